/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_SCENARIO_INTRO (up_scenario_intro_get_type ())
G_DECLARE_FINAL_TYPE (UpScenarioIntro, up_scenario_intro, UP, SCENARIO_INTRO, AdwNavigationPage)

UpScenarioIntro *up_scenario_intro_new (UpCatalog *catalog, UpJournal *journal);
UpScenario *up_scenario_intro_get_scenario (UpScenarioIntro *self);
void up_scenario_intro_set_scenario (UpScenarioIntro *self, UpScenario *scenario);
guint up_scenario_intro_get_confidence (UpScenarioIntro *self);

G_END_DECLS
