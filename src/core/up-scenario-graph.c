/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-graph-private.h"

#include "up-scenario-private.h"

/* A scenario walked through in every way there is. A state is a scene with the flags that are set on
 * arriving there. Flags are never cleared, so a step leads to the same flags or to more, which is a
 * larger number: the states fall into layers, one for each set of flags, that can be gone through in
 * order, and no loop leaves its layer. That bounds the time by the states that are reached times the
 * choices of a scene, and the memory by two bits for each of scenes × 2^flags. Nothing recurses. */

#define NONE G_MAXUINT

static guint
take_exit (const UpExit *exits, guint n_exits, UpFlags flags)
{
  for (guint i = 0; i + 1 < n_exits; i++)
    if (up_condition_holds (exits[i].condition, flags))
      return exits[i].scene;

  /* The reader lets no last exit have a condition. */
  return exits[n_exits - 1].scene;
}

/**
 * up_scenario_graph_count_steps:
 * @scene: a scene
 *
 * Returns: how many steps lead on from it, open or not
 */
guint
up_scenario_graph_count_steps (const UpScene *scene)
{
  switch (scene->kind)
    {
    case UP_SCENE_DECISION:
      return scene->n_choices;
    case UP_SCENE_PASSAGE:
      return 1;
    case UP_SCENE_ENDING:
    default:
      return 0;
    }
}

/**
 * up_scenario_graph_take_step:
 * @self: a graph
 * @from: a state
 * @i: which step, counted from 0
 * @to: (out): where it leads
 *
 * Returns: whether the step can be taken; a choice that is not open cannot
 */
gboolean
up_scenario_graph_take_step (const UpScenarioGraph *self, UpGraphState from, guint i,
                             UpGraphState *to)
{
  const UpScene *scene = &self->scenario->scenes[from.scene];
  const UpChoice *choice;

  if (scene->kind == UP_SCENE_PASSAGE)
    {
      to->flags = from.flags;
      to->scene = take_exit (scene->exits, scene->n_exits, from.flags);
      return TRUE;
    }

  choice = &scene->choices[i];
  if (!up_condition_holds (choice->condition, from.flags))
    return FALSE;

  to->flags = from.flags | choice->sets;
  to->scene = take_exit (choice->exits, choice->n_exits, to->flags);

  return TRUE;
}

/**
 * up_scenario_graph_set_bit:
 * @self: a graph
 * @bits: bits for its states
 * @state: a state
 *
 * Sets a state's bit.
 *
 * Returns: whether it was not set before
 */
gboolean
up_scenario_graph_set_bit (const UpScenarioGraph *self, guint64 *bits, UpGraphState state)
{
  guint64 *word = &bits[state.flags * self->layer_words + state.scene / 64];
  guint64 bit = G_GUINT64_CONSTANT (1) << (state.scene % 64);

  if (*word & bit)
    return FALSE;

  *word |= bit;

  return TRUE;
}

/**
 * up_scenario_graph_new_bits:
 * @self: a graph
 *
 * Returns: (transfer full): bits for its states, none of them set
 */
guint64 *
up_scenario_graph_new_bits (const UpScenarioGraph *self)
{
  return g_new0 (guint64, self->n_layers * self->layer_words);
}

/* The scenes whose bits are set in a layer of @bits. */
static void
list_layer (const UpScenarioGraph *self, const guint64 *bits, guint layer, GArray *scenes)
{
  g_array_set_size (scenes, 0);

  for (gsize i = 0; i < self->layer_words; i++)
    {
      guint64 word = bits[layer * self->layer_words + i];

      while (word != 0)
        {
          guint scene = i * 64 + __builtin_ctzll (word);

          g_array_append_val (scenes, scene);
          word &= word - 1;
        }
    }
}

static UpFlags
collect_exits (const UpExit *exits, guint n_exits)
{
  UpFlags read = 0;

  for (guint i = 0; i < n_exits; i++)
    read |= exits[i].condition.all | exits[i].condition.none;

  return read;
}

static UpFlags
collect_lines (const UpLine *lines, guint n_lines)
{
  UpFlags read = 0;

  for (guint i = 0; i < n_lines; i++)
    read |= lines[i].condition.all | lines[i].condition.none;

  return read;
}

/* What is so in a scene whatever the flags. */
static void
meet_scene (UpScenarioGraph *self, const UpScene *scene)
{
  UpGraphScene *found = &self->scenes[scene->index];

  found->reached = TRUE;
  found->fewest = NONE;
  self->read |= collect_lines (scene->lines, scene->n_lines);
  self->read |= collect_exits (scene->exits, scene->n_exits);

  for (guint i = 0; i < scene->n_choices; i++)
    {
      const UpChoice *choice = &scene->choices[i];

      self->read |= choice->condition.all | choice->condition.none;
      self->read |= collect_lines (choice->happens, choice->n_happens);
      self->read |= collect_exits (choice->exits, choice->n_exits);
    }
}

