/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-practice-place-private.h"

#include "up-rules-dialog.h"
#include "up-support-page.h"

#include <glib/gi18n-lib.h>

/* What one can do in the place: its actions. */

/* In seconds: long enough to read it twice and to reach its button by keyboard. */
#define UNDO_TIMEOUT 15

static UpRun *
run_new (UpPracticePlace *self)
{
  UpRun *run = up_run_new (up_scenario_intro_get_scenario (self->intro));

  up_run_set_confidence (run, UP_CONFIDENCE_BEFORE, up_scenario_intro_get_confidence (self->intro));

  return run;
}

/**
 * up_practice_place_start:
 * @self: the place, with an intro
 *
 * Goes on where one stopped, or starts.
 */
void
up_practice_place_start (UpPracticePlace *self)
{
  UpScenario *scenario = up_scenario_intro_get_scenario (self->intro);
  JsonNode *saved = up_journal_get_run (self->journal, up_scenario_get_id (scenario));
  g_autoptr (UpRun) run = NULL;

  if (saved != NULL)
    run = up_practice_place_load_run (self, scenario, saved);
  if (run == NULL)
    run = run_new (self);

  up_practice_place_show_scene (self, run);
}

static void
on_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  if (up_practice_place_is_at_intro (self))
    up_practice_place_start (self);
}

/* The run that was open stays in the journal until the new one makes its first step, and can be had
 * back for some time after. */
static void
on_start_anew (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);
  g_autoptr (UpRun) run = NULL;
  UpScenario *scenario;
  JsonNode *saved;
  AdwToast *toast;

  if (self->intro == NULL)
    return;

  scenario = up_scenario_intro_get_scenario (self->intro);
  saved = up_journal_get_run (self->journal, up_scenario_get_id (scenario));
  run = run_new (self);

  g_clear_pointer (&self->replaced, json_node_unref);
  if (saved != NULL)
    {
      self->replaced = json_node_ref (saved);
      toast = adw_toast_new (_ ("Started anew"));
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "practice.restore");
      adw_toast_set_timeout (toast, UNDO_TIMEOUT);
      adw_toast_overlay_add_toast (self->toast_overlay, toast);
    }

  up_practice_place_show_scene (self, run);
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);
  g_autoptr (JsonNode) replaced = g_steal_pointer (&self->replaced);
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (UpRun) run = NULL;
  const char *id;

  if (replaced == NULL)
    return;

  /* One may have left the scenario since. */
  id = json_object_get_string_member_with_default (json_node_get_object (replaced), "scenario", "");
  scenario = up_catalog_load_scenario (self->catalog, id, NULL);
  if (scenario != NULL)
    run = up_practice_place_load_run (self, scenario, replaced);
  if (run == NULL)
    return;

  up_journal_keep_run (self->journal, run);
  if (self->scene != NULL &&
      g_str_equal (id, up_scenario_get_id (up_scenario_intro_get_scenario (self->intro))))
    {
      up_scenario_intro_set_scenario (self->intro, scenario);
      up_practice_place_show_scene (self, run);
    }
}

/**
 * up_practice_place_show_debrief:
 * @self: the place
 *
 * Looks back on the run that is open, where it is at an ending.
 */
void
up_practice_place_show_debrief (UpPracticePlace *self)
{
  if (up_practice_place_is_at_ending (self) && up_practice_place_find_debrief (self) == NULL)
    adw_navigation_view_push (
      self->view, ADW_NAVIGATION_PAGE (up_debrief_page_new (self->catalog, self->journal,
                                                            up_scene_view_get_run (self->scene))));
}

static void
on_debrief (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_practice_place_show_debrief (UP_PRACTICE_PLACE (widget));
}

static void
on_continue (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);
  UpMomentPage *moment = up_moment_ways_get_page (self->moments);

  if (moment != NULL)
    up_moment_page_go_on (moment);
  else if (up_practice_place_is_at_scene (self) && up_practice_place_is_at_ending (self))
    up_practice_place_show_debrief (self);
  else if (up_practice_place_is_at_scene (self))
    up_scene_view_go_on (self->scene);
  else if (up_practice_place_is_at_intro (self))
    up_practice_place_start (self);
}

static void
on_take_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);
  UpMomentPage *moment = up_moment_ways_get_page (self->moments);

  if (moment != NULL)
    up_moment_page_take_back (moment);
  else if (up_practice_place_is_at_scene (self))
    up_scene_view_take_back (self->scene);
}

/**
 * up_practice_place_show_map:
 * @self: the place
 *
 * Shows the map of the run that is open, if there is one.
 */
void
up_practice_place_show_map (UpPracticePlace *self)
{
  if (self->scene != NULL && up_practice_place_find_map (self) == NULL)
    adw_navigation_view_push (
      self->view, ADW_NAVIGATION_PAGE (up_map_page_new (up_scene_view_get_run (self->scene))));
}

