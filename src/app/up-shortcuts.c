/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-shortcuts.h"

#include "up-commands.h"

#include <glib/gi18n-lib.h>

static char *
describe_accelerators (const UpCommand *command)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (command->accelerators); i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (command->accelerators[i] != NULL &&
          gtk_accelerator_parse (command->accelerators[i], &key, &modifiers))
        g_ptr_array_add (labels, gtk_accelerator_get_label (key, modifiers));
    }
  g_ptr_array_add (labels, NULL);

  /* Translators: stands between two shortcuts for the same command. */
  return g_strjoinv (_ (" or "), (char **) labels->pdata);
}

static GtkWidget *
create_row (const UpCommand *command)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *accelerators = describe_accelerators (command);
  GtkWidget *label = gtk_label_new (accelerators);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dgettext (GETTEXT_PACKAGE, command->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dgettext (GETTEXT_PACKAGE, command->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, accelerators, -1);

  return row;
}

/* A command that cannot be given at present, such as Help where none is installed, is not listed. */
static gboolean
is_possible (const UpCommand *command)
{
  GActionGroup *application = G_ACTION_GROUP (g_application_get_default ());

  return !g_str_has_prefix (command->action, "app.") || application == NULL ||
         g_action_group_get_action_enabled (application, command->action + strlen ("app."));
}

/**
 * up_shortcuts_new:
 *
 * Makes the dialog that lists every shortcut, from the table of commands.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
up_shortcuts_new (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *groups[UP_N_COMMAND_SECTIONS] = { NULL };
  guint n_commands;
  const UpCommand *commands = up_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      GtkWidget **group = &groups[commands[i].section];

      if (!is_possible (&commands[i]))
        continue;

      if (*group == NULL)
        {
          *group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (*group),
                                           up_command_section_get_title (commands[i].section));
          adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (*group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (*group), create_row (&commands[i]));
    }

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));

  return dialog;
}
