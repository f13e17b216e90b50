/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-hash.h"
#include "up-reading-private.h"
#include "up-scenario-reader-private.h"

#include <glib/gi18n-lib.h>

static void
read_people (UpScenarioReader *self, JsonObject *root)
{
  UpReading *reading = self->reading;
  JsonArray *list = up_reading_list (reading, root, "people", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  self->people = up_arena_array (reading->arena, UpPerson, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "people", i);
      UpPerson *person = &self->people[i];

      if (item == NULL)
        continue;

      person->id = up_reading_enter_item (reading, item, "people", i);
      if (g_strcmp0 (person->id, UP_YOU) == 0)
        up_reading_malformed (reading, "id");
      up_reading_is_new (reading, self->scenario->person_numbers, person->id, i);
      person->name = up_reading_text (reading, item, "name", TRUE);
      person->pronouns = up_reading_text (reading, item, "pronouns", FALSE);
      person->who = up_reading_text (reading, item, "who", TRUE);
      person->part = up_reading_term (reading, item, "part", UP_TERMS_PART, TRUE);
      up_reading_leave (reading);
    }

  self->scenario->people = self->people;
  self->scenario->n_people = n;
}

static void
read_declared_flags (UpScenarioReader *self, JsonObject *root)
{
  UpReading *reading = self->reading;
  JsonArray *list = up_reading_list (reading, root, "flags", FALSE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  const char **flags;

  /* The schema says how many there may be, too; beyond them a flag has no bit. */
  if (n > UP_MAX_FLAGS)
    {
      up_reading_malformed (reading, "flags");
      n = UP_MAX_FLAGS;
    }

  flags = up_arena_array (reading->arena, const char *, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "flags", i);

      if (item == NULL)
        continue;

      flags[i] = up_reading_enter_item (reading, item, "flags", i);
      up_reading_is_new (reading, self->flag_numbers, flags[i], i);
      up_reading_leave (reading);
    }

  self->scenario->flags = flags;
  self->scenario->n_flags = n;
}

/**
 * up_scenario_read:
 * @reading: a reading at the root
 * @root: the JSON of a scenario
 *
 * Builds a scenario, and checks on the way what a schema cannot say: that ids are unique and what
 * refers to something refers to something there is.
 *
 * Returns: (transfer full) (nullable): a scenario, or %NULL where a problem was reported
 */
UpScenario *
up_scenario_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpScenario) scenario = g_object_new (UP_TYPE_SCENARIO, NULL);
  g_autoptr (GHashTable) flag_numbers = up_hash_table_new ();
  UpScenarioReader self = { reading, scenario, flag_numbers, NULL, NULL, 0 };
  JsonObject *debrief;
  JsonObject *facilitator;

  reading->arena = scenario->arena;

  scenario->id = up_reading_id (reading, root, "id");
  scenario->revision = up_reading_number (reading, root, "revision");
  scenario->review = up_reading_term (reading, root, "review", UP_TERMS_REVIEW, TRUE);
  scenario->title = up_reading_text (reading, root, "title", TRUE);
  scenario->summary = up_reading_text (reading, root, "summary", TRUE);
  scenario->content_note = up_reading_text (reading, root, "contentNote", TRUE);
  scenario->minutes = up_reading_number (reading, root, "minutes");
  scenario->role = up_reading_term (reading, root, "role", UP_TERMS_ROLE, TRUE);
  scenario->place = up_reading_term (reading, root, "place", UP_TERMS_PLACE, TRUE);
  scenario->power = up_reading_term (reading, root, "power", UP_TERMS_POWER, TRUE);
  scenario->tie = up_reading_term (reading, root, "tie", UP_TERMS_TIE, TRUE);
  scenario->harms = up_reading_terms (reading, root, "harms", UP_TERMS_HARM, &scenario->n_harms);
  scenario->shows = up_reading_terms (reading, root, "shows", UP_TERMS_SHOWS, &scenario->n_shows);

  read_declared_flags (&self, root);
  read_people (&self, root);
  up_scenes_read (&self, root);

  debrief = up_reading_object (reading, root, "debrief", TRUE);
  if (debrief != NULL)
    {
      up_reading_enter (reading, "debrief", -1, NULL);
      scenario->questions =
        up_reading_texts (reading, debrief, "questions", &scenario->n_questions);
      up_reading_leave (reading);
    }

  facilitator = up_reading_object (reading, root, "facilitator", TRUE);
  if (facilitator != NULL)
    {
      up_reading_enter (reading, "facilitator", -1, NULL);
      scenario->facilitator_aim = up_reading_text (reading, facilitator, "aim", TRUE);
      scenario->facilitator_watch = up_reading_text (reading, facilitator, "watch", TRUE);
      scenario->facilitator_close = up_reading_text (reading, facilitator, "close", TRUE);
      scenario->facilitator_minutes = up_reading_number (reading, facilitator, "minutes");
      up_reading_leave (reading);
    }

  if (reading->failed)
    return NULL;

  return g_steal_pointer (&scenario);
}
