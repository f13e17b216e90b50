/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/up-application.h"
#include "app/up-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  const char *locale_folder = g_getenv ("UPSTANDER_LOCALEDIR");
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* A command line never needs a display, so it is looked at before GTK is. */
  if (!up_cli_run (argc, argv, &status))
    {
      g_autoptr (UpApplication) application = up_application_new ();

      status = g_application_run (G_APPLICATION (application), argc, argv);
    }

  return status;
}
