/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"

/* What has to stand on one page, or on one card, is made smaller until it does. */

#define STEP 0.97

/* Letters of 4 points: what the content has stays well above that, as tests hold. */
#define SMALLEST_SCALE 0.4

/* A page that is not full is easier to read with larger letters. */
#define MOST_SCALE 1.2

#define GUTTER 22.0 /* between two columns of text */

/* A card is a third of a half page; what is around its text is cut through. */
#define CARD_COLUMNS 2
#define CARD_ROWS 3
#define CARD_PADDING 28.0

/* The first heading from @from on that is of one of these levels. */
static guint
find_heading (UpPaper *self, guint from, guint first_level, guint last_level)
{
  guint n = up_document_get_n_blocks (self->document);
  guint i;

  for (i = from; i < n; i++)
    {
      const UpDocumentBlock *block = up_document_get_block (self->document, i);

      if (block->kind == UP_DOCUMENT_HEADING && block->level >= first_level &&
          block->level <= last_level)
        break;
    }

  return i;
}

static double
get_end (UpPaper *self, const GArray *page, double top)
{
  double end = top;

  for (guint i = 0; i < page->len; i++)
    {
      const UpPiece *piece = &g_array_index (page, UpPiece, i);
      const UpDocumentBlock *block = up_document_get_block (self->document, piece->block);
      g_autoptr (PangoLayout) layout = NULL;
      int height;

      if (block->kind == UP_DOCUMENT_RULE)
        continue;
      layout = up_paper_create_block (self, piece);
      pango_layout_get_size (layout, NULL, &height);
      end = MAX (end, piece->y + pango_units_to_double (height));
    }

  return end;
}

/* What stands before the first heading, over the whole width, and then two columns. */
static gboolean
flow_in_columns (UpPaper *self, UpFrame whole, double scale, double share, GArray *page)
{
  guint n = up_document_get_n_blocks (self->document);
  guint head = find_heading (self, 0, 2, UP_DOCUMENT_LEVELS);
  double width = (whole.width - GUTTER) / 2;
  gboolean is_rtl = up_language_is_rtl (up_document_get_language (self->document));
  double top, height;
  UpFrame columns[2];

  if (head == n || !up_paper_flow (self, 0, head, &whole, 1, scale, page))
    return FALSE;

  top = get_end (self, page, whole.y) + GUTTER * scale;
  height = (whole.y + whole.height - top) * share;
  if (height <= 0)
    return FALSE;
  columns[is_rtl ? 1 : 0] = (UpFrame) { whole.x, top, width, height };
  columns[is_rtl ? 0 : 1] = (UpFrame) { whole.x + width + GUTTER, top, width, height };

  return up_paper_flow (self, head, n - head, columns, 2, scale, page);
}

/* Columns that end at about the same height. */
static void
balance (UpPaper *self, UpFrame whole, double scale, GArray *page)
{
  double share = 1;

  do
    {
      g_array_set_size (page, 0);
      share *= STEP;
    }
  while (flow_in_columns (self, whole, scale, share, page));

  g_array_set_size (page, 0);
  flow_in_columns (self, whole, scale, share / STEP, page);
}

/**
 * up_paper_fit_page:
 * @self: a paper without pages
 *
 * Makes one page, with letters as large as they can be, in one column or two.
 */
void
up_paper_fit_page (UpPaper *self)
{
  guint n = up_document_get_n_blocks (self->document);
  UpFrame whole = { self->margin, self->margin, self->width - 2 * self->margin,
                    self->height - 2 * self->margin };
  GArray *page = g_array_new (FALSE, FALSE, sizeof (UpPiece));
  double scale;

  g_ptr_array_add (self->pages, page);
  for (scale = MOST_SCALE; scale > SMALLEST_SCALE; scale *= STEP)
    {
      g_array_set_size (page, 0);
      if (up_paper_flow (self, 0, n, &whole, 1, scale, page))
        return;
      g_array_set_size (page, 0);
      if (flow_in_columns (self, whole, scale, 1, page))
        {
          balance (self, whole, scale, page);
          return;
        }
    }

  /* Nothing is left out, though it runs over the edge. */
  g_array_set_size (page, 0);
  up_paper_flow (self, 0, n, &whole, 1, scale, page);
}

static void
fit_card (UpPaper *self, guint first, guint n, UpFrame frame, GArray *page)
{
  guint before = page->len;

  for (double scale = 1; scale > SMALLEST_SCALE; scale *= STEP)
    {
      g_array_set_size (page, before);
      if (up_paper_flow (self, first, n, &frame, 1, scale, page))
        return;
    }
}

/**
 * up_paper_fit_cards:
 * @self: a paper without pages
 *
 * Makes a card of each heading of level 2 with what follows it, side by side on as many pages as it
 * takes, one at the least.
 */
void
up_paper_fit_cards (UpPaper *self)
{
  guint n = up_document_get_n_blocks (self->document);
  gboolean is_rtl = up_language_is_rtl (up_document_get_language (self->document));
  double width = self->width / CARD_COLUMNS;
  double height = self->height / CARD_ROWS;
  GArray *page = NULL;
  guint card = 0;

  self->n_columns = CARD_COLUMNS;
  self->n_rows = CARD_ROWS;
  for (guint first = find_heading (self, 0, 2, 2); first < n || page == NULL; card++)
    {
      guint next = first < n ? find_heading (self, first + 1, 2, 2) : n;
      guint column = card % CARD_COLUMNS;
      guint row = card / CARD_COLUMNS % CARD_ROWS;
      UpFrame frame = { .x = width * (is_rtl ? CARD_COLUMNS - 1 - column : column) + CARD_PADDING,
                        .y = height * row + CARD_PADDING,
                        .width = width - 2 * CARD_PADDING,
                        .height = height - 2 * CARD_PADDING };

      if (column == 0 && row == 0)
        {
          page = g_array_new (FALSE, FALSE, sizeof (UpPiece));
          g_ptr_array_add (self->pages, page);
        }
      fit_card (self, first, next - first, frame, page);
      first = next;
    }
}
