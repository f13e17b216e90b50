/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

#include "data/up-schema-resources.h"

#define DRAFT "https://json-schema.org/draft/2020-12/schema"

G_DEFINE_QUARK (up_content_error, up_content_error)

/* Ours are some 80 kB and 5 deep; the room above is for others' longest, not for their malice. */
const UpContentLimits up_content_default_limits = {
  .bytes = 8 * 1024 * 1024,
  .depth = 32,
  .scenes = 1000,
  .text = 8 * 1024,
  .problems = 100,
  .members = 128,
};

static void
node_free (gpointer data)
{
  UpSchemaNode *self = data;

  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->string_set, g_hash_table_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_clear_pointer (&self->prefix, g_ptr_array_unref);
  g_clear_pointer (&self->required, g_ptr_array_unref);
  g_clear_pointer (&self->dependent, g_array_unref);
  g_clear_pointer (&self->all_of, g_ptr_array_unref);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_free (self->properties);
  g_free (self->slots);
  g_free (self->where);
  g_free (self);
}

static void
compile_root (UpSchema *self, JsonNode *json)
{
  JsonObject *object;
  JsonNode *definitions;

  if (!JSON_NODE_HOLDS_OBJECT (json))
    {
      up_schema_fail (self, "", "an object is needed");
      return;
    }
  object = json_node_get_object (json);
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "$schema", NULL), DRAFT) != 0)
    up_schema_fail (self, "/$schema", "only draft 2020-12 is supported");

  definitions = json_object_get_member (object, "$defs");
  if (definitions != NULL && !JSON_NODE_HOLDS_OBJECT (definitions))
    {
      up_schema_fail (self, "/$defs", "an object is needed");
    }
  else if (definitions != NULL)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (definitions));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autofree char *where = g_strdup_printf ("/$defs/%s", name);

          g_hash_table_insert (self->definitions, g_strconcat ("#", where, NULL),
                               up_schema_compile (self, member, where));
        }
    }
  self->root = up_schema_compile (self, json, "");
  g_hash_table_insert (self->definitions, g_strdup ("#"), self->root);

  up_schema_link (self);
}

/**
 * up_schema_new:
 * @root: a JSON Schema, draft 2020-12
 * @error: where a fault of the schema is told
 *
 * Compiles the part of JSON Schema that our schemas use. Anything beyond it is an error
 * (%UP_CONTENT_ERROR_INVALID), so that a schema cannot promise what this code does not check.
 *
 * Three keywords are our own: `x-unique` names the member by which the objects of a list differ,
 * `x-expected` replaces what a problem says should stand there, and `x-translatable` marks strings
 * for translation and does not bear on what is valid.
 *
 * Returns: (transfer full) (nullable): a schema
 */
UpSchema *
up_schema_new (JsonNode *root, GError **error)
{
  g_autoptr (UpSchema) self = NULL;
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (UpSchema, 1);
  self->source = json_node_ref (root);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->error = &own_error;
  compile_root (self, root);
  self->error = NULL;

  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * up_schema_free:
 * @self: (nullable) (transfer full): a schema from up_schema_new()
 */
void
up_schema_free (UpSchema *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->definitions, g_hash_table_unref);
  json_node_unref (self->source);
  g_free (self);
}

/* The schemas that are built in, by the format they describe. */
static const struct
{
  const char *format;
  const char *name;
} bundled[] = {
  { "upstander-agenda/1", "agenda" },
  { "upstander-contacts/1", "contacts" },
  { "upstander-facilitator-cards/1", "facilitator-cards" },
  { "upstander-guide/1", "guide" },
  { "upstander-languages/1", "languages" },
  { "upstander-moments/1", "moments" },
  { "upstander-moves/1", "moves" },
  { "upstander-own-phrases/1", "own-phrases" },
  { "upstander-phrases/1", "phrases" },
  { "upstander-scenario/1", "scenario" },
  { "upstander-support/1", "support" },
  { "upstander-which-way/1", "which-way" },
};

static UpSchema *
load_bundled (const char *name)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_BASE "/schema/%s.schema.json", name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  UpSchema *schema = NULL;
  gsize length;
  const char *text;

  bytes =
    g_resource_lookup_data (up_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    {
      text = g_bytes_get_data (bytes, &length);
      if (json_parser_load_from_data (parser, text, (gssize) length, &error))
        schema = up_schema_new (json_parser_get_root (parser), &error);
    }
  /* A schema that is built in and does not compile is a mistake of ours; the tests find it. */
  if (schema == NULL)
    g_error ("%s: %s", path, error->message);

  return schema;
}

/**
 * up_schema_get:
 * @format: what stands in a file's `format`, such as `upstander-scenario/1`
 *
 * Gives the built-in schema of a format; it is compiled when first asked for, and never freed.
 *
 * Returns: (transfer none) (nullable): the schema, or %NULL where @format is not known
 */
UpSchema *
up_schema_get (const char *format)
{
  static UpSchema *schemas[G_N_ELEMENTS (bundled)];
  static GMutex mutex;

  g_return_val_if_fail (format != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bundled); i++)
    {
      if (g_str_equal (bundled[i].format, format))
        {
          g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

          if (schemas[i] == NULL)
            schemas[i] = load_bundled (bundled[i].name);
          return schemas[i];
        }
    }

  return NULL;
}

/**
 * up_schema_get_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): the formats that up_schema_get() knows
 */
const char *const *
up_schema_get_formats (void)
{
  static const char *formats[G_N_ELEMENTS (bundled) + 1];

  if (g_once_init_enter_pointer (&formats[0]))
    {
      for (gsize i = 1; i < G_N_ELEMENTS (bundled); i++)
        formats[i] = bundled[i].format;
      g_once_init_leave_pointer (&formats[0], (char *) bundled[0].format);
    }

  return formats;
}
