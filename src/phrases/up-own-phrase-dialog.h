/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "saved": the id of the phrase. */
#define UP_TYPE_OWN_PHRASE_DIALOG (up_own_phrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpOwnPhraseDialog, up_own_phrase_dialog, UP, OWN_PHRASE_DIALOG, AdwDialog)

UpOwnPhraseDialog *up_own_phrase_dialog_new (UpCatalog *catalog, UpJournal *journal,
                                             const char *language);
UpOwnPhraseDialog *up_own_phrase_dialog_new_for_phrase (UpCatalog *catalog, UpJournal *journal,
                                                        UpPhrase *phrase);

G_END_DECLS
