/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_MOVE_PAGE (up_move_page_get_type ())
G_DECLARE_FINAL_TYPE (UpMovePage, up_move_page, UP, MOVE_PAGE, AdwNavigationPage)

UpMovePage *up_move_page_new (UpCatalog *catalog, UpJournal *journal, UpMove *move,
                              const char *language);
const char *up_move_page_get_move (UpMovePage *self);
void up_move_page_set_move (UpMovePage *self, UpMove *move, const char *language);

G_END_DECLS
