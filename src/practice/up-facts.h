/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_facts_new (void);
void up_facts_add (GtkWidget *facts, const char *title, const char *value);

G_END_DECLS
