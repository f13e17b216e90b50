/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-map-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *up_map_describe (UpMapLayout *layout);
char *up_map_describe_node (const UpMapNode *node);
const char *up_map_name_state (const UpMapNode *node);
char *up_map_count_open (const UpMapNode *node);
GtkWidget *up_map_details_new (UpMapLayout *layout, guint node, gboolean read_only);

G_END_DECLS
