/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-reading-private.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  MOVE,
  POINT,
  CHAPTER,
  SCENARIO,
} Kind;

/* Where formats name something that stands in another file. What a scenario names is checked together
 * with its scenes, by up_scenario_check(). */
static const struct
{
  const char *format;
  const char *path; /* the keys that lead there, past the elements of lists */
  Kind kind;
} references[] = {
  { "upstander-agenda/1", "items/chapter", CHAPTER },
  { "upstander-agenda/1", "items/moves", MOVE },
  { "upstander-agenda/1", "items/scenario", SCENARIO },
  { "upstander-guide/1", "chapters/blocks/moves", MOVE },
  { "upstander-guide/1", "chapters/blocks/scenarios", SCENARIO },
  { "upstander-moments/1", "moments/moves", MOVE },
  { "upstander-moves/1", "moves/covers", POINT },
  { "upstander-own-phrases/1", "phrases/move", MOVE },
  { "upstander-phrases/1", "phrases/move", MOVE },
  { "upstander-which-way/1", "rules/covers", POINT },
};

static void
check_id (UpReading *reading, const char *id, Kind kind)
{
  const UpCheckContext *context = reading->context;
  g_autofree char *found = NULL;
  const char *expected;
  const char *message;
  UpKnows knows;

  switch (kind)
    {
    case MOVE:
      knows = context->knows_move;
      expected = _ ("a move’s id");
      message = _ ("There is no such move.");
      break;

    case POINT:
      knows = context->knows_point;
      expected = _ ("the id of a point that the guide covers");
      message = _ ("There is no such point in the guide.");
      break;

    case CHAPTER:
      knows = context->knows_chapter;
      expected = _ ("the id of a chapter of the guide");
      message = _ ("There is no such chapter in the guide.");
      break;

    case SCENARIO:
      knows = context->knows_scenario;
      expected = _ ("a scenario’s id");
      message = _ ("There is no such scenario.");
      break;

    default:
      g_return_if_reached ();
    }

  if (knows == NULL || knows (id, context->user_data))
    return;

  found = up_problem_quote (id);
  up_reading_complain (reading, NULL, found, expected, message);
}

static void follow (UpReading *reading, JsonObject *object, char **path, Kind kind);

/* What is not of the format's shape has been told of already. */
static void
visit (UpReading *reading, JsonNode *node, char **path, Kind kind)
{
  if (JSON_NODE_HOLDS_OBJECT (node) && *path != NULL)
    follow (reading, json_node_get_object (node), path, kind);
  else if (JSON_NODE_HOLDS_VALUE (node) && *path == NULL && json_node_get_string (node) != NULL)
    check_id (reading, json_node_get_string (node), kind);
}

static void
follow (UpReading *reading, JsonObject *object, char **path, Kind kind)
{
  JsonNode *node = json_object_get_member (object, path[0]);
  JsonArray *list;

  if (node == NULL)
    return;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      up_reading_enter (reading, path[0], -1, NULL);
      visit (reading, node, path + 1, kind);
      up_reading_leave (reading);
      return;
    }

  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *element = json_array_get_element (list, i);
      const char *id = JSON_NODE_HOLDS_OBJECT (element)
                         ? up_reading_peek (json_node_get_object (element), "id")
                         : NULL;

      up_reading_enter (reading, path[0], (int) i, id);
      visit (reading, element, path + 1, kind);
      up_reading_leave (reading);
    }
}

/**
 * up_references_check:
 * @reading: a reading at the root, with a context
 * @root: the JSON of a file
 * @format: its format
 *
 * Checks that what the file names of other files is there.
 */
void
up_references_check (UpReading *reading, JsonObject *root, const char *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_auto (GStrv) path = NULL;

      if (g_strcmp0 (references[i].format, format) != 0)
        continue;

      path = g_strsplit (references[i].path, "/", -1);
      follow (reading, root, path, references[i].kind);
    }
}
