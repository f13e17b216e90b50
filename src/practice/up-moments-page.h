/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_MOMENTS_PAGE (up_moments_page_get_type ())
G_DECLARE_FINAL_TYPE (UpMomentsPage, up_moments_page, UP, MOMENTS_PAGE, AdwNavigationPage)

UpMomentsPage *up_moments_page_new (UpCatalog *catalog, UpJournal *journal);
void up_moments_page_focus_search (UpMomentsPage *self);

G_END_DECLS
