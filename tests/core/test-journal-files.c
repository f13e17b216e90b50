/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-journal.h"

#include <unistd.h>

static void
test_torn_line (Fixture *self, gconstpointer data)
{
  static const char *const torn[] = { "{", "{\"version\":1,\"id\":\"3\",\"scena", "\"", "x" };
  static const char nuls[] = LINE ("1") "\n\0\0\0\0";

  for (guint i = 0; i < G_N_ELEMENTS (torn); i++)
    {
      g_autofree char *text = g_strconcat (LINE ("1") "\n" LINE ("2") "\n", torn[i], NULL);

      test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, text, -1);
      test_reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_null (up_journal_get_notice (self->journal));
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
      test_assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("2") "\n");
    }

  /* What a power cut leaves of a file that had grown. */
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, nuls, sizeof nuls - 1);
  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  test_assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n");

  /* One that lacks nothing but its end is whole, and the next is not joined to it. */
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("2"), -1);
  test_reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
  test_do_everything (self);
  test_reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 3);
  g_assert_null (up_journal_get_notice (self->journal));
}

static void
test_bad_line (Fixture *self, gconstpointer data)
{
  static const char *const bad[] = {
    "half a line {",
    "{\"version\":1,\"scenario\":\"small\"}",
    "{\"version\":-1,\"id\":\"2\",\"scenario\":\"small\"}",
    "[]",
    "\xff\xfe",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strconcat (LINE ("1") "\n", bad[i], "\n" LINE ("3") "\n{", NULL);
      g_autofree char *expected = g_strconcat (bad[i], "\n", NULL);
      g_autofree char *aside =
        g_build_filename (self->folder, "attempts.damaged-" TEST_STAMP ".jsonl", NULL);

      test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, text, -1);
      test_reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_nonnull (strstr (up_journal_get_notice (self->journal), aside));
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
      test_assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("3") "\n");
      test_assert_content (self, "attempts.damaged-" TEST_STAMP ".jsonl", expected);
      test_assert_mode (self->folder, "attempts.damaged-" TEST_STAMP ".jsonl", 0600);

      test_reopen (self);
      g_assert_null (up_journal_get_notice (self->journal));
      g_assert_cmpint (remove (aside), ==, 0);
    }
}

/* The same for moments, plans and notes: what is no such thing is put aside, whole and alone. */
static void
test_bad_entry (Fixture *self, gconstpointer data)
{
#define ENTRY(rest) "{\"version\":1,\"id\":\"2\",\"date\":\"" TEST_ISO "\"" rest "}"
  static const char *const bad[] = {
    "half a line {",
    LINE ("2"),
    ENTRY (",\"kind\":\"dream\",\"text\":\"\""),
    ENTRY (",\"kind\":1,\"text\":\"\""),
    ENTRY (",\"kind\":\"note\""),
    ENTRY (",\"kind\":\"note\",\"text\":null"),
    ENTRY (",\"kind\":\"moment\",\"text\":\"\""),
    ENTRY (",\"kind\":\"plan\",\"when\":\"\""),
    ENTRY (",\"kind\":\"plan\",\"when\":\"\",\"then\":\"\",\"due\":1"),
    ENTRY (",\"kind\":\"plan\",\"when\":\"\",\"then\":\"\",\"open\":1"),
    ENTRY (",\"kind\":\"plan\",\"when\":\"\",\"then\":\"\",\"reviews\":{}"),
    "{\"version\":1,\"kind\":\"note\",\"id\":\"2\",\"text\":\"no date\"}",
    ENTRY (",\"kind\":\"note\",\"text\":\"\\ud800\""),
    ENTRY (",\"kind\":\"note\",\"text\":\"\xff\""),
    "",
  };
  static const char *const torn[] = { "", "{", NOTE ("3") "x", "{\"version\":1,\"kind\":\"no" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strconcat (NOTE ("1") "\n", bad[i], "\n" NOTE ("3") "\n",
                                           torn[i % G_N_ELEMENTS (torn)], NULL);
      g_autofree char *expected = g_strconcat (bad[i], "\n", NULL);
      g_autofree char *aside =
        g_build_filename (self->folder, "entries.damaged-" TEST_STAMP ".jsonl", NULL);

      test_write_file (self->folder, UP_JOURNAL_ENTRIES, text, -1);
      test_reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_nonnull (strstr (up_journal_get_notice (self->journal), aside));
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 2);
      g_assert_nonnull (up_journal_find_entry (self->journal, "1"));
      g_assert_nonnull (up_journal_find_entry (self->journal, "3"));
      test_assert_content (self, UP_JOURNAL_ENTRIES, NOTE ("1") "\n" NOTE ("3") "\n");
      test_assert_content (self, "entries.damaged-" TEST_STAMP ".jsonl", expected);
      g_assert_cmpint (remove (aside), ==, 0);
    }

  /* A member that is of no use to a list, or that nobody knows yet, is no reason. */
  test_write_file (self->folder, UP_JOURNAL_ENTRIES,
                   ENTRY (",\"kind\":\"plan\",\"when\":\"a\",\"then\":\"b\",\"new\":[],"
                          "\"reviews\":[1,{},{\"date\":1,\"outcome\":\"x\"}]") "\n",
                   -1);
  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_entry_get_n_reviews (up_journal_find_entry (self->journal, "2")), ==, 2);
}

