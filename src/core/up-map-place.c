/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-layout-private.h"

/* Where the places of a map stand and how the ways run, once it is known how large each place is. All is
 * found for a story that flows along one axis, with the layers across it, and turned at the end into the
 * direction that is wanted.
 *
 * A way runs straight through a layer, in a slot that is its own, and bends only between two layers. So
 * it never runs through a place. */

/* How often the layers are moved towards their neighbours. */
#define ROUNDS 24

/* How much more a long way wants to be straight than a short one. */
#define STRAIGHTNESS 8

/* How much room the lines that pass need between them, of what places need. */
#define LINE_GAP 0.5

/* On how much of a side ways begin and end. */
#define PORTS 0.5

/* How far into the gap between two layers a way that leads back swings out. */
#define SWING 0.7

typedef struct
{
  UpMapLayout *layout;
  double gap;       /* across */
  double along_gap; /* between layers */
  UpMapBox *boxes;  /* x and width are across, y and height along */
  double *starts;   /* of each layer, along */
  double *ends;
  double across; /* all of it */
  double along;
} Placing;

/* Slots that have to move as one, since they would overlap otherwise. */
typedef struct
{
  double wish;
  double weight;
  guint n_slots;
} Block;

static gboolean
is_line (const UpMapSlot *slot)
{
  return slot->node == UP_MAP_NONE;
}

/* The least distance of the middles of two neighbours. */
static double
get_distance (const Placing *placing, const UpMapSlot *a, const UpMapSlot *b)
{
  return (a->extent + b->extent) / 2 + placing->gap * (is_line (a) || is_line (b) ? LINE_GAP : 1);
}

/* Puts the slots of a layer as near to where they want to be as their order and their sizes allow: the
 * nearest in the sense of least squares, found by joining neighbours that would overlap. */
static void
place_layer (const Placing *placing, const GArray *layer, const double *wishes,
             const double *weights)
{
  UpMapLayout *self = placing->layout;
  g_autofree Block *blocks = g_new (Block, layer->len);
  double offset = 0;
  guint n_blocks = 0, slot = 0;

  for (guint i = 0; i < layer->len; i++)
    {
      if (i > 0)
        offset +=
          get_distance (placing, up_map_layout_slot (self, g_array_index (layer, guint, i - 1)),
                        up_map_layout_slot (self, g_array_index (layer, guint, i)));

      blocks[n_blocks++] = (Block) { wishes[i] - offset, weights[i], 1 };
      while (n_blocks > 1 && blocks[n_blocks - 2].wish > blocks[n_blocks - 1].wish)
        {
          Block *a = &blocks[n_blocks - 2];
          const Block *b = &blocks[n_blocks - 1];

          a->wish = (a->wish * a->weight + b->wish * b->weight) / (a->weight + b->weight);
          a->weight += b->weight;
          a->n_slots += b->n_slots;
          n_blocks--;
        }
    }

  offset = 0;
  for (guint i = 0; i < n_blocks; i++)
    for (guint j = 0; j < blocks[i].n_slots; j++, slot++)
      {
        if (slot > 0)
          offset += get_distance (placing,
                                  up_map_layout_slot (self, g_array_index (layer, guint, slot - 1)),
                                  up_map_layout_slot (self, g_array_index (layer, guint, slot)));
        up_map_layout_slot (self, g_array_index (layer, guint, slot))->middle =
          blocks[i].wish + offset;
      }
}

static void
add_wishes (const UpMapLayout *self, const UpMapSlot *slot, const GArray *neighbours, double *sum,
            double *weight)
{
  for (guint i = 0; i < neighbours->len; i++)
    {
      const UpMapSlot *other = up_map_layout_slot (self, g_array_index (neighbours, guint, i));
      double pull = is_line (slot) && is_line (other)   ? STRAIGHTNESS
                    : is_line (slot) || is_line (other) ? STRAIGHTNESS / 4.0
                                                        : 1;

      *sum += pull * other->middle;
      *weight += pull;
    }
}

