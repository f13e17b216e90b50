/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-which-way.h"

G_BEGIN_DECLS

/* Answers that are named for each question: bit 0 stands for the first; none where it is not asked. */
typedef struct
{
  guint32 answers[UP_WHICH_WAY_QUESTIONS];
} UpWayCondition;

/* All of the questions that @when names have one of the answers that it names, and none of those that
 * @unless names has. */
typedef struct
{
  UpWayCondition when;
  UpWayCondition unless;
} UpWayRule;

struct _UpWhichWay
{
  GObject parent_instance;

  UpArena *arena;
  UpText title;
  guint n_intro;
  const UpText *intro;
  UpText outro;
  guint n_questions;
  const UpWayQuestion *questions;
  guint n_advices;
  const UpWayAdvice *advices;
  UpWayEmergency emergency;
  UpWayCondition emergency_when;
  guint n_reasons;
  const UpWayReason *reasons;
  const UpWayRule *rules; /* as many as there are reasons */
};

G_END_DECLS
