/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-journal.h"

/* Erasing everything and putting it back. */

static const char *const files[] = { UP_JOURNAL_CURRENT, UP_JOURNAL_ATTEMPTS, UP_JOURNAL_ENTRIES,
                                     UP_JOURNAL_FAVOURITES, UP_JOURNAL_PHRASES };

#define ASIDE "attempts.damaged-" TEST_STAMP ".jsonl"
#define OLDER "attempts.version-0-" TEST_STAMP ".jsonl"

/* A journal that has everything there can be, what was put aside included. */
static void
fill (Fixture *self)
{
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, "x\n{\"id\":\"1\",\"scenario\":\"old\"}\n",
                   -1);
  test_write_file (self->folder, "mine.txt", "not the journal’s", -1);
  test_reopen (self);
  g_assert_nonnull (up_journal_get_notice (self->journal));
  test_do_everything (self);
  test_later = 5;
  up_journal_add_note (self->journal, NULL, NULL, "Later");
  test_assert_flushed (self->journal);

  /* The lines of the entries are superseded nowhere, so that they can be compared. */
  g_clear_object (&self->journal);
  self->journal = test_open (self->folder);
  test_assert_flushed (self->journal);
}

static void
read_files (Fixture *self, char **texts)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      texts[i] = test_read_file (self->folder, files[i]);
      g_assert_nonnull (texts[i]);
    }
}

static void
free_texts (char **texts)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (texts[i]);
}

static void
assert_nothing (Fixture *self)
{
  g_auto (GStrv) favourites = up_journal_list_favourites (self->journal);

  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 0);
  g_assert_cmpuint (g_strv_length (favourites), ==, 0);
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words/small"));
  g_assert_null (up_journal_get_contact (self->journal, "helpline"));
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
}

static void
test_take_and_put_back (Fixture *self, gconstpointer data)
{
  char *before[G_N_ELEMENTS (files)];
  char *after[G_N_ELEMENTS (files)];
  g_autoptr (UpJournalRemains) remains = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *entries;
  guint n_runs = 0;
  guint n_favourites = 0;
  guint n_erased = 0;

  fill (self);
  read_files (self, before);
  entries = up_journal_get_entries (self->journal);
  g_signal_connect_swapped (self->journal, "runs-changed", G_CALLBACK (test_count), &n_runs);
  g_signal_connect_swapped (self->journal, "favourites-changed", G_CALLBACK (test_count),
                            &n_favourites);
  g_signal_connect_swapped (self->journal, "erased", G_CALLBACK (test_count), &n_erased);

  remains = up_journal_take_all (self->journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_erased, ==, 1);
  g_assert_nonnull (remains);
  test_assert_files (self, "lock mine.txt");
  assert_nothing (self);
  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpuint (n_favourites, ==, 1);

  up_journal_put_back (self->journal, g_steal_pointer (&remains));
  g_assert_true (up_journal_get_entries (self->journal) == entries);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 6);
  g_assert_cmpuint (n_runs, ==, 2);
  g_assert_cmpuint (n_favourites, ==, 2);
  test_assert_flushed (self->journal);
  read_files (self, after);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpstr (before[i], ==, after[i]);
  test_assert_content (self, ASIDE, "x\n");
  test_assert_content (self, OLDER, "x\n{\"id\":\"1\",\"scenario\":\"old\"}\n");

  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_true (up_journal_erase_entry (
    self->journal, up_entry_get_id (test_find_entry (self->journal, UP_ENTRY_NOTE, 0))));
  g_assert_true (up_journal_erase_entry (self->journal, "1"));
  test_assert_everything (self);
  free_texts (before);
  free_texts (after);
}

/* What is not put back is gone for good. */
static void
test_taken_for_good (Fixture *self, gconstpointer data)
{
  fill (self);
  up_journal_remains_free (up_journal_take_all (self->journal, NULL));
  test_reopen (self);
  assert_nothing (self);
  test_assert_files (self, "lock mine.txt");
}

/* What was done meanwhile stays, and wins where it is about the same thing. */
static void
test_put_back_later (Fixture *self, gconstpointer data)
{
  UpJournalRemains *remains;

  fill (self);
  up_journal_set_draft (self->journal, "old", "old");
  remains = up_journal_take_all (self->journal, NULL);
  up_journal_set_draft (self->journal, "words/small", "new");
  up_journal_set_draft (self->journal, "more", "new");
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  up_journal_add_note (self->journal, NULL, NULL, "Meanwhile");
  up_journal_put_back (self->journal, remains);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (up_journal_get_draft (self->journal, "words/small"), ==, "new");
      g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, "new");
      g_assert_cmpstr (up_journal_get_draft (self->journal, "old"), ==, "old");
      g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 2);
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 7);
      g_assert_cmpstr (up_entry_get_text (test_find_entry (self->journal, UP_ENTRY_NOTE, 0)), ==,
                       "Meanwhile");
      test_reopen (self);
    }
}

