/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-sample.h"

#include <locale.h>

static UpScenario *
read_sample (JsonNode      *root,
             gboolean       trusted,
             UpTranslation *translation,
             GPtrArray     *problems,
             GError       **error)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = up_test_bytes (root);

  up_content_reader_set_trusted (reader, trusted);
  up_content_reader_set_translation (reader, translation);

  return up_content_reader_read_scenario (reader, bytes, "sample.json", problems, error);
}

static void
assert_text (UpText      text,
             const char *words,
             const char *language)
{
  g_assert_cmpstr (text.text, ==, words);
  g_assert_cmpstr (text.language, ==, language);
}

static void
test_scenario (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UpScenario) scenario = NULL;
  const UpScene *one;
  const UpScene *bridge;
  const UpScene *three;
  const UpScene *better;
  const UpChoice *choice;
  const UpLine *line;

  up_test_edit (root, "scenes[3].choices[0]",
                "{\"id\": \"write\", \"way\": \"document\", \"does\": \"Note it.\","
                "\"unless\": [\"spoke\"], \"happens\": [{\"text\": \"Ink.\", \"if\": [\"spoke\"]},"
                "{\"who\": \"minh\", \"to\": \"dana\", \"manner\": \"softly\", \"text\": \"Hm.\"}],"
                "\"feedback\": {\"text\": \"It keeps.\", \"weighs\": [\"impact\", \"wishes\"],"
                "\"leavesOpen\": [\"safety\"], \"instead\": \"I saw it.\"},"
                "\"practises\": {\"moves\": [\"name-impact\", \"set-limit\"], \"guide\": []},"
                "\"next\": \"open\"}");
  up_test_edit (root, "scenes[3].choices[1].to", "\"dana\"");
  scenario = read_sample (root, FALSE, NULL, problems, &error);
  up_test_print_problems (problems);
  g_assert_no_error (error);
  g_assert_nonnull (scenario);
  g_assert_cmpuint (problems->len, ==, 0);

  g_assert_cmpstr (up_scenario_get_id (scenario), ==, "sample");
  g_assert_cmpuint (up_scenario_get_revision (scenario), ==, 3);
  assert_text (up_scenario_get_title (scenario), "A sample", "en");
  assert_text (up_scenario_get_summary (scenario), "For tests.", "en");
  assert_text (up_scenario_get_content_note (scenario), "Nothing bad.", "en");
  g_assert_cmpuint (up_scenario_get_minutes (scenario), ==, 8);
  g_assert_cmpint (up_scenario_get_role (scenario), ==, UP_ROLE_ALLY);
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_PLACE, up_scenario_get_place (scenario)), ==, "work");
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_POWER, up_scenario_get_power (scenario)), ==, "peer");
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_TIE, up_scenario_get_tie (scenario)), ==, "colleague");
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_REVIEW, up_scenario_get_review (scenario)), ==,
                   "unreviewed");
  g_assert_cmpuint (up_scenario_get_n_harms (scenario), ==, 2);
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_HARM, up_scenario_get_harm (scenario, 1)), ==,
                   "ethnicity");
  g_assert_cmpuint (up_scenario_get_n_people (scenario), ==, 2);
  g_assert_cmpstr (up_scenario_get_person (scenario, 1)->id, ==, "minh");
  assert_text (up_scenario_find_person (scenario, "dana")->name, "Dana", "en");
  assert_text (up_scenario_find_person (scenario, "dana")->pronouns, "she", "en");
  assert_text (up_scenario_find_person (scenario, "dana")->who, "A colleague", "en");
  g_assert_null (up_scenario_find_person (scenario, "you"));
  g_assert_cmpuint (up_scenario_get_n_flags (scenario), ==, 1);
  g_assert_cmpstr (up_scenario_get_flag (scenario, 0), ==, "spoke");
  g_assert_cmpuint (up_scenario_get_n_questions (scenario), ==, 3);
  assert_text (up_scenario_get_question (scenario, 2), "When?", "en");
  assert_text (up_scenario_get_facilitator_aim (scenario), "To see.", "en");
  assert_text (up_scenario_get_facilitator_watch (scenario), "The room.", "en");
  assert_text (up_scenario_get_facilitator_close (scenario), "Thanks.", "en");
  g_assert_cmpuint (up_scenario_get_facilitator_minutes (scenario), ==, 30);

  g_assert_cmpuint (up_scenario_get_n_scenes (scenario), ==, 7);
  one = up_scenario_get_start (scenario);
  g_assert_true (one == up_scenario_find_scene (scenario, "one"));
  g_assert_true (one == up_scenario_get_scene (scenario, 0));
  g_assert_null (up_scenario_find_scene (scenario, "nowhere"));
  g_assert_cmpint (up_scene_get_kind (one), ==, UP_SCENE_DECISION);
  g_assert_true (up_scene_get_pivotal (one));
  assert_text (up_scene_get_where (one), "At work", "en");
  assert_text (up_scene_get_summary (one), "What is skipped.", "en");
  assert_text (up_scene_get_ask (one), "What now?", "en");
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_AUDIENCE, up_scene_get_audience (one)), ==, "group");
  g_assert_cmpuint (up_scene_get_n_listen_for (one), ==, 3);
  assert_text (up_scene_get_listen_for (one, 1), "b", "en");
  assert_text (up_scene_get_facilitator_watch (one), "Who speaks?", "en");
  g_assert_cmpuint (up_scene_get_n_discuss (one), ==, 2);
  assert_text (up_scene_get_discuss (one, 1), "Why not?", "en");
  g_assert_cmpuint (up_scene_get_n_choices (one), ==, 4);
  g_assert_cmpuint (up_choice_get_sets (up_scene_get_choice (one, 0)), ==, 1);
  g_assert_cmpint (up_choice_get_way (up_scene_get_choice (one, 3)), ==, UP_WAY_STEP_BACK);
  line = up_choice_get_happens (up_scene_get_choice (one, 0), 0);
  g_assert_cmpstr (line->who->id, ==, "dana");
  g_assert_true (line->to_you);
  g_assert_false (line->by_you);
  g_assert_null (line->to);

  bridge = up_scenario_find_scene (scenario, "bridge");
  g_assert_cmpint (up_scene_get_kind (bridge), ==, UP_SCENE_PASSAGE);
  g_assert_cmpint (up_scene_get_audience (bridge), ==, -1);
  g_assert_false (up_text_is_set (up_scene_get_where (bridge)));
  g_assert_cmpuint (up_scene_get_n_exits (bridge), ==, 1);
  g_assert_cmpuint (up_scene_get_exit (bridge, 0)->scene, ==, 1);
  line = up_scene_get_line (bridge, 0);
  g_assert_true (line->by_you);
  g_assert_null (line->who);
  assert_text (line->manner, "quietly", "en");

  three = up_scenario_find_scene (scenario, "three");
  g_assert_null (up_scene_find_choice (three, "ask"));
  choice = up_scene_find_choice (three, "write");
  g_assert_true (up_choice_get_scene (choice) == three);
  g_assert_cmpuint (up_choice_get_index (choice), ==, 0);
  g_assert_false (up_choice_is_speech (choice));
  assert_text (up_choice_get_text (choice), "Note it.", "en");
  g_assert_cmpuint (up_choice_get_condition (choice).all, ==, 0);
  g_assert_cmpuint (up_choice_get_condition (choice).none, ==, 1);
  g_assert_true (up_condition_holds (up_choice_get_condition (choice), 0));
  g_assert_false (up_condition_holds (up_choice_get_condition (choice), 1));
  g_assert_cmpuint (up_choice_get_n_happens (choice), ==, 2);
  g_assert_cmpuint (up_choice_get_happens (choice, 0)->condition.all, ==, 1);
  g_assert_cmpstr (up_choice_get_happens (choice, 1)->to->id, ==, "dana");
  assert_text (up_choice_get_feedback (choice), "It keeps.", "en");
  assert_text (up_choice_get_instead (choice), "I saw it.", "en");
  g_assert_cmpuint (up_choice_get_n_weighs (choice), ==, 2);
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_CONSIDERATION, up_choice_get_weighs (choice, 1)), ==,
                   "wishes");
  g_assert_cmpuint (up_choice_get_n_leaves_open (choice), ==, 1);
  g_assert_cmpstr (up_terms_get_id (UP_TERMS_CONSIDERATION, up_choice_get_leaves_open (choice, 0)),
                   ==, "safety");
  g_assert_cmpuint (up_choice_get_n_moves (choice), ==, 2);
  g_assert_cmpstr (up_choice_get_move (choice, 1), ==, "set-limit");
  g_assert_cmpuint (up_choice_get_n_points (choice), ==, 0);
  choice = up_scene_get_choice (three, 1);
  g_assert_true (up_choice_is_speech (choice));
  g_assert_cmpstr (up_choice_get_to (choice)->id, ==, "dana");
  g_assert_cmpstr (up_choice_get_point (choice, 0), ==, "why.both");
  choice = up_scene_get_choice (three, 2);
  g_assert_cmpuint (up_choice_get_n_exits (choice), ==, 2);
  g_assert_cmpuint (up_choice_get_exit (choice, 0)->condition.all, ==, 1);
  g_assert_cmpuint (up_choice_get_exit (choice, 0)->scene, ==, 4);
  g_assert_cmpuint (up_choice_get_exit (choice, 1)->scene, ==, 6);

  better = up_scenario_find_scene (scenario, "better");
  g_assert_cmpint (up_scene_get_kind (better), ==, UP_SCENE_ENDING);
  g_assert_cmpuint (up_scene_get_index (better), ==, 4);
  assert_text (up_scene_get_ending_title (better), "Better", "en");
  assert_text (up_scene_get_ending_text (better), "So it ends.", "en");
  g_assert_cmpint (up_scene_get_ending_effect (better, UP_TERMS_EFFECT_HARM), ==,
                   up_terms_parse (UP_TERMS_EFFECT_HARM, "named"));
  g_assert_cmpint (up_scene_get_ending_effect (better, UP_TERMS_EFFECT_RELATIONSHIP), ==,
                   up_terms_parse (UP_TERMS_EFFECT_RELATIONSHIP, "open"));
  g_assert_cmpint (up_scene_get_ending_effect (better, UP_TERMS_EFFECT_HARMED), ==, -1);
  g_assert_cmpint (up_scene_get_ending_effect (better, UP_TERMS_EFFECT_YOU), ==, -1);
}

