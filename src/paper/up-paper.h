/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-document.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  UP_PAPER_A4,
  UP_PAPER_LETTER
} UpPaperSize;

/* A document on pages: laid out once, then drawn on anything or written as PDF. Fonts are fontconfig's.
 * Lengths are in points. It may be made in one thread and used in another, but not in both at once. */
#define UP_TYPE_PAPER (up_paper_get_type ())
G_DECLARE_FINAL_TYPE (UpPaper, up_paper, UP, PAPER, GObject)

UpPaperSize up_paper_size_from_locale (void);

UpPaper *up_paper_new (UpDocument *document, UpPaperSize size);
UpPaper *up_paper_new_sized (UpDocument *document, double width, double height);
UpDocument *up_paper_get_document (UpPaper *self);
double up_paper_get_width (UpPaper *self);
double up_paper_get_height (UpPaper *self);
guint up_paper_get_n_pages (UpPaper *self);
void up_paper_draw_page (UpPaper *self, guint page, cairo_t *cr);
char *up_paper_get_page_text (UpPaper *self, guint page); /* full: for assistive technology */
/* The same document and @date (seconds since 1970) always give the same bytes. */
GBytes *up_paper_make_pdf (UpPaper *self, gint64 date, GError **error); /* full */

G_END_DECLS
