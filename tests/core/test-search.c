/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-fold.h"
#include "up-search.h"

#include <string.h>

static void
assert_finds (UpSearch *search, const char *query, const char *expected)
{
  g_autoptr (GArray) found = up_search_query (search, query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (found, guint, i));

  g_assert_cmpstr (text->str, ==, expected);
}

/* @expected is @text with the matched stretches in brackets. */
static void
assert_matches (const char *text, const char *query, const char *expected)
{
  g_autoptr (GArray) ranges = up_search_match (text, query);
  g_autoptr (GString) marked = g_string_new (text);

  g_assert_cmpuint (ranges->len % 2, ==, 0);
  for (guint i = ranges->len; i > 0; i--)
    g_string_insert (marked, g_array_index (ranges, guint, i - 1), i % 2 == 0 ? "]" : "[");

  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (UpSearch) search = up_search_new ();

  assert_finds (search, "", "");
  assert_finds (search, "a", "");

  g_assert_cmpuint (up_search_add (search, "When you said “café”, what did you mean?"), ==, 0);
  g_assert_cmpuint (up_search_add (search, "I don’t find that funny."), ==, 1);
  g_assert_cmpuint (up_search_add (search, ""), ==, 2);
  g_assert_cmpuint (up_search_add (search, "What was your intention? Stand-up, said I."), ==, 3);

  assert_finds (search, "", "0 1 2 3");
  assert_finds (search, " … ", "0 1 2 3");
  assert_finds (search, "CAFE", "0");
  assert_finds (search, "said what", "0 3");
  assert_finds (search, "tent", "3");
  assert_finds (search, "don't", "1");
  assert_finds (search, "‘funny’", "1");
  assert_finds (search, "mean,", "0");
  assert_finds (search, "stand-up", "3");
  assert_finds (search, "said saidx", "");
  /* Two words of a text are not one. */
  assert_finds (search, "yousaid", "");

  /* Adding goes on after a query. */
  g_assert_cmpuint (up_search_add (search, "Said too late"), ==, 4);
  assert_finds (search, "said", "0 3 4");
}

static void
test_scripts (void)
{
  g_autoptr (UpSearch) search = up_search_new ();

  up_search_add (search, "هذا الكِتاب مفيد");
  up_search_add (search, "وللمدرسة مكتبة");
  up_search_add (search, "你说这句话的时候，是什么意思？");
  up_search_add (search, "आपका इरादा क्या था?");

  assert_finds (search, "كتاب", "0");
  assert_finds (search, "مدرسه", "1");
  assert_finds (search, "这句话", "2");
  assert_finds (search, "意思 时候", "2");
  assert_finds (search, "句这", "");
  assert_finds (search, "इराद", "3");
  assert_finds (search, "इरद", "");
}

static void
test_match (void)
{
  assert_matches ("Résumé of the resumed", "resume", "[Résumé] of the [resume]d");
  assert_matches ("Re\xcc\x81sume\xcc\x81!", "resume", "[Re\xcc\x81sume\xcc\x81]!");
  assert_matches ("Straße", "ss", "Stra[ß]e");
  assert_matches ("Straße", "s", "[S]tra[ß]e");
  assert_matches ("aaaa", "aa", "[aaaa]");
  assert_matches ("one two one", "one wo", "[one] t[wo] [one]");
  assert_matches ("abcd", "bc ab", "[abc]d");
  assert_matches ("nothing", "x", "nothing");
  assert_matches ("nothing", "", "nothing");
  assert_matches ("هذا الكِتَاب", "كتاب", "هذا ال[كِتَاب]");
  assert_matches ("किताब", "क", "[कि]ताब");
  assert_matches ("हिन्दी", "द", "हिन्[दी]");
  assert_matches ("是什么意思", "什么", "是[什么]意思");
  assert_matches ("각", "가", "[각]");
}

typedef struct
{
  const char *name;
  const char **alphabet;
} Script;

static const char *latin[] = { "a", "b", "é", "ß", "O",         "ø", "'",
                               "’", " ", " ", "-", "n\xcc\x83", NULL };
static const char *arabic[] = { "ا", "أ", "ب", "ة", "ه", "لا", "َ",
                                "ـ", " ", " ", "،", "ى", "ي",  NULL };
static const char *han[] = { "你", "我", "说", "话", "的", "，", "意", "ａ", "が", NULL };
static const char *devanagari[] = { "क", "ि", "त", "ा", "्", "ब", "क़", " ", " ", "।", NULL };
static const char *mixed[] = { "a", "क",  "ि", "的",           "أ", "ß", " ",
                               " ", "🙂", "٣", "\xe2\x80\x8d", NULL };

static const Script scripts[] = {
  { "latin", latin },           { "arabic", arabic }, { "han", han },
  { "devanagari", devanagari }, { "mixed", mixed },
};

static char *
make_text (GRand *random, const char **alphabet, guint length)
{
  guint n = g_strv_length ((char **) alphabet);
  GString *text = g_string_new (NULL);

  while (length-- > 0)
    g_string_append (text, alphabet[g_rand_int_range (random, 0, (gint32) n)]);

  return g_string_free (text, FALSE);
}

/* The plainest way to say what a query means: each word of it, cut at what is no letter, digit, mark
 * or symbol, is in the folded text. */
