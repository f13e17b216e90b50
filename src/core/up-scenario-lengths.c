/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-lengths-private.h"

#include "up-scenario-private.h"

/* Whether the length of a choice gives away the way it takes: a learner soon finds out that the
 * longest one is always the good one. Only the lengths within a decision are compared, because only
 * those are seen side by side.
 *
 * The figure is the rank-biserial correlation of a way with length, decision by decision. All pairs of a
 * choice that takes the way and one beside it that takes another count 1 where the first is longer, -1
 * where it is shorter, and 0 where the two differ by no more than a tenth, which nobody sees; the
 * correlation is their mean: 1 where choices of the way are always the longer ones, -1 where they are
 * always the shorter ones, 0 where length says nothing.
 *
 * The bound: no way that a scenario offers at least four times may have a correlation further from 0
 * than a third, which is where length would be right about the way in two pairs and wrong in one. A way
 * that is offered less often has too few pairs to learn anything from. */
#define FEWEST 4
#define FURTHEST (1.0 / 3.0)
#define SAME_LENGTH 0.1

/* Sums of thirds do not add up exactly. */
#define ROUNDING 1e-9

typedef struct
{
  int sum;
  guint n_pairs;
} WaySum;

static int
compare_lengths (glong a, glong b)
{
  if (ABS (a - b) <= SAME_LENGTH * MAX (a, b))
    return 0;

  return a > b ? 1 : -1;
}

static void
measure_decision (const UpScene *scene, UpWayLength *ways, WaySum *sums)
{
  guint n = scene->n_choices;
  g_autofree glong *lengths = g_new (glong, n);

  for (guint i = 0; i < n; i++)
    lengths[i] = g_utf8_strlen (scene->choices[i].text.text, -1);

  for (guint i = 0; i < n; i++)
    {
      UpWay way = scene->choices[i].way;

      ways[way].n++;
      for (guint j = 0; j < n; j++)
        if (scene->choices[j].way != way)
          {
            sums[way].sum += compare_lengths (lengths[i], lengths[j]);
            sums[way].n_pairs++;
          }
    }
}

/**
 * up_scenario_measure_lengths:
 * @scenario: a scenario
 * @ways: (out caller-allocates) (array fixed-size=20): for each #UpWay, what the lengths say about it
 *
 * Measures whether the length of what one says or does gives away its way.
 *
 * Returns: the scenario's figure: of the correlations of the ways that are offered at least four times,
 *   the one furthest from 0, or 0 where no way is offered so often; the rule is that it is no further
 *   than a third
 */
double
up_scenario_measure_lengths (UpScenario *scenario, UpWayLength *ways)
{
  WaySum sums[UP_WAY_LEAN_ON_HARMED + 1] = { 0 };
  double furthest = 0;

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), 0);
  g_return_val_if_fail (ways != NULL, 0);

  for (guint way = 0; way < G_N_ELEMENTS (sums); way++)
    ways[way] = (UpWayLength) { 0 };

  for (guint i = 0; i < scenario->n_scenes; i++)
    measure_decision (&scenario->scenes[i], ways, sums);

  for (guint way = 0; way < G_N_ELEMENTS (sums); way++)
    {
      if (sums[way].n_pairs == 0)
        continue;

      ways[way].correlation = (double) sums[way].sum / sums[way].n_pairs;
      if (ways[way].n < FEWEST)
        continue;

      ways[way].tells = ABS (ways[way].correlation) > FURTHEST + ROUNDING;
      if (ABS (ways[way].correlation) > ABS (furthest))
        furthest = ways[way].correlation;
    }

  return furthest;
}
