/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-paper-private.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

/* As dark as dimmed text is on white paper: contrast 7:1. */
#define DIMMED 0.35

/* What a rule and a box are drawn with. */
#define LINE 0.75
#define BOX 0.95

/* Between the text of a box and its upper and lower edge. */
#define BOX_PADDING 9.0

static const UpPaperStyle small = { 8.5, FALSE, TRUE, 0, FALSE };

static void
draw_layout (cairo_t *cr, PangoLayout *layout, guint first, guint n, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double start = 0;

  for (guint i = 0; i < first + n; i++)
    {
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (i == first)
        start = pango_units_to_double (top);
      if (i >= first)
        {
          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          cairo_move_to (cr, x + pango_units_to_double (logical.x),
                         y - start + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static double
get_lines_height (PangoLayout *layout, guint first, guint n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double height = 0;

  for (guint i = 0; i < first + n; i++)
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (i >= first)
        height += pango_units_to_double (bottom - top);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  return height;
}

/* Where the text of a piece begins, from the left edge of the page. */
static double
get_text_x (UpPaper *self, const UpPiece *piece)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);

  return piece->x + piece->scale * (up_paper_is_rtl (self, block) ? up_paper_get_end_indent (block)
                                                                  : up_paper_get_indent (block));
}

/* The number of an item, or a bullet, before its first line. */
static void
draw_marker (UpPaper *self, cairo_t *cr, const UpPiece *piece)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  gboolean is_rtl = up_paper_is_rtl (self, block);
  double width = UP_PAPER_INDENT * piece->scale;
  double aside = block->aside > 0 ? UP_PAPER_ASIDE * piece->scale : 0;
  /* Translators: the number of an item of a list, as it is printed before the item */
  g_autofree char *number =
    up_digits_in_interface (g_strdup_printf (C_ ("number of an item", "%u."), block->number));
  g_autoptr (PangoLayout) layout =
    up_paper_create_layout (self, block->number > 0 ? number : "•", NULL,
                            up_paper_get_style (block), piece->scale, is_rtl, width);

  draw_layout (cr, layout, 0, 1,
               is_rtl ? piece->x + piece->width - aside - width : piece->x + aside, piece->y);
}

/* As high as the letters of the first line, at whose side it stands. */
static void
draw_sign (UpPaper *self, cairo_t *cr, const UpPiece *piece, PangoLayout *layout)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  gboolean is_rtl = up_paper_is_rtl (self, block);
  double size = up_paper_get_style (block)->size * piece->scale * 1.1;
  double aside = block->aside > 0 ? UP_PAPER_ASIDE * piece->scale : 0;
  double baseline = pango_units_to_double (pango_layout_get_baseline (layout));

  up_paper_draw_sign (cr, block->lean, is_rtl,
                      is_rtl ? piece->x + piece->width - aside - size : piece->x + aside,
                      piece->y + baseline - size * 0.86, size);
}

/* The line beside a quotation, as high as what of it is on the page. */
static void
draw_bar (UpPaper *self, cairo_t *cr, const UpPiece *piece, double height)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  double from_edge = (up_paper_get_indent (block) - UP_PAPER_QUOTE + 1) * piece->scale;
  double x =
    up_paper_is_rtl (self, block) ? piece->x + piece->width - from_edge : piece->x + from_edge;

  cairo_save (cr);
  cairo_set_source_rgb (cr, LINE, LINE, LINE);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, piece->y);
  cairo_line_to (cr, x, piece->y + height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_rule (cairo_t *cr, const UpPiece *piece)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, LINE, LINE, LINE);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, piece->x, piece->y);
  cairo_line_to (cr, piece->x + piece->width, piece->y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The place of the heading of level 2 with this number, from 1. */
static const UpPiece *
find_heading (UpPaper *self, guint number, guint *page)
{
  for (*page = 0; *page < self->pages->len; (*page)++)
    {
      const GArray *pieces = g_ptr_array_index (self->pages, *page);

      for (guint i = 0; i < pieces->len; i++)
        {
          const UpPiece *piece = &g_array_index (pieces, UpPiece, i);
          const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);

          if (block->kind == UP_DOCUMENT_HEADING && block->level == 2 && piece->first_line == 0 &&
              --number == 0)
            return piece;
        }
    }

  return NULL;
}

