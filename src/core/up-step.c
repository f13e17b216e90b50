/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-run-private.h"

/**
 * up_step_get_choice:
 * @step: a step
 *
 * Returns: (transfer none): the choice that was made
 */
const UpChoice *
up_step_get_choice (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->choice;
}

/**
 * up_step_get_scene:
 * @step: a step
 *
 * Returns: (transfer none): the decision at which the choice was made
 */
const UpScene *
up_step_get_scene (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return up_choice_get_scene (step->choice);
}

/**
 * up_step_get_parent:
 * @step: a step
 *
 * Returns: (transfer none) (nullable): the step before it, %NULL for a first step
 */
const UpStep *
up_step_get_parent (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->parent->parent != NULL ? step->parent : NULL;
}

/**
 * up_step_get_first_child:
 * @step: a step
 *
 * Returns: (transfer none) (nullable): the oldest of the steps after it; the others follow by
 *   up_step_get_next()
 */
const UpStep *
up_step_get_first_child (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->first_child;
}

/**
 * up_step_get_next:
 * @step: a step
 *
 * Returns: (transfer none) (nullable): the next younger branch from the same point
 */
const UpStep *
up_step_get_next (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->next;
}

/**
 * up_step_get_number:
 * @step: a step
 *
 * Returns: its number, from 1, which stays the same as long as the run is kept: what hangs on a
 *   step can name it
 */
guint
up_step_get_number (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, 0);

  return step->number;
}

/**
 * up_step_get_flags:
 * @step: a step
 *
 * Returns: the flags that are set after it
 */
UpFlags
up_step_get_flags (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, 0);

  return step->flags;
}

/**
 * up_step_get_reached:
 * @step: a step
 *
 * Returns: (transfer none): the decision or ending that it leads to
 */
const UpScene *
up_step_get_reached (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->reached;
}

/**
 * up_step_get_notice:
 * @step: a step
 *
 * Returns: (transfer none) (nullable): what the person noticed
 */
const char *
up_step_get_notice (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->notice;
}

/**
 * up_step_is_seen:
 * @step: a step
 *
 * Returns: whether one has gone on from the step to the decision or ending that it leads to; who took
 *   it back before, or reads its feedback still, does not know that yet
 */
gboolean
up_step_is_seen (const UpStep *step)
{
  g_return_val_if_fail (step != NULL, FALSE);

  return step->seen;
}
