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

  gtk_widget_set_focusable (heading, FALSE);
  gtk_widget_remove_controller (heading, GTK_EVENT_CONTROLLER (controller));
}

/**
 * up_heading_take_focus:
 * @heading: a label
 *
 * Puts the focus on a heading (or on any label) that somebody was led to, so that reading goes on
 * from there. It is no stop for the Tab key otherwise, and none any more once the focus has left.
 */
void
up_heading_take_focus (GtkWidget *heading)
{
  g_return_if_fail (GTK_IS_LABEL (heading));

  if (!gtk_widget_get_focusable (heading))
    {
      GtkEventController *controller = gtk_event_controller_focus_new ();

      g_signal_connect (controller, "leave", G_CALLBACK (on_left), NULL);
      gtk_widget_add_controller (heading, controller);
      gtk_widget_set_focusable (heading, TRUE);
    }
  gtk_widget_grab_focus (heading);
}
