/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-compare.h"

#include "up-em.h"

/**
 * UpCompare:
 *
 * Things to compare, side by side in columns of the same width and height, or one below the other
 * where there is no room. It counts in ems of its own font, as text size is a style class, which a
 * breakpoint does not know of.
 */
struct _UpCompare
{
  GtkWidget parent_instance;
};

/* A column narrower than this breaks its lines too often to be read. */
#define LEAST_COLUMN_IN_EM 15

#define SPACING 12

G_DEFINE_FINAL_TYPE (UpCompare, up_compare, GTK_TYPE_WIDGET)

static int
count_columns (UpCompare *self)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;

  return n;
}

/* The width of each column when they stand side by side in @width; 0 where they are stacked. */
static int
column_width (UpCompare *self, int width)
{
  int n = count_columns (self);
  int each = n > 0 ? (width - (n - 1) * SPACING) / n : 0;

  if (n < 2 || each < up_em_to_pixels (GTK_WIDGET (self), LEAST_COLUMN_IN_EM))
    return 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > each)
        return 0;
    }

  return each;
}

static GtkSizeRequestMode
up_compare_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_compare_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpCompare *self = UP_COMPARE (widget);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  int each = !horizontal && for_size >= 0 ? column_width (self, for_size) : 0;
  int n = count_columns (self);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, horizontal ? -1 : (each > 0 ? each : for_size),
                          &child_minimum, &child_natural, NULL, NULL);
      if (horizontal || each > 0)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *minimum += child_minimum;
          *natural += child_natural;
        }
    }

  if (horizontal && n > 1)
    *natural = *natural * n + (n - 1) * SPACING;
  else if (!horizontal && each == 0 && n > 1)
    {
      *minimum += (n - 1) * SPACING;
      *natural += (n - 1) * SPACING;
    }
}

static void
up_compare_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpCompare *self = UP_COMPARE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int each = column_width (self, width);
  int position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { 0, 0, width, height };

      if (!gtk_widget_should_layout (child))
        continue;

      if (each > 0)
        {
          allocation.x = mirrored ? width - position - each : position;
          allocation.width = each;
          position += each + SPACING;
        }
      else
        {
          allocation.y = position;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &allocation.height,
                              NULL, NULL);
          position += allocation.height + SPACING;
        }
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
up_compare_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (up_compare_parent_class)->dispose (object);
}

static void
up_compare_class_init (UpCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_compare_dispose;
  widget_class->get_request_mode = up_compare_get_request_mode;
  widget_class->measure = up_compare_measure;
  widget_class->size_allocate = up_compare_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
up_compare_init (UpCompare *self)
{
}

/**
 * up_compare_new:
 *
 * Returns: (transfer floating): an empty comparison
 */
GtkWidget *
up_compare_new (void)
{
  return g_object_new (UP_TYPE_COMPARE, NULL);
}

/**
 * up_compare_append:
 * @self: a comparison
 * @column: (transfer floating): what to compare next
 *
 * Puts a column behind those there are.
 */
void
up_compare_append (UpCompare *self, GtkWidget *column)
{
  g_return_if_fail (UP_IS_COMPARE (self));
  g_return_if_fail (GTK_IS_WIDGET (column));

  gtk_widget_set_parent (column, GTK_WIDGET (self));
}
