/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-parts.h"

#include "up-content-label.h"
#include "up-heading.h"
#include "up-sign.h"

/* What the pages of the journal's entries are made of. */

/* In pixels. From right to left, libadwaita 1.7 puts what would like to be wider than a wrap box beside
 * it: this fits into the narrowest window. */
#define WIDEST_BUTTON 320

/**
 * up_part_append:
 * @box: a page's box
 * @title: (nullable): the part's heading
 * @content: (transfer floating): what stands below it
 *
 * Puts a part at the end of a page.
 */
void
up_part_append (GtkBox *box, const char *title, GtkWidget *content)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (GTK_IS_WIDGET (content));

  if (title != NULL)
    gtk_box_append (GTK_BOX (part), up_heading_new ((UpText) { title, NULL }, 2, "heading"));
  gtk_box_append (GTK_BOX (part), content);
  gtk_box_append (box, part);
}

/**
 * up_part_append_text:
 * @box: a page's box
 * @title: (nullable): the part's heading
 * @text: what stands below it; where there is nothing, neither does the heading
 *
 * Puts a part that is one text at the end of a page.
 */
void
up_part_append_text (GtkBox *box, const char *title, UpText text)
{
  if (up_text_is_set (text))
    up_part_append (box, title, up_content_label_new (text, "paragraph"));
}

/**
 * up_part_note_new:
 * @text: what has to be known about the page
 *
 * Returns: (transfer floating): a card that says it
 */
GtkWidget *
up_part_note_new (const char *text)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = up_ornament_new ("dialog-information-symbolic");
  GtkWidget *label = up_content_label_new ((UpText) { text, NULL }, "paragraph");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (note), icon);
  gtk_box_append (GTK_BOX (note), label);
  gtk_widget_add_css_class (note, "note");
  gtk_widget_add_css_class (note, "padded");

  return note;
}

/**
 * up_part_buttons_new:
 *
 * Returns: (transfer floating): room for the buttons of a page
 */
GtkWidget *
up_part_buttons_new (void)
{
  return g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, "margin-top", 12,
                       NULL);
}

/**
 * up_part_button_append:
 * @buttons: made by up_part_buttons_new()
 * @label: what the button does
 * @action: the action it activates
 * @target: the action's parameter
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
up_part_button_append (GtkWidget *buttons, const char *label, const char *action,
                       const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  g_return_val_if_fail (ADW_IS_WRAP_BOX (buttons), NULL);

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                       g_object_new (ADW_TYPE_CLAMP, "child", button, "maximum-size", WIDEST_BUTTON,
                                     "unit", ADW_LENGTH_UNIT_PX, NULL));

  return button;
}

/**
 * up_part_clear:
 * @box: a page's box
 *
 * Takes all parts out of a page.
 */
void
up_part_clear (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
