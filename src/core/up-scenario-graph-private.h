/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-scenario.h"

G_BEGIN_DECLS

/* Where one is: a scene, and the flags that are set on arriving there. */
typedef struct
{
  guint scene;
  UpFlags flags;
} UpGraphState;

/* What is found out about one scene. */
typedef struct
{
  gboolean reached;  /* in some state */
  guint fewest;      /* of a reached decision: the fewest choices open in any state */
  UpFlags fewest_at; /* the flags with which that is so */
  gboolean stuck;    /* no ending can be reached from it in some state */
  UpFlags stuck_at;  /* the flags with which that is so */
  guint loop;        /* of how many scenes the loop without exit is that begins here; 0 for none */
} UpGraphScene;

/* What is found out about one choice, over all states in which its scene is reached. */
typedef enum
{
  UP_GRAPH_OPEN = 1 << 0,
  UP_GRAPH_CLOSED = 1 << 1,
} UpGraphChoice;

typedef struct
{
  UpScenario *scenario;
  guint n_scenes;
  guint n_layers;     /* sets of flags: 2 to the power of their number */
  gsize layer_words;  /* in a layer's bits, one for each scene */
  guint64 *reached;   /* a layer of bits for each set of flags */
  guint *layer_sizes; /* how many scenes are reached with each set of flags */
  guint64 n_states;
  UpGraphScene *scenes;
  guint *first_choice; /* a scene's first place in @choices */
  guint8 *choices;     /* UpGraphChoice, of all scenes one after another */
  UpFlags set;         /* by a choice that can be made */
  UpFlags read;        /* by anything in a scene that is reached */
  guint min_route;     /* decisions; 0 where no ending is reached without stepping back */
} UpScenarioGraph;

UpScenarioGraph *up_scenario_graph_new (UpScenario *scenario);
void up_scenario_graph_free (UpScenarioGraph *self);

guint up_scenario_graph_get_choice (UpScenarioGraph *self, const UpChoice *choice);
gboolean up_scenario_graph_has_consequence (UpScenarioGraph *self);

/* For the graph's own files. */
guint up_scenario_graph_count_steps (const UpScene *scene);
gboolean up_scenario_graph_take_step (const UpScenarioGraph *self, UpGraphState from, guint i,
                                      UpGraphState *to);
guint64 *up_scenario_graph_new_bits (const UpScenarioGraph *self);
gboolean up_scenario_graph_set_bit (const UpScenarioGraph *self, guint64 *bits, UpGraphState state);
void up_scenario_graph_find_loops (UpScenarioGraph *self, const guint64 *ways, guint layer,
                                   GArray *scenes);

static inline gboolean
up_scenario_graph_test (const UpScenarioGraph *self, const guint64 *bits, UpGraphState state)
{
  return (bits[state.flags * self->layer_words + state.scene / 64] >> (state.scene % 64)) & 1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpScenarioGraph, up_scenario_graph_free)

G_END_DECLS