/* What a schema cannot say, one by one. */
static void
test_cross_checks (void)
{
  static const struct
  {
    const char *edit;
    const char *json;
    const char *path;
    const char *message;
    const char *near;
    const char *found;
  } cases[] = {
    { "start", "\"nowhere\"", "$.start", "No scene has this id.", NULL, "“nowhere”" },
    { "scenes[1].choices[2].next", "\"nowhere\"", "$.scenes[1].choices[2].next",
      "No scene has this id.", "choice “turn” of scene “two”", "“nowhere”" },
    { "scenes[2].next", "\"nowhere\"", "$.scenes[2].next", "No scene has this id.",
      "scene “bridge”", "“nowhere”" },
    { "scenes[3].choices[2].next[0].to", "\"nowhere\"", "$.scenes[3].choices[2].next[0].to",
      "No scene has this id.", "choice “turn” of scene “three”", "“nowhere”" },
    { "scenes[3].choices[2].next[1].if", "[\"spoke\"]", "$.scenes[3].choices[2].next[1]",
      "there is no way on", "choice “turn” of scene “three”", NULL },
    { "scenes[3].choices[2].next[0].if", NULL, "$.scenes[3].choices[2].next[0]",
      "are never taken", "choice “turn” of scene “three”", NULL },
    { "scenes[3].choices[2].next[0].if", "[\"spoken\"]", "$.scenes[3].choices[2].next[0].if[0]",
      "This flag is not declared.", "choice “turn” of scene “three”", "“spoken”" },
    { "scenes[3].choices[3].if", "[\"spoke\", \"spoken\"]", "$.scenes[3].choices[3].if[1]",
      "This flag is not declared.", "choice “again” of scene “three”", "“spoken”" },
    { "scenes[3].choices[3].unless", "[\"spoken\"]", "$.scenes[3].choices[3].unless[0]",
      "This flag is not declared.", "choice “again” of scene “three”", "“spoken”" },
    { "scenes[0].choices[0].sets", "[\"spoken\"]", "$.scenes[0].choices[0].sets[0]",
      "This flag is not declared.", "choice “ask” of scene “one”", "“spoken”" },
    { "scenes[1].lines[0].unless", "[\"spoken\"]", "$.scenes[1].lines[0].unless[0]",
      "This flag is not declared.", "scene “two”", "“spoken”" },
    { "scenes[4].lines[0].who", "\"mihn\"", "$.scenes[4].lines[0].who", "No person has this id.",
      "scene “better”", "“mihn”" },
    { "scenes[0].choices[1].happens[0].to", "\"mihn\"", "$.scenes[0].choices[1].happens[0].to",
      "No person has this id.", "choice “oppose” of scene “one”", "“mihn”" },
    { "scenes[0].choices[1].to", "\"mihn\"", "$.scenes[0].choices[1].to", "No person has this id.",
      "choice “oppose” of scene “one”", "“mihn”" },
    { "scenes[0].choices[1].to", "\"you\"", "$.scenes[0].choices[1].to", "No person has this id.",
      "choice “oppose” of scene “one”", "“you”" },
    { "scenes[1].present", "[\"dana\", \"mihn\"]", "$.scenes[1].present[1]",
      "No person has this id.", "scene “two”", "“mihn”" },
    { "scenes[1].present", "[\"you\"]", "$.scenes[1].present[0]", "always there", "scene “two”",
      "“you”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = up_test_sample ();
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (GError) error = NULL;
      g_autoptr (UpScenario) scenario = NULL;
      const UpProblem *problem;

      g_test_message ("%s", cases[i].edit);
      up_test_edit (root, cases[i].edit, cases[i].json);
      scenario = read_sample (root, FALSE, NULL, problems, &error);
      up_test_print_problems (problems);

      g_assert_null (scenario);
      g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpstr (problem->path, ==, cases[i].path);
      g_assert_nonnull (strstr (problem->message, cases[i].message));
      g_assert_cmpstr (problem->near, ==, cases[i].near);
      if (cases[i].found != NULL)
        g_assert_cmpstr (problem->found, ==, cases[i].found);
      g_assert_nonnull (problem->expected);
      g_assert_cmpstr (problem->file, ==, "sample.json");
      g_assert_cmpuint (problem->line, >, 0);
      g_assert_cmpuint (problem->column, >, 0);
    }
}

/* The line and column are those of what is wrong. */
static void
test_place (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  const UpProblem *problem;
  const char *place;

  up_test_edit (root, "scenes[1].choices[2].next", "\"nowhere\"");
  bytes = up_test_bytes (root);
  g_assert_null (up_content_reader_read_scenario (reader, bytes, "sample.json", problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  g_assert_cmpuint (problem->line, <=, g_strv_length (lines));
  place = g_utf8_offset_to_pointer (lines[problem->line - 1], problem->column - 1);
  g_assert_true (g_str_has_prefix (place, "\"nowhere\""));
}

/* Everything is reported at once, and what the schema has said is not said again. */
static void
test_all_problems (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UpScenario) scenario = NULL;

  up_test_edit (root, "minutes", "\"eight\"");
  up_test_edit (root, "scenes[0].choices[0].feedback.text", NULL);
  up_test_edit (root, "scenes[0].choices[1].id", "\"ask\"");
  up_test_edit (root, "scenes[1].choices[2].next", "\"nowhere\"");
  up_test_edit (root, "scenes[3].choices[3].if", "[\"spoken\"]");
  scenario = read_sample (root, FALSE, NULL, problems, &error);
  up_test_print_problems (problems);

  g_assert_null (scenario);
  g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_true (up_test_has_problem (problems, "$.minutes", ""));
  g_assert_true (up_test_has_problem (problems, "$.scenes[1].choices[2].next", "No scene"));
  g_assert_true (up_test_has_problem (problems, "$.scenes[3].choices[3].if[0]", "not declared"));
}

/* A trusted file is built without its schema; if it is not sound after all, nothing crashes. */
static void
test_trusted (void)
{
  static const struct
  {
    const char *edit;
    const char *json;
  } cases[] = {
    { "id", NULL },
    { "minutes", "\"eight\"" },
    { "minutes", "-1" },
    { "revision", "99999999999" },
    { "role", "\"judge\"" },
    { "harms", "[\"harm\"]" },
    { "harms", "\"language\"" },
    { "flags", "{}" },
    { "flags[0]", "\"spoke\"" },
    { "flags[-]", "{\"id\": \"spoke\"}" },
    { "flags", "[{\"id\":\"spoke\"},{\"id\":\"b\"},{\"id\":\"c\"},{\"id\":\"d\"},{\"id\":\"e\"},"
               "{\"id\":\"f\"},{\"id\":\"g\"},{\"id\":\"h\"},{\"id\":\"i\"},{\"id\":\"j\"},"
               "{\"id\":\"k\"},{\"id\":\"l\"},{\"id\":\"m\"}]" },
    { "people", NULL },
    { "people[0]", "7" },
    { "people[0].id", "\"minh\"" },
    { "people[0].id", "\"you\"" },
    { "people[0].part", "\"villain\"" },
    { "start", NULL },
    { "scenes", "[]" },
    { "scenes", NULL },
    { "scenes", "{}" },
    { "scenes[1]", "null" },
    { "scenes[1].id", NULL },
    { "scenes[1].id", "\"one\"" },
    { "scenes[1].summary", "[]" },
    { "scenes[1].lines", NULL },
    { "scenes[1].lines[0]", "\"A line.\"" },
    { "scenes[1].lines[0].text", "null" },
    { "scenes[1].lines[0].who", "3" },
    { "scenes[1].lines[0].if", "\"spoke\"" },
    { "scenes[1].lines[0].if", "[null]" },
    { "scenes[1].present", "[{}]" },
    { "scenes[1].pivotal", "true" },
    { "scenes[0].pivotal", NULL },
    { "scenes[0].pivotal", "\"yes\"" },
    { "scenes[0].listenFor", NULL },
    { "scenes[0].listenFor", "[1]" },
    { "scenes[1].choices", "[]" },
    { "scenes[1].choices[0]", "[]" },
    { "scenes[1].choices[0].id", NULL },
    { "scenes[1].choices[0].id", "\"turn\"" },
    { "scenes[1].choices[0].way", "\"shout\"" },
    { "scenes[1].choices[0].says", NULL },
    { "scenes[1].choices[0].does", "\"A thing.\"" },
    { "scenes[1].choices[0].feedback", "\"Well.\"" },
    { "scenes[1].choices[0].feedback.weighs", "[\"weight\"]" },
    { "scenes[1].choices[0].practises", NULL },
    { "scenes[1].choices[0].practises.moves", "[[]]" },
    { "scenes[1].choices[0].next", NULL },
    { "scenes[1].choices[0].next", "[]" },
    { "scenes[1].choices[0].next", "[\"three\"]" },
    { "scenes[1].choices[0].next", "[{}]" },
    { "scenes[1].next", "\"three\"" },
    { "scenes[1].facilitator", "[]" },
    { "scenes[2].next", NULL },
    { "scenes[4].ending", "\"The end.\"" },
    { "scenes[4].ending.effects", NULL },
    { "scenes[4].ending.effects.harm", "\"gone\"" },
    { "debrief", NULL },
    { "debrief.questions", "[{}]" },
    { "facilitator", "true" },
    { "facilitator.minutes", "null" },
  };
  g_autoptr (JsonNode) sound = up_test_sample ();
  g_autoptr (UpScenario) read = read_sample (sound, TRUE, NULL, NULL, NULL);
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) list = g_bytes_new_static ("[]", 2);

  g_assert_nonnull (read);

  up_content_reader_set_trusted (reader, TRUE);
  g_assert_null (up_content_reader_read_scenario (reader, list, "list", NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = up_test_sample ();
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (GPtrArray) others = up_test_new_problems ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", cases[i].edit, cases[i].json);
      up_test_edit (root, cases[i].edit, cases[i].json);
      g_assert_null (read_sample (root, TRUE, NULL, problems, &error));
      g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
      g_assert_cmpuint (problems->len, >, 0);

      /* The schema finds the same at least. */
      g_assert_null (read_sample (root, FALSE, NULL, others, NULL));
      g_assert_cmpuint (others->len, >, 0);
    }
}

static void
test_steps (void)
{
  static const struct
  {
    const char    *text;
    UpContentError error;
  } cases[] = {
    { "", UP_CONTENT_ERROR_SYNTAX },
    { "{\"format\": \"upstander-scenario/1\",", UP_CONTENT_ERROR_SYNTAX },
    { "{\"format\": \"upstander-scenario/1\", \"format\": \"b\"}", UP_CONTENT_ERROR_SYNTAX },
    { "{\"format\": \"\xff\"}", UP_CONTENT_ERROR_ENCODING },
    { "{\"format\": \"a\\u0000b\"}", UP_CONTENT_ERROR_ENCODING },
    { "[]", UP_CONTENT_ERROR_FORMAT },
    { "{}", UP_CONTENT_ERROR_FORMAT },
    { "{\"format\": \"upstander-guide/1\"}", UP_CONTENT_ERROR_FORMAT },
    { "{\"format\": \"upstander-scenario/2\"}", UP_CONTENT_ERROR_FORMAT },
    { "{\"format\": \"upstander-scenario/1\"}", UP_CONTENT_ERROR_INVALID },
    { "{\"format\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
      UP_CONTENT_ERROR_TOO_LARGE },
  };
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  UpContentLimits limits = up_content_default_limits;
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (GBytes) sample = up_test_bytes (root);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (GError) error = NULL;

      g_assert_null (up_content_reader_read_scenario (reader, bytes, "a", problems, &error));
      up_test_print_problems (problems);
      g_assert_error (error, UP_CONTENT_ERROR, (int) cases[i].error);
      g_assert_cmpuint (problems->len, >, 0);
      for (guint j = 0; j < problems->len; j++)
        g_assert_cmpstr (((UpProblem *) g_ptr_array_index (problems, j))->file, ==, "a");
    }

  limits.bytes = g_bytes_get_size (sample) - 1;
  up_content_reader_set_limits (reader, &limits);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (up_content_reader_read_scenario (reader, sample, "a", NULL, &error));
    g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_TOO_LARGE);
  }

  limits.bytes = 0;
  limits.scenes = 6;
  up_content_reader_set_limits (reader, &limits);
  g_assert_null (up_content_reader_read_scenario (reader, sample, "a", NULL, NULL));

  limits.scenes = 7;
  up_content_reader_set_limits (reader, &limits);
  g_object_unref (up_content_reader_read_scenario (reader, sample, "a", NULL, NULL));
}

