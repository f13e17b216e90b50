/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed lists of the content formats. An element's number is its place in the list here; what
 * is stored is always its id. */
typedef enum
{
  UP_TERMS_ROLE,
  UP_TERMS_PLACE,
  UP_TERMS_POWER,
  UP_TERMS_TIE,
  UP_TERMS_HARM,
  UP_TERMS_PART,
  UP_TERMS_AUDIENCE,
  UP_TERMS_WAY,
  UP_TERMS_CONSIDERATION,
  UP_TERMS_LEAN,
  UP_TERMS_ADDRESS,
  UP_TERMS_REVIEW,
  UP_TERMS_EFFECT_HARM,
  UP_TERMS_EFFECT_HARMED,
  UP_TERMS_EFFECT_RELATIONSHIP,
  UP_TERMS_EFFECT_YOU,
  UP_TERMS_CONFIDENCE, /* up_run_get_confidence() counts its steps from 1 */
  UP_TERMS_SHOWS,      /* has no titles: they would give away the story */
  UP_N_TERMS
} UpTerms;

typedef enum
{
  UP_ROLE_ALLY,
  UP_ROLE_TARGET,
  UP_ROLE_CALLED,
  UP_ROLE_LEADER
} UpRole;

typedef enum
{
  UP_WAY_CALL_IN,
  UP_WAY_CALL_OUT,
  UP_WAY_SUPPORT,
  UP_WAY_DISTRACT,
  UP_WAY_BRING_HELP,
  UP_WAY_DOCUMENT,
  UP_WAY_REPORT,
  UP_WAY_SET_LIMIT,
  UP_WAY_DELAY,
  UP_WAY_STEP_BACK,
  UP_WAY_LET_PASS,
  UP_WAY_PAUSE,
  UP_WAY_ASK_TIME,
  UP_WAY_CLARIFY,
  UP_WAY_ACKNOWLEDGE,
  UP_WAY_REPAIR,
  UP_WAY_DISAGREE_WITH_CARE,
  UP_WAY_DEFLECT,
  UP_WAY_COLLAPSE,
  UP_WAY_LEAN_ON_HARMED,
} UpWay;

/* What a scenario teaches that a naive story would not. */
typedef enum
{
  UP_SHOWS_DELIBERATE_HARM,
  UP_SHOWS_HABIT,
  UP_SHOWS_MISTAKEN_CALL,
  UP_SHOWS_ALLY_WORSENS,
  UP_SHOWS_OUT_SERVES,
  UP_SHOWS_TALK_FAILS
} UpShows;

typedef enum
{
  UP_LEAN_IN,
  UP_LEAN_OUT,
  UP_LEAN_EITHER
} UpLean;

guint up_terms_get_length (UpTerms terms);
int up_terms_parse (UpTerms terms, const char *id); /* -1 where unknown */
const char *up_terms_get_id (UpTerms terms, int value);
const char *up_terms_get_title (UpTerms terms, int value); /* in the interface's language */

gboolean up_way_is_indirect (UpWay way);

G_END_DECLS
