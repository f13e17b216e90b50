/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-run.h"

#include <string.h>

/* The steps of @run that still exist in the scenario that @root is now: all choices on the way to
 * one can still be made, at the scenes where they were made. */
static gboolean
still_exists (const UpStep *step, JsonObject *root)
{
  g_autoptr (GPtrArray) way = test_way_to (step);
  g_auto (Oracle) end = { NULL };

  for (const UpStep *at = step; at != NULL; at = up_step_get_parent (at))
    {
      g_autoptr (GPtrArray) before = test_way_to (up_step_get_parent (at));
      g_auto (Oracle) oracle = { NULL };

      if (oracle_play (&oracle, root, before) < 0 ||
          !g_str_equal (oracle.scene, up_scene_get_id (up_step_get_scene (at))))
        return FALSE;
    }

  return oracle_play (&end, root, way) == 0;
}

/* Loads @run into the scenario that @json is now, and holds what is left against the oracle. */
static UpRun *
assert_loaded_edited (UpRun *run, JsonNode *json, gboolean *changed)
{
  JsonObject *root = json_node_get_object (json);
  g_autoptr (UpScenario) scenario = test_read (json);
  UpRun *loaded = test_reload (run, scenario, changed);
  const UpStep *last = up_run_get_step (run);
  UpRun *again;
  guint n_left = 0;

  for (guint number = 1; number <= up_run_get_n_steps (run); number++)
    {
      const UpStep *step = up_run_find_step (run, number);
      const UpStep *left = up_run_find_step (loaded, number);

      g_assert_cmpint (left != NULL, ==, still_exists (step, root));
      if (left == NULL)
        continue;

      n_left++;
      g_assert_cmpuint (up_step_get_number (left), ==, number);
      g_assert_cmpstr (up_choice_get_id (up_step_get_choice (left)), ==,
                       up_choice_get_id (up_step_get_choice (step)));
      g_assert_cmpstr (up_step_get_notice (left), ==, up_step_get_notice (step));
    }

  g_assert_cmpuint (up_run_get_n_steps (loaded), ==, n_left);
  if (n_left < up_run_get_n_steps (run))
    g_assert_true (*changed);

  /* One stands after the last step on the way that still exists. */
  while (last != NULL && !still_exists (last, root))
    last = up_step_get_parent (last);
  if (last == NULL)
    g_assert_null (up_run_get_step (loaded));
  else
    g_assert_cmpuint (up_step_get_number (up_run_get_step (loaded)), ==, up_step_get_number (last));

  if (up_run_get_phase (loaded) == UP_PHASE_ASKING || up_run_get_phase (loaded) == UP_PHASE_ENDING)
    test_assert_place (loaded, root);

  /* And from here on nothing is new. */
  {
    gboolean changed_again = TRUE;
    g_autofree char *first = test_to_json (loaded);
    g_autofree char *second = NULL;

    again = test_reload (loaded, scenario, &changed_again);
    second = test_to_json (again);
    g_assert_false (changed_again);
    g_assert_cmpstr (first, ==, second);
    g_object_unref (again);
  }

  return loaded;
}

/* Each choice of each scenario that comes with the app is taken away in turn, renamed, and shut. */
static void
test_edited_shipped (void)
{
  g_autoptr (GPtrArray) shipped = test_load_shipped ();
  guint n_changed = 0;

  for (guint i = 0; i < shipped->len; i++)
    {
      JsonNode *json = g_ptr_array_index (shipped, i);
      g_autoptr (UpScenario) scenario = test_read (json);

      for (guint s = 0; s < up_scenario_get_n_scenes (scenario); s++)
        {
          guint n_choices = up_scene_get_n_choices (up_scenario_get_scene (scenario, s));

          for (guint c = 0; c < n_choices; c++)
            {
              g_autoptr (UpRun) run = up_run_new (scenario);
              g_autoptr (UpRun) loaded = NULL;
              g_autoptr (JsonNode) edited = test_copy (json);
              JsonArray *scenes =
                json_object_get_array_member (json_node_get_object (edited), "scenes");
              JsonArray *choices =
                json_object_get_array_member (json_array_get_object_element (scenes, s), "choices");
              gboolean changed = FALSE;

              test_play_some (run, 60);
              switch (g_test_rand_int_range (0, 3))
                {
                case 0:
                  json_array_remove_element (choices, c);
                  break;
                case 1:
                  json_object_set_string_member (json_array_get_object_element (choices, c), "id",
                                                 "renamed");
                  break;
                default:
                  {
                    JsonObject *root = json_node_get_object (edited);
                    JsonArray *flags = json_object_get_array_member (root, "flags");
                    JsonArray *condition = json_array_new ();

                    json_array_add_string_element (
                      condition, json_object_get_string_member (
                                   json_array_get_object_element (flags, 0), "id"));
                    json_object_set_array_member (json_array_get_object_element (choices, c), "if",
                                                  condition);
                  }
                }

              loaded = assert_loaded_edited (run, edited, &changed);
              n_changed += changed;
            }
        }
    }

  g_assert_cmpuint (n_changed, >, 10);
}