static void
test_problem_limit (void)
{
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  UpContentLimits limits = up_content_default_limits;

  /* Something of another file stands in the list already. */
  g_ptr_array_add (problems, up_problem_new ("$", "Another."));

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        g_autofree char *path = g_strdup_printf ("scenes[%u].choices[%u].next", i + (i == 2), j);

        up_test_edit (root, path, "\"nowhere\"");
      }
  bytes = up_test_bytes (root);

  limits.problems = 4;
  up_content_reader_set_limits (reader, &limits);
  g_assert_null (up_content_reader_read_scenario (reader, bytes, "a", problems, NULL));
  g_assert_cmpuint (problems->len, ==, 6);
  g_assert_true (up_test_has_problem (problems, "$", "more problems"));

  g_ptr_array_set_size (problems, 0);
  limits.problems = 0;
  up_content_reader_set_limits (reader, &limits);
  g_assert_null (up_content_reader_read_scenario (reader, bytes, "a", problems, NULL));
  g_assert_cmpuint (problems->len, ==, 9);
}

static void
test_translation (void)
{
  static const char texts[] =
    "{\"title\": \"Un ejemplo\", \"people/dana/who\": \"Una compañera\","
    "\"scenes/one/summary\": \"Resumen\", \"scenes/one/lines/0/text\": \"Una línea.\","
    "\"scenes/one/listenFor/2\": \"ce\", \"scenes/one/facilitator/discuss/1\": \"¿Por qué no?\","
    "\"scenes/one/choices/oppose/says\": \"Palabras.\","
    "\"scenes/one/choices/oppose/happens/0/text\": \"Ah.\","
    "\"scenes/one/choices/oppose/feedback/text\": \"Frena.\","
    "\"scenes/bridge/lines/0/manner\": \"en voz baja\","
    "\"scenes/better/ending/title\": \"Mejor\", \"debrief/questions/0\": \"¿Qué?\","
    "\"facilitator/aim\": \"Ver.\", \"summary\": \"\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (texts, strlen (texts));
  g_autoptr (GError) error = NULL;
  g_autoptr (UpTranslation) translation = up_translation_new ("es", bytes, &error);
  g_autoptr (JsonNode) root = up_test_sample ();
  g_autoptr (UpScenario) scenario = NULL;
  const UpScene *one;
  const UpChoice *oppose;

  g_assert_no_error (error);
  g_assert_cmpstr (up_translation_get_language (translation), ==, "es");
  g_assert_cmpstr (up_translation_lookup (translation, "title"), ==, "Un ejemplo");
  g_assert_null (up_translation_lookup (translation, "no/such"));

  scenario = read_sample (root, TRUE, translation, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&translation);

  assert_text (up_scenario_get_title (scenario), "Un ejemplo", "es");
  assert_text (up_scenario_get_summary (scenario), "For tests.", "en");
  assert_text (up_scenario_find_person (scenario, "dana")->who, "Una compañera", "es");
  assert_text (up_scenario_find_person (scenario, "minh")->who, "Another", "en");
  assert_text (up_scenario_get_question (scenario, 0), "¿Qué?", "es");
  assert_text (up_scenario_get_facilitator_aim (scenario), "Ver.", "es");

  one = up_scenario_find_scene (scenario, "one");
  assert_text (up_scene_get_summary (one), "Resumen", "es");
  assert_text (up_scene_get_line (one, 0)->text, "Una línea.", "es");
  assert_text (up_scene_get_listen_for (one, 2), "ce", "es");
  assert_text (up_scene_get_listen_for (one, 1), "b", "en");
  assert_text (up_scene_get_discuss (one, 1), "¿Por qué no?", "es");
  oppose = up_scene_find_choice (one, "oppose");
  assert_text (up_choice_get_text (oppose), "Palabras.", "es");
  assert_text (up_choice_get_happens (oppose, 0)->text, "Ah.", "es");
  assert_text (up_choice_get_feedback (oppose), "Frena.", "es");
  assert_text (up_choice_get_text (up_scene_find_choice (one, "ask")),
               "Some words of one length.", "en");
  assert_text (up_scene_get_line (up_scenario_find_scene (scenario, "bridge"), 0)->manner,
               "en voz baja", "es");
  assert_text (up_scene_get_ending_title (up_scenario_find_scene (scenario, "better")), "Mejor",
               "es");
}

