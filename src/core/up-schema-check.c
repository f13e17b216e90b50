/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

#include "up-hash.h"

#include <math.h>
#include <string.h>

/* Up to this many elements are compared each with each. */
#define FEW_ELEMENTS 16

static gboolean check (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at);

static gboolean
check_string (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at,
              const char *text)
{
  gsize length = strlen (text);
  gboolean fits;

  /* Characters are counted only where the bytes leave it open. */
  if (length / 4 < node->min_length || length > node->max_length)
    {
      guint characters = (guint) g_utf8_strlen (text, (gssize) length);

      if (characters < node->min_length || characters > node->max_length)
        {
          up_schema_report_length (self, at, node, characters);
          /* Said once is enough: an empty text matches no pattern either. */
          return FALSE;
        }
    }

  fits = up_schema_matches_pattern (node, text, length);
  if (!fits)
    up_schema_report_pattern (self, at, node);

  return fits;
}

static gboolean
check_number (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at)
{
  double value = json_node_get_double (at->node);

  if (value >= node->minimum && value <= node->maximum)
    return TRUE;
  up_schema_report_range (self, at, node, value);

  return FALSE;
}

/* The string that tells an element from others, or NULL: itself, or its member @member. */
static JsonNode *
get_key_node (JsonNode *element, const char *member)
{
  if (member != NULL)
    element = JSON_NODE_HOLDS_OBJECT (element)
                ? json_object_get_member (json_node_get_object (element), member)
                : NULL;
  if (element == NULL || !JSON_NODE_HOLDS_VALUE (element) ||
      json_node_get_value_type (element) != G_TYPE_STRING)
    return NULL;

  return element;
}

/* Whether each string of a list, or the member @member of each of its objects, stands there once. */
static gboolean
check_unique (UpSchemaCheck *self, const UpSchemaFrame *at, const char *member)
{
  JsonArray *array = json_node_get_array (at->node);
  guint length = json_array_get_length (array);
  const char *few[FEW_ELEMENTS];
  guint n_few = 0;
  g_autoptr (GHashTable) many = NULL;
  gboolean fits = TRUE;

  if (length < 2)
    return TRUE;
  if (length > FEW_ELEMENTS)
    many = up_hash_table_new ();

  for (guint i = 0; i < length && !self->full; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonNode *node = get_key_node (element, member);
      UpSchemaFrame element_at = { at, element, NULL, i };
      UpSchemaFrame member_at = { &element_at, node, member, 0 };
      gboolean twice = FALSE;
      const char *key;

      if (node == NULL)
        continue;
      key = json_node_get_string (node);
      if (many != NULL)
        {
          twice = !g_hash_table_add (many, (gpointer) key);
        }
      else
        {
          for (guint j = 0; j < n_few; j++)
            twice = twice || strcmp (few[j], key) == 0;
          few[n_few++] = key;
        }
      if (twice)
        {
          up_schema_report_twice (self, member != NULL ? &member_at : &element_at);
          fits = FALSE;
        }
    }

  return fits;
}

static gboolean
check_array (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at)
{
  JsonArray *array = json_node_get_array (at->node);
  guint length = json_array_get_length (array);
  guint n_prefix = node->prefix != NULL ? node->prefix->len : 0;
  gboolean fits = TRUE;

  if (length < node->min_items || length > node->max_items)
    {
      up_schema_report_count (self, at, node, length);
      fits = FALSE;
    }

  if (node->items != NULL || n_prefix > 0)
    {
      for (guint i = 0; i < length && !self->full; i++)
        {
          const UpSchemaNode *item =
            i < n_prefix ? g_ptr_array_index (node->prefix, i) : node->items;
          UpSchemaFrame element_at = { at, json_array_get_element (array, i), NULL, i };

          if (item != NULL && !check (self, item, &element_at))
            {
              fits = FALSE;
              if (self->quiet > 0)
                return FALSE;
            }
        }
    }

  if (node->unique && !check_unique (self, at, NULL))
    fits = FALSE;
  if (node->unique_member != NULL && !check_unique (self, at, node->unique_member))
    fits = FALSE;

  if (node->contains != NULL)
    {
      guint count = 0;

      self->quiet++;
      for (guint i = 0; i < length; i++)
        {
          UpSchemaFrame element_at = { at, json_array_get_element (array, i), NULL, i };

          if (check (self, node->contains, &element_at))
            count++;
        }
      self->quiet--;
      if (count < node->min_contains || count > node->max_contains)
        {
          up_schema_report_contains (self, at, node, count);
          fits = FALSE;
        }
    }

  return fits;
}