/* A record with something behind it is not what was written, though a parser may stop before that. */
static void
test_nul_line (Fixture *self, gconstpointer data)
{
  static const char text[] = LINE ("1") "\n" LINE ("2") "\0\n" LINE ("3") "\n";

  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, text, sizeof text - 1);
  self->journal = test_open (self->folder);
  g_assert_nonnull (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
  test_assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("3") "\n");
}

static void
test_attempt_once (Fixture *self, gconstpointer data)
{
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("1") "\n", -1);
  self->journal = test_open (self->folder);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  static const char *const damaged[] = {
    "",
    "{",
    "[]",
    "{\"version\":1}",
    "{\"version\":1,\"runs\":[],\"drafts\":{}}",
    "{\"version\":1,\"runs\":{\"a\":1},\"drafts\":{}}",
    "{\"version\":1,\"runs\":{},\"drafts\":{\"a\":{}}}",
    "{\"version\":\"1\",\"runs\":{},\"drafts\":{}}",
    "{\"version\":1,\"runs\":{},\"drafts\":{}} x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *name = i == 0
                                ? g_strdup ("current.damaged-" TEST_STAMP ".json")
                                : g_strdup_printf ("current.damaged-" TEST_STAMP "-%u.json", i + 1);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      test_write_file (self->folder, UP_JOURNAL_CURRENT, damaged[i], -1);
      test_reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_nonnull (strstr (up_journal_get_notice (self->journal), path));
      test_assert_content (self, name, damaged[i]);
      test_do_everything (self);
      test_assert_flushed (self->journal);
    }

  /* Several at once. */
  test_write_file (self->folder, UP_JOURNAL_CURRENT, "x", -1);
  test_write_file (self->folder, UP_JOURNAL_FAVOURITES, "x\n", -1);
  test_reopen (self);
  g_assert_nonnull (strstr (up_journal_get_notice (self->journal), self->folder));
  g_assert_null (strstr (up_journal_get_notice (self->journal), "damaged"));
}

/* Where nothing can be put aside, nothing is touched. */
static void
test_damaged_unwritable (Fixture *self, gconstpointer data)
{
  test_write_file (self->folder, UP_JOURNAL_CURRENT, "{", -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, "x\n" LINE ("1") "\n", -1);
  disk.fault[DISK_RENAME] = ENOSPC;
  self->journal = test_open (self->folder);
  g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "full"));
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
  test_assert_content (self, UP_JOURNAL_CURRENT, "{");
  test_assert_content (self, UP_JOURNAL_ATTEMPTS, "x\n" LINE ("1") "\n");

  disk.fault[DISK_RENAME] = 0;
  up_journal_set_draft (self->journal, "words", "kept");
  up_journal_retry (self->journal);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_nonnull (up_journal_get_notice (self->journal));
  test_reopen (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "kept");
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, UP_JOURNAL_CURRENT, NULL);

  test_write_file (self->folder, UP_JOURNAL_CURRENT, "{", -1);
  g_assert_cmpint (truncate (path, UP_JOURNAL_MAX_CURRENT + 1), ==, 0);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_nonnull (strstr (up_journal_get_notice (self->journal), "damaged"));
  test_assert_files (self, "current.damaged-" TEST_STAMP ".json lock");
}

