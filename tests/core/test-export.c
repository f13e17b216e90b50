/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-export.h"

#include "up-entry-private.h"
#include "up-test-entries.h"

/* Words that only a person can have written, so that any of them in a text is a leak. */
#define NOTICED "Qnotice"
#define ANSWER "Qanswer"
#define WORDS "Qwords"
#define IF "Qif"
#define THEN "Qthen"
#define HAPPENED "Qhappened"
#define NEXT "Qnext"
#define NOTE_TEXT "Qnote"
#define MOMENT_WORDS "Qmoment"
#define WAY_WORDS "Qway"
#define WAY_ANSWER "They have power over you" /* to “Which way?” */
#define CONTACT "Qcontact"

static const char *const personal[] = { NOTICED,      ANSWER,    WORDS,     IF,
                                        THEN,         HAPPENED,  NEXT,      NOTE_TEXT,
                                        MOMENT_WORDS, WAY_WORDS, WAY_ANSWER };

#define SCENARIO "stand-up-accent"

/* Walks to an ending by the first open choice each time, after having tried the second one first. */
static void
practise (UpRun *run)
{
  gboolean tried = FALSE;

  while (up_run_get_phase (run) != UP_PHASE_ENDING)
    {
      const UpScene *scene = up_run_get_scene (run);
      const UpChoice *open[8];
      guint n = 0;

      for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
        if (up_run_is_open (run, up_scene_get_choice (scene, i)))
          open[n++] = up_scene_get_choice (scene, i);

      up_run_choose (run, open[tried ? 0 : 1]);
      up_run_set_notice (run, NOTICED);
      up_run_advance (run);
      if (!tried)
        up_run_take_back (run);
      else
        up_run_advance (run);
      tried = TRUE;
    }
}

/* A journal in which everything is said that can be said. */
static UpCatalog *
fill (Fixture *self)
{
  UpCatalog *catalog = up_catalog_new ("en");
  g_autoptr (UpScenario) scenario = up_catalog_load_scenario (catalog, SCENARIO, NULL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  const char *plan;

  practise (run);
  up_run_set_confidence (run, UP_CONFIDENCE_BEFORE, 2);
  up_run_set_confidence (run, UP_CONFIDENCE_AFTER, 4);
  up_run_set_answer (run, 1, ANSWER);
  up_run_set_words (run, WORDS);
  up_run_add_seconds (run, 3725);
  up_journal_finish_run (self->journal, run);
  plan = up_journal_add_plan (self->journal, SCENARIO, IF, THEN, TEST_TIME);
  up_journal_review_plan (self->journal, plan, UP_OUTCOME_CAME_UP, HAPPENED, NEXT, 0);
  up_journal_add_note (self->journal, NULL, NULL, NOTE_TEXT);
  up_journal_add_moment (self->journal, "corridor", "In the corridor", "en", MOMENT_WORDS);
  up_journal_add_which_way (self->journal, (UpText) { "Which way?", "en" },
                            "influence=power;gone=yes", WAY_WORDS);
  up_journal_set_contact (self->journal, "helpline", CONTACT);

  return catalog;
}

static GPtrArray *
select_all (Fixture *self)
{
  return up_export_select (up_journal_get_entries (self->journal), 0);
}

static void
assert_free_of (const char *text, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, words[i]) != NULL)
      g_error ("“%s” leaves in: %s", words[i], text);
}

/* Title, date and minutes, and no other word of the journal. */
static void
test_completion (Fixture *self, gconstpointer data)
{
  g_autoptr (UpCatalog) catalog = fill (self);
  g_autoptr (GPtrArray) entries = select_all (self);
  g_autofree char *csv = up_export_completion (entries);
  g_autoptr (UpScenario) scenario = up_catalog_load_scenario (catalog, SCENARIO, NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (TEST_TIME);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *expected =
    g_strdup_printf ("\ufeff\"Title\",\"Date\",\"Minutes\"\r\n\"%s\",%s,62\r\n",
                     up_scenario_get_title (scenario).text, day);

  g_assert_cmpuint (entries->len, ==, 5);
  g_assert_cmpstr (csv, ==, expected);
}

static UpEntry *
read_attempt (const char *json)
{
  return up_entry_new_for_json (g_strdup (json), UP_ENTRY_FILE_ATTEMPTS, UP_JOURNAL_VERSION);
}

static char *
complete_title (const char *title)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, "x");
  json_builder_set_member_name (builder, "scenario");
  json_builder_add_string_value (builder, "y");
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, title);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  json = json_to_string (node, FALSE);
  g_ptr_array_add (entries, read_attempt (json));
  csv = up_export_completion (entries);
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);

  return g_strdup (lines[1]);
}

