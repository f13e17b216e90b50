/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of paper, as wide as there is room for. */
#define UP_TYPE_PAGE_PICTURE (up_page_picture_get_type ())
G_DECLARE_FINAL_TYPE (UpPagePicture, up_page_picture, UP, PAGE_PICTURE, GtkWidget)

GtkWidget *up_page_picture_new (void);
char *up_page_picture_get_title (UpPagePicture *self); /* full */
void up_page_picture_set_page (UpPagePicture *self, UpPaper *paper, guint page);

G_END_DECLS
