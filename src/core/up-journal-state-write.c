/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-state-private.h"

static const char *const names[UP_JOURNAL_N_LINES] = {
  [UP_JOURNAL_LINES_ATTEMPTS] = UP_JOURNAL_ATTEMPTS,
  [UP_JOURNAL_LINES_FAVOURITES] = UP_JOURNAL_FAVOURITES,
  [UP_JOURNAL_LINES_ENTRIES] = UP_JOURNAL_ENTRIES,
  [UP_JOURNAL_LINES_PHRASES] = UP_JOURNAL_PHRASES,
};

static gboolean
write_current (UpJournalState *self, UpStore *store, GBytes **written, GError **error)
{
  g_autoptr (GBytes) json = NULL;

  if (!self->current)
    return TRUE;

  json = up_journal_state_to_json (self);

  if (*written == NULL || !g_bytes_equal (*written, json))
    {
      g_clear_pointer (written, g_bytes_unref);

      /* What would not be read again may not take the place of what would. */
      if (g_bytes_get_size (json) > UP_JOURNAL_MAX_CURRENT)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       "%s: %" G_GSIZE_FORMAT " bytes", UP_JOURNAL_CURRENT,
                       g_bytes_get_size (json));
          return FALSE;
        }

      if (!up_store_replace (store, UP_JOURNAL_CURRENT, json, error))
        return FALSE;

      *written = g_steal_pointer (&json);
    }

  self->current = FALSE;

  return TRUE;
}

static gboolean
write_lines (UpJournalState *self, UpStore *store, UpJournalLines file, GError **error)
{
  UpJournalPending *lines = &self->lines[file];

  if (lines->replacement != NULL)
    {
      if (!up_store_replace (store, names[file], lines->replacement, error))
        return FALSE;
      g_clear_pointer (&lines->replacement, g_bytes_unref);
    }

  if (lines->added->len > 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (lines->added->str, lines->added->len);

      if (!up_store_append (store, names[file], bytes, error))
        return FALSE;
      g_string_truncate (lines->added, 0);
    }

  return TRUE;
}

/* What had been put aside and erased, and is wanted back. */
static void
write_files (UpJournalState *self, UpStore *store, GError **error)
{
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      if (!up_store_replace (store, name, bytes, error))
        return;
      g_hash_table_iter_remove (&iter);
    }
}

static gboolean
erase_all (UpJournalState *self, UpStore *store, GError **error)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) present = NULL;
  g_auto (GStrv) doomed = NULL;

  if (!self->erase)
    return TRUE;

  present = up_store_list (store, error);
  if (present == NULL)
    return FALSE;

  builder = g_strv_builder_new ();
  g_strv_builder_add_many (builder, UP_JOURNAL_CURRENT, UP_JOURNAL_ATTEMPTS, UP_JOURNAL_FAVOURITES,
                           UP_JOURNAL_ENTRIES, UP_JOURNAL_PHRASES, NULL);
  for (gsize i = 0; present[i] != NULL; i++)
    if (up_journal_is_remains (present[i]))
      g_strv_builder_add (builder, present[i]);
  doomed = g_strv_builder_end (builder);

  if (!up_store_remove (store, (const char *const *) doomed, error))
    return FALSE;

  self->erase = FALSE;

  return TRUE;
}

/**
 * up_journal_state_write:
 * @self: what is to be written; what succeeds is taken out of it
 * @store: a folder that is locked
 * @written: (inout): what stands in current.json, as far as that is known
 *
 * Everything is tried even where something fails; the first error is the one that is told. But a run
 * that is over is on the disk as an attempt before it ceases to be there as the open run.
 *
 * Returns: (transfer full) (nullable): an error of the domain G_IO_ERROR, or %NULL
 */
GError *
up_journal_state_write (UpJournalState *self, UpStore *store, GBytes **written)
{
  GError *error = NULL;

  if (!erase_all (self, store, &error))
    return error;

  for (guint i = 0; i < UP_JOURNAL_N_LINES; i++)
    write_lines (self, store, i, error == NULL ? &error : NULL);

  if (error == NULL)
    self->drops = FALSE;

  if (!self->drops)
    write_current (self, store, written, error == NULL ? &error : NULL);

  write_files (self, store, error == NULL ? &error : NULL);

  return error;
}
