/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

G_BEGIN_DECLS

/* @shown: of UpPhrase; @phrase: nullable. */
GPtrArray *up_phrase_printouts_new (UpCatalog *catalog, UpJournal *journal, const char *language,
                                    GPtrArray *shown, UpPhrase *phrase); /* of UpPrintout; full */

G_END_DECLS
