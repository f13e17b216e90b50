/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper-private.h"
#include "up-paper-resources.h"

#include <string.h>

/* The signs are the application's own icons: SVG of 16 by 16 with a single path of straight lines, in
 * absolute coordinates, as a test holds. */
#define ICON_SIZE 16.0

static const char *
get_icon (UpLean lean, gboolean is_rtl)
{
  switch (lean)
    {
    case UP_LEAN_IN:
      return is_rtl ? "/paper/up-lean-in-symbolic-rtl.svg" : "/paper/up-lean-in-symbolic.svg";
    case UP_LEAN_OUT:
      return is_rtl ? "/paper/up-lean-out-symbolic-rtl.svg" : "/paper/up-lean-out-symbolic.svg";
    case UP_LEAN_EITHER:
    default:
      return "/paper/up-lean-either-symbolic.svg";
    }
}

static void
add_path (cairo_t *cr, const char *path)
{
  while (*path == 'M' || *path == 'L' || *path == 'Z')
    {
      char command = *path++;
      char *end;
      double x, y;

      if (command == 'Z')
        {
          cairo_close_path (cr);
          continue;
        }
      x = g_ascii_strtod (path, &end);
      y = g_ascii_strtod (end, &end);
      path = end;
      if (command == 'M')
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
}

/**
 * up_paper_draw_sign:
 * @cr: where to draw
 * @lean: which sign
 * @is_rtl: whether the text beside it runs from right to left
 * @x: its left edge
 * @y: its upper edge
 * @size: how wide and high it is
 *
 * Draws the sign for calling in, calling out or either, in the colour that is set.
 */
void
up_paper_draw_sign (cairo_t *cr, UpLean lean, gboolean is_rtl, double x, double y, double size)
{
  g_autoptr (GBytes) icon = g_resource_lookup_data (
    up_paper_get_resource (), get_icon (lean, is_rtl), G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *svg = g_bytes_get_data (icon, NULL);
  const char *path = g_strstr_len (svg, (gssize) g_bytes_get_size (icon), " d=\"");

  g_assert (path != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / ICON_SIZE, size / ICON_SIZE);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_path (cr, path + strlen (" d=\""));
  cairo_fill (cr);
  cairo_restore (cr);
}
