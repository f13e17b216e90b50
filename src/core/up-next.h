/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-schedule.h"

G_BEGIN_DECLS

/* The most that is suggested, and after how many days a scenario may come again. */
#define UP_NEXT_MOST 3
#define UP_NEXT_AGAIN_DAYS 30

typedef enum
{
  UP_NEXT_GO_ON,    /* a run that was begun; the id is its scenario's */
  UP_NEXT_PLAN,     /* plans came due; the id is the journal entry's of the first */
  UP_NEXT_MOMENT,   /* moments are due; the id is the first one's */
  UP_NEXT_SCENARIO, /* a scenario to take up, for the first time or again */
} UpNextKind;

/**
 * UpNext:
 * @kind: what it is
 * @id: of what, see #UpNextKind
 * @count: how many plans or moments there are; else 1
 * @reason: a sentence: why this
 *
 * Something to take up next.
 */
typedef struct
{
  UpNextKind kind;
  char *id;
  guint count;
  char *reason;
} UpNext;

/* Of UpNext, in the order of the rules; free with g_ptr_array_unref(). @now: seconds since 1970. */
GPtrArray *up_next_list (UpCatalog *catalog, UpJournal *journal, UpSchedule *schedule, gint64 now);
/* The rules in words, a sentence each; free with g_strfreev(). */
char **up_next_list_rules (void);

G_END_DECLS
