/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-export-private.h"

#include "up-dates.h"
#include "up-digits.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>

/* A page to read: headings are in the interface's language, all else in its own. */

typedef struct
{
  UpDocument *document;
  UpCatalog *catalog;
  UpExportScenarios *scenarios;
  gboolean personal;
} Page;

static UpText
own_words (const char *text)
{
  return (UpText) { text, NULL };
}

static void
add_heading (Page *self, const char *text)
{
  up_document_add_heading (self->document, 4, up_text_in_interface (text));
}

static void
add_quotation (Page *self, const char *heading, const char *words)
{
  if (words == NULL || *words == '\0')
    return;

  add_heading (self, heading);
  up_document_add_quotation (self->document, own_words (words));
}

static char *
describe_minutes (UpEntry *attempt)
{
  guint minutes = up_entry_get_minutes (attempt);

  if (minutes == 0)
    return g_strdup (_ ("Attempt"));

  /* Translators: that something was an attempt at a scenario, and how long it took */
  return up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Attempt · %u minute", "Attempt · %u minutes", minutes),
    minutes));
}

static void
add_step (Page *self, const UpStep *step, guint number)
{
  const UpChoice *choice = up_step_get_choice (step);
  UpText text = up_choice_get_text (choice);
  g_autofree char *quoted = up_choice_is_speech (choice) ? up_quote (text) : NULL;
  const char *way = up_terms_get_title (UP_TERMS_WAY, up_choice_get_way (choice));

  if (quoted != NULL)
    text.text = quoted;

  up_document_add_item (self->document, number, text);
  up_document_set_in_item (self->document, TRUE);
  up_document_add_dimmed (self->document, up_text_in_interface (way));
  if (self->personal && up_step_get_notice (step) != NULL)
    up_document_add_quotation (self->document, own_words (up_step_get_notice (step)));
  up_document_set_in_item (self->document, FALSE);
}

/* The way that led to the ending, and what else was tried. */
static void
add_steps (Page *self, UpRun *run)
{
  g_autoptr (GPtrArray) way = up_run_get_way (run);
  g_autoptr (GPtrArray) steps = up_export_list_steps (run);
  gboolean tried = FALSE;

  if (way->len > 0)
    add_heading (self, _ ("The Way Taken"));
  for (guint i = 0; i < way->len; i++)
    add_step (self, g_ptr_array_index (way, i), i + 1);

  for (guint i = 0; i < steps->len; i++)
    {
      if (g_ptr_array_find (way, g_ptr_array_index (steps, i), NULL))
        continue;
      if (!tried)
        add_heading (self, _ ("Also Tried"));
      tried = TRUE;
      add_step (self, g_ptr_array_index (steps, i), 0);
    }
}

static void
add_confidence (Page *self, UpEntry *attempt)
{
  const char *const times[] = {
    [UP_CONFIDENCE_BEFORE] = _ ("Before"), [UP_CONFIDENCE_AFTER] = _ ("After")
  };
  gboolean said = FALSE;

  for (UpConfidenceTime when = 0; when < UP_CONFIDENCE_N_TIMES; when++)
    {
      guint step = up_entry_get_confidence (attempt, when);
      g_autofree char *line = NULL;

      if (step == 0)
        continue;
      if (!said)
        add_heading (self, _ ("Confidence"));
      said = TRUE;
      /* Translators: how sure somebody felt at some time: “Before: a little” */
      line = g_strdup_printf (_ ("%s: %s"), times[when],
                              up_terms_get_title (UP_TERMS_CONFIDENCE, (int) step - 1));
      up_document_add_paragraph (self->document, up_text_in_interface (line));
    }
}

static void
add_answers (Page *self, UpEntry *attempt, UpScenario *scenario)
{
  gboolean answered = FALSE;

  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    {
      const char *answer = up_entry_get_answer (attempt, i);

      if (answer == NULL)
        continue;
      if (!answered)
        add_heading (self, _ ("Thought About"));
      answered = TRUE;
      if (scenario != NULL && i < up_scenario_get_n_questions (scenario))
        up_document_add_dimmed (self->document, up_scenario_get_question (scenario, i));
      up_document_add_quotation (self->document, own_words (answer));
    }
}

/* Titles are those of then, as the journal shows them. */
static void
add_title (Page *self, UpEntry *entry)
{
  UpText title = { up_entry_get_title (entry), up_entry_get_language (entry) };

  if (!up_text_is_set (title))
    title = own_words (up_entry_get_subject (entry));
  if (up_text_is_set (title))
    up_document_add_heading (self->document, 3, title);
}

static void
add_attempt (Page *self, UpEntry *attempt)
{
  UpScenario *scenario = up_export_scenarios_find (self->scenarios, up_entry_get_subject (attempt));
  g_autofree char *minutes = describe_minutes (attempt);
  UpText ending = { up_entry_get_ending_title (attempt), up_entry_get_language (attempt) };
  gboolean changed = FALSE;
  g_autoptr (UpRun) run = up_export_scenarios_load (self->scenarios, attempt, &changed);

  add_title (self, attempt);
  up_document_add_dimmed (self->document, up_text_in_interface (minutes));
  if (changed)
    up_document_add_dimmed (
      self->document,
      up_text_in_interface (
        _ ("The scenario has changed since then. The steps that still exist in it are shown.")));
  if (up_text_is_set (ending))
    {
      add_heading (self, _ ("Where It Ended"));
      up_document_add_paragraph (self->document, ending);
    }
  if (run != NULL)
    add_steps (self, run);

  if (!self->personal)
    return;

  add_confidence (self, attempt);
  add_quotation (self, _ ("In Own Words"), up_entry_get_words (attempt));
  add_answers (self, attempt, scenario);
}

