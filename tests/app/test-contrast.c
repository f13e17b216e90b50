/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <math.h>

/* The least contrast of words to what they stand on (WCAG 2.2, success criterion 1.4.3). */
#define LEAST 4.5

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) +
         0.0722 * linear (colour->blue);
}

static GdkRGBA
over (const GdkRGBA *above, const GdkRGBA *below)
{
  float a = above->alpha;

  return (GdkRGBA) { a * above->red + (1 - a) * below->red,
                     a * above->green + (1 - a) * below->green,
                     a * above->blue + (1 - a) * below->blue, 1 };
}

static double
contrast (const GdkRGBA *words, const GdkRGBA *paper)
{
  GdkRGBA seen = over (words, paper);
  double a = luminance (&seen), b = luminance (paper);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static GdkRGBA
colour_of (GtkWidget *window, const char *style_class)
{
  GtkWidget *label = gtk_label_new ("x");
  GdkRGBA colour;

  gtk_widget_add_css_class (label, style_class);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_get_color (label, &colour);

  return colour;
}

static void
check_scheme (AdwColorScheme scheme)
{
  static const char *const classes[] = { "calling-in", "calling-out", "dimmed", "paragraph" };
  GtkWidget *window = gtk_window_new ();
  GdkRGBA card, paper;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  paper = colour_of (window, "window-paper");
  card = colour_of (window, "card-paper");
  card = over (&card, &paper);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GdkRGBA words = colour_of (window, classes[i]);

      g_test_message ("%s: %.2f on the window, %.2f on a card", classes[i],
                      contrast (&words, &paper), contrast (&words, &card));
      g_assert_cmpfloat (contrast (&words, &paper), >=, LEAST);
      g_assert_cmpfloat (contrast (&words, &card), >=, LEAST);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_light (void)
{
  check_scheme (ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_dark (void)
{
  check_scheme (ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
on_activate (GtkApplication *application, gpointer user_data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  /* The papers, read as colours of words. */
  gtk_css_provider_load_from_string (provider, ".window-paper { color: var(--window-bg-color); }"
                                               ".card-paper { color: var(--card-bg-color); }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  *(int *) user_data = g_test_run ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  int status = 1;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/light", test_light);
  g_test_add_func ("/contrast/dark", test_dark);

  /* An application, because that is what loads the style sheets. */
  application = adw_application_new (APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_object_set (application, "resource-base-path", RESOURCE_BASE, NULL);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &status);
  g_application_run (G_APPLICATION (application), 0, NULL);

  return status;
}
