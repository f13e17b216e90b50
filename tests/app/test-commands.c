/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-commands.h"

#include "app/up-application.h"
#include "app/up-window.h"
#include "journal/up-journal-place.h"
#include "phrases/up-phrases-place.h"
#include "practice/up-practice-place.h"

static gboolean
class_has_action (GType type, const char *detailed_name)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GType owner;
  const GVariantType *parameter;
  const char *action, *property;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));

  for (guint i = 0; gtk_widget_class_query_action ((GtkWidgetClass *) klass, i, &owner, &action,
                                                   &parameter, &property);
       i++)
    if (g_str_equal (action, name))
      return TRUE;

  return FALSE;
}

/* The shortcuts dialog promises only what can be done: each command of the table is an action. */
static void
test_each_command_is_an_action (void)
{
  g_autoptr (UpApplication) application = up_application_new ();
  guint n_commands;
  const UpCommand *commands = up_commands_get (&n_commands);

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  for (guint i = 0; i < n_commands; i++)
    {
      const char *action = commands[i].action;
      gboolean exists;

      if (g_str_has_prefix (action, "app."))
        exists = g_action_group_has_action (G_ACTION_GROUP (application), action + strlen ("app."));
      else if (g_str_has_prefix (action, "practice."))
        exists = class_has_action (UP_TYPE_PRACTICE_PLACE, action);
      else if (g_str_has_prefix (action, "phrases."))
        exists = class_has_action (UP_TYPE_PHRASES_PLACE, action);
      else if (g_str_has_prefix (action, "journal."))
        exists = class_has_action (UP_TYPE_JOURNAL_PLACE, action);
      else
        exists = class_has_action (UP_TYPE_WINDOW, action);

      if (!exists)
        g_error ("%s stands in the table of commands and is no action", action);
    }
}

static void
test_accelerators_are_sound (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_commands;
  const UpCommand *commands = up_commands_get (&n_commands);

  g_assert_cmpuint (n_commands, >, 10);
  for (guint i = 0; i < n_commands; i++)
    for (guint j = 0; j < G_N_ELEMENTS (commands[i].accelerators); j++)
      {
        const char *accelerator = commands[i].accelerators[j];
        guint key;
        GdkModifierType modifiers;

        if (accelerator == NULL)
          continue;

        g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
        /* A plain letter would be stolen from text fields. */
        g_assert_true (modifiers != 0 || gdk_keyval_to_unicode (key) == 0);
        g_assert_true (g_hash_table_add (taken, gtk_accelerator_name (key, modifiers)));
      }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/commands/each-is-an-action", test_each_command_is_an_action);
  g_test_add_func ("/commands/accelerators-are-sound", test_accelerators_are_sound);

  return g_test_run ();
}
