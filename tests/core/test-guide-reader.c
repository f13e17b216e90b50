/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-sample.h"

#include <locale.h>

static void
assert_text (UpText text, const char *words, const char *language)
{
  g_assert_cmpstr (text.text, ==, words);
  g_assert_cmpstr (text.language, ==, language);
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

#define PHRASE_HEAD                                                                                \
  "{\"format\": \"upstander-phrases/1\", \"language\": \"es\", \"review\": \"unreviewed\","        \
  "\"note\": \"Nota.\", \"phrases\": ["
#define PHRASE(id, text, more)                                                                     \
  "{\"id\": \"" id "\", \"move\": \"ask-intention\", \"lean\": \"in\", \"address\": \"informal\"," \
  "\"text\": \"" text                                                                              \
  "\", \"serves\": \"S.\", \"fails\": \"F.\", \"reply\": \"R.\", \"goOn\": \"G.\"" more "}"
#define BLANKS(id) ", \"blanks\": [{\"id\": \"" id "\", \"label\": \"lo dicho\"}]"

static void
test_phrases (void)
{
  static const char text[] = PHRASE_HEAD PHRASE (
    "a", "¿«{remark}», {remark}?",
    BLANKS ("remark") ", \"culture\": \"C.\"") "," PHRASE ("b", "Sin huecos.", "") "]}";
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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-reader/guide", test_guide);
  g_test_add_func ("/guide-reader/phrases", test_phrases);
  g_test_add_func ("/guide-reader/phrase-cross-checks", test_phrase_cross_checks);
  g_test_add_func ("/guide-reader/moves", test_moves);

  return g_test_run ();
}
