/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-views.h"

#include "up-content-label.h"
#include "up-digits.h"
#include "up-em.h"
#include "up-links.h"
#include "up-map-list.h"
#include "up-map.h"
#include "up-parts.h"
#include "up-plan-card.h"
#include "up-quote.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/* As much of the map as is seen at once. */
#define MAP_HEIGHT_IN_EM 22

/* What is told of an attempt. The scenario is told as the catalogue has it now; what of it is gone is
 * said and left out. */

static void
append_ending (GtkBox *box, UpEntry *attempt, UpScenario *scenario)
{
  const char *id = up_entry_get_ending (attempt);
  const UpScene *scene =
    scenario != NULL && id != NULL ? up_scenario_find_scene (scenario, id) : NULL;
  UpText title = { up_entry_get_ending_title (attempt), up_entry_get_language (attempt) };

  if (scene != NULL && up_scene_get_kind (scene) == UP_SCENE_ENDING)
    title = up_scene_get_ending_title (scene);
  up_part_append_text (box, _ ("Where It Ended"), title);
}

static char *
describe_confidence (const char *time, guint step)
{
  /* Translators: how sure somebody felt at some time: “Before: a little” */
  return g_strdup_printf (_ ("%s: %s"), time,
                          up_terms_get_title (UP_TERMS_CONFIDENCE, (int) step - 1));
}

static void
append_confidence (GtkBox *box, UpEntry *attempt)
{
  const struct
  {
    UpConfidenceTime when;
    const char *title;
  } times[] = { { UP_CONFIDENCE_BEFORE, _ ("Before") }, { UP_CONFIDENCE_AFTER, _ ("After") } };
  GtkWidget *lines = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      guint step = up_entry_get_confidence (attempt, times[i].when);
      g_autofree char *line = NULL;

      if (step == 0)
        continue;
      if (lines == NULL)
        lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      line = describe_confidence (times[i].title, step);
      gtk_box_append (GTK_BOX (lines), up_content_label_new ((UpText) { line, NULL }, NULL));
    }

  if (lines != NULL)
    up_part_append (box, _ ("Confidence"), lines);
}

static GtkWidget *
step_new (const UpStep *step, guint number)
{
  const UpChoice *choice = up_step_get_choice (step);
  UpWay way = up_choice_get_way (choice);
  UpText text = up_choice_get_text (choice);
  g_autofree char *quoted = up_choice_is_speech (choice) ? up_quote (text) : NULL;
  g_autofree char *icon_name =
    g_strconcat ("up-way-", up_terms_get_id (UP_TERMS_WAY, way), "-symbolic", NULL);
  /* Translators: the number of a step */
  g_autofree char *digits =
    up_digits_in_interface (g_strdup_printf (C_ ("number of a step", "%u"), number));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *sign = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number_label = gtk_label_new (digits);
  GtkWidget *words, *item;

  if (quoted != NULL)
    text.text = quoted;
  words = up_content_label_new (text, "paragraph");

  gtk_widget_add_css_class (number_label, "letter");
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), number_label);

  gtk_box_append (GTK_BOX (sign), up_ornament_new (icon_name));
  gtk_box_append (
    GTK_BOX (sign),
    up_content_label_new ((UpText) { up_terms_get_title (UP_TERMS_WAY, way), NULL }, NULL));
  gtk_widget_add_css_class (sign, "caption");
  gtk_widget_add_css_class (sign, "dimmed");

  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), words);
  gtk_box_append (GTK_BOX (column), sign);
  if (up_step_get_notice (step) != NULL)
    {
      g_autofree char *isolated = up_quote_isolate (up_step_get_notice (step));
      /* Translators: what somebody noticed at a step, in their own words */
      g_autofree char *noticed = g_strdup_printf (_ ("Noticed: %s"), isolated);

      gtk_box_append (GTK_BOX (column), up_content_label_new ((UpText) { noticed, NULL }, NULL));
    }
  gtk_box_append (GTK_BOX (row), column);

  item = g_object_new (ADW_TYPE_BIN, "child", row, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  number_label, words, NULL, -1);

  return item;
}

static void
append_way (GtkBox *box, UpRun *run)
{
  g_autoptr (GPtrArray) way = up_run_get_way (run);
  GtkWidget *list;

  if (way->len == 0)
    return;

  list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Way Taken"), -1);
  for (guint i = 0; i < way->len; i++)
    gtk_box_append (GTK_BOX (list), step_new (g_ptr_array_index (way, i), i + 1));
  up_part_append (box, _ ("The Way Taken"), list);
}

