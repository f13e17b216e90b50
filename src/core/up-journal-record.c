/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

static char *
make_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);
  g_autofree char *json = json_to_string (node, FALSE);

  return g_strconcat (json, "\n", NULL);
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
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, UP_JOURNAL_VERSION);
  json_builder_set_member_name (builder, "phrase");
  json_builder_add_string_value (builder, phrase);
  json_builder_end_object (builder);

  line = make_line (builder);
  g_string_append (lines, line);
}

/**
 * up_journal_make_attempt:
 * @run: a run that is at an ending
 * @now: the time, in seconds since 1970
 *
 * Returns: (transfer full): the attempt, with an id that no other one has and its line; free with
 *   up_journal_attempt_free()
 */
UpJournalAttempt *
up_journal_make_attempt (UpRun *run, gint64 now)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now);
  g_autofree char *iso = g_date_time_format_iso8601 (date);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  UpScenario *scenario = up_run_get_scenario (run);
  UpText title = up_scenario_get_title (scenario);
  UpJournalAttempt *attempt = g_new0 (UpJournalAttempt, 1);

  attempt->id = g_uuid_string_random ();
  attempt->scenario = g_strdup (up_scenario_get_id (scenario));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, UP_JOURNAL_VERSION);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, attempt->id);
  json_builder_set_member_name (builder, "scenario");
  json_builder_add_string_value (builder, attempt->scenario);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, up_scenario_get_revision (scenario));
  if (up_text_is_set (title))
    {
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, title.text);
    }
  json_builder_set_member_name (builder, "date");
  json_builder_add_string_value (builder, iso);
  json_builder_set_member_name (builder, "ending");
  json_builder_add_string_value (builder, up_scene_get_id (up_run_get_scene (run)));
  json_builder_set_member_name (builder, "run");
  json_builder_add_value (builder, up_run_save (run));
  json_builder_end_object (builder);

  attempt->line = make_line (builder);

  return attempt;
}

/**
 * up_journal_attempt_free:
 * @attempt: (transfer full): an attempt
 */
void
up_journal_attempt_free (UpJournalAttempt *attempt)
{
  g_free (attempt->id);
  g_free (attempt->scenario);
  g_free (attempt->line);
  g_free (attempt);
}