static void
reach (UpScenarioGraph *self, UpGraphState state, guint layer, GArray *pending)
{
  if (!up_scenario_graph_set_bit (self, self->reached, state))
    return;

  self->n_states++;
  self->layer_sizes[state.flags]++;
  if (!self->scenes[state.scene].reached)
    meet_scene (self, &self->scenario->scenes[state.scene]);

  /* Later layers are listed when it is their turn. */
  if (state.flags == layer)
    g_array_append_val (pending, state.scene);
}

static void
visit (UpScenarioGraph *self, UpGraphState state, GArray *pending)
{
  const UpScene *scene = &self->scenario->scenes[state.scene];
  guint8 *choices = &self->choices[self->first_choice[state.scene]];
  UpGraphScene *found = &self->scenes[state.scene];
  guint n_steps = up_scenario_graph_count_steps (scene);
  guint n_open = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      gboolean open;
      UpGraphState to;

      open = up_scenario_graph_take_step (self, state, i, &to);
      if (open)
        {
          n_open++;
          reach (self, to, state.flags, pending);
        }

      if (scene->kind == UP_SCENE_DECISION)
        {
          choices[i] |= open ? UP_GRAPH_OPEN : UP_GRAPH_CLOSED;
          if (open)
            self->set |= scene->choices[i].sets;
        }
    }

  if (scene->kind == UP_SCENE_DECISION && n_open < found->fewest)
    {
      found->fewest = n_open;
      found->fewest_at = state.flags;
    }
}

static void
find_reached (UpScenarioGraph *self)
{
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (guint));

  reach (self, (UpGraphState) { self->scenario->start, 0 }, NONE, pending);

  for (guint layer = 0; layer < self->n_layers; layer++)
    {
      if (self->layer_sizes[layer] == 0)
        continue;

      list_layer (self, self->reached, layer, pending);
      while (pending->len > 0)
        {
          guint scene = g_array_index (pending, guint, pending->len - 1);

          g_array_set_size (pending, pending->len - 1);
          visit (self, (UpGraphState) { scene, layer }, pending);
        }
    }
}

/* A step within a layer, seen from where it leads; those to the same scene form a list. */
typedef struct
{
  guint from;
  guint next;
} BackStep;

/* Spreads, in one layer, the bit of having a way to an ending to all that have it. */
static void
spread_ways (UpScenarioGraph *self, guint64 *ways, guint layer, GArray *scenes, GArray *steps,
             GArray *pending, guint *last_step)
{
  g_array_set_size (steps, 0);
  g_array_set_size (pending, 0);

  for (guint i = 0; i < scenes->len; i++)
    {
      UpGraphState from = { g_array_index (scenes, guint, i), layer };
      const UpScene *scene = &self->scenario->scenes[from.scene];
      gboolean has_way = scene->kind == UP_SCENE_ENDING;
      guint n_steps = up_scenario_graph_count_steps (scene);

      for (guint j = 0; j < n_steps && !has_way; j++)
        {
          UpGraphState to;

          if (!up_scenario_graph_take_step (self, from, j, &to))
            continue;

          if (to.flags != layer)
            {
              has_way = up_scenario_graph_test (self, ways, to);
            }
          else
            {
              BackStep step = { from.scene, last_step[to.scene] };

              last_step[to.scene] = steps->len;
              g_array_append_val (steps, step);
            }
        }

      if (has_way && up_scenario_graph_set_bit (self, ways, from))
        g_array_append_val (pending, from.scene);
    }

  while (pending->len > 0)
    {
      guint to = g_array_index (pending, guint, pending->len - 1);

      g_array_set_size (pending, pending->len - 1);
      for (guint i = last_step[to]; i != NONE; i = g_array_index (steps, BackStep, i).next)
        {
          UpGraphState from = { g_array_index (steps, BackStep, i).from, layer };

          if (up_scenario_graph_set_bit (self, ways, from))
            g_array_append_val (pending, from.scene);
        }
    }

  for (guint i = 0; i < scenes->len; i++)
    last_step[g_array_index (scenes, guint, i)] = NONE;
}

