/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

#include <string.h>

/* The most bytes of one draft that are kept: longer than anyone types. */
#define MAX_DRAFT (256u << 10)

/* A longer pause is not time spent on a run. */
#define MAX_PAUSE (5 * 60)

/**
 * up_journal_count_time:
 * @self: a journal
 * @run: a run
 *
 * Adds the time since @run was last kept to the time that was spent on it.
 */
void
up_journal_count_time (UpJournal *self, UpRun *run)
{
  gint64 *kept_at = g_hash_table_lookup (self->kept_at, up_run_get_id (run));
  gint64 now = up_journal_get_now (self);

  if (kept_at == NULL)
    {
      kept_at = g_new (gint64, 1);
      g_hash_table_insert (self->kept_at, g_strdup (up_run_get_id (run)), kept_at);
    }
  else if (now > *kept_at && now - *kept_at < MAX_PAUSE)
    {
      up_run_add_seconds (run, now - *kept_at);
    }

  *kept_at = now;
}

static void
put_run (UpJournal *self, const char *scenario, JsonNode *saved)
{
  g_hash_table_add (self->own_runs, g_strdup (scenario));
  g_hash_table_replace (self->content.runs, g_strdup (scenario), saved);
  if (self->writer != NULL)
    up_journal_writer_set_run (self->writer, scenario, saved);

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
}

/**
 * up_journal_keep_run:
 * @self: a journal
 * @run: a run
 *
 * Keeps @run, as it is now, as the open run of its scenario. The time since it was last kept counts as
 * spent on it, where that is under five minutes.
 */
void
up_journal_keep_run (UpJournal *self, UpRun *run)
{
  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (UP_IS_RUN (run));

  up_journal_count_time (self, run);
  put_run (self, up_scenario_get_id (up_run_get_scenario (run)), up_run_save (run));
}

/**
 * up_journal_is_run_of:
 * @saved: (nullable): a run as it was saved
 * @attempt: an entry
 *
 * Returns: whether @saved is the run that @attempt was made of, and still at an ending
 */
gboolean
up_journal_is_run_of (JsonNode *saved, UpEntry *attempt)
{
  return saved != NULL && attempt->kind == UP_ENTRY_ATTEMPT && up_run_is_saved_at_end (saved) &&
         g_strcmp0 (
           json_object_get_string_member_with_default (json_node_get_object (saved), "id", NULL),
           attempt->id) == 0;
}

/**
 * up_journal_reopen_run:
 * @self: a journal
 * @attempt: an entry
 *
 * Makes the run of an attempt the open one of its scenario, where there is none.
 */
void
up_journal_reopen_run (UpJournal *self, UpEntry *attempt)
{
  g_autoptr (JsonNode) saved = NULL;

  if (attempt->subject == NULL || g_hash_table_contains (self->content.runs, attempt->subject))
    return;

  saved = up_entry_load_run (attempt);
  if (up_journal_is_run_of (saved, attempt))
    put_run (self, attempt->subject, g_steal_pointer (&saved));
}

/**
 * up_journal_get_run:
 * @self: a journal
 * @scenario: a scenario's id
 *
 * Returns: (transfer none) (nullable): its open run, for up_run_load(); it is valid until the next
 *   change
 */
JsonNode *
up_journal_get_run (UpJournal *self, const char *scenario)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  return g_hash_table_lookup (self->content.runs, scenario);
}

/**
 * up_journal_drop_run:
 * @self: a journal
 * @scenario: a scenario's id
 *
 * Forgets the open run of @scenario, if there is one.
 */
void
up_journal_drop_run (UpJournal *self, const char *scenario)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (scenario != NULL);

  /* It may be the very string that the table is about to free. */
  kept = g_strdup (scenario);

  if (!g_hash_table_remove (self->content.runs, kept))
    return;

  g_hash_table_add (self->own_runs, g_strdup (kept));
  if (self->writer != NULL)
    up_journal_writer_set_run (self->writer, kept, NULL);

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
}

/* What is kept has to be UTF-8 that can be read again, whatever was pasted. */
static char *
make_draft (const char *text)
{
  gsize length = strnlen (text, MAX_DRAFT + 1);

  /* Where it is cut, it is cut between two characters: none has more than three bytes after the
   * first. */
  if (length > MAX_DRAFT)
    {
      length = MAX_DRAFT;
      for (guint i = 0; i < 3 && (text[length] & 0xc0) == 0x80; i++)
        length--;
    }

  return g_utf8_make_valid (text, length);
}

/**
 * up_journal_set_draft:
 * @self: a journal
 * @key: what the words are for
 * @text: (nullable): half-typed words; %NULL or empty for none
 *
 * Keeps what was typed so far.
 */
void
up_journal_set_draft (UpJournal *self, const char *key, const char *text)
{
  g_autofree char *draft = NULL;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (key != NULL);

  if (text != NULL && *text != '\0')
    draft = make_draft (text);

  if (g_strcmp0 (draft, g_hash_table_lookup (self->content.drafts, key)) == 0)
    return;

  g_hash_table_add (self->own_drafts, g_strdup (key));
  if (self->writer != NULL)
    up_journal_writer_set_draft (self->writer, key, draft);

  if (draft != NULL)
    g_hash_table_replace (self->content.drafts, g_strdup (key), g_steal_pointer (&draft));
  else
    g_hash_table_remove (self->content.drafts, key);
}

