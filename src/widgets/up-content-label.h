/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void up_content_label_set_text (GtkLabel *label, UpText text);
void up_content_label_set_highlighted (GtkLabel *label, UpText text, const char *query);
PangoAttrList *up_content_attributes_new (UpText text, const char *query);
GtkWidget *up_content_label_new (UpText text, const char *style_class);
GtkWidget *up_content_find (GtkWidget *within, const char *query);
void up_content_highlight (GtkWidget *within, const char *query);

G_END_DECLS