/* A file from a newer version, whichever it is: not a byte of the journal changes. */
static void
test_newer (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { UP_JOURNAL_CURRENT, UP_JOURNAL_ATTEMPTS,
                                       UP_JOURNAL_FAVOURITES, UP_JOURNAL_ENTRIES,
                                       UP_JOURNAL_PHRASES };
  static const char *const texts[] = { "{\"version\":2}\n", LINE ("1") "\n{\"version\":2}\n",
                                       "{\"version\":99,\"phrase\":\"x\"}\n",
                                       NOTE ("1") "\n{\"version\":2,\"kind\":\"dream\"}",
                                       "{\"version\":2,\"phrase\":[]}\n" };
  static const char *const broken[] = { "{", "x\n" LINE ("7") "\n{", "x\n{",
                                        NOTE ("1") "\n" NOTE ("1") "\nx\n",
                                        OWN_PHRASE ("1") "\nx\n{" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        test_write_file (self->folder, names[j], i == j ? texts[j] : broken[j], -1);
      test_write_file (self->folder, "lock", "", -1);

      self->journal = test_open (self->folder);
      g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "newer version"));
      test_do_everything (self);
      g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
      test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_NEWER);
      up_journal_retry (self->journal);
      g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "newer version"));
      g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
      g_assert_false (up_journal_erase (self->journal, NULL));
      g_clear_object (&self->journal);

      test_assert_files (self, EVERYTHING);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        test_assert_content (self, names[j], i == j ? texts[j] : broken[j]);
    }
}

/* An older one is brought to this version, and kept as it was. */
static void
test_older (Fixture *self, gconstpointer data)
{
#define OLD_ENTRY "{\"kind\":\"note\",\"id\":\"3\",\"date\":\"" TEST_ISO "\",\"text\":\"old\"}"
#define OLD_CURRENT "{\"runs\": {}, \"drafts\": {\"words\": \"old\"}}"
#define OLD_LINES LINE ("1") "\n{\"id\":\"2\",\"scenario\":\"small\"}\nx\n"

  test_write_file (self->folder, UP_JOURNAL_CURRENT, OLD_CURRENT, -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, OLD_LINES, -1);
  test_write_file (self->folder, UP_JOURNAL_ENTRIES, OLD_ENTRY, -1);
  test_write_file (self->folder, UP_JOURNAL_FAVOURITES, "{\"phrase\":\"hoping\"}\n", -1);
  self->journal = test_open (self->folder);
  g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
  g_assert_cmpstr (up_entry_get_text (up_journal_find_entry (self->journal, "3")), ==, "old");
  test_assert_content (self, "entries.version-0-" TEST_STAMP ".jsonl", OLD_ENTRY);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "old");
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
  test_assert_content (self, "current.version-0-" TEST_STAMP ".json", OLD_CURRENT);
  test_assert_content (self, "attempts.version-0-" TEST_STAMP ".jsonl", OLD_LINES);
  test_assert_content (self, "attempts.damaged-" TEST_STAMP ".jsonl", "x\n");
  test_assert_content (self, UP_JOURNAL_ATTEMPTS,
                       LINE ("1") "\n{\"id\":\"2\",\"scenario\":\"small\",\"version\":1}\n");

  /* Once. */
  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "old");
  test_assert_files (self, "attempts.damaged-" TEST_STAMP ".jsonl attempts.jsonl "
                           "attempts.version-0-" TEST_STAMP ".jsonl current.json "
                           "current.version-0-" TEST_STAMP ".json entries.jsonl "
                           "entries.version-0-" TEST_STAMP ".jsonl favourites.jsonl "
                           "favourites.version-0-" TEST_STAMP ".jsonl lock");
}

/* Lines of phrases: one that says nothing is put aside, and one that was being written is no record
 * unless it is whole. */
