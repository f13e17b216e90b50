/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_phrase_links_new (GListModel *phrases, const char *move, UpPhrase *except);
void up_section_append (GtkBox *box, const char *title, GtkWidget *content);
void up_section_clear (GtkBox *box);

G_END_DECLS
