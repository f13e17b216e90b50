/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-catalog.h"
#include "up-collection-check.h"
#include "up-test-sample.h"

#include <locale.h>

#define N_SCENARIOS 16
#define N_MOMENTS 48

static UpScenario *
read_scenario (JsonNode *root)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GBytes) bytes = up_test_bytes (root);
  g_autoptr (GError) error = NULL;
  UpScenario *scenario;

  up_content_reader_set_trusted (reader, TRUE);
  scenario = up_content_reader_read_scenario (reader, bytes, "sample.json", problems, &error);
  up_test_print_problems (problems);
  g_assert_no_error (error);

  return scenario;
}

typedef struct
{
  guint scenario;
  const char *path;
  const char *json;
} Edit;

/* What makes as many samples a collection that keeps all rules, and none with room to spare. */
static const Edit sound[] = {
  { 1, "power", "\"above\"" },
  { 2, "power", "\"below\"" },
  { 3, "tie", "\"close\"" },
  { 4, "tie", "\"family\"" },
  { 5, "tie", "\"stranger\"" },
  { 6, "place", "\"online\"" },
  { 7, "scenes[0].audience", "\"one-to-one\"" },
  { 8, "shows", "[\"deliberate-harm\", \"out-serves\"]" },
  { 9, "shows", "[\"deliberate-harm\", \"talk-fails\", \"out-serves\"]" },
  { 10, "shows", "[\"mistaken-call\"]" },
  { 11, "shows", "[\"deliberate-harm\", \"talk-fails\"]" },
  { 12, "shows", "[\"habit\", \"out-serves\"]" },
  { 13, "shows", "[\"out-serves\"]" },
  { 0, "shows", "[\"ally-worsens\", \"out-serves\"]" },
  { 15, "shows", "[\"habit\", \"out-serves\"]" },
};

static JsonNode *
make_sample (guint i)
{
  static const char *const roles[] = { "\"ally\"", "\"target\"", "\"called\"", "\"leader\"" };
  JsonNode *root = up_test_sample ();
  g_autofree char *harms = g_strdup_printf ("[\"%s\"]", up_terms_get_id (UP_TERMS_HARM, i % 7));

  /* Three of a kind, and one of it that is left. */
  up_test_edit (root, "role", roles[i % 4]);
  up_test_edit (root, "harms", harms);
  for (guint j = 0; j < G_N_ELEMENTS (sound); j++)
    if (sound[j].scenario == i)
      up_test_edit (root, sound[j].path, sound[j].json);

  return root;
}

/* Makes the collection and spoils it by @edits, of which one without a path takes a scenario away. */
static GPtrArray *
make_collection (const Edit *edits, guint n_edits)
{
  GPtrArray *scenarios = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (JsonNode) root = make_sample (i);
      gboolean taken = FALSE;

      for (guint j = 0; j < n_edits; j++)
        {
          if (edits[j].scenario != i || edits[j].json == NULL)
            continue;
          if (edits[j].path != NULL)
            up_test_edit (root, edits[j].path, edits[j].json);
          else
            taken = TRUE;
        }

      if (!taken)
        g_ptr_array_add (scenarios, read_scenario (root));
    }

  return scenarios;
}

