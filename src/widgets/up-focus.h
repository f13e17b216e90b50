/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void up_focus_give_back (GtkWidget *widget);
void up_focus_keep (GtkWidget *widget);
void up_focus_hold (GtkWindow *window, GtkWidget *source, const char *signal);

G_END_DECLS
