/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define PROSE                                                                                      \
  "One says what was said, says why it lands badly, and asks what was meant by it. The answer is " \
  "heard before anything else is said, and nobody has to win. What follows is quieter than one "   \
  "thought it would be, and takes less time."
#define ARABIC "قلتُ ما سمعت، وسألتُ عمّا قُصد به."

static UpText
english (const char *text)
{
  return (UpText) { text, "en" };
}

/* Many parts of all kinds. */
static UpDocument *
make_long (guint n)
{
  UpDocument *document = up_document_new ("A long one", "en");

  for (guint i = 0; i < n; i++)
    {
      up_document_add_heading (document, 2 + i % 3, english ("A heading"));
      up_document_add_dimmed (document, english ("12 minutes"));
      for (guint j = 0; j <= i % 4; j++)
        up_document_add_item (document, j + 1, english (PROSE));
      up_document_set_in_item (document, TRUE);
      up_document_add_quotation (document, (UpText) { PROSE " " PROSE, NULL });
      up_document_set_in_item (document, FALSE);
      up_document_add_paragraph (document, english (i % 2 ? PROSE : "A short one."));
    }

  return document;
}

static const GArray *
get_page (UpPaper *paper, guint page)
{
  return g_ptr_array_index (paper->pages, page);
}

static const UpDocumentBlock *
get_block (UpPaper *paper, const UpPiece *piece)
{
  return up_document_get_block (paper->document, piece->block);
}

static guint
count_lines (UpPaper *paper, guint block)
{
  UpPiece piece = { .block = block,
                    .width = up_paper_get_width (paper) - 2 * UP_PAPER_MARGIN,
                    .scale = 1 };
  g_autoptr (PangoLayout) layout = up_paper_create_block (paper, &piece);

  return (guint) pango_layout_get_line_count (layout);
}

static double
get_piece_height (UpPaper *paper, const UpPiece *piece)
{
  g_autoptr (PangoLayout) layout = up_paper_create_block (paper, piece);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double height = 0;

  for (guint i = 0; i < piece->first_line + piece->n_lines; i++)
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (i >= piece->first_line)
        height += pango_units_to_double (bottom - top);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  return height;
}

/* Each line of each block stands on one page, in order, within the margins and below the one before. */
static void
assert_whole (UpPaper *paper)
{
  guint block = 0, line = 0;

  for (guint page = 0; page < up_paper_get_n_pages (paper); page++)
    {
      double y = UP_PAPER_MARGIN;

      g_assert_cmpuint (get_page (paper, page)->len, >, 0);
      for (guint i = 0; i < get_page (paper, page)->len; i++)
        {
          const UpPiece *piece = &g_array_index (get_page (paper, page), UpPiece, i);

          g_assert_cmpuint (piece->block, ==, block);
          g_assert_cmpuint (piece->first_line, ==, line);
          g_assert_cmpfloat (piece->y, >=, y - 0.01);
          y = piece->y + get_piece_height (paper, piece);
          g_assert_cmpfloat (y, <=, up_paper_get_height (paper) - UP_PAPER_MARGIN + 0.01);

          line += piece->n_lines;
          if (line == count_lines (paper, block))
            {
              block++;
              line = 0;
            }
        }
    }
  g_assert_cmpuint (block, ==, up_document_get_n_blocks (paper->document));
}

static void
test_pages (void)
{
  for (guint n = 1; n < 40; n += 3)
    {
      g_autoptr (UpDocument) document = make_long (n);
      g_autoptr (UpPaper) a4 = up_paper_new (document, UP_PAPER_A4);
      g_autoptr (UpPaper) letter = up_paper_new (document, UP_PAPER_LETTER);

      assert_whole (a4);
      assert_whole (letter);
      g_assert_cmpuint (up_paper_get_n_pages (letter), >=, up_paper_get_n_pages (a4));
    }
}

static guint
check_breaks (UpPaper *paper)
{
  guint n_split = 0;

  for (guint page = 0; page + 1 < up_paper_get_n_pages (paper); page++)
    {
      const GArray *pieces = get_page (paper, page);
      const UpPiece *last = &g_array_index (pieces, UpPiece, pieces->len - 1);
      const UpPiece *next = &g_array_index (get_page (paper, page + 1), UpPiece, 0);

      g_assert_false (up_paper_get_style (get_block (paper, last))->keep);
      if (last->block != next->block)
        continue;
      n_split++;
      g_assert_cmpuint (last->n_lines, >=, 2);
      g_assert_cmpuint (next->n_lines, >=, 2);
    }

  return n_split;
}

/* No heading or fact ends a page, and no line of a paragraph stands alone, wherever on a page they
 * come to stand. */
