/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-which-way-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (UpWhichWay, up_which_way, G_TYPE_OBJECT)

static void
up_which_way_finalize (GObject *object)
{
  UpWhichWay *self = UP_WHICH_WAY (object);

  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_which_way_parent_class)->finalize (object);
}

static void
up_which_way_class_init (UpWhichWayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_which_way_finalize;
}

static void
up_which_way_init (UpWhichWay *self)
{
}

/**
 * up_which_way_get_title:
 * @self: the questions and what they say
 *
 * Returns: (transfer none): what it is called
 */
UpText
up_which_way_get_title (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), UP_TEXT_NONE);

  return self->title;
}

/**
 * up_which_way_get_n_intro:
 * @self: the questions and what they say
 *
 * Returns: how many paragraphs come first
 */
guint
up_which_way_get_n_intro (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), 0);

  return self->n_intro;
}

/**
 * up_which_way_get_intro:
 * @self: the questions and what they say
 * @i: which, counted from 0
 *
 * Returns: (transfer none): one of the paragraphs that come first
 */
UpText
up_which_way_get_intro (UpWhichWay *self, guint i)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), UP_TEXT_NONE);
  g_return_val_if_fail (i < self->n_intro, UP_TEXT_NONE);

  return self->intro[i];
}

/**
 * up_which_way_get_outro:
 * @self: the questions and what they say
 *
 * Returns: (transfer none): the paragraph that comes last, which may be none
 */
UpText
up_which_way_get_outro (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), UP_TEXT_NONE);

  return self->outro;
}

/**
 * up_which_way_get_n_questions:
 * @self: the questions and what they say
 *
 * Returns: how many questions there are, at most %UP_WHICH_WAY_QUESTIONS
 */
guint
up_which_way_get_n_questions (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), 0);

  return self->n_questions;
}

/**
 * up_which_way_get_question:
 * @self: the questions and what they say
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a question
 */
const UpWayQuestion *
up_which_way_get_question (UpWhichWay *self, guint i)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);
  g_return_val_if_fail (i < self->n_questions, NULL);

  return &self->questions[i];
}

/**
 * up_which_way_find_question:
 * @self: the questions and what they say
 * @id: a question's id
 *
 * Returns: its place, or -1 where there is none
 */
int
up_which_way_find_question (UpWhichWay *self, const char *id)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < self->n_questions; i++)
    if (g_strcmp0 (self->questions[i].id, id) == 0)
      return i;

  return -1;
}

/**
 * up_which_way_get_n_advices:
 * @self: the questions and what they say
 *
 * Returns: how many ways there are, at most %UP_WHICH_WAY_ADVICES
 */
guint
up_which_way_get_n_advices (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), 0);

  return self->n_advices;
}

/**
 * up_which_way_get_advice:
 * @self: the questions and what they say
 * @i: which, counted from 0; their order says nothing about them
 *
 * Returns: (transfer none): a way that one can take
 */
const UpWayAdvice *
up_which_way_get_advice (UpWhichWay *self, guint i)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);
  g_return_val_if_fail (i < self->n_advices, NULL);

  return &self->advices[i];
}

/**
 * up_which_way_get_emergency:
 * @self: the questions and what they say
 *
 * Returns: (transfer none): what is said where up_which_way_is_emergency()
 */
const UpWayEmergency *
up_which_way_get_emergency (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);

  return &self->emergency;
}

/**
 * up_which_way_get_n_reasons:
 * @self: the questions and what they say
 *
 * Returns: how many reasons there can be
 */
guint
up_which_way_get_n_reasons (UpWhichWay *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), 0);

  return self->n_reasons;
}

/**
 * up_which_way_get_reason:
 * @self: the questions and what they say
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a reason, whether it holds or not
 */
const UpWayReason *
up_which_way_get_reason (UpWhichWay *self, guint i)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);
  g_return_val_if_fail (i < self->n_reasons, NULL);

  return &self->reasons[i];
}

static inline guint32
get_bit (UpWayAnswers answers, guint question)
{
  return answers.chosen[question] > 0 ? 1u << (answers.chosen[question] - 1) : 0;
}

