/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-map-picture.h"
#include "up-map.h"

G_BEGIN_DECLS

struct _UpMap
{
  GtkWidget parent_instance;

  UpRun *run;
  gulong changed_id;
  gboolean read_only;

  UpMapLayout *layout;   /* NULL without a run */
  UpMapPicture *picture; /* NULL until it is measured */
  guint cursor;
  gboolean is_cursor_led; /* the cursor is to be scrolled to once there is room */
  double zoom;
  double zoom_before; /* when fingers were put down */

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  GtkWidget *popover;
  int width; /* as allocated last */
  int height;
};

/* How much one step of zooming is. */
#define UP_MAP_ZOOM_STEP 1.25

/* up-map-zoom.c */
UpMapFlow up_map_choose_flow (UpMap *self);
double up_map_get_length (UpMap *self, GtkOrientation orientation);
double up_map_get_origin (UpMap *self, GtkOrientation orientation);
GdkRectangle up_map_get_node_area (UpMap *self, guint node);
void up_map_configure_adjustment (UpMap *self, GtkOrientation orientation);
void up_map_scroll_to_cursor (UpMap *self, gboolean centred);
void up_map_set_zoom (UpMap *self, double zoom, double x, double y);

/* up-map-input.c */
void up_map_add_controllers (UpMap *self);
void up_map_describe_cursor (UpMap *self);
gboolean up_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                               GtkTooltip *tooltip);

/* up-map-cursor.c */
guint up_map_find_by_key (const UpMapPicture *picture, guint cursor, guint key);

G_END_DECLS
