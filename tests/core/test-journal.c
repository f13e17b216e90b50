/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-journal.h"
#include "up-test-kill.h"

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autofree char *line = NULL;
  g_autofree char *current = NULL;
  g_autofree char *favourite = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *attempt;

  test_do_everything (self);
  test_assert_everything (self);
  test_assert_flushed (self->journal);
  test_assert_files (self, EVERYTHING);
  test_reopen (self);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_null (up_journal_get_notice (self->journal));
  test_assert_everything (self);

  test_assert_mode (self->folder, ".", 0700);
  test_assert_mode (self->folder, "lock", 0600);
  test_assert_mode (self->folder, UP_JOURNAL_CURRENT, 0600);
  test_assert_mode (self->folder, UP_JOURNAL_ATTEMPTS, 0600);
  test_assert_mode (self->folder, UP_JOURNAL_FAVOURITES, 0600);
  test_assert_mode (self->folder, UP_JOURNAL_ENTRIES, 0600);

  line = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
  node = test_parse (line);
  attempt = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (attempt, "version"), ==, 1);
  g_assert_true (g_uuid_string_is_valid (json_object_get_string_member (attempt, "id")));
  g_assert_cmpstr (json_object_get_string_member (attempt, "scenario"), ==, "small");
  g_assert_cmpint (json_object_get_int_member (attempt, "revision"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (attempt, "title"), ==, "A “small” one");
  g_assert_cmpstr (json_object_get_string_member (attempt, "date"), ==, TEST_ISO);
  g_assert_cmpstr (json_object_get_string_member (attempt, "ending"), ==, "z");
  {
    g_autoptr (UpRun) run =
      up_run_load (self->scenario, json_object_get_member (attempt, "run"), NULL, NULL);

    g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ENDING);
  }

  current = test_read_file (self->folder, UP_JOURNAL_CURRENT);
  g_assert_true (g_str_has_prefix (current, "{\"version\":1,"));
  test_assert_content (self, UP_JOURNAL_FAVOURITES, "{\"version\":1,\"phrase\":\"hoping\"}\n");
}

/* What is taken away leaves no trace. */
static void
test_removal (Fixture *self, gconstpointer data)
{
  test_do_everything (self);
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  test_assert_flushed (self->journal);

  up_journal_drop_run (
    self->journal,
    json_object_get_string_member (
      json_node_get_object (up_journal_get_run (self->journal, "small")), "scenario"));
  up_journal_set_draft (self->journal, "words/small", "");
  up_journal_set_favourite (self->journal, "hoping", FALSE);
  up_journal_set_contact (self->journal, "helpline", "");
  g_assert_null (up_journal_get_contact (self->journal, "helpline"));
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words/small"));
  g_assert_false (up_journal_is_favourite (self->journal, "hoping"));
  test_assert_flushed (self->journal);

  test_assert_content (self, UP_JOURNAL_CURRENT, "{\"version\":1,\"runs\":{},\"drafts\":{}}\n");
  test_assert_content (self, UP_JOURNAL_FAVOURITES, "{\"version\":1,\"phrase\":\"wishing\"}\n");
  test_reopen (self);
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words/small"));
  g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 1);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

static void
test_signals (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  guint n_runs = 0;
  guint n_favourites = 0;

  g_signal_connect_swapped (self->journal, "runs-changed", G_CALLBACK (test_count), &n_runs);
  g_signal_connect_swapped (self->journal, "favourites-changed", G_CALLBACK (test_count),
                            &n_favourites);

  up_journal_keep_run (self->journal, run);
  g_assert_cmpuint (n_runs, ==, 1);
  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);
  g_assert_cmpuint (n_runs, ==, 2);
  up_journal_drop_run (self->journal, "small");
  g_assert_cmpuint (n_runs, ==, 3);
  up_journal_drop_run (self->journal, "small");
  g_assert_cmpuint (n_runs, ==, 3);

  up_journal_set_favourite (self->journal, "hoping", FALSE);
  g_assert_cmpuint (n_favourites, ==, 0);
  up_journal_set_favourite (self->journal, "hoping", TRUE);
  up_journal_set_favourite (self->journal, "hoping", TRUE);
  g_assert_cmpuint (n_favourites, ==, 1);
}

