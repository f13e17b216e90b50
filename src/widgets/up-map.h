/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  UP_MAP_ZOOM_IN,
  UP_MAP_ZOOM_OUT,
  UP_MAP_ZOOM_FIT,
} UpMapZoom;

#define UP_TYPE_MAP (up_map_get_type ())
G_DECLARE_FINAL_TYPE (UpMap, up_map, UP, MAP, GtkWidget)

GtkWidget *up_map_new (void);
UpRun *up_map_get_run (UpMap *self);
void up_map_set_run (UpMap *self, UpRun *run);
gboolean up_map_get_read_only (UpMap *self);
void up_map_set_read_only (UpMap *self, gboolean read_only);
double up_map_get_zoom (UpMap *self);
void up_map_zoom (UpMap *self, UpMapZoom zoom);

G_END_DECLS
