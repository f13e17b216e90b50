/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-scenario-check.h"
#include "up-scenario-graph-private.h"

G_BEGIN_DECLS

guint up_scenario_count_words (UpText text);
void up_scenario_count (UpScenario *scenario, const UpScenarioGraph *graph, UpScenarioStats *stats);

G_END_DECLS
