/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-layout-private.h"

/* A layered drawing after Sugiyama, Tagawa and Toda: each place stands in the layer that the longest way
 * to it gives, and the order within the layers is improved until few ways cross. Everything is decided
 * by the order of the scenes, nothing by chance or by addresses. */

/* How often the layers are gone through, down and up in turns. */
#define SWEEPS 24

/* How often neighbours are exchanged, at the most. */
#define EXCHANGES 16

/* The edges are sorted by where they begin: those of @node start at the result. */
static guint
find_first_edge (const UpMapLayout *self, guint node)
{
  guint first = 0, last = self->edges->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (up_map_layout_edge (self, middle)->from < node)
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}

/* Marks the edges that lead back and lists the nodes so that all others lead from later to earlier in
 * the list: in the order in which a search in depth leaves them. */
static GArray *
search (UpMapLayout *self, guint start)
{
  enum
  {
    NEW,
    ENTERED,
    LEFT
  };
  g_autofree guint8 *states = g_new0 (guint8, self->nodes->len);
  g_autofree guint *next = g_new (guint, self->nodes->len);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *left = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->nodes->len; i++)
    next[i] = find_first_edge (self, i);

  g_array_append_val (path, start);
  while (path->len > 0)
    {
      guint node = g_array_index (path, guint, path->len - 1);
      UpMapEdge *edge;

      states[node] = ENTERED;
      edge = next[node] < self->edges->len ? up_map_layout_edge (self, next[node]) : NULL;
      if (edge == NULL || edge->from != node)
        {
          states[node] = LEFT;
          g_array_append_val (left, node);
          g_array_set_size (path, path->len - 1);
          continue;
        }

      next[node]++;
      if (states[edge->to] == NEW)
        g_array_append_val (path, edge->to);
      else if (states[edge->to] == ENTERED)
        edge->leads_back = TRUE;
    }

  return left;
}

static guint
find_start (const UpMapLayout *self)
{
  g_autoptr (GPtrArray) passage = up_run_get_passage (self->run, NULL);
  const UpScene *scene = g_ptr_array_index (passage, passage->len - 1);

  return self->node_of_scene[up_scene_get_index (scene)];
}

static guint
add_slot (UpMapLayout *self, guint node, guint layer)
{
  UpMapSlot slot = {
    .node = node,
    .layer = layer,
    .before = g_array_new (FALSE, FALSE, sizeof (guint)),
    .after = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  guint i = self->slots->len;

  while (self->layers->len <= layer)
    g_ptr_array_add (self->layers, g_array_new (FALSE, FALSE, sizeof (guint)));

  slot.order = up_map_layout_layer (self, layer)->len;
  g_array_append_val (self->slots, slot);
  g_array_append_val (up_map_layout_layer (self, layer), i);

  return i;
}

static void
join (UpMapLayout *self, GArray *chain, guint slot)
{
  guint last = g_array_index (chain, guint, chain->len - 1);

  g_array_append_val (up_map_layout_slot (self, last)->after, slot);
  g_array_append_val (up_map_layout_slot (self, slot)->before, last);
  g_array_append_val (chain, slot);
}

/* A way that passes through layers keeps a place free in each of them. */
static void
add_chain (UpMapLayout *self, const UpMapEdge *edge)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_add (self->chains, chain);
  g_array_append_val (chain, self->slot_of_node[edge->from]);

  if (edge->leads_back)
    {
      g_array_append_val (chain, self->slot_of_node[edge->to]);
      return;
    }

  for (guint layer = up_map_layout_node (self, edge->from)->layer + 1;
       layer < up_map_layout_node (self, edge->to)->layer; layer++)
    join (self, chain, add_slot (self, UP_MAP_NONE, layer));
  join (self, chain, self->slot_of_node[edge->to]);
}

/**
 * up_map_layout_find_layers:
 * @self: a map whose nodes and edges are known
 *
 * Finds the edges that lead back, gives each node its layer, and fills the layers.
 */
