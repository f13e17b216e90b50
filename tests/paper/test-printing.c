/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-guide-document.h"
#include "up-paper-private.h"
#include "up-phrase-cards.h"
#include "up-which-way-card.h"

#include <string.h>

/* All that is printed, in each language that there is: nothing is lost, cut or shown as a box. */

/* How small letters may become so that all stands on one page: 5.8 of 10 points. */
#define LEAST_SCALE 0.58

static PangoLayout *
create_lines (UpPaper *paper, const UpPiece *piece)
{
  const UpDocumentBlock *block = up_document_get_block (paper->document, piece->block);

  return block->text != NULL ? up_paper_create_block (paper, piece) : NULL;
}

/* Whether there is a font for the letters of a language here at all. */
static gboolean
can_show (UpCatalog *catalog)
{
  UpMove *move = g_list_model_get_item (up_catalog_get_moves (catalog), 0);
  UpText title = up_move_get_title (move);
  g_autoptr (UpDocument) document = up_document_new (title.text, title.language);
  g_autoptr (UpPaper) paper = up_paper_new (document, UP_PAPER_A4);
  UpPiece piece = { .width = 400, .scale = 1 };
  g_autoptr (PangoLayout) lines = create_lines (paper, &piece);

  g_object_unref (move);

  return pango_layout_get_unknown_glyphs_count (lines) == 0;
}

/* What is within a frame: its lines are as wide as it is at most, and end on the page. */
static void
assert_within (UpPaper *paper, const UpPiece *piece, double margin)
{
  const UpDocumentBlock *block = up_document_get_block (paper->document, piece->block);
  g_autoptr (PangoLayout) lines = create_lines (paper, piece);
  PangoLayoutIter *iter;
  double y = piece->y;

  g_assert_cmpfloat (piece->x, >=, margin - 0.01);
  g_assert_cmpfloat (piece->x + piece->width, <=, up_paper_get_width (paper) - margin + 0.01);
  if (lines == NULL)
    return;

  iter = pango_layout_get_iter (lines);
  for (guint i = 0; i < piece->first_line + piece->n_lines; i++)
    {
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (pango_units_to_double (logical.width) >
          pango_units_to_double (pango_layout_get_width (lines)) + 0.5)
        g_error ("a line is too wide: %s", block->text);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (i >= piece->first_line)
        y += pango_units_to_double (bottom - top);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  if (y > up_paper_get_height (paper) - margin + 0.01)
    g_error ("a line is below the page: %s", block->text);
}

/* Each line of each block stands somewhere, one after the other, and no letter of it is a box. */
static void
assert_whole (UpPaper *paper, double margin, guint first)
{
  guint block = first, line = 0;

  for (guint page = 0; page < up_paper_get_n_pages (paper); page++)
    {
      const GArray *pieces = g_ptr_array_index (paper->pages, page);

      for (guint i = 0; i < pieces->len; i++)
        {
          const UpPiece *piece = &g_array_index (pieces, UpPiece, i);
          g_autoptr (PangoLayout) lines = create_lines (paper, piece);

          g_assert_cmpuint (piece->block, ==, block);
          g_assert_cmpuint (piece->first_line, ==, line);
          assert_within (paper, piece, margin);
          line += piece->n_lines;
          if (lines != NULL && pango_layout_get_unknown_glyphs_count (lines) > 0)
            g_error ("no font has all of: %s", pango_layout_get_text (lines));
          if (lines == NULL || line == (guint) pango_layout_get_line_count (lines))
            {
              block++;
              line = 0;
            }
        }
    }
  g_assert_cmpuint (block, ==, up_document_get_n_blocks (paper->document));
}

static char *
get_text (UpPaper *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint page = 0; page < up_paper_get_n_pages (paper); page++)
    {
      g_autofree char *part = up_paper_get_page_text (paper, page);

      g_string_append (text, part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_says (const char *page, UpText text)
{
  if (up_text_is_set (text) && strstr (page, text.text) == NULL)
    g_error ("not printed: %s", text.text);
}

static void
assert_says_parts (const char *page, const UpPart *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      assert_says (page, parts[i].title);
      assert_says (page, parts[i].text);
    }
}

static void
assert_says_chapter (const char *page, UpChapter *chapter)
{
  assert_says (page, up_chapter_get_title (chapter));
  assert_says (page, up_chapter_get_summary (chapter));
  for (guint i = 0; i < up_chapter_get_n_blocks (chapter); i++)
    {
      const UpBlock *block = up_chapter_get_block (chapter, i);

      assert_says (page, block->title);
      for (guint j = 0; j < block->n_paragraphs; j++)
        assert_says (page, block->paragraphs[j]);
      for (guint j = 0; j < block->n_columns; j++)
        {
          assert_says (page, block->columns[j].title);
          assert_says_parts (page, block->columns[j].parts, block->columns[j].n_parts);
        }
      assert_says_parts (page, block->parts, block->n_parts);
    }
}

static void
check_guide (UpCatalog *catalog, UpPaperSize size)
{
  GListModel *guide = G_LIST_MODEL (up_catalog_get_guide (catalog));
  guint n = g_list_model_get_n_items (guide);
  g_autoptr (UpDocument) document = up_guide_compose_document (catalog, NULL);
  g_autoptr (UpPaper) paper = up_paper_new (document, size);
  g_autofree char *text = get_text (paper);

  assert_whole (paper, UP_PAPER_MARGIN, 0);
  /* Each chapter begins a page, after that of the contents. */
  g_assert_cmpuint (up_paper_get_n_pages (paper), >, n);
  g_assert_cmpuint (up_paper_get_n_pages (paper), <, 4 * n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);
      g_autoptr (UpDocument) one = up_guide_compose_document (catalog, up_chapter_get_id (chapter));
      g_autoptr (UpPaper) alone = up_paper_new (one, size);
      g_autofree char *words = get_text (alone);

      assert_says_chapter (text, chapter);
      assert_says_chapter (words, chapter);
      assert_whole (alone, UP_PAPER_MARGIN, 0);
      g_assert_cmpuint (up_paper_get_n_pages (alone), <=, 4);
    }
  g_assert_null (up_guide_compose_document (catalog, "no-such"));
}

/* No card is cut into: its text stays away from the lines where it is cut. */
static void
check_cards (UpCatalog *catalog, const char *language, UpPaperSize size)
{
  GListModel *model = up_catalog_get_phrases (catalog, language);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UpDocument) document = NULL;
  g_autoptr (UpPaper) paper = NULL;
  g_autofree char *text = NULL;
  guint on_page;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (phrases, g_list_model_get_item (model, i));
  document = up_phrases_compose_cards (phrases, up_catalog_get_moves (catalog));
  paper = up_paper_new (document, size);
  text = get_text (paper);
  on_page = paper->n_columns * paper->n_rows;

  assert_whole (paper, 20, 1);
  g_assert_cmpuint (up_paper_get_n_pages (paper), ==, (phrases->len + on_page - 1) / on_page);
  for (guint i = 0; i < phrases->len; i++)
    {
      g_autofree char *words = up_phrase_fill (g_ptr_array_index (phrases, i), NULL);

      assert_says (text, (UpText) { words, language });
      assert_says (text, up_phrase_get_serves (g_ptr_array_index (phrases, i)));
      assert_says (text, up_phrase_get_fails (g_ptr_array_index (phrases, i)));
    }

  for (guint page = 0; page < up_paper_get_n_pages (paper); page++)
    {
      const GArray *pieces = g_ptr_array_index (paper->pages, page);
      double row = up_paper_get_height (paper) / paper->n_rows;

      for (guint i = 0; i < pieces->len; i++)
        {
          const UpPiece *piece = &g_array_index (pieces, UpPiece, i);
          g_autoptr (PangoLayout) lines = create_lines (paper, piece);
          int height;

          pango_layout_get_size (lines, NULL, &height);
          g_assert_cmpint ((int) (piece->y / row), ==,
                           (int) ((piece->y + pango_units_to_double (height) + 10) / row));
          g_assert_cmpfloat (piece->scale, >=, 0.75);
        }
    }
}

