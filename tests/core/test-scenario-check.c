/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-check.h"
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

static UpScenario *
read_sample (JsonNode *root)
{
  g_autoptr (GBytes) bytes = up_test_bytes (root);

  return read_trusted (bytes);
}

static void
test_sound (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) scenario = read_sample (root);
  g_autoptr (GPtrArray) problems = up_test_new_problems ();

  g_assert_true (up_scenario_check (scenario, NULL, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 0);
}

typedef struct
{
  const char *path;
  const char *json;
} Edit;

#define CHOICE(id, more, next) \
  "{\"id\": \"" id "\", \"way\": \"let-pass\", \"says\": \"Some words of one length.\", " more \
  "\"happens\": [], \"feedback\": {\"text\": \"T.\"}, \"practises\": {}, \"next\": \"" next "\"}"
#define ENDING(id, title) \
  "{\"id\": \"" id "\", \"summary\": \"S.\", \"lines\": []," \
  "\"ending\": {\"title\": \"" title "\", \"text\": \"T.\", \"effects\": {}}}"
#define LONG "\"Rather more words than what stands beside them, and so quite long.\""
#define EXTRA { "flags[-]", "{\"id\": \"extra\"}" }

/* What breaks a rule, where that is reported, and how many problems there are with it. */
static const struct
{
  Edit        edits[6];
  const char *path;
  const char *message;
  const char *found;
  guint       n_problems;
} rules[] = {
  { { EXTRA, { "scenes[1].lines[0].if", "[\"extra\"]" } },
    "$.flags[1]", "never set", "“extra”", 1 },
  { { EXTRA, { "scenes[1].lines[0].if", "[\"extra\"]" }, { "scenes[-]", ENDING ("lost", "L") },
      { "scenes[1].choices[-]", CHOICE ("no", "\"if\": [\"extra\"], \"sets\": [\"extra\"],", "lost") } },
    "$.flags[1]", "only where nobody can get", "“extra”", 3 },
  { { EXTRA, { "scenes[1].choices[0].sets", "[\"extra\"]" } },
    "$.flags[1]", "never read", "“extra”", 1 },
  { { EXTRA, { "scenes[1].choices[0].sets", "[\"extra\"]" }, { "scenes[-]", ENDING ("lost", "L") },
      { "scenes[7].lines[-]", "{\"text\": \"T.\", \"if\": [\"extra\"]}" } },
    "$.flags[1]", "never read", "“extra”", 2 },
  { { { "scenes[-]", ENDING ("lost", "L") } },
    "$.scenes[7]", "Nothing leads to this scene.", NULL, 1 },
  { { { "scenes[2].next", "\"bridge\"" } },
    "$.scenes[2]", "round for ever", "a loop of 1 scene", 2 },
  { { { "scenes[2].next", "\"bridge\"" } },
    "$.scenes[2]", "no way leads to an ending", "with no flag set", 2 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" } },
    "$.scenes[3].choices", "too few choices", "2 open choices, with no flag set", 1 },
  { { { "scenes[3].choices[0].unless", "[\"spoke\"]" }, { "scenes[3].choices[1].unless", "[\"spoke\"]" } },
    "$.scenes[3].choices", "too few choices",
    "2 open choices, with these flags set: “spoke”", 1 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" }, { "scenes[3].choices[1].if", "[\"spoke\"]" } },
    "$.scenes[3].choices", "nothing to decide", "1 open choice, with no flag set", 1 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" }, { "scenes[3].choices[1].if", "[\"spoke\"]" },
      { "scenes[3].choices[2].if", "[\"spoke\"]" } },
    "$.scenes[3].choices", "nothing can be chosen", "0 open choices, with no flag set", 4 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" }, { "scenes[3].choices[1].if", "[\"spoke\"]" },
      { "scenes[3].choices[2].if", "[\"spoke\"]" } },
    "$.scenes[3]", "no way leads to an ending", "with no flag set", 4 },
  { { { "scenes[3].choices[-]",
        CHOICE ("no", "\"if\": [\"spoke\"], \"unless\": [\"spoke\"],", "open") } },
    "$.scenes[3].choices[4]", "never open", NULL, 1 },
  { { { "scenes[3].choices[1].feedback.text", "\"\"" } },
    "$.scenes[3].choices[1].feedback", "no feedback", NULL, 1 },
  { { { "scenes[3].choices[1].way", "\"repair\"" } },
    "$.scenes[3].choices[1].way", "not one of the learner’s role", "“repair”", 1 },
  { { { "scenes[1].choices[0].next", "\"better\"" } },
    "$.scenes", "too short", "an ending after 2 decisions", 1 },
  { { { "scenes[0].choices[0].next", "\"better\"" } },
    "$.scenes", "too short", "an ending after 1 decision", 3 },
  { { { "scenes[3].choices[3].if", NULL } },
    "$.flags", "No choice depends", NULL, 1 },
  { { { "scenes[0].choices[2].way", "\"let-pass\"" }, { "scenes[1].choices[2].way", "\"let-pass\"" },
      { "scenes[3].choices[2].way", "\"let-pass\"" } },
    "$.scenes", "indirect way", NULL, 1 },
  { { { "scenes[4].ending.title", "\"Open\"" } },
    "$.scenes", "too few endings", "2 different endings", 1 },
  { { { "scenes[0].choices[0].says", LONG }, { "scenes[1].choices[0].says", LONG },
      { "scenes[3].choices[0].says", LONG }, { "scenes[3].choices[3].says", LONG },
      { "scenes[3].choices[3].way", "\"call-in\"" } },
    "$.scenes", "longer than those beside", "“call-in”, 4 times, with the mean rank +0.83", 1 },
  { { { "scenes[0].choices[0].says", "\"Oh.\"" }, { "scenes[1].choices[0].says", "\"Oh.\"" },
      { "scenes[3].choices[0].says", "\"Oh.\"" }, { "scenes[3].choices[3].says", "\"Oh.\"" },
      { "scenes[3].choices[3].way", "\"call-in\"" } },
    "$.scenes", "shorter than those beside", "“call-in”, 4 times, with the mean rank -0.83", 1 },
};

