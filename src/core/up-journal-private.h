/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry-list-private.h"
#include "up-journal-store.h"
#include "up-journal.h"

G_BEGIN_DECLS

#define UP_JOURNAL_VERSION 1

#define UP_JOURNAL_CURRENT "current.json"
#define UP_JOURNAL_ATTEMPTS "attempts.jsonl"
#define UP_JOURNAL_FAVOURITES "favourites.jsonl"
/* Moments, plans and notes: all short, each a line, a later line of the same id in place of an earlier
 * one. One file is one more to be synced and read, where three would be three. */
#define UP_JOURNAL_ENTRIES "entries.jsonl"
/* Phrases of one's own, in the same way. They are not part of what is told day by day. */
#define UP_JOURNAL_PHRASES "phrases.jsonl"

/* The most bytes that are read of a file, and written to current.json: many times what a person who
 * practises daily fills in ten years, and little enough to be read. */
#define UP_JOURNAL_MAX_CURRENT (64u << 20)
#define UP_JOURNAL_MAX_LINES (256u << 20)

/* The time, in seconds since 1970. */
typedef gint64 (*UpJournalClock) (gpointer user_data);

UpJournal *up_journal_new_full (const char *folder, const UpStoreCalls *calls, UpJournalClock clock,
                                gpointer user_data);

/* up-journal-migrate.c */

typedef enum
{
  UP_JOURNAL_AGE_CURRENT,
  UP_JOURNAL_AGE_OLDER, /* and brought to the current version */
  UP_JOURNAL_AGE_NEWER,
  UP_JOURNAL_AGE_UNKNOWN,
} UpJournalAge;

UpJournalAge up_journal_migrate (JsonObject *record, gint64 *version);

/* up-journal-file.c: what a file holds, with nothing of it changed yet. */

typedef enum
{
  UP_JOURNAL_FILE_GOOD,    /* it can stay as it is */
  UP_JOURNAL_FILE_LONG,    /* much of it is superseded: `text` is the rest */
  UP_JOURNAL_FILE_TORN,    /* it ends in the middle of a line: `text` is what it should be */
  UP_JOURNAL_FILE_OLDER,   /* `text` is what it should be, and the old one is to be kept */
  UP_JOURNAL_FILE_BAD,     /* some lines are bad: `bad` is to be kept, `text` is the rest */
  UP_JOURNAL_FILE_DAMAGED, /* nothing of it can be read */
  UP_JOURNAL_FILE_NEWER,
} UpJournalFileState;

typedef struct
{
  UpJournalFileState state;
  gint64 version;     /* the oldest in it */
  JsonObject *record; /* of a file that is one */
  GPtrArray *entries; /* of UpEntry, of a file of them, a later one in place of one of its id */
  GPtrArray *phrases; /* of a file of favourites, the oldest first */
  GHashTable *places; /* id → place in entries, counted from 1 */
  GString *text;
  gboolean has_text; /* else it is the file as it stands */
  GString *bad;
  guint n_lines; /* that are good */
} UpJournalFile;

/* Whether a record has the shape that its file holds. */
typedef gboolean (*UpJournalShape) (JsonObject *record);

/* Keeps what a line of the current version says; FALSE where it is not of the shape. */
typedef gboolean (*UpJournalTakeLine) (UpJournalFile *self, GBytes *bytes, UpSpan line,
                                       UpEntryLine *what);

UpJournalFile *up_journal_file_new (void);
void up_journal_file_free (UpJournalFile *self);
void up_journal_file_read_whole (UpJournalFile *self, GBytes *bytes, UpJournalShape shape);
void up_journal_file_read_lines (UpJournalFile *self, GBytes *bytes, UpJournalTakeLine take);
gboolean up_journal_file_take_attempt (UpJournalFile *self, GBytes *bytes, UpSpan line,
                                       UpEntryLine *what);
gboolean up_journal_file_take_entry (UpJournalFile *self, GBytes *bytes, UpSpan line,
                                     UpEntryLine *what);
