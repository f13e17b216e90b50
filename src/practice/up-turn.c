/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-turn.h"

#include "up-choice-list.h"
#include "up-ending-view.h"
#include "up-feedback-card.h"
#include "up-heading.h"
#include "up-line.h"
#include "up-listen-for.h"
#include "up-passage.h"
#include "up-quote.h"
#include "up-rehearsal-view.h"
#include "up-skip-button.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpTurn:
 *
 * One turn of the conversation: the scenes that lead to a decision, and then what is asked there, or
 * the choice that was made with what happens and its feedback; or the ending that they lead to.
 */
struct _UpTurn
{
  GtkBox parent_instance;

  UpPassage *passage;
  GtkBox *ask_box;
  GtkBox *own_box;
  GtkWidget *undo_button;
  GtkWidget *happens_box;
  GtkWidget *happens_heading;
  GtkWidget *skip_button;
  GtkWidget *skipped_label;
  GtkBox *happens_list;
  GtkWidget *notice_box;
  GtkEditable *notice_entry;
  GtkWidget *noticed_box;
  GtkLabel *noticed_label;
  AdwBin *feedback_bin;
  GtkWidget *actions_box;
  AdwBin *ending_bin;
  AdwBin *listen_bin;
  GtkWidget *ending_actions;

  UpCatalog *catalog;
  UpRun *run;
  const UpStep *before;
  const UpStep *step;
  int state;      /* an UpTurnState, or -1 before anything is shown */
  char *words;    /* what the person would say themselves, or NULL */
  char *happened; /* what happens after the choice, read out */
  GtkWidget *heading;
};

enum
{
  NOTICE_CHANGED,
  WORDS_CHANGED,
  REHEARSED,
  KEEP_WORDS,
  SKIPPED_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpTurn, up_turn, GTK_TYPE_BOX)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
on_notice_changed (UpTurn *self)
{
  g_signal_emit (self, signals[NOTICE_CHANGED], 0, gtk_editable_get_text (self->notice_entry));
}

static void
on_notice_activated (UpTurn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "practice.continue", NULL);
}

static void
on_chosen (UpTurn *self, const UpChoice *choice)
{
  up_run_choose (self->run, choice);
}

/* How skipping what happens after a choice is remembered. */
static char *
make_skip_id (UpTurn *self)
{
  const UpChoice *choice = up_step_get_choice (self->step);

  return g_strconcat (up_scene_get_id (up_choice_get_scene (choice)), "/",
                      up_choice_get_id (choice), NULL);
}

static void
update_happens (UpTurn *self)
{
  g_autofree char *id = make_skip_id (self);
  gboolean skipped = up_run_is_skipped (self->run, id);

  gtk_widget_set_visible (GTK_WIDGET (self->happens_list), !skipped);
  gtk_widget_set_visible (self->skipped_label, skipped);
  gtk_widget_set_visible (self->skip_button, skipped || self->state != UP_TURN_PAST);
  up_skip_button_set_skipped (UP_SKIP_BUTTON (self->skip_button), skipped);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->happens_heading), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    skipped ? gtk_label_get_label (GTK_LABEL (self->skipped_label)) : self->happened, -1);
}

