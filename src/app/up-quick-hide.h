/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_QUICK_HIDE (up_quick_hide_get_type ())
G_DECLARE_FINAL_TYPE (UpQuickHide, up_quick_hide, UP, QUICK_HIDE, GObject)

UpQuickHide *up_quick_hide_new (AdwApplicationWindow *window, GtkWidget *view);
gboolean up_quick_hide_is_hidden (UpQuickHide *self);
void up_quick_hide_toggle (UpQuickHide *self);

G_END_DECLS
