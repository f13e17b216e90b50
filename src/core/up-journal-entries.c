/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

/* Attempts, moments, plans and notes. What is changed is added to the end of its file as a new line;
 * what is erased has its file written anew. */

static UpEntryFile
get_file (UpEntry *entry)
{
  return entry->kind == UP_ENTRY_ATTEMPT ? UP_ENTRY_FILE_ATTEMPTS : UP_ENTRY_FILE_OTHERS;
}

static UpJournalLines
get_lines (UpEntryFile file)
{
  return file == UP_ENTRY_FILE_ATTEMPTS ? UP_JOURNAL_LINES_ATTEMPTS : UP_JOURNAL_LINES_ENTRIES;
}

/**
 * up_journal_replace_entries:
 * @self: a journal that can be kept
 * @file: a file
 *
 * Asks for a file to hold the entries there are now and no others.
 */
void
up_journal_replace_entries (UpJournal *self, UpEntryFile file)
{
  up_journal_writer_replace_lines (self->writer, get_lines (file),
                                   up_entry_list_format (self->entries, file));
}

static gboolean
is_same (UpEntry *one, UpEntry *other)
{
  return one->line.length == other->line.length &&
         memcmp (one->line.text, other->line.text, one->line.length) == 0;
}

/* Keeps @entry in place of the one of its id. */
static void
put (UpJournal *self, UpEntry *entry)
{
  UpEntry *old = up_entry_list_find (self->entries, entry->id);

  if (old != NULL && is_same (old, entry))
    return;

  g_hash_table_add (self->own_entries, g_strdup (entry->id));

  if (self->writer != NULL)
    {
      g_autofree char *line =
        g_strdup_printf ("%.*s\n", (int) entry->line.length, entry->line.text);

      up_journal_writer_add_lines (self->writer, get_lines (get_file (entry)), line);
    }

  up_entry_list_put (self->entries, entry);
  if (entry->kind == UP_ENTRY_ATTEMPT)
    g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
}

/**
 * up_journal_get_entries:
 * @self: a journal
 *
 * Returns: (transfer none): everything that is remembered, of #UpEntry, newest first. It is the same
 *   model for as long as @self lives, and tells of every change
 */
GListModel *
up_journal_get_entries (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * up_journal_find_entry:
 * @self: a journal
 * @id: an entry's id
 *
 * Returns: (transfer none) (nullable): the entry; it is valid until the next change
 */
UpEntry *
up_journal_find_entry (UpJournal *self, const char *id)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return up_entry_list_find (self->entries, id);
}

/* Whether words that were kept with an attempt are not to be kept with it any more. */
static gboolean
takes_back (UpRun *run, UpEntry *attempt)
{
  const char *words = up_entry_get_words (attempt);

  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    if (up_entry_get_answer (attempt, i) != NULL && up_run_get_answer (run, i) == NULL)
      return TRUE;

  return words != NULL && g_strcmp0 (words, up_run_get_words (run)) != 0;
}

/**
 * up_journal_finish_run:
 * @self: a journal
 * @run: a run that is at an ending
 *
 * Keeps @run as an attempt, dated when it first came to an ending. There is one attempt for each run:
 * another ending of the same run, and what is said after it, replace what was kept before. Words that
 * are no longer kept are taken from the disk. The open run stays until up_journal_drop_run(), so that a
 * person can still take a step back.
 */
void
up_journal_finish_run (UpJournal *self, UpRun *run)
{
  g_autoptr (UpEntry) entry = NULL;
  UpEntry *old;
  gboolean is_less;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (UP_IS_RUN (run));
  g_return_if_fail (up_run_get_phase (run) == UP_PHASE_ENDING);

  up_journal_count_time (self, run);
  old = up_entry_list_find (self->entries, up_run_get_id (run));
  is_less = old != NULL && takes_back (run, old);
  entry = up_journal_make_attempt (run, old != NULL ? old->date : up_journal_get_now (self));
  put (self, entry);

  /* The line that was added leaves the ones before it in the file. */
  if (is_less && self->writer != NULL)
    up_journal_replace_entries (self, UP_ENTRY_FILE_ATTEMPTS);
}

