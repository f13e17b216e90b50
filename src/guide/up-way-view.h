/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-which-way.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_WAY_VIEW (up_way_view_get_type ())
G_DECLARE_FINAL_TYPE (UpWayView, up_way_view, UP, WAY_VIEW, GtkBox)

GtkWidget *up_way_view_new (void);
void up_way_view_show (UpWayView *self, UpWeighing *weighing, guint advice, GPtrArray *phrases);

G_END_DECLS