void
up_map_layout_find_layers (UpMapLayout *self)
{
  guint start = find_start (self);
  g_autoptr (GArray) left = NULL;

  self->slot_of_node = g_new0 (guint, self->nodes->len);
  if (start == UP_MAP_NONE)
    return;

  left = search (self, start);
  for (guint i = left->len; i-- > 0;)
    {
      guint node = g_array_index (left, guint, i);

      for (guint j = find_first_edge (self, node);
           j < self->edges->len && up_map_layout_edge (self, j)->from == node; j++)
        if (!up_map_layout_edge (self, j)->leads_back)
          {
            UpMapNode *to = up_map_layout_node (self, up_map_layout_edge (self, j)->to);

            to->layer = MAX (to->layer, up_map_layout_node (self, node)->layer + 1);
          }
    }

  for (guint i = 0; i < self->nodes->len; i++)
    self->slot_of_node[i] = add_slot (self, i, up_map_layout_node (self, i)->layer);
  for (guint i = 0; i < self->edges->len; i++)
    add_chain (self, up_map_layout_edge (self, i));
}

/* How many of the ways from @a cross ways from @b to the same side, if @a stands before @b. */
static guint
count_pair (const UpMapLayout *self, const GArray *a, const GArray *b)
{
  guint n_crossings = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      if (up_map_layout_slot (self, g_array_index (a, guint, i))->order >
          up_map_layout_slot (self, g_array_index (b, guint, j))->order)
        n_crossings++;

  return n_crossings;
}

static guint
count_crossings (const UpMapLayout *self)
{
  guint n_crossings = 0;

  for (guint i = 0; i + 1 < self->layers->len; i++)
    {
      const GArray *layer = up_map_layout_layer (self, i);

      for (guint j = 0; j < layer->len; j++)
        for (guint k = j + 1; k < layer->len; k++)
          n_crossings +=
            count_pair (self, up_map_layout_slot (self, g_array_index (layer, guint, j))->after,
                        up_map_layout_slot (self, g_array_index (layer, guint, k))->after);
    }

  return n_crossings;
}

static void
number_layer (UpMapLayout *self, const GArray *layer)
{
  for (guint i = 0; i < layer->len; i++)
    up_map_layout_slot (self, g_array_index (layer, guint, i))->order = i;
}

/* Where a slot would stand by its neighbours. */
static double
get_wish (const UpMapLayout *self, const UpMapSlot *slot, gboolean down)
{
  const GArray *neighbours = down ? slot->before : slot->after;
  double sum = 0;

  if (neighbours->len == 0)
    return slot->order;

  for (guint i = 0; i < neighbours->len; i++)
    sum += up_map_layout_slot (self, g_array_index (neighbours, guint, i))->order;

  return sum / neighbours->len;
}

/* By insertion, which keeps the order of those whose wishes are the same. */
static void
sort_layer (UpMapLayout *self, GArray *layer, gboolean down)
{
  g_autofree double *wishes = g_new (double, layer->len);
  guint *slots = (guint *) (gpointer) layer->data;

  for (guint i = 0; i < layer->len; i++)
    wishes[i] = get_wish (self, up_map_layout_slot (self, slots[i]), down);

  for (guint i = 1; i < layer->len; i++)
    {
      double wish = wishes[i];
      guint slot = slots[i];
      guint j;

      for (j = i; j > 0 && wishes[j - 1] > wish; j--)
        {
          wishes[j] = wishes[j - 1];
          slots[j] = slots[j - 1];
        }
      wishes[j] = wish;
      slots[j] = slot;
    }

  number_layer (self, layer);
}

static void
sweep (UpMapLayout *self, gboolean down)
{
  for (guint i = 1; i < self->layers->len; i++)
    sort_layer (self, up_map_layout_layer (self, down ? i : self->layers->len - 1 - i), down);
}

