/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-views.h"

#include "up-content-label.h"
#include "up-dates.h"
#include "up-links.h"
#include "up-parts.h"
#include "up-plan-card.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/* What is told of a plan: what it says, and how one looked back on it. */

static const char *
get_outcome (UpPlanOutcome outcome)
{
  switch (outcome)
    {
    case UP_OUTCOME_CAME_UP:
      return _ ("It came up");
    case UP_OUTCOME_DID_NOT:
      return _ ("It did not come up");
    case UP_OUTCOME_LET_GO:
    case UP_OUTCOME_N:
    default:
      return _ ("Let go");
    }
}

static GtkWidget *
review_new (const UpReview *review)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *date = up_date_format (review->date);
  /* Translators: when one looked back on a plan, and what came of it: “23 November 2026 · It came up” */
  g_autofree char *head =
    g_strdup_printf (C_ ("review", "%s · %s"), date, get_outcome (review->outcome));
  GtkWidget *label = up_content_label_new ((UpText) { head, NULL }, "dimmed");
  GtkWidget *item;

  gtk_box_append (GTK_BOX (words), label);
  if (review->happened != NULL)
    gtk_box_append (GTK_BOX (words),
                    up_content_label_new ((UpText) { review->happened, NULL }, "paragraph"));
  if (review->next != NULL)
    {
      /* Translators: what somebody wrote that comes next */
      g_autofree char *next = g_strdup_printf (_ ("Next: %s"), review->next);

      gtk_box_append (GTK_BOX (words), up_content_label_new ((UpText) { next, NULL }, "paragraph"));
    }

  item = g_object_new (ADW_TYPE_BIN, "child", words, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);

  return item;
}

/* The newest first. */
static void
append_reviews (GtkBox *box, UpEntry *plan)
{
  guint n = up_entry_get_n_reviews (plan);
  GtkWidget *list;

  if (n == 0)
    return;

  list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Looked Back"), -1);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (list), review_new (up_entry_get_review (plan, n - 1 - i)));
  up_part_append (box, _ ("Looked Back"), list);
}

static void
append_scenario (GtkBox *box, UpEntry *plan, UpCatalog *catalog)
{
  const char *subject = up_entry_get_subject (plan);
  UpCard *card = subject != NULL ? up_catalog_find_card (catalog, subject) : NULL;
  GtkWidget *links;

  if (card == NULL)
    return;

  links = up_links_new (NULL);
  up_links_append (links,
                   up_link_new (up_ornament_new ("up-practice-symbolic"), up_card_get_title (card),
                                "win.open-scenario", g_variant_new_string (subject)));
  up_part_append (box, _ ("Made After"), links);
}

/**
 * up_plan_view_fill:
 * @box: an empty box
 * @plan: a plan
 * @catalog: where the scenario is that it was made after
 * @journal: where it is
 *
 * Fills @box with all that is known of the plan.
 */
void
up_plan_view_fill (GtkBox *box, UpEntry *plan, UpCatalog *catalog, UpJournal *journal)
{
  const char *id;
  GtkWidget *words, *buttons;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (UP_IS_ENTRY (plan));

  id = up_entry_get_id (plan);
  words = up_plan_words_new (plan, "lead");
  gtk_widget_add_css_class (words, "card");
  gtk_widget_add_css_class (words, "padded");
  gtk_box_append (box, words);

  buttons = up_part_buttons_new ();
  gtk_widget_set_margin_top (buttons, 0);
  if (up_entry_is_open (plan))
    {
      GtkWidget *look_back =
        up_part_button_append (buttons, _ ("Look Back"), "journal.look-back", id);

      gtk_widget_add_css_class (look_back, "suggested-action");
      up_part_button_append (buttons, _ ("Edit Plan"), "journal.edit-plan", id);
    }
  up_part_button_append (buttons, _ ("Erase This Plan"), "journal.erase", id);
  gtk_box_append (box, buttons);

  append_reviews (box, plan);
  append_scenario (box, plan, catalog);
}
