/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-run-private.h"

/* What is said in and around a run, as it is saved. Every member but the id may be missing, so that a
 * run that was saved before there were any is read as one in which nothing was said:
 *
 *   "id": "…", "seconds": 240, "confidence": {"before": 2, "after": 3},
 *   "answers": ["…", null, "…"], "rehearsal": "aloud", "words": "…", "skipped": ["corridor"] */

static const char *const times[UP_CONFIDENCE_N_TIMES] = {
  [UP_CONFIDENCE_BEFORE] = "before",
  [UP_CONFIDENCE_AFTER] = "after",
};

static const char *const rehearsals[] = {
  [UP_REHEARSAL_NONE] = NULL,
  [UP_REHEARSAL_PASSED_OVER] = "passed-over",
  [UP_REHEARSAL_ALOUD] = "aloud",
  [UP_REHEARSAL_TYPED] = "typed",
};

static void
set_words (char **place, const char *words)
{
  if (words != NULL && *words == '\0')
    words = NULL;

  g_set_str (place, words);
}

/**
 * up_run_get_id:
 * @self: a run
 *
 * Returns: (transfer none): a UUID, which is saved with the run. One that was saved without gets one
 *   when it is loaded
 */
const char *
up_run_get_id (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return self->id;
}

/**
 * up_run_set_confidence:
 * @self: a run
 * @when: before or after it
 * @step: 1 to %UP_CONFIDENCE_STEPS, or 0 for not said
 *
 * Keeps how sure a person said they were. It is theirs to look back on; nothing is counted by it.
 */
void
up_run_set_confidence (UpRun *self, UpConfidenceTime when, guint step)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (when < UP_CONFIDENCE_N_TIMES);
  g_return_if_fail (step <= UP_CONFIDENCE_STEPS);

  self->confidence[when] = step;
}

/**
 * up_run_get_confidence:
 * @self: a run
 * @when: before or after it
 *
 * Returns: 1 to %UP_CONFIDENCE_STEPS, or 0 for not said
 */
guint
up_run_get_confidence (UpRun *self, UpConfidenceTime when)
{
  g_return_val_if_fail (UP_IS_RUN (self), 0);
  g_return_val_if_fail (when < UP_CONFIDENCE_N_TIMES, 0);

  return self->confidence[when];
}

/**
 * up_run_set_answer:
 * @self: a run
 * @question: the place of a question of the debrief, from 0
 * @text: (nullable): what a person wrote; %NULL or empty takes it back
 *
 * Keeps an answer.
 */
void
up_run_set_answer (UpRun *self, guint question, const char *text)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (question < UP_RUN_N_QUESTIONS);

  set_words (&self->answers[question], text);
}

/**
 * up_run_get_answer:
 * @self: a run
 * @question: the place of a question of the debrief, from 0
 *
 * Returns: (transfer none) (nullable): what the person wrote
 */
const char *
up_run_get_answer (UpRun *self, guint question)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);
  g_return_val_if_fail (question < UP_RUN_N_QUESTIONS, NULL);

  return self->answers[question];
}

/**
 * up_run_set_rehearsal:
 * @self: a run
 * @how: how the words were tried out
 *
 * Keeps how a person said it in their own words before the pivotal decision, so that they are asked
 * to once in a run.
 */
void
up_run_set_rehearsal (UpRun *self, UpRehearsal how)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (how < G_N_ELEMENTS (rehearsals));

  self->rehearsal = how;
}

/**
 * up_run_get_rehearsal:
 * @self: a run
 *
 * Returns: how the words were tried out; %UP_REHEARSAL_NONE where that was not asked yet
 */
UpRehearsal
up_run_get_rehearsal (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), UP_REHEARSAL_NONE);

  return self->rehearsal;
}

/**
 * up_run_set_words:
 * @self: a run
 * @words: (nullable): one's own wording; %NULL or empty for none
 *
 * Keeps what a person would say, for whom that was asked to be kept.
 */
