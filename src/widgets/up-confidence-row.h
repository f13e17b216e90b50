/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_CONFIDENCE_ROW (up_confidence_row_get_type ())
G_DECLARE_FINAL_TYPE (UpConfidenceRow, up_confidence_row, UP, CONFIDENCE_ROW, GtkBox)

GtkWidget *up_confidence_row_new (void);
guint up_confidence_row_get_step (UpConfidenceRow *self);
void up_confidence_row_set_step (UpConfidenceRow *self, guint step);

G_END_DECLS
