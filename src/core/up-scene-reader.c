/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-scenario-reader-private.h"

#include "up-hash.h"

#include <glib/gi18n-lib.h>

static void
complain_of_id (UpScenarioReader *self, const char *member, const char *id, const char *expected,
                const char *message)
{
  g_autofree char *found = up_problem_quote (id);

  up_reading_complain (self->reading, member, found, expected, message);
}

static UpFlags
read_flags (UpScenarioReader *self, JsonObject *object, const char *member)
{
  JsonArray *list = up_reading_list (self->reading, object, member, FALSE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpFlags flags = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *id = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      guint number = 0;

      if (id != NULL)
        number = GPOINTER_TO_UINT (g_hash_table_lookup (self->flag_numbers, id));

      if (number > 0)
        {
          flags |= 1 << (number - 1);
          continue;
        }

      up_reading_enter (self->reading, member, i, NULL);
      if (id != NULL)
        complain_of_id (self, NULL, id, _ ("a flag that “flags” declares"),
                        _ ("This flag is not declared."));
      else
        up_reading_malformed (self->reading, NULL);
      up_reading_leave (self->reading);
    }

  return flags;
}

static UpCondition
read_condition (UpScenarioReader *self, JsonObject *object)
{
  return (UpCondition) { read_flags (self, object, "if"), read_flags (self, object, "unless") };
}

static const UpPerson *
find_person (UpScenarioReader *self, const char *member, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->scenario->person_numbers, id));

  if (number > 0)
    return &self->people[number - 1];

  complain_of_id (self, member, id, _ ("the id of a person that “people” lists"),
                  _ ("No person has this id."));

  return NULL;
}

static const UpPerson *
read_person_or_you (UpScenarioReader *self, JsonObject *object, const char *member,
                    gboolean *is_you)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *id = NULL;

  *is_you = FALSE;

  if (node == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_VALUE (node))
    id = json_node_get_string (node);
  if (id == NULL)
    {
      up_reading_malformed (self->reading, member);
      return NULL;
    }

  *is_you = g_str_equal (id, UP_YOU);

  return *is_you ? NULL : find_person (self, member, id);
}

static const UpLine *
read_lines (UpScenarioReader *self, JsonObject *object, const char *member, guint *n_lines)
{
  JsonArray *list = up_reading_list (self->reading, object, member, TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpLine *lines = up_arena_array (self->reading->arena, UpLine, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (self->reading, list, member, i);
      UpLine *line = &lines[i];

      if (item == NULL)
        continue;

      up_reading_enter (self->reading, member, i, NULL);
      line->condition = read_condition (self, item);
      line->who = read_person_or_you (self, item, "who", &line->by_you);
      line->to = read_person_or_you (self, item, "to", &line->to_you);
      line->manner = up_reading_text (self->reading, item, "manner", FALSE);
      line->text = up_reading_text (self->reading, item, "text", TRUE);
      up_reading_leave (self->reading);
    }

  *n_lines = n;

  return lines;
}

static guint
find_scene (UpScenarioReader *self, const char *member, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->scenario->scene_numbers, id));

  if (number > 0)
    return number - 1;

  complain_of_id (self, member, id, _ ("the id of a scene of this scenario"),
                  _ ("No scene has this id."));

  return 0;
}

static const UpExit *
read_exit_list (UpScenarioReader *self, JsonArray *list, guint *n_exits)
{
  guint n = json_array_get_length (list);
  UpExit *exits = up_arena_array (self->reading->arena, UpExit, n);

  if (n == 0)
    up_reading_malformed (self->reading, "next");

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (self->reading, list, "next", i);
      const char *to;
      gboolean conditional;

      if (item == NULL)
        continue;

      up_reading_enter (self->reading, "next", i, NULL);

      to = up_reading_peek (item, "to");
      if (to != NULL)
        exits[i].scene = find_scene (self, "to", to);
      else
        up_reading_malformed (self->reading, "to");

      exits[i].condition = read_condition (self, item);
      conditional = json_object_has_member (item, "if") || json_object_has_member (item, "unless");
      if (i + 1 == n && conditional)
        up_reading_complain (self->reading, NULL, _ ("a condition"),
                             _ ("a last exit without “if” and “unless”"),
                             _ ("Where no condition holds, there is no way on."));
      else if (i + 1 < n && !conditional)
        up_reading_complain (self->reading, NULL, _ ("no condition"), _ ("“if” or “unless”"),
                             _ ("The exits after one without condition are never taken."));

      up_reading_leave (self->reading);
    }

  *n_exits = n;

  return exits;
}