static void
toggle_happens (UpTurn *self)
{
  g_autofree char *id = make_skip_id (self);

  if (up_run_is_skipped (self->run, id))
    up_run_unset_skipped (self->run, id);
  else
    {
      up_run_set_skipped (self->run, id);
      gtk_accessible_announce (GTK_ACCESSIBLE (self),
                               gtk_label_get_label (GTK_LABEL (self->skipped_label)),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  update_happens (self);
  g_signal_emit (self, signals[SKIPPED_CHANGED], 0);
}

static void
on_passage_skipped (UpTurn *self)
{
  g_signal_emit (self, signals[SKIPPED_CHANGED], 0);
}

static void
on_words_changed (UpTurn *self, const char *words)
{
  g_set_str (&self->words, words);
  g_signal_emit (self, signals[WORDS_CHANGED], 0, words);
}

static void
on_rehearsed (UpTurn *self, int how)
{
  g_signal_emit (self, signals[REHEARSED], 0, how);
}

static void
on_keep_words (UpTurn *self, gboolean kept)
{
  g_signal_emit (self, signals[KEEP_WORDS], 0, kept);
}

static void
build_choice (UpTurn *self, GPtrArray *fresh)
{
  const UpChoice *choice = up_step_get_choice (self->step);
  UpText text = up_choice_get_text (choice);
  g_autofree char *quoted = up_choice_is_speech (choice) ? up_quote (text) : g_strdup (text.text);
  g_autofree char *isolated = up_quote_isolate (quoted);
  g_autofree char *name = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  GtkWidget *own = up_line_new_for_choice (choice);

  /* Translators: %s is what was said or done, in quotation marks where it was said */
  name = g_strdup_printf (_ ("Take back: %s"), isolated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "u",
                                    up_step_get_number (self->step));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo_button), "practice.go-before");
  gtk_box_prepend (self->own_box, own);
  g_ptr_array_add (fresh, own);

  for (guint i = 0; i < up_choice_get_n_happens (choice); i++)
    {
      const UpLine *line = up_choice_get_happens (choice, i);
      GtkWidget *widget;

      if (!up_condition_holds (line->condition, up_step_get_flags (self->step)))
        continue;

      widget = up_line_new (line);
      gtk_box_append (self->happens_list, widget);
      g_ptr_array_add (fresh, widget);
      up_line_append_plain (line, plain);
    }
  g_set_str (&self->happened, plain->str);
}

static void
clear_choice (UpTurn *self)
{
  GtkWidget *own = gtk_widget_get_first_child (GTK_WIDGET (self->own_box));

  if (own != self->undo_button)
    gtk_box_remove (self->own_box, own);
  clear_box (self->happens_list);
}

static GtkWidget *
rehearsal_new (UpTurn *self)
{
  GtkWidget *rehearsal = up_rehearsal_view_new (self->words);

  g_signal_connect_swapped (rehearsal, "changed", G_CALLBACK (on_words_changed), self);
  g_signal_connect_swapped (rehearsal, "done", G_CALLBACK (on_rehearsed), self);

  return rehearsal;
}

static GtkWidget *
choices_new (UpTurn *self)
{
  GtkWidget *choices = up_choice_list_new (self->run);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (choices), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->heading, NULL, -1);
  g_signal_connect_swapped (choices, "chosen", G_CALLBACK (on_chosen), self);

  return choices;
}

static void
build_ask (UpTurn *self, GPtrArray *fresh)
{
  const UpScene *scene = up_run_get_scene (self->run);
  UpText ask = up_scene_get_ask (scene);

  if (!up_text_is_set (ask))
    ask = (UpText) { _ ("What now?"), NULL };

  self->heading = up_heading_new (ask, 3, "heading");
  gtk_box_append (self->ask_box, self->heading);
  if (self->state == UP_TURN_REHEARSING)
    gtk_box_append (self->ask_box, rehearsal_new (self));
  else
    {
      if (up_scene_get_pivotal (scene) && self->words != NULL &&
          up_run_get_rehearsal (self->run) == UP_REHEARSAL_TYPED)
        gtk_box_append (self->ask_box, up_own_words_new (self->words));
      gtk_box_append (self->ask_box, choices_new (self));
    }
  g_ptr_array_add (fresh, self->ask_box);
}

static GtkWidget *
feedback_new (UpTurn *self, gboolean past)
{
  GtkWidget *card = up_feedback_card_new (self->catalog, up_step_get_choice (self->step), !past);
  GtkWidget *expander;

  if (!past)
    {
      self->heading = up_feedback_card_get_heading (UP_FEEDBACK_CARD (card));
      return card;
    }

  expander = gtk_expander_new (_ ("What this does"));
  gtk_widget_set_margin_top (card, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), card);

  return expander;
}

static void
build_ending (UpTurn *self, GPtrArray *fresh)
{
  GtkWidget *listen_for = up_listen_for_new (self->run, self->words);

  adw_bin_set_child (self->ending_bin, up_ending_view_new (self->run));
  g_ptr_array_add (fresh, self->ending_bin);

  if (listen_for != NULL)
    {
      g_signal_connect_swapped (listen_for, "keep", G_CALLBACK (on_keep_words), self);
      adw_bin_set_child (self->listen_bin, listen_for);
      g_ptr_array_add (fresh, self->listen_bin);
    }
  g_ptr_array_add (fresh, self->ending_actions);
}