/* Nobody has to flush for a journal to be kept. */
static void
test_closing_writes (Fixture *self, gconstpointer data)
{
  test_do_everything (self);
  test_reopen (self);
  test_assert_everything (self);
}

static void
test_drafts (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) length = g_string_new (NULL);
  const char *draft;

  up_journal_set_draft (self->journal, "bad", "a\xff z");
  for (guint i = 0; i < 100000; i++)
    g_string_append (length, "… ");
  up_journal_set_draft (self->journal, "long", length->str);
  up_journal_set_draft (self->journal, "\"key\"\n", "{}");
  test_reopen (self);

  g_assert_cmpstr (up_journal_get_draft (self->journal, "bad"), ==, "a\xef\xbf\xbd z");
  g_assert_cmpstr (up_journal_get_draft (self->journal, "\"key\"\n"), ==, "{}");
  draft = up_journal_get_draft (self->journal, "long");
  g_assert_true (g_str_has_prefix (length->str, draft));
  g_assert_cmpuint (strlen (draft), >, 262140);
  g_assert_cmpuint (strlen (draft), <=, 262144);
}

/* Old or new at any moment, the power included: nothing takes the place of anything before it is on
 * the disk itself. */
static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);

  disk.log = g_string_new (NULL);
  up_journal_keep_run (self->journal, run);
  test_assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==,
                   "open current.json.new\nwrite\nfsync file\n"
                   "rename current.json.new current.json\nfsync folder\n");

  /* The same again is not written again. */
  g_string_truncate (disk.log, 0);
  up_journal_keep_run (self->journal, run);
  test_assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "");

  /* Lines are added; a new file's name has to be on the disk too. */
  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);
  test_assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "open attempts.jsonl\nwrite\nfsync file\nfsync folder\n");
  g_string_truncate (disk.log, 0);
  up_journal_finish_run (self->journal, run);
  test_assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "");
  up_run_set_answer (run, 0, "More is said.");
  up_journal_finish_run (self->journal, run);
  test_assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "open attempts.jsonl\nwrite\nfsync file\n");

  /* An attempt is there before the run is gone, also where both are asked for while it writes. */
  test_hold_rename (self->journal);
  up_run_set_answer (run, 1, "And more.");
  up_journal_finish_run (self->journal, run);
  up_journal_drop_run (self->journal, "small");
  g_string_truncate (disk.log, 0);
  test_release_rename ();
  test_assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==,
                   "fsync folder\nopen attempts.jsonl\nwrite\nfsync file\n"
                   "open current.json.new\nwrite\nfsync file\n"
                   "rename current.json.new current.json\nfsync folder\n");
}

/* The main thread writes nothing, and never do two write at once: the disk sees to both. What is asked
 * for while the disk is busy is one write, of the newest. */
static void
test_one_writer (Fixture *self, gconstpointer data)
{
  guint before;

  disk.main = g_thread_self ();
  up_journal_set_draft (self->journal, "words", "first");
  test_assert_flushed (self->journal);

  test_hold_rename (self->journal);
  before = disk.n[DISK_RENAME];

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);
      g_autoptr (UpRun) run = up_run_new (self->scenario);

      up_journal_set_draft (self->journal, "words", words);
      up_journal_keep_run (self->journal, run);
    }

  g_assert_cmpuint (disk.n[DISK_RENAME], ==, before);
  test_release_rename ();
  test_assert_flushed (self->journal);
  g_assert_cmpuint (disk.n[DISK_RENAME], ==, before + 1);
  test_reopen (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "999");
}

static void
test_kill (void)
{
  disk_reset ();
  g_assert_cmpuint (kill_many (100, 1), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up_how, test)                                                                \
  g_test_add ("/journal/" path, Fixture, NULL, set_up_how, test, test_tear_down)

  ADD ("round-trip", test_set_up, test_round_trip);
  ADD ("removal", test_set_up, test_removal);
  ADD ("signals", test_set_up, test_signals);
  ADD ("closing-writes", test_set_up, test_closing_writes);
  ADD ("drafts", test_set_up, test_drafts);
  ADD ("order", test_set_up, test_order);
  ADD ("one-writer", test_set_up, test_one_writer);
  g_test_add_func ("/journal/kill", test_kill);

  return g_test_run ();
}
