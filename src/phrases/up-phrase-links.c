/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-links.h"

#include "up-heading.h"
#include "up-links.h"
#include "up-phrase-filter.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * up_phrase_links_new:
 * @phrases: a list of #UpPhrase
 * @move: the id of a move
 * @except: (nullable): a phrase that is left out
 *
 * Returns: (transfer floating) (nullable): links to the phrases of the move, or %NULL where there
 *   are none
 */
GtkWidget *
up_phrase_links_new (GListModel *phrases, const char *move, UpPhrase *except)
{
  GtkWidget *links = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (phrases), NULL);
  g_return_val_if_fail (move != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (phrases); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (phrases, i);
      g_autofree char *words = NULL;

      if (phrase == except || !g_str_equal (up_phrase_get_move (phrase), move))
        continue;

      if (links == NULL)
        links = up_links_new (_ ("Phrases"));
      words = up_phrase_to_display (phrase);
      up_links_append (links, up_link_new (up_sign_new (up_phrase_get_lean (phrase)),
                                           (UpText) { words, up_phrase_get_text (phrase).language },
                                           "phrases.show-phrase",
                                           g_variant_new_string (up_phrase_get_id (phrase))));
    }

  return links;
}

/**
 * up_section_append:
 * @box: a page's sections
 * @title: the heading, in the interface's language
 * @content: (nullable): what stands below it
 *
 * Adds a titled section; nothing where there is nothing to show.
 */
void
up_section_append (GtkBox *box, const char *title, GtkWidget *content)
{
  GtkWidget *section;

  g_return_if_fail (GTK_IS_BOX (box));

  if (content == NULL)
    return;

  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, GTK_IS_LABEL (content) ? 3 : 12);
  gtk_box_append (GTK_BOX (section), up_heading_new ((UpText) { title, NULL }, 2, "heading"));
  gtk_box_append (GTK_BOX (section), content);
  gtk_box_append (box, section);
}

/**
 * up_section_clear:
 * @box: a page's sections
 *
 * Takes all of them away.
 */
void
up_section_clear (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
