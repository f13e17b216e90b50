/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-sample.h"

#include <locale.h>

/* A file that comes with the app, to spoil one of its references. */
static JsonNode *
load (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_file (parser, path, NULL));

  return json_parser_steal_root (parser);
}

static gboolean
knows_all (const char *id, gpointer user_data)
{
  return !g_str_equal (id, "nothing");
}

static gboolean
knows_all_points (const char *id, gpointer user_data)
{
  return !g_str_equal (id, "no.thing");
}

static gboolean
check (JsonNode *root, const UpCheckContext *context, GPtrArray *problems, GError **error)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = up_test_bytes (root);
  g_autoptr (UpScenario) scenario = NULL;

  return up_content_reader_read_any (reader, bytes, "a.json", context, problems, &scenario, error);
}

/* Whatever a format names of another file is looked up. */
static void
test_formats (void)
{
  static const struct
  {
    const char *file;
    const char *edit;
    const char *json;
    const char *path;
    const char *message;
  } cases[] = {
    { "agendas/forty-five-minutes.json", "items[1].chapter", "\"nothing\"", "$.items[1].chapter",
      "no such chapter" },
    { "agendas/forty-five-minutes.json", "items[2].scenario", "\"nothing\"", "$.items[2].scenario",
      "no such scenario" },
    { "agendas/forty-five-minutes.json", "items[3].moves[1]", "\"nothing\"", "$.items[3].moves[1]",
      "no such move" },
    { "guide.json", "chapters[0].blocks[0]",
      "{\"id\": \"a\", \"kind\": \"moves\", \"moves\": [\"disagree\", \"nothing\"]}",
      "$.chapters[0].blocks[0].moves[1]", "no such move" },
    { "guide.json", "chapters[0].blocks[0]",
      "{\"id\": \"a\", \"kind\": \"scenarios\", \"scenarios\": [\"nothing\"]}",
      "$.chapters[0].blocks[0].scenarios[0]", "no such scenario" },
    { "moments.json", "moments[2].moves[0]", "\"nothing\"", "$.moments[2].moves[0]",
      "no such move" },
    { "phrases/moves.json", "moves[1].covers[0]", "\"no.thing\"", "$.moves[1].covers[0]",
      "no such point" },
    { "phrases/en.json", "phrases[3].move", "\"nothing\"", "$.phrases[3].move", "no such move" },
    { "which-way.json", "rules[0].covers", "[\"no.thing\"]", "$.rules[0].covers[0]",
      "no such point" },
  };
  const UpCheckContext context = {
    .knows_move = knows_all,
    .knows_point = knows_all_points,
    .knows_chapter = knows_all,
    .knows_scenario = knows_all,
  };
  const UpCheckContext nothing = { .knows_move = NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = load (cases[i].file);
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (GError) error = NULL;
      const UpProblem *problem;

      g_test_message ("%s: %s", cases[i].file, cases[i].edit);
      up_test_edit (root, cases[i].edit, cases[i].json);

      g_assert_true (check (root, NULL, problems, &error));
      g_assert_true (check (root, &nothing, problems, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);

      g_assert_false (check (root, &context, problems, &error));
      up_test_print_problems (problems);
      g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_true (up_test_has_problem (problems, cases[i].path, cases[i].message));
      problem = g_ptr_array_index (problems, 0);
      g_assert_nonnull (problem->expected);
      g_assert_nonnull (strstr (problem->found, "thing"));
      g_assert_cmpuint (problem->line, >, 1);
    }
}

/* What is wrong with a file's shape does not hide what it names in vain. */
static void
test_together (void)
{
  g_autoptr (JsonNode) root = load ("phrases/en.json");
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  const UpCheckContext context = { .knows_move = knows_all };

  up_test_edit (root, "phrases[0].move", "\"nothing\"");
  up_test_edit (root, "phrases[1].move", "[1]");
  up_test_edit (root, "phrases[2]", "null");
  g_assert_false (check (root, &context, problems, NULL));
  up_test_print_problems (problems);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_true (up_test_has_problem (problems, "$.phrases[0].move", "no such move"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/references/formats", test_formats);
  g_test_add_func ("/references/together", test_together);

  return g_test_run ();
}
