/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"

/* How blocks look, and where their lines begin. */

static const UpPaperStyle headings[UP_DOCUMENT_LEVELS] = {
  { 22, TRUE, FALSE, 0, TRUE },
  { 15, TRUE, FALSE, 26, TRUE },
  { 12, TRUE, FALSE, 18, TRUE },
  { 10, TRUE, FALSE, 11, TRUE },
};

/* One that begins a page. */
static const UpPaperStyle opening = { 20, TRUE, FALSE, 0, TRUE };

static const UpPaperStyle styles[] = {
  [UP_DOCUMENT_PARAGRAPH] = { 10, FALSE, FALSE, 4, FALSE },
  [UP_DOCUMENT_DIMMED] = { 9, FALSE, TRUE, 3, TRUE },
  [UP_DOCUMENT_QUOTATION] = { 10, FALSE, FALSE, 4, FALSE },
  [UP_DOCUMENT_ITEM] = { 10, FALSE, FALSE, 6, FALSE },
  [UP_DOCUMENT_ENTRY] = { 11, FALSE, FALSE, 6, FALSE },
  [UP_DOCUMENT_RULE] = { 0, FALSE, FALSE, 12, FALSE },
};

/* A fact about an item ends it as often as not. */
static const UpPaperStyle dimmed_in_item = { 9, FALSE, TRUE, 1, FALSE };

/* The page's number, at the end of an entry. */
#define NUMBER_WIDTH 40.0

/* How wide a sign is with the room after it, as a part of the size of the letters. */
#define SIGN_WIDTH 1.5

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
    return block->new_page ? &opening : &headings[block->level - 1];
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
 * Returns: how far its text stands from where its frame begins, in points
 */
double
up_paper_get_indent (const UpDocumentBlock *block)
{
  double indent = block->aside > 0 ? UP_PAPER_ASIDE : 0;

  if (block->in_item || block->kind == UP_DOCUMENT_ITEM)
    indent += UP_PAPER_INDENT;
  else if (block->has_sign)
    indent += SIGN_WIDTH * up_paper_get_style (block)->size;

  return block->kind == UP_DOCUMENT_QUOTATION ? indent + UP_PAPER_QUOTE : indent;
}

/**
 * up_paper_get_end_indent:
 * @block: a block
 *
 * Returns: how far its lines end before its frame does, in points
 */
double
up_paper_get_end_indent (const UpDocumentBlock *block)
{
  double indent = block->aside > 0 ? UP_PAPER_ASIDE : 0;

  return block->kind == UP_DOCUMENT_ENTRY ? indent + NUMBER_WIDTH : indent;
}
