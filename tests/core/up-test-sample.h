/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-content-reader.h"

#include <stdlib.h>
#include <string.h>

/* A small scenario that is sound in every respect, and ways to spoil it in one. */

/* A few scenes that lead on by themselves → first decision → second → third → one of three endings;
 * stepping back ends at once. What is said at the first decision opens a fourth choice at the third. */
static inline char *
up_test_write_choice (const char *id, const char *way, const char *more, const char *next)
{
  return g_strdup_printf (
    "{\"id\": \"%s\", \"way\": \"%s\", \"says\": \"Some words of one length.\", %s"
    "\"happens\": [{\"who\": \"dana\", \"to\": \"you\", \"text\": \"Oh.\"}],"
    "\"feedback\": {\"text\": \"It slows things down, and that has two sides: nobody is laughed at "
    "for"
    " the moment, and nobody has said yet what was wrong with it, which some will notice.\","
    " \"weighs\": [\"urgency\"],"
    " \"leavesOpen\": [\"wishes\"]},"
    "\"practises\": {\"moves\": [\"ask-intention\"], \"guide\": [\"why.both\"]},"
    "\"next\": %s}",
    id, way, more, next);
}

static inline char *
up_test_write_decision (const char *id, const char *more, char **choices)
{
  g_autofree char *list = g_strjoinv (", ", choices);

  return g_strdup_printf (
    "{\"id\": \"%s\", \"where\": \"At work\", \"audience\": \"group\","
    "\"present\": [\"dana\", \"minh\"], \"summary\": \"What is skipped.\","
    "\"lines\": [{\"text\": \"A line.\"}], \"ask\": \"What now?\", %s"
    "\"choices\": [%s],"
    "\"facilitator\": {\"watch\": \"Who speaks?\", \"discuss\": [\"Why?\", \"Why not?\"]}}",
    id, more, list);
}

static inline char *
up_test_write_ending (const char *id, const char *title, const char *harm)
{
  return g_strdup_printf ("{\"id\": \"%s\", \"summary\": \"How it ends.\", \"lines\": [{\"who\": "
                          "\"minh\", \"text\": \"Hm.\"}],"
                          "\"ending\": {\"title\": \"%s\", \"text\": \"So it ends.\","
                          "\"effects\": {\"harm\": \"%s\", \"relationship\": \"open\"}}}",
                          id, title, harm);
}

static inline JsonNode *
up_test_sample (void)
{
  g_autofree char *a1 =
    up_test_write_choice ("ask", "call-in", "\"sets\": [\"spoke\"],", "\"two\"");
  g_autofree char *a2 = up_test_write_choice ("oppose", "call-out", "", "\"two\"");
  g_autofree char *a3 = up_test_write_choice ("turn", "support", "", "\"bridge\"");
  g_autofree char *a4 = up_test_write_choice ("leave", "step-back", "", "\"quiet\"");
  g_autofree char *b1 = up_test_write_choice ("ask", "call-in", "", "\"three\"");
  g_autofree char *b2 = up_test_write_choice ("oppose", "call-out", "", "\"three\"");
  g_autofree char *b3 = up_test_write_choice ("turn", "support", "", "\"three\"");
  g_autofree char *c1 = up_test_write_choice ("ask", "call-in", "", "\"better\"");
  g_autofree char *c2 = up_test_write_choice ("oppose", "call-out", "", "\"open\"");
  g_autofree char *c3 = up_test_write_choice ("turn", "support", "",
                                              "[{\"if\": [\"spoke\"], \"to\": \"better\"},"
                                              " {\"to\": \"quiet\"}]");
  g_autofree char *c4 =
    up_test_write_choice ("again", "set-limit", "\"if\": [\"spoke\"],", "\"open\"");
  g_autofree char *one =
    up_test_write_decision ("one", "\"pivotal\": true, \"listenFor\": [\"a\", \"b\", \"c\"],",
                            (char *[]) { a1, a2, a3, a4, NULL });
  g_autofree char *two = up_test_write_decision ("two", "", (char *[]) { b1, b2, b3, NULL });
  g_autofree char *three =
    up_test_write_decision ("three", "", (char *[]) { c1, c2, c3, c4, NULL });
  g_autofree char *better = up_test_write_ending ("better", "Better", "stopped");
  g_autofree char *open = up_test_write_ending ("open", "Open", "named");
  g_autofree char *quiet = up_test_write_ending ("quiet", "Quiet", "goes-on");
  g_autofree char *text = g_strdup_printf (
    "{\"format\": \"upstander-scenario/1\", \"id\": \"sample\", \"revision\": 3,"
    "\"review\": \"unreviewed\", \"title\": \"A sample\", \"summary\": \"For tests.\","
    "\"contentNote\": \"Nothing bad.\", \"minutes\": 8, \"role\": \"ally\", \"place\": \"work\","
    "\"power\": \"peer\", \"tie\": \"colleague\", \"harms\": [\"language\", \"ethnicity\"],"
    "\"people\": [{\"id\": \"dana\", \"name\": \"Dana\", \"pronouns\": \"she\", \"part\": "
    "\"harms\","
    " \"who\": \"A colleague\"}, {\"id\": \"minh\", \"name\": \"Minh\", \"pronouns\": \"he\","
    " \"part\": \"harmed\", \"who\": \"Another\"}],"
    "\"flags\": [{\"id\": \"spoke\", \"means\": \"Asked at once.\"}],"
    "\"start\": \"dawn\", \"scenes\": [%s, %s,"
    "{\"id\": \"bridge\", \"summary\": \"On the way.\", \"lines\": [{\"who\": \"you\","
    " \"manner\": \"quietly\", \"text\": \"Well.\"}], \"next\": \"two\"}, %s, %s, %s, %s,"
    "{\"id\": \"dawn\", \"summary\": \"At dawn.\", \"lines\": [{\"text\": \"Six.\"}],"
    " \"next\": \"road\"},"
    "{\"id\": \"road\", \"summary\": \"Going.\", \"lines\": [{\"text\": \"Eight.\"}],"
    " \"next\": \"door\"},"
    "{\"id\": \"door\", \"summary\": \"There.\", \"lines\": [{\"text\": \"Nine.\"}],"
    " \"next\": \"one\"}],"
    "\"debrief\": {\"questions\": [\"What?\", \"How?\", \"When?\"]},"
    "\"facilitator\": {\"aim\": \"To see.\", \"watch\": \"The room.\", \"close\": \"Thanks.\","
    " \"minutes\": 30}}",
    one, two, three, better, open, quiet);

  return json_from_string (text, NULL);
}

