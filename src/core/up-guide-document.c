/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-guide-document.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

/* The guide as it is printed: what is linked to on a screen is told in words. */

typedef struct
{
  UpCatalog *catalog;
  UpDocument *document;
  guint level; /* of the blocks' headings */
} Booklet;

static void
add_title (Booklet *self, const UpBlock *block)
{
  if (up_text_is_set (block->title))
    up_document_add_heading (self->document, self->level, block->title);
}

static void
add_paragraphs (Booklet *self, const UpBlock *block)
{
  for (guint i = 0; i < block->n_paragraphs; i++)
    up_document_add_paragraph (self->document, block->paragraphs[i]);
}

static void
add_column (Booklet *self, const UpCompareColumn *column)
{
  int lean = column->id != NULL ? up_terms_parse (UP_TERMS_LEAN, column->id) : -1;

  up_document_add_heading (self->document, self->level + 1, column->title);
  if (lean >= 0)
    up_document_sign (self->document, (UpLean) lean);

  for (guint i = 0; i < column->n_parts; i++)
    {
      up_document_add_dimmed (self->document, column->parts[i].title);
      up_document_add_paragraph (self->document, column->parts[i].text);
    }
}

static void
add_steps (Booklet *self, const UpBlock *block)
{
  for (guint i = 0; i < block->n_parts; i++)
    {
      up_document_add_item (self->document, i + 1, block->parts[i].title);
      up_document_set_in_item (self->document, TRUE);
      up_document_add_paragraph (self->document, block->parts[i].text);
      up_document_set_in_item (self->document, FALSE);
    }
}

static void
add_sources (Booklet *self, const UpBlock *block)
{
  for (guint i = 0; i < block->n_parts; i++)
    {
      const UpPart *part = &block->parts[i];
      gboolean titled = up_text_is_set (part->title);

      up_document_add_item (self->document, 0, titled ? part->title : part->text);
      if (!titled)
        continue;
      up_document_set_in_item (self->document, TRUE);
      up_document_add_dimmed (self->document, part->text);
      up_document_set_in_item (self->document, FALSE);
    }
}

static void
add_moves (Booklet *self, const UpBlock *block)
{
  for (guint i = 0; block->refs != NULL && block->refs[i] != NULL; i++)
    {
      UpMove *move = up_catalog_find_move (self->catalog, block->refs[i]);

      if (move == NULL)
        continue;

      up_document_add_item (self->document, 0, up_move_get_title (move));
      up_document_sign (self->document, up_move_get_lean (move));
      up_document_set_in_item (self->document, TRUE);
      up_document_add_dimmed (self->document, up_move_get_summary (move));
      up_document_set_in_item (self->document, FALSE);
    }
}

static void
add_scenarios (Booklet *self, const UpBlock *block)
{
  for (guint i = 0; block->refs != NULL && block->refs[i] != NULL; i++)
    {
      UpCard *card = up_catalog_find_card (self->catalog, block->refs[i]);

      if (card == NULL)
        continue;

      up_document_add_item (self->document, 0, up_card_get_title (card));
      up_document_set_in_item (self->document, TRUE);
      up_document_add_dimmed (self->document, up_card_get_summary (card));
      up_document_set_in_item (self->document, FALSE);
    }
}

/* NULL where a block has no word over it. */
static char *
make_caption (const UpBlock *block, gboolean mark_ours)
{
  const char *ours = _ ("Ours, not the source’s");
  const char *word = NULL;

  if (g_strcmp0 (block->tone, "ours") == 0)
    return g_strdup (ours);
  if (g_strcmp0 (block->tone, "care") == 0)
    word = _ ("Taking Care");
  else if (g_strcmp0 (block->tone, "practice") == 0)
    word = _ ("To Practise");

  if (word == NULL)
    return mark_ours ? g_strdup (ours) : NULL;

  /* Translators: two words over a box of the guide: “Taking Care · Ours, not the source’s” */
  return mark_ours ? g_strdup_printf (_ ("%s · %s"), word, ours) : g_strdup (word);
}

