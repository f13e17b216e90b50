/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-fold.h"

#include <string.h>

/* The longest compatibility decomposition of one character, U+FDFA, has 18. */
#define MAX_DECOMPOSITION 18

/* A character of the decomposed text, and where in the source it came from. */
typedef struct
{
  gunichar ch;
  guint offset;
} Piece;

typedef struct
{
  gunichar from;
  const char *to;
} Mapping;

/* What neither decomposition nor case folding brings together, in the order of code points. */
static const Mapping mappings[] = {
  { 0x0060, "'" },  /* grave accent, typed for an apostrophe */
  { 0x00ab, "\"" }, /* « */
  { 0x00bb, "\"" }, /* » */
  { 0x00d0, "d" },  /* Ð */
  { 0x00d8, "o" },  /* Ø */
  { 0x00de, "th" }, /* Þ */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x014b, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x02b9, "'" },  /* modifier letter prime */
  { 0x02bb, "'" },  /* ʻokina */
  { 0x02bc, "'" },  /* modifier letter apostrophe */
  { 0x02bd, "'" },  /* modifier letter reversed comma */
  { 0x05f3, "'" },  /* Hebrew geresh */
  { 0x05f4, "\"" }, /* Hebrew gershayim */
  { 0x0629, "ه" },  /* teh marbuta */
  { 0x0649, "ي" },  /* alef maksura */
  { 0x0671, "ا" },  /* alef wasla */
  { 0x06a9, "ك" },  /* keheh, as Persian keyboards have it */
  { 0x06cc, "ي" },  /* Farsi yeh */
  { 0x2010, "-" },  /* hyphen */
  { 0x2012, "-" },  /* figure dash */
  { 0x2013, "-" },  /* en dash */
  { 0x2014, "-" },  /* em dash */
  { 0x2015, "-" },  /* horizontal bar */
  { 0x2018, "'" },  /* ‘ */
  { 0x2019, "'" },  /* ’ */
  { 0x201a, "'" },  /* ‚ */
  { 0x201b, "'" },  /* ‛ */
  { 0x201c, "\"" }, /* “ */
  { 0x201d, "\"" }, /* ” */
  { 0x201e, "\"" }, /* „ */
  { 0x201f, "\"" }, /* ‟ */
  { 0x2032, "'" },  /* prime */
  { 0x2039, "'" },  /* ‹ */
  { 0x203a, "'" },  /* › */
  { 0x2212, "-" },  /* minus */
};

static const char *
find_mapping (gunichar ch)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (mappings);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (mappings[middle].from == ch)
        return mappings[middle].to;
      if (mappings[middle].from < ch)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Whether a mark on @base only varies a letter that people also look for without it. In other
 * scripts, Devanagari for one, marks are vowels, and leaving them out makes another word. */
static gboolean
is_mark_optional (gunichar base, gunichar mark)
{
  if ((mark >= 0x064b && mark <= 0x065f) || mark == 0x0670 || (mark >= 0x06d6 && mark <= 0x06ed))
    return TRUE; /* Arabic's own, whatever they stand on */

  if (base == 0)
    return g_unichar_get_script (mark) == G_UNICODE_SCRIPT_INHERITED;

  switch (g_unichar_get_script (base))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_LATIN:
      return TRUE;

    default:
      return FALSE;
    }
}

/* What is in the text but not to be seen, or only stretches it. */
static gboolean
is_ignored (gunichar ch, GUnicodeType type)
{
  return type == G_UNICODE_FORMAT ||       /* joiners, direction marks, the soft hyphen */
         ch == 0x0640 ||                   /* tatweel */
         (ch >= 0xfe00 && ch <= 0xfe0f) || /* variation selectors */
         (ch >= 0xe0100 && ch <= 0xe01ef);
}

static void
append (GString *result, GArray *offsets, const char *text, guint offset)
{
  g_string_append (result, text);
  if (offsets != NULL)
    {
      for (; *text != '\0'; text++)
        g_array_append_val (offsets, offset);
    }
}

