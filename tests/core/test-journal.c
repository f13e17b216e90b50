/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-kill.h"

/* a: stay leads to a, end to z. */
#define SMALL                                                                                      \
  "{\"id\": \"small\", \"start\": \"a\", \"revision\": 3, \"title\": \"A “small” one\","           \
  " \"scenes\": ["                                                                                 \
  "  {\"id\": \"a\", \"choices\": [{\"id\": \"stay\", \"next\": \"a\"},"                           \
  "                                {\"id\": \"end\", \"next\": \"z\"}]},"                          \
  "  {\"id\": \"z\"}]}"

#define EVERYTHING "attempts.jsonl current.json favourites.jsonl lock"

typedef struct
{
  char       *folder;
  UpScenario *scenario;
  UpJournal  *journal;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  disk_reset ();
  self->folder = test_make_folder ();
  self->scenario = test_read_small (SMALL);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
}

/* Without a journal yet, so that a test can put something in the folder first. */
static void
set_up_closed (Fixture       *self,
               gconstpointer  data)
{
  disk_reset ();
  self->folder = test_make_folder ();
  self->scenario = test_read_small (SMALL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  disk_reset ();
  g_clear_object (&self->journal);
  g_clear_object (&self->scenario);
  test_remove_folder (self->folder);
  g_free (self->folder);
}

static void
reopen (Fixture *self)
{
  g_clear_object (&self->journal);
  self->journal = test_open (self->folder);
}

static void
assert_flushed (UpJournal *journal)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (up_journal_flush (journal, &error));
  g_assert_no_error (error);
  g_assert_null (up_journal_get_trouble (journal));
}

static void
assert_not_flushed (UpJournal      *journal,
                    UpJournalError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (up_journal_flush (journal, &error));
  g_assert_error (error, UP_JOURNAL_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, up_journal_get_trouble (journal));
}

static void
assert_files (Fixture    *self,
              const char *expected)
{
  g_autofree char *names = test_list (self->folder);

  g_assert_cmpstr (names, ==, expected);
}

static void
assert_content (Fixture    *self,
                const char *name,
                const char *expected)
{
  g_autofree char *text = test_read_file (self->folder, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
choose (UpRun      *run,
        const char *id)
{
  up_run_choose (run, up_scene_find_choice (up_run_get_scene (run), id));
  up_run_advance (run);
  up_run_advance (run);
}

static UpRun *
load (Fixture *self)
{
  JsonNode *saved = up_journal_get_run (self->journal, "small");
  g_autoptr (GError) error = NULL;
  UpRun *run;

  g_assert_nonnull (saved);
  run = up_run_load (self->scenario, saved, NULL, &error);
  g_assert_no_error (error);

  return run;
}

/* Does one of everything. */
static void
do_everything (Fixture *self)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);

  choose (run, "stay");
  up_run_set_notice (run, "Nobody laughed.");
  choose (run, "end");
  up_journal_finish_run (self->journal, run);
  up_run_take_back (run);
  up_journal_keep_run (self->journal, run);
  up_journal_set_draft (self->journal, "words/small", "What did you mean by “that”?\n\t\\");
  up_journal_set_favourite (self->journal, "hoping", TRUE);
}

static void
assert_everything (Fixture *self)
{
  g_autoptr (UpRun) run = load (self);

  g_assert_cmpuint (up_run_get_n_steps (run), ==, 2);
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ASKING);
  g_assert_cmpstr (up_step_get_notice (up_run_get_step (run)), ==, "Nobody laughed.");
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "other"), ==, 0);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words/small"), ==,
                   "What did you mean by “that”?\n\t\\");
  g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
  g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 1);
}

static void
assert_mode (const char *folder,
             const char *name,
             mode_t      mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, mode);
}

static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *line = NULL;
  g_autofree char *current = NULL;
  g_autofree char *favourite = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *attempt;

  do_everything (self);
  assert_everything (self);
  assert_flushed (self->journal);
  assert_files (self, EVERYTHING);
  reopen (self);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_null (up_journal_get_notice (self->journal));
  assert_everything (self);

  assert_mode (self->folder, ".", 0700);
  assert_mode (self->folder, "lock", 0600);
  assert_mode (self->folder, UP_JOURNAL_CURRENT, 0600);
  assert_mode (self->folder, UP_JOURNAL_ATTEMPTS, 0600);
  assert_mode (self->folder, UP_JOURNAL_FAVOURITES, 0600);

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
  assert_content (self, UP_JOURNAL_FAVOURITES, "{\"version\":1,\"phrase\":\"hoping\"}\n");
}