/* The node at a path such as "scenes[1].choices[0].next"; the last step is left to the caller. */
static inline JsonNode *
up_test_find (JsonNode *root, char **steps, guint n_steps)
{
  JsonNode *node = root;

  for (guint i = 0; i < n_steps; i++)
    node = g_ascii_isdigit (*steps[i])
             ? json_array_get_element (json_node_get_array (node), atoi (steps[i]))
             : json_object_get_member (json_node_get_object (node), steps[i]);

  return node;
}

/* Puts @json in the place of what is at @path: an object's member, new or not, or a list's element;
 * NULL takes it away. An index of "-" adds to a list. */
static inline void
up_test_edit (JsonNode *root, const char *path, const char *json)
{
  g_autoptr (GString) dotted = g_string_new (path);
  g_auto (GStrv) steps = NULL;
  guint n_steps;
  JsonNode *parent;
  JsonNode *node = json != NULL ? json_from_string (json, NULL) : NULL;

  g_assert_true (json == NULL || node != NULL);
  g_string_replace (dotted, "[", ".", 0);
  g_string_replace (dotted, "]", "", 0);
  steps = g_strsplit (dotted->str, ".", -1);
  n_steps = g_strv_length (steps);
  parent = up_test_find (root, steps, n_steps - 1);
  g_assert_nonnull (parent);

  if (JSON_NODE_HOLDS_OBJECT (parent))
    {
      json_object_remove_member (json_node_get_object (parent), steps[n_steps - 1]);
      if (node != NULL)
        json_object_set_member (json_node_get_object (parent), steps[n_steps - 1], node);
    }
  else if (g_str_equal (steps[n_steps - 1], "-"))
    {
      json_array_add_element (json_node_get_array (parent), node);
    }
  else
    {
      JsonArray *list = json_node_get_array (parent);
      guint place = atoi (steps[n_steps - 1]);
      g_autoptr (JsonArray) copy = json_array_new ();

      for (guint i = 0; i < json_array_get_length (list); i++)
        if (i != place)
          json_array_add_element (copy, json_node_copy (json_array_get_element (list, i)));
        else if (node != NULL)
          json_array_add_element (copy, node);
      json_node_set_array (parent, copy);
    }
}

static inline GBytes *
up_test_bytes (JsonNode *root)
{
  char *text = json_to_string (root, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static inline GPtrArray *
up_test_new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
}

static inline gboolean
up_test_has_problem (GPtrArray *problems, const char *path, const char *message)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const UpProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->path, path) && strstr (problem->message, message) != NULL)
        return TRUE;
    }

  return FALSE;
}

static inline void
up_test_print_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = up_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
}
