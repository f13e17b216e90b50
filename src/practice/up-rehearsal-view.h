/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signals "changed" (the words) and "done" (an UpRehearsal). */
#define UP_TYPE_REHEARSAL_VIEW (up_rehearsal_view_get_type ())
G_DECLARE_FINAL_TYPE (UpRehearsalView, up_rehearsal_view, UP, REHEARSAL_VIEW, GtkBox)

GtkWidget *up_rehearsal_view_new (const char *words);
GtkWidget *up_own_words_new (const char *words);

G_END_DECLS