/* All ways that were tried, drawn, and the same as a list for whoever would rather read. */
static void
append_map (GtkBox *box, UpRun *run)
{
  GtkWidget *map, *window, *list, *toggle, *both;

  if (up_run_get_n_steps (run) == 0)
    return;

  map = up_map_new ();
  up_map_set_read_only (UP_MAP (map), TRUE);
  up_map_set_run (UP_MAP (map), run);
  window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", map, "height-request",
                         up_em_to_pixels (GTK_WIDGET (box), MAP_HEIGHT_IN_EM), "overflow",
                         GTK_OVERFLOW_HIDDEN, NULL);
  gtk_widget_add_css_class (window, "card");

  list = up_map_list_new ();
  up_map_list_set_read_only (UP_MAP_LIST (list), TRUE);
  up_map_list_set_run (UP_MAP_LIST (list), run);
  gtk_widget_set_visible (list, FALSE);

  toggle = gtk_toggle_button_new_with_label (_ ("As a List"));
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  gtk_widget_add_css_class (toggle, "chip");
  g_object_bind_property (toggle, "active", list, "visible", G_BINDING_DEFAULT);
  g_object_bind_property (toggle, "active", window, "visible", G_BINDING_INVERT_BOOLEAN);

  both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (both), toggle);
  gtk_box_append (GTK_BOX (both), window);
  gtk_box_append (GTK_BOX (both), list);
  up_part_append (box, _ ("All Ways Tried"), both);
}

static void
append_answers (GtkBox *box, UpEntry *attempt, UpScenario *scenario)
{
  GtkWidget *answers = NULL;

  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    {
      const char *answer = up_entry_get_answer (attempt, i);

      if (answer == NULL)
        continue;
      if (answers == NULL)
        answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      if (scenario != NULL && i < up_scenario_get_n_questions (scenario))
        gtk_box_append (GTK_BOX (answers),
                        up_content_label_new (up_scenario_get_question (scenario, i), "dimmed"));
      gtk_box_append (GTK_BOX (answers),
                      up_content_label_new ((UpText) { answer, NULL }, "paragraph"));
    }

  if (answers != NULL)
    up_part_append (box, _ ("Thought About"), answers);
}

static void
append_plans (GtkBox *box, UpEntry *attempt, UpJournal *journal)
{
  GListModel *entries = up_journal_get_entries (journal);
  GtkWidget *links = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UpEntry) plan = g_list_model_get_item (entries, i);

      if (up_entry_get_kind (plan) != UP_ENTRY_PLAN ||
          g_strcmp0 (up_entry_get_subject (plan), up_entry_get_subject (attempt)) != 0)
        continue;
      if (links == NULL)
        links = up_links_new (_ ("Plans from This Scenario"));
      up_links_append (links, up_plan_link_new (plan));
    }

  if (links != NULL)
    up_part_append (box, _ ("Plans from This Scenario"), links);
}

static const char *
find_flaw (UpScenario *scenario, UpRun *run, gboolean changed)
{
  if (scenario == NULL)
    return _ (
      "This scenario is no longer part of the collection, so its steps cannot be shown. What was "
      "written about it is still here.");
  if (run == NULL)
    return _ ("The steps of this attempt cannot be read. What was written about it is still here.");
  if (changed)
    return _ ("The scenario has changed since then. The steps that still exist in it are shown.");

  return NULL;
}

/**
 * up_attempt_view_fill:
 * @box: an empty box
 * @attempt: an attempt
 * @catalog: where its scenario is
 * @journal: where its plans are
 *
 * Fills @box with all that is known of the attempt.
 */
void
up_attempt_view_fill (GtkBox *box, UpEntry *attempt, UpCatalog *catalog, UpJournal *journal)
{
  const char *subject;
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (JsonNode) saved = NULL;
  g_autoptr (UpRun) run = NULL;
  gboolean changed = FALSE;
  const char *flaw;
  GtkWidget *buttons;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (UP_IS_ENTRY (attempt));

  subject = up_entry_get_subject (attempt);
  if (subject != NULL && up_catalog_find_card (catalog, subject) != NULL)
    scenario = up_catalog_load_scenario (catalog, subject, NULL);
  saved = up_entry_load_run (attempt);
  if (scenario != NULL && saved != NULL)
    run = up_run_load (scenario, saved, &changed, NULL);

  flaw = find_flaw (scenario, run, changed);
  if (flaw != NULL)
    gtk_box_append (box, up_part_note_new (flaw));

  append_ending (box, attempt, scenario);
  append_confidence (box, attempt);
  if (run != NULL)
    {
      append_way (box, run);
      append_map (box, run);
    }
  up_part_append_text (box, _ ("In Own Words"), (UpText) { up_entry_get_words (attempt), NULL });
  append_answers (box, attempt, scenario);
  append_plans (box, attempt, journal);

  buttons = up_part_buttons_new ();
  if (scenario != NULL)
    up_part_button_append (buttons, _ ("Open the Scenario"), "win.open-scenario", subject);
  up_part_button_append (buttons, _ ("Export This Attempt…"), "journal.export-entry",
                         up_entry_get_id (attempt));
  up_part_button_append (buttons, _ ("Erase This Attempt"), "journal.erase",
                         up_entry_get_id (attempt));
  gtk_box_append (box, buttons);
}
