/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-heading.h"

#include "up-content-label.h"

/**
 * UpHeading:
 *
 * A heading, which assistive technology knows as one, and which can take the focus when somebody is
 * led to it: a label alone can not, unless its text can be selected.
 */
struct _UpHeading
{
  GtkWidget parent_instance;

  GtkWidget *label;
  int level;
};

enum
{
  PROP_LEVEL = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UpHeading, up_heading, GTK_TYPE_WIDGET)

static void
up_heading_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEVEL:
      g_value_set_int (value, UP_HEADING (object)->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_heading_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  UpHeading *self = UP_HEADING (object);

  switch (prop_id)
    {
    case PROP_LEVEL:
      self->level = g_value_get_int (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                      self->level, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_heading_dispose (GObject *object)
{
  UpHeading *self = UP_HEADING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (up_heading_parent_class)->dispose (object);
}

static void
up_heading_class_init (UpHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = up_heading_get_property;
  object_class->set_property = up_heading_set_property;
  object_class->dispose = up_heading_dispose;

  properties[PROP_LEVEL] =
    g_param_spec_int ("level", NULL, NULL, 1, 6, 1,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "upheading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
up_heading_init (UpHeading *self)
{
  /* The heading says what the label shows. */
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                              GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * up_heading_new:
 * @text: what it says; without a language where it is the interface that speaks
 * @level: its level, from 1
 * @style_class: (nullable): a style class for it
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
up_heading_new (UpText text, int level, const char *style_class)
{
  UpHeading *self = g_object_new (UP_TYPE_HEADING, "level", level, NULL);

  if (style_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style_class);
  up_heading_set_text (self, text);

  return GTK_WIDGET (self);
}

/**
 * up_heading_set_text:
 * @self: a heading
 * @text: what it says from now on
 */
void
up_heading_set_text (UpHeading *self, UpText text)
{
  g_return_if_fail (UP_IS_HEADING (self));

  up_content_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text.text != NULL ? text.text : "", -1);
}

/**
 * up_heading_take_focus:
 * @widget: a heading, or a label where a text has no heading
 *
 * Puts the focus on what somebody was led to, so that reading goes on from there.
 */
void
up_heading_take_focus (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_if_fail (UP_IS_HEADING (widget) || GTK_IS_LABEL (widget));

  root = gtk_widget_get_root (widget);
  if (root == NULL)
    return;

  /* Set on the window itself, because a label refuses gtk_widget_grab_focus(). */
  gtk_widget_set_focusable (widget, TRUE);
  gtk_root_set_focus (root, widget);
}