static void
on_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_practice_place_show_map (UP_PRACTICE_PLACE (widget));
}

/* From the map, or from looking back, to the scene again. */
static void
close_map (UpPracticePlace *self)
{
  if (self->scene != NULL &&
      (up_practice_place_find_map (self) != NULL || up_practice_place_find_debrief (self) != NULL))
    adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->scene));
}

static void
on_go_after (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  close_map (self);
  if (up_practice_place_is_at_scene (self))
    up_scene_view_go_after (self->scene, g_variant_get_uint32 (parameter));
}

static void
on_go_before (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  close_map (self);
  if (up_practice_place_is_at_scene (self))
    up_scene_view_go_before (self->scene, g_variant_get_uint32 (parameter));
}

static void
on_skip (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);
  UpMomentPage *moment = up_moment_ways_get_page (self->moments);

  if (moment != NULL)
    up_moment_page_skip (moment);
  else if (up_practice_place_is_at_scene (self))
    up_scene_view_skip (self->scene);
}

/**
 * up_practice_place_show_support:
 * @self: the place
 *
 * Shows words on looking after oneself, over whatever is there: what is under them stays as it is.
 */
void
up_practice_place_show_support (UpPracticePlace *self)
{
  gboolean paused =
    up_practice_place_is_at_scene (self) || up_moment_ways_get_page (self->moments) != NULL;

  if (!UP_IS_SUPPORT_PAGE (up_practice_place_get_page (self)))
    adw_navigation_view_push (
      self->view, ADW_NAVIGATION_PAGE (up_support_page_new (self->catalog, self->journal, paused)));
}

static void
on_step_away (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_practice_place_show_support (UP_PRACTICE_PLACE (widget));
}

static void
on_leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_navigation_view_pop_to_page (UP_PRACTICE_PLACE (widget)->view,
                                   ADW_NAVIGATION_PAGE (UP_PRACTICE_PLACE (widget)->cards));
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  up_practice_place_show_toast (UP_PRACTICE_PLACE (widget), _ ("Copied"));
}

static void
on_clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_cards_page_clear_search (UP_PRACTICE_PLACE (widget)->cards);
}

static void
on_moment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *location = g_strconcat ("moment/", g_variant_get_string (parameter, NULL), NULL);

  up_moment_ways_go_to (UP_PRACTICE_PLACE (widget)->moments, location);
}

static void
on_all_moments (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_moment_ways_go_to (UP_PRACTICE_PLACE (widget)->moments, "all-moments");
}

static void
on_rules (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpIntervals intervals = up_due_watch_get_intervals (UP_PRACTICE_PLACE (widget)->watch);

  adw_dialog_present (up_rules_dialog_new (intervals), widget);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_practice_place_open_scenario (UP_PRACTICE_PLACE (widget),
                                   g_variant_get_string (parameter, NULL));
}

/**
 * up_practice_place_install_actions:
 * @widget_class: the class of the place
 *
 * Installs what one can do in the place.
 */
void
up_practice_place_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "practice.open", "s", on_open);
  gtk_widget_class_install_action (widget_class, "practice.clear-search", NULL, on_clear_search);
  gtk_widget_class_install_action (widget_class, "practice.start", NULL, on_start);
  gtk_widget_class_install_action (widget_class, "practice.start-anew", NULL, on_start_anew);
  gtk_widget_class_install_action (widget_class, "practice.restore", NULL, on_restore);
  gtk_widget_class_install_action (widget_class, "practice.continue", NULL, on_continue);
  gtk_widget_class_install_action (widget_class, "practice.take-back", NULL, on_take_back);
  gtk_widget_class_install_action (widget_class, "practice.go-before", "u", on_go_before);
  gtk_widget_class_install_action (widget_class, "practice.go-after", "u", on_go_after);
  gtk_widget_class_install_action (widget_class, "practice.map", NULL, on_map);
  gtk_widget_class_install_action (widget_class, "practice.debrief", NULL, on_debrief);
  gtk_widget_class_install_action (widget_class, "practice.skip", NULL, on_skip);
  gtk_widget_class_install_action (widget_class, "practice.step-away", NULL, on_step_away);
  gtk_widget_class_install_action (widget_class, "practice.leave", NULL, on_leave);
  gtk_widget_class_install_action (widget_class, "practice.moment", "s", on_moment);
  gtk_widget_class_install_action (widget_class, "practice.all-moments", NULL, on_all_moments);
  gtk_widget_class_install_action (widget_class, "practice.rules", NULL, on_rules);
  gtk_widget_class_install_action (widget_class, "practice.copy", "s", on_copy);
}
