/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-scene-view.h"

#include "up-column.h"
#include "up-focus.h"
#include "up-header-label.h"
#include "up-pacing.h"
#include "up-scroller.h"
#include "up-turn.h"
#include "up-words.h"

/**
 * UpSceneView:
 *
 * A scenario as a conversation that grows in one column. It shows the turns of the way on which a
 * run is, and follows it: what the run does is all that happens here.
 */
struct _UpSceneView
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkBox *turns_box;
  GtkWidget *pace_box;
  GtkWidget *step_away_label;

  UpCatalog *catalog;
  UpJournal *journal;
  GSettings *settings;
  UpRun *run;
  gulong changed_id;

  GPtrArray *turns;     /* of UpTurn, which the box owns */
  GHashTable *finished; /* numbers of the steps whose ending is in the journal */
  UpPacing *pacing;
  UpScroller *scroller;
  GtkRoot *root; /* while the view is in one */
};

G_DEFINE_FINAL_TYPE (UpSceneView, up_scene_view, ADW_TYPE_NAVIGATION_PAGE)

static char *
make_draft_key (UpSceneView *self, const UpStep *step)
{
  return g_strdup_printf ("notice/%s/%u", up_scenario_get_id (up_run_get_scenario (self->run)),
                          up_step_get_number (step));
}

static void
on_notice_changed (UpSceneView *self, const char *notice)
{
  const UpStep *step = up_run_get_step (self->run);
  g_autofree char *key = make_draft_key (self, step);

  up_run_set_notice (self->run, notice);
  up_journal_set_draft (self->journal, key, notice);
}

static void
on_words_changed (UpSceneView *self, const char *words)
{
  up_words_type (self->journal, self->run, words);
}

static void
on_keep_words (UpSceneView *self, gboolean kept)
{
  up_words_keep (self->journal, self->run, kept);
}

static void
on_skipped_changed (UpSceneView *self)
{
  up_pacing_finish (self->pacing);
  up_journal_keep_run (self->journal, self->run);
}

/* Once in a run, at its pivotal decision, one's own words come before the options. */
static gboolean
is_rehearsing (UpSceneView *self)
{
  return up_run_get_phase (self->run) == UP_PHASE_ASKING &&
         up_scene_get_pivotal (up_run_get_scene (self->run)) &&
         up_run_get_rehearsal (self->run) == UP_REHEARSAL_NONE;
}

static UpTurnState
get_state (UpSceneView *self, gboolean is_last)
{
  if (!is_last)
    return UP_TURN_PAST;

  switch (up_run_get_phase (self->run))
    {
    case UP_PHASE_HAPPENING:
      return UP_TURN_HAPPENING;
    case UP_PHASE_FEEDBACK:
      return UP_TURN_FEEDBACK;
    case UP_PHASE_ENDING:
      return UP_TURN_ENDING;
    case UP_PHASE_ASKING:
    default:
      return is_rehearsing (self) ? UP_TURN_REHEARSING : UP_TURN_ASKING;
    }
}

static void on_rehearsed (UpSceneView *self, int how);