/**
 * up_journal_count_attempts:
 * @self: a journal
 * @scenario: a scenario's id
 *
 * Returns: how many runs of @scenario came to an ending
 */
guint
up_journal_count_attempts (UpJournal *self, const char *scenario)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), 0);
  g_return_val_if_fail (scenario != NULL, 0);

  return up_entry_list_count (self->entries, UP_ENTRY_ATTEMPT, scenario, NULL);
}

/* Makes an entry of @words, with an id and of today, unless they have them; the id is the entry's. */
static const char *
put_words (UpJournal *self, UpJournalWords *words)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (UpEntry) entry = NULL;

  if (words->id == NULL)
    {
      words->id = id;
      words->date = up_journal_get_now (self);
    }

  entry = up_journal_make_entry (words);
  put (self, entry);

  return up_entry_list_find (self->entries, entry->id)->id;
}

/**
 * up_journal_add_plan:
 * @self: a journal
 * @scenario: (nullable): the id of the scenario it comes from
 * @when: the “if” part
 * @then: the “then” part
 * @due: when to look back on it, in seconds since 1970, or 0 for never
 *
 * Keeps a plan, which is open.
 *
 * Returns: (transfer none): its id; it is valid until the plan changes
 */
const char *
up_journal_add_plan (UpJournal *self, const char *scenario, const char *when, const char *then,
                     gint64 due)
{
  UpJournalWords words = { .kind = UP_ENTRY_PLAN, .is_open = TRUE };

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (when != NULL, NULL);
  g_return_val_if_fail (then != NULL, NULL);

  words.subject = scenario;
  words.when = when;
  words.then = then;
  words.due = due;

  return put_words (self, &words);
}

static UpEntry *
find_of_kind (UpJournal *self, const char *id, UpEntryKind kind)
{
  UpEntry *entry = up_entry_list_find (self->entries, id);

  return entry != NULL && entry->kind == kind ? entry : NULL;
}

/* What an entry says now, to be changed; the words are the entry's, which has to outlive them. */
static UpJournalWords
get_words (UpEntry *entry)
{
  return (UpJournalWords) {
    .id = entry->id,
    .kind = entry->kind,
    .date = entry->date,
    .subject = entry->subject,
    .title = up_entry_get_title (entry),
    .language = up_entry_get_language (entry),
    .text = up_entry_get_text (entry),
    .chosen = up_entry_get_chosen (entry),
    .when = up_entry_get_when (entry),
    .then = up_entry_get_then (entry),
    .due = up_entry_get_due (entry),
    .is_open = up_entry_is_open (entry),
    .reviewed = entry,
  };
}

/**
 * up_journal_edit_plan:
 * @self: a journal
 * @id: a plan's id
 * @when: the “if” part
 * @then: the “then” part
 * @due: when to look back on it, in seconds since 1970, or 0 for never
 *
 * Changes a plan. One that was closed is open again where it is due.
 */
void
up_journal_edit_plan (UpJournal *self, const char *id, const char *when, const char *then,
                      gint64 due)
{
  g_autoptr (UpEntry) plan = NULL;
  UpJournalWords words;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (when != NULL);
  g_return_if_fail (then != NULL);

  plan = find_of_kind (self, id, UP_ENTRY_PLAN);
  g_return_if_fail (plan != NULL);
  g_object_ref (plan);

  words = get_words (plan);
  words.when = when;
  words.then = then;
  words.due = due;
  words.is_open = words.is_open || due > 0;
  put_words (self, &words);
}

/* Empty words are none. */
static const char *
get_filled (const char *words)
{
  return words != NULL && *words != '\0' ? words : NULL;
}

