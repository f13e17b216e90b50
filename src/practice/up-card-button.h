/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_CARD_BUTTON (up_card_button_get_type ())
G_DECLARE_FINAL_TYPE (UpCardButton, up_card_button, UP, CARD_BUTTON, GtkButton)

GtkWidget *up_card_button_new (UpCatalog *catalog, UpJournal *journal, UpCard *card);
void up_card_button_highlight (UpCardButton *self, const char *query);
void up_card_button_refresh (UpCardButton *self);

G_END_DECLS
