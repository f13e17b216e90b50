/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-graph-private.h"

#include "up-scenario-private.h"

/* One scene on the way of Tarjan's search for loops. */
typedef struct
{
  guint scene;
  guint next_step;
} Visit;

typedef struct
{
  guint *number;   /* by scene: when it was met, from 1; 0 for not yet */
  guint *lowest;   /* by scene: the earliest that is known to be reached from it */
  guint8 *open;    /* by scene: whether its loop is not complete yet */
  guint8 *escapes; /* by scene: whether a step leads out of its loop */
  guint n_met;
  GArray *stack; /* of the scenes that are open */
  GArray *visits;
} Search;

static void
close_loop (UpScenarioGraph *self, Search *search, UpGraphState first)
{
  gboolean escapes = FALSE;
  gboolean steps_to_itself = FALSE;
  guint earliest = first.scene;
  guint n = 0;
  guint scene;

  do
    {
      scene = g_array_index (search->stack, guint, search->stack->len - 1);
      g_array_set_size (search->stack, search->stack->len - 1);
      search->open[scene] = FALSE;
      escapes |= search->escapes[scene];
      earliest = MIN (earliest, scene);
      n++;
    }
  while (scene != first.scene);

  for (guint i = 0; n == 1 && i < up_scenario_graph_count_steps (&self->scenario->scenes[scene]);
       i++)
    {
      UpGraphState to;

      if (up_scenario_graph_take_step (self, first, i, &to))
        steps_to_itself |= to.scene == first.scene && to.flags == first.flags;
    }

  if (!escapes && (n > 1 || steps_to_itself))
    self->scenes[earliest].loop = MAX (self->scenes[earliest].loop, n);
}

static void
search_from (UpScenarioGraph *self, Search *search, guint layer, guint start)
{
  Visit visit = { start, 0 };

  g_array_append_val (search->visits, visit);

  while (search->visits->len > 0)
    {
      Visit *top = &g_array_index (search->visits, Visit, search->visits->len - 1);
      UpGraphState from = { top->scene, layer };
      UpGraphState to;

      if (top->next_step == 0)
        {
          search->number[from.scene] = search->lowest[from.scene] = ++search->n_met;
          search->open[from.scene] = TRUE;
          g_array_append_val (search->stack, from.scene);
        }

      if (top->next_step < up_scenario_graph_count_steps (&self->scenario->scenes[from.scene]))
        {
          if (!up_scenario_graph_take_step (self, from, top->next_step++, &to))
            continue;

          if (to.flags != layer)
            {
              search->escapes[from.scene] = TRUE;
            }
          else if (search->number[to.scene] == 0)
            {
              visit = (Visit) { to.scene, 0 };
              g_array_append_val (search->visits, visit);
            }
          else if (search->open[to.scene])
            {
              search->lowest[from.scene] =
                MIN (search->lowest[from.scene], search->number[to.scene]);
            }
          else
            {
              search->escapes[from.scene] = TRUE;
            }
          continue;
        }

      g_array_set_size (search->visits, search->visits->len - 1);
      if (search->lowest[from.scene] == search->number[from.scene])
        close_loop (self, search, from);

      if (search->visits->len > 0)
        {
          guint before = g_array_index (search->visits, Visit, search->visits->len - 1).scene;

          if (search->open[from.scene])
            search->lowest[before] = MIN (search->lowest[before], search->lowest[from.scene]);
          else
            search->escapes[before] = TRUE;
        }
    }
}

/**
 * up_scenario_graph_find_loops:
 * @self: a graph
 * @ways: for each state, whether a way leads from it to an ending
 * @layer: a set of flags
 * @scenes: (element-type guint): the scenes that are reached with it
 *
 * Where no way leads to an ending, one goes round for ever or stops at a decision without open
 * choices. This finds the loops, with Tarjan's search, in time linear in the steps of the layer: all
 * that a stuck state leads to is stuck as well, and no loop leaves its layer.
 */
void
up_scenario_graph_find_loops (UpScenarioGraph *self, const guint64 *ways, guint layer,
                              GArray *scenes)
{
  Search search = {
    g_new0 (guint, self->n_scenes),
    g_new0 (guint, self->n_scenes),
    g_new0 (guint8, self->n_scenes),
    g_new0 (guint8, self->n_scenes),
    0,
    g_array_new (FALSE, FALSE, sizeof (guint)),
    g_array_new (FALSE, FALSE, sizeof (Visit)),
  };

  for (guint i = 0; i < scenes->len; i++)
    {
      guint scene = g_array_index (scenes, guint, i);

      if (!up_scenario_graph_test (self, ways, (UpGraphState) { scene, layer }) &&
          search.number[scene] == 0)
        search_from (self, &search, layer, scene);
    }

  g_free (search.number);
  g_free (search.lowest);
  g_free (search.open);
  g_free (search.escapes);
  g_array_unref (search.stack);
  g_array_unref (search.visits);
}
