/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-column.h"

/* The column counts in ems of its font: twice the text size gives twice the width. */
static void
test_grows_with_the_text (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *column = up_column_new ();
  GtkWidget *label = gtk_label_new ("x");
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  int normal, large;

  gtk_widget_set_size_request (label, 1, 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *longer = g_strconcat (gtk_label_get_label (GTK_LABEL (label)), " ",
                                             gtk_label_get_label (GTK_LABEL (label)), NULL);
      gtk_label_set_label (GTK_LABEL (label), longer);
    }
  up_column_set_child (UP_COLUMN (column), label);
  gtk_window_set_child (GTK_WINDOW (window), column);

  gtk_css_provider_load_from_string (provider, ".twice { font-size: 200%; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_measure (column, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &normal, NULL, NULL);
  gtk_widget_add_css_class (window, "twice");
  /* The style reaches the fonts with the next frame. */
  do
    {
      g_main_context_iteration (NULL, TRUE);
      gtk_widget_measure (column, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &large, NULL, NULL);
    }
  while (large == normal);

  g_assert_cmpint (normal, >, 300);
  g_assert_cmpint (ABS (large - 2 * normal), <=, 4);

  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a wide place the child stands in the middle, no wider than the column. */
static void
test_centres_its_child (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *column = up_column_new ();
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  graphene_rect_t bounds;

  up_column_set_width_in_em (UP_COLUMN (column), 10);
  up_column_set_child (UP_COLUMN (column), child);
  gtk_window_set_child (GTK_WINDOW (window), column);
  gtk_widget_allocate (column, 1000, 100, -1, NULL);

  g_assert_true (gtk_widget_compute_bounds (child, column, &bounds));
  g_assert_cmpfloat (bounds.size.width, <, 300);
  g_assert_cmpfloat (ABS (bounds.origin.x + bounds.size.width / 2 - 500), <=, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/column/grows-with-the-text", test_grows_with_the_text);
  g_test_add_func ("/column/centres-its-child", test_centres_its_child);

  return g_test_run ();
}