/* The number of the page that an entry leads to, beside its last line. */
static void
draw_entry_number (UpPaper *self, cairo_t *cr, const UpPiece *piece, guint page, double height)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  const UpPaperStyle *style = up_paper_get_style (block);
  gboolean is_rtl = up_paper_is_rtl (self, block);
  g_autofree char *number = up_digits_format (page + 1, up_digits_get_language ());
  double width = up_paper_get_end_indent (block) * piece->scale;
  g_autoptr (PangoLayout) layout =
    up_paper_create_layout (self, number, NULL, style, piece->scale, is_rtl, width);
  double line_height = get_lines_height (layout, 0, 1);

  pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  draw_layout (cr, layout, 0, 1, is_rtl ? piece->x : piece->x + piece->width - width,
               piece->y + height - line_height);
}

/* What a block is in a PDF that is read aloud; other surfaces know no tags. */
static const char *
get_tag (const UpDocumentBlock *block)
{
  static const char *const levels[UP_DOCUMENT_LEVELS] = { "H1", "H2", "H3", "H4" };

  switch (block->kind)
    {
    case UP_DOCUMENT_HEADING:
      return levels[block->level - 1];
    case UP_DOCUMENT_QUOTATION:
      return "BlockQuote";
    case UP_DOCUMENT_PARAGRAPH:
    case UP_DOCUMENT_DIMMED:
    case UP_DOCUMENT_ITEM:
    case UP_DOCUMENT_ENTRY:
    case UP_DOCUMENT_RULE:
    default:
      return "P";
    }
}

/* An entry leads to its page also where a PDF is read on a screen. */
static void
draw_entry (UpPaper *self, cairo_t *cr, const UpPiece *piece, PangoLayout *layout)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  double height = get_lines_height (layout, piece->first_line, piece->n_lines);
  gboolean is_last =
    piece->first_line + piece->n_lines == (guint) pango_layout_get_line_count (layout);
  guint page;
  const UpPiece *heading = find_heading (self, block->number, &page);
  g_autofree char *place = NULL;

  if (heading != NULL)
    {
      place = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) heading->y);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, place);
    }
  draw_layout (cr, layout, piece->first_line, piece->n_lines, get_text_x (self, piece), piece->y);
  if (heading != NULL && is_last)
    draw_entry_number (self, cr, piece, page, height);
  if (heading != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_piece (UpPaper *self, cairo_t *cr, const UpPiece *piece)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  double grey = up_paper_get_style (block)->dimmed ? DIMMED : 0;
  g_autoptr (PangoLayout) layout = NULL;

  if (block->kind == UP_DOCUMENT_RULE)
    {
      draw_rule (cr, piece);
      return;
    }

  layout = up_paper_create_block (self, piece);
  if (block->kind == UP_DOCUMENT_QUOTATION)
    draw_bar (self, cr, piece, get_lines_height (layout, piece->first_line, piece->n_lines));
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_tag_begin (cr, get_tag (block), NULL);
  if (block->has_sign && piece->first_line == 0)
    draw_sign (self, cr, piece, layout);
  else if (block->kind == UP_DOCUMENT_ITEM && piece->first_line == 0)
    draw_marker (self, cr, piece);
  if (block->kind == UP_DOCUMENT_ENTRY)
    draw_entry (self, cr, piece, layout);
  else
    draw_layout (cr, layout, piece->first_line, piece->n_lines, get_text_x (self, piece), piece->y);
  cairo_tag_end (cr, get_tag (block));
}

/* The box around what stands together from @i on; returns how many pieces that are. */
static guint
draw_box (UpPaper *self, cairo_t *cr, const GArray *pieces, guint i)
{
  const UpPiece *first = &g_array_index (pieces, UpPiece, i);
  guint aside = up_document_get_block (self->document, first->block)->aside;
  double padding = BOX_PADDING * first->scale;
  double end = first->y;
  guint n = 0;

  for (; i + n < pieces->len; n++)
    {
      const UpPiece *piece = &g_array_index (pieces, UpPiece, i + n);
      const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
      g_autoptr (PangoLayout) layout = NULL;

      if (block->aside != aside || piece->x != first->x)
        break;
      layout = block->text != NULL ? up_paper_create_block (self, piece) : NULL;
      end = piece->y +
            (layout != NULL ? get_lines_height (layout, piece->first_line, piece->n_lines) : 0);
    }

  if (aside > 0)
    {
      cairo_save (cr);
      cairo_set_source_rgb (cr, BOX, BOX, BOX);
      cairo_rectangle (cr, first->x, first->y - padding, first->width,
                       end - first->y + 2 * padding);
      cairo_fill (cr);
      cairo_restore (cr);
    }

  return n;
}