static const UpExit *
read_exits (UpScenarioReader *self, JsonObject *object, guint *n_exits)
{
  JsonNode *node = json_object_get_member (object, "next");
  const char *to = NULL;
  UpExit *exit;

  *n_exits = 0;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return read_exit_list (self, json_node_get_array (node), n_exits);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    to = json_node_get_string (node);
  if (to == NULL)
    {
      up_reading_malformed (self->reading, "next");
      return NULL;
    }

  exit = up_arena_array (self->reading->arena, UpExit, 1);
  exit->scene = find_scene (self, "next", to);
  *n_exits = 1;

  return exit;
}

static void
read_choice (UpScenarioReader *self, JsonObject *object, UpChoice *choice)
{
  UpReading *reading = self->reading;
  JsonNode *says = json_object_get_member (object, "says");
  JsonNode *does = json_object_get_member (object, "does");
  const char *to = up_reading_peek (object, "to");
  JsonObject *feedback;
  JsonObject *practises;

  if ((says != NULL) == (does != NULL))
    up_reading_malformed (reading, NULL);
  choice->is_speech = says != NULL;
  choice->text = choice->is_speech ? up_reading_text_node (reading, says, "says", TRUE)
                                   : up_reading_text_node (reading, does, "does", TRUE);
  choice->manner = up_reading_text (reading, object, "manner", FALSE);
  choice->to = to != NULL ? find_person (self, "to", to) : NULL;
  choice->way = up_reading_term (reading, object, "way", UP_TERMS_WAY, TRUE);
  choice->condition = read_condition (self, object);
  choice->sets = read_flags (self, object, "sets");
  choice->happens = read_lines (self, object, "happens", &choice->n_happens);

  feedback = up_reading_object (reading, object, "feedback", TRUE);
  if (feedback != NULL)
    {
      up_reading_enter (reading, "feedback", -1, NULL);
      choice->feedback = up_reading_text (reading, feedback, "text", TRUE);
      choice->instead = up_reading_text (reading, feedback, "instead", FALSE);
      choice->weighs =
        up_reading_terms (reading, feedback, "weighs", UP_TERMS_CONSIDERATION, &choice->n_weighs);
      choice->leaves_open = up_reading_terms (reading, feedback, "leavesOpen",
                                              UP_TERMS_CONSIDERATION, &choice->n_leaves_open);
      up_reading_leave (reading);
    }

  practises = up_reading_object (reading, object, "practises", TRUE);
  if (practises != NULL)
    {
      up_reading_enter (reading, "practises", -1, NULL);
      choice->moves = up_reading_ids (reading, practises, "moves", &choice->n_moves);
      choice->points = up_reading_ids (reading, practises, "guide", &choice->n_points);
      up_reading_leave (reading);
    }

  choice->exits = read_exits (self, object, &choice->n_exits);
}

static void
read_choices (UpScenarioReader *self, JsonArray *list, UpScene *scene)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  guint n = json_array_get_length (list);
  UpChoice *choices = up_arena_array (self->reading->arena, UpChoice, n);

  if (n == 0)
    up_reading_malformed (self->reading, "choices");

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (self->reading, list, "choices", i);
      UpChoice *choice = &choices[i];

      if (item == NULL)
        continue;

      choice->id = up_reading_enter_item (self->reading, item, "choices", i);
      choice->scene = scene;
      choice->index = i;
      up_reading_is_new (self->reading, ids, choice->id, i);
      read_choice (self, item, choice);
      up_reading_leave (self->reading);
    }

  scene->kind = UP_SCENE_DECISION;
  scene->choices = choices;
  scene->n_choices = n;
}

static void
read_present (UpScenarioReader *self, JsonObject *object)
{
  JsonArray *list = up_reading_list (self->reading, object, "present", FALSE);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *id = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      up_reading_enter (self->reading, "present", i, NULL);
      if (id == NULL)
        up_reading_malformed (self->reading, NULL);
      else if (g_str_equal (id, UP_YOU))
        complain_of_id (self, NULL, id, _ ("the other people who are there"),
                        _ ("The learner is always there."));
      else
        find_person (self, NULL, id);
      up_reading_leave (self->reading);
    }
}

