/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema.h"

#include <string.h>

/* What single files show stands in tests/samples and is tested with the schemas; here is what
 * limits, places and long inputs do. */
static const UpContentLimits no_limits = { 0 };

static gboolean
scan (const char *text, const UpContentLimits *limits, UpContentError *code)
{
  g_autoptr (GError) error = NULL;
  gboolean good = up_json_scan (text, strlen (text), limits, NULL, NULL, &error);

  g_assert_cmpint (good, ==, error == NULL);
  if (error != NULL)
    {
      g_assert_true (error->domain == UP_CONTENT_ERROR);
      *code = (UpContentError) error->code;
    }

  return good;
}

static void
test_values (void)
{
  static const char *const good[] = {
    "null",
    " true\n",
    "-0",
    "[0, -1.5e-3, 1E+2, 9007199254740991, -9007199254740991]",
    "{}",
    "[[], {}, [{}]]",
    "\"\\\"\\\\\\/\\n\\r\\t\\u00e9\\uD83D\\uDE00\"",
    "{\"\": 1, \" \": 2, \"a\": {\"a\": {\"a\": []}}}",
    "\"\xd8\xa7\xe2\x80\x8f\xe2\x80\x8e\"",
    "\"0123456789abcdef0123456789\xc3\xa9 and on, past every word of eight\"",
  };
  static const char *const bad[] = {
    "",
    " ",
    "nul",
    "[1 2]",
    "[1,]",
    "{\"a\":}",
    "{\"a\"}",
    "{a:1}",
    "{\"a\":1",
    "]",
    "}",
    "-",
    "1.",
    ".5",
    "01",
    "1e",
    "0x10",
    "NaN",
    "Infinity",
    "\"a",
    "\"\\",
    "\"\\u",
    "\"\\u00",
    "\"\\u00e9",
    "[\"a\nb\"]",
    "[\"a\tb\"]",
    "1 2",
    "[1]]",
    "[}",
    "{]",
    "\"\\v\"",
    "\"\\ud83d\"",
    "/**/ 1",
    "{\"a\":1,,}",
    "[,1]",
    "'a'",
    "\xef\xbb",
    "\"\xc3\"",
    "\"\xe2\x80",
    "\"\xf0\x9f",
    "\"\\ud83d\\n\"",
  };
  UpContentError code;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (scan (good[i], &no_limits, &code));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("bad %" G_GSIZE_FORMAT, i);
      g_assert_false (scan (bad[i], &no_limits, &code));
    }
}

static void
test_limits (void)
{
  static const struct
  {
    const char *text;
    UpContentLimits limits;
    UpContentError code;
  } bad[] = {
    { "[1, 2]", { .bytes = 5 }, UP_CONTENT_ERROR_TOO_LARGE },
    { "[[[]]]", { .depth = 2 }, UP_CONTENT_ERROR_TOO_LARGE },
    { "{\"a\": [{}]}", { .depth = 2 }, UP_CONTENT_ERROR_TOO_LARGE },
    { "\"12345\"", { .text = 4 }, UP_CONTENT_ERROR_TOO_LARGE },
    { "{\"12345\": 1}", { .text = 4 }, UP_CONTENT_ERROR_TOO_LARGE },
    { "\"\xff\"", { 0 }, UP_CONTENT_ERROR_ENCODING },
    { "\"\\u0000\"", { 0 }, UP_CONTENT_ERROR_ENCODING },
    { "\xef\xbb\xbf{}", { 0 }, UP_CONTENT_ERROR_ENCODING },
    { "{\"a\": 1, \"a\": 1}", { 0 }, UP_CONTENT_ERROR_SYNTAX },
    { "[", { 0 }, UP_CONTENT_ERROR_SYNTAX },
    { "9007199254740992", { 0 }, UP_CONTENT_ERROR_INVALID },
  };
  static const struct
  {
    const char *text;
    UpContentLimits limits;
  } good[] = {
    { "[1, 2]", { .bytes = 6 } },
    { "[[], []]", { .depth = 2 } },
    { "[\"1234\", \"1234\"]", { .text = 4 } },
    { "{\"a\": {\"a\": 1, \"b\": 2}, \"b\": 3}", { .members = 2 } },
  };
  UpContentError code = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("bad %" G_GSIZE_FORMAT, i);
      g_assert_false (scan (bad[i].text, &bad[i].limits, &code));
      g_assert_cmpint (code, ==, bad[i].code);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (scan (good[i].text, &good[i].limits, &code));
    }
}

