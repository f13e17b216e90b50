/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The entries of a journal, newest first, as a list model. */
#define UP_TYPE_ENTRY_LIST (up_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (UpEntryList, up_entry_list, UP, ENTRY_LIST, GObject)

UpEntryList *up_entry_list_new (void);
UpEntry *up_entry_list_find (UpEntryList *self, const char *id);
void up_entry_list_set (UpEntryList *self, GPtrArray *entries);
GPtrArray *up_entry_list_copy (UpEntryList *self);
void up_entry_list_put (UpEntryList *self, UpEntry *entry);
gboolean up_entry_list_remove (UpEntryList *self, const char *id);
guint up_entry_list_count (UpEntryList *self, UpEntryKind kind, const char *subject, gint64 *last);
char *up_entry_list_format (UpEntryList *self, UpEntryFile file);

G_END_DECLS
