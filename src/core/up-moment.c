/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-moment-private.h"

G_DEFINE_FINAL_TYPE (UpMoment, up_moment, G_TYPE_OBJECT)

static void
up_moment_finalize (GObject *object)
{
  UpMoment *self = UP_MOMENT (object);

  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_moment_parent_class)->finalize (object);
}

static void
up_moment_class_init (UpMomentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_moment_finalize;
}

static void
up_moment_init (UpMoment *self)
{
}

/**
 * up_moment_get_id:
 * @self: a moment
 *
 * Returns: (transfer none): its id, the same in all languages
 */
const char *
up_moment_get_id (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), NULL);

  return self->id;
}

/**
 * up_moment_get_role:
 * @self: a moment
 *
 * Returns: who one is in it
 */
UpRole
up_moment_get_role (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), UP_ROLE_ALLY);

  return self->role;
}

/**
 * up_moment_get_situation:
 * @self: a moment
 *
 * Returns: (transfer none): what happens, in two or three sentences
 */
UpText
up_moment_get_situation (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), UP_TEXT_NONE);

  return self->situation;
}

/**
 * up_moment_get_prompt:
 * @self: a moment
 *
 * Returns: (transfer none): what one is asked to say or write
 */
UpText
up_moment_get_prompt (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), UP_TEXT_NONE);

  return self->prompt;
}

/**
 * up_moment_get_n_moves:
 * @self: a moment
 *
 * Returns: how many moves it practises
 */
guint
up_moment_get_n_moves (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), 0);

  return self->n_moves;
}

/**
 * up_moment_get_move:
 * @self: a moment
 * @i: which, counted from 0
 *
 * Returns: (transfer none): the id of a move
 */
const char *
up_moment_get_move (UpMoment *self, guint i)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), NULL);
  g_return_val_if_fail (i < self->n_moves, NULL);

  return self->moves[i];
}

/**
 * up_moment_get_n_listen_for:
 * @self: a moment
 *
 * Returns: how many things there are to listen for in one's own words
 */
guint
up_moment_get_n_listen_for (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), 0);

  return self->n_listen_for;
}

/**
 * up_moment_get_listen_for:
 * @self: a moment
 * @i: which, counted from 0
 *
 * Returns: (transfer none): something to listen for in one's own words
 */
UpText
up_moment_get_listen_for (UpMoment *self, guint i)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), UP_TEXT_NONE);
  g_return_val_if_fail (i < self->n_listen_for, UP_TEXT_NONE);

  return self->listen_for[i];
}

/**
 * up_moment_get_reply:
 * @self: a moment
 *
 * Returns: (transfer none): a likely reply
 */
UpText
up_moment_get_reply (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), UP_TEXT_NONE);

  return self->reply;
}

/**
 * up_moment_get_go_on:
 * @self: a moment
 *
 * Returns: (transfer none): a way to go on from there
 */
UpText
up_moment_get_go_on (UpMoment *self)
{
  g_return_val_if_fail (UP_IS_MOMENT (self), UP_TEXT_NONE);

  return self->go_on;
}
