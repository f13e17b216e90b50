/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry.h"
#include "up-journal-scan-private.h"
#include "up-phrase.h"

G_BEGIN_DECLS

/* The members of a record that mean something to a list. Attempts name their subject "scenario". */
typedef enum
{
  UP_ENTRY_MEMBER_VERSION,
  UP_ENTRY_MEMBER_KIND,
  UP_ENTRY_MEMBER_ID,
  UP_ENTRY_MEMBER_DATE,
  UP_ENTRY_MEMBER_SUBJECT,
  UP_ENTRY_MEMBER_SCENARIO,
  UP_ENTRY_MEMBER_REVISION,
  UP_ENTRY_MEMBER_TITLE,
  UP_ENTRY_MEMBER_LANGUAGE,
  UP_ENTRY_MEMBER_ENDING,
  UP_ENTRY_MEMBER_ENDING_TITLE,
  UP_ENTRY_MEMBER_SECONDS,
  UP_ENTRY_MEMBER_CONFIDENCE,
  UP_ENTRY_MEMBER_ANSWERS,
  UP_ENTRY_MEMBER_WORDS,
  UP_ENTRY_MEMBER_RUN,
  UP_ENTRY_MEMBER_TEXT,
  UP_ENTRY_MEMBER_CHOSEN,
  UP_ENTRY_MEMBER_WHEN,
  UP_ENTRY_MEMBER_THEN,
  UP_ENTRY_MEMBER_DUE,
  UP_ENTRY_MEMBER_OPEN,
  UP_ENTRY_MEMBER_REVIEWS,
  UP_ENTRY_MEMBER_PHRASE,
  UP_ENTRY_N_MEMBERS
} UpEntryMember;

/* What of a record is read when it is first asked for. */
typedef struct
{
  char *strings[UP_ENTRY_N_MEMBERS];
  char *answers[UP_RUN_N_QUESTIONS];
  guint confidence[UP_CONFIDENCE_N_TIMES];
  GArray *reviews; /* of UpReview, which own their words; NULL where there are none */
} UpEntryRead;

struct _UpEntry
{
  GObject parent_instance;

  GBytes *bytes; /* what the line stands in, perhaps among thousands of others */
  UpSpan line;   /* without its end */
  struct
  {
    guint32 start; /* in the line */
    guint32 length;
  } members[UP_ENTRY_N_MEMBERS];

  UpEntryKind kind;
  char *id;
  char *subject;
  gint64 date;
  guint64 serial; /* which came first of two of the same date; 0: not in a list yet */
  UpEntryRead *read;
  UpPhrase *phrase; /* of one's own; NULL in any other file */
};

/* What a line says of its version. */
typedef enum
{
  UP_ENTRY_LINE_GOOD,
  UP_ENTRY_LINE_OLDER,
  UP_ENTRY_LINE_NEWER,
  UP_ENTRY_LINE_BAD,
} UpEntryLine;

/* Which file a line stands in. */
typedef enum
{
  UP_ENTRY_FILE_ATTEMPTS,
  UP_ENTRY_FILE_OTHERS,
  UP_ENTRY_FILE_PHRASES, /* whose entries have no kind, and a list of their own */
} UpEntryFile;

UpEntry *up_entry_new (GBytes *bytes, UpSpan line, UpEntryFile file, gint64 version,
                       UpEntryLine *what);
UpEntry *up_entry_new_for_json (char *json, UpEntryFile file, gint64 version);
char *up_entry_format_date (gint64 date);
gint64 up_entry_parse_date (const char *iso);
gint64 up_entry_read_date (UpSpan value);

extern const char *const up_entry_kinds[UP_ENTRY_N_KINDS];
extern const char *const up_entry_outcomes[UP_OUTCOME_N];

G_END_DECLS