/* Nesting costs memory of the heap and no stack. */
static void
test_deep (void)
{
  g_autofree char *text = g_strnfill (1000000, '[');
  UpContentError code = 0;

  g_assert_false (scan (text, &no_limits, &code));
  g_assert_cmpint (code, ==, UP_CONTENT_ERROR_SYNTAX);
  memset (text + 500000, ']', 500000);
  g_assert_true (scan (text, &no_limits, &code));
}

/* Many keys are told apart whether they are compared each with each or looked up. */
static void
test_many_keys (void)
{
  for (guint n = 1; n < 3000; n = n * 2 + 1)
    {
      for (guint repeated = 0; repeated <= n; repeated += MAX (1, n / 3))
        {
          g_autoptr (GString) text = g_string_new ("{");
          UpContentError code = 0;

          for (guint i = 0; i < n; i++)
            g_string_append_printf (text, "\"key-%u\": {\"key-%u\": 1}, ", i, i);
          g_string_append_printf (text, "\"key-%u\": 1}", repeated);
          g_assert_cmpint (scan (text->str, &no_limits, &code), ==, repeated == n);
        }
    }
}

static void
test_cap (void)
{
  UpContentLimits limits = { .problems = 3 };
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  const char *text = "[\"\\u0001\\u0002\\u0003\\u0004\\u0005\"]";
  UpProblem *last;

  g_assert_false (up_json_scan (text, strlen (text), &limits, "file", problems, NULL));
  g_assert_cmpuint (problems->len, ==, 4);
  last = g_ptr_array_index (problems, 3);
  g_assert_nonnull (strstr (last->message, "more problems"));
  g_assert_cmpstr (last->file, ==, "file");
}

/* A problem after much text, wide characters and several lines. */
static void
test_place (void)
{
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  const char *text = "{\n  \"é\": \"日本語 हिन्दी\",\r\n\t\"k\": [\"😀\", {\"a b\": \"é\\b\"}]\n}";
  g_autofree char *line = NULL;
  UpProblem *problem;

  g_assert_false (up_json_scan (text, strlen (text), &no_limits, "a.json", problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpuint (problem->column, ==, 23);
  g_assert_cmpstr (problem->path, ==, "$.k[1][\"a b\"]");
  line = up_problem_to_string (problem);
  g_assert_true (g_str_has_prefix (line, "a.json:3:23: "));
}

static void
test_locate (void)
{
  const char *text = "{\n"
                     "  \"a\": [1, {\"b\": \"} ] \\\" é\", \"c\": []}, [2]],\n"
                     "  \"é\": \"日本\", \"x y\": {\"\\u0061\\\"\": null},\n"
                     "  \"end\": true }\n";
  static const struct
  {
    const char *path;
    guint line;
    guint column;
  } cases[] = {
    { "$", 1, 1 },
    { "$.a", 2, 8 },
    { "$.a[0]", 2, 9 },
    { "$.a[1]", 2, 12 },
    { "$.a[1].b", 2, 18 },
    { "$.a[1].c", 2, 35 },
    { "$.a[2]", 2, 40 },
    { "$.a[2][0]", 2, 41 },
    { "$[\"é\"]", 3, 8 },
    { "$[\"x y\"]", 3, 21 },
    { "$[\"x y\"][\"a\\\"\"]", 3, 34 },
    { "$.end", 4, 10 },
    { "$.none", 0, 0 },
    { "$.a[3]", 0, 0 },
    { "$.a.b", 0, 0 },
    { "$.end.more", 0, 0 },
    { "$[0]", 0, 0 },
    { "a", 0, 0 },
    { "$a", 0, 0 },
    { "$[", 0, 0 },
    { "$[\"a", 0, 0 },
    { "$[x]", 0, 0 },
    { "", 0, 0 },
  };
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  UpContentError code;

  g_assert_true (scan (text, &no_limits, &code));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line = 99;
      guint column = 99;

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (up_json_locate (text, strlen (text), cases[i].path, &line, &column), ==,
                       cases[i].line > 0);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
      g_ptr_array_add (problems, up_problem_new (cases[G_N_ELEMENTS (cases) - 1 - i].path, "So."));
    }

  /* All in one walk, in whatever order, and the same one twice. */
  g_ptr_array_add (problems, up_problem_new ("$.a[1].c", "Again."));
  up_json_locate_problems (text, strlen (text), problems);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UpProblem *problem = g_ptr_array_index (problems, G_N_ELEMENTS (cases) - 1 - i);

      g_assert_cmpuint (problem->line, ==, cases[i].line);
      g_assert_cmpuint (problem->column, ==, cases[i].column);
    }
  g_assert_cmpuint (((UpProblem *) g_ptr_array_index (problems, problems->len - 1))->column, ==,
                    35);
}

