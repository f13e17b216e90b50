/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-journal.h"

#include <unistd.h>

static void
test_short_writes (Fixture *self, gconstpointer data)
{
  disk.short_write = 3;
  test_do_everything (self);
  test_assert_flushed (self->journal);
  test_reopen (self);
  test_assert_everything (self);
}

typedef struct
{
  const char *name;
  DiskCall call;
  int fault;
  const char *says; /* a word of the trouble's sentence */
} Fault;

static const Fault faults[] = {
  { "full", DISK_WRITE, ENOSPC, "full" },
  { "quota", DISK_WRITE, EDQUOT, "full" },
  { "full-open", DISK_OPEN, ENOSPC, "full" },
  { "write", DISK_WRITE, EIO, "disk" },
  { "fsync", DISK_FSYNC, EIO, "disk" },
  { "fsync-full", DISK_FSYNC, ENOSPC, "full" },
  { "rename", DISK_RENAME, EIO, "disk" },
  { "read-only", DISK_OPEN, EROFS, "read-only" },
  { "read-only-rename", DISK_RENAME, EROFS, "read-only" },
  { "forbidden", DISK_OPEN, EACCES, "permissions" },
};

/* A disk that fails is told of; what was there stays, the app goes on, and nothing is lost once the
 * disk is sound again: after trying again, or with the next thing that is done. */
static void
test_fault (Fixture *self, gconstpointer data)
{
  const Fault *fault = data;
  char *before[2] = { NULL };
  guint n_changes = 0;

  for (guint with_retry = 0; with_retry < 2; with_retry++)
    {
      g_autofree char *words = g_strdup_printf ("%u", with_retry);
      g_autofree char *phrase = g_strdup_printf ("phrase-%u", with_retry);
      g_autofree char *expected = NULL;
      g_autoptr (UpRun) run = up_run_new (self->scenario);
      gulong handler;
      guint n_lines = 0;

      test_do_everything (self);
      test_assert_flushed (self->journal);
      expected = test_read_file (self->folder, UP_JOURNAL_CURRENT);
      handler = g_signal_connect_swapped (self->journal, "trouble-changed", G_CALLBACK (test_count),
                                          &n_changes);
      n_changes = 0;

      g_mutex_lock (&disk.mutex);
      disk.fault[fault->call] = fault->fault;
      g_mutex_unlock (&disk.mutex);

      up_journal_set_draft (self->journal, "more", words);
      up_journal_set_favourite (self->journal, phrase, TRUE);
      test_choose (run, "end");
      up_journal_finish_run (self->journal, run);
      test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
      test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
      g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), fault->says));
      g_assert_cmpuint (n_changes, >=, 1);

      /* The app goes on; on the disk is what was there, whole; a folder's fsync comes after it. */
      g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, words);
      g_assert_true (up_journal_is_favourite (self->journal, phrase));
      test_assert_files (self, EVERYTHING);
      if (fault->call != DISK_FSYNC)
        test_assert_content (self, UP_JOURNAL_CURRENT, expected);

      if (with_retry)
        {
          up_journal_retry (self->journal);
          g_assert_nonnull (up_journal_get_trouble (self->journal));
        }

      g_mutex_lock (&disk.mutex);
      disk.fault[fault->call] = 0;
      g_mutex_unlock (&disk.mutex);

      if (with_retry)
        up_journal_retry (self->journal);
      else
        up_journal_set_draft (self->journal, "other", words);
      test_assert_flushed (self->journal);
      g_assert_cmpuint (n_changes, >=, 2);
      g_signal_handler_disconnect (self->journal, handler);

      test_reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_null (up_journal_get_notice (self->journal));
      test_assert_files (self, EVERYTHING);
      g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, words);
      g_assert_true (up_journal_is_favourite (self->journal, phrase));
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==,
                        2 * (with_retry + 1));

      /* Each attempt stands there once. */
      before[with_retry] = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
      for (const char *at = before[with_retry]; *at != '\0'; at++)
        n_lines += *at == '\n';
      g_assert_cmpuint (n_lines, ==, 2 * (with_retry + 1));
    }

  /* And what was there before is there unchanged. */
  g_assert_true (g_str_has_prefix (before[1], before[0]));
  g_free (before[0]);
  g_free (before[1]);
}

