/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_heading_new (UpText text, guint level, const char *style_class);
void up_heading_take_focus (GtkWidget *heading);

G_END_DECLS
