/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-document.h"
#include "up-phrase.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define UP_OWN_PHRASES_FORMAT "upstander-own-phrases/1"

/* As much as a phrase of one's own may have, in characters; a file may have no more either. */
#define UP_OWN_PHRASE_MAX_TEXT 500
#define UP_OWN_PHRASE_MAX_LABEL 80
#define UP_OWN_PHRASE_MAX_NOTE 1000
#define UP_OWN_PHRASE_MAX_BLANKS 9

/* What is wrong with a text as it was typed. */
typedef enum
{
  UP_OWN_PHRASE_GOOD,
  UP_OWN_PHRASE_EMPTY,       /* there are no words */
  UP_OWN_PHRASE_OPEN,        /* a brace has no partner */
  UP_OWN_PHRASE_UNLABELLED,  /* a blank says nothing */
  UP_OWN_PHRASE_TOO_LONG,    /* the text, or what a blank says */
  UP_OWN_PHRASE_MANY_BLANKS, /* more than anybody fills in */
} UpOwnPhraseFault;

UpOwnPhraseFault up_own_phrase_check (const char *typed);
const char *up_own_phrase_describe (UpOwnPhraseFault fault); /* NULL where it is good */

/* @typed has its blanks as a person writes them: with their labels in braces. */
UpPhrase *up_own_phrase_new (const char *language, const char *move, UpLean lean, const char *typed,
                             const char *note);   /* full */
char *up_own_phrase_get_typed (UpPhrase *phrase); /* full */

UpPhrase *up_own_phrase_new_for_json (const char *id, JsonObject *object); /* full, nullable */
void up_own_phrase_build (UpPhrase *phrase, JsonBuilder *builder);

/* @phrases: of UpPhrase. */
char *up_own_phrases_to_json (GPtrArray *phrases); /* full */
/* @moves: of UpMove, for their titles. */
UpDocument *up_own_phrases_to_document (GPtrArray *phrases, GListModel *moves); /* full */

G_END_DECLS