static JsonObject *
get_choice (JsonNode *json, const char *scene, const char *choice)
{
  JsonObject *object = test_find (json_node_get_object (json), "scenes", scene);

  return test_find (object, "choices", choice);
}

static void
test_edited (void)
{
  g_autoptr (JsonNode) json = test_parse_small (SMALL);
  g_autoptr (UpScenario) scenario = test_read (json);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  g_autoptr (JsonNode) edited = NULL;
  gboolean changed;

  test_pass (run, "go");
  test_pass (run, "back");
  test_choose (run, "stay");
  up_run_set_notice (run, "Quiet.");

  /* Another revision, other words, another order: all of it still exists. */
  edited = test_copy (json);
  json_object_set_int_member (json_node_get_object (edited), "revision", 2);
  json_object_set_string_member (get_choice (edited, "a", "go"), "says", "Other words.");
  json_array_add_element (json_object_get_array_member (
                            test_find (json_node_get_object (edited), "scenes", "a"), "choices"),
                          json_node_copy (json_array_get_element (
                            json_object_get_array_member (
                              test_find (json_node_get_object (edited), "scenes", "a"), "choices"),
                            0)));
  json_array_remove_element (json_object_get_array_member (
                               test_find (json_node_get_object (edited), "scenes", "a"), "choices"),
                             0);
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_false (changed);
  test_assert_at (loaded, "a", UP_PHASE_HAPPENING);
  g_assert_cmpstr (up_step_get_notice (up_run_get_step (loaded)), ==, "Quiet.");
  g_clear_object (&loaded);
  g_clear_pointer (&edited, json_node_unref);

  /* A choice on the way is gone: one stands before it, and is asked. */
  edited = test_copy (json);
  json_object_set_string_member (get_choice (edited, "c", "back"), "id", "return");
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_true (changed);
  test_assert_at (loaded, "c", UP_PHASE_ASKING);
  g_assert_cmpuint (up_run_get_n_steps (loaded), ==, 1);

  /* What is done next takes a number that was never in use. */
  g_assert_cmpuint (up_step_get_number (test_pass (loaded, "end")), ==, 2);
  g_clear_object (&loaded);
  g_clear_pointer (&edited, json_node_unref);

  /* A scene is in the way that was not: the passage leads to another one. */
  edited = test_copy (json);
  json_object_set_string_member (test_find (json_node_get_object (edited), "scenes", "q"), "next",
                                 "b");
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_true (changed);
  test_assert_at (loaded, "b", UP_PHASE_ENDING);
  g_clear_object (&loaded);

  /* The place alone is another one. */
  up_run_go_before (run, up_run_find_step (run, 2));
  {
    g_autoptr (UpRun) fresh = up_run_new (scenario);

    test_pass (fresh, "go");
    loaded = assert_loaded_edited (fresh, edited, &changed);
    g_assert_true (changed);
    g_assert_cmpuint (up_run_get_n_steps (loaded), ==, 1);
    test_assert_at (loaded, "b", UP_PHASE_ENDING);
  }
}

/* A step that is gone takes with it what came after, even where that could be done without it. */
static void
test_gone_with_it (void)
{
  g_autoptr (JsonNode) json = test_parse_small (SMALL);
  g_autoptr (JsonNode) edited = test_copy (json);
  g_autoptr (UpScenario) scenario = test_read (json);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  gboolean changed;

  test_pass (run, "stay");
  test_pass (run, "go");
  json_object_set_string_member (get_choice (edited, "a", "stay"), "id", "linger");
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_true (changed);
  g_assert_cmpuint (up_run_get_n_steps (loaded), ==, 0);
  test_assert_at (loaded, "a", UP_PHASE_ASKING);
}

