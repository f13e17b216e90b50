/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-look-back-dialog.h"

#include "up-again.h"
#include "up-plan-card.h"
#include "up-text-area.h"

#include <glib/gi18n-lib.h>

/**
 * UpLookBackDialog:
 *
 * A plan has come round: did a moment come up, what happened, and what next? Nothing but the first
 * has to be answered.
 */
struct _UpLookBackDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  AdwBin *plan_bin;
  GtkToggleButton *came_up;
  GtkToggleButton *did_not;
  GtkToggleButton *let_go;
  GtkWidget *happened_box;
  GtkWidget *happened_label;
  UpTextArea *happened_area;
  GtkWidget *happened_hint;
  GtkWidget *next_box;
  GtkWidget *next_label;
  UpTextArea *next_area;
  GtkWidget *next_hint;
  GtkWidget *again_box;
  GtkDropDown *again_drop_down;

  UpJournal *journal;
  char *plan;
};

G_DEFINE_FINAL_TYPE (UpLookBackDialog, up_look_back_dialog, ADW_TYPE_DIALOG)

static gboolean
is_chosen (GtkToggleButton *button)
{
  return gtk_toggle_button_get_active (button);
}

/* What is asked follows from what was answered. */
static void
on_outcome_toggled (UpLookBackDialog *self)
{
  gboolean goes_on = is_chosen (self->came_up) || is_chosen (self->did_not);

  gtk_widget_set_visible (self->happened_box, is_chosen (self->came_up));
  gtk_widget_set_visible (self->next_box, goes_on);
  gtk_widget_set_visible (self->again_box, goes_on);
  gtk_widget_set_sensitive (self->save_button, goes_on || is_chosen (self->let_go));
}

static char *
get_words (GtkWidget *box, UpTextArea *area)
{
  return gtk_widget_get_visible (box) && !up_text_area_is_empty (area)
           ? g_strstrip (up_text_area_get_text (area))
           : NULL;
}

static void
on_save (UpLookBackDialog *self)
{
  g_autofree char *happened = get_words (self->happened_box, self->happened_area);
  g_autofree char *next = get_words (self->next_box, self->next_area);
  UpPlanOutcome outcome = UP_OUTCOME_LET_GO;
  gint64 due = 0;

  if (!is_chosen (self->let_go))
    {
      outcome = is_chosen (self->came_up) ? UP_OUTCOME_CAME_UP : UP_OUTCOME_DID_NOT;
      due = up_again_get_date ((UpAgain) gtk_drop_down_get_selected (self->again_drop_down),
                               up_journal_get_now (self->journal));
    }

  up_journal_review_plan (self->journal, self->plan, outcome, happened, next, due);
  up_text_area_drop_draft (self->happened_area);
  up_text_area_drop_draft (self->next_area);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
up_look_back_dialog_dispose (GObject *object)
{
  UpLookBackDialog *self = UP_LOOK_BACK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_LOOK_BACK_DIALOG);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->plan, g_free);

  G_OBJECT_CLASS (up_look_back_dialog_parent_class)->dispose (object);
}

static void
up_look_back_dialog_class_init (UpLookBackDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_look_back_dialog_dispose;

  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/up-look-back-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, plan_bin);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, came_up);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, did_not);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, let_go);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, happened_box);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, happened_label);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, happened_area);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, happened_hint);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, next_box);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, next_label);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, next_area);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, next_hint);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, again_box);
  gtk_widget_class_bind_template_child (widget_class, UpLookBackDialog, again_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
up_look_back_dialog_init (UpLookBackDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->happened_area, self->happened_label, self->happened_hint);
  up_text_area_set_label (self->next_area, self->next_label, self->next_hint);
  up_again_fill (self->again_drop_down, FALSE, _ ("Not again: the plan is done"));
}

/**
 * up_look_back_dialog_new:
 * @journal: where the plan is
 * @plan: a plan
 *
 * Returns: (transfer floating): a dialog that looks back on @plan
 */
AdwDialog *
up_look_back_dialog_new (UpJournal *journal, UpEntry *plan)
{
  UpLookBackDialog *self;
  g_autofree char *happened_key = NULL;
  g_autofree char *next_key = NULL;

  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_ENTRY (plan), NULL);

  self = g_object_new (UP_TYPE_LOOK_BACK_DIALOG, NULL);
  self->journal = g_object_ref (journal);
  self->plan = g_strdup (up_entry_get_id (plan));
  happened_key = g_strconcat ("happened/", self->plan, NULL);
  next_key = g_strconcat ("next/", self->plan, NULL);
  up_text_area_keep_draft (self->happened_area, journal, happened_key, NULL);
  up_text_area_keep_draft (self->next_area, journal, next_key, NULL);
  adw_bin_set_child (self->plan_bin, up_plan_words_new (plan, NULL));

  return ADW_DIALOG (self);
}
