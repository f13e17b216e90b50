/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-practice-place.h"

#include "up-cards-page.h"
#include "up-commands.h"
#include "up-heading.h"
#include "up-scenario-intro.h"
#include "up-scene-view.h"

#include <glib/gi18n-lib.h>

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

  UpCardsPage *cards;
  UpScenarioIntro *intro; /* NULL at the first page */
  UpSceneView *scene;     /* NULL until a run is started or gone on with */
  JsonNode *replaced;     /* the run that was open before one started anew */
  GtkWidget *last_focus;  /* what had the focus in the place most recently */
  gulong focus_id;
};

static void place_init (UpPlaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpPracticePlace, up_practice_place, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (UP_TYPE_PLACE, place_init))

/* In seconds: long enough to read it twice and to reach its button by keyboard. */
#define UNDO_TIMEOUT 15

#define INTRO_PREFIX "scenario/"
#define SCENE_SUFFIX "/scene"

static void
show_toast (UpPracticePlace *self, const char *title)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (title));
}

static AdwNavigationPage *
get_page (UpPracticePlace *self)
{
  return adw_navigation_view_get_visible_page (self->view);
}

static gboolean
is_at_scene (UpPracticePlace *self)
{
  return self->scene != NULL && get_page (self) == ADW_NAVIGATION_PAGE (self->scene);
}

static gboolean
is_at_intro (UpPracticePlace *self)
{
  return self->intro != NULL && get_page (self) == ADW_NAVIGATION_PAGE (self->intro);
}

static void
update_actions (UpPracticePlace *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  UpRun *run = is_at_scene (self) ? up_scene_view_get_run (self->scene) : NULL;
  UpPhase phase = run != NULL ? up_run_get_phase (run) : UP_PHASE_ASKING;
  gboolean goes_on = phase == UP_PHASE_HAPPENING || phase == UP_PHASE_FEEDBACK;

  gtk_widget_action_set_enabled (widget, "practice.continue", goes_on || is_at_intro (self));
  gtk_widget_action_set_enabled (widget, "practice.take-back",
                                 run != NULL && up_run_get_step (run) != NULL);
  gtk_widget_action_set_enabled (widget, "practice.leave", self->intro != NULL);
}

static void
on_visible_page_changed (UpPracticePlace *self)
{
  AdwNavigationPage *page = get_page (self);

  if (page == NULL || self->cards == NULL)
    return;

  /* What was popped is gone: its page must not be taken for one that is still there. */
  if (self->scene != NULL && page != ADW_NAVIGATION_PAGE (self->scene))
    g_clear_object (&self->scene);
  if (page == ADW_NAVIGATION_PAGE (self->cards))
    g_clear_object (&self->intro);

  update_actions (self);
}

static void
show_scene (UpPracticePlace *self, UpRun *run)
{
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

  update_actions (self);
}

/* Reads a saved run. Where something of it is lost, a toast says what. */
static UpRun *
load_run (UpPracticePlace *self, UpScenario *scenario, JsonNode *saved)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;
  UpRun *run = up_run_load (scenario, saved, &changed, &error);

  if (run == NULL)
    show_toast (self, error->message);
  else if (changed)
    show_toast (self,
                _ ("The scenario has changed; it goes on from the last step that is still there"));

  return run;
}

/* Goes on where one stopped, or starts. */
static void
start (UpPracticePlace *self)
{
  UpScenario *scenario = up_scenario_intro_get_scenario (self->intro);
  JsonNode *saved = up_journal_get_run (self->journal, up_scenario_get_id (scenario));
  g_autoptr (UpRun) run = NULL;

  if (saved != NULL)
    run = load_run (self, scenario, saved);
  if (run == NULL)
    run = up_run_new (scenario);

  show_scene (self, run);
}

static void
on_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  if (is_at_intro (self))
    start (self);
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
  run = up_run_new (scenario);

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

  show_scene (self, run);
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
    run = load_run (self, scenario, replaced);
  if (run == NULL)
    return;

  up_journal_keep_run (self->journal, run);
  if (is_at_scene (self) &&
      g_str_equal (id, up_scenario_get_id (up_scenario_intro_get_scenario (self->intro))))
    {
      up_scenario_intro_set_scenario (self->intro, scenario);
      show_scene (self, run);
    }
}

static void
on_continue (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  if (is_at_scene (self))
    up_scene_view_go_on (self->scene);
  else if (is_at_intro (self))
    start (self);
}

static void
on_take_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  if (is_at_scene (self))
    up_scene_view_take_back (self->scene);
}

static void
on_go_before (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  if (is_at_scene (self))
    up_scene_view_go_before (self->scene, g_variant_get_uint32 (parameter));
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
  show_toast (UP_PRACTICE_PLACE (widget), _ ("Copied"));
}

static void
on_clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_cards_page_clear_search (UP_PRACTICE_PLACE (widget)->cards);
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

