/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-about.h"

#include <glib/gi18n-lib.h>

/* Which languages no native speaker has read yet: said here as well as where they are read. */
static char *
describe_languages (UpCatalog *catalog)
{
  const char *const *languages = up_catalog_get_languages (catalog);
  GString *text = g_string_new (NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *name = up_language_get_name (languages[i]);

      g_string_append_c (text, '\n');
      if (up_catalog_is_reviewed (catalog, languages[i]))
        /* Translators: %s is a language, named in itself. */
        g_string_append_printf (text, _ ("%s: read by native speakers"), name);
      else
        /* Translators: %s is a language, named in itself. */
        g_string_append_printf (text, _ ("%s: not yet read by a native speaker"), name);
    }

  return g_string_free (text, FALSE);
}

/**
 * up_about_new:
 * @catalog: the content
 *
 * Makes the dialog that tells what the application is, from its metainfo.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
up_about_new (UpCatalog *catalog)
{
  AdwDialog *dialog;
  g_autofree char *languages = NULL;
  g_autofree char *comments = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  dialog = adw_about_dialog_new_from_appdata (RESOURCE_BASE "/metainfo.xml", NULL);
  languages = describe_languages (catalog);
  comments = g_strconcat (_ ("Nothing leaves this machine: no account, no network, no statistics. "
                             "Nobody is scored."),
                          "\n", languages, NULL);

  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), VERSION);
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), APP_ID);
  adw_about_dialog_set_copyright (ADW_ABOUT_DIALOG (dialog), _ ("© Upstander contributors"));
  adw_about_dialog_set_comments (ADW_ABOUT_DIALOG (dialog), comments);
  adw_about_dialog_add_legal_section (
    ADW_ABOUT_DIALOG (dialog), _ ("Guide, Scenarios and Phrases"), NULL, GTK_LICENSE_CUSTOM,
    _ ("Licensed under Creative Commons Attribution-ShareAlike 4.0 "
       "International."));

  return dialog;
}
