/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

G_BEGIN_DECLS

/* What a person would say themselves at the pivotal decision of a run. */
const char *up_words_get (UpJournal *journal, UpRun *run); /* nullable */
void up_words_type (UpJournal *journal, UpRun *run, const char *words);
void up_words_keep (UpJournal *journal, UpRun *run, gboolean kept);
void up_words_drop (UpJournal *journal, UpRun *run);

G_END_DECLS
