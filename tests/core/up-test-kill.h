/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-own-phrase.h"
#include "up-test-disk.h"
#include "up-test-oracle.h"

#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child keeps a journal and is killed: by itself, before, in the middle of or after the call to the
 * disk that is its last, or by its parent at any moment. What it knew to be on the disk must be there
 * then, and nothing may be half there. */

typedef struct
{
  int acknowledged; /* how many times the child knew everything to be on the disk */
  int n_calls;      /* how many calls it made */
} KillShared;

static struct
{
  KillShared *shared;
  int last_call; /* the number of the call at which it kills itself, or 0 */
  int how;       /* 0 before, 1 in the middle, 2 after */
} kill_plan;

static void
kill_die (void)
{
  kill (getpid (), SIGKILL);
  for (;;)
    pause ();
}

static gboolean
kill_enter (void)
{
  int number = g_atomic_int_add (&kill_plan.shared->n_calls, 1) + 1;

  if (number != kill_plan.last_call)
    return FALSE;

  if (kill_plan.how == 0)
    kill_die ();

  return TRUE;
}

static int
kill_open (int folder, const char *name, int flags, mode_t mode)
{
  gboolean is_last = kill_enter ();
  int file = up_store_system_calls.open (folder, name, flags, mode);

  if (is_last)
    kill_die ();

  return file;
}

static ssize_t
kill_write (int file, const void *data, size_t size)
{
  gboolean is_last = kill_enter ();
  ssize_t written;

  if (is_last && kill_plan.how == 1)
    size /= 2;
  written = up_store_system_calls.write (file, data, size);
  if (is_last)
    kill_die ();

  return written;
}

/* What a killed process has written survives it, synced or not. */
static int
kill_fsync (int file)
{
  if (kill_enter ())
    kill_die ();

  return 0;
}

static int
kill_rename (int folder, const char *from, const char *to)
{
  gboolean is_last = kill_enter ();
  int result = up_store_system_calls.rename (folder, from, to);

  if (is_last)
    kill_die ();

  return result;
}

/* Every so many turns an attempt is erased. */
#define KILL_ATTEMPT_GOES 6

/* A place in a ring of ids, emptied. */
static char **
kill_reuse (char **ring, int place)
{
  g_clear_pointer (&ring[place], g_free);

  return &ring[place];
}

/* The child: in each turn a step more, words more, a favourite and a plan more, another word in the one
 * note there is and in the one phrase, and either an attempt more or more said in the newest one; and
 * the plan of two turns ago is erased, and now and then an attempt and the phrase, which is added anew. */
static void
kill_run_child (const char *folder, UpScenario *scenario, guint round)
{
  UpStoreCalls calls = up_store_system_calls;
  char *plans[3] = { NULL };    /* of the newest turns, each at its number's remainder */
  char *attempts[4] = { NULL }; /* the same */
  UpJournal *journal;
  UpRun *run;
  UpRun *ended = NULL;
  char *note = NULL;
  char *own = NULL;

  /* A fork draws the same numbers as its parent, and ids are drawn. */
  g_random_set_seed (round);

  calls.open = kill_open;
  calls.write = kill_write;
  calls.fsync = kill_fsync;
  calls.rename = kill_rename;

  journal = up_journal_new_full (folder, &calls, test_clock, NULL);
  if (up_journal_get_trouble (journal) != NULL)
    _exit (2);

  run = up_run_new (scenario);
  for (int turn = 1;; turn++)
    {
      const UpScene *scene = up_run_get_scene (run);
      g_autofree char *draft = g_strdup_printf ("%u:%d", round, turn);
      g_autofree char *phrase = g_strdup_printf ("phrase-%d", turn % 5);
      g_autoptr (UpPhrase) words = up_own_phrase_new ("en", "x", UP_LEAN_IN, draft, NULL);

      up_run_choose (run, up_scene_get_choice (scene, turn % up_scene_get_n_choices (scene)));
      up_run_set_notice (run, draft);
      up_run_advance (run);
      up_run_advance (run);

      up_journal_set_draft (journal, "words", draft);
      up_journal_keep_run (journal, run);
      up_journal_set_favourite (journal, phrase, !up_journal_is_favourite (journal, phrase));

      if (turn > 2)
        up_journal_erase_entry (journal, plans[(turn - 2) % 3]);
      *kill_reuse (plans, turn % 3) = g_strdup (up_journal_add_plan (journal, NULL, draft, "…", 0));

      if (note == NULL)
        note = g_strdup (up_journal_add_note (journal, NULL, NULL, draft));
      else
        up_journal_edit_note (journal, note, draft);

      if (own != NULL && turn % KILL_ATTEMPT_GOES == 0)
        {
          up_journal_erase_phrase (journal, own);
          g_clear_pointer (&own, g_free);
        }
      if (own == NULL)
        own = g_strdup (up_journal_add_phrase (journal, words));
      else
        up_journal_edit_phrase (journal, own, words);

      if (up_run_get_phase (run) == UP_PHASE_ENDING)
        {
          g_clear_object (&ended);
          ended = run;
          run = up_run_new (scenario);
        }
      up_run_set_answer (ended, 0, draft);
      up_journal_finish_run (journal, ended);
      if (turn % KILL_ATTEMPT_GOES == 0)
        up_journal_erase_entry (journal, attempts[(turn - 3) % 4]);
      *kill_reuse (attempts, turn % 4) = g_strdup (up_run_get_id (ended));

      if (!up_journal_flush (journal, NULL))
        _exit (3);
      g_atomic_int_set (&kill_plan.shared->acknowledged, turn);
    }
}

