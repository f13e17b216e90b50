/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-check.h"
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

#define CHOICE(id, more, next)                                                                     \
  "{\"id\": \"" id "\", \"way\": \"let-pass\", \"says\": \"Some words of one length.\", " more     \
  "\"happens\": [], \"feedback\": {\"text\": \"" TWENTY " a b c d e\"}, \"practises\": {}, "       \
  "\"next\": \"" next "\"}"
#define TWENTY "a b c d e f g h i j k l m n o p q r s t"
#define ENDING(id, title)                                                                          \
  "{\"id\": \"" id "\", \"summary\": \"S.\", \"lines\": [],"                                       \
  "\"ending\": {\"title\": \"" title "\", \"text\": \"T.\", \"effects\": {}}}"
#define LONG "\"Rather more words than what stands beside them, and so quite long.\""
#define EXTRA { "flags[-]", "{\"id\": \"extra\"}" }

/* What breaks a rule, where that is reported, and how many problems there are with it. */
static const struct
{
  Edit edits[6];
  const char *path;
  const char *message;
  const char *found;
  guint n_problems;
} rules[] = {
  { { EXTRA, { "scenes[1].lines[0].if", "[\"extra\"]" } },
    "$.flags[1]",
    "never set",
    "“extra”",
    1 },
  { { EXTRA,
      { "scenes[1].lines[0].if", "[\"extra\"]" },
      { "scenes[-]", ENDING ("lost", "L") },
      { "scenes[1].choices[-]",
        CHOICE ("no", "\"if\": [\"extra\"], \"sets\": [\"extra\"],", "lost") } },
    "$.flags[1]",
    "only where nobody can get",
    "“extra”",
    3 },
  { { EXTRA, { "scenes[1].choices[0].sets", "[\"extra\"]" } },
    "$.flags[1]",
    "never read",
    "“extra”",
    1 },
  { { EXTRA,
      { "scenes[1].choices[0].sets", "[\"extra\"]" },
      { "scenes[-]", ENDING ("lost", "L") },
      { "scenes[10].lines[-]", "{\"text\": \"T.\", \"if\": [\"extra\"]}" } },
    "$.flags[1]",
    "never read",
    "“extra”",
    2 },
  { { { "scenes[-]", ENDING ("lost", "L") } },
    "$.scenes[10]",
    "Nothing leads to this scene.",
    NULL,
    1 },
  { { { "scenes[2].next", "\"bridge\"" } },
    "$.scenes[2]",
    "round for ever",
    "a loop of 1 scene",
    2 },
  { { { "scenes[2].next", "\"bridge\"" } },
    "$.scenes[2]",
    "no way leads to an ending",
    "with no flag set",
    2 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" } },
    "$.scenes[3].choices",
    "too few choices",
    "2 open choices, with no flag set",
    1 },
  { { { "scenes[3].choices[0].unless", "[\"spoke\"]" },
      { "scenes[3].choices[1].unless", "[\"spoke\"]" } },
    "$.scenes[3].choices",
    "too few choices",
    "2 open choices, with these flags set: “spoke”",
    1 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" }, { "scenes[3].choices[1].if", "[\"spoke\"]" } },
    "$.scenes[3].choices",
    "nothing to decide",
    "1 open choice, with no flag set",
    1 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" },
      { "scenes[3].choices[1].if", "[\"spoke\"]" },
      { "scenes[3].choices[2].if", "[\"spoke\"]" } },
    "$.scenes[3].choices",
    "nothing can be chosen",
    "0 open choices, with no flag set",
    4 },
  { { { "scenes[3].choices[0].if", "[\"spoke\"]" },
      { "scenes[3].choices[1].if", "[\"spoke\"]" },
      { "scenes[3].choices[2].if", "[\"spoke\"]" } },
    "$.scenes[3]",
    "no way leads to an ending",
    "with no flag set",
    4 },
  { { { "scenes[3].choices[-]",
        CHOICE ("no", "\"if\": [\"spoke\"], \"unless\": [\"spoke\"],", "open") } },
    "$.scenes[3].choices[4]",
    "never open",
    NULL,
    1 },
  { { { "scenes[3].choices[1].feedback.text", "\"\"" } },
    "$.scenes[3].choices[1].feedback",
    "no feedback",
    NULL,
    1 },
  { { { "scenes[3].choices[1].way", "\"repair\"" } },
    "$.scenes[3].choices[1].way",
    "not one of the learner’s role",
    "“repair”",
    1 },
  { { { "scenes[1].choices[0].next", "\"better\"" } },
    "$.scenes",
    "too short",
    "an ending after 2 decisions",
    1 },
  { { { "scenes[0].choices[0].next", "\"better\"" } },
    "$.scenes",
    "too short",
    "an ending after 1 decision",
    3 },
  { { { "scenes[3].choices[3].if", NULL } }, "$.flags", "No later choice depends", NULL, 1 },
  /* Neither a flag that is set at the third decision nor one that changes only a line. */
  { { EXTRA,
      { "scenes[3].choices[3].if", NULL },
      { "scenes[3].choices[1].sets", "[\"extra\"]" },
      { "scenes[3].choices[1].next", "\"three\"" },
      { "scenes[3].choices[3].unless", "[\"extra\"]" },
      { "scenes[3].choices[2].next[0].to", "\"open\"" } },
    "$.flags",
    "No later choice depends",
    NULL,
    1 },
  /* Nor one that is set wherever the choice is met. */
  { { { "scenes[0].choices[1].sets", "[\"spoke\"]" },
      { "scenes[0].choices[2].sets", "[\"spoke\"]" } },
    "$.flags",
    "No later choice depends",
    NULL,
    1 },
  { { { "scenes[3].choices[1].feedback.text", "\"" TWENTY " and four more\"" } },
    "$.scenes[3].choices[1].feedback.text",
    "too short",
    "23 words",
    1 },
  { { { "scenes[3].choices[1].feedback.text", "\"" TWENTY " " TWENTY " " TWENTY " a\"" } },
    "$.scenes[3].choices[1].feedback.text",
    "too long",
    "61 words",
    1 },
  { { { "scenes[9]", NULL }, { "scenes[8].next", "\"one\"" } },
    "$.scenes",
    "too few scenes",
    "9 scenes",
    1 },
  { { { "scenes[0].choices[2].way", "\"let-pass\"" },
      { "scenes[1].choices[2].way", "\"let-pass\"" },
      { "scenes[3].choices[2].way", "\"let-pass\"" } },
    "$.scenes",
    "indirect way",
    NULL,
    1 },
  /* An indirect way that nobody can take is none. */
  { { EXTRA,
      { "scenes[0].choices[2].way", "\"let-pass\"" },
      { "scenes[1].choices[2].way", "\"let-pass\"" },
      { "scenes[3].choices[2].way", "\"let-pass\"" },
      { "scenes[3].choices[-]", CHOICE ("no", "\"if\": [\"extra\"],", "open") },
      { "scenes[3].choices[4].way", "\"support\"" } },
    "$.scenes",
    "indirect way",
    NULL,
    3 },
  { { { "scenes[4].ending.effects.harm", "\"named\"" } },
    "$.scenes",
    "too few endings",
    "2 different endings",
    2 },
  { { { "scenes[4].ending.effects.harm", "\"named\"" } },
    "$.scenes[5].ending",
    "same effects and the same text",
    "“better”",
    2 },
  { { { "scenes[4].ending.title", "\"Open\"" } },
    "$.scenes[5].ending.title",
    "the same title",
    "“Open”",
    1 },
  { { { "scenes[0].choices[0].says", LONG },
      { "scenes[1].choices[0].says", LONG },
      { "scenes[3].choices[0].says", LONG },
      { "scenes[3].choices[3].says", LONG },
      { "scenes[3].choices[3].way", "\"call-in\"" } },
    "$.scenes",
    "longer than those beside",
    "“call-in”, 4 times, goes with length at +1.00",
    1 },
  { { { "scenes[0].choices[0].says", "\"Oh.\"" },
      { "scenes[1].choices[0].says", "\"Oh.\"" },
      { "scenes[3].choices[0].says", "\"Oh.\"" },
      { "scenes[3].choices[3].says", "\"Oh.\"" },
      { "scenes[3].choices[3].way", "\"call-in\"" } },
    "$.scenes",
    "shorter than those beside",
    "“call-in”, 4 times, goes with length at -1.00",
    1 },
  /* Ways that fill most of one decision have little room to differ there. */
  { { { "scenes[0].choices[0].says", LONG },
      { "scenes[0].choices[1].says", LONG },
      { "scenes[0].choices[1].way", "\"call-in\"" },
      { "scenes[0].choices[2].says", LONG },
      { "scenes[0].choices[2].way", "\"call-in\"" },
      { "scenes[3].choices[0].says", LONG } },
    "$.scenes",
    "longer than those beside",
    "“call-in”, 5 times, goes with length at +0.75",
    1 },
  { { { "scenes[4].ending.effects.harm", "\"named\"" },
      { "scenes[4].ending.text", "\"Otherwise.\"" },
      { "scenes[-]", ENDING ("lost", "Lost") } },
    "$.scenes",
    "too few endings",
    "2 different endings",
    2 },
};

