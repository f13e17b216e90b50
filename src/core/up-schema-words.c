/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest key or value that another one is suggested for, in bytes. */
#define LONGEST_WORD 60

void
up_schema_append_path (GString *path, const UpSchemaFrame *at)
{
  if (at->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }
  up_schema_append_path (path, at->parent);
  if (at->key != NULL)
    up_json_path_append_key (path, at->key, strlen (at->key));
  else
    g_string_append_printf (path, "[%u]", at->index);
}

static const char *
get_id (const UpSchemaFrame *at)
{
  JsonNode *id;

  if (at->node == NULL || !JSON_NODE_HOLDS_OBJECT (at->node))
    return NULL;
  id = json_object_get_member (json_node_get_object (at->node), "id");
  if (id == NULL || !JSON_NODE_HOLDS_VALUE (id) || json_node_get_value_type (id) != G_TYPE_STRING ||
      *json_node_get_string (id) == '\0')
    return NULL;

  return json_node_get_string (id);
}

/* The nearest thing with an id, and not the whole file: that has a name already. */
char *
up_schema_describe_near (const UpSchemaFrame *at)
{
  while (at != NULL && at->parent != NULL && get_id (at) == NULL)
    at = at->parent;
  if (at == NULL || at->parent == NULL)
    return NULL;

  {
    const UpSchemaFrame *list = at->parent;
    const UpSchemaFrame *outer = list->parent;

    return up_problem_near (list->key, get_id (at), outer != NULL ? get_id (outer) : NULL);
  }
}

char *
up_schema_describe_value (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("a list"));
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return up_problem_quote (json_node_get_string (node));

  return json_to_string (node, FALSE);
}

char *
up_schema_join (GPtrArray *strings)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; strings != NULL && i < strings->len; i++)
    {
      if (i > 0)
        /* Translators: stands between the words of a list, such as “ally, target, called”. */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, g_ptr_array_index (strings, i));
    }

  return g_string_free (list, FALSE);
}

/* How many letters must be changed, added or taken away to make @b of @a; for short ASCII words. */
static guint
distance (const char *a, const char *b)
{
  guint row[LONGEST_WORD + 1];
  gsize n = strlen (b);

  if (n > LONGEST_WORD || strlen (a) > LONGEST_WORD)
    return G_MAXUINT;
  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint above = row[j];
          guint change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);

          row[j] = MIN (MIN (above, row[j - 1]) + 1, change);
          diagonal = above;
        }
    }

  return row[n];
}

/* The word that was probably meant, or NULL where none is near. */
const char *
up_schema_suggest (const char *word, GPtrArray *words)
{
  const char *best = NULL;
  guint best_distance = 3;

  for (guint i = 0; i < words->len; i++)
    {
      const char *other = g_ptr_array_index (words, i);
      guint d = distance (word, other);

      if (d < best_distance && d * 2 < strlen (other))
        {
          best = other;
          best_distance = d;
        }
    }

  return best;
}

char *
up_schema_describe_types (guint types)
{
  static const struct
  {
    UpSchemaType type;
    const char *name;
  } names[] = {
    { UP_SCHEMA_STRING, N_ ("text in quotes") },
    { UP_SCHEMA_INTEGER, N_ ("a whole number") },
    { UP_SCHEMA_NUMBER, N_ ("a number") },
    { UP_SCHEMA_BOOLEAN, N_ ("true or false") },
    { UP_SCHEMA_ARRAY, N_ ("a list") },
    { UP_SCHEMA_OBJECT, N_ ("an object") },
    { UP_SCHEMA_NULL, N_ ("null") },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if ((types & names[i].type) != 0)
        g_ptr_array_add (list, (gpointer) _ (names[i].name));
    }

  return up_schema_join (list);
}
