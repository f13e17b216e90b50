/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-entries.h"

/* A scenario that has everything that an attempt keeps of one. */
#define ENDING(id, title)                                                                          \
  "{\"id\": \"" id "\", \"ending\": {\"title\": \"" title "\", \"text\": \"…\", "                  \
  "\"effects\": {\"you\": \"steady\"}}}"
#define TITLED                                                                                     \
  "{\"id\": \"titled\", \"start\": \"a\", \"revision\": 7, \"title\": \"Lunch, again\","           \
  " \"scenes\": ["                                                                                 \
  "  {\"id\": \"a\", \"choices\": [{\"id\": \"end\", \"next\": \"z\"},"                            \
  "                                {\"id\": \"leave\", \"next\": \"y\"}]}," ENDING (               \
    "z", "You stay") "," ENDING ("y", "You go") "]}"

static void
assert_attempt (UpJournal *journal, const char *id, UpScenario *scenario)
{
  UpEntry *entry = up_journal_find_entry (journal, id);
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (UpRun) run = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (entry);
  g_assert_cmpint (up_entry_get_kind (entry), ==, UP_ENTRY_ATTEMPT);
  g_assert_cmpint (up_entry_get_date (entry), ==, TEST_TIME);
  g_assert_cmpstr (up_entry_get_subject (entry), ==, "titled");
  g_assert_cmpstr (up_entry_get_title (entry), ==, "Lunch, again");
  g_assert_cmpstr (up_entry_get_language (entry), ==, up_scenario_get_title (scenario).language);
  g_assert_cmpstr (up_entry_get_ending (entry), ==, "z");
  g_assert_cmpstr (up_entry_get_ending_title (entry), ==, "You stay");
  g_assert_cmpuint (up_entry_get_revision (entry), ==, 7);
  g_assert_cmpuint (up_entry_get_seconds (entry), ==, 61);
  g_assert_cmpuint (up_entry_get_confidence (entry, UP_CONFIDENCE_BEFORE), ==, 2);
  g_assert_cmpuint (up_entry_get_confidence (entry, UP_CONFIDENCE_AFTER), ==, 5);
  g_assert_cmpstr (up_entry_get_answer (entry, 0), ==, NULL);
  g_assert_cmpstr (up_entry_get_answer (entry, 1), ==, "“Wait”\n\t\\ \xf0\x9f\x99\x82");
  g_assert_cmpstr (up_entry_get_answer (entry, 2), ==, NULL);
  g_assert_cmpstr (up_entry_get_words (entry), ==, "Say \"more\"?");
  g_assert_cmpstr (up_entry_get_text (entry), ==, NULL);
  g_assert_cmpstr (up_entry_get_when (entry), ==, NULL);
  g_assert_cmpint (up_entry_get_due (entry), ==, 0);
  g_assert_false (up_entry_is_open (entry));
  g_assert_cmpuint (up_entry_get_n_reviews (entry), ==, 0);

  saved = up_entry_load_run (entry);
  run = up_run_load (scenario, saved, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (up_run_get_id (run), ==, id);
  g_assert_cmpstr (up_run_get_answer (run, 1), ==, up_entry_get_answer (entry, 1));
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ENDING);
}

static void
test_attempt (Fixture *self, gconstpointer data)
{
  g_autoptr (UpScenario) scenario = test_read_small (TITLED);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autofree char *id = g_strdup (up_run_get_id (run));

  up_run_set_confidence (run, UP_CONFIDENCE_BEFORE, 2);
  up_run_set_confidence (run, UP_CONFIDENCE_AFTER, 5);
  up_run_set_answer (run, 1, "“Wait”\n\t\\ \xf0\x9f\x99\x82");
  up_run_set_words (run, "Say \"more\"?");
  up_run_add_seconds (run, 61);
  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);

  assert_attempt (self->journal, id, scenario);
  test_reopen (self);
  assert_attempt (self->journal, id, scenario);
  g_assert_null (up_journal_find_entry (self->journal, "nobody"));
}