static double
get_foot (UpPaper *self)
{
  return self->height - self->margin / 1.6;
}

static void
draw_page_number (UpPaper *self, cairo_t *cr, guint page)
{
  /* Translators: the number of a page and how many there are, at the foot of a printed page */
  g_autofree char *number = up_digits_in_interface (
    g_strdup_printf (C_ ("page number", "%u / %u"), page + 1, self->pages->len));
  g_autoptr (PangoLayout) layout = up_paper_create_layout (
    self, number, NULL, &small, 1, up_language_is_rtl (up_document_get_language (self->document)),
    self->width - 2 * self->margin);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_set_source_rgb (cr, DIMMED, DIMMED, DIMMED);
  draw_layout (cr, layout, 0, 1, self->margin, get_foot (self));
}

/* Half of the line at the head of a page: what is too long for it is cut. */
static void
draw_header_part (UpPaper *self, cairo_t *cr, UpText text, gboolean at_end)
{
  gboolean is_rtl = up_language_is_rtl (up_document_get_language (self->document));
  gboolean is_right = at_end != is_rtl;
  double width = self->width / 2 - self->margin - small.size;
  g_autoptr (PangoLayout) layout = up_paper_create_layout (
    self, text.text, text.language, &small, 1, up_language_is_rtl (text.language), width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  draw_layout (cr, layout, 0, 1, is_right ? self->width - self->margin - width : self->margin,
               self->margin / 2.2);
}

/* The heading of level 2 that a page goes on with; NULL where it begins with one. */
static const UpDocumentBlock *
find_running_heading (UpPaper *self, const GArray *pieces)
{
  const UpPiece *first = pieces->len > 0 ? &g_array_index (pieces, UpPiece, 0) : NULL;

  for (guint i = first != NULL ? first->block + 1 : 0; i-- > 0;)
    {
      const UpDocumentBlock *block = up_document_get_block (self->document, i);

      if (block->kind == UP_DOCUMENT_HEADING && block->level == 2)
        return i < first->block || first->first_line > 0 ? block : NULL;
    }

  return NULL;
}

/* The title, and the part that is gone on with. */
static void
draw_header (UpPaper *self, cairo_t *cr, const GArray *pieces)
{
  const UpDocumentBlock *heading = find_running_heading (self, pieces);
  UpText title = { up_document_get_title (self->document),
                   up_document_get_language (self->document) };

  cairo_set_source_rgb (cr, DIMMED, DIMMED, DIMMED);
  draw_header_part (self, cr, title, FALSE);
  if (heading != NULL)
    draw_header_part (self, cr, (UpText) { heading->text, heading->language }, TRUE);
}

/* Where to cut. */
static void
draw_cuts (UpPaper *self, cairo_t *cr)
{
  static const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, LINE, LINE, LINE);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 1; i < self->n_columns; i++)
    {
      cairo_move_to (cr, self->width * i / self->n_columns, 0);
      cairo_line_to (cr, self->width * i / self->n_columns, self->height);
    }
  for (guint i = 1; i < self->n_rows; i++)
    {
      cairo_move_to (cr, 0, self->height * i / self->n_rows);
      cairo_line_to (cr, self->width, self->height * i / self->n_rows);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * up_paper_draw_page:
 * @self: a paper
 * @page: which page, counted from 0
 * @cr: where to draw it, in points from the page's upper left corner
 *
 * Draws what stands on a page; the paper itself is left as it is.
 */
void
up_paper_draw_page (UpPaper *self, guint page, cairo_t *cr)
{
  const GArray *pieces;

  g_return_if_fail (UP_IS_PAPER (self));
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  pieces = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < pieces->len;)
    i += draw_box (self, cr, pieces, i);
  for (guint i = 0; i < pieces->len; i++)
    draw_piece (self, cr, &g_array_index (pieces, UpPiece, i));

  if (self->n_columns > 0)
    {
      draw_cuts (self, cr);
      return;
    }
  if (page > 0)
    draw_header (self, cr, pieces);
  if (self->pages->len > 1)
    draw_page_number (self, cr, page);
}
