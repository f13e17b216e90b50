/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "keep" (whether the words are to be kept). */
#define UP_TYPE_LISTEN_FOR (up_listen_for_get_type ())
G_DECLARE_FINAL_TYPE (UpListenFor, up_listen_for, UP, LISTEN_FOR, GtkBox)

GtkWidget *up_listen_for_new (UpRun *run, const char *words);
GtkWidget *up_listen_for_item_new (UpText text);

G_END_DECLS
