/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

#include <string.h>

/* Above this many strings a closed list is looked up by hash. */
#define FEW_STRINGS 6

/* Schemas are ours, so what is wrong with one is told to developers, in English, and once. */
void
up_schema_fail (UpSchema *self, const char *where, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->error == NULL || *self->error != NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID, "Schema, at #%s: %s", where,
               message);
}

static void
branches_free (gpointer data)
{
  UpSchemaBranches *self = data;

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->masks, g_array_unref);
  g_clear_pointer (&self->by_value, g_hash_table_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

static const char *
get_string (UpSchema *self, JsonNode *json, const char *where)
{
  if (JSON_NODE_HOLDS_VALUE (json) && json_node_get_value_type (json) == G_TYPE_STRING)
    return json_node_get_string (json);
  up_schema_fail (self, where, "a string is needed");

  return "";
}

static guint
get_count (UpSchema *self, JsonNode *json, const char *where)
{
  gint64 count = -1;

  if (JSON_NODE_HOLDS_VALUE (json) && json_node_get_value_type (json) == G_TYPE_INT64)
    count = json_node_get_int (json);
  if (count >= 0 && count < G_MAXINT)
    return (guint) count;
  up_schema_fail (self, where, "a count is needed");

  return 0;
}

static gboolean
get_boolean (UpSchema *self, JsonNode *json, const char *where)
{
  if (JSON_NODE_HOLDS_VALUE (json) && json_node_get_value_type (json) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (json);
  up_schema_fail (self, where, "true or false is needed");

  return FALSE;
}

static double
get_number (UpSchema *self, JsonNode *json, const char *where)
{
  if (JSON_NODE_HOLDS_VALUE (json) && (json_node_get_value_type (json) == G_TYPE_INT64 ||
                                       json_node_get_value_type (json) == G_TYPE_DOUBLE))
    return json_node_get_double (json);
  up_schema_fail (self, where, "a number is needed");

  return 0;
}

/* An empty array where @json is none, so that callers need not ask. */
static JsonArray *
get_array (UpSchema *self, JsonNode *json, const char *where)
{
  static JsonArray *nothing;

  if (JSON_NODE_HOLDS_ARRAY (json) && json_array_get_length (json_node_get_array (json)) > 0)
    return json_node_get_array (json);
  up_schema_fail (self, where, "a list with something in it is needed");
  if (g_once_init_enter_pointer (&nothing))
    g_once_init_leave_pointer (&nothing, json_array_new ());

  return nothing;
}

static JsonObject *
get_object (UpSchema *self, JsonNode *json, const char *where)
{
  static JsonObject *nothing;

  if (JSON_NODE_HOLDS_OBJECT (json))
    return json_node_get_object (json);
  up_schema_fail (self, where, "an object is needed");
  if (g_once_init_enter_pointer (&nothing))
    g_once_init_leave_pointer (&nothing, json_object_new ());

  return nothing;
}

static GPtrArray *
get_strings (UpSchema *self, JsonNode *json, const char *where)
{
  JsonArray *array = get_array (self, json, where);
  GPtrArray *strings = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (strings,
                     (gpointer) get_string (self, json_array_get_element (array, i), where));

  return strings;
}

static GPtrArray *
compile_list (UpSchema *self, JsonNode *json, const char *where)
{
  JsonArray *array = get_array (self, json, where);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/%u", where, i);

      g_ptr_array_add (nodes, up_schema_compile (self, json_array_get_element (array, i), below));
    }

  return nodes;
}

static void
compile_type (UpSchema *self, UpSchemaNode *node, JsonNode *json, const char *where)
{
  static const char *const names[] = { "null",   "boolean", "integer", "number",
                                       "string", "array",   "object",  NULL };
  g_autoptr (GPtrArray) types = NULL;

  if (JSON_NODE_HOLDS_ARRAY (json))
    {
      types = get_strings (self, json, where);
    }
  else
    {
      types = g_ptr_array_new ();
      g_ptr_array_add (types, (gpointer) get_string (self, json, where));
    }

  for (guint i = 0; i < types->len; i++)
    {
      guint bit = 0;

      while (names[bit] != NULL && !g_str_equal (names[bit], g_ptr_array_index (types, i)))
        bit++;
      if (names[bit] == NULL)
        up_schema_fail (self, where, "no such type: %s",
                        (const char *) g_ptr_array_index (types, i));
      else
        node->types |= 1u << bit;
    }
}

static void
add_value (UpSchemaNode *node, JsonNode *json)
{
  if (node->strings == NULL)
    {
      node->strings = g_ptr_array_new ();
      node->others = g_ptr_array_new ();
    }

  if (JSON_NODE_HOLDS_VALUE (json) && json_node_get_value_type (json) == G_TYPE_STRING)
    g_ptr_array_add (node->strings, (gpointer) json_node_get_string (json));
  else
    g_ptr_array_add (node->others, json);
}

static void
compile_enum (UpSchema *self, UpSchemaNode *node, JsonNode *json, const char *where)
{
  JsonArray *array = get_array (self, json, where);

  for (guint i = 0; i < json_array_get_length (array); i++)
    add_value (node, json_array_get_element (array, i));

  if (node->strings != NULL && node->strings->len > FEW_STRINGS)
    {
      node->string_set = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < node->strings->len; i++)
        g_hash_table_add (node->string_set, g_ptr_array_index (node->strings, i));
    }
}

