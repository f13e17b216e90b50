/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-run.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
test_phases (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  const UpStep *step;
  guint n = 0;

  g_signal_connect_swapped (run, "changed", G_CALLBACK (count), &n);
  g_assert_true (up_run_get_scenario (run) == scenario);
  test_assert_at (run, "a", UP_PHASE_ASKING);
  g_assert_null (up_run_get_step (run));
  g_assert_null (up_run_get_first_step (run));
  g_assert_cmpuint (up_run_get_flags (run), ==, 0);
  g_assert_true (up_run_is_open (run, test_find_choice (run, "leave")));
  g_assert_false (up_run_take_back (run));
  g_assert_cmpuint (n, ==, 0);

  step = test_choose (run, "go");
  g_assert_cmpuint (n, ==, 1);
  test_assert_at (run, "a", UP_PHASE_HAPPENING);
  g_assert_true (up_run_get_first_step (run) == step);
  g_assert_cmpuint (up_step_get_number (step), ==, 1);
  g_assert_cmpstr (up_scene_get_id (up_step_get_scene (step)), ==, "a");
  g_assert_cmpstr (up_scene_get_id (up_step_get_reached (step)), ==, "c");
  g_assert_null (up_step_get_parent (step));
  g_assert_cmpuint (up_run_get_flags (run), ==, 2);
  g_assert_cmpuint (up_step_get_flags (step), ==, 2);

  /* What could be chosen instead is told by the flags before. */
  g_assert_true (up_run_is_open (run, test_find_choice (run, "leave")));
  g_assert_true (up_run_was_tried (run, test_find_choice (run, "go")));
  g_assert_false (up_run_was_tried (run, test_find_choice (run, "leave")));

  up_run_set_notice (run, "They looked away.");
  g_assert_cmpstr (up_step_get_notice (step), ==, "They looked away.");
  g_assert_cmpuint (n, ==, 1);

  up_run_advance (run);
  g_assert_cmpuint (n, ==, 2);
  test_assert_at (run, "a", UP_PHASE_FEEDBACK);
  up_run_set_notice (run, "");
  g_assert_null (up_step_get_notice (step));

  up_run_advance (run);
  g_assert_cmpuint (n, ==, 3);
  test_assert_at (run, "c", UP_PHASE_ASKING);
  g_assert_true (up_run_get_step (run) == step);
  g_assert_true (up_run_is_open (run, test_find_choice (run, "end")));
  g_assert_false (up_run_is_open (run, test_find_choice (run, "shut")));
  g_assert_false (up_run_is_open (run, up_step_get_choice (step)));

  test_pass (run, "end");
  g_assert_cmpuint (n, ==, 6);
  test_assert_at (run, "b", UP_PHASE_ENDING);

  g_assert_true (up_run_take_back (run));
  g_assert_cmpuint (n, ==, 7);
  test_assert_at (run, "c", UP_PHASE_ASKING);
  up_run_go_before (run, step);
  g_assert_cmpuint (n, ==, 8);
  test_assert_at (run, "a", UP_PHASE_ASKING);
  up_run_go_before (run, step);
  g_assert_cmpuint (n, ==, 8);
  g_assert_null (up_run_get_step (run));
}

static void
test_refused (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_pass (run, "go");
  before = test_to_json (run);

  /* One that is shut, one of another scene, going on before choosing. */
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*up_run_is_open*");
  up_run_choose (run, test_find_choice (run, "shut"));
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*up_run_is_open*");
  up_run_choose (run, up_scene_get_choice (up_scenario_find_scene (scenario, "a"), 0));
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*is_after_choice*");
  up_run_advance (run);
  g_test_assert_expected_messages ();

  after = test_to_json (run);
  g_assert_cmpstr (before, ==, after);

  test_choose (run, "end");
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*UP_PHASE_ASKING*");
  up_run_choose (run, test_find_choice (run, "back"));
  g_test_assert_expected_messages ();
  g_assert_cmpuint (up_run_get_n_steps (run), ==, 2);
}

static char *
join_scenes (GPtrArray *scenes)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < scenes->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            up_scene_get_id (g_ptr_array_index (scenes, i)));

  return g_string_free (ids, FALSE);
}