static void
read_ending (UpScenarioReader *self, JsonObject *object, UpScene *scene)
{
  UpReading *reading = self->reading;
  JsonObject *effects;

  up_reading_enter (reading, "ending", -1, NULL);

  scene->kind = UP_SCENE_ENDING;
  scene->ending_title = up_reading_text (reading, object, "title", TRUE);
  scene->ending_text = up_reading_text (reading, object, "text", TRUE);

  effects = up_reading_object (reading, object, "effects", TRUE);
  if (effects != NULL)
    {
      static const char *const members[] = { "harm", "harmed", "relationship", "you" };

      up_reading_enter (reading, "effects", -1, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        scene->effects[i] =
          up_reading_term (reading, effects, members[i], UP_TERMS_EFFECT_HARM + i, FALSE);
      up_reading_leave (reading);
    }

  up_reading_leave (reading);
}

static void
read_scene (UpScenarioReader *self, JsonObject *object, UpScene *scene)
{
  UpReading *reading = self->reading;
  JsonArray *choices = up_reading_list (reading, object, "choices", FALSE);
  JsonObject *ending = up_reading_object (reading, object, "ending", FALSE);
  JsonObject *facilitator = up_reading_object (reading, object, "facilitator", FALSE);
  gboolean leads_on = json_object_has_member (object, "next");

  scene->summary = up_reading_text (reading, object, "summary", TRUE);
  scene->where = up_reading_text (reading, object, "where", FALSE);
  scene->audience = up_reading_term (reading, object, "audience", UP_TERMS_AUDIENCE, FALSE);
  scene->lines = read_lines (self, object, "lines", &scene->n_lines);
  scene->ask = up_reading_text (reading, object, "ask", FALSE);
  scene->listen_for = up_reading_texts (reading, object, "listenFor", &scene->n_listen_for);
  scene->pivotal = up_reading_boolean (reading, object, "pivotal");
  for (guint i = 0; i < G_N_ELEMENTS (scene->effects); i++)
    scene->effects[i] = -1;
  read_present (self, object);

  if (facilitator != NULL)
    {
      up_reading_enter (reading, "facilitator", -1, NULL);
      scene->facilitator_watch = up_reading_text (reading, facilitator, "watch", TRUE);
      scene->discuss = up_reading_texts (reading, facilitator, "discuss", &scene->n_discuss);
      up_reading_leave (reading);
    }

  if ((choices != NULL) + leads_on + (ending != NULL) != 1)
    up_reading_malformed (reading, NULL);

  if (choices != NULL)
    {
      read_choices (self, choices, scene);
    }
  else if (ending != NULL)
    {
      read_ending (self, ending, scene);
    }
  else if (leads_on)
    {
      scene->kind = UP_SCENE_PASSAGE;
      scene->exits = read_exits (self, object, &scene->n_exits);
    }

  if (!scene->pivotal)
    return;

  self->n_pivotal++;
  if (choices == NULL || scene->n_listen_for == 0)
    up_reading_malformed (reading, "pivotal");
}

/**
 * up_scenes_read:
 * @self: a scenario's reader, which has read people and flags
 * @root: the JSON of the scenario
 *
 * Reads the scenes of a scenario, and which of them it starts with.
 */
void
up_scenes_read (UpScenarioReader *self, JsonObject *root)
{
  UpReading *reading = self->reading;
  UpScenario *scenario = self->scenario;
  JsonArray *list = up_reading_list (reading, root, "scenes", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  guint limit = reading->limits->scenes;
  const char *start;

  if (limit > 0 && n > limit)
    {
      g_autofree char *found = g_strdup_printf ("%u", n);
      g_autofree char *expected = g_strdup_printf (_ ("at most %u"), limit);

      up_reading_complain (reading, "scenes", found, expected, _ ("There are too many scenes."));
      return;
    }

  if (n == 0)
    up_reading_malformed (reading, "scenes");

  self->scenes = up_arena_array (reading->arena, UpScene, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "scenes", i);

      if (item == NULL)
        continue;

      self->scenes[i].id = up_reading_enter_item (reading, item, "scenes", i);
      self->scenes[i].index = i;
      up_reading_is_new (reading, scenario->scene_numbers, self->scenes[i].id, i);
      up_reading_leave (reading);
    }

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;

      up_reading_enter (reading, "scenes", i, self->scenes[i].id);
      read_scene (self, json_node_get_object (node), &self->scenes[i]);
      up_reading_leave (reading);

      /* What has just been read is still at hand for the processor. Freeing all of a long scenario's
       * JSON at the end would take longer than parsing it. */
      json_node_init_null (node);
    }

  scenario->scenes = self->scenes;
  scenario->n_scenes = n;

  start = up_reading_peek (root, "start");
  if (start != NULL)
    scenario->start = find_scene (self, "start", start);
  else
    up_reading_malformed (reading, "start");

  if (n > 0 && self->n_pivotal != 1)
    {
      g_autofree char *found = g_strdup_printf ("%u", self->n_pivotal);

      up_reading_complain_of_shape (reading, "scenes", found, _ ("exactly one"),
                                    _ ("A scenario has one pivotal decision."));
    }
}
