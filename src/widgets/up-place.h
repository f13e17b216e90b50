/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PLACE (up_place_get_type ())
G_DECLARE_INTERFACE (UpPlace, up_place, UP, PLACE, GtkWidget)

/**
 * UpPlaceInterface:
 * @search: shows the place's search and puts the focus there
 * @get_location: where in the place the person is, as go_to() takes it
 * @go_to: goes to a location; %FALSE where there is no such thing
 * @go_back: one page back within the place; %FALSE at its first page
 * @list_printouts: what of the place can be printed (of #UpPrintout), best first; or %NULL where nothing
 *   ever can
 */
struct _UpPlaceInterface
{
  GTypeInterface parent_iface;

  void (*search) (UpPlace *self);
  char *(*get_location) (UpPlace *self);
  gboolean (*go_to) (UpPlace *self, const char *location);
  gboolean (*go_back) (UpPlace *self);
  GPtrArray *(*list_printouts) (UpPlace *self);
};

void up_place_search (UpPlace *self);
char *up_place_get_location (UpPlace *self);
gboolean up_place_go_to (UpPlace *self, const char *location);
gboolean up_place_go_back (UpPlace *self);
gboolean up_place_can_print (UpPlace *self);
GPtrArray *up_place_list_printouts (UpPlace *self); /* full */

G_END_DECLS