/* There is one attempt for each run, which changes where it stands. */
static void
test_replacement (Fixture *self, gconstpointer data)
{
  g_autoptr (UpScenario) scenario = test_read_small (TITLED);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) other = up_run_new (scenario);
  g_autoptr (UpEntry) before = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *lines = NULL;
  GListModel *entries = up_journal_get_entries (self->journal);
  guint n_runs = 0;

  g_signal_connect (entries, "items-changed", G_CALLBACK (test_log_change), log);
  g_signal_connect_swapped (self->journal, "runs-changed", G_CALLBACK (test_count), &n_runs);

  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);
  test_later = 60;
  test_choose (other, "end");
  up_journal_finish_run (self->journal, other);
  test_assert_log (log, "0-0+1 0-0+1 ");
  g_assert_cmpuint (n_runs, ==, 2);

  before = g_object_ref (up_journal_find_entry (self->journal, up_run_get_id (run)));
  test_later = 120;
  up_journal_finish_run (self->journal, run);
  test_assert_log (log, "1-1+1 "); /* the time that was spent on it */
  up_journal_finish_run (self->journal, run);
  test_assert_log (log, "");
  up_run_take_back (run);
  test_choose (run, "leave");
  up_run_set_confidence (run, UP_CONFIDENCE_AFTER, 3);
  up_journal_finish_run (self->journal, run);
  test_assert_log (log, "1-1+1 ");

  for (guint i = 0; i < 2; i++)
    {
      UpEntry *entry = test_get_at (self->journal, 1);

      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 2);
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "titled"), ==, 2);
      g_assert_cmpstr (up_entry_get_id (entry), ==, up_run_get_id (run));
      g_assert_cmpint (up_entry_get_date (entry), ==, TEST_TIME);
      g_assert_cmpstr (up_entry_get_ending_title (entry), ==, "You go");
      g_assert_cmpuint (up_entry_get_confidence (entry, UP_CONFIDENCE_AFTER), ==, 3);
      g_assert_cmpuint (up_entry_get_seconds (entry), ==, 120);
      test_reopen (self);
    }

  /* What an entry says does not change in one's hands. */
  g_assert_cmpstr (up_entry_get_ending_title (before), ==, "You stay");
  g_assert_cmpuint (up_entry_get_confidence (before, UP_CONFIDENCE_AFTER), ==, 0);
}

/* Lines that are superseded stay until they are the greater part. */
static void
test_shortened (Fixture *self, gconstpointer data)
{
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS,
                   LINE ("1") "\n" LINE ("2") "\n" LINE ("1") "\n" LINE ("1") "\n", -1);
  self->journal = test_open (self->folder);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
  test_assert_content (self, UP_JOURNAL_ATTEMPTS,
                       LINE ("1") "\n" LINE ("2") "\n" LINE ("1") "\n" LINE ("1") "\n");

  g_clear_object (&self->journal);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS,
                   LINE ("1") "\n" LINE ("2") "\n" LINE ("1") "\n" LINE (
                     "1") "\n"
                          "{\"version\":1,\"id\":\"1\",\"scenario\":\"other\"}\n",
                   -1);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "other"), ==, 1);
  test_assert_content (self, UP_JOURNAL_ATTEMPTS,
                       "{\"version\":1,\"id\":\"1\",\"scenario\":\"other\"}\n" LINE ("2") "\n");
}

