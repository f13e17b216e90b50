/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-search-provider.h"

#include <libintl.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  const char *locale_folder = g_getenv ("UPSTANDER_LOCALEDIR");
  g_autoptr (UpSearchProvider) provider = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  provider = up_search_provider_new ();

  return g_application_run (G_APPLICATION (provider), argc, argv);
}
