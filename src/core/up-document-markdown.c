/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-document.h"

#include <string.h>

/* CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/: any ASCII punctuation that stands behind a
 * backslash means itself (section 2.4). No block has a line's end in it, so that what means something
 * only at the start of a line can stand at the start of a block alone. */

/* What may mean something anywhere: code, emphasis, links, HTML, entities, strikethrough and tables,
 * and the closing sequence of a heading. */
#define ANYWHERE "\\`*_[]<>&~|#"

/* Lists, rules and the underline of a heading. */
#define AT_START "+-="

static void
append_escaped (GString *markdown, const char *text)
{
  const char *rest = text;

  if (*rest != '\0' && strchr (AT_START, *rest) != NULL)
    g_string_append_c (markdown, '\\');

  /* The number of an item: digits and a full stop or a bracket. */
  while (g_ascii_isdigit (*rest))
    g_string_append_c (markdown, *rest++);
  if (rest > text && (*rest == '.' || *rest == ')'))
    g_string_append_c (markdown, '\\');

  for (; *rest != '\0'; rest++)
    {
      if (strchr (ANYWHERE, *rest) != NULL)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *rest);
    }
}

/* How far what belongs to an item is indented: to where the item's text begins. */
static guint
append_start (GString *markdown, const UpDocumentBlock *block, guint indent)
{
  gsize before = markdown->len;

  if (block->in_item)
    g_string_append_printf (markdown, "%*s", (int) indent, "");

  switch (block->kind)
    {
    case UP_DOCUMENT_HEADING:
      g_string_append_len (markdown, "######", block->level);
      g_string_append_c (markdown, ' ');
      break;
    case UP_DOCUMENT_QUOTATION:
      g_string_append (markdown, "> ");
      break;
    case UP_DOCUMENT_ITEM:
      if (block->number > 0)
        g_string_append_printf (markdown, "%u. ", block->number);
      else
        g_string_append (markdown, "- ");
      return markdown->len - before;
    case UP_DOCUMENT_ENTRY:
      g_string_append (markdown, "- ");
      break;
    case UP_DOCUMENT_RULE:
      g_string_append (markdown, "---");
      break;
    case UP_DOCUMENT_PARAGRAPH:
    case UP_DOCUMENT_DIMMED:
    default:
      break;
    }

  return indent;
}

/**
 * up_document_to_markdown:
 * @self: a document
 *
 * Writes a document as CommonMark that says the same, whatever its texts look like.
 *
 * Returns: (transfer full): the text, in UTF-8
 */
char *
up_document_to_markdown (UpDocument *self)
{
  GString *markdown = g_string_new (NULL);
  guint indent = 0;

  g_return_val_if_fail (UP_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < up_document_get_n_blocks (self); i++)
    {
      const UpDocumentBlock *block = up_document_get_block (self, i);
      const UpDocumentBlock *before = i > 0 ? up_document_get_block (self, i - 1) : NULL;

      /* The lines of a quotation stay in one. */
      if (before != NULL && block->kind == UP_DOCUMENT_QUOTATION &&
          before->kind == UP_DOCUMENT_QUOTATION && block->passage == before->passage)
        g_string_append_printf (markdown, "%*s>\n", block->in_item ? (int) indent : 0, "");
      else if (before != NULL)
        g_string_append_c (markdown, '\n');

      indent = append_start (markdown, block, indent);
      if (block->text != NULL)
        append_escaped (markdown, block->text);
      g_string_append_c (markdown, '\n');
    }

  return g_string_free (markdown, FALSE);
}
