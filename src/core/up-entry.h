/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-phrase.h"
#include "up-run.h"

G_BEGIN_DECLS

/* What the journal remembers of one thing that was done. An entry never changes: where the journal
 * remembers more, another entry of the same id takes its place in the journal's list. */

typedef enum
{
  UP_ENTRY_ATTEMPT, /* a run of a scenario that came to an ending */
  UP_ENTRY_MOMENT,  /* a moment that was practised */
  UP_ENTRY_PLAN,    /* an if–then plan */
  UP_ENTRY_NOTE,
  UP_ENTRY_WHICH_WAY, /* answers to “Which way?” */
  UP_ENTRY_N_KINDS
} UpEntryKind;

/* What came of a plan when it was due. */
typedef enum
{
  UP_OUTCOME_CAME_UP,
  UP_OUTCOME_DID_NOT,
  UP_OUTCOME_LET_GO,
  UP_OUTCOME_N
} UpPlanOutcome;

/**
 * UpReview:
 * @date: when, in seconds since 1970
 * @outcome: whether the moment came up
 * @happened: (nullable): what happened, in the person's words
 * @next: (nullable): what is next, in the person's words
 *
 * A look back on a plan.
 */
typedef struct
{
  gint64 date;
  UpPlanOutcome outcome;
  const char *happened;
  const char *next;
} UpReview;

#define UP_TYPE_ENTRY (up_entry_get_type ())
G_DECLARE_FINAL_TYPE (UpEntry, up_entry, UP, ENTRY, GObject)

const char *up_entry_get_id (UpEntry *self);
UpEntryKind up_entry_get_kind (UpEntry *self);
gint64 up_entry_get_date (UpEntry *self);         /* seconds since 1970; 0: not known */
const char *up_entry_get_subject (UpEntry *self); /* a scenario's or moment's id; nullable */
/* Of the scenario or moment as it was then, in the language it was practised in; both nullable. */
const char *up_entry_get_title (UpEntry *self);
const char *up_entry_get_language (UpEntry *self);
/* NOTE: the note; MOMENT, WHICH_WAY: own words; nullable */
const char *up_entry_get_text (UpEntry *self);

/* ATTEMPT */
const char *up_entry_get_ending (UpEntry *self);       /* a scene's id; nullable */
const char *up_entry_get_ending_title (UpEntry *self); /* nullable */
guint up_entry_get_seconds (UpEntry *self);            /* of active time */
guint up_entry_get_minutes (UpEntry *self);            /* 0: not known */
guint up_entry_get_revision (UpEntry *self);
guint up_entry_get_confidence (UpEntry *self, UpConfidenceTime when); /* 0: not said */
const char *up_entry_get_answer (UpEntry *self, guint question);      /* nullable */
const char *up_entry_get_words (UpEntry *self);                       /* nullable */
JsonNode *up_entry_load_run (UpEntry *self); /* for up_run_load(); transfer full, nullable */

/* WHICH_WAY: for up_which_way_parse_answers() */
const char *up_entry_get_chosen (UpEntry *self);

/* PLAN */
const char *up_entry_get_when (UpEntry *self); /* “If …” */
const char *up_entry_get_then (UpEntry *self);
gint64 up_entry_get_due (UpEntry *self); /* seconds since 1970; 0: never */
gboolean up_entry_is_open (UpEntry *self);
guint up_entry_get_n_reviews (UpEntry *self);
const UpReview *up_entry_get_review (UpEntry *self, guint index); /* oldest first */

/* Of up_journal_get_phrases() alone; borrowed. */
UpPhrase *up_entry_get_phrase (UpEntry *self);

G_END_DECLS