void
up_run_set_words (UpRun *self, const char *words)
{
  g_return_if_fail (UP_IS_RUN (self));

  set_words (&self->words, words);
}

/**
 * up_run_get_words:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): one's own wording, where it was to be kept
 */
const char *
up_run_get_words (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return self->words;
}

/**
 * up_run_set_skipped:
 * @self: a run
 * @scene: a scene's id, or `SCENE/CHOICE` for what happens after a choice
 *
 * Remembers that of a scene only the summary was read.
 */
void
up_run_set_skipped (UpRun *self, const char *scene)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (scene != NULL);

  g_hash_table_add (self->skipped, g_strdup (scene));
}

/**
 * up_run_unset_skipped:
 * @self: a run
 * @scene: as for up_run_set_skipped()
 *
 * Remembers that the scene was read after all.
 */
void
up_run_unset_skipped (UpRun *self, const char *scene)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (scene != NULL);

  g_hash_table_remove (self->skipped, scene);
}

/**
 * up_run_is_skipped:
 * @self: a run
 * @scene: as for up_run_set_skipped()
 *
 * Returns: whether of that scene only the summary was read
 */
gboolean
up_run_is_skipped (UpRun *self, const char *scene)
{
  g_return_val_if_fail (UP_IS_RUN (self), FALSE);
  g_return_val_if_fail (scene != NULL, FALSE);

  return g_hash_table_contains (self->skipped, scene);
}

/**
 * up_run_add_seconds:
 * @self: a run
 * @seconds: a time, in seconds
 *
 * Adds to the time that was spent on the run. A run has no clock: up_journal_keep_run() does this.
 */
void
up_run_add_seconds (UpRun *self, guint seconds)
{
  g_return_if_fail (UP_IS_RUN (self));

  self->seconds = seconds < G_MAXINT - self->seconds ? self->seconds + seconds : G_MAXINT;
}

/**
 * up_run_get_seconds:
 * @self: a run
 *
 * Returns: the time that was spent on the run, in seconds, longer pauses left out
 */
guint
up_run_get_seconds (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), 0);

  return self->seconds;
}

static void
save_answers (UpRun *self, JsonObject *root)
{
  JsonArray *answers = json_array_sized_new (UP_RUN_N_QUESTIONS);
  gboolean is_any = FALSE;

  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    {
      if (self->answers[i] != NULL)
        json_array_add_string_element (answers, self->answers[i]);
      else
        json_array_add_null_element (answers);
      is_any = is_any || self->answers[i] != NULL;
    }

  if (is_any)
    json_object_set_array_member (root, "answers", answers);
  else
    json_array_unref (answers);
}

static void
save_confidence (UpRun *self, JsonObject *root)
{
  JsonObject *confidence = NULL;

  for (guint i = 0; i < UP_CONFIDENCE_N_TIMES; i++)
    {
      if (self->confidence[i] == 0)
        continue;

      if (confidence == NULL)
        confidence = json_object_new ();
      json_object_set_int_member (confidence, times[i], self->confidence[i]);
    }

  if (confidence != NULL)
    json_object_set_object_member (root, "confidence", confidence);
}

/* In the order of their names, so that the same run is saved as the same text. */
static void
save_skipped (UpRun *self, JsonObject *root)
{
  g_autoptr (GPtrArray) scenes = g_hash_table_get_keys_as_ptr_array (self->skipped);
  JsonArray *skipped;

  if (scenes->len == 0)
    return;

  g_ptr_array_sort_values (scenes, (GCompareFunc) g_strcmp0);
  skipped = json_array_sized_new (scenes->len);
  for (guint i = 0; i < scenes->len; i++)
    json_array_add_string_element (skipped, g_ptr_array_index (scenes, i));
  json_object_set_array_member (root, "skipped", skipped);
}

/**
 * up_run_said_save:
 * @self: a run
 * @root: what it is saved in
 *
 * Adds what was said to what is saved.
 */
