/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UpTurnState:
 * @UP_TURN_REHEARSING: its decision is asked, and the choices wait for one’s own words
 * @UP_TURN_ASKING: the choices of its decision are open
 * @UP_TURN_HAPPENING: one is made, and what happens then is shown
 * @UP_TURN_FEEDBACK: what the choice does is shown too
 * @UP_TURN_PAST: the conversation has gone on
 * @UP_TURN_ENDING: it leads to an ending
 */
typedef enum
{
  UP_TURN_REHEARSING,
  UP_TURN_ASKING,
  UP_TURN_HAPPENING,
  UP_TURN_FEEDBACK,
  UP_TURN_PAST,
  UP_TURN_ENDING,
} UpTurnState;

#define UP_TYPE_TURN (up_turn_get_type ())
G_DECLARE_FINAL_TYPE (UpTurn, up_turn, UP, TURN, GtkBox)

GtkWidget *up_turn_new (UpCatalog *catalog, UpRun *run, const UpStep *before, UpTurn *previous);
const UpStep *up_turn_get_before (UpTurn *self);
void up_turn_show (UpTurn *self, const UpStep *step, UpTurnState state, GPtrArray *fresh);
void up_turn_set_words (UpTurn *self, const char *words);
void up_turn_toggle_skipped (UpTurn *self);
void up_turn_set_notice (UpTurn *self, const char *notice);
GtkWidget *up_turn_get_opening (UpTurn *self);
GtkWidget *up_turn_get_heading (UpTurn *self);

G_END_DECLS