static void
test_bad_translation (void)
{
  static const struct
  {
    const char    *text;
    UpContentError error;
  } cases[] = {
    { "", UP_CONTENT_ERROR_SYNTAX },
    { "{", UP_CONTENT_ERROR_SYNTAX },
    { "[]", UP_CONTENT_ERROR_INVALID },
    { "{\"title\": 3}", UP_CONTENT_ERROR_INVALID },
    { "{\"title\": null}", UP_CONTENT_ERROR_INVALID },
    { "{\"title\": {}}", UP_CONTENT_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (up_translation_new ("es", bytes, &error));
      g_assert_error (error, UP_CONTENT_ERROR, (int) cases[i].error);
    }
}

static void
test_guide (void)
{
  static const char text[] =
    "{\"format\": \"upstander-guide/1\", \"chapters\": [{\"id\": \"what\", \"title\": \"What\","
    "\"summary\": \"In short.\", \"picture\": \"two-ways\", \"blocks\": ["
    "{\"kind\": \"text\", \"id\": \"a\", \"title\": \"T\", \"text\": [\"One.\", \"Two.\"],"
    " \"covers\": [\"why.stop\"], \"ours\": true},"
    "{\"kind\": \"compare\", \"id\": \"b\", \"title\": \"C\", \"columns\": ["
    " {\"id\": \"in\", \"title\": \"In\", \"points\": [{\"id\": \"p\", \"title\": \"P\","
    "  \"text\": \"Pt.\", \"covers\": [\"what.in\"]}]},"
    " {\"id\": \"out\", \"title\": \"Out\", \"points\": [{\"id\": \"p\", \"title\": \"P\","
    "  \"text\": \"Pt.\", \"covers\": [\"what.out\"]}]}]},"
    "{\"kind\": \"steps\", \"id\": \"c\", \"title\": \"S\", \"steps\": [{\"id\": \"s\","
    " \"title\": \"First\", \"text\": \"Do.\", \"covers\": [\"receive.pause\"]},"
    " {\"id\": \"t\", \"title\": \"Then\", \"text\": \"Do.\", \"covers\": [\"receive.listen\"]}]},"
    "{\"kind\": \"note\", \"id\": \"d\", \"tone\": \"care\", \"text\": \"Rest.\"},"
    "{\"kind\": \"moves\", \"id\": \"e\", \"title\": \"M\", \"moves\": [\"ask-intention\"]},"
    "{\"kind\": \"scenarios\", \"id\": \"f\", \"title\": \"N\", \"scenarios\": [\"sample\"]},"
    "{\"kind\": \"sources\", \"id\": \"g\", \"title\": \"S\", \"sources\": ["
    " {\"id\": \"x\", \"authors\": [\"A. B.\", \"C. D.\"], \"title\": \"Book\","
    "  \"publisher\": \"House\", \"year\": 2019},"
    " {\"id\": \"y\", \"authors\": [\"E. F.\"], \"role\": \"Reader\","
    "  \"organisation\": \"School\"}], \"covers\": [\"sources.credits\"]}]}]}";
  static const char texts[] =
    "{\"chapters/what/title\": \"Qué\", \"chapters/what/blocks/a/text/1\": \"Dos.\","
    "\"chapters/what/blocks/b/columns/out/points/p/text\": \"Pt es.\","
    "\"chapters/what/blocks/d/text\": \"Descansa.\"}";
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) translated = g_bytes_new_static (texts, strlen (texts));
  g_autoptr (UpTranslation) translation = up_translation_new ("es", translated, NULL);
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UpGuide) guide = NULL;
  g_autoptr (UpChapter) chapter = NULL;
  const UpBlock *block = NULL;

  up_content_reader_set_translation (reader, translation);
  guide = up_content_reader_read_guide (reader, bytes, "guide.json", problems, &error);
  up_test_print_problems (problems);
  g_assert_no_error (error);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (guide)) == UP_TYPE_CHAPTER);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (guide)), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (guide), 1));
  chapter = g_list_model_get_item (G_LIST_MODEL (guide), 0);
  g_assert_true (up_guide_find_chapter (guide, "what") == chapter);
  g_assert_null (up_guide_find_chapter (guide, "why"));

  g_assert_true (up_guide_find_point (guide, "what.out", &block) == chapter);
  g_assert_cmpstr (block->id, ==, "b");
  g_assert_true (up_guide_find_point (guide, "receive.listen", &block) == chapter);
  g_assert_cmpstr (block->id, ==, "c");
  g_assert_true (up_guide_find_point (guide, "sources.credits", NULL) == chapter);
  g_assert_null (up_guide_find_point (guide, "no.point", NULL));

  /* A chapter outlives its guide. */
  g_clear_object (&guide);
  g_assert_cmpstr (up_chapter_get_id (chapter), ==, "what");
  assert_text (up_chapter_get_title (chapter), "Qué", "es");
  assert_text (up_chapter_get_summary (chapter), "In short.", "en");
  g_assert_cmpstr (up_chapter_get_picture (chapter), ==, "two-ways");
  g_assert_cmpuint (up_chapter_get_n_blocks (chapter), ==, 7);

  block = up_chapter_get_block (chapter, 0);
  g_assert_cmpint (block->kind, ==, UP_BLOCK_TEXT);
  g_assert_true (block->ours);
  g_assert_cmpuint (block->n_paragraphs, ==, 2);
  assert_text (block->paragraphs[0], "One.", "en");
  assert_text (block->paragraphs[1], "Dos.", "es");
  g_assert_cmpstr (block->covers[0], ==, "why.stop");
  g_assert_null (block->covers[1]);

  block = up_chapter_get_block (chapter, 1);
  g_assert_cmpint (block->kind, ==, UP_BLOCK_COMPARE);
  g_assert_false (block->ours);
  g_assert_cmpuint (block->n_columns, ==, 2);
  g_assert_cmpstr (block->columns[1].id, ==, "out");
  assert_text (block->columns[1].parts[0].text, "Pt es.", "es");
  assert_text (block->columns[0].parts[0].text, "Pt.", "en");
  g_assert_null (block->covers[0]);

  block = up_chapter_get_block (chapter, 3);
  g_assert_cmpint (block->kind, ==, UP_BLOCK_NOTE);
  g_assert_cmpstr (block->tone, ==, "care");
  g_assert_cmpuint (block->n_paragraphs, ==, 1);
  assert_text (block->paragraphs[0], "Descansa.", "es");

  block = up_chapter_get_block (chapter, 4);
  g_assert_cmpint (block->kind, ==, UP_BLOCK_MOVES);
  g_assert_cmpstr (block->refs[0], ==, "ask-intention");
  g_assert_null (block->refs[1]);
  block = up_chapter_get_block (chapter, 5);
  g_assert_cmpint (block->kind, ==, UP_BLOCK_SCENARIOS);
  g_assert_cmpstr (block->refs[0], ==, "sample");

  block = up_chapter_get_block (chapter, 6);
  g_assert_cmpuint (block->n_parts, ==, 2);
  g_assert_cmpstr (block->parts[0].title.text, ==, "Book");
  g_assert_cmpstr (block->parts[0].text.text, ==, "A. B.; C. D. · House · 2019");
  g_assert_cmpstr (block->parts[1].title.text, ==, "E. F.");
  g_assert_cmpstr (block->parts[1].text.text, ==, "Reader · School");
}