/* What the version before this one wrote. */
static void
test_old_lines (Fixture *self, gconstpointer data)
{
  UpEntry *entry;
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (UpRun) run = NULL;

  test_write_file (
    self->folder, UP_JOURNAL_ATTEMPTS,
    "{\"version\":1,\"id\":\"b\",\"scenario\":\"small\",\"revision\":3,\"title\":\"Old\","
    "\"date\":\"2024-02-29T23:59:59Z\",\"ending\":\"z\",\"run\":{\"version\":1,"
    "\"scenario\":\"small\",\"revision\":3,\"steps\":[{\"step\":1,\"after\":0,\"scene\":\"a\","
    "\"choice\":\"end\"}],\"at\":{\"step\":1,\"scene\":\"z\",\"phase\":\"ending\"}}}\n"
    "{\"version\":1,\"id\":\"a\",\"scenario\":\"small\"}\n",
    -1);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_notice (self->journal));
  test_assert_order (self->journal, "b a");

  entry = test_get_at (self->journal, 0);
  g_assert_cmpint (up_entry_get_date (entry), ==, 1709251199);
  g_assert_cmpstr (up_entry_get_title (entry), ==, "Old");
  g_assert_cmpstr (up_entry_get_ending_title (entry), ==, NULL);
  g_assert_cmpuint (up_entry_get_confidence (entry, UP_CONFIDENCE_BEFORE), ==, 0);
  saved = up_entry_load_run (entry);
  run = up_run_load (self->scenario, saved, NULL, NULL);
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ENDING);
  g_assert_cmpint (up_entry_get_date (test_get_at (self->journal, 1)), ==, 0);
  g_assert_null (up_entry_load_run (test_get_at (self->journal, 1)));
}

static void
assert_plan (UpJournal *journal, const char *id)
{
  UpEntry *plan = up_journal_find_entry (journal, id);
  const UpReview *review;

  g_assert_cmpint (up_entry_get_kind (plan), ==, UP_ENTRY_PLAN);
  g_assert_cmpint (up_entry_get_date (plan), ==, TEST_TIME);
  g_assert_cmpstr (up_entry_get_subject (plan), ==, "small");
  g_assert_cmpstr (up_entry_get_when (plan), ==, "it is said again");
  g_assert_cmpstr (up_entry_get_then (plan), ==, "I ask “what for?”");
  g_assert_cmpint (up_entry_get_due (plan), ==, 0);
  g_assert_false (up_entry_is_open (plan));
  g_assert_cmpuint (up_entry_get_n_reviews (plan), ==, 2);
  review = up_entry_get_review (plan, 0);
  g_assert_cmpint (review->date, ==, TEST_TIME + 100);
  g_assert_cmpint (review->outcome, ==, UP_OUTCOME_DID_NOT);
  g_assert_cmpstr (review->happened, ==, NULL);
  g_assert_cmpstr (review->next, ==, "Wait");
  review = up_entry_get_review (plan, 1);
  g_assert_cmpint (review->date, ==, TEST_TIME + 200);
  g_assert_cmpint (review->outcome, ==, UP_OUTCOME_LET_GO);
  g_assert_cmpstr (review->happened, ==, "They said it themselves.");
  g_assert_cmpstr (review->next, ==, NULL);
}

static void
test_plan (Fixture *self, gconstpointer data)
{
  g_autofree char *id = g_strdup (
    up_journal_add_plan (self->journal, "small", "it is said", "I ask", TEST_TIME + 86400));
  UpEntry *plan = up_journal_find_entry (self->journal, id);

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_true (up_entry_is_open (plan));
  g_assert_cmpint (up_entry_get_due (plan), ==, TEST_TIME + 86400);
  g_assert_cmpuint (up_entry_get_n_reviews (plan), ==, 0);

  test_later = 100;
  up_journal_edit_plan (self->journal, up_entry_get_id (plan), "it is said again",
                        "I ask “what for?”", TEST_TIME + 50);
  up_journal_review_plan (self->journal, id, UP_OUTCOME_DID_NOT, "", "Wait", TEST_TIME + 500);
  plan = up_journal_find_entry (self->journal, id);
  g_assert_true (up_entry_is_open (plan));
  g_assert_cmpint (up_entry_get_due (plan), ==, TEST_TIME + 500);
  test_later = 200;
  up_journal_review_plan (self->journal, id, UP_OUTCOME_LET_GO, "They said it themselves.", NULL,
                          0);
  assert_plan (self->journal, id);
  test_reopen (self);
  assert_plan (self->journal, id);

  /* A new date opens it again, and what was said stays. */
  up_journal_edit_plan (self->journal, id, "if", "then", 0);
  g_assert_false (up_entry_is_open (up_journal_find_entry (self->journal, id)));
  up_journal_edit_plan (self->journal, id, "if", "then", G_MAXINT64);
  plan = up_journal_find_entry (self->journal, id);
  g_assert_true (up_entry_is_open (plan));
  g_assert_cmpint (up_entry_get_due (plan), ==, G_GINT64_CONSTANT (253402300799));
  g_assert_cmpuint (up_entry_get_n_reviews (plan), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 1);

  up_journal_add_plan (self->journal, NULL, "", "", 0);
  g_assert_null (up_entry_get_subject (test_get_at (self->journal, 0)));
}

