/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-run-private.h"

#include <glib/gi18n-lib.h>

/* The shape of what is saved. The steps are a flat list, each naming the one before it by its number,
 * because a way can be longer than JSON may be deep:
 *
 *   {"version": 1, "scenario": "stand-up-accent", "revision": 1,
 *    "steps": [{"step": 1, "after": 0, "scene": "monday", "choice": "ask-afterwards", "notice": "…",
 *               "seen": true}],
 *    "at": {"step": 1, "scene": "corridor", "phase": "asking"}}
 *
 * Flags are not saved: they follow from the choices. What is said in and around the run stands beside
 * the steps; up-run-said.c knows its shape. */
#define SAVE_VERSION 1

/* The highest number of a step that is read, so that no file can ask for any amount of memory. */
#define MAX_STEPS (1 << 20)

static const char *const phases[] = {
  [UP_PHASE_ASKING] = "asking",
  [UP_PHASE_HAPPENING] = "happening",
  [UP_PHASE_FEEDBACK] = "feedback",
  [UP_PHASE_ENDING] = "ending",
};

/**
 * up_run_save:
 * @self: a run
 *
 * Makes a copy of the tree, of the place in it and of the notices, which up_run_load() reads again.
 *
 * Returns: (transfer full): an object, sealed, so that any thread may read it
 */
JsonNode *
up_run_save (UpRun *self)
{
  JsonObject *root;
  JsonObject *at;
  JsonArray *steps;
  JsonNode *node;

  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  steps = json_array_sized_new (self->n_steps);
  for (guint number = 1; number <= self->highest; number++)
    {
      UpStep *step = up_run_get_slot (self, number);
      JsonObject *object;

      if (step == NULL)
        continue;

      object = json_object_new ();
      json_object_set_int_member (object, "step", number);
      json_object_set_int_member (object, "after", step->parent->number);
      json_object_set_string_member (object, "scene", up_scene_get_id (up_step_get_scene (step)));
      json_object_set_string_member (object, "choice", up_choice_get_id (step->choice));
      if (step->notice != NULL)
        json_object_set_string_member (object, "notice", step->notice);
      if (step->seen)
        json_object_set_boolean_member (object, "seen", TRUE);
      json_array_add_object_element (steps, object);
    }

  at = json_object_new ();
  json_object_set_int_member (at, "step", self->step->number);
  json_object_set_string_member (at, "scene", up_scene_get_id (up_run_get_scene (self)));
  json_object_set_string_member (at, "phase", phases[self->phase]);

  root = json_object_new ();
  json_object_set_int_member (root, "version", SAVE_VERSION);
  json_object_set_string_member (root, "scenario", up_scenario_get_id (self->scenario));
  json_object_set_int_member (root, "revision", up_scenario_get_revision (self->scenario));
  json_object_set_array_member (root, "steps", steps);
  json_object_set_object_member (root, "at", at);
  up_run_said_save (self, root);

  node = json_node_init_object (json_node_alloc (), root);
  json_object_unref (root);
  json_node_seal (node);

  return node;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, UP_RUN_ERROR, UP_RUN_ERROR_DAMAGED,
                       _ ("What was saved of this scenario cannot be read."));

  return FALSE;
}

static gboolean
read_int (JsonObject *object, const char *key, gint64 minimum, gint64 maximum, gint64 *value)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  *value = json_node_get_int (node);

  return *value >= minimum && *value <= maximum;
}

static const char *
read_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* One step as it is saved. */
typedef struct
{
  gint64 number;
  gint64 after;
  const char *scene;
  const char *choice;
  const char *notice;
  gboolean seen;
} Saved;