/* A title is text to every reader of CSV, and no formula to a spreadsheet. */
static void
test_fields (void)
{
  static const char *const titles[][2] = {
    { "Plain, with a comma", "\"Plain, with a comma\",," },
    { "He said \"no\"", "\"He said \"\"no\"\"\",," },
    { "=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\",," },
    { "+1", "\"'+1\",," },
    { "-1", "\"'-1\",," },
    { "@SUM(A1)", "\"'@SUM(A1)\",," },
    { " \t=1", "\"'=1\",," },
    { "\r=1", "\"'=1\",," },
    { "＝1", "\"'＝1\",," },
    { "two\r\nlines", "\"two  lines\",," },
    { "1+1=2", "\"1+1=2\",," },
    { "النكتة", "\"النكتة\",," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *line = complete_title (titles[i][0]);

      g_assert_cmpstr (line, ==, titles[i][1]);
    }
}

static void
assert_minutes (guint seconds, guint minutes)
{
  g_autofree char *json =
    g_strdup_printf ("{\"version\":1,\"id\":\"x\",\"scenario\":\"y\",\"seconds\":%u}", seconds);
  g_autoptr (UpEntry) attempt = read_attempt (json);

  g_assert_cmpuint (up_entry_get_minutes (attempt), ==, minutes);
}

static void
test_minutes (void)
{
  assert_minutes (0, 0);
  assert_minutes (1, 1);
  assert_minutes (89, 1);
  assert_minutes (90, 2);
  assert_minutes (3600, 60);
  assert_minutes (G_MAXINT, 1440);
}

/* What is made here is held against the specification by check/xapi.py. */
static void
test_statements (Fixture *self, gconstpointer data)
{
  g_autoptr (UpCatalog) catalog = fill (self);
  g_autoptr (GPtrArray) entries = select_all (self);
  g_autofree char *bare = up_export_xapi (entries, catalog, FALSE);
  g_autofree char *full = up_export_xapi (entries, catalog, TRUE);
  g_autofree char *again = up_export_xapi (entries, catalog, TRUE);

  g_assert_cmpstr (full, ==, again);
  assert_free_of (bare, personal, G_N_ELEMENTS (personal));
  assert_free_of (bare, (const char *[]) { "confidence" }, 1);
  assert_free_of (full, (const char *[]) { CONTACT, "score", "success", "correctResponses" }, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    g_assert_nonnull (strstr (full, personal[i]));
}

static JsonObject *
find_statement (JsonArray *statements, const char *verb, guint index)
{
  for (guint i = 0; i < json_array_get_length (statements); i++)
    {
      JsonObject *statement = json_array_get_object_element (statements, i);
      const char *id =
        json_object_get_string_member (json_object_get_object_member (statement, "verb"), "id");

      if (g_str_has_suffix (id, verb) && index-- == 0)
        return statement;
    }

  return NULL;
}

/* The choices of a statement are those that were open at its decision, and its response is the one made. */
static void
test_choices (Fixture *self, gconstpointer data)
{
  g_autoptr (UpCatalog) catalog = fill (self);
  g_autoptr (UpScenario) scenario = up_catalog_load_scenario (catalog, SCENARIO, NULL);
  g_autoptr (GPtrArray) entries = select_all (self);
  UpEntry *attempt = test_find_entry (self->journal, UP_ENTRY_ATTEMPT, 0);
  g_autoptr (JsonNode) saved = up_entry_load_run (attempt);
  g_autoptr (UpRun) run = up_run_load (scenario, saved, NULL, NULL);
  g_autofree char *json = up_export_xapi (entries, catalog, FALSE);
  g_autoptr (JsonNode) root = test_parse (json);
  JsonArray *statements = json_node_get_array (root);
  JsonObject *completed = find_statement (statements, "/completed", 0);
  guint n_steps = up_run_get_n_steps (run);

  g_assert_cmpuint (n_steps, >, 3);
  for (guint number = 1; number <= n_steps; number++)
    {
      const UpStep *step = up_run_find_step (run, number);
      JsonObject *statement = find_statement (statements, "/answered", number - 1);
      JsonObject *activity = json_object_get_object_member (statement, "object");
      JsonArray *choices = json_object_get_array_member (
        json_object_get_object_member (activity, "definition"), "choices");
      guint n_open = 0;

      g_assert_cmpstr (json_object_get_string_member (
                         json_object_get_object_member (statement, "result"), "response"),
                       ==, up_choice_get_id (up_step_get_choice (step)));
      g_assert_true (g_str_has_suffix (json_object_get_string_member (activity, "id"),
                                       up_scene_get_id (up_step_get_scene (step))));

      up_run_go_before (run, step);
      for (guint i = 0; i < up_scene_get_n_choices (up_step_get_scene (step)); i++)
        {
          const UpChoice *choice = up_scene_get_choice (up_step_get_scene (step), i);

          if (!up_run_is_open (run, choice))
            continue;
          g_assert_cmpstr (
            json_object_get_string_member (json_array_get_object_element (choices, n_open), "id"),
            ==, up_choice_get_id (choice));
          n_open++;
        }
      g_assert_cmpuint (json_array_get_length (choices), ==, n_open);
    }
  g_assert_null (find_statement (statements, "/answered", n_steps));

  g_assert_cmpstr (
    json_object_get_string_member (json_object_get_object_member (completed, "result"), "duration"),
    ==, "PT1H2M5S");
  g_assert_cmpstr (json_object_get_string_member (
                     json_object_get_object_member (completed, "context"), "registration"),
                   ==, up_entry_get_id (attempt));
}

/* As Python has it. */
static void
test_uuid (void)
{
  g_autofree char *uuid = up_export_make_uuid ("https://upstander-app.github.io");
  g_autofree char *other = up_export_make_uuid ("https://upstander-app.github.io/");

  g_assert_cmpstr (uuid, ==, "ec5fac46-81e5-52b1-a6f3-d826456d3983");
  g_assert_cmpstr (uuid, !=, other);
}

static char *
write_markdown (Fixture *self, UpCatalog *catalog, gboolean with_personal)
{
  g_autoptr (GPtrArray) entries = select_all (self);
  g_autoptr (UpDocument) page = up_export_page (entries, catalog, with_personal);

  return up_document_to_markdown (page);
}

static void
test_page (Fixture *self, gconstpointer data)
{
  g_autoptr (UpCatalog) catalog = fill (self);
  g_autofree char *bare = write_markdown (self, catalog, FALSE);
  g_autofree char *full = write_markdown (self, catalog, TRUE);
  const char *place = full;
  static const char *const order[] = { "# Practice Journal\n\n## ",
                                       "### Which way?\n",
                                       WAY_ANSWER,
                                       "#### In Own Words\n\n> " WAY_WORDS,
                                       "### In the corridor\n",
                                       "> " MOMENT_WORDS,
                                       "### Note\n",
                                       NOTE_TEXT,
                                       "### Plan\n",
                                       "> " HAPPENED,
                                       "> " NEXT,
                                       "Attempt · 62 minutes\n",
                                       "#### The Way Taken\n\n1. ",
                                       "   > " NOTICED,
                                       "\n2. ",
                                       "#### Also Tried\n\n- ",
                                       "#### Confidence\n",
                                       "#### In Own Words\n\n> " WORDS,
                                       "> " ANSWER };

  assert_free_of (bare, personal, G_N_ELEMENTS (personal));
  assert_free_of (bare, (const char *[]) { "Confidence" }, 1);
  assert_free_of (full, (const char *[]) { CONTACT }, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = strstr (place, order[i]);

      if (found == NULL)
        g_error ("“%s” is missing after: %s", order[i], place);
      place = found + 1;
    }
}

/* A period takes what was done in it, and one entry is as good as many. */
static void
test_period (Fixture *self, gconstpointer data)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  g_autoptr (GPtrArray) later = NULL;
  g_autofree char *json = NULL;

  up_journal_add_note (self->journal, NULL, NULL, "Before");
  test_later = 60;
  up_journal_add_note (self->journal, NULL, NULL, "After");
  later = up_export_select (up_journal_get_entries (self->journal), TEST_TIME + 60);
  g_assert_cmpuint (later->len, ==, 1);
  json = up_export_xapi (later, catalog, TRUE);
  g_assert_nonnull (strstr (json, "After"));
  g_assert_null (strstr (json, "Before"));
}

/* What the scenario is not there for any more, or cannot be read, is told without its steps. */
static void
test_gone (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UpDocument) page = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;

  g_ptr_array_add (entries,
                   read_attempt ("{\"version\":1,\"id\":\"one two\",\"scenario\":\"no such/one\","
                                 "\"language\":\"not a tag\",\"title\":\"T\",\"run\":{}}"));
  g_ptr_array_add (entries, read_attempt ("{\"version\":1,\"id\":\"bare\",\"scenario\":\"gone\"}"));
  json = up_export_xapi (entries, catalog, TRUE);
  g_assert_nonnull (strstr (json, "/xapi/scenario/no%20such%2Fone\""));
  g_assert_nonnull (strstr (json, "\"und\" : \"T\""));
  page = up_export_page (entries, catalog, TRUE);
  g_assert_cmpuint (up_document_get_n_blocks (page), >, 2);
  csv = up_export_completion (entries);
  g_assert_nonnull (strstr (csv, "\"T\",,\r\n"));
}

/* For check/xapi.py: the statements of a journal in which there is everything. */
static int
print_statements (const char *language)
{
  Fixture fixture = { 0 };
  g_autoptr (UpCatalog) catalog = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *json = NULL;

  test_set_up (&fixture, NULL);
  catalog = fill (&fixture);
  up_catalog_set_language (catalog, language);
  entries = select_all (&fixture);
  json = up_export_xapi (entries, catalog, TRUE);
  fputs (json, stdout);
  test_tear_down (&fixture, NULL);

  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--print"))
    return print_statements (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, test_set_up, function, test_tear_down)
  ADD ("/export/completion", test_completion);
  g_test_add_func ("/export/fields", test_fields);
  g_test_add_func ("/export/minutes", test_minutes);
  ADD ("/export/statements", test_statements);
  ADD ("/export/choices", test_choices);
  g_test_add_func ("/export/uuid", test_uuid);
  ADD ("/export/page", test_page);
  ADD ("/export/period", test_period);
  g_test_add_func ("/export/gone", test_gone);

  return g_test_run ();
}
