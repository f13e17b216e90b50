/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

G_BEGIN_DECLS

/* The start of a run is a step too, number 0, which nobody outside ever sees: every real step has a
 * parent then, and first steps are its children. */
struct _UpStep
{
  UpStep *parent;
  UpStep *first_child;
  UpStep *last_child;
  UpStep *next;
  const UpChoice *choice;
  const UpScene *reached; /* the decision or ending that it leads to */
  char *notice;
  guint number;
  UpFlags flags; /* after it */
  gboolean seen; /* whether one has gone on to what it leads to */
};

struct _UpRun
{
  GObject parent_instance;

  UpScenario *scenario;
  GPtrArray *blocks; /* of UpStep[UP_STEPS_A_BLOCK], or NULL where no number of a block is in use */
  UpStep start;
  UpStep *step; /* the cursor, together with the phase */
  UpPhase phase;
  guint n_steps;
  guint highest; /* the highest number in use */

  /* What is said in and around it. */
  char *id;
  guint confidence[UP_CONFIDENCE_N_TIMES];
  char *answers[UP_RUN_N_QUESTIONS];
  UpRehearsal rehearsal;
  char *words;
  GHashTable *skipped; /* a set of scenes' ids */
  guint seconds;
};

#define UP_STEPS_A_BLOCK 128

UpStep *up_run_find_child (UpStep *parent, const UpChoice *choice);
UpStep *up_run_add_step (UpRun *self, UpStep *parent, const UpChoice *choice, guint number);
UpStep *up_run_get_slot (UpRun *self, guint number);
UpPhase up_run_phase_at (const UpScene *scene);

/* up-run-said.c */
void up_run_said_save (UpRun *self, JsonObject *root);
gboolean up_run_said_load (UpRun *self, JsonObject *root);

G_END_DECLS
