/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-entry-private.h"

#include <string.h>

/* Ten thousand of these are made when a long journal is opened, and few of them are ever looked at:
 * what a line says is read when it is first asked for. That is done in the main thread only. */

/* More minutes than anyone practises in one go are a clock that went wrong. */
#define MAX_MINUTES 1440

G_DEFINE_FINAL_TYPE (UpEntry, up_entry, G_TYPE_OBJECT)

static void
clear_review (gpointer data)
{
  UpReview *review = data;

  g_free ((char *) review->happened);
  g_free ((char *) review->next);
}

static void
up_entry_finalize (GObject *object)
{
  UpEntry *self = UP_ENTRY (object);

  if (self->read != NULL)
    {
      for (guint i = 0; i < UP_ENTRY_N_MEMBERS; i++)
        g_free (self->read->strings[i]);
      for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
        g_free (self->read->answers[i]);
      g_clear_pointer (&self->read->reviews, g_array_unref);
      g_free (self->read);
    }
  g_clear_object (&self->phrase);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (up_entry_parent_class)->finalize (object);
}

static void
up_entry_class_init (UpEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_entry_finalize;
}

static void
up_entry_init (UpEntry *self)
{
}

static UpSpan
get_value (UpEntry *self, UpEntryMember member)
{
  return (UpSpan) { self->line.text + self->members[member].start, self->members[member].length };
}

static JsonNode *
parse (UpSpan value)
{
  g_autoptr (JsonParser) parser = NULL;

  if (value.length == 0)
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, value.text, value.length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

static void
read_confidence (UpSpan key, UpSpan value, gpointer user_data)
{
  guint *confidence = user_data;
  UpConfidenceTime when;
  gint64 step;

  if (key.length == strlen ("before") && memcmp (key.text, "before", key.length) == 0)
    when = UP_CONFIDENCE_BEFORE;
  else if (key.length == strlen ("after") && memcmp (key.text, "after", key.length) == 0)
    when = UP_CONFIDENCE_AFTER;
  else
    return;

  if (up_journal_read_int (value, &step) && step >= 1 && step <= UP_CONFIDENCE_STEPS)
    confidence[when] = step;
}

static char *
dup_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_dup_string (node)
           : NULL;
}

static void
read_answers (UpEntryRead *read, JsonNode *node)
{
  JsonArray *answers = json_node_get_array (node);

  for (guint i = 0; i < MIN (json_array_get_length (answers), UP_RUN_N_QUESTIONS); i++)
    read->answers[i] = dup_string (json_array_get_element (answers, i));
}

static void
read_reviews (UpEntryRead *read, JsonNode *node)
{
  JsonArray *reviews = json_node_get_array (node);

  read->reviews = g_array_new (FALSE, FALSE, sizeof (UpReview));
  g_array_set_clear_func (read->reviews, clear_review);

  for (guint i = 0; i < json_array_get_length (reviews); i++)
    {
      JsonNode *element = json_array_get_element (reviews, i);
      UpReview review = { .outcome = UP_OUTCOME_CAME_UP };
      g_autofree char *outcome = NULL;
      g_autofree char *date = NULL;
      JsonObject *object;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;

      object = json_node_get_object (element);
      outcome = dup_string (json_object_get_member (object, "outcome"));
      for (guint j = 0; j < UP_OUTCOME_N; j++)
        if (g_strcmp0 (outcome, up_entry_outcomes[j]) == 0)
          review.outcome = j;
      date = dup_string (json_object_get_member (object, "date"));
      review.date = date != NULL ? up_entry_parse_date (date) : 0;
      review.happened = dup_string (json_object_get_member (object, "happened"));
      review.next = dup_string (json_object_get_member (object, "next"));
      g_array_append_val (read->reviews, review);
    }
}

static UpEntryRead *
get_read (UpEntry *self)
{
  UpSpan confidence = get_value (self, UP_ENTRY_MEMBER_CONFIDENCE);
  g_autoptr (JsonNode) answers = NULL;
  g_autoptr (JsonNode) reviews = NULL;

  if (self->read != NULL)
    return self->read;

  self->read = g_new0 (UpEntryRead, 1);

  if (confidence.length > 0)
    up_journal_scan (confidence.text, confidence.length, read_confidence, self->read->confidence);

  answers = parse (get_value (self, UP_ENTRY_MEMBER_ANSWERS));
  if (answers != NULL)
    read_answers (self->read, answers);

  reviews = parse (get_value (self, UP_ENTRY_MEMBER_REVIEWS));
  if (reviews != NULL)
    read_reviews (self->read, reviews);

  return self->read;
}

static const char *
get_string (UpEntry *self, UpEntryMember member)
{
  UpSpan value = get_value (self, member);
  UpEntryRead *read;

  if (value.length == 0)
    return NULL;

  read = get_read (self);
  if (read->strings[member] == NULL)
    read->strings[member] = up_journal_unquote (value);

  return read->strings[member];
}

static guint
get_uint (UpEntry *self, UpEntryMember member)
{
  UpSpan value = get_value (self, member);
  gint64 number = 0;

  if (value.length > 0)
    up_journal_read_int (value, &number);

  return CLAMP (number, 0, G_MAXINT);
}

/**
 * up_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): its id; that of an attempt is its run's
 */
const char *
up_entry_get_id (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return self->id;
}

/**
 * up_entry_get_kind:
 * @self: an entry
 *
 * Returns: what it remembers
 */
UpEntryKind
up_entry_get_kind (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), UP_ENTRY_NOTE);

  return self->kind;
}

/**
 * up_entry_get_date:
 * @self: an entry
 *
 * Returns: when it was made, in seconds since 1970: of an attempt, when its run first came to an
 *   ending; 0 where that is not known
 */
