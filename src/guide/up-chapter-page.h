/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_CHAPTER_PAGE (up_chapter_page_get_type ())
G_DECLARE_FINAL_TYPE (UpChapterPage, up_chapter_page, UP, CHAPTER_PAGE, AdwNavigationPage)

UpChapterPage *up_chapter_page_new (UpCatalog *catalog, const char *chapter, double position);
const char *up_chapter_page_get_chapter (UpChapterPage *self);
double up_chapter_page_get_position (UpChapterPage *self);
void up_chapter_page_refresh (UpChapterPage *self);
gboolean up_chapter_page_show_point (UpChapterPage *self, const char *point);
gboolean up_chapter_page_show_block (UpChapterPage *self, const char *block);

G_END_DECLS
