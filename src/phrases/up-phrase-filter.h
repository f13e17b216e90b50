/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

G_BEGIN_DECLS

/* A list model of the UpPhrase that pass. */
#define UP_TYPE_PHRASE_FILTER (up_phrase_filter_get_type ())
G_DECLARE_FINAL_TYPE (UpPhraseFilter, up_phrase_filter, UP, PHRASE_FILTER, GObject)

#define UP_PHRASE_FILTER_ANY_LEAN -1

UpPhraseFilter *up_phrase_filter_new (UpCatalog *catalog, UpJournal *journal);
void up_phrase_filter_set_phrases (UpPhraseFilter *self, GListModel *phrases);
void up_phrase_filter_set_query (UpPhraseFilter *self, const char *query);
void up_phrase_filter_set_lean (UpPhraseFilter *self, int lean);
void up_phrase_filter_set_move (UpPhraseFilter *self, const char *move);
void up_phrase_filter_set_favourites (UpPhraseFilter *self, gboolean favourites);
gboolean up_phrase_filter_get_favourites (UpPhraseFilter *self);
void up_phrase_filter_set_own (UpPhraseFilter *self, gboolean own);
gboolean up_phrase_filter_get_own (UpPhraseFilter *self);
gboolean up_phrase_filter_is_active (UpPhraseFilter *self);

char *up_phrase_to_display (UpPhrase *phrase);

G_END_DECLS
