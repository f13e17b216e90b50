/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many steps of the text size there are, from that of the desktop on. */
#define UP_N_TEXT_SIZES 4

double up_text_size_get_scale (int size);
void up_text_size_set_on (GtkWidget *window, int size);

G_END_DECLS
