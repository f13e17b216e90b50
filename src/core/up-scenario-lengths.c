/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-lengths-private.h"

#include "up-scenario-private.h"

/* Whether the length of a choice gives away the way it takes: a learner soon finds out that the
 * longest one is always the good one. Only the lengths within a decision are compared, because only
 * those are seen side by side.
 *
 * A choice's rank is the mean, over the decision's other choices, of 1 where it is longer, -1 where
 * it is shorter and 0 where the two differ by no more than a tenth, which nobody sees: from -1 for
 * the shortest to 1 for the longest. If length says nothing about the way, ranks are dealt out by
 * chance, and what a way's ranks add up to has the mean 0 and, decision by decision, the variance of
 * drawing as many of the ranks without putting them back.
 *
 * A way is given away where it is offered at least four times, its mean rank is further from 0 than a
 * third, and its sum further than 2.33 standard deviations, which chance does once in fifty times. So
 * a way that is the longest of three at each of four decisions is found, and three of four are not. */
#define FEWEST 4
#define FURTHEST_MEAN (1.0 / 3.0)
#define FURTHEST_DEVIATIONS 2.33
#define SAME_LENGTH 0.1

typedef struct
{
  double sum;
  double variance;
} WaySum;

static double
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
  g_autofree double *ranks = g_new0 (double, n);
  guint counts[UP_WAY_LEAN_ON_HARMED + 1] = { 0 };
  double spread = 0;

  for (guint i = 0; i < n; i++)
    lengths[i] = g_utf8_strlen (scene->choices[i].text.text, -1);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < n; j++)
        if (j != i)
          ranks[i] += compare_lengths (lengths[i], lengths[j]) / (n - 1);
      spread += ranks[i] * ranks[i] / n;
    }

  if (spread == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      UpWay way = scene->choices[i].way;

      counts[way]++;
      ways[way].n++;
      sums[way].sum += ranks[i];
    }

  for (guint way = 0; way < G_N_ELEMENTS (counts); way++)
    if (counts[way] > 0)
      sums[way].variance += counts[way] * spread * (n - counts[way]) / (n - 1);
}

/**
 * up_scenario_measure_lengths:
 * @scenario: a scenario
 * @ways: (out caller-allocates) (array fixed-size=20): for each #UpWay, what the lengths say about it
 *
 * Measures whether the length of what one says or does gives away its way.
 */
void
up_scenario_measure_lengths (UpScenario *scenario, UpWayLength *ways)
{
  WaySum sums[UP_WAY_LEAN_ON_HARMED + 1] = { 0 };

  g_return_if_fail (UP_IS_SCENARIO (scenario));
  g_return_if_fail (ways != NULL);

  for (guint way = 0; way < G_N_ELEMENTS (sums); way++)
    ways[way] = (UpWayLength) { 0 };

  for (guint i = 0; i < scenario->n_scenes; i++)
    if (scenario->scenes[i].n_choices > 1)
      measure_decision (&scenario->scenes[i], ways, sums);

  for (guint way = 0; way < G_N_ELEMENTS (sums); way++)
    {
      if (ways[way].n == 0)
        continue;

      ways[way].mean = sums[way].sum / ways[way].n;
      ways[way].tells = ways[way].n >= FEWEST && ABS (ways[way].mean) > FURTHEST_MEAN &&
                        sums[way].sum * sums[way].sum >
                          FURTHEST_DEVIATIONS * FURTHEST_DEVIATIONS * sums[way].variance;
    }
}
