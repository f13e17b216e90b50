/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-paper-private.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <langinfo.h>
#endif

#define FONT "sans"
#define LINE_SPACING 1.2f

/* As dark as dimmed text is on white paper: contrast 7:1. */
#define DIMMED 0.35

/* 1 pt = 1/72 in; A4 is 210 × 297 mm, Letter 8½ × 11 in. */
static const struct
{
  double width;
  double height;
} sizes[] = {
  [UP_PAPER_A4] = { 210 / 25.4 * 72, 297 / 25.4 * 72 },
  [UP_PAPER_LETTER] = { 612, 792 },
};

static const UpPaperStyle headings[UP_DOCUMENT_LEVELS] = {
  { 22, TRUE, FALSE, 0, TRUE },
  { 15, TRUE, FALSE, 26, TRUE },
  { 12, TRUE, FALSE, 18, TRUE },
  { 10, TRUE, FALSE, 11, TRUE },
};

static const UpPaperStyle styles[] = {
  [UP_DOCUMENT_PARAGRAPH] = { 10, FALSE, FALSE, 4, FALSE },
  [UP_DOCUMENT_DIMMED] = { 9, FALSE, TRUE, 3, TRUE },
  [UP_DOCUMENT_QUOTATION] = { 10, FALSE, FALSE, 4, FALSE },
  [UP_DOCUMENT_ITEM] = { 10, FALSE, FALSE, 6, FALSE },
  [UP_DOCUMENT_RULE] = { 0, FALSE, FALSE, 12, FALSE },
};

/* A fact about an item ends it as often as not. */
static const UpPaperStyle dimmed_in_item = { 9, FALSE, TRUE, 1, FALSE };

static const UpPaperStyle footer = { 8.5, FALSE, TRUE, 0, FALSE };

G_DEFINE_FINAL_TYPE (UpPaper, up_paper, G_TYPE_OBJECT)

static void
up_paper_finalize (GObject *object)
{
  UpPaper *self = UP_PAPER (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (up_paper_parent_class)->finalize (object);
}

static void
up_paper_class_init (UpPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_paper_finalize;
}

static void
up_paper_init (UpPaper *self)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Lines break alike on every screen and on paper. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  self->context = pango_font_map_create_context (fonts);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * up_paper_size_from_locale:
 *
 * Returns: the size of paper that is usual where the person is
 */
UpPaperSize
up_paper_size_from_locale (void)
{
#ifdef __GLIBC__
  /* In millimetres, as a number in the place of a pointer. */
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH)) == 216)
    return UP_PAPER_LETTER;
#endif

  return UP_PAPER_A4;
}

/**
 * up_paper_get_style:
 * @block: a block
 *
 * Returns: (transfer none): how it looks
 */
const UpPaperStyle *
up_paper_get_style (const UpDocumentBlock *block)
{
  if (block->kind == UP_DOCUMENT_HEADING)
    return &headings[block->level - 1];
  if (block->kind == UP_DOCUMENT_DIMMED && block->in_item)
    return &dimmed_in_item;

  return &styles[block->kind];
}

/* Of the first letter that has a direction, as far as scripts tell. */
static gboolean
begins_rtl (const char *text, gboolean otherwise)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isalpha (character))
        continue;

      switch (g_unichar_get_script (character))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_ADLAM:
        case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
          return TRUE;
        default:
          return FALSE;
        }
    }

  return otherwise;
}

/**
 * up_paper_is_rtl:
 * @self: a paper
 * @block: a block
 *
 * Returns: whether @block runs from right to left: as its language does, or its first letter where a
 *   person wrote it
 */
gboolean
up_paper_is_rtl (UpPaper *self, const UpDocumentBlock *block)
{
  gboolean otherwise = up_language_is_rtl (up_document_get_language (self->document));

  if (block->language != NULL)
    return up_language_is_rtl (block->language);

  return block->text != NULL ? begins_rtl (block->text, otherwise) : otherwise;
}

/**
 * up_paper_get_indent:
 * @block: a block
 *
 * Returns: how far it stands from the margin, on the side where its lines begin, in points
 */