static void
compile_pattern (UpSchema *self, UpSchemaNode *node, JsonNode *json, const char *where)
{
  g_autoptr (GError) error = NULL;

  node->pattern = get_string (self, json, where);
  if (g_str_equal (node->pattern, UP_PATTERN_ID_TEXT))
    {
      node->pattern_kind = UP_PATTERN_ID;
      return;
    }
  if (g_str_equal (node->pattern, UP_PATTERN_PARAGRAPH_TEXT))
    {
      node->pattern_kind = UP_PATTERN_PARAGRAPH;
      return;
    }

  node->pattern_kind = UP_PATTERN_REGEX;
  node->regex = g_regex_new (node->pattern, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY,
                             G_REGEX_MATCH_DEFAULT, &error);
  if (node->regex == NULL)
    up_schema_fail (self, where, "%s", error->message);
}

/* The first letters tell the keys of one object well enough apart. */
static inline guint
hash_name (const char *name)
{
  guint hash = (guchar) name[0];

  if (name[0] != '\0' && name[1] != '\0')
    hash = hash * 7 + (guchar) name[1] * 3 + (guchar) name[2];

  return hash;
}

/* Returns the place among node->properties, or node->n_properties where there is none such. */
guint
up_schema_lookup_property (const UpSchemaNode *node, const char *name)
{
  if (node->slots == NULL)
    return node->n_properties;

  for (guint slot = hash_name (name) & node->slot_mask; node->slots[slot] != 0;
       slot = (slot + 1) & node->slot_mask)
    {
      guint place = node->slots[slot] - 1u;

      if (strcmp (node->properties[place].name, name) == 0)
        return place;
    }

  return node->n_properties;
}

static void
compile_properties (UpSchema *self, UpSchemaNode *node, JsonNode *json, const char *where)
{
  JsonObject *object = get_object (self, json, where);
  guint n = json_object_get_size (object);
  guint n_slots = 4;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (n > 64)
    {
      up_schema_fail (self, where, "more than 64 properties");
      return;
    }

  while (n_slots < n * 3)
    n_slots *= 2;
  node->slot_mask = n_slots - 1;
  node->slots = g_new0 (guint8, n_slots);
  node->properties = g_new0 (UpSchemaProperty, n);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = g_strdup_printf ("%s/%s", where, name);
      guint slot = hash_name (name) & node->slot_mask;

      while (node->slots[slot] != 0)
        slot = (slot + 1) & node->slot_mask;
      node->properties[node->n_properties].name = name;
      node->properties[node->n_properties].node = up_schema_compile (self, member, below);
      node->n_properties++;
      node->slots[slot] = (guint8) node->n_properties;
    }
}

/* Once the properties are there. */
static void
compile_dependent (UpSchema *self, UpSchemaNode *node, JsonNode *json)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  node->dependent = g_array_new (FALSE, FALSE, sizeof (UpSchemaDependent));
  json_object_iter_init_ordered (&iter, get_object (self, json, node->where));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autoptr (GPtrArray) needs = get_strings (self, member, node->where);

      for (guint i = 0; i < needs->len; i++)
        {
          UpSchemaDependent dependent = {
            up_schema_lookup_property (node, name),
            up_schema_lookup_property (node, g_ptr_array_index (needs, i)),
          };

          if (MAX (dependent.place, dependent.needs) >= node->n_properties)
            up_schema_fail (self, node->where,
                            "dependentRequired names what is not among the properties");
          else
            g_array_append_val (node->dependent, dependent);
        }
    }
}

static void
compile_branches (UpSchema *self, UpSchemaNode *node, JsonNode *json, const char *where,
                  gboolean exactly_one)
{
  UpSchemaBranches *branches = g_new0 (UpSchemaBranches, 1);

  branches->exactly_one = exactly_one;
  branches->nodes = compile_list (self, json, where);
  if (node->branches == NULL)
    node->branches = g_ptr_array_new_with_free_func (branches_free);
  g_ptr_array_add (node->branches, branches);
}

/* Notes do not bear on what is valid. */
static gboolean
is_note (const char *keyword)
{
  return g_str_equal (keyword, "title") || g_str_equal (keyword, "description") ||
         g_str_equal (keyword, "$comment") || g_str_equal (keyword, "x-translatable");
}

