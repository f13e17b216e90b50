/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-em.h"

/**
 * up_em_to_pixels:
 * @widget: a widget
 * @ems: a length, in ems of its font
 *
 * Widths that depend on how much text fits are counted in ems and not in pixels or `sp`, because text
 * size is a style class on the window, which `sp` does not know of.
 *
 * Returns: the length, in pixels
 */
int
up_em_to_pixels (GtkWidget *widget, int ems)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;

  return (int) (size * ems);
}
