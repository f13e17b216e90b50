/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-graph-private.h"

#include "up-scenario-private.h"

/* A choice is early where it is made at the first or the second decision of some route. */
#define EARLY_DECISIONS 2

typedef struct
{
  UpScenarioGraph *graph;
  guint64 *seen;
  GArray *pending; /* of UpGraphState */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_free (walk->seen);
  g_array_unref (walk->pending);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static void
walk_init (Walk *walk, UpScenarioGraph *graph)
{
  walk->graph = graph;
  walk->seen = up_scenario_graph_new_bits (graph);
  walk->pending = g_array_new (FALSE, FALSE, sizeof (UpGraphState));
}

static void
walk_add (Walk *walk, UpGraphState state)
{
  if (up_scenario_graph_set_bit (walk->graph, walk->seen, state))
    g_array_append_val (walk->pending, state);
}

static gboolean
walk_take (Walk *walk, UpGraphState *state)
{
  if (walk->pending->len == 0)
    return FALSE;

  *state = g_array_index (walk->pending, UpGraphState, walk->pending->len - 1);
  g_array_set_size (walk->pending, walk->pending->len - 1);

  return TRUE;
}

/* Lists in @after the states that an early choice leads to, with all the early ones before it. */
static void
find_early (UpScenarioGraph *graph, GArray *before, GArray *after)
{
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (UpGraphState));
  UpGraphState start = { graph->scenario->start, 0 };

  g_array_append_val (now, start);

  for (guint n = 0; n < EARLY_DECISIONS; n++)
    {
      g_auto (Walk) walk = { NULL };
      guint first = after->len;
      UpGraphState from;

      walk_init (&walk, graph);
      for (guint i = 0; i < now->len; i++)
        walk_add (&walk, g_array_index (now, UpGraphState, i));

      while (walk_take (&walk, &from))
        {
          const UpScene *scene = &graph->scenario->scenes[from.scene];
          guint n_steps = up_scenario_graph_count_steps (scene);

          for (guint i = 0; i < n_steps; i++)
            {
              UpGraphState to;

              if (!up_scenario_graph_take_step (graph, from, i, &to))
                continue;

              if (scene->kind == UP_SCENE_DECISION)
                {
                  g_array_append_val (before, from);
                  g_array_append_val (after, to);
                }
              else
                {
                  walk_add (&walk, to);
                }
            }
        }

      g_array_set_size (now, 0);
      if (after->len > first)
        g_array_append_vals (now, &g_array_index (after, UpGraphState, first), after->len - first);
    }
}

/* The flags that are missing in some state: by scene, where it is reached; by choice, where it is open. */
typedef struct
{
  UpFlags *of_scene;
  UpFlags *of_choice; /* of all scenes one after another, as in the graph */
} Missing;

static void
missing_clear (Missing *missing)
{
  g_free (missing->of_scene);
  g_free (missing->of_choice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Missing, missing_clear)

static void
find_missing (UpScenarioGraph *graph, Missing *missing)
{
  const UpScenario *scenario = graph->scenario;
  guint n_choices = 0;

  for (guint i = 0; i < graph->n_scenes; i++)
    n_choices += scenario->scenes[i].n_choices;

  missing->of_scene = g_new0 (UpFlags, graph->n_scenes);
  missing->of_choice = g_new0 (UpFlags, n_choices);

  for (guint layer = 0; layer < graph->n_layers; layer++)
    {
      UpFlags flags = ~layer;

      if (graph->layer_sizes[layer] == 0)
        continue;

      for (guint i = 0; i < graph->n_scenes; i++)
        {
          const UpScene *scene = &scenario->scenes[i];

          if (!up_scenario_graph_test (graph, graph->reached, (UpGraphState) { i, layer }))
            continue;

          missing->of_scene[i] |= flags;
          for (guint j = 0; j < scene->n_choices; j++)
            if (up_condition_holds (scene->choices[j].condition, layer))
              missing->of_choice[graph->first_choice[i] + j] |= flags;
        }
    }
}

/* Whether a decision that is reached with @flag, set early, offers what it does not offer without the
 * flag, or the other way round. */
static gboolean
tells_at (UpScenarioGraph *graph, const Missing *missing, UpGraphState state, UpFlags flag)
{
  const UpScene *scene = &graph->scenario->scenes[state.scene];

  for (guint i = 0; i < scene->n_choices; i++)
    {
      UpCondition condition = scene->choices[i].condition;

      if ((condition.all & flag) && up_condition_holds (condition, state.flags) &&
          (missing->of_scene[state.scene] & flag))
        return TRUE;
      if ((condition.none & flag) &&
          (missing->of_choice[graph->first_choice[state.scene] + i] & flag))
        return TRUE;
    }

  return FALSE;
}

/**
 * up_scenario_graph_has_consequence:
 * @self: a graph
 *
 * Finds out whether something done early changes what can be chosen later: whether a flag that is set at
 * the first or the second decision of some route opens or shuts a choice at a decision to which that
 * route leads on, and which is also reached without the flag. A line that is said or not said does not
 * count, nor does a flag that is set later. The time is linear in the reachable states, once for each
 * flag.
 *
 * Returns: whether it does
 */
gboolean
up_scenario_graph_has_consequence (UpScenarioGraph *self)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (UpGraphState));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (UpGraphState));
  g_auto (Missing) missing = { NULL };

  g_return_val_if_fail (self != NULL, FALSE);

  find_early (self, before, after);
  find_missing (self, &missing);

  for (guint i = 0; i < self->scenario->n_flags; i++)
    {
      UpFlags flag = 1u << i;
      g_auto (Walk) walk = { NULL };
      UpGraphState from;

      walk_init (&walk, self);
      for (guint j = 0; j < after->len; j++)
        if (!(g_array_index (before, UpGraphState, j).flags & flag) &&
            (g_array_index (after, UpGraphState, j).flags & flag))
          walk_add (&walk, g_array_index (after, UpGraphState, j));

      while (walk_take (&walk, &from))
        {
          guint n_steps = up_scenario_graph_count_steps (&self->scenario->scenes[from.scene]);

          if (tells_at (self, &missing, from, flag))
            return TRUE;

          for (guint j = 0; j < n_steps; j++)
            {
              UpGraphState to;

              if (up_scenario_graph_take_step (self, from, j, &to))
                walk_add (&walk, to);
            }
        }
    }

  return FALSE;
}
