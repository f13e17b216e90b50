/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-terms.h"
#include "up-text.h"

#include <json-glib/json-glib.h>
#include <locale.h>

static void
test_lists (void)
{
  for (UpTerms terms = 0; terms < UP_N_TERMS; terms++)
    {
      guint n = up_terms_get_length (terms);
      g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (n, >, 1);
      for (guint i = 0; i < n; i++)
        {
          const char *title = up_terms_get_title (terms, i);

          g_assert_cmpint (up_terms_parse (terms, up_terms_get_id (terms, i)), ==, i);
          if (terms == UP_TERMS_SHOWS)
            {
              g_assert_null (title);
              continue;
            }
          g_assert_nonnull (title);
          g_assert_true (g_unichar_isupper (g_utf8_get_char (title)));
          g_assert_true (g_hash_table_add (titles, (gpointer) title));
        }

      g_assert_cmpint (up_terms_parse (terms, "no-such"), ==, -1);
      g_assert_cmpint (up_terms_parse (terms, NULL), ==, -1);
      g_assert_null (up_terms_get_id (terms, -1));
      g_assert_null (up_terms_get_id (terms, n));
      g_assert_null (up_terms_get_title (terms, n));
    }
}

/* What the code has names for has to be what the files say. */
static void
test_enums (void)
{
  g_assert_cmpint (up_terms_parse (UP_TERMS_ROLE, "ally"), ==, UP_ROLE_ALLY);
  g_assert_cmpint (up_terms_parse (UP_TERMS_ROLE, "target"), ==, UP_ROLE_TARGET);
  g_assert_cmpint (up_terms_parse (UP_TERMS_ROLE, "called"), ==, UP_ROLE_CALLED);
  g_assert_cmpint (up_terms_parse (UP_TERMS_ROLE, "leader"), ==, UP_ROLE_LEADER);
  g_assert_cmpint (up_terms_parse (UP_TERMS_LEAN, "in"), ==, UP_LEAN_IN);
  g_assert_cmpint (up_terms_parse (UP_TERMS_LEAN, "out"), ==, UP_LEAN_OUT);
  g_assert_cmpint (up_terms_parse (UP_TERMS_LEAN, "either"), ==, UP_LEAN_EITHER);
  g_assert_cmpint (up_terms_parse (UP_TERMS_WAY, "call-in"), ==, UP_WAY_CALL_IN);
  g_assert_cmpint (up_terms_parse (UP_TERMS_WAY, "set-limit"), ==, UP_WAY_SET_LIMIT);
  g_assert_cmpint (up_terms_parse (UP_TERMS_WAY, "step-back"), ==, UP_WAY_STEP_BACK);
  g_assert_cmpint (up_terms_parse (UP_TERMS_WAY, "let-pass"), ==, UP_WAY_LET_PASS);
  g_assert_cmpint (up_terms_parse (UP_TERMS_WAY, "pause"), ==, UP_WAY_PAUSE);
  g_assert_cmpint (up_terms_parse (UP_TERMS_WAY, "lean-on-harmed"), ==, UP_WAY_LEAN_ON_HARMED);
  g_assert_cmpuint (up_terms_get_length (UP_TERMS_WAY), ==, UP_WAY_LEAN_ON_HARMED + 1);
  g_assert_cmpint (up_terms_parse (UP_TERMS_SHOWS, "deliberate-harm"), ==,
                   UP_SHOWS_DELIBERATE_HARM);
  g_assert_cmpint (up_terms_parse (UP_TERMS_SHOWS, "habit"), ==, UP_SHOWS_HABIT);
  g_assert_cmpint (up_terms_parse (UP_TERMS_SHOWS, "mistaken-call"), ==, UP_SHOWS_MISTAKEN_CALL);
  g_assert_cmpint (up_terms_parse (UP_TERMS_SHOWS, "ally-worsens"), ==, UP_SHOWS_ALLY_WORSENS);
  g_assert_cmpint (up_terms_parse (UP_TERMS_SHOWS, "out-serves"), ==, UP_SHOWS_OUT_SERVES);
  g_assert_cmpint (up_terms_parse (UP_TERMS_SHOWS, "talk-fails"), ==, UP_SHOWS_TALK_FAILS);
}

