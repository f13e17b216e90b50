/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-commands.h"

#include <glib/gi18n-lib.h>

/* Every command that has a shortcut stands here once: the accelerators, the bindings of the places,
 * the shortcuts dialog and the tests are all fed from this table. Each accelerator carries a modifier
 * or is a function key: one on a plain letter would be taken away from text fields. */
static const UpCommand commands[] = {
  { "win.main-menu", { "F10" }, N_ ("Main Menu"), UP_COMMAND_SECTION_GENERAL },
  { "app.preferences", { "<Control>comma" }, N_ ("Preferences"), UP_COMMAND_SECTION_GENERAL },
  { "app.shortcuts",
    { "<Control>question" },
    N_ ("Keyboard Shortcuts"),
    UP_COMMAND_SECTION_GENERAL },
  { "app.help", { "F1" }, N_ ("Help"), UP_COMMAND_SECTION_GENERAL },
  { "win.quick-hide",
    { "F9" },
    N_ ("Hide the Window, or Show It Again"),
    UP_COMMAND_SECTION_GENERAL },
  { "window.close", { "<Control>w" }, N_ ("Close Window"), UP_COMMAND_SECTION_GENERAL },
  { "app.quit", { "<Control>q" }, N_ ("Quit"), UP_COMMAND_SECTION_GENERAL },
  { "win.show-place::guide", { "<Alt>1" }, N_ ("Guide"), UP_COMMAND_SECTION_PLACES },
  { "win.show-place::practice", { "<Alt>2" }, N_ ("Practice"), UP_COMMAND_SECTION_PLACES },
  { "win.show-place::phrases", { "<Alt>3" }, N_ ("Phrases"), UP_COMMAND_SECTION_PLACES },
  { "win.show-place::journal", { "<Alt>4" }, N_ ("Journal"), UP_COMMAND_SECTION_PLACES },
  { "win.show-which-way", { "<Alt>w" }, N_ ("Which Way?"), UP_COMMAND_SECTION_PLACES },
  { "win.search", { "<Control>f" }, N_ ("Search"), UP_COMMAND_SECTION_PLACES },
  { "win.print", { "<Control>p" }, N_ ("Print"), UP_COMMAND_SECTION_PLACES },
  { "win.back", { "<Alt>Left", "Back" }, N_ ("Back"), UP_COMMAND_SECTION_PLACES },
  { "win.text-larger",
    { "<Control>plus", "<Control>equal" },
    N_ ("Larger Text"),
    UP_COMMAND_SECTION_READING },
  { "win.text-smaller", { "<Control>minus" }, N_ ("Smaller Text"), UP_COMMAND_SECTION_READING },
  { "win.text-normal", { "<Control>0" }, N_ ("Normal Text Size"), UP_COMMAND_SECTION_READING },
  { "practice.continue", { "<Control>Return" }, N_ ("Continue"), UP_COMMAND_SECTION_PRACTICE },
  { "practice.take-back",
    { "<Control>z" },
    N_ ("Take the Last Step Back"),
    UP_COMMAND_SECTION_PRACTICE },
  { "practice.map", { "<Control>m" }, N_ ("Map"), UP_COMMAND_SECTION_PRACTICE },
  { "practice.skip", { "<Control>j" }, N_ ("Skip This Scene"), UP_COMMAND_SECTION_PRACTICE },
  { "practice.step-away", { "F8" }, N_ ("Step Away"), UP_COMMAND_SECTION_PRACTICE },
  { "practice.leave",
    { "<Control>Escape" },
    N_ ("Leave the Scenario"),
    UP_COMMAND_SECTION_PRACTICE },
  { "phrases.copy", { "<Control><Shift>c" }, N_ ("Copy the Phrase"), UP_COMMAND_SECTION_PHRASES },
  { "phrases.favourite", { "<Control>d" }, N_ ("Mark as Favourite"), UP_COMMAND_SECTION_PHRASES },
  { "phrases.clear-filters",
    { "<Control><Shift>f" },
    N_ ("Clear Search and Filters"),
    UP_COMMAND_SECTION_PHRASES },
  { "journal.add-note", { "<Control>n" }, N_ ("Add a Note"), UP_COMMAND_SECTION_JOURNAL },
};

static const char *const sections[UP_N_COMMAND_SECTIONS] = {
  N_ ("General"),       N_ ("Places"),  N_ ("Reading"),
  N_ ("In a Scenario"), N_ ("Phrases"), N_ ("Journal"),
};

/**
 * up_commands_get:
 * @n_commands: (out): how many there are
 *
 * Returns: (array length=n_commands) (transfer none): all commands, in the order of their sections
 */
const UpCommand *
up_commands_get (guint *n_commands)
{
  g_return_val_if_fail (n_commands != NULL, NULL);

  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

/**
 * up_command_section_get_title:
 * @section: a section
 *
 * Returns: (transfer none): its heading, in the interface's language
 */
const char *
up_command_section_get_title (UpCommandSection section)
{
  g_return_val_if_fail (section < UP_N_COMMAND_SECTIONS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, sections[section]);
}

static gboolean
is_of_application (const UpCommand *command)
{
  return g_str_has_prefix (command->action, "app.") || g_str_has_prefix (command->action, "win.") ||
         g_str_has_prefix (command->action, "window.");
}

/**
 * up_commands_set_accelerators:
 * @application: the application
 *
 * Sets the accelerators of the commands that work wherever the focus is.
 */
void
up_commands_set_accelerators (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *accelerators[] = { commands[i].accelerators[0], commands[i].accelerators[1],
                                     NULL };

      if (is_of_application (&commands[i]))
        gtk_application_set_accels_for_action (application, commands[i].action, accelerators);
    }
}

/**
 * up_commands_limit_accelerators:
 * @application: the application
 * @kept: (array zero-terminated=1): actions
 *
 * Takes away the accelerators of the commands that work wherever the focus is, except those of
 * @kept, until up_commands_set_accelerators() gives them back.
 */
void
up_commands_limit_accelerators (GtkApplication *application, const char *const *kept)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_return_if_fail (kept != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (is_of_application (&commands[i]) && !g_strv_contains (kept, commands[i].action))
      gtk_application_set_accels_for_action (application, commands[i].action, none);
}

/**
 * up_commands_bind:
 * @widget_class: the class of a widget that installs the actions
 * @prefix: the prefix of its actions, such as `practice`
 *
 * Binds the shortcuts of a place's own commands, which work while the focus is inside it.
 */
void
up_commands_bind (GtkWidgetClass *widget_class, const char *prefix)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));
  g_return_if_fail (prefix != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const UpCommand *command = &commands[i];
      gsize length = strlen (prefix);

      if (strncmp (command->action, prefix, length) != 0 || command->action[length] != '.')
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (command->accelerators); j++)
        {
          guint key;
          GdkModifierType modifiers;

          if (command->accelerators[j] == NULL)
            continue;

          if (gtk_accelerator_parse (command->accelerators[j], &key, &modifiers))
            gtk_widget_class_add_binding_action (widget_class, key, modifiers, command->action,
                                                 NULL);
        }
    }
}