/* What is taken away leaves no trace. */
static void
test_removal (Fixture       *self,
              gconstpointer  data)
{
  do_everything (self);
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  assert_flushed (self->journal);

  up_journal_drop_run (self->journal, json_object_get_string_member (
                                        json_node_get_object (up_journal_get_run (self->journal, "small")),
                                        "scenario"));
  up_journal_set_draft (self->journal, "words/small", "");
  up_journal_set_favourite (self->journal, "hoping", FALSE);
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words/small"));
  g_assert_false (up_journal_is_favourite (self->journal, "hoping"));
  assert_flushed (self->journal);

  assert_content (self, UP_JOURNAL_CURRENT, "{\"version\":1,\"runs\":{},\"drafts\":{}}\n");
  assert_content (self, UP_JOURNAL_FAVOURITES, "{\"version\":1,\"phrase\":\"wishing\"}\n");
  reopen (self);
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words/small"));
  g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 1);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_signals (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  guint n_runs = 0;
  guint n_favourites = 0;

  g_signal_connect_swapped (self->journal, "runs-changed", G_CALLBACK (count), &n_runs);
  g_signal_connect_swapped (self->journal, "favourites-changed", G_CALLBACK (count), &n_favourites);

  up_journal_keep_run (self->journal, run);
  g_assert_cmpuint (n_runs, ==, 1);
  choose (run, "end");
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
test_closing_writes (Fixture       *self,
                     gconstpointer  data)
{
  do_everything (self);
  reopen (self);
  assert_everything (self);
}

static void
test_drafts (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GString) length = g_string_new (NULL);
  const char *draft;

  up_journal_set_draft (self->journal, "bad", "a\xff z");
  for (guint i = 0; i < 100000; i++)
    g_string_append (length, "… ");
  up_journal_set_draft (self->journal, "long", length->str);
  up_journal_set_draft (self->journal, "\"key\"\n", "{}");
  reopen (self);

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
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);

  disk.log = g_string_new (NULL);
  up_journal_keep_run (self->journal, run);
  assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==,
                   "open current.json.new\nwrite\nfsync file\n"
                   "rename current.json.new current.json\nfsync folder\n");

  /* The same again is not written again. */
  g_string_truncate (disk.log, 0);
  up_journal_keep_run (self->journal, run);
  assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "");

  /* Lines are added; a new file's name has to be on the disk too. */
  choose (run, "end");
  up_journal_finish_run (self->journal, run);
  assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "open attempts.jsonl\nwrite\nfsync file\nfsync folder\n");
  g_string_truncate (disk.log, 0);
  up_journal_finish_run (self->journal, run);
  assert_flushed (self->journal);
  g_assert_cmpstr (disk.log->str, ==, "open attempts.jsonl\nwrite\nfsync file\n");

  /* An attempt is there before the run is gone. */
  g_string_truncate (disk.log, 0);
  up_journal_drop_run (self->journal, "small");
  up_journal_finish_run (self->journal, run);
  assert_flushed (self->journal);
  g_assert_true (g_str_has_prefix (disk.log->str, "open attempts.jsonl\nwrite\nfsync file\n"));
  g_assert_true (g_str_has_suffix (disk.log->str, "rename current.json.new current.json\nfsync folder\n"));
}

/* The main thread writes nothing, and never do two write at once: the disk sees to both. What is asked
 * for while the disk is busy is one write, of the newest. */
static void
test_one_writer (Fixture       *self,
                 gconstpointer  data)
{
  guint before;

  disk.main = g_thread_self ();
  up_journal_set_draft (self->journal, "words", "first");
  assert_flushed (self->journal);

  g_mutex_lock (&disk.mutex);
  disk.held = TRUE;
  g_mutex_unlock (&disk.mutex);
  do_everything (self);

  g_mutex_lock (&disk.mutex);
  while (!disk.waiting)
    g_cond_wait (&disk.cond, &disk.mutex);
  before = disk.n[DISK_RENAME];
  g_mutex_unlock (&disk.mutex);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);
      g_autoptr (UpRun) run = up_run_new (self->scenario);

      up_journal_set_draft (self->journal, "words", words);
      up_journal_keep_run (self->journal, run);
    }

  g_mutex_lock (&disk.mutex);
  g_assert_cmpuint (disk.n[DISK_RENAME], ==, before);
  disk.held = FALSE;
  g_cond_broadcast (&disk.cond);
  g_mutex_unlock (&disk.mutex);

  assert_flushed (self->journal);
  g_assert_cmpuint (disk.n[DISK_RENAME], ==, before + 1);
  reopen (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "999");
}