/* The schemas list the same values in the same order; the numbers hang on it. */
static void
test_schemas (void)
{
  static const struct
  {
    UpTerms terms;
    const char *file;
    const char *path;
  } lists[] = {
    { UP_TERMS_ROLE, "scenario", "$.properties.role.enum" },
    { UP_TERMS_PLACE, "scenario", "$.properties.place.enum" },
    { UP_TERMS_POWER, "scenario", "$.properties.power.enum" },
    { UP_TERMS_TIE, "scenario", "$.properties.tie.enum" },
    { UP_TERMS_HARM, "scenario", "$.properties.harms.items.enum" },
    { UP_TERMS_SHOWS, "scenario", "$.properties.shows.items.enum" },
    { UP_TERMS_PART, "scenario", "$['$defs'].person.properties.part.enum" },
    { UP_TERMS_AUDIENCE, "scenario", "$['$defs'].scene.properties.audience.enum" },
    { UP_TERMS_CONSIDERATION, "scenario", "$['$defs'].consideration.enum" },
    { UP_TERMS_EFFECT_HARM, "scenario", "$['$defs'].effects.properties.harm.enum" },
    { UP_TERMS_EFFECT_HARMED, "scenario", "$['$defs'].effects.properties.harmed.enum" },
    { UP_TERMS_EFFECT_RELATIONSHIP, "scenario", "$['$defs'].effects.properties.relationship.enum" },
    { UP_TERMS_EFFECT_YOU, "scenario", "$['$defs'].effects.properties.you.enum" },
    { UP_TERMS_LEAN, "phrases", "$..lean.enum" },
    { UP_TERMS_ADDRESS, "phrases", "$..address.enum" },
    { UP_TERMS_LEAN, "moves", "$..lean.enum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *name = g_strconcat (lists[i].file, ".schema.json", NULL);
      g_autofree char *path =
        g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", "schema", name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (JsonNode) found = NULL;
      g_autoptr (GError) error = NULL;
      JsonArray *values;

      json_parser_load_from_file (parser, path, &error);
      g_assert_no_error (error);
      found = json_path_query (lists[i].path, json_parser_get_root (parser), &error);
      g_assert_no_error (error);
      g_test_message ("%s", lists[i].path);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (found)), ==, 1);
      values = json_array_get_array_element (json_node_get_array (found), 0);
      g_assert_cmpuint (json_array_get_length (values), ==, up_terms_get_length (lists[i].terms));
      for (guint j = 0; j < json_array_get_length (values); j++)
        g_assert_cmpstr (json_array_get_string_element (values, j), ==,
                         up_terms_get_id (lists[i].terms, j));
    }
}

static void
test_indirect (void)
{
  const char *const indirect[] = {
    "support", "distract", "bring-help", "document", "report", "delay", NULL,
  };

  for (guint way = 0; way < up_terms_get_length (UP_TERMS_WAY); way++)
    g_assert_cmpint (up_way_is_indirect (way), ==,
                     g_strv_contains (indirect, up_terms_get_id (UP_TERMS_WAY, way)));
}

static void
test_direction (void)
{
  const char *const rtl[] = {
    "ar", "ar-EG", "fa", "he", "ur", "ur_PK", "ckb", "yi", "az-Arab", "AR"
  };
  const char *const ltr[] = {
    "en", "es", "zh-CN", "hi", "az", "ar-Latn", "arn", "hei", "pt-BR", ""
  };

  for (guint i = 0; i < G_N_ELEMENTS (rtl); i++)
    g_assert_true (up_language_is_rtl (rtl[i]));
  for (guint i = 0; i < G_N_ELEMENTS (ltr); i++)
    g_assert_false (up_language_is_rtl (ltr[i]));
  g_assert_false (up_language_is_rtl (NULL));
}

static void
test_names (void)
{
  g_assert_cmpstr (up_language_get_name ("en"), ==, "English");
  g_assert_cmpstr (up_language_get_name ("es"), ==, "Español");
  g_assert_cmpstr (up_language_get_name ("es-MX"), ==, "Español");
  g_assert_cmpstr (up_language_get_name ("fr"), ==, "Français");
  g_assert_cmpstr (up_language_get_name ("de"), ==, "Deutsch");
  g_assert_cmpstr (up_language_get_name ("pt-BR"), ==, "Português (Brasil)");
  g_assert_cmpstr (up_language_get_name ("ar"), ==, "العربية");
  g_assert_cmpstr (up_language_get_name ("zh-CN"), ==, "简体中文");
  g_assert_cmpstr (up_language_get_name ("zh-Hans"), ==, "简体中文");
  g_assert_cmpstr (up_language_get_name ("hi"), ==, "हिन्दी");
  g_assert_cmpstr (up_language_get_name ("tlh"), ==, "tlh");
}

static void
assert_fallbacks (const char *language, const char *expected)
{
  g_auto (GStrv) tags = up_language_fallbacks (language);
  g_autofree char *joined = g_strjoinv (" ", tags);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_fallbacks (void)
{
  assert_fallbacks ("es", "es en");
  assert_fallbacks ("es-MX", "es-MX es en");
  assert_fallbacks ("en", "en");
  assert_fallbacks ("en_GB.UTF-8", "en-GB en");
  assert_fallbacks ("ar_EG.UTF-8", "ar-EG ar en");
  assert_fallbacks ("pt-BR", "pt-BR pt en");
  assert_fallbacks ("pt_PT@euro", "pt-PT pt pt-BR en");
  assert_fallbacks ("zh_CN.UTF-8", "zh-CN zh-Hans zh en");
  assert_fallbacks ("zh-hans-cn", "zh-Hans-CN zh-Hans zh-CN zh en");
  assert_fallbacks ("sr@latin", "sr-Latn sr en");
  assert_fallbacks ("sr_RS.UTF-8@latin", "sr-Latn-RS sr-Latn sr en");
  assert_fallbacks ("C", "en");
  assert_fallbacks ("C.UTF-8", "en");
  assert_fallbacks ("POSIX", "en");
  assert_fallbacks ("", "en");
  assert_fallbacks (NULL, "en");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terms/lists", test_lists);
  g_test_add_func ("/terms/enums", test_enums);
  g_test_add_func ("/terms/schemas", test_schemas);
  g_test_add_func ("/terms/indirect", test_indirect);
  g_test_add_func ("/language/direction", test_direction);
  g_test_add_func ("/language/names", test_names);
  g_test_add_func ("/language/fallbacks", test_fallbacks);

  return g_test_run ();
}
