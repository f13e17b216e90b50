/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-practice-place-private.h"

#include "up-commands.h"
#include "up-focus.h"

#include <glib/gi18n-lib.h>

static void place_init (UpPlaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpPracticePlace, up_practice_place, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (UP_TYPE_PLACE, place_init))

#define INTRO_PREFIX "scenario/"
#define SCENE_SUFFIX "/scene"
#define MAP_SUFFIX "/map"
#define DEBRIEF_SUFFIX "/debrief"
#define SUPPORT "support"

/**
 * up_practice_place_show_toast:
 * @self: the place
 * @title: what it says
 *
 * Says something in passing.
 */
void
up_practice_place_show_toast (UpPracticePlace *self, const char *title)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (title));
}

/**
 * up_practice_place_get_page:
 * @self: the place
 *
 * Returns: (transfer none) (nullable): the page in sight
 */
AdwNavigationPage *
up_practice_place_get_page (UpPracticePlace *self)
{
  return adw_navigation_view_get_visible_page (self->view);
}

/* Whether a page is there, be it under another one. */
static gboolean
is_open (UpPracticePlace *self, gpointer page)
{
  AdwNavigationPage *above = up_practice_place_get_page (self);

  while (above != NULL && above != page)
    above = adw_navigation_view_get_previous_page (self->view, above);

  return page != NULL && above == page;
}

/**
 * up_practice_place_is_at_scene:
 * @self: the place
 *
 * Returns: whether the scene is in sight
 */
gboolean
up_practice_place_is_at_scene (UpPracticePlace *self)
{
  return self->scene != NULL &&
         up_practice_place_get_page (self) == ADW_NAVIGATION_PAGE (self->scene);
}

/**
 * up_practice_place_is_at_intro:
 * @self: the place
 *
 * Returns: whether the intro is in sight
 */
gboolean
up_practice_place_is_at_intro (UpPracticePlace *self)
{
  return self->intro != NULL &&
         up_practice_place_get_page (self) == ADW_NAVIGATION_PAGE (self->intro);
}

/**
 * up_practice_place_is_at_ending:
 * @self: the place
 *
 * Returns: whether the run that is open is at an ending, be the scene under another page
 */
gboolean
up_practice_place_is_at_ending (UpPracticePlace *self)
{
  UpRun *run = self->scene != NULL ? up_scene_view_get_run (self->scene) : NULL;

  return run != NULL && up_run_get_phase (run) == UP_PHASE_ENDING;
}

/**
 * up_practice_place_find_map:
 * @self: the place
 *
 * Returns: (transfer none) (nullable): the map, be it under another page; %NULL where it is not open
 */
UpMapPage *
up_practice_place_find_map (UpPracticePlace *self)
{
  AdwNavigationPage *page = up_practice_place_get_page (self);

  while (page != NULL && !UP_IS_MAP_PAGE (page))
    page = adw_navigation_view_get_previous_page (self->view, page);

  return page != NULL ? UP_MAP_PAGE (page) : NULL;
}

/**
 * up_practice_place_find_debrief:
 * @self: the place
 *
 * Returns: (transfer none) (nullable): where one looks back, be it under another page; %NULL where that
 *   is not open
 */
UpDebriefPage *
up_practice_place_find_debrief (UpPracticePlace *self)
{
  AdwNavigationPage *page = up_practice_place_get_page (self);

  while (page != NULL && !UP_IS_DEBRIEF_PAGE (page))
    page = adw_navigation_view_get_previous_page (self->view, page);

  return page != NULL ? UP_DEBRIEF_PAGE (page) : NULL;
}

static void
update_actions (UpPracticePlace *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  UpRun *run = up_practice_place_is_at_scene (self) ? up_scene_view_get_run (self->scene) : NULL;
  UpPhase phase = run != NULL ? up_run_get_phase (run) : UP_PHASE_ASKING;
  gboolean goes_on = phase == UP_PHASE_HAPPENING || phase == UP_PHASE_FEEDBACK;
  UpMomentPage *moment = up_moment_ways_get_page (self->moments);

  gtk_widget_action_set_enabled (widget, "practice.continue",
                                 goes_on || phase == UP_PHASE_ENDING ||
                                   up_practice_place_is_at_intro (self) ||
                                   (moment != NULL && up_moment_page_can_go_on (moment)));
  /* While its page is shown too: its button would lose the focus, which is to come back to it. */
  gtk_widget_action_set_enabled (widget, "practice.debrief", up_practice_place_is_at_ending (self));
  gtk_widget_action_set_enabled (widget, "practice.take-back",
                                 (run != NULL && up_run_get_step (run) != NULL) ||
                                   (moment != NULL && up_moment_page_can_take_back (moment)));
  gtk_widget_action_set_enabled (widget, "practice.map",
                                 self->scene != NULL && up_practice_place_find_map (self) == NULL);
  gtk_widget_action_set_enabled (
    widget, "practice.skip", run != NULL || (moment != NULL && up_moment_page_can_skip (moment)));
  gtk_widget_action_set_enabled (widget, "practice.step-away", run != NULL || moment != NULL);
  gtk_widget_action_set_enabled (widget, "practice.leave",
                                 self->intro != NULL || up_moment_ways_is_open (self->moments));
}

