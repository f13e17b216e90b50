/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-catalog-private.h"

#include "up-schema.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What catalog-fixture.py made. */
static GResource *fixture;

static UpCatalog *
create_catalog (const char *language)
{
  return up_catalog_new_for_resource (fixture, language);
}

static void
assert_list (const char *const *list, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) list);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_text (UpText text, const char *language)
{
  if (text.text == NULL)
    return;

  g_assert_cmpstr (text.language, ==, language);
  /* What the fixture translated is in quotes. */
  g_assert_cmpint (g_str_has_prefix (text.text, "«"), ==, !g_str_equal (language, "en"));
}

static void
test_languages (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("en");

  assert_list (up_catalog_get_languages (catalog), "en es pt-BR");
  assert_list (up_catalog_get_phrase_languages (catalog), "en ar es");

  g_assert_true (up_catalog_is_reviewed (catalog, "en"));
  g_assert_true (up_catalog_is_reviewed (catalog, "pt-BR"));
  /* A native speaker read the phrases, but not the rest. */
  g_assert_false (up_catalog_is_reviewed (catalog, "es"));
  g_assert_false (up_catalog_is_reviewed (catalog, "ar"));
  g_assert_false (up_catalog_is_reviewed (catalog, "fr"));
}

static void
assert_resolves (const char *asked, const char *expected)
{
  g_autoptr (UpCatalog) catalog = create_catalog (asked);

  g_assert_cmpstr (up_catalog_get_language (catalog), ==, expected);
}

static void
test_resolve (void)
{
  assert_resolves ("en", "en");
  assert_resolves ("en-GB", "en");
  assert_resolves ("es", "es");
  assert_resolves ("es-MX", "es");
  assert_resolves ("es_MX.UTF-8", "es");
  assert_resolves ("pt-BR", "pt-BR");
  assert_resolves ("ar", "en"); /* there are phrases, but nothing else */
  assert_resolves ("xx", "en");
}

static void
test_locale (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  g_setenv ("LANGUAGE", "xx:es_MX:en", TRUE);
  assert_resolves (NULL, "es");
  assert_resolves ("", "es");
  g_setenv ("LANGUAGE", "en_GB:es", TRUE);
  assert_resolves ("", "en");
  g_setenv ("LANGUAGE", "C", TRUE);
  assert_resolves ("", "en");

  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

static void
test_cards (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("es");
  GListModel *cards = up_catalog_get_cards (catalog);
  UpCard *card;
  int role = 0;

  g_assert_cmpuint (g_list_model_get_n_items (cards), >=, 4);
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) item = g_list_model_get_item (cards, i);
      gboolean partial = g_str_equal (up_card_get_id (item), "team-photo");
      const char *language = partial ? "en" : "es";

      g_assert_true (up_catalog_find_card (catalog, up_card_get_id (item)) == item);
      g_assert_cmpstr (up_card_get_language (item), ==, language);
      /* A card can be read before its story is there in the language. */
      assert_text (up_card_get_title (item), "es");
      assert_text (up_card_get_summary (item), "es");
      assert_text (up_card_get_content_note (item), "es");
      g_assert_cmpuint (up_card_get_minutes (item), >, 0);
      g_assert_cmpint (up_card_get_place (item), >=, 0);
      g_assert_cmpint (up_card_get_power (item), >=, 0);
      g_assert_cmpint (up_card_get_tie (item), >=, 0);
      g_assert_cmpint (up_card_get_review (item), >=, 0);
      g_assert_cmpint (up_card_get_harm (item, up_card_get_n_harms (item) - 1), >=, 0);

      /* In the order of the roles. */
      g_assert_cmpint (up_card_get_role (item), >=, role);
      role = up_card_get_role (item);
    }

  card = up_catalog_find_card (catalog, "stand-up-accent");
  g_assert_cmpint (up_card_get_role (card), ==, UP_ROLE_ALLY);
  g_assert_cmpint (up_card_get_place (card), ==, up_terms_parse (UP_TERMS_PLACE, "work"));
  g_assert_cmpuint (up_card_get_n_harms (card), ==, 2);
  g_assert_null (up_catalog_find_card (catalog, "no-such"));
}

