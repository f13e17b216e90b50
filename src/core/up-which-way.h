/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

G_BEGIN_DECLS

/* Questions about a situation, and what each answer says for and against each way that one can take.
 * Reasons stand side by side: nothing is counted, and nothing decides for a person. */

#define UP_WHICH_WAY_QUESTIONS 10 /* at most; the format has as many */
#define UP_WHICH_WAY_ADVICES 7

/**
 * UpWayAnswers:
 * @chosen: by question: 0 for none, else the place of an answer counted from 1
 *
 * What a person answered, to be copied about. All zero, nothing is answered.
 */
typedef struct
{
  guint8 chosen[UP_WHICH_WAY_QUESTIONS];
} UpWayAnswers;

#define UP_WAY_ANSWERS_NONE ((UpWayAnswers) { { 0 } })

typedef struct
{
  const char *id;
  UpText title;
} UpWayAnswer;

typedef struct
{
  const char *id;
  UpText title;
  UpText text; /* what to think of; may be none */
  guint n_answers;
  const UpWayAnswer *answers;
} UpWayQuestion;

/* A way that one can take. */
typedef struct
{
  const char *id; /* of UP_TERMS_WAY, as its sign */
  UpText title;
  UpText text;
  const char *const *moves; /* NULL-terminated ids of moves that serve it */
} UpWayAdvice;

typedef enum
{
  UP_REASON_FOR,
  UP_REASON_AGAINST,
  UP_REASON_RULES_OUT, /* it is not safe */
  UP_N_REASONS
} UpReasonKind;

typedef struct
{
  const char *id;
  UpReasonKind kind;
  guint advice; /* which it is about */
  UpText because;
  gboolean ours;             /* and not the source's */
  const char *const *covers; /* NULL-terminated ids of points of the guide */
} UpWayReason;

/* What is said where there is a threat or violence, instead of everything else. */
typedef struct
{
  guint advice;
  UpText title;
  guint n_paragraphs;
  const UpText *paragraphs;
} UpWayEmergency;

#define UP_TYPE_WHICH_WAY (up_which_way_get_type ())
G_DECLARE_FINAL_TYPE (UpWhichWay, up_which_way, UP, WHICH_WAY, GObject)

UpText up_which_way_get_title (UpWhichWay *self);
guint up_which_way_get_n_intro (UpWhichWay *self);
UpText up_which_way_get_intro (UpWhichWay *self, guint i);
UpText up_which_way_get_outro (UpWhichWay *self); /* may be none */
guint up_which_way_get_n_questions (UpWhichWay *self);
const UpWayQuestion *up_which_way_get_question (UpWhichWay *self, guint i);
int up_which_way_find_question (UpWhichWay *self, const char *id); /* -1: none */
guint up_which_way_get_n_advices (UpWhichWay *self);
const UpWayAdvice *up_which_way_get_advice (UpWhichWay *self, guint i);
const UpWayEmergency *up_which_way_get_emergency (UpWhichWay *self);
guint up_which_way_get_n_reasons (UpWhichWay *self); /* all that there can be */
const UpWayReason *up_which_way_get_reason (UpWhichWay *self, guint i);

/* Answers by name, as in "urgency=now;stand=witness"; what is unknown by now is left out. */
char *up_which_way_format_answers (UpWhichWay *self, UpWayAnswers answers); /* full */
UpWayAnswers up_which_way_parse_answers (UpWhichWay *self, const char *text);
char *up_which_way_describe_answers (UpWhichWay *self, UpWayAnswers answers); /* full */
gboolean up_way_answers_equal (UpWayAnswers one, UpWayAnswers other);
guint up_way_answers_count (UpWayAnswers answers);

/* Whether the rule that gives the reason holds for what is answered. */
gboolean up_which_way_holds (UpWhichWay *self, guint reason, UpWayAnswers answers);
gboolean up_which_way_is_emergency (UpWhichWay *self, UpWayAnswers answers);
/* Whether a question tells of an emergency. */
gboolean up_which_way_asks_for_emergency (UpWhichWay *self, guint question);

/* What the answers say, which never changes. In an emergency it has no reasons. */
#define UP_TYPE_WEIGHING (up_weighing_get_type ())
G_DECLARE_FINAL_TYPE (UpWeighing, up_weighing, UP, WEIGHING, GObject)

UpWeighing *up_which_way_weigh (UpWhichWay *self, UpWayAnswers answers); /* full */
UpWhichWay *up_weighing_get_which_way (UpWeighing *self);
UpWayAnswers up_weighing_get_answers (UpWeighing *self);
gboolean up_weighing_is_emergency (UpWeighing *self);
guint up_weighing_get_n_reasons (UpWeighing *self, guint advice, UpReasonKind kind);
const UpWayReason *up_weighing_get_reason (UpWeighing *self, guint advice, UpReasonKind kind,
                                           guint i);
gboolean up_weighing_is_ruled_out (UpWeighing *self, guint advice);
/* Whether something speaks for a way that is ruled out: then that has to be said. */
gboolean up_weighing_is_contested (UpWeighing *self, guint advice);
/* How many reasons the one has and the other has not. */
guint up_weighing_count_changes (UpWeighing *self, UpWeighing *other);

G_END_DECLS