static void
find_stuck (UpScenarioGraph *self)
{
  g_autofree guint64 *ways = up_scenario_graph_new_bits (self);
  g_autofree guint *last_step = g_new (guint, self->n_scenes);
  g_autoptr (GArray) scenes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (BackStep));
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_scenes; i++)
    last_step[i] = NONE;

  for (guint layer = self->n_layers; layer-- > 0;)
    {
      gboolean stuck = FALSE;

      if (self->layer_sizes[layer] == 0)
        continue;

      list_layer (self, self->reached, layer, scenes);
      spread_ways (self, ways, layer, scenes, steps, pending, last_step);

      for (guint i = 0; i < scenes->len; i++)
        {
          guint scene = g_array_index (scenes, guint, i);

          if (up_scenario_graph_test (self, ways, (UpGraphState) { scene, layer }))
            continue;

          stuck = TRUE;
          self->scenes[scene].stuck = TRUE;
          self->scenes[scene].stuck_at = layer;
        }

      if (stuck)
        up_scenario_graph_find_loops (self, ways, layer, scenes);
    }
}

/* The fewest decisions on the way to an ending without stepping back: all states that are reached
 * with no decision, then those with one, and so on until an ending is among them. */
static guint
find_shortest_route (UpScenarioGraph *self)
{
  g_autofree guint64 *seen = up_scenario_graph_new_bits (self);
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (UpGraphState));
  g_autoptr (GArray) then = g_array_new (FALSE, FALSE, sizeof (UpGraphState));
  UpGraphState start = { self->scenario->start, 0 };

  g_array_append_val (now, start);

  for (guint n_decisions = 0; now->len > 0; n_decisions++)
    {
      GArray *swap;

      while (now->len > 0)
        {
          UpGraphState from = g_array_index (now, UpGraphState, now->len - 1);
          const UpScene *scene = &self->scenario->scenes[from.scene];
          guint n_steps = up_scenario_graph_count_steps (scene);

          g_array_set_size (now, now->len - 1);

          /* Not before: a shorter way may be found after a longer one. */
          if (!up_scenario_graph_set_bit (self, seen, from))
            continue;
          if (scene->kind == UP_SCENE_ENDING)
            return n_decisions;

          for (guint i = 0; i < n_steps; i++)
            {
              gboolean decides = scene->kind == UP_SCENE_DECISION;
              UpGraphState to;

              if (decides && scene->choices[i].way == UP_WAY_STEP_BACK)
                continue;
              if (up_scenario_graph_take_step (self, from, i, &to) &&
                  !up_scenario_graph_test (self, seen, to))
                g_array_append_val (decides ? then : now, to);
            }
        }

      swap = now;
      now = then;
      then = swap;
    }

  return 0;
}

/**
 * up_scenario_graph_new:
 * @scenario: a scenario, which must live as long as the graph
 *
 * Walks through a scenario in every way there is, in time linear in the states that are reached times
 * the choices of a scene. Of states there are at most scenes × 2^flags, with at most %UP_MAX_FLAGS
 * flags.
 *
 * Returns: (transfer full): what was found out
 */
UpScenarioGraph *
up_scenario_graph_new (UpScenario *scenario)
{
  UpScenarioGraph *self;
  guint n_choices = 0;

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), NULL);

  self = g_new0 (UpScenarioGraph, 1);
  self->scenario = scenario;
  self->n_scenes = scenario->n_scenes;
  self->n_layers = 1u << scenario->n_flags;
  self->layer_words = (self->n_scenes + 63) / 64;
  self->reached = up_scenario_graph_new_bits (self);
  self->layer_sizes = g_new0 (guint, self->n_layers);
  self->scenes = g_new0 (UpGraphScene, self->n_scenes);
  self->first_choice = g_new0 (guint, self->n_scenes);

  for (guint i = 0; i < self->n_scenes; i++)
    {
      self->first_choice[i] = n_choices;
      n_choices += scenario->scenes[i].n_choices;
    }
  self->choices = g_new0 (guint8, n_choices);

  find_reached (self);
  find_stuck (self);
  self->min_route = find_shortest_route (self);

  return self;
}

/**
 * up_scenario_graph_free:
 * @self: (nullable) (transfer full): a graph
 */
void
up_scenario_graph_free (UpScenarioGraph *self)
{
  if (self == NULL)
    return;

  g_free (self->reached);
  g_free (self->layer_sizes);
  g_free (self->scenes);
  g_free (self->first_choice);
  g_free (self->choices);
  g_free (self);
}

/**
 * up_scenario_graph_get_choice:
 * @self: a graph
 * @choice: a choice of its scenario
 *
 * Returns: how the choice is met, as #UpGraphChoice bits: open in some state, closed in some
 */
guint
up_scenario_graph_get_choice (UpScenarioGraph *self, const UpChoice *choice)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (choice != NULL, 0);

  return self->choices[self->first_choice[choice->scene->index] + choice->index];
}
