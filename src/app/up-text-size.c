/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-text-size.h"

/* How much larger than the desktop's each text size is; the style classes stand in style.css. A class
 * on a window, and not the display's setting, which a second window would share. */
static const struct
{
  const char *style_class;
  double scale;
} text_sizes[UP_N_TEXT_SIZES] = {
  { NULL, 1.0 }, { "text-large", 1.25 }, { "text-larger", 1.5 }, { "text-largest", 2.0 }
};

/**
 * up_text_size_get_scale:
 * @size: a step, from 0 on
 *
 * Returns: how many times as large as on the desktop text is
 */
double
up_text_size_get_scale (int size)
{
  g_return_val_if_fail (size >= 0 && size < UP_N_TEXT_SIZES, 1.0);

  return text_sizes[size].scale;
}

/**
 * up_text_size_set_on:
 * @window: a window
 * @size: a step, from 0 on
 *
 * Makes all text in @window as large.
 */
void
up_text_size_set_on (GtkWidget *window, int size)
{
  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (size >= 0 && size < UP_N_TEXT_SIZES);

  for (int i = 0; i < UP_N_TEXT_SIZES; i++)
    if (text_sizes[i].style_class != NULL && i != size)
      gtk_widget_remove_css_class (window, text_sizes[i].style_class);
  if (text_sizes[size].style_class != NULL)
    gtk_widget_add_css_class (window, text_sizes[size].style_class);
}
