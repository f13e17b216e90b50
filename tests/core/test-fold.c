/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-fold.h"

#include <string.h>

static void
assert_same (const char *a, const char *b)
{
  g_autofree char *left = up_fold (a, NULL);
  g_autofree char *right = up_fold (b, NULL);

  g_assert_cmpstr (left, ==, right);
}

static void
assert_different (const char *a, const char *b)
{
  g_autofree char *left = up_fold (a, NULL);
  g_autofree char *right = up_fold (b, NULL);

  g_assert_cmpstr (left, !=, right);
}

static void
assert_folds (const char *text, const char *expected)
{
  g_autofree char *folded = up_fold (text, NULL);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_latin (void)
{
  assert_folds ("", "");
  assert_folds ("Résumé ÀÉÎÕÜ", "resume aeiou");
  assert_folds ("Re\xcc\x81sume\xcc\x81", "resume");
  assert_folds ("Straße STRASSE ẞ", "strasse strasse ss");
  assert_folds ("Ærø Œuvre Łódź Đorđe ŋ", "aero oeuvre lodz dorde n");
  assert_folds ("İstanbul ılık", "istanbul ilik");
  assert_folds ("ﬁn ﬂuß Ⅷ ①", "fin fluss viii 1");
  assert_folds ("Việt Nam", "viet nam");
  assert_folds ("ｗｉｄｅ　Ｓｐａｃｅ", "wide space");
}

static void
test_greek_and_cyrillic (void)
{
  assert_same ("ΟΔΥΣΣΕΎΣ", "οδυσσευς");
  assert_same ("Ἀθῆναι", "αθηναι");
  assert_same ("ёлка Й", "елка и");
}

static void
test_arabic (void)
{
  assert_same ("أَهْلًا وَسَهْلًا", "اهلا وسهلا");
  assert_same ("إسلام آمن ٱلله", "اسلام امن الله");
  assert_same ("مـــرحـــبا", "مرحبا");
  assert_same ("مؤمن بئر مستشفى مدرسة", "مومن بير مستشفي مدرسه");
  assert_same ("ﻣﺮﺣﺒﺎ ﷲ", "مرحبا الله");
  assert_same ("کتاب عربی", "كتاب عربي");
  assert_same ("صفحة ٣٥", "صفحه 35");
  /* A hamza by itself is a letter. */
  assert_different ("ماء", "ما");
  /* What a person types may begin with a mark. */
  assert_folds ("\xd9\x8e", "");
}

static void
test_marks_that_are_letters (void)
{
  /* Vowel signs, virama and nukta. */
  assert_different ("किताब", "कताब");
  assert_different ("क्या", "कया");
  assert_different ("फ़", "फ");
  assert_same ("\xe0\xa5\x98", "\xe0\xa4\x95\xe0\xa4\xbc"); /* qa, in one and in two */
  /* Marks in whichever order they were typed. */
  assert_same ("\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xbc", "\xe0\xa4\x95\xe0\xa4\xbc\xe0\xa5\x8d");
  assert_folds ("हिन्दी", "हिन्दी");
  /* Hebrew points, Thai tones, Tamil, kana's voicing. */
  assert_different ("שָׁלוֹם", "שלום");
  assert_different ("ก่า", "กา");
  assert_different ("தமிழ்", "தமழ");
  assert_different ("が", "か");
  assert_same ("ｶﾞ", "ガ");
}

static void
test_han (void)
{
  assert_folds ("调解，冲突", "调解,冲突");
  assert_same ("ＡＢＣ１２３", "abc123");
}

static void
test_punctuation (void)
{
  assert_folds ("Don’t donʼt don´t don`t", "don't don't don't don't");
  assert_folds ("“a” „b“ «c» ‹d›", "\"a\" \"b\" \"c\" 'd'");
  assert_folds ("stand‑up – and — so −1", "stand-up - and - so -1");
  assert_folds ("a\xc2\xa0"
                "b\tc\nd",
                "a b c d");
  assert_folds ("wait…", "wait...");
  assert_folds ("in\xc2\xad"
                "visible\xe2\x80\x8d\xe2\x81\xa8x\xe2\x81\xa9",
                "invisiblex");
}

static void
test_twice (void)
{
  const char *texts[] = { "Ærø ẞ", "أَهْلًا ﷺ", "क़लम हिन्दी", "調解が", "ŉ ǅ ﬃ", "が각" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *once = up_fold (texts[i], NULL);
      g_autofree char *twice = up_fold (once, NULL);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
assert_offsets (const char *text)
{
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = up_fold (text, &offsets);
  guint before = 0;

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpuint (offsets->len, ==, strlen (folded) + 1);
  g_assert_cmpuint (g_array_index (offsets, guint, offsets->len - 1), ==, strlen (text));

  for (guint i = 0; i < offsets->len; i++)
    {
      guint offset = g_array_index (offsets, guint, i);

      g_assert_cmpuint (offset, >=, before);
      g_assert_cmpuint (offset, <=, strlen (text));
      /* The start of a character. */
      g_assert_cmpint (text[offset] & 0xc0, !=, 0x80);
      before = offset;
    }
}

static void
test_offsets (void)
{
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = up_fold ("a\xc3\x9f"
                                     "é中",
                                     &offsets);
  const guint expected[] = { 0, 1, 1, 3, 5, 5, 5, 8 };

  g_assert_cmpstr (folded, ==, "asse中");
  g_assert_cmpuint (offsets->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (g_array_index (offsets, guint, i), ==, expected[i]);

  assert_offsets ("");
  assert_offsets ("أَهْلًا ﷺ مـــرحبا");
  assert_offsets ("\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xbc"); /* virama before nukta: put in order */
}

/* Any text at all, not only what people write. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint length = (guint) g_rand_int_range (random, 0, 12);

      while (length-- > 0)
        {
          gunichar limits[] = { 0x80, 0x700, 0xa00, 0x3100, 0x10000, 0x110000 };
          gint32 limit = (gint32) limits[g_rand_int_range (random, 0, G_N_ELEMENTS (limits))];
          gunichar ch = (gunichar) g_rand_int_range (random, 1, limit);

          if (g_unichar_validate (ch))
            g_string_append_unichar (text, ch);
        }

      assert_offsets (text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/latin", test_latin);
  g_test_add_func ("/fold/greek-and-cyrillic", test_greek_and_cyrillic);
  g_test_add_func ("/fold/arabic", test_arabic);
  g_test_add_func ("/fold/marks-that-are-letters", test_marks_that_are_letters);
  g_test_add_func ("/fold/han", test_han);
  g_test_add_func ("/fold/punctuation", test_punctuation);
  g_test_add_func ("/fold/twice", test_twice);
  g_test_add_func ("/fold/offsets", test_offsets);
  g_test_add_func ("/fold/random", test_random);

  return g_test_run ();
}
