/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-test-journal.h"

/* The entries of a journal, as its list has them. */

static inline UpEntry *
test_get_at (UpJournal *journal, guint position)
{
  g_autoptr (UpEntry) entry = g_list_model_get_item (up_journal_get_entries (journal), position);

  g_assert_nonnull (entry);

  return entry;
}

/* The ids from the newest to the oldest. */
static inline char *
test_join (UpJournal *journal)
{
  GListModel *entries = up_journal_get_entries (journal);
  GString *ids = g_string_new (NULL);

  g_assert_true (g_list_model_get_item_type (entries) == UP_TYPE_ENTRY);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            up_entry_get_id (test_get_at (journal, i)));
  g_assert_null (g_list_model_get_item (entries, g_list_model_get_n_items (entries)));

  return g_string_free (ids, FALSE);
}

static inline void
test_assert_order (UpJournal *journal, const char *expected)
{
  g_autofree char *ids = test_join (journal);

  g_assert_cmpstr (ids, ==, expected);
}

static inline void
test_log_change (GListModel *entries, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static inline void
test_assert_log (GString *log, const char *expected)
{
  g_assert_cmpstr (log->str, ==, expected);
  g_string_truncate (log, 0);
}
