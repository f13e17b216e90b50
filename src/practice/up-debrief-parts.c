/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-debrief-parts.h"

#include "up-considerations.h"
#include "up-content-label.h"
#include "up-digits.h"
#include "up-links.h"
#include "up-quote.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is looked back on after a run: the way that it took, what was weighed and left open on it,
 * and what can be read on. All of it is said in words: nothing is counted, ranked or scored. */

typedef guint (*CountConsiderations) (const UpChoice *choice);
typedef int (*GetConsideration) (const UpChoice *choice, guint i);

static GtkWidget *
list_new (const char *name, int spacing)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  spacing, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return list;
}

/* NULL where nothing is in it. */
static GtkWidget *
keep_filled (GtkWidget *list)
{
  if (gtk_widget_get_first_child (list) != NULL)
    return list;

  g_object_unref (g_object_ref_sink (list));

  return NULL;
}

static char *
format_number (guint number)
{
  /* Translators: the number of a step */
  return up_digits_in_interface (g_strdup_printf (C_ ("number of a step", "%u"), number));
}

/* What was said or done, in quotation marks where it was said. */
static char *
quote_choice (const UpChoice *choice)
{
  UpText text = up_choice_get_text (choice);

  return up_choice_is_speech (choice) ? up_quote (text) : g_strdup (text.text);
}

static GtkWidget *
way_sign_new (UpWay way)
{
  GtkWidget *sign = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *icon_name =
    g_strconcat ("up-way-", up_terms_get_id (UP_TERMS_WAY, way), "-symbolic", NULL);

  gtk_box_append (GTK_BOX (sign), up_ornament_new (icon_name));
  gtk_box_append (
    GTK_BOX (sign),
    up_content_label_new ((UpText) { up_terms_get_title (UP_TERMS_WAY, way), NULL }, NULL));
  gtk_widget_add_css_class (sign, "caption");
  gtk_widget_add_css_class (sign, "dimmed");

  return sign;
}

/* Of the same point on the way: the other choices that were made there. */
static void
append_tried (GtkBox *column, UpRun *run, const UpStep *step)
{
  const UpStep *parent = up_step_get_parent (step);
  const UpStep *other =
    parent != NULL ? up_step_get_first_child (parent) : up_run_get_first_step (run);

  for (; other != NULL; other = up_step_get_next (other))
    {
      g_autofree char *quoted = quote_choice (up_step_get_choice (other));
      g_autofree char *isolated = up_quote_isolate (quoted);
      g_autofree char *tried = NULL;
      GtkWidget *row, *label;

      if (other == step)
        continue;

      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      /* Translators: another choice that was made at the same decision */
      tried = g_strdup_printf (_ ("Tried too: %s"), isolated);
      label = up_content_label_new ((UpText) { tried, NULL }, NULL);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), up_ornament_new ("object-select-symbolic"));
      gtk_widget_set_valign (gtk_widget_get_first_child (row), GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), label);
      gtk_widget_add_css_class (row, "caption");
      gtk_widget_add_css_class (row, "dimmed");
      gtk_box_append (column, row);
    }
}

