/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-search-private.h"

#include "up-fold.h"

#include <string.h>

/* What a query's words are, and where they stand in one text. */

static gboolean
is_separator (gunichar ch)
{
  if (ch == '\'')
    return FALSE; /* “don’t” is one word */

  return ch == ' ' || g_unichar_ispunct (ch) || g_unichar_iscntrl (ch);
}

/**
 * up_search_next_word: (skip)
 * @p: (inout): where in a folded text to begin, and then where to go on
 *
 * Cuts the next word out of a text, which is changed.
 *
 * Returns: (transfer none) (nullable): the word, or %NULL where there is no more
 */
char *
up_search_next_word (char **p)
{
  char *start = *p;
  char *end;

  while (*start != '\0' && is_separator (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  for (end = start; *end != '\0' && !is_separator (g_utf8_get_char (end));)
    end = g_utf8_next_char (end);

  if (end == start)
    return NULL;

  if (*end == '\0')
    {
      *p = end;
    }
  else
    {
      *p = g_utf8_next_char (end);
      *end = '\0';
    }

  return start;
}

/**
 * up_search_get_words: (skip)
 * @query: what was typed
 *
 * Cuts a query into words. An apostrophe at the edge of one is taken for a quotation mark.
 *
 * Returns: (transfer full) (element-type utf8): the different words of @query, folded
 */
GPtrArray *
up_search_get_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = up_fold (query, NULL);
  char *p = folded;
  char *word;

  while ((word = up_search_next_word (&p)) != NULL)
    {
      gsize length;

      while (*word == '\'')
        word++;
      length = strlen (word);
      while (length > 0 && word[length - 1] == '\'')
        length--;
      word[length] = '\0';

      if (length > 0 && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_strdup (word));
    }

  return words;
}

typedef struct
{
  guint start;
  guint end;
} Range;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const Range *left = a;
  const Range *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return left->end < right->end ? -1 : left->end > right->end;
}

/* The part of @text that bytes @start to @end of its folded form came from, widened to whole
 * characters with their marks. */
static Range
get_source_range (const char *text, GArray *offsets, gsize start, gsize end)
{
  Range range = { g_array_index (offsets, guint, start), 0 };
  guint last = g_array_index (offsets, guint, end - 1);
  const char *p = text + range.start;

  while (p > text && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_prev_char (p);
  range.start = (guint) (p - text);

  p = g_utf8_next_char (text + last);
  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  range.end = (guint) (p - text);

  return range;
}

/**
 * up_search_match:
 * @text: UTF-8 text
 * @query: what was typed; UTF-8 text
 *
 * Tells where in @text the words of @query occur, to show them: each word by itself, whether or not
 * the others occur too. A letter is taken with its marks, and a character that folds to several,
 * such as “ß”, as a whole. Stretches that overlap or touch are one.
 *
 * Returns: (transfer full) (element-type guint): pairs of byte offsets in @text, start and end,
 *   ascending
 */
GArray *
up_search_match (const char *text, const char *query)
{
  g_autofree char *folded = NULL;
  g_autoptr (GArray) offsets = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GArray) ranges = NULL;
  GArray *result;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folded = up_fold (text, &offsets);
  words = up_search_get_words (query);
  ranges = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gsize length = strlen (word);

      for (const char *p = folded; (p = strstr (p, word)) != NULL; p = g_utf8_next_char (p))
        {
          gsize start = (gsize) (p - folded);
          Range range = get_source_range (text, offsets, start, start + length);

          g_array_append_val (ranges, range);
        }
    }

  g_array_sort (ranges, compare_ranges);
  result = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ranges->len; i++)
    {
      Range range = g_array_index (ranges, Range, i);
      guint *last = result->len > 0 ? &g_array_index (result, guint, result->len - 1) : NULL;

      if (last != NULL && range.start <= *last)
        {
          *last = MAX (*last, range.end);
        }
      else
        {
          g_array_append_val (result, range.start);
          g_array_append_val (result, range.end);
        }
    }

  return result;
}
