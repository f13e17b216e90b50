/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-compare.h"
#include "up-digits.h"
#include "up-em.h"

static GtkWidget *
create (int first_height, int second_height)
{
  GtkWidget *compare = g_object_ref_sink (up_compare_new ());
  const int heights[] = { first_height, second_height };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (column, 50, heights[i]);
      up_compare_append (UP_COMPARE (compare), column);
    }

  return compare;
}

static int
height_for (GtkWidget *compare, int width)
{
  int height;

  gtk_widget_measure (compare, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
test_stacks_where_there_is_no_room (void)
{
  GtkWidget *compare = create (100, 40);
  int em = up_em_to_pixels (compare, 1);
  int least;

  /* Side by side the taller one rules; one below the other both count, and what is between them. */
  g_assert_cmpint (height_for (compare, 40 * em), ==, 100);
  g_assert_cmpint (height_for (compare, 24 * em), ==, 152);

  gtk_widget_measure (compare, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 50);

  g_object_unref (compare);
}

static void
test_hidden_columns_take_no_room (void)
{
  GtkWidget *compare = create (100, 40);

  gtk_widget_set_visible (gtk_widget_get_first_child (compare), FALSE);
  g_assert_cmpint (height_for (compare, 1000), ==, 40);

  g_object_unref (compare);
}

static void
test_digits_of_the_language (void)
{
  const struct
  {
    const char *language;
    const char *digits;
  } cases[] = {
    { "en", "207" }, { "ar", "٢٠٧" },  { "ar-EG", "٢٠٧" }, { "fa", "۲۰۷" },
    { "hi", "207" }, { "arn", "207" }, { NULL, "207" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = up_digits_format (207, cases[i].language);

      g_assert_cmpstr (digits, ==, cases[i].digits);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/compare/stacks-where-there-is-no-room", test_stacks_where_there_is_no_room);
  g_test_add_func ("/compare/hidden-columns-take-no-room", test_hidden_columns_take_no_room);
  g_test_add_func ("/digits/of-the-language", test_digits_of_the_language);

  return g_test_run ();
}
