/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_ORDERED_BOX (up_ordered_box_get_type ())
G_DECLARE_FINAL_TYPE (UpOrderedBox, up_ordered_box, UP, ORDERED_BOX, GtkBox)

gboolean up_ordered_focus (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
