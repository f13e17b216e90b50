/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-document.h"

#include <string.h>

struct _UpDocument
{
  GObject parent_instance;

  char *title;
  const char *language; /* interned, as that of each block */
  GArray *blocks;
  gboolean in_item;
  gboolean aside;
  gboolean turns_page;
  UpDocumentLayout layout;
  guint n_asides;
  guint n_passages;
};

G_DEFINE_FINAL_TYPE (UpDocument, up_document, G_TYPE_OBJECT)

static void
clear_block (gpointer data)
{
  g_free ((char *) ((UpDocumentBlock *) data)->text);
}

static void
up_document_finalize (GObject *object)
{
  UpDocument *self = UP_DOCUMENT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->blocks, g_array_unref);

  G_OBJECT_CLASS (up_document_parent_class)->finalize (object);
}

static void
up_document_class_init (UpDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_document_finalize;
}

static void
up_document_init (UpDocument *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (UpDocumentBlock));
  g_array_set_clear_func (self->blocks, clear_block);
}

/* The end of the line that begins at @text: whatever is a line's end to somebody. */
static const char *
find_end (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    switch (g_utf8_get_char (text))
      {
      case '\n':
      case '\v':
      case '\f':
      case '\r':
      case 0x85:
      case 0x2028:
      case 0x2029:
        return text;
      default:
        break;
      }

  return text;
}

/* Control characters have no business on a page. */
static char *
clean (const char *line, gsize length)
{
  g_autofree char *copy = g_strndup (line, length);
  GString *cleaned = g_string_new (NULL);

  for (const char *c = copy; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (cleaned, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_strstrip (g_string_free (cleaned, FALSE));
}

static void
add (UpDocument *self, UpDocumentBlock block, UpText text)
{
  g_autofree char *valid = text.text != NULL ? g_utf8_make_valid (text.text, -1) : NULL;
  const char *line = valid;

  block.in_item = self->in_item && block.kind != UP_DOCUMENT_ITEM;
  block.aside = self->aside ? self->n_asides : 0;
  block.passage = self->n_passages++;
  block.language = text.language != NULL ? g_intern_string (text.language) : NULL;

  while (line != NULL && *line != '\0')
    {
      const char *end = find_end (line);

      block.text = clean (line, end - line);
      block.new_page = self->turns_page;
      if (*block.text != '\0')
        {
          g_array_append_val (self->blocks, block);
          self->turns_page = FALSE;
        }
      else
        g_free ((char *) block.text);
      line = *end != '\0' ? g_utf8_next_char (end) : NULL;
    }
}

/**
 * up_document_new:
 * @title: its title, which is also its first heading
 * @language: the BCP 47 tag of @title; what has no language of its own runs in its direction where
 *   its letters do not tell
 *
 * Returns: (transfer full): a document that has a title only
 */
UpDocument *
up_document_new (const char *title, const char *language)
{
  UpDocument *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (UP_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (title);
  self->language = g_intern_string (language);
  up_document_add_heading (self, 1, (UpText) { title, self->language });

  return self;
}

/**
 * up_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): its title
 */
const char *
up_document_get_title (UpDocument *self)
{
  g_return_val_if_fail (UP_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * up_document_get_language:
 * @self: a document
 *
 * Returns: (transfer none): the BCP 47 tag of its title
 */
const char *
up_document_get_language (UpDocument *self)
{
  g_return_val_if_fail (UP_IS_DOCUMENT (self), NULL);

  return self->language;
}

/**
 * up_document_get_n_blocks:
 * @self: a document
 *
 * Returns: how many blocks it has
 */
guint
up_document_get_n_blocks (UpDocument *self)
{
  g_return_val_if_fail (UP_IS_DOCUMENT (self), 0);

  return self->blocks->len;
}

/**
 * up_document_get_block:
 * @self: a document
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a block, until another one is added
 */
const UpDocumentBlock *
up_document_get_block (UpDocument *self, guint i)
{
  g_return_val_if_fail (UP_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (i < self->blocks->len, NULL);

  return &g_array_index (self->blocks, UpDocumentBlock, i);
}

/**
 * up_document_add_heading:
 * @self: a document
 * @level: 1 to %UP_DOCUMENT_LEVELS
 * @text: what it says
 *
 * Adds a heading, which stands on one page with what follows it.
 */
void
up_document_add_heading (UpDocument *self, guint level, UpText text)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));
  g_return_if_fail (level >= 1 && level <= UP_DOCUMENT_LEVELS);

  add (self, (UpDocumentBlock) { .kind = UP_DOCUMENT_HEADING, .level = level }, text);
}

/**
 * up_document_add_paragraph:
 * @self: a document
 * @text: what it says
 *
 * Adds a paragraph, or one for each line of @text.
 */
void
up_document_add_paragraph (UpDocument *self, UpText text)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  add (self, (UpDocumentBlock) { .kind = UP_DOCUMENT_PARAGRAPH }, text);
}

/**
 * up_document_add_dimmed:
 * @self: a document
 * @text: what it says
 *
 * Adds a line of facts, which stands on one page with what follows it.
 */
void
up_document_add_dimmed (UpDocument *self, UpText text)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  add (self, (UpDocumentBlock) { .kind = UP_DOCUMENT_DIMMED }, text);
}

/**
 * up_document_add_quotation:
 * @self: a document
 * @text: what it says
 *
 * Adds what somebody said or wrote.
 */
void
up_document_add_quotation (UpDocument *self, UpText text)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  add (self, (UpDocumentBlock) { .kind = UP_DOCUMENT_QUOTATION }, text);
}