static void
up_turn_dispose (GObject *object)
{
  UpTurn *self = UP_TURN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_TURN);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->happened, g_free);
  g_clear_object (&self->catalog);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (up_turn_parent_class)->dispose (object);
}

static void
up_turn_class_init (UpTurnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_turn_dispose;

  /**
   * UpTurn::notice-changed:
   * @self: the turn
   * @notice: what stands in the entry now
   *
   * What the person notices is being typed.
   */
  signals[NOTICE_CHANGED] =
    g_signal_new ("notice-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * UpTurn::words-changed:
   * @self: the turn
   * @words: what the person would say themselves
   *
   * It is being typed.
   */
  signals[WORDS_CHANGED] =
    g_signal_new ("words-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * UpTurn::rehearsed:
   * @self: the turn
   * @how: an #UpRehearsal
   *
   * The options may be shown.
   */
  signals[REHEARSED] = g_signal_new ("rehearsed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * UpTurn::keep-words:
   * @self: the turn
   * @kept: whether the person's own words are to be kept
   */
  signals[KEEP_WORDS] = g_signal_new ("keep-words", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * UpTurn::skipped-changed:
   * @self: the turn
   *
   * Something of it is skipped, or read after all.
   */
  signals[SKIPPED_CHANGED] = g_signal_new ("skipped-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-turn.ui");
  gtk_widget_class_bind_template_child (widget_class, UpTurn, ask_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, own_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, undo_button);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, happens_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, happens_heading);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, skipped_label);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, happens_list);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, notice_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, notice_entry);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, noticed_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, noticed_label);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, feedback_bin);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, actions_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, ending_bin);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, listen_bin);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, ending_actions);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_activated);
}

static void
up_turn_init (UpTurn *self)
{
  self->state = -1;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->skip_button = up_skip_button_new (_ ("Skip What Happens"), _ ("Show What Happens"));
  g_signal_connect_swapped (self->skip_button, "clicked", G_CALLBACK (toggle_happens), self);
  gtk_box_insert_child_after (GTK_BOX (self->happens_box), self->skip_button,
                              self->happens_heading);
}

/**
 * up_turn_new:
 * @catalog: the content
 * @run: a run
 * @before: (nullable): the step that the turn follows, or %NULL for the first turn
 * @previous: (nullable): the turn before it
 *
 * Makes a turn with the scenes that lead to its decision or ending; up_turn_show() adds the rest.
 *
 * Returns: (transfer floating): the turn
 */
GtkWidget *
up_turn_new (UpCatalog *catalog, UpRun *run, const UpStep *before, UpTurn *previous)
{
  UpTurn *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (previous == NULL || UP_IS_TURN (previous), NULL);

  self = g_object_new (UP_TYPE_TURN, NULL);
  self->catalog = g_object_ref (catalog);
  self->run = g_object_ref (run);
  self->before = before;
  self->passage =
    UP_PASSAGE (up_passage_new (run, before, previous != NULL ? previous->passage : NULL));
  g_signal_connect_swapped (self->passage, "skipped-changed", G_CALLBACK (on_passage_skipped),
                            self);
  gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (self->passage));

  return GTK_WIDGET (self);
}

/**
 * up_turn_get_before:
 * @self: a turn
 *
 * Returns: (transfer none) (nullable): the step that the turn follows
 */
const UpStep *
up_turn_get_before (UpTurn *self)
{
  g_return_val_if_fail (UP_IS_TURN (self), NULL);

  return self->before;
}

/**
 * up_turn_show:
 * @self: a turn
 * @step: (nullable): the choice that was made, or %NULL while it is asked and at an ending
 * @state: how far the turn is
 * @fresh: (element-type GtkWidget): where to add the widgets that were not shown before, in order
 *
 * Shows how far the turn is.
 */