static void
test_sound (void)
{
  g_autoptr (GPtrArray) scenarios = make_collection (NULL, 0);
  g_autoptr (GPtrArray) problems = up_test_new_problems ();

  g_assert_true (up_collection_check_scenarios (scenarios, "samples", problems));
  up_test_print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What breaks one rule each, and nothing besides. */
static const struct
{
  Edit edits[2];
  const char *message;
  const char *found;
  const char *expected;
} rules[] = {
  { { { 14, NULL, "true" } }, "There are too few scenarios.", "15 scenarios", "at least 16" },
  { { { 0, "role", "\"called\"" }, { 4, "role", "\"called\"" } },
    "Too few scenarios have “role”: “ally”.",
    "2 scenarios",
    "at least 3" },
  { { { 1, "role", "\"ally\"" }, { 5, "role", "\"ally\"" } },
    "Too few scenarios have “role”: “target”.",
    "2 scenarios",
    "at least 3" },
  { { { 2, "role", "\"ally\"" }, { 6, "role", "\"ally\"" } },
    "Too few scenarios have “role”: “called”.",
    "2 scenarios",
    "at least 3" },
  { { { 3, "role", "\"ally\"" }, { 7, "role", "\"ally\"" } },
    "Too few scenarios have “role”: “leader”.",
    "2 scenarios",
    "at least 3" },
  { { { 1, "power", "\"none\"" } },
    "Too few scenarios have “power”: “above”.",
    "0 scenarios",
    "at least 1" },
  { { { 2, "power", "\"none\"" } },
    "Too few scenarios have “power”: “below”.",
    "0 scenarios",
    "at least 1" },
  { { { 3, "tie", "\"acquaintance\"" } },
    "Too few scenarios have “tie”: “close”.",
    "0 scenarios",
    "at least 1" },
  { { { 4, "tie", "\"acquaintance\"" } },
    "Too few scenarios have “tie”: “family”.",
    "0 scenarios",
    "at least 1" },
  { { { 5, "tie", "\"acquaintance\"" } },
    "Too few scenarios have “tie”: “stranger”.",
    "0 scenarios",
    "at least 1" },
  { { { 6, "place", "\"sport\"" } },
    "Too few scenarios have “place”: “online”.",
    "0 scenarios",
    "at least 1" },
  { { { 7, "scenes[0].audience", "\"small-group\"" } },
    "Too few scenarios have “audience”: “one-to-one”.",
    "0 scenarios",
    "at least 1" },
  { { { 6, "harms", "[\"race\"]" }, { 13, "harms", "[\"race\"]" } },
    "too few kinds of harm",
    "6 kinds of harm",
    "at least 7" },
  { { { 11, "shows", "[\"talk-fails\"]" } },
    "Too few scenarios have “shows”: “deliberate-harm”.",
    "2 scenarios",
    "at least 3" },
  { { { 12, "shows", "[\"out-serves\"]" } },
    "Too few scenarios have “shows”: “habit”.",
    "1 scenario",
    "at least 2" },
  { { { 10, "shows", "[\"habit\"]" } },
    "Too few scenarios have “shows”: “mistaken-call”.",
    "0 scenarios",
    "at least 1" },
  { { { 0, "shows", "[\"out-serves\"]" } },
    "Too few scenarios have “shows”: “ally-worsens”.",
    "0 scenarios",
    "at least 1" },
  { { { 11, "shows", "[\"deliberate-harm\"]" } },
    "Too few scenarios have “shows”: “talk-fails”.",
    "1 scenario",
    "at least 2" },
  /* A third of sixteen is more than five. */
  { { { 13, "shows", "[\"habit\"]" } },
    "Too few scenarios have “shows”: “out-serves”.",
    "5 scenarios",
    "at least 6" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GPtrArray) scenarios =
        make_collection (rules[i].edits, G_N_ELEMENTS (rules[i].edits));
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      const UpProblem *problem;

      g_test_message ("%s", rules[i].message);
      g_assert_false (up_collection_check_scenarios (scenarios, "samples", problems));
      up_test_print_problems (problems);
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpstr (problem->file, ==, "samples");
      g_assert_nonnull (strstr (problem->message, rules[i].message));
      g_assert_cmpstr (problem->found, ==, rules[i].found);
      g_assert_cmpstr (problem->expected, ==, rules[i].expected);
    }
}

/* Public is what a group or anyone hears; the rule is broken only where nobody does. */
static void
test_audience (void)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = up_test_new_problems ();

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (JsonNode) root = make_sample (i);
      const char *rest = i == 9 ? "\"public\"" : "\"small-group\"";

      if (i != 7)
        up_test_edit (root, "scenes[0].audience", "\"small-group\"");
      up_test_edit (root, "scenes[1].audience", rest);
      up_test_edit (root, "scenes[3].audience", "\"small-group\"");
      g_ptr_array_add (scenarios, read_scenario (root));
    }

  g_assert_true (up_collection_check_scenarios (scenarios, NULL, problems));

  g_ptr_array_remove_index (scenarios, 9);
  g_assert_false (up_collection_check_scenarios (scenarios, NULL, problems));
  g_assert_true (
    up_test_has_problem (problems, "$", "Too few scenarios have “audience”: “group” or “public”."));
}