static gboolean
read_step (JsonNode *node, gint64 last, Saved *saved)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  object = json_node_get_object (node);
  saved->scene = read_string (object, "scene");
  saved->choice = read_string (object, "choice");
  saved->notice = read_string (object, "notice");
  saved->seen = json_object_get_boolean_member_with_default (object, "seen", FALSE);

  return read_int (object, "step", last + 1, MAX_STEPS, &saved->number) &&
         read_int (object, "after", 0, saved->number - 1, &saved->after) && saved->scene != NULL &&
         saved->choice != NULL &&
         (saved->notice != NULL || !json_object_has_member (object, "notice"));
}

/* The choice of a saved step, if its scene is still the one that is reached there and the choice is
 * still open. */
static const UpChoice *
find_choice (UpStep *parent, const Saved *saved)
{
  const UpChoice *choice;

  if (up_scene_get_kind (parent->reached) != UP_SCENE_DECISION ||
      !g_str_equal (up_scene_get_id (parent->reached), saved->scene))
    return NULL;

  choice = up_scene_find_choice (parent->reached, saved->choice);
  if (choice == NULL || !up_condition_holds (up_choice_get_condition (choice), parent->flags))
    return NULL;

  return choice;
}

/* Builds the tree again. @survivors gets, for each number that was saved, the last step that still
 * exists on the way to it, which is the step itself where nothing has changed. */
static gboolean
replay (UpRun *self, JsonArray *steps, GHashTable *survivors, gboolean *changed)
{
  guint n_steps = json_array_get_length (steps);
  Saved saved = { 0 };

  g_hash_table_insert (survivors, GUINT_TO_POINTER (0), &self->start);

  for (guint i = 0; i < n_steps; i++)
    {
      const UpChoice *choice;
      UpStep *parent;

      if (!read_step (json_array_get_element (steps, i), saved.number, &saved))
        return FALSE;

      parent = g_hash_table_lookup (survivors, GUINT_TO_POINTER ((guint) saved.after));
      if (parent == NULL)
        return FALSE;

      /* What comes after a step that is gone is gone with it. */
      choice = parent->number == saved.after ? find_choice (parent, &saved) : NULL;

      if (choice == NULL)
        {
          *changed = TRUE;
          g_hash_table_insert (survivors, GUINT_TO_POINTER ((guint) saved.number), parent);
        }
      else if (up_run_find_child (parent, choice) != NULL)
        {
          return FALSE;
        }
      else
        {
          UpStep *step = up_run_add_step (self, parent, choice, saved.number);

          g_set_str (&step->notice, saved.notice);
          step->seen = saved.seen;
          g_hash_table_insert (survivors, GUINT_TO_POINTER ((guint) saved.number), step);
        }
    }

  return TRUE;
}

/* Puts the cursor where it was, or after the last step before it that still exists. */
static gboolean
place_cursor (UpRun *self, JsonObject *at, GHashTable *survivors, gboolean *changed)
{
  const char *scene = read_string (at, "scene");
  const char *phase = read_string (at, "phase");
  gboolean after_choice;
  gint64 number;

  if (!read_int (at, "step", 0, MAX_STEPS, &number) || scene == NULL || phase == NULL ||
      !g_hash_table_contains (survivors, GUINT_TO_POINTER ((guint) number)))
    return FALSE;

  self->step = g_hash_table_lookup (survivors, GUINT_TO_POINTER ((guint) number));
  self->phase = up_run_phase_at (self->step->reached);

  after_choice = g_str_equal (phase, phases[UP_PHASE_HAPPENING]) ||
                 g_str_equal (phase, phases[UP_PHASE_FEEDBACK]);
  if (after_choice ? number == 0
                   : !g_str_equal (phase, phases[UP_PHASE_ASKING]) &&
                       !g_str_equal (phase, phases[UP_PHASE_ENDING]))
    return FALSE;

  if (self->step->number != number)
    *changed = TRUE;
  else if (after_choice)
    self->phase =
      g_str_equal (phase, phases[UP_PHASE_HAPPENING]) ? UP_PHASE_HAPPENING : UP_PHASE_FEEDBACK;
  else if (!g_str_equal (up_scene_get_id (self->step->reached), scene) ||
           !g_str_equal (phases[self->phase], phase))
    *changed = TRUE;

  /* One is there; runs saved by the first version do not say so. */
  if (!self->step->seen)
    self->step->seen = self->phase == UP_PHASE_ASKING || self->phase == UP_PHASE_ENDING;

  return TRUE;
}