/**
 * up_journal_review_plan:
 * @self: a journal
 * @id: a plan's id
 * @outcome: whether the moment came up
 * @happened: (nullable): what happened, in the person's words
 * @next: (nullable): what is next, in the person's words
 * @due: when to look back on it again, in seconds since 1970, or 0 where it is done
 *
 * Keeps a look back on a plan, dated now. Where it is done the plan is closed.
 */
void
up_journal_review_plan (UpJournal *self, const char *id, UpPlanOutcome outcome,
                        const char *happened, const char *next, gint64 due)
{
  g_autoptr (UpEntry) plan = NULL;
  UpJournalWords words;
  UpReview review;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (outcome < UP_OUTCOME_N);

  plan = find_of_kind (self, id, UP_ENTRY_PLAN);
  g_return_if_fail (plan != NULL);
  g_object_ref (plan);

  review.date = up_journal_get_now (self);
  review.outcome = outcome;
  review.happened = get_filled (happened);
  review.next = get_filled (next);
  words = get_words (plan);
  words.review = &review;
  words.due = due;
  words.is_open = due > 0;
  put_words (self, &words);
}

/**
 * up_journal_add_note:
 * @self: a journal
 * @subject: (nullable): the id of what it is about
 * @title: (nullable): the title of that
 * @text: what it says
 *
 * Keeps a note.
 *
 * Returns: (transfer none): its id; it is valid until the note changes
 */
const char *
up_journal_add_note (UpJournal *self, const char *subject, const char *title, const char *text)
{
  UpJournalWords words = { .kind = UP_ENTRY_NOTE };

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words.subject = subject;
  words.title = title;
  words.text = text;

  return put_words (self, &words);
}

/**
 * up_journal_edit_note:
 * @self: a journal
 * @id: a note's id
 * @text: what it is to say
 *
 * Changes a note.
 */
void
up_journal_edit_note (UpJournal *self, const char *id, const char *text)
{
  g_autoptr (UpEntry) note = NULL;
  UpJournalWords words;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (text != NULL);

  note = find_of_kind (self, id, UP_ENTRY_NOTE);
  g_return_if_fail (note != NULL);
  g_object_ref (note);

  words = get_words (note);
  words.text = text;
  put_words (self, &words);
}

/**
 * up_journal_add_which_way:
 * @self: a journal
 * @title: what “Which way?” is called, and in which language
 * @chosen: the answers, as up_which_way_format_answers() writes them
 * @words: (nullable): a line of one's own
 *
 * Keeps answers to “Which way?”.
 *
 * Returns: (transfer none): the entry's id; it is valid as long as the entry is there
 */
const char *
up_journal_add_which_way (UpJournal *self, UpText title, const char *chosen, const char *words)
{
  UpJournalWords kept = { .kind = UP_ENTRY_WHICH_WAY };

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (chosen != NULL, NULL);

  kept.title = title.text;
  kept.language = title.language;
  kept.chosen = chosen;
  kept.text = get_filled (words);

  return put_words (self, &kept);
}

/**
 * up_journal_add_moment:
 * @self: a journal
 * @moment: a moment's id
 * @title: (nullable): its title
 * @language: (nullable): the BCP 47 tag of the language it was practised in
 * @words: (nullable): one's own words, only where the person asked to keep them
 *
 * Keeps that a moment was practised.
 *
 * Returns: (transfer none): the entry's id; it is valid as long as the entry is there
 */
const char *
up_journal_add_moment (UpJournal *self, const char *moment, const char *title, const char *language,
                       const char *words)
{
  UpJournalWords kept = { .kind = UP_ENTRY_MOMENT };

  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  kept.subject = moment;
  kept.title = title;
  kept.language = language;
  kept.text = get_filled (words);

  return put_words (self, &kept);
}

/**
 * up_journal_edit_moment:
 * @self: a journal
 * @id: the id of a moment's entry
 * @words: (nullable): one's own words, only where the person asked to keep them
 *
 * Keeps other words of a moment that was practised, or none. Those that were kept before are taken
 * from the disk.
 */