static void
assert_passage (UpRun *run, const UpStep *step, const char *expected)
{
  g_autoptr (GPtrArray) passage = up_run_get_passage (run, step);
  g_autofree char *ids = join_scenes (passage);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_passage (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  const UpStep *go;
  const UpStep *back;

  assert_passage (run, NULL, "p0 a");
  go = test_pass (run, "go");
  assert_passage (run, go, "p q c");
  back = test_pass (run, "back");
  assert_passage (run, back, "a");

  /* The flags are those after the step, wherever one is by now. */
  up_run_go_before (run, go);
  assert_passage (run, test_pass (run, "leave"), "p b");
  assert_passage (run, go, "p q c");
}

static void
test_branches (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  const UpStep *go = test_pass (run, "go");
  const UpStep *back = test_pass (run, "back");
  const UpStep *stay = test_pass (run, "stay");
  const UpStep *end;
  const UpStep *leave;

  g_assert_cmpuint (up_run_get_n_steps (run), ==, 3);

  /* Another way from the middle stands beside the first. */
  up_run_go_before (run, back);
  end = test_pass (run, "end");
  g_assert_true (up_step_get_first_child (go) == back);
  g_assert_true (up_step_get_next (back) == end);
  g_assert_null (up_step_get_next (end));
  g_assert_true (up_step_get_parent (end) == go);
  g_assert_true (up_step_get_first_child (back) == stay);

  /* The same way again is the same way, from the very first step on. */
  up_run_go_before (run, go);
  g_assert_true (up_run_was_tried (run, test_find_choice (run, "go")));
  g_assert_true (test_pass (run, "go") == go);
  g_assert_true (test_pass (run, "back") == back);
  g_assert_true (test_pass (run, "stay") == stay);
  g_assert_cmpuint (up_run_get_n_steps (run), ==, 4);

  /* The same scene reached on another way is another point. */
  g_assert_false (up_run_was_tried (run, test_find_choice (run, "stay")));
  g_assert_false (up_run_is_open (run, test_find_choice (run, "leave")));

  up_run_go_before (run, go);
  leave = test_pass (run, "leave");
  test_assert_at (run, "b", UP_PHASE_ENDING);
  g_assert_true (up_step_get_next (go) == leave);
  g_assert_cmpuint (up_run_get_n_steps (run), ==, 5);
  for (guint number = 1; number <= 5; number++)
    g_assert_cmpuint (up_step_get_number (up_run_find_step (run, number)), ==, number);
  g_assert_null (up_run_find_step (run, 0));
  g_assert_null (up_run_find_step (run, 6));
  g_assert_null (up_run_find_step (run, G_MAXUINT));
}

/* A scenario that the checker would refuse does not hang the engine. */
static void
test_circle (void)
{
  g_autoptr (UpScenario) scenario =
    test_read_small ("{\"id\": \"circle\", \"start\": \"a\", \"scenes\": ["
                     "  {\"id\": \"a\", \"choices\": [{\"id\": \"go\", \"next\": \"p\"}]},"
                     "  {\"id\": \"p\", \"next\": \"q\"}, {\"id\": \"q\", \"next\": \"p\"}]}");
  g_autoptr (UpRun) run = up_run_new (scenario);

  test_pass (run, "go");
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ENDING);
}

static void
add_steps (GHashTable *set, const UpStep *first)
{
  for (const UpStep *step = first; step != NULL; step = up_step_get_next (step))
    {
      g_autoptr (GPtrArray) way = test_way_to (step);

      g_ptr_array_add (way, NULL);
      g_assert_true (g_hash_table_add (set, g_strjoinv ("/", (char **) way->pdata)));
      add_steps (set, up_step_get_first_child (step));
    }
}

/* Walks at random: chooses, goes back, tries other ways, notices things, closes and opens again; and
 * holds the engine against the oracle and the tree against a plain set of ways. */
