/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-entries.h"

#define DATED(id, date)                                                                            \
  "{\"version\":1,\"kind\":\"note\",\"id\":\"" id "\",\"date\":\"" date "\",\"text\":\"" id "\"}"  \
  "\n"

/* Newest first, whichever file it stands in and wherever; of one second, what came last. */
static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);

  test_write_file (self->folder, UP_JOURNAL_ENTRIES,
                   DATED ("a", "2025-01-02T03:00:00Z") DATED ("c", "2025-01-02T03:00:02+00:00")
                     DATED ("d", "2025-01-02T05:00:02+02:00") DATED ("e", "never")
                       DATED ("f", "2025-02-30T00:00:00Z"),
                   -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS,
                   "{\"version\":1,\"id\":\"b\",\"scenario\":\"s\","
                   "\"date\":\"2025-01-02T03:00:01Z\"}\n",
                   -1);
  self->journal = test_open (self->folder);
  test_assert_order (self->journal, "d c b a f e");

  g_signal_connect (up_journal_get_entries (self->journal), "items-changed",
                    G_CALLBACK (test_log_change), log);
  test_later = -5 - 4 * 60; /* three o’clock */
  up_journal_add_note (self->journal, NULL, NULL, "between");
  test_assert_log (log, "3-0+1 ");
  g_assert_cmpstr (up_entry_get_text (test_get_at (self->journal, 3)), ==, "between");
  test_later = 0;
  up_journal_add_note (self->journal, NULL, NULL, "one");
  up_journal_add_note (self->journal, NULL, NULL, "two");
  test_assert_log (log, "0-0+1 0-0+1 ");
  g_assert_cmpstr (up_entry_get_text (test_get_at (self->journal, 0)), ==, "two");
  test_reopen (self);
  g_assert_cmpstr (up_entry_get_text (test_get_at (self->journal, 0)), ==, "two");
  g_assert_cmpstr (up_entry_get_text (test_get_at (self->journal, 1)), ==, "one");
}

/* Dates are read as GLib reads them, however they are written. */
static void
test_dates (void)
{
  for (gint64 day = 0; day < 135 * 366; day += 7)
    for (guint i = 0; i < 2; i++)
      {
        gint64 date = day * 86400 + (day * 7919) % 86400;
        g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);
        g_autofree char *iso = up_entry_format_date (date);
        g_autofree char *other = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
        g_autofree char *quoted = g_strdup_printf ("\"%s\"", i == 0 ? iso : other);

        g_assert_cmpint (up_entry_read_date ((UpSpan) { quoted, strlen (quoted) }), ==, date);
      }
}

/* What is erased leaves no trace, and comes back as it was. */
static void
test_erase_and_restore (Fixture *self, gconstpointer data)
{
  static const UpEntryKind kinds[] = { UP_ENTRY_ATTEMPT, UP_ENTRY_MOMENT, UP_ENTRY_PLAN,
                                       UP_ENTRY_NOTE };
  static const char *const traces[] = { "That I waited.", "Hold on.", "someone says", "A note" };
  g_autofree char *order = NULL;

  test_do_everything (self);
  test_later = 10;
  up_journal_add_note (self->journal, NULL, NULL, "Newer");
  order = test_join (self->journal);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (UpEntry) entry =
        g_object_ref (test_find_entry (self->journal, kinds[i], kinds[i] == UP_ENTRY_NOTE ? 1 : 0));
      g_autoptr (GString) log = g_string_new (NULL);
      g_autofree char *id = g_strdup (up_entry_get_id (entry));
      g_autofree char *attempts = NULL;
      g_autofree char *entries = NULL;
      gulong handler = g_signal_connect (up_journal_get_entries (self->journal), "items-changed",
                                         G_CALLBACK (test_log_change), log);

      g_assert_true (up_journal_erase_entry (self->journal, up_entry_get_id (entry)));
      g_assert_false (up_journal_erase_entry (self->journal, id));
      g_assert_null (up_journal_find_entry (self->journal, id));
      g_assert_true (g_str_has_suffix (log->str, "-1+0 "));
      test_assert_flushed (self->journal);
      attempts = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
      entries = test_read_file (self->folder, UP_JOURNAL_ENTRIES);
      g_assert_null (strstr (attempts, traces[i]));
      g_assert_null (strstr (entries, traces[i]));

      up_journal_restore_entry (self->journal, entry);
      up_journal_restore_entry (self->journal, entry);
      g_assert_true (up_journal_find_entry (self->journal, id) == entry);
      test_assert_order (self->journal, order);
      g_signal_handler_disconnect (up_journal_get_entries (self->journal), handler);
    }

  test_assert_flushed (self->journal);
  up_journal_erase_entry (self->journal, up_entry_get_id (test_get_at (self->journal, 0)));
  test_reopen (self);
  test_assert_everything (self);
}