/* Lines that were half written cannot be taken away again at once: they are before the next one. */
static void
test_truncate_fault (Fixture *self, gconstpointer data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (UpRun) other = up_run_new (self->scenario);
  g_autofree char *torn = NULL;

  test_choose (run, "end");
  test_choose (other, "end");
  up_journal_finish_run (self->journal, run);
  test_assert_flushed (self->journal);

  disk.fault[DISK_WRITE] = ENOSPC;
  disk.fault[DISK_TRUNCATE] = EIO;
  up_journal_finish_run (self->journal, other);
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  torn = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
  g_assert_false (g_str_has_suffix (torn, "\n"));

  disk.fault[DISK_WRITE] = 0;
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  disk.fault[DISK_TRUNCATE] = 0;
  test_assert_flushed (self->journal);

  test_reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
}

/* A run that is over does not vanish from the disk before it is there as an attempt. */
static void
test_dropped_run_stays (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, UP_JOURNAL_ATTEMPTS, NULL);
  g_autofree char *current = NULL;
  g_autoptr (UpRun) run = up_run_new (self->scenario);

  test_choose (run, "end");
  up_journal_keep_run (self->journal, run);
  test_assert_flushed (self->journal);

  g_assert_cmpint (mkdir (path, 0700), ==, 0);
  up_journal_finish_run (self->journal, run);
  up_journal_drop_run (self->journal, "small");
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  current = test_read_file (self->folder, UP_JOURNAL_CURRENT);
  g_assert_nonnull (strstr (current, "small"));

  g_assert_cmpint (rmdir (path), ==, 0);
  test_assert_flushed (self->journal);
  test_reopen (self);
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

/* Whichever call to the disk fails, be it the first or the hundredth: nothing is lost, nothing is put
 * aside, and trying again mends it. An interrupted call is no failure at all. */
static void
test_every_call (Fixture *self, gconstpointer data)
{
  static const int kinds[] = { EIO, ENOSPC, EINTR };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      gboolean was_met = TRUE;

      for (guint at = 0; was_met; at++)
        {
          Fixture own = { NULL };

          test_set_up_closed (&own, NULL);
          own.journal = test_open (own.folder);
          up_journal_set_draft (own.journal, "old", "there");
          g_clear_object (&own.journal);

          disk.calls_left = at;
          disk.fault_once = kinds[kind];
          own.journal = test_open (own.folder);
          test_do_everything (&own);
          up_journal_flush (own.journal, NULL);
          test_assert_everything (&own);
          was_met = disk.fault_once == 0;
          disk.fault_once = 0;

          if (kinds[kind] == EINTR)
            g_assert_null (up_journal_get_trouble (own.journal));
          up_journal_retry (own.journal);
          test_assert_flushed (own.journal);

          test_reopen (&own);
          g_assert_null (up_journal_get_trouble (own.journal));
          g_assert_null (up_journal_get_notice (own.journal));
          test_assert_everything (&own);
          g_assert_cmpstr (up_journal_get_draft (own.journal, "old"), ==, "there");
          test_assert_files (&own, EVERYTHING);
          test_tear_down (&own, NULL);
          g_assert_cmpuint (at, <, 200);
        }
    }
}

