/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_DEBRIEF_PAGE (up_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (UpDebriefPage, up_debrief_page, UP, DEBRIEF_PAGE, AdwNavigationPage)

UpDebriefPage *up_debrief_page_new (UpCatalog *catalog, UpJournal *journal, UpRun *run);
void up_debrief_page_set_run (UpDebriefPage *self, UpRun *run);

G_END_DECLS
