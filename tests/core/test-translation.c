/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-sample.h"

#include <locale.h>

static UpScenario *
read_sample (JsonNode *root, UpTranslation *translation, GError **error)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = up_test_bytes (root);

  up_content_reader_set_trusted (reader, TRUE);
  up_content_reader_set_translation (reader, translation);

  return up_content_reader_read_scenario (reader, bytes, "sample.json", NULL, error);
}

static void
assert_text (UpText text, const char *words, const char *language)
{
  g_assert_cmpstr (text.text, ==, words);
  g_assert_cmpstr (text.language, ==, language);
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

  scenario = read_sample (root, translation, &error);
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
  assert_text (up_choice_get_text (up_scene_find_choice (one, "ask")), "Some words of one length.",
               "en");
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
    const char *text;
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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/translation/overlay", test_translation);
  g_test_add_func ("/translation/bad", test_bad_translation);

  return g_test_run ();
}
