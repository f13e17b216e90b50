/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-next.h"

#include "up-day.h"

#include <glib/gi18n-lib.h>

/* What to take up next follows from a handful of rules that stand here in the order in which they
 * are tried, and are told to the person in the same order by up_next_list_rules(). Nothing is
 * learnt about anybody. */

/* A scenario, and what the journal knows of it. */
typedef struct
{
  UpCard *card;
  gboolean open;
  gboolean done;
  gint64 last_time; /* when it was done last, in seconds since 1970 */
  guint last;       /* and on which day */
} Scenario;

typedef struct
{
  UpCatalog *catalog;
  UpJournal *journal;
  UpSchedule *schedule;
  gint64 now;
  GTimeZone *zone;
  guint today;
  guint n_scenarios;
  Scenario *scenarios;
  guint met[UP_ROLE_LEADER + 1]; /* how many scenarios of a role were done or begun */
  GPtrArray *plans;              /* of UpEntry: those that came due, the earliest first */
  GPtrArray *found;
} Search;

static void
next_free (gpointer data)
{
  UpNext *next = data;

  g_free (next->id);
  g_free (next->reason);
  g_free (next);
}

static void
add (Search *self, UpNextKind kind, const char *id, guint count, char *reason)
{
  UpNext *next = g_new0 (UpNext, 1);

  next->kind = kind;
  next->id = g_strdup (id);
  next->count = count;
  next->reason = reason;
  g_ptr_array_add (self->found, next);
}

static void
suggest_going_on (Search *self)
{
  for (guint i = 0; i < self->n_scenarios; i++)
    if (self->scenarios[i].open)
      {
        add (self, UP_NEXT_GO_ON, up_card_get_id (self->scenarios[i].card), 1,
             g_strdup (_ ("It was begun, and goes on where it was left.")));
        return;
      }
}

static void
suggest_plan (Search *self)
{
  guint n = self->plans->len;

  if (n == 0)
    return;

  add (self, UP_NEXT_PLAN, up_entry_get_id (g_ptr_array_index (self->plans, 0)), n,
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                     "%u plan has come due: did a moment for it come up?",
                                     "%u plans have come due: did a moment for them come up?", n),
                        n));
}

static void
suggest_moment (Search *self)
{
  g_autoptr (GPtrArray) due = up_schedule_get_due (
    self->schedule, up_catalog_get_moments (self->catalog), self->journal, self->now);
  guint n_returning = 0;
  char *reason;

  if (due->len == 0)
    return;

  for (guint i = 0; i < due->len; i++)
    if (!((UpDue *) g_ptr_array_index (due, i))->is_new)
      n_returning++;

  if (n_returning > 0)
    reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u moment comes back today.",
                                           "%u moments come back today.", n_returning),
                              n_returning);
  else
    reason = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u moment that was not practised yet is there for today.",
                   "%u moments that were not practised yet are there for today.", due->len),
      due->len);

  add (self, UP_NEXT_MOMENT, up_moment_get_id (((UpDue *) g_ptr_array_index (due, 0))->moment),
       due->len, reason);
}

static char *
say_new (Search *self, UpRole role)
{
  if (self->met[role] > 0)
    return g_strdup (_ ("It is the shortest that was not done yet, in the role practised least."));

  switch (role)
    {
    case UP_ROLE_ALLY:
      return g_strdup (
        _ ("The role of an ally was not practised yet; this is its shortest scenario."));

    case UP_ROLE_TARGET:
      return g_strdup (
        _ ("The role of the person harmed was not practised yet; this is its shortest scenario."));

    case UP_ROLE_CALLED:
      return g_strdup (
        _ ("The role of one who is called in or out was not practised yet; this is its "
           "shortest scenario."));

    case UP_ROLE_LEADER:
      return g_strdup (
        _ ("The role of a leader was not practised yet; this is its shortest scenario."));

    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whether @a comes before @b: of a role met less, and then shorter. */
static gboolean
is_newer (Search *self, UpCard *a, UpCard *b)
{
  UpRole first = up_card_get_role (a);
  UpRole second = up_card_get_role (b);

  if (self->met[first] != self->met[second])
    return self->met[first] < self->met[second];
  if (first != second)
    return first < second;

  return up_card_get_minutes (a) < up_card_get_minutes (b);
}

static void
suggest_new_scenario (Search *self)
{
  UpCard *best = NULL;

  for (guint i = 0; i < self->n_scenarios; i++)
    {
      const Scenario *scenario = &self->scenarios[i];

      if (scenario->done || scenario->open)
        continue;
      if (best == NULL || is_newer (self, scenario->card, best))
        best = scenario->card;
    }

  if (best != NULL)
    add (self, UP_NEXT_SCENARIO, up_card_get_id (best), 1, say_new (self, up_card_get_role (best)));
}

static void
suggest_again (Search *self)
{
  const Scenario *best = NULL;
  guint days;

  for (guint i = 0; i < self->n_scenarios; i++)
    {
      const Scenario *scenario = &self->scenarios[i];

      if (!scenario->done || scenario->open || self->today - scenario->last < UP_NEXT_AGAIN_DAYS)
        continue;
      if (best == NULL || scenario->last < best->last)
        best = scenario;
    }

  if (best == NULL)
    return;

  days = self->today - best->last;
  add (self, UP_NEXT_SCENARIO, up_card_get_id (best->card), 1,
       g_strdup_printf (
         g_dngettext (GETTEXT_PACKAGE, "It was done %u day ago; no other was left for longer.",
                      "It was done %u days ago; no other was left for longer.", days),
         days));
}

static const struct
{
  void (*suggest) (Search *self);
  const char *words;
} rules[] = {
  { suggest_going_on, N_ ("A scenario that was begun and is not at an ending.") },
  { suggest_plan, N_ ("Plans that have come due.") },
  { suggest_moment, N_ ("Moments that are due today: first those that come back, then new ones.") },
  { suggest_new_scenario,
    N_ ("The shortest scenario that was not done yet, in a role that was not practised yet or was "
        "practised least.") },
  { suggest_again, NULL },
};

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  gint64 first = up_entry_get_due (*(UpEntry *const *) a);
  gint64 second = up_entry_get_due (*(UpEntry *const *) b);

  return (first > second) - (first < second);
}

static void
read_cards (Search *self, GHashTable *by_id)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);

  self->n_scenarios = g_list_model_get_n_items (cards);
  self->scenarios = g_new0 (Scenario, self->n_scenarios);
  for (guint i = 0; i < self->n_scenarios; i++)
    {
      Scenario *scenario = &self->scenarios[i];
      JsonNode *run;

      scenario->card = g_list_model_get_item (cards, i);
      g_hash_table_insert (by_id, (gpointer) up_card_get_id (scenario->card), scenario);
      run = up_journal_get_run (self->journal, up_card_get_id (scenario->card));
      scenario->open = run != NULL && !up_run_is_saved_at_end (run);
    }
}