static void
walk_at_random (JsonNode *json, guint n_moves)
{
  g_autoptr (UpScenario) scenario = test_read (json);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (GHashTable) ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_moves; i++)
    {
      g_autoptr (GHashTable) steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      UpPhase phase = up_run_get_phase (run);
      guint dice = g_test_rand_int_range (0, 20);
      GHashTableIter iter;
      gpointer way;

      if (dice == 0)
        {
          UpRun *loaded = test_assert_same_loaded (run);

          g_object_unref (run);
          run = loaded;
        }
      else if (dice <= 2)
        {
          up_run_take_back (run);
        }
      else if (dice == 3 && up_run_get_n_steps (run) > 0)
        {
          guint number = g_test_rand_int_range (1, up_run_get_n_steps (run) + 1);

          up_run_go_before (run, up_run_find_step (run, number));
        }
      else if (phase == UP_PHASE_HAPPENING && dice < 6)
        {
          g_autofree char *notice = g_strdup_printf ("“%u”\n\t\\ \xf0\x9f\x99\x82", i);

          up_run_set_notice (run, notice);
        }
      else if (phase == UP_PHASE_HAPPENING || phase == UP_PHASE_FEEDBACK)
        {
          up_run_advance (run);
        }
      else if (phase == UP_PHASE_ENDING)
        {
          up_run_take_back (run);
        }
      else
        {
          const UpScene *scene = up_run_get_scene (run);
          guint n = up_scene_get_n_choices (scene);
          const UpChoice *choice = up_scene_get_choice (scene, g_test_rand_int_range (0, n));

          if (up_run_is_open (run, choice))
            {
              g_autoptr (GPtrArray) chosen = NULL;

              up_run_choose (run, choice);
              chosen = test_way_to (up_run_get_step (run));
              g_ptr_array_add (chosen, NULL);
              g_hash_table_add (ways, g_strjoinv ("/", (char **) chosen->pdata));
            }
        }

      phase = up_run_get_phase (run);
      if (phase == UP_PHASE_ASKING || phase == UP_PHASE_ENDING)
        test_assert_place (run, json_node_get_object (json));

      add_steps (steps, up_run_get_first_step (run));
      g_assert_cmpuint (g_hash_table_size (steps), ==, g_hash_table_size (ways));
      g_assert_cmpuint (up_run_get_n_steps (run), ==, g_hash_table_size (ways));
      g_hash_table_iter_init (&iter, ways);
      while (g_hash_table_iter_next (&iter, &way, NULL))
        g_assert_true (g_hash_table_contains (steps, way));
    }
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) shipped = test_load_shipped ();
  g_autoptr (JsonNode) small = test_parse_small (SMALL);

  for (guint i = 0; i < shipped->len; i++)
    for (guint round = 0; round < 5; round++)
      walk_at_random (g_ptr_array_index (shipped, i), 300);
  walk_at_random (small, 1000);
}

/* Plays every way there is from where @run stands. Every way is played while there are fewer than
 * @left, and none goes round in circles; beyond that, what comes after a scene that was met with the
 * same flags before is not played again, so that what grows is the number of states, not that of
 * ways. */
static void
play_on (UpRun *run, JsonObject *root, GHashTable *states, GHashTable *met, guint depth,
         guint *left)
{
  const UpScene *scene = up_run_get_scene (run);
  guint state = up_scene_get_index (scene) << UP_MAX_FLAGS | up_run_get_flags (run);
  gboolean is_new = g_hash_table_add (states, GUINT_TO_POINTER (state + 1));

  g_hash_table_add (met, (gpointer) scene);
  if (is_new)
    test_assert_place (run, root);

  if (up_run_get_phase (run) == UP_PHASE_ENDING)
    {
      g_assert_cmpint (up_scene_get_kind (scene), ==, UP_SCENE_ENDING);
      if (*left > 0)
        (*left)--;
      return;
    }

  if (!is_new && (*left == 0 || depth > up_scenario_get_n_scenes (up_run_get_scenario (run))))
    return;

  for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, i);

      if (!up_run_is_open (run, choice))
        continue;

      g_hash_table_add (met, (gpointer) choice);
      up_run_choose (run, choice);
      up_run_advance (run);
      up_run_advance (run);
      play_on (run, root, states, met, depth + 1, left);
      g_assert_true (up_run_take_back (run));
      g_assert_true (up_run_get_scene (run) == scene);
    }
}

#define MAX_WAYS 100000

static void
test_every_way (void)
{
  g_autoptr (GPtrArray) shipped = test_load_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      JsonNode *json = g_ptr_array_index (shipped, i);
      g_autoptr (UpScenario) scenario = test_read (json);
      g_autoptr (UpRun) run = up_run_new (scenario);
      g_autoptr (UpRun) loaded = NULL;
      g_autoptr (GHashTable) states = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
      guint left = MAX_WAYS;

      play_on (run, json_node_get_object (json), states, met, 0, &left);
      g_test_message ("%s: %s %u ways, %u states, %u steps", up_scenario_get_id (scenario),
                      left > 0 ? "all" : "more than", MAX_WAYS - left, g_hash_table_size (states),
                      up_run_get_n_steps (run));

      for (guint j = 0; j < up_scenario_get_n_scenes (scenario); j++)
        {
          const UpScene *scene = up_scenario_get_scene (scenario, j);

          if (up_scene_get_kind (scene) != UP_SCENE_PASSAGE)
            g_assert_true (g_hash_table_contains (met, scene));
          for (guint k = 0; k < up_scene_get_n_choices (scene); k++)
            g_assert_true (g_hash_table_contains (met, up_scene_get_choice (scene, k)));
        }

      loaded = test_assert_same_loaded (run);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run/phases", test_phases);
  g_test_add_func ("/run/refused", test_refused);
  g_test_add_func ("/run/passage", test_passage);
  g_test_add_func ("/run/branches", test_branches);
  g_test_add_func ("/run/circle", test_circle);
  g_test_add_func ("/run/random", test_random);
  g_test_add_func ("/run/every-way", test_every_way);

  return g_test_run ();
}
