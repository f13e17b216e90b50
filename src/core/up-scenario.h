/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-terms.h"
#include "up-text.h"

G_BEGIN_DECLS

/* The value objects of a scenario. All are immutable once read, and their strings live as long as
 * they do. A scene, choice or line is owned by its scenario: hold the scenario. */

typedef struct _UpScenario UpScenario;
typedef struct _UpScene UpScene;
typedef struct _UpChoice UpChoice;

#define UP_MAX_FLAGS 12

/* Flags are bits, in the order in which the scenario declares them. */
typedef guint16 UpFlags;

typedef struct
{
  UpFlags all;  /* `if`: all of them set */
  UpFlags none; /* `unless`: none of them set */
} UpCondition;

static inline gboolean
up_condition_holds (UpCondition condition, UpFlags flags)
{
  return (flags & condition.all) == condition.all && (flags & condition.none) == 0;
}

/* A person; the learner is not among them and has the reserved id "you". */
typedef struct
{
  const char *id;
  UpText name;
  UpText pronouns;
  UpText who;
  int part; /* UP_TERMS_PART */
} UpPerson;

/* Narration where @who is NULL. */
typedef struct
{
  UpCondition condition;
  const UpPerson *who; /* NULL for narration and for the learner */
  const UpPerson *to;
  gboolean by_you;
  gboolean to_you;
  UpText manner;
  UpText text;
} UpLine;

typedef struct
{
  UpCondition condition;
  guint scene; /* index into the scenario's scenes */
} UpExit;

typedef enum
{
  UP_SCENE_DECISION,
  UP_SCENE_PASSAGE,
  UP_SCENE_ENDING
} UpSceneKind;

#define UP_TYPE_SCENARIO (up_scenario_get_type ())
G_DECLARE_FINAL_TYPE (UpScenario, up_scenario, UP, SCENARIO, GObject)

const char *up_scenario_get_id (UpScenario *self);
guint up_scenario_get_revision (UpScenario *self);
UpText up_scenario_get_title (UpScenario *self);
UpText up_scenario_get_summary (UpScenario *self);
UpText up_scenario_get_content_note (UpScenario *self);
guint up_scenario_get_minutes (UpScenario *self);
UpRole up_scenario_get_role (UpScenario *self);
int up_scenario_get_place (UpScenario *self); /* UP_TERMS_PLACE */
int up_scenario_get_power (UpScenario *self);
int up_scenario_get_tie (UpScenario *self);
int up_scenario_get_review (UpScenario *self);
guint up_scenario_get_n_harms (UpScenario *self);
int up_scenario_get_harm (UpScenario *self, guint i);
gboolean up_scenario_shows (UpScenario *self, UpShows what);
guint up_scenario_get_n_people (UpScenario *self);
const UpPerson *up_scenario_get_person (UpScenario *self, guint i);
const UpPerson *up_scenario_find_person (UpScenario *self, const char *id);
guint up_scenario_get_n_flags (UpScenario *self);
const char *up_scenario_get_flag (UpScenario *self, guint i);
guint up_scenario_get_n_scenes (UpScenario *self);
const UpScene *up_scenario_get_scene (UpScenario *self, guint i);
const UpScene *up_scenario_find_scene (UpScenario *self, const char *id);
const UpScene *up_scenario_get_start (UpScenario *self);
guint up_scenario_get_n_questions (UpScenario *self); /* debrief */
UpText up_scenario_get_question (UpScenario *self, guint i);

const char *up_scene_get_id (const UpScene *scene);
guint up_scene_get_index (const UpScene *scene);
UpSceneKind up_scene_get_kind (const UpScene *scene);
UpText up_scene_get_summary (const UpScene *scene);
UpText up_scene_get_where (const UpScene *scene);
int up_scene_get_audience (const UpScene *scene); /* -1: as before */
gboolean up_scene_get_pivotal (const UpScene *scene);
UpText up_scene_get_ask (const UpScene *scene);
guint up_scene_get_n_lines (const UpScene *scene);
const UpLine *up_scene_get_line (const UpScene *scene, guint i);
guint up_scene_get_n_choices (const UpScene *scene);
const UpChoice *up_scene_get_choice (const UpScene *scene, guint i);
const UpChoice *up_scene_find_choice (const UpScene *scene, const char *id);
guint up_scene_get_n_exits (const UpScene *scene); /* of a passage */
const UpExit *up_scene_get_exit (const UpScene *scene, guint i);
guint up_scene_get_n_listen_for (const UpScene *scene);
UpText up_scene_get_listen_for (const UpScene *scene, guint i);
UpText up_scene_get_ending_title (const UpScene *scene);
UpText up_scene_get_ending_text (const UpScene *scene);
int up_scene_get_ending_effect (const UpScene *scene, UpTerms which); /* -1: not said */

const char *up_choice_get_id (const UpChoice *choice);
const UpScene *up_choice_get_scene (const UpChoice *choice);
guint up_choice_get_index (const UpChoice *choice); /* within its scene */
gboolean up_choice_is_speech (const UpChoice *choice);
UpText up_choice_get_text (const UpChoice *choice); /* what one says or does */
UpText up_choice_get_manner (const UpChoice *choice);
const UpPerson *up_choice_get_to (const UpChoice *choice);
UpWay up_choice_get_way (const UpChoice *choice);
UpCondition up_choice_get_condition (const UpChoice *choice);
UpFlags up_choice_get_sets (const UpChoice *choice);
guint up_choice_get_n_happens (const UpChoice *choice);
const UpLine *up_choice_get_happens (const UpChoice *choice, guint i);
UpText up_choice_get_feedback (const UpChoice *choice);
UpText up_choice_get_instead (const UpChoice *choice);
guint up_choice_get_n_weighs (const UpChoice *choice);
int up_choice_get_weighs (const UpChoice *choice, guint i); /* UP_TERMS_CONSIDERATION */
guint up_choice_get_n_leaves_open (const UpChoice *choice);
int up_choice_get_leaves_open (const UpChoice *choice, guint i);
guint up_choice_get_n_moves (const UpChoice *choice);
const char *up_choice_get_move (const UpChoice *choice, guint i);
guint up_choice_get_n_points (const UpChoice *choice); /* guide points it practises */
const char *up_choice_get_point (const UpChoice *choice, guint i);
guint up_choice_get_n_exits (const UpChoice *choice);
const UpExit *up_choice_get_exit (const UpChoice *choice, guint i);

/* Facilitator's words: for the presenter's window alone, never for a learner's or a room's view. */
UpText up_scenario_get_facilitator_aim (UpScenario *self);
UpText up_scenario_get_facilitator_watch (UpScenario *self);
UpText up_scenario_get_facilitator_close (UpScenario *self);
guint up_scenario_get_facilitator_minutes (UpScenario *self);
UpText up_scene_get_facilitator_watch (const UpScene *scene);
guint up_scene_get_n_discuss (const UpScene *scene);
UpText up_scene_get_discuss (const UpScene *scene, guint i);

G_END_DECLS
