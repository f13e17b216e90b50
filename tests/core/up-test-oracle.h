/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"
#include "up-test-scenario.h"

/* A second, slow and simple-minded reading of what a scenario's JSON means, to hold the engine
 * against: flags are a set of words, and where one is follows from all that was chosen so far. */

typedef struct
{
  const char *scene;
  GHashTable *flags;
} Oracle;

static inline void
oracle_clear (Oracle *self)
{
  g_clear_pointer (&self->flags, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Oracle, oracle_clear)

static inline gboolean
oracle_all (Oracle *self, JsonObject *object, const char *key, gboolean expected)
{
  JsonArray *flags;

  if (!json_object_has_member (object, key))
    return TRUE;

  flags = json_object_get_array_member (object, key);
  for (guint i = 0; i < json_array_get_length (flags); i++)
    if (g_hash_table_contains (self->flags, json_array_get_string_element (flags, i)) != expected)
      return FALSE;

  return TRUE;
}

static inline gboolean
oracle_holds (Oracle *self, JsonObject *object)
{
  return oracle_all (self, object, "if", TRUE) && oracle_all (self, object, "unless", FALSE);
}

static inline const char *
oracle_next (Oracle *self, JsonObject *object)
{
  JsonNode *next = json_object_get_member (object, "next");
  JsonArray *exits;

  if (JSON_NODE_HOLDS_VALUE (next))
    return json_node_get_string (next);

  exits = json_node_get_array (next);
  for (guint i = 0; i < json_array_get_length (exits); i++)
    if (oracle_holds (self, json_array_get_object_element (exits, i)))
      return json_object_get_string_member (json_array_get_object_element (exits, i), "to");

  g_assert_not_reached ();
}

static inline void
oracle_walk (Oracle *self, JsonObject *root, const char *scene)
{
  JsonObject *object = test_find (root, "scenes", scene);

  while (json_object_has_member (object, "next"))
    {
      scene = oracle_next (self, object);
      object = test_find (root, "scenes", scene);
    }

  self->scene = scene;
}

/* Plays @way, a list of the ids of choices; -1 where one of them does not exist or is not open, and
 * else 0. */
static inline int
oracle_play (Oracle *self, JsonObject *root, GPtrArray *way)
{
  self->flags = g_hash_table_new (g_str_hash, g_str_equal);
  oracle_walk (self, root, json_object_get_string_member (root, "start"));

  for (guint i = 0; i < way->len; i++)
    {
      JsonObject *scene = test_find (root, "scenes", self->scene);
      JsonObject *choice;

      if (!json_object_has_member (scene, "choices"))
        return -1;

      choice = test_find (scene, "choices", g_ptr_array_index (way, i));
      if (choice == NULL || !oracle_holds (self, choice))
        return -1;

      if (json_object_has_member (choice, "sets"))
        {
          JsonArray *sets = json_object_get_array_member (choice, "sets");

          for (guint j = 0; j < json_array_get_length (sets); j++)
            g_hash_table_add (self->flags, (gpointer) json_array_get_string_element (sets, j));
        }

      oracle_walk (self, root, oracle_next (self, choice));
    }

  return 0;
}

/* The ids of the choices on the way to @step. */
static inline GPtrArray *
test_way_to (const UpStep *step)
{
  GPtrArray *way = g_ptr_array_new ();

  for (; step != NULL; step = up_step_get_parent (step))
    g_ptr_array_insert (way, 0, (gpointer) up_choice_get_id (up_step_get_choice (step)));

  return way;
}

static inline void
test_assert_flags (UpScenario *scenario, UpFlags flags, Oracle *oracle)
{
  for (guint i = 0; i < up_scenario_get_n_flags (scenario); i++)
    g_assert_cmpint ((flags >> i) & 1, ==,
                     g_hash_table_contains (oracle->flags, up_scenario_get_flag (scenario, i)));
}

/* Holds a run that is asking or has ended against the oracle. */
static inline void
test_assert_place (UpRun *run, JsonObject *root)
{
  UpScenario *scenario = up_run_get_scenario (run);
  const UpScene *scene = up_run_get_scene (run);
  g_autoptr (GPtrArray) way = test_way_to (up_run_get_step (run));
  g_auto (Oracle) oracle = { NULL };
  JsonObject *object;

  g_assert_cmpint (oracle_play (&oracle, root, way), ==, 0);
  g_assert_cmpstr (up_scene_get_id (scene), ==, oracle.scene);
  test_assert_flags (scenario, up_run_get_flags (run), &oracle);

  object = test_find (root, "scenes", oracle.scene);
  g_assert_cmpint (up_run_get_phase (run), ==,
                   json_object_has_member (object, "choices") ? UP_PHASE_ASKING : UP_PHASE_ENDING);

  for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, i);
      JsonObject *element = test_find (object, "choices", up_choice_get_id (choice));

      g_assert_cmpint (up_run_is_open (run, choice), ==, oracle_holds (&oracle, element));
    }
}

static inline char *
test_to_json (UpRun *run)
{
  g_autoptr (JsonNode) saved = up_run_save (run);

  return json_to_string (saved, FALSE);
}