static void
test_told_by_main_loop (Fixture *self, gconstpointer data)
{
  guint n = 0;

  g_signal_connect_swapped (self->journal, "trouble-changed", G_CALLBACK (test_count), &n);
  disk.fault[DISK_WRITE] = ENOSPC;
  up_journal_set_favourite (self->journal, "hoping", TRUE);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (up_journal_get_trouble (self->journal));

  g_mutex_lock (&disk.mutex);
  disk.fault[DISK_WRITE] = 0;
  g_mutex_unlock (&disk.mutex);
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  while (n == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (up_journal_get_trouble (self->journal));
}

/* Who comes second works in memory and says so; what both did is there once the first is gone. */
static void
test_locked (Fixture *self, gconstpointer data)
{
  UpJournal *second;
  guint n_changes = 0;

  up_journal_set_draft (self->journal, "first", "1");
  up_journal_set_draft (self->journal, "both", "1");
  up_journal_set_favourite (self->journal, "dropped", TRUE);
  test_assert_flushed (self->journal);

  second = test_open (self->folder);
  g_signal_connect_swapped (second, "trouble-changed", G_CALLBACK (test_count), &n_changes);
  g_assert_nonnull (strstr (up_journal_get_trouble (second), "another copy"));
  g_assert_true (up_journal_flush (second, NULL));
  g_assert_cmpstr (up_journal_get_draft (second, "first"), ==, "1");

  up_journal_set_draft (second, "second", "2");
  up_journal_set_draft (second, "both", "2");
  up_journal_set_favourite (second, "dropped", FALSE);
  test_assert_not_flushed (second, UP_JOURNAL_ERROR_LOCKED);
  up_journal_retry (second);
  g_assert_nonnull (strstr (up_journal_get_trouble (second), "another copy"));
  g_assert_cmpuint (n_changes, ==, 0);

  /* What the first did meanwhile is not undone by what the second had read before. */
  up_journal_set_draft (self->journal, "first", "later");
  test_do_everything (self);
  g_clear_object (&self->journal);
  self->journal = second;
  up_journal_retry (second);
  g_assert_null (up_journal_get_trouble (second));
  g_assert_cmpuint (n_changes, ==, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (up_journal_get_draft (self->journal, "first"), ==, "later");
      g_assert_cmpstr (up_journal_get_draft (self->journal, "second"), ==, "2");
      g_assert_cmpstr (up_journal_get_draft (self->journal, "both"), ==, "2");
      g_assert_false (up_journal_is_favourite (self->journal, "dropped"));
      test_assert_everything (self);
      test_assert_flushed (self->journal);
      test_reopen (self);
    }
}

/* What could not be added and is then taken away does not come back with the next write. */
static void
test_taken_away (Fixture *self, gconstpointer data)
{
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  test_assert_flushed (self->journal);
  disk.fault[DISK_WRITE] = ENOSPC;
  up_journal_set_favourite (self->journal, "hoping", TRUE);
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_set_favourite (self->journal, "hoping", FALSE);
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  disk.fault[DISK_WRITE] = 0;
  test_assert_flushed (self->journal);
  test_reopen (self);
  g_assert_false (up_journal_is_favourite (self->journal, "hoping"));
  g_assert_true (up_journal_is_favourite (self->journal, "wishing"));
}

/* A journal whose disk fails loses its lock while it tries again: what another process then does to
 * things that this one has not touched stays. */
static void
test_taken_over (Fixture *self, gconstpointer data)
{
  UpJournal *first;

  up_journal_set_draft (self->journal, "untouched", "old");
  test_reopen (self);
  disk.fault[DISK_OPEN] = EROFS;
  up_journal_set_draft (self->journal, "own", "first");
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_retry (self->journal);
  g_assert_nonnull (up_journal_get_trouble (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "untouched"), ==, "old");
  disk.fault[DISK_OPEN] = 0;

  first = self->journal;
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  up_journal_set_draft (self->journal, "untouched", "new");
  up_journal_set_draft (self->journal, "own", "second");
  g_clear_object (&self->journal);

  self->journal = first;
  up_journal_retry (self->journal);
  test_assert_flushed (self->journal);
  test_reopen (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "untouched"), ==, "new");
  g_assert_cmpstr (up_journal_get_draft (self->journal, "own"), ==, "first");
}

static void
assert_unusable (Fixture *self, const char *folder, const char *says)
{
  g_autoptr (UpJournal) journal = test_open (folder);

  g_assert_nonnull (up_journal_get_trouble (journal));
  g_assert_nonnull (strstr (up_journal_get_trouble (journal), says));
  g_assert_cmpstr (up_journal_get_folder (journal), ==, folder);
  up_journal_set_draft (journal, "words", "kept in memory");
  g_assert_cmpstr (up_journal_get_draft (journal, "words"), ==, "kept in memory");
  test_assert_not_flushed (journal, UP_JOURNAL_ERROR_STORAGE);
}

