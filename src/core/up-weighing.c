/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-which-way-private.h"

/**
 * UpWeighing:
 *
 * What a person's answers say for and against each way. Reasons come in the order of the file, and are
 * not set off against each other.
 */
struct _UpWeighing
{
  GObject parent_instance;

  UpWhichWay *which_way;
  UpWayAnswers answers;
  gboolean is_emergency;
  guint n_reasons[UP_WHICH_WAY_ADVICES][UP_N_REASONS];
};

G_DEFINE_FINAL_TYPE (UpWeighing, up_weighing, G_TYPE_OBJECT)

static void
up_weighing_finalize (GObject *object)
{
  UpWeighing *self = UP_WEIGHING (object);

  g_clear_object (&self->which_way);

  G_OBJECT_CLASS (up_weighing_parent_class)->finalize (object);
}

static void
up_weighing_class_init (UpWeighingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_weighing_finalize;
}

static void
up_weighing_init (UpWeighing *self)
{
}

/**
 * up_which_way_weigh:
 * @self: the questions and what they say
 * @answers: what a person answered
 *
 * Looks for the reasons that hold for @answers. Where there is a threat or violence there are none:
 * then what up_which_way_get_emergency() says is all there is to say.
 *
 * Returns: (transfer full): what @answers say
 */
UpWeighing *
up_which_way_weigh (UpWhichWay *self, UpWayAnswers answers)
{
  UpWeighing *weighing;

  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);

  weighing = g_object_new (UP_TYPE_WEIGHING, NULL);
  weighing->which_way = g_object_ref (self);
  weighing->answers = answers;
  weighing->is_emergency = up_which_way_is_emergency (self, answers);

  if (!weighing->is_emergency)
    for (guint i = 0; i < self->n_reasons; i++)
      if (up_which_way_holds (self, i, answers))
        weighing->n_reasons[self->reasons[i].advice][self->reasons[i].kind]++;

  return weighing;
}

/**
 * up_weighing_get_which_way:
 * @self: what answers say
 *
 * Returns: (transfer none): the questions that they answer
 */
UpWhichWay *
up_weighing_get_which_way (UpWeighing *self)
{
  g_return_val_if_fail (UP_IS_WEIGHING (self), NULL);

  return self->which_way;
}

/**
 * up_weighing_get_answers:
 * @self: what answers say
 *
 * Returns: the answers
 */
UpWayAnswers
up_weighing_get_answers (UpWeighing *self)
{
  g_return_val_if_fail (UP_IS_WEIGHING (self), UP_WAY_ANSWERS_NONE);

  return self->answers;
}

/**
 * up_weighing_is_emergency:
 * @self: what answers say
 *
 * Returns: whether getting help comes first, and there is nothing to weigh
 */
gboolean
up_weighing_is_emergency (UpWeighing *self)
{
  g_return_val_if_fail (UP_IS_WEIGHING (self), FALSE);

  return self->is_emergency;
}

/**
 * up_weighing_get_n_reasons:
 * @self: what answers say
 * @advice: the place of a way
 * @kind: for it, against it, or ruling it out
 *
 * Returns: how many reasons there are, to list them
 */
guint
up_weighing_get_n_reasons (UpWeighing *self, guint advice, UpReasonKind kind)
{
  g_return_val_if_fail (UP_IS_WEIGHING (self), 0);
  g_return_val_if_fail (advice < self->which_way->n_advices, 0);
  g_return_val_if_fail (kind < UP_N_REASONS, 0);

  return self->n_reasons[advice][kind];
}

/**
 * up_weighing_get_reason:
 * @self: what answers say
 * @advice: the place of a way
 * @kind: for it, against it, or ruling it out
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a reason that holds
 */
const UpWayReason *
up_weighing_get_reason (UpWeighing *self, guint advice, UpReasonKind kind, guint i)
{
  UpWhichWay *which_way;

  g_return_val_if_fail (UP_IS_WEIGHING (self), NULL);
  g_return_val_if_fail (advice < self->which_way->n_advices, NULL);
  g_return_val_if_fail (kind < UP_N_REASONS, NULL);
  g_return_val_if_fail (i < self->n_reasons[advice][kind], NULL);

  which_way = self->which_way;
  for (guint j = 0; j < which_way->n_reasons; j++)
    {
      const UpWayReason *reason = &which_way->reasons[j];

      if (reason->advice == advice && reason->kind == kind &&
          up_which_way_holds (which_way, j, self->answers) && i-- == 0)
        return reason;
    }

  g_return_val_if_reached (NULL);
}

/**
 * up_weighing_is_ruled_out:
 * @self: what answers say
 * @advice: the place of a way
 *
 * Returns: whether the way is not safe, as far as the answers tell; the others are not touched by it
 */
gboolean
up_weighing_is_ruled_out (UpWeighing *self, guint advice)
{
  return up_weighing_get_n_reasons (self, advice, UP_REASON_RULES_OUT) > 0;
}

/**
 * up_weighing_is_contested:
 * @self: what answers say
 * @advice: the place of a way
 *
 * Returns: whether the way is ruled out although something speaks for it: whoever shows both says too
 *   that the one does not take back the other
 */
gboolean
up_weighing_is_contested (UpWeighing *self, guint advice)
{
  return up_weighing_is_ruled_out (self, advice) &&
         up_weighing_get_n_reasons (self, advice, UP_REASON_FOR) > 0;
}

/**
 * up_weighing_count_changes:
 * @self: what answers say
 * @other: what other answers say
 *
 * Returns: how many reasons the one has and the other has not
 */
guint
up_weighing_count_changes (UpWeighing *self, UpWeighing *other)
{
  guint n = 0;

  g_return_val_if_fail (UP_IS_WEIGHING (self), 0);
  g_return_val_if_fail (UP_IS_WEIGHING (other), 0);
  g_return_val_if_fail (other->which_way->n_reasons == self->which_way->n_reasons, 0);

  for (guint i = 0; i < self->which_way->n_reasons; i++)
    {
      gboolean mine = !self->is_emergency && up_which_way_holds (self->which_way, i, self->answers);
      gboolean others =
        !other->is_emergency && up_which_way_holds (other->which_way, i, other->answers);

      n += mine != others;
    }

  return n;
}
