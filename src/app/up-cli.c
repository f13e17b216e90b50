/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-cli.h"

#include "up-cli-check.h"
#include "up-cli-print.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} commands[] = {
  { "check", up_cli_check },
  { "print", up_cli_print },
};

/**
 * up_cli_run:
 * @argc: the number of arguments, with the program's name
 * @argv: the arguments
 * @status: (out): the exit status, where a command was run
 *
 * Runs the command that the first argument names. No display is needed for any of them.
 *
 * Returns: %FALSE where the arguments name no command, so that the application is to be started
 */
gboolean
up_cli_run (int argc, char **argv, int *status)
{
  g_return_val_if_fail (status != NULL, FALSE);

  if (argc < 2)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        *status = commands[i].run (argc - 1, argv + 1);
        return TRUE;
      }

  return FALSE;
}
