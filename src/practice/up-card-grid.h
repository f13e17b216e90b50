/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_CARD_GRID (up_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (UpCardGrid, up_card_grid, UP, CARD_GRID, GtkWidget)

void up_card_grid_append (UpCardGrid *self, GtkWidget *card);
void up_card_grid_clear (UpCardGrid *self);

G_END_DECLS
