/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-scenario.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One walk through a scenario: a pure state machine without I/O or clock. What was done is a tree of
 * steps: taking a step back, or trying another way, starts a branch beside it and loses nothing. */

typedef enum
{
  UP_PHASE_ASKING,    /* at a decision, its choices open */
  UP_PHASE_HAPPENING, /* a choice is made: what happens then, and what does one notice? */
  UP_PHASE_FEEDBACK,  /* what the choice does */
  UP_PHASE_ENDING,
} UpPhase;

/* When it is asked how sure a person is of themselves. */
typedef enum
{
  UP_CONFIDENCE_BEFORE,
  UP_CONFIDENCE_AFTER,
  UP_CONFIDENCE_N_TIMES
} UpConfidenceTime;

#define UP_CONFIDENCE_STEPS 5
#define UP_RUN_N_QUESTIONS 3 /* of the debrief */

/* How the words were tried out before the pivotal decision. */
typedef enum
{
  UP_REHEARSAL_NONE, /* not asked yet */
  UP_REHEARSAL_PASSED_OVER,
  UP_REHEARSAL_ALOUD,
  UP_REHEARSAL_TYPED,
} UpRehearsal;

/* A step of the tree: a choice made at a scene. Owned by the run and lives as long as it. */
typedef struct _UpStep UpStep;

const UpChoice *up_step_get_choice (const UpStep *step);
const UpScene *up_step_get_scene (const UpStep *step); /* the choice's scene */
const UpStep *up_step_get_parent (const UpStep *step); /* NULL for a first step */
const UpStep *up_step_get_first_child (const UpStep *step);
const UpStep *up_step_get_next (const UpStep *step);     /* the next branch beside it */
guint up_step_get_number (const UpStep *step);           /* stable within its run, from 1 */
UpFlags up_step_get_flags (const UpStep *step);          /* after it */
const UpScene *up_step_get_reached (const UpStep *step); /* the decision or ending it leads to */
const char *up_step_get_notice (const UpStep *step);     /* what the person noticed; nullable */
gboolean up_step_is_seen (const UpStep *step);           /* one has gone on to what it leads to */

#define UP_TYPE_RUN (up_run_get_type ())
G_DECLARE_FINAL_TYPE (UpRun, up_run, UP, RUN, GObject) /* signal "changed" */

UpRun *up_run_new (UpScenario *scenario);
UpScenario *up_run_get_scenario (UpRun *self);
UpPhase up_run_get_phase (UpRun *self);
/* The decision or ending one is at; in HAPPENING and FEEDBACK the choice's scene. */
const UpScene *up_run_get_scene (UpRun *self);
UpFlags up_run_get_flags (UpRun *self);
/* The newest step on the way here; NULL at the start. */
const UpStep *up_run_get_step (UpRun *self);
/* The first root of the tree; its siblings by up_step_get_next(). */
const UpStep *up_run_get_first_step (UpRun *self);
guint up_run_get_n_steps (UpRun *self); /* in the whole tree */
const UpStep *up_run_find_step (UpRun *self, guint number);

gboolean up_run_is_open (UpRun *self, const UpChoice *choice);
gboolean up_run_was_tried (UpRun *self, const UpChoice *choice); /* from this very point */
void up_run_choose (UpRun *self, const UpChoice *choice);        /* ASKING → HAPPENING */
void up_run_set_notice (UpRun *self, const char *notice);
void up_run_advance (UpRun *self); /* HAPPENING → FEEDBACK → ASKING or ENDING */
/* To before the newest step, asking; FALSE at the start. */
gboolean up_run_take_back (UpRun *self);
/* What if: asks again at that decision. */
void up_run_go_before (UpRun *self, const UpStep *step);
/* To what a step led to and was seen; NULL: to the start. */
void up_run_go_after (UpRun *self, const UpStep *step);

/* The scenes from after @step (NULL: from the start) up to and with the next decision or ending, and
 * the flags they are read with; free with g_ptr_array_unref(). */
GPtrArray *up_run_get_passage (UpRun *self, const UpStep *step);
/* The steps from the first to the newest on the way here. */
GPtrArray *up_run_get_way (UpRun *self);

/* What is said in and around a run, saved with it. None of it is a transition: "changed" is not
 * emitted. */
const char *up_run_get_id (UpRun *self); /* a UUID that stays the same however often it is saved */
/* 1 to UP_CONFIDENCE_STEPS; 0: not said. */
void up_run_set_confidence (UpRun *self, UpConfidenceTime when, guint step);
guint up_run_get_confidence (UpRun *self, UpConfidenceTime when);
void up_run_set_answer (UpRun *self, guint question, const char *text);
const char *up_run_get_answer (UpRun *self, guint question); /* nullable */
void up_run_set_rehearsal (UpRun *self, UpRehearsal how);
UpRehearsal up_run_get_rehearsal (UpRun *self);
/* One's own wording, only when the person asked to keep it. */
void up_run_set_words (UpRun *self, const char *words);
const char *up_run_get_words (UpRun *self); /* nullable */
/* Scenes of which only the summary was read, and choices (SCENE/CHOICE) of which not what happens. */
void up_run_set_skipped (UpRun *self, const char *scene);
void up_run_unset_skipped (UpRun *self, const char *scene);
gboolean up_run_is_skipped (UpRun *self, const char *scene);
/* The time spent on it, in seconds; the journal counts it. */
void up_run_add_seconds (UpRun *self, guint seconds);
guint up_run_get_seconds (UpRun *self);

#define UP_RUN_ERROR (up_run_error_quark ())

/**
 * UpRunError:
 * @UP_RUN_ERROR_DAMAGED: what was saved is not of the shape that runs are saved in
 * @UP_RUN_ERROR_NEWER: it was saved by a newer version
 * @UP_RUN_ERROR_OTHER: it is a run of another scenario
 */
typedef enum
{
  UP_RUN_ERROR_DAMAGED,
  UP_RUN_ERROR_NEWER,
  UP_RUN_ERROR_OTHER,
} UpRunError;

GQuark up_run_error_quark (void);

JsonNode *up_run_save (UpRun *self);
/* Replays what was saved. Where the scenario has changed since, stops at the last step that still
 * exists and sets @changed; NULL with an error where nothing can be read. */
UpRun *up_run_load (UpScenario *scenario, JsonNode *saved, gboolean *changed, GError **error);
/* Whether what was saved is at an ending; FALSE too where it cannot be read. */
gboolean up_run_is_saved_at_end (JsonNode *saved);

G_END_DECLS
