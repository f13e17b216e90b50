/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-reading-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING;
}

static char *
get_path (UpReading *self, const char *member)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->depth; i++)
    {
      g_string_append_printf (path, ".%s", self->places[i].key);
      if (self->places[i].index >= 0)
        g_string_append_printf (path, "[%d]", self->places[i].index);
    }

  if (member != NULL)
    g_string_append_printf (path, "%s%s", *member == '[' ? "" : ".", member);

  return g_string_free (path, FALSE);
}

static char *
get_near (UpReading *self)
{
  const UpReadingPlace *near = NULL;

  for (guint i = self->depth; i > 0; i--)
    {
      const UpReadingPlace *place = &self->places[i - 1];

      if (place->id == NULL)
        continue;
      if (near != NULL)
        return up_problem_near (near->key, near->id, place->id);
      near = place;
    }

  return near != NULL ? up_problem_near (near->key, near->id, NULL) : NULL;
}

/**
 * up_reading_complain:
 * @self: a reading
 * @member: (nullable): the member, or the place in a list (`[3]`), of what is being read that is
 *   wrong; %NULL where all of it is
 * @found: (nullable): what stands there
 * @expected: (nullable): what should
 * @message: one sentence for a person
 *
 * Reports a problem where the reading is, as far as the limits let it.
 */
void
up_reading_complain (UpReading *self, const char *member, const char *found, const char *expected,
                     const char *message)
{
  g_autofree char *path = NULL;
  UpProblem *problem;
  guint n_problems = self->problems->len - self->first_problem;

  self->failed = TRUE;

  if (self->limits->problems > 0 && n_problems > self->limits->problems)
    return;

  if (self->limits->problems > 0 && n_problems == self->limits->problems)
    {
      g_ptr_array_add (
        self->problems,
        up_problem_new ("$", _ ("There are more problems than are listed here; mend these "
                                "first, then check again.")));
      return;
    }

  path = get_path (self, member);
  problem = up_problem_new (path, message);
  problem->near = get_near (self);
  problem->found = g_strdup (found);
  problem->expected = g_strdup (expected);
  g_ptr_array_add (self->problems, problem);
}

/**
 * up_reading_complain_of_shape:
 * @self: a reading
 * @member: (nullable): see up_reading_complain()
 * @found: (nullable): what stands there
 * @expected: (nullable): what should
 * @message: one sentence for a person
 *
 * Reports a problem that the schema knows of too, unless it has found faults, this one among them. A
 * trusted file is not held against its schema, and yet may not crash anything.
 */
void
up_reading_complain_of_shape (UpReading *self, const char *member, const char *found,
                              const char *expected, const char *message)
{
  self->failed = TRUE;

  if (!self->faults_known)
    up_reading_complain (self, member, found, expected, message);
}

/**
 * up_reading_malformed:
 * @self: a reading
 * @member: (nullable): see up_reading_complain()
 *
 * Reports that something is missing or not of the format's shape; see
 * up_reading_complain_of_shape().
 */
void
up_reading_malformed (UpReading *self, const char *member)
{
  up_reading_complain_of_shape (self, member, NULL, NULL,
                                _ ("This is missing, or not what the format asks for."));
}

/**
 * up_reading_list:
 * @self: a reading
 * @object: what is being read
 * @member: a member of @object
 * @required: whether it has to be there
 *
 * Returns: (transfer none) (nullable): the list, borrowed from @object
 */
JsonArray *
up_reading_list (UpReading *self, JsonObject *object, const char *member, gboolean required)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  if (node != NULL || required)
    up_reading_malformed (self, member);

  return NULL;
}

/**
 * up_reading_object:
 * @self: a reading
 * @object: what is being read
 * @member: a member of @object
 * @required: whether it has to be there
 *
 * Returns: (transfer none) (nullable): the object, borrowed from @object
 */
JsonObject *
up_reading_object (UpReading *self, JsonObject *object, const char *member, gboolean required)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  if (node != NULL || required)
    up_reading_malformed (self, member);

  return NULL;
}

/**
 * up_reading_item:
 * @self: a reading
 * @list: a list
 * @key: the member that it is
 * @i: a place in it
 *
 * Returns: (transfer none) (nullable): the object there, borrowed from @list
 */
JsonObject *
up_reading_item (UpReading *self, JsonArray *list, const char *key, guint i)
{
  JsonNode *node = json_array_get_element (list, i);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  up_reading_enter (self, key, i, NULL);
  up_reading_malformed (self, NULL);
  up_reading_leave (self);

  return NULL;
}

