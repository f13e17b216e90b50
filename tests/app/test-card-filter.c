/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-card-filter.h"

#include "up-next.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  UpCatalog *catalog;
  UpJournal *journal;
  UpCardFilter *filter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("upstander-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->catalog = up_catalog_new ("en");
  fixture->journal = up_journal_new (fixture->folder);
  fixture->filter = up_card_filter_new (fixture->catalog, fixture->journal);
  g_assert_cmpuint (g_list_model_get_n_items (up_catalog_get_cards (fixture->catalog)), >=, 4);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_clear_object (&fixture->filter);
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

static int
read_card (UpCard *card, UpCardFacet facet)
{
  switch (facet)
    {
    case UP_CARD_FACET_ROLE:
      return (int) up_card_get_role (card);
    case UP_CARD_FACET_PLACE:
      return up_card_get_place (card);
    case UP_CARD_FACET_TIE:
      return up_card_get_tie (card);
    case UP_CARD_FACET_POWER:
      return up_card_get_power (card);
    case UP_CARD_FACET_LENGTH:
      return (int) up_card_get_minutes (card);
    default:
      g_assert_not_reached ();
    }
}

/* Fails where what passes is not what the data say, card by card. */
static guint
assert_passing (Fixture *fixture)
{
  GListModel *cards = up_catalog_get_cards (fixture->catalog);
  g_autoptr (GArray) passing = up_card_filter_list_passing (fixture->filter);
  guint next = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      gboolean expected = TRUE;

      for (int facet = 0; facet < UP_CARD_FACET_STATE; facet++)
        {
          int value = up_card_filter_get_value (fixture->filter, facet);
          int is = read_card (card, facet);

          if (value != UP_CARD_FILTER_ANY)
            expected = expected && (facet == UP_CARD_FACET_LENGTH ? is <= value : is == value);
        }
      if (expected)
        g_assert_cmpuint (g_array_index (passing, guint, next++), ==, i);
    }
  g_assert_cmpuint (next, ==, passing->len);

  return passing->len;
}

static guint
count_passing (Fixture *fixture)
{
  g_autoptr (GArray) passing = up_card_filter_list_passing (fixture->filter);

  return passing->len;
}

static void
test_facets (Fixture *fixture, gconstpointer data)
{
  guint n_cards = g_list_model_get_n_items (up_catalog_get_cards (fixture->catalog));

  g_assert_cmpuint (assert_passing (fixture), ==, n_cards);
  g_assert_false (up_card_filter_is_filtered (fixture->filter));

  for (int facet = 0; facet < UP_CARD_FACET_STATE; facet++)
    {
      g_autoptr (GArray) values = up_card_filter_list_values (fixture->filter, facet);
      guint total = 0;

      g_assert_cmpuint (values->len, >, 0);
      for (guint i = 0; i < values->len; i++)
        {
          guint n;
          g_autofree char *words = up_card_facet_describe (facet, g_array_index (values, int, i));

          g_assert_cmpstr (words, !=, "");
          up_card_filter_set_value (fixture->filter, facet, g_array_index (values, int, i));
          g_assert_true (up_card_filter_is_filtered (fixture->filter));
          n = assert_passing (fixture);
          /* Nothing is offered that finds nothing, or that all are. */
          g_assert_cmpuint (n, >, 0);
          if (facet == UP_CARD_FACET_LENGTH)
            g_assert_cmpuint (n, <, n_cards);
          total += n;
        }
      /* Each scenario is one of each. */
      if (facet != UP_CARD_FACET_LENGTH)
        g_assert_cmpuint (total, ==, n_cards);
      up_card_filter_set_value (fixture->filter, facet, UP_CARD_FILTER_ANY);
    }
  g_assert_false (up_card_filter_is_filtered (fixture->filter));
}

static void
test_combined (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) roles = up_card_filter_list_values (fixture->filter, UP_CARD_FACET_ROLE);
  g_autoptr (GArray) places = up_card_filter_list_values (fixture->filter, UP_CARD_FACET_PLACE);
  guint total = 0;

  for (guint i = 0; i < roles->len; i++)
    for (guint j = 0; j < places->len; j++)
      {
        up_card_filter_set_value (fixture->filter, UP_CARD_FACET_ROLE,
                                  g_array_index (roles, int, i));
        up_card_filter_set_value (fixture->filter, UP_CARD_FACET_PLACE,
                                  g_array_index (places, int, j));
        total += assert_passing (fixture);
      }
  g_assert_cmpuint (total, ==, g_list_model_get_n_items (up_catalog_get_cards (fixture->catalog)));
}

