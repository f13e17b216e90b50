/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PACING (up_pacing_get_type ())
G_DECLARE_FINAL_TYPE (UpPacing, up_pacing, UP, PACING, GObject)

UpPacing *up_pacing_new (void);
void up_pacing_start (UpPacing *self, GPtrArray *widgets);
void up_pacing_finish (UpPacing *self);
gboolean up_pacing_is_running (UpPacing *self);

G_END_DECLS
