/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the person did, kept in one folder on this machine and nowhere else. Every write happens off
 * the main loop. Signal "trouble-changed"; signal "favourites-changed"; signal "runs-changed". */
#define UP_TYPE_JOURNAL (up_journal_get_type ())
G_DECLARE_FINAL_TYPE (UpJournal, up_journal, UP, JOURNAL, GObject)

#define UP_JOURNAL_ERROR (up_journal_error_quark ())
typedef enum
{
  UP_JOURNAL_ERROR_LOCKED,  /* another process has it open */
  UP_JOURNAL_ERROR_NEWER,   /* written by a newer version: it is left as it is */
  UP_JOURNAL_ERROR_STORAGE, /* the disk is full, read-only, failing */
} UpJournalError;
GQuark up_journal_error_quark (void);

/* Always gives a journal: one that cannot be kept (locked, newer, unwritable) works in memory and
 * says so through its trouble. */
UpJournal *up_journal_new (const char *folder);
const char *up_journal_get_folder (UpJournal *self);
/* NULL, or a sentence for a banner: what happened, what is safe, what to do. */
const char *up_journal_get_trouble (UpJournal *self);
/* NULL, or a sentence about what was put aside while opening, and where. */
const char *up_journal_get_notice (UpJournal *self);
void up_journal_retry (UpJournal *self);

/* The open run of its scenario. */
void up_journal_keep_run (UpJournal *self, UpRun *run);
JsonNode *up_journal_get_run (UpJournal *self, const char *scenario); /* borrowed, nullable */
void up_journal_drop_run (UpJournal *self, const char *scenario);
/* An ending is reached: one attempt more. The open run stays until it is dropped. */
void up_journal_finish_run (UpJournal *self, UpRun *run);
guint up_journal_count_attempts (UpJournal *self, const char *scenario);

void up_journal_set_draft (UpJournal *self, const char *key, const char *text);
const char *up_journal_get_draft (UpJournal *self, const char *key); /* nullable */

void up_journal_set_favourite (UpJournal *self, const char *phrase, gboolean favourite);
gboolean up_journal_is_favourite (UpJournal *self, const char *phrase);
guint up_journal_count_favourites (UpJournal *self);

/* Removes everything the person did from the disk, what was put aside included, and waits for it. */
gboolean up_journal_erase (UpJournal *self, GError **error);

/* Writes what is not yet written and waits for it; FALSE where that failed. */
gboolean up_journal_flush (UpJournal *self, GError **error);

G_END_DECLS