static void
test_short_writes (Fixture       *self,
                   gconstpointer  data)
{
  disk.short_write = 3;
  do_everything (self);
  assert_flushed (self->journal);
  reopen (self);
  assert_everything (self);
}

typedef struct
{
  const char *name;
  DiskCall    call;
  int         fault;
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
test_fault (Fixture       *self,
            gconstpointer  data)
{
  const Fault *fault = data;
  g_autofree char *before[2] = { NULL };
  guint n_changes = 0;

  for (guint with_retry = 0; with_retry < 2; with_retry++)
    {
      g_autofree char *words = g_strdup_printf ("%u", with_retry);
      g_autofree char *phrase = g_strdup_printf ("phrase-%u", with_retry);
      g_autofree char *expected = NULL;
      g_autoptr (UpRun) run = up_run_new (self->scenario);
      gulong handler;
      guint n_lines = 0;

      do_everything (self);
      assert_flushed (self->journal);
      expected = test_read_file (self->folder, UP_JOURNAL_CURRENT);
      handler = g_signal_connect_swapped (self->journal, "trouble-changed", G_CALLBACK (count),
                                          &n_changes);
      n_changes = 0;

      g_mutex_lock (&disk.mutex);
      disk.fault[fault->call] = fault->fault;
      g_mutex_unlock (&disk.mutex);

      up_journal_set_draft (self->journal, "more", words);
      up_journal_set_favourite (self->journal, phrase, TRUE);
      choose (run, "end");
      up_journal_finish_run (self->journal, run);
      assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
      assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
      g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), fault->says));
      g_assert_cmpuint (n_changes, ==, 1);

      /* The app goes on; on the disk is what was there, whole; a folder's fsync comes after it. */
      g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, words);
      g_assert_true (up_journal_is_favourite (self->journal, phrase));
      assert_files (self, EVERYTHING);
      if (fault->call != DISK_FSYNC)
        assert_content (self, UP_JOURNAL_CURRENT, expected);

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
      assert_flushed (self->journal);
      g_assert_cmpuint (n_changes, ==, fault->call == DISK_OPEN && with_retry ? n_changes : 2);
      g_signal_handler_disconnect (self->journal, handler);

      reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_null (up_journal_get_notice (self->journal));
      assert_files (self, EVERYTHING);
      g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, words);
      g_assert_true (up_journal_is_favourite (self->journal, phrase));
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2 * (with_retry + 1));

      /* Each attempt stands there once. */
      before[with_retry] = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
      for (const char *at = before[with_retry]; *at != '\0'; at++)
        n_lines += *at == '\n';
      g_assert_cmpuint (n_lines, ==, 2 * (with_retry + 1));
    }

  /* And what was there before is there unchanged. */
  g_assert_true (g_str_has_prefix (before[1], before[0]));
}

/* Lines that were half written cannot be taken away again at once: they are before the next one. */
static void
test_truncate_fault (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autofree char *torn = NULL;

  choose (run, "end");
  up_journal_finish_run (self->journal, run);
  assert_flushed (self->journal);

  disk.fault[DISK_WRITE] = ENOSPC;
  disk.fault[DISK_TRUNCATE] = EIO;
  up_journal_finish_run (self->journal, run);
  assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  torn = test_read_file (self->folder, UP_JOURNAL_ATTEMPTS);
  g_assert_false (g_str_has_suffix (torn, "\n"));

  disk.fault[DISK_WRITE] = 0;
  assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  disk.fault[DISK_TRUNCATE] = 0;
  assert_flushed (self->journal);

  reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
}

