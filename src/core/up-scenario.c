/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-private.h"

#include "up-hash.h"

G_DEFINE_FINAL_TYPE (UpScenario, up_scenario, G_TYPE_OBJECT)

static void
up_scenario_finalize (GObject *object)
{
  UpScenario *self = UP_SCENARIO (object);

  g_clear_pointer (&self->scene_numbers, g_hash_table_unref);
  g_clear_pointer (&self->person_numbers, g_hash_table_unref);
  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_scenario_parent_class)->finalize (object);
}

static void
up_scenario_class_init (UpScenarioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_scenario_finalize;
}

static void
up_scenario_init (UpScenario *self)
{
  self->arena = up_arena_new ();
  self->scene_numbers = up_hash_table_new ();
  self->person_numbers = up_hash_table_new ();
}

/**
 * up_scenario_get_id:
 * @self: a scenario
 *
 * Returns: (transfer none): its id
 */
const char *
up_scenario_get_id (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);

  return self->id;
}

/**
 * up_scenario_get_revision:
 * @self: a scenario
 *
 * Returns: the revision, which rises with each change of structure
 */
guint
up_scenario_get_revision (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->revision;
}

/**
 * up_scenario_get_title:
 * @self: a scenario
 *
 * Returns: (transfer none): its title
 */
UpText
up_scenario_get_title (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);

  return self->title;
}

/**
 * up_scenario_get_summary:
 * @self: a scenario
 *
 * Returns: (transfer none): what it is about, in a sentence or two
 */
UpText
up_scenario_get_summary (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);

  return self->summary;
}

/**
 * up_scenario_get_content_note:
 * @self: a scenario
 *
 * Returns: (transfer none): what to know before anything of it is shown
 */
UpText
up_scenario_get_content_note (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);

  return self->content_note;
}

/**
 * up_scenario_get_minutes:
 * @self: a scenario
 *
 * Returns: how long it takes one person, in minutes
 */
guint
up_scenario_get_minutes (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->minutes;
}

/**
 * up_scenario_get_role:
 * @self: a scenario
 *
 * Returns: who the learner is in it
 */
UpRole
up_scenario_get_role (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_ROLE_ALLY);

  return self->role;
}

/**
 * up_scenario_get_place:
 * @self: a scenario
 *
 * Returns: where it plays, in %UP_TERMS_PLACE
 */
int
up_scenario_get_place (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), -1);

  return self->place;
}

/**
 * up_scenario_get_power:
 * @self: a scenario
 *
 * Returns: the other person's power over the learner, in %UP_TERMS_POWER
 */
int
up_scenario_get_power (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), -1);

  return self->power;
}

/**
 * up_scenario_get_tie:
 * @self: a scenario
 *
 * Returns: what ties the two, in %UP_TERMS_TIE
 */
int
up_scenario_get_tie (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), -1);

  return self->tie;
}

/**
 * up_scenario_get_review:
 * @self: a scenario
 *
 * Returns: who has reviewed it, in %UP_TERMS_REVIEW
 */
int
up_scenario_get_review (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), -1);

  return self->review;
}

/**
 * up_scenario_get_n_harms:
 * @self: a scenario
 *
 * Returns: how many kinds of harm it is about
 */
guint
up_scenario_get_n_harms (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->n_harms;
}

/**
 * up_scenario_get_harm:
 * @self: a scenario
 * @i: which, counted from 0
 *
 * Returns: a kind of harm, in %UP_TERMS_HARM
 */
int
up_scenario_get_harm (UpScenario *self, guint i)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), -1);
  g_return_val_if_fail (i < self->n_harms, -1);

  return self->harms[i];
}

/**
 * up_scenario_shows:
 * @self: a scenario
 * @what: what a scenario may teach that a naive story would not
 *
 * What its authors say it shows, so that a collection can be held to showing all of it. Learners are not
 * told: they find out.
 *
 * Returns: whether the scenario shows it
 */
gboolean
up_scenario_shows (UpScenario *self, UpShows what)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), FALSE);

  for (guint i = 0; i < self->n_shows; i++)
    if (self->shows[i] == (int) what)
      return TRUE;

  return FALSE;
}

