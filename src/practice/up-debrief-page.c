/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-debrief-page.h"

#include "up-column.h"
#include "up-confidence-row.h"
#include "up-content-label.h"
#include "up-debrief-parts.h"
#include "up-focus.h"
#include "up-heading.h"
#include "up-plan-editor.h"
#include "up-text-area.h"

#include <glib/gi18n-lib.h>

/**
 * UpDebriefPage:
 *
 * Looks back on a run that came to an ending: the way it took, what was weighed on it, three questions
 * with room for notes, how sure one feels, and one plan. What is said here belongs to the run, and the
 * journal keeps it with the attempt.
 */
struct _UpDebriefPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *title_label;
  GtkLabel *scenario_label;
  AdwBin *path_bin;
  GtkWidget *weighed_box;
  AdwBin *weighed_bin;
  GtkWidget *open_box;
  AdwBin *open_bin;
  GtkWidget *moves_box;
  AdwBin *moves_bin;
  GtkWidget *points_box;
  AdwBin *points_bin;
  GtkBox *questions_box;
  GtkWidget *questions_hint;
  GtkLabel *before_label;
  UpConfidenceRow *confidence_row;
  UpPlanEditor *plan_editor;

  UpCatalog *catalog;
  UpJournal *journal;
  UpRun *run;
  guint save_id; /* 0: all that was said is in the journal */
  gboolean is_focus_owed;
};

G_DEFINE_FINAL_TYPE (UpDebriefPage, up_debrief_page, ADW_TYPE_NAVIGATION_PAGE)

/* In milliseconds: how long what was typed may wait, so that not every key writes all of the run. */
#define SAVE_INTERVAL 800

/* The run may have gone on elsewhere, such as to another way. */
static void
save (UpDebriefPage *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);

  up_journal_keep_run (self->journal, self->run);
  if (up_run_get_phase (self->run) == UP_PHASE_ENDING)
    up_journal_finish_run (self->journal, self->run);
}

static void
save_now (UpDebriefPage *self)
{
  if (self->save_id != 0)
    save (self);
}

static void
save_soon (UpDebriefPage *self)
{
  if (self->save_id == 0)
    self->save_id = g_timeout_add_once (SAVE_INTERVAL, (GSourceOnceFunc) save, self);
}

static void
on_answer_changed (UpTextArea *area, UpDebriefPage *self)
{
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "question"));
  g_autofree char *text = up_text_area_get_text (area);

  up_run_set_answer (self->run, question, text);
  save_soon (self);
}

static void
on_step_changed (UpDebriefPage *self)
{
  guint step = up_confidence_row_get_step (self->confidence_row);

  if (self->run == NULL || up_run_get_confidence (self->run, UP_CONFIDENCE_AFTER) == step)
    return;

  up_run_set_confidence (self->run, UP_CONFIDENCE_AFTER, step);
  save_soon (self);
}

/* Takes @content, and hides the part where there is none. */
static void
fill_part (GtkWidget *box, AdwBin *bin, GtkWidget *content)
{
  adw_bin_set_child (bin, content);
  gtk_widget_set_visible (box, content != NULL);
}

static void
fill_questions (UpDebriefPage *self)
{
  UpScenario *scenario = up_run_get_scenario (self->run);
  guint n = MIN (up_scenario_get_n_questions (scenario), UP_RUN_N_QUESTIONS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions_box))) != NULL)
    gtk_box_remove (self->questions_box, child);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *label = up_content_label_new (up_scenario_get_question (scenario, i), "paragraph");
      GtkWidget *area = up_text_area_new ();

      gtk_widget_set_size_request (area, -1, 66);
      up_text_area_set_label (UP_TEXT_AREA (area), label, self->questions_hint);
      up_text_area_set_text (UP_TEXT_AREA (area), up_run_get_answer (self->run, i));
      g_object_set_data (G_OBJECT (area), "question", GUINT_TO_POINTER (i));
      g_signal_connect (area, "changed", G_CALLBACK (on_answer_changed), self);

      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), area);
      gtk_box_append (self->questions_box, box);
    }
}

static void
fill_confidence (UpDebriefPage *self)
{
  guint before = up_run_get_confidence (self->run, UP_CONFIDENCE_BEFORE);

  if (before > 0)
    {
      /* Translators: %s is how sure somebody felt before the scenario, such as “A little” */
      g_autofree char *text = g_strdup_printf (
        _ ("Before: %s"), up_terms_get_title (UP_TERMS_CONFIDENCE, (int) before - 1));

      gtk_label_set_text (self->before_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), before > 0);
  up_confidence_row_set_step (self->confidence_row,
                              up_run_get_confidence (self->run, UP_CONFIDENCE_AFTER));
}