static void
add_block (Booklet *self, const UpBlock *block, gboolean mark_ours)
{
  g_autofree char *caption = make_caption (block, mark_ours);

  /* What is ours stands in a box of its own, as a note does. */
  if (caption != NULL)
    {
      up_document_set_aside (self->document, TRUE);
      up_document_add_dimmed (self->document, up_text_in_interface (caption));
    }
  add_title (self, block);

  switch (block->kind)
    {
    case UP_BLOCK_COMPARE:
      for (guint i = 0; i < block->n_columns; i++)
        add_column (self, &block->columns[i]);
      break;
    case UP_BLOCK_STEPS:
      add_steps (self, block);
      break;
    case UP_BLOCK_SOURCES:
      add_sources (self, block);
      break;
    case UP_BLOCK_MOVES:
      add_moves (self, block);
      break;
    case UP_BLOCK_SCENARIOS:
      add_scenarios (self, block);
      break;
    case UP_BLOCK_TEXT:
    case UP_BLOCK_NOTE:
    default:
      add_paragraphs (self, block);
    }

  up_document_set_aside (self->document, FALSE);
}

/* Where all of a chapter is ours it is said once, at its top. */
static void
add_chapter (Booklet *self, UpChapter *chapter)
{
  guint n = up_chapter_get_n_blocks (chapter);
  gboolean all_ours = n > 0, says_so = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const UpBlock *block = up_chapter_get_block (chapter, i);

      all_ours = all_ours && block->ours;
      says_so = says_so || g_strcmp0 (block->tone, "ours") == 0;
    }

  if (all_ours && !says_so)
    up_document_add_dimmed (self->document, up_text_in_interface (_ ("Ours, not the source’s")));
  up_document_add_paragraph (self->document, up_chapter_get_summary (chapter));
  for (guint i = 0; i < n; i++)
    {
      const UpBlock *block = up_chapter_get_block (chapter, i);

      add_block (self, block, block->ours && !all_ours);
    }
}

static void
add_review (Booklet *self)
{
  if (!up_catalog_is_reviewed (self->catalog, up_catalog_get_language (self->catalog)))
    up_document_add_dimmed (self->document,
                            up_text_in_interface (_ ("Not yet read by a native speaker")));
}

static void
add_contents (Booklet *self, GListModel *guide)
{
  up_document_add_heading (self->document, 3, up_text_in_interface (_ ("Contents")));
  for (guint i = 0; i < g_list_model_get_n_items (guide); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);

      up_document_add_entry (self->document, i + 1, up_chapter_get_title (chapter));
    }
}

/**
 * up_guide_compose_document:
 * @catalog: the content, in the language it is to be read in
 * @chapter: (nullable): the id of a chapter, or %NULL for the whole guide
 *
 * Makes the guide, or a chapter of it, ready for paper.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL where there is no such chapter
 */
UpDocument *
up_guide_compose_document (UpCatalog *catalog, const char *chapter)
{
  UpGuide *guide;
  Booklet self = { .catalog = catalog };

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  guide = up_catalog_get_guide (catalog);

  if (chapter != NULL)
    {
      UpChapter *one = up_guide_find_chapter (guide, chapter);
      UpText title = one != NULL ? up_chapter_get_title (one) : UP_TEXT_NONE;

      if (one == NULL)
        return NULL;

      self.document = up_document_new (title.text, title.language);
      self.level = 2;
      add_review (&self);
      add_chapter (&self, one);
      return self.document;
    }

  self.document =
    up_document_new (_ ("Calling In and Calling Out: A Guide"), up_digits_get_language ());
  self.level = 3;
  up_document_add_dimmed (self.document, up_text_in_interface (_ ("Upstander")));
  add_review (&self);
  add_contents (&self, G_LIST_MODEL (guide));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (guide)); i++)
    {
      g_autoptr (UpChapter) one = g_list_model_get_item (G_LIST_MODEL (guide), i);

      up_document_turn_page (self.document);
      up_document_add_heading (self.document, 2, up_chapter_get_title (one));
      add_chapter (&self, one);
    }

  return self.document;
}