static GtkWidget *
again_button_new (const UpStep *step)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Try Another Way Here"));
  g_autofree char *quoted = quote_choice (up_step_get_choice (step));
  g_autofree char *isolated = up_quote_isolate (quoted);
  /* Translators: %s is what was said or done at the step, in quotation marks where it was said */
  g_autofree char *name = g_strdup_printf (_ ("Try another way here: %s"), isolated);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "aside");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", up_step_get_number (step));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "practice.go-before");
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
step_new (UpRun *run, const UpStep *step, guint number)
{
  const UpChoice *choice = up_step_get_choice (step);
  UpText where = up_scene_get_where (up_step_get_scene (step));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *digits = format_number (number);
  g_autofree char *quoted = quote_choice (choice);
  GtkWidget *number_label = gtk_label_new (digits);
  GtkWidget *words, *item;

  gtk_widget_add_css_class (number_label, "letter");
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), number_label);

  if (up_text_is_set (where))
    {
      GtkWidget *where_label = up_content_label_new (where, "caption");

      gtk_widget_add_css_class (where_label, "dimmed");
      gtk_box_append (GTK_BOX (column), where_label);
    }
  words =
    up_content_label_new ((UpText) { quoted, up_choice_get_text (choice).language }, "paragraph");
  gtk_box_append (GTK_BOX (column), words);
  gtk_box_append (GTK_BOX (column), way_sign_new (up_choice_get_way (choice)));

  if (up_step_get_notice (step) != NULL)
    {
      g_autofree char *isolated = up_quote_isolate (up_step_get_notice (step));
      /* Translators: what somebody noticed at a step, in their own words */
      g_autofree char *noticed = g_strdup_printf (_ ("Noticed: %s"), isolated);

      gtk_box_append (GTK_BOX (column), up_content_label_new ((UpText) { noticed, NULL }, NULL));
    }
  append_tried (GTK_BOX (column), run, step);
  gtk_box_append (GTK_BOX (column), again_button_new (step));

  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (row), column);

  item = g_object_new (ADW_TYPE_BIN, "child", row, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  number_label, words, NULL, -1);

  return item;
}

static GtkWidget *
ending_new (const UpScene *ending)
{
  UpText title = up_scene_get_ending_title (ending);
  g_autofree char *isolated = up_quote_isolate (title.text != NULL ? title.text : "");
  /* Translators: %s is the title of the ending that a scenario came to */
  g_autofree char *text = g_strdup_printf (_ ("Ending: %s"), isolated);
  GtkWidget *label = up_content_label_new ((UpText) { text, NULL }, "paragraph");
  GtkWidget *item = g_object_new (ADW_TYPE_BIN, "child", label, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);

  return item;
}

/**
 * up_debrief_path_new:
 * @run: a run that is at an ending
 *
 * Returns: (transfer floating): the steps on the way to the ending, and what it is called
 */
GtkWidget *
up_debrief_path_new (UpRun *run)
{
  g_autoptr (GPtrArray) way = NULL;
  GtkWidget *list;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (up_run_get_phase (run) == UP_PHASE_ENDING, NULL);

  list = list_new (_ ("The way taken"), 18);
  way = up_run_get_way (run);
  for (guint i = 0; i < way->len; i++)
    gtk_box_append (GTK_BOX (list), step_new (run, g_ptr_array_index (way, i), i + 1));
  gtk_box_append (GTK_BOX (list), ending_new (up_run_get_scene (run)));

  return list;
}

/* The numbers of the steps whose choices have the consideration; NULL where none has. */
static char *
find_steps (GPtrArray *way, CountConsiderations count, GetConsideration get, int value)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_null_terminated (way->len, g_free, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; i < way->len; i++)
    {
      const UpChoice *choice = up_step_get_choice (g_ptr_array_index (way, i));

      for (guint j = 0; j < count (choice); j++)
        if (get (choice, j) == value)
          {
            g_ptr_array_add (numbers, format_number (i + 1));
            break;
          }
    }
  if (numbers->len == 0)
    return NULL;

  /* Translators: between the numbers in a list of steps */
  list = g_strjoinv (C_ ("list of steps", ", "), (char **) numbers->pdata);

  /* Translators: %s is the number of a step, or a list of numbers */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Step %s", "Steps %s", numbers->len), list);
}

/* Each consideration once, with the steps that it came up in. */
static GtkWidget *
considerations_new (UpRun *run, const char *name, CountConsiderations count, GetConsideration get)
{
  g_autoptr (GPtrArray) way = up_run_get_way (run);
  GtkWidget *list = list_new (name, 6);

  for (guint value = 0; value < up_terms_get_length (UP_TERMS_CONSIDERATION); value++)
    {
      g_autofree char *steps = find_steps (way, count, get, (int) value);
      GtkWidget *row, *consideration, *steps_label, *item;

      if (steps == NULL)
        continue;

      row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, NULL);
      consideration = up_consideration_new ((int) value);
      steps_label = up_content_label_new ((UpText) { steps, NULL }, "dimmed");
      adw_wrap_box_append (ADW_WRAP_BOX (row), consideration);
      adw_wrap_box_append (ADW_WRAP_BOX (row), steps_label);

      item = g_object_new (ADW_TYPE_BIN, "child", row, "accessible-role",
                           GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      gtk_widget_get_last_child (consideration), steps_label, NULL,
                                      -1);
      gtk_box_append (GTK_BOX (list), item);
    }

  return keep_filled (list);
}

