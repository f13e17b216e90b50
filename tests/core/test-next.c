/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-next.h"
#include "up-test-time.h"

#include <locale.h>

/* With the content that the app comes with, whatever that is: what a test expects of it, it works out
 * in its own way. */
typedef struct
{
  TimedJournal time;
  UpCatalog *catalog;
  UpSchedule *schedule; /* off, so that moments stand in nobody's way */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  test_go_to ("UTC");
  test_timed_set_up (&self->time);
  self->catalog = up_catalog_new ("en");
  self->schedule = up_schedule_new (UP_INTERVALS_OFF);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->schedule);
  g_clear_object (&self->catalog);
  test_timed_tear_down (&self->time);
}

/* The shortest scenario of a role but those that @except names; NULL where there is none. */
static const char *
find_shortest (Fixture *self, UpRole role, const char *except)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);
  UpCard *shortest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);

      if (up_card_get_role (card) == role && strstr (except, up_card_get_id (card)) == NULL &&
          (shortest == NULL || up_card_get_minutes (card) < up_card_get_minutes (shortest)))
        shortest = card;
    }

  return shortest != NULL ? up_card_get_id (shortest) : NULL;
}

/* To an ending, or to the first decision after @n_steps. */
static UpRun *
walk (Fixture *self, const char *id, guint n_steps)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UpScenario) scenario = up_catalog_load_scenario (self->catalog, id, &error);
  g_autoptr (UpRun) run = NULL;

  g_assert_no_error (error);
  run = up_run_new (scenario);
  for (guint step = 0; step < n_steps && up_run_get_phase (run) != UP_PHASE_ENDING; step++)
    {
      const UpScene *scene = up_run_get_scene (run);
      guint i = 0;

      g_assert_cmpuint (step, <, 100);
      while (!up_run_is_open (run, up_scene_get_choice (scene, i)) ||
             up_run_was_tried (run, up_scene_get_choice (scene, i)))
        i++;
      up_run_choose (run, up_scene_get_choice (scene, i));
      up_run_advance (run);
      up_run_advance (run);
    }

  return g_steal_pointer (&run);
}

static void
finish (Fixture *self, const char *id, gint64 when)
{
  g_autoptr (UpRun) run = walk (self, id, G_MAXUINT);

  self->time.now = when;
  up_journal_finish_run (self->time.journal, run);
}

static GPtrArray *
list_next (Fixture *self, gint64 now)
{
  GPtrArray *list = up_next_list (self->catalog, self->time.journal, self->schedule, now);

  g_assert_cmpuint (list->len, <=, UP_NEXT_MOST);
  for (guint i = 0; i < list->len; i++)
    {
      UpNext *next = g_ptr_array_index (list, i);

      g_test_message ("%d %s: %s", next->kind, next->id, next->reason);
      g_assert_cmpuint (next->count, >=, 1);
      g_assert_true (g_str_has_suffix (next->reason, ".") || g_str_has_suffix (next->reason, "?"));
    }

  return list;
}

static void
assert_is (GPtrArray *list, guint i, UpNextKind kind, const char *id, const char *words)
{
  UpNext *next;

  g_assert_cmpuint (i, <, list->len);
  next = g_ptr_array_index (list, i);
  g_assert_cmpint (next->kind, ==, kind);
  g_assert_cmpstr (next->id, ==, id);
  g_assert_nonnull (strstr (next->reason, words));
}

/* Each role is met once with its shortest scenario, in the order of the roles; then what is left. */
static void
test_roles (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "an ally", "person harmed", "called in or out", "a leader" };
  g_autoptr (GString) done = g_string_new (NULL);

  for (UpRole role = UP_ROLE_ALLY; role <= UP_ROLE_LEADER; role++)
    {
      g_autoptr (GPtrArray) list = list_next (self, DAYS (0));
      const char *id = find_shortest (self, role, "");

      g_assert_cmpuint (list->len, ==, 1);
      assert_is (list, 0, UP_NEXT_SCENARIO, id, words[role]);
      finish (self, id, DAYS (0));
      g_string_append_printf (done, " %s", id);
    }

  /* All roles are met, and none less than another. */
  for (UpRole role = UP_ROLE_ALLY; role <= UP_ROLE_LEADER; role++)
    {
      const char *id = find_shortest (self, role, done->str);
      g_autoptr (GPtrArray) list = list_next (self, DAYS (0));

      if (id == NULL)
        continue;
      assert_is (list, 0, UP_NEXT_SCENARIO, id, "practised least");
      break;
    }
}