static void
append_folded (GString *result, GArray *offsets, gunichar ch, GUnicodeType type, guint offset)
{
  const char *mapped = find_mapping (ch);
  char encoded[7] = { 0 };

  if (mapped != NULL)
    {
      append (result, offsets, mapped, offset);
      return;
    }

  if (g_unichar_isspace (ch))
    ch = ' ';
  else if (type == G_UNICODE_DECIMAL_NUMBER)
    ch = '0' + (gunichar) g_unichar_digit_value (ch);

  encoded[g_unichar_to_utf8 (ch, encoded)] = '\0';

  if (type == G_UNICODE_LOWERCASE_LETTER || type == G_UNICODE_UPPERCASE_LETTER ||
      type == G_UNICODE_TITLECASE_LETTER)
    {
      g_autofree char *folded = g_utf8_casefold (encoded, -1);

      mapped = find_mapping (g_utf8_get_char (folded));
      append (result, offsets, mapped != NULL ? mapped : folded, offset);
    }
  else
    {
      append (result, offsets, encoded, offset);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_unichar_combining_class (((const Piece *) a)->ch) -
         g_unichar_combining_class (((const Piece *) b)->ch);
}

/* Brings each run of combining marks into canonical order, as normalization does. Its pieces then
 * count as coming from where the run begins, so that offsets never go back. */
static void
order_marks (GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *run = &g_array_index (pieces, Piece, i);
      gboolean is_ordered = TRUE;
      guint n = 0;

      while (i + n < pieces->len && g_unichar_combining_class (run[n].ch) != 0)
        {
          is_ordered = is_ordered && (n == 0 || compare_marks (&run[n - 1], &run[n], NULL) <= 0);
          n++;
        }

      if (!is_ordered)
        {
          guint first = run[0].offset;

          /* Stable: marks of the same class stay as they follow each other. */
          g_sort_array (run, n, sizeof (Piece), compare_marks, NULL);
          for (guint j = 0; j < n; j++)
            run[j].offset = first;
        }

      if (n > 0)
        i += n - 1;
    }
}

static gboolean
decompose (const char *text, GArray *pieces)
{
  gboolean has_marks = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint offset = (guint) (p - text);
      gunichar result[MAX_DECOMPOSITION];
      gsize n;

      gunichar ch = g_utf8_get_char (p);

      /* The acute accent by itself, typed for an apostrophe, would decompose into a space. */
      if (ch == 0x00b4)
        ch = '\'';
      if (ch < 0x80)
        {
          Piece piece = { ch, offset };

          g_array_append_val (pieces, piece);
          continue;
        }

      n = g_unichar_fully_decompose (ch, TRUE, result, G_N_ELEMENTS (result));
      for (gsize i = 0; i < n; i++)
        {
          Piece piece = { result[i], offset };

          g_array_append_val (pieces, piece);
          has_marks = has_marks || g_unichar_combining_class (result[i]) != 0;
        }
    }

  return has_marks;
}

/**
 * up_fold:
 * @text: UTF-8 text
 * @offsets: (out) (optional) (transfer full) (element-type guint): return location for the byte
 *   offset in @text that each byte of the result came from; one more says where @text ends
 *
 * Folds @text so that two texts that a person searching would call the same become the same bytes:
 *
 * - compatibility decomposition (NFKD): full and half width, ligatures, Arabic's presentation forms;
 * - case, with “ß” as “ss”; also “æ” as “ae”, “ø” as “o”, “ł” as “l” and their like;
 * - marks are left out on Latin, Greek, Cyrillic and Arabic letters, and nowhere else: in
 *   Devanagari and its relatives they are vowels, in Hebrew and Thai they tell words apart;
 * - Arabic: alef with hamza, madda or wasla is alef, hamza's seats are waw and yeh, alef maksura is
 *   yeh, teh marbuta is heh, and tatweel is left out;
 * - digits of any script are 0 to 9; quotes, apostrophes, dashes and spaces are the plain ones;
 * - what cannot be seen (joiners, direction marks, soft hyphens, variation selectors) is left out.
 *
 * Offsets never go back, and each is the start of a character of @text.
 *
 * Returns: (transfer full): the folded text
 */
char *
up_fold (const char *text, GArray **offsets)
{
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) from = NULL;
  GString *result;
  gunichar base = 0;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  g_return_val_if_fail (length < G_MAXUINT, NULL);

  pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), (guint) length);
  if (decompose (text, pieces))
    order_marks (pieces);

  result = g_string_sized_new (length);
  if (offsets != NULL)
    from = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) length + 1);

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece piece = g_array_index (pieces, Piece, i);
      GUnicodeType type;

      if (piece.ch == ' ' || (piece.ch < 0x80 && g_ascii_isalpha ((char) piece.ch)))
        {
          char plain[2] = { g_ascii_tolower ((char) piece.ch), '\0' };

          append (result, from, plain, piece.offset);
          base = piece.ch;
          continue;
        }

      type = g_unichar_type (piece.ch);
      if (is_ignored (piece.ch, type))
        continue;

      if (type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK)
        {
          if (is_mark_optional (base, piece.ch))
            continue;
        }
      else
        {
          base = piece.ch;
        }

      append_folded (result, from, piece.ch, type, piece.offset);
    }

  if (offsets != NULL)
    {
      guint end = (guint) length;

      g_array_append_val (from, end);
      *offsets = g_steal_pointer (&from);
    }

  return g_string_free (result, FALSE);
}