/* A run that is over does not vanish from the disk before it is there as an attempt. */
static void
test_dropped_run_stays (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, UP_JOURNAL_ATTEMPTS, NULL);
  g_autofree char *current = NULL;
  g_autoptr (UpRun) run = up_run_new (self->scenario);

  choose (run, "end");
  up_journal_keep_run (self->journal, run);
  assert_flushed (self->journal);

  g_assert_cmpint (mkdir (path, 0700), ==, 0);
  up_journal_finish_run (self->journal, run);
  up_journal_drop_run (self->journal, "small");
  assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  current = test_read_file (self->folder, UP_JOURNAL_CURRENT);
  g_assert_nonnull (strstr (current, "small"));

  g_assert_cmpint (rmdir (path), ==, 0);
  assert_flushed (self->journal);
  reopen (self);
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

/* Whichever call to the disk fails, be it the first or the hundredth: nothing is lost, nothing is put
 * aside, and trying again mends it. An interrupted call is no failure at all. */
static void
test_every_call (Fixture       *self,
                 gconstpointer  data)
{
  static const int kinds[] = { EIO, ENOSPC, EINTR };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      gboolean was_met = TRUE;

      for (guint at = 0; was_met; at++)
        {
          Fixture own = { NULL };

          set_up_closed (&own, NULL);
          own.journal = test_open (own.folder);
          up_journal_set_draft (own.journal, "old", "there");
          g_clear_object (&own.journal);

          disk.calls_left = at;
          disk.fault_once = kinds[kind];
          own.journal = test_open (own.folder);
          do_everything (&own);
          up_journal_flush (own.journal, NULL);
          assert_everything (&own);
          was_met = disk.fault_once == 0;
          disk.fault_once = 0;

          if (kinds[kind] == EINTR)
            g_assert_null (up_journal_get_trouble (own.journal));
          up_journal_retry (own.journal);
          assert_flushed (own.journal);

          reopen (&own);
          g_assert_null (up_journal_get_trouble (own.journal));
          g_assert_null (up_journal_get_notice (own.journal));
          assert_everything (&own);
          g_assert_cmpstr (up_journal_get_draft (own.journal, "old"), ==, "there");
          assert_files (&own, EVERYTHING);
          tear_down (&own, NULL);
          g_assert_cmpuint (at, <, 200);
        }
    }
}

static void
test_told_by_main_loop (Fixture       *self,
                        gconstpointer  data)
{
  guint n = 0;

  g_signal_connect_swapped (self->journal, "trouble-changed", G_CALLBACK (count), &n);
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

#define LINE(id) "{\"version\":1,\"id\":\"" id "\",\"scenario\":\"small\",\"date\":\"" TEST_ISO "\"}"

static void
test_torn_line (Fixture       *self,
                gconstpointer  data)
{
  static const char *const torn[] = { "{", "{\"version\":1,\"id\":\"3\",\"scena", "\"", "x" };
  static const char nuls[] = LINE ("1") "\n\0\0\0\0";

  for (guint i = 0; i < G_N_ELEMENTS (torn); i++)
    {
      g_autofree char *text = g_strconcat (LINE ("1") "\n" LINE ("2") "\n", torn[i], NULL);

      test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, text, -1);
      reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_null (up_journal_get_notice (self->journal));
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
      assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("2") "\n");
    }

  /* What a power cut leaves of a file that had grown. */
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, nuls, sizeof nuls - 1);
  reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n");

  /* One that lacks nothing but its end is whole, and the next is not joined to it. */
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("2"), -1);
  reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
  do_everything (self);
  reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 3);
  g_assert_null (up_journal_get_notice (self->journal));
}

static void
test_bad_line (Fixture       *self,
               gconstpointer  data)
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
      reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_nonnull (strstr (up_journal_get_notice (self->journal), aside));
      g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
      assert_content (self, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("3") "\n");
      assert_content (self, "attempts.damaged-" TEST_STAMP ".jsonl", expected);
      assert_mode (self->folder, "attempts.damaged-" TEST_STAMP ".jsonl", 0600);

      reopen (self);
      g_assert_null (up_journal_get_notice (self->journal));
      g_assert_cmpint (remove (aside), ==, 0);
    }
}

static void
test_attempt_once (Fixture       *self,
                   gconstpointer  data)
{
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, LINE ("1") "\n" LINE ("1") "\n", -1);
  self->journal = test_open (self->folder);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