static void
apply (JsonNode   *root,
       const Edit *edits)
{
  for (guint i = 0; i < 6 && edits[i].path != NULL; i++)
    up_test_edit (root, edits[i].path, edits[i].json);
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (JsonNode) root = up_test_sample ();
      g_autoptr (UpScenario) scenario = NULL;
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      gboolean found = FALSE;

      apply (root, rules[i].edits);
      scenario = read_sample (root);
      g_test_message ("%u: %s", i, rules[i].message);
      g_assert_false (up_scenario_check (scenario, NULL, "sample.json", NULL, problems));
      up_test_print_problems (problems);
      g_assert_cmpuint (problems->len, ==, rules[i].n_problems);

      for (guint j = 0; j < problems->len; j++)
        {
          const UpProblem *problem = g_ptr_array_index (problems, j);

          g_assert_cmpstr (problem->file, ==, "sample.json");
          g_assert_nonnull (problem->expected);
          if (g_str_equal (problem->path, rules[i].path) &&
              strstr (problem->message, rules[i].message) != NULL)
            {
              found = TRUE;
              g_assert_cmpstr (problem->found, ==, rules[i].found);
            }
        }
      g_assert_true (found);
    }
}

/* What looks like a breach and is none. */
static void
test_allowed (void)
{
  static const Edit allowed[][6] = {
    /* A loop that can be left. */
    { { "scenes[1].choices[1].next", "\"one\"" }, { "scenes[3].choices[1].next", "\"bridge\"" },
      { "scenes[3].choices[0].next", "\"open\"" } },
    /* As many choices open as before, others. */
    { { "scenes[3].choices[0].unless", "[\"spoke\"]" } },
    /* One way is the longest three times. */
    { { "scenes[0].choices[0].says", LONG }, { "scenes[1].choices[0].says", LONG },
      { "scenes[3].choices[0].says", LONG } },
    /* A length that differs by a tenth is none. */
    { { "scenes[0].choices[0].says", "\"Some words of one length!!\"" },
      { "scenes[1].choices[0].says", "\"Some words of one length!!\"" },
      { "scenes[3].choices[0].says", "\"Some words of one length!!\"" },
      { "scenes[3].choices[3].says", "\"Some words of one length!!\"" },
      { "scenes[3].choices[3].way", "\"call-in\"" } },
    /* The same title with other effects is another ending. */
    { { "scenes[4].ending.title", "\"Open\"" }, { "scenes[4].ending.effects.harm", "\"stopped\"" } },
    /* Stepping back may end at once. */
    { { "scenes[1].choices[0].way", "\"step-back\"" }, { "scenes[1].choices[0].next", "\"quiet\"" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    {
      g_autoptr (JsonNode) root = up_test_sample ();
      g_autoptr (UpScenario) scenario = NULL;
      g_autoptr (GPtrArray) problems = up_test_new_problems ();

      apply (root, allowed[i]);
      scenario = read_sample (root);
      g_test_message ("%u", i);
      up_scenario_check (scenario, NULL, NULL, NULL, problems);
      up_test_print_problems (problems);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_roles (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) target = NULL;
  g_autoptr (UpScenario) open = NULL;
  g_autoptr (UpScenario) harmed = NULL;
  g_autoptr (UpScenario) called = NULL;
  g_autoptr (GPtrArray) problems = up_test_new_problems ();

  up_test_edit (root, "role", "\"target\"");
  for (guint i = 0; i < 11; i++)
    {
      guint scene = i < 4 ? 0 : i < 7 ? 1 : 3;
      guint choice = i < 4 ? i : i < 7 ? i - 4 : i - 7;
      g_autofree char *path =
        g_strdup_printf ("scenes[%u].choices[%u].feedback.leavesOpen", scene, choice);

      up_test_edit (root, path, "[]");
    }
  target = read_sample (root);
  g_assert_true (up_scenario_check (target, NULL, NULL, NULL, problems));

  up_test_edit (root, "scenes[1].choices[2].feedback.leavesOpen", "[\"wishes\"]");
  open = read_sample (root);
  g_assert_false (up_scenario_check (open, NULL, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (up_test_has_problem (problems, "$.scenes[1].choices[2].feedback.leavesOpen",
                                      "leaves nothing open"));

  g_ptr_array_set_size (problems, 0);
  up_test_edit (root, "scenes[1].choices[2].feedback.leavesOpen", "[]");
  up_test_edit (root, "scenes[4].ending.effects.harmed", "\"heard\"");
  harmed = read_sample (root);
  g_assert_false (up_scenario_check (harmed, NULL, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (up_test_has_problem (problems, "$.scenes[4].ending.effects.harmed", "you"));

  /* Who is called needs no indirect way, and has ways of their own. */
  g_ptr_array_set_size (problems, 0);
  up_test_edit (root, "role", "\"called\"");
  up_test_edit (root, "scenes[4].ending.effects.harmed", NULL);
  called = read_sample (root);
  g_assert_false (up_scenario_check (called, NULL, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 11);
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (
      g_str_has_suffix (((UpProblem *) g_ptr_array_index (problems, i))->path, ".way"));
}

static gboolean
knows (const char *id,
       gpointer    user_data)
{
  return g_str_equal (id, user_data);
}

static void
test_context (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  UpCheckContext moves = { knows, NULL, (gpointer) "ask-intention" };
  UpCheckContext points = { NULL, knows, (gpointer) "why.both" };

  up_test_edit (root, "scenes[1].choices[2].practises.moves[-]", "\"ask-intent\"");
  up_test_edit (root, "scenes[1].choices[1].practises.guide[0]", "\"why.none\"");
  scenario = read_sample (root);

  g_assert_false (up_scenario_check (scenario, &moves, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (up_test_has_problem (problems, "$.scenes[1].choices[2].practises.moves[1]",
                                      "no such move"));

  g_ptr_array_set_size (problems, 0);
  g_assert_false (up_scenario_check (scenario, &points, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (up_test_has_problem (problems, "$.scenes[1].choices[1].practises.guide[0]",
                                      "no such point"));
}

static void
test_stats (void)
{
  const char *const languages[] = { "en", "es", NULL };
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) scenario = read_sample (root);
  g_autoptr (UpScenario) longer = NULL;
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  UpScenarioStats stats;
  UpScenarioStats more;
  guint words;

  up_scenario_check (scenario, NULL, NULL, &stats, problems);
  words = stats.words;
  stats.words = 1;
  node = up_scenario_stats_to_json (scenario, &stats, languages);
  text = json_to_string (node, FALSE);
  /* States: one; two, bridge and three, with and without the flag, less bridge with it; better and
   * open, with and without; quiet without. */
  g_assert_cmpstr (text, ==,
                   "{\"id\":\"sample\",\"role\":\"ally\",\"scenes\":7,\"decisions\":3,\"endings\":3,"
                   "\"choices\":11,\"flags\":1,\"words\":1,\"states\":11,"
                   "\"min_route_decisions\":3,\"min_open_choices\":3,"
                   "\"ways\":{\"call-in\":3,\"call-out\":3,\"support\":3,\"set-limit\":1,"
                   "\"step-back\":1},\"languages\":[\"en\",\"es\"]}");

  up_test_edit (root, "title", "\"A  sample of\\nfive words\"");
  longer = read_sample (root);
  up_scenario_check (longer, NULL, NULL, &more, problems);
  g_assert_cmpuint (more.words, ==, words + 3);
}

/* A walk without any cleverness, over the table of all states there could be. */
typedef struct
{
  UpScenario *scenario;
  guint       n_scenes;
  guint       n_flags;
  guint       n_states;
  guint8     *step;  /* from × to: a step leads there */
  guint8     *leads; /* from × to: some steps lead there */
  guint8     *reached;
  guint      *route;
} Oracle;

#define FAR 1000000u

static const UpScene *
get_oracle_scene (Oracle *self,
                  guint   state)
{
  return up_scenario_get_scene (self->scenario, state >> self->n_flags);
}

static guint
get_oracle_flags (Oracle *self,
                  guint   state)
{
  return state & ((1u << self->n_flags) - 1);
}

static guint
leave (const UpExit *(*get_exit) (gconstpointer from, guint i),
       gconstpointer from,
       guint         n_exits,
       UpFlags       flags)
{
  for (guint i = 0; i < n_exits; i++)
    if (up_condition_holds (get_exit (from, i)->condition, flags))
      return get_exit (from, i)->scene;

  g_assert_not_reached ();
}

static const UpExit *
get_choice_exit (gconstpointer from,
                 guint         i)
{
  return up_choice_get_exit (from, i);
}

static const UpExit *
get_scene_exit (gconstpointer from,
                guint         i)
{
  return up_scene_get_exit (from, i);
}

static void
relax (Oracle *self,
       guint   from,
       guint   to,
       guint   cost)
{
  self->step[from * self->n_states + to] = TRUE;
  self->leads[from * self->n_states + to] = TRUE;
  if (cost < FAR && self->route[from] < FAR)
    self->route[to] = MIN (self->route[to], self->route[from] + cost);
}

static guint
step_all (Oracle *self,
          guint   state)
{
  const UpScene *scene = get_oracle_scene (self, state);
  UpFlags flags = get_oracle_flags (self, state);
  guint n_open = 0;

  if (up_scene_get_kind (scene) == UP_SCENE_PASSAGE)
    relax (self, state,
           leave (get_scene_exit, scene, up_scene_get_n_exits (scene), flags) << self->n_flags | flags,
           0);

  for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, i);
      UpFlags after = flags | up_choice_get_sets (choice);

      if (!up_condition_holds (up_choice_get_condition (choice), flags))
        continue;
      n_open++;
      relax (self, state,
             leave (get_choice_exit, choice, up_choice_get_n_exits (choice), after) << self->n_flags |
               after,
             up_choice_get_way (choice) == UP_WAY_STEP_BACK ? FAR : 1);
    }

  return n_open;
}

static void
compare_with_oracle (UpScenario *scenario)
{
  g_autoptr (UpScenarioGraph) graph = up_scenario_graph_new (scenario);
  Oracle self = { scenario, up_scenario_get_n_scenes (scenario), up_scenario_get_n_flags (scenario),
                  0, NULL, NULL, NULL, NULL };
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
add_flags (GString    *text,
           const char *member,
           guint       flags)
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
pick_flags (GRand *rand,
            guint  n_flags,
            double chance)
{
  guint flags = 0;

  for (guint i = 0; i < n_flags; i++)
    if (g_rand_double (rand) < chance)
      flags |= 1u << i;

  return flags;
}

static void
add_next (GString *text,
          GRand   *rand,
          guint    n_scenes,
          guint    n_flags)
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
    "{\"format\": \"upstander-scenario/1\", \"id\": \"r\", \"revision\": 1, \"review\": \"unreviewed\","
    "\"title\": \"T\", \"summary\": \"S\", \"contentNote\": \"N\", \"minutes\": 1, \"role\": \"ally\","
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
          g_string_append (text, "\"ending\": {\"title\": \"E\", \"text\": \"T\", \"effects\": {}}}");
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
    g_string_append_printf (scenes,
                            "{\"id\": \"p%u\", \"summary\": \"S\", \"lines\": [], \"next\": \"p%u\"}, ",
                            i, i + 1 < n_scenes ? i + 1 : 1);
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

/* The scenarios that come with the app. */
static void
test_shipped (void)
{
  g_autofree char *folder =
    g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", "scenarios", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (UpScenario) scenario = NULL;
      g_autoptr (GBytes) bytes = NULL;
      UpScenarioStats stats;
      char *text;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new_take (text, length);
      scenario = read_trusted (bytes);
      up_scenario_check (scenario, NULL, name, &stats, problems);
      up_test_print_problems (problems);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (stats.scenes, >=, 10);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario-check/sound", test_sound);
  g_test_add_func ("/scenario-check/rules", test_rules);
  g_test_add_func ("/scenario-check/allowed", test_allowed);
  g_test_add_func ("/scenario-check/roles", test_roles);
  g_test_add_func ("/scenario-check/context", test_context);
  g_test_add_func ("/scenario-check/stats", test_stats);
  g_test_add_func ("/scenario-check/random", test_random);
  g_test_add_func ("/scenario-check/deep", test_deep);
  g_test_add_func ("/scenario-check/shipped", test_shipped);

  return g_test_run ();
}
