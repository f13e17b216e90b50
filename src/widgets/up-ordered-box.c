/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-ordered-box.h"

/**
 * UpOrderedBox:
 *
 * A box that the Tab key walks through in the order of its children. Of itself GTK goes by where they
 * are, from the left to the right, where one reads from the right to the left too.
 */
struct _UpOrderedBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (UpOrderedBox, up_ordered_box, GTK_TYPE_BOX)

/**
 * up_ordered_focus:
 * @widget: a widget
 * @direction: the way that the focus goes
 *
 * To be the `focus` method of widgets that are walked through in the order of their children.
 *
 * Returns: whether the focus has a place in @widget
 */
gboolean
up_ordered_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (up_ordered_box_parent_class)->focus (widget, direction);

  if (child == NULL)
    child = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);

  for (; child != NULL;
       child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}

static void
up_ordered_box_class_init (UpOrderedBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = up_ordered_focus;
}

static void
up_ordered_box_init (UpOrderedBox *self)
{
}