#define ROUNDS_A_FOLDER 20

/* A scenario in which every second choice ends, so that each turn but the first is an attempt. */
#define KILL_SCENARIO                                                                              \
  "{\"id\": \"kill\", \"start\": \"a\", \"scenes\": ["                                             \
  "  {\"id\": \"a\", \"choices\": [{\"id\": \"go\", \"next\": \"a\"},"                             \
  "                                {\"id\": \"end\", \"next\": \"z\"}]},"                          \
  "  {\"id\": \"z\"}]}"

/* How many attempts the child has left after @turns turns: odd ones end. */
static inline int
kill_count_attempts (int turns)
{
  return (turns + 1) / 2 - turns / KILL_ATTEMPT_GOES;
}

/* The turn of this round that @words were written in, or 0. */
static int
kill_get_turn (const char *words, guint round)
{
  g_autofree char *prefix = g_strdup_printf ("%u:", round);

  return words != NULL && g_str_has_prefix (words, prefix) ? atoi (words + strlen (prefix)) : 0;
}

/* What this round's entries say was written in the turn that was acknowledged, or the one after it. */
static void
kill_check_entries (UpJournal *journal, guint round, int acknowledged)
{
  GListModel *entries = up_journal_get_entries (journal);
  int newest[UP_ENTRY_N_KINDS] = { 0 };
  guint n_notes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);
      UpEntryKind kind = up_entry_get_kind (entry);
      const char *words = kind == UP_ENTRY_PLAN      ? up_entry_get_when (entry)
                          : kind == UP_ENTRY_ATTEMPT ? up_entry_get_answer (entry, 0)
                                                     : up_entry_get_text (entry);
      int turn = kill_get_turn (words, round);

      if (kind == UP_ENTRY_ATTEMPT)
        {
          g_autoptr (JsonNode) run = up_entry_load_run (entry);

          g_assert_nonnull (run);
        }

      newest[kind] = MAX (newest[kind], turn);
      n_notes += kind == UP_ENTRY_NOTE && turn > 0;
      if (kind == UP_ENTRY_PLAN && turn > 0)
        g_assert_cmpint (turn, >, acknowledged - 2);
    }

  g_assert_cmpuint (n_notes, <=, 1);
  for (guint kind = 0; kind < UP_ENTRY_N_KINDS; kind++)
    {
      if (kind == UP_ENTRY_MOMENT || kind == UP_ENTRY_WHICH_WAY)
        continue;
      g_assert_cmpint (newest[kind], >=, acknowledged);
      g_assert_cmpint (newest[kind], <=, acknowledged + 1);
    }
}

/* This round's one phrase says what was written in the turn that was acknowledged, or the one after it;
 * between erasing it and adding it anew there is none. */
static void
kill_check_phrase (UpJournal *journal, guint round, int acknowledged)
{
  GListModel *phrases = up_journal_get_phrases (journal);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (phrases); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (phrases, i);
      int turn = kill_get_turn (up_phrase_get_text (up_entry_get_phrase (entry)).text, round);

      if (turn == 0)
        continue;
      n++;
      g_assert_cmpint (turn, >=, acknowledged);
      g_assert_cmpint (turn, <=, acknowledged + 1);
    }

  g_assert_cmpuint (n, <=, 1);
  if (acknowledged > 0 && (acknowledged + 1) % KILL_ATTEMPT_GOES != 0)
    g_assert_cmpuint (n, ==, 1);
}

/* What was erased has left no trace in the file, and none beside it. */
static void
kill_check_erased (const char *folder, guint round, int acknowledged)
{
  g_autofree char *lines = test_read_file (folder, UP_JOURNAL_ENTRIES);

  for (int turn = 1; lines != NULL && turn <= acknowledged - 2; turn++)
    {
      g_autofree char *when = g_strdup_printf ("\"when\":\"%u:%d\"", round, turn);

      g_assert_null (strstr (lines, when));
    }
}

