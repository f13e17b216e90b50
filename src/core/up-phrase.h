/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-terms.h"
#include "up-text.h"

G_BEGIN_DECLS

#define UP_TYPE_MOVE (up_move_get_type ())
G_DECLARE_FINAL_TYPE (UpMove, up_move, UP, MOVE, GObject)

const char *up_move_get_id (UpMove *self);
UpText up_move_get_title (UpMove *self);
UpText up_move_get_summary (UpMove *self);
UpLean up_move_get_lean (UpMove *self);
gboolean up_move_is_for (UpMove *self, UpRole role);
const char *const *up_move_get_covers (UpMove *self);

typedef struct
{
  const char *id;
  UpText label;
} UpBlank;

#define UP_TYPE_PHRASE (up_phrase_get_type ())
G_DECLARE_FINAL_TYPE (UpPhrase, up_phrase, UP, PHRASE, GObject)

const char *up_phrase_get_id (UpPhrase *self);
const char *up_phrase_get_move (UpPhrase *self);
UpLean up_phrase_get_lean (UpPhrase *self);
int up_phrase_get_address (UpPhrase *self); /* UP_TERMS_ADDRESS */
int up_phrase_get_review (UpPhrase *self);  /* UP_TERMS_REVIEW, of its language's file */
UpText up_phrase_get_text (UpPhrase *self); /* with {blank} where something is filled in */
UpText up_phrase_get_serves (UpPhrase *self);
UpText up_phrase_get_fails (UpPhrase *self);
UpText up_phrase_get_reply (UpPhrase *self);
UpText up_phrase_get_go_on (UpPhrase *self);
UpText up_phrase_get_culture (UpPhrase *self);
/* One that a person wrote: it has a note and nothing of what stands above from “serves” on, and
 * neither an address nor a review. */
gboolean up_phrase_is_own (UpPhrase *self);
UpText up_phrase_get_note (UpPhrase *self);
guint up_phrase_get_n_blanks (UpPhrase *self);
const UpBlank *up_phrase_get_blank (UpPhrase *self, guint i);
/* @filled: words by blank ids; a blank without any shows its label in square brackets. */
char *up_phrase_fill (UpPhrase *self, GHashTable *filled);

G_END_DECLS