/* What is found is filtered, and the other way round. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  UpCard *card = up_catalog_find_card (fixture->catalog, "stand-up-accent");
  int role = (int) up_card_get_role (card);
  guint n_role, n_found;

  up_card_filter_set_value (fixture->filter, UP_CARD_FACET_ROLE, role);
  n_role = count_passing (fixture);
  up_card_filter_set_query (fixture->filter, up_card_get_title (card).text);
  g_assert_cmpuint (count_passing (fixture), ==, 1);
  up_card_filter_set_value (fixture->filter, UP_CARD_FACET_ROLE, (role + 1) % 4);
  g_assert_cmpuint (count_passing (fixture), ==, 0);
  up_card_filter_set_value (fixture->filter, UP_CARD_FACET_ROLE, UP_CARD_FILTER_ANY);

  /* A role is found by its name, too. */
  up_card_filter_set_query (fixture->filter, up_terms_get_title (UP_TERMS_ROLE, role));
  n_found = count_passing (fixture);
  g_assert_cmpuint (n_found, >=, n_role);
  up_card_filter_set_query (fixture->filter, "");
  g_assert_cmpuint (count_passing (fixture), ==,
                    g_list_model_get_n_items (up_catalog_get_cards (fixture->catalog)));
}

static guint
count_in_state (Fixture *fixture, UpCardState state)
{
  up_card_filter_set_value (fixture->filter, UP_CARD_FACET_STATE, state);

  return count_passing (fixture);
}

/* Closes the journal, puts attempts of these ages into it and opens it again. */
static void
reopen_with (Fixture *fixture, const char *scenario, int days_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) date = g_date_time_add_days (now, -days_ago);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *path = g_build_filename (fixture->folder, "attempts.jsonl", NULL);
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->filter);
  g_assert_true (up_journal_flush (fixture->journal, NULL));
  g_clear_object (&fixture->journal);
  g_file_get_contents (path, &before, NULL, NULL);
  text = g_strdup_printf ("%s{\"version\":1,\"id\":\"%s\",\"date\":\"%s\",\"scenario\":\"%s\"}\n",
                          before != NULL ? before : "", id, iso, scenario);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  fixture->journal = up_journal_new (fixture->folder);
  g_assert_cmpstr (up_journal_get_notice (fixture->journal), ==, NULL);
  fixture->filter = up_card_filter_new (fixture->catalog, fixture->journal);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  guint n_cards = g_list_model_get_n_items (up_catalog_get_cards (fixture->catalog));
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (UpRun) run = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_NOT_DONE), ==, n_cards);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_BEGUN), ==, 0);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_DONE), ==, 0);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_AGAIN), ==, 0);

  reopen_with (fixture, "stand-up-accent", UP_NEXT_AGAIN_DAYS - 1);
  reopen_with (fixture, "team-photo", UP_NEXT_AGAIN_DAYS + 1);
  reopen_with (fixture, "prayer-break", UP_NEXT_AGAIN_DAYS + 1);
  reopen_with (fixture, "prayer-break", 1);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_NOT_DONE), ==, n_cards - 3);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_DONE), ==, 3);
  /* It counts from the last time. */
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_AGAIN), ==, 1);
  reopen_with (fixture, "stand-up-accent", UP_NEXT_AGAIN_DAYS);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_AGAIN), ==, 1);

  /* What one is in the middle of was begun, and does not come again by itself. */
  scenario = up_catalog_load_scenario (fixture->catalog, "team-photo", &error);
  g_assert_no_error (error);
  run = up_run_new (scenario);
  up_journal_keep_run (fixture->journal, run);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_BEGUN), ==, 1);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_DONE), ==, 3);
  g_assert_cmpuint (count_in_state (fixture, UP_CARD_STATE_AGAIN), ==, 0);
}

/* In another language the same are found by other words. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  UpCard *card;

  up_card_filter_set_query (fixture->filter, "accent");
  g_assert_cmpuint (count_passing (fixture), >, 0);
  up_catalog_set_language (fixture->catalog, "ar");
  card = up_catalog_find_card (fixture->catalog, "stand-up-accent");
  up_card_filter_set_query (fixture->filter, up_card_get_title (card).text);
  g_assert_cmpuint (count_passing (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/card-filter/facets", Fixture, NULL, set_up, test_facets, tear_down);
  g_test_add ("/card-filter/combined", Fixture, NULL, set_up, test_combined, tear_down);
  g_test_add ("/card-filter/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/card-filter/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/card-filter/language", Fixture, NULL, set_up, test_language, tear_down);

  return g_test_run ();
}
