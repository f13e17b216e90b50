/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _UpRowHeights UpRowHeights;

UpRowHeights *up_row_heights_new (void);
UpRowHeights *up_row_heights_ref (UpRowHeights *self);
void up_row_heights_unref (UpRowHeights *self);
int up_row_heights_lookup (UpRowHeights *self, gpointer item, int width);
void up_row_heights_add (UpRowHeights *self, gpointer item, int width, int height);
void up_row_heights_forget (UpRowHeights *self);

G_END_DECLS
