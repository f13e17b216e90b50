/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_PHRASE_PAGE (up_phrase_page_get_type ())
G_DECLARE_FINAL_TYPE (UpPhrasePage, up_phrase_page, UP, PHRASE_PAGE, AdwNavigationPage)

UpPhrasePage *up_phrase_page_new (UpCatalog *catalog, UpJournal *journal, UpPhrase *phrase,
                                  const char *location);
UpPhrase *up_phrase_page_get_phrase (UpPhrasePage *self);
void up_phrase_page_set_phrase (UpPhrasePage *self, UpPhrase *phrase);
char *up_phrase_page_get_words (UpPhrasePage *self);

G_END_DECLS
