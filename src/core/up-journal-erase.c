/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

/* Everything that a journal held, in memory. */
struct _UpJournalRemains
{
  UpJournalContent content;
  GPtrArray *entries;
  GPtrArray *phrases;
  GHashTable *files; /* name → GBytes: what had been put aside */
  char *notice;
};

static GHashTable *
new_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

/**
 * up_journal_remains_free:
 * @remains: (transfer full): what a journal held
 *
 * Forgets it for good.
 */
void
up_journal_remains_free (UpJournalRemains *remains)
{
  g_return_if_fail (remains != NULL);

  up_journal_content_clear (&remains->content);
  g_ptr_array_unref (remains->entries);
  g_ptr_array_unref (remains->phrases);
  g_hash_table_unref (remains->files);
  g_free (remains->notice);
  g_free (remains);
}

/* What cannot be read, or is too large to be kept in memory, is not kept: it is to be erased. */
static void
read_aside (UpJournal *self, GHashTable *files)
{
  g_auto (GStrv) names = up_store_list (self->store, NULL);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (up_journal_is_remains (names[i]) && !g_str_has_suffix (names[i], ".new") &&
          up_store_read (self->store, names[i], UP_JOURNAL_MAX_CURRENT, &bytes, NULL) &&
          bytes != NULL)
        g_hash_table_insert (files, g_strdup (names[i]), g_steal_pointer (&bytes));
    }
}

static void
forget_own (UpJournal *self)
{
  g_hash_table_remove_all (self->own_runs);
  g_hash_table_remove_all (self->own_drafts);
  g_hash_table_remove_all (self->own_contacts);
  g_hash_table_remove_all (self->own_favourites);
  g_hash_table_remove_all (self->own_entries);
  g_hash_table_remove_all (self->own_phrases);
  g_hash_table_remove_all (self->own_files);
  g_hash_table_remove_all (self->kept_at);
}

/**
 * up_journal_take_all:
 * @self: a journal
 * @error: return location for an error of the domain %UP_JOURNAL_ERROR
 *
 * Takes everything out of the journal, in memory and on the disk, and waits for it. What was put
 * aside and what was kept from older versions goes too. Where that fails, nothing is taken: what is
 * gone from the disk already is written again as soon as that is possible.
 *
 * Returns: (transfer full) (nullable): what was there, for up_journal_put_back(), apart from what was
 *   put aside and cannot be read or is larger than 64 MiB; %NULL with @error set where something is
 *   left. A journal that works in memory gives nothing away.
 */
UpJournalRemains *
up_journal_take_all (UpJournal *self, GError **error)
{
  UpJournalRemains *remains;

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->writer == NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->trouble);
      return NULL;
    }

  /* Nobody writes while what was put aside is read. */
  up_journal_writer_flush (self->writer, NULL);

  remains = g_new0 (UpJournalRemains, 1);
  remains->files = new_files ();
  read_aside (self, remains->files);
  remains->content = self->content;
  remains->entries = up_entry_list_copy (self->entries);
  remains->phrases = up_entry_list_copy (self->phrases);
  remains->notice = g_steal_pointer (&self->notice);

  up_journal_content_init (&self->content);
  forget_own (self);
  up_entry_list_set (self->entries, g_ptr_array_new_with_free_func (g_object_unref));
  up_entry_list_set (self->phrases, g_ptr_array_new_with_free_func (g_object_unref));
  up_journal_writer_erase (self->writer);

  if (!up_journal_flush (self, error))
    {
      up_journal_writer_spare (self->writer);
      up_journal_put_back (self, remains);
      return NULL;
    }

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
  g_signal_emit (self, up_journal_signals[UP_JOURNAL_FAVOURITES_CHANGED], 0);
  g_signal_emit (self, up_journal_signals[UP_JOURNAL_ERASED], 0);

  return remains;
}

/* Moves over what is not there by now. */
static void
put_table_back (GHashTable *into, GHashTable *from, GHashTable *own)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (into, key))
      {
        g_hash_table_add (own, g_strdup (key));
        g_hash_table_iter_steal (&iter);
        g_hash_table_replace (into, key, value);
      }
}

static void
put_entries_back (UpEntryList *list, GPtrArray *entries, GHashTable *own)
{
  GPtrArray *merged = up_entry_list_copy (list);

  for (guint i = 0; i < entries->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (entries, i);

      if (up_entry_list_find (list, entry->id) != NULL)
        continue;

      g_hash_table_add (own, g_strdup (entry->id));
      g_ptr_array_add (merged, g_object_ref (entry));
    }

  up_entry_list_set (list, merged);
}

/**
 * up_journal_put_back:
 * @self: the journal that @remains were taken out of
 * @remains: (transfer full): what up_journal_take_all() gave
 *
 * Undoes up_journal_take_all(). What was done since stays, and wins where it is about the same thing.
 */
void
up_journal_put_back (UpJournal *self, UpJournalRemains *remains)
{
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (remains != NULL);

  put_table_back (self->content.runs, remains->content.runs, self->own_runs);
  put_table_back (self->content.drafts, remains->content.drafts, self->own_drafts);
  put_table_back (self->content.contacts, remains->content.contacts, self->own_contacts);
  put_table_back (self->content.favourites, remains->content.favourites, self->own_favourites);
  self->content.last_favourite =
    MAX (self->content.last_favourite, remains->content.last_favourite);
  put_entries_back (self->entries, remains->entries, self->own_entries);
  put_entries_back (self->phrases, remains->phrases, self->own_phrases);

  g_hash_table_iter_init (&iter, remains->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_replace (self->own_files, g_strdup (name), g_bytes_ref (bytes));

  if (self->notice == NULL)
    self->notice = g_steal_pointer (&remains->notice);
  up_journal_remains_free (remains);

  if (self->writer != NULL)
    up_journal_write_everything (self);

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
  g_signal_emit (self, up_journal_signals[UP_JOURNAL_FAVOURITES_CHANGED], 0);
}

/**
 * up_journal_erase:
 * @self: a journal
 * @error: return location for an error of the domain %UP_JOURNAL_ERROR
 *
 * As up_journal_take_all(), for good.
 *
 * Returns: whether nothing is left; a journal that works in memory erases nothing
 */
gboolean
up_journal_erase (UpJournal *self, GError **error)
{
  g_autoptr (UpJournalRemains) remains = up_journal_take_all (self, error);

  return remains != NULL;
}
