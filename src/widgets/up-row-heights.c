/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-row-heights.h"

/* A row is asked for its height in the width that it gets and in the one that it would like best. */
#define N_WIDTHS 2

/**
 * UpRowHeights:
 *
 * How high the rows of a list are. While one scrolls, GTK's list view takes up and lets go of about ten
 * rows a frame far from what is seen, the same ones in turns: it decides how many it keeps on either
 * side by where in the window a row's edge is. It only wants to know how high they are, so that is
 * remembered, and a row lays out its texts when it is seen.
 */
struct _UpRowHeights
{
  struct
  {
    GHashTable *heights; /* GObject, held → height */
    int width;           /* for which they hold */
  } known[N_WIDTHS];
  guint oldest;
};

/**
 * up_row_heights_new:
 *
 * Returns: (transfer full): heights, of which none is known
 */
UpRowHeights *
up_row_heights_new (void)
{
  UpRowHeights *self = g_rc_box_new0 (UpRowHeights);

  for (guint i = 0; i < N_WIDTHS; i++)
    self->known[i].heights = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  return self;
}

/**
 * up_row_heights_ref:
 * @self: heights
 *
 * Returns: (transfer full): @self
 */
UpRowHeights *
up_row_heights_ref (UpRowHeights *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  UpRowHeights *self = data;

  for (guint i = 0; i < N_WIDTHS; i++)
    g_hash_table_unref (self->known[i].heights);
}

/**
 * up_row_heights_unref:
 * @self: (transfer full): heights
 */
void
up_row_heights_unref (UpRowHeights *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}

/**
 * up_row_heights_lookup:
 * @self: heights
 * @item: (type GObject): what the row is about
 * @width: in pixels
 *
 * Returns: the height in pixels that it takes in @width, or -1 where it is not known
 */
int
up_row_heights_lookup (UpRowHeights *self, gpointer item, int width)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (G_IS_OBJECT (item), -1);

  for (guint i = 0; i < N_WIDTHS; i++)
    if (self->known[i].width == width)
      /* One more is stored, so that what is not there is -1. */
      return GPOINTER_TO_INT (g_hash_table_lookup (self->known[i].heights, item)) - 1;

  return -1;
}

/**
 * up_row_heights_add:
 * @self: heights
 * @item: (type GObject): what the row is about
 * @width: in pixels; a third width takes the place of the one that was known longest
 * @height: the height in pixels that it takes in @width
 */
void
up_row_heights_add (UpRowHeights *self, gpointer item, int width, int height)
{
  guint i = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_OBJECT (item));

  while (i < N_WIDTHS && self->known[i].width != width)
    i++;
  if (i == N_WIDTHS)
    {
      i = self->oldest;
      self->oldest = (i + 1) % N_WIDTHS;
      self->known[i].width = width;
      g_hash_table_remove_all (self->known[i].heights);
    }

  g_hash_table_insert (self->known[i].heights, g_object_ref (item), GINT_TO_POINTER (height + 1));
}

/**
 * up_row_heights_forget:
 * @self: heights
 *
 * Forgets them all, as what they depend on has changed.
 */
void
up_row_heights_forget (UpRowHeights *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_WIDTHS; i++)
    g_hash_table_remove_all (self->known[i].heights);
}