static void
test_breaks (void)
{
  guint n_split = 0;

  for (guint n = 10; n < 40; n += 3)
    {
      g_autoptr (UpDocument) document = make_long (n);
      g_autoptr (UpPaper) paper = up_paper_new (document, UP_PAPER_A4);

      n_split += check_breaks (paper);
    }
  for (guint n = 20; n < 60; n++)
    {
      g_autoptr (UpDocument) document = up_document_new ("T", "en");
      g_autoptr (UpPaper) paper = NULL;

      for (guint i = 0; i < n; i++)
        up_document_add_paragraph (document, english ("A short one."));
      up_document_add_paragraph (document, english (PROSE " " PROSE));
      paper = up_paper_new (document, UP_PAPER_A4);
      assert_whole (paper);
      n_split += check_breaks (paper);
    }
  g_assert_cmpuint (n_split, >, 5);
}

/* What is higher than a page goes on over as many as it takes. */
static void
test_endless (void)
{
  g_autoptr (UpDocument) document = up_document_new ("T", "en");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (UpPaper) paper = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, PROSE " ");
  up_document_add_heading (document, 2, english (text->str));
  up_document_add_paragraph (document, english (text->str));
  paper = up_paper_new (document, UP_PAPER_A4);
  g_assert_cmpuint (up_paper_get_n_pages (paper), >, 5);
  assert_whole (paper);
}

/* How dark a strip of a page is. */
static guint64
count_ink (UpPaper *paper, guint page, double x, double width)
{
  int whole_width = (int) up_paper_get_width (paper);
  int height = (int) up_paper_get_height (paper);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, whole_width, height);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixels;
  int stride;
  guint64 ink = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  up_paper_draw_page (paper, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int row = 0; row < height; row++)
    for (int column = (int) x; column < (int) (x + width); column++)
      ink += 255 - pixels[row * stride + column * 4];
  cairo_surface_destroy (surface);

  return ink;
}

/* A short line stands where lines of its language begin, whatever the document's language is. */
static void
assert_side (const char *document_language, UpText text, UpDocumentKind kind, gboolean is_right)
{
  g_autoptr (UpDocument) document = up_document_new (" ", document_language);
  g_autoptr (UpPaper) paper = NULL;
  double half;
  guint64 left, right;

  if (kind == UP_DOCUMENT_ITEM)
    up_document_add_item (document, 1, text);
  else if (kind == UP_DOCUMENT_QUOTATION)
    up_document_add_quotation (document, text);
  else
    up_document_add_paragraph (document, text);
  g_assert_cmpuint (up_document_get_n_blocks (document), ==, 1);
  paper = up_paper_new (document, UP_PAPER_A4);
  half = up_paper_get_width (paper) / 2;
  left = count_ink (paper, 0, 0, half);
  right = count_ink (paper, 0, half, half - 1);

  g_assert_cmpuint (is_right ? right : left, >, 1000);
  g_assert_cmpuint (is_right ? left : right, ==, 0);
  /* Nothing runs into the margins. */
  g_assert_cmpuint (count_ink (paper, 0, 0, UP_PAPER_MARGIN - 1), ==, 0);
  g_assert_cmpuint (count_ink (paper, 0, 2 * half - UP_PAPER_MARGIN + 1, UP_PAPER_MARGIN - 2), ==,
                    0);
}

static void
test_directions (void)
{
  static const UpDocumentKind kinds[] = { UP_DOCUMENT_PARAGRAPH, UP_DOCUMENT_QUOTATION,
                                          UP_DOCUMENT_ITEM };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      assert_side ("en", english ("A line."), kinds[i], FALSE);
      assert_side ("ar", english ("A line."), kinds[i], FALSE);
      assert_side ("en", (UpText) { ARABIC, "ar" }, kinds[i], TRUE);
      assert_side ("ar", (UpText) { ARABIC, "ar" }, kinds[i], TRUE);
      /* Words of a person tell by their letters, and by the document where they have none. */
      assert_side ("en", (UpText) { "12 " ARABIC, NULL }, kinds[i], TRUE);
      assert_side ("ar", (UpText) { "“12” lines", NULL }, kinds[i], FALSE);
      assert_side ("ar", (UpText) { "12 + 12", NULL }, kinds[i], TRUE);
    }
}

/* All that a PDF says of itself and its pages: it is in streams that are compressed. */
static GString *
inflate (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  const char *end = data + length;
  GString *inflated = g_string_new (NULL);

  while ((data = memmem (data, (gsize) (end - data), "stream\n", 7)) != NULL)
    {
      g_autoptr (GZlibDecompressor) decompressor =
        g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      GConverterResult result = G_CONVERTER_CONVERTED;

      data += 7;
      while (result == G_CONVERTER_CONVERTED)
        {
          char buffer[4096];
          gsize read, written;

          result =
            g_converter_convert (G_CONVERTER (decompressor), data, (gsize) (end - data), buffer,
                                 sizeof buffer, G_CONVERTER_NO_FLAGS, &read, &written, NULL);
          if (result == G_CONVERTER_ERROR)
            break;
          g_string_append_len (inflated, buffer, (gssize) written);
          data += read;
        }
    }

  return inflated;
}

