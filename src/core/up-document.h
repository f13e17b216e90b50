/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-terms.h"
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
  UP_DOCUMENT_ITEM,  /* of a list */
  UP_DOCUMENT_ENTRY, /* of the table of contents */
  UP_DOCUMENT_RULE,  /* a line across the page */
} UpDocumentKind;

/* How it stands on paper; as text it is all the same. */
typedef enum
{
  UP_DOCUMENT_FLOW,     /* on as many pages as it takes */
  UP_DOCUMENT_ONE_PAGE, /* made smaller until it stands on one page */
  UP_DOCUMENT_CARDS, /* each heading of level 2 begins a card to cut out; the title is not printed */
} UpDocumentLayout;

#define UP_DOCUMENT_LEVELS 4 /* of headings */

/**
 * UpDocumentBlock:
 * @kind: what it is
 * @level: of a heading, from 1
 * @number: of an item, from 1; 0 for a bullet; of an entry, which heading of level 2 it leads to
 * @in_item: whether it belongs to the item before it
 * @aside: the same, from 1, for what stands together in a box of its own; 0 for the text itself
 * @new_page: whether it begins a page
 * @has_sign: whether it begins with the sign of @lean
 * @lean: which sign
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
  guint aside;
  gboolean new_page;
  gboolean has_sign;
  UpLean lean;
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
/* A line of the table of contents, for the heading of level 2 that is the @heading-th, from 1. */
void up_document_add_entry (UpDocument *self, guint heading, UpText text);
/* From here on blocks belong to the last item, or no more. */
void up_document_set_in_item (UpDocument *self, gboolean in_item);
/* From here on blocks stand together in a box of their own, or no more. */
void up_document_set_aside (UpDocument *self, gboolean aside);
/* What is added next begins a page. */
void up_document_turn_page (UpDocument *self);
/* What was added last begins with a sign. */
void up_document_sign (UpDocument *self, UpLean lean);

UpDocumentLayout up_document_get_layout (UpDocument *self);
void up_document_set_layout (UpDocument *self, UpDocumentLayout layout);

char *up_document_to_markdown (UpDocument *self); /* full */

G_END_DECLS
