/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-plan-editor.h"

#include "up-again.h"
#include "up-dates.h"
#include "up-quote.h"
#include "up-text-area.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpPlanEditor:
 *
 * The one plan that ends a run: if this happens, then I will do that. Once it is kept it is shown, and
 * can be changed. What is half typed outlives the program.
 */
struct _UpPlanEditor
{
  GtkBox parent_instance;

  GtkWidget *edit_box;
  GtkWidget *hint;
  GtkWidget *when_label;
  UpTextArea *when_area;
  GtkWidget *then_label;
  UpTextArea *then_area;
  GtkWidget *then_hint;
  GtkDropDown *again_drop_down;
  GtkWidget *keep_button;
  GtkWidget *cancel_button;
  GtkWidget *shown_box;
  GtkLabel *when_shown;
  GtkLabel *then_shown;
  GtkLabel *due_shown;
  GtkLabel *aloud_label;
  GtkWidget *edit_button;

  UpJournal *journal;
  UpRun *run;
  UpEntry *plan; /* of this run; NULL where none was made */
  gulong entries_id;
  gboolean is_editing;
};

G_DEFINE_FINAL_TYPE (UpPlanEditor, up_plan_editor, GTK_TYPE_BOX)

static const char *const draft_parts[] = { "plan-when", "plan-then" };

static char *
make_draft_key (UpPlanEditor *self, guint part)
{
  return g_strconcat (draft_parts[part], "/", up_scenario_get_id (up_run_get_scenario (self->run)),
                      NULL);
}

static void
set_draft (UpPlanEditor *self, guint part, const char *text)
{
  g_autofree char *key = make_draft_key (self, part);

  up_journal_set_draft (self->journal, key, text);
}

static const char *
get_draft (UpPlanEditor *self, guint part)
{
  g_autofree char *key = make_draft_key (self, part);

  return up_journal_get_draft (self->journal, key);
}

/* The newest plan from this scenario that was made since the run came to an ending. */
static UpEntry *
find_plan (UpPlanEditor *self)
{
  GListModel *entries = up_journal_get_entries (self->journal);
  UpEntry *attempt = up_journal_find_entry (self->journal, up_run_get_id (self->run));
  const char *scenario = up_scenario_get_id (up_run_get_scenario (self->run));

  for (guint i = 0; attempt != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);

      if (up_entry_get_date (entry) < up_entry_get_date (attempt))
        break;
      if (up_entry_get_kind (entry) == UP_ENTRY_PLAN &&
          g_strcmp0 (up_entry_get_subject (entry), scenario) == 0)
        return g_steal_pointer (&entry);
    }

  return NULL;
}

static void
show_text (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text);
  g_free (text);
}

static void
show_plan (UpPlanEditor *self)
{
  g_autofree char *when = up_quote_isolate (up_entry_get_when (self->plan));
  g_autofree char *then = up_quote_isolate (up_entry_get_then (self->plan));
  gint64 due = up_entry_get_due (self->plan);

  /* Translators: the first part of a plan: “If a joke is made, …” */
  show_text (self->when_shown, g_strdup_printf (_ ("If %s, …"), when));
  /* Translators: the second part of a plan: “… then I ask what is meant” */
  show_text (self->then_shown, g_strdup_printf (_ ("… then %s"), then));
  if (due > 0)
    {
      g_autofree char *date = up_date_format (due);

      /* Translators: %s is a date */
      show_text (self->due_shown, g_strdup_printf (_ ("To look back on: %s"), date));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->due_shown), due > 0);
}

/* When to look back, at first in a week; a plan that there is stays as it is at first. */
static void
fill_agains (UpPlanEditor *self)
{
  up_again_fill (self->again_drop_down, self->plan != NULL, NULL);
}

static gint64
get_due (UpPlanEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->again_drop_down);

  if (self->plan != NULL && selected == 0)
    return up_entry_get_due (self->plan);
  if (self->plan != NULL)
    selected--;

  return up_again_get_date ((UpAgain) selected, up_journal_get_now (self->journal));
}

static void
update_keep_button (UpPlanEditor *self)
{
  gtk_widget_set_sensitive (self->keep_button, !up_text_area_is_empty (self->when_area) &&
                                                 !up_text_area_is_empty (self->then_area));
}

static void
show_state (UpPlanEditor *self)
{
  gtk_widget_set_visible (self->edit_box, self->is_editing);
  gtk_widget_set_visible (self->shown_box, !self->is_editing);
  gtk_widget_set_visible (self->cancel_button, self->plan != NULL);
}

