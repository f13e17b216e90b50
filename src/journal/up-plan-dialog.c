/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-plan-dialog.h"

#include "up-again.h"
#include "up-text-area.h"

/**
 * UpPlanDialog:
 *
 * Changes what a plan says and when it comes round.
 */
struct _UpPlanDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  GtkWidget *when_label;
  UpTextArea *when_area;
  GtkWidget *then_label;
  UpTextArea *then_area;
  GtkWidget *hint;
  GtkDropDown *again_drop_down;

  UpJournal *journal;
  UpEntry *plan;
};

G_DEFINE_FINAL_TYPE (UpPlanDialog, up_plan_dialog, ADW_TYPE_DIALOG)

static void
on_changed (UpPlanDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, !up_text_area_is_empty (self->when_area) &&
                                                 !up_text_area_is_empty (self->then_area));
}

static void
on_save (UpPlanDialog *self)
{
  g_autofree char *when = g_strstrip (up_text_area_get_text (self->when_area));
  g_autofree char *then = g_strstrip (up_text_area_get_text (self->then_area));
  guint selected = gtk_drop_down_get_selected (self->again_drop_down);
  /* The first item leaves it as it is. */
  gint64 due = selected == 0
                 ? up_entry_get_due (self->plan)
                 : up_again_get_date ((UpAgain) (selected - 1), up_journal_get_now (self->journal));

  up_journal_edit_plan (self->journal, up_entry_get_id (self->plan), when, then, due);
  up_text_area_drop_draft (self->when_area);
  up_text_area_drop_draft (self->then_area);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
up_plan_dialog_dispose (GObject *object)
{
  UpPlanDialog *self = UP_PLAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PLAN_DIALOG);
  g_clear_object (&self->journal);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (up_plan_dialog_parent_class)->dispose (object);
}

static void
up_plan_dialog_class_init (UpPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_plan_dialog_dispose;

  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, when_label);
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, when_area);
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, then_label);
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, then_area);
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, UpPlanDialog, again_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
up_plan_dialog_init (UpPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->when_area, self->when_label, self->hint);
  up_text_area_set_label (self->then_area, self->then_label, self->hint);
  up_again_fill (self->again_drop_down, TRUE, NULL);
}

/**
 * up_plan_dialog_new:
 * @journal: where the plan is
 * @plan: a plan
 *
 * Returns: (transfer floating): a dialog that edits @plan
 */
AdwDialog *
up_plan_dialog_new (UpJournal *journal, UpEntry *plan)
{
  UpPlanDialog *self;
  g_autofree char *when_key = NULL;
  g_autofree char *then_key = NULL;

  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_ENTRY (plan), NULL);

  self = g_object_new (UP_TYPE_PLAN_DIALOG, NULL);
  self->journal = g_object_ref (journal);
  self->plan = g_object_ref (plan);
  when_key = g_strconcat ("edit-when/", up_entry_get_id (plan), NULL);
  then_key = g_strconcat ("edit-then/", up_entry_get_id (plan), NULL);
  up_text_area_keep_draft (self->when_area, journal, when_key, up_entry_get_when (plan));
  up_text_area_keep_draft (self->then_area, journal, then_key, up_entry_get_then (plan));
  on_changed (self);

  return ADW_DIALOG (self);
}
