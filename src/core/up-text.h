/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UpText:
 * @text: (nullable): the words, or %NULL where the content gives none
 * @language: (nullable): the BCP 47 tag of the language @text is really in, interned
 *
 * A string of content together with the language it is really in, which may not be the language
 * that was asked for. It is passed by value and borrows both strings from the object it came from.
 */
typedef struct
{
  const char *text;
  const char *language;
} UpText;

#define UP_TEXT_NONE ((UpText) { NULL, NULL })

static inline gboolean
up_text_is_set (UpText text)
{
  return text.text != NULL && *text.text != '\0';
}

gboolean up_language_is (const char *language, const char *base);
gboolean up_language_is_rtl (const char *language);
const char *up_language_get_name (const char *language);
char **up_language_fallbacks (const char *language);

G_END_DECLS