/* @json: where not %NULL, the moves of the last moment; @n: how many there are */
static GListModel *
make_moments (GListModel *moves, guint n, const char *without, const char *json)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GString) text = g_string_new ("{\"format\": \"upstander-moments/1\", \"moments\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) moments = NULL;
  g_autoptr (GError) error = NULL;
  GListStore *list = g_list_store_new (UP_TYPE_MOMENT);
  guint n_moves = g_list_model_get_n_items (moves);
  /* So that together they come by all moves. */
  const guint first[] = { 0, 0, n_moves - 4, n_moves - 12 };

  for (guint i = 0; i < n; i++)
    {
      UpRole role = i % 4;
      g_autoptr (UpMove) move = NULL;

      /* The next of the moves that are for the role. */
      for (guint j = first[role] + i / 4;; j++)
        {
          g_set_object (&move, NULL);
          move = g_list_model_get_item (moves, j % n_moves);
          if (up_move_is_for (move, role) && g_strcmp0 (up_move_get_id (move), without) != 0)
            break;
        }

      g_string_append_printf (text,
                              "%s{\"id\": \"m%u\", \"role\": \"%s\", \"situation\": \"S.\","
                              "\"prompt\": \"P.\", \"moves\": [",
                              i > 0 ? "," : "", i, up_terms_get_id (UP_TERMS_ROLE, role));
      if (i + 1 == n && json != NULL)
        g_string_append (text, json);
      else
        g_string_append_printf (text, "\"%s\"", up_move_get_id (move));
      g_string_append (text, "], \"listenFor\": [\"a\", \"b\", \"c\"], \"reply\": \"R.\","
                             "\"goOn\": \"G.\"}");
    }
  g_string_append (text, "]}");

  up_content_reader_set_trusted (reader, TRUE);
  bytes = g_bytes_new (text->str, text->len);
  moments = up_content_reader_read_moments (reader, bytes, "moments.json", NULL, &error);
  g_assert_no_error (error);
  g_list_store_splice (list, 0, 0, moments->pdata, moments->len);

  return G_LIST_MODEL (list);
}

static void
assert_moments (GListModel *moves, guint n, const char *without, const char *json,
                const char *message, const char *path, const char *found, guint n_problems)
{
  g_autoptr (GListModel) moments = make_moments (moves, n, without, json);
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  gboolean met = message == NULL;

  g_assert_cmpint (up_collection_check_moments (moments, moves, "moments.json", problems), ==,
                   message == NULL);
  up_test_print_problems (problems);
  g_assert_cmpuint (problems->len, ==, n_problems);

  for (guint i = 0; i < problems->len; i++)
    {
      const UpProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpstr (problem->file, ==, "moments.json");
      g_assert_nonnull (problem->expected);
      met = met || (g_str_equal (problem->message, message) && g_str_equal (problem->path, path) &&
                    g_str_equal (problem->found, found));
    }
  g_assert_true (met);
}

static void
test_moments (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  GListModel *moves = up_catalog_get_moves (catalog);

  assert_moments (moves, N_MOMENTS, NULL, "\"change-subject\", \"step-back\", \"bring-help\"", NULL,
                  NULL, NULL, 0);
  assert_moments (moves, N_MOMENTS - 1, NULL, "\"thank-and-pause\"", "There are too few moments.",
                  "$.moments", "47 moments", 2);
  assert_moments (moves, N_MOMENTS - 1, NULL, "\"thank-and-pause\"",
                  "Too few moments have “role”: “leader”.", "$.moments", "11 moments", 2);
  assert_moments (moves, N_MOMENTS, "not-funny", NULL, "No moment practises this move.",
                  "$.moments", "“not-funny”", 1);
  assert_moments (moves, N_MOMENTS, NULL, "\"step-back\", \"thank-and-pause\"",
                  "This move is not one for the moment’s role.", "$.moments[47].moves[1]",
                  "“thank-and-pause”", 1);
}

/* All that comes with the app. */
static void
test_shipped (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  GListModel *cards = up_catalog_get_cards (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (scenarios,
                       up_catalog_load_scenario (catalog, up_card_get_id (card), &error));
      g_assert_no_error (error);
    }

  up_collection_check_scenarios (scenarios, "collection", problems);
  up_collection_check_moments (up_catalog_get_moments (catalog), up_catalog_get_moves (catalog),
                               "moments.json", problems);
  up_test_print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collection-check/sound", test_sound);
  g_test_add_func ("/collection-check/rules", test_rules);
  g_test_add_func ("/collection-check/audience", test_audience);
  g_test_add_func ("/collection-check/moments", test_moments);
  g_test_add_func ("/collection-check/shipped", test_shipped);

  return g_test_run ();
}