double
up_paper_get_indent (const UpDocumentBlock *block)
{
  double indent = block->in_item || block->kind == UP_DOCUMENT_ITEM ? UP_PAPER_INDENT : 0;

  return block->kind == UP_DOCUMENT_QUOTATION ? indent + UP_PAPER_QUOTE : indent;
}

/**
 * up_paper_create_layout:
 * @self: a paper
 * @text: what it says
 * @language: (nullable): the BCP 47 tag of @text, or %NULL for the document's
 * @style: how it looks
 * @is_rtl: whether it runs from right to left
 * @width: how wide its lines may be, in points
 *
 * Returns: (transfer full): @text in lines
 */
PangoLayout *
up_paper_create_layout (UpPaper *self, const char *text, const char *language,
                        const UpPaperStyle *style, gboolean is_rtl, double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  PangoLayout *layout;

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);

  /* A layout keeps the direction that the context has when it is laid out. */
  pango_context_set_base_dir (self->context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (
    self->context, pango_language_from_string (
                     language != NULL ? language : up_document_get_language (self->document)));
  layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_line_count (layout);

  return layout;
}

/**
 * up_paper_create_block:
 * @self: a paper
 * @block: a block that has a text
 *
 * Returns: (transfer full): its text in lines
 */
PangoLayout *
up_paper_create_block (UpPaper *self, const UpDocumentBlock *block)
{
  return up_paper_create_layout (
    self, block->text, block->language, up_paper_get_style (block), up_paper_is_rtl (self, block),
    up_paper_get_width (self) - 2 * UP_PAPER_MARGIN - up_paper_get_indent (block));
}

/**
 * up_paper_new:
 * @document: what stands on it, which does not change any more
 * @size: the size of its pages
 *
 * Lays a document out on pages, which takes a while where it is long.
 *
 * Returns: (transfer full): the pages
 */
UpPaper *
up_paper_new (UpDocument *document, UpPaperSize size)
{
  UpPaper *self;

  g_return_val_if_fail (UP_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (size < G_N_ELEMENTS (sizes), NULL);

  self = g_object_new (UP_TYPE_PAPER, NULL);
  self->document = g_object_ref (document);
  self->size = size;
  up_paper_lay_out (self);

  return self;
}

/**
 * up_paper_get_document:
 * @self: a paper
 *
 * Returns: (transfer none): what stands on it
 */
UpDocument *
up_paper_get_document (UpPaper *self)
{
  g_return_val_if_fail (UP_IS_PAPER (self), NULL);

  return self->document;
}

/**
 * up_paper_get_width:
 * @self: a paper
 *
 * Returns: the width of a page, in points
 */
double
up_paper_get_width (UpPaper *self)
{
  g_return_val_if_fail (UP_IS_PAPER (self), 0);

  return sizes[self->size].width;
}

/**
 * up_paper_get_height:
 * @self: a paper
 *
 * Returns: the height of a page, in points
 */
double
up_paper_get_height (UpPaper *self)
{
  g_return_val_if_fail (UP_IS_PAPER (self), 0);

  return sizes[self->size].height;
}

/**
 * up_paper_get_n_pages:
 * @self: a paper
 *
 * Returns: how many pages it has
 */
guint
up_paper_get_n_pages (UpPaper *self)
{
  g_return_val_if_fail (UP_IS_PAPER (self), 0);

  return self->pages->len;
}

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

/* The number of an item, or a bullet, before its first line. */
static void
draw_marker (UpPaper *self, cairo_t *cr, const UpDocumentBlock *block, double y)
{
  gboolean is_rtl = up_paper_is_rtl (self, block);
  const UpPaperStyle *style = up_paper_get_style (block);
  /* Translators: the number of an item of a list, as it is printed before the item */
  g_autofree char *number =
    up_digits_in_interface (g_strdup_printf (C_ ("number of an item", "%u."), block->number));
  g_autoptr (PangoLayout) layout = up_paper_create_layout (self, block->number > 0 ? number : "•",
                                                           NULL, style, is_rtl, UP_PAPER_INDENT);

  draw_layout (
    cr, layout, 0, 1,
    is_rtl ? up_paper_get_width (self) - UP_PAPER_MARGIN - UP_PAPER_INDENT : UP_PAPER_MARGIN, y);
}

/* The line beside a quotation, as high as what of it is on the page. */
static void
draw_bar (UpPaper *self, cairo_t *cr, const UpDocumentBlock *block, double y, double height)
{
  double from_margin = UP_PAPER_MARGIN + up_paper_get_indent (block) - UP_PAPER_QUOTE + 1;
  double x = up_paper_is_rtl (self, block) ? up_paper_get_width (self) - from_margin : from_margin;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, y + height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_rule (UpPaper *self, cairo_t *cr, double y)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, UP_PAPER_MARGIN, y);
  cairo_line_to (cr, up_paper_get_width (self) - UP_PAPER_MARGIN, y);
  cairo_stroke (cr);
  cairo_restore (cr);
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
    case UP_DOCUMENT_RULE:
    default:
      return "P";
    }
}

