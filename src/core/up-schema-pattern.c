/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

#include <string.h>

static inline gboolean
is_id_char (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* UP_PATTERN_ID_TEXT. */
static gboolean
matches_id (const char *text)
{
  if (!is_id_char (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!is_id_char (*text) && (*text != '-' || !is_id_char (text[1])))
        return FALSE;
    }

  return TRUE;
}

/* UP_PATTERN_PARAGRAPH_TEXT. */
static gboolean
matches_paragraph (const char *text, gsize length)
{
  guchar first = (guchar) text[0];
  guchar last;

  if (length == 0)
    return FALSE;
  last = (guchar) text[length - 1];
  if (first < 0x80 ? g_ascii_isspace (first) : g_unichar_isspace (g_utf8_get_char (text)))
    return FALSE;
  if (last < 0x80
        ? g_ascii_isspace (last)
        : g_unichar_isspace (g_utf8_get_char (g_utf8_find_prev_char (text, text + length))))
    return FALSE;

  return memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL;
}

/* Whether @text, of @length bytes, is as @node's pattern has it. */
gboolean
up_schema_matches_pattern (const UpSchemaNode *node, const char *text, gsize length)
{
  switch (node->pattern_kind)
    {
    case UP_PATTERN_NONE:
      return TRUE;
    case UP_PATTERN_ID:
      return matches_id (text);
    case UP_PATTERN_PARAGRAPH:
      return matches_paragraph (text, length);
    case UP_PATTERN_REGEX:
      return g_regex_match (node->regex, text, G_REGEX_MATCH_DEFAULT, NULL);
    default:
      g_return_val_if_reached (FALSE);
    }
}