static void
add_moment (Page *self, UpEntry *moment)
{
  add_title (self, moment);
  up_document_add_dimmed (self->document, up_text_in_interface (_ ("Moment")));
  if (self->personal)
    add_quotation (self, _ ("In Own Words"), up_entry_get_text (moment));
}

static void
add_review (Page *self, const UpReview *review)
{
  const char *const outcomes[] = {
    [UP_OUTCOME_CAME_UP] = _ ("It came up"),
    [UP_OUTCOME_DID_NOT] = _ ("It did not come up"),
    [UP_OUTCOME_LET_GO] = _ ("Let go"),
  };
  g_autofree char *date = up_date_format (review->date);
  /* Translators: when one looked back on a plan, and what came of it: “23 November 2026 · It came up” */
  g_autofree char *head =
    g_strdup_printf (C_ ("review", "%s · %s"), date, outcomes[review->outcome]);

  up_document_add_dimmed (self->document, up_text_in_interface (head));
  up_document_add_quotation (self->document, own_words (review->happened));
  if (review->next != NULL)
    {
      up_document_add_dimmed (self->document, up_text_in_interface (_ ("What next?")));
      up_document_add_quotation (self->document, own_words (review->next));
    }
}

static void
add_plan (Page *self, UpEntry *plan)
{
  const char *when = up_entry_get_when (plan);
  const char *then = up_entry_get_then (plan);
  g_autofree char *if_part = up_quote_isolate (when != NULL ? when : "");
  g_autofree char *then_part = up_quote_isolate (then != NULL ? then : "");
  g_autofree char *sentence = g_strdup_printf (_ ("If %s – then %s"), if_part, then_part);

  up_document_add_heading (self->document, 3, up_text_in_interface (_ ("Plan")));
  up_document_add_paragraph (self->document, up_text_in_interface (sentence));
  if (up_entry_get_n_reviews (plan) > 0)
    add_heading (self, _ ("Looked Back"));
  for (guint i = 0; i < up_entry_get_n_reviews (plan); i++)
    add_review (self, up_entry_get_review (plan, i));
}

static void
add_note (Page *self, UpEntry *note)
{
  const char *title = up_entry_get_title (note);

  if (title != NULL && *title != '\0')
    up_document_add_heading (self->document, 3, own_words (title));
  else
    up_document_add_heading (self->document, 3, up_text_in_interface (_ ("Note")));
  up_document_add_paragraph (self->document, own_words (up_entry_get_text (note)));
}

static void
add_which_way (Page *self, UpEntry *entry)
{
  UpWhichWay *which_way = up_catalog_get_which_way (self->catalog);
  UpWayAnswers answers = up_which_way_parse_answers (which_way, up_entry_get_chosen (entry));

  add_title (self, entry);
  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      const UpWayQuestion *question = up_which_way_get_question (which_way, i);

      if (answers.chosen[i] == 0)
        continue;
      up_document_add_dimmed (self->document, question->title);
      up_document_add_paragraph (self->document, question->answers[answers.chosen[i] - 1].title);
    }
  add_quotation (self, _ ("In Own Words"), up_entry_get_text (entry));
}

static void
add_entry (Page *self, UpEntry *entry)
{
  switch (up_entry_get_kind (entry))
    {
    case UP_ENTRY_ATTEMPT:
      add_attempt (self, entry);
      break;
    case UP_ENTRY_MOMENT:
      add_moment (self, entry);
      break;
    case UP_ENTRY_PLAN:
      add_plan (self, entry);
      break;
    case UP_ENTRY_WHICH_WAY:
      add_which_way (self, entry);
      break;
    case UP_ENTRY_NOTE:
    case UP_ENTRY_N_KINDS:
    default:
      add_note (self, entry);
    }
}

/* All else is nothing but what a person thought. */
static gboolean
is_shown (Page *self, UpEntry *entry)
{
  return self->personal || up_entry_get_kind (entry) == UP_ENTRY_ATTEMPT ||
         up_entry_get_kind (entry) == UP_ENTRY_MOMENT;
}

/**
 * up_export_page:
 * @entries: (element-type UpEntry): entries, newest first
 * @catalog: where their scenarios are
 * @personal: whether confidence and what the person wrote goes with it
 *
 * Tells what was done day by day, the newest first as in the journal.
 *
 * Returns: (transfer full): a document, for a file of Markdown or for paper
 */
UpDocument *
up_export_page (GPtrArray *entries, UpCatalog *catalog, gboolean personal)
{
  g_autofree char *day = NULL;
  g_autoptr (UpExportScenarios) scenarios = NULL;
  Page self = { .catalog = catalog, .personal = personal };

  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  scenarios = up_export_scenarios_new (catalog);
  self.scenarios = scenarios;
  self.document = up_document_new (_ ("Practice Journal"), up_digits_get_language ());

  for (guint i = 0; i < entries->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (entries, i);
      gint64 date = up_entry_get_date (entry);
      g_autofree char *formatted = NULL;

      if (!is_shown (&self, entry))
        continue;
      formatted = date != 0 ? up_date_format (date) : g_strdup (_ ("Without a Date"));
      if (g_set_str (&day, formatted))
        up_document_add_heading (self.document, 2, up_text_in_interface (day));
      add_entry (&self, entry);
    }

  return self.document;
}
