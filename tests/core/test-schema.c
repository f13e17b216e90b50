/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema.h"

#include <string.h>

/* The samples are the same that tests/check/schema.py holds against another reader of JSON Schema,
 * so that the schemas and this code cannot disagree. */
static char *
get_samples (const char *folder)
{
  const char *source = g_getenv ("UPSTANDER_SOURCE");

  g_assert_nonnull (source);

  return g_build_filename (source, "tests", "samples", folder, NULL);
}

static JsonNode *
parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

/* What the reader does with a file, up to making objects of it. */
static gboolean
check_text (const char *text, gsize length, const char *file, GPtrArray *problems)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  const char *format;
  UpSchema *schema;
  gboolean valid;

  if (!up_json_scan (text, length, &up_content_default_limits, file, problems, &error))
    {
      g_assert_error (error, UP_CONTENT_ERROR, error->code);
      return FALSE;
    }

  node = parse (text, length);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  format = json_object_get_string_member_with_default (json_node_get_object (node), "format", "");
  schema = up_schema_get (format);
  if (schema == NULL)
    schema = up_schema_get ("upstander-scenario/1");
  valid = up_schema_validate (schema, node, NULL, problems);
  g_assert_cmpint (valid, ==, up_schema_validate (schema, node, NULL, NULL));
  up_json_locate_problems (text, length, problems);

  return valid;
}

static void
load_and_check (const char *folder, const char *name, GPtrArray *problems, gboolean expected)
{
  g_autofree char *samples = get_samples (folder);
  g_autofree char *path = g_build_filename (samples, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  if (check_text (text, length, name, problems) != expected)
    {
      for (guint i = 0; i < problems->len; i++)
        {
          g_autofree char *line = up_problem_to_string (g_ptr_array_index (problems, i));
          g_test_message ("%s", line);
        }
      g_test_message ("%s should %s accepted", name, expected ? "be" : "not be");
      g_test_fail ();
    }
}

static void
test_good (void)
{
  g_autofree char *samples = get_samples ("good");
  g_autoptr (GDir) folder = g_dir_open (samples, 0, NULL);
  const char *name;
  guint count = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);

      load_and_check ("good", name, problems, TRUE);
      g_assert_cmpuint (problems->len, ==, 0);
      count++;
    }
  g_assert_cmpuint (count, >=, 15);
}

static UpProblem *
find_problem (GPtrArray *problems, const char *path, const char *message)
{
  for (guint i = 0; i < problems->len; i++)
    {
      UpProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->path, path) && strstr (problem->message, message) != NULL)
        return problem;
    }

  return NULL;
}

/* A bad sample is refused for the stated reason, at the stated place, and for no other. */
static void
test_bad (gconstpointer data)
{
  const char *name = data;
  g_autofree char *samples = get_samples ("bad");
  g_autofree char *index_path = g_build_filename (samples, "INDEX.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  JsonObject *expected;
  UpProblem *problem;
  gint64 count;

  g_assert_true (json_parser_load_from_file (parser, index_path, NULL));
  expected =
    json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), name);
  load_and_check ("bad", name, problems, FALSE);
  if (g_test_failed ())
    return;

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = up_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
  problem = find_problem (problems, json_object_get_string_member (expected, "path"),
                          json_object_get_string_member (expected, "message"));
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->line, ==, json_object_get_int_member (expected, "line"));
  g_assert_cmpint (problem->column, ==, json_object_get_int_member (expected, "column"));
  if (json_object_has_member (expected, "near"))
    g_assert_cmpstr (problem->near, ==, json_object_get_string_member (expected, "near"));
  count = json_object_get_int_member_with_default (expected, "problems", 1);
  g_assert_cmpint (problems->len, ==, count);
}

static void
test_formats (void)
{
  const char *const *formats = up_schema_get_formats ();
  guint count = 0;

  for (; formats[count] != NULL; count++)
    {
      g_assert_true (g_str_has_prefix (formats[count], "upstander-"));
      g_assert_nonnull (up_schema_get (formats[count]));
      g_assert_true (up_schema_get (formats[count]) == up_schema_get (formats[count]));
    }
  g_assert_cmpuint (count, >=, 9);
  g_assert_null (up_schema_get ("upstander-scenario/2"));
  g_assert_null (up_schema_get (""));
}

#define SCHEMA(rest) "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"" rest "}"

