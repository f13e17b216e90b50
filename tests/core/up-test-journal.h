/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-own-phrase.h"
#include "up-test-disk.h"
#include "up-test-scenario.h"

/* a: stay leads to a, end to z. */
#define SMALL                                                                                      \
  "{\"id\": \"small\", \"start\": \"a\", \"revision\": 3, \"title\": \"A “small” one\","           \
  " \"scenes\": ["                                                                                 \
  "  {\"id\": \"a\", \"choices\": [{\"id\": \"stay\", \"next\": \"a\"},"                           \
  "                                {\"id\": \"end\", \"next\": \"z\"}]},"                          \
  "  {\"id\": \"z\"}]}"

#define EVERYTHING "attempts.jsonl current.json entries.jsonl favourites.jsonl lock phrases.jsonl"

typedef struct
{
  char *folder;
  UpScenario *scenario;
  UpJournal *journal;
} Fixture;

/* A line of the attempts. */
#define LINE(id)                                                                                   \
  "{\"version\":1,\"id\":\"" id "\",\"scenario\":\"small\",\"date\":\"" TEST_ISO "\"}"

/* A line of the entries. */
#define NOTE(id)                                                                                   \
  "{\"version\":1,\"kind\":\"note\",\"id\":\"" id "\",\"date\":\"" TEST_ISO                        \
  "\",\"text\":\"A note\"}"

/* A line of phrases of one's own. */
#define OWN_PHRASE(id)                                                                             \
  "{\"version\":1,\"id\":\"" id "\",\"date\":\"" TEST_ISO                                          \
  "\",\"phrase\":{\"language\":\"en\",\"move\":\"buy-time\",\"lean\":\"in\",\"text\":\"Later?\"}}"

static inline void
test_set_up (Fixture *self, gconstpointer data)
{
  disk_reset ();
  self->folder = test_make_folder ();
  self->scenario = test_read_small (SMALL);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
}

/* Without a journal yet, so that a test can put something in the folder first. */
static inline void
test_set_up_closed (Fixture *self, gconstpointer data)
{
  disk_reset ();
  self->folder = test_make_folder ();
  self->scenario = test_read_small (SMALL);
}

static inline void
test_tear_down (Fixture *self, gconstpointer data)
{
  disk_reset ();
  g_clear_object (&self->journal);
  g_clear_object (&self->scenario);
  test_remove_folder (self->folder);
  g_free (self->folder);
}

static inline void
test_reopen (Fixture *self)
{
  g_clear_object (&self->journal);
  self->journal = test_open (self->folder);
}

static inline void
test_assert_flushed (UpJournal *journal)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (up_journal_flush (journal, &error));
  g_assert_no_error (error);
  g_assert_null (up_journal_get_trouble (journal));
}

static inline void
test_assert_not_flushed (UpJournal *journal, UpJournalError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (up_journal_flush (journal, &error));
  g_assert_error (error, UP_JOURNAL_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, up_journal_get_trouble (journal));
}

static inline void
test_assert_files (Fixture *self, const char *expected)
{
  g_autofree char *names = test_list (self->folder);

  g_assert_cmpstr (names, ==, expected);
}

static inline void
test_assert_content (Fixture *self, const char *name, const char *expected)
{
  g_autofree char *text = test_read_file (self->folder, name);

  g_assert_cmpstr (text, ==, expected);
}

static inline void
test_choose (UpRun *run, const char *id)
{
  up_run_choose (run, up_scene_find_choice (up_run_get_scene (run), id));
  up_run_advance (run);
  up_run_advance (run);
}

static inline UpRun *
test_load (Fixture *self)
{
  JsonNode *saved = up_journal_get_run (self->journal, "small");
  g_autoptr (GError) error = NULL;
  UpRun *run;

  g_assert_nonnull (saved);
  run = up_run_load (self->scenario, saved, NULL, &error);
  g_assert_no_error (error);

  return run;
}

/* The entry of a kind that is newest but @index; borrowed. */
static inline UpEntry *
test_find_entry (UpJournal *journal, UpEntryKind kind, guint index)
{
  GListModel *entries = up_journal_get_entries (journal);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);

      if (up_entry_get_kind (entry) == kind && index-- == 0)
        return entry;
    }

  return NULL;
}