static void
test_bad_phrase (Fixture *self, gconstpointer data)
{
#define PHRASE(phrase)                                                                             \
  "{\"version\":1,\"id\":\"2\",\"date\":\"" TEST_ISO "\",\"phrase\":" phrase "}"
  static const char *const bad[] = {
    "x",
    "{\"version\":1,\"id\":\"2\",\"date\":\"" TEST_ISO "\"}",
    "{\"version\":1,\"id\":\"2\",\"phrase\":{\"language\":\"en\",\"move\":\"x\",\"text\":\"x\"}}",
    PHRASE ("1"),
    PHRASE ("{}"),
    PHRASE ("{\"language\":\"en\",\"move\":\"x\"}"),
    PHRASE ("{\"language\":\"en\",\"move\":\"x\",\"text\":\"\"}"),
    PHRASE ("{\"language\":\"en\",\"move\":1,\"text\":\"x\"}"),
    PHRASE ("{\"move\":\"x\",\"text\":\"x\"}"),
    PHRASE ("{\"language\":\"en\",\"move\":\"x\",\"text\":\"x\""),
  };
  static const char *const torn[] = { "", "{", "{\"version\":1,\"id\":\"4", OWN_PHRASE ("1") "x" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text =
        g_strconcat (OWN_PHRASE ("1") "\n", bad[i], "\n" OWN_PHRASE ("3") "\n",
                     torn[i % G_N_ELEMENTS (torn)], NULL);
      g_autofree char *expected = g_strconcat (bad[i], "\n", NULL);
      g_autofree char *aside =
        g_build_filename (self->folder, "phrases.damaged-" TEST_STAMP ".jsonl", NULL);

      test_write_file (self->folder, UP_JOURNAL_PHRASES, text, -1);
      test_reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_nonnull (strstr (up_journal_get_notice (self->journal), aside));
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_phrases (self->journal)), ==, 2);
      g_assert_nonnull (up_journal_find_phrase (self->journal, "1"));
      g_assert_nonnull (up_journal_find_phrase (self->journal, "3"));
      test_assert_content (self, UP_JOURNAL_PHRASES, OWN_PHRASE ("1") "\n" OWN_PHRASE ("3") "\n");
      test_assert_content (self, "phrases.damaged-" TEST_STAMP ".jsonl", expected);
      g_assert_cmpint (remove (aside), ==, 0);
    }

  /* One that is all there but for its end is kept. */
  test_write_file (self->folder, UP_JOURNAL_PHRASES, OWN_PHRASE ("1") "\n" OWN_PHRASE ("2"), -1);
  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  test_assert_content (self, UP_JOURNAL_PHRASES, OWN_PHRASE ("1") "\n" OWN_PHRASE ("2") "\n");

  /* Things that nobody knows yet, a lean that nobody knows and a blank without a label are no reason. */
  test_write_file (
    self->folder, UP_JOURNAL_PHRASES,
    PHRASE ("{\"language\":\"en\",\"move\":\"x\",\"lean\":\"up\",\"text\":\"{a} "
            "{b} {a}\",\"new\":1,\"blanks\":[1,{\"id\":\"b\",\"label\":\"bee\"}]}") "\n",
    -1);
  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  {
    UpPhrase *phrase = up_entry_get_phrase (up_journal_find_phrase (self->journal, "2"));
    g_autofree char *shown = up_phrase_fill (phrase, NULL);

    g_assert_cmpuint (up_phrase_get_n_blanks (phrase), ==, 2);
    g_assert_cmpstr (shown, ==, "[a] [bee] [a]");
    g_assert_cmpint (up_phrase_get_lean (phrase), ==, UP_LEAN_EITHER);
  }
}

static void
test_erase (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_write_file (self->folder, UP_JOURNAL_CURRENT, "{", -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, "x\n{\"id\":\"1\",\"scenario\":\"small\"}\n",
                   -1);
  test_write_file (self->folder, "mine.txt", "not the journal's", -1);
  test_reopen (self);
  test_do_everything (self);
  test_assert_flushed (self->journal);
  test_write_file (self->folder, "current.json.new", "half", -1);

  disk.fault[DISK_FSYNC] = EIO;
  up_journal_set_draft (self->journal, "words", "not yet written");
  g_assert_false (up_journal_erase (self->journal, &error));
  g_assert_error (error, UP_JOURNAL_ERROR, UP_JOURNAL_ERROR_STORAGE);
  g_clear_error (&error);
  disk.fault[DISK_FSYNC] = 0;

  g_assert_true (up_journal_erase (self->journal, &error));
  g_assert_no_error (error);
  test_assert_files (self, "lock mine.txt");
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words"));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
  g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 0);
  g_assert_null (up_journal_get_notice (self->journal));

  test_reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
  test_do_everything (self);
  test_reopen (self);
  test_assert_everything (self);
}

/* What a killed process did not finish is no trouble, whoever left it and whatever it is. */
static void
test_unfinished (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "current.json.new", NULL);

  test_do_everything (self);
  g_clear_object (&self->journal);
  g_assert_cmpint (symlink ("/nowhere/at/all", path), ==, 0);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_null (up_journal_get_notice (self->journal));
  test_assert_files (self, EVERYTHING);
  test_assert_everything (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up_how, test)                                                                \
  g_test_add ("/journal-files/" path, Fixture, NULL, set_up_how, test, test_tear_down)

  ADD ("torn-line", test_set_up_closed, test_torn_line);
  ADD ("bad-line", test_set_up_closed, test_bad_line);
  ADD ("bad-entry", test_set_up_closed, test_bad_entry);
  ADD ("bad-phrase", test_set_up_closed, test_bad_phrase);
  ADD ("nul-line", test_set_up_closed, test_nul_line);
  ADD ("attempt-once", test_set_up_closed, test_attempt_once);
  ADD ("damaged", test_set_up_closed, test_damaged);
  ADD ("damaged-unwritable", test_set_up_closed, test_damaged_unwritable);
  ADD ("too-large", test_set_up_closed, test_too_large);
  ADD ("newer", test_set_up_closed, test_newer);
  ADD ("older", test_set_up_closed, test_older);
  ADD ("erase", test_set_up_closed, test_erase);
  ADD ("unfinished", test_set_up, test_unfinished);

  return g_test_run ();
}