static void
read_entry (Search *self, GHashTable *by_id, UpEntry *entry)
{
  UpEntryKind kind = up_entry_get_kind (entry);

  if (kind == UP_ENTRY_PLAN)
    {
      gint64 due = up_entry_get_due (entry);

      if (up_entry_is_open (entry) && due > 0 && up_day_in_zone (self->zone, due) <= self->today)
        g_ptr_array_add (self->plans, g_object_ref (entry));
    }
  else if (kind == UP_ENTRY_ATTEMPT && up_entry_get_subject (entry) != NULL)
    {
      Scenario *scenario = g_hash_table_lookup (by_id, up_entry_get_subject (entry));

      if (scenario == NULL)
        return;
      scenario->done = TRUE;
      scenario->last_time = MAX (scenario->last_time, up_entry_get_date (entry));
    }
}

/**
 * up_next_list:
 * @catalog: the content
 * @journal: what was done, and when
 * @schedule: when moments come back
 * @now: the time, in seconds since 1970
 *
 * Says what to take up next, by the rules of up_next_list_rules(): each gives one thing or none,
 * and the first %UP_NEXT_MOST are taken. The work grows with the number of the journal's entries;
 * nothing is kept, and nothing is changed.
 *
 * Returns: (transfer full) (element-type UpNext): what to take up; empty where nothing is left
 */
GPtrArray *
up_next_list (UpCatalog *catalog, UpJournal *journal, UpSchedule *schedule, gint64 now)
{
  g_autoptr (GHashTable) by_id = NULL;
  Search self = { .catalog = catalog, .journal = journal, .schedule = schedule, .now = now };
  GListModel *entries;
  guint n_entries;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_SCHEDULE (schedule), NULL);

  by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self.zone = g_time_zone_new_local ();
  self.today = up_day_in_zone (self.zone, now);
  self.plans = g_ptr_array_new_with_free_func (g_object_unref);
  self.found = g_ptr_array_new_with_free_func (next_free);

  read_cards (&self, by_id);
  entries = up_journal_get_entries (journal);
  n_entries = g_list_model_get_n_items (entries);
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);

      read_entry (&self, by_id, entry);
    }
  g_ptr_array_sort (self.plans, compare_plans);
  for (guint i = 0; i < self.n_scenarios; i++)
    {
      Scenario *scenario = &self.scenarios[i];

      /* What lies in the future was done by a clock that was wrong. */
      scenario->last = MIN (up_day_in_zone (self.zone, scenario->last_time), self.today);
      if (scenario->done || scenario->open)
        self.met[up_card_get_role (scenario->card)]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (rules) && self.found->len < UP_NEXT_MOST; i++)
    rules[i].suggest (&self);

  for (guint i = 0; i < self.n_scenarios; i++)
    g_object_unref (self.scenarios[i].card);
  g_free (self.scenarios);
  g_ptr_array_unref (self.plans);
  g_time_zone_unref (self.zone);

  return self.found;
}

/**
 * up_next_list_rules:
 *
 * Returns: (transfer full) (array zero-terminated=1): the rules that up_next_list() goes by, in
 *   their order, and then what holds for all of them: a sentence each, in the interface's language
 */
char **
up_next_list_rules (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].words != NULL)
      g_strv_builder_add (builder, _ (rules[i].words));

  g_strv_builder_take (
    builder,
    g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The scenario that was done longest ago, not before %u day has passed.",
                   "The scenario that was done longest ago, not before %u days have passed.",
                   UP_NEXT_AGAIN_DAYS),
      UP_NEXT_AGAIN_DAYS));
  g_strv_builder_take (
    builder, g_strdup_printf (
               g_dngettext (GETTEXT_PACKAGE,
                            "Each rule gives one thing at most, and only the first %u is shown. "
                            "Nothing else is taken into account.",
                            "Each rule gives one thing at most, and only the first %u are shown. "
                            "Nothing else is taken into account.",
                            UP_NEXT_MOST),
               UP_NEXT_MOST));

  return g_strv_builder_end (builder);
}