#define PHRASE_HEAD \
  "{\"format\": \"upstander-phrases/1\", \"language\": \"es\", \"review\": \"unreviewed\"," \
  "\"note\": \"Nota.\", \"phrases\": ["
#define PHRASE(id, text, more) \
  "{\"id\": \"" id "\", \"move\": \"ask-intention\", \"lean\": \"in\", \"address\": \"informal\"," \
  "\"text\": \"" text "\", \"serves\": \"S.\", \"fails\": \"F.\", \"reply\": \"R.\", \"goOn\": \"G.\"" \
  more "}"
#define BLANKS(id) ", \"blanks\": [{\"id\": \"" id "\", \"label\": \"lo dicho\"}]"

static void
test_phrases (void)
{
  static const char text[] =
    PHRASE_HEAD PHRASE ("a", "¿«{remark}», {remark}?", BLANKS ("remark") ", \"culture\": \"C.\"") ","
    PHRASE ("b", "Sin huecos.", "") "]}";
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GHashTable) filled = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) phrases = NULL;
  g_autoptr (UpPhrase) phrase = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *blank = NULL;
  g_autofree char *full = NULL;
  g_autofree char *whole = NULL;

  phrases = up_content_reader_read_phrases (reader, bytes, "es.json", problems, &error);
  up_test_print_problems (problems);
  g_assert_no_error (error);
  g_assert_cmpuint (phrases->len, ==, 2);

  whole = up_phrase_fill (g_ptr_array_index (phrases, 1), NULL);
  g_assert_cmpstr (whole, ==, "Sin huecos.");
  phrase = g_object_ref (g_ptr_array_index (phrases, 0));
  g_clear_pointer (&phrases, g_ptr_array_unref);

  g_assert_cmpstr (up_phrase_get_id (phrase), ==, "a");
  g_assert_cmpstr (up_phrase_get_move (phrase), ==, "ask-intention");
  g_assert_cmpint (up_phrase_get_lean (phrase), ==, UP_LEAN_IN);
  g_assert_cmpint (up_phrase_get_address (phrase), ==,
                   up_terms_parse (UP_TERMS_ADDRESS, "informal"));
  g_assert_cmpint (up_phrase_get_review (phrase), ==,
                   up_terms_parse (UP_TERMS_REVIEW, "unreviewed"));
  assert_text (up_phrase_get_text (phrase), "¿«{remark}», {remark}?", "es");
  assert_text (up_phrase_get_serves (phrase), "S.", "es");
  assert_text (up_phrase_get_fails (phrase), "F.", "es");
  assert_text (up_phrase_get_reply (phrase), "R.", "es");
  assert_text (up_phrase_get_go_on (phrase), "G.", "es");
  assert_text (up_phrase_get_culture (phrase), "C.", "es");
  g_assert_cmpuint (up_phrase_get_n_blanks (phrase), ==, 1);
  g_assert_cmpstr (up_phrase_get_blank (phrase, 0)->id, ==, "remark");
  assert_text (up_phrase_get_blank (phrase, 0)->label, "lo dicho", "es");

  empty = up_phrase_fill (phrase, NULL);
  g_assert_cmpstr (empty, ==, "¿«[lo dicho]», [lo dicho]?");
  g_hash_table_insert (filled, (gpointer) "remark", (gpointer) "  ");
  blank = up_phrase_fill (phrase, filled);
  g_assert_cmpstr (blank, ==, empty);
  g_hash_table_insert (filled, (gpointer) "remark", (gpointer) " {remark} ");
  full = up_phrase_fill (phrase, filled);
  g_assert_cmpstr (full, ==, "¿«{remark}», {remark}?");
}

