/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-scenario.h"

G_BEGIN_DECLS

/* What the lengths of a scenario's choices say about one way. */
typedef struct
{
  guint n;            /* how often the way is offered */
  double correlation; /* of the way with length, from -1 (always the shortest) to 1 (the longest) */
  gboolean tells;     /* whether that gives the way away */
} UpWayLength;

double up_scenario_measure_lengths (UpScenario *scenario, UpWayLength *ways);

G_END_DECLS
