/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-hash.h"
#include "up-reading-private.h"
#include "up-which-way-private.h"

#include <glib/gi18n-lib.h>

static const char *const reason_kinds[UP_N_REASONS] = {
  [UP_REASON_FOR] = "speaksFor",
  [UP_REASON_AGAINST] = "speaksAgainst",
  [UP_REASON_RULES_OUT] = "rulesOut",
};

static const UpWayAnswer *
read_answers (UpReading *reading, JsonObject *object, guint *n_answers)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, object, "answers", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpWayAnswer *answers = up_arena_array (reading->arena, UpWayAnswer, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "answers", i);
      UpWayAnswer *answer = &answers[i];

      if (item == NULL)
        continue;

      answer->id = up_reading_enter_item (reading, item, "answers", i);
      up_reading_is_new (reading, ids, answer->id, i);
      answer->title = up_reading_text (reading, item, "title", TRUE);
      up_reading_leave (reading);
    }

  *n_answers = n;

  return answers;
}

static void
read_questions (UpReading *reading, JsonObject *root, UpWhichWay *self)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "questions", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpWayQuestion *questions;

  if (n > UP_WHICH_WAY_QUESTIONS)
    {
      up_reading_malformed (reading, "questions");
      n = UP_WHICH_WAY_QUESTIONS;
    }

  questions = up_arena_array (reading->arena, UpWayQuestion, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "questions", i);
      UpWayQuestion *question = &questions[i];

      if (item == NULL)
        continue;

      question->id = up_reading_enter_item (reading, item, "questions", i);
      up_reading_is_new (reading, ids, question->id, i);
      question->title = up_reading_text (reading, item, "title", TRUE);
      question->text = up_reading_text (reading, item, "text", FALSE);
      question->answers = read_answers (reading, item, &question->n_answers);

      /* An answer is a bit of a condition. */
      if (question->n_answers > 32)
        up_reading_malformed (reading, "answers");
      up_reading_leave (reading);
    }

  self->questions = questions;
  self->n_questions = n;
}

static void
read_advices (UpReading *reading, JsonObject *root, UpWhichWay *self)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "advices", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpWayAdvice *advices;

  if (n > UP_WHICH_WAY_ADVICES)
    {
      up_reading_malformed (reading, "advices");
      n = UP_WHICH_WAY_ADVICES;
    }

  advices = up_arena_array (reading->arena, UpWayAdvice, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "advices", i);
      UpWayAdvice *advice = &advices[i];

      if (item == NULL)
        continue;

      advice->id = up_reading_enter_item (reading, item, "advices", i);
      up_reading_is_new (reading, ids, advice->id, i);
      if (advice->id != NULL && up_terms_parse (UP_TERMS_WAY, advice->id) < 0)
        up_reading_malformed (reading, "id");
      advice->title = up_reading_text (reading, item, "title", TRUE);
      advice->text = up_reading_text (reading, item, "text", TRUE);
      advice->moves = up_reading_ids (reading, item, "moves", NULL);
      up_reading_leave (reading);
    }

  self->advices = advices;
  self->n_advices = n;
}

/* Which way a member names; the first where it names none, which is complained of. */
static guint
read_advice (UpReading *reading, JsonObject *object, const char *member, UpWhichWay *self)
{
  const char *id = up_reading_peek (object, member);

  for (guint i = 0; i < self->n_advices; i++)
    if (g_strcmp0 (self->advices[i].id, id) == 0)
      return i;

  up_reading_malformed (reading, member);

  return 0;
}