/* Does one of everything. */
static inline void
test_do_everything (Fixture *self)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (UpPhrase) phrase =
    up_own_phrase_new ("es", "buy-time", UP_LEAN_EITHER, "Luego, {nombre}.", "A “note”");
  const char *plan;

  plan =
    up_journal_add_plan (self->journal, "small", "someone says “that”", "I ask", TEST_TIME + 9);
  up_journal_review_plan (self->journal, plan, UP_OUTCOME_DID_NOT, NULL, "Wait", TEST_TIME + 19);
  up_journal_add_note (self->journal, "small", "A “small” one", "A note\nof two lines");
  up_journal_add_moment (self->journal, "corridor", "In the corridor", "en", "Hold on.");
  up_journal_set_contact (self->journal, "helpline", "0123 “4”");
  up_run_set_answer (run, 1, "That I waited.");
  test_choose (run, "stay");
  up_run_set_notice (run, "Nobody laughed.");
  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);
  up_run_take_back (run);
  up_journal_keep_run (self->journal, run);
  up_journal_set_draft (self->journal, "words/small", "What did you mean by “that”?\n\t\\");
  up_journal_set_favourite (self->journal, "hoping", TRUE);
  up_journal_add_phrase (self->journal, phrase);
}

static inline void
test_assert_everything (Fixture *self)
{
  g_autoptr (UpRun) run = test_load (self);
  GListModel *phrases = up_journal_get_phrases (self->journal);
  g_autoptr (UpEntry) entry = g_list_model_get_item (phrases, 0);
  g_autofree char *typed = up_own_phrase_get_typed (up_entry_get_phrase (entry));

  g_assert_cmpuint (g_list_model_get_n_items (phrases), ==, 1);
  g_assert_cmpstr (typed, ==, "Luego, {nombre}.");
  g_assert_cmpstr (up_phrase_get_note (up_entry_get_phrase (entry)).text, ==, "A “note”");
  g_assert_cmpuint (up_run_get_n_steps (run), ==, 2);
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ASKING);
  g_assert_cmpstr (up_step_get_notice (up_run_get_step (run)), ==, "Nobody laughed.");
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "other"), ==, 0);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words/small"), ==,
                   "What did you mean by “that”?\n\t\\");
  g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
  g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 1);
  g_assert_cmpstr (up_journal_get_contact (self->journal, "helpline"), ==, "0123 “4”");
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 4);
  g_assert_cmpuint (up_journal_count_moment (self->journal, "corridor", NULL), ==, 1);
  g_assert_cmpstr (up_entry_get_answer (test_find_entry (self->journal, UP_ENTRY_ATTEMPT, 0), 1),
                   ==, "That I waited.");
  g_assert_cmpstr (up_entry_get_text (test_find_entry (self->journal, UP_ENTRY_MOMENT, 0)), ==,
                   "Hold on.");
  g_assert_cmpstr (up_entry_get_text (test_find_entry (self->journal, UP_ENTRY_NOTE, 0)), ==,
                   "A note\nof two lines");
  g_assert_cmpuint (up_entry_get_n_reviews (test_find_entry (self->journal, UP_ENTRY_PLAN, 0)), ==,
                    1);
}

static inline void
test_assert_mode (const char *folder, const char *name, mode_t mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, mode);
}

static inline void
test_count (guint *n)
{
  (*n)++;
}

/* Has the writer stand still in the middle of writing. */
static inline void
test_hold_rename (UpJournal *journal)
{
  g_mutex_lock (&disk.mutex);
  disk.held = TRUE;
  g_mutex_unlock (&disk.mutex);

  up_journal_set_draft (journal, "held", up_journal_get_draft (journal, "held") ? NULL : "held");

  g_mutex_lock (&disk.mutex);
  while (!disk.waiting)
    g_cond_wait (&disk.cond, &disk.mutex);
  g_mutex_unlock (&disk.mutex);
}

static inline void
test_release_rename (void)
{
  g_mutex_lock (&disk.mutex);
  disk.held = FALSE;
  g_cond_broadcast (&disk.cond);
  g_mutex_unlock (&disk.mutex);
}