static void
test_note (Fixture *self, gconstpointer data)
{
  g_autofree char *id =
    g_strdup (up_journal_add_note (self->journal, "small", "A small one", "First\xff"));
  g_autofree char *text = NULL;
  UpEntry *note = up_journal_find_entry (self->journal, id);

  g_assert_cmpint (up_entry_get_kind (note), ==, UP_ENTRY_NOTE);
  g_assert_cmpstr (up_entry_get_text (note), ==, "First\xef\xbf\xbd");
  g_assert_cmpstr (up_entry_get_title (note), ==, "A small one");
  g_assert_cmpstr (up_entry_get_subject (note), ==, "small");
  g_assert_cmpstr (up_entry_get_language (note), ==, NULL);

  test_later = 1000;
  up_journal_edit_note (self->journal, id, "Second");
  up_journal_edit_note (self->journal, id, "Second");
  test_reopen (self);
  note = up_journal_find_entry (self->journal, id);
  g_assert_cmpstr (up_entry_get_text (note), ==, "Second");
  g_assert_cmpint (up_entry_get_date (note), ==, TEST_TIME);

  /* Words that were taken back are gone from the disk when the journal is next opened. */
  text = test_read_file (self->folder, UP_JOURNAL_ENTRIES);
  g_assert_null (strstr (text, "First"));
}

static void
test_which_way (Fixture *self, gconstpointer data)
{
  g_autofree char *id = g_strdup (up_journal_add_which_way (
    self->journal, (UpText) { "¿Qué camino?", "es" }, "urgency=now;stand=witness", "The bus"));
  UpEntry *entry;

  up_journal_add_which_way (self->journal, UP_TEXT_NONE, "", "");
  for (guint i = 0; i < 2; i++)
    {
      entry = up_journal_find_entry (self->journal, id);
      g_assert_cmpint (up_entry_get_kind (entry), ==, UP_ENTRY_WHICH_WAY);
      g_assert_cmpint (up_entry_get_date (entry), ==, TEST_TIME);
      g_assert_cmpstr (up_entry_get_title (entry), ==, "¿Qué camino?");
      g_assert_cmpstr (up_entry_get_language (entry), ==, "es");
      g_assert_cmpstr (up_entry_get_chosen (entry), ==, "urgency=now;stand=witness");
      g_assert_cmpstr (up_entry_get_text (entry), ==, "The bus");
      entry = test_get_at (self->journal, 0);
      g_assert_cmpstr (up_entry_get_chosen (entry), ==, "");
      g_assert_null (up_entry_get_text (entry));
      test_reopen (self);
    }

  g_assert_true (up_journal_erase_entry (self->journal, id));
  test_reopen (self);
  g_assert_null (up_journal_find_entry (self->journal, id));
}

static void
test_moment (Fixture *self, gconstpointer data)
{
  gint64 last = -1;
  UpEntry *entry;

  g_assert_cmpuint (up_journal_count_moment (self->journal, "lift", &last), ==, 0);
  g_assert_cmpint (last, ==, 0);
  up_journal_add_moment (self->journal, "lift", "In the lift", "fr", "");
  test_later = 3600;
  up_journal_add_moment (self->journal, "lift", "In the lift", "fr", "Pardon ?");
  up_journal_add_moment (self->journal, "bus", NULL, NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (up_journal_count_moment (self->journal, "lift", &last), ==, 2);
      g_assert_cmpint (last, ==, TEST_TIME + 3600);
      g_assert_cmpuint (up_journal_count_moment (self->journal, "bus", NULL), ==, 1);
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "lift"), ==, 0);
      entry = test_get_at (self->journal, 1);
      g_assert_cmpint (up_entry_get_kind (entry), ==, UP_ENTRY_MOMENT);
      g_assert_cmpstr (up_entry_get_text (entry), ==, "Pardon ?");
      g_assert_cmpstr (up_entry_get_language (entry), ==, "fr");
      g_assert_cmpstr (up_entry_get_text (test_get_at (self->journal, 2)), ==, NULL);
      test_reopen (self);
    }

  up_journal_erase_entry (self->journal, up_entry_get_id (test_get_at (self->journal, 1)));
  g_assert_cmpuint (up_journal_count_moment (self->journal, "lift", &last), ==, 1);
  g_assert_cmpint (last, ==, TEST_TIME);
}

