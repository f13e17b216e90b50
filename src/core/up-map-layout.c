/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-layout-private.h"

#include "up-scenario-graph-private.h"
#include "up-scenario-private.h"

/* The map of a run follows from the scenario and the run alone: nothing in it depends on how it is
 * shown, and the same run always gives the same map. Its places are the decisions and endings that can
 * be reached at all; scenes that lead on by themselves are part of the ways between them. It tells the
 * words of no scene that was not seen: such a place has no label that could be shown. */

/* The choices that lead from one place to another. */
typedef struct
{
  guint from;
  guint to;
  UpMapChoices all;
  UpMapChoices now;
  UpMapChoices before;
  UpMapChoices open;
} Ways;

/* What is gathered about a place. */
typedef struct
{
  UpMapChoices made;
  UpMapChoices open;
  guint score; /* of the visit that one would go back to */
} Place;

typedef struct
{
  UpMapLayout *layout;
  const UpScenarioGraph *graph;
  GHashTable *numbers; /* of two places → 1 + the number of the ways between them */
  GArray *ways;
  GArray *places;
  GHashTable *way; /* the steps on the way on which one is */
} Gathering;

static UpMapChoices
get_bit (const UpChoice *choice)
{
  return G_GUINT64_CONSTANT (1) << (choice->index % 64);
}

static guint
count (UpMapChoices choices)
{
  return (guint) __builtin_popcountll (choices);
}

/* Where a step of the scenario's graph leads in the end, which is a place of the map. */
static gboolean
resolve (const UpScenarioGraph *graph, UpGraphState from, guint i, UpGraphState *to)
{
  guint left = graph->n_scenes;

  if (!up_scenario_graph_take_step (graph, from, i, to))
    return FALSE;

  while (graph->scenario->scenes[to->scene].kind == UP_SCENE_PASSAGE)
    if (left-- == 0 || !up_scenario_graph_take_step (graph, *to, 0, to))
      return FALSE;

  return TRUE;
}

/* The ways between two scenes; %NULL where one of them is no place of the map. */
static Ways *
get_ways (Gathering *gathering, guint from_scene, guint to_scene)
{
  Ways ways = { gathering->layout->node_of_scene[from_scene],
                gathering->layout->node_of_scene[to_scene] };
  gpointer key;
  guint number;

  if (ways.from == UP_MAP_NONE || ways.to == UP_MAP_NONE)
    return NULL;

  key = GSIZE_TO_POINTER ((gsize) ways.from * gathering->layout->nodes->len + ways.to);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->numbers, key));
  if (number == 0)
    {
      g_array_append_val (gathering->ways, ways);
      number = gathering->ways->len;
      g_hash_table_insert (gathering->numbers, key, GUINT_TO_POINTER (number));
    }

  return &g_array_index (gathering->ways, Ways, number - 1);
}

static void
find_nodes (UpMapLayout *self, const UpScenarioGraph *graph)
{
  self->node_of_scene = g_new (guint, graph->n_scenes);

  for (guint i = 0; i < graph->n_scenes; i++)
    {
      const UpScene *scene = &graph->scenario->scenes[i];
      UpMapNode node = { .scene = scene, .is_ending = scene->kind == UP_SCENE_ENDING };

      self->node_of_scene[i] = UP_MAP_NONE;
      if (!graph->scenes[i].reached || scene->kind == UP_SCENE_PASSAGE)
        continue;

      node.ways = g_ptr_array_new ();
      self->node_of_scene[i] = self->nodes->len;
      g_array_append_val (self->nodes, node);
    }
}

/* All that can lead anywhere with any flags that one can have there. */
static void
gather_all (Gathering *gathering)
{
  const UpScenarioGraph *graph = gathering->graph;

  for (guint flags = 0; flags < graph->n_layers; flags++)
    for (guint i = 0; graph->layer_sizes[flags] > 0 && i < graph->n_scenes; i++)
      {
        UpGraphState from = { i, (UpFlags) flags };
        const UpScene *scene = &graph->scenario->scenes[i];

        if (!up_scenario_graph_test (graph, graph->reached, from))
          continue;

        for (guint j = 0; j < scene->n_choices; j++)
          {
            Ways *ways = NULL;
            UpGraphState to;

            if (resolve (graph, from, j, &to))
              ways = get_ways (gathering, i, to.scene);
            if (ways != NULL)
              ways->all |= get_bit (&scene->choices[j]);
          }
      }
}