/* The run goes on where its attempt is erased; the attempt is back where the person goes on. */
static void
test_erase_attempt_of_open_run (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (UpRun) again = NULL;

  test_choose (run, "end");
  up_journal_keep_run (self->journal, run);
  up_journal_finish_run (self->journal, run);
  g_assert_true (up_run_take_back (run));
  up_journal_keep_run (self->journal, run);
  g_assert_true (up_journal_erase_entry (self->journal, up_run_get_id (run)));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
  test_reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);

  again = test_load (self);
  g_assert_cmpstr (up_run_get_id (again), ==, up_run_get_id (run));
  test_choose (again, "end");
  up_journal_keep_run (self->journal, again);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
  test_later = 77;
  up_journal_finish_run (self->journal, again);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
  g_assert_cmpint (up_entry_get_date (test_get_at (self->journal, 0)), ==, TEST_TIME + 77);
}

/* A newer one of the same id is not undone. */
static void
test_restore_older (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (UpEntry) old = NULL;

  test_choose (run, "end");
  up_journal_finish_run (self->journal, run);
  old = g_object_ref (test_get_at (self->journal, 0));
  up_journal_erase_entry (self->journal, up_entry_get_id (old));
  up_run_set_answer (run, 0, "newer");
  up_journal_finish_run (self->journal, run);
  up_journal_restore_entry (self->journal, old);
  g_assert_cmpstr (up_entry_get_answer (test_get_at (self->journal, 0), 0), ==, "newer");
}

#define MANY 10000

/* Ten thousand attempts, and not one of them is lost, misplaced or counted twice. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (JsonNode) loaded = NULL;
  g_autofree char *json = NULL;
  GListModel *entries;

  test_choose (run, "end");
  saved = up_run_save (run);
  json = json_to_string (saved, FALSE);
  for (guint i = 0; i < MANY; i++)
    {
      /* Written in an order of its own: 7,919 is a prime and no divisor of ten thousand. */
      guint number = i * 7919 % MANY;
      g_autofree char *date = up_entry_format_date (TEST_TIME - number * 60);

      g_string_append_printf (lines,
                              "{\"version\":1,\"id\":\"%u\",\"date\":\"%s\",\"scenario\":\"s%u\","
                              "\"title\":\"Number %u\",\"run\":%s}\n",
                              number, date, number % 16, number, json);
    }
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, lines->str, lines->len);

  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_null (up_journal_get_notice (self->journal));
  entries = up_journal_get_entries (self->journal);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, MANY);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "s3"), ==, MANY / 16);
  for (guint i = 0; i < MANY; i++)
    {
      UpEntry *entry = test_get_at (self->journal, i);

      g_assert_cmpuint (atoi (up_entry_get_id (entry)), ==, i);
      g_assert_cmpuint (atoi (up_entry_get_title (entry) + strlen ("Number ")), ==, i);
    }
  loaded = up_entry_load_run (test_get_at (self->journal, 5000));
  g_assert_true (json_node_equal (loaded, saved));

  g_assert_true (up_journal_erase_entry (self->journal, "5000"));
  test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==,
                    MANY - 1);
  g_assert_null (up_journal_find_entry (self->journal, "5000"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up_how, test)                                                                \
  g_test_add ("/journal-list/" path, Fixture, NULL, set_up_how, test, test_tear_down)

  ADD ("order", test_set_up_closed, test_order);
  g_test_add_func ("/journal-list/dates", test_dates);
  ADD ("erase-and-restore", test_set_up, test_erase_and_restore);
  ADD ("erase-attempt-of-open-run", test_set_up, test_erase_attempt_of_open_run);
  ADD ("restore-older", test_set_up, test_restore_older);
  ADD ("many", test_set_up_closed, test_many);

  return g_test_run ();
}
