/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"

/* Which lines stand on which page. Headings and facts stay with what follows them, and no line of a
 * paragraph stands alone at the foot of a page or at the head of one. */

/* Fewer lines than these do not stand alone. */
#define LEAST_LINES 2

/* What is left free before a box and after it, with what of the box is around its text. */
#define ABOVE_ASIDE 24.0

/* What is left of these where all has to stand on one page. */
#define CLOSE 0.45

/* Between two paragraphs. */
#define ABOVE_PARAGRAPH 8.0

typedef struct
{
  double above;
  double *lines; /* their heights */
  guint n_lines;
  gboolean keep;
  gboolean new_page;
} Measured;

typedef struct
{
  UpPaper *paper;
  const UpFrame *frames; /* NULL for pages without end */
  guint n_frames;
  guint frame; /* the number of the one that is being filled */
  gboolean overflows;
  gboolean at_top;
  UpFrame room;
  double y;
  double scale;
  GArray *page;
} Flow;

static void
clear_measured (gpointer data)
{
  g_free (((Measured *) data)->lines);
}

/* A block that says nothing, for what is before the first and after the last. */
static const UpDocumentBlock nothing = { .kind = UP_DOCUMENT_RULE };

/* What is left free before a block, which is no less than what belongs together is apart. */
static double
get_above (const UpDocumentBlock *block, const UpDocumentBlock *before)
{
  double above = up_paper_get_style (block)->above;
  gboolean after_text = before->kind != UP_DOCUMENT_HEADING && before->kind != UP_DOCUMENT_DIMMED;

  if (block->aside != before->aside)
    return MAX (above, ABOVE_ASIDE);
  if (block->in_item)
    return above;

  switch (block->kind)
    {
    case UP_DOCUMENT_HEADING:
      /* The word over a box has its heading below it. */
      return block->aside > 0 && before->kind == UP_DOCUMENT_DIMMED ? ABOVE_PARAGRAPH : above;
    case UP_DOCUMENT_PARAGRAPH:
      return before->kind == UP_DOCUMENT_PARAGRAPH ? ABOVE_PARAGRAPH : above;
    case UP_DOCUMENT_DIMMED:
      return after_text || block->has_sign ? ABOVE_PARAGRAPH : above;
    case UP_DOCUMENT_QUOTATION:
    case UP_DOCUMENT_ITEM:
    case UP_DOCUMENT_ENTRY:
    case UP_DOCUMENT_RULE:
    default:
      return above;
    }
}

static Measured
measure (UpPaper *paper, guint i, double width, double scale)
{
  guint n = up_document_get_n_blocks (paper->document);
  const UpDocumentBlock *block = up_document_get_block (paper->document, i);
  const UpDocumentBlock *before = i > 0 ? up_document_get_block (paper->document, i - 1) : &nothing;
  const UpDocumentBlock *after =
    i + 1 < n ? up_document_get_block (paper->document, i + 1) : &nothing;
  double above = get_above (block, before) * (up_paper_is_close (paper) ? CLOSE : 1);
  Measured measured = { .above = above * scale,
                        .keep = up_paper_get_style (block)->keep ||
                                (block->kind == UP_DOCUMENT_ITEM && after->in_item),
                        .new_page = block->new_page };
  UpPiece piece = { .block = i, .width = width, .scale = scale };
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutIter *iter;

  if (block->kind == UP_DOCUMENT_RULE)
    {
      measured.n_lines = 1;
      measured.lines = g_new0 (double, 1);
      return measured;
    }

  layout = up_paper_create_block (paper, &piece);
  measured.n_lines = (guint) pango_layout_get_line_count (layout);
  measured.lines = g_new (double, measured.n_lines);
  iter = pango_layout_get_iter (layout);
  for (guint line = 0; line < measured.n_lines; line++)
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      measured.lines[line] = pango_units_to_double (bottom - top);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  return measured;
}

static double
sum (const Measured *measured, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += measured->lines[i];

  return height;
}

static double
get_bottom (Flow *self)
{
  return self->room.y + self->room.height;
}