static void
call_node (UpMapNode *node)
{
  if (node->is_ending)
    node->label = up_scene_get_ending_title (node->scene);
  else if (up_text_is_set (up_scene_get_where (node->scene)))
    node->label = up_scene_get_where (node->scene);
  else
    node->label = up_scene_get_ask (node->scene);

  node->is_pivotal = up_scene_get_pivotal (node->scene);
}

static const UpStep *
get_first_after (UpRun *run, const UpStep *step)
{
  return step != NULL ? up_step_get_first_child (step) : up_run_get_first_step (run);
}

/* The decision or ending that @step, or the start, leads to. */
static const UpScene *
get_outcome (UpRun *run, const UpStep *step)
{
  g_autoptr (GPtrArray) passage = up_run_get_passage (run, step);

  return g_ptr_array_index (passage, passage->len - 1);
}

static void
gather_open (Gathering *gathering, const UpScene *scene, UpFlags flags, Place *place)
{
  UpGraphState from = { scene->index, flags };

  for (guint i = 0; i < scene->n_choices; i++)
    {
      Ways *ways;
      UpGraphState to;

      if (!resolve (gathering->graph, from, i, &to))
        continue;

      place->open |= get_bit (&scene->choices[i]);
      ways = get_ways (gathering, scene->index, to.scene);
      if (ways != NULL)
        ways->open |= get_bit (&scene->choices[i]);
    }
}

static gboolean
has_way (const UpMapNode *node, const UpStep *step)
{
  for (guint i = 0; i < node->ways->len; i++)
    {
      const UpStep *other = g_ptr_array_index (node->ways, i);

      if (up_step_get_choice (other) == up_step_get_choice (step) &&
          up_step_get_reached (other) == up_step_get_reached (step))
        return TRUE;
    }

  return FALSE;
}

static void
gather_step (Gathering *gathering, const UpStep *step, UpMapNode *node, Place *place)
{
  const UpChoice *choice = up_step_get_choice (step);
  Ways *ways =
    get_ways (gathering, node->scene->index, up_scene_get_index (up_step_get_reached (step)));

  place->made |= get_bit (choice);
  if (!has_way (node, step))
    g_ptr_array_add (node->ways, (gpointer) step);

  if (ways == NULL)
    return;

  if (g_hash_table_contains (gathering->way, step))
    ways->now |= get_bit (choice);
  else
    ways->before |= get_bit (choice);
}

/* What one met after @step, or at the start. */
static void
gather_visit (Gathering *gathering, const UpStep *step)
{
  UpMapLayout *self = gathering->layout;
  gboolean is_on_way = step == NULL || g_hash_table_contains (gathering->way, step);
  const UpScene *scene = get_outcome (self->run, step);
  guint i = self->node_of_scene[up_scene_get_index (scene)];
  UpMapNode *node;
  Place *place;

  if (i == UP_MAP_NONE)
    return;

  node = up_map_layout_node (self, i);
  place = &g_array_index (gathering->places, Place, i);
  call_node (node);
  node->state = MAX (node->state, is_on_way ? UP_MAP_ON_WAY : UP_MAP_ON_OTHER_WAY);
  gather_open (gathering, scene, step != NULL ? up_step_get_flags (step) : 0, place);
  for (const UpStep *after = get_first_after (self->run, step); after != NULL;
       after = up_step_get_next (after))
    gather_step (gathering, after, node, place);
}

/* To which visit one goes back: rather to one where something is left to try, then to the one on the
 * way on which one is, then to the latest. */
