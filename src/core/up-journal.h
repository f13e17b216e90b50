/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-entry.h"
#include "up-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the person did, kept in one folder on this machine and nowhere else. Every write happens off
 * the main loop. Signal "trouble-changed"; signal "favourites-changed"; signal "runs-changed";
 * signal "erased". */
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
/* NULL, or a sentence for the bar at the foot of the window: what happened, what is safe, what to do. */
const char *up_journal_get_trouble (UpJournal *self);
/* NULL, or a sentence about what was put aside while opening, and where. */
const char *up_journal_get_notice (UpJournal *self);
void up_journal_retry (UpJournal *self);
gint64 up_journal_get_now (UpJournal *self); /* its clock, in seconds since 1970 */

/* The open run of its scenario. */
void up_journal_keep_run (UpJournal *self, UpRun *run);
JsonNode *up_journal_get_run (UpJournal *self, const char *scenario); /* borrowed, nullable */
void up_journal_drop_run (UpJournal *self, const char *scenario);
/* At an ending: keeps the run as an attempt. Called again for the same run (another ending, answers,
 * confidence) it replaces that attempt. The open run stays until it is dropped, or the attempt is erased. */
void up_journal_finish_run (UpJournal *self, UpRun *run);
guint up_journal_count_attempts (UpJournal *self, const char *scenario);

/* Everything that is remembered: of UpEntry, newest first, borrowed. */
GListModel *up_journal_get_entries (UpJournal *self);
UpEntry *up_journal_find_entry (UpJournal *self, const char *id); /* borrowed, nullable */

/* These give the new entry's id, which belongs to it. */
const char *up_journal_add_plan (UpJournal *self, const char *scenario, const char *when,
                                 const char *then, gint64 due);
void up_journal_edit_plan (UpJournal *self, const char *id, const char *when, const char *then,
                           gint64 due);
/* @due 0: it is done, which closes it. */
void up_journal_review_plan (UpJournal *self, const char *id, UpPlanOutcome outcome,
                             const char *happened, const char *next, gint64 due);
const char *up_journal_add_note (UpJournal *self, const char *subject, const char *title,
                                 const char *text);
void up_journal_edit_note (UpJournal *self, const char *id, const char *text);
/* @chosen: as up_which_way_format_answers() writes them. */
const char *up_journal_add_which_way (UpJournal *self, UpText title, const char *chosen,
                                      const char *words);
/* @words: only where the person asked to keep them. */
const char *up_journal_add_moment (UpJournal *self, const char *moment, const char *title,
                                   const char *language, const char *words);
/* What was kept of it before is gone from the disk. */
void up_journal_edit_moment (UpJournal *self, const char *id, const char *words);
/* How often a moment was practised, and when last. */
guint up_journal_count_moment (UpJournal *self, const char *moment, gint64 *last);

/* Erasing leaves no trace on the disk; restoring undoes it. */
gboolean up_journal_erase_entry (UpJournal *self, const char *id);
void up_journal_restore_entry (UpJournal *self, UpEntry *entry);

void up_journal_set_draft (UpJournal *self, const char *key, const char *text);
const char *up_journal_get_draft (UpJournal *self, const char *key); /* nullable */

void up_journal_set_favourite (UpJournal *self, const char *phrase, gboolean favourite);
gboolean up_journal_is_favourite (UpJournal *self, const char *phrase);
guint up_journal_count_favourites (UpJournal *self);
char **up_journal_list_favourites (UpJournal *self); /* newest first; free with g_strfreev() */

/* Phrases of one's own: of UpEntry, newest first, borrowed; up_entry_get_phrase() gives each. Adding
 * gives the new one's id, which belongs to it; an id that @phrase has itself does not matter. Erasing
 * leaves no trace on the disk. */
GListModel *up_journal_get_phrases (UpJournal *self);
UpEntry *up_journal_find_phrase (UpJournal *self, const char *id); /* borrowed, nullable */
const char *up_journal_add_phrase (UpJournal *self, UpPhrase *phrase);
void up_journal_edit_phrase (UpJournal *self, const char *id, UpPhrase *phrase);
gboolean up_journal_erase_phrase (UpJournal *self, const char *id);
void up_journal_restore_phrase (UpJournal *self, UpEntry *entry);

/* What a person filled in on the support page, by the id of the contact. */
void up_journal_set_contact (UpJournal *self, const char *id, const char *text);
const char *up_journal_get_contact (UpJournal *self, const char *id); /* nullable */

/* Removes everything the person did from the disk, what was put aside included, and waits for it. */
gboolean up_journal_erase (UpJournal *self, GError **error);

/* The same, but what was there is handed over, so that it can be put back as long as that is kept. */
typedef struct _UpJournalRemains UpJournalRemains;
UpJournalRemains *up_journal_take_all (UpJournal *self, GError **error);
void up_journal_put_back (UpJournal *self, UpJournalRemains *remains); /* takes @remains */
void up_journal_remains_free (UpJournalRemains *remains);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpJournalRemains, up_journal_remains_free)

/* Writes what is not yet written and waits for it; FALSE where that failed. */
gboolean up_journal_flush (UpJournal *self, GError **error);

G_END_DECLS