/* Whether the program ended before all that was said came into the journal’s record of the run. */
static gboolean
is_behind (UpDebriefPage *self)
{
  UpEntry *attempt = up_journal_find_entry (self->journal, up_run_get_id (self->run));

  if (attempt == NULL)
    return FALSE;

  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    if (g_strcmp0 (up_entry_get_answer (attempt, i), up_run_get_answer (self->run, i)) != 0)
      return TRUE;

  return up_entry_get_confidence (attempt, UP_CONFIDENCE_AFTER) !=
         up_run_get_confidence (self->run, UP_CONFIDENCE_AFTER);
}

static void
up_debrief_page_shown (AdwNavigationPage *page)
{
  UpDebriefPage *self = UP_DEBRIEF_PAGE (page);

  if (self->is_focus_owed)
    up_heading_take_focus (self->title_label);
  self->is_focus_owed = FALSE;
}

/* Before the run goes on elsewhere. */
static void
up_debrief_page_hiding (AdwNavigationPage *page)
{
  save_now (UP_DEBRIEF_PAGE (page));
}

static void
up_debrief_page_unmap (GtkWidget *widget)
{
  save_now (UP_DEBRIEF_PAGE (widget));

  GTK_WIDGET_CLASS (up_debrief_page_parent_class)->unmap (widget);
}

static void
up_debrief_page_dispose (GObject *object)
{
  UpDebriefPage *self = UP_DEBRIEF_PAGE (object);

  save_now (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_DEBRIEF_PAGE);
  g_clear_object (&self->run);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_debrief_page_parent_class)->dispose (object);
}

static void
up_debrief_page_class_init (UpDebriefPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_debrief_page_dispose;
  widget_class->unmap = up_debrief_page_unmap;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = up_debrief_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = up_debrief_page_hiding;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_CONFIDENCE_ROW);
  g_type_ensure (UP_TYPE_PLAN_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-debrief-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, scenario_label);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, path_bin);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, weighed_box);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, weighed_bin);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, open_box);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, open_bin);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, moves_box);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, moves_bin);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, points_box);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, points_bin);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, questions_box);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, questions_hint);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, before_label);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, confidence_row);
  gtk_widget_class_bind_template_child (widget_class, UpDebriefPage, plan_editor);
  gtk_widget_class_bind_template_callback (widget_class, on_step_changed);
}

static void
up_debrief_page_init (UpDebriefPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_focus_keep (GTK_WIDGET (self));
}

/**
 * up_debrief_page_new:
 * @catalog: the content
 * @journal: where what is said is kept
 * @run: a run that is at an ending
 *
 * Returns: (transfer floating): the page
 */
UpDebriefPage *
up_debrief_page_new (UpCatalog *catalog, UpJournal *journal, UpRun *run)
{
  UpDebriefPage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  self = g_object_new (UP_TYPE_DEBRIEF_PAGE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->is_focus_owed = TRUE;
  up_debrief_page_set_run (self, run);

  return self;
}

/**
 * up_debrief_page_set_run:
 * @self: a debrief page
 * @run: a run that is at an ending
 *
 * Looks back on another run, or on the same one in another language.
 */
void
up_debrief_page_set_run (UpDebriefPage *self, UpRun *run)
{
  UpScenario *scenario;

  g_return_if_fail (UP_IS_DEBRIEF_PAGE (self));
  g_return_if_fail (UP_IS_RUN (run));
  g_return_if_fail (up_run_get_phase (run) == UP_PHASE_ENDING);

  if (self->run != NULL && self->run != run)
    save_now (self);
  g_set_object (&self->run, run);
  scenario = up_run_get_scenario (run);

  up_content_label_set_text (self->scenario_label, up_scenario_get_title (scenario));
  adw_bin_set_child (self->path_bin, up_debrief_path_new (run));
  fill_part (self->weighed_box, self->weighed_bin, up_debrief_weighed_new (run));
  fill_part (self->open_box, self->open_bin, up_debrief_open_new (run));
  fill_part (self->moves_box, self->moves_bin, up_debrief_moves_new (run, self->catalog));
  fill_part (self->points_box, self->points_bin, up_debrief_points_new (run, self->catalog));
  fill_questions (self);
  fill_confidence (self);
  up_plan_editor_set_run (self->plan_editor, self->journal, run);

  if (is_behind (self))
    save_soon (self);
}
