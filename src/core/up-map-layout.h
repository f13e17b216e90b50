/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

G_BEGIN_DECLS

typedef enum
{
  UP_MAP_UNSEEN,
  UP_MAP_ON_OTHER_WAY,
  UP_MAP_ON_WAY, /* on the way on which one is */
  UP_MAP_HERE,
} UpMapState;

/**
 * UpMapNode:
 * @scene: the decision or ending; what it says may be shown only where it was seen
 * @state: whether it was seen, and how it lies to where one is
 * @is_ending: whether it is an ending
 * @is_pivotal: whether it is the pivotal decision; %FALSE too where it was not seen
 * @label: what it is called; none where it was not seen
 * @layer: how many decisions lie before it on the longest way there
 * @order: its place among those of its layer
 * @ways: (element-type UpStep): one step for each choice made there and each outcome of it
 * @n_open: how many choices one could have made when one was there, and has not
 * @can_go: whether one can go there
 * @goes_before: whether one goes there to before the step @go_step, or to after it
 * @go_step: the number of a step; 0 for the start
 *
 * A decision or an ending on the map. What leads on by itself is part of the ways.
 */
typedef struct
{
  const UpScene *scene;
  UpMapState state;
  gboolean is_ending;
  gboolean is_pivotal;
  UpText label;
  guint layer;
  guint order;
  GPtrArray *ways;
  guint n_open;
  gboolean can_go;
  gboolean goes_before;
  guint go_step;
} UpMapNode;

/**
 * UpMapEdge:
 * @from: where it begins, a node
 * @to: where it ends, a node
 * @leads_back: whether it leads to where one may have been before
 * @n_ways: how many choices lead there, at least with certain flags
 * @n_now: how many of them were made on the way on which one is
 * @n_before: how many were made on other ways only
 * @n_open: how many one could have made, and has not
 *
 * All that leads from one decision to the same next place.
 */
typedef struct
{
  guint from;
  guint to;
  gboolean leads_back;
  guint n_ways;
  guint n_now;
  guint n_before;
  guint n_open;
} UpMapEdge;

typedef struct
{
  float x;
  float y;
} UpMapPoint;

/**
 * UpMapBox:
 * @x: its left
 * @y: its top
 * @width: its width
 * @height: its height
 * @is_round: whether all ways meet it at the middle of a side
 */
typedef struct
{
  float x;
  float y;
  float width;
  float height;
  gboolean is_round;
} UpMapBox;

typedef enum
{
  UP_MAP_FLOW_DOWN,
  UP_MAP_FLOW_TO_END,
} UpMapFlow;

typedef struct _UpMapLayout UpMapLayout;

UpMapLayout *up_map_layout_new (UpRun *run);
void up_map_layout_free (UpMapLayout *self);
guint up_map_layout_get_n_nodes (UpMapLayout *self);
const UpMapNode *up_map_layout_get_node (UpMapLayout *self,
                                         guint i); /* in the order of the story */
guint up_map_layout_get_n_edges (UpMapLayout *self);
const UpMapEdge *up_map_layout_get_edge (UpMapLayout *self, guint i);
guint up_map_layout_get_n_layers (UpMapLayout *self);
guint up_map_layout_find_node (UpMapLayout *self, const UpScene *scene);
guint up_map_layout_get_here (UpMapLayout *self);
void up_map_layout_place (UpMapLayout *self, UpMapFlow flow, gboolean mirrored, float gap_across,
                          float gap_along, UpMapBox *boxes, GPtrArray *routes, float *width,
                          float *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpMapLayout, up_map_layout_free)

G_END_DECLS
