/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PAIR (up_pair_get_type ())
G_DECLARE_FINAL_TYPE (UpPair, up_pair, UP, PAIR, GtkWidget)

void up_pair_set_second (UpPair *self, GtkWidget *second);

G_END_DECLS
