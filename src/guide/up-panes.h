/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PANES (up_panes_get_type ())
G_DECLARE_FINAL_TYPE (UpPanes, up_panes, UP, PANES, GtkWidget)

G_END_DECLS
