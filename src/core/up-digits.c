/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-digits.h"

#include "up-text.h"

#include <glib/gi18n-lib.h>

/* The zeros of the languages that write numbers with digits of their own by default, as the Unicode
 * Common Locale Data Repository has it; all others write 0 to 9. */
static const struct
{
  const char *language;
  gunichar zero;
} zeros[] = {
  { "ar", 0x0660 }, { "as", 0x09e6 }, { "bn", 0x09e6 }, { "ckb", 0x0660 }, { "fa", 0x06f0 },
  { "mr", 0x0966 }, { "my", 0x1040 }, { "ne", 0x0966 }, { "ps", 0x06f0 },
};

static gunichar
zero_of (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zeros); i++)
    if (up_language_is (language, zeros[i].language))
      return zeros[i].zero;

  return '0';
}

static char *
with_digits_of (const char *text, const char *language)
{
  gunichar zero = zero_of (language);
  GString *written = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (zero != '0' && g_ascii_isdigit (*c))
      g_string_append_unichar (written, zero + (gunichar) (*c - '0'));
    else
      g_string_append_c (written, *c);

  return g_string_free (written, FALSE);
}

/**
 * up_digits_format:
 * @number: a number
 * @language: (nullable): the BCP 47 tag of the text that it stands in
 *
 * Writes a number that stands beside a text of the content, in the digits of the text's language.
 *
 * Returns: (transfer full): the digits
 */
char *
up_digits_format (guint number, const char *language)
{
  g_autofree char *plain = g_strdup_printf ("%u", number);

  return with_digits_of (plain, language);
}

/**
 * up_digits_get_language:
 *
 * Returns: (transfer none): the BCP 47 tag of the language that the interface is really in, which need
 *   not be the locale's
 */
const char *
up_digits_get_language (void)
{
  /* Translators: the code of the language of this translation, such as “es”; numbers are written
   * in its digits. */
  return C_ ("code of this language", "en");
}

/**
 * up_digits_in_interface:
 * @sentence: (transfer full): a sentence of the interface, with numbers in it
 *
 * Writes the numbers of a sentence in the digits of the language that the interface is really in,
 * which printf()'s own flag for that leaves to the locale, and locales differ.
 *
 * Returns: (transfer full): the sentence
 */
char *
up_digits_in_interface (char *sentence)
{
  g_autofree char *taken = sentence;

  g_return_val_if_fail (sentence != NULL, NULL);

  return with_digits_of (taken, up_digits_get_language ());
}

/**
 * up_text_in_interface:
 * @text: (nullable): words of the interface
 *
 * Returns: @text, which stays the caller's, as a text in the language that the interface speaks
 */
UpText
up_text_in_interface (const char *text)
{
  return (UpText) { text, up_digits_get_language () };
}
