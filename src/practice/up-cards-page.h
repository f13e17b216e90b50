/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-due-watch.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_CARDS_PAGE (up_cards_page_get_type ())
G_DECLARE_FINAL_TYPE (UpCardsPage, up_cards_page, UP, CARDS_PAGE, AdwNavigationPage)

UpCardsPage *up_cards_page_new (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch);
void up_cards_page_toggle_search (UpCardsPage *self);
void up_cards_page_clear_search (UpCardsPage *self);

G_END_DECLS
