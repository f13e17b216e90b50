/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_MAP_LIST (up_map_list_get_type ())
G_DECLARE_FINAL_TYPE (UpMapList, up_map_list, UP, MAP_LIST, GtkWidget)

GtkWidget *up_map_list_new (void);
void up_map_list_set_run (UpMapList *self, UpRun *run);
gboolean up_map_list_get_read_only (UpMapList *self);
void up_map_list_set_read_only (UpMapList *self, gboolean read_only);

G_END_DECLS
