/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-turn.h"

#include "up-choice-list.h"
#include "up-content-label.h"
#include "up-ending-view.h"
#include "up-feedback-card.h"
#include "up-heading.h"
#include "up-line.h"
#include "up-quote.h"

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

  GtkBox *passage_box;
  GtkBox *ask_box;
  GtkBox *own_box;
  GtkWidget *undo_button;
  GtkWidget *happens_box;
  GtkWidget *happens_heading;
  GtkBox *happens_list;
  GtkWidget *notice_box;
  GtkEditable *notice_entry;
  GtkWidget *noticed_box;
  GtkLabel *noticed_label;
  AdwBin *feedback_bin;
  GtkWidget *actions_box;
  AdwBin *ending_bin;

  UpCatalog *catalog;
  UpRun *run;
  const UpStep *before;
  const UpStep *step;
  int state;    /* an UpTurnState, or -1 before anything is shown */
  UpText where; /* as it is at the end of the passage */
  int audience;
  GPtrArray *fresh_lines; /* of GtkWidget, until they were shown for the first time */
  GtkWidget *opening;
  GtkWidget *heading;
};

enum
{
  NOTICE_CHANGED,
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

/* Where a scene plays and who can hear, in words. */
static GtkWidget *
append_place (UpTurn *self)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  UpText where = self->where;
  GtkWidget *heading;

  if (!up_text_is_set (where))
    where = up_scenario_get_title (up_run_get_scenario (self->run));

  heading = up_heading_new (where, 2, "heading");
  gtk_box_append (GTK_BOX (place), heading);

  if (self->audience >= 0)
    {
      GtkWidget *audience = gtk_label_new (up_terms_get_title (UP_TERMS_AUDIENCE, self->audience));

      gtk_label_set_xalign (GTK_LABEL (audience), 0);
      gtk_label_set_wrap (GTK_LABEL (audience), TRUE);
      gtk_widget_add_css_class (audience, "caption");
      gtk_widget_add_css_class (audience, "dimmed");
      gtk_box_append (GTK_BOX (place), audience);
    }

  gtk_widget_set_margin_top (place, self->opening != NULL ? 6 : 0);
  gtk_box_append (self->passage_box, place);
  g_ptr_array_add (self->fresh_lines, place);

  return heading;
}

static void
append_lines (UpTurn *self, const UpScene *scene, UpFlags flags, GString *plain)
{
  for (guint i = 0; i < up_scene_get_n_lines (scene); i++)
    {
      const UpLine *line = up_scene_get_line (scene, i);
      GtkWidget *widget;

      if (!up_condition_holds (line->condition, flags))
        continue;

      widget = up_line_new (line);
      gtk_box_append (self->passage_box, widget);
      g_ptr_array_add (self->fresh_lines, widget);
      up_line_append_plain (line, plain);
    }
}

static void
build_passage (UpTurn *self)
{
  g_autoptr (GPtrArray) scenes = up_run_get_passage (self->run, self->before);
  g_autoptr (GString) plain = g_string_new (NULL);
  UpFlags flags = self->before != NULL ? up_step_get_flags (self->before) : 0;

  for (guint i = 0; i < scenes->len; i++)
    {
      const UpScene *scene = g_ptr_array_index (scenes, i);
      UpText where = up_scene_get_where (scene);
      int audience = up_scene_get_audience (scene);
      gboolean moved = (up_text_is_set (where) && g_strcmp0 (where.text, self->where.text) != 0) ||
                       (audience >= 0 && audience != self->audience);

      if (up_text_is_set (where))
        self->where = where;
      if (audience >= 0)
        self->audience = audience;

      if (self->opening == NULL)
        self->opening = append_place (self);
      else if (moved)
        append_place (self);
      append_lines (self, scene, flags, plain);
    }

  /* Who is led to the heading hears the whole passage once, whatever is still to appear. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opening),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain->str, -1);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->happens_heading),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain->str, -1);
}

static void
clear_choice (UpTurn *self)
{
  GtkWidget *own = gtk_widget_get_first_child (GTK_WIDGET (self->own_box));

  if (own != self->undo_button)
    gtk_box_remove (self->own_box, own);
  clear_box (self->happens_list);
}

static void
build_ask (UpTurn *self, GPtrArray *fresh)
{
  UpText ask = up_scene_get_ask (up_run_get_scene (self->run));
  GtkWidget *choices = up_choice_list_new (self->run);

  if (!up_text_is_set (ask))
    ask = (UpText) { _ ("What now?"), NULL };

  self->heading = up_heading_new (ask, 3, "heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choices), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->heading, NULL, -1);
  g_signal_connect_swapped (choices, "chosen", G_CALLBACK (on_chosen), self);
  gtk_box_append (self->ask_box, self->heading);
  gtk_box_append (self->ask_box, choices);
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
up_turn_dispose (GObject *object)
{
  UpTurn *self = UP_TURN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_TURN);
  g_clear_pointer (&self->fresh_lines, g_ptr_array_unref);
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

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-turn.ui");
  gtk_widget_class_bind_template_child (widget_class, UpTurn, passage_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, ask_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, own_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, undo_button);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, happens_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, happens_heading);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, happens_list);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, notice_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, notice_entry);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, noticed_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, noticed_label);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, feedback_bin);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, actions_box);
  gtk_widget_class_bind_template_child (widget_class, UpTurn, ending_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_activated);
}

static void
up_turn_init (UpTurn *self)
{
  self->audience = -1;
  self->state = -1;
  self->fresh_lines = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
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
  if (previous != NULL)
    {
      self->where = previous->where;
      self->audience = previous->audience;
    }
  build_passage (self);

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
  const char *notice = NULL;

  g_return_if_fail (UP_IS_TURN (self));
  g_return_if_fail (fresh != NULL);
  g_return_if_fail ((step == NULL) == (state == UP_TURN_ASKING || state == UP_TURN_ENDING));

  if (self->state == (int) state && self->step == step)
    return;

  self->state = state;
  self->heading = NULL;
  g_ptr_array_extend_and_steal (fresh, g_steal_pointer (&self->fresh_lines));
  self->fresh_lines = g_ptr_array_new ();

  clear_box (self->ask_box);
  if (state == UP_TURN_ASKING)
    build_ask (self, fresh);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_box), state == UP_TURN_ASKING);

  if (self->step != step)
    {
      self->step = step;
      clear_choice (self);
      if (step != NULL)
        build_choice (self, fresh);
    }
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

  adw_bin_set_child (self->ending_bin,
                     state == UP_TURN_ENDING ? up_ending_view_new (self->run) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ending_bin), state == UP_TURN_ENDING);
  if (state == UP_TURN_ENDING)
    g_ptr_array_add (fresh, self->ending_bin);
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
 * up_turn_get_opening:
 * @self: a turn
 *
 * Returns: (transfer none): the heading that the turn begins with
 */
GtkWidget *
up_turn_get_opening (UpTurn *self)
{
  g_return_val_if_fail (UP_IS_TURN (self), NULL);

  return self->opening;
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