static void
assert_lines (UpScenario *scenario, const char *language)
{
  for (guint i = 0; i < up_scenario_get_n_scenes (scenario); i++)
    {
      const UpScene *scene = up_scenario_get_scene (scenario, i);

      assert_text (up_scene_get_summary (scene), language);
      assert_text (up_scene_get_where (scene), language);
      assert_text (up_scene_get_ask (scene), language);
      assert_text (up_scene_get_ending_text (scene), language);
      for (guint j = 0; j < up_scene_get_n_lines (scene); j++)
        {
          assert_text (up_scene_get_line (scene, j)->text, language);
          assert_text (up_scene_get_line (scene, j)->manner, language);
        }
      for (guint j = 0; j < up_scene_get_n_choices (scene); j++)
        {
          const UpChoice *choice = up_scene_get_choice (scene, j);

          assert_text (up_choice_get_text (choice), language);
          assert_text (up_choice_get_feedback (choice), language);
          assert_text (up_choice_get_instead (choice), language);
          for (guint k = 0; k < up_choice_get_n_happens (choice); k++)
            assert_text (up_choice_get_happens (choice, k)->text, language);
        }
    }

  for (guint i = 0; i < up_scenario_get_n_people (scenario); i++)
    assert_text (up_scenario_get_person (scenario, i)->name, language);
  for (guint i = 0; i < up_scenario_get_n_questions (scenario); i++)
    assert_text (up_scenario_get_question (scenario, i), language);
}

/* One string is missing in team-photo: then all of it is English. */
static void
test_whole_scenarios (void)
{
  const struct
  {
    const char *asked;
    const char *id;
    const char *language;
  } cases[] = {
    { "es", "stand-up-accent", "es" },
    { "es", "team-photo", "en" },
    { "pt-BR", "stand-up-accent", "en" },
    { "en", "stand-up-accent", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UpCatalog) catalog = create_catalog (cases[i].asked);
      g_autoptr (GError) error = NULL;
      g_autoptr (UpScenario) scenario = up_catalog_load_scenario (catalog, cases[i].id, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (up_scenario_get_id (scenario), ==, cases[i].id);
      assert_text (up_scenario_get_title (scenario), cases[i].language);
      assert_lines (scenario, cases[i].language);
    }
}

static void
test_no_scenario (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("es");
  g_autoptr (GError) error = NULL;

  g_assert_null (up_catalog_load_scenario (catalog, "no-such", &error));
  g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_NOT_FOUND);
}

/* The guide falls back string by string, and a fuzzy string is none. */
static void
test_guide (void)
{
  g_autoptr (UpCatalog) spanish = create_catalog ("es");
  g_autoptr (UpCatalog) portuguese = create_catalog ("pt-BR");
  UpChapter *chapter;

  chapter = up_guide_find_chapter (up_catalog_get_guide (spanish), "what");
  assert_text (up_chapter_get_title (chapter), "en");
  assert_text (up_chapter_get_summary (chapter), "es");

  chapter = up_guide_find_chapter (up_catalog_get_guide (portuguese), "what");
  assert_text (up_chapter_get_title (chapter), "en");
  assert_text (up_chapter_get_summary (chapter), "pt-BR");

  g_assert_true (up_catalog_get_guide (spanish) == up_catalog_get_guide (spanish));
}

static const char *
get_summary (UpCatalog *catalog)
{
  return up_chapter_get_summary (up_guide_find_chapter (up_catalog_get_guide (catalog), "what"))
    .text;
}

static void
count_change (guint *n_changes)
{
  ++*n_changes;
}

/* The learner's form changes what is read at once. */
static void
test_form (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("es");
  guint n_changes = 0;

  g_signal_connect_swapped (catalog, "changed", G_CALLBACK (count_change), &n_changes);
  g_assert_cmpstr (get_summary (catalog), ==, "«Quien lee lee.»");

  up_catalog_set_form (catalog, UP_FORM_FEMININE);
  g_assert_cmpstr (get_summary (catalog), ==, "«Ella lee.»");
  g_assert_cmpuint (n_changes, ==, 1);

  up_catalog_set_form (catalog, UP_FORM_FEMININE);
  g_assert_cmpuint (n_changes, ==, 1);

  up_catalog_set_form (catalog, UP_FORM_MASCULINE);
  g_assert_cmpstr (get_summary (catalog), ==, "«Él lee.»");
}