static void
on_visible_page_changed (UpPracticePlace *self)
{
  AdwNavigationPage *page = up_practice_place_get_page (self);

  if (page == NULL || self->cards == NULL)
    return;

  /* What was popped is gone: its page must not be taken for one that is still there. */
  if (!is_open (self, self->scene))
    {
      if (self->scene != NULL)
        up_scene_view_leave (self->scene);
      g_clear_object (&self->scene);
    }
  if (!is_open (self, self->intro))
    g_clear_object (&self->intro);

  update_actions (self);
}

/**
 * up_practice_place_show_scene:
 * @self: the place, with an intro
 * @run: a run of the intro's scenario
 *
 * Shows a run, in the pages that are open already too.
 */
void
up_practice_place_show_scene (UpPracticePlace *self, UpRun *run)
{
  UpMapPage *map = up_practice_place_find_map (self);
  UpDebriefPage *debrief = up_practice_place_find_debrief (self);

  g_signal_connect_object (run, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);

  if (self->scene != NULL)
    {
      up_scene_view_set_run (self->scene, run);
    }
  else
    {
      self->scene =
        g_object_ref_sink (up_scene_view_new (self->catalog, self->journal, self->settings));
      up_scene_view_set_run (self->scene, run);
      adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->scene));
    }
  if (map != NULL)
    up_map_page_set_run (map, run);
  if (debrief != NULL && up_run_get_phase (run) == UP_PHASE_ENDING)
    up_debrief_page_set_run (debrief, run);
  else if (debrief != NULL)
    adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->scene));

  update_actions (self);
}

/**
 * up_practice_place_load_run:
 * @self: the place
 * @scenario: the run's scenario
 * @saved: a saved run
 *
 * Reads a saved run. Where something of it is lost, a toast says what.
 *
 * Returns: (transfer full) (nullable): the run, or %NULL where it cannot be read
 */
UpRun *
up_practice_place_load_run (UpPracticePlace *self, UpScenario *scenario, JsonNode *saved)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;
  UpRun *run = up_run_load (scenario, saved, &changed, &error);

  if (run == NULL)
    up_practice_place_show_toast (self, error->message);
  else if (changed)
    up_practice_place_show_toast (
      self, _ ("The scenario has changed; it goes on from the last step that is still there"));

  return run;
}

/* A page in place of a scenario that cannot be read: what happened, what is safe, what to do. */
static void
show_error (UpPracticePlace *self, const GError *error)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Back to Practice"));
  GtkWidget *status =
    g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-warning-symbolic", "title",
                  _ ("This Scenario Cannot Be Read"), "child", button, NULL);
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  g_autofree char *description =
    g_strconcat (message, "\n\n", _ ("Nothing that was done in it is lost."), NULL);

  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "navigation.pop");

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), status);
  adw_navigation_view_push (
    self->view, adw_navigation_page_new (toolbar_view, _ ("This Scenario Cannot Be Read")));
}

/**
 * up_practice_place_open_scenario:
 * @self: the place
 * @id: a scenario's id
 *
 * Leaves what is open, and shows the intro of a scenario, or why it cannot be read.
 *
 * Returns: whether there is such a scenario
 */
gboolean
up_practice_place_open_scenario (UpPracticePlace *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UpScenario) scenario = NULL;

  if (up_catalog_find_card (self->catalog, id) == NULL)
    return FALSE;

  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->cards));
  scenario = up_catalog_load_scenario (self->catalog, id, &error);
  if (scenario == NULL)
    {
      show_error (self, error);
      return TRUE;
    }

  self->intro = g_object_ref_sink (up_scenario_intro_new (self->catalog, self->journal));
  up_scenario_intro_set_scenario (self->intro, scenario);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->intro));
  update_actions (self);

  return TRUE;
}

/* The content's language is another one: everything is told anew in it, at the same place. */
static void
on_catalog_changed (UpPracticePlace *self)
{
  g_autoptr (UpScenario) scenario = NULL;

  if (self->intro == NULL)
    return;

  scenario = up_catalog_load_scenario (
    self->catalog, up_scenario_get_id (up_scenario_intro_get_scenario (self->intro)), NULL);
  if (scenario == NULL)
    return;

  if (self->scene != NULL)
    {
      g_autoptr (JsonNode) saved = up_run_save (up_scene_view_get_run (self->scene));
      g_autoptr (UpRun) run = up_practice_place_load_run (self, scenario, saved);

      if (run != NULL)
        up_practice_place_show_scene (self, run);
    }
  up_scenario_intro_set_scenario (self->intro, scenario);
}

