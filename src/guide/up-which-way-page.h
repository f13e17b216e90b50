/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_WHICH_WAY_PAGE (up_which_way_page_get_type ())
G_DECLARE_FINAL_TYPE (UpWhichWayPage, up_which_way_page, UP, WHICH_WAY_PAGE, AdwNavigationPage)

GtkWidget *up_which_way_links_new (UpCatalog *catalog);

UpWhichWayPage *up_which_way_page_new (UpCatalog *catalog, UpJournal *journal, UpEntry *entry);
const char *up_which_way_page_get_entry (UpWhichWayPage *self); /* nullable */
UpWayAnswers up_which_way_page_get_answers (UpWhichWayPage *self);
void up_which_way_page_refresh (UpWhichWayPage *self);

G_END_DECLS