/**
 * up_document_add_item:
 * @self: a document
 * @number: its number, from 1, or 0 for a bullet
 * @text: what it says, in one line
 *
 * Adds an item of a list.
 */
void
up_document_add_item (UpDocument *self, guint number, UpText text)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  add (self, (UpDocumentBlock) { .kind = UP_DOCUMENT_ITEM, .number = number }, text);
}

/**
 * up_document_add_rule:
 * @self: a document
 *
 * Adds a line across the page.
 */
void
up_document_add_rule (UpDocument *self)
{
  UpDocumentBlock block = { .kind = UP_DOCUMENT_RULE };

  g_return_if_fail (UP_IS_DOCUMENT (self));

  g_array_append_val (self->blocks, block);
}

/**
 * up_document_set_in_item:
 * @self: a document
 * @in_item: whether what is added belongs to the item before it
 *
 * Says of the blocks that are added from now on where they stand.
 */
void
up_document_set_in_item (UpDocument *self, gboolean in_item)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  self->in_item = in_item;
}

/**
 * up_document_add_entry:
 * @self: a document
 * @heading: the number of a heading of level 2, counted from 1; it may be added later
 * @text: what the entry says
 *
 * Adds a line of the table of contents. On paper the page of the heading stands at its end.
 */
void
up_document_add_entry (UpDocument *self, guint heading, UpText text)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));
  g_return_if_fail (heading > 0);

  add (self, (UpDocumentBlock) { .kind = UP_DOCUMENT_ENTRY, .number = heading }, text);
}

/**
 * up_document_set_aside:
 * @self: a document
 * @aside: whether what is added stands apart from the text
 *
 * Says of the blocks that are added from now on that they stand together in a box of their own. Each
 * call begins another one.
 */
void
up_document_set_aside (UpDocument *self, gboolean aside)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  self->aside = aside;
  if (aside)
    self->n_asides++;
}

/**
 * up_document_turn_page:
 * @self: a document
 *
 * Says of what is added next that it begins a page.
 */
void
up_document_turn_page (UpDocument *self)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  self->turns_page = TRUE;
}

/**
 * up_document_sign:
 * @self: a document
 * @lean: what the block that was added last is about
 *
 * Says that this block begins with the sign for it.
 */
void
up_document_sign (UpDocument *self, UpLean lean)
{
  UpDocumentBlock *block;

  g_return_if_fail (UP_IS_DOCUMENT (self));

  block = &g_array_index (self->blocks, UpDocumentBlock, self->blocks->len - 1);
  block->has_sign = TRUE;
  block->lean = lean;
}

/**
 * up_document_get_layout:
 * @self: a document
 *
 * Returns: how it stands on paper
 */
UpDocumentLayout
up_document_get_layout (UpDocument *self)
{
  g_return_val_if_fail (UP_IS_DOCUMENT (self), UP_DOCUMENT_FLOW);

  return self->layout;
}

/**
 * up_document_set_layout:
 * @self: a document
 * @layout: how it stands on paper
 */
void
up_document_set_layout (UpDocument *self, UpDocumentLayout layout)
{
  g_return_if_fail (UP_IS_DOCUMENT (self));

  self->layout = layout;
}