/* Moves a layer towards its neighbours on the one side, the other side or both. */
static void
pull_layer (const Placing *placing, guint i, gboolean to_before, gboolean to_after)
{
  UpMapLayout *self = placing->layout;
  const GArray *layer = up_map_layout_layer (self, i);
  g_autofree double *wishes = g_new (double, layer->len);
  g_autofree double *weights = g_new (double, layer->len);

  for (guint j = 0; j < layer->len; j++)
    {
      const UpMapSlot *slot = up_map_layout_slot (self, g_array_index (layer, guint, j));
      double sum = 0, weight = 0;

      if (to_before)
        add_wishes (self, slot, slot->before, &sum, &weight);
      if (to_after)
        add_wishes (self, slot, slot->after, &sum, &weight);

      wishes[j] = weight > 0 ? sum / weight : slot->middle;
      weights[j] = MAX (weight, 1);
    }

  place_layer (placing, layer, wishes, weights);
}

/* Side by side around the middle, as close as they may. */
static void
pack_layer (const Placing *placing, guint i)
{
  const GArray *layer = up_map_layout_layer (placing->layout, i);
  g_autofree double *wishes = g_new0 (double, layer->len);
  g_autofree double *weights = g_new (double, layer->len);

  for (guint j = 0; j < layer->len; j++)
    weights[j] = 1;

  place_layer (placing, layer, wishes, weights);
}

static void
place_across (Placing *placing)
{
  UpMapLayout *self = placing->layout;
  guint n_layers = self->layers->len;
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE;

  for (guint i = 0; i < self->slots->len; i++)
    {
      UpMapSlot *slot = up_map_layout_slot (self, i);

      slot->extent = is_line (slot) ? 0 : placing->boxes[slot->node].width;
    }

  for (guint i = 0; i < n_layers; i++)
    pack_layer (placing, i);
  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint i = 1; i < n_layers; i++)
        pull_layer (placing, i, TRUE, FALSE);
      for (guint i = n_layers - 1; i-- > 0;)
        pull_layer (placing, i, FALSE, TRUE);
      for (guint i = 1; i < n_layers; i++)
        pull_layer (placing, i, TRUE, TRUE);
    }

  for (guint i = 0; i < self->slots->len; i++)
    {
      const UpMapSlot *slot = up_map_layout_slot (self, i);

      first = MIN (first, slot->middle - slot->extent / 2);
      last = MAX (last, slot->middle + slot->extent / 2);
    }
  for (guint i = 0; i < self->slots->len; i++)
    up_map_layout_slot (self, i)->middle -= first;
  placing->across = last - first;
}

static void
place_along (Placing *placing)
{
  UpMapLayout *self = placing->layout;
  double along = 0;

  /* A way back to the first layer swings out before it. */
  for (guint i = 0; i < self->edges->len; i++)
    {
      const UpMapEdge *edge = up_map_layout_edge (self, i);

      if (edge->leads_back && up_map_layout_node (self, edge->to)->layer == 0)
        along = placing->along_gap;
    }

  for (guint i = 0; i < self->layers->len; i++)
    {
      const GArray *layer = up_map_layout_layer (self, i);
      double depth = 0;

      for (guint j = 0; j < layer->len; j++)
        {
          const UpMapSlot *slot = up_map_layout_slot (self, g_array_index (layer, guint, j));

          if (!is_line (slot))
            depth = MAX (depth, placing->boxes[slot->node].height);
        }

      placing->starts[i] = along;
      placing->ends[i] = along + depth;
      along += depth + placing->along_gap;
    }
  placing->along = along - placing->along_gap;
}

static void
place_boxes (Placing *placing)
{
  UpMapLayout *self = placing->layout;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const UpMapSlot *slot = up_map_layout_slot (self, self->slot_of_node[i]);
      UpMapBox *box = &placing->boxes[i];

      box->x = (float) slot->middle - box->width / 2;
      box->y =
        (float) (placing->starts[slot->layer] + placing->ends[slot->layer]) / 2 - box->height / 2;
    }
}

