/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-intervals.h"
#include "up-journal.h"
#include "up-moment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many moments not yet met come in a day. */
#define UP_SCHEDULE_NEW_A_DAY 3

/**
 * UpDue:
 * @moment: what to practise
 * @is_new: whether it has not been practised yet
 * @n_days: on how many days it was practised
 * @days_ago: how many days ago it was practised last; 0 where it is new, or where that is not known
 * @reason: a sentence: why it comes today
 *
 * A moment that is due.
 */
typedef struct
{
  UpMoment *moment;
  gboolean is_new;
  guint n_days;
  guint days_ago;
  char *reason;
} UpDue;

/* When moments come back. Property "intervals": a preset's id, to be bound to the setting. */
#define UP_TYPE_SCHEDULE (up_schedule_get_type ())
G_DECLARE_FINAL_TYPE (UpSchedule, up_schedule, UP, SCHEDULE, GObject)

UpSchedule *up_schedule_new (UpIntervals intervals);
UpIntervals up_schedule_get_intervals (UpSchedule *self);
void up_schedule_set_intervals (UpSchedule *self, UpIntervals intervals);

/* Of UpDue: what comes back, the longest overdue first, then what is new. Free with
 * g_ptr_array_unref(). @moments: of UpMoment. @now: seconds since 1970. */
GPtrArray *up_schedule_get_due (UpSchedule *self, GListModel *moments, UpJournal *journal,
                                gint64 now);
guint up_schedule_count_due (UpSchedule *self, GListModel *moments, UpJournal *journal, gint64 now);
/* A time on the day when there will be something due: today, if there is; NULL: never. Full. */
GDateTime *up_schedule_next_date (UpSchedule *self, GListModel *moments, UpJournal *journal,
                                  gint64 now);

G_END_DECLS
