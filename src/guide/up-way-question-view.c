/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-way-question-view.h"

#include "up-content-label.h"
#include "up-heading.h"
#include "up-sign.h"

#include <adwaita.h>

/**
 * UpWayQuestionView:
 *
 * A question with its answers below each other. None need be chosen: pressing the chosen one again
 * takes it back.
 */
struct _UpWayQuestionView
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *answers;
  GPtrArray *buttons;
  guint chosen;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpWayQuestionView, up_way_question_view, GTK_TYPE_BOX)

static GtkWidget *
get_mark (GtkWidget *button)
{
  return gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
}

static GtkWidget *
get_label (GtkWidget *button)
{
  return gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
}

static void
on_toggled (UpWayQuestionView *self, GtkToggleButton *button)
{
  guint place;

  if (!g_ptr_array_find (self->buttons, button, &place))
    return;

  if (gtk_toggle_button_get_active (button))
    up_way_question_view_set_chosen (self, place + 1);
  else if (self->chosen == place + 1)
    up_way_question_view_set_chosen (self, 0);
}

static void
up_way_question_view_finalize (GObject *object)
{
  g_clear_pointer (&UP_WAY_QUESTION_VIEW (object)->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (up_way_question_view_parent_class)->finalize (object);
}

static void
up_way_question_view_class_init (UpWayQuestionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_way_question_view_finalize;

  /**
   * UpWayQuestionView::changed:
   * @self: the question
   *
   * It is answered otherwise, or not any more.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
up_way_question_view_init (UpWayQuestionView *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->title = up_heading_new (UP_TEXT_NONE, 2, "heading");
  self->text = up_content_label_new (UP_TEXT_NONE, "dimmed");
  self->answers = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-top",
                                3, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (self->answers, "card");
  gtk_widget_add_css_class (self->answers, "links");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->answers),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), self->answers);
}

/* The mark says by its shape what the shade of the button says; it always has its room, so that
 * answering moves nothing. */
static GtkWidget *
button_new (UpWayQuestionView *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = up_content_label_new (UP_TEXT_NONE, NULL);
  GtkWidget *mark = up_ornament_new ("object-select-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (mark, 0);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), mark);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);

  return button;
}

/**
 * up_way_question_view_new:
 * @question: a question, which need not outlive this
 *
 * Returns: (transfer floating): the question, not answered
 */
GtkWidget *
up_way_question_view_new (const UpWayQuestion *question)
{
  UpWayQuestionView *self;

  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (UP_TYPE_WAY_QUESTION_VIEW, NULL);
  for (guint i = 0; i < question->n_answers; i++)
    {
      GtkWidget *button = button_new (self);

      g_ptr_array_add (self->buttons, button);
      /* In a box of its own, as the style of such lists has it. */
      gtk_box_append (GTK_BOX (self->answers), g_object_new (ADW_TYPE_BIN, "child", button, NULL));
    }
  up_way_question_view_refresh (self, question);

  return GTK_WIDGET (self);
}

/**
 * up_way_question_view_refresh:
 * @self: a question
 * @question: the same one, perhaps in another language
 *
 * Shows the question's texts anew.
 */
void
up_way_question_view_refresh (UpWayQuestionView *self, const UpWayQuestion *question)
{
  g_return_if_fail (UP_IS_WAY_QUESTION_VIEW (self));
  g_return_if_fail (question != NULL);
  g_return_if_fail (question->n_answers == self->buttons->len);

  up_heading_set_text (UP_HEADING (self->title), question->title);
  up_content_label_set_text (GTK_LABEL (self->text), question->text);
  gtk_widget_set_visible (self->text, up_text_is_set (question->text));
  for (guint i = 0; i < self->buttons->len; i++)
    up_content_label_set_text (GTK_LABEL (get_label (g_ptr_array_index (self->buttons, i))),
                               question->answers[i].title);
}

/**
 * up_way_question_view_get_chosen:
 * @self: a question
 *
 * Returns: the place of the answer, counted from 1, or 0 for none
 */
guint
up_way_question_view_get_chosen (UpWayQuestionView *self)
{
  g_return_val_if_fail (UP_IS_WAY_QUESTION_VIEW (self), 0);

  return self->chosen;
}

/**
 * up_way_question_view_set_chosen:
 * @self: a question
 * @chosen: the place of an answer, counted from 1, or 0 for none
 *
 * Answers the question.
 */
void
up_way_question_view_set_chosen (UpWayQuestionView *self, guint chosen)
{
  g_return_if_fail (UP_IS_WAY_QUESTION_VIEW (self));
  g_return_if_fail (chosen <= self->buttons->len);

  if (self->chosen == chosen)
    return;

  /* Known before the buttons tell of it. */
  self->chosen = chosen;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i + 1 == chosen);
      gtk_widget_set_opacity (get_mark (button), i + 1 == chosen ? 1 : 0);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}
