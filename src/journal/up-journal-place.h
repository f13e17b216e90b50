/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"
#include "up-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_JOURNAL_PLACE (up_journal_place_get_type ())
G_DECLARE_FINAL_TYPE (UpJournalPlace, up_journal_place, UP, JOURNAL_PLACE, AdwBin)

GtkWidget *up_journal_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings);

G_END_DECLS