/**
 * up_reading_peek:
 * @object: what is being read
 * @member: a member of it
 *
 * Returns: (transfer none) (nullable): the string there, borrowed from @object, or %NULL where there
 *   is none
 */
const char *
up_reading_peek (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return is_string (node) ? json_node_get_string (node) : NULL;
}

/**
 * up_reading_id:
 * @self: a reading
 * @object: what is being read
 * @member: a member that has to be there
 *
 * Returns: (transfer none) (nullable): the string there, in the arena
 */
const char *
up_reading_id (UpReading *self, JsonObject *object, const char *member)
{
  const char *id = up_reading_peek (object, member);

  if (id == NULL)
    up_reading_malformed (self, member);

  return up_arena_strdup (self->arena, id);
}

/**
 * up_reading_enter_item:
 * @self: a reading
 * @item: an element of a list
 * @key: the member that the list is
 * @i: the element's place in it
 *
 * Enters an element that has an id.
 *
 * Returns: (transfer none) (nullable): its id, in the arena
 */
const char *
up_reading_enter_item (UpReading *self, JsonObject *item, const char *key, guint i)
{
  const char *id;

  up_reading_enter (self, key, i, NULL);
  id = up_reading_id (self, item, "id");
  self->places[self->depth - 1].id = id;

  return id;
}

/**
 * up_reading_boolean:
 * @self: a reading
 * @object: what is being read
 * @member: a member
 *
 * Returns: whether it is there and true
 */
gboolean
up_reading_boolean (UpReading *self, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return FALSE;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  up_reading_malformed (self, member);

  return FALSE;
}

/**
 * up_reading_number:
 * @self: a reading
 * @object: what is being read
 * @member: a member that has to be there
 *
 * Returns: the whole number there, or 0
 */
guint
up_reading_number (UpReading *self, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  double number = -1;

  /* 5.0 is a whole number too (JSON Schema Core, section 4.2.3). */
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      (json_node_get_value_type (node) == G_TYPE_INT64 ||
       json_node_get_value_type (node) == G_TYPE_DOUBLE))
    number = json_node_get_double (node);

  if (number < 0 || number > G_MAXINT || number > floor (number))
    {
      up_reading_malformed (self, member);
      return 0;
    }

  return (guint) number;
}

/* The translated text for the key that stands for where the reading is; NULL where there is none. */
static const char *
translate (UpReading *self, const char *member)
{
  g_string_truncate (self->key, 0);

  for (guint i = 0; i < self->depth; i++)
    {
      const UpReadingPlace *place = &self->places[i];

      g_string_append (self->key, place->key);
      g_string_append_c (self->key, '/');
      if (place->id != NULL)
        {
          g_string_append (self->key, place->id);
          g_string_append_c (self->key, '/');
        }
      else if (place->index >= 0)
        {
          g_string_append_printf (self->key, "%d/", place->index);
        }
    }
  g_string_append (self->key, member);

  return up_translation_lookup (self->translation, self->key->str);
}

static UpText
make_text (UpReading *self, JsonNode *node, const char *member)
{
  const char *translated = self->translation != NULL ? translate (self, member) : NULL;
  const char *text = translated != NULL ? translated : json_node_get_string (node);
  g_autofree char *chosen = up_form_apply (text, self->form);

  return (UpText) { up_arena_strdup (self->arena, chosen != NULL ? chosen : text),
                    translated != NULL ? up_translation_get_language (self->translation)
                                       : self->language };
}

/**
 * up_reading_text_node:
 * @self: a reading
 * @node: (nullable): what stands at @member
 * @member: a member of what is being read
 * @required: whether it has to be there
 *
 * Like up_reading_text(), where the member has been looked up before.
 *
 * Returns: (transfer none): the text there, translated where the translation has it; in the arena
 */
UpText
up_reading_text_node (UpReading *self, JsonNode *node, const char *member, gboolean required)
{
  if (is_string (node))
    return make_text (self, node, member);

  if (node != NULL || required)
    up_reading_malformed (self, member);

  return UP_TEXT_NONE;
}

/**
 * up_reading_text:
 * @self: a reading
 * @object: what is being read
 * @member: a member
 * @required: whether it has to be there
 *
 * Returns: (transfer none): the text there, translated where the translation has it; in the arena
 */
UpText
up_reading_text (UpReading *self, JsonObject *object, const char *member, gboolean required)
{
  return up_reading_text_node (self, json_object_get_member (object, member), member, required);
}

