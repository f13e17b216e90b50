/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-export-private.h"

#include "up-digits.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Statements of the Experience API 1.0.3, https://github.com/adlnet/xAPI-Spec; the sections named here
 * are those of its xAPI-Data.md. Nothing is scored: no statement has a score or success, and no
 * question a correct response. */

#define VERBS "http://adlnet.gov/expapi/verbs/"
#define ACTIVITIES "http://adlnet.gov/expapi/activities/"
#define OURS UP_EXPORT_HOMEPAGE "/xapi/"

typedef struct
{
  JsonBuilder *builder;
  UpCatalog *catalog;
  UpExportScenarios *scenarios;
  gboolean personal;

  /* Of the entry at hand. */
  UpEntry *entry;
  const char *name;   /* of its kind in IRIs */
  const char *parent; /* the activity it belongs to; nullable */
  const char *registration;
} Export;

/* A statement, less what all of them have. */
typedef struct
{
  const char *what; /* sets it apart from the entry's other ones */
  const char *verb;
  char *activity;          /* its IRI; taken */
  const char *type;        /* of the activity */
  const char *interaction; /* where it is a question */
  UpText title;
  UpText description;
  const UpStep *step; /* the choices are those of its decision */
  gboolean is_likert;
  char *response; /* taken; nullable */
  const char *noticed;
  gboolean completes;
} Statement;

static void
add_string (Export *self, const char *name, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  json_builder_set_member_name (self->builder, name);
  json_builder_add_string_value (self->builder, valid);
}

static void
begin (Export *self, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (self->builder, name);
  json_builder_begin_object (self->builder);
}

static void
end (Export *self)
{
  json_builder_end_object (self->builder);
}

/* A Language Map (4.2): what a text says, under the tag of the language it is really in. */
static void
add_text (Export *self, const char *name, UpText text)
{
  g_autofree char *tag = up_export_make_tag (text.language);

  if (!up_text_is_set (text))
    return;

  begin (self, name);
  add_string (self, tag, text.text);
  end (self);
}

/* Parts of an IRI (4.2): what a journal names need not be an id of ours. */
G_GNUC_NULL_TERMINATED static char *
make_iri (const char *kind, ...)
{
  GString *iri = g_string_new (OURS);
  va_list parts;

  g_string_append (iri, kind);
  va_start (parts, kind);
  for (const char *part = va_arg (parts, const char *); part != NULL;
       part = va_arg (parts, const char *))
    {
      g_autofree char *valid = g_utf8_make_valid (part, -1);
      g_autofree char *escaped = g_uri_escape_string (valid, NULL, FALSE);

      g_string_append_printf (iri, "/%s", escaped);
    }
  va_end (parts);

  return g_string_free (iri, FALSE);
}

/* A person without a name: two exports are about the same nobody (2.4.2.1, 2.4.2.4). */
static void
add_actor (Export *self)
{
  begin (self, "actor");
  add_string (self, "objectType", "Agent");
  begin (self, "account");
  add_string (self, "homePage", UP_EXPORT_HOMEPAGE);
  add_string (self, "name", UP_EXPORT_ACTOR);
  end (self);
  end (self);
}

/* 2.4.3; the registry's own words for its verbs are English. */
static void
add_verb (Export *self, const char *verb)
{
  g_autofree char *iri = g_strconcat (VERBS, verb, NULL);

  begin (self, "verb");
  add_string (self, "id", iri);
  add_text (self, "display", (UpText) { verb, "en-US" });
  end (self);
}

static void
add_component (Export *self, const char *id, UpText description)
{
  begin (self, NULL);
  add_string (self, "id", id);
  add_text (self, "description", description);
  end (self);
}

/* What was open at the decision that the step was made at (2.4.4.1, Interaction Components). */
static void
add_choices (Export *self, const UpStep *step)
{
  const UpScene *scene = up_step_get_scene (step);
  const UpStep *before = up_step_get_parent (step);
  UpFlags flags = before != NULL ? up_step_get_flags (before) : 0;

  json_builder_set_member_name (self->builder, "choices");
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, i);

      if (up_condition_holds (up_choice_get_condition (choice), flags))
        add_component (self, up_choice_get_id (choice), up_choice_get_text (choice));
    }
  json_builder_end_array (self->builder);
}

