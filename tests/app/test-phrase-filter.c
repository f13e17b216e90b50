/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-phrase-filter.h"

#include "up-own-phrase.h"
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

/* What a phrase is good for and where it fails finds it, and what its move does; where the library is
 * read in another language, in that language and in one's own. */
static void
test_searches_meanings (Fixture *fixture, gconstpointer data)
{
  UpPhrase *first = NULL;
  UpPhrase *spanish = NULL;
  UpMove *move;
  g_autoptr (UpCatalog) other = up_catalog_new ("es");

  for (guint i = 0; spanish == NULL; i++)
    {
      first = g_ptr_array_index (fixture->shown, i);
      spanish = up_catalog_find_phrase (fixture->catalog, "es", up_phrase_get_id (first));
    }
  move = up_catalog_find_move (fixture->catalog, up_phrase_get_move (first));

  {
    const char *const meanings[] = {
      up_phrase_get_serves (first).text,
      up_phrase_get_fails (first).text,
      up_move_get_summary (move).text,
      up_phrase_get_serves (spanish).text,
      up_move_get_title (up_catalog_find_move (other, up_phrase_get_move (first))).text,
    };

    for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
      {
        UpPhrase *wanted = i < 3 ? first : spanish;

        if (i == 3)
          up_phrase_filter_set_phrases (fixture->filter,
                                        up_catalog_get_phrases (fixture->catalog, "es"));
        up_phrase_filter_set_query (fixture->filter, meanings[i]);
        g_assert_cmpuint (fixture->shown->len, >, 0);
        g_assert_true (g_ptr_array_find (fixture->shown, wanted, NULL));
      }
  }

  /* The Spanish one by the English words. */
  up_phrase_filter_set_query (fixture->filter, up_phrase_get_fails (first).text);
  g_assert_cmpuint (fixture->shown->len, ==, 1);
  g_assert_true (g_ptr_array_index (fixture->shown, 0) == spanish);
}

/* One's own stand behind the others of their move; those of another language only where one's own, or
 * favourites, are looked for. */
static void
test_own_phrases (Fixture *fixture, gconstpointer data)
{
  guint all = fixture->shown->len;
  g_autoptr (UpPhrase) one =
    up_own_phrase_new ("en", "ask-intention", UP_LEAN_IN, "Zqxj {what}", "wvut");
  g_autoptr (UpPhrase) other = up_own_phrase_new ("ar", "ask-intention", UP_LEAN_IN, "Zqxj", NULL);
  g_autofree char *id = NULL;
  g_autofree char *other_id = NULL;
  guint place, n_before = 0;
  UpPhrase *shown;

  id = g_strdup (up_journal_add_phrase (fixture->journal, one));
  other_id = g_strdup (up_journal_add_phrase (fixture->journal, other));
  g_assert_cmpuint (fixture->shown->len, ==, all + 1);
  g_assert_cmpuint (fixture->last_removed, ==, 0);
  for (place = 0; !up_phrase_is_own (g_ptr_array_index (fixture->shown, place)); place++)
    n_before +=
      g_str_equal (up_phrase_get_move (g_ptr_array_index (fixture->shown, place)), "ask-intention");
  shown = g_ptr_array_index (fixture->shown, place);
  g_assert_cmpstr (up_phrase_get_id (shown), ==, id);
  g_assert_cmpuint (n_before, ==, count (fixture, -1, "ask-intention"));
  g_assert_cmpuint (place, <, all);

  /* Found by its words and by its note, and by them as they are now. */
  up_phrase_filter_set_query (fixture->filter, "wvut");
  g_assert_cmpuint (fixture->shown->len, ==, 1);
  up_phrase_filter_set_query (fixture->filter, "zqxj");
  g_assert_cmpuint (fixture->shown->len, ==, 1);
  up_phrase_filter_set_own (fixture->filter, TRUE);
  g_assert_cmpuint (fixture->shown->len, ==, 2);
  up_journal_edit_phrase (fixture->journal, id, other);
  up_phrase_filter_set_query (fixture->filter, "wvut");
  g_assert_cmpuint (fixture->shown->len, ==, 0);
  up_phrase_filter_set_query (fixture->filter, NULL);
  g_assert_true (up_phrase_filter_is_active (fixture->filter));
  g_assert_cmpuint (fixture->shown->len, ==, 2);

  up_phrase_filter_set_own (fixture->filter, FALSE);
  g_assert_cmpuint (fixture->shown->len, ==, all);
  up_journal_set_favourite (fixture->journal, other_id, TRUE);
  up_phrase_filter_set_favourites (fixture->filter, TRUE);
  g_assert_cmpuint (fixture->shown->len, ==, 1);
  up_journal_erase_phrase (fixture->journal, other_id);
  g_assert_cmpuint (fixture->shown->len, ==, 0);
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
  ADD ("/phrase-filter/searches-meanings", test_searches_meanings);
  ADD ("/phrase-filter/own-phrases", test_own_phrases);
  ADD ("/phrase-list/takes-any-model", test_list_takes_any_model);
#undef ADD

  return g_test_run ();
}
