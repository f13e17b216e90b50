/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-application.h"

#include "up-about.h"
#include "up-catalog.h"
#include "up-commands.h"
#include "up-journal.h"
#include "up-preferences.h"
#include "up-shortcuts.h"
#include "up-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _UpApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  UpCatalog *catalog;
  UpJournal *journal;
};

G_DEFINE_FINAL_TYPE (UpApplication, up_application, ADW_TYPE_APPLICATION)

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  UpApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  adw_dialog_present (up_preferences_new (self->settings, self->catalog), GTK_WIDGET (window));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (up_shortcuts_new (), GTK_WIDGET (window));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  UpApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  adw_dialog_present (up_about_new (self->catalog), GTK_WIDGET (window));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:upstander");

  gtk_uri_launcher_launch (launcher, gtk_application_get_active_window (user_data), NULL, NULL,
                           NULL);
}

/* What the desktop's search found: a kind and an id. */
static void
on_show_found (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *kind;
    const char *action;
  } kinds[] = {
    { "phrase/", "win.show-phrase" },
    { "point/", "win.show-point" },
    { "chapter/", "win.show-chapter" },
    { "scenario/", "win.open-scenario" },
  };
  const char *found = g_variant_get_string (parameter, NULL);

  g_application_activate (user_data);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (found, kinds[i].kind))
      gtk_widget_activate_action (GTK_WIDGET (gtk_application_get_active_window (user_data)),
                                  kinds[i].action, "s", found + strlen (kinds[i].kind));
}

static void
on_search_phrases (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (user_data);
  gtk_widget_activate_action (GTK_WIDGET (gtk_application_get_active_window (user_data)),
                              "win.search-phrases", "s", g_variant_get_string (parameter, NULL));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (GList *list = gtk_application_get_windows (user_data), *next; list != NULL; list = next)
    {
      next = list->next;

      /* A window with a dialog in it closes the dialog alone. */
      for (AdwDialog *dialog; ADW_IS_APPLICATION_WINDOW (list->data) &&
                              (dialog = adw_application_window_get_visible_dialog (list->data));)
        adw_dialog_force_close (dialog);
      gtk_window_close (list->data);
    }
}

/* What is read follows the settings at once. */
static void
update_catalog (UpApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "content-language");
  g_autofree char *form = g_settings_get_string (self->settings, "form");

  up_catalog_set_language (self->catalog, language);
  up_catalog_set_form (self->catalog, up_form_parse (form));
}

static void
up_application_startup (GApplication *application)
{
  UpApplication *self = UP_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = on_preferences },
    { .name = "shortcuts", .activate = on_shortcuts },
    { .name = "help", .activate = on_help },
    { .name = "about", .activate = on_about },
    { .name = "quit", .activate = on_quit },
    { .name = "show-found", .activate = on_show_found, .parameter_type = "s" },
    { .name = "search-phrases", .activate = on_search_phrases, .parameter_type = "s" },
  };
  g_autofree char *folder = NULL;
  g_autofree char *help = NULL;

  G_APPLICATION_CLASS (up_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  up_commands_set_accelerators (GTK_APPLICATION (self));

  /* The command is there once the Help is installed beside the application. */
  help = g_build_filename (DATADIR, "help", "C", GETTEXT_PACKAGE, "index.page", NULL);
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "help")),
    g_file_test (help, G_FILE_TEST_EXISTS));

  self->settings = g_settings_new (APP_ID);
  self->catalog = up_catalog_new (NULL);
  update_catalog (self);
  g_signal_connect_object (self->settings, "changed::content-language", G_CALLBACK (update_catalog),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::form", G_CALLBACK (update_catalog), self,
                           G_CONNECT_SWAPPED);

  /* Named by the id, so that a development build never touches what a person keeps. */
  folder = g_build_filename (g_get_user_data_dir (), APP_ID, NULL);
  self->journal = up_journal_new (folder);
}

static void
up_application_activate (GApplication *application)
{
  UpApplication *self = UP_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (up_window_new (self, self->settings, self->catalog, self->journal));

  gtk_window_present (window);
}

static void
up_application_shutdown (GApplication *application)
{
  UpApplication *self = UP_APPLICATION (application);

  if (self->journal != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (!up_journal_flush (self->journal, &error))
        g_printerr ("%s\n", error->message);
    }

  g_clear_object (&self->journal);
  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (up_application_parent_class)->shutdown (application);
}

static void
up_application_class_init (UpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = up_application_startup;
  application_class->activate = up_application_activate;
  application_class->shutdown = up_application_shutdown;
}

static void
up_application_init (UpApplication *self)
{
  g_autofree char *summary = NULL;

  g_application_set_version (G_APPLICATION (self), VERSION);
  g_application_set_option_context_summary (
    G_APPLICATION (self),
    _ ("A trainer for calling in and calling out: how to speak up when words or "
       "behaviour harm people."));
  summary = g_strdup_printf ("%s\n  check [--stats] FILE…   %s\n  print guide|card|phrases   %s",
                             _ ("Commands that need no display:"),
                             _ ("read and check content files"), _ ("write a PDF to print"));
  g_application_set_option_context_description (G_APPLICATION (self), summary);
}

/**
 * up_application_new:
 *
 * Returns: (transfer full): the application
 */
UpApplication *
up_application_new (void)
{
  return g_object_new (UP_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       RESOURCE_BASE, NULL);
}