void
up_run_said_save (UpRun *self, JsonObject *root)
{
  json_object_set_string_member (root, "id", self->id);
  if (self->seconds > 0)
    json_object_set_int_member (root, "seconds", self->seconds);
  save_confidence (self, root);
  save_answers (self, root);
  if (self->rehearsal != UP_REHEARSAL_NONE)
    json_object_set_string_member (root, "rehearsal", rehearsals[self->rehearsal]);
  if (self->words != NULL)
    json_object_set_string_member (root, "words", self->words);
  save_skipped (self, root);
}

static gboolean
load_int (JsonObject *object, const char *key, gint64 maximum, guint *value)
{
  JsonNode *node = json_object_get_member (object, key);
  gint64 number;

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  number = json_node_get_int (node);
  *value = (guint) CLAMP (number, 0, maximum);

  return number >= 0 && number <= maximum;
}

static gboolean
load_string (JsonObject *object, const char *key, const char **value)
{
  JsonNode *node = json_object_get_member (object, key);

  *value = NULL;
  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;

  *value = json_node_get_string (node);

  return TRUE;
}

static gboolean
load_confidence (UpRun *self, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "confidence");

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  for (guint i = 0; i < UP_CONFIDENCE_N_TIMES; i++)
    if (!load_int (json_node_get_object (node), times[i], UP_CONFIDENCE_STEPS,
                   &self->confidence[i]))
      return FALSE;

  return TRUE;
}

static gboolean
load_answers (UpRun *self, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "answers");
  JsonArray *answers;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  answers = json_node_get_array (node);
  if (json_array_get_length (answers) > UP_RUN_N_QUESTIONS)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (answers); i++)
    {
      JsonNode *answer = json_array_get_element (answers, i);

      if (json_node_get_value_type (answer) == G_TYPE_STRING)
        set_words (&self->answers[i], json_node_get_string (answer));
      else if (!JSON_NODE_HOLDS_NULL (answer))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_rehearsal (UpRun *self, JsonObject *root)
{
  const char *how;

  if (!load_string (root, "rehearsal", &how))
    return FALSE;

  if (how == NULL)
    return TRUE;

  for (guint i = UP_REHEARSAL_NONE + 1; i < G_N_ELEMENTS (rehearsals); i++)
    if (g_str_equal (how, rehearsals[i]))
      self->rehearsal = i;

  return self->rehearsal != UP_REHEARSAL_NONE;
}

/* Whether the scenario still has what was skipped: a scene, or a choice of one. */
static gboolean
is_there (UpScenario *scenario, const char *skipped)
{
  g_auto (GStrv) ids = g_strsplit (skipped, "/", 2);
  const UpScene *scene = ids[0] != NULL ? up_scenario_find_scene (scenario, ids[0]) : NULL;

  return scene != NULL && (ids[1] == NULL || up_scene_find_choice (scene, ids[1]) != NULL);
}

/* A scene that the scenario no longer has is forgotten. */
static gboolean
load_skipped (UpRun *self, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "skipped");
  JsonArray *skipped;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  skipped = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (skipped); i++)
    {
      JsonNode *scene = json_array_get_element (skipped, i);

      if (json_node_get_value_type (scene) != G_TYPE_STRING)
        return FALSE;

      if (is_there (self->scenario, json_node_get_string (scene)))
        up_run_set_skipped (self, json_node_get_string (scene));
    }

  return TRUE;
}

/**
 * up_run_said_load:
 * @self: a run that is being loaded
 * @root: what it was saved in
 *
 * Reads what was said.
 *
 * Returns: whether it is of the shape that it is saved in
 */
gboolean
up_run_said_load (UpRun *self, JsonObject *root)
{
  const char *id;
  const char *words;

  if (!load_string (root, "id", &id) || (id != NULL && *id == '\0') ||
      !load_int (root, "seconds", G_MAXINT, &self->seconds) || !load_confidence (self, root) ||
      !load_answers (self, root) || !load_rehearsal (self, root) ||
      !load_string (root, "words", &words) || !load_skipped (self, root))
    return FALSE;

  if (id != NULL)
    g_set_str (&self->id, id);
  set_words (&self->words, words);

  return TRUE;
}