static void
test_phrase_cross_checks (void)
{
  static const struct
  {
    const char *text;
    const char *path;
    const char *message;
  } cases[] = {
    { PHRASE_HEAD PHRASE ("a", "{what}", BLANKS ("remark")) "]}", "$.phrases[0].text",
      "not declared" },
    { PHRASE_HEAD PHRASE ("a", "{what}", BLANKS ("remark")) "]}", "$.phrases[0].blanks[0]",
      "not in the phrase" },
    { PHRASE_HEAD PHRASE ("a", "{what}", "") "]}", "$.phrases[0].text", "not declared" },
    { PHRASE_HEAD PHRASE ("a", "What}", "") "]}", "$.phrases[0].text", "" },
    { PHRASE_HEAD PHRASE ("a", "{ {remark}", BLANKS ("remark")) "]}", "$.phrases[0].text", "" },
    { PHRASE_HEAD PHRASE ("a", "A", "") "," PHRASE ("a", "B", "") "]}", "$.phrases[1].id", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UpContentReader) reader = up_content_reader_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      for (int trusted = 0; trusted < 2; trusted++)
        {
          g_autoptr (GPtrArray) problems = up_test_new_problems ();

          up_content_reader_set_trusted (reader, trusted);
          g_assert_null (up_content_reader_read_phrases (reader, bytes, "a", problems, NULL));
          up_test_print_problems (problems);
          g_assert_true (up_test_has_problem (problems, cases[i].path, cases[i].message));
        }
    }
}

