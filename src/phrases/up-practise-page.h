/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_PRACTISE_PAGE (up_practise_page_get_type ())
G_DECLARE_FINAL_TYPE (UpPractisePage, up_practise_page, UP, PRACTISE_PAGE, AdwNavigationPage)

UpPractisePage *up_practise_page_new (UpCatalog *catalog, UpJournal *journal, GPtrArray *phrases,
                                      const char *location);

G_END_DECLS
