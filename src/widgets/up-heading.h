/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_HEADING (up_heading_get_type ())
G_DECLARE_FINAL_TYPE (UpHeading, up_heading, UP, HEADING, GtkWidget)

GtkWidget *up_heading_new (UpText text, int level, const char *style_class);
void up_heading_set_text (UpHeading *self, UpText text);
void up_heading_take_focus (GtkWidget *widget);

G_END_DECLS
