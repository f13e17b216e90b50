/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-entry-filter.h"

#include "up-dates.h"
#include "up-journal-private.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

/* Madrid’s noon of the first day of winter time in 2026, whose night had 25 hours. */
#define SUNDAY G_GINT64_CONSTANT (1792926000)
#define HOUR 3600
#define DAY (24 * HOUR)

typedef struct
{
  char *folder;
  gint64 now;
  UpJournal *journal;
  UpEntryFilter *filter;
  GPtrArray *shown; /* what a view that follows items-changed alone would show */
} Fixture;

static gint64
get_now (gpointer data)
{
  return ((Fixture *) data)->now;
}

/* A follower that is told of a wrong stretch ends with another list than the model's. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->shown, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->shown, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  g_assert_cmpuint (self->shown->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < self->shown->len; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (model, i);

      g_assert_true (g_ptr_array_index (self->shown, i) == entry);
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("upstander-XXXXXX", NULL);
  self->now = SUNDAY;
  self->journal = up_journal_new_full (self->folder, &up_store_system_calls, get_now, self);
  self->filter = up_entry_filter_new (self->journal);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self->filter, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_signal_handlers_disconnect_by_data (self->filter, self);
  g_object_unref (self->filter);
  g_assert_true (up_journal_flush (self->journal, NULL));
  g_object_unref (self->journal);
  g_ptr_array_unref (self->shown);

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
add_note (Fixture *self, gint64 date, const char *text)
{
  self->now = date;
  up_journal_add_note (self->journal, NULL, NULL, text);
}

/* What is listed, as its texts, with a bar where a section starts. */
static char *
describe (Fixture *self)
{
  GString *said = g_string_new (NULL);
  guint next = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (self->shown, i);
      guint start, end;

      gtk_section_model_get_section (GTK_SECTION_MODEL (self->filter), i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      if (start == i)
        {
          g_assert_cmpuint (i, ==, next);
          next = end;
          g_string_append (said, i > 0 ? " | " : "");
        }
      else
        {
          g_string_append_c (said, ' ');
        }
      g_string_append (said, up_entry_get_kind (entry) == UP_ENTRY_PLAN
                               ? up_entry_get_when (entry)
                               : up_entry_get_text (entry));
    }

  return g_string_free (said, FALSE);
}

static void
assert_shown (Fixture *self, const char *expected)
{
  g_autofree char *said = describe (self);

  g_assert_cmpstr (said, ==, expected);
}

/* Also one of 25 hours, and one whose first entry comes last. */
static void
test_days (Fixture *self, gconstpointer data)
{
  assert_shown (self, "");
  add_note (self, SUNDAY - DAY, "saturday");
  add_note (self, SUNDAY - 12 * HOUR, "midnight");
  add_note (self, SUNDAY + 11 * HOUR, "night");
  assert_shown (self, "night midnight | saturday");
  add_note (self, SUNDAY + 12 * HOUR, "monday");
  assert_shown (self, "monday | night midnight | saturday");
}

static void
test_due (Fixture *self, gconstpointer data)
{
  const char *id;

  add_note (self, SUNDAY, "note");
  id = up_journal_add_plan (self->journal, NULL, "plan", "then", up_date_get_midnight (SUNDAY, 1));
  assert_shown (self, "plan note");
  g_assert_cmpuint (up_entry_filter_count_due (self->filter), ==, 0);

  self->now = SUNDAY + DAY;
  up_entry_filter_update_day (self->filter);
  assert_shown (self, "plan | note");
  g_assert_cmpuint (up_entry_filter_count_due (self->filter), ==, 1);

  up_journal_review_plan (self->journal, id, UP_OUTCOME_DID_NOT, NULL, NULL,
                          up_date_get_midnight (self->now, 7));
  g_assert_cmpuint (up_entry_filter_count_due (self->filter), ==, 0);
  assert_shown (self, "plan note");
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  UpEntry *second;
  g_autofree char *id = NULL;

  add_note (self, SUNDAY - DAY, "first");
  add_note (self, SUNDAY, "second");
  up_journal_add_plan (self->journal, NULL, "plan", "a secondary thing", SUNDAY);
  assert_shown (self, "plan | second | first");

  up_entry_filter_set_query (self->filter, " SECOND ");
  assert_shown (self, "plan second");
  up_entry_filter_set_kind (self->filter, UP_ENTRY_NOTE);
  assert_shown (self, "second");
  up_entry_filter_set_query (self->filter, "third");
  assert_shown (self, "");
  add_note (self, SUNDAY, "third");
  assert_shown (self, "third");
  up_entry_filter_set_query (self->filter, NULL);
  assert_shown (self, "third second | first");

  /* Answers that were kept pass where notes do. */
  id = g_strdup (up_journal_add_which_way (self->journal, UP_TEXT_NONE, "urgency=now", "kept"));
  assert_shown (self, "kept third second | first");
  up_entry_filter_set_kind (self->filter, UP_ENTRY_PLAN);
  assert_shown (self, "plan");
  up_entry_filter_set_kind (self->filter, UP_ENTRY_NOTE);
  up_journal_erase_entry (self->journal, id);
  assert_shown (self, "third second | first");
  g_assert_true (up_entry_filter_is_active (self->filter));

  second = g_ptr_array_index (self->shown, 1);
  g_assert_cmpuint (up_entry_filter_find (self->filter, second), ==, 1);
  up_journal_erase_entry (self->journal, up_entry_get_id (second));
  assert_shown (self, "third | first");
  up_entry_filter_set_kind (self->filter, UP_ENTRY_FILTER_ANY_KIND);
  assert_shown (self, "plan | third | first");
  g_assert_false (up_entry_filter_is_active (self->filter));
}

static void
test_midnights (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 midnight = up_date_get_midnight (SUNDAY, 0);

  g_assert_cmpint (midnight, ==, SUNDAY - 13 * HOUR);
  g_assert_cmpint (up_date_get_midnight (SUNDAY, 1), ==, midnight + 25 * HOUR);
  g_assert_cmpint (up_date_get_day (zone, midnight), ==, up_date_get_day (zone, SUNDAY));
  g_assert_cmpint (up_date_get_day (zone, midnight - 1), ==, up_date_get_day (zone, SUNDAY) - 1);
  g_assert_cmpint (up_date_get_day (zone, midnight + 25 * HOUR - 1), ==,
                   up_date_get_day (zone, SUNDAY));
  g_assert_cmpint (up_date_get_day (zone, midnight + 25 * HOUR), ==,
                   up_date_get_day (zone, SUNDAY) + 1);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/Madrid", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry-filter/midnights", test_midnights);
  g_test_add ("/entry-filter/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/entry-filter/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/entry-filter/filters", Fixture, NULL, set_up, test_filters, tear_down);

  return g_test_run ();
}
