/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-cards-page.h"
#include "up-debrief-page.h"
#include "up-map-page.h"
#include "up-moment-ways.h"
#include "up-practice-place.h"
#include "up-scenario-intro.h"
#include "up-scene-view.h"

G_BEGIN_DECLS

/**
 * UpPracticePlace:
 *
 * The scenarios: their cards, an intro to each, and the scene as a conversation. Only the cards are
 * there from the start; a scenario is read when it is opened.
 */
struct _UpPracticePlace
{
  AdwBin parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwNavigationView *view;

  UpCatalog *catalog;
  UpJournal *journal;
  GSettings *settings;

  UpDueWatch *watch;
  UpMomentWays *moments;
  UpCardsPage *cards;
  UpScenarioIntro *intro; /* NULL at the first page */
  UpSceneView *scene;     /* NULL until a run is started or gone on with */
  JsonNode *replaced;     /* the run that was open before one started anew */
};

void up_practice_place_show_toast (UpPracticePlace *self, const char *title);
AdwNavigationPage *up_practice_place_get_page (UpPracticePlace *self);
gboolean up_practice_place_is_at_scene (UpPracticePlace *self);
gboolean up_practice_place_is_at_intro (UpPracticePlace *self);
gboolean up_practice_place_is_at_ending (UpPracticePlace *self);
UpMapPage *up_practice_place_find_map (UpPracticePlace *self);
UpDebriefPage *up_practice_place_find_debrief (UpPracticePlace *self);
void up_practice_place_show_scene (UpPracticePlace *self, UpRun *run);
UpRun *up_practice_place_load_run (UpPracticePlace *self, UpScenario *scenario, JsonNode *saved);
gboolean up_practice_place_open_scenario (UpPracticePlace *self, const char *id);

/* up-practice-actions.c */

void up_practice_place_start (UpPracticePlace *self);
void up_practice_place_show_debrief (UpPracticePlace *self);
void up_practice_place_show_map (UpPracticePlace *self);
void up_practice_place_show_support (UpPracticePlace *self);
void up_practice_place_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
