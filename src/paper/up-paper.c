/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-paper-private.h"

#ifdef __GLIBC__
#include <langinfo.h>
#endif

#define FONT "sans"
#define LINE_SPACING 1.2f

/* Where all has to stand on one page. */
#define CLOSE_LINE_SPACING 0.92f

/* 13 mm: printers leave less free. */
#define ONE_PAGE_MARGIN 37.0

/* Of the width of small paper. */
#define MOST_MARGIN 0.125

/* 1 pt = 1/72 in; A4 is 210 × 297 mm, Letter 8½ × 11 in. */
static const struct
{
  double width;
  double height;
} sizes[] = {
  [UP_PAPER_A4] = { 210 / 25.4 * 72, 297 / 25.4 * 72 },
  [UP_PAPER_LETTER] = { 612, 792 },
};

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

/* Fonts say which languages they are for by the countries that write them so. */
static PangoLanguage *
get_pango_language (const char *tag)
{
  if (up_language_is (tag, "zh-Hans"))
    tag = "zh-cn";
  else if (up_language_is (tag, "zh-Hant"))
    tag = "zh-tw";

  return pango_language_from_string (tag);
}

/**
 * up_paper_is_close:
 * @self: a paper
 *
 * Returns: whether room is saved between lines before letters are made smaller
 */
gboolean
up_paper_is_close (UpPaper *self)
{
  return up_document_get_layout (self->document) == UP_DOCUMENT_ONE_PAGE;
}

/**
 * up_paper_create_layout:
 * @self: a paper
 * @text: what it says
 * @language: (nullable): the BCP 47 tag of @text, or %NULL for the document's
 * @style: how it looks
 * @scale: what the size of its letters is multiplied by
 * @is_rtl: whether it runs from right to left
 * @width: how wide its lines may be, in points
 *
 * Returns: (transfer full): @text in lines
 */
PangoLayout *
up_paper_create_layout (UpPaper *self, const char *text, const char *language,
                        const UpPaperStyle *style, double scale, gboolean is_rtl, double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  PangoLayout *layout;

  pango_font_description_set_absolute_size (font, style->size * scale * PANGO_SCALE);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);

  /* A layout keeps the direction that the context has when it is laid out. */
  pango_context_set_base_dir (self->context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (
    self->context,
    get_pango_language (language != NULL ? language : up_document_get_language (self->document)));
  layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout,
                                 up_paper_is_close (self) ? CLOSE_LINE_SPACING : LINE_SPACING);
  pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_line_count (layout);

  return layout;
}

/**
 * up_paper_create_block:
 * @self: a paper
 * @piece: the block, which has a text, with its scale and the width of its frame
 *
 * Returns: (transfer full): the whole text of the block in lines
 */
PangoLayout *
up_paper_create_block (UpPaper *self, const UpPiece *piece)
{
  const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
  double indents = up_paper_get_indent (block) + up_paper_get_end_indent (block);

  return up_paper_create_layout (self, block->text, block->language, up_paper_get_style (block),
                                 piece->scale, up_paper_is_rtl (self, block),
                                 piece->width - indents * piece->scale);
}

/**
 * up_paper_new_sized:
 * @document: what stands on it, which does not change any more
 * @width: the width of a page, in points
 * @height: its height, in points
 *
 * Lays a document out on pages, which takes a while where it is long.
 *
 * Returns: (transfer full): the pages
 */
UpPaper *
up_paper_new_sized (UpDocument *document, double width, double height)
{
  UpPaper *self;

  g_return_val_if_fail (UP_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_object_new (UP_TYPE_PAPER, NULL);
  self->document = g_object_ref (document);
  self->width = width;
  self->height = height;

  switch (up_document_get_layout (document))
    {
    case UP_DOCUMENT_ONE_PAGE:
      self->margin = MIN (ONE_PAGE_MARGIN, width * MOST_MARGIN);
      up_paper_fit_page (self);
      break;
    case UP_DOCUMENT_CARDS:
      up_paper_fit_cards (self);
      break;
    case UP_DOCUMENT_FLOW:
    default:
      self->margin = MIN (UP_PAPER_MARGIN, width * MOST_MARGIN);
      up_paper_flow (self, 0, up_document_get_n_blocks (document), NULL, 0, 1, NULL);
    }

  return self;
}

/**
 * up_paper_new:
 * @document: what stands on it, which does not change any more
 * @size: the size of its pages
 *
 * Returns: (transfer full): the document on pages, as up_paper_new_sized() makes them
 */
UpPaper *
up_paper_new (UpDocument *document, UpPaperSize size)
{
  g_return_val_if_fail (size < G_N_ELEMENTS (sizes), NULL);

  return up_paper_new_sized (document, sizes[size].width, sizes[size].height);
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

  return self->width;
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

  return self->height;
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