/* Starts with what was half typed, or else with the plan that there is. */
static void
start_editing (UpPlanEditor *self)
{
  const char *when = get_draft (self, 0);
  const char *then = get_draft (self, 1);

  if (when == NULL && then == NULL && self->plan != NULL)
    {
      when = up_entry_get_when (self->plan);
      then = up_entry_get_then (self->plan);
    }
  up_text_area_set_text (self->when_area, when);
  up_text_area_set_text (self->then_area, then);
  fill_agains (self);
  update_keep_button (self);
  self->is_editing = TRUE;
  show_state (self);
}

static void
stop_editing (UpPlanEditor *self)
{
  set_draft (self, 0, NULL);
  set_draft (self, 1, NULL);
  self->is_editing = FALSE;
  show_plan (self);
  show_state (self);
  gtk_widget_grab_focus (self->edit_button);
}

/* The plan may be changed or erased in the journal as well. */
static void
on_entries_changed (UpPlanEditor *self)
{
  g_autoptr (UpEntry) plan = find_plan (self);

  if (plan == self->plan)
    return;

  g_set_object (&self->plan, plan);
  if (self->is_editing)
    {
      fill_agains (self);
      show_state (self);
    }
  else if (plan != NULL)
    show_plan (self);
  else
    start_editing (self);
}

static void
on_changed (UpPlanEditor *self)
{
  UpTextArea *areas[] = { self->when_area, self->then_area };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *text = up_text_area_get_text (areas[i]);

      set_draft (self, i, *text != '\0' ? text : NULL);
    }
  update_keep_button (self);
}

static void
on_keep (UpPlanEditor *self)
{
  g_autofree char *when = g_strstrip (up_text_area_get_text (self->when_area));
  g_autofree char *then = g_strstrip (up_text_area_get_text (self->then_area));
  g_autoptr (UpEntry) plan = NULL;
  gint64 due = get_due (self);

  g_signal_handler_block (up_journal_get_entries (self->journal), self->entries_id);
  if (self->plan != NULL)
    up_journal_edit_plan (self->journal, up_entry_get_id (self->plan), when, then, due);
  else
    up_journal_add_plan (self->journal, up_scenario_get_id (up_run_get_scenario (self->run)), when,
                         then, due);
  g_signal_handler_unblock (up_journal_get_entries (self->journal), self->entries_id);

  plan = find_plan (self);
  g_set_object (&self->plan, plan);
  if (plan == NULL)
    return;

  stop_editing (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->aloud_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_cancel (UpPlanEditor *self)
{
  if (self->plan != NULL)
    stop_editing (self);
}

static void
on_edit (UpPlanEditor *self)
{
  start_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->when_area));
}

static void
drop_run (UpPlanEditor *self)
{
  if (self->journal != NULL)
    g_clear_signal_handler (&self->entries_id, up_journal_get_entries (self->journal));
  g_clear_object (&self->plan);
  g_clear_object (&self->run);
  g_clear_object (&self->journal);
}

static void
up_plan_editor_dispose (GObject *object)
{
  drop_run (UP_PLAN_EDITOR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_PLAN_EDITOR);

  G_OBJECT_CLASS (up_plan_editor_parent_class)->dispose (object);
}

static void
up_plan_editor_class_init (UpPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_plan_editor_dispose;

  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-plan-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, edit_box);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, when_label);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, when_area);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, then_label);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, then_area);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, then_hint);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, again_drop_down);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, keep_button);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, shown_box);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, when_shown);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, then_shown);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, due_shown);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, aloud_label);
  gtk_widget_class_bind_template_child (widget_class, UpPlanEditor, edit_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
}

static void
up_plan_editor_init (UpPlanEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->when_area, self->when_label, self->hint);
  up_text_area_set_label (self->then_area, self->then_label, self->then_hint);
}

/**
 * up_plan_editor_set_run:
 * @self: a plan editor
 * @journal: where the plan is kept
 * @run: a run that is at an ending
 *
 * Shows the plan that was made after @run, or asks for one.
 */
void
up_plan_editor_set_run (UpPlanEditor *self, UpJournal *journal, UpRun *run)
{
  g_return_if_fail (UP_IS_PLAN_EDITOR (self));
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (UP_IS_RUN (run));

  drop_run (self);
  self->journal = g_object_ref (journal);
  self->run = g_object_ref (run);
  self->plan = find_plan (self);
  self->entries_id = g_signal_connect_swapped (up_journal_get_entries (journal), "items-changed",
                                               G_CALLBACK (on_entries_changed), self);

  if (self->plan == NULL || get_draft (self, 0) != NULL || get_draft (self, 1) != NULL)
    {
      start_editing (self);
      return;
    }

  self->is_editing = FALSE;
  show_plan (self);
  show_state (self);
}
