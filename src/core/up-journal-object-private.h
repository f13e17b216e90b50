/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal-private.h"

G_BEGIN_DECLS

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
  UpEntryList *entries;
  UpEntryList *phrases; /* of one's own */
  GHashTable *kept_at;  /* a run's id → when it was last kept, for the time spent on it */
  GError *trouble;
  char *notice;

  /* What was done since the journal was opened: it is laid over what is on the disk when that can
   * be reached again. */
  GHashTable *own_runs;
  GHashTable *own_drafts;
  GHashTable *own_contacts;
  GHashTable *own_favourites;
  GHashTable *own_entries;
  GHashTable *own_phrases;
  GHashTable *own_files; /* name → GBytes: what was put aside once, erased and put back */
  gboolean was_kept;     /* what was loaded is this journal's too: nobody else could change it */
};

enum
{
  UP_JOURNAL_TROUBLE_CHANGED,
  UP_JOURNAL_FAVOURITES_CHANGED,
  UP_JOURNAL_RUNS_CHANGED,
  UP_JOURNAL_ERASED,
  UP_JOURNAL_N_SIGNALS
};

extern guint up_journal_signals[UP_JOURNAL_N_SIGNALS];

/* up-journal.c */
void up_journal_write_everything (UpJournal *self);

/* up-journal-entries.c */
void up_journal_replace_entries (UpJournal *self, UpEntryFile file);

/* up-journal-phrases.c */
void up_journal_replace_phrases (UpJournal *self);

/* up-journal-items.c */
void up_journal_replace_favourites (UpJournal *self);
void up_journal_count_time (UpJournal *self, UpRun *run);
gboolean up_journal_is_run_of (JsonNode *saved, UpEntry *attempt);
void up_journal_reopen_run (UpJournal *self, UpEntry *attempt);

/* up-journal-record.c */
void up_journal_append_favourite (GString *lines, const char *phrase);
UpEntry *up_journal_make_attempt (UpRun *run, gint64 date);

/**
 * UpJournalWords:
 * @kind: a moment, plan, note or answers to “Which way?”
 * @reviewed: (nullable): the plan as it was, whose reviews are kept
 * @review: (nullable): one review more
 *
 * What an entry is to say. Every string may be %NULL.
 */
typedef struct
{
  const char *id;
  UpEntryKind kind;
  gint64 date;
  const char *subject;
  const char *title;
  const char *language;
  const char *text;
  const char *chosen;
  const char *when;
  const char *then;
  gint64 due;
  gboolean is_open;
  UpEntry *reviewed;
  const UpReview *review;
} UpJournalWords;

UpEntry *up_journal_make_entry (const UpJournalWords *words);
UpEntry *up_journal_make_phrase (const char *id, gint64 date, UpPhrase *phrase);
void up_journal_drop_drafts (UpJournal *self, const char *id);

G_END_DECLS