/* What is open was the person's too, and would be kept again with the next step or word. */
static void
on_erased (UpPracticePlace *self)
{
  g_clear_pointer (&self->replaced, json_node_unref);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->cards));
}

static void
up_practice_place_search (UpPlace *place)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (place);

  if (up_moment_ways_search (self->moments))
    return;

  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->cards));
  up_cards_page_toggle_search (self->cards);
}

static char *
up_practice_place_get_location (UpPlace *place)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (place);
  char *moment = up_moment_ways_get_location (self->moments);

  if (moment != NULL)
    return moment;

  if (self->intro == NULL)
    return g_strdup ("");

  return g_strconcat (INTRO_PREFIX,
                      up_scenario_get_id (up_scenario_intro_get_scenario (self->intro)),
                      up_practice_place_find_map (self) != NULL       ? MAP_SUFFIX
                      : up_practice_place_find_debrief (self) != NULL ? DEBRIEF_SUFFIX
                      : self->scene != NULL                           ? SCENE_SUFFIX
                                                                      : "",
                      NULL);
}

static gboolean
up_practice_place_go_to (UpPlace *place, const char *location)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (place);
  g_autofree char *id = NULL;
  gboolean to_scene, to_map, to_debrief;

  if (*location == '\0')
    {
      adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->cards));
      return TRUE;
    }

  if (g_str_equal (location, SUPPORT))
    {
      up_practice_place_show_support (self);
      return TRUE;
    }

  if (!g_str_has_prefix (location, INTRO_PREFIX))
    return up_moment_ways_go_to (self->moments, location);

  to_map = g_str_has_suffix (location, MAP_SUFFIX);
  to_debrief = g_str_has_suffix (location, DEBRIEF_SUFFIX);
  to_scene = g_str_has_suffix (location, SCENE_SUFFIX) || to_map || to_debrief;
  id = g_strdup (location + strlen (INTRO_PREFIX));
  if (to_scene)
    *strchr (id, '/') = '\0';

  /* Who is led to the scenario that they are in stays where they are in it. */
  if (self->intro == NULL ||
      !g_str_equal (up_scenario_get_id (up_scenario_intro_get_scenario (self->intro)), id))
    if (!up_practice_place_open_scenario (self, id))
      return FALSE;

  if (to_scene && up_practice_place_is_at_intro (self) &&
      up_journal_get_run (self->journal, id) != NULL)
    up_practice_place_start (self);
  if (to_map)
    up_practice_place_show_map (self);
  if (to_debrief)
    up_practice_place_show_debrief (self);

  return TRUE;
}

static gboolean
up_practice_place_go_back (UpPlace *place)
{
  return adw_navigation_view_pop (UP_PRACTICE_PLACE (place)->view);
}

static void
place_init (UpPlaceInterface *iface)
{
  iface->search = up_practice_place_search;
  iface->get_location = up_practice_place_get_location;
  iface->go_to = up_practice_place_go_to;
  iface->go_back = up_practice_place_go_back;
}

static void
up_practice_place_dispose (GObject *object)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (object);

  g_clear_object (&self->cards);
  g_clear_object (&self->intro);
  g_clear_object (&self->scene);
  /* The template would unparent a child that the bin still counts as its own. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PRACTICE_PLACE);
  g_clear_pointer (&self->replaced, json_node_unref);
  g_clear_object (&self->moments);
  g_clear_object (&self->watch);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (up_practice_place_parent_class)->dispose (object);
}

static void
up_practice_place_class_init (UpPracticePlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_practice_place_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-practice-place.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPracticePlace, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, UpPracticePlace, view);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_page_changed);

  up_practice_place_install_actions (widget_class);
  up_commands_bind (widget_class, "practice");
}

static void
up_practice_place_init (UpPracticePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_focus_keep (GTK_WIDGET (self));
}

/**
 * up_practice_place_new:
 * @catalog: the content
 * @journal: what the person did
 * @settings: what is preferred
 *
 * Returns: (transfer floating): the place, at its first page
 */
GtkWidget *
up_practice_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings)
{
  UpPracticePlace *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (UP_TYPE_PRACTICE_PLACE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_catalog_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "erased", G_CALLBACK (on_erased), self, G_CONNECT_SWAPPED);

  self->watch = up_due_watch_get (catalog, journal, settings);
  self->cards = g_object_ref_sink (up_cards_page_new (catalog, journal, self->watch));
  self->moments = up_moment_ways_new (self->view, ADW_NAVIGATION_PAGE (self->cards), catalog,
                                      journal, self->watch);
  g_signal_connect_object (self->moments, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->cards));
  update_actions (self);

  return GTK_WIDGET (self);
}
