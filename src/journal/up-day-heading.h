/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_DAY_HEADING (up_day_heading_get_type ())
G_DECLARE_FINAL_TYPE (UpDayHeading, up_day_heading, UP, DAY_HEADING, GtkWidget)

GtkWidget *up_day_heading_new (void);
void up_day_heading_set_text (UpDayHeading *self, const char *text);

G_END_DECLS