/* Another scene is reached, which happens to have a choice of the same id: that is another choice. */
static void
test_other_scene (void)
{
  g_autoptr (JsonNode) json =
    test_parse_small ("{\"id\": \"small\", \"start\": \"a\", \"scenes\": ["
                      "  {\"id\": \"a\", \"choices\": [{\"id\": \"on\", \"next\": \"b\"}]},"
                      "  {\"id\": \"b\", \"choices\": [{\"id\": \"wait\", \"next\": \"z\"}]},"
                      "  {\"id\": \"c\", \"choices\": [{\"id\": \"wait\", \"next\": \"z\"}]},"
                      "  {\"id\": \"z\"}]}");
  g_autoptr (JsonNode) edited = test_copy (json);
  g_autoptr (UpScenario) scenario = test_read (json);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  gboolean changed;

  test_pass (run, "on");
  test_pass (run, "wait");
  json_object_set_string_member (get_choice (edited, "a", "on"), "next", "c");
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_true (changed);
  g_assert_cmpuint (up_run_get_n_steps (loaded), ==, 1);
  test_assert_at (loaded, "c", UP_PHASE_ASKING);
}

/* Numbers stay with their steps when others are gone, over saving and loading too. */
static void
test_numbers (void)
{
  g_autoptr (JsonNode) json = test_parse_small (SMALL);
  g_autoptr (UpScenario) scenario = test_read (json);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  g_autoptr (UpRun) again = NULL;
  g_autoptr (JsonNode) edited = test_copy (json);
  g_autoptr (UpScenario) edited_scenario = NULL;
  gboolean changed;

  up_run_go_before (run, test_pass (run, "stay"));
  test_pass (run, "leave");
  up_run_go_before (run, up_run_get_step (run));
  test_pass (run, "go");

  json_object_set_string_member (get_choice (edited, "a", "stay"), "id", "linger");
  edited_scenario = test_read (edited);
  loaded = test_reload (run, edited_scenario, &changed);
  g_assert_true (changed);
  again = test_reload (loaded, edited_scenario, &changed);
  g_assert_false (changed);
  g_assert_null (up_run_find_step (again, 1));
  g_assert_cmpstr (up_choice_get_id (up_step_get_choice (up_run_find_step (again, 2))), ==,
                   "leave");
  g_assert_cmpstr (up_choice_get_id (up_step_get_choice (up_run_find_step (again, 3))), ==, "go");
  g_assert_cmpuint (up_step_get_number (test_pass (again, "back")), ==, 4);
}