static void
finish_all (Fixture *self)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);

      finish (self, up_card_get_id (card), DAYS (i));
    }
}

/* Where everything was done, the one that was left for longest comes again, and not too soon. */
static void
test_again (Fixture *self, gconstpointer data)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);
  g_autoptr (UpCard) first = g_list_model_get_item (cards, 0);
  g_autoptr (UpCard) second = g_list_model_get_item (cards, 1);
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) then = NULL;
  g_autoptr (GPtrArray) later = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (cards), <, UP_NEXT_AGAIN_DAYS);
  finish_all (self);
  soon = list_next (self, DAYS (UP_NEXT_AGAIN_DAYS - 1));
  g_assert_cmpuint (soon->len, ==, 0);

  then = list_next (self, DAYS (UP_NEXT_AGAIN_DAYS));
  g_assert_cmpuint (then->len, ==, 1);
  assert_is (then, 0, UP_NEXT_SCENARIO, up_card_get_id (first), "30 days ago");

  finish (self, up_card_get_id (first), DAYS (UP_NEXT_AGAIN_DAYS));
  later = list_next (self, DAYS (UP_NEXT_AGAIN_DAYS + 10));
  g_assert_cmpuint (later->len, ==, 1);
  assert_is (later, 0, UP_NEXT_SCENARIO, up_card_get_id (second), "39 days ago");
}

/* A run that is open comes first; its role counts as met, and it is no longer suggested as new. One that
 * is at its ending is not open. */
static void
test_go_on (Fixture *self, gconstpointer data)
{
  const char *ally = find_shortest (self, UP_ROLE_ALLY, "");
  const char *target = find_shortest (self, UP_ROLE_TARGET, "");
  g_autoptr (UpRun) run = walk (self, ally, 1);
  g_autoptr (UpRun) ended = walk (self, target, G_MAXUINT);
  g_autoptr (GPtrArray) begun = NULL;
  g_autoptr (GPtrArray) dropped = NULL;

  up_journal_keep_run (self->time.journal, run);
  up_journal_keep_run (self->time.journal, ended);
  begun = list_next (self, DAYS (0));
  g_assert_cmpuint (begun->len, ==, 2);
  assert_is (begun, 0, UP_NEXT_GO_ON, ally, "begun");
  assert_is (begun, 1, UP_NEXT_SCENARIO, target, "person harmed");

  up_journal_drop_run (self->time.journal, ally);
  dropped = list_next (self, DAYS (0));
  g_assert_cmpuint (dropped->len, ==, 1);
  assert_is (dropped, 0, UP_NEXT_SCENARIO, ally, "an ally");
}

/* Plans come on the day they are due, the earliest first, until they are looked back on. */
static void
test_plans (Fixture *self, gconstpointer data)
{
  UpJournal *journal = self->time.journal;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) one = NULL;

  up_schedule_set_intervals (self->schedule, UP_INTERVALS_EVEN);
  second = g_strdup (up_journal_add_plan (journal, NULL, "If A", "B", DAYS (7) + HOURS (5)));
  first = g_strdup (up_journal_add_plan (journal, NULL, "If C", "D", DAYS (6)));
  up_journal_add_plan (journal, NULL, "If E", "F", DAYS (8) - HOURS (11));
  up_journal_add_plan (journal, NULL, "If G", "H", 0);

  none = list_next (self, DAYS (5));
  g_assert_cmpuint (none->len, ==, 2);
  assert_is (none, 0, UP_NEXT_MOMENT, ((UpNext *) g_ptr_array_index (none, 0))->id, "today");

  /* By the day, not the hour; before the moments. */
  both = list_next (self, DAYS (7) - HOURS (6));
  g_assert_cmpuint (both->len, ==, 3);
  assert_is (both, 0, UP_NEXT_PLAN, first, "2 plans have come due");
  g_assert_cmpuint (((UpNext *) g_ptr_array_index (both, 0))->count, ==, 2);
  assert_is (both, 1, UP_NEXT_MOMENT, ((UpNext *) g_ptr_array_index (both, 1))->id, "today");
  g_assert_cmpint (((UpNext *) g_ptr_array_index (both, 2))->kind, ==, UP_NEXT_SCENARIO);

  up_journal_review_plan (journal, first, UP_OUTCOME_CAME_UP, "Said it", NULL, 0);
  one = list_next (self, DAYS (7));
  assert_is (one, 0, UP_NEXT_PLAN, second, "1 plan has come due");
}

