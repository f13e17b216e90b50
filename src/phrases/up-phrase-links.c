/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-links.h"

#include "up-links.h"
#include "up-phrase-filter.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * up_phrase_link_new:
 * @phrase: a phrase
 * @target: its place in the phrases, after “phrase/”
 *
 * Returns: (transfer floating): a link to its page
 */
GtkWidget *
up_phrase_link_new (UpPhrase *phrase, const char *target)
{
  g_autofree char *words = NULL;
  GtkWidget *link;

  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);
  g_return_val_if_fail (target != NULL, NULL);

  words = up_phrase_to_display (phrase);
  link = up_link_new (up_sign_new (up_phrase_get_lean (phrase)),
                      (UpText) { words, up_phrase_get_text (phrase).language },
                      "phrases.show-phrase", g_variant_new_string (target));
  if (up_phrase_is_own (phrase))
    up_link_add_text (link, (UpText) { _ ("Own"), NULL }, "dimmed");

  return link;
}

static void
append (GtkWidget **links, UpPhrase *phrase, const char *move, UpPhrase *except)
{
  if (phrase == except || !g_str_equal (up_phrase_get_move (phrase), move))
    return;

  if (*links == NULL)
    *links = up_links_new (_ ("Phrases"));
  up_links_append (*links, up_phrase_link_new (phrase, up_phrase_get_id (phrase)));
}

/**
 * up_phrase_links_new:
 * @phrases: a list of #UpPhrase in one language
 * @journal: where one's own phrases are
 * @move: the id of a move
 * @except: (nullable): a phrase that is left out
 *
 * Returns: (transfer floating) (nullable): links to the phrases of the move, one's own of the language
 *   among them, or %NULL where there are none
 */
GtkWidget *
up_phrase_links_new (GListModel *phrases, UpJournal *journal, const char *move, UpPhrase *except)
{
  GListModel *entries;
  const char *language = NULL;
  GtkWidget *links = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (phrases), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (move != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (phrases); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (phrases, i);

      language = up_phrase_get_text (phrase).language;
      append (&links, phrase, move, except);
    }

  entries = up_journal_get_phrases (journal);
  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i - 1);
      UpPhrase *phrase = up_entry_get_phrase (entry);

      if (g_strcmp0 (up_phrase_get_text (phrase).language, language) == 0)
        append (&links, phrase, move, except);
    }

  return links;
}