/* Where an edge meets a node, among all edges that meet the same side of it: in the order of where they
 * come from or go to. */
static double
get_port (const Placing *placing, guint edge, gboolean at_end)
{
  UpMapLayout *self = placing->layout;
  guint node = at_end ? up_map_layout_edge (self, edge)->to : up_map_layout_edge (self, edge)->from;
  const UpMapBox *box = &placing->boxes[node];
  double middle = up_map_layout_slot (self, self->slot_of_node[node])->middle;
  double own = 0, room;
  guint n_edges = 0, place = 0;

  if (box->is_round)
    return middle;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->edges->len; i++)
      {
        const UpMapEdge *other = up_map_layout_edge (self, i);
        const GArray *chain = g_ptr_array_index (self->chains, i);
        double towards;

        if ((at_end ? other->to : other->from) != node)
          continue;

        /* Ways back have the outermost places. */
        towards =
          other->leads_back
            ? G_MAXDOUBLE
            : up_map_layout_slot (self, g_array_index (chain, guint, at_end ? chain->len - 2 : 1))
                ->middle;
        if (pass == 0 && i == edge)
          own = towards;
        else if (pass == 1 && (towards < own || (towards <= own && i < edge)))
          place++;
        n_edges += pass;
      }

  room = box->width * PORTS / MAX (n_edges, 1);

  return middle + room * (place - (n_edges - 1) / 2.0);
}

static void
add_point (GArray *route, double across, double along)
{
  UpMapPoint point = { (float) across, (float) along };

  g_array_append_val (route, point);
}

/* From where the route is to a point, as a curve that leaves and arrives along the flow; straight where
 * nothing lies between. */
static void
add_curve (GArray *route, double across, double along)
{
  UpMapPoint from = g_array_index (route, UpMapPoint, route->len - 1);
  double middle = (from.y + along) / 2;

  add_point (route, from.x, middle);
  add_point (route, across, middle);
  add_point (route, across, along);
}

static void
add_swing (GArray *route, double across, double along, double swing)
{
  UpMapPoint from = g_array_index (route, UpMapPoint, route->len - 1);

  add_point (route, from.x, along + swing);
  add_point (route, across, along + swing);
  add_point (route, across, along);
}

/* Outside of all else, back past the layers between. */
static void
route_back (Placing *placing, const UpMapEdge *edge, double begin, double end, GArray *route)
{
  double swing = placing->along_gap * SWING;
  double lane = placing->across + placing->gap * LINE_GAP;
  guint from = up_map_layout_node (placing->layout, edge->from)->layer;
  guint to = up_map_layout_node (placing->layout, edge->to)->layer;
  const UpMapBox *box = &placing->boxes[edge->to];

  add_curve (route, begin, placing->ends[from]);
  add_swing (route, lane, placing->ends[from], swing);
  add_curve (route, lane, placing->starts[to]);
  add_swing (route, end, placing->starts[to], -swing);
  add_curve (route, end, box->y);

  placing->across = lane;
  placing->along = MAX (placing->along, placing->ends[from] + swing);
}

static GArray *
route_edge (Placing *placing, guint i)
{
  UpMapLayout *self = placing->layout;
  const UpMapEdge *edge = up_map_layout_edge (self, i);
  const GArray *chain = g_ptr_array_index (self->chains, i);
  GArray *route = g_array_new (FALSE, FALSE, sizeof (UpMapPoint));
  const UpMapBox *box = &placing->boxes[edge->from];
  double begin = get_port (placing, i, FALSE), end = get_port (placing, i, TRUE);

  add_point (route, begin, box->y + box->height);
  if (edge->leads_back)
    {
      route_back (placing, edge, begin, end, route);
      return route;
    }

  add_curve (route, begin, placing->ends[up_map_layout_node (self, edge->from)->layer]);
  for (guint j = 1; j < chain->len; j++)
    {
      const UpMapSlot *slot = up_map_layout_slot (self, g_array_index (chain, guint, j));
      gboolean is_last = j == chain->len - 1;
      double across = is_last ? end : slot->middle;

      add_curve (route, across, placing->starts[slot->layer]);
      add_curve (route, across, is_last ? placing->boxes[edge->to].y : placing->ends[slot->layer]);
    }

  return route;
}