/* Exchanges neighbours where fewer ways cross then. */
static gboolean
exchange (UpMapLayout *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->layers->len; i++)
    {
      GArray *layer = up_map_layout_layer (self, i);
      guint *slots = (guint *) (gpointer) layer->data;

      for (guint j = 0; j + 1 < layer->len; j++)
        {
          const UpMapSlot *a = up_map_layout_slot (self, slots[j]);
          const UpMapSlot *b = up_map_layout_slot (self, slots[j + 1]);
          guint slot = slots[j];

          if (count_pair (self, a->before, b->before) + count_pair (self, a->after, b->after) <=
              count_pair (self, b->before, a->before) + count_pair (self, b->after, a->after))
            continue;

          slots[j] = slots[j + 1];
          slots[j + 1] = slot;
          number_layer (self, layer);
          changed = TRUE;
        }
    }

  return changed;
}

static void
keep_orders (const UpMapLayout *self, guint *orders)
{
  for (guint i = 0; i < self->slots->len; i++)
    orders[i] = up_map_layout_slot (self, i)->order;
}

static void
restore_orders (UpMapLayout *self, const guint *orders)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      UpMapSlot *slot = up_map_layout_slot (self, i);

      slot->order = orders[i];
      g_array_index (up_map_layout_layer (self, slot->layer), guint, slot->order) = i;
    }
}

/* Numbers the nodes layer by layer, as the story goes. */
static void
number_nodes (UpMapLayout *self)
{
  g_autofree guint *numbers = g_new (guint, self->nodes->len);
  g_autofree guint *slots = g_new (guint, self->nodes->len);
  g_autofree UpMapNode *nodes = g_new (UpMapNode, self->nodes->len);
  guint number = 0;

  for (guint i = 0; i < self->layers->len; i++)
    {
      const GArray *layer = up_map_layout_layer (self, i);
      guint order = 0;

      for (guint j = 0; j < layer->len; j++)
        {
          UpMapSlot *slot = up_map_layout_slot (self, g_array_index (layer, guint, j));

          if (slot->node == UP_MAP_NONE)
            continue;

          nodes[number] = *up_map_layout_node (self, slot->node);
          nodes[number].order = order++;
          slots[number] = g_array_index (layer, guint, j);
          numbers[slot->node] = number;
          slot->node = number++;
        }
    }

  /* All of them are reached from the start, so that none is left out. */
  g_assert (number == self->nodes->len);

  memcpy (self->nodes->data, nodes, number * sizeof (UpMapNode));
  memcpy (self->slot_of_node, slots, number * sizeof (guint));
  for (guint i = 0; i < self->nodes->len; i++)
    self->node_of_scene[up_scene_get_index (up_map_layout_node (self, i)->scene)] = i;
  for (guint i = 0; i < self->edges->len; i++)
    {
      UpMapEdge *edge = up_map_layout_edge (self, i);

      edge->from = numbers[edge->from];
      edge->to = numbers[edge->to];
    }
}

/**
 * up_map_layout_find_order:
 * @self: a map whose layers are filled
 *
 * Orders the layers so that few ways cross, and numbers the nodes in that order.
 */
void
up_map_layout_find_order (UpMapLayout *self)
{
  g_autofree guint *best = g_new (guint, self->slots->len);
  guint n_crossings = count_crossings (self);

  if (self->layers->len == 0)
    return;

  keep_orders (self, best);
  for (guint i = 0; i < SWEEPS && n_crossings > 0; i++)
    {
      guint n_now;

      sweep (self, i % 2 == 0);
      n_now = count_crossings (self);
      if (n_now < n_crossings)
        {
          n_crossings = n_now;
          keep_orders (self, best);
        }
    }
  restore_orders (self, best);

  for (guint i = 0; i < EXCHANGES && exchange (self); i++)
    ;

  number_nodes (self);
}
