/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

G_BEGIN_DECLS

/* What stands on a page that leaves the application, as one list of blocks: what is written as
 * Markdown and what is printed are made of the same. */

typedef enum
{
  UP_DOCUMENT_HEADING,
  UP_DOCUMENT_PARAGRAPH,
  UP_DOCUMENT_DIMMED, /* a line of facts about what stands before it */
  UP_DOCUMENT_QUOTATION,
  UP_DOCUMENT_ITEM, /* of a list */
  UP_DOCUMENT_RULE, /* a line across the page */
} UpDocumentKind;

#define UP_DOCUMENT_LEVELS 4 /* of headings */

/**
 * UpDocumentBlock:
 * @kind: what it is
 * @level: of a heading, from 1
 * @number: of an item, from 1; 0 for a bullet
 * @in_item: whether it belongs to the item before it
 * @passage: the same for the lines of one text
 * @text: (nullable): what it says, in one line without markup; a rule says nothing
 * @language: (nullable): the BCP 47 tag of @text, or %NULL for words that a person wrote
 *
 * A part of a document.
 */
typedef struct
{
  UpDocumentKind kind;
  guint level;
  guint number;
  gboolean in_item;
  guint passage;
  const char *text;
  const char *language;
} UpDocumentBlock;

#define UP_TYPE_DOCUMENT (up_document_get_type ())
G_DECLARE_FINAL_TYPE (UpDocument, up_document, UP, DOCUMENT, GObject)

/* @title: also its first heading; @language: of what has none. */
UpDocument *up_document_new (const char *title, const char *language);
const char *up_document_get_title (UpDocument *self);
const char *up_document_get_language (UpDocument *self);
guint up_document_get_n_blocks (UpDocument *self);
const UpDocumentBlock *up_document_get_block (UpDocument *self, guint i);

/* Each line of @text is a block of its own; empty ones are left out. */
void up_document_add_heading (UpDocument *self, guint level, UpText text);
void up_document_add_paragraph (UpDocument *self, UpText text);
void up_document_add_dimmed (UpDocument *self, UpText text);
void up_document_add_quotation (UpDocument *self, UpText text);
void up_document_add_item (UpDocument *self, guint number, UpText text);
void up_document_add_rule (UpDocument *self);
/* From here on blocks belong to the last item, or no more. */
void up_document_set_in_item (UpDocument *self, gboolean in_item);

char *up_document_to_markdown (UpDocument *self); /* full */

G_END_DECLS