void
up_turn_show (UpTurn *self, const UpStep *step, UpTurnState state, GPtrArray *fresh)
{
  gboolean after_choice = state == UP_TURN_HAPPENING || state == UP_TURN_FEEDBACK;
  gboolean asks = state == UP_TURN_REHEARSING || state == UP_TURN_ASKING;
  const char *notice = NULL;

  g_return_if_fail (UP_IS_TURN (self));
  g_return_if_fail (fresh != NULL);
  g_return_if_fail ((step == NULL) == (asks || state == UP_TURN_ENDING));

  if (self->state == (int) state && self->step == step)
    return;

  self->state = state;
  self->heading = NULL;
  up_passage_take_fresh (self->passage, fresh);
  up_passage_set_current (self->passage, step == NULL);

  clear_box (self->ask_box);
  if (asks)
    build_ask (self, fresh);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_box), asks);

  if (self->step != step)
    {
      self->step = step;
      clear_choice (self);
      if (step != NULL)
        build_choice (self, fresh);
    }
  if (step != NULL)
    update_happens (self);
  if (state == UP_TURN_HAPPENING)
    {
      self->heading = self->happens_heading;
      g_ptr_array_add (fresh, self->notice_box);
      g_ptr_array_add (fresh, self->actions_box);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->own_box), step != NULL);
  gtk_widget_set_visible (self->happens_box, step != NULL);
  gtk_widget_set_visible (self->undo_button, state == UP_TURN_PAST);
  gtk_widget_set_visible (self->notice_box, state == UP_TURN_HAPPENING);

  if (step != NULL && state != UP_TURN_HAPPENING)
    notice = up_step_get_notice (step);
  gtk_label_set_text (self->noticed_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->noticed_box, notice != NULL);

  if (state == UP_TURN_FEEDBACK || state == UP_TURN_PAST)
    adw_bin_set_child (self->feedback_bin, feedback_new (self, state == UP_TURN_PAST));
  else
    adw_bin_set_child (self->feedback_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->feedback_bin),
                          adw_bin_get_child (self->feedback_bin) != NULL);
  gtk_widget_set_visible (self->actions_box, after_choice);

  adw_bin_set_child (self->ending_bin, NULL);
  adw_bin_set_child (self->listen_bin, NULL);
  if (state == UP_TURN_ENDING)
    build_ending (self, fresh);
  gtk_widget_set_visible (GTK_WIDGET (self->ending_bin), state == UP_TURN_ENDING);
  gtk_widget_set_visible (GTK_WIDGET (self->listen_bin),
                          adw_bin_get_child (self->listen_bin) != NULL);
}

/**
 * up_turn_set_notice:
 * @self: a turn
 * @notice: (nullable): what was typed before
 *
 * Fills the entry for what the person notices.
 */
void
up_turn_set_notice (UpTurn *self, const char *notice)
{
  g_return_if_fail (UP_IS_TURN (self));

  g_signal_handlers_block_by_func (self->notice_entry, on_notice_changed, self);
  gtk_editable_set_text (self->notice_entry, notice != NULL ? notice : "");
  g_signal_handlers_unblock_by_func (self->notice_entry, on_notice_changed, self);
}

/**
 * up_turn_set_words:
 * @self: a turn
 * @words: (nullable): what the person would say themselves
 *
 * Says which words stand beside the options and at the ending once the turn is shown anew.
 */
void
up_turn_set_words (UpTurn *self, const char *words)
{
  g_return_if_fail (UP_IS_TURN (self));

  g_set_str (&self->words, words);
}

/**
 * up_turn_toggle_skipped:
 * @self: a turn
 *
 * Skips the newest part of it, or shows that after all.
 */
void
up_turn_toggle_skipped (UpTurn *self)
{
  g_return_if_fail (UP_IS_TURN (self));

  if (self->step != NULL)
    toggle_happens (self);
  else
    up_passage_toggle_skipped (self->passage);
}

/**
 * up_turn_get_opening:
 * @self: a turn
 *
 * Returns: (transfer none): the heading that the turn begins with
 */
GtkWidget *
up_turn_get_opening (UpTurn *self)
{
  g_return_val_if_fail (UP_IS_TURN (self), NULL);

  return up_passage_get_opening (self->passage);
}

/**
 * up_turn_get_heading:
 * @self: a turn
 *
 * Returns: (transfer none) (nullable): the heading of the turn's newest part, or %NULL where that is
 *   the passage
 */
GtkWidget *
up_turn_get_heading (UpTurn *self)
{
  g_return_val_if_fail (UP_IS_TURN (self), NULL);

  return self->heading;
}
