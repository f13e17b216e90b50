/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_COMPARE (up_compare_get_type ())
G_DECLARE_FINAL_TYPE (UpCompare, up_compare, UP, COMPARE, GtkWidget)

GtkWidget *up_compare_new (void);
void up_compare_append (UpCompare *self, GtkWidget *column);

G_END_DECLS
