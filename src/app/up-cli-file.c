/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-cli-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A device or a pipe takes what is written to it, and nothing may be put in its place. */
static gboolean
write_into (const char *filename, GBytes *content, GError **error)
{
  gsize left;
  const guint8 *data = g_bytes_get_data (content, &left);
  int fd = g_open (filename, O_WRONLY | O_CLOEXEC, 0);
  int result = fd < 0 ? -1 : 0;

  while (result == 0 && left > 0)
    {
      gssize n = write (fd, data, left);

      if (n >= 0)
        {
          data += n;
          left -= (gsize) n;
        }
      else if (errno != EINTR)
        {
          result = -1;
        }
    }

  if (result < 0)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", filename,
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);

  return result == 0;
}

/**
 * up_cli_file_replace:
 * @filename: the file to write
 * @content: what it is to hold
 * @error: return location for an error of %G_FILE_ERROR
 *
 * Writes a file whole or not at all: one that is there stays as it is until then. What a link leads to is
 * replaced, not the link.
 *
 * Returns: whether it is written
 */
gboolean
up_cli_file_replace (const char *filename, GBytes *content, GError **error)
{
  g_autofree char *real = NULL;
  char *resolved;

  g_return_val_if_fail (filename != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  if (g_file_test (filename, G_FILE_TEST_EXISTS) && !g_file_test (filename, G_FILE_TEST_IS_REGULAR))
    return write_into (filename, content, error);

  resolved = realpath (filename, NULL);
  real = g_strdup (resolved != NULL ? resolved : filename);
  free (resolved);

  return g_file_set_contents_full (real, g_bytes_get_data (content, NULL),
                                   (gssize) g_bytes_get_size (content),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
