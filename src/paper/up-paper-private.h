/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-paper.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What of a block stands on one page: some of its lines. */
typedef struct
{
  guint block;
  guint first_line;
  guint n_lines;
  double y; /* where its first line begins */
} UpPiece;

/* How a kind of block looks. */
typedef struct
{
  double size; /* of its letters */
  gboolean bold;
  gboolean dimmed;
  double above;  /* what is left free before it, less at the top of a page */
  gboolean keep; /* on one page with what follows it */
} UpPaperStyle;

struct _UpPaper
{
  GObject parent_instance;

  UpDocument *document;
  UpPaperSize size;
  PangoContext *context; /* on a font map of its own */
  GPtrArray *pages;      /* of GArray of UpPiece */
};

#define UP_PAPER_MARGIN 68.0 /* 24 mm */
#define UP_PAPER_INDENT 20.0 /* of an item's text */
#define UP_PAPER_QUOTE 12.0  /* of a quotation, from the line beside it */

/* up-paper.c */
const UpPaperStyle *up_paper_get_style (const UpDocumentBlock *block);
gboolean up_paper_is_rtl (UpPaper *self, const UpDocumentBlock *block);
PangoLayout *up_paper_create_layout (UpPaper *self, const char *text, const char *language,
                                     const UpPaperStyle *style, gboolean is_rtl, double width);
PangoLayout *up_paper_create_block (UpPaper *self, const UpDocumentBlock *block); /* full */
double up_paper_get_indent (const UpDocumentBlock *block);

/* up-paper-layout.c */
void up_paper_lay_out (UpPaper *self);

G_END_DECLS
