/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry.h"
#include "up-row-heights.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_ENTRY_ROW (up_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (UpEntryRow, up_entry_row, UP, ENTRY_ROW, GtkButton)

GtkWidget *up_entry_row_new (UpRowHeights *heights);
UpEntry *up_entry_row_get_entry (UpEntryRow *self);
void up_entry_row_set_entry (UpEntryRow *self, UpEntry *entry, gint64 now, const char *query);
const char *up_entry_row_get_description (UpEntryRow *self);

G_END_DECLS
