/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_CHAPTER_PAGE (up_chapter_page_get_type ())
G_DECLARE_FINAL_TYPE (UpChapterPage, up_chapter_page, UP, CHAPTER_PAGE, AdwNavigationPage)

typedef enum
{
  UP_CHAPTER_UNKNOWN, /* it has not come to be shown */
  UP_CHAPTER_START,   /* its title */
  UP_CHAPTER_WITHIN,
  UP_CHAPTER_END /* its last line */
} UpChapterPlace;

UpChapterPage *up_chapter_page_new (UpCatalog *catalog, const char *chapter);
const char *up_chapter_page_get_chapter (UpChapterPage *self);
UpChapterPlace up_chapter_page_get_place (UpChapterPage *self, const char **block, double *part);
void up_chapter_page_go_on (UpChapterPage *self, const char *block, double part);
void up_chapter_page_refresh (UpChapterPage *self);
gboolean up_chapter_page_show_point (UpChapterPage *self, const char *point);
gboolean up_chapter_page_show_match (UpChapterPage *self, const char *block, const char *query);

G_END_DECLS