static void
compile_keyword (UpSchema *self, UpSchemaNode *node, const char *keyword, JsonNode *json,
                 const char *where)
{
#define IS(word) g_str_equal (keyword, word)

  if (is_note (keyword))
    get_string (self, json, where);
  else if (IS ("x-expected"))
    node->expected = get_string (self, json, where);
  else if (IS ("$ref"))
    node->ref_name = get_string (self, json, where);
  else if (IS ("type"))
    compile_type (self, node, json, where);
  else if (IS ("const"))
    add_value (node, json);
  else if (IS ("enum"))
    compile_enum (self, node, json, where);
  else if (IS ("pattern"))
    compile_pattern (self, node, json, where);
  else if (IS ("minLength"))
    node->min_length = get_count (self, json, where);
  else if (IS ("maxLength"))
    node->max_length = get_count (self, json, where);
  else if (IS ("minimum"))
    node->minimum = get_number (self, json, where);
  else if (IS ("maximum"))
    node->maximum = get_number (self, json, where);
  else if (IS ("prefixItems"))
    node->prefix = compile_list (self, json, where);
  else if (IS ("items"))
    node->items = up_schema_compile (self, json, where);
  else if (IS ("minItems"))
    node->min_items = get_count (self, json, where);
  else if (IS ("maxItems"))
    node->max_items = get_count (self, json, where);
  else if (IS ("uniqueItems"))
    node->unique = get_boolean (self, json, where);
  else if (IS ("x-unique"))
    node->unique_member = get_string (self, json, where);
  else if (IS ("contains"))
    node->contains = up_schema_compile (self, json, where);
  else if (IS ("minContains"))
    node->min_contains = get_count (self, json, where);
  else if (IS ("maxContains"))
    node->max_contains = get_count (self, json, where);
  else if (IS ("properties"))
    compile_properties (self, node, json, where);
  else if (IS ("required"))
    node->required = get_strings (self, json, where);
  else if (IS ("minProperties"))
    node->min_properties = get_count (self, json, where);
  else if (IS ("dependentRequired"))
    return; /* Once the properties are there. */
  else if (IS ("additionalProperties"))
    {
      node->closed = TRUE;
      if (get_boolean (self, json, where))
        up_schema_fail (self, where, "only false is supported");
    }
  else if (IS ("allOf"))
    node->all_of = compile_list (self, json, where);
  else if (IS ("oneOf") || IS ("anyOf"))
    compile_branches (self, node, json, where, IS ("oneOf"));
  else if (IS ("not"))
    node->not = up_schema_compile (self, json, where);
  else if (IS ("if"))
    node->if_node = up_schema_compile (self, json, where);
  else if (IS ("then"))
    node->then_node = up_schema_compile (self, json, where);
  else if (IS ("else"))
    node->else_node = up_schema_compile (self, json, where);
  else if (*where != '\0' && strchr (where + 1, '/') == NULL &&
           (IS ("$schema") || IS ("$id") || IS ("$defs")))
    return; /* Of the root, and seen to there. */
  else
    up_schema_fail (self, where,
                    "the keyword is not supported, so it would promise what nobody checks");

#undef IS
}

/* Always returns a node, so that callers need not ask; what is wrong is in self->error. */
UpSchemaNode *
up_schema_compile (UpSchema *self, JsonNode *json, const char *where)
{
  UpSchemaNode *node = g_new0 (UpSchemaNode, 1);
  JsonObjectIter iter;
  const char *keyword;
  JsonNode *member;

  g_ptr_array_add (self->nodes, node);
  node->where = g_strdup (where);
  node->only_reference = TRUE;
  node->max_length = node->max_items = node->max_contains = G_MAXUINT;
  node->min_contains = 1;
  node->minimum = -G_MAXDOUBLE;
  node->maximum = G_MAXDOUBLE;

  if (JSON_NODE_HOLDS_VALUE (json))
    {
      node->nothing = !get_boolean (self, json, where);
      node->only_reference = FALSE;
      return node;
    }

  if (!JSON_NODE_HOLDS_OBJECT (json))
    {
      up_schema_fail (self, where, "an object, true or false is needed");
      return node;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (json));
  while (json_object_iter_next_ordered (&iter, &keyword, &member))
    {
      g_autofree char *below = g_strdup_printf ("%s/%s", where, keyword);

      compile_keyword (self, node, keyword, member, below);
      if (!is_note (keyword) && !g_str_equal (keyword, "$ref"))
        node->only_reference = FALSE;
    }

  if (node->ref_name == NULL)
    node->only_reference = FALSE;

  member = json_object_get_member (json_node_get_object (json), "dependentRequired");
  if (member != NULL)
    compile_dependent (self, node, member);

  for (guint i = 0; node->required != NULL && i < node->required->len; i++)
    {
      guint place = up_schema_lookup_property (node, g_ptr_array_index (node->required, i));

      if (place < node->n_properties)
        node->required_mask |= G_GUINT64_CONSTANT (1) << place;
      else
        node->required_elsewhere = TRUE;
    }
  if ((node->then_node != NULL || node->else_node != NULL) && node->if_node == NULL)
    up_schema_fail (self, where, "then or else without if");

  return node;
}
