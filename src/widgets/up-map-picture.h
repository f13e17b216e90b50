/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-map-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A map as it is drawn at its own size, which zooming does not change. */
typedef struct
{
  UpMapLayout *layout;
  UpMapFlow flow;
  gboolean mirrored;
  float em;
  float label_width;
  UpMapBox *boxes;     /* of each node */
  PangoLayout **texts; /* of each node; NULL where it was not seen */
  GskPath **shapes;    /* of each node */
  GskPath **ways;      /* of each edge */
  GskPath **besides;   /* of each edge: what else leads the same way; NULL where nothing does */
  GskPath **arrows;    /* of each edge */
  float width;
  float height;
} UpMapPicture;

UpMapPicture *up_map_picture_new (GtkWidget *widget, UpMapLayout *layout, UpMapFlow flow);
gboolean up_map_picture_is_current (const UpMapPicture *self, GtkWidget *widget, UpMapFlow flow);
void up_map_picture_free (UpMapPicture *self);
void up_map_picture_draw (const UpMapPicture *self, GtkWidget *widget, GtkSnapshot *snapshot,
                          guint cursor);
GskPath *up_map_make_shape (gboolean is_ending, gboolean is_seen, const graphene_rect_t *rect,
                            float em, float inset);
guint up_map_picture_find (const UpMapPicture *self, double x, double y);
float up_map_picture_get_layer_length (GtkWidget *widget);

/* What the key to the map shows one by one. */
typedef enum
{
  UP_MAP_SAMPLE_HERE,
  UP_MAP_SAMPLE_DECISION,
  UP_MAP_SAMPLE_PIVOTAL,
  UP_MAP_SAMPLE_ENDING,
  UP_MAP_SAMPLE_UNSEEN,
  UP_MAP_SAMPLE_UNSEEN_ENDING,
  UP_MAP_SAMPLE_NOW,
  UP_MAP_SAMPLE_BEFORE,
  UP_MAP_SAMPLE_OPEN,
  UP_MAP_SAMPLE_UNKNOWN,
  UP_MAP_N_SAMPLES,
} UpMapSample;

void up_map_draw_sample (GtkWidget *widget, GtkSnapshot *snapshot, UpMapSample sample);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpMapPicture, up_map_picture_free)

G_END_DECLS