static void
draw_piece (UpPaper *self, cairo_t *cr, const UpPiece *piece)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  const UpPaperStyle *style = up_paper_get_style (block);
  double x = UP_PAPER_MARGIN;
  g_autoptr (PangoLayout) layout = NULL;

  if (block->kind == UP_DOCUMENT_RULE)
    {
      draw_rule (self, cr, piece->y);
      return;
    }

  layout = up_paper_create_block (self, block);
  if (!up_paper_is_rtl (self, block))
    x += up_paper_get_indent (block);
  if (block->kind == UP_DOCUMENT_QUOTATION)
    draw_bar (self, cr, block, piece->y,
              get_lines_height (layout, piece->first_line, piece->n_lines));
  cairo_set_source_rgb (cr, style->dimmed ? DIMMED : 0, style->dimmed ? DIMMED : 0,
                        style->dimmed ? DIMMED : 0);
  cairo_tag_begin (cr, get_tag (block), NULL);
  if (block->kind == UP_DOCUMENT_ITEM && piece->first_line == 0)
    draw_marker (self, cr, block, piece->y);
  draw_layout (cr, layout, piece->first_line, piece->n_lines, x, piece->y);
  cairo_tag_end (cr, get_tag (block));
}

static void
draw_page_number (UpPaper *self, cairo_t *cr, guint page)
{
  /* Translators: the number of a page and how many there are, at the foot of a printed page */
  g_autofree char *number = up_digits_in_interface (
    g_strdup_printf (C_ ("page number", "%u / %u"), page + 1, self->pages->len));
  g_autoptr (PangoLayout) layout = up_paper_create_layout (
    self, number, NULL, &footer, up_language_is_rtl (up_document_get_language (self->document)),
    up_paper_get_width (self) - 2 * UP_PAPER_MARGIN);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_set_source_rgb (cr, DIMMED, DIMMED, DIMMED);
  draw_layout (cr, layout, 0, 1, UP_PAPER_MARGIN,
               up_paper_get_height (self) - UP_PAPER_MARGIN / 1.6);
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
  for (guint i = 0; i < pieces->len; i++)
    draw_piece (self, cr, &g_array_index (pieces, UpPiece, i));
  if (self->pages->len > 1)
    draw_page_number (self, cr, page);
}

/**
 * up_paper_get_page_text:
 * @self: a paper
 * @page: which page, counted from 0
 *
 * Returns: (transfer full): what stands on it, a block a line; one that runs over to another page stands
 *   whole on the page on which it begins
 */
char *
up_paper_get_page_text (UpPaper *self, guint page)
{
  const GArray *pieces;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (UP_IS_PAPER (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  pieces = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < pieces->len; i++)
    {
      const UpPiece *piece = &g_array_index (pieces, UpPiece, i);
      const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);

      if (block->text != NULL && piece->first_line == 0)
        g_string_append_printf (text, "%s\n", block->text);
    }

  return g_string_free (text, FALSE);
}