/**
 * up_debrief_weighed_new:
 * @run: a run
 *
 * Returns: (transfer floating) (nullable): what was weighed on the way to where the run is, or %NULL
 *   where nothing is said of that
 */
GtkWidget *
up_debrief_weighed_new (UpRun *run)
{
  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  return considerations_new (run, _ ("What was weighed"), up_choice_get_n_weighs,
                             up_choice_get_weighs);
}

/**
 * up_debrief_open_new:
 * @run: a run
 *
 * Returns: (transfer floating) (nullable): what was left open on the way to where the run is, or %NULL
 *   where nothing was; nothing is left open by somebody who was harmed
 */
GtkWidget *
up_debrief_open_new (UpRun *run)
{
  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  if (up_scenario_get_role (up_run_get_scenario (run)) == UP_ROLE_TARGET)
    return NULL;

  return considerations_new (run, _ ("What was left open"), up_choice_get_n_leaves_open,
                             up_choice_get_leaves_open);
}

/**
 * up_debrief_moves_new:
 * @run: a run
 * @catalog: the content
 *
 * Returns: (transfer floating) (nullable): links to the moves that were met on the way to where the run
 *   is, or %NULL where there were none
 */
GtkWidget *
up_debrief_moves_new (UpRun *run, UpCatalog *catalog)
{
  g_autoptr (GPtrArray) way = NULL;
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
  GtkWidget *links;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  links = up_links_new (_ ("Moves met"));
  way = up_run_get_way (run);
  for (guint i = 0; i < way->len; i++)
    {
      const UpChoice *choice = up_step_get_choice (g_ptr_array_index (way, i));

      for (guint j = 0; j < up_choice_get_n_moves (choice); j++)
        {
          const char *id = up_choice_get_move (choice, j);
          UpMove *move = up_catalog_find_move (catalog, id);

          if (move == NULL || g_ptr_array_find (met, move, NULL))
            continue;

          g_ptr_array_add (met, move);
          up_links_append (links, up_link_new (up_sign_new (up_move_get_lean (move)),
                                               up_move_get_title (move), "win.show-move",
                                               g_variant_new_string (id)));
        }
    }

  return keep_filled (links);
}

/**
 * up_debrief_points_new:
 * @run: a run
 * @catalog: the content
 *
 * Returns: (transfer floating) (nullable): links to the points of the guide that were met on the way to
 *   where the run is, one a chapter, or %NULL where there were none
 */
GtkWidget *
up_debrief_points_new (UpRun *run, UpCatalog *catalog)
{
  g_autoptr (GPtrArray) way = NULL;
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
  GtkWidget *links;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  links = up_links_new (_ ("In the Guide"));
  way = up_run_get_way (run);
  for (guint i = 0; i < way->len; i++)
    {
      const UpChoice *choice = up_step_get_choice (g_ptr_array_index (way, i));

      for (guint j = 0; j < up_choice_get_n_points (choice); j++)
        {
          const char *id = up_choice_get_point (choice, j);
          const UpBlock *block;
          UpChapter *chapter = up_guide_find_point (up_catalog_get_guide (catalog), id, &block);

          /* Two points of a chapter would be two links that read the same. */
          if (chapter == NULL || g_ptr_array_find (met, chapter, NULL))
            continue;

          g_ptr_array_add (met, chapter);
          up_links_append (links, up_link_new (up_ornament_new ("up-guide-symbolic"),
                                               up_chapter_get_title (chapter), "win.show-point",
                                               g_variant_new_string (id)));
        }
    }

  return keep_filled (links);
}
