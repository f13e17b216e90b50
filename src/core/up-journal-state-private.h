/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal-private.h"

G_BEGIN_DECLS

/* What is still to be done to a file of lines: first replaced, then added to. */
typedef struct
{
  GBytes *replacement;
  GString *added;
} UpJournalPending;

/* What is to be written. The newest state of each thing wins, so that however much is asked for
 * while the disk is busy is one write. */
typedef struct
{
  GHashTable *runs;     /* scenario → GBytes; in what was asked for, NULL for one that is dropped */
  GHashTable *drafts;   /* key → GBytes */
  GHashTable *contacts; /* id → GBytes */
  GHashTable *files;    /* name → GBytes, to be written as they are */
  gboolean current;     /* current.json is to be written */
  gboolean drops;       /* a run is dropped that may be an attempt not written yet */
  gboolean erase;
  gboolean spare; /* nothing is to be erased after all */
  UpJournalPending lines[UP_JOURNAL_N_LINES];
} UpJournalState;

void up_journal_state_init (UpJournalState *self);
void up_journal_state_clear (UpJournalState *self);
void up_journal_state_empty (UpJournalState *self);
void up_journal_state_merge (UpJournalState *self, UpJournalState *wanted);
GBytes *up_journal_state_to_json (UpJournalState *self);
GError *up_journal_state_write (UpJournalState *self, UpStore *store, GBytes **written);
char *up_journal_quote (const char *string);

G_END_DECLS
