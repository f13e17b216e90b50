/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_SKIP_BUTTON (up_skip_button_get_type ())
G_DECLARE_FINAL_TYPE (UpSkipButton, up_skip_button, UP, SKIP_BUTTON, GtkButton)

GtkWidget *up_skip_button_new (const char *skip, const char *show);
void up_skip_button_set_skipped (UpSkipButton *self, gboolean skipped);

G_END_DECLS
