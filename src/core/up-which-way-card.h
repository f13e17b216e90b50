/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-document.h"
#include "up-which-way.h"

G_BEGIN_DECLS

/* Phrases for each way: of the moves that serve it and that the person can make where they stand, those
 * first that put to use what speaks for the way. A phrase is not given for two ways where there are
 * enough. */
#define UP_WHICH_WAY_PHRASES 3 /* at most, for each */

/* An array for each advice, of UpPhrase; full. In an emergency, and where a way is ruled out, empty. */
GPtrArray *up_which_way_pick_phrases (UpCatalog *catalog, UpWeighing *weighing);

/* "Which way?" on one sheet of paper: what was answered and what it says, or all questions and ways where
 * nothing is answered, to be filled in by hand. Full. */
UpDocument *up_which_way_compose_document (UpCatalog *catalog, UpWayAnswers answers);

G_END_DECLS