static void
check_sheet (UpCatalog *catalog, UpWayAnswers answers, UpPaperSize size)
{
  g_autoptr (UpDocument) document = up_which_way_compose_document (catalog, answers);
  g_autoptr (UpPaper) paper = up_paper_new (document, size);
  const GArray *pieces = g_ptr_array_index (paper->pages, 0);

  g_assert_cmpuint (up_paper_get_n_pages (paper), ==, 1);
  assert_whole (paper, 36, 0);
  g_assert_cmpfloat (g_array_index (pieces, UpPiece, 0).scale, >=, LEAST_SCALE);
}

static void
check_which_way (UpCatalog *catalog, UpPaperSize size)
{
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);

  /* Nothing answered, and every question by its first answer, its second, and so on. */
  for (guint8 i = 0; i <= 4; i++)
    {
      UpWayAnswers answers = UP_WAY_ANSWERS_NONE;

      for (guint j = 0; j < up_which_way_get_n_questions (which_way); j++)
        answers.chosen[j] = MIN (i, (guint8) up_which_way_get_question (which_way, j)->n_answers);
      check_sheet (catalog, answers, size);
    }
}

static void
test_language (gconstpointer data)
{
  const char *language = data;
  g_autoptr (UpCatalog) catalog = up_catalog_new (language);

  if (!can_show (catalog))
    {
      g_test_skip ("there is no font for this language here");
      return;
    }

  for (UpPaperSize size = UP_PAPER_A4; size <= UP_PAPER_LETTER; size++)
    {
      if (g_strv_contains (up_catalog_get_languages (catalog), language))
        {
          check_guide (catalog, size);
          check_which_way (catalog, size);
        }
      if (g_strv_contains (up_catalog_get_phrase_languages (catalog), language))
        check_cards (catalog, language, size);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (UpCatalog) catalog = NULL;
  const char *const *languages[2];

  g_test_init (&argc, &argv, NULL);

  catalog = up_catalog_new ("en");
  languages[0] = up_catalog_get_languages (catalog);
  languages[1] = up_catalog_get_phrase_languages (catalog);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; languages[i][j] != NULL; j++)
      {
        g_autofree char *path = g_strdup_printf ("/printing/%s", languages[i][j]);

        if (i == 0 || !g_strv_contains (languages[0], languages[i][j]))
          g_test_add_data_func (path, languages[i][j], test_language);
      }

  return g_test_run ();
}
