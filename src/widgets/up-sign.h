/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-terms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_sign_new (UpLean lean);
void up_sign_set_lean (GtkImage *sign, UpLean lean);
GtkWidget *up_ornament_new (const char *icon_name);

G_END_DECLS
