/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"
#include "up-own-phrase.h"

static char *
get_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);

  return json_to_string (node, FALSE);
}

static void
begin_record (JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, UP_JOURNAL_VERSION);
}

/* What is kept has to be UTF-8 that can be read again, whatever was pasted. */
static void
add_string (JsonBuilder *builder, const char *name, const char *string)
{
  g_autofree char *valid = NULL;

  if (string == NULL)
    return;

  valid = g_utf8_make_valid (string, -1);
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, valid);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_date (JsonBuilder *builder, const char *name, gint64 date)
{
  g_autofree char *iso = up_entry_format_date (date);

  add_string (builder, name, iso);
}

static void
add_text (JsonBuilder *builder, const char *name, UpText text)
{
  if (up_text_is_set (text))
    add_string (builder, name, text.text);
}

/* What is said in the run stands in the head too, so that a list has it without taking the run
 * apart. */
static void
add_said (JsonBuilder *builder, JsonNode *saved)
{
  static const char *const names[] = { "seconds", "confidence", "answers", "words" };
  JsonObject *run = json_node_get_object (saved);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (run, names[i]);

      if (node == NULL)
        continue;

      json_builder_set_member_name (builder, names[i]);
      json_builder_add_value (builder, json_node_copy (node));
    }
}

/**
 * up_journal_append_favourite:
 * @lines: lines
 * @phrase: a phrase's id
 *
 * Appends the line that says that @phrase is a favourite.
 */
void
up_journal_append_favourite (GString *lines, const char *phrase)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *json = NULL;

  begin_record (builder);
  add_string (builder, "phrase", phrase);
  json_builder_end_object (builder);

  json = get_json (builder);
  g_string_append (lines, json);
  g_string_append_c (lines, '\n');
}

/**
 * up_journal_make_attempt:
 * @run: a run that is at an ending
 * @date: when it first came to one, in seconds since 1970
 *
 * Returns: (transfer full): the attempt, of the run's id
 */
UpEntry *
up_journal_make_attempt (UpRun *run, gint64 date)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  UpScenario *scenario = up_run_get_scenario (run);
  UpText title = up_scenario_get_title (scenario);
  const UpScene *ending = up_run_get_scene (run);
  g_autoptr (JsonNode) saved = up_run_save (run);

  begin_record (builder);
  add_string (builder, "id", up_run_get_id (run));
  add_date (builder, "date", date);
  add_string (builder, "scenario", up_scenario_get_id (scenario));
  add_int (builder, "revision", up_scenario_get_revision (scenario));
  add_text (builder, "title", title);
  if (up_text_is_set (title))
    add_string (builder, "language", title.language);
  add_string (builder, "ending", up_scene_get_id (ending));
  add_text (builder, "endingTitle", up_scene_get_ending_title (ending));
  add_said (builder, saved);
  json_builder_set_member_name (builder, "run");
  json_builder_add_value (builder, g_steal_pointer (&saved));
  json_builder_end_object (builder);

  return up_entry_new_for_json (get_json (builder), UP_ENTRY_FILE_ATTEMPTS, UP_JOURNAL_VERSION);
}

static void
add_review (JsonBuilder *builder, const UpReview *review)
{
  json_builder_begin_object (builder);
  add_date (builder, "date", review->date);
  add_string (builder, "outcome", up_entry_outcomes[review->outcome]);
  add_string (builder, "happened", review->happened);
  add_string (builder, "next", review->next);
  json_builder_end_object (builder);
}

static void
add_reviews (JsonBuilder *builder, const UpJournalWords *words)
{
  guint n = words->reviewed != NULL ? up_entry_get_n_reviews (words->reviewed) : 0;

  if (n == 0 && words->review == NULL)
    return;

  json_builder_set_member_name (builder, "reviews");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_review (builder, up_entry_get_review (words->reviewed, i));
  if (words->review != NULL)
    add_review (builder, words->review);
  json_builder_end_array (builder);
}

/**
 * up_journal_make_entry:
 * @words: what it is to say
 *
 * Returns: (transfer full): a moment, a plan, a note or answers to “Which way?”
 */
UpEntry *
up_journal_make_entry (const UpJournalWords *words)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  begin_record (builder);
  add_string (builder, "kind", up_entry_kinds[words->kind]);
  add_string (builder, "id", words->id);
  add_date (builder, "date", words->date);
  add_string (builder, "subject", words->subject);
  add_string (builder, "title", words->title);
  add_string (builder, "language", words->language);
  add_string (builder, "text", words->text);
  add_string (builder, "chosen", words->chosen);

  if (words->kind == UP_ENTRY_PLAN)
    {
      add_string (builder, "when", words->when);
      add_string (builder, "then", words->then);
      if (words->due > 0)
        add_date (builder, "due", words->due);
      json_builder_set_member_name (builder, "open");
      json_builder_add_boolean_value (builder, words->is_open);
      add_reviews (builder, words);
    }

  json_builder_end_object (builder);

  return up_entry_new_for_json (get_json (builder), UP_ENTRY_FILE_OTHERS, UP_JOURNAL_VERSION);
}

/**
 * up_journal_make_phrase:
 * @id: its id
 * @date: when it was first kept, in seconds since 1970
 * @phrase: what it says
 *
 * Returns: (transfer full): a phrase of one's own
 */
UpEntry *
up_journal_make_phrase (const char *id, gint64 date, UpPhrase *phrase)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  begin_record (builder);
  add_string (builder, "id", id);
  add_date (builder, "date", date);
  json_builder_set_member_name (builder, "phrase");
  json_builder_begin_object (builder);
  up_own_phrase_build (phrase, builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  return up_entry_new_for_json (get_json (builder), UP_ENTRY_FILE_PHRASES, UP_JOURNAL_VERSION);
}
