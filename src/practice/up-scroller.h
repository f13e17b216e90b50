/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_SCROLLER (up_scroller_get_type ())
G_DECLARE_FINAL_TYPE (UpScroller, up_scroller, UP, SCROLLER, GObject)

UpScroller *up_scroller_new (GtkScrolledWindow *scrolled_window);
void up_scroller_lead_to (UpScroller *self, GtkWidget *heading);

G_END_DECLS
