/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"
#include "up-row-heights.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PHRASE_ROW (up_phrase_row_get_type ())
G_DECLARE_FINAL_TYPE (UpPhraseRow, up_phrase_row, UP, PHRASE_ROW, GtkWidget)

GtkWidget *up_phrase_row_new (UpRowHeights *heights);
UpPhrase *up_phrase_row_get_phrase (UpPhraseRow *self);
void up_phrase_row_set_phrase (UpPhraseRow *self, UpPhrase *phrase, UpMove *move,
                               UpPhrase *counterpart);
void up_phrase_row_set_query (UpPhraseRow *self, const char *query);
void up_phrase_row_set_favourite (UpPhraseRow *self, gboolean favourite);
char *up_phrase_row_describe (UpPhraseRow *self);

G_END_DECLS