static void
apply (JsonNode *root, const Edit *edits)
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
    { { "scenes[1].choices[1].next", "\"one\"" },
      { "scenes[3].choices[1].next", "\"bridge\"" },
      { "scenes[3].choices[0].next", "\"open\"" } },
    /* As many choices open as before, others. */
    { { "scenes[3].choices[0].unless", "[\"spoke\"]" } },
    /* One way is the longest three times. */
    { { "scenes[0].choices[0].says", LONG },
      { "scenes[1].choices[0].says", LONG },
      { "scenes[3].choices[0].says", LONG } },
    /* A length that differs by a tenth is none. */
    { { "scenes[0].choices[0].says", "\"Some words of one length!!\"" },
      { "scenes[1].choices[0].says", "\"Some words of one length!!\"" },
      { "scenes[3].choices[0].says", "\"Some words of one length!!\"" },
      { "scenes[3].choices[3].says", "\"Some words of one length!!\"" },
      { "scenes[3].choices[3].way", "\"call-in\"" } },
    /* Four endings of which two have the same effects. */
    { { "scenes[-]", ENDING ("lost", "Lost") },
      { "scenes[10].ending.effects", "{\"harm\": \"named\", \"relationship\": \"open\"}" },
      { "scenes[3].choices[1].next", "\"lost\"" } },
    /* One way at its bound: longer than two of those beside it, and shorter than one. */
    { { "scenes[0].choices[0].says", LONG }, { "scenes[3].choices[3].way", "\"call-in\"" } },
    /* The second decision is early as well. */
    { { "scenes[0].choices[0].sets", NULL }, { "scenes[1].choices[0].sets", "[\"spoke\"]" } },
    /* A choice that closes. */
    { { "scenes[3].choices[3].if", NULL }, { "scenes[3].choices[3].unless", "[\"spoke\"]" } },
    /* Stepping back may end at once. */
    { { "scenes[1].choices[0].way", "\"step-back\"" },
      { "scenes[1].choices[0].next", "\"quiet\"" } },
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
  g_autoptr (UpScenario) patient = NULL;
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

  /* Who is called has ways of their own; those that take time are their indirect ones. */
  g_ptr_array_set_size (problems, 0);
  up_test_edit (root, "role", "\"called\"");
  up_test_edit (root, "scenes[4].ending.effects.harmed", NULL);
  called = read_sample (root);
  g_assert_false (up_scenario_check (called, NULL, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 12);
  g_assert_true (up_test_has_problem (problems, "$.scenes", "indirect way"));
  for (guint i = 0; i < 11; i++)
    g_assert_true (
      g_str_has_suffix (((UpProblem *) g_ptr_array_index (problems, i))->path, ".way"));

  g_ptr_array_set_size (problems, 0);
  up_test_edit (root, "scenes[1].choices[1].way", "\"ask-time\"");
  patient = read_sample (root);
  g_assert_false (up_scenario_check (patient, NULL, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 10);
}

static gboolean
knows (const char *id, gpointer user_data)
{
  return g_str_equal (id, user_data);
}

static void
test_context (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  UpCheckContext moves = { .knows_move = knows, .user_data = (gpointer) "ask-intention" };
  UpCheckContext points = { .knows_point = knows, .user_data = (gpointer) "why.both" };

  up_test_edit (root, "scenes[1].choices[2].practises.moves[-]", "\"ask-intent\"");
  up_test_edit (root, "scenes[1].choices[1].practises.guide[0]", "\"why.none\"");
  scenario = read_sample (root);

  g_assert_false (up_scenario_check (scenario, &moves, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (
    up_test_has_problem (problems, "$.scenes[1].choices[2].practises.moves[1]", "no such move"));

  g_ptr_array_set_size (problems, 0);
  g_assert_false (up_scenario_check (scenario, &points, NULL, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (
    up_test_has_problem (problems, "$.scenes[1].choices[1].practises.guide[0]", "no such point"));
}

static void
test_stats (void)
{
  const char *const languages[] = { "en", "es", NULL };
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (UpScenario) longer = NULL;
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  UpScenarioStats stats;
  UpScenarioStats more;
  guint words;

  up_test_edit (root, "scenes[3].choices[3].says", "\"Oh.\"");
  up_test_edit (root, "scenes[1].choices[1].way", "\"call-in\"");
  up_test_edit (root, "scenes[3].choices[1].way", "\"set-limit\"");
  scenario = read_sample (root);
  up_scenario_check (scenario, NULL, NULL, &stats, problems);
  words = stats.words;
  stats.words = 1;
  node = up_scenario_stats_to_json (scenario, &stats, languages);
  text = json_to_string (node, FALSE);
  /* States: dawn, road, door and one; two, bridge and three, with and without the flag, less bridge with it; better and
   * open, with and without; quiet without. */
  g_assert_cmpstr (
    text, ==,
    "{\"id\":\"sample\",\"role\":\"ally\",\"scenes\":10,\"decisions\":3,\"endings\":3,"
    "\"choices\":11,\"flags\":1,\"words\":1,\"states\":14,"
    "\"min_route_decisions\":3,\"min_open_choices\":3,"
    "\"ways\":{\"call-in\":4,\"call-out\":1,\"support\":3,\"set-limit\":2,"
    "\"step-back\":1},\"length_correlation\":0.125,"
    "\"lengths\":{\"call-in\":0.125,\"call-out\":0.0,\"support\":0.125,\"set-limit\":-0.5,"
    "\"step-back\":0.0},\"languages\":[\"en\",\"es\"]}");

  up_test_edit (root, "title", "\"A  sample of\\nfive words\"");
  longer = read_sample (root);
  up_scenario_check (longer, NULL, NULL, &more, problems);
  g_assert_cmpuint (more.words, ==, words + 3);
}

/* The scenarios that come with the app. */
static void
test_shipped (void)
{
  g_autofree char *folder =
    g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", "scenarios", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_problems = 0;
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (UpScenario) scenario = NULL;
      g_autoptr (GBytes) bytes = NULL;
      char *text;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new_take (text, length);
      scenario = read_trusted (bytes);
      up_scenario_check (scenario, NULL, name, NULL, problems);
      up_test_print_problems (problems);
      n_problems += problems->len;
    }

  g_assert_cmpuint (n_problems, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario-check/sound", test_sound);
  g_test_add_func ("/scenario-check/rules", test_rules);
  g_test_add_func ("/scenario-check/allowed", test_allowed);
  g_test_add_func ("/scenario-check/roles", test_roles);
  g_test_add_func ("/scenario-check/context", test_context);
  g_test_add_func ("/scenario-check/stats", test_stats);
  g_test_add_func ("/scenario-check/shipped", test_shipped);

  return g_test_run ();
}
