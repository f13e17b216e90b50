/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_JOURNAL_PAGE (up_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (UpJournalPage, up_journal_page, UP, JOURNAL_PAGE, AdwNavigationPage)

void up_journal_page_set_content (UpJournalPage *self, UpCatalog *catalog, UpJournal *journal);
void up_journal_page_refresh (UpJournalPage *self);
void up_journal_page_search (UpJournalPage *self);
void up_journal_page_clear_search (UpJournalPage *self);
void up_journal_page_show_plans (UpJournalPage *self);
void up_journal_page_show_favourites (UpJournalPage *self);
guint up_journal_page_find (UpJournalPage *self, UpEntry *entry);
void up_journal_page_focus (UpJournalPage *self, guint position);

G_END_DECLS
