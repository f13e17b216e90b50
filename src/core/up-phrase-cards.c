/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-cards.h"

#include "up-digits.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>

static void
add_part (UpDocument *document, const char *heading, UpText text)
{
  if (!up_text_is_set (text))
    return;

  up_document_add_heading (document, 4, up_text_in_interface (heading));
  up_document_add_paragraph (document, text);
}

/* The sign never stands alone: what it means is said in words, beside the move. */
static void
add_move (UpDocument *document, UpPhrase *phrase, GListModel *moves)
{
  const char *lean = up_terms_get_title (UP_TERMS_LEAN, (int) up_phrase_get_lean (phrase));
  g_autofree char *line = g_strdup (lean);

  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i);

      if (g_strcmp0 (up_move_get_id (move), up_phrase_get_move (phrase)) == 0)
        {
          g_autofree char *title = up_quote_isolate (up_move_get_title (move).text);

          g_free (line);
          /* Translators: whether a phrase is for calling in or out, and its move: “Calling in ·
           * Asking what is meant”. */
          line = g_strdup_printf (_ ("%s · %s"), lean, title);
        }
    }

  up_document_add_dimmed (document, up_text_in_interface (line));
  up_document_sign (document, up_phrase_get_lean (phrase));
}

static void
add_card (UpDocument *document, UpPhrase *phrase, GListModel *moves)
{
  g_autofree char *words = up_phrase_fill (phrase, NULL);

  up_document_add_heading (document, 2, (UpText) { words, up_phrase_get_text (phrase).language });
  add_move (document, phrase, moves);
  add_part (document, _ ("Serves"), up_phrase_get_serves (phrase));
  add_part (document, _ ("Fails"), up_phrase_get_fails (phrase));
  if (up_phrase_get_review (phrase) == up_terms_parse (UP_TERMS_REVIEW, "unreviewed"))
    up_document_add_dimmed (document,
                            up_text_in_interface (_ ("Not yet read by a native speaker")));
}

/**
 * up_phrases_compose_cards:
 * @phrases: (element-type UpPhrase): phrases
 * @moves: a list model of #UpMove, for their titles
 *
 * Makes phrases ready for paper, each as a card to cut out: the phrase, its move, when it serves and
 * when it fails. What is to be filled in stands in square brackets.
 *
 * Returns: (transfer full): the document, in the order of @phrases
 */
UpDocument *
up_phrases_compose_cards (GPtrArray *phrases, GListModel *moves)
{
  UpDocument *document;
  const char *language = NULL;

  g_return_val_if_fail (phrases != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (moves), NULL);

  if (phrases->len > 0)
    language = up_phrase_get_text (g_ptr_array_index (phrases, 0)).language;

  /* Its language says on which side the first card stands. */
  document =
    up_document_new (_ ("Phrases"), language != NULL ? language : up_digits_get_language ());
  up_document_set_layout (document, UP_DOCUMENT_CARDS);
  for (guint i = 0; i < phrases->len; i++)
    add_card (document, g_ptr_array_index (phrases, i), moves);

  return document;
}
