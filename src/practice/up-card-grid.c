/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-card-grid.h"

#include "up-em.h"

#include <adwaita.h>

/**
 * UpCardGrid:
 *
 * Cards of equal width in as many columns as there is room for, each row as high as its highest card.
 * GTK's flow box gives every card the height of the highest of all, at the least width it may have.
 */
struct _UpCardGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (UpCardGrid, up_card_grid, GTK_TYPE_WIDGET)

#define SPACING 12
#define MOST_COLUMNS 3

/* How narrow a column may become before there is one less. */
#define COLUMN_IN_EM 19

static int
measure_width (GtkWidget *widget)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int minimum;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        least = MAX (least, minimum);
      }

  return least;
}

static int
count_columns (GtkWidget *widget, int width)
{
  int column = MAX (measure_width (widget), up_em_to_pixels (widget, COLUMN_IN_EM));

  return CLAMP ((width + SPACING) / MAX (column + SPACING, 1), 1, MOST_COLUMNS);
}

/* Lays the cards out in @width, or only says how high they are then. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns = count_columns (widget, width);
  int column = MAX ((width - (n_columns - 1) * SPACING) / n_columns, 0);
  GtkWidget *row[MOST_COLUMNS];
  int n = 0, y = 0, height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL || n > 0;)
    {
      if (child != NULL && n < n_columns)
        {
          if (gtk_widget_should_layout (child))
            {
              int least;

              gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &least, NULL, NULL,
                                  NULL);
              height = MAX (height, least);
              row[n++] = child;
            }
          child = gtk_widget_get_next_sibling (child);
          continue;
        }

      for (int i = 0; allocate && i < n; i++)
        {
          int x = (mirrored ? n_columns - 1 - i : i) * (column + SPACING);

          gtk_widget_size_allocate (row[i], &(GtkAllocation) { x, y, column, height }, -1);
        }
      y += height + SPACING;
      n = height = 0;
    }

  return MAX (y - SPACING, 0);
}

static GtkSizeRequestMode
up_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_card_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  int least = measure_width (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int column = MAX (least, up_em_to_pixels (widget, COLUMN_IN_EM));

      *minimum = least;
      *natural = MOST_COLUMNS * (column + SPACING) - SPACING;
    }
  else
    {
      *minimum = *natural = lay_out (widget, MAX (for_size, least), FALSE);
    }
}

static void
up_card_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
up_card_grid_dispose (GObject *object)
{
  up_card_grid_clear (UP_CARD_GRID (object));

  G_OBJECT_CLASS (up_card_grid_parent_class)->dispose (object);
}

static void
up_card_grid_class_init (UpCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_card_grid_dispose;
  widget_class->get_request_mode = up_card_grid_get_request_mode;
  widget_class->measure = up_card_grid_measure;
  widget_class->size_allocate = up_card_grid_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
up_card_grid_init (UpCardGrid *self)
{
}

/**
 * up_card_grid_append:
 * @self: a grid
 * @card: a card
 *
 * Puts a card at the end, within an item that shows and hides together with it.
 */
void
up_card_grid_append (UpCardGrid *self, GtkWidget *card)
{
  GtkWidget *item;

  g_return_if_fail (UP_IS_CARD_GRID (self));
  g_return_if_fail (GTK_IS_WIDGET (card));

  item = g_object_new (ADW_TYPE_BIN, "child", card, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  g_object_bind_property (card, "visible", item, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_parent (item, GTK_WIDGET (self));
}

/**
 * up_card_grid_clear:
 * @self: a grid
 *
 * Takes all cards out.
 */
void
up_card_grid_clear (UpCardGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (UP_IS_CARD_GRID (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