static void
swap (float *a, float *b)
{
  float kept = *a;

  *a = *b;
  *b = kept;
}

static void
turn_box (const Placing *placing, UpMapBox *box, UpMapFlow flow, gboolean mirrored)
{
  if (flow == UP_MAP_FLOW_TO_END)
    {
      swap (&box->x, &box->y);
      swap (&box->width, &box->height);
    }
  if (mirrored)
    box->x =
      (float) (flow == UP_MAP_FLOW_DOWN ? placing->across : placing->along) - box->x - box->width;
}

static void
turn_route (const Placing *placing, GArray *route, UpMapFlow flow, gboolean mirrored)
{
  for (guint i = 0; i < route->len; i++)
    {
      UpMapPoint *point = &g_array_index (route, UpMapPoint, i);

      if (flow == UP_MAP_FLOW_TO_END)
        swap (&point->x, &point->y);
      if (mirrored)
        point->x = (float) (flow == UP_MAP_FLOW_DOWN ? placing->across : placing->along) - point->x;
    }
}

/**
 * up_map_layout_place:
 * @self: a map
 * @flow: whether the story flows downwards or from the start to the end of a line
 * @mirrored: whether lines run from right to left
 * @gap_across: the least distance of two places in a layer
 * @gap_along: the distance of two layers
 * @boxes: (array) (inout): for each node its size and whether it is round; takes where it stands
 * @routes: (element-type GArray) (out caller-allocates): takes for each edge an array of #UpMapPoint:
 *   where it begins, and three for each of the cubic curves that it consists of
 * @width: (out): the width of it all
 * @height: (out): the height of it all
 *
 * Places the nodes of a map so that none overlap, and the ways so that none runs through a node. The
 * same sizes always give the same places.
 */
void
up_map_layout_place (UpMapLayout *self, UpMapFlow flow, gboolean mirrored, float gap_across,
                     float gap_along, UpMapBox *boxes, GPtrArray *routes, float *width,
                     float *height)
{
  g_autofree double *starts = NULL;
  g_autofree double *ends = NULL;
  Placing placing;

  g_return_if_fail (self != NULL);
  g_return_if_fail (boxes != NULL);
  g_return_if_fail (routes != NULL && routes->len == 0);
  g_return_if_fail (width != NULL && height != NULL);

  starts = g_new0 (double, self->layers->len);
  ends = g_new0 (double, self->layers->len);
  placing = (Placing) { self, gap_across, gap_along, boxes, starts, ends, 0, 0 };

  if (flow == UP_MAP_FLOW_TO_END)
    for (guint i = 0; i < self->nodes->len; i++)
      swap (&boxes[i].width, &boxes[i].height);

  place_across (&placing);
  place_along (&placing);
  place_boxes (&placing);
  for (guint i = 0; i < self->edges->len; i++)
    g_ptr_array_add (routes, route_edge (&placing, i));

  for (guint i = 0; i < self->nodes->len; i++)
    turn_box (&placing, &boxes[i], flow, mirrored);
  for (guint i = 0; i < routes->len; i++)
    turn_route (&placing, g_ptr_array_index (routes, i), flow, mirrored);

  *width = (float) (flow == UP_MAP_FLOW_DOWN ? placing.across : placing.along);
  *height = (float) (flow == UP_MAP_FLOW_DOWN ? placing.along : placing.across);
}
