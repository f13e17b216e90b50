/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_ENTRIES_VIEW (up_entries_view_get_type ())
G_DECLARE_FINAL_TYPE (UpEntriesView, up_entries_view, UP, ENTRIES_VIEW, GtkWidget)

GtkWidget *up_entries_view_new (UpEntryFilter *entries);
void up_entries_view_set_query (UpEntriesView *self, const char *query);
void up_entries_view_go_to_start (UpEntriesView *self);
void up_entries_view_focus (UpEntriesView *self, guint position);

G_END_DECLS