/**
 * up_scenario_get_n_people:
 * @self: a scenario
 *
 * Returns: how many people it has, the learner not among them
 */
guint
up_scenario_get_n_people (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->n_people;
}

/**
 * up_scenario_get_person:
 * @self: a scenario
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a person
 */
const UpPerson *
up_scenario_get_person (UpScenario *self, guint i)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (i < self->n_people, NULL);

  return &self->people[i];
}

/**
 * up_scenario_find_person:
 * @self: a scenario
 * @id: a person's id
 *
 * Returns: (transfer none) (nullable): the person, or %NULL where there is none
 */
const UpPerson *
up_scenario_find_person (UpScenario *self, const char *id)
{
  guint number;

  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->person_numbers, id));

  return number > 0 ? &self->people[number - 1] : NULL;
}

/**
 * up_scenario_get_n_flags:
 * @self: a scenario
 *
 * Returns: how many flags it declares, at most %UP_MAX_FLAGS
 */
guint
up_scenario_get_n_flags (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->n_flags;
}

/**
 * up_scenario_get_flag:
 * @self: a scenario
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a flag's id; its bit in #UpFlags is `1 << i`
 */
const char *
up_scenario_get_flag (UpScenario *self, guint i)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (i < self->n_flags, NULL);

  return self->flags[i];
}

/**
 * up_scenario_get_n_scenes:
 * @self: a scenario
 *
 * Returns: how many scenes it has
 */
guint
up_scenario_get_n_scenes (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->n_scenes;
}

/**
 * up_scenario_get_scene:
 * @self: a scenario
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a scene
 */
const UpScene *
up_scenario_get_scene (UpScenario *self, guint i)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (i < self->n_scenes, NULL);

  return &self->scenes[i];
}

/**
 * up_scenario_find_scene:
 * @self: a scenario
 * @id: a scene's id
 *
 * Returns: (transfer none) (nullable): the scene, or %NULL where there is none
 */
const UpScene *
up_scenario_find_scene (UpScenario *self, const char *id)
{
  guint number;

  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->scene_numbers, id));

  return number > 0 ? &self->scenes[number - 1] : NULL;
}

/**
 * up_scenario_get_start:
 * @self: a scenario
 *
 * Returns: (transfer none): the scene it begins with
 */
const UpScene *
up_scenario_get_start (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), NULL);

  return &self->scenes[self->start];
}

/**
 * up_scenario_get_n_questions:
 * @self: a scenario
 *
 * Returns: how many questions the debrief asks
 */
guint
up_scenario_get_n_questions (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->n_questions;
}

/**
 * up_scenario_get_question:
 * @self: a scenario
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a question of the debrief
 */
UpText
up_scenario_get_question (UpScenario *self, guint i)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);
  g_return_val_if_fail (i < self->n_questions, UP_TEXT_NONE);

  return self->questions[i];
}

/**
 * up_scenario_get_facilitator_aim:
 * @self: a scenario
 *
 * Returns: (transfer none): what a room is to take from it, for the presenter alone
 */
UpText
up_scenario_get_facilitator_aim (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);

  return self->facilitator_aim;
}

/**
 * up_scenario_get_facilitator_watch:
 * @self: a scenario
 *
 * Returns: (transfer none): what to watch for in a room, for the presenter alone
 */
UpText
up_scenario_get_facilitator_watch (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);

  return self->facilitator_watch;
}

/**
 * up_scenario_get_facilitator_close:
 * @self: a scenario
 *
 * Returns: (transfer none): a way to close, for the presenter alone
 */
UpText
up_scenario_get_facilitator_close (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), UP_TEXT_NONE);

  return self->facilitator_close;
}

/**
 * up_scenario_get_facilitator_minutes:
 * @self: a scenario
 *
 * Returns: how long it takes a room, in minutes
 */
guint
up_scenario_get_facilitator_minutes (UpScenario *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO (self), 0);

  return self->facilitator_minutes;
}