static void
test_moves_and_phrases (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("es");
  UpMove *move = up_catalog_find_move (catalog, "ask-intention");
  UpPhrase *phrase;
  GListModel *phrases;

  assert_text (up_move_get_title (move), "es");
  g_assert_cmpuint (g_list_model_get_n_items (up_catalog_get_moves (catalog)), >=, 20);
  g_assert_null (up_catalog_find_move (catalog, "no-such"));

  /* Phrases are in the language they were written in. */
  phrases = up_catalog_get_phrases (catalog, NULL);
  g_assert_true (phrases == up_catalog_get_phrases (catalog, "es"));
  phrase = up_catalog_find_phrase (catalog, NULL, "ask-intention-hoping");
  g_assert_cmpstr (up_phrase_get_text (phrase).language, ==, "es");
  g_assert_cmpint (up_phrase_get_review (phrase), ==, up_terms_parse (UP_TERMS_REVIEW, "native"));
  phrase = up_catalog_find_phrase (catalog, "ar-EG", "ask-intention-hoping");
  g_assert_cmpstr (up_phrase_get_text (phrase).language, ==, "ar");
  phrase = up_catalog_find_phrase (catalog, "fr", "ask-intention-hoping");
  g_assert_cmpstr (up_phrase_get_text (phrase).language, ==, "en");
  g_assert_null (up_catalog_find_phrase (catalog, "en", "no-such"));
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_changed (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("en");
  g_autofree char *language = NULL;
  guint n_changed = 0;
  guint n_notified = 0;

  g_signal_connect_swapped (catalog, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (catalog, "notify::language", G_CALLBACK (count), &n_notified);

  assert_text (up_move_get_title (up_catalog_find_move (catalog, "ask-intention")), "en");
  assert_text (up_card_get_title (up_catalog_find_card (catalog, "stand-up-accent")), "en");
  g_assert_nonnull (up_catalog_get_guide (catalog));
  assert_text (up_moment_get_prompt (up_catalog_find_moment (catalog, "lunch-order")), "en");
  assert_text (up_support_get_title (up_catalog_get_support (catalog)), "en");

  up_catalog_set_language (catalog, "en-GB");
  g_assert_cmpuint (n_changed, ==, 0);
  g_object_set (catalog, "language", "es-MX", NULL);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_get (catalog, "language", &language, NULL);
  g_assert_cmpstr (language, ==, "es");

  assert_text (up_move_get_title (up_catalog_find_move (catalog, "ask-intention")), "es");
  assert_text (up_card_get_title (up_catalog_find_card (catalog, "stand-up-accent")), "es");
  assert_text (
    up_chapter_get_summary (up_guide_find_chapter (up_catalog_get_guide (catalog), "what")), "es");
  assert_text (up_moment_get_prompt (up_catalog_find_moment (catalog, "lunch-order")), "es");
  assert_text (up_support_get_title (up_catalog_get_support (catalog)), "es");
}

static void
test_files (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("es");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = up_catalog_load_file (catalog, "which-way.json", &error);
  g_autoptr (UpTranslation) texts = up_catalog_load_translation (catalog, "which-way.json");

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  g_assert_cmpstr (up_translation_lookup (texts, "title"), ==, "«Which way?»");

  g_assert_null (up_catalog_load_translation (catalog, "scenarios/team-photo.json"));
  g_assert_null (up_catalog_load_translation (catalog, "no-such.json"));
  g_assert_null (up_catalog_load_file (catalog, "no-such.json", &error));
  g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_NOT_FOUND);

  up_catalog_set_language (catalog, "en");
  g_assert_null (up_catalog_load_translation (catalog, "which-way.json"));
}

static void
test_check_context (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("en");
  UpCheckContext context = up_catalog_get_check_context (catalog);

  g_assert_true (context.knows_move ("ask-intention", context.user_data));
  g_assert_false (context.knows_move ("no-such", context.user_data));
  g_assert_true (context.knows_point ("how.in.impact", context.user_data));
  g_assert_false (context.knows_point ("no.such", context.user_data));
  g_assert_true (context.knows_chapter ("what", context.user_data));
  g_assert_false (context.knows_chapter ("no-such", context.user_data));
  g_assert_true (context.knows_contact ("helpline", context.user_data));
  g_assert_false (context.knows_contact ("no-such", context.user_data));
  g_assert_true (context.knows_scenario ("team-photo", context.user_data));
  g_assert_false (context.knows_scenario ("no-such", context.user_data));
}

static void
assert_languages (UpCatalog *catalog, const char *scenario, const char *expected)
{
  g_auto (GStrv) languages = up_catalog_list_languages (catalog, scenario);
  g_autofree char *joined = languages != NULL ? g_strjoinv (" ", languages) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

/* Those that have the whole scenario, whichever language the catalogue is in. */
static void
test_scenario_languages (void)
{
  g_autoptr (UpCatalog) catalog = create_catalog ("pt-BR");

  assert_languages (catalog, "stand-up-accent", "en es");
  assert_languages (catalog, "team-photo", "en");
  assert_languages (catalog, "no-such", NULL);
  g_assert_cmpstr (up_catalog_get_language (catalog), ==, "pt-BR");
}

/* What the app comes with can all be read, in every language it has. */
static void
test_bundled (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  const char *const *languages = up_catalog_get_languages (catalog);
  const char *const *phrase_languages = up_catalog_get_phrase_languages (catalog);

  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_cmpstr (phrase_languages[0], ==, "en");

  for (guint i = 0; languages[i] != NULL; i++)
    {
      GListModel *cards;

      up_catalog_set_language (catalog, languages[i]);
      g_assert_cmpstr (up_catalog_get_language (catalog), ==, languages[i]);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (up_catalog_get_guide (catalog))), >,
                        0);
      g_assert_cmpuint (g_list_model_get_n_items (up_catalog_get_moves (catalog)), >, 0);

      cards = up_catalog_get_cards (catalog);
      for (guint j = 0; j < g_list_model_get_n_items (cards); j++)
        {
          g_autoptr (UpCard) card = g_list_model_get_item (cards, j);
          g_autoptr (GError) error = NULL;
          g_autoptr (UpScenario) scenario =
            up_catalog_load_scenario (catalog, up_card_get_id (card), &error);

          g_assert_no_error (error);
          /* Where the story is not there in the language, the card is ahead of it. */
          g_assert_cmpstr (up_card_get_title (card).language, ==, languages[i]);
          if (g_strcmp0 (up_card_get_language (card), languages[i]) == 0)
            g_assert_cmpstr (up_scenario_get_title (scenario).text, ==,
                             up_card_get_title (card).text);
          else
            g_assert_cmpstr (up_card_get_language (card), ==, "en");
          g_assert_cmpstr (up_scenario_get_title (scenario).language, ==,
                           up_card_get_language (card));
        }
    }

  for (guint i = 0; phrase_languages[i] != NULL; i++)
    g_assert_cmpuint (
      g_list_model_get_n_items (up_catalog_get_phrases (catalog, phrase_languages[i])), >, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  g_assert_cmpint (argc, ==, 2);
  fixture = g_resource_load (argv[1], &error);
  g_assert_no_error (error);

  g_test_add_func ("/catalog/languages", test_languages);
  g_test_add_func ("/catalog/resolve", test_resolve);
  g_test_add_func ("/catalog/locale", test_locale);
  g_test_add_func ("/catalog/cards", test_cards);
  g_test_add_func ("/catalog/whole-scenarios", test_whole_scenarios);
  g_test_add_func ("/catalog/form", test_form);
  g_test_add_func ("/catalog/no-scenario", test_no_scenario);
  g_test_add_func ("/catalog/guide", test_guide);
  g_test_add_func ("/catalog/moves-and-phrases", test_moves_and_phrases);
  g_test_add_func ("/catalog/changed", test_changed);
  g_test_add_func ("/catalog/files", test_files);
  g_test_add_func ("/catalog/check-context", test_check_context);
  g_test_add_func ("/catalog/scenario-languages", test_scenario_languages);
  g_test_add_func ("/catalog/bundled", test_bundled);

  result = g_test_run ();
  g_resource_unref (fixture);

  return result;
}
