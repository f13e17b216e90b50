/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

G_BEGIN_DECLS

/* Every kind of entry. */
#define UP_ENTRY_FILTER_ANY_KIND (-1)

#define UP_TYPE_ENTRY_FILTER (up_entry_filter_get_type ())
G_DECLARE_FINAL_TYPE (UpEntryFilter, up_entry_filter, UP, ENTRY_FILTER, GObject)

UpEntryFilter *up_entry_filter_new (UpJournal *journal);
void up_entry_filter_set_query (UpEntryFilter *self, const char *query);
void up_entry_filter_set_kind (UpEntryFilter *self, int kind);
gboolean up_entry_filter_is_active (UpEntryFilter *self);
guint up_entry_filter_count_due (UpEntryFilter *self);
guint up_entry_filter_find (UpEntryFilter *self, UpEntry *entry);
gint64 up_entry_filter_get_now (UpEntryFilter *self);
void up_entry_filter_update_day (UpEntryFilter *self);

G_END_DECLS
