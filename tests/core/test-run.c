/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-run.h"
#include "up-test-oracle.h"

#include <string.h>

/* a asks: go (sets seen) leads through the passage p to b or, if seen, to c; stay leads to a again. */
#define SMALL                                                                                      \
  "{\"id\": \"small\", \"start\": \"p0\", \"flags\": [{\"id\": \"other\"}, {\"id\": \"seen\"}],"   \
  " \"scenes\": ["                                                                                 \
  "  {\"id\": \"p0\", \"next\": \"a\"},"                                                           \
  "  {\"id\": \"a\", \"choices\": ["                                                               \
  "    {\"id\": \"go\", \"sets\": [\"seen\"], \"next\": \"p\"},"                                   \
  "    {\"id\": \"stay\", \"next\": \"a\"},"                                                       \
  "    {\"id\": \"leave\", \"unless\": [\"seen\"], \"sets\": [\"other\"], \"next\": \"p\"}]},"     \
  "  {\"id\": \"p\", \"next\": [{\"if\": [\"seen\"], \"to\": \"q\"}, {\"to\": \"b\"}]},"           \
  "  {\"id\": \"q\", \"next\": \"c\"},"                                                            \
  "  {\"id\": \"b\"},"                                                                             \
  "  {\"id\": \"c\", \"choices\": ["                                                               \
  "    {\"id\": \"end\", \"if\": [\"seen\"], \"next\": \"b\"},"                                    \
  "    {\"id\": \"shut\", \"if\": [\"other\"], \"next\": \"b\"},"                                  \
  "    {\"id\": \"back\", \"next\": \"a\"}]}]}"

static void
count (guint *n)
{
  (*n)++;
}

static const UpChoice *
find_choice (UpRun      *run,
             const char *id)
{
  const UpChoice *choice = up_scene_find_choice (up_run_get_scene (run), id);

  g_assert_nonnull (choice);

  return choice;
}

static const UpStep *
choose (UpRun      *run,
        const char *id)
{
  up_run_choose (run, find_choice (run, id));

  return up_run_get_step (run);
}

static const UpStep *
pass (UpRun      *run,
      const char *id)
{
  const UpStep *step = choose (run, id);

  up_run_advance (run);
  up_run_advance (run);

  return step;
}

static void
assert_at (UpRun      *run,
           const char *scene,
           UpPhase     phase)
{
  g_assert_cmpstr (up_scene_get_id (up_run_get_scene (run)), ==, scene);
  g_assert_cmpint (up_run_get_phase (run), ==, phase);
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
  assert_at (run, "a", UP_PHASE_ASKING);
  g_assert_null (up_run_get_step (run));
  g_assert_null (up_run_get_first_step (run));
  g_assert_cmpuint (up_run_get_flags (run), ==, 0);
  g_assert_true (up_run_is_open (run, find_choice (run, "leave")));
  g_assert_false (up_run_take_back (run));
  g_assert_cmpuint (n, ==, 0);

  step = choose (run, "go");
  g_assert_cmpuint (n, ==, 1);
  assert_at (run, "a", UP_PHASE_HAPPENING);
  g_assert_true (up_run_get_first_step (run) == step);
  g_assert_cmpuint (up_step_get_number (step), ==, 1);
  g_assert_cmpstr (up_scene_get_id (up_step_get_scene (step)), ==, "a");
  g_assert_cmpstr (up_scene_get_id (up_step_get_reached (step)), ==, "c");
  g_assert_null (up_step_get_parent (step));
  g_assert_cmpuint (up_run_get_flags (run), ==, 2);
  g_assert_cmpuint (up_step_get_flags (step), ==, 2);

  /* What could be chosen instead is told by the flags before. */
  g_assert_true (up_run_is_open (run, find_choice (run, "leave")));
  g_assert_true (up_run_was_tried (run, find_choice (run, "go")));
  g_assert_false (up_run_was_tried (run, find_choice (run, "leave")));

  up_run_set_notice (run, "They looked away.");
  g_assert_cmpstr (up_step_get_notice (step), ==, "They looked away.");
  g_assert_cmpuint (n, ==, 1);

  up_run_advance (run);
  g_assert_cmpuint (n, ==, 2);
  assert_at (run, "a", UP_PHASE_FEEDBACK);
  up_run_set_notice (run, "");
  g_assert_null (up_step_get_notice (step));

  up_run_advance (run);
  g_assert_cmpuint (n, ==, 3);
  assert_at (run, "c", UP_PHASE_ASKING);
  g_assert_true (up_run_get_step (run) == step);
  g_assert_true (up_run_is_open (run, find_choice (run, "end")));
  g_assert_false (up_run_is_open (run, find_choice (run, "shut")));
  g_assert_false (up_run_is_open (run, up_step_get_choice (step)));

  pass (run, "end");
  g_assert_cmpuint (n, ==, 6);
  assert_at (run, "b", UP_PHASE_ENDING);

  g_assert_true (up_run_take_back (run));
  g_assert_cmpuint (n, ==, 7);
  assert_at (run, "c", UP_PHASE_ASKING);
  up_run_go_before (run, step);
  g_assert_cmpuint (n, ==, 8);
  assert_at (run, "a", UP_PHASE_ASKING);
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

  pass (run, "go");
  before = test_to_json (run);

  /* One that is shut, one of another scene, going on before choosing. */
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*up_run_is_open*");
  up_run_choose (run, find_choice (run, "shut"));
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*up_run_is_open*");
  up_run_choose (run, up_scene_get_choice (up_scenario_find_scene (scenario, "a"), 0));
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*is_after_choice*");
  up_run_advance (run);
  g_test_assert_expected_messages ();

  after = test_to_json (run);
  g_assert_cmpstr (before, ==, after);

  choose (run, "end");
  g_test_expect_message ("Upstander", G_LOG_LEVEL_CRITICAL, "*UP_PHASE_ASKING*");
  up_run_choose (run, find_choice (run, "back"));
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
assert_passage (UpRun        *run,
                const UpStep *step,
                const char   *expected)
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
  go = pass (run, "go");
  assert_passage (run, go, "p q c");
  back = pass (run, "back");
  assert_passage (run, back, "a");

  /* The flags are those after the step, wherever one is by now. */
  up_run_go_before (run, go);
  assert_passage (run, pass (run, "leave"), "p b");
  assert_passage (run, go, "p q c");
}