static void
add_scale (Export *self)
{
  json_builder_set_member_name (self->builder, "scale");
  json_builder_begin_array (self->builder);
  for (int i = 0; i < UP_CONFIDENCE_STEPS; i++)
    {
      char id[] = { (char) ('1' + i), '\0' };

      add_component (
        self, id,
        (UpText) { up_terms_get_title (UP_TERMS_CONFIDENCE, i), up_digits_get_language () });
    }
  json_builder_end_array (self->builder);
}

/* 2.4.4.1 */
static void
add_activity (Export *self, const Statement *statement)
{
  g_autofree char *type = g_strconcat (ACTIVITIES, statement->type, NULL);

  begin (self, "object");
  add_string (self, "objectType", "Activity");
  add_string (self, "id", statement->activity);
  begin (self, "definition");
  add_string (self, "type", type);
  add_text (self, "name", statement->title);
  add_text (self, "description", statement->description);
  if (statement->interaction != NULL)
    add_string (self, "interactionType", statement->interaction);
  if (statement->step != NULL)
    add_choices (self, statement->step);
  if (statement->is_likert)
    add_scale (self);
  end (self);
  end (self);
}

/* ISO 8601, in seconds and what is larger (4.6). */
static char *
format_duration (guint seconds)
{
  GString *duration = g_string_new ("PT");

  if (seconds >= 3600)
    g_string_append_printf (duration, "%uH", seconds / 3600);
  if (seconds / 60 % 60 > 0)
    g_string_append_printf (duration, "%uM", seconds / 60 % 60);
  if (seconds % 60 > 0)
    g_string_append_printf (duration, "%uS", seconds % 60);

  return g_string_free (duration, FALSE);
}

/* 2.4.5 */
static void
add_result (Export *self, const Statement *statement)
{
  guint seconds = statement->completes ? up_entry_get_seconds (self->entry) : 0;

  if (!statement->completes && statement->response == NULL)
    return;

  begin (self, "result");
  if (statement->completes)
    {
      json_builder_set_member_name (self->builder, "completion");
      json_builder_add_boolean_value (self->builder, TRUE);
    }
  if (statement->response != NULL)
    add_string (self, "response", statement->response);
  if (seconds > 0)
    {
      g_autofree char *duration = format_duration (seconds);

      add_string (self, "duration", duration);
    }
  if (statement->noticed != NULL)
    {
      begin (self, "extensions");
      add_string (self, OURS "extension/noticed", statement->noticed);
      end (self);
    }
  end (self);
}

/* 2.4.6: what belongs to one attempt has its registration, and questions have the scenario over them. */
static void
add_context (Export *self, const Statement *statement)
{
  const char *language = up_entry_get_language (self->entry);

  begin (self, "context");
  if (self->registration != NULL)
    add_string (self, "registration", self->registration);
  if (self->parent != NULL && strcmp (self->parent, statement->activity) != 0)
    {
      begin (self, "contextActivities");
      json_builder_set_member_name (self->builder, "parent");
      json_builder_begin_array (self->builder);
      begin (self, NULL);
      add_string (self, "objectType", "Activity");
      add_string (self, "id", self->parent);
      end (self);
      json_builder_end_array (self->builder);
      end (self);
    }
  add_string (self, "platform", "Upstander");
  if (language != NULL)
    {
      g_autofree char *tag = up_export_make_tag (language);

      add_string (self, "language", tag);
    }
  end (self);
}

/* 2.4: the order of its members is that of the table there. */
static void
add_statement (Export *self, Statement statement)
{
  gint64 date = up_entry_get_date (self->entry);
  g_autoptr (GDateTime) time = date != 0 ? g_date_time_new_from_unix_utc (date) : NULL;
  g_autofree char *activity = statement.activity;
  g_autofree char *response = statement.response;
  g_autofree char *name =
    make_iri ("statement", self->name, up_entry_get_id (self->entry), statement.what, NULL);
  g_autofree char *id = up_export_make_uuid (name);

  begin (self, NULL);
  add_string (self, "id", id);
  add_actor (self);
  add_verb (self, statement.verb);
  add_activity (self, &statement);
  add_result (self, &statement);
  add_context (self, &statement);
  if (time != NULL)
    {
      g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

      add_string (self, "timestamp", stamp);
    }
  end (self);
}

