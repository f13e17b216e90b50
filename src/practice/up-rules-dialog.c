/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-rules-dialog.h"

#include "up-digits.h"
#include "up-next.h"

/**
 * UpRulesDialog:
 *
 * The rules that what comes next is chosen by, and when moments come back, for a person to read.
 */
struct _UpRulesDialog
{
  AdwDialog parent_instance;

  GtkBox *rules_box;
  GtkLabel *general_label;
  GtkLabel *intervals_label;
};

G_DEFINE_FINAL_TYPE (UpRulesDialog, up_rules_dialog, ADW_TYPE_DIALOG)

static void
on_preferences (UpRulesDialog *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (root, "app.preferences", NULL);
}

static void
append_rule (UpRulesDialog *self, guint number, const char *rule)
{
  g_autofree char *words = up_digits_in_interface (g_strdup (rule));
  g_autofree char *digits = up_digits_in_interface (g_strdup_printf ("%u.", number));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *item = g_object_new (ADW_TYPE_BIN, "child", row, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  GtkWidget *place =
    g_object_new (GTK_TYPE_LABEL, "label", digits, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (place, "numeric");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_box_append (self->rules_box, item);
}

static void
up_rules_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_RULES_DIALOG);

  G_OBJECT_CLASS (up_rules_dialog_parent_class)->dispose (object);
}

static void
up_rules_dialog_class_init (UpRulesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_rules_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UpRulesDialog, rules_box);
  gtk_widget_class_bind_template_child (widget_class, UpRulesDialog, general_label);
  gtk_widget_class_bind_template_child (widget_class, UpRulesDialog, intervals_label);
  gtk_widget_class_bind_template_callback (widget_class, on_preferences);
}

static void
up_rules_dialog_init (UpRulesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_rules_dialog_new:
 * @intervals: when moments come back
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
up_rules_dialog_new (UpIntervals intervals)
{
  UpRulesDialog *self;
  g_autofree char *when = NULL;
  g_autofree char *general = NULL;
  g_auto (GStrv) rules = up_next_list_rules ();
  guint n = g_strv_length (rules);

  g_return_val_if_fail (intervals < UP_N_INTERVALS, NULL);

  self = g_object_new (UP_TYPE_RULES_DIALOG, NULL);

  /* The last one is not tried but holds for all. */
  for (guint i = 0; i + 1 < n; i++)
    append_rule (self, i + 1, rules[i]);
  general = up_digits_in_interface (g_strdup (rules[n - 1]));
  gtk_label_set_label (self->general_label, general);
  when = up_digits_in_interface (g_strdup (up_intervals_get_title (intervals)));
  gtk_label_set_label (self->intervals_label, when);

  return ADW_DIALOG (self);
}