/* One's own words can be kept later, and are gone at once where they are not wanted any more. */
static void
test_moment_words (Fixture *self, gconstpointer data)
{
  g_autofree char *id =
    g_strdup (up_journal_add_moment (self->journal, "lift", "In the lift", "fr", NULL));
  static const char *const words[] = { "First", "Second", "", "Third", NULL };

  test_later = 1000;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *kept = words[i] != NULL && *words[i] != '\0' ? words[i] : NULL;
      g_autofree char *text = NULL;

      up_journal_edit_moment (self->journal, id, words[i]);
      up_journal_edit_moment (self->journal, id, words[i]);
      g_assert_cmpstr (up_entry_get_text (up_journal_find_entry (self->journal, id)), ==, kept);
      g_assert_true (up_journal_flush (self->journal, NULL));
      text = test_read_file (self->folder, UP_JOURNAL_ENTRIES);
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (words[j] != NULL && *words[j] != '\0')
          g_assert_true ((strstr (text, words[j]) != NULL) == (words[j] == kept));

      test_reopen (self);
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 1);
      g_assert_cmpstr (up_entry_get_text (test_get_at (self->journal, 0)), ==, kept);
      g_assert_cmpstr (up_entry_get_title (test_get_at (self->journal, 0)), ==, "In the lift");
      g_assert_cmpstr (up_entry_get_subject (test_get_at (self->journal, 0)), ==, "lift");
      g_assert_cmpint (up_entry_get_date (test_get_at (self->journal, 0)), ==, TEST_TIME);
    }
}

/* What is no longer kept of an attempt is gone at once, and all else of it stays as it was. */
static void
test_attempt_words (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);

  test_choose (run, "end");
  up_run_set_words (run, "First words");
  up_run_set_answer (run, 0, "First answer");
  up_journal_finish_run (self->journal, run);
  test_later = 1000;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;

      if (i == 0)
        up_run_set_words (run, NULL);
      else
        up_run_set_answer (run, 0, NULL);
      up_journal_finish_run (self->journal, run);
      g_assert_true (up_journal_flush (self->journal, NULL));
      text = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
      g_assert_null (strstr (text, "First words"));
      g_assert_true ((strstr (text, "First answer") != NULL) == (i == 0));

      test_reopen (self);
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 1);
      g_assert_cmpint (up_entry_get_date (test_get_at (self->journal, 0)), ==, TEST_TIME);
    }
}

/* An attempt goes with its run and comes back with it, unless the run has gone on since. */
static void
test_attempt_erased (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (UpEntry) entry = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  test_choose (run, "end");
  up_run_set_answer (run, 0, "An answer");
  up_journal_keep_run (self->journal, run);
  up_journal_finish_run (self->journal, run);
  entry = g_object_ref (test_get_at (self->journal, 0));
  key = g_strconcat ("more/", up_run_get_id (run), NULL);
  up_journal_set_draft (self->journal, key, "half-written");
  up_journal_set_draft (self->journal, "words/small", "half-written");
  up_journal_set_draft (self->journal, "more/other", "half-written");

  g_assert_true (up_journal_erase_entry (self->journal, up_run_get_id (run)));
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_true (up_journal_flush (self->journal, NULL));
  text = test_read_file (self->folder, UP_JOURNAL_CURRENT);
  g_assert_null (strstr (text, "An answer"));
  g_assert_null (up_journal_get_draft (self->journal, key));
  g_assert_null (up_journal_get_draft (self->journal, "words/small"));
  g_assert_nonnull (up_journal_get_draft (self->journal, "more/other"));

  up_journal_restore_entry (self->journal, entry);
  test_reopen (self);
  g_assert_nonnull (up_journal_get_run (self->journal, "small"));
  g_assert_nonnull (up_journal_find_entry (self->journal, up_run_get_id (run)));

  up_run_take_back (run);
  up_journal_keep_run (self->journal, run);
  g_assert_true (up_journal_erase_entry (self->journal, up_run_get_id (run)));
  g_assert_nonnull (up_journal_get_run (self->journal, "small"));
}