/* Looks at what a child has left, as the next one would. */
static void
kill_check (const char *folder, UpScenario *scenario, guint round, guint *n_attempts, char **draft)
{
  g_autoptr (UpJournal) journal =
    up_journal_new_full (folder, &up_store_system_calls, test_clock, NULL);
  g_autofree char *names = test_list (folder);
  g_autofree char *lines = NULL;
  int acknowledged = g_atomic_int_get (&kill_plan.shared->acknowledged);
  guint attempts = up_journal_count_attempts (journal, "kill");
  const char *words = up_journal_get_draft (journal, "words");
  g_autofree char *expected = g_strdup_printf ("%u:%d", round, acknowledged);
  g_autofree char *next = g_strdup_printf ("%u:%d", round, acknowledged + 1);

  /* Nothing is wrong, and nothing was found that had to be put aside or was not finished. */
  g_assert_cmpstr (up_journal_get_trouble (journal), ==, NULL);
  g_assert_cmpstr (up_journal_get_notice (journal), ==, NULL);
  g_assert_null (strstr (names, "damaged"));
  g_assert_null (strstr (names, ".new"));
  g_assert_null (strstr (names, "version"));

  /* What was acknowledged is there, and what was being written is there or not. */
  if (g_strcmp0 (words, next) != 0)
    g_assert_cmpstr (words, ==, acknowledged > 0 ? expected : *draft);
  g_assert_cmpuint (
    attempts, >=,
    *n_attempts + MIN (kill_count_attempts (acknowledged), kill_count_attempts (acknowledged + 1)));
  g_assert_cmpuint (
    attempts, <=,
    *n_attempts + MAX (kill_count_attempts (acknowledged), kill_count_attempts (acknowledged + 1)));
  kill_check_entries (journal, round, acknowledged);
  kill_check_phrase (journal, round, acknowledged);

  if (words != NULL)
    {
      g_autoptr (GError) error = NULL;
      gboolean changed = TRUE;
      g_autoptr (UpRun) run =
        up_run_load (scenario, up_journal_get_run (journal, "kill"), &changed, &error);

      g_assert_no_error (error);
      g_assert_false (changed);
    }

  /* A line that was being written is gone, and the next one will not be joined to it. */
  lines = test_read_file (folder, UP_JOURNAL_ATTEMPTS);
  g_assert_true (lines == NULL || *lines == '\0' || g_str_has_suffix (lines, "\n"));

  *n_attempts = attempts;
  g_free (*draft);
  *draft = g_strdup (words);
}

/* Kills @rounds children one after the other, a few in each folder: what one left is what the next one
 * finds. Returns how many turns were acknowledged altogether. */
static guint
kill_many (guint rounds, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *folder = NULL;
  g_autoptr (UpScenario) scenario = test_read_small (KILL_SCENARIO);
  g_autofree char *draft = NULL;
  guint n_attempts = 0;
  guint n_acknowledged = 0;

  kill_plan.shared =
    mmap (NULL, sizeof (KillShared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (kill_plan.shared != MAP_FAILED);

  for (guint round = 0; round < rounds; round++)
    {
      gboolean from_outside = g_rand_boolean (random);
      int calls = g_rand_int_range (random, 1, 160);
      int status;
      pid_t child;

      if (round % ROUNDS_A_FOLDER == 0)
        {
          if (folder != NULL)
            test_remove_folder (folder);
          g_free (folder);
          folder = test_make_folder ();
          g_clear_pointer (&draft, g_free);
          n_attempts = 0;
        }

      g_atomic_int_set (&kill_plan.shared->acknowledged, 0);
      g_atomic_int_set (&kill_plan.shared->n_calls, 0);
      kill_plan.last_call = from_outside ? 0 : calls;
      kill_plan.how = g_rand_int_range (random, 0, 3);

      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        kill_run_child (folder, scenario, round);

      if (from_outside)
        {
          while (g_atomic_int_get (&kill_plan.shared->n_calls) < calls)
            {
              g_assert_cmpint (waitpid (child, &status, WNOHANG), ==, 0);
              sched_yield ();
            }
          kill (child, SIGKILL);
        }

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);

      kill_check_erased (folder, round, g_atomic_int_get (&kill_plan.shared->acknowledged));
      kill_check (folder, scenario, round, &n_attempts, &draft);
      n_acknowledged += g_atomic_int_get (&kill_plan.shared->acknowledged);
    }

  munmap (kill_plan.shared, sizeof (KillShared));
  if (folder != NULL)
    test_remove_folder (folder);

  return n_acknowledged;
}
