/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-content-reader.h"
#include "up-day.h"
#include "up-schedule.h"
#include "up-test-time.h"

#include <locale.h>

typedef struct
{
  TimedJournal time;
  GListStore *moments;
  UpSchedule *schedule;
} Fixture;

/* Moments whose ids begin with their role's letter, in that order. */
static GListStore *
create_moments (const char *ids)
{
  static const char *const roles[] = { "ally", "target", "called", "leader" };
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  g_autoptr (GString) text = g_string_new ("{\"format\": \"upstander-moments/1\", \"moments\": [");
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) moments = NULL;
  g_autoptr (GError) error = NULL;
  GListStore *store = g_list_store_new (UP_TYPE_MOMENT);

  for (guint i = 0; list[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
      if (roles[j][0] == list[i][0])
        g_string_append_printf (text,
                                "%s{\"id\": \"%s\", \"role\": \"%s\", \"situation\": \"S\","
                                "\"prompt\": \"P\", \"moves\": [\"m\"], \"listenFor\": "
                                "[\"1\", \"2\", \"3\"], \"reply\": \"R\", \"goOn\": \"G\"}",
                                i > 0 ? ", " : "", list[i], roles[j]);
  g_string_append (text, "]}");

  bytes = g_bytes_new (text->str, text->len);
  moments = up_content_reader_read_moments (reader, bytes, "m", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < moments->len; i++)
    g_list_store_append (store, g_ptr_array_index (moments, i));

  return store;
}

static void
set_up (Fixture *self, gconstpointer ids)
{
  test_go_to ("UTC");
  test_timed_set_up (&self->time);
  self->moments = create_moments (ids);
  self->schedule = up_schedule_new (UP_INTERVALS_EVEN);
}

static void
tear_down (Fixture *self, gconstpointer ids)
{
  g_clear_object (&self->schedule);
  g_clear_object (&self->moments);
  test_timed_tear_down (&self->time);
}

static void
practise (Fixture *self, const char *id, gint64 when)
{
  gint64 now = self->time.now;

  self->time.now = when;
  up_journal_add_moment (self->time.journal, id, "A title", "en", NULL);
  self->time.now = now;
}

/* What is due, new ones with a plus sign. */
static char *
list_due (Fixture *self, gint64 now)
{
  g_autoptr (GPtrArray) due =
    up_schedule_get_due (self->schedule, G_LIST_MODEL (self->moments), self->time.journal, now);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    {
      UpDue *item = g_ptr_array_index (due, i);

      g_string_append_printf (ids, "%s%s%s", i > 0 ? " " : "", item->is_new ? "+" : "",
                              up_moment_get_id (item->moment));
      g_assert_true (g_str_has_suffix (item->reason, "."));
      g_assert_cmpint (item->is_new, ==, item->n_days == 0);
    }
  g_assert_cmpuint (
    up_schedule_count_due (self->schedule, G_LIST_MODEL (self->moments), self->time.journal, now),
    ==, due->len);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_due (Fixture *self, gint64 now, const char *expected)
{
  g_autofree char *ids = list_due (self, now);

  g_assert_cmpstr (ids, ==, expected);
}

/* @expected in days from the first, or -1 for never. */
static void
assert_next (Fixture *self, gint64 now, int expected)
{
  g_autoptr (GDateTime) date =
    up_schedule_next_date (self->schedule, G_LIST_MODEL (self->moments), self->time.journal, now);

  if (expected < 0)
    {
      g_assert_null (date);
      return;
    }

  g_assert_nonnull (date);
  g_assert_cmpint (up_day_from_time (g_date_time_to_unix (date)), ==,
                   up_day_from_time (DAYS (expected)));
}

static void
test_days (void)
{
  guint day;

  test_go_to ("UTC");
  day = up_day_from_time (DAY_ZERO);
  g_assert_cmpuint (up_day_from_time (DAY_ZERO - HOURS (12)), ==, day);
  g_assert_cmpuint (up_day_from_time (DAY_ZERO - HOURS (12) - 1), ==, day - 1);
  g_assert_cmpuint (up_day_from_time (DAY_ZERO + HOURS (12) - 1), ==, day);
  g_assert_cmpuint (up_day_from_time (DAY_ZERO + HOURS (12)), ==, day + 1);
  g_assert_cmpuint (up_day_from_time (G_MAXINT64), ==, 1);

  test_go_to ("+13:00");
  g_assert_cmpuint (up_day_from_time (DAY_ZERO), ==, day + 1);
  test_go_to ("-12:00");
  g_assert_cmpuint (up_day_from_time (DAY_ZERO), ==, day);
  g_assert_cmpuint (up_day_from_time (DAY_ZERO - 1), ==, day - 1);

  /* Clocks are put forward and back, and the days are those of the calendar. */
  test_go_to ("EST5EDT,M3.2.0,M11.1.0");
  for (guint i = day; i < day + 800; i++)
    {
      g_autoptr (GDateTime) time = up_day_to_time (i);

      g_assert_cmpuint (up_day_from_time (g_date_time_to_unix (time)), ==, i);
    }
  for (gint64 time = DAYS (-40000); time < DAYS (20000); time += HOURS (7) + 1)
    {
      g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                      g_date_time_get_year (local));
      g_assert_cmpuint (up_day_from_time (time), ==, g_date_get_julian (&date));
    }
}

/* The words for each preset say the days it has, and the setting knows each. */
static void
test_presets (void)
{
  g_autoptr (GSettingsSchema) schema =
    g_settings_schema_source_lookup (g_settings_schema_source_get_default (), APP_ID, FALSE);
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) fallback = NULL;

  g_assert_nonnull (schema);
  key = g_settings_schema_get_key (schema, "intervals");
  fallback = g_settings_schema_key_get_default_value (key);
  g_assert_cmpstr (g_variant_get_string (fallback, NULL), ==,
                   up_intervals_get_id (UP_INTERVALS_EVEN));

  for (int i = 0; i < UP_N_INTERVALS; i++)
    {
      const char *id = up_intervals_get_id (i);
      const char *words = up_intervals_get_title (i);
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_string (id));
      g_autoptr (GString) numbers = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      guint n_days;
      const guint *days = up_intervals_get_days (i, &n_days);

      g_assert_true (g_settings_schema_key_range_check (key, value));
      g_assert_cmpint (up_intervals_parse (id), ==, i);

      for (const char *c = words; *c != '\0'; c++)
        if (g_ascii_isdigit (*c))
          g_string_append_c (numbers, *c);
        else if (g_ascii_isdigit (c[1]))
          g_string_append_c (numbers, ' ');
      for (guint j = 0; j < n_days; j++)
        g_string_append_printf (expected, " %u", days[j]);
      g_assert_cmpstr (numbers->str, ==, expected->str);
    }
  g_assert_cmpint (up_intervals_parse ("often"), ==, -1);
  g_assert_cmpint (up_intervals_parse (NULL), ==, -1);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_property (void)
{
  g_autoptr (UpSchedule) schedule = up_schedule_new (UP_INTERVALS_WIDE);
  g_autofree char *id = NULL;
  guint n = 0;

  g_signal_connect_swapped (schedule, "notify::intervals", G_CALLBACK (count), &n);
  g_object_set (schedule, "intervals", "wide", NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (schedule, "intervals", "close", NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (schedule, "intervals", &id, NULL);
  g_assert_cmpstr (id, ==, "close");
  g_object_set (schedule, "intervals", "unknown", NULL);
  g_assert_cmpint (up_schedule_get_intervals (schedule), ==, UP_INTERVALS_EVEN);
}

/* Practised each time it comes back, it comes back after each gap, and then after the last again. */
static void
test_gaps (Fixture *self, gconstpointer data)
{
  static const struct
  {
    UpIntervals intervals;
    int days[8];
  } cases[] = {
    { UP_INTERVALS_CLOSE, { 0, 1, 4, 11, 25, 55, 85, 115 } },
    { UP_INTERVALS_EVEN, { 0, 2, 9, 30, 90, 150, 210, 270 } },
    { UP_INTERVALS_WIDE, { 0, 7, 37, 127, 217, 307, 397, 487 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("ally-%u", i);
      g_autofree char *new = g_strconcat ("+", id, NULL);
      g_autoptr (GListStore) moments = create_moments (id);
      guint n = 0;

      g_set_object (&self->moments, moments);
      up_schedule_set_intervals (self->schedule, cases[i].intervals);

      for (int day = 0; day <= cases[i].days[7]; day++)
        {
          if (day != cases[i].days[n])
            {
              assert_due (self, DAYS (day), "");
              assert_next (self, DAYS (day), cases[i].days[n]);
              continue;
            }

          assert_next (self, DAYS (day), day);
          assert_due (self, DAYS (day), n == 0 ? new : id);
          practise (self, id, DAYS (day));
          /* A second time on the same day counts for nothing. */
          practise (self, id, DAYS (day) + HOURS (3));
          assert_due (self, DAYS (day) + HOURS (4), "");
          n++;
        }
      g_assert_cmpuint (n, ==, 8);
    }
}

/* The gap is counted from when it was practised, not from when it should have been; and one that stays
 * away stays due. */
static void
test_late (Fixture *self, gconstpointer data)
{
  practise (self, "a1", DAYS (0));
  assert_due (self, DAYS (2), "a1");
  assert_due (self, DAYS (20), "a1");
  practise (self, "a1", DAYS (20));
  assert_due (self, DAYS (26), "");
  assert_due (self, DAYS (27), "a1");
}

/* Practised before it was due, it moves on too: what was practised need not come again soon. */
static void
test_early (Fixture *self, gconstpointer data)
{
  practise (self, "a1", DAYS (0));
  practise (self, "a1", DAYS (1));
  assert_due (self, DAYS (7), "");
  assert_due (self, DAYS (8), "a1");
}

/* Late in the evening and early in the morning are two days, wherever one is. */
static void
test_midnight (Fixture *self, gconstpointer data)
{
  practise (self, "a1", DAYS (0) + HOURS (12) - 60);
  assert_due (self, DAYS (2) - HOURS (12) - 1, "");
  assert_due (self, DAYS (2) - HOURS (12), "a1");

  /* Two hours further east it was the next day already. */
  test_go_to ("+02:00");
  assert_due (self, DAYS (2), "");
  assert_due (self, DAYS (3) - HOURS (14) - 1, "");
  assert_due (self, DAYS (3) - HOURS (14), "a1");
}

/* Three new ones a day, of each role in turn, and each day the next. */
static void
test_new (Fixture *self, gconstpointer data)
{
  assert_due (self, DAYS (0), "+a1 +t1 +c1");
  practise (self, "a1", DAYS (0));
  assert_due (self, DAYS (0) + 60, "+t1 +c1");
  /* It need not be one of those. */
  practise (self, "a3", DAYS (0));
  assert_due (self, DAYS (0) + 60, "+t1");
  practise (self, "t1", DAYS (0));
  practise (self, "t2", DAYS (0));
  assert_due (self, DAYS (0) + 60, "");
  assert_next (self, DAYS (0) + 60, 1);

  assert_due (self, DAYS (1), "+c1 +l1 +c2");
  practise (self, "c1", DAYS (1));
  practise (self, "l1", DAYS (1));
  practise (self, "c2", DAYS (1));
  assert_due (self, DAYS (1) + 60, "");
  assert_due (self, DAYS (2), "a1 a3 t1 t2 +a2");
  practise (self, "a2", DAYS (2));
  assert_due (self, DAYS (2) + 60, "a1 a3 t1 t2");
}

/* What comes back has the longest overdue first. */
static void
test_order (Fixture *self, gconstpointer data)
{
  practise (self, "l1", DAYS (0));
  practise (self, "c1", DAYS (1));
  practise (self, "a1", DAYS (2));
  practise (self, "t1", DAYS (2));
  practise (self, "c1", DAYS (2));

  up_schedule_set_intervals (self->schedule, UP_INTERVALS_CLOSE);
  assert_due (self, DAYS (5), "l1 a1 t1 c1 +a2 +t2 +c2");
}

static void
test_reasons (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  UpDue *item;

  practise (self, "a1", DAYS (0));
  practise (self, "t1", DAYS (0));
  practise (self, "a1", DAYS (2));
  due = up_schedule_get_due (self->schedule, G_LIST_MODEL (self->moments), self->time.journal,
                             DAYS (10));

  item = g_ptr_array_index (due, 0);
  g_assert_cmpstr (up_moment_get_id (item->moment), ==, "t1");
  g_assert_cmpstr (item->reason, ==, "It comes back 2 days after it was last practised.");
  g_assert_cmpuint (item->n_days, ==, 1);
  g_assert_cmpuint (item->days_ago, ==, 10);
  item = g_ptr_array_index (due, 1);
  g_assert_cmpstr (item->reason, ==, "It comes back 7 days after it was last practised.");
  g_assert_cmpuint (item->n_days, ==, 2);
  g_assert_cmpuint (item->days_ago, ==, 8);
  item = g_ptr_array_index (due, 2);
  g_assert_true (item->is_new);
  g_assert_nonnull (strstr (item->reason, "up to 3 moments"));
}

static void
test_off (Fixture *self, gconstpointer data)
{
  up_schedule_set_intervals (self->schedule, UP_INTERVALS_OFF);
  assert_due (self, DAYS (0), "");
  assert_next (self, DAYS (0), -1);
  practise (self, "a1", DAYS (0));
  assert_due (self, DAYS (100), "");
  assert_next (self, DAYS (100), -1);

  up_schedule_set_intervals (self->schedule, UP_INTERVALS_EVEN);
  assert_due (self, DAYS (2), "a1 +t1 +c1 +l1");
}

/* A clock that was ahead does not keep a moment away; what is not known any more, and what is
 * no moment, is passed over. */
static void
test_odd_entries (Fixture *self, gconstpointer data)
{
  practise (self, "a1", DAYS (400));
  practise (self, "gone", DAYS (0));
  up_journal_add_note (self->time.journal, "a1", "A title", "A note");
  assert_due (self, DAYS (0), "a1");
  practise (self, "a1", DAYS (0));
  assert_due (self, DAYS (6), "");
  assert_due (self, DAYS (7), "a1");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_list_store_remove_all (self->moments);
  assert_due (self, DAYS (0), "");
  assert_next (self, DAYS (0), -1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ALL "a1 a2 a3 t1 t2 c1 c2 l1"
#define ADD(name, ids) g_test_add ("/schedule/" #name, Fixture, ids, set_up, test_##name, tear_down)
  g_test_add_func ("/schedule/days", test_days);
  g_test_add_func ("/schedule/presets", test_presets);
  g_test_add_func ("/schedule/property", test_property);
  ADD (gaps, "a1");
  ADD (late, "a1");
  ADD (early, "a1");
  ADD (midnight, "a1");
  ADD (new, ALL);
  ADD (order, ALL);
  ADD (reasons, ALL);
  ADD (off, ALL);
  ADD (odd_entries, "a1");
  ADD (empty, "a1");

  return g_test_run ();
}
