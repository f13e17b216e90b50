/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-phrase-private.h"

G_DEFINE_FINAL_TYPE (UpMove, up_move, G_TYPE_OBJECT)

static void
up_move_finalize (GObject *object)
{
  UpMove *self = UP_MOVE (object);

  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_move_parent_class)->finalize (object);
}

static void
up_move_class_init (UpMoveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_move_finalize;
}

static void
up_move_init (UpMove *self)
{
}

/**
 * up_move_get_id:
 * @self: a move
 *
 * Returns: (transfer none): its id, the same in all languages
 */
const char *
up_move_get_id (UpMove *self)
{
  g_return_val_if_fail (UP_IS_MOVE (self), NULL);

  return self->id;
}

/**
 * up_move_get_title:
 * @self: a move
 *
 * Returns: (transfer none): its title
 */
UpText
up_move_get_title (UpMove *self)
{
  g_return_val_if_fail (UP_IS_MOVE (self), UP_TEXT_NONE);

  return self->title;
}

/**
 * up_move_get_summary:
 * @self: a move
 *
 * Returns: (transfer none): what it does
 */
UpText
up_move_get_summary (UpMove *self)
{
  g_return_val_if_fail (UP_IS_MOVE (self), UP_TEXT_NONE);

  return self->summary;
}

/**
 * up_move_get_lean:
 * @self: a move
 *
 * Returns: which way it leans
 */
UpLean
up_move_get_lean (UpMove *self)
{
  g_return_val_if_fail (UP_IS_MOVE (self), UP_LEAN_EITHER);

  return self->lean;
}

/**
 * up_move_is_for:
 * @self: a move
 * @role: who one is
 *
 * Returns: whether someone in @role may make the move
 */
gboolean
up_move_is_for (UpMove *self, UpRole role)
{
  g_return_val_if_fail (UP_IS_MOVE (self), FALSE);

  return (self->roles & (1u << role)) != 0;
}

/**
 * up_move_get_covers:
 * @self: a move
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the points of the guide that it puts to use
 */
const char *const *
up_move_get_covers (UpMove *self)
{
  g_return_val_if_fail (UP_IS_MOVE (self), NULL);

  return self->covers;
}