/* Where not everything can be taken, nothing is, whatever fails and however far it came. */
static void
test_fault (Fixture *self, gconstpointer data)
{
  static const DiskCall calls[] = { DISK_OPEN, DISK_FSYNC };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      char *before[G_N_ELEMENTS (files)];
      char *after[G_N_ELEMENTS (files)];
      g_autoptr (GError) error = NULL;

      read_files (self, before);
      disk.fault[calls[i]] = EIO;
      g_assert_null (up_journal_take_all (self->journal, &error));
      g_assert_error (error, UP_JOURNAL_ERROR, UP_JOURNAL_ERROR_STORAGE);
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 6);
      g_assert_nonnull (up_journal_get_run (self->journal, "small"));
      test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
      disk.fault[calls[i]] = 0;

      /* The disk is sound again, for the same journal or after trying again. */
      if (i == 0)
        up_journal_retry (self->journal);
      test_assert_flushed (self->journal);
      read_files (self, after);
      for (guint j = 0; j < G_N_ELEMENTS (files); j++)
        g_assert_cmpstr (before[j], ==, after[j]);
      test_assert_content (self, ASIDE, "x\n");
      test_assert_content (self, OLDER, "x\n{\"id\":\"1\",\"scenario\":\"old\"}\n");
      free_texts (before);
      free_texts (after);
    }

  test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 6);
}

/* A disk that fails while things are put back is told of, and nothing is lost once it is sound. */
static void
test_put_back_fault (Fixture *self, gconstpointer data)
{
  UpJournalRemains *remains;

  fill (self);
  remains = up_journal_take_all (self->journal, NULL);
  disk.fault[DISK_WRITE] = ENOSPC;
  up_journal_put_back (self->journal, remains);
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_retry (self->journal);
  g_assert_nonnull (up_journal_get_trouble (self->journal));
  disk.fault[DISK_WRITE] = 0;
  up_journal_retry (self->journal);
  test_assert_flushed (self->journal);
  test_assert_content (self, ASIDE, "x\n");
  test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 6);
  g_assert_nonnull (up_journal_get_run (self->journal, "small"));
}

/* A journal that is another's gives nothing away. */
static void
test_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (UpJournal) second = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  second = test_open (self->folder);
  g_assert_null (up_journal_take_all (second, &error));
  g_assert_error (error, UP_JOURNAL_ERROR, UP_JOURNAL_ERROR_LOCKED);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (second)), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 6);
}

/* What the first of two did and erased, and what the second did and erased, is all done in the end. */
static void
test_merged (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *own = NULL;
  UpJournal *other;

  first = g_strdup (up_journal_add_note (self->journal, NULL, NULL, "first"));
  second = g_strdup (up_journal_add_note (self->journal, NULL, NULL, "second"));
  both = g_strdup (up_journal_add_plan (self->journal, NULL, "both", "then", 0));
  moment = g_strdup (up_journal_add_moment (self->journal, "lift", NULL, NULL, NULL));
  up_journal_set_contact (self->journal, "helpline", "first");
  test_assert_flushed (self->journal);

  other = test_open (self->folder);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (other)), ==, 4);
  up_journal_erase_entry (other, second);
  up_journal_edit_plan (other, both, "both, by the second", "then", 0);
  up_journal_set_contact (other, "helpline", "second");
  own = g_strdup (up_journal_add_note (other, NULL, NULL, "own"));
  test_assert_not_flushed (other, UP_JOURNAL_ERROR_LOCKED);

  up_journal_edit_note (self->journal, first, "first, later");
  up_journal_edit_plan (self->journal, both, "both, by the first", "then", 0);
  up_journal_erase_entry (self->journal, moment);
  g_clear_object (&self->journal);
  self->journal = other;
  up_journal_retry (self->journal);
  g_assert_null (up_journal_get_trouble (self->journal));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 3);
      g_assert_cmpstr (up_entry_get_text (up_journal_find_entry (self->journal, first)), ==,
                       "first, later");
      g_assert_cmpstr (up_entry_get_text (up_journal_find_entry (self->journal, own)), ==, "own");
      g_assert_cmpstr (up_entry_get_when (up_journal_find_entry (self->journal, both)), ==,
                       "both, by the second");
      g_assert_cmpstr (up_journal_get_contact (self->journal, "helpline"), ==, "second");
      g_assert_cmpuint (up_journal_count_moment (self->journal, "lift", NULL), ==, 0);
      test_assert_flushed (self->journal);
      test_reopen (self);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up_how, test)                                                                \
  g_test_add ("/journal-erase/" path, Fixture, NULL, set_up_how, test, test_tear_down)

  ADD ("take-and-put-back", test_set_up_closed, test_take_and_put_back);
  ADD ("taken-for-good", test_set_up_closed, test_taken_for_good);
  ADD ("put-back-later", test_set_up_closed, test_put_back_later);
  ADD ("fault", test_set_up_closed, test_fault);
  ADD ("put-back-fault", test_set_up_closed, test_put_back_fault);
  ADD ("locked", test_set_up_closed, test_locked);
  ADD ("merged", test_set_up, test_merged);

  return g_test_run ();
}
