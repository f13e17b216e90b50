/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-graph-private.h"
#include "up-test-sample.h"

#include <locale.h>

static UpScenario *
read_trusted (GBytes *bytes)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GError) error = NULL;
  UpScenario *scenario;

  up_content_reader_set_trusted (reader, TRUE);
  scenario = up_content_reader_read_scenario (reader, bytes, "sample.json", problems, &error);
  up_test_print_problems (problems);
  g_assert_no_error (error);

  return scenario;
}

/* A walk without any cleverness, over the table of all states there could be. */
typedef struct
{
  UpScenario *scenario;
  guint n_scenes;
  guint n_flags;
  guint n_states;
  guint8 *step;  /* from × to: a step leads there */
  guint8 *leads; /* from × to: some steps lead there */
  guint8 *reached;
  guint *route;
} Oracle;

#define FAR 1000000u

static const UpScene *
get_oracle_scene (Oracle *self, guint state)
{
  return up_scenario_get_scene (self->scenario, state >> self->n_flags);
}

static guint
get_oracle_flags (Oracle *self, guint state)
{
  return state & ((1u << self->n_flags) - 1);
}

static guint
leave (const UpExit *(*get_exit) (gconstpointer from, guint i), gconstpointer from, guint n_exits,
       UpFlags flags)
{
  for (guint i = 0; i < n_exits; i++)
    if (up_condition_holds (get_exit (from, i)->condition, flags))
      return get_exit (from, i)->scene;

  g_assert_not_reached ();
}

static const UpExit *
get_choice_exit (gconstpointer from, guint i)
{
  return up_choice_get_exit (from, i);
}

static const UpExit *
get_scene_exit (gconstpointer from, guint i)
{
  return up_scene_get_exit (from, i);
}

static void
relax (Oracle *self, guint from, guint to, guint cost)
{
  self->step[from * self->n_states + to] = TRUE;
  self->leads[from * self->n_states + to] = TRUE;
  if (cost < FAR && self->route[from] < FAR)
    self->route[to] = MIN (self->route[to], self->route[from] + cost);
}

static guint
step_all (Oracle *self, guint state)
{
  const UpScene *scene = get_oracle_scene (self, state);
  UpFlags flags = get_oracle_flags (self, state);
  guint n_open = 0;

  if (up_scene_get_kind (scene) == UP_SCENE_PASSAGE)
    relax (self, state,
           leave (get_scene_exit, scene, up_scene_get_n_exits (scene), flags) << self->n_flags |
             flags,
           0);

  for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, i);
      UpFlags after = flags | up_choice_get_sets (choice);

      if (!up_condition_holds (up_choice_get_condition (choice), flags))
        continue;
      n_open++;
      relax (self, state,
             leave (get_choice_exit, choice, up_choice_get_n_exits (choice), after)
                 << self->n_flags |
               after,
             up_choice_get_way (choice) == UP_WAY_STEP_BACK ? FAR : 1);
    }

  return n_open;
}

