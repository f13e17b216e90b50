/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_PHRASE_BROWSER (up_phrase_browser_get_type ())
G_DECLARE_FINAL_TYPE (UpPhraseBrowser, up_phrase_browser, UP, PHRASE_BROWSER, AdwNavigationPage)

void up_phrase_browser_set_content (UpPhraseBrowser *self, UpCatalog *catalog, UpJournal *journal);
void up_phrase_browser_set_language (UpPhraseBrowser *self, const char *language);
void up_phrase_browser_search (UpPhraseBrowser *self);
void up_phrase_browser_search_for (UpPhraseBrowser *self, const char *query);
void up_phrase_browser_clear_filters (UpPhraseBrowser *self);
void up_phrase_browser_set_favourite (UpPhraseBrowser *self, const char *phrase,
                                      gboolean favourite);
GPtrArray *up_phrase_browser_list (UpPhraseBrowser *self); /* of UpPhrase; full */
UpPhrase *up_phrase_browser_get_focused (UpPhraseBrowser *self);

G_END_DECLS
