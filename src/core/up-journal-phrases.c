/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

/* Phrases of one's own. As with other entries, what is changed is added to the end of the file, and
 * what is erased has the file written anew. */

/**
 * up_journal_replace_phrases:
 * @self: a journal that can be kept
 *
 * Asks for the file to hold the phrases there are now and no others.
 */
void
up_journal_replace_phrases (UpJournal *self)
{
  up_journal_writer_replace_lines (self->writer, UP_JOURNAL_LINES_PHRASES,
                                   up_entry_list_format (self->phrases, UP_ENTRY_FILE_PHRASES));
}

static void
put (UpJournal *self, UpEntry *entry)
{
  g_hash_table_add (self->own_phrases, g_strdup (entry->id));

  if (self->writer != NULL)
    {
      g_autofree char *line =
        g_strdup_printf ("%.*s\n", (int) entry->line.length, entry->line.text);

      up_journal_writer_add_lines (self->writer, UP_JOURNAL_LINES_PHRASES, line);
    }

  up_entry_list_put (self->phrases, entry);
}

/**
 * up_journal_get_phrases:
 * @self: a journal
 *
 * Returns: (transfer none): the phrases of one's own, of #UpEntry, newest first. It is the same model
 *   for as long as @self lives, and tells of every change
 */
GListModel *
up_journal_get_phrases (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);

  return G_LIST_MODEL (self->phrases);
}

/**
 * up_journal_find_phrase:
 * @self: a journal
 * @id: the id of a phrase
 *
 * Returns: (transfer none) (nullable): the entry, if it is a phrase of one's own; it is valid until
 *   the next change
 */
UpEntry *
up_journal_find_phrase (UpJournal *self, const char *id)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return up_entry_list_find (self->phrases, id);
}

/**
 * up_journal_add_phrase:
 * @self: a journal
 * @phrase: what it says, of up_own_phrase_new() or read from a file
 *
 * Keeps a phrase of one's own.
 *
 * Returns: (transfer none): its id; it is valid until the phrase changes
 */
const char *
up_journal_add_phrase (UpJournal *self, UpPhrase *phrase)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (UpEntry) entry = NULL;

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);

  entry = up_journal_make_phrase (id, up_journal_get_now (self), phrase);
  put (self, entry);

  return up_entry_list_find (self->phrases, id)->id;
}

/**
 * up_journal_edit_phrase:
 * @self: a journal
 * @id: the id of a phrase of one's own
 * @phrase: what it is to say
 *
 * Changes a phrase of one's own.
 */
void
up_journal_edit_phrase (UpJournal *self, const char *id, UpPhrase *phrase)
{
  g_autoptr (UpEntry) entry = NULL;
  UpEntry *old;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (UP_IS_PHRASE (phrase));

  old = up_entry_list_find (self->phrases, id);
  g_return_if_fail (old != NULL);

  entry = up_journal_make_phrase (old->id, old->date, phrase);
  put (self, entry);
}

/**
 * up_journal_erase_phrase:
 * @self: a journal
 * @id: the id of a phrase
 *
 * Forgets a phrase of one's own, and takes every line of it from the disk; it is no favourite then.
 * Whoever wants to be able to restore it keeps a reference to its entry.
 *
 * Returns: whether there was such a phrase
 */
gboolean
up_journal_erase_phrase (UpJournal *self, const char *id)
{
  g_autoptr (UpEntry) entry = NULL;

  g_return_val_if_fail (UP_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  entry = up_entry_list_find (self->phrases, id);
  if (entry == NULL)
    return FALSE;

  /* The id may be the entry's own. */
  g_object_ref (entry);
  g_hash_table_add (self->own_phrases, g_strdup (entry->id));
  up_entry_list_remove (self->phrases, entry->id);
  if (self->writer != NULL)
    up_journal_replace_phrases (self);
  up_journal_set_favourite (self, entry->id, FALSE);
  up_journal_drop_drafts (self, entry->id);

  return TRUE;
}

/**
 * up_journal_restore_phrase:
 * @self: a journal
 * @entry: a phrase that was erased from it
 *
 * Brings a phrase of one's own back as it was and where it was.
 */
void
up_journal_restore_phrase (UpJournal *self, UpEntry *entry)
{
  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (UP_IS_ENTRY (entry));
  g_return_if_fail (entry->phrase != NULL);

  if (up_entry_list_find (self->phrases, entry->id) == NULL)
    put (self, entry);
}