static void
choose_return (Gathering *gathering, const UpStep *step)
{
  UpMapLayout *self = gathering->layout;
  const UpScene *scene = get_outcome (self->run, step);
  UpFlags flags = step != NULL ? up_step_get_flags (step) : 0;
  const UpStep *after = get_first_after (self->run, step);
  guint i = self->node_of_scene[up_scene_get_index (scene)];
  UpMapNode *node;
  Place *place;
  guint score = 1;

  if (i == UP_MAP_NONE)
    return;

  node = up_map_layout_node (self, i);
  place = &g_array_index (gathering->places, Place, i);
  for (guint j = 0; j < scene->n_choices; j++)
    if ((place->made & get_bit (&scene->choices[j])) == 0 &&
        up_condition_holds (scene->choices[j].condition, flags))
      score |= 4;
  if (step == NULL || g_hash_table_contains (gathering->way, step))
    score |= 2;
  if (score < place->score)
    return;

  place->score = score;
  node->can_go = TRUE;
  node->goes_before = after != NULL;
  if (after != NULL)
    node->go_step = up_step_get_number (after);
  else
    node->go_step = step != NULL ? up_step_get_number (step) : 0;
}

/* Calls @visit for the start and for each step whose outcome was seen, in the order in which the steps
 * were made. */
static void
foreach_visit (Gathering *gathering, void (*visit) (Gathering *gathering, const UpStep *step))
{
  UpRun *run = gathering->layout->run;
  guint left = up_run_get_n_steps (run);

  visit (gathering, NULL);

  for (guint number = 1; left > 0; number++)
    {
      const UpStep *step = up_run_find_step (run, number);

      if (step == NULL)
        continue;

      left--;
      if (up_step_is_seen (step))
        visit (gathering, step);
    }
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const Ways *one = a, *other = b;

  return one->from != other->from ? (one->from < other->from ? -1 : 1)
                                  : (one->to > other->to) - (one->to < other->to);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  guint one = up_choice_get_index (up_step_get_choice (a));
  guint other = up_choice_get_index (up_step_get_choice (b));

  return (one > other) - (one < other);
}

/* Whoever is asked, or has come to an ending, goes nowhere else by going there. */
static void
settle_here (UpMapLayout *self, UpMapNode *node)
{
  const UpStep *step = up_run_get_step (self->run);
  UpPhase phase = up_run_get_phase (self->run);

  node->state = UP_MAP_HERE;
  if (phase != UP_PHASE_ASKING && phase != UP_PHASE_ENDING)
    return;

  node->can_go = TRUE;
  node->goes_before = FALSE;
  node->go_step = step != NULL ? up_step_get_number (step) : 0;
}

static void
settle (Gathering *gathering)
{
  UpMapLayout *self = gathering->layout;
  guint here = self->node_of_scene[up_scene_get_index (up_run_get_scene (self->run))];

  if (here != UP_MAP_NONE)
    settle_here (self, up_map_layout_node (self, here));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      UpMapNode *node = up_map_layout_node (self, i);
      const Place *place = &g_array_index (gathering->places, Place, i);

      node->n_open = count (place->open & ~place->made);
      g_ptr_array_sort_values (node->ways, compare_steps);
    }

  g_array_sort (gathering->ways, compare_ways);
  for (guint i = 0; i < gathering->ways->len; i++)
    {
      const Ways *ways = &g_array_index (gathering->ways, Ways, i);
      UpMapEdge edge = {
        .from = ways->from,
        .to = ways->to,
        .n_ways = count (ways->all | ways->now | ways->before | ways->open),
        .n_now = count (ways->now),
        .n_before = count (ways->before & ~ways->now),
        .n_open = count (ways->open & ~ways->now & ~ways->before),
      };

      g_array_append_val (self->edges, edge);
    }
}

static void
gather_run (UpMapLayout *self, const UpScenarioGraph *graph)
{
  g_autoptr (GPtrArray) way = up_run_get_way (self->run);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) steps = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ways = g_array_new (FALSE, TRUE, sizeof (Ways));
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  Gathering gathering = { self, graph, numbers, ways, places, steps };

  for (guint i = 0; i < way->len; i++)
    g_hash_table_add (steps, g_ptr_array_index (way, i));
  g_array_set_size (places, self->nodes->len);

  gather_all (&gathering);
  foreach_visit (&gathering, gather_visit);
  foreach_visit (&gathering, choose_return);
  settle (&gathering);
}

