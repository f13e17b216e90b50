/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-quote.h"

/* The quotation marks of the languages that do not use those of English. */
static const struct
{
  const char *language;
  const char *open;
  const char *close;
} marks[] = {
  { "ar", "«", "»" },
  { "de", "„", "“" },
  { "es", "«", "»" },
  { "fr", "«\u00a0", "\u00a0»" },
};

/**
 * up_quote:
 * @text: somebody’s words
 *
 * Puts words between the quotation marks of the language they are in, which need not be that of the
 * interface.
 *
 * Returns: (transfer full): the words in quotation marks
 */
char *
up_quote (UpText text)
{
  const char *words = text.text != NULL ? text.text : "";

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (up_language_is (text.language, marks[i].language))
      return g_strconcat (marks[i].open, words, marks[i].close, NULL);

  return g_strconcat ("“", words, "”", NULL);
}

/**
 * up_quote_isolate:
 * @string: words that another text embeds
 *
 * Sets words apart from the sentence they are embedded in, so that neither upsets the order in which
 * the other is laid out where their languages run in opposite directions.
 *
 * Returns: (transfer full): the words between a first strong isolate and its end
 */
char *
up_quote_isolate (const char *string)
{
  g_return_val_if_fail (string != NULL, NULL);

  return g_strconcat ("\u2068", string, "\u2069", NULL);
}
