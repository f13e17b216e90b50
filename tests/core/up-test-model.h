/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-test-scenario.h"

/* A scenario read from its JSON without the reader and the engine, to hold both against: flags are
 * bits in the order in which they are declared, and scenes numbers in the order of the file. */

typedef struct
{
  guint all;
  guint none;
} ModelCondition;

typedef struct
{
  ModelCondition condition;
  const char *text;
} ModelLine;

typedef struct
{
  ModelCondition condition;
  guint scene;
} ModelExit;

typedef struct
{
  const char *id;
  ModelCondition condition;
  guint sets;
  GArray *happens; /* of ModelLine */
  GArray *exits;   /* of ModelExit */
} ModelChoice;

typedef struct
{
  const char *id;
  GArray *lines;   /* of ModelLine */
  GArray *choices; /* of ModelChoice */
  GArray *exits;   /* of ModelExit; empty for an ending */
} ModelScene;

typedef struct
{
  JsonObject *root;
  GArray *scenes; /* of ModelScene */
  guint start;
} Model;

static inline guint
model_find_number (JsonObject *root, const char *list, const char *id)
{
  JsonArray *array = json_object_get_array_member (root, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (array, i), "id"),
                     id))
      return i;

  g_assert_not_reached ();
}

static inline guint
model_read_flags (JsonObject *root, JsonObject *object, const char *key)
{
  guint flags = 0;
  JsonArray *array;

  if (!json_object_has_member (object, key))
    return 0;

  array = json_object_get_array_member (object, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    flags |= 1u << model_find_number (root, "flags", json_array_get_string_element (array, i));

  return flags;
}

static inline ModelCondition
model_read_condition (JsonObject *root, JsonObject *object)
{
  return (ModelCondition) { model_read_flags (root, object, "if"),
                            model_read_flags (root, object, "unless") };
}

static inline GArray *
model_read_lines (JsonObject *root, JsonObject *object, const char *key)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ModelLine));
  JsonArray *array = json_object_get_array_member (object, key);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *line = json_array_get_object_element (array, i);
      ModelLine read = { model_read_condition (root, line),
                         json_object_get_string_member (line, "text") };

      g_array_append_val (lines, read);
    }

  return lines;
}

static inline GArray *
model_read_exits (JsonObject *root, JsonObject *object)
{
  GArray *exits = g_array_new (FALSE, FALSE, sizeof (ModelExit));
  JsonNode *next = json_object_get_member (object, "next");

  if (next != NULL && JSON_NODE_HOLDS_VALUE (next))
    {
      ModelExit only = { { 0, 0 },
                         model_find_number (root, "scenes", json_node_get_string (next)) };

      g_array_append_val (exits, only);
    }

  for (guint i = 0; next != NULL && JSON_NODE_HOLDS_ARRAY (next) &&
                    i < json_array_get_length (json_node_get_array (next));
       i++)
    {
      JsonObject *way_out = json_array_get_object_element (json_node_get_array (next), i);
      const char *to = json_object_get_string_member (way_out, "to");
      ModelExit read = { model_read_condition (root, way_out),
                         model_find_number (root, "scenes", to) };

      g_array_append_val (exits, read);
    }

  return exits;
}

static inline void
model_clear_choice (ModelChoice *choice)
{
  g_array_unref (choice->happens);
  g_array_unref (choice->exits);
}

static inline GArray *
model_read_choices (JsonObject *root, JsonObject *scene)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (ModelChoice));
  JsonArray *array;

  g_array_set_clear_func (choices, (GDestroyNotify) model_clear_choice);
  if (!json_object_has_member (scene, "choices"))
    return choices;

  array = json_object_get_array_member (scene, "choices");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *choice = json_array_get_object_element (array, i);
      ModelChoice read = {
        .id = json_object_get_string_member (choice, "id"),
        .condition = model_read_condition (root, choice),
        .sets = model_read_flags (root, choice, "sets"),
        .happens = model_read_lines (root, choice, "happens"),
        .exits = model_read_exits (root, choice),
      };

      g_array_append_val (choices, read);
    }

  return choices;
}

static inline void
model_clear_scene (ModelScene *scene)
{
  g_array_unref (scene->lines);
  g_array_unref (scene->choices);
  g_array_unref (scene->exits);
}

/* Borrows from @node. */
static inline void
model_init (Model *self, JsonNode *node)
{
  JsonArray *array;

  self->root = json_node_get_object (node);
  self->scenes = g_array_new (FALSE, FALSE, sizeof (ModelScene));
  g_array_set_clear_func (self->scenes, (GDestroyNotify) model_clear_scene);

  array = json_object_get_array_member (self->root, "scenes");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *scene = json_array_get_object_element (array, i);
      ModelScene read = {
        .id = json_object_get_string_member (scene, "id"),
        .lines = model_read_lines (self->root, scene, "lines"),
        .choices = model_read_choices (self->root, scene),
        .exits = model_read_exits (self->root, scene),
      };

      g_array_append_val (self->scenes, read);
    }

  self->start =
    model_find_number (self->root, "scenes", json_object_get_string_member (self->root, "start"));
}

static inline void
model_clear (Model *self)
{
  g_clear_pointer (&self->scenes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static inline gboolean
model_holds (ModelCondition condition, guint flags)
{
  return (flags & condition.all) == condition.all && (flags & condition.none) == 0;
}

static inline const ModelScene *
model_get_scene (const Model *self, guint scene)
{
  return &g_array_index (self->scenes, ModelScene, scene);
}

static inline guint
model_take_exit (const GArray *exits, guint flags)
{
  for (guint i = 0; i < exits->len; i++)
    if (model_holds (g_array_index (exits, ModelExit, i).condition, flags))
      return g_array_index (exits, ModelExit, i).scene;

  g_assert_not_reached ();
}

/* From @scene through all that lead on by themselves; @passage (nullable) takes the scenes' numbers. */
static inline guint
model_walk (const Model *self, guint scene, guint flags, GArray *passage)
{
  for (guint n = 0;; n++)
    {
      const GArray *exits = model_get_scene (self, scene)->exits;

      g_assert_cmpuint (n, <=, self->scenes->len);
      if (passage != NULL)
        g_array_append_val (passage, scene);
      if (exits->len == 0)
        return scene;
      scene = model_take_exit (exits, flags);
    }
}