void
up_journal_edit_moment (UpJournal *self, const char *id, const char *words)
{
  g_autoptr (UpEntry) moment = NULL;
  UpJournalWords kept;

  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);

  moment = find_of_kind (self, id, UP_ENTRY_MOMENT);
  g_return_if_fail (moment != NULL);
  g_object_ref (moment);

  if (g_strcmp0 (up_entry_get_text (moment), get_filled (words)) == 0)
    return;

  kept = get_words (moment);
  kept.text = get_filled (words);
  put_words (self, &kept);

  /* The line that was added leaves the one before it in the file. */
  if (up_entry_get_text (moment) != NULL && self->writer != NULL)
    up_journal_replace_entries (self, UP_ENTRY_FILE_OTHERS);
}

/**
 * up_journal_count_moment:
 * @self: a journal
 * @moment: a moment's id
 * @last: (out) (optional): when last, in seconds since 1970, or 0
 *
 * Returns: how often it was practised
 */
guint
up_journal_count_moment (UpJournal *self, const char *moment, gint64 *last)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), 0);
  g_return_val_if_fail (moment != NULL, 0);

  return up_entry_list_count (self->entries, UP_ENTRY_MOMENT, moment, last);
}

/* What was half-written about an entry goes with it. */
void
up_journal_drop_drafts (UpJournal *self, const char *id)
{
  g_autofree char *suffix = g_strconcat ("/", id, NULL);
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->content.drafts);

  for (guint i = 0; i < keys->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (keys, i), suffix))
      {
        g_autofree char *key = g_strdup (g_ptr_array_index (keys, i));

        up_journal_set_draft (self, key, NULL);
      }
}

/**
 * up_journal_erase_entry:
 * @self: a journal
 * @id: an entry's id
 *
 * Forgets one entry, and takes every line of it from the disk. Whoever wants to be able to restore it
 * keeps a reference to it.
 *
 * The open run of an attempt goes with it, unless it is not at an ending any more: then it stays, since
 * it may go on. The attempt is back only if the person goes on with that run to an ending, or says more
 * about it, that is, by up_journal_finish_run(). What was put aside because it could not be read is not
 * searched.
 *
 * Returns: whether there was such an entry
 */
gboolean
up_journal_erase_entry (UpJournal *self, const char *id)
{
  g_autoptr (UpEntry) entry = NULL;

  g_return_val_if_fail (UP_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  entry = up_entry_list_find (self->entries, id);
  if (entry == NULL)
    return FALSE;

  /* The id may be the entry's own. */
  g_object_ref (entry);
  g_hash_table_add (self->own_entries, g_strdup (entry->id));
  up_entry_list_remove (self->entries, entry->id);
  if (self->writer != NULL)
    up_journal_replace_entries (self, get_file (entry));
  up_journal_drop_drafts (self, entry->id);

  /* All that was said stands there too; its ending is left with it. */
  if (entry->subject != NULL &&
      up_journal_is_run_of (up_journal_get_run (self, entry->subject), entry))
    {
      g_autofree char *words = g_strconcat ("words/", entry->subject, NULL);

      up_journal_set_draft (self, words, NULL);
      up_journal_drop_run (self, entry->subject);
    }
  else if (entry->kind == UP_ENTRY_ATTEMPT)
    g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);

  return TRUE;
}

/**
 * up_journal_restore_entry:
 * @self: a journal
 * @entry: an entry that was erased from it
 *
 * Brings @entry back as it was and where it was, an attempt with its run where no other one of the
 * scenario is open. Where there is one of its id by now, that one is the newer one and stays.
 */
void
up_journal_restore_entry (UpJournal *self, UpEntry *entry)
{
  g_return_if_fail (UP_IS_JOURNAL (self));
  g_return_if_fail (UP_IS_ENTRY (entry));

  if (up_entry_list_find (self->entries, entry->id) != NULL)
    return;

  put (self, entry);
  up_journal_reopen_run (self, entry);
}