static void
assert_refused (UpScenario *scenario, const char *json, int code)
{
  g_autoptr (JsonNode) saved = test_parse (json);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  g_assert_null (up_run_load (scenario, saved, &changed, &error));
  g_assert_error (error, UP_RUN_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

#define SAVED(steps, at)                                                                           \
  "{\"version\": 1, \"scenario\": \"small\", \"revision\": 1, \"steps\": [" steps "], \"at\": " at \
  "}"
#define AT_START "{\"step\": 0, \"scene\": \"a\", \"phase\": \"asking\"}"

static void
test_damaged (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  static const char *const damaged[] = {
    "[]",
    "{}",
    "\"run\"",
    "null",
    "{\"version\": 1}",
    "{\"version\": \"1\", \"scenario\": \"small\", \"revision\": 1, \"steps\": [], "
    "\"at\": " AT_START "}",
    "{\"version\": 0, \"scenario\": \"small\", \"revision\": 1, \"steps\": [], \"at\": " AT_START
    "}",
    "{\"version\": 1, \"scenario\": \"small\", \"revision\": 1, \"steps\": {}, \"at\": " AT_START
    "}",
    "{\"version\": 1, \"scenario\": \"small\", \"steps\": [], \"at\": " AT_START "}",
    SAVED ("", "{}"),
    SAVED ("", "[]"),
    SAVED ("", "{\"step\": 1, \"scene\": \"a\", \"phase\": \"asking\"}"),
    SAVED ("", "{\"step\": -1, \"scene\": \"a\", \"phase\": \"asking\"}"),
    SAVED ("", "{\"step\": 0, \"scene\": \"a\", \"phase\": \"happening\"}"),
    SAVED ("", "{\"step\": 0, \"scene\": \"a\", \"phase\": \"sleeping\"}"),
    SAVED ("", "{\"step\": 0, \"phase\": \"asking\"}"),
    SAVED ("{}", AT_START),
    SAVED ("1", AT_START),
    SAVED ("{\"step\": 0, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\"}", AT_START),
    SAVED ("{\"step\": 1, \"after\": 1, \"scene\": \"a\", \"choice\": \"go\"}", AT_START),
    SAVED ("{\"step\": 1.5, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\"}", AT_START),
    SAVED ("{\"step\": 4294967297, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\"}", AT_START),
    SAVED ("{\"step\": 1, \"after\": 0, \"scene\": \"a\"}", AT_START),
    SAVED ("{\"step\": 1, \"after\": 0, \"scene\": \"a\", \"choice\": 1}", AT_START),
    SAVED ("{\"step\": 1, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\", \"notice\": 1}",
           AT_START),
    SAVED ("{\"step\": 2, \"after\": 1, \"scene\": \"a\", \"choice\": \"go\"}", AT_START),
    SAVED ("{\"step\": 2, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\"},"
           "{\"step\": 1, \"after\": 0, \"scene\": \"a\", \"choice\": \"stay\"}",
           AT_START),
    SAVED ("{\"step\": 1, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\"},"
           "{\"step\": 2, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\"}",
           AT_START),
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    assert_refused (scenario, damaged[i], UP_RUN_ERROR_DAMAGED);

  assert_refused (scenario, "{\"version\": 2, \"anything\": []}", UP_RUN_ERROR_NEWER);
  assert_refused (scenario,
                  "{\"version\": 1, \"scenario\": \"large\", \"revision\": 1, \"steps\": [],"
                  " \"at\": " AT_START "}",
                  UP_RUN_ERROR_OTHER);
}

/* Whatever a file says, loading it gives a run that works, or an error. */
static void
test_spoilt (void)
{
  g_autoptr (GPtrArray) shipped = test_load_shipped ();
  g_autoptr (UpScenario) scenario = test_read (g_ptr_array_index (shipped, 0));
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autofree char *good = NULL;
  gsize length;
  guint n_loaded = 0;

  test_play_some (run, 100);
  good = test_to_json (run);
  length = strlen (good);

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *json = g_strdup (good);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (UpRun) loaded = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = g_test_rand_int_range (1, 4); j > 0; j--)
        {
          gsize from = g_test_rand_int_range (0, length);
          gsize to = g_test_rand_int_range (0, length);

          json[to] = g_test_rand_bit () ? good[from] : "0129-,\"{}"[g_test_rand_int_range (0, 9)];
        }

      node = json_from_string (json, NULL);
      if (node == NULL)
        continue;

      loaded = up_run_load (scenario, node, NULL, &error);
      g_assert_true ((loaded == NULL) == (error != NULL));
      if (loaded == NULL)
        continue;

      n_loaded++;
      test_play_some (loaded, 10);
      g_object_unref (test_assert_same_loaded (loaded));
    }

  g_assert_cmpuint (n_loaded, >, 10);
}

/* A way may be longer than JSON may be deep, or a stack. */
static void
test_long (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  g_autoptr (GPtrArray) way = NULL;

  for (guint i = 0; i < 20000; i++)
    test_pass (run, "stay");

  way = up_run_get_way (run);
  g_assert_cmpuint (way->len, ==, 20000);
  g_assert_true (g_ptr_array_index (way, 0) == up_run_get_first_step (run));
  g_assert_true (g_ptr_array_index (way, 19999) == up_run_get_step (run));
  loaded = test_assert_same_loaded (run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-save/edited", test_edited);
  g_test_add_func ("/run-save/edited-shipped", test_edited_shipped);
  g_test_add_func ("/run-save/gone-with-it", test_gone_with_it);
  g_test_add_func ("/run-save/other-scene", test_other_scene);
  g_test_add_func ("/run-save/numbers", test_numbers);
  g_test_add_func ("/run-save/damaged", test_damaged);
  g_test_add_func ("/run-save/spoilt", test_spoilt);
  g_test_add_func ("/run-save/long", test_long);

  return g_test_run ();
}
