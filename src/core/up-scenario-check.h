/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-check-context.h"
#include "up-problem.h"
#include "up-scenario.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint scenes, decisions, endings, choices, flags, words;
  guint64 states; /* reachable pairs of scene and flags */
  /* the fewest on a route to an ending, step-back routes excepted; 0 where there is none */
  guint min_route_decisions;
  /* the fewest open at a decision in any reachable state; 0 without decisions */
  guint min_open_choices;
  guint ways[20]; /* by UpWay: how often it is offered */
  /* by UpWay: how the length of a choice goes with its way, from -1 to 1; 0: it says nothing */
  double length_correlations[20];
  double length_correlation; /* the furthest from 0 of ways that are offered at least four times */
} UpScenarioStats;

gboolean up_scenario_check (UpScenario *scenario, const UpCheckContext *context, const char *file,
                            UpScenarioStats *stats, GPtrArray *problems);
/* @languages: those the scenario exists in as a whole. */
JsonNode *up_scenario_stats_to_json (UpScenario *scenario, const UpScenarioStats *stats,
                                     const char *const *languages);

G_END_DECLS