static void
test_folders (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->folder, "inner", NULL);
  g_autofree char *deep = g_build_filename (inner, "deep", NULL);
  g_autofree char *target = test_make_folder ();
  g_autofree char *file = g_build_filename (target, UP_JOURNAL_ATTEMPTS, NULL);

  /* A link, be there something behind it or not. */
  g_assert_cmpint (symlink (target, inner), ==, 0);
  assert_unusable (self, inner, "link");
  g_assert_cmpint (rmdir (target), ==, 0);
  assert_unusable (self, inner, "link");
  g_assert_cmpint (unlink (inner), ==, 0);
  g_assert_cmpint (mkdir (target, 0700), ==, 0);

  /* A file, in its place or above it. */
  test_write_file (self->folder, "inner", "mine", -1);
  assert_unusable (self, inner, "not a folder");
  assert_unusable (self, deep, "not a folder");
  test_assert_content (self, "inner", "mine");
  g_assert_cmpint (unlink (inner), ==, 0);

  /* One that may not be opened, and one of another user's. */
  disk.fault[DISK_OPEN] = EACCES;
  assert_unusable (self, inner, "permissions");
  disk.fault[DISK_OPEN] = 0;
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (inner, 65534, 65534), ==, 0);
      assert_unusable (self, inner, "another user");
    }
  g_assert_cmpint (rmdir (inner), ==, 0);

  /* A file that is a link, or a folder: neither read nor followed. */
  test_write_file (self->folder, "elsewhere", LINE ("1") "\n", -1);
  g_assert_cmpint (symlink ("../elsewhere", file), ==, 0);
  assert_unusable (self, target, "link");
  g_assert_cmpint (unlink (file), ==, 0);
  g_assert_cmpint (mkdir (file, 0700), ==, 0);
  assert_unusable (self, target, "disk");
  test_remove_folder (target);

  /* Folders that are not there are made, for nobody else to see. */
  self->journal = test_open (deep);
  g_assert_null (up_journal_get_trouble (self->journal));
  test_assert_mode (inner, ".", 0700);
  test_assert_mode (deep, ".", 0700);
  g_clear_object (&self->journal);
  g_assert_cmpint (chmod (deep, 0755), ==, 0);
  self->journal = test_open (deep);
  test_assert_mode (deep, ".", 0700);
}

/* What can be read of a disk that cannot be written is there, and what is done is kept until it can. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  test_do_everything (self);
  g_clear_object (&self->journal);

  disk.fault[DISK_OPEN] = EROFS;
  disk.creating_only = TRUE;
  self->journal = test_open (self->folder);
  g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "read-only"));
  test_assert_everything (self);
  up_journal_set_draft (self->journal, "more", "words");
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_retry (self->journal);
  g_assert_nonnull (up_journal_get_trouble (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, "words");

  disk.fault[DISK_OPEN] = 0;
  up_journal_retry (self->journal);
  test_assert_flushed (self->journal);
  test_reopen (self);
  test_assert_everything (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, "words");
}

/* The folder is deleted while the journal is open: all that is in memory comes back. */
static void
test_folder_gone (Fixture *self, gconstpointer data)
{
  up_journal_set_draft (self->journal, "old", "there");
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  test_reopen (self);
  test_remove_folder (self->folder);
  test_do_everything (self);
  up_journal_set_favourite (self->journal, "wishing", FALSE);
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_retry (self->journal);
  test_assert_flushed (self->journal);
  test_reopen (self);
  test_assert_everything (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "old"), ==, "there");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up_how, test)                                                                \
  g_test_add ("/journal-faults/" path, Fixture, NULL, set_up_how, test, test_tear_down)

  ADD ("short-writes", test_set_up, test_short_writes);
  ADD ("fault-truncate", test_set_up, test_truncate_fault);
  ADD ("dropped-run-stays", test_set_up, test_dropped_run_stays);
  ADD ("every-call", test_set_up_closed, test_every_call);
  ADD ("told-by-main-loop", test_set_up, test_told_by_main_loop);
  ADD ("locked", test_set_up, test_locked);
  ADD ("taken-away", test_set_up, test_taken_away);
  ADD ("taken-over", test_set_up, test_taken_over);
  ADD ("folders", test_set_up_closed, test_folders);
  ADD ("read-only", test_set_up, test_read_only);
  ADD ("folder-gone", test_set_up, test_folder_gone);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/journal-faults/fault/", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], test_set_up, test_fault, test_tear_down);
    }

  return g_test_run ();
}