/**
 * up_reading_texts:
 * @self: a reading
 * @object: what is being read
 * @member: a member: a list of texts, or one text alone
 * @n_texts: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n_texts): the texts, in the arena
 */
const UpText *
up_reading_texts (UpReading *self, JsonObject *object, const char *member, guint *n_texts)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *list;
  UpText *texts;

  *n_texts = 0;

  if (is_string (node))
    {
      texts = up_arena_array (self->arena, UpText, 1);
      texts[0] = make_text (self, node, member);
      *n_texts = 1;
      return texts;
    }

  list = up_reading_list (self, object, member, FALSE);
  if (list == NULL)
    return NULL;

  *n_texts = json_array_get_length (list);
  texts = up_arena_array (self->arena, UpText, *n_texts);

  for (guint i = 0; i < *n_texts; i++)
    {
      JsonNode *element = json_array_get_element (list, i);
      char number[16];

      g_snprintf (number, sizeof number, "%u", i);
      up_reading_enter (self, member, -1, NULL);
      if (is_string (element))
        texts[i] = make_text (self, element, number);
      up_reading_leave (self);

      if (!is_string (element))
        {
          up_reading_enter (self, member, i, NULL);
          up_reading_malformed (self, NULL);
          up_reading_leave (self);
        }
    }

  return texts;
}

/**
 * up_reading_ids:
 * @self: a reading
 * @object: what is being read
 * @member: a member: a list of ids, or not there
 * @n_ids: (out) (optional): how many there are
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, in the arena; never %NULL
 */
const char **
up_reading_ids (UpReading *self, JsonObject *object, const char *member, guint *n_ids)
{
  JsonArray *list = up_reading_list (self, object, member, FALSE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  const char **ids = up_arena_array (self->arena, const char *, (gsize) n + 1);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (list, i);

      if (is_string (element))
        {
          ids[n_read++] = up_arena_strdup (self->arena, json_node_get_string (element));
          continue;
        }

      up_reading_enter (self, member, i, NULL);
      up_reading_malformed (self, NULL);
      up_reading_leave (self);
    }

  if (n_ids != NULL)
    *n_ids = n_read;

  return ids;
}

/**
 * up_reading_term:
 * @self: a reading
 * @object: what is being read
 * @member: a member
 * @terms: the closed list that its values are from
 * @required: whether it has to be there
 *
 * Returns: the value, or -1 where there is none
 */
int
up_reading_term (UpReading *self, JsonObject *object, const char *member, UpTerms terms,
                 gboolean required)
{
  JsonNode *node = json_object_get_member (object, member);
  int value = -1;

  if (is_string (node))
    value = up_terms_parse (terms, json_node_get_string (node));

  if (value < 0 && (node != NULL || required))
    up_reading_malformed (self, member);

  return value;
}

/**
 * up_reading_terms:
 * @self: a reading
 * @object: what is being read
 * @member: a member: a list of values, or not there
 * @terms: the closed list that they are from
 * @n_values: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n_values): the values, in the arena
 */
const int *
up_reading_terms (UpReading *self, JsonObject *object, const char *member, UpTerms terms,
                  guint *n_values)
{
  JsonArray *list = up_reading_list (self, object, member, FALSE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  int *values = up_arena_array (self->arena, int, n);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (list, i);

      values[i] = is_string (element) ? up_terms_parse (terms, json_node_get_string (element)) : -1;
      if (values[i] >= 0)
        continue;

      up_reading_enter (self, member, i, NULL);
      up_reading_malformed (self, NULL);
      up_reading_leave (self);
    }

  *n_values = n;

  return values;
}

/**
 * up_reading_is_new:
 * @self: a reading, in the thing that has the id
 * @ids: the ids so far, to their numbers + 1; borrows its keys
 * @id: (nullable): an id that lives as long as @ids
 * @number: the number of the thing that has the id
 *
 * Adds an id to those that stand in one list. One that stands there twice is reported, and the first
 * keeps its place.
 *
 * Returns: whether @id is there and new
 */
gboolean
up_reading_is_new (UpReading *self, GHashTable *ids, const char *id, guint number)
{
  g_autofree char *found = NULL;

  if (id == NULL)
    return FALSE;

  if (!g_hash_table_contains (ids, id))
    {
      g_hash_table_insert (ids, (gpointer) id, GUINT_TO_POINTER (number + 1));
      return TRUE;
    }

  found = up_problem_quote (id);
  up_reading_complain_of_shape (self, "id", found, _ ("an id that no other here has"),
                                _ ("This id stands here twice."));

  return FALSE;
}