/**
 * up_journal_get_draft:
 * @self: a journal
 * @key: what the words are for
 *
 * Returns: (transfer none) (nullable): what was typed so far; it is valid until the next change
 */
const char *
up_journal_get_draft (UpJournal *self, const char *key)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->content.drafts, key);
}

/**
 * up_journal_set_contact:
 * @self: a journal
 * @id: a contact's id
 * @text: (nullable): what a person filled in; %NULL or empty for nothing
 *
 * Keeps what was filled in on the support page.
 */
void
up_journal_set_contact (UpJournal *self, const char *id, const char *text)
{
  g_autofree char *contact = NULL;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);

  if (text != NULL && *text != '\0')
    contact = make_draft (text);

  if (g_strcmp0 (contact, g_hash_table_lookup (self->content.contacts, id)) == 0)
    return;

  g_hash_table_add (self->own_contacts, g_strdup (id));
  if (self->writer != NULL)
    up_journal_writer_set_contact (self->writer, id, contact);

  if (contact != NULL)
    g_hash_table_replace (self->content.contacts, g_strdup (id), g_steal_pointer (&contact));
  else
    g_hash_table_remove (self->content.contacts, id);
}

/**
 * up_journal_get_contact:
 * @self: a journal
 * @id: a contact's id
 *
 * Returns: (transfer none) (nullable): what a person filled in; it is valid until the next change
 */
const char *
up_journal_get_contact (UpJournal *self, const char *id)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->content.contacts, id);
}

static int
compare_favourites (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint one = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, a));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, b));

  return one < other ? -1 : one > other;
}

/* The oldest first; the phrases are the table's. */
static GPtrArray *
sort_favourites (UpJournal *self)
{
  GPtrArray *phrases = g_hash_table_get_keys_as_ptr_array (self->content.favourites);

  g_ptr_array_sort_values_with_data (phrases, compare_favourites, self->content.favourites);

  return phrases;
}

/**
 * up_journal_replace_favourites:
 * @self: a journal that can be kept
 *
 * Asks for the favourites' file to hold those there are now and no others.
 */
void
up_journal_replace_favourites (UpJournal *self)
{
  g_autoptr (GPtrArray) phrases = sort_favourites (self);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < phrases->len; i++)
    up_journal_append_favourite (lines, g_ptr_array_index (phrases, i));

  up_journal_writer_replace_lines (self->writer, UP_JOURNAL_LINES_FAVOURITES,
                                   g_string_free (lines, FALSE));
}

/**
 * up_journal_set_favourite:
 * @self: a journal
 * @phrase: a phrase's id
 * @favourite: whether it is to be a favourite
 *
 * Makes @phrase a favourite, or no longer. One that is taken away leaves no trace on the disk.
 */
void
up_journal_set_favourite (UpJournal *self, const char *phrase, gboolean favourite)
{
  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (phrase != NULL);

  if (g_hash_table_contains (self->content.favourites, phrase) == !!favourite)
    return;

  g_hash_table_add (self->own_favourites, g_strdup (phrase));

  if (favourite)
    g_hash_table_insert (self->content.favourites, g_strdup (phrase),
                         GUINT_TO_POINTER (++self->content.last_favourite));
  else
    g_hash_table_remove (self->content.favourites, phrase);

  if (self->writer != NULL && favourite)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      up_journal_append_favourite (line, phrase);
      up_journal_writer_add_lines (self->writer, UP_JOURNAL_LINES_FAVOURITES, line->str);
    }
  else if (self->writer != NULL)
    {
      up_journal_replace_favourites (self);
    }

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_FAVOURITES_CHANGED], 0);
}

/**
 * up_journal_is_favourite:
 * @self: a journal
 * @phrase: a phrase's id
 *
 * Returns: whether @phrase is a favourite
 */
gboolean
up_journal_is_favourite (UpJournal *self, const char *phrase)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (phrase != NULL, FALSE);

  return g_hash_table_contains (self->content.favourites, phrase);
}

/**
 * up_journal_count_favourites:
 * @self: a journal
 *
 * Returns: how many favourites there are
 */
guint
up_journal_count_favourites (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), 0);

  return g_hash_table_size (self->content.favourites);
}

/**
 * up_journal_list_favourites:
 * @self: a journal
 *
 * Returns: (transfer full): the favourites' ids, those added last first
 */
char **
up_journal_list_favourites (UpJournal *self)
{
  g_autoptr (GPtrArray) phrases = NULL;
  char **ids;

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);

  phrases = sort_favourites (self);
  ids = g_new0 (char *, phrases->len + 1);
  for (guint i = 0; i < phrases->len; i++)
    ids[i] = g_strdup (g_ptr_array_index (phrases, phrases->len - 1 - i));

  return ids;
}