gint64
up_entry_get_date (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), 0);

  return self->date;
}

/**
 * up_entry_get_subject:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the id of the scenario or moment that it is about
 */
const char *
up_entry_get_subject (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return self->subject;
}

/**
 * up_entry_get_title:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the title of the scenario or moment as it was then
 */
const char *
up_entry_get_title (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_TITLE);
}

/**
 * up_entry_get_language:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the BCP 47 tag of the language that it was practised in, which
 *   is that of its titles
 */
const char *
up_entry_get_language (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_LANGUAGE);
}

/**
 * up_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): what a note says; one's own words for a moment, where they
 *   were to be kept
 */
const char *
up_entry_get_text (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_TEXT);
}

/**
 * up_entry_get_chosen:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): answers to “Which way?”, for up_which_way_parse_answers()
 */
const char *
up_entry_get_chosen (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_CHOSEN);
}

/**
 * up_entry_get_ending:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the id of the ending that an attempt came to, of several the
 *   newest
 */
const char *
up_entry_get_ending (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_ENDING);
}

/**
 * up_entry_get_ending_title:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the title of that ending as it was then
 */
const char *
up_entry_get_ending_title (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_ENDING_TITLE);
}

/**
 * up_entry_get_seconds:
 * @self: an entry
 *
 * Returns: the time spent on an attempt, in seconds, longer pauses left out
 */
guint
up_entry_get_seconds (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), 0);

  return get_uint (self, UP_ENTRY_MEMBER_SECONDS);
}

/**
 * up_entry_get_minutes:
 * @self: an entry
 *
 * Returns: the time spent on an attempt, in whole minutes and one at the least; 0 where that is not
 *   known
 */
guint
up_entry_get_minutes (UpEntry *self)
{
  guint seconds;

  g_return_val_if_fail (UP_IS_ENTRY (self), 0);

  seconds = up_entry_get_seconds (self);

  return seconds > 0 ? CLAMP ((seconds + 30) / 60, 1, MAX_MINUTES) : 0;
}

/**
 * up_entry_get_revision:
 * @self: an entry
 *
 * Returns: the revision of an attempt's scenario then
 */
guint
up_entry_get_revision (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), 0);

  return get_uint (self, UP_ENTRY_MEMBER_REVISION);
}

/**
 * up_entry_get_confidence:
 * @self: an entry
 * @when: before or after the attempt
 *
 * Returns: 1 to %UP_CONFIDENCE_STEPS, or 0 for not said
 */
guint
up_entry_get_confidence (UpEntry *self, UpConfidenceTime when)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), 0);
  g_return_val_if_fail (when < UP_CONFIDENCE_N_TIMES, 0);

  return get_read (self)->confidence[when];
}

/**
 * up_entry_get_answer:
 * @self: an entry
 * @question: the place of a question of the debrief, from 0
 *
 * Returns: (transfer none) (nullable): what the person wrote after the attempt
 */
const char *
up_entry_get_answer (UpEntry *self, guint question)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);
  g_return_val_if_fail (question < UP_RUN_N_QUESTIONS, NULL);

  return get_read (self)->answers[question];
}

/**
 * up_entry_get_words:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): one's own wording in an attempt, where it was to be kept
 */
const char *
up_entry_get_words (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_WORDS);
}

/**
 * up_entry_load_run:
 * @self: an entry
 *
 * Takes an attempt apart altogether, which is done only now and each time.
 *
 * Returns: (transfer full) (nullable): the run, for up_run_load(); %NULL where it was not kept
 */
JsonNode *
up_entry_load_run (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return parse (get_value (self, UP_ENTRY_MEMBER_RUN));
}

/**
 * up_entry_get_when:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the “if” part of a plan
 */
const char *
up_entry_get_when (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_WHEN);
}

/**
 * up_entry_get_then:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the “then” part of a plan
 */
const char *
up_entry_get_then (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return get_string (self, UP_ENTRY_MEMBER_THEN);
}

/**
 * up_entry_get_due:
 * @self: an entry
 *
 * Returns: when a plan is to be looked back on, in seconds since 1970, or 0 for never
 */
gint64
up_entry_get_due (UpEntry *self)
{
  UpSpan value;

  g_return_val_if_fail (UP_IS_ENTRY (self), 0);

  value = get_value (self, UP_ENTRY_MEMBER_DUE);

  return value.length > 0 ? up_entry_read_date (value) : 0;
}

/**
 * up_entry_is_open:
 * @self: an entry
 *
 * Returns: whether it is a plan that is not done or let go
 */
gboolean
up_entry_is_open (UpEntry *self)
{
  UpSpan value;

  g_return_val_if_fail (UP_IS_ENTRY (self), FALSE);

  value = get_value (self, UP_ENTRY_MEMBER_OPEN);

  return self->kind == UP_ENTRY_PLAN && (value.length == 0 || *value.text == 't');
}

/**
 * up_entry_get_n_reviews:
 * @self: an entry
 *
 * Returns: how often a plan was looked back on
 */
guint
up_entry_get_n_reviews (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), 0);

  return get_read (self)->reviews != NULL ? self->read->reviews->len : 0;
}

/**
 * up_entry_get_review:
 * @self: an entry
 * @index: the place of a review, the oldest first
 *
 * Returns: (transfer none): the review
 */
const UpReview *
up_entry_get_review (UpEntry *self, guint index)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);
  g_return_val_if_fail (index < up_entry_get_n_reviews (self), NULL);

  return &g_array_index (self->read->reviews, UpReview, index);
}

/**
 * up_entry_get_phrase:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the phrase of one's own that it is, of the entry's id
 */
UpPhrase *
up_entry_get_phrase (UpEntry *self)
{
  g_return_val_if_fail (UP_IS_ENTRY (self), NULL);

  return self->phrase;
}
