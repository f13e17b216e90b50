/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

#include <string.h>

/* The most bytes of one draft that are kept: longer than anyone types. */
#define MAX_DRAFT (256u << 10)

/**
 * up_journal_keep_run:
 * @self: a journal
 * @run: a run
 *
 * Keeps @run, as it is now, as the open run of its scenario.
 */
void
up_journal_keep_run (UpJournal *self, UpRun *run)
{
  const char *scenario;
  JsonNode *saved;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (UP_IS_RUN (run));

  scenario = up_scenario_get_id (up_run_get_scenario (run));
  saved = up_run_save (run);

  g_hash_table_add (self->own_runs, g_strdup (scenario));
  g_hash_table_replace (self->content.runs, g_strdup (scenario), saved);
  if (self->writer != NULL)
    up_journal_writer_set_run (self->writer, scenario, saved);

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
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

/**
 * up_journal_finish_run:
 * @self: a journal
 * @run: a run that is at an ending
 *
 * Notes that an ending was reached. The open run stays until up_journal_drop_run(), so that a person
 * can still take a step back.
 */
void
up_journal_finish_run (UpJournal *self, UpRun *run)
{
  UpJournalAttempt *attempt;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (UP_IS_RUN (run));
  g_return_if_fail (up_run_get_phase (run) == UP_PHASE_ENDING);

  attempt = up_journal_make_attempt (run, self->clock (self->clock_data));
  g_ptr_array_add (self->own_attempts, attempt);
  g_hash_table_replace (self->content.attempts, g_strdup (attempt->id),
                        g_strdup (attempt->scenario));
  if (self->writer != NULL)
    up_journal_writer_add_lines (self->writer, UP_JOURNAL_LINES_ATTEMPTS, attempt->line);

  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
}

/**
 * up_journal_count_attempts:
 * @self: a journal
 * @scenario: a scenario's id
 *
 * Returns: how many times an ending of @scenario was reached
 */
guint
up_journal_count_attempts (UpJournal *self, const char *scenario)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_return_val_if_fail (UP_IS_JOURNAL (self), 0);
  g_return_val_if_fail (scenario != NULL, 0);

  g_hash_table_iter_init (&iter, self->content.attempts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (g_str_equal (value, scenario))
      n++;

  return n;
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

/* Asks for the favourites' file to hold those there are now and no others. */
void
up_journal_replace_favourites (UpJournal *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  GHashTableIter iter;
  gpointer phrase;

  g_hash_table_iter_init (&iter, self->content.favourites);
  while (g_hash_table_iter_next (&iter, &phrase, NULL))
    up_journal_append_favourite (lines, phrase);

  up_journal_writer_replace_lines (self->writer, UP_JOURNAL_LINES_FAVOURITES, lines->str);
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
    g_hash_table_add (self->content.favourites, g_strdup (phrase));
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
