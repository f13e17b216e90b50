/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-row-heights.h"

#include "up-phrase.h"

static void
test_keeps_two_widths (void)
{
  UpRowHeights *heights = up_row_heights_new ();
  g_autoptr (UpPhrase) phrase = g_object_new (UP_TYPE_PHRASE, NULL);
  g_autoptr (UpPhrase) other = g_object_new (UP_TYPE_PHRASE, NULL);

  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 300), ==, -1);

  up_row_heights_add (heights, phrase, 300, 60);
  up_row_heights_add (heights, phrase, 500, 40);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 300), ==, 60);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 500), ==, 40);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 301), ==, -1);
  g_assert_cmpint (up_row_heights_lookup (heights, other, 300), ==, -1);

  /* The window gets another width. */
  up_row_heights_add (heights, phrase, 280, 80);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 280), ==, 80);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 500), ==, 40);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 300), ==, -1);

  up_row_heights_unref (heights);
}

static void
test_forgets (void)
{
  UpRowHeights *heights = up_row_heights_new ();
  g_autoptr (UpPhrase) phrase = g_object_new (UP_TYPE_PHRASE, NULL);

  up_row_heights_add (heights, phrase, 300, 60);
  up_row_heights_add (heights, phrase, 500, 40);
  up_row_heights_forget (heights);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 300), ==, -1);
  g_assert_cmpint (up_row_heights_lookup (heights, phrase, 500), ==, -1);

  up_row_heights_unref (heights);
}

/* What is remembered of a phrase that is gone may not be taken for another's at the same address. */
static void
test_holds_phrases (void)
{
  UpRowHeights *heights = up_row_heights_new ();
  UpPhrase *phrase = g_object_new (UP_TYPE_PHRASE, NULL);

  g_object_add_weak_pointer (G_OBJECT (phrase), (gpointer *) &phrase);
  up_row_heights_add (heights, phrase, 300, 60);
  g_object_unref (phrase);
  g_assert_nonnull (phrase);

  up_row_heights_forget (heights);
  g_assert_null (phrase);

  up_row_heights_unref (heights);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-heights/keeps-two-widths", test_keeps_two_widths);
  g_test_add_func ("/row-heights/forgets", test_forgets);
  g_test_add_func ("/row-heights/holds-phrases", test_holds_phrases);

  return g_test_run ();
}