static void
read_condition (UpReading *reading, JsonObject *object, const char *member, gboolean required,
                UpWhichWay *self, UpWayCondition *condition)
{
  JsonObject *questions = up_reading_object (reading, object, member, required);
  JsonObjectIter iter;
  const char *id;

  if (questions == NULL)
    return;

  up_reading_enter (reading, member, -1, NULL);
  json_object_iter_init_ordered (&iter, questions);
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    {
      int place = up_which_way_find_question (self, id);
      const UpWayQuestion *question = place >= 0 ? &self->questions[place] : NULL;
      JsonArray *answers = up_reading_list (reading, questions, id, TRUE);
      guint n = answers != NULL ? json_array_get_length (answers) : 0;

      /* A condition that asks for no answer would hold always. */
      if (question == NULL || n == 0)
        up_reading_malformed (reading, id);

      for (guint i = 0; question != NULL && i < n; i++)
        {
          JsonNode *node = json_array_get_element (answers, i);
          const char *answer = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
          guint j = 0;

          while (j < question->n_answers && g_strcmp0 (question->answers[j].id, answer) != 0)
            j++;
          if (j < MIN (question->n_answers, 32u))
            condition->answers[place] |= 1u << j;
          else
            up_reading_malformed (reading, id);
        }
    }
  up_reading_leave (reading);
}

static void
read_rule (UpReading *reading, JsonObject *item, UpWhichWay *self, UpWayReason *reason,
           UpWayRule *rule)
{
  guint n_kinds = 0;

  for (guint i = 0; i < UP_N_REASONS; i++)
    {
      if (!json_object_has_member (item, reason_kinds[i]))
        continue;

      n_kinds++;
      reason->kind = i;
      reason->advice = read_advice (reading, item, reason_kinds[i], self);
    }
  if (n_kinds != 1)
    up_reading_malformed (reading, NULL);

  reason->because = up_reading_text (reading, item, "because", TRUE);
  reason->ours = up_reading_boolean (reading, item, "ours");
  reason->covers = up_reading_ids (reading, item, "covers", NULL);
  read_condition (reading, item, "when", TRUE, self, &rule->when);
  read_condition (reading, item, "unless", FALSE, self, &rule->unless);
}

static void
read_rules (UpReading *reading, JsonObject *root, UpWhichWay *self)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "rules", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpWayReason *reasons = up_arena_array (reading->arena, UpWayReason, n);
  UpWayRule *rules = up_arena_array (reading->arena, UpWayRule, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "rules", i);

      if (item == NULL)
        continue;

      reasons[i].id = up_reading_enter_item (reading, item, "rules", i);
      up_reading_is_new (reading, ids, reasons[i].id, i);
      read_rule (reading, item, self, &reasons[i], &rules[i]);
      up_reading_leave (reading);
    }

  self->reasons = reasons;
  self->rules = rules;
  self->n_reasons = n;
}

static void
read_emergency (UpReading *reading, JsonObject *root, UpWhichWay *self)
{
  JsonObject *object = up_reading_object (reading, root, "emergency", TRUE);
  UpWayEmergency *emergency = &self->emergency;

  if (object == NULL)
    return;

  up_reading_enter (reading, "emergency", -1, NULL);
  read_condition (reading, object, "when", TRUE, self, &self->emergency_when);
  emergency->advice = read_advice (reading, object, "advice", self);
  emergency->title = up_reading_text (reading, object, "title", TRUE);
  if (up_reading_list (reading, object, "text", TRUE) != NULL)
    emergency->paragraphs = up_reading_texts (reading, object, "text", &emergency->n_paragraphs);
  up_reading_leave (reading);
}

/**
 * up_which_way_read:
 * @reading: a reading at the root
 * @root: the JSON of the questions and what they say
 *
 * Builds the questions, the ways and the reasons, and checks on the way that ids are unique in their
 * list and that rules name questions, answers and ways that there are.
 *
 * Returns: (transfer full) (nullable): all of it, or %NULL where a problem was reported
 */
UpWhichWay *
up_which_way_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpWhichWay) self = g_object_new (UP_TYPE_WHICH_WAY, NULL);

  self->arena = up_arena_new ();
  reading->arena = self->arena;
  self->title = up_reading_text (reading, root, "title", TRUE);
  if (up_reading_list (reading, root, "intro", TRUE) != NULL)
    self->intro = up_reading_texts (reading, root, "intro", &self->n_intro);
  self->outro = up_reading_text (reading, root, "outro", FALSE);
  read_questions (reading, root, self);
  read_advices (reading, root, self);
  read_rules (reading, root, self);
  read_emergency (reading, root, self);

  return reading->failed ? NULL : g_steal_pointer (&self);
}