static gboolean
contains (GString *inflated, const char *text)
{
  return memmem (inflated->str, inflated->len, text, strlen (text)) != NULL;
}

/* The text that comes out of a PDF, if there is a program that reads it. */
static char *
read_pdf (GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int file;

  if (program == NULL)
    return NULL;

  file = g_file_open_tmp ("upstander-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL,
                (char *[]) { program, (char *) "-enc", (char *) "UTF-8", path, (char *) "-", NULL },
                NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  remove (path);

  return g_steal_pointer (&text);
}

static void
test_pdf (void)
{
  g_autoptr (UpDocument) document = make_long (12);
  g_autoptr (UpPaper) paper = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) inflated = NULL;

  up_document_add_heading (document, 2, (UpText) { ARABIC, "ar" });
  up_document_add_rule (document);
  paper = up_paper_new (document, UP_PAPER_LETTER);
  pdf = up_paper_make_pdf (paper, 1735787045, &error);
  g_assert_no_error (error);
  again = up_paper_make_pdf (paper, 1735787045, &error);
  g_assert_no_error (error);

  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-1."));
  inflated = inflate (pdf);
  g_assert_true (contains (inflated, "/MediaBox [ 0 0 612 792 ]"));
  g_assert_true (contains (inflated, "/Title (A long one)"));
  g_assert_true (contains (inflated, "/CreationDate (20250102030405"));
  g_assert_true (contains (inflated, "/Outlines"));
  g_assert_true (contains (inflated, "/S /H1"));
  g_assert_true (contains (inflated, "/S /BlockQuote"));
  pages = g_strdup_printf ("/Count %u", up_paper_get_n_pages (paper));
  g_assert_true (contains (inflated, pages));

  text = read_pdf (pdf);
  if (text == NULL)
    {
      g_test_message ("no program reads PDF here");
      return;
    }
  g_assert_nonnull (strstr (text, "A long one"));
  g_assert_nonnull (strstr (text, "asks what was meant"));
  g_assert_nonnull (strstr (text, "1 / "));
}

/* What assistive technology is told of the pages is all that stands on them. */
static void
test_text (void)
{
  g_autoptr (UpDocument) document = make_long (20);
  g_autoptr (UpPaper) paper = up_paper_new (document, UP_PAPER_A4);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) pages = g_string_new (NULL);

  for (guint i = 0; i < up_document_get_n_blocks (document); i++)
    g_string_append_printf (whole, "%s\n", up_document_get_block (document, i)->text);
  for (guint page = 0; page < up_paper_get_n_pages (paper); page++)
    {
      g_autofree char *text = up_paper_get_page_text (paper, page);

      g_string_append (pages, text);
    }
  g_assert_cmpstr (pages->str, ==, whole->str);
}

static gpointer
lay_out (gpointer document)
{
  return up_paper_new (document, UP_PAPER_A4);
}

/* Pages are made in one thread, and drawn in another. */
static void
test_threads (void)
{
  g_autoptr (UpDocument) document = make_long (8);
  g_autoptr (UpPaper) here = up_paper_new (document, UP_PAPER_A4);
  g_autoptr (UpPaper) there = g_thread_join (g_thread_new ("paper", lay_out, document));

  g_assert_cmpuint (up_paper_get_n_pages (there), ==, up_paper_get_n_pages (here));
  g_assert_cmpuint (count_ink (there, 0, 0, up_paper_get_width (there) - 1), ==,
                    count_ink (here, 0, 0, up_paper_get_width (here) - 1));
}

static void
assert_locale (const char *locale, UpPaperSize size)
{
  if (setlocale (LC_ALL, locale) == NULL)
    g_test_message ("%s is not installed", locale);
  else
    g_assert_cmpint (up_paper_size_from_locale (), ==, size);
  setlocale (LC_ALL, "C");
}

static void
test_locale (void)
{
  assert_locale ("en_US.UTF-8", UP_PAPER_LETTER);
  assert_locale ("de_DE.UTF-8", UP_PAPER_A4);
  assert_locale ("ar_EG.UTF-8", UP_PAPER_A4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/pages", test_pages);
  g_test_add_func ("/paper/breaks", test_breaks);
  g_test_add_func ("/paper/endless", test_endless);
  g_test_add_func ("/paper/directions", test_directions);
  g_test_add_func ("/paper/pdf", test_pdf);
  g_test_add_func ("/paper/text", test_text);
  g_test_add_func ("/paper/threads", test_threads);
  g_test_add_func ("/paper/locale", test_locale);

  return g_test_run ();
}
