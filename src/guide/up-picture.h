/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PICTURE (up_picture_get_type ())
G_DECLARE_FINAL_TYPE (UpPicture, up_picture, UP, PICTURE, GtkWidget)

gboolean up_picture_set_resource (UpPicture *self, const char *path);

G_END_DECLS
