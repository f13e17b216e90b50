/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-phrase-filter.h"

#include "up-phrase-list.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  UpCatalog *catalog;
  UpJournal *journal;
  GListModel *phrases;
  UpPhraseFilter *filter;
  GPtrArray *shown; /* what a view that follows items-changed alone would show */
  guint changes;
  guint last_position, last_removed, last_added;
} Fixture;

/* A follower that is told of a wrong stretch ends with another list than the model's. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->changes++;
  fixture->last_position = position;
  fixture->last_removed = removed;
  fixture->last_added = added;

  if (removed > 0)
    g_ptr_array_remove_range (fixture->shown, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->shown, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  g_assert_cmpuint (fixture->shown->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < fixture->shown->len; i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (model, i);

      g_assert_true (phrase == g_ptr_array_index (fixture->shown, i));
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("upstander-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->catalog = up_catalog_new ("en");
  fixture->journal = up_journal_new (fixture->folder);
  fixture->phrases = up_catalog_get_phrases (fixture->catalog, "en");
  fixture->filter = up_phrase_filter_new (fixture->catalog, fixture->journal);
  fixture->shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->filter, "items-changed", G_CALLBACK (on_items_changed), fixture);
  up_phrase_filter_set_phrases (fixture->filter, fixture->phrases);
  g_assert_cmpuint (fixture->shown->len, >=, 33);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_clear_object (&fixture->filter);
  g_clear_pointer (&fixture->shown, g_ptr_array_unref);
  g_assert_true (up_journal_flush (fixture->journal, NULL));
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->catalog);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_pointer (&fixture->folder, g_free);
}

/* How many of all phrases a lean and a move let pass. */
static guint
count (Fixture *fixture, int lean, const char *move)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fixture->phrases); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (fixture->phrases, i);

      n += (lean < 0 || (int) up_phrase_get_lean (phrase) == lean) &&
           (move == NULL || g_str_equal (up_phrase_get_move (phrase), move));
    }

  return n;
}

static void
test_filters_meet (Fixture *fixture, gconstpointer data)
{
  guint all = fixture->shown->len;

  up_phrase_filter_set_lean (fixture->filter, UP_LEAN_OUT);
  g_assert_cmpuint (fixture->shown->len, ==, count (fixture, UP_LEAN_OUT, NULL));
  g_assert_true (up_phrase_filter_is_active (fixture->filter));

  up_phrase_filter_set_move (fixture->filter, "name-values");
  g_assert_cmpuint (fixture->shown->len, ==, count (fixture, UP_LEAN_OUT, "name-values"));
  g_assert_cmpuint (fixture->shown->len, >, 0);

  up_phrase_filter_set_lean (fixture->filter, UP_LEAN_IN);
  g_assert_cmpuint (fixture->shown->len, ==, 0);

  up_phrase_filter_set_lean (fixture->filter, UP_PHRASE_FILTER_ANY_LEAN);
  up_phrase_filter_set_move (fixture->filter, NULL);
  g_assert_cmpuint (fixture->shown->len, ==, all);
  g_assert_false (up_phrase_filter_is_active (fixture->filter));
}

static void
test_searches_words_and_moves (Fixture *fixture, gconstpointer data)
{
  guint all = fixture->shown->len;
  guint found;

  /* A move's title finds all of its phrases, however it is typed. */
  up_phrase_filter_set_query (fixture->filter, "  ÁSK WHAT WAS MEANT ");
  found = fixture->shown->len;
  g_assert_cmpuint (found, >=, count (fixture, -1, "ask-intention"));
  g_assert_cmpuint (found, <, all);

  up_phrase_filter_set_query (fixture->filter, "zqxj");
  g_assert_cmpuint (fixture->shown->len, ==, 0);

  up_phrase_filter_set_query (fixture->filter, "   ");
  g_assert_cmpuint (fixture->shown->len, ==, all);
  g_assert_false (up_phrase_filter_is_active (fixture->filter));
}

static void
test_tells_of_what_differs_alone (Fixture *fixture, gconstpointer data)
{
  guint last = fixture->shown->len - 1;
  g_autoptr (UpPhrase) first = g_list_model_get_item (fixture->phrases, 0);
  g_autoptr (UpPhrase) second = g_list_model_get_item (fixture->phrases, 1);
  g_autoptr (UpPhrase) end = g_list_model_get_item (fixture->phrases, last);
  guint changes;

  up_journal_set_favourite (fixture->journal, up_phrase_get_id (first), TRUE);
  up_journal_set_favourite (fixture->journal, up_phrase_get_id (second), TRUE);
  up_journal_set_favourite (fixture->journal, up_phrase_get_id (end), TRUE);
  changes = fixture->changes;
  up_phrase_filter_set_favourites (fixture->filter, TRUE);
  g_assert_cmpuint (fixture->shown->len, ==, 3);
  g_assert_cmpuint (fixture->changes, ==, changes + 1);

  /* The one in the middle goes, and nothing is said of its neighbours. */
  up_journal_set_favourite (fixture->journal, up_phrase_get_id (second), FALSE);
  g_assert_cmpuint (fixture->last_position, ==, 1);
  g_assert_cmpuint (fixture->last_removed, ==, 1);
  g_assert_cmpuint (fixture->last_added, ==, 0);

  /* And nothing at all where nothing differs. */
  changes = fixture->changes;
  up_phrase_filter_set_lean (fixture->filter, UP_PHRASE_FILTER_ANY_LEAN);
  up_phrase_filter_set_query (fixture->filter, "");
  g_assert_cmpuint (fixture->changes, ==, changes);
}

static void
test_another_library (Fixture *fixture, gconstpointer data)
{
  GListModel *spanish = up_catalog_get_phrases (fixture->catalog, "es");

  up_phrase_filter_set_query (fixture->filter, "mean");
  g_assert_cmpuint (fixture->shown->len, >, 0);
  up_phrase_filter_set_phrases (fixture->filter, spanish);
  up_phrase_filter_set_query (fixture->filter, "");
  g_assert_cmpuint (fixture->shown->len, ==, g_list_model_get_n_items (spanish));
}

/* Any list of phrases will do, and a long one makes no more rows than are seen and near. */
static void
test_list_takes_any_model (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) many = g_list_store_new (UP_TYPE_PHRASE);
  guint n = g_list_model_get_n_items (fixture->phrases);
  GtkWidget *list;

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (fixture->phrases, i % n);

      g_list_store_append (many, phrase);
    }

  list = up_phrase_list_new (G_LIST_MODEL (many), fixture->catalog, fixture->journal);
  g_object_ref_sink (list);
  up_phrase_list_set_query (UP_PHRASE_LIST (list), "mean");
  g_assert_null (up_phrase_list_get_focused (UP_PHRASE_LIST (list)));
  g_object_unref (list);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/phrase-filter/filters-meet", test_filters_meet);
  ADD ("/phrase-filter/searches-words-and-moves", test_searches_words_and_moves);
  ADD ("/phrase-filter/tells-of-what-differs-alone", test_tells_of_what_differs_alone);
  ADD ("/phrase-filter/another-library", test_another_library);
  ADD ("/phrase-list/takes-any-model", test_list_takes_any_model);
#undef ADD

  return g_test_run ();
}
