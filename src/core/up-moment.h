/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-terms.h"
#include "up-text.h"

G_BEGIN_DECLS

/* Sixty to ninety seconds of practice that comes back: a situation, one's own words, and what to
 * listen for in them. It outlives the catalogue's language it was read in. */
#define UP_TYPE_MOMENT (up_moment_get_type ())
G_DECLARE_FINAL_TYPE (UpMoment, up_moment, UP, MOMENT, GObject)

const char *up_moment_get_id (UpMoment *self);
UpRole up_moment_get_role (UpMoment *self);
UpText up_moment_get_situation (UpMoment *self);
UpText up_moment_get_prompt (UpMoment *self);
guint up_moment_get_n_moves (UpMoment *self);
const char *up_moment_get_move (UpMoment *self, guint i);
guint up_moment_get_n_listen_for (UpMoment *self);
UpText up_moment_get_listen_for (UpMoment *self, guint i);
UpText up_moment_get_reply (UpMoment *self);
UpText up_moment_get_go_on (UpMoment *self);

G_END_DECLS
