/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-due-watch.h"

#include "up-dates.h"
#include "up-day.h"

#include <glib/gi18n-lib.h>

/**
 * UpDueWatch:
 *
 * Follows what the journal, the setting and the calendar say of what is due, and tells when that may
 * have changed: once, however much changes together. Nothing is worked out before somebody asks.
 */
struct _UpDueWatch
{
  GObject parent_instance;

  UpCatalog *catalog;
  UpJournal *journal;
  UpSchedule *schedule;
  guint today;
  guint change_id;
  guint clock_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpDueWatch, up_due_watch, G_TYPE_OBJECT)

/* In seconds: how late a new day may be noticed, in which the machine may also have slept. */
#define CLOCK_INTERVAL 300

/* Under this name a journal knows the watch over it. */
#define WATCH "up-due-watch"

static gboolean
tell (gpointer data)
{
  UpDueWatch *self = data;

  self->change_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
on_changed (UpDueWatch *self)
{
  if (self->change_id == 0)
    self->change_id = g_idle_add (tell, self);
}

static gboolean
on_clock (gpointer data)
{
  UpDueWatch *self = data;
  guint today = up_day_from_time (up_journal_get_now (self->journal));

  if (today != self->today)
    on_changed (self);
  self->today = today;

  return G_SOURCE_CONTINUE;
}

static void
up_due_watch_dispose (GObject *object)
{
  UpDueWatch *self = UP_DUE_WATCH (object);

  g_clear_handle_id (&self->change_id, g_source_remove);
  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_object (&self->schedule);
  g_clear_object (&self->catalog);
  if (self->journal != NULL)
    g_object_set_data (G_OBJECT (self->journal), WATCH, NULL);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_due_watch_parent_class)->dispose (object);
}

static void
up_due_watch_class_init (UpDueWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_due_watch_dispose;

  /**
   * UpDueWatch::changed:
   * @self: the watch
   *
   * What is due, or what to take up next, may be something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
up_due_watch_init (UpDueWatch *self)
{
}

/**
 * up_due_watch_get:
 * @catalog: the content
 * @journal: what was done
 * @settings: where the intervals are chosen
 *
 * Gives the watch over @journal, which is made when the first asks and shared by all, because looking
 * what is due reads the moments.
 *
 * Returns: (transfer full): a watch
 */
UpDueWatch *
up_due_watch_get (UpCatalog *catalog, UpJournal *journal, GSettings *settings)
{
  UpDueWatch *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_get_data (G_OBJECT (journal), WATCH);
  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (UP_TYPE_DUE_WATCH, NULL);
  g_object_set_data (G_OBJECT (journal), WATCH, self);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->schedule = up_schedule_new (UP_INTERVALS_EVEN);
  self->today = up_day_from_time (up_journal_get_now (journal));
  self->clock_id = g_timeout_add_seconds (CLOCK_INTERVAL, on_clock, self);

  g_settings_bind (settings, "intervals", self->schedule, "intervals", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->schedule, "notify::intervals", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (up_journal_get_entries (journal), "items-changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "runs-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_due_watch_get_intervals:
 * @self: a watch
 *
 * Returns: the intervals that moments come back at
 */
UpIntervals
up_due_watch_get_intervals (UpDueWatch *self)
{
  g_return_val_if_fail (UP_IS_DUE_WATCH (self), UP_INTERVALS_EVEN);

  return up_schedule_get_intervals (self->schedule);
}

/**
 * up_due_watch_count:
 * @self: a watch
 *
 * Returns: how many moments are due today
 */
guint
up_due_watch_count (UpDueWatch *self)
{
  g_return_val_if_fail (UP_IS_DUE_WATCH (self), 0);

  return up_schedule_count_due (self->schedule, up_catalog_get_moments (self->catalog),
                                self->journal, up_journal_get_now (self->journal));
}

/**
 * up_due_watch_list_due:
 * @self: a watch
 *
 * Returns: (transfer full) (element-type UpDue): the moments that are due today
 */
GPtrArray *
up_due_watch_list_due (UpDueWatch *self)
{
  g_return_val_if_fail (UP_IS_DUE_WATCH (self), NULL);

  return up_schedule_get_due (self->schedule, up_catalog_get_moments (self->catalog), self->journal,
                              up_journal_get_now (self->journal));
}

/**
 * up_due_watch_list_next:
 * @self: a watch
 *
 * Returns: (transfer full) (element-type UpNext): what to take up next
 */
GPtrArray *
up_due_watch_list_next (UpDueWatch *self)
{
  g_return_val_if_fail (UP_IS_DUE_WATCH (self), NULL);

  return up_next_list (self->catalog, self->journal, self->schedule,
                       up_journal_get_now (self->journal));
}

/**
 * up_due_watch_describe_next:
 * @self: a watch
 *
 * Says when the next moments come, if none is practised until then.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where none come by themselves, or some are
 *   there today
 */
char *
up_due_watch_describe_next (UpDueWatch *self)
{
  g_autoptr (GDateTime) next = NULL;
  g_autofree char *day = NULL;
  gint64 now;
  gint64 date;

  g_return_val_if_fail (UP_IS_DUE_WATCH (self), NULL);

  now = up_journal_get_now (self->journal);
  next = up_schedule_next_date (self->schedule, up_catalog_get_moments (self->catalog),
                                self->journal, now);
  if (next == NULL)
    return NULL;

  date = g_date_time_to_unix (next);
  if (date < up_date_get_midnight (now, 1))
    return NULL;
  if (date < up_date_get_midnight (now, 2))
    return g_strdup (_ ("The next ones come tomorrow."));

  day = up_date_format_day (date, now);

  /* Translators: %s is a day, such as “Monday, 23 November” */
  return g_strdup_printf (_ ("The next ones come on %s."), day);
}
