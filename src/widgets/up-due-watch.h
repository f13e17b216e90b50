/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-next.h"

G_BEGIN_DECLS

/* What is due now, for as long as it is watched. Signal "changed": something may be due that was not,
 * or the other way round. */
#define UP_TYPE_DUE_WATCH (up_due_watch_get_type ())
G_DECLARE_FINAL_TYPE (UpDueWatch, up_due_watch, UP, DUE_WATCH, GObject)

UpDueWatch *up_due_watch_get (UpCatalog *catalog, UpJournal *journal, GSettings *settings);
UpIntervals up_due_watch_get_intervals (UpDueWatch *self);
guint up_due_watch_count (UpDueWatch *self);
GPtrArray *up_due_watch_list_due (UpDueWatch *self);  /* of UpDue; free with g_ptr_array_unref() */
GPtrArray *up_due_watch_list_next (UpDueWatch *self); /* of UpNext; free with g_ptr_array_unref() */
char *up_due_watch_describe_next (UpDueWatch *self);  /* a sentence; nullable */

G_END_DECLS
