/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_COLUMN (up_column_get_type ())
G_DECLARE_FINAL_TYPE (UpColumn, up_column, UP, COLUMN, GtkWidget)

GtkWidget *up_column_new (void);
GtkWidget *up_column_get_child (UpColumn *self);
void up_column_set_child (UpColumn *self, GtkWidget *child);
int up_column_get_width_in_em (UpColumn *self);
void up_column_set_width_in_em (UpColumn *self, int width);

G_END_DECLS
