/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal-private.h"

G_BEGIN_DECLS

/* An attempt that was finished since this journal was opened. */
typedef struct
{
  char *id;
  char *scenario;
  char *line;
} UpJournalAttempt;

struct _UpJournal
{
  GObject parent_instance;

  char *folder;
  const UpStoreCalls *calls;
  UpJournalClock clock;
  gpointer clock_data;

  UpStore *store;          /* NULL while the journal works in memory */
  UpJournalWriter *writer; /* NULL while the journal works in memory */
  GSource *source;         /* that the writer sets off */
  UpJournalContent content;
  GError *trouble;
  char *notice;

  /* What was done since the journal was opened: it is laid over what is on the disk when that can
   * be reached again. */
  GHashTable *own_runs;
  GHashTable *own_drafts;
  GHashTable *own_favourites;
  GPtrArray *own_attempts;
  gboolean was_kept; /* what was loaded is this journal's too: nobody else could change it */
};

enum
{
  UP_JOURNAL_TROUBLE_CHANGED,
  UP_JOURNAL_FAVOURITES_CHANGED,
  UP_JOURNAL_RUNS_CHANGED,
  UP_JOURNAL_N_SIGNALS
};

extern guint up_journal_signals[UP_JOURNAL_N_SIGNALS];

/* up-journal-items.c */
void up_journal_replace_favourites (UpJournal *self);

/* up-journal-record.c */
void up_journal_append_favourite (GString *lines, const char *phrase);
UpJournalAttempt *up_journal_make_attempt (UpRun *run, gint64 now);
void up_journal_attempt_free (UpJournalAttempt *attempt);

G_END_DECLS
