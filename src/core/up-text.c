/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-text.h"

#include <string.h>

/* What a language calls itself: never translated, so that everyone finds their own. */
static const struct
{
  const char *tag;
  const char *name;
} names[] = {
  { "en", "English" },
  { "es", "Español" },
  { "fr", "Français" },
  { "de", "Deutsch" },
  { "pt-BR", "Português (Brasil)" },
  { "pt", "Português" },
  { "ar", "العربية" },
  { "zh-CN", "简体中文" },
  { "zh-Hans", "简体中文" },
  { "zh-Hant", "繁體中文" },
  { "zh", "中文" },
  { "hi", "हिन्दी" },
};

/* What is close enough to be read rather than English, where the language itself is not there. */
static const struct
{
  const char *tag;
  const char *also;
} neighbours[] = {
  { "zh-CN", "zh-Hans" }, { "zh-SG", "zh-Hans" }, { "zh-Hans", "zh-CN" },
  { "zh-TW", "zh-Hant" }, { "zh-HK", "zh-Hant" }, { "zh-MO", "zh-Hant" },
  { "zh", "zh-Hans" },    { "zh", "zh-CN" },      { "pt", "pt-BR" },
};

static const char *const rtl_languages[] = {
  "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
};

static const char *const rtl_scripts[] = { "Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa" };

/**
 * up_language_is:
 * @language: (nullable): a BCP 47 tag, or the name of a locale
 * @base: a BCP 47 tag
 *
 * Returns: whether @language is @base or a variety of it, case aside
 */
gboolean
up_language_is (const char *language, const char *base)
{
  gsize length;

  g_return_val_if_fail (base != NULL, FALSE);

  if (language == NULL)
    return FALSE;

  length = strlen (base);

  return g_ascii_strncasecmp (language, base, length) == 0 &&
         (language[length] == '\0' || language[length] == '-' || language[length] == '_');
}

/**
 * up_language_is_rtl:
 * @language: (nullable): a BCP 47 tag
 *
 * Whether the language is written from right to left. A script in the tag (`az-Arab`) decides before
 * the language does.
 *
 * Returns: %TRUE where it is
 */
gboolean
up_language_is_rtl (const char *language)
{
  const char *subtag;

  if (language == NULL)
    return FALSE;

  subtag = strpbrk (language, "-_");
  if (subtag != NULL && strcspn (subtag + 1, "-_") == 4 && g_ascii_isalpha (subtag[1]))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (rtl_scripts); i++)
        if (up_language_is (subtag + 1, rtl_scripts[i]))
          return TRUE;
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (rtl_languages); i++)
    if (up_language_is (language, rtl_languages[i]))
      return TRUE;

  return FALSE;
}

/**
 * up_language_get_name:
 * @language: a BCP 47 tag
 *
 * What the language calls itself, such as “Español”. A variety that has no name here goes by that of
 * its language.
 *
 * Returns: (transfer none): the name, or @language itself where it is not known
 */
const char *
up_language_get_name (const char *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  /* A variety stands before its language in the list. */
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (up_language_is (language, names[i].tag))
      return names[i].name;

  return language;
}

static void
add_tag (GPtrArray *tags, const char *tag)
{
  if (!g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
    g_ptr_array_add (tags, g_strdup (tag));
}

/* The tag as BCP 47 writes it, from a tag or a locale's name; NULL for the locale without language. */
static char *
normalize_tag (const char *language)
{
  g_autofree char *bare = NULL;
  g_auto (GStrv) subtags = NULL;
  const char *modifier;
  const char *script = NULL;

  if (language == NULL)
    return NULL;

  bare = g_strndup (language, strcspn (language, ".@"));
  if (*bare == '\0' || g_ascii_strcasecmp (bare, "C") == 0 ||
      g_ascii_strcasecmp (bare, "POSIX") == 0)
    return NULL;

  subtags = g_strsplit_set (bare, "-_", -1);
  for (guint i = 0; subtags[i] != NULL; i++)
    {
      gsize length = strlen (subtags[i]);

      for (char *c = subtags[i]; *c != '\0'; c++)
        *c = i > 0 && length == 2 ? g_ascii_toupper (*c) : g_ascii_tolower (*c);
      if (i > 0 && length == 4)
        subtags[i][0] = g_ascii_toupper (subtags[i][0]);
    }

  /* Locales name a script after an at sign, behind the country; a tag before it. */
  modifier = strchr (language, '@');
  if (g_strcmp0 (modifier, "@latin") == 0)
    script = "Latn";
  else if (g_strcmp0 (modifier, "@cyrillic") == 0)
    script = "Cyrl";

  if (script != NULL)
    {
      g_autofree char *rest = g_strjoinv ("-", subtags + 1);

      return g_strjoin ("-", subtags[0], script, *rest != '\0' ? rest : NULL, NULL);
    }

  return g_strjoinv ("-", subtags);
}

/**
 * up_language_fallbacks:
 * @language: (nullable): a BCP 47 tag, or the name of a locale such as `ar_EG.UTF-8`
 *
 * The languages to try, best first: the one asked for, its bases, those close to it, and English.
 *
 * Returns: (transfer full) (array zero-terminated=1): BCP 47 tags; free with g_strfreev()
 */
char **
up_language_fallbacks (const char *language)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tag = normalize_tag (language);

  while (tag != NULL)
    {
      char *last;

      add_tag (tags, tag);
      for (gsize i = 0; i < G_N_ELEMENTS (neighbours); i++)
        if (strcmp (tag, neighbours[i].tag) == 0)
          add_tag (tags, neighbours[i].also);

      last = strrchr (tag, '-');
      if (last == NULL)
        break;
      *last = '\0';
    }

  add_tag (tags, "en");
  g_ptr_array_add (tags, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}
