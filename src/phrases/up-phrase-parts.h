/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void up_section_append (GtkBox *box, const char *title, int level, GtkWidget *content);
void up_section_clear (GtkBox *box);

void up_phrase_parts_show (GtkBox *sections, UpPhrase *phrase, int level);
gboolean up_phrase_is_unreviewed (UpPhrase *phrase);
GtkWidget *up_unreviewed_new (void);
GtkWidget *up_counterpart_new (UpPhrase *phrase);

G_END_DECLS