static void
clear_node (gpointer data)
{
  g_clear_pointer (&((UpMapNode *) data)->ways, g_ptr_array_unref);
}

static void
clear_slot (gpointer data)
{
  UpMapSlot *slot = data;

  g_clear_pointer (&slot->before, g_array_unref);
  g_clear_pointer (&slot->after, g_array_unref);
}

/**
 * up_map_layout_new:
 * @run: a run
 *
 * Makes the map of where a run is now, in time that grows with what can be reached in its scenario, as
 * up_scenario_graph_new() tells, and with the steps of the run.
 *
 * Returns: (transfer full): the map, which later changes of @run do not change
 */
UpMapLayout *
up_map_layout_new (UpRun *run)
{
  g_autoptr (UpScenarioGraph) graph = NULL;
  UpMapLayout *self;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  graph = up_scenario_graph_new (up_run_get_scenario (run));
  self = g_new0 (UpMapLayout, 1);
  self->run = g_object_ref (run);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (UpMapNode));
  g_array_set_clear_func (self->nodes, clear_node);
  self->edges = g_array_new (FALSE, TRUE, sizeof (UpMapEdge));
  self->slots = g_array_new (FALSE, TRUE, sizeof (UpMapSlot));
  g_array_set_clear_func (self->slots, clear_slot);
  self->chains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  find_nodes (self, graph);
  gather_run (self, graph);
  up_map_layout_find_layers (self);
  up_map_layout_find_order (self);

  return self;
}

/**
 * up_map_layout_free:
 * @self: (nullable) (transfer full): a map
 */
void
up_map_layout_free (UpMapLayout *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->chains);
  g_array_unref (self->slots);
  g_array_unref (self->edges);
  g_array_unref (self->nodes);
  g_free (self->slot_of_node);
  g_free (self->node_of_scene);
  g_object_unref (self->run);
  g_free (self);
}

/**
 * up_map_layout_get_n_nodes:
 * @self: a map
 *
 * Returns: how many decisions and endings there are
 */
guint
up_map_layout_get_n_nodes (UpMapLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

/**
 * up_map_layout_get_node:
 * @self: a map
 * @i: which node; they stand in the order of the story, layer by layer
 *
 * Returns: (transfer none): the node
 */
const UpMapNode *
up_map_layout_get_node (UpMapLayout *self, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->nodes->len, NULL);

  return up_map_layout_node (self, i);
}

/**
 * up_map_layout_get_n_edges:
 * @self: a map
 *
 * Returns: how many pairs of places are joined by ways
 */
guint
up_map_layout_get_n_edges (UpMapLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edges->len;
}

/**
 * up_map_layout_get_edge:
 * @self: a map
 * @i: which edge
 *
 * Returns: (transfer none): the edge
 */
const UpMapEdge *
up_map_layout_get_edge (UpMapLayout *self, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->edges->len, NULL);

  return up_map_layout_edge (self, i);
}

/**
 * up_map_layout_get_n_layers:
 * @self: a map
 *
 * Returns: how many places the longest way has, if one never goes back
 */
guint
up_map_layout_get_n_layers (UpMapLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->layers->len;
}

/**
 * up_map_layout_find_node:
 * @self: a map
 * @scene: a scene of its scenario
 *
 * Returns: the node that stands for @scene, or %G_MAXUINT where none does
 */
guint
up_map_layout_find_node (UpMapLayout *self, const UpScene *scene)
{
  g_return_val_if_fail (self != NULL, UP_MAP_NONE);
  g_return_val_if_fail (scene != NULL, UP_MAP_NONE);

  return self->node_of_scene[up_scene_get_index (scene)];
}

/**
 * up_map_layout_get_here:
 * @self: a map
 *
 * Returns: the node at which the run is, or the first one
 */
guint
up_map_layout_get_here (UpMapLayout *self)
{
  guint here;

  g_return_val_if_fail (self != NULL, UP_MAP_NONE);

  here = self->node_of_scene[up_scene_get_index (up_run_get_scene (self->run))];

  return here != UP_MAP_NONE ? here : 0;
}
