/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-place.h"

/**
 * UpPlace:
 *
 * One of the places that the sidebar leads to. The window knows the places by this interface alone,
 * and a place reaches another through the window's actions, so that no place includes another.
 */

G_DEFINE_INTERFACE (UpPlace, up_place, GTK_TYPE_WIDGET)

static void
up_place_default_init (UpPlaceInterface *iface)
{
}

/**
 * up_place_search:
 * @self: a place
 *
 * Shows the search of the place and puts the focus into it.
 */
void
up_place_search (UpPlace *self)
{
  g_return_if_fail (UP_IS_PLACE (self));

  UP_PLACE_GET_IFACE (self)->search (self);
}

/**
 * up_place_get_location:
 * @self: a place
 *
 * Tells where in the place the person is, so that reopening comes back there.
 *
 * Returns: (transfer full): a location for up_place_go_to(); empty at the place's first page
 */
char *
up_place_get_location (UpPlace *self)
{
  g_return_val_if_fail (UP_IS_PLACE (self), NULL);

  return UP_PLACE_GET_IFACE (self)->get_location (self);
}

/**
 * up_place_go_to:
 * @self: a place
 * @location: where to go: empty for the first page, else such as `chapter/why`
 *
 * Shows a location of the place.
 *
 * Returns: %FALSE where there is no such location; the place then stays as it is
 */
gboolean
up_place_go_to (UpPlace *self, const char *location)
{
  g_return_val_if_fail (UP_IS_PLACE (self), FALSE);
  g_return_val_if_fail (location != NULL, FALSE);

  return UP_PLACE_GET_IFACE (self)->go_to (self, location);
}

/**
 * up_place_go_back:
 * @self: a place
 *
 * Goes back by one page within the place.
 *
 * Returns: %FALSE where the first page is already shown
 */
gboolean
up_place_go_back (UpPlace *self)
{
  g_return_val_if_fail (UP_IS_PLACE (self), FALSE);

  return UP_PLACE_GET_IFACE (self)->go_back (self);
}

/**
 * up_place_can_print:
 * @self: a place
 *
 * Returns: whether the place has something to print
 */
gboolean
up_place_can_print (UpPlace *self)
{
  g_return_val_if_fail (UP_IS_PLACE (self), FALSE);

  return UP_PLACE_GET_IFACE (self)->list_printouts != NULL;
}

/**
 * up_place_list_printouts:
 * @self: a place that can print
 *
 * Tells what can be printed of what the place shows now.
 *
 * Returns: (transfer full) (element-type UpPrintout): one at the least, the most likely first
 */
GPtrArray *
up_place_list_printouts (UpPlace *self)
{
  g_return_val_if_fail (UP_IS_PLACE (self), NULL);
  g_return_val_if_fail (up_place_can_print (self), NULL);

  return UP_PLACE_GET_IFACE (self)->list_printouts (self);
}
