/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-panes.h"

#include "up-em.h"
#include "up-ordered-box.h"

/**
 * UpPanes:
 *
 * Two scrolled windows: beside each other each of them is as high as there is room, and scrolls alone;
 * where there is no room for that the one stands below the other, both in full height, and what holds
 * them scrolls. Unlike with a breakpoint nothing is taken out and put in again, so that no focus is
 * lost. It counts in ems, as text size is a style class, which a breakpoint does not know of.
 */
struct _UpPanes
{
  GtkWidget parent_instance;
};

/* Narrower than this, they stand below each other. */
#define LEAST_WIDTH_IN_EM 48

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpPanes, up_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static gboolean
is_wide (GtkWidget *widget, int width)
{
  return width >= up_em_to_pixels (widget, LEAST_WIDTH_IN_EM);
}

static GtkSizeRequestMode
up_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  gboolean wide = !horizontal && for_size >= 0 && is_wide (widget, for_size);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, wide ? for_size / 2 : for_size, &child_minimum,
                          &child_natural, NULL, NULL);
      if (horizontal || wide)
        {
          /* Beside each other they take the height that there is. */
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, wide ? child_minimum : child_natural);
        }
      else
        {
          *minimum += child_natural;
          *natural += child_natural;
        }
    }

  if (horizontal)
    *natural *= 2;
}

static void
up_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean wide = is_wide (widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { 0, position, width, height };

      if (wide)
        {
          allocation.width = width / 2;
          allocation.x = mirrored ? width - position - allocation.width : position;
          allocation.y = 0;
          position += allocation.width;
        }
      else
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &allocation.height,
                              NULL, NULL);
          position += allocation.height;
        }
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
up_panes_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (up_panes_parent_class)->dispose (object);
}

static void
up_panes_class_init (UpPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_panes_dispose;
  widget_class->get_request_mode = up_panes_get_request_mode;
  widget_class->measure = up_panes_measure;
  widget_class->size_allocate = up_panes_size_allocate;
  widget_class->focus = up_ordered_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
up_panes_init (UpPanes *self)
{
}