static void
test_moments (Fixture *self, gconstpointer data)
{
  GListModel *moments = up_catalog_get_moments (self->catalog);
  g_autoptr (UpMoment) moment = g_list_model_get_item (moments, 0);
  const char *id = up_moment_get_id (moment);
  g_autoptr (GPtrArray) new = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) off = NULL;

  up_schedule_set_intervals (self->schedule, UP_INTERVALS_EVEN);
  new = list_next (self, DAYS (0));
  assert_is (new, 0, UP_NEXT_MOMENT, id, "3 moments that were not practised yet");
  up_journal_add_moment (self->time.journal, id, "A title", "en", NULL);

  back = list_next (self, DAYS (2));
  assert_is (back, 0, UP_NEXT_MOMENT, id, "1 moment comes back today.");
  g_assert_cmpuint (((UpNext *) g_ptr_array_index (back, 0))->count, ==, 4);

  up_schedule_set_intervals (self->schedule, UP_INTERVALS_OFF);
  off = list_next (self, DAYS (2));
  g_assert_cmpuint (off->len, ==, 1);
  g_assert_cmpint (((UpNext *) g_ptr_array_index (off, 0))->kind, ==, UP_NEXT_SCENARIO);
}

/* Every rule has something to say, and the last has to wait. */
static void
test_most (Fixture *self, gconstpointer data)
{
  const char *ally = find_shortest (self, UP_ROLE_ALLY, "");
  g_autoptr (UpRun) run = walk (self, ally, 1);
  g_autoptr (GPtrArray) list = NULL;

  finish (self, find_shortest (self, UP_ROLE_LEADER, ""), DAYS (0));
  up_journal_keep_run (self->time.journal, run);
  up_journal_add_plan (self->time.journal, NULL, "If A", "B", DAYS (1));
  up_schedule_set_intervals (self->schedule, UP_INTERVALS_CLOSE);

  list = list_next (self, DAYS (50));
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (((UpNext *) g_ptr_array_index (list, 0))->kind, ==, UP_NEXT_GO_ON);
  g_assert_cmpint (((UpNext *) g_ptr_array_index (list, 1))->kind, ==, UP_NEXT_PLAN);
  g_assert_cmpint (((UpNext *) g_ptr_array_index (list, 2))->kind, ==, UP_NEXT_MOMENT);
}

/* Asking changes nothing, and the same gives the same. */
static void
test_pure (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) once = NULL;
  g_autoptr (GPtrArray) twice = NULL;
  guint n_entries;

  finish (self, find_shortest (self, UP_ROLE_CALLED, ""), DAYS (0));
  up_schedule_set_intervals (self->schedule, UP_INTERVALS_EVEN);
  n_entries = g_list_model_get_n_items (up_journal_get_entries (self->time.journal));
  once = list_next (self, DAYS (40));
  twice = list_next (self, DAYS (40));

  g_assert_cmpuint (once->len, ==, twice->len);
  for (guint i = 0; i < once->len; i++)
    {
      UpNext *first = g_ptr_array_index (once, i);

      assert_is (twice, i, first->kind, first->id, first->reason);
    }
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->time.journal)), ==,
                    n_entries);
}

static void
test_rules (void)
{
  g_auto (GStrv) rules = up_next_list_rules ();

  g_assert_cmpuint (g_strv_length (rules), ==, 6);
  for (guint i = 0; rules[i] != NULL; i++)
    g_assert_true (g_str_has_suffix (rules[i], "."));
  g_assert_nonnull (strstr (rules[0], "begun"));
  g_assert_nonnull (strstr (rules[1], "Plans"));
  g_assert_nonnull (strstr (rules[2], "Moments"));
  g_assert_nonnull (strstr (rules[3], "role"));
  g_assert_nonnull (strstr (rules[4], "30 days"));
  g_assert_nonnull (strstr (rules[5], "first 3"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/next/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (roles);
  ADD (again);
  ADD (go_on);
  ADD (plans);
  ADD (moments);
  ADD (most);
  ADD (pure);
  g_test_add_func ("/next/rules", test_rules);

  return g_test_run ();
}