static void
compare_with_oracle (UpScenario *scenario)
{
  g_autoptr (UpScenarioGraph) graph = up_scenario_graph_new (scenario);
  Oracle self = { scenario,
                  up_scenario_get_n_scenes (scenario),
                  up_scenario_get_n_flags (scenario),
                  0,
                  NULL,
                  NULL,
                  NULL,
                  NULL };
  g_autofree guint8 *step = NULL;
  g_autofree guint8 *leads = NULL;
  g_autofree guint8 *reached = NULL;
  g_autofree guint *route = NULL;
  g_autofree guint *loops = g_new0 (guint, self.n_scenes);
  g_autofree guint *fewest = g_new0 (guint, self.n_scenes);
  g_autofree gboolean *stuck = g_new0 (gboolean, self.n_scenes);
  g_autofree gboolean *met = g_new0 (gboolean, self.n_scenes);
  guint n = self.n_states = self.n_scenes << self.n_flags;
  guint start = up_scene_get_index (up_scenario_get_start (scenario)) << self.n_flags;
  guint n_reached = 0;
  guint shortest = FAR;

  step = self.step = g_new0 (guint8, n * n);
  leads = self.leads = g_new0 (guint8, n * n);
  reached = self.reached = g_new0 (guint8, n);
  route = self.route = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    route[i] = FAR;
  route[start] = 0;

  for (guint round = 0; round < n; round++)
    for (guint i = 0; i < n; i++)
      step_all (&self, i);

  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; leads[i * n + k] && j < n; j++)
        leads[i * n + j] |= leads[k * n + j];

  for (guint i = 0; i < self.n_scenes; i++)
    fewest[i] = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      guint scene = i >> self.n_flags;
      gboolean ends = up_scene_get_kind (get_oracle_scene (&self, i)) == UP_SCENE_ENDING;
      gboolean comes_back = leads[i * n + i];
      guint earliest = scene;
      guint in_loop = 0;

      if (i != start && !leads[start * n + i])
        continue;

      n_reached++;
      met[scene] = TRUE;
      if (ends)
        shortest = MIN (shortest, route[i]);
      fewest[scene] = MIN (fewest[scene], step_all (&self, i));

      for (guint j = 0; j < n; j++)
        {
          if (!leads[i * n + j])
            continue;
          ends |= up_scene_get_kind (get_oracle_scene (&self, j)) == UP_SCENE_ENDING;
          comes_back &= leads[j * n + i];
          earliest = MIN (earliest, j >> self.n_flags);
          in_loop++;
        }

      stuck[scene] |= !ends;
      if (!ends && comes_back)
        loops[earliest] = MAX (loops[earliest], in_loop);
    }

  g_assert_cmpuint (graph->n_states, ==, n_reached);
  g_assert_cmpuint (graph->min_route, ==, shortest == FAR ? 0 : shortest);
  for (guint i = 0; i < self.n_scenes; i++)
    {
      const UpScene *scene = up_scenario_get_scene (scenario, i);

      g_assert_cmpint (graph->scenes[i].reached, ==, met[i]);
      g_assert_cmpint (graph->scenes[i].stuck, ==, stuck[i]);
      g_assert_cmpuint (graph->scenes[i].loop, ==, loops[i]);
      if (met[i] && up_scene_get_kind (scene) == UP_SCENE_DECISION)
        g_assert_cmpuint (graph->scenes[i].fewest, ==, fewest[i]);
    }
}

static void
add_flags (GString *text, const char *member, guint flags)
{
  const char *separator = "";

  if (flags == 0)
    return;

  g_string_append_printf (text, "\"%s\": [", member);
  for (guint i = 0; i < 4; i++)
    if (flags & (1u << i))
      {
        g_string_append_printf (text, "%s\"f%u\"", separator, i);
        separator = ", ";
      }
  g_string_append (text, "], ");
}

static guint
pick_flags (GRand *rand, guint n_flags, double chance)
{
  guint flags = 0;

  for (guint i = 0; i < n_flags; i++)
    if (g_rand_double (rand) < chance)
      flags |= 1u << i;

  return flags;
}

static void
add_next (GString *text, GRand *rand, guint n_scenes, guint n_flags)
{
  guint condition = pick_flags (rand, n_flags, 0.3);
  guint exception = pick_flags (rand, n_flags, 0.2);

  g_string_append (text, "\"next\": ");
  if (condition != 0 || exception != 0)
    {
      g_string_append (text, "[{");
      add_flags (text, "if", condition);
      add_flags (text, "unless", exception);
      g_string_append_printf (text, "\"to\": \"s%d\"}, {\"to\": \"s%d\"}]",
                              g_rand_int_range (rand, 0, n_scenes),
                              g_rand_int_range (rand, 0, n_scenes));
    }
  else
    {
      g_string_append_printf (text, "\"s%d\"", g_rand_int_range (rand, 0, n_scenes));
    }
}

