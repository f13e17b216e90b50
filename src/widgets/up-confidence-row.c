/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-confidence-row.h"

#include "up-content-label.h"
#include "up-run.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpConfidenceRow:
 *
 * Asks how sure somebody feels, in five steps that are words. None of them is better than another,
 * and none need be chosen: pressing the chosen one again takes it back, and so does a button.
 */
struct _UpConfidenceRow
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[UP_CONFIDENCE_STEPS];
  GtkWidget *clear_button;
  guint step;
};

enum
{
  PROP_STEP = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UpConfidenceRow, up_confidence_row, GTK_TYPE_BOX)

static void
on_toggled (UpConfidenceRow *self, GtkToggleButton *button)
{
  for (guint i = 0; i < UP_CONFIDENCE_STEPS; i++)
    if (self->buttons[i] == button)
      {
        if (gtk_toggle_button_get_active (button))
          up_confidence_row_set_step (self, i + 1);
        else if (self->step == i + 1)
          up_confidence_row_set_step (self, 0);
      }
}

static void
on_clear (UpConfidenceRow *self)
{
  /* The button is about to go, and the focus must not go with it. */
  if (self->step != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->buttons[self->step - 1]));
  up_confidence_row_set_step (self, 0);
}

static void
up_confidence_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STEP:
      g_value_set_uint (value, UP_CONFIDENCE_ROW (object)->step);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_confidence_row_set_property (GObject *object, guint prop_id, const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STEP:
      up_confidence_row_set_step (UP_CONFIDENCE_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_confidence_row_class_init (UpConfidenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = up_confidence_row_get_property;
  object_class->set_property = up_confidence_row_set_property;

  /**
   * UpConfidenceRow:step:
   *
   * What is chosen: 1 to %UP_CONFIDENCE_STEPS, or 0 for nothing.
   */
  properties[PROP_STEP] =
    g_param_spec_uint ("step", NULL, NULL, 0, UP_CONFIDENCE_STEPS, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkToggleButton *
step_button_new (UpConfidenceRow *self, int value)
{
  const char *title = up_terms_get_title (UP_TERMS_CONFIDENCE, value);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = up_ornament_new ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (title);

  /* The mark says by its shape what the shade of the button says. */
  g_object_bind_property (button, "active", mark, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (content), mark);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);

  return GTK_TOGGLE_BUTTON (button);
}

static void
up_confidence_row_init (UpConfidenceRow *self)
{
  UpText question = { _ ("How sure does finding words in such a moment feel?"), NULL };
  UpText explanation = { _ ("Only if wanted. It stays in the journal."), NULL };
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *question_label = up_content_label_new (question, "paragraph");
  GtkWidget *explanation_label = up_content_label_new (explanation, "dimmed");
  GtkWidget *steps = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  gtk_widget_add_css_class (explanation_label, "caption");
  gtk_box_append (GTK_BOX (words), question_label);
  gtk_box_append (GTK_BOX (words), explanation_label);
  gtk_box_append (GTK_BOX (self), words);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (steps), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  question_label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  explanation_label, NULL, -1);
  for (guint i = 0; i < UP_CONFIDENCE_STEPS; i++)
    {
      self->buttons[i] = step_button_new (self, (int) i);
      adw_wrap_box_append (ADW_WRAP_BOX (steps), GTK_WIDGET (self->buttons[i]));
    }
  gtk_box_append (GTK_BOX (self), steps);

  /* Translators: takes back what was chosen */
  self->clear_button = gtk_button_new_with_label (_ ("Clear"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_add_css_class (self->clear_button, "chip");
  gtk_widget_set_visible (self->clear_button, FALSE);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (on_clear), self);
  adw_wrap_box_append (ADW_WRAP_BOX (steps), self->clear_button);
}

/**
 * up_confidence_row_new:
 *
 * Returns: (transfer floating): a row in which nothing is chosen
 */
GtkWidget *
up_confidence_row_new (void)
{
  return g_object_new (UP_TYPE_CONFIDENCE_ROW, NULL);
}

/**
 * up_confidence_row_get_step:
 * @self: a row
 *
 * Returns: what is chosen: 1 to %UP_CONFIDENCE_STEPS, or 0 for nothing
 */
guint
up_confidence_row_get_step (UpConfidenceRow *self)
{
  g_return_val_if_fail (UP_IS_CONFIDENCE_ROW (self), 0);

  return self->step;
}

/**
 * up_confidence_row_set_step:
 * @self: a row
 * @step: 1 to %UP_CONFIDENCE_STEPS, or 0 for nothing
 *
 * Chooses a step.
 */
void
up_confidence_row_set_step (UpConfidenceRow *self, guint step)
{
  g_return_if_fail (UP_IS_CONFIDENCE_ROW (self));
  g_return_if_fail (step <= UP_CONFIDENCE_STEPS);

  if (self->step == step)
    return;

  self->step = step;
  for (guint i = 0; i < UP_CONFIDENCE_STEPS; i++)
    gtk_toggle_button_set_active (self->buttons[i], i + 1 == step);
  gtk_widget_set_visible (self->clear_button, step != 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}
