/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"

#include <cairo-pdf.h>

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (UpPaper *self, cairo_surface_t *surface, gint64 date)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);
  g_autofree char *stamp = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  up_document_get_title (self->document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Upstander");
  if (stamp != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
}

/* What a reader shows beside the pages: the headings of the first three levels. Each hangs on the last
 * one of a higher level. */
static void
add_outline (UpPaper *self, cairo_surface_t *surface)
{
  int parents[UP_DOCUMENT_LEVELS] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint page = 0; page < self->pages->len; page++)
    {
      const GArray *pieces = g_ptr_array_index (self->pages, page);

      for (guint i = 0; i < pieces->len; i++)
        {
          const UpPiece *piece = &g_array_index (pieces, UpPiece, i);
          const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
          g_autofree char *place = NULL;

          if (block->kind != UP_DOCUMENT_HEADING || block->level >= UP_DOCUMENT_LEVELS ||
              piece->first_line > 0)
            continue;

          /* In the units of the page, from its top. */
          place = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) piece->y);
          parents[block->level] = cairo_pdf_surface_add_outline (
            surface, parents[block->level - 1], block->text, place, CAIRO_PDF_OUTLINE_FLAG_OPEN);
          for (guint level = block->level + 1; level < UP_DOCUMENT_LEVELS; level++)
            parents[level] = parents[block->level];
        }
    }
}

/**
 * up_paper_make_pdf:
 * @self: a paper
 * @date: when it is made, in seconds since 1970
 * @error: return location for an error
 *
 * Writes the pages as PDF, with text that can be selected and read aloud, a title and an outline.
 *
 * Returns: (transfer full): the file's content, or %NULL with an error of %G_IO_ERROR
 */
GBytes *
up_paper_make_pdf (UpPaper *self, gint64 date, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (UP_IS_PAPER (self), NULL);

  surface = cairo_pdf_surface_create_for_stream (append, bytes, up_paper_get_width (self),
                                                 up_paper_get_height (self));
  set_metadata (self, surface, date);
  cr = cairo_create (surface);
  for (guint page = 0; page < self->pages->len; page++)
    {
      up_paper_draw_page (self, page, cr);
      cairo_show_page (cr);
    }
  add_outline (self, surface);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (bytes);
}