static gboolean
open_scenario (UpPracticePlace *self, const char *id)
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

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_scenario (UP_PRACTICE_PLACE (widget), g_variant_get_string (parameter, NULL));
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
      g_autoptr (UpRun) run = load_run (self, scenario, saved);

      if (run != NULL)
        show_scene (self, run);
    }
  up_scenario_intro_set_scenario (self->intro, scenario);
}

static void
up_practice_place_search (UpPlace *place)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (place);

  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->cards));
  up_cards_page_toggle_search (self->cards);
}

static char *
up_practice_place_get_location (UpPlace *place)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (place);

  if (self->intro == NULL)
    return g_strdup ("");

  return g_strconcat (INTRO_PREFIX,
                      up_scenario_get_id (up_scenario_intro_get_scenario (self->intro)),
                      is_at_scene (self) ? SCENE_SUFFIX : "", NULL);
}

static gboolean
up_practice_place_go_to (UpPlace *place, const char *location)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (place);
  g_autofree char *id = NULL;
  gboolean to_scene;

  if (*location == '\0')
    {
      adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->cards));
      return TRUE;
    }

  if (!g_str_has_prefix (location, INTRO_PREFIX))
    return FALSE;

  to_scene = g_str_has_suffix (location, SCENE_SUFFIX);
  id = g_strdup (location + strlen (INTRO_PREFIX));
  if (to_scene)
    id[strlen (id) - strlen (SCENE_SUFFIX)] = '\0';

  /* Who is led to the scenario that they are in stays where they are in it. */
  if (self->intro == NULL ||
      !g_str_equal (up_scenario_get_id (up_scenario_intro_get_scenario (self->intro)), id))
    if (!open_scenario (self, id))
      return FALSE;

  if (to_scene && is_at_intro (self) && up_journal_get_run (self->journal, id) != NULL)
    start (self);

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
on_focus_changed (GtkRoot *root, GParamSpec *pspec, UpPracticePlace *self)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->last_focus, focus);
}

static void
up_practice_place_root (GtkWidget *widget)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  GTK_WIDGET_CLASS (up_practice_place_parent_class)->root (widget);

  self->focus_id = g_signal_connect (gtk_widget_get_root (widget), "notify::focus-widget",
                                     G_CALLBACK (on_focus_changed), self);
}

static void
up_practice_place_unroot (GtkWidget *widget)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  g_clear_signal_handler (&self->focus_id, gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (up_practice_place_parent_class)->unroot (widget);
}

/* Who comes back from another place finds the focus where it was. */
static void
up_practice_place_map (GtkWidget *widget)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (widget);

  GTK_WIDGET_CLASS (up_practice_place_parent_class)->map (widget);

  if (self->last_focus == NULL || !gtk_widget_get_mapped (self->last_focus))
    return;

  if (GTK_IS_LABEL (self->last_focus))
    up_heading_take_focus (self->last_focus);
  else
    gtk_widget_grab_focus (self->last_focus);
}

static void
up_practice_place_dispose (GObject *object)
{
  UpPracticePlace *self = UP_PRACTICE_PLACE (object);

  g_clear_weak_pointer (&self->last_focus);
  g_clear_object (&self->cards);
  g_clear_object (&self->intro);
  g_clear_object (&self->scene);
  /* The template would unparent a child that the bin still counts as its own. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PRACTICE_PLACE);
  g_clear_pointer (&self->replaced, json_node_unref);
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
  widget_class->root = up_practice_place_root;
  widget_class->unroot = up_practice_place_unroot;
  widget_class->map = up_practice_place_map;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-practice-place.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPracticePlace, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, UpPracticePlace, view);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_page_changed);

  gtk_widget_class_install_action (widget_class, "practice.open", "s", on_open);
  gtk_widget_class_install_action (widget_class, "practice.clear-search", NULL, on_clear_search);
  gtk_widget_class_install_action (widget_class, "practice.start", NULL, on_start);
  gtk_widget_class_install_action (widget_class, "practice.start-anew", NULL, on_start_anew);
  gtk_widget_class_install_action (widget_class, "practice.restore", NULL, on_restore);
  gtk_widget_class_install_action (widget_class, "practice.continue", NULL, on_continue);
  gtk_widget_class_install_action (widget_class, "practice.take-back", NULL, on_take_back);
  gtk_widget_class_install_action (widget_class, "practice.go-before", "u", on_go_before);
  gtk_widget_class_install_action (widget_class, "practice.leave", NULL, on_leave);
  gtk_widget_class_install_action (widget_class, "practice.copy", "s", on_copy);
  up_commands_bind (widget_class, "practice");
}

static void
up_practice_place_init (UpPracticePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  self->cards = g_object_ref_sink (up_cards_page_new (catalog, journal));
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->cards));
  update_actions (self);

  return GTK_WIDGET (self);
}