static gboolean
oracle (const char *folded, const char *query)
{
  g_autofree char *folded_query = up_fold (query, NULL);
  g_auto (GStrv) words = NULL;

  for (char *p = folded_query; *p != '\0';)
    {
      char *next = g_utf8_next_char (p);
      gunichar ch = g_utf8_get_char (p);

      if (ch != '\'' && g_unichar_ispunct (ch))
        memset (p, ' ', (gsize) (next - p));
      p = next;
    }

  words = g_strsplit (folded_query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];

      while (g_str_has_prefix (word, "'"))
        word++;
      while (g_str_has_suffix (word, "'"))
        word[strlen (word) - 1] = '\0';
      if (*word != '\0' && strstr (folded, word) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
assert_ranges (const char *text, GArray *ranges)
{
  guint before = 0;

  g_assert_cmpuint (ranges->len % 2, ==, 0);
  for (guint i = 0; i < ranges->len; i++)
    {
      guint offset = g_array_index (ranges, guint, i);

      g_assert_cmpuint (offset, <=, strlen (text));
      g_assert_cmpint (text[offset] & 0xc0, !=, 0x80);
      if (i > 0)
        g_assert_cmpuint (offset, >, before);
      before = offset;
    }
}

static void
test_oracle (gconstpointer data)
{
  const Script *script = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (UpSearch) search = up_search_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  guint n_found = 0;
  guint n_missed = 0;

  for (guint i = 0; i < 300; i++)
    {
      char *text = make_text (random, script->alphabet, (guint) g_rand_int_range (random, 0, 40));

      g_ptr_array_add (texts, text);
      g_ptr_array_add (folded, up_fold (text, NULL));
      g_assert_cmpuint (up_search_add (search, text), ==, i);
    }

  for (guint i = 0; i < 400; i++)
    {
      guint length = (guint) g_rand_int_range (random, 0, 9);
      g_autofree char *query = make_text (random, script->alphabet, length);
      g_autoptr (GArray) found = up_search_query (search, query);
      guint next = 0;

      for (guint doc = 0; doc < texts->len; doc++)
        {
          const char *text = g_ptr_array_index (texts, doc);
          gboolean expected = oracle (g_ptr_array_index (folded, doc), query);

          if (expected != (next < found->len && g_array_index (found, guint, next) == doc))
            {
              g_test_message ("“%s” for “%s”: %s", text, query, expected ? "missed" : "found");
              g_test_fail ();
              return;
            }

          if (expected)
            {
              g_autoptr (GArray) ranges = up_search_match (text, query);

              assert_ranges (text, ranges);
              next++;
              n_found++;
            }
          else
            {
              n_missed++;
            }
        }

      g_assert_cmpuint (next, ==, found->len);
    }

  /* Neither answer is the only one. */
  g_assert_cmpuint (n_found, >, 1000);
  g_assert_cmpuint (n_missed, >, 1000);
}

/* What was found for earlier words is kept while a query is typed on: it must not grow stale. */
static void
test_typing (void)
{
  g_autoptr (UpSearch) search = up_search_new ();

  up_search_add (search, "alpha beta");
  up_search_add (search, "alpha gamma");
  assert_finds (search, "al", "0 1");
  assert_finds (search, "al b", "0");
  up_search_add (search, "alpha bow");
  assert_finds (search, "al b", "0 2");
  assert_finds (search, "al bo", "2");
  assert_finds (search, "al", "0 1 2");
  /* Letters are also taken back, and put in elsewhere. */
  assert_finds (search, "alpha", "0 1 2");
  assert_finds (search, "beta", "0");
  assert_finds (search, "pha", "0 1 2");
  assert_finds (search, "gamma pha", "1");
}

/* Enough different pairs of characters that tables have to grow, and some of other planes. */
static void
test_many_characters (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (UpSearch) search = up_search_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 2000; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint j = 0; j < 12; j++)
        g_string_append_unichar (text, (gunichar) (j % 6 == 5
                                                     ? g_rand_int_range (random, 0x20000, 0x20100)
                                                     : g_rand_int_range (random, 0x4e00, 0x5000)));
      g_ptr_array_add (texts, g_string_free (text, FALSE));
      up_search_add (search, g_ptr_array_index (texts, i));
    }

  for (guint i = 0; i < texts->len; i += 7)
    {
      const char *text = g_ptr_array_index (texts, i);
      glong start = g_rand_int_range (random, 0, 10);
      g_autofree char *query = g_utf8_substring (text, start, start + 1 + i % 3);
      g_autoptr (GArray) found = up_search_query (search, query);
      guint next = 0;

      for (guint doc = 0; doc < texts->len; doc++)
        {
          if (strstr (g_ptr_array_index (texts, doc), query) == NULL)
            continue;
          g_assert_cmpuint (next, <, found->len);
          g_assert_cmpuint (g_array_index (found, guint, next), ==, doc);
          next++;
        }
      g_assert_cmpuint (next, ==, found->len);
      g_assert_cmpuint (next, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/scripts", test_scripts);
  g_test_add_func ("/search/match", test_match);
  g_test_add_func ("/search/typing", test_typing);
  g_test_add_func ("/search/many-characters", test_many_characters);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/oracle/%s", scripts[i].name);

      g_test_add_data_func (path, &scripts[i], test_oracle);
    }

  return g_test_run ();
}
