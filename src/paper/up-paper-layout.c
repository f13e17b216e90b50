/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"

/* Which lines stand on which page. Headings and facts stay with what follows them, and no line of a
 * paragraph stands alone at the foot of a page or at the head of one. */

/* Fewer lines than these do not stand alone. */
#define LEAST_LINES 2

typedef struct
{
  double above;
  double *lines; /* their heights */
  guint n_lines;
  gboolean keep;
} Measured;

typedef struct
{
  UpPaper *paper;
  double y;
  double bottom;
  GArray *page;
} Layout;

static void
clear_measured (gpointer data)
{
  g_free (((Measured *) data)->lines);
}

static Measured
measure (UpPaper *paper, const UpDocumentBlock *block)
{
  const UpPaperStyle *style = up_paper_get_style (block);
  Measured measured = { .above = style->above, .keep = style->keep };
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutIter *iter;

  if (block->kind == UP_DOCUMENT_RULE)
    {
      measured.n_lines = 1;
      measured.lines = g_new0 (double, 1);
      return measured;
    }

  layout = up_paper_create_block (paper, block);
  measured.n_lines = (guint) pango_layout_get_line_count (layout);
  measured.lines = g_new (double, measured.n_lines);
  iter = pango_layout_get_iter (layout);
  for (guint i = 0; i < measured.n_lines; i++)
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      measured.lines[i] = pango_units_to_double (bottom - top);
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

static void
turn_page (Layout *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (UpPiece));
  g_ptr_array_add (self->paper->pages, self->page);
  self->y = UP_PAPER_MARGIN;
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
place (Layout *self, guint block, const Measured *measured)
{
  guint line = 0;

  if (self->page->len > 0)
    self->y += measured->above;

  while (line < measured->n_lines)
    {
      guint n = count_fitting (measured, line, self->bottom - self->y);
      UpPiece piece = { .block = block, .first_line = line };

      /* At the top of a page something has to be placed, however high it is. */
      if (n == 0 && self->page->len == 0)
        n = 1;
      if (n > 0)
        {
          piece.n_lines = n;
          piece.y = self->y;
          g_array_append_val (self->page, piece);
          self->y += sum (measured, line, n);
          line += n;
        }
      if (line < measured->n_lines)
        turn_page (self);
    }
}

/**
 * up_paper_lay_out:
 * @self: a paper without pages
 *
 * Makes its pages, one at the least.
 */
void
up_paper_lay_out (UpPaper *self)
{
  guint n = up_document_get_n_blocks (self->document);
  g_autoptr (GArray) blocks = g_array_sized_new (FALSE, FALSE, sizeof (Measured), n);
  Layout layout = { .paper = self, .bottom = up_paper_get_height (self) - UP_PAPER_MARGIN };

  g_array_set_clear_func (blocks, clear_measured);
  for (guint i = 0; i < n; i++)
    {
      Measured measured = measure (self, up_document_get_block (self->document, i));

      g_array_append_val (blocks, measured);
    }

  turn_page (&layout);
  for (guint i = 0; i < n; i++)
    {
      const Measured *before = i > 0 ? &g_array_index (blocks, Measured, i - 1) : NULL;

      /* What is kept with something before it was asked about there. */
      if ((before == NULL || !before->keep) && layout.page->len > 0 &&
          layout.y + measure_kept (blocks, i) > layout.bottom)
        turn_page (&layout);
      place (&layout, i, &g_array_index (blocks, Measured, i));
    }
}
