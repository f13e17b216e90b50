/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-sign.h"

/* The two signs, everywhere the same: calling in is an arrow that curves inward, calling out one
 * that leads outward. Their colours are style classes, and the shape alone tells them apart. */
static const struct
{
  const char *icon_name;
  const char *style_class;
} signs[] = {
  [UP_LEAN_IN] = { "up-lean-in-symbolic", "calling-in" },
  [UP_LEAN_OUT] = { "up-lean-out-symbolic", "calling-out" },
  [UP_LEAN_EITHER] = { "up-lean-either-symbolic", "calling-either" },
};

/**
 * up_sign_set_lean:
 * @sign: a sign made by up_sign_new()
 * @lean: what it stands for from now on
 *
 * Changes a sign, in rows that are used again for something else.
 */
void
up_sign_set_lean (GtkImage *sign, UpLean lean)
{
  g_return_if_fail (GTK_IS_IMAGE (sign));
  g_return_if_fail (lean < G_N_ELEMENTS (signs));

  /* Setting an icon looks it up again, even where it is the same. */
  if (g_strcmp0 (gtk_image_get_icon_name (sign), signs[lean].icon_name) == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (sign), signs[i].style_class);
  gtk_image_set_from_icon_name (sign, signs[lean].icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (sign), signs[lean].style_class);
}

/**
 * up_sign_new:
 * @lean: what it stands for
 *
 * Makes the sign of calling in, calling out or either. Assistive technology does not see it: the
 * word belongs beside it, or into the name of the control that it is part of.
 *
 * Returns: (transfer floating): the sign
 */
GtkWidget *
up_sign_new (UpLean lean)
{
  GtkWidget *sign = up_ornament_new (NULL);

  up_sign_set_lean (GTK_IMAGE (sign), lean);

  return sign;
}

/**
 * up_ornament_new:
 * @icon_name: (nullable): the icon
 *
 * Makes an image that says nothing that does not stand in words beside it.
 *
 * Returns: (transfer floating): the image
 */
GtkWidget *
up_ornament_new (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}
