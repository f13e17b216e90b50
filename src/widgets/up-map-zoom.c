/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-private.h"

#include <math.h>

/* How much of a map is seen, and how large. */

#define LEAST_ZOOM 0.4
#define MOST_ZOOM 3.0

/**
 * up_map_choose_flow:
 * @self: a map that has a layout
 *
 * Returns: where the story flows to: to the end of the line if all of it fits in there
 */
UpMapFlow
up_map_choose_flow (UpMap *self)
{
  float length = up_map_picture_get_layer_length (GTK_WIDGET (self));
  guint n_layers = up_map_layout_get_n_layers (self->layout);

  return (float) gtk_widget_get_width (GTK_WIDGET (self)) >= length * (float) n_layers
           ? UP_MAP_FLOW_TO_END
           : UP_MAP_FLOW_DOWN;
}

/**
 * up_map_get_length:
 * @self: a map
 * @orientation: which way
 *
 * Returns: how long the picture is as it is shown
 */
double
up_map_get_length (UpMap *self, GtkOrientation orientation)
{
  if (self->picture == NULL)
    return 0;

  return self->zoom *
         (orientation == GTK_ORIENTATION_HORIZONTAL ? self->picture->width : self->picture->height);
}

static int
get_room (UpMap *self, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                   : gtk_widget_get_height (GTK_WIDGET (self));
}

/**
 * up_map_get_origin:
 * @self: a map
 * @orientation: which way
 *
 * Returns: where the picture begins; in the middle where there is more room than it takes
 */
double
up_map_get_origin (UpMap *self, GtkOrientation orientation)
{
  double spare = get_room (self, orientation) - up_map_get_length (self, orientation);
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (spare > 0)
    return round (spare / 2);

  return adjustment != NULL ? -round (gtk_adjustment_get_value (adjustment)) : 0;
}

/**
 * up_map_configure_adjustment:
 * @self: a map
 * @orientation: which of its adjustments
 *
 * Tells the adjustment how long the picture is and how much room there is.
 */
void
up_map_configure_adjustment (UpMap *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double room = get_room (self, orientation);
  double length = MAX (up_map_get_length (self, orientation), room);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment,
                              CLAMP (gtk_adjustment_get_value (adjustment), 0, length - room), 0,
                              length, room * 0.1, room * 0.9, room);
}

static void
configure_adjustments (UpMap *self)
{
  up_map_configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  up_map_configure_adjustment (self, GTK_ORIENTATION_VERTICAL);
}

/**
 * up_map_get_node_area:
 * @self: a map that has a picture
 * @node: a node
 *
 * Returns: where it is shown
 */
GdkRectangle
up_map_get_node_area (UpMap *self, guint node)
{
  const UpMapBox *box = &self->picture->boxes[node];

  return (GdkRectangle) {
    .x = (int) (up_map_get_origin (self, GTK_ORIENTATION_HORIZONTAL) + self->zoom * box->x),
    .y = (int) (up_map_get_origin (self, GTK_ORIENTATION_VERTICAL) + self->zoom * box->y),
    .width = (int) (self->zoom * box->width),
    .height = (int) (self->zoom * box->height),
  };
}

/**
 * up_map_scroll_to_cursor:
 * @self: a map
 * @centred: whether to bring the cursor into the middle
 *
 * Scrolls so that the cursor is seen, with what lies around it.
 */
void
up_map_scroll_to_cursor (UpMap *self, gboolean centred)
{
  const UpMapBox *box;
  double around;

  if (self->picture == NULL || self->cursor >= up_map_layout_get_n_nodes (self->layout))
    return;

  box = &self->picture->boxes[self->cursor];
  around = 3 * self->picture->em * self->zoom;

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      gboolean horizontal = i == GTK_ORIENTATION_HORIZONTAL;
      double start = self->zoom * (horizontal ? box->x : box->y);
      double length = self->zoom * (horizontal ? box->width : box->height);

      if (self->adjustments[i] == NULL)
        continue;

      if (centred)
        gtk_adjustment_set_value (self->adjustments[i], start + (length - get_room (self, i)) / 2);
      else
        gtk_adjustment_clamp_page (self->adjustments[i], start - around, start + length + around);
    }
}

/**
 * up_map_set_zoom:
 * @self: a map
 * @zoom: how much larger than at first it is to be shown
 * @x: a place in the widget
 * @y: a place in the widget
 *
 * Zooms so that what is at a place stays there.
 */
void
up_map_set_zoom (UpMap *self, double zoom, double x, double y)
{
  double at[] = { x, y };
  double before = self->zoom;
  double origins[] = { up_map_get_origin (self, GTK_ORIENTATION_HORIZONTAL),
                       up_map_get_origin (self, GTK_ORIENTATION_VERTICAL) };

  if (self->picture == NULL)
    return;

  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  configure_adjustments (self);
  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i],
                                (at[i] - origins[i]) / before * self->zoom - at[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * up_map_get_zoom:
 * @self: a map
 *
 * Returns: how much larger than at first it is shown
 */
double
up_map_get_zoom (UpMap *self)
{
  g_return_val_if_fail (UP_IS_MAP (self), 1);

  return self->zoom;
}

/**
 * up_map_zoom:
 * @self: a map
 * @zoom: how
 *
 * Shows the map larger or smaller, or so that all of it is seen, if that is not too small.
 */
void
up_map_zoom (UpMap *self, UpMapZoom zoom)
{
  double x, y;

  g_return_if_fail (UP_IS_MAP (self));

  if (self->picture == NULL)
    return;

  x = get_room (self, GTK_ORIENTATION_HORIZONTAL) / 2.0;
  y = get_room (self, GTK_ORIENTATION_VERTICAL) / 2.0;

  switch (zoom)
    {
    case UP_MAP_ZOOM_IN:
      up_map_set_zoom (self, self->zoom * UP_MAP_ZOOM_STEP, x, y);
      break;
    case UP_MAP_ZOOM_OUT:
      up_map_set_zoom (self, self->zoom / UP_MAP_ZOOM_STEP, x, y);
      break;
    case UP_MAP_ZOOM_FIT:
    default:
      up_map_set_zoom (
        self, MIN (1, MIN (2 * x / self->picture->width, 2 * y / self->picture->height)), x, y);
      up_map_scroll_to_cursor (self, TRUE);
    }
}
