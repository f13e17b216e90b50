/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-digits.h"

#include <string.h>

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
  gsize length = language != NULL ? strcspn (language, "-_") : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (zeros); i++)
    if (length == strlen (zeros[i].language) && strncmp (language, zeros[i].language, length) == 0)
      {
        GString *digits = g_string_new (NULL);

        for (const char *c = plain; *c != '\0'; c++)
          g_string_append_unichar (digits, zeros[i].zero + (gunichar) (*c - '0'));

        return g_string_free (digits, FALSE);
      }

  return g_steal_pointer (&plain);
}