static void
add_step (Export *self, const UpStep *step)
{
  const UpScene *scene = up_step_get_scene (step);
  g_autofree char *what = g_strdup_printf ("step-%u", up_step_get_number (step));

  add_statement (self, (Statement) {
                         .what = what,
                         .verb = "answered",
                         .activity = make_iri ("scenario", up_entry_get_subject (self->entry),
                                               up_scene_get_id (scene), NULL),
                         .type = "cmi.interaction",
                         .interaction = "choice",
                         .description = up_scene_get_ask (scene),
                         .step = step,
                         .response = g_strdup (up_choice_get_id (up_step_get_choice (step))),
                         .noticed = self->personal ? up_step_get_notice (step) : NULL,
                       });
}

static void
add_confidence (Export *self, const char *what, UpConfidenceTime when)
{
  guint step = up_entry_get_confidence (self->entry, when);
  UpText title = { when == UP_CONFIDENCE_BEFORE ? _ ("Confidence before") : _ ("Confidence after"),
                   up_digits_get_language () };

  if (step == 0)
    return;

  add_statement (
    self, (Statement) {
            .what = what,
            .verb = "answered",
            .activity = make_iri ("scenario", up_entry_get_subject (self->entry), what, NULL),
            .type = "cmi.interaction",
            .interaction = "likert",
            .description = title,
            .is_likert = TRUE,
            .response = g_strdup_printf ("%u", step),
          });
}

/* What a person wrote in answer to something. */
static void
add_writing (Export *self, const char *what, UpText question, const char *words)
{
  if (words == NULL)
    return;

  add_statement (
    self, (Statement) {
            .what = what,
            .verb = "answered",
            .activity = make_iri ("scenario", up_entry_get_subject (self->entry), what, NULL),
            .type = "cmi.interaction",
            .interaction = "long-fill-in",
            .description = question,
            .response = g_strdup (words),
          });
}

static void
add_personal (Export *self, UpScenario *scenario)
{
  add_confidence (self, "confidence-before", UP_CONFIDENCE_BEFORE);
  add_confidence (self, "confidence-after", UP_CONFIDENCE_AFTER);
  add_writing (self, "own-words", (UpText) { _ ("In Own Words"), up_digits_get_language () },
               up_entry_get_words (self->entry));
  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    {
      g_autofree char *what = g_strdup_printf ("question-%u", i + 1);
      UpText question = scenario != NULL && i < up_scenario_get_n_questions (scenario)
                          ? up_scenario_get_question (scenario, i)
                          : UP_TEXT_NONE;

      add_writing (self, what, question, up_entry_get_answer (self->entry, i));
    }
}

static void
add_attempt (Export *self)
{
  const char *subject = up_entry_get_subject (self->entry);
  const char *id = up_entry_get_id (self->entry);
  g_autofree char *name = make_iri ("registration", id, NULL);
  g_autofree char *registration =
    g_uuid_string_is_valid (id) ? g_strdup (id) : up_export_make_uuid (name);
  g_autofree char *activity = subject != NULL ? make_iri ("scenario", subject, NULL) : NULL;
  g_autoptr (UpRun) run = NULL;

  if (subject == NULL)
    return;

  self->registration = registration;
  self->parent = activity;

  run = up_export_scenarios_load (self->scenarios, self->entry, NULL);
  if (run != NULL)
    {
      g_autoptr (GPtrArray) steps = up_export_list_steps (run);

      for (guint i = 0; i < steps->len; i++)
        add_step (self, g_ptr_array_index (steps, i));
    }
  if (self->personal)
    add_personal (self, up_export_scenarios_find (self->scenarios, subject));
  add_statement (
    self, (Statement) {
            .what = "completed",
            .verb = "completed",
            .activity = g_strdup (activity),
            .type = "simulation",
            .title = { up_entry_get_title (self->entry), up_entry_get_language (self->entry) },
            .completes = TRUE,
          });

  self->registration = NULL;
  self->parent = NULL;
}