static UpScenario *
make_random_scenario (GRand *rand)
{
  guint n_scenes = g_rand_int_range (rand, 2, 9);
  guint n_flags = g_rand_int_range (rand, 0, 4);
  GString *text = g_string_new (
    "{\"format\": \"upstander-scenario/1\", \"id\": \"r\", \"revision\": 1, \"review\": "
    "\"unreviewed\","
    "\"title\": \"T\", \"summary\": \"S\", \"contentNote\": \"N\", \"minutes\": 1, \"role\": "
    "\"ally\","
    "\"place\": \"work\", \"power\": \"peer\", \"tie\": \"close\", \"harms\": [], \"people\": [],"
    "\"debrief\": {\"questions\": []},"
    "\"facilitator\": {\"aim\": \"A\", \"watch\": \"W\", \"close\": \"C\", \"minutes\": 1},"
    "\"start\": \"s0\", \"flags\": [");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n_flags; i++)
    g_string_append_printf (text, "%s{\"id\": \"f%u\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"scenes\": [");

  for (guint i = 0; i < n_scenes; i++)
    {
      guint kind = i == 0 ? 0 : g_rand_int_range (rand, 0, 4);

      g_string_append_printf (text, "%s{\"id\": \"s%u\", \"summary\": \"S\", \"lines\": [], ",
                              i > 0 ? ", " : "", i);
      if (kind <= 1)
        {
          guint n_choices = g_rand_int_range (rand, 1, 5);

          if (i == 0)
            g_string_append (text, "\"pivotal\": true, \"listenFor\": [\"a\"], ");
          g_string_append (text, "\"choices\": [");
          for (guint j = 0; j < n_choices; j++)
            {
              g_string_append_printf (
                text,
                "%s{\"id\": \"c%u\", \"says\": \"S\", \"way\": \"%s\", \"happens\": [],"
                "\"feedback\": {\"text\": \"F\"}, \"practises\": {}, ",
                j > 0 ? ", " : "", j, g_rand_int_range (rand, 0, 4) == 0 ? "step-back" : "call-in");
              add_flags (text, "if", pick_flags (rand, n_flags, 0.15));
              add_flags (text, "unless", pick_flags (rand, n_flags, 0.15));
              add_flags (text, "sets", pick_flags (rand, n_flags, 0.2));
              add_next (text, rand, n_scenes, n_flags);
              g_string_append_c (text, '}');
            }
          g_string_append (text, "]}");
        }
      else if (kind == 2)
        {
          add_next (text, rand, n_scenes, n_flags);
          g_string_append_c (text, '}');
        }
      else
        {
          g_string_append (text,
                           "\"ending\": {\"title\": \"E\", \"text\": \"T\", \"effects\": {}}}");
        }
    }
  g_string_append (text, "]}");

  bytes = g_string_free_to_bytes (text);

  return read_trusted (bytes);
}

static void
test_random (void)
{
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (UpScenario) scenario = make_random_scenario (rand);

      g_test_message ("seed %u", i);
      compare_with_oracle (scenario);
    }
}

/* A graph deeper than any stack, with all the flags there may be. */
static void
test_deep (void)
{
  const guint n_scenes = 20000;
  GString *scenes = g_string_new (NULL);
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autofree char *rest = NULL;
  g_autofree char *head = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (UpScenarioGraph) graph = NULL;
  const UpContentLimits limits = { 0 };

  for (guint i = 1; i < n_scenes; i++)
    g_string_append_printf (
      scenes, "{\"id\": \"p%u\", \"summary\": \"S\", \"lines\": [], \"next\": \"p%u\"}, ", i,
      i + 1 < n_scenes ? i + 1 : 1);
  up_test_edit (root, "scenes[0].choices[0].next", "\"bridge\"");
  up_test_edit (root, "scenes[2].next", "\"PLACE\"");
  rest = json_to_string (root, FALSE);
  {
    char *place = strstr (rest, "\"scenes\":[") + strlen ("\"scenes\":[");
    char *next = strstr (rest, "PLACE");

    head = g_strndup (rest, place - rest);
    *next = '\0';
    g_string_prepend (scenes, head);
    g_string_append (scenes, place);
    g_string_append (scenes, "p1");
    g_string_append (scenes, next + strlen ("PLACE"));
  }
  bytes = g_string_free_to_bytes (scenes);

  up_content_reader_set_trusted (reader, TRUE);
  up_content_reader_set_limits (reader, &limits);
  scenario = up_content_reader_read_scenario (reader, bytes, "deep", NULL, NULL);
  g_assert_nonnull (scenario);

  graph = up_scenario_graph_new (scenario);
  g_assert_cmpuint (graph->scenes[0].loop, ==, n_scenes - 1);
  g_assert_true (graph->scenes[n_scenes - 2].stuck);
  g_assert_false (up_scene_get_kind (up_scenario_get_start (scenario)) == UP_SCENE_ENDING);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario-graph/random", test_random);
  g_test_add_func ("/scenario-graph/deep", test_deep);

  return g_test_run ();
}