static UpSchema *
compile (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = parse (text, strlen (text));

  return up_schema_new (node, error);
}

/* What would not be checked must not be promised. */
static void
test_refused_schemas (void)
{
  static const struct
  {
    const char *schema;
    const char *message;
  } cases[] = {
    { "{}", "2020-12" },
    { "[]", "an object is needed" },
    { "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}", "2020-12" },
    { SCHEMA (", \"format\": \"date\""), "#/format: the keyword is not supported" },
    { SCHEMA (", \"properties\": {\"a\": {\"maxProperties\": 1}}"),
      "#/properties/a/maxProperties" },
    { SCHEMA (", \"properties\": {\"a\": {\"$id\": \"b\"}}"), "#/properties/a/$id" },
    { SCHEMA (", \"properties\": {\"a\": 5}"), "#/properties/a: " },
    { SCHEMA (", \"properties\": {\"a\": []}"), "#/properties/a: " },
    { SCHEMA (", \"properties\": []"), "#/properties: an object is needed" },
    { SCHEMA (", \"type\": \"text\""), "no such type: text" },
    { SCHEMA (", \"type\": 5"), "a string is needed" },
    { SCHEMA (", \"enum\": []"), "a list with something in it" },
    { SCHEMA (", \"minLength\": -1"), "a count is needed" },
    { SCHEMA (", \"minimum\": \"1\""), "a number is needed" },
    { SCHEMA (", \"uniqueItems\": 1"), "true or false is needed" },
    { SCHEMA (", \"pattern\": \"[\""), "#/pattern" },
    { SCHEMA (", \"additionalProperties\": {}"), "#/additionalProperties" },
    { SCHEMA (", \"additionalProperties\": true"), "only false is supported" },
    { SCHEMA (", \"$ref\": \"#/$defs/none\""), "no such definition: #/$defs/none" },
    { SCHEMA (", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/a\"}}"), "leads back to itself" },
    { SCHEMA (", \"$defs\": {\"a\": {\"allOf\": [{\"$ref\": \"#/$defs/a\"}]}}"),
      "leads back to itself" },
    { SCHEMA (", \"$defs\": {\"a\": {\"oneOf\": [{\"$ref\": \"#\"}]}}, \"$ref\": \"#/$defs/a\""),
      "leads back to itself" },
    { SCHEMA (", \"then\": {}"), "then or else without if" },
    { SCHEMA (", \"dependentRequired\": {\"a\": [\"b\"]}"), "not among the properties" },
    { SCHEMA (", \"oneOf\": [{\"minLength\": 1}, {\"maxLength\": 3}]"), "told apart" },
    { SCHEMA (", \"anyOf\": [{\"type\": \"string\"}, {\"type\": [\"null\", \"string\"]}]"),
      "told apart" },
    { SCHEMA (", \"oneOf\": [{\"type\": \"object\", \"properties\": {\"k\": {\"const\": \"a\"}}}, "
              "{\"type\": \"object\", \"properties\": {\"k\": {\"const\": \"b\"}}}]"),
      "told apart" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UpSchema) schema = compile (cases[i].schema, &error);

      g_test_message ("%s", cases[i].schema);
      g_assert_null (schema);
      g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* Keywords that no sample can show alone. */
static void
test_keywords (void)
{
  static const struct
  {
    const char *schema;
    const char *json;
    gboolean valid;
  } cases[] = {
    { SCHEMA (""), "[null, true, 1.5]", TRUE },
    { SCHEMA (", \"properties\": {\"a\": true}"), "{\"a\": 1}", TRUE },
    { SCHEMA (", \"properties\": {\"a\": false}"), "{\"a\": 1}", FALSE },
    { SCHEMA (", \"properties\": {\"a\": false}"), "{\"b\": 1}", TRUE },
    { SCHEMA (", \"type\": \"integer\""), "5.0", TRUE },
    { SCHEMA (", \"type\": \"integer\""), "5.5", FALSE },
    { SCHEMA (", \"type\": \"number\""), "5", TRUE },
    { SCHEMA (", \"type\": [\"null\", \"boolean\"]"), "null", TRUE },
    { SCHEMA (", \"type\": [\"null\", \"boolean\"]"), "false", TRUE },
    { SCHEMA (", \"type\": [\"null\", \"boolean\"]"), "0", FALSE },
    { SCHEMA (", \"const\": null"), "null", TRUE },
    { SCHEMA (", \"const\": null"), "\"null\"", FALSE },
    { SCHEMA (", \"enum\": [1, \"1\"]"), "1", TRUE },
    { SCHEMA (", \"enum\": [1, \"a\"]"), "\"1\"", FALSE },
    { SCHEMA (", \"minLength\": 2, \"maxLength\": 3"), "\"éé\"", TRUE },
    { SCHEMA (", \"minLength\": 2, \"maxLength\": 3"), "\"é\"", FALSE },
    { SCHEMA (", \"minLength\": 2, \"maxLength\": 3"), "\"हिन्\"", FALSE },
    { SCHEMA (", \"pattern\": \"b+$\""), "\"abb\"", TRUE },
    { SCHEMA (", \"pattern\": \"b+$\""), "\"abb\\n\"", FALSE },
    { SCHEMA (", \"minimum\": 1"), "\"text\"", TRUE },
    { SCHEMA (", \"required\": [\"a\"]"), "[]", TRUE },
    { SCHEMA (", \"oneOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]"), "{\"a\": 1}",
      TRUE },
    { SCHEMA (", \"oneOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]"),
      "{\"a\": 1, \"b\": 1}", FALSE },
    { SCHEMA (", \"anyOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]"),
      "{\"a\": 1, \"b\": 1}", TRUE },
    { SCHEMA (", \"not\": {\"required\": [\"a\", \"b\"]}"), "{\"a\": 1, \"b\": 1}", FALSE },
    { SCHEMA (", \"not\": {\"required\": [\"a\", \"b\"]}"), "{\"a\": 1}", TRUE },
    { SCHEMA (", \"prefixItems\": [{\"type\": \"string\"}], \"items\": {\"type\": \"integer\"}"),
      "[\"a\", 1, 2]", TRUE },
    { SCHEMA (", \"prefixItems\": [{\"type\": \"string\"}], \"items\": {\"type\": \"integer\"}"),
      "[\"a\", \"b\"]", FALSE },
    { SCHEMA (", \"if\": {\"properties\": {\"a\": {\"const\": 1}}, \"required\": [\"a\"]}, "
              "\"then\": {\"required\": [\"b\"]}, \"else\": {\"required\": [\"c\"]}"),
      "{\"a\": 1, \"b\": 1}", TRUE },
    { SCHEMA (", \"if\": {\"properties\": {\"a\": {\"const\": 1}}, \"required\": [\"a\"]}, "
              "\"then\": {\"required\": [\"b\"]}, \"else\": {\"required\": [\"c\"]}"),
      "{\"a\": 2, \"b\": 1}", FALSE },
    { SCHEMA (", \"contains\": {\"type\": \"string\"}, \"minContains\": 0, \"maxContains\": 1"),
      "[1]", TRUE },
    { SCHEMA (", \"contains\": {\"type\": \"string\"}"), "[1]", FALSE },
    { SCHEMA (", \"uniqueItems\": true"), "[\"a\", \"b\"]", TRUE },
    { SCHEMA (", \"items\": {\"$ref\": \"#\"}, \"type\": \"array\""), "[[], [[]]]", TRUE },
    { SCHEMA (", \"items\": {\"$ref\": \"#\"}, \"type\": \"array\""), "[[], [5]]", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UpSchema) schema = compile (cases[i].schema, &error);
      g_autoptr (JsonNode) node = parse (cases[i].json, strlen (cases[i].json));
      g_autoptr (GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);

      g_test_message ("%s: %s", cases[i].schema, cases[i].json);
      g_assert_no_error (error);
      g_assert_cmpint (up_schema_validate (schema, node, NULL, problems), ==, cases[i].valid);
      g_assert_cmpint (problems->len > 0, ==, !cases[i].valid);
    }
}

/* More elements than are compared each with each. */
static void
test_unique_among_many (void)
{
  g_autoptr (UpSchema) schema = compile (SCHEMA (", \"x-unique\": \"id\""), NULL);
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "{\"id\": \"n%u\"}, ", i);
  g_string_append (text, "{\"id\": \"n42\"}]");
  node = parse (text->str, text->len);

  g_assert_false (up_schema_validate (schema, node, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (find_problem (problems, "$[100].id", "“n42” stands twice"));
}

static void
test_cap (void)
{
  UpContentLimits limits = up_content_default_limits;
  g_autoptr (UpSchema) schema = compile (SCHEMA (", \"items\": {\"type\": \"string\"}"), NULL);
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (JsonNode) node = parse ("[1, 2, 3, 4, 5]", 15);

  limits.problems = 3;
  g_assert_false (up_schema_validate (schema, node, &limits, problems));
  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_nonnull (find_problem (problems, "$[2]", "wrong kind"));
  g_assert_nonnull (find_problem (problems, "$", "There are more problems"));
}

static void
test_scene_limit (void)
{
  UpContentLimits limits = up_content_default_limits;
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (JsonNode) node = parse ("{\"scenes\": [1, 2, 3]}", 21);

  limits.scenes = 2;
  g_assert_false (
    up_schema_validate (up_schema_get ("upstander-scenario/1"), node, &limits, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (find_problem (problems, "$.scenes", "3 scenes; 2 scenes are the most"));
}

/* Long words from a file do not swell a problem. */
static void
test_long_words (void)
{
  g_autoptr (UpSchema) schema = compile (SCHEMA (", \"additionalProperties\": false, "
                                                 "\"properties\": {\"id\": {\"const\": \"a\"}}"),
                                         NULL);
  g_autofree char *word = g_strnfill (5000, 'x');
  g_autofree char *text = g_strdup_printf ("{\"id\": \"%s\", \"%s\": 1}", word, word);
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (JsonNode) node = parse (text, strlen (text));

  g_assert_false (up_schema_validate (schema, node, NULL, problems));
  g_assert_cmpuint (problems->len, ==, 2);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = up_problem_to_string (g_ptr_array_index (problems, i));

      g_assert_cmpuint (strlen (line), <, 600);
    }
}

static char *
load_sample (gsize *length)
{
  g_autofree char *samples = get_samples ("good");
  g_autofree char *path = g_build_filename (samples, "scenario-ally.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));

  return text;
}

/* Any beginning of a file is refused in an orderly way, whatever it breaks off in. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *text = load_sample (&length);

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *part = g_memdup2 (text, MAX (i, 1));
      g_autoptr (GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);

      g_assert_false (check_text (part, i, "part", problems));
      g_assert_cmpuint (problems->len, >=, 1);
    }
}

/* Changed bytes never crash; whatever passes the scan json-glib parses too (check_text asserts it),
 * and what is refused has a reason and a place. */
static void
test_changed_bytes (void)
{
  static const char bytes[] = "\"\\{}[],:0-u \n\x01\x7f\x80\xc3\xe2\xed\xf4\xff";
  gsize length;
  g_autofree char *text = load_sample (&length);
  guint refused = 0;

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *copy = g_memdup2 (text, length);
      g_autoptr (GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
      guint changes = (guint) g_test_rand_int_range (1, 4);

      for (guint j = 0; j < changes; j++)
        copy[g_test_rand_int_range (0, (gint32) length)] =
          bytes[g_test_rand_int_range (0, sizeof bytes - 1)];

      if (check_text (copy, length, "changed", problems))
        continue;
      refused++;
      for (guint j = 0; j < problems->len; j++)
        {
          UpProblem *problem = g_ptr_array_index (problems, j);

          g_assert_cmpuint (problem->line, >, 0);
          g_assert_cmpuint (problem->column, >, 0);
          g_assert_true (g_utf8_validate (problem->message, -1, NULL));
        }
    }
  g_assert_cmpuint (refused, >, 3000);
}

int
main (int argc, char *argv[])
{
  g_autofree char *samples = NULL;
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  samples = get_samples ("bad");
  folder = g_dir_open (samples, 0, NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/schema/formats", test_formats);
  g_test_add_func ("/schema/good", test_good);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/schema/bad/", name, NULL);

      if (g_str_equal (name, "INDEX.json"))
        continue;
      g_ptr_array_add (names, g_strdup (name));
      g_test_add_data_func (path, g_ptr_array_index (names, names->len - 1), test_bad);
    }
  g_test_add_func ("/schema/refused-schemas", test_refused_schemas);
  g_test_add_func ("/schema/keywords", test_keywords);
  g_test_add_func ("/schema/unique-among-many", test_unique_among_many);
  g_test_add_func ("/schema/cap", test_cap);
  g_test_add_func ("/schema/scene-limit", test_scene_limit);
  g_test_add_func ("/schema/long-words", test_long_words);
  g_test_add_func ("/schema/truncated", test_truncated);
  g_test_add_func ("/schema/changed-bytes", test_changed_bytes);

  return g_test_run ();
}