static void
test_branches (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  const UpStep *go = pass (run, "go");
  const UpStep *back = pass (run, "back");
  const UpStep *stay = pass (run, "stay");
  const UpStep *end;
  const UpStep *leave;

  g_assert_cmpuint (up_run_get_n_steps (run), ==, 3);

  /* Another way from the middle stands beside the first. */
  up_run_go_before (run, back);
  end = pass (run, "end");
  g_assert_true (up_step_get_first_child (go) == back);
  g_assert_true (up_step_get_next (back) == end);
  g_assert_null (up_step_get_next (end));
  g_assert_true (up_step_get_parent (end) == go);
  g_assert_true (up_step_get_first_child (back) == stay);

  /* The same way again is the same way, from the very first step on. */
  up_run_go_before (run, go);
  g_assert_true (up_run_was_tried (run, find_choice (run, "go")));
  g_assert_true (pass (run, "go") == go);
  g_assert_true (pass (run, "back") == back);
  g_assert_true (pass (run, "stay") == stay);
  g_assert_cmpuint (up_run_get_n_steps (run), ==, 4);

  /* The same scene reached on another way is another point. */
  g_assert_false (up_run_was_tried (run, find_choice (run, "stay")));
  g_assert_false (up_run_is_open (run, find_choice (run, "leave")));

  up_run_go_before (run, go);
  leave = pass (run, "leave");
  assert_at (run, "b", UP_PHASE_ENDING);
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

  pass (run, "go");
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_ENDING);
}

static UpRun *
reload (UpRun      *run,
        UpScenario *scenario,
        gboolean   *changed)
{
  g_autoptr (JsonNode) saved = up_run_save (run);
  g_autoptr (GError) error = NULL;
  UpRun *loaded = up_run_load (scenario, saved, changed, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);

  return loaded;
}

/* What is loaded is what was saved, in every respect that can be seen. */
static UpRun *
assert_same_loaded (UpRun *run)
{
  gboolean changed = TRUE;
  UpRun *loaded = reload (run, up_run_get_scenario (run), &changed);
  g_autofree char *before = test_to_json (run);
  g_autofree char *after = test_to_json (loaded);

  g_assert_false (changed);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (up_run_get_phase (run), ==, up_run_get_phase (loaded));
  g_assert_true (up_run_get_scene (run) == up_run_get_scene (loaded));
  g_assert_cmpuint (up_run_get_flags (run), ==, up_run_get_flags (loaded));
  g_assert_cmpuint (up_run_get_n_steps (run), ==, up_run_get_n_steps (loaded));

  for (guint number = 1; number <= up_run_get_n_steps (run); number++)
    {
      const UpStep *a = up_run_find_step (run, number);
      const UpStep *b = up_run_find_step (loaded, number);
      const UpStep *next_a;
      const UpStep *next_b;

      g_assert_cmpint (a != NULL, ==, b != NULL);
      if (a == NULL)
        continue;

      next_a = up_step_get_next (a);
      next_b = up_step_get_next (b);
      g_assert_true (up_step_get_choice (a) == up_step_get_choice (b));
      g_assert_cmpuint (up_step_get_flags (a), ==, up_step_get_flags (b));
      g_assert_cmpstr (up_step_get_notice (a), ==, up_step_get_notice (b));
      g_assert_cmpuint (next_a != NULL ? up_step_get_number (next_a) : 0, ==,
                        next_b != NULL ? up_step_get_number (next_b) : 0);
    }

  return loaded;
}

