/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schedule.h"

#include "up-day.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_INTERVALS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _UpSchedule
{
  GObject parent_instance;

  UpIntervals intervals;
};

G_DEFINE_FINAL_TYPE (UpSchedule, up_schedule, G_TYPE_OBJECT)

static void
up_schedule_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  UpSchedule *self = UP_SCHEDULE (object);

  switch (prop_id)
    {
    case PROP_INTERVALS:
      g_value_set_string (value, up_intervals_get_id (self->intervals));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_schedule_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  UpSchedule *self = UP_SCHEDULE (object);
  int intervals;

  switch (prop_id)
    {
    case PROP_INTERVALS:
      intervals = up_intervals_parse (g_value_get_string (value));
      up_schedule_set_intervals (self,
                                 intervals >= 0 ? (UpIntervals) intervals : UP_INTERVALS_EVEN);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_schedule_class_init (UpScheduleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = up_schedule_get_property;
  object_class->set_property = up_schedule_set_property;

  /**
   * UpSchedule:intervals:
   *
   * The id of the preset that moments come back by. One that is not known stands for `even`.
   */
  properties[PROP_INTERVALS] =
    g_param_spec_string ("intervals", NULL, NULL, "even",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
up_schedule_init (UpSchedule *self)
{
  self->intervals = UP_INTERVALS_EVEN;
}

/**
 * up_schedule_new:
 * @intervals: a preset
 *
 * Returns: (transfer full): a schedule
 */
UpSchedule *
up_schedule_new (UpIntervals intervals)
{
  UpSchedule *self = g_object_new (UP_TYPE_SCHEDULE, NULL);

  up_schedule_set_intervals (self, intervals);

  return self;
}

/**
 * up_schedule_get_intervals:
 * @self: a schedule
 *
 * Returns: the preset that moments come back by
 */
UpIntervals
up_schedule_get_intervals (UpSchedule *self)
{
  g_return_val_if_fail (UP_IS_SCHEDULE (self), UP_INTERVALS_EVEN);

  return self->intervals;
}

/**
 * up_schedule_set_intervals:
 * @self: a schedule
 * @intervals: a preset
 *
 * Sets the preset that moments come back by.
 */
void
up_schedule_set_intervals (UpSchedule *self, UpIntervals intervals)
{
  g_return_if_fail (UP_IS_SCHEDULE (self));
  g_return_if_fail (intervals < UP_N_INTERVALS);

  if (self->intervals == intervals)
    return;

  self->intervals = intervals;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERVALS]);
}

/* Before all others: when something was done is not known, or lies in the future because a clock
 * was wrong. It then comes back at once, and from there on at its gaps. */
#define UNKNOWN_DAY 1

/* What the journal knows of a moment. A moment practised twice on a day counts once. */
typedef struct
{
  UpMoment *moment;
  guint place; /* in the list of moments */
  GArray *days;
  guint due;
} Practice;

typedef struct
{
  guint today;
  guint n_practices;
  Practice *practices;
} Book;

static void
book_clear (Book *self)
{
  for (guint i = 0; i < self->n_practices; i++)
    {
      g_clear_object (&self->practices[i].moment);
      g_clear_pointer (&self->practices[i].days, g_array_unref);
    }
  g_clear_pointer (&self->practices, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Its days in order, each once, and the day it is due. */
static void
practice_finish (Practice *self, UpIntervals intervals)
{
  guint n = 0;

  g_array_sort (self->days, compare_days);
  for (guint i = 0; i < self->days->len; i++)
    if (n == 0 || g_array_index (self->days, guint, n - 1) != g_array_index (self->days, guint, i))
      g_array_index (self->days, guint, n++) = g_array_index (self->days, guint, i);
  g_array_set_size (self->days, n);

  self->due = g_array_index (self->days, guint, n - 1) + up_intervals_get_gap (intervals, n);
}

static void
book_read (Book *self, UpSchedule *schedule, GListModel *moments, UpJournal *journal, gint64 now)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GListModel *entries = up_journal_get_entries (journal);
  guint n_entries = g_list_model_get_n_items (entries);

  self->today = up_day_in_zone (zone, now);
  self->n_practices = g_list_model_get_n_items (moments);
  self->practices = g_new0 (Practice, self->n_practices);
  for (guint i = 0; i < self->n_practices; i++)
    {
      Practice *practice = &self->practices[i];

      practice->moment = g_list_model_get_item (moments, i);
      practice->place = i;
      g_hash_table_insert (by_id, (gpointer) up_moment_get_id (practice->moment), practice);
    }

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);
      Practice *practice;
      guint day;

      if (up_entry_get_kind (entry) != UP_ENTRY_MOMENT || up_entry_get_subject (entry) == NULL)
        continue;

      practice = g_hash_table_lookup (by_id, up_entry_get_subject (entry));
      if (practice == NULL)
        continue;

      day = up_day_in_zone (zone, up_entry_get_date (entry));
      if (up_entry_get_date (entry) <= 0 || day > self->today)
        day = UNKNOWN_DAY;
      if (practice->days == NULL)
        practice->days = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (practice->days, day);
    }

  for (guint i = 0; i < self->n_practices; i++)
    if (self->practices[i].days != NULL)
      practice_finish (&self->practices[i], schedule->intervals);
}

static void
due_free (gpointer data)
{
  UpDue *due = data;

  g_object_unref (due->moment);
  g_free (due->reason);
  g_free (due);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const Practice *first = *(const Practice *const *) a;
  const Practice *second = *(const Practice *const *) b;

  if (first->due != second->due)
    return first->due < second->due ? -1 : 1;

  return first->place < second->place ? -1 : 1;
}

static void
add_returning (Book *book, UpIntervals intervals, GPtrArray *due)
{
  g_autoptr (GPtrArray) returning = g_ptr_array_new ();

  for (guint i = 0; i < book->n_practices; i++)
    if (book->practices[i].days != NULL && book->practices[i].due <= book->today)
      g_ptr_array_add (returning, &book->practices[i]);
  g_ptr_array_sort (returning, compare_due);

  for (guint i = 0; i < returning->len; i++)
    {
      const Practice *practice = g_ptr_array_index (returning, i);
      guint n = practice->days->len;
      guint gap = up_intervals_get_gap (intervals, n);
      guint last = g_array_index (practice->days, guint, n - 1);
      UpDue *item = g_new0 (UpDue, 1);

      item->moment = g_object_ref (practice->moment);
      item->n_days = n;
      if (last != UNKNOWN_DAY)
        item->days_ago = book->today - last;
      item->reason = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "It comes back %u day after it was last practised.",
                     "It comes back %u days after it was last practised.", gap),
        gap);
      g_ptr_array_add (due, item);
    }
}

