/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-private.h"

/* Brings a record from the version that is its place in the table to the next one. */
typedef void (*Migration) (JsonObject *record);

/* Version 0 is a record that does not say its version; its shape is that of version 1. */
static void
migrate_0 (JsonObject *record)
{
}

static const Migration migrations[] = {
  migrate_0,
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == UP_JOURNAL_VERSION);

/**
 * up_journal_migrate:
 * @record: a record of a file, in memory
 * @version: (out): the version it was written in, where that is known
 *
 * Brings a record to the current version. The file itself is not touched: whoever replaces it keeps
 * a copy of the old one.
 *
 * Returns: what was found
 */
UpJournalAge
up_journal_migrate (JsonObject *record, gint64 *version)
{
  JsonNode *node;

  g_return_val_if_fail (record != NULL, UP_JOURNAL_AGE_UNKNOWN);
  g_return_val_if_fail (version != NULL, UP_JOURNAL_AGE_UNKNOWN);

  *version = 0;
  node = json_object_get_member (record, "version");
  if (node != NULL)
    {
      if (json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0)
        return UP_JOURNAL_AGE_UNKNOWN;

      *version = json_node_get_int (node);
    }

  if (*version > UP_JOURNAL_VERSION)
    return UP_JOURNAL_AGE_NEWER;

  if (*version == UP_JOURNAL_VERSION)
    return UP_JOURNAL_AGE_CURRENT;

  for (gint64 from = *version; from < UP_JOURNAL_VERSION; from++)
    migrations[from](record);

  json_object_set_int_member (record, "version", UP_JOURNAL_VERSION);

  return UP_JOURNAL_AGE_OLDER;
}
