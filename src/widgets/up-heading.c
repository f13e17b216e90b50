/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-heading.h"

#include "up-content-label.h"

/**
 * up_heading_new:
 * @text: what it says; without a language where it is the interface that speaks
 * @level: its level, from 1
 * @style_class: (nullable): a style class for it
 *
 * Makes a label that assistive technology knows as a heading.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
up_heading_new (UpText text, guint level, const char *style_class)
{
  GtkWidget *heading;

  g_return_val_if_fail (level > 0, NULL);

  heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE,
                          "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                          GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level,
                                  -1);
  if (style_class != NULL)
    gtk_widget_add_css_class (heading, style_class);
  up_content_label_set_text (GTK_LABEL (heading), text);

  return heading;
}

static void
on_left (GtkEventControllerFocus *controller)
{
  GtkWidget *heading = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  /* The focus stays where it is while another window is in front. */
  if (gtk_widget_is_focus (heading))
    return;

  /* The controller stays: GTK is walking through the list of them. */
  gtk_widget_set_focusable (heading, FALSE);
}

/**
 * up_heading_take_focus:
 * @heading: a label in a window
 *
 * Puts the focus on a heading (or on any label) that somebody was led to, so that reading goes on
 * from there. It is no stop for the Tab key otherwise, and none any more once the focus has left.
 */
void
up_heading_take_focus (GtkWidget *heading)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_LABEL (heading));

  root = gtk_widget_get_root (heading);
  if (root == NULL)
    return;

  if (g_object_get_data (G_OBJECT (heading), "focus-controller") == NULL)
    {
      GtkEventController *controller = gtk_event_controller_focus_new ();

      g_signal_connect (controller, "leave", G_CALLBACK (on_left), NULL);
      gtk_widget_add_controller (heading, controller);
      g_object_set_data (G_OBJECT (heading), "focus-controller", controller);
    }
  gtk_widget_set_focusable (heading, TRUE);

  /* A label whose text cannot be selected refuses gtk_widget_grab_focus(). */
  gtk_root_set_focus (root, heading);
}
