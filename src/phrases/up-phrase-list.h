/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PHRASE_LIST (up_phrase_list_get_type ())
G_DECLARE_FINAL_TYPE (UpPhraseList, up_phrase_list, UP, PHRASE_LIST, GtkWidget)

GtkWidget *up_phrase_list_new (GListModel *phrases, UpCatalog *catalog, UpJournal *journal);
void up_phrase_list_set_query (UpPhraseList *self, const char *query);
UpPhrase *up_phrase_list_get_focused (UpPhraseList *self);
void up_phrase_list_focus (UpPhraseList *self, guint position);

G_END_DECLS