/* @seen gains the place of the member among the properties. */
static gboolean
check_member (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at,
              const char *name, JsonNode *member, guint64 *seen)
{
  guint place = up_schema_lookup_property (node, name);
  UpSchemaFrame member_at = { at, member, name, 0 };

  if (place < node->n_properties)
    {
      *seen |= G_GUINT64_CONSTANT (1) << place;
      return check (self, node->properties[place].node, &member_at);
    }
  if (!node->closed)
    return TRUE;
  up_schema_report_unknown (self, &member_at, node);

  return FALSE;
}

static gboolean
check_members (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at,
               JsonObject *object, guint64 *seen)
{
  gboolean fits = TRUE;

  if (node->closed || node->n_properties > json_object_get_size (object))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      /* Problems are told in the order of the text; the faster way has none. */
      if (self->quiet > 0)
        {
          json_object_iter_init (&iter, object);
          while (json_object_iter_next (&iter, &name, &member))
            {
              if (!check_member (self, node, at, name, member, seen))
                return FALSE;
            }
        }
      else
        {
          json_object_iter_init_ordered (&iter, object);
          while (json_object_iter_next_ordered (&iter, &name, &member) && !self->full)
            fits = check_member (self, node, at, name, member, seen) && fits;
        }
    }
  else
    {
      for (guint i = 0; i < node->n_properties && !self->full; i++)
        {
          JsonNode *member = json_object_get_member (object, node->properties[i].name);

          if (member != NULL)
            fits = check_member (self, node, at, node->properties[i].name, member, seen) && fits;
          if (!fits && self->quiet > 0)
            return FALSE;
        }
    }

  if (node->required != NULL && !self->full &&
      ((*seen & node->required_mask) != node->required_mask || node->required_elsewhere))
    {
      for (guint i = 0; i < node->required->len; i++)
        {
          const char *name = g_ptr_array_index (node->required, i);

          if (!json_object_has_member (object, name))
            {
              up_schema_report_missing (self, at, node, name);
              fits = FALSE;
            }
        }
    }

  return fits;
}

static gboolean
check_object (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at, guint64 *seen)
{
  JsonObject *object = json_node_get_object (at->node);
  gboolean fits = TRUE;

  if (node->n_properties > 0 || node->closed || node->required != NULL)
    fits = check_members (self, node, at, object, seen);

  if (json_object_get_size (object) < node->min_properties)
    {
      up_schema_report_members (self, at, node, json_object_get_size (object));
      fits = FALSE;
    }

  for (guint i = 0; node->dependent != NULL && i < node->dependent->len; i++)
    {
      const UpSchemaDependent *dependent = &g_array_index (node->dependent, UpSchemaDependent, i);

      if ((*seen >> dependent->place & 1) != 0 && (*seen >> dependent->needs & 1) == 0)
        {
          up_schema_report_dependent (self, at, node, node->properties[dependent->place].name,
                                      node->properties[dependent->needs].name);
          fits = FALSE;
        }
    }

  return fits;
}

static UpSchemaType
type_of (JsonNode *node)
{
  GType type;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return UP_SCHEMA_OBJECT;
    case JSON_NODE_ARRAY:
      return UP_SCHEMA_ARRAY;
    case JSON_NODE_NULL:
      return UP_SCHEMA_NULL;
    case JSON_NODE_VALUE:
    default:
      break;
    }

  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return UP_SCHEMA_STRING;
  if (type == G_TYPE_BOOLEAN)
    return UP_SCHEMA_BOOLEAN;
  if (type == G_TYPE_INT64)
    return UP_SCHEMA_INTEGER;

  return UP_SCHEMA_NUMBER;
}

