/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-printouts.h"

#include "up-phrase-cards.h"
#include "up-print.h"

#include <glib/gi18n-lib.h>

static void
add (GPtrArray *printouts, UpCatalog *catalog, const char *title, GPtrArray *phrases)
{
  if (phrases->len > 0)
    up_printouts_add (printouts, title,
                      up_phrases_compose_cards (phrases, up_catalog_get_moves (catalog)));
}

/* In the library's language, else in any, or one of the person's own. */
static GPtrArray *
list_favourites (UpCatalog *catalog, UpJournal *journal, const char *language)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *languages = up_catalog_get_phrase_languages (catalog);
  g_auto (GStrv) ids = up_journal_list_favourites (journal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      UpEntry *own = up_journal_find_phrase (journal, ids[i]);
      UpPhrase *phrase = own != NULL ? up_entry_get_phrase (own)
                                     : up_catalog_find_phrase (catalog, language, ids[i]);

      for (guint j = 0; phrase == NULL && languages[j] != NULL; j++)
        phrase = up_catalog_find_phrase (catalog, languages[j], ids[i]);
      if (phrase != NULL)
        g_ptr_array_add (phrases, g_object_ref (phrase));
    }

  return phrases;
}

/**
 * up_phrase_printouts_new:
 * @catalog: the content
 * @journal: which phrases are favourites
 * @language: the BCP 47 tag of the library's language
 * @shown: (element-type UpPhrase): those that pass the search and the filters
 * @phrase: (nullable): the one that is read
 *
 * Returns: (transfer full) (element-type UpPrintout): the cards that can be printed: of the one that is
 *   read, of those shown, of the favourites; the whole library where there is none of these
 */
GPtrArray *
up_phrase_printouts_new (UpCatalog *catalog, UpJournal *journal, const char *language,
                         GPtrArray *shown, UpPhrase *phrase)
{
  GPtrArray *printouts = up_printouts_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) favourites = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (UP_IS_CATALOG (catalog), printouts);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), printouts);
  g_return_val_if_fail (shown != NULL, printouts);

  if (phrase != NULL)
    g_ptr_array_add (one, phrase);
  favourites = list_favourites (catalog, journal, language);
  add (printouts, catalog, _ ("This Phrase"), one);
  add (printouts, catalog, _ ("The Phrases Shown"), shown);
  add (printouts, catalog, _ ("Favourites"), favourites);

  if (printouts->len == 0)
    {
      GListModel *library = up_catalog_get_phrases (catalog, language);

      for (guint i = 0; i < g_list_model_get_n_items (library); i++)
        g_ptr_array_add (all, g_list_model_get_item (library, i));
      add (printouts, catalog, _ ("Phrases"), all);
    }

  return printouts;
}
