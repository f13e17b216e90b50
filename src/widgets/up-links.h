/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_links_new (const char *name);
void up_links_append (GtkWidget *links, GtkWidget *link);
void up_links_clear (GtkWidget *links);

GtkWidget *up_link_new (GtkWidget *sign, UpText title, const char *action, GVariant *target);
GtkWidget *up_link_get_title (GtkWidget *link);
GtkWidget *up_link_add_text (GtkWidget *link, UpText text, const char *style_class);

G_END_DECLS