static void
test_damaged (Fixture       *self,
              gconstpointer  data)
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
      g_autofree char *name = i == 0 ? g_strdup ("current.damaged-" TEST_STAMP ".json")
                                     : g_strdup_printf ("current.damaged-" TEST_STAMP "-%u.json", i + 1);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      test_write_file (self->folder, UP_JOURNAL_CURRENT, damaged[i], -1);
      reopen (self);
      g_assert_null (up_journal_get_trouble (self->journal));
      g_assert_nonnull (strstr (up_journal_get_notice (self->journal), path));
      assert_content (self, name, damaged[i]);
      do_everything (self);
      assert_flushed (self->journal);
    }

  /* Several at once. */
  test_write_file (self->folder, UP_JOURNAL_CURRENT, "x", -1);
  test_write_file (self->folder, UP_JOURNAL_FAVOURITES, "x\n", -1);
  reopen (self);
  g_assert_nonnull (strstr (up_journal_get_notice (self->journal), self->folder));
  g_assert_null (strstr (up_journal_get_notice (self->journal), "damaged"));
}

/* Where nothing can be put aside, nothing is touched. */
static void
test_damaged_unwritable (Fixture       *self,
                         gconstpointer  data)
{
  test_write_file (self->folder, UP_JOURNAL_CURRENT, "{", -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, "x\n" LINE ("1") "\n", -1);
  disk.fault[DISK_RENAME] = ENOSPC;
  self->journal = test_open (self->folder);
  g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "full"));
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
  assert_content (self, UP_JOURNAL_CURRENT, "{");
  assert_content (self, UP_JOURNAL_ATTEMPTS, "x\n" LINE ("1") "\n");

  disk.fault[DISK_RENAME] = 0;
  up_journal_set_draft (self->journal, "words", "kept");
  up_journal_retry (self->journal);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_nonnull (up_journal_get_notice (self->journal));
  reopen (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "kept");
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 1);
}

static void
test_too_large (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, UP_JOURNAL_CURRENT, NULL);

  test_write_file (self->folder, UP_JOURNAL_CURRENT, "{", -1);
  g_assert_cmpint (truncate (path, UP_JOURNAL_MAX_CURRENT + 1), ==, 0);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_nonnull (strstr (up_journal_get_notice (self->journal), "damaged"));
  assert_files (self, "current.damaged-" TEST_STAMP ".json lock");
}

/* A file from a newer version, whichever it is: not a byte of the journal changes. */
static void
test_newer (Fixture       *self,
            gconstpointer  data)
{
  static const char *const names[] = { UP_JOURNAL_CURRENT, UP_JOURNAL_ATTEMPTS, UP_JOURNAL_FAVOURITES };
  static const char *const texts[] = { "{\"version\":2}\n", LINE ("1") "\n{\"version\":2}\n",
                                       "{\"version\":99,\"phrase\":\"x\"}\n" };
  static const char *const broken[] = { "{", "x\n" LINE ("7") "\n{", "x\n{" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        test_write_file (self->folder, names[j], i == j ? texts[j] : broken[j], -1);
      test_write_file (self->folder, "lock", "", -1);

      self->journal = test_open (self->folder);
      g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "newer version"));
      do_everything (self);
      g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
      assert_not_flushed (self->journal, UP_JOURNAL_ERROR_NEWER);
      up_journal_retry (self->journal);
      g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "newer version"));
      g_assert_true (up_journal_is_favourite (self->journal, "hoping"));
      g_assert_false (up_journal_erase (self->journal, NULL));
      g_clear_object (&self->journal);

      assert_files (self, EVERYTHING);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        assert_content (self, names[j], i == j ? texts[j] : broken[j]);
    }
}

/* An older one is brought to this version, and kept as it was. */
static void
test_older (Fixture       *self,
            gconstpointer  data)
{
#define OLD_CURRENT "{\"runs\": {}, \"drafts\": {\"words\": \"old\"}}"
#define OLD_LINES LINE ("1") "\n{\"id\":\"2\",\"scenario\":\"small\"}\nx\n"

  test_write_file (self->folder, UP_JOURNAL_CURRENT, OLD_CURRENT, -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, OLD_LINES, -1);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "old");
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 2);
  assert_content (self, "current.version-0-" TEST_STAMP ".json", OLD_CURRENT);
  assert_content (self, "attempts.version-0-" TEST_STAMP ".jsonl", OLD_LINES);
  assert_content (self, "attempts.damaged-" TEST_STAMP ".jsonl", "x\n");
  assert_content (self, UP_JOURNAL_ATTEMPTS,
                  LINE ("1") "\n{\"id\":\"2\",\"scenario\":\"small\",\"version\":1}\n");

  /* Once. */
  reopen (self);
  g_assert_null (up_journal_get_notice (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "words"), ==, "old");
  assert_files (self, "attempts.damaged-" TEST_STAMP ".jsonl attempts.jsonl "
                      "attempts.version-0-" TEST_STAMP ".jsonl current.json "
                      "current.version-0-" TEST_STAMP ".json lock");
}

