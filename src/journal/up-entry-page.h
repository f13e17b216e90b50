/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_ENTRY_PAGE (up_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (UpEntryPage, up_entry_page, UP, ENTRY_PAGE, AdwNavigationPage)

UpEntryPage *up_entry_page_new (UpCatalog *catalog, UpJournal *journal, UpEntry *entry);
UpEntry *up_entry_page_get_entry (UpEntryPage *self);
void up_entry_page_set_entry (UpEntryPage *self, UpEntry *entry);

G_END_DECLS
