/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Kills a process that saves 2,000 times, and has the disk fail as often (200 times with --quick), and
 * prints what came of it as one JSON object; with --tap, as a test. */

#include "up-test-fault.h"
#include "up-test-kill.h"

int
main (int argc, char *argv[])
{
  gboolean quick = FALSE;
  gboolean tap = FALSE;
  const GOptionEntry entries[] = {
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "A tenth of the kills and failures", NULL },
    { "tap", 0, 0, G_OPTION_ARG_NONE, &tap, "Speak the protocol of tests", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  guint n_acknowledged;
  guint n_failed;
  guint n;
  gint64 start;

  context = g_option_context_new (NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  if (tap)
    g_print ("1..2\n");

  /* Where anything is lost, an assertion ends the program before it says that nothing is. */
  n = quick ? 200 : 2000;
  start = g_get_monotonic_time ();
  n_acknowledged = kill_many (n, 2000);
  if (tap)
    g_print ("ok 1 a journal outlives every kill\n");
  n_failed = fault_many (n, 2000);
  g_print ("%s{\"kills\": %u, \"acknowledged_saves\": %u, \"disk_failures\": %u, "
           "\"failed_saves\": %u, \"lost\": 0, \"half_written\": 0, \"seconds\": %.1f}\n",
           tap ? "# figure: " : "", n, n_acknowledged, n, n_failed,
           (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC);
  if (tap)
    g_print ("ok 2 a journal outlives every failure of its disk\n");

  return 0;
}