/* The next moment not yet met, of the role that was met least so far, so that none waits for the
 * end of another. */
static Practice *
choose_new (Book *book, const guint *met, const gboolean *chosen)
{
  Practice *best = NULL;

  for (guint i = 0; i < book->n_practices; i++)
    {
      Practice *practice = &book->practices[i];
      UpRole role = up_moment_get_role (practice->moment);

      if (practice->days != NULL || chosen[i])
        continue;
      if (best == NULL || met[role] < met[up_moment_get_role (best->moment)])
        best = practice;
    }

  return best;
}

static void
add_new (Book *book, GPtrArray *due)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, book->n_practices);
  guint met[UP_ROLE_LEADER + 1] = { 0 };
  guint left = UP_SCHEDULE_NEW_A_DAY;
  Practice *practice;

  for (guint i = 0; i < book->n_practices; i++)
    if (book->practices[i].days != NULL)
      {
        met[up_moment_get_role (book->practices[i].moment)]++;
        if (left > 0 && g_array_index (book->practices[i].days, guint, 0) == book->today)
          left--;
      }

  for (; left > 0 && (practice = choose_new (book, met, chosen)) != NULL; left--)
    {
      UpDue *item = g_new0 (UpDue, 1);

      chosen[practice->place] = TRUE;
      met[up_moment_get_role (practice->moment)]++;
      item->moment = g_object_ref (practice->moment);
      item->is_new = TRUE;
      item->reason = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "It is new: up to %u moment that was not practised yet comes each day.",
                     "It is new: up to %u moments that were not practised yet come each day.",
                     UP_SCHEDULE_NEW_A_DAY),
        UP_SCHEDULE_NEW_A_DAY);
      g_ptr_array_add (due, item);
    }
}

static GPtrArray *
list_due (UpSchedule *self, Book *book)
{
  GPtrArray *due = g_ptr_array_new_with_free_func (due_free);

  add_returning (book, self->intervals, due);
  add_new (book, due);

  return due;
}

/**
 * up_schedule_get_due:
 * @self: a schedule
 * @moments: a list of #UpMoment, in the order in which new ones are to come
 * @journal: what was practised, and when
 * @now: the time, in seconds since 1970
 *
 * Says what to practise today, by local calendar days: the moments whose gap is over, the longest
 * overdue first; then moments that were not practised yet, up to %UP_SCHEDULE_NEW_A_DAY less those
 * met today for the first time, each of the role met least. Nothing where moments do not come by
 * themselves. The work grows with the number of the journal's entries; nothing is kept.
 *
 * Returns: (transfer full) (element-type UpDue): what is due
 */
GPtrArray *
up_schedule_get_due (UpSchedule *self, GListModel *moments, UpJournal *journal, gint64 now)
{
  g_auto (Book) book = { 0 };

  g_return_val_if_fail (UP_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (moments), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  if (self->intervals == UP_INTERVALS_OFF)
    return g_ptr_array_new_with_free_func (due_free);

  book_read (&book, self, moments, journal, now);

  return list_due (self, &book);
}

/**
 * up_schedule_count_due:
 * @self: a schedule
 * @moments: a list of #UpMoment
 * @journal: what was practised, and when
 * @now: the time, in seconds since 1970
 *
 * Returns: how many moments up_schedule_get_due() has
 */
guint
up_schedule_count_due (UpSchedule *self, GListModel *moments, UpJournal *journal, gint64 now)
{
  g_autoptr (GPtrArray) due = up_schedule_get_due (self, moments, journal, now);

  return due != NULL ? due->len : 0;
}

/**
 * up_schedule_next_date:
 * @self: a schedule
 * @moments: a list of #UpMoment
 * @journal: what was practised, and when
 * @now: the time, in seconds since 1970
 *
 * Says when there will be something to practise if nothing is practised until then.
 *
 * Returns: (transfer full) (nullable): noon of that day, local time: of today where something is
 *   due; %NULL where nothing comes by itself
 */
GDateTime *
up_schedule_next_date (UpSchedule *self, GListModel *moments, UpJournal *journal, gint64 now)
{
  g_auto (Book) book = { 0 };
  g_autoptr (GPtrArray) due = NULL;
  guint next = G_MAXUINT;

  g_return_val_if_fail (UP_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (moments), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  if (self->intervals == UP_INTERVALS_OFF || g_list_model_get_n_items (moments) == 0)
    return NULL;

  book_read (&book, self, moments, journal, now);
  due = list_due (self, &book);
  if (due->len > 0)
    return up_day_to_time (book.today);

  /* One that is new and does not come today any more comes tomorrow. */
  for (guint i = 0; i < book.n_practices; i++)
    next = MIN (next, book.practices[i].days != NULL ? book.practices[i].due : book.today + 1);

  return up_day_to_time (next);
}