static void
test_moves (void)
{
  static const char text[] =
    "{\"format\": \"upstander-moves/1\", \"moves\": [{\"id\": \"ask-intention\","
    "\"title\": \"Ask\", \"summary\": \"A question.\", \"lean\": \"in\","
    "\"for\": [\"ally\", \"leader\"], \"covers\": [\"how.in.intention\"]}]}";
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  UpMove *move;

  moves = up_content_reader_read_moves (reader, bytes, "moves.json", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 1);
  move = g_ptr_array_index (moves, 0);
  g_assert_cmpstr (up_move_get_id (move), ==, "ask-intention");
  assert_text (up_move_get_title (move), "Ask", "en");
  assert_text (up_move_get_summary (move), "A question.", "en");
  g_assert_cmpint (up_move_get_lean (move), ==, UP_LEAN_IN);
  g_assert_true (up_move_is_for (move, UP_ROLE_ALLY));
  g_assert_false (up_move_is_for (move, UP_ROLE_TARGET));
  g_assert_false (up_move_is_for (move, UP_ROLE_CALLED));
  g_assert_true (up_move_is_for (move, UP_ROLE_LEADER));
  g_assert_cmpstr (up_move_get_covers (move)[0], ==, "how.in.intention");
}

static void
read_shipped (const char *folder)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GPtrArray) problems = up_test_new_problems ();
      g_autoptr (GError) error = NULL;
      g_autoptr (UpScenario) scenario = NULL;
      g_autoptr (GBytes) bytes = NULL;
      char *text;
      gsize length;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new_take (text, length);
      up_content_reader_read_any (reader, bytes, name, problems, &scenario, &error);
      up_test_print_problems (problems);
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);

      if (g_str_has_suffix (folder, "scenarios"))
        {
          g_autofree char *file = g_strconcat (up_scenario_get_id (scenario), ".json", NULL);

          g_assert_cmpstr (file, ==, name);
        }
      else
        {
          g_assert_null (scenario);
        }
    }
}

/* Everything that comes with the app. */
static void
test_shipped (void)
{
  const char *const folders[] = { "", "agendas", "phrases", "scenarios" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder =
        g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", folders[i], NULL);

      read_shipped (folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content-reader/scenario", test_scenario);
  g_test_add_func ("/content-reader/cross-checks", test_cross_checks);
  g_test_add_func ("/content-reader/place", test_place);
  g_test_add_func ("/content-reader/all-problems", test_all_problems);
  g_test_add_func ("/content-reader/trusted", test_trusted);
  g_test_add_func ("/content-reader/steps", test_steps);
  g_test_add_func ("/content-reader/problem-limit", test_problem_limit);
  g_test_add_func ("/content-reader/translation", test_translation);
  g_test_add_func ("/content-reader/bad-translation", test_bad_translation);
  g_test_add_func ("/content-reader/guide", test_guide);
  g_test_add_func ("/content-reader/phrases", test_phrases);
  g_test_add_func ("/content-reader/phrase-cross-checks", test_phrase_cross_checks);
  g_test_add_func ("/content-reader/moves", test_moves);
  g_test_add_func ("/content-reader/shipped", test_shipped);

  return g_test_run ();
}
