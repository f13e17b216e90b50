/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-private.h"

/**
 * up_choice_get_id:
 * @choice: a choice
 *
 * Returns: (transfer none): its id, unique in its scene
 */
const char *
up_choice_get_id (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  return choice->id;
}

/**
 * up_choice_get_scene:
 * @choice: a choice
 *
 * Returns: (transfer none): the scene it belongs to
 */
const UpScene *
up_choice_get_scene (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  return choice->scene;
}

/**
 * up_choice_get_index:
 * @choice: a choice
 *
 * Returns: its place in its scene, from 0
 */
guint
up_choice_get_index (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->index;
}

/**
 * up_choice_is_speech:
 * @choice: a choice
 *
 * Returns: %TRUE where it is something said, %FALSE where it is something done
 */
gboolean
up_choice_is_speech (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, FALSE);

  return choice->is_speech;
}

/**
 * up_choice_get_text:
 * @choice: a choice
 *
 * Returns: (transfer none): what one says or does
 */
UpText
up_choice_get_text (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, UP_TEXT_NONE);

  return choice->text;
}

/**
 * up_choice_get_manner:
 * @choice: a choice
 *
 * Returns: (transfer none): how one says it
 */
UpText
up_choice_get_manner (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, UP_TEXT_NONE);

  return choice->manner;
}

/**
 * up_choice_get_to:
 * @choice: a choice
 *
 * Returns: (transfer none) (nullable): whom one speaks to
 */
const UpPerson *
up_choice_get_to (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, NULL);

  return choice->to;
}

/**
 * up_choice_get_way:
 * @choice: a choice
 *
 * Returns: the way it takes
 */
UpWay
up_choice_get_way (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, UP_WAY_LET_PASS);

  return choice->way;
}

/**
 * up_choice_get_condition:
 * @choice: a choice
 *
 * Returns: when it is open
 */
UpCondition
up_choice_get_condition (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, ((UpCondition) { 0, 0 }));

  return choice->condition;
}

/**
 * up_choice_get_sets:
 * @choice: a choice
 *
 * Returns: the flags it sets
 */
UpFlags
up_choice_get_sets (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->sets;
}

/**
 * up_choice_get_n_happens:
 * @choice: a choice
 *
 * Returns: how many lines tell what happens then
 */
guint
up_choice_get_n_happens (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->n_happens;
}

/**
 * up_choice_get_happens:
 * @choice: a choice
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a line of what happens then; its condition is read with the flags after the choice
 */
const UpLine *
up_choice_get_happens (const UpChoice *choice, guint i)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (i < choice->n_happens, NULL);

  return &choice->happens[i];
}

/**
 * up_choice_get_feedback:
 * @choice: a choice
 *
 * Returns: (transfer none): what the choice does for the harm, the person harmed, the relationship and oneself
 */
UpText
up_choice_get_feedback (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, UP_TEXT_NONE);

  return choice->feedback;
}

/**
 * up_choice_get_instead:
 * @choice: a choice
 *
 * Returns: (transfer none): what one might say instead; not set where there is nothing
 */
UpText
up_choice_get_instead (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, UP_TEXT_NONE);

  return choice->instead;
}

/**
 * up_choice_get_n_weighs:
 * @choice: a choice
 *
 * Returns: how many considerations it weighs
 */
guint
up_choice_get_n_weighs (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->n_weighs;
}

/**
 * up_choice_get_weighs:
 * @choice: a choice
 * @i: which, counted from 0
 *
 * Returns: a consideration, in %UP_TERMS_CONSIDERATION
 */
int
up_choice_get_weighs (const UpChoice *choice, guint i)
{
  g_return_val_if_fail (choice != NULL, -1);
  g_return_val_if_fail (i < choice->n_weighs, -1);

  return choice->weighs[i];
}

/**
 * up_choice_get_n_leaves_open:
 * @choice: a choice
 *
 * Returns: how many considerations it leaves open
 */
guint
up_choice_get_n_leaves_open (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->n_leaves_open;
}

/**
 * up_choice_get_leaves_open:
 * @choice: a choice
 * @i: which, counted from 0
 *
 * Returns: a consideration, in %UP_TERMS_CONSIDERATION
 */
int
up_choice_get_leaves_open (const UpChoice *choice, guint i)
{
  g_return_val_if_fail (choice != NULL, -1);
  g_return_val_if_fail (i < choice->n_leaves_open, -1);

  return choice->leaves_open[i];
}

/**
 * up_choice_get_n_moves:
 * @choice: a choice
 *
 * Returns: how many moves it practises
 */
guint
up_choice_get_n_moves (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->n_moves;
}

/**
 * up_choice_get_move:
 * @choice: a choice
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a move's id
 */
const char *
up_choice_get_move (const UpChoice *choice, guint i)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (i < choice->n_moves, NULL);

  return choice->moves[i];
}

/**
 * up_choice_get_n_points:
 * @choice: a choice
 *
 * Returns: how many points of the guide it practises
 */
guint
up_choice_get_n_points (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->n_points;
}

/**
 * up_choice_get_point:
 * @choice: a choice
 * @i: which, counted from 0
 *
 * Returns: (transfer none): the id of a point of the guide
 */
const char *
up_choice_get_point (const UpChoice *choice, guint i)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (i < choice->n_points, NULL);

  return choice->points[i];
}

/**
 * up_choice_get_n_exits:
 * @choice: a choice
 *
 * Returns: how many exits it has
 */
guint
up_choice_get_n_exits (const UpChoice *choice)
{
  g_return_val_if_fail (choice != NULL, 0);

  return choice->n_exits;
}

/**
 * up_choice_get_exit:
 * @choice: a choice
 * @i: which, counted from 0
 *
 * Returns: (transfer none): an exit; the first whose condition holds with the flags after the choice is taken
 */
const UpExit *
up_choice_get_exit (const UpChoice *choice, guint i)
{
  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (i < choice->n_exits, NULL);

  return &choice->exits[i];
}
