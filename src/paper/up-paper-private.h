/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-paper.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Where on a page blocks stand, in points. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} UpFrame;

/* What of a block stands on one page: some of its lines. */
typedef struct
{
  guint block;
  guint first_line;
  guint n_lines;
  double x;     /* of the frame it stands in */
  double y;     /* where its first line begins */
  double width; /* of the frame */
  double scale; /* what the size of its letters is multiplied by */
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
  double width;
  double height;
  double margin;
  PangoContext *context; /* on a font map of its own */
  GPtrArray *pages;      /* of GArray of UpPiece */
  guint n_columns;       /* of cards to cut out, or 0 */
  guint n_rows;
};

#define UP_PAPER_MARGIN 68.0 /* 24 mm */
#define UP_PAPER_INDENT 20.0 /* of an item's text */
#define UP_PAPER_QUOTE 12.0  /* of a quotation, from the line beside it */
#define UP_PAPER_ASIDE 12.0  /* between a box and what stands in it */

/* up-paper.c */
gboolean up_paper_is_close (UpPaper *self);
PangoLayout *up_paper_create_layout (UpPaper *self, const char *text, const char *language,
                                     const UpPaperStyle *style, double scale, gboolean is_rtl,
                                     double width);                       /* full */
PangoLayout *up_paper_create_block (UpPaper *self, const UpPiece *piece); /* full */

/* up-paper-style.c */
const UpPaperStyle *up_paper_get_style (const UpDocumentBlock *block);
gboolean up_paper_is_rtl (UpPaper *self, const UpDocumentBlock *block);
double up_paper_get_indent (const UpDocumentBlock *block);
double up_paper_get_end_indent (const UpDocumentBlock *block);

/* up-paper-layout.c: pages as they come where @frames is NULL, else within these frames of one page;
 * FALSE where that is too little room. */
gboolean up_paper_flow (UpPaper *self, guint first, guint n, const UpFrame *frames, guint n_frames,
                        double scale, GArray *page);

/* up-paper-fit.c */
void up_paper_fit_page (UpPaper *self);
void up_paper_fit_cards (UpPaper *self);

/* up-paper-sign.c */
void up_paper_draw_sign (cairo_t *cr, UpLean lean, gboolean is_rtl, double x, double y,
                         double size);

G_END_DECLS
