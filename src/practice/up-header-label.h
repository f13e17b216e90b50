/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void up_header_label_follow (GtkWidget *label, GtkScrolledWindow *below);

G_END_DECLS
