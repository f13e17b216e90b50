/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-test-disk.h"

/* Noon of the third of March 2025, a Monday. */
#define DAY_ZERO 1741003200
#define HOURS(n) ((n) * 60 * 60)
#define DAYS(n) (DAY_ZERO + HOURS (24) * (gint64) (n))

/* A journal whose clock a test sets. */
typedef struct
{
  char *folder;
  UpJournal *journal;
  gint64 now;
} TimedJournal;

static inline gint64
test_read_time (gpointer user_data)
{
  return ((TimedJournal *) user_data)->now;
}

static inline void
test_timed_set_up (TimedJournal *self)
{
  self->now = DAY_ZERO;
  self->folder = test_make_folder ();
  self->journal = up_journal_new_full (self->folder, &up_store_system_calls, test_read_time, self);
  g_assert_null (up_journal_get_trouble (self->journal));
}

static inline void
test_timed_tear_down (TimedJournal *self)
{
  g_clear_object (&self->journal);
  test_remove_folder (self->folder);
  g_free (self->folder);
}

/* Time goes by the clock on the wall of a place. */
static inline void
test_go_to (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
}