/* Who comes second works in memory and says so; what both did is there once the first is gone. */
static void
test_locked (Fixture       *self,
             gconstpointer  data)
{
  UpJournal *second;
  guint n_changes = 0;

  up_journal_set_draft (self->journal, "first", "1");
  up_journal_set_draft (self->journal, "both", "1");
  up_journal_set_favourite (self->journal, "dropped", TRUE);
  assert_flushed (self->journal);

  second = test_open (self->folder);
  g_signal_connect_swapped (second, "trouble-changed", G_CALLBACK (count), &n_changes);
  g_assert_nonnull (strstr (up_journal_get_trouble (second), "already open"));
  g_assert_true (up_journal_flush (second, NULL));
  g_assert_cmpstr (up_journal_get_draft (second, "first"), ==, "1");

  up_journal_set_draft (second, "second", "2");
  up_journal_set_draft (second, "both", "2");
  up_journal_set_favourite (second, "dropped", FALSE);
  assert_not_flushed (second, UP_JOURNAL_ERROR_LOCKED);
  up_journal_retry (second);
  g_assert_nonnull (strstr (up_journal_get_trouble (second), "already open"));
  g_assert_cmpuint (n_changes, ==, 0);

  /* What the first did meanwhile is not undone by what the second had read before. */
  up_journal_set_draft (self->journal, "first", "later");
  do_everything (self);
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
      assert_everything (self);
      assert_flushed (self->journal);
      reopen (self);
    }
}

static void
assert_unusable (Fixture    *self,
                 const char *folder,
                 const char *says)
{
  g_autoptr (UpJournal) journal = test_open (folder);

  g_assert_nonnull (up_journal_get_trouble (journal));
  g_assert_nonnull (strstr (up_journal_get_trouble (journal), says));
  g_assert_cmpstr (up_journal_get_folder (journal), ==, folder);
  up_journal_set_draft (journal, "words", "kept in memory");
  g_assert_cmpstr (up_journal_get_draft (journal, "words"), ==, "kept in memory");
  assert_not_flushed (journal, UP_JOURNAL_ERROR_STORAGE);
}

static void
test_folders (Fixture       *self,
              gconstpointer  data)
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
  assert_content (self, "inner", "mine");
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
  assert_mode (inner, ".", 0700);
  assert_mode (deep, ".", 0700);
  g_clear_object (&self->journal);
  g_assert_cmpint (chmod (deep, 0755), ==, 0);
  self->journal = test_open (deep);
  assert_mode (deep, ".", 0700);
}

/* What can be read of a disk that cannot be written is there, and what is done is kept until it can. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  do_everything (self);
  g_clear_object (&self->journal);

  disk.fault[DISK_OPEN] = EROFS;
  disk.creating_only = TRUE;
  self->journal = test_open (self->folder);
  g_assert_nonnull (strstr (up_journal_get_trouble (self->journal), "read-only"));
  assert_everything (self);
  up_journal_set_draft (self->journal, "more", "words");
  assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_retry (self->journal);
  g_assert_nonnull (up_journal_get_trouble (self->journal));
  g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, "words");

  disk.fault[DISK_OPEN] = 0;
  up_journal_retry (self->journal);
  assert_flushed (self->journal);
  reopen (self);
  assert_everything (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "more"), ==, "words");
}

/* The folder is deleted while the journal is open: all that is in memory comes back. */
static void
test_folder_gone (Fixture       *self,
                  gconstpointer  data)
{
  up_journal_set_draft (self->journal, "old", "there");
  up_journal_set_favourite (self->journal, "wishing", TRUE);
  reopen (self);
  test_remove_folder (self->folder);
  do_everything (self);
  up_journal_set_favourite (self->journal, "wishing", FALSE);
  assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  up_journal_retry (self->journal);
  assert_flushed (self->journal);
  reopen (self);
  assert_everything (self);
  g_assert_cmpstr (up_journal_get_draft (self->journal, "old"), ==, "there");
}