static gboolean
all_hold (const UpWayCondition *condition, UpWayAnswers answers)
{
  for (guint i = 0; i < UP_WHICH_WAY_QUESTIONS; i++)
    if (condition->answers[i] != 0 && (condition->answers[i] & get_bit (answers, i)) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
any_holds (const UpWayCondition *condition, UpWayAnswers answers)
{
  for (guint i = 0; i < UP_WHICH_WAY_QUESTIONS; i++)
    if ((condition->answers[i] & get_bit (answers, i)) != 0)
      return TRUE;

  return FALSE;
}

/**
 * up_which_way_holds:
 * @self: the questions and what they say
 * @reason: the place of a reason
 * @answers: what a person answered
 *
 * Returns: whether the reason holds for @answers; one whose questions are not all answered does not
 */
gboolean
up_which_way_holds (UpWhichWay *self, guint reason, UpWayAnswers answers)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), FALSE);
  g_return_val_if_fail (reason < self->n_reasons, FALSE);

  return all_hold (&self->rules[reason].when, answers) &&
         !any_holds (&self->rules[reason].unless, answers);
}

/**
 * up_which_way_is_emergency:
 * @self: the questions and what they say
 * @answers: what a person answered
 *
 * Returns: whether there is a threat or violence, so that getting help comes before everything else
 */
gboolean
up_which_way_is_emergency (UpWhichWay *self, UpWayAnswers answers)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), FALSE);

  return all_hold (&self->emergency_when, answers);
}

/**
 * up_which_way_asks_for_emergency:
 * @self: the questions and what they say
 * @question: the place of a question
 *
 * Returns: whether the question is one of those that up_which_way_is_emergency() goes by
 */
gboolean
up_which_way_asks_for_emergency (UpWhichWay *self, guint question)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY (self), FALSE);
  g_return_val_if_fail (question < self->n_questions, FALSE);

  return self->emergency_when.answers[question] != 0;
}

/**
 * up_way_answers_equal:
 * @one: answers
 * @other: answers
 *
 * Returns: whether they are the same
 */
gboolean
up_way_answers_equal (UpWayAnswers one, UpWayAnswers other)
{
  return memcmp (one.chosen, other.chosen, sizeof one.chosen) == 0;
}

/**
 * up_way_answers_count:
 * @answers: answers
 *
 * Returns: how many questions are answered
 */
guint
up_way_answers_count (UpWayAnswers answers)
{
  guint n = 0;

  for (guint i = 0; i < UP_WHICH_WAY_QUESTIONS; i++)
    n += answers.chosen[i] > 0;

  return n;
}

/* What was chosen, or NULL where nothing is that the question has. */
static const UpWayAnswer *
get_answer (const UpWayQuestion *question, guint chosen)
{
  return chosen > 0 && chosen <= question->n_answers ? &question->answers[chosen - 1] : NULL;
}

/**
 * up_which_way_format_answers:
 * @self: the questions and what they say
 * @answers: what a person answered
 *
 * Writes answers down by their names, which stay when questions are added or change places.
 *
 * Returns: (transfer full): for example `urgency=now;stand=witness`; "" where nothing is answered
 */
char *
up_which_way_format_answers (UpWhichWay *self, UpWayAnswers answers)
{
  GString *text;

  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_questions; i++)
    {
      const UpWayQuestion *question = &self->questions[i];
      const UpWayAnswer *answer = get_answer (question, answers.chosen[i]);

      if (answer == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ';');
      g_string_append_printf (text, "%s=%s", question->id, answer->id);
    }

  return g_string_free (text, FALSE);
}

/**
 * up_which_way_parse_answers:
 * @self: the questions and what they say
 * @text: (nullable): what up_which_way_format_answers() wrote, perhaps long ago
 *
 * Returns: the answers; what @text names that is not there is left out
 */
UpWayAnswers
up_which_way_parse_answers (UpWhichWay *self, const char *text)
{
  UpWayAnswers answers = UP_WAY_ANSWERS_NONE;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (UP_IS_WHICH_WAY (self), answers);

  parts = g_strsplit (text != NULL ? text : "", ";", 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *answer = strchr (parts[i], '=');
      int question;

      if (answer == NULL)
        continue;

      *answer++ = '\0';
      question = up_which_way_find_question (self, parts[i]);
      if (question < 0)
        continue;

      for (guint j = 0; j < self->questions[question].n_answers; j++)
        if (g_strcmp0 (self->questions[question].answers[j].id, answer) == 0)
          answers.chosen[question] = j + 1;
    }

  return answers;
}

/**
 * up_which_way_describe_answers:
 * @self: the questions and what they say
 * @answers: what a person answered
 *
 * Returns: (transfer full): each question that is answered, and its answer, in a line of its own
 */
char *
up_which_way_describe_answers (UpWhichWay *self, UpWayAnswers answers)
{
  GString *text;

  g_return_val_if_fail (UP_IS_WHICH_WAY (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_questions; i++)
    {
      const UpWayQuestion *question = &self->questions[i];
      const UpWayAnswer *answer = get_answer (question, answers.chosen[i]);

      if (answer == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s %s", question->title.text, answer->title.text);
    }

  return g_string_free (text, FALSE);
}
