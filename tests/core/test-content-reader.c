/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-sample.h"

#include <locale.h>

static UpScenario *
read_sample (JsonNode *root, gboolean trusted, GPtrArray *problems, GError **error)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = up_test_bytes (root);

  up_content_reader_set_trusted (reader, trusted);

  return up_content_reader_read_scenario (reader, bytes, "sample.json", problems, error);
}

static void
assert_text (UpText text, const char *words, const char *language)
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

  up_test_edit (root, "shows", "[\"habit\", \"talk-fails\"]");
  up_test_edit (root, "scenes[3].choices[0]",
                "{\"id\": \"write\", \"way\": \"document\", \"does\": \"Note it.\","
                "\"unless\": [\"spoke\"], \"happens\": [{\"text\": \"Ink.\", \"if\": [\"spoke\"]},"
                "{\"who\": \"minh\", \"to\": \"dana\", \"manner\": \"softly\", \"text\": \"Hm.\"}],"
                "\"feedback\": {\"text\": \"It keeps.\", \"weighs\": [\"impact\", \"wishes\"],"
                "\"leavesOpen\": [\"safety\"], \"instead\": \"I saw it.\"},"
                "\"practises\": {\"moves\": [\"name-impact\", \"set-limit\"], \"guide\": []},"
                "\"next\": \"open\"}");
  up_test_edit (root, "scenes[3].choices[1].to", "\"dana\"");
  up_test_edit (root, "minutes", "8.0");
  scenario = read_sample (root, FALSE, problems, &error);
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
  g_assert_true (up_scenario_shows (scenario, UP_SHOWS_HABIT));
  g_assert_true (up_scenario_shows (scenario, UP_SHOWS_TALK_FAILS));
  g_assert_false (up_scenario_shows (scenario, UP_SHOWS_OUT_SERVES));
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

  g_assert_cmpuint (up_scenario_get_n_scenes (scenario), ==, 10);
  g_assert_cmpstr (up_scene_get_id (up_scenario_get_start (scenario)), ==, "dawn");
  one = up_scenario_find_scene (scenario, "one");
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
                   up_terms_parse (UP_TERMS_EFFECT_HARM, "stopped"));
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
    { "scenes[3].choices[2].next[0].if", NULL, "$.scenes[3].choices[2].next[0]", "are never taken",
      "choice “turn” of scene “three”", NULL },
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
      scenario = read_sample (root, FALSE, problems, &error);
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
  scenario = read_sample (root, FALSE, problems, &error);
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
    { "shows", "[\"surprise\"]" },
    { "shows", "\"habit\"" },
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
  g_autoptr (UpScenario) read = read_sample (sound, TRUE, NULL, NULL);
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
      g_assert_null (read_sample (root, TRUE, problems, &error));
      g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
      g_assert_cmpuint (problems->len, >, 0);

      /* The schema finds the same at least. */
      g_assert_null (read_sample (root, FALSE, others, NULL));
      g_assert_cmpuint (others->len, >, 0);
    }
}

static void
test_steps (void)
{
  static const struct
  {
    const char *text;
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
    { "{\"format\": "
      "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
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
    g_assert_null (strstr (error->message, "null"));
  }

  limits.bytes = 0;
  limits.scenes = 9;
  up_content_reader_set_limits (reader, &limits);
  g_assert_null (up_content_reader_read_scenario (reader, sample, "a", NULL, NULL));

  limits.scenes = 10;
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
      up_content_reader_read_any (reader, bytes, name, NULL, problems, &scenario, &error);
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
main (int argc, char *argv[])
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
  g_test_add_func ("/content-reader/shipped", test_shipped);

  return g_test_run ();
}
