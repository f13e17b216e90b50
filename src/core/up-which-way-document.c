/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-which-way-card.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

static void
add_way (UpDocument *document, const UpWayAdvice *way)
{
  up_document_add_heading (document, 2, way->title);
  switch (up_terms_parse (UP_TERMS_WAY, way->id))
    {
    case UP_WAY_CALL_IN:
      up_document_sign (document, UP_LEAN_IN);
      break;
    case UP_WAY_CALL_OUT:
      up_document_sign (document, UP_LEAN_OUT);
      break;
    default:
      break;
    }
}

static void
add_reasons (UpDocument *document, UpWeighing *weighing, guint advice, UpReasonKind kind,
             const char *title)
{
  guint n = up_weighing_get_n_reasons (weighing, advice, kind);

  if (n == 0)
    return;

  up_document_add_dimmed (document, up_text_in_interface (title));
  for (guint i = 0; i < n; i++)
    up_document_add_item (document, 0, up_weighing_get_reason (weighing, advice, kind, i)->because);
}

/* What was answered, question by question. */
static void
add_answers (UpDocument *document, UpWhichWay *which_way, UpWayAnswers answers)
{
  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      const UpWayQuestion *question = up_which_way_get_question (which_way, i);

      if (answers.chosen[i] == 0)
        continue;

      up_document_add_dimmed (document, question->title);
      up_document_add_paragraph (document, question->answers[answers.chosen[i] - 1].title);
    }
}

static void
add_emergency (UpDocument *document, UpWhichWay *which_way)
{
  const UpWayEmergency *emergency = up_which_way_get_emergency (which_way);

  up_document_add_heading (document, 2, emergency->title);
  for (guint i = 0; i < emergency->n_paragraphs; i++)
    up_document_add_paragraph (document, emergency->paragraphs[i]);
}

static void
add_phrases (UpDocument *document, GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      UpPhrase *phrase = g_ptr_array_index (phrases, i);
      UpText text = up_phrase_get_text (phrase);
      g_autofree char *filled = up_phrase_fill (phrase, NULL);

      up_document_add_quotation (document, (UpText) { filled, text.language });
    }
}

static void
add_weighing (UpDocument *document, UpCatalog *catalog, UpWeighing *weighing)
{
  UpWhichWay *which_way = up_weighing_get_which_way (weighing);
  g_autoptr (GPtrArray) phrases = up_which_way_pick_phrases (catalog, weighing);

  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    {
      const UpWayAdvice *way = up_which_way_get_advice (which_way, i);

      add_way (document, way);
      add_reasons (document, weighing, i, UP_REASON_RULES_OUT, _ ("Not Safe as Things Stand"));
      add_reasons (document, weighing, i, UP_REASON_FOR, _ ("What Speaks for It"));
      add_reasons (document, weighing, i, UP_REASON_AGAINST, _ ("What Speaks Against It"));
      add_phrases (document, g_ptr_array_index (phrases, i));
    }
}

/* All that can be answered, and every way with lines to write on. */
static void
add_form (UpDocument *document, UpWhichWay *which_way)
{
  up_document_set_aside (document, TRUE);
  add_emergency (document, which_way);
  up_document_set_aside (document, FALSE);

  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      const UpWayQuestion *question = up_which_way_get_question (which_way, i);

      up_document_add_heading (document, 3, question->title);
      if (up_text_is_set (question->text))
        up_document_add_dimmed (document, question->text);
      for (guint j = 0; j < question->n_answers; j++)
        up_document_add_item (document, 0, question->answers[j].title);
    }

  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    {
      const UpWayAdvice *way = up_which_way_get_advice (which_way, i);

      add_way (document, way);
      up_document_add_paragraph (document, way->text);
      up_document_add_dimmed (document, up_text_in_interface (_ ("What Speaks for It")));
      up_document_add_rule (document);
      up_document_add_dimmed (document, up_text_in_interface (_ ("What Speaks Against It")));
      up_document_add_rule (document);
    }
}

/**
 * up_which_way_compose_document:
 * @catalog: the content
 * @answers: what a person answered
 *
 * Puts “Which way?” on one sheet of paper: what was answered, and what it says for and against each way,
 * with phrases. Where nothing is answered, it is a form for a room: all questions and all ways.
 *
 * Returns: (transfer full): a document for one page
 */
UpDocument *
up_which_way_compose_document (UpCatalog *catalog, UpWayAnswers answers)
{
  UpWhichWay *which_way;
  g_autoptr (UpWeighing) weighing = NULL;
  UpDocument *document;
  UpText title, outro;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  which_way = up_catalog_get_which_way (catalog);
  weighing = up_which_way_weigh (which_way, answers);
  title = up_which_way_get_title (which_way);
  outro = up_which_way_get_outro (which_way);

  document = up_document_new (title.text, title.language);
  up_document_set_layout (document, UP_DOCUMENT_ONE_PAGE);
  for (guint i = 0; i < up_which_way_get_n_intro (which_way); i++)
    up_document_add_dimmed (document, up_which_way_get_intro (which_way, i));

  if (up_way_answers_count (answers) == 0)
    {
      add_form (document, which_way);
    }
  else
    {
      if (up_weighing_is_emergency (weighing))
        add_emergency (document, which_way);
      up_document_add_heading (document, 2, up_text_in_interface (_ ("What Was Answered")));
      add_answers (document, which_way, answers);
      if (!up_weighing_is_emergency (weighing))
        add_weighing (document, catalog, weighing);
    }
  if (up_text_is_set (outro) && !up_weighing_is_emergency (weighing))
    up_document_add_paragraph (document, outro);

  return document;
}
