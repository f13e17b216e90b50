/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-print-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *printouts;
  GPtrArray *buttons; /* of GtkCheckButton, one for each */
  GtkWindow *parent;  /* weak */
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_clear_weak_pointer (&choice->parent);
  g_ptr_array_unref (choice->buttons);
  g_ptr_array_unref (choice->printouts);
  g_free (choice);
}

static void
on_response (AdwAlertDialog *dialog, const char *response, Choice *choice)
{
  if (g_strcmp0 (response, "print") != 0 || choice->parent == NULL)
    return;

  for (guint i = 0; i < choice->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (choice->buttons, i)))
      {
        const UpPrintout *printout = g_ptr_array_index (choice->printouts, i);

        up_print (printout->document, choice->parent);
      }
}

static GtkWidget *
create_row (Choice *choice, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (choice->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (choice->buttons, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_ptr_array_add (choice->buttons, button);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return row;
}

/**
 * up_print_dialog_present:
 * @printouts: (transfer full) (element-type UpPrintout): what can be printed, one at the least
 * @parent: the window that it is asked for in
 *
 * Lets the person choose what to print, where there is a choice, and then asks for a printer.
 */
void
up_print_dialog_present (GPtrArray *printouts, GtkWindow *parent)
{
  GtkWidget *list;
  AdwDialog *dialog;
  Choice *choice;

  g_return_if_fail (printouts != NULL && printouts->len > 0);
  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (printouts->len == 1)
    {
      const UpPrintout *printout = g_ptr_array_index (printouts, 0);

      up_print (printout->document, parent);
      g_ptr_array_unref (printouts);
      return;
    }

  list = gtk_list_box_new ();
  choice = g_new0 (Choice, 1);
  choice->printouts = printouts;
  choice->buttons = g_ptr_array_new ();
  g_set_weak_pointer (&choice->parent, parent);

  for (guint i = 0; i < printouts->len; i++)
    {
      const UpPrintout *printout = g_ptr_array_index (printouts, i);

      gtk_list_box_append (GTK_LIST_BOX (list), create_row (choice, printout->title));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Print"),
                                  -1);

  dialog = adw_alert_dialog_new (_ ("Print"), NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "print",
                                  _ ("_Print…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "print",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "print");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), choice, choice_free,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}