static void
test_path_keys (void)
{
  static const struct
  {
    const char *key;
    const char *path;
  } cases[] = {
    { "scenes", "$.scenes" }, { "goes-on", "$.goes-on" },      { "a.b", "$[\"a.b\"]" },
    { "", "$[\"\"]" },        { "a\"\\", "$[\"a\\\"\\\\\"]" }, { "é", "$[\"é\"]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) path = g_string_new ("$");

      up_json_path_append_key (path, cases[i].key, strlen (cases[i].key));
      g_assert_cmpstr (path->str, ==, cases[i].path);
    }

  for (gsize length = 75; length < 200; length++)
    {
      g_autoptr (GString) path = g_string_new ("$");
      g_autoptr (GString) key = g_string_new ("x");

      while (key->len < length)
        g_string_append (key, "日");
      up_json_path_append_key (path, key->str, key->len);
      g_assert_true (g_utf8_validate (path->str, -1, NULL));
      g_assert_cmpuint (path->len, <, 100);
    }
}

static void
test_unescape (void)
{
  static const struct
  {
    const char *written;
    const char *meant;
  } cases[] = {
    { "plain", "plain" },
    { "", "" },
    { "\\n\\r\\t\\\"\\\\\\/", "\n\r\t\"\\/" },
    { "\\u0061\\u00E9\\u65e5", "aé日" },
    { "\\ud83d\\ude00!", "😀!" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = up_json_unescape (cases[i].written, strlen (cases[i].written));

      g_assert_cmpstr (text, ==, cases[i].meant);
    }
}

/* The scan and json-glib agree on what is JSON, apart from what only the scan refuses: whatever the
 * scan passes parses. Text without a NUL at its end is not read past. */
static void
test_random (void)
{
  static const char *const pieces[] = { "{",      "}",     "[",     "]",           ",",
                                        ":",      "\"a\"", "\"b\"", "\"\\u00e9\"", "1",
                                        "-2.5e3", "true",  "null",  " ",           "\n",
                                        "\"",     "\\",    "0",     "\xc3\xa9",    "\"日\"" };
  guint passed = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *exact = NULL;
      guint n = (guint) g_test_rand_int_range (1, 9);

      for (guint j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      exact = g_memdup2 (text->str, text->len);
      if (up_json_scan (exact, text->len, &up_content_default_limits, NULL, NULL, NULL))
        {
          g_autoptr (JsonParser) parser = json_parser_new ();
          g_autoptr (GError) error = NULL;

          json_parser_set_strict (parser, TRUE);
          json_parser_load_from_data (parser, exact, (gssize) text->len, &error);
          if (error != NULL)
            g_test_message ("%s", text->str);
          g_assert_no_error (error);
          passed++;
        }
    }
  g_assert_cmpuint (passed, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scan/values", test_values);
  g_test_add_func ("/json-scan/limits", test_limits);
  g_test_add_func ("/json-scan/deep", test_deep);
  g_test_add_func ("/json-scan/many-keys", test_many_keys);
  g_test_add_func ("/json-scan/cap", test_cap);
  g_test_add_func ("/json-scan/place", test_place);
  g_test_add_func ("/json-scan/locate", test_locate);
  g_test_add_func ("/json-scan/path-keys", test_path_keys);
  g_test_add_func ("/json-scan/unescape", test_unescape);
  g_test_add_func ("/json-scan/random", test_random);

  return g_test_run ();
}
