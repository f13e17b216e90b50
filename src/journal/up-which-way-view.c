/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-views.h"

#include "up-content-label.h"
#include "up-parts.h"

#include <glib/gi18n-lib.h>

/* What is told of answers to “Which way?” that were kept. */

static GtkWidget *
answers_new (UpWhichWay *which_way, UpWayAnswers answers)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  9, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      const UpWayQuestion *question = up_which_way_get_question (which_way, i);
      GtkWidget *item;

      if (answers.chosen[i] == 0)
        continue;

      item = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                           GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      gtk_box_append (GTK_BOX (item), up_content_label_new (question->title, "dimmed"));
      gtk_box_append (
        GTK_BOX (item),
        up_content_label_new (question->answers[answers.chosen[i] - 1].title, "paragraph"));
      gtk_box_append (GTK_BOX (list), item);
    }

  return list;
}

/**
 * up_which_way_view_fill:
 * @box: an empty box
 * @entry: answers to “Which way?”
 * @catalog: where the questions are
 * @journal: where the answers are remembered
 *
 * Fills @box with the answers; what they say for and against each way stands where one gave them.
 */
void
up_which_way_view_fill (GtkBox *box, UpEntry *entry, UpCatalog *catalog, UpJournal *journal)
{
  UpWhichWay *which_way;
  UpWayAnswers answers;
  GtkWidget *buttons;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (UP_IS_ENTRY (entry));

  which_way = up_catalog_get_which_way (catalog);
  answers = up_which_way_parse_answers (which_way, up_entry_get_chosen (entry));
  up_part_append_text (box, _ ("In Own Words"), (UpText) { up_entry_get_text (entry), NULL });
  up_part_append (box, _ ("What Was Answered"), answers_new (which_way, answers));

  buttons = up_part_buttons_new ();
  up_part_button_append (buttons, _ ("See What It Says"), "win.reopen-which-way",
                         up_entry_get_id (entry));
  up_part_button_append (buttons, _ ("Erase This Entry"), "journal.erase", up_entry_get_id (entry));
  gtk_box_append (box, buttons);
}
