/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-map-layout.h"

G_BEGIN_DECLS

#define UP_MAP_NONE G_MAXUINT

/* A place in a layer: a node's, or that which a way keeps free where it passes through the layer. */
typedef struct
{
  guint node; /* UP_MAP_NONE where a way passes */
  guint layer;
  guint order;    /* in its layer */
  GArray *before; /* of guint: the slots of the layer before that lead here */
  GArray *after;
  double middle; /* across the flow */
  double extent; /* across the flow */
} UpMapSlot;

/* Choices by their place in their scene; those that share a bit, if a scene had more than 64, would be
 * counted as one. */
typedef guint64 UpMapChoices;

struct _UpMapLayout
{
  UpRun *run;
  GArray *nodes; /* of UpMapNode; until the order is found, in that of the scenes */
  GArray *edges; /* of UpMapEdge */
  guint *node_of_scene;

  GArray *slots; /* of UpMapSlot */
  guint *slot_of_node;
  GPtrArray *chains; /* for each edge of GArray of guint: the slots from its begin to its end */
  GPtrArray *layers; /* of GArray of guint: the slots in their order */
};

void up_map_layout_find_layers (UpMapLayout *self);
void up_map_layout_find_order (UpMapLayout *self);

static inline UpMapNode *
up_map_layout_node (const UpMapLayout *self, guint i)
{
  return &g_array_index (self->nodes, UpMapNode, i);
}

static inline UpMapEdge *
up_map_layout_edge (const UpMapLayout *self, guint i)
{
  return &g_array_index (self->edges, UpMapEdge, i);
}

static inline UpMapSlot *
up_map_layout_slot (const UpMapLayout *self, guint i)
{
  return &g_array_index (self->slots, UpMapSlot, i);
}

static inline GArray *
up_map_layout_layer (const UpMapLayout *self, guint i)
{
  return g_ptr_array_index (self->layers, i);
}

G_END_DECLS
