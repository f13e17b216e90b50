/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text. */
typedef struct
{
  const char *text;
  gsize length;
} UpSpan;

/* Called for each member of the outermost object: @key without its quotes, @value as it stands
 * there. */
typedef void (*UpJournalScanMember) (UpSpan key, UpSpan value, gpointer user_data);

gboolean up_journal_scan (const char *text, gsize length, UpJournalScanMember member,
                          gpointer user_data);
char *up_journal_unquote (UpSpan value);
gboolean up_journal_read_int (UpSpan value, gint64 *number);

G_END_DECLS
