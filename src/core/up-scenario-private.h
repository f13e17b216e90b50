/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-scenario.h"

G_BEGIN_DECLS

/* Only the scenario is an object: a long one has tens of thousands of choices and lines. They are
 * plain structs in the scenario's arena, filled in by the reader and never changed after. */

struct _UpChoice
{
  const UpScene *scene;
  const char *id;
  UpText text;
  UpText manner;
  UpText feedback;
  UpText instead;
  const UpPerson *to;
  UpWay way;
  guint index;
  UpCondition condition;
  UpFlags sets;
  gboolean is_speech;
  guint n_happens;
  const UpLine *happens;
  guint n_exits;
  const UpExit *exits;
  guint n_weighs;
  const int *weighs;
  guint n_leaves_open;
  const int *leaves_open;
  guint n_moves;
  const char **moves;
  guint n_points;
  const char **points;
};

struct _UpScene
{
  const char *id;
  guint index;
  UpSceneKind kind;
  UpText summary;
  UpText where;
  UpText ask;
  UpText ending_title;
  UpText ending_text;
  UpText facilitator_watch;
  int audience;
  int effects[4]; /* UP_TERMS_EFFECT_HARM and the three after it */
  gboolean pivotal;
  guint n_lines;
  const UpLine *lines;
  guint n_choices;
  const UpChoice *choices;
  guint n_exits;
  const UpExit *exits;
  guint n_listen_for;
  const UpText *listen_for;
  guint n_discuss;
  const UpText *discuss;
};

struct _UpScenario
{
  GObject parent_instance;

  UpArena *arena;
  GHashTable *scene_numbers;  /* id → index + 1; keys are the scenes' own */
  GHashTable *person_numbers; /* id → index + 1 */

  const char *id;
  guint revision;
  guint minutes;
  UpText title;
  UpText summary;
  UpText content_note;
  UpRole role;
  int place;
  int power;
  int tie;
  int review;
  guint n_harms;
  const int *harms;
  guint n_shows;
  const int *shows;
  guint n_people;
  const UpPerson *people;
  guint n_flags;
  const char **flags;
  guint n_scenes;
  const UpScene *scenes;
  guint start;
  guint n_questions;
  const UpText *questions;
  UpText facilitator_aim;
  UpText facilitator_watch;
  UpText facilitator_close;
  guint facilitator_minutes;
};

G_END_DECLS