static void
test_erase (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  test_write_file (self->folder, UP_JOURNAL_CURRENT, "{", -1);
  test_write_file (self->folder, UP_JOURNAL_ATTEMPTS, "x\n{\"id\":\"1\",\"scenario\":\"small\"}\n", -1);
  test_write_file (self->folder, "mine.txt", "not the journal's", -1);
  reopen (self);
  do_everything (self);
  assert_flushed (self->journal);
  test_write_file (self->folder, "current.json.new", "half", -1);

  disk.fault[DISK_FSYNC] = EIO;
  up_journal_set_draft (self->journal, "words", "not yet written");
  g_assert_false (up_journal_erase (self->journal, &error));
  g_assert_error (error, UP_JOURNAL_ERROR, UP_JOURNAL_ERROR_STORAGE);
  g_clear_error (&error);
  disk.fault[DISK_FSYNC] = 0;

  g_assert_true (up_journal_erase (self->journal, &error));
  g_assert_no_error (error);
  assert_files (self, "lock mine.txt");
  g_assert_null (up_journal_get_run (self->journal, "small"));
  g_assert_null (up_journal_get_draft (self->journal, "words"));
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
  g_assert_cmpuint (up_journal_count_favourites (self->journal), ==, 0);
  g_assert_null (up_journal_get_notice (self->journal));

  reopen (self);
  g_assert_cmpuint (up_journal_count_attempts (self->journal, "small"), ==, 0);
  do_everything (self);
  reopen (self);
  assert_everything (self);
}

/* What a killed process did not finish is no trouble, whoever left it and whatever it is. */
static void
test_unfinished (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "current.json.new", NULL);

  do_everything (self);
  g_clear_object (&self->journal);
  g_assert_cmpint (symlink ("/nowhere/at/all", path), ==, 0);
  self->journal = test_open (self->folder);
  g_assert_null (up_journal_get_trouble (self->journal));
  g_assert_null (up_journal_get_notice (self->journal));
  assert_files (self, EVERYTHING);
  assert_everything (self);
}

static void
test_kill (void)
{
  disk_reset ();
  g_assert_cmpuint (kill_many (100, 1), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, set_up_how, test) \
  g_test_add ("/journal/" name, Fixture, NULL, set_up_how, test, tear_down)

  ADD ("round-trip", set_up, test_round_trip);
  ADD ("removal", set_up, test_removal);
  ADD ("signals", set_up, test_signals);
  ADD ("closing-writes", set_up, test_closing_writes);
  ADD ("drafts", set_up, test_drafts);
  ADD ("order", set_up, test_order);
  ADD ("one-writer", set_up, test_one_writer);
  ADD ("short-writes", set_up, test_short_writes);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/journal/fault/", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], set_up, test_fault, tear_down);
    }
  ADD ("fault-truncate", set_up, test_truncate_fault);
  ADD ("dropped-run-stays", set_up, test_dropped_run_stays);
  ADD ("every-call", set_up_closed, test_every_call);
  ADD ("told-by-main-loop", set_up, test_told_by_main_loop);
  ADD ("torn-line", set_up_closed, test_torn_line);
  ADD ("bad-line", set_up_closed, test_bad_line);
  ADD ("attempt-once", set_up_closed, test_attempt_once);
  ADD ("damaged", set_up_closed, test_damaged);
  ADD ("damaged-unwritable", set_up_closed, test_damaged_unwritable);
  ADD ("too-large", set_up_closed, test_too_large);
  ADD ("newer", set_up_closed, test_newer);
  ADD ("older", set_up_closed, test_older);
  ADD ("locked", set_up, test_locked);
  ADD ("folders", set_up_closed, test_folders);
  ADD ("read-only", set_up, test_read_only);
  ADD ("folder-gone", set_up, test_folder_gone);
  ADD ("erase", set_up_closed, test_erase);
  ADD ("unfinished", set_up, test_unfinished);
  g_test_add_func ("/journal/kill", test_kill);

  return g_test_run ();
}
