/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-test-journal.h"

/* A disk that fails now and then while a journal is kept: that is full, does not sync, writes only a
 * part, or is gone for a while. Once it is sound again, everything that was done has to be there, held
 * against plain tables. */

typedef struct
{
  GHashTable *notes;      /* id → text */
  GHashTable *attempts;   /* id → answer */
  GHashTable *favourites; /* a set */
  char *draft;
} FaultModel;

static void
fault_do_something (UpJournal *journal, FaultModel *model, UpScenario *scenario, GRand *random)
{
  g_autofree char *words = g_strdup_printf ("%u", g_rand_int (random));
  g_autofree char *phrase = g_strdup_printf ("phrase-%d", g_rand_int_range (random, 0, 6));
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (model->notes);
  const char *id =
    ids->len > 0 ? g_ptr_array_index (ids, g_rand_int_range (random, 0, (gint32) ids->len)) : NULL;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      up_journal_set_draft (journal, "words", words);
      g_set_str (&model->draft, words);
      break;
    case 1:
      up_journal_set_favourite (journal, phrase, !up_journal_is_favourite (journal, phrase));
      if (!g_hash_table_remove (model->favourites, phrase))
        g_hash_table_add (model->favourites, g_steal_pointer (&phrase));
      break;
    case 2:
      id = up_journal_add_note (journal, NULL, NULL, words);
      g_hash_table_replace (model->notes, g_strdup (id), g_steal_pointer (&words));
      break;
    case 3:
      if (id == NULL)
        break;
      up_journal_edit_note (journal, id, words);
      g_hash_table_replace (model->notes, g_strdup (id), g_steal_pointer (&words));
      break;
    case 4:
      if (id == NULL)
        break;
      up_journal_erase_entry (journal, id);
      g_hash_table_remove (model->notes, id);
      break;
    default:
      {
        g_autoptr (UpRun) run = up_run_new (scenario);

        test_choose (run, "end");
        up_run_set_answer (run, 0, words);
        up_journal_keep_run (journal, run);
        up_journal_finish_run (journal, run);
        g_hash_table_replace (model->attempts, g_strdup (up_run_get_id (run)),
                              g_steal_pointer (&words));
      }
    }
}

static void
fault_check (Fixture *fixture, FaultModel *model)
{
  UpJournal *journal = fixture->journal;
  GListModel *entries = up_journal_get_entries (journal);

  g_assert_cmpstr (up_journal_get_trouble (journal), ==, NULL);
  g_assert_cmpstr (up_journal_get_notice (journal), ==, NULL);
  g_assert_cmpstr (up_journal_get_draft (journal, "words"), ==, model->draft);
  g_assert_cmpuint (up_journal_count_favourites (journal), ==,
                    g_hash_table_size (model->favourites));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==,
                    g_hash_table_size (model->notes) + g_hash_table_size (model->attempts));
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);
      const char *id = up_entry_get_id (entry);

      if (up_entry_get_kind (entry) == UP_ENTRY_NOTE)
        g_assert_cmpstr (up_entry_get_text (entry), ==, g_hash_table_lookup (model->notes, id));
      else
        g_assert_cmpstr (up_entry_get_answer (entry, 0), ==,
                         g_hash_table_lookup (model->attempts, id));
    }
}

/* Has the disk fail, once or for a while; returns whether the latter. */
static gboolean
fault_inject (GRand *random)
{
  static const int numbers[] = { EIO, ENOSPC, EROFS, EDQUOT, EINTR };
  gboolean lasts = g_rand_boolean (random);

  g_mutex_lock (&disk.mutex);
  disk.short_write = g_rand_boolean (random) ? g_rand_int_range (random, 1, 30) : 0;
  if (lasts)
    {
      static const DiskCall calls[] = { DISK_OPEN, DISK_WRITE, DISK_FSYNC, DISK_RENAME };

      disk.fault[calls[g_rand_int_range (random, 0, G_N_ELEMENTS (calls))]] =
        numbers[g_rand_int_range (random, 0, 4)];
    }
  else
    {
      disk.fault_once = numbers[g_rand_int_range (random, 0, 5)];
      disk.calls_left = g_rand_int_range (random, 0, 12);
    }
  g_mutex_unlock (&disk.mutex);

  return lasts;
}

static void
fault_mend (void)
{
  g_mutex_lock (&disk.mutex);
  memset (disk.fault, 0, sizeof disk.fault);
  disk.fault_once = 0;
  disk.short_write = 0;
  g_mutex_unlock (&disk.mutex);
}

/* Has the disk fail @rounds times. Returns how often saving failed of it. */
static inline guint
fault_many (guint rounds, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Fixture fixture = { NULL };
  FaultModel model = { NULL };
  guint n_failed = 0;

  test_set_up (&fixture, NULL);
  model.notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  model.attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  model.favourites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint round = 0; round < rounds; round++)
    {
      gboolean lasts = fault_inject (random);

      for (gint32 n = g_rand_int_range (random, 1, 6); n > 0; n--)
        {
          fault_do_something (fixture.journal, &model, fixture.scenario, random);
          if (g_rand_boolean (random) && !up_journal_flush (fixture.journal, NULL))
            n_failed++;
          if (lasts && g_rand_int_range (random, 0, 4) == 0)
            up_journal_retry (fixture.journal);
        }

      if (!up_journal_flush (fixture.journal, NULL))
        n_failed++;
      fault_mend ();
      if (g_rand_boolean (random) || !up_journal_flush (fixture.journal, NULL))
        up_journal_retry (fixture.journal);
      test_assert_flushed (fixture.journal);
      test_reopen (&fixture);
      fault_check (&fixture, &model);
    }

  g_free (model.draft);
  g_hash_table_unref (model.favourites);
  g_hash_table_unref (model.attempts);
  g_hash_table_unref (model.notes);
  test_tear_down (&fixture, NULL);

  return n_failed;
}