static gboolean
load (UpRun *self, JsonNode *saved, gboolean *changed, GError **error)
{
  g_autoptr (GHashTable) survivors = g_hash_table_new (NULL, NULL);
  JsonObject *root;
  JsonNode *steps;
  JsonNode *at;
  const char *scenario;
  gint64 version;
  gint64 revision;

  if (!JSON_NODE_HOLDS_OBJECT (saved))
    return fail_damaged (error);

  root = json_node_get_object (saved);
  if (!read_int (root, "version", 1, G_MAXINT64, &version))
    return fail_damaged (error);

  if (version > SAVE_VERSION)
    {
      g_set_error_literal (error, UP_RUN_ERROR, UP_RUN_ERROR_NEWER,
                           _ ("This scenario was begun in a newer version of Upstander."));
      return FALSE;
    }

  scenario = read_string (root, "scenario");
  steps = json_object_get_member (root, "steps");
  at = json_object_get_member (root, "at");
  if (scenario == NULL || steps == NULL || !JSON_NODE_HOLDS_ARRAY (steps) || at == NULL ||
      !JSON_NODE_HOLDS_OBJECT (at) || !read_int (root, "revision", 0, G_MAXUINT, &revision))
    return fail_damaged (error);

  if (!g_str_equal (scenario, up_scenario_get_id (self->scenario)))
    {
      g_set_error_literal (error, UP_RUN_ERROR, UP_RUN_ERROR_OTHER,
                           _ ("What was saved belongs to another scenario."));
      return FALSE;
    }

  if (!replay (self, json_node_get_array (steps), survivors, changed) ||
      !place_cursor (self, json_node_get_object (at), survivors, changed) ||
      !up_run_said_load (self, root))
    return fail_damaged (error);

  return TRUE;
}

/**
 * up_run_load:
 * @scenario: the scenario as it is now
 * @saved: what up_run_save() gave, perhaps for an earlier revision of @scenario
 * @changed: (out) (optional): whether something of what was saved no longer exists
 * @error: return location for an error of the domain %UP_RUN_ERROR
 *
 * Replays a run. At each step it is verified that the scene reached is the one recorded, and that
 * the choice is open; a step of which that is no longer true is left out, together with those after
 * it. If one was at such a step, one stands after the last before it that still exists. A new
 * revision in which all steps still exist is no change.
 *
 * Returns: (transfer full) (nullable): the run, or %NULL with @error set where @saved cannot be read
 */
UpRun *
up_run_load (UpScenario *scenario, JsonNode *saved, gboolean *changed, GError **error)
{
  g_autoptr (UpRun) self = NULL;
  gboolean is_changed = FALSE;

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (saved != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = up_run_new (scenario);
  if (!load (self, saved, &is_changed, error))
    return NULL;

  if (changed != NULL)
    *changed = is_changed;

  return g_steal_pointer (&self);
}

/**
 * up_run_is_saved_at_end:
 * @saved: what up_run_save() gave
 *
 * Tells of a saved run, without its scenario, whether it has come to an ending.
 *
 * Returns: %TRUE where it has; %FALSE also where @saved cannot be read
 */
gboolean
up_run_is_saved_at_end (JsonNode *saved)
{
  JsonNode *at;

  g_return_val_if_fail (saved != NULL, FALSE);

  if (!JSON_NODE_HOLDS_OBJECT (saved))
    return FALSE;

  at = json_object_get_member (json_node_get_object (saved), "at");

  return at != NULL && JSON_NODE_HOLDS_OBJECT (at) &&
         g_strcmp0 (read_string (json_node_get_object (at), "phase"), phases[UP_PHASE_ENDING]) == 0;
}
