/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

/* The second half of compiling: what hangs on other parts of the schema. */

/* The node that @node only stands for. */
static UpSchemaNode *
behind (UpSchemaNode *node)
{
  while (node->ref != NULL)
    node = node->ref;

  return node;
}

static gboolean
combines (const UpSchemaNode *node)
{
  return node->ref != NULL || node->all_of != NULL || node->branches != NULL || node->not != NULL ||
         node->if_node != NULL;
}

static gboolean
only_requires (const UpSchemaNode *node)
{
  return node->required != NULL && node->types == 0 && node->n_properties == 0 && !node->closed &&
         node->strings == NULL && !combines (node);
}

static UpSchemaNode *
find_constant (UpSchemaNode *node, const char *name)
{
  guint place = up_schema_lookup_property (node, name);
  UpSchemaNode *property;
  gboolean required = FALSE;

  if (place >= node->n_properties)
    return NULL;
  for (guint i = 0; node->required != NULL && i < node->required->len; i++)
    required = required || g_str_equal (g_ptr_array_index (node->required, i), name);
  property = behind (node->properties[place].node);

  return required && property->strings != NULL && property->others->len == 0 ? property : NULL;
}

static gboolean
link_by_member (UpSchemaBranches *branches, const char *name)
{
  g_clear_pointer (&branches->by_value, g_hash_table_unref);
  g_clear_pointer (&branches->values, g_ptr_array_unref);
  branches->member = name;
  branches->by_value = g_hash_table_new (g_str_hash, g_str_equal);
  branches->values = g_ptr_array_new ();

  for (guint i = 0; i < branches->nodes->len; i++)
    {
      UpSchemaNode *branch = behind (g_ptr_array_index (branches->nodes, i));
      UpSchemaNode *constant = find_constant (branch, name);

      if (branch->types != UP_SCHEMA_OBJECT || constant == NULL)
        return FALSE;
      for (guint j = 0; j < constant->strings->len; j++)
        {
          gpointer value = g_ptr_array_index (constant->strings, j);

          if (!g_hash_table_insert (branches->by_value, value, branch))
            return FALSE;
          g_ptr_array_add (branches->values, value);
        }
    }

  return TRUE;
}

/* Where all names are among the properties of the same node, it is known what stands there. */
static void
link_by_presence (UpSchemaNode *node, UpSchemaBranches *branches)
{
  branches->masks = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < branches->nodes->len; i++)
    {
      const UpSchemaNode *branch = g_ptr_array_index (branches->nodes, i);
      guint64 mask = 0;

      for (guint j = 0; j < branch->required->len; j++)
        {
          guint place = up_schema_lookup_property (node, g_ptr_array_index (branch->required, j));

          if (place >= node->n_properties)
            {
              g_clear_pointer (&branches->masks, g_array_unref);
              return;
            }
          mask |= G_GUINT64_CONSTANT (1) << place;
        }
      g_array_append_val (branches->masks, mask);
    }
}

static void
link_branches (UpSchema *self, UpSchemaNode *node, UpSchemaBranches *branches)
{
  UpSchemaNode *first = behind (g_ptr_array_index (branches->nodes, 0));
  gboolean by_presence = TRUE;
  gboolean by_type = TRUE;
  guint types = 0;

  for (guint i = 0; i < branches->nodes->len; i++)
    {
      UpSchemaNode *branch = behind (g_ptr_array_index (branches->nodes, i));

      by_presence = by_presence && only_requires (branch);
      by_type = by_type && branch->types != 0 && (types & branch->types) == 0;
      types |= branch->types;
      g_ptr_array_index (branches->nodes, i) = branch;
    }

  if (by_presence || by_type)
    {
      branches->kind = by_presence ? UP_BRANCHES_BY_PRESENCE : UP_BRANCHES_BY_TYPE;
      if (by_presence)
        link_by_presence (node, branches);
      return;
    }

  branches->kind = UP_BRANCHES_BY_MEMBER;
  for (guint i = 0; i < first->n_properties; i++)
    {
      if (link_by_member (branches, first->properties[i].name))
        return;
    }
  up_schema_fail (
    self, node->where,
    "the branches of oneOf or anyOf can be told apart neither by type, nor by a required "
    "constant, nor by presence");
}

/* Whether @node is reached again without going down into a value, which would never end. */
static gboolean
is_endless (UpSchemaNode *node)
{
  gboolean endless = FALSE;

  if (node == NULL || node->visit == 2)
    return FALSE;
  if (node->visit == 1)
    return TRUE;

  node->visit = 1;
  endless = is_endless (node->ref) || is_endless (node->not) || is_endless (node->if_node) ||
            is_endless (node->then_node) || is_endless (node->else_node);
  for (guint i = 0; node->all_of != NULL && i < node->all_of->len; i++)
    endless = endless || is_endless (g_ptr_array_index (node->all_of, i));
  for (guint i = 0; node->branches != NULL && i < node->branches->len; i++)
    {
      UpSchemaBranches *branches = g_ptr_array_index (node->branches, i);

      for (guint j = 0; j < branches->nodes->len; j++)
        endless = endless || is_endless (g_ptr_array_index (branches->nodes, j));
    }
  node->visit = 2;

  return endless;
}

/* Goes straight to what a node only stands for. */
static void
shorten (UpSchemaNode **place)
{
  while (*place != NULL && (*place)->only_reference)
    *place = (*place)->ref;
}

static void
link_node (UpSchema *self, UpSchemaNode *node)
{
  for (guint i = 0; node->branches != NULL && i < node->branches->len; i++)
    {
      UpSchemaBranches *branches = g_ptr_array_index (node->branches, i);

      if (branches->nodes->len > 0)
        link_branches (self, node, branches);
    }

  for (guint i = 0; i < node->n_properties; i++)
    shorten (&node->properties[i].node);
  shorten (&node->items);

  node->only_value = !combines (node);
  node->only_text =
    node->only_value && node->types == UP_SCHEMA_STRING && node->strings == NULL && !node->nothing;
}

/* Resolves references and finds out how branches are told apart. */
void
up_schema_link (UpSchema *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      UpSchemaNode *node = g_ptr_array_index (self->nodes, i);

      if (node->ref_name == NULL)
        continue;
      node->ref = g_hash_table_lookup (self->definitions, node->ref_name);
      if (node->ref == NULL)
        up_schema_fail (self, node->where, "no such definition: %s", node->ref_name);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (is_endless (g_ptr_array_index (self->nodes, i)))
        {
          up_schema_fail (self, "", "a definition leads back to itself");
          return;
        }
    }
  for (guint i = 0; i < self->nodes->len; i++)
    link_node (self, g_ptr_array_index (self->nodes, i));
}