/* A pause of five minutes or more is not time spent; nor is a clock that goes back. */
static void
test_seconds (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (UpRun) again = NULL;

  g_assert_cmpint (up_journal_get_now (self->journal), ==, TEST_TIME);
  up_journal_keep_run (self->journal, run);
  g_assert_cmpuint (up_run_get_seconds (run), ==, 0);
  test_later += 299;
  up_journal_keep_run (self->journal, run);
  g_assert_cmpuint (up_run_get_seconds (run), ==, 299);
  test_later += 300;
  up_journal_keep_run (self->journal, run);
  g_assert_cmpuint (up_run_get_seconds (run), ==, 299);
  test_later -= 100;
  up_journal_keep_run (self->journal, run);
  test_later += 1;
  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);
  up_journal_keep_run (self->journal, run);
  g_assert_cmpuint (up_entry_get_seconds (test_get_at (self->journal, 0)), ==, 300);

  /* They are kept with the open run; the time that the journal was closed is not counted. */
  test_later += 10;
  test_reopen (self);
  again = test_load (self);
  g_assert_cmpuint (up_run_get_seconds (again), ==, 300);
  up_journal_keep_run (self->journal, again);
  test_later += 10;
  up_journal_keep_run (self->journal, again);
  g_assert_cmpuint (up_run_get_seconds (again), ==, 310);
}

static void
test_favourites (Fixture *self, gconstpointer data)
{
  static const char *const steps[] = { "a", "b", "c", "d", "-b", "b", "-d", NULL };

  for (guint i = 0; steps[i] != NULL; i++)
    up_journal_set_favourite (self->journal, steps[i] + (*steps[i] == '-'), *steps[i] != '-');

  for (guint i = 0; i < 2; i++)
    {
      g_auto (GStrv) favourites = up_journal_list_favourites (self->journal);
      g_autofree char *joined = g_strjoinv (" ", favourites);

      g_assert_cmpstr (joined, ==, "b c a");
      test_reopen (self);
    }
}

static void
test_contacts (Fixture *self, gconstpointer data)
{
  g_assert_null (up_journal_get_contact (self->journal, "helpline"));
  up_journal_set_contact (self->journal, "helpline", "01\xff");
  up_journal_set_contact (self->journal, "other", "…");
  up_journal_set_contact (self->journal, "other", NULL);
  test_reopen (self);
  g_assert_cmpstr (up_journal_get_contact (self->journal, "helpline"), ==, "01\xef\xbf\xbd");
  g_assert_null (up_journal_get_contact (self->journal, "other"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up_how, test)                                                                \
  g_test_add ("/journal-entries/" path, Fixture, NULL, set_up_how, test, test_tear_down)

  ADD ("attempt", test_set_up, test_attempt);
  ADD ("attempt-words", test_set_up, test_attempt_words);
  ADD ("attempt-erased", test_set_up, test_attempt_erased);
  ADD ("replacement", test_set_up, test_replacement);
  ADD ("shortened", test_set_up_closed, test_shortened);
  ADD ("old-lines", test_set_up_closed, test_old_lines);
  ADD ("plan", test_set_up, test_plan);
  ADD ("note", test_set_up, test_note);
  ADD ("which-way", test_set_up, test_which_way);
  ADD ("moment", test_set_up, test_moment);
  ADD ("moment-words", test_set_up, test_moment_words);
  ADD ("seconds", test_set_up, test_seconds);
  ADD ("favourites", test_set_up, test_favourites);
  ADD ("contacts", test_set_up, test_contacts);

  return g_test_run ();
}
