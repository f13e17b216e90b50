/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-content-reader.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* Scenarios for tests: those that come with the app, which a test may edit as JSON first, and small
 * ones of which a test writes no more than it is about. */

static inline JsonNode *
test_parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

/* The JSON of the scenarios that come with the app. */
static inline GPtrArray *
test_load_shipped (void)
{
  GPtrArray *shipped = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autofree char *path =
    g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", "scenarios", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *json = NULL;

      g_file_get_contents (file, &json, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (shipped, test_parse (json));
    }

  g_assert_cmpuint (shipped->len, >, 0);

  return shipped;
}

static inline JsonNode *
test_copy (JsonNode *node)
{
  g_autofree char *json = json_to_string (node, FALSE);

  return test_parse (json);
}

/* Reads @node as the app reads what comes with it: the schema's rules do not bind an edited one. */
static inline UpScenario *
test_read (JsonNode *node)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autofree char *json = json_to_string (node, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  UpScenario *scenario;

  up_content_reader_set_trusted (reader, TRUE);
  scenario = up_content_reader_read_scenario (reader, bytes, "test.json", problems, &error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *problem = up_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", problem);
    }
  g_assert_no_error (error);
  g_assert_nonnull (scenario);

  return scenario;
}

static inline void
test_fill_string (JsonObject *object, const char *key, const char *value)
{
  if (!json_object_has_member (object, key))
    json_object_set_string_member (object, key, value);
}

static inline void
test_fill_object (JsonObject *object, const char *key, const char *value)
{
  if (!json_object_has_member (object, key))
    json_object_set_member (object, key, test_parse (value));
}

static inline void
test_fill_choice (JsonArray *array, guint i, JsonNode *node, gpointer user_data)
{
  JsonObject *choice = json_node_get_object (node);

  test_fill_string (choice, "says", "…");
  test_fill_string (choice, "way", "delay");
  test_fill_object (choice, "happens", "[{\"text\": \"…\"}]");
  test_fill_object (choice, "feedback",
                    "{\"text\": \"…\", \"weighs\": [\"safety\"], \"leavesOpen\": []}");
  test_fill_object (choice, "practises", "{\"moves\": [], \"guide\": []}");
}

static inline void
test_fill_scene (JsonArray *array, guint i, JsonNode *node, gpointer user_data)
{
  JsonObject *scene = json_node_get_object (node);

  test_fill_string (scene, "summary", "…");
  test_fill_object (scene, "lines", "[{\"text\": \"…\"}]");
  if (json_object_has_member (scene, "choices"))
    {
      gboolean *has_pivot = user_data;

      json_array_foreach_element (json_object_get_array_member (scene, "choices"), test_fill_choice,
                                  NULL);
      test_fill_string (scene, "ask", "…");
      if (!*has_pivot)
        {
          json_object_set_boolean_member (scene, "pivotal", TRUE);
          test_fill_object (scene, "listenFor", "[\"…\", \"…\", \"…\"]");
          *has_pivot = TRUE;
        }
    }
  else if (!json_object_has_member (scene, "next"))
    {
      test_fill_object (scene, "ending",
                        "{\"title\": \"…\", \"text\": \"…\", \"effects\": {\"you\": \"steady\"}}");
    }
}

/* A small scenario: @json has id, start, flags and scenes, with what leads where; a scene that leads
 * nowhere is an ending. The rest is filled in. */
static inline JsonNode *
test_parse_small (const char *json)
{
  JsonNode *node = test_parse (json);
  JsonObject *root = json_node_get_object (node);
  gboolean has_pivot = FALSE;

  test_fill_string (root, "format", "upstander-scenario/1");
  test_fill_string (root, "review", "unreviewed");
  test_fill_string (root, "title", "Small");
  test_fill_string (root, "summary", "…");
  test_fill_string (root, "contentNote", "…");
  test_fill_string (root, "role", "ally");
  test_fill_string (root, "place", "work");
  test_fill_string (root, "power", "peer");
  test_fill_string (root, "tie", "colleague");
  test_fill_object (root, "revision", "1");
  test_fill_object (root, "minutes", "5");
  test_fill_object (root, "harms", "[\"age\"]");
  test_fill_object (root, "people", "[]");
  test_fill_object (root, "flags", "[]");
  test_fill_object (root, "debrief", "{\"questions\": [\"…\", \"…\", \"…\"]}");
  test_fill_object (root, "facilitator",
                    "{\"aim\": \"…\", \"watch\": \"…\", \"close\": \"…\", \"minutes\": 20}");
  json_array_foreach_element (json_object_get_array_member (root, "scenes"), test_fill_scene,
                              &has_pivot);

  return node;
}

static inline UpScenario *
test_read_small (const char *json)
{
  g_autoptr (JsonNode) node = test_parse_small (json);

  return test_read (node);
}

/* The element of a list that has @id. */
static inline JsonObject *
test_find (JsonObject *object, const char *list, const char *id)
{
  JsonArray *array = json_object_get_array_member (object, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (element, "id"), id))
        return element;
    }

  return NULL;
}