static gboolean
takes_type (guint types, UpSchemaType type, JsonNode *node)
{
  if (types == 0 || (types & type) != 0)
    return TRUE;
  if (type == UP_SCHEMA_INTEGER)
    return (types & UP_SCHEMA_NUMBER) != 0;
  /* 5.0 is an integer (JSON Schema Core, section 4.2.3). */
  if (type == UP_SCHEMA_NUMBER && (types & UP_SCHEMA_INTEGER) != 0)
    {
      double value = json_node_get_double (node);

      return isgreaterequal (value, floor (value)) && islessequal (value, floor (value));
    }

  return FALSE;
}

static gboolean
has_value (const UpSchemaNode *node, UpSchemaType type, JsonNode *value)
{
  if (type == UP_SCHEMA_STRING)
    {
      const char *text = json_node_get_string (value);

      if (node->string_set != NULL)
        return g_hash_table_contains (node->string_set, text);
      for (guint i = 0; i < node->strings->len; i++)
        {
          if (strcmp (g_ptr_array_index (node->strings, i), text) == 0)
            return TRUE;
        }
      return FALSE;
    }

  for (guint i = 0; i < node->others->len; i++)
    {
      if (json_node_equal (g_ptr_array_index (node->others, i), value))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_branches (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaBranches *branches,
                const UpSchemaFrame *at, UpSchemaType type, guint64 seen)
{
  guint count = 0;

  if (branches->kind == UP_BRANCHES_BY_PRESENCE)
    {
      /* What is required of objects is not required of anything else. */
      if (type != UP_SCHEMA_OBJECT)
        return TRUE;
      self->quiet++;
      for (guint i = 0; i < branches->nodes->len; i++)
        {
          guint64 mask = branches->masks != NULL ? g_array_index (branches->masks, guint64, i) : 0;

          if (branches->masks != NULL ? (seen & mask) == mask
                                      : check (self, g_ptr_array_index (branches->nodes, i), at))
            count++;
        }
      self->quiet--;
      if (count == 1 || (count > 1 && !branches->exactly_one))
        return TRUE;
      up_schema_report_presence (self, at, node, branches, count);
      return FALSE;
    }

  if (branches->kind == UP_BRANCHES_BY_TYPE)
    {
      for (guint i = 0; i < branches->nodes->len; i++)
        {
          const UpSchemaNode *branch = g_ptr_array_index (branches->nodes, i);

          if (takes_type (branch->types, type, at->node))
            return check (self, branch, at);
        }
      up_schema_report_type (self, at, node);
      return FALSE;
    }

  if (type != UP_SCHEMA_OBJECT)
    {
      up_schema_report_type (self, at, node);
      return FALSE;
    }
  else
    {
      JsonNode *member = json_object_get_member (json_node_get_object (at->node), branches->member);
      UpSchemaFrame member_at = { at, member, branches->member, 0 };
      const UpSchemaNode *branch = NULL;

      if (member == NULL)
        {
          up_schema_report_missing (self, at, node, branches->member);
          return FALSE;
        }
      if (type_of (member) == UP_SCHEMA_STRING)
        branch = g_hash_table_lookup (branches->by_value, json_node_get_string (member));
      if (branch != NULL)
        return check (self, branch, at);
      up_schema_report_value (self, &member_at, node, branches->values, NULL);
      return FALSE;
    }
}

/* Whether the value at @at is as @node has it; says what is wrong unless asked to be quiet. */
static gboolean
check (UpSchemaCheck *self, const UpSchemaNode *node, const UpSchemaFrame *at)
{
  UpSchemaType type;
  guint64 seen = 0;
  gboolean fits = TRUE;

  /* Half of all values are text on which nothing else hangs. */
  if (node->only_text)
    {
      const char *text = JSON_NODE_HOLDS_VALUE (at->node) ? json_node_get_string (at->node) : NULL;

      if (text != NULL)
        return check_string (self, node, at, text);
    }

  type = type_of (at->node);
  if (node->nothing)
    {
      up_schema_report_nothing (self, at, node);
      return FALSE;
    }
  if (!takes_type (node->types, type, at->node))
    {
      up_schema_report_type (self, at, node);
      return FALSE;
    }
  if (node->strings != NULL && !has_value (node, type, at->node))
    {
      up_schema_report_value (self, at, node, node->strings, node->others);
      return FALSE;
    }
  if (node->ref != NULL && !check (self, node->ref, at))
    fits = FALSE;

  if (type == UP_SCHEMA_STRING)
    fits = check_string (self, node, at, json_node_get_string (at->node)) && fits;
  else if (type == UP_SCHEMA_OBJECT)
    fits = check_object (self, node, at, &seen) && fits;
  else if (type == UP_SCHEMA_ARRAY)
    fits = check_array (self, node, at) && fits;
  else if (type == UP_SCHEMA_INTEGER || type == UP_SCHEMA_NUMBER)
    fits = check_number (self, node, at) && fits;
  if (node->only_value || (!fits && self->quiet > 0))
    return fits;

  for (guint i = 0; node->all_of != NULL && i < node->all_of->len && !self->full; i++)
    fits = check (self, g_ptr_array_index (node->all_of, i), at) && fits;
  for (guint i = 0; node->branches != NULL && i < node->branches->len && !self->full; i++)
    fits =
      check_branches (self, node, g_ptr_array_index (node->branches, i), at, type, seen) && fits;

  if (node->not!= NULL)
    {
      gboolean holds;

      self->quiet++;
      holds = check (self, node->not, at);
      self->quiet--;
      if (holds)
        {
          up_schema_report_not (self, at, node);
          fits = FALSE;
        }
    }

  if (node->if_node != NULL)
    {
      const UpSchemaNode *next;

      self->quiet++;
      next = check (self, node->if_node, at) ? node->then_node : node->else_node;
      self->quiet--;
      if (next != NULL)
        fits = check (self, next, at) && fits;
    }

  return fits;
}

/**
 * up_schema_validate:
 * @self: a schema
 * @node: JSON, of a text that up_json_scan() has passed
 * @limits: (nullable): how many scenes there may be and how many problems are told; %NULL for
 *   up_content_default_limits
 * @problems: (nullable) (element-type UpProblem): where problems are added
 *
 * Checks @node against @self and tells everything that is wrong, not the first thing alone. The
 * problems have neither file nor line: up_json_locate_problems() fills in lines from the text.
 *
 * Returns: whether @node is as @self has it
 */
gboolean
up_schema_validate (UpSchema *self, JsonNode *node, const UpContentLimits *limits,
                    GPtrArray *problems)
{
  UpSchemaFrame root = { NULL, node, NULL, 0 };
  UpSchemaCheck state = { .problems = problems, .quiet = 1 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  if (limits == NULL)
    limits = &up_content_default_limits;
  state.limit = limits->problems > 0 ? limits->problems : G_MAXUINT;

  if (limits->scenes > 0 && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *scenes = json_object_get_member (json_node_get_object (node), "scenes");
      UpSchemaFrame at = { &root, scenes, "scenes", 0 };

      if (scenes != NULL && JSON_NODE_HOLDS_ARRAY (scenes) &&
          json_array_get_length (json_node_get_array (scenes)) > limits->scenes)
        {
          state.quiet = problems == NULL ? 1 : 0;
          up_schema_report_scenes (
            &state, &at, json_array_get_length (json_node_get_array (scenes)), limits->scenes);
          return FALSE;
        }
    }

  /* Most files are sound: only where one is not is it gone through again to tell what is wrong. */
  if (check (&state, self->root, &root))
    return TRUE;
  if (problems != NULL)
    {
      state.quiet = 0;
      check (&state, self->root, &root);
    }

  return FALSE;
}