static void
add_steps (GHashTable   *set,
           const UpStep *first)
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
walk_at_random (JsonNode *json,
                guint     n_moves)
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
          UpRun *loaded = assert_same_loaded (run);

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
play_on (UpRun      *run,
         JsonObject *root,
         GHashTable *states,
         GHashTable *met,
         guint       depth,
         guint      *left)
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

      loaded = assert_same_loaded (run);
    }
}

/* The steps of @run that still exist in the scenario that @root is now: all choices on the way to
 * one can still be made, at the scenes where they were made. */
static gboolean
still_exists (const UpStep *step,
              JsonObject   *root)
{
  g_autoptr (GPtrArray) way = test_way_to (step);
  g_auto (Oracle) end = { NULL };

  for (const UpStep *at = step; at != NULL; at = up_step_get_parent (at))
    {
      g_autoptr (GPtrArray) before = test_way_to (up_step_get_parent (at));
      g_auto (Oracle) oracle = { NULL };

      if (oracle_play (&oracle, root, before) < 0
          || !g_str_equal (oracle.scene, up_scene_get_id (up_step_get_scene (at))))
        return FALSE;
    }

  return oracle_play (&end, root, way) == 0;
}

/* Loads @run into the scenario that @json is now, and holds what is left against the oracle. */
static UpRun *
assert_loaded_edited (UpRun    *run,
                      JsonNode *json,
                      gboolean *changed)
{
  JsonObject *root = json_node_get_object (json);
  g_autoptr (UpScenario) scenario = test_read (json);
  UpRun *loaded = reload (run, scenario, changed);
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

    again = reload (loaded, scenario, &changed_again);
    second = test_to_json (again);
    g_assert_false (changed_again);
    g_assert_cmpstr (first, ==, second);
    g_object_unref (again);
  }

  return loaded;
}