static UpTurn *
append_turn (UpSceneView *self, const UpStep *before)
{
  UpTurn *previous =
    self->turns->len > 0 ? g_ptr_array_index (self->turns, self->turns->len - 1) : NULL;
  GtkWidget *turn = up_turn_new (self->catalog, self->run, before, previous);

  g_signal_connect_object (turn, "notice-changed", G_CALLBACK (on_notice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (turn, "words-changed", G_CALLBACK (on_words_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (turn, "rehearsed", G_CALLBACK (on_rehearsed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (turn, "keep-words", G_CALLBACK (on_keep_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (turn, "skipped-changed", G_CALLBACK (on_skipped_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->turns_box, turn);
  g_ptr_array_add (self->turns, turn);

  return UP_TURN (turn);
}

/* Takes away the turns that are no longer on the way, from the @kept-th on. */
static void
cut_turns (UpSceneView *self, guint kept)
{
  while (self->turns->len > kept)
    gtk_box_remove (self->turns_box, g_ptr_array_steal_index (self->turns, self->turns->len - 1));
}

static void
restore_notice (UpSceneView *self, UpTurn *turn, const UpStep *step)
{
  g_autofree char *key = make_draft_key (self, step);
  const char *draft = up_journal_get_draft (self->journal, key);

  if (draft != NULL)
    up_run_set_notice (self->run, draft);
  up_turn_set_notice (turn, up_step_get_notice (step));
}

/* Brings the turns in line with the way that the run is on, and returns what was not shown before.
 * A turn that is on both the old way and the new one stays as it is. */
static GPtrArray *
update_turns (UpSceneView *self, GtkWidget **heading)
{
  g_autoptr (GPtrArray) way = up_run_get_way (self->run);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  UpPhase phase = up_run_get_phase (self->run);
  guint n_turns = way->len + (phase == UP_PHASE_ASKING || phase == UP_PHASE_ENDING ? 1 : 0);
  guint kept = 0;

  while (kept < MIN (self->turns->len, n_turns) &&
         up_turn_get_before (g_ptr_array_index (self->turns, kept)) ==
           (kept > 0 ? g_ptr_array_index (way, kept - 1) : NULL))
    kept++;
  cut_turns (self, kept);

  for (guint i = 0; i < n_turns; i++)
    {
      gboolean is_last = i == n_turns - 1;
      const UpStep *step = i < way->len ? g_ptr_array_index (way, i) : NULL;
      UpTurnState state = get_state (self, is_last);
      UpTurn *turn;

      turn = i < kept ? g_ptr_array_index (self->turns, i)
                      : append_turn (self, i > 0 ? g_ptr_array_index (way, i - 1) : NULL);

      g_ptr_array_set_size (fresh, 0);
      up_turn_set_words (turn, up_words_get (self->journal, self->run));
      up_turn_show (turn, step, state, fresh);
      if (state == UP_TURN_HAPPENING)
        restore_notice (self, turn, step);

      *heading = up_turn_get_heading (turn);
      if (*heading == NULL || (i >= kept && step == NULL && state != UP_TURN_ENDING))
        *heading = up_turn_get_opening (turn);
    }

  return g_steal_pointer (&fresh);
}

static UpPace
get_pace (UpSceneView *self)
{
  if (g_settings_get_boolean (self->settings, "line-by-line"))
    return UP_PACE_ASKED;
  if (!adw_get_enable_animations (GTK_WIDGET (self)) ||
      g_settings_get_boolean (self->settings, "reduced-pauses"))
    return UP_PACE_TOGETHER;

  return UP_PACE_PAUSES;
}

/* Shows where the run is, and leads there; what is new appears line by line where @paced. */
static void
update (UpSceneView *self, gboolean paced)
{
  g_autoptr (GPtrArray) fresh = NULL;
  GtkWidget *heading = NULL;

  up_pacing_finish (self->pacing);
  fresh = update_turns (self, &heading);
  if (paced)
    up_pacing_start (self->pacing, fresh, get_pace (self));
  up_scroller_lead_to (self->scroller, heading);
}

static void
on_rehearsed (UpSceneView *self, int how)
{
  if (how != UP_REHEARSAL_TYPED)
    up_words_drop (self->journal, self->run);
  up_run_set_rehearsal (self->run, (UpRehearsal) how);
  update (self, FALSE);
  up_journal_keep_run (self->journal, self->run);
}

static void
on_run_changed (UpSceneView *self)
{
  update (self, TRUE);
  up_journal_keep_run (self->journal, self->run);
}

/* Whatever is still to appear does so at once; a press meant for that presses nothing else. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, UpSceneView *self)
{
  if (!up_pacing_is_running (self->pacing) || up_pacing_is_waiting (self->pacing))
    return;

  up_pacing_finish (self->pacing);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_key_pressed (UpSceneView *self, guint key)
{
  return up_pacing_take_key (self->pacing, key, gtk_root_get_focus (self->root));
}

static void
on_next_line (UpSceneView *self)
{
  up_pacing_show_next (self->pacing);
}

static void
on_show_all (UpSceneView *self)
{
  up_pacing_finish (self->pacing);
}

/* The focus must not go with the button that it is on: what the lines led to is next. */
static void
on_waiting_changed (UpSceneView *self)
{
  gboolean waiting = up_pacing_is_waiting (self->pacing);
  gboolean had_focus = gtk_widget_get_focus_child (self->pace_box) != NULL;

  gtk_widget_set_visible (self->pace_box, waiting);
  if (!waiting && had_focus && self->turns->len > 0)
    {
      UpTurn *last = g_ptr_array_index (self->turns, self->turns->len - 1);
      GtkWidget *heading = up_turn_get_heading (last);

      up_scroller_lead_to (self->scroller, heading != NULL ? heading : up_turn_get_opening (last));
    }
}

/* What has the focus is seen. */
static void
on_focus_changed (UpSceneView *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);

  if (focus != NULL)
    up_pacing_reveal (self->pacing, focus);
}

static void
up_scene_view_root (GtkWidget *widget)
{
  UpSceneView *self = UP_SCENE_VIEW (widget);

  GTK_WIDGET_CLASS (up_scene_view_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed),
                            self);
}

static void
up_scene_view_unroot (GtkWidget *widget)
{
  UpSceneView *self = UP_SCENE_VIEW (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (up_scene_view_parent_class)->unroot (widget);
}

static void
drop_run (UpSceneView *self)
{
  if (self->run != NULL)
    g_clear_signal_handler (&self->changed_id, self->run);
  g_clear_object (&self->run);
}

static void
up_scene_view_dispose (GObject *object)
{
  UpSceneView *self = UP_SCENE_VIEW (object);

  if (self->pacing != NULL)
    g_signal_handlers_disconnect_by_func (self->pacing, on_waiting_changed, self);
  g_clear_object (&self->pacing);
  g_clear_object (&self->scroller);
  drop_run (self);
  g_clear_pointer (&self->turns, g_ptr_array_unref);
  g_clear_pointer (&self->finished, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_SCENE_VIEW);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (up_scene_view_parent_class)->dispose (object);
}

static void
up_scene_view_class_init (UpSceneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_scene_view_dispose;
  widget_class->root = up_scene_view_root;
  widget_class->unroot = up_scene_view_unroot;

  g_type_ensure (UP_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-scene-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UpSceneView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, UpSceneView, turns_box);
  gtk_widget_class_bind_template_child (widget_class, UpSceneView, pace_box);
  gtk_widget_class_bind_template_child (widget_class, UpSceneView, step_away_label);
  gtk_widget_class_bind_template_callback (widget_class, on_next_line);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
}

static void
up_scene_view_init (UpSceneView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *clicks = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->turns = g_ptr_array_new ();
  self->finished = g_hash_table_new (NULL, NULL);
  self->pacing = up_pacing_new ();

  self->scroller = up_scroller_new (self->scrolled_window);
  up_header_label_follow (self->step_away_label, self->scrolled_window);
  g_signal_connect_swapped (self->pacing, "notify::waiting", G_CALLBACK (on_waiting_changed), self);
  up_focus_keep (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (clicks), GTK_PHASE_CAPTURE);
  g_signal_connect (clicks, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled_window), GTK_EVENT_CONTROLLER (clicks));
}

/**
 * up_scene_view_new:
 * @catalog: the content
 * @journal: where the run is kept
 * @settings: whether lines appear one after the other
 *
 * Returns: (transfer floating): a view that shows no run yet
 */
UpSceneView *
up_scene_view_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings)
{
  UpSceneView *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (UP_TYPE_SCENE_VIEW, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);

  return self;
}

/**
 * up_scene_view_get_run:
 * @self: a scene view
 *
 * Returns: (transfer none) (nullable): the run it shows
 */
UpRun *
up_scene_view_get_run (UpSceneView *self)
{
  g_return_val_if_fail (UP_IS_SCENE_VIEW (self), NULL);

  return self->run;
}

/**
 * up_scene_view_set_run:
 * @self: a scene view
 * @run: a run
 *
 * Shows a run from its start to where it is now and follows it from then on. What the
 * run does from then on is kept in the journal.
 */
void
up_scene_view_set_run (UpSceneView *self, UpRun *run)
{
  g_return_if_fail (UP_IS_SCENE_VIEW (self));
  g_return_if_fail (UP_IS_RUN (run));

  up_pacing_finish (self->pacing);
  if (self->run != NULL && !g_str_equal (up_run_get_id (self->run), up_run_get_id (run)))
    up_scene_view_leave (self);
  cut_turns (self, 0);
  g_hash_table_remove_all (self->finished);
  g_object_ref (run);
  drop_run (self);
  self->run = run;
  self->changed_id = g_signal_connect_swapped (run, "changed", G_CALLBACK (on_run_changed), self);

  if (up_run_get_phase (run) == UP_PHASE_ENDING && up_run_get_step (run) != NULL)
    g_hash_table_add (self->finished,
                      GUINT_TO_POINTER (up_step_get_number (up_run_get_step (run))));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 up_scenario_get_title (up_run_get_scenario (run)).text);
  update (self, up_run_get_n_steps (run) == 0);
}

/**
 * up_scene_view_go_on:
 * @self: a scene view
 *
 * Goes on from what happens to the feedback, and from there to the next decision or ending. An
 * ending that is reached for the first time is noted in the journal.
 */
void
up_scene_view_go_on (UpSceneView *self)
{
  const UpStep *step;
  UpPhase phase;

  g_return_if_fail (UP_IS_SCENE_VIEW (self));
  g_return_if_fail (self->run != NULL);

  step = up_run_get_step (self->run);
  phase = up_run_get_phase (self->run);
  if (phase != UP_PHASE_HAPPENING && phase != UP_PHASE_FEEDBACK)
    return;

  if (phase == UP_PHASE_HAPPENING)
    {
      g_autofree char *key = make_draft_key (self, step);

      /* It is kept with the step from now on. */
      up_journal_set_draft (self->journal, key, NULL);
    }

  up_run_advance (self->run);

  if (up_run_get_phase (self->run) == UP_PHASE_ENDING &&
      g_hash_table_add (self->finished, GUINT_TO_POINTER (up_step_get_number (step))))
    up_journal_finish_run (self->journal, self->run);
}

/**
 * up_scene_view_take_back:
 * @self: a scene view
 *
 * Takes the newest step back.
 */
void
up_scene_view_take_back (UpSceneView *self)
{
  g_return_if_fail (UP_IS_SCENE_VIEW (self));
  g_return_if_fail (self->run != NULL);

  up_run_take_back (self->run);
}

/**
 * up_scene_view_go_before:
 * @self: a scene view
 * @number: the number of a step
 *
 * Goes back to the decision at which a step was made. Nothing is lost by it.
 */
void
up_scene_view_go_before (UpSceneView *self, guint number)
{
  const UpStep *step;

  g_return_if_fail (UP_IS_SCENE_VIEW (self));
  g_return_if_fail (self->run != NULL);

  step = up_run_find_step (self->run, number);
  if (step != NULL)
    up_run_go_before (self->run, step);
}

/**
 * up_scene_view_go_after:
 * @self: a scene view
 * @number: the number of a step whose outcome was seen, or 0 for the start
 *
 * Goes to the decision or ending that a step led to. Nothing is lost by it.
 */
void
up_scene_view_go_after (UpSceneView *self, guint number)
{
  const UpStep *step;

  g_return_if_fail (UP_IS_SCENE_VIEW (self));
  g_return_if_fail (self->run != NULL);

  step = up_run_find_step (self->run, number);
  if (step != NULL || number == 0)
    up_run_go_after (self->run, step);
}

/**
 * up_scene_view_skip:
 * @self: a scene view
 *
 * Skips the newest part of the conversation, or shows that after all.
 */
void
up_scene_view_skip (UpSceneView *self)
{
  g_return_if_fail (UP_IS_SCENE_VIEW (self));
  g_return_if_fail (self->run != NULL);

  up_turn_toggle_skipped (g_ptr_array_index (self->turns, self->turns->len - 1));
}

/**
 * up_scene_view_leave:
 * @self: a scene view
 *
 * The person leaves for another page or run. Of an ending that is left, what they would have said
 * themselves goes too, unless they asked to keep it.
 */
void
up_scene_view_leave (UpSceneView *self)
{
  g_return_if_fail (UP_IS_SCENE_VIEW (self));

  if (self->run != NULL && up_run_get_phase (self->run) == UP_PHASE_ENDING)
    up_words_drop (self->journal, self->run);
}