static void
add_moment (Export *self)
{
  if (up_entry_get_subject (self->entry) == NULL)
    return;

  add_statement (
    self, (Statement) {
            .what = "experienced",
            .verb = "experienced",
            .activity = make_iri ("moment", up_entry_get_subject (self->entry), NULL),
            .type = "simulation",
            .title = { up_entry_get_title (self->entry), up_entry_get_language (self->entry) },
            .response = self->personal ? g_strdup (up_entry_get_text (self->entry)) : NULL,
          });
}

/* A remark on the scenario it was made after, or on practice altogether. */
static void
add_comment (Export *self, const char *what, char *words)
{
  const char *subject = up_entry_get_subject (self->entry);

  if (words == NULL)
    return;

  add_statement (self, (Statement) {
                         .what = what,
                         .verb = "commented",
                         .activity = subject != NULL ? make_iri ("scenario", subject, NULL)
                                                     : make_iri ("journal", NULL),
                         .type = subject != NULL ? "simulation" : "performance",
                         .response = words,
                       });
}

static void
add_plan (Export *self)
{
  const char *when = up_entry_get_when (self->entry);
  const char *then = up_entry_get_then (self->entry);
  g_autofree char *if_part = up_quote_isolate (when != NULL ? when : "");
  g_autofree char *then_part = up_quote_isolate (then != NULL ? then : "");

  add_comment (self, "plan", g_strdup_printf (_ ("If %s – then %s"), if_part, then_part));
  for (guint i = 0; i < up_entry_get_n_reviews (self->entry); i++)
    {
      const UpReview *review = up_entry_get_review (self->entry, i);
      g_autofree char *happened = g_strdup_printf ("happened-%u", i + 1);
      g_autofree char *next = g_strdup_printf ("next-%u", i + 1);

      add_comment (self, happened, g_strdup (review->happened));
      add_comment (self, next, g_strdup (review->next));
    }
}

static void
add_which_way (Export *self)
{
  UpWhichWay *which_way = up_catalog_get_which_way (self->catalog);
  UpWayAnswers answers = up_which_way_parse_answers (which_way, up_entry_get_chosen (self->entry));

  add_comment (self, "answers", up_which_way_describe_answers (which_way, answers));
  add_comment (self, "words", g_strdup (up_entry_get_text (self->entry)));
}

static void
add_entry (Export *self, UpEntry *entry)
{
  self->entry = entry;

  switch (up_entry_get_kind (entry))
    {
    case UP_ENTRY_ATTEMPT:
      self->name = "attempt";
      add_attempt (self);
      break;
    case UP_ENTRY_MOMENT:
      self->name = "moment";
      add_moment (self);
      break;
    case UP_ENTRY_PLAN:
      self->name = "plan";
      if (self->personal)
        add_plan (self);
      break;
    case UP_ENTRY_WHICH_WAY:
      self->name = "which-way";
      if (self->personal)
        add_which_way (self);
      break;
    case UP_ENTRY_NOTE:
    case UP_ENTRY_N_KINDS:
    default:
      self->name = "note";
      if (self->personal)
        add_comment (self, "note", g_strdup (up_entry_get_text (entry)));
    }
}

/**
 * up_export_xapi:
 * @entries: (element-type UpEntry): entries, newest first
 * @catalog: where their scenarios are
 * @personal: whether confidence and what the person wrote goes with it
 *
 * Says what was done as statements of the Experience API 1.0.3, the oldest first. The same entry always
 * gives statements of the same ids, so that a store that has them takes none twice.
 *
 * Returns: (transfer full): an array of statements as JSON, in UTF-8
 */
char *
up_export_xapi (GPtrArray *entries, UpCatalog *catalog, gboolean personal)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (UpExportScenarios) scenarios = NULL;
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *json;
  Export self = { .builder = builder, .catalog = catalog, .personal = personal };

  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  scenarios = up_export_scenarios_new (catalog);
  self.scenarios = scenarios;
  json_builder_begin_array (builder);
  for (guint i = entries->len; i-- > 0;)
    add_entry (&self, g_ptr_array_index (entries, i));
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json = g_string_new (NULL);
  json_generator_to_gstring (generator, json);
  g_string_append_c (json, '\n');

  return g_string_free (json, FALSE);
}