/* Plays on at random, with a way tried anew at an ending while the tree is small. */
static void
play_some (UpRun *run,
           guint  n_moves)
{
  for (guint i = 0; i < n_moves; i++)
    {
      const UpScene *scene = up_run_get_scene (run);
      UpPhase phase = up_run_get_phase (run);

      if (phase == UP_PHASE_HAPPENING || phase == UP_PHASE_FEEDBACK)
        {
          up_run_advance (run);
        }
      else if (phase == UP_PHASE_ENDING)
        {
          g_autoptr (GPtrArray) way = up_run_get_way (run);

          if (way->len > 0 && up_run_get_n_steps (run) < 20)
            up_run_go_before (run, g_ptr_array_index (way, g_test_rand_int_range (0, way->len)));
        }
      else
        {
          const UpChoice *choice =
            up_scene_get_choice (scene, g_test_rand_int_range (0, up_scene_get_n_choices (scene)));

          if (up_run_is_open (run, choice))
            up_run_choose (run, choice);
        }
    }
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

              play_some (run, 60);
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
get_choice (JsonNode   *json,
            const char *scene,
            const char *choice)
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

  pass (run, "go");
  pass (run, "back");
  choose (run, "stay");
  up_run_set_notice (run, "Quiet.");

  /* Another revision, other words, another order: all of it still exists. */
  edited = test_copy (json);
  json_object_set_int_member (json_node_get_object (edited), "revision", 2);
  json_object_set_string_member (get_choice (edited, "a", "go"), "says", "Other words.");
  json_array_add_element (
    json_object_get_array_member (test_find (json_node_get_object (edited), "scenes", "a"), "choices"),
    json_node_copy (json_array_get_element (
      json_object_get_array_member (test_find (json_node_get_object (edited), "scenes", "a"),
                                    "choices"),
      0)));
  json_array_remove_element (
    json_object_get_array_member (test_find (json_node_get_object (edited), "scenes", "a"), "choices"),
    0);
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_false (changed);
  assert_at (loaded, "a", UP_PHASE_HAPPENING);
  g_assert_cmpstr (up_step_get_notice (up_run_get_step (loaded)), ==, "Quiet.");
  g_clear_object (&loaded);
  g_clear_pointer (&edited, json_node_unref);

  /* A choice on the way is gone: one stands before it, and is asked. */
  edited = test_copy (json);
  json_object_set_string_member (get_choice (edited, "c", "back"), "id", "return");
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_true (changed);
  assert_at (loaded, "c", UP_PHASE_ASKING);
  g_assert_cmpuint (up_run_get_n_steps (loaded), ==, 1);

  /* What is done next takes a number that was never in use. */
  g_assert_cmpuint (up_step_get_number (pass (loaded, "end")), ==, 2);
  g_clear_object (&loaded);
  g_clear_pointer (&edited, json_node_unref);

  /* A scene is in the way that was not: the passage leads to another one. */
  edited = test_copy (json);
  json_object_set_string_member (test_find (json_node_get_object (edited), "scenes", "q"), "next",
                                 "b");
  loaded = assert_loaded_edited (run, edited, &changed);
  g_assert_true (changed);
  assert_at (loaded, "b", UP_PHASE_ENDING);
  g_clear_object (&loaded);

  /* The place alone is another one. */
  up_run_go_before (run, up_run_find_step (run, 2));
  {
    g_autoptr (UpRun) fresh = up_run_new (scenario);

    pass (fresh, "go");
    loaded = assert_loaded_edited (fresh, edited, &changed);
    g_assert_true (changed);
    g_assert_cmpuint (up_run_get_n_steps (loaded), ==, 1);
    assert_at (loaded, "b", UP_PHASE_ENDING);
  }
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

  up_run_go_before (run, pass (run, "stay"));
  pass (run, "leave");
  up_run_go_before (run, up_run_get_step (run));
  pass (run, "go");

  json_object_set_string_member (get_choice (edited, "a", "stay"), "id", "linger");
  edited_scenario = test_read (edited);
  loaded = reload (run, edited_scenario, &changed);
  g_assert_true (changed);
  again = reload (loaded, edited_scenario, &changed);
  g_assert_false (changed);
  g_assert_null (up_run_find_step (again, 1));
  g_assert_cmpstr (up_choice_get_id (up_step_get_choice (up_run_find_step (again, 2))), ==, "leave");
  g_assert_cmpstr (up_choice_get_id (up_step_get_choice (up_run_find_step (again, 3))), ==, "go");
  g_assert_cmpuint (up_step_get_number (pass (again, "back")), ==, 4);
}

static void
assert_refused (UpScenario *scenario,
                const char *json,
                int         code)
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
    "{\"version\": \"1\", \"scenario\": \"small\", \"revision\": 1, \"steps\": [], \"at\": " AT_START "}",
    "{\"version\": 0, \"scenario\": \"small\", \"revision\": 1, \"steps\": [], \"at\": " AT_START "}",
    "{\"version\": 1, \"scenario\": \"small\", \"revision\": 1, \"steps\": {}, \"at\": " AT_START "}",
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
    SAVED ("{\"step\": 1, \"after\": 0, \"scene\": \"a\", \"choice\": \"go\", \"notice\": 1}", AT_START),
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

  play_some (run, 100);
  good = test_to_json (run);
  length = strlen (good);

  for (guint i = 0; i < 3000; i++)
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
      play_some (loaded, 10);
      g_object_unref (assert_same_loaded (loaded));
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

  for (guint i = 0; i < 50000; i++)
    pass (run, "stay");

  way = up_run_get_way (run);
  g_assert_cmpuint (way->len, ==, 50000);
  g_assert_true (g_ptr_array_index (way, 0) == up_run_get_first_step (run));
  g_assert_true (g_ptr_array_index (way, 49999) == up_run_get_step (run));
  loaded = assert_same_loaded (run);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run/phases", test_phases);
  g_test_add_func ("/run/refused", test_refused);
  g_test_add_func ("/run/passage", test_passage);
  g_test_add_func ("/run/branches", test_branches);
  g_test_add_func ("/run/circle", test_circle);
  g_test_add_func ("/run/random", test_random);
  g_test_add_func ("/run/every-way", test_every_way);
  g_test_add_func ("/run/edited", test_edited);
  g_test_add_func ("/run/edited-shipped", test_edited_shipped);
  g_test_add_func ("/run/numbers", test_numbers);
  g_test_add_func ("/run/damaged", test_damaged);
  g_test_add_func ("/run/spoilt", test_spoilt);
  g_test_add_func ("/run/long", test_long);

  return g_test_run ();
}