gboolean up_journal_file_take_phrase (UpJournalFile *self, GBytes *bytes, UpSpan line,
                                      UpEntryLine *what);
gboolean up_journal_file_take_favourite (UpJournalFile *self, GBytes *bytes, UpSpan line,
                                         UpEntryLine *what);
void up_journal_file_shorten (UpJournalFile *self, gdouble most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpJournalFile, up_journal_file_free)

/* up-journal-open.c */

/**
 * UpJournalContent:
 * @runs: scenario → JsonNode, what up_run_save() gave
 * @drafts: key → text
 * @contacts: id → text
 * @favourites: phrase → which came first, from 1
 * @last_favourite: the highest of these
 *
 * What a journal holds beside its entries, as the main thread sees it.
 */
typedef struct
{
  GHashTable *runs;
  GHashTable *drafts;
  GHashTable *contacts;
  GHashTable *favourites;
  guint last_favourite;
} UpJournalContent;

void up_journal_content_init (UpJournalContent *self);
void up_journal_content_clear (UpJournalContent *self);

/**
 * UpJournalOpening:
 * @store: (nullable): the folder if one may write to it
 * @content: what could be read
 * @entries: (element-type UpEntry): the entries, no two of one id in either file
 * @phrases: (element-type UpEntry): phrases of one's own, in the same way
 * @trouble: (nullable): why one may not, of the domain %UP_JOURNAL_ERROR
 * @notice: (nullable): a sentence about what was put aside
 */
typedef struct
{
  UpStore *store;
  UpJournalContent content;
  GPtrArray *entries;
  GPtrArray *phrases;
  GError *trouble;
  char *notice;
} UpJournalOpening;

void up_journal_open (UpJournalOpening *opening, const char *folder, const UpStoreCalls *calls,
                      gint64 now);
void up_journal_opening_clear (UpJournalOpening *opening);
gboolean up_journal_is_remains (const char *name);

/* up-journal-trouble.c */

GError *up_journal_trouble_new (UpJournalError code);
GError *up_journal_trouble_new_from (const GError *error, const char *folder);

/* up-journal-writer.c: the one thread that writes. */

typedef struct _UpJournalWriter UpJournalWriter;

typedef enum
{
  UP_JOURNAL_LINES_ATTEMPTS,
  UP_JOURNAL_LINES_FAVOURITES,
  UP_JOURNAL_LINES_ENTRIES,
  UP_JOURNAL_LINES_PHRASES,
  UP_JOURNAL_N_LINES
} UpJournalLines;

/* Called in the writer's thread when it begins or ceases to fail. */
typedef void (*UpJournalWriterNotify) (gpointer user_data);

UpJournalWriter *up_journal_writer_new (UpStore *store, UpJournalWriterNotify notify,
                                        gpointer user_data);
void up_journal_writer_free (UpJournalWriter *self);
void up_journal_writer_load (UpJournalWriter *self, UpJournalContent *content);
void up_journal_writer_set_run (UpJournalWriter *self, const char *scenario, JsonNode *run);
void up_journal_writer_set_draft (UpJournalWriter *self, const char *key, const char *text);
void up_journal_writer_set_contact (UpJournalWriter *self, const char *id, const char *text);
void up_journal_writer_put_file (UpJournalWriter *self, const char *name, GBytes *bytes);
void up_journal_writer_add_lines (UpJournalWriter *self, UpJournalLines file, const char *lines);
void up_journal_writer_replace_lines (UpJournalWriter *self, UpJournalLines file, char *lines);
void up_journal_writer_rewrite (UpJournalWriter *self);
void up_journal_writer_erase (UpJournalWriter *self);
void up_journal_writer_spare (UpJournalWriter *self);
gboolean up_journal_writer_is_busy (UpJournalWriter *self);
gboolean up_journal_writer_get_result (UpJournalWriter *self, GError **error);
gboolean up_journal_writer_flush (UpJournalWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpJournalWriter, up_journal_writer_free)

G_END_DECLS
