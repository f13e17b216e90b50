/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_MAP_KEY (up_map_key_get_type ())
G_DECLARE_FINAL_TYPE (UpMapKey, up_map_key, UP, MAP_KEY, GtkWidget)

GtkWidget *up_map_key_new (void);

G_END_DECLS