/* Goes on in the next frame, or on another page. The last frame is filled over its edge. */
static void
turn (Flow *self)
{
  if (self->frames == NULL)
    {
      self->page = g_array_new (FALSE, FALSE, sizeof (UpPiece));
      g_ptr_array_add (self->paper->pages, self->page);
      self->room = (UpFrame) { self->paper->margin, self->paper->margin,
                               self->paper->width - 2 * self->paper->margin,
                               self->paper->height - 2 * self->paper->margin };
    }
  else if (self->frame < self->n_frames)
    {
      self->room = self->frames[self->frame++];
    }
  else
    {
      self->overflows = TRUE;
      self->room.height = G_MAXFLOAT;
      return;
    }

  self->y = self->room.y;
  self->at_top = TRUE;
}

/* How many of the lines from @first on stand in this much room, where the rest goes overleaf. */
static guint
count_fitting (const Measured *measured, guint first, double room)
{
  guint left = measured->n_lines - first;
  guint n = 0;

  while (n < left && measured->lines[first + n] <= room)
    room -= measured->lines[first + n++];

  if (n == left)
    return n;
  if (left - n < LEAST_LINES)
    n = left - MIN (left, LEAST_LINES);

  return n < LEAST_LINES ? 0 : n;
}

/* The height of what has to stand on one page from @i on: all that is kept together, and enough of
 * what follows it. */
static double
measure_kept (GArray *blocks, guint i)
{
  double height = 0;

  for (; i < blocks->len; i++)
    {
      const Measured *measured = &g_array_index (blocks, Measured, i);

      height += measured->above;
      if (!measured->keep)
        return height + sum (measured, 0,
                             measured->n_lines < 2 * LEAST_LINES ? measured->n_lines : LEAST_LINES);
      height += sum (measured, 0, measured->n_lines);
    }

  return height;
}

static void
place (Flow *self, guint block, const Measured *measured)
{
  guint line = 0;

  if (!self->at_top)
    self->y += measured->above;

  while (line < measured->n_lines)
    {
      guint n = count_fitting (measured, line, get_bottom (self) - self->y);
      UpPiece piece = { .block = block,
                        .first_line = line,
                        .x = self->room.x,
                        .width = self->room.width,
                        .scale = self->scale };

      /* At the top of a page something has to be placed, however high it is. */
      if (n == 0 && self->at_top)
        n = 1;
      if (n > 0)
        {
          piece.n_lines = n;
          piece.y = self->y;
          g_array_append_val (self->page, piece);
          self->y += sum (measured, line, n);
          self->at_top = FALSE;
          line += n;
        }
      if (line < measured->n_lines)
        turn (self);
    }
}

/**
 * up_paper_flow:
 * @self: a paper
 * @first: the first block to place
 * @n: how many
 * @frames: (nullable) (array length=n_frames): where they stand on one page, all of the same width, or
 *   %NULL for pages as they come, one at the least
 * @n_frames: how many frames there are
 * @scale: what the size of the letters is multiplied by
 * @page: (nullable): where to add the pieces, with frames
 *
 * Places blocks one under the other.
 *
 * Returns: %FALSE where the frames have too little room; the rest then stands below the last one
 */
gboolean
up_paper_flow (UpPaper *self, guint first, guint n, const UpFrame *frames, guint n_frames,
               double scale, GArray *page)
{
  g_autoptr (GArray) blocks = g_array_sized_new (FALSE, FALSE, sizeof (Measured), n);
  Flow flow = {
    .paper = self, .frames = frames, .n_frames = n_frames, .scale = scale, .page = page
  };

  g_array_set_clear_func (blocks, clear_measured);
  turn (&flow);
  for (guint i = 0; i < n; i++)
    {
      Measured measured = measure (self, first + i, flow.room.width, scale);

      g_array_append_val (blocks, measured);
    }

  for (guint i = 0; i < n; i++)
    {
      const Measured *measured = &g_array_index (blocks, Measured, i);
      const Measured *before = i > 0 ? &g_array_index (blocks, Measured, i - 1) : NULL;

      /* What is kept with something before it was asked about there. */
      if (!flow.at_top && ((measured->new_page && frames == NULL) ||
                           ((before == NULL || !before->keep) &&
                            flow.y + measure_kept (blocks, i) > get_bottom (&flow))))
        turn (&flow);
      place (&flow, first + i, measured);
    }

  return !flow.overflows && flow.y <= get_bottom (&flow) + 0.01;
}
