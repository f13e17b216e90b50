/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_SUFFIX ".new"

static gboolean
sync_file (UpStore *self, int file, const char *name, GError **error)
{
  int result;

  do
    result = self->calls->fsync (file);
  while (result < 0 && errno == EINTR);

  /* There are file systems that cannot do this to a folder, and say so. */
  if (result < 0 && !(file == self->folder && (errno == EINVAL || errno == ENOTSUP)))
    return up_store_fail (error, errno, name);

  return TRUE;
}

/* A new name in the folder is lost with the power as long as the folder itself is not synced. */
static gboolean
sync_folder (UpStore *self, GError **error)
{
  return sync_file (self, self->folder, ".", error);
}

static gboolean
write_all (UpStore *self, int file, GBytes *bytes, const char *name, GError **error)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      ssize_t written = self->calls->write (file, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return up_store_fail (error, written < 0 ? errno : EIO, name);

      data += written;
      left -= written;
    }

  return TRUE;
}

/* Some file systems report what a write failed of only here. */
static gboolean
close_file (int file, const char *name, GError **error)
{
  if (close (file) < 0 && errno != EINTR)
    return up_store_fail (error, errno, name);

  return TRUE;
}

static gboolean
rename_file (UpStore *self, const char *from, const char *to, GError **error)
{
  int result;

  do
    result = self->calls->rename (self->folder, from, to);
  while (result < 0 && errno == EINTR);

  return result < 0 ? up_store_fail (error, errno, from) : TRUE;
}

static gboolean
truncate_file (UpStore *self, int file, const char *name, off_t end, GError **error)
{
  int result;

  do
    result = self->calls->truncate (file, end);
  while (result < 0 && errno == EINTR);

  return result < 0 ? up_store_fail (error, errno, name) : TRUE;
}

/**
 * up_store_replace:
 * @self: a folder that is locked
 * @name: the name of a file in it
 * @bytes: what is to stand in it
 * @error: return location for an error
 *
 * Writes a file so that at any moment either the old or the new one is whole: beside it first, then
 * to the disk, then over it.
 *
 * Returns: whether @bytes are on the disk under @name; if not, what stood there still does, or
 *   @bytes do
 */
gboolean
up_store_replace (UpStore *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *fresh = NULL;
  gboolean written;
  int file;

  g_return_val_if_fail (self != NULL && self->lock >= 0, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  fresh = g_strconcat (name, NEW_SUFFIX, NULL);

  /* One that a killed process left may have another mode, or be no file at all. */
  if (unlinkat (self->folder, fresh, 0) < 0 && errno != ENOENT)
    return up_store_fail (error, errno, fresh);

  file = up_store_open_file (self, fresh, O_WRONLY | O_CREAT | O_EXCL);
  if (file < 0)
    return up_store_fail (error, errno, fresh);

  written = write_all (self, file, bytes, fresh, error) && sync_file (self, file, fresh, error);
  if (!close_file (file, fresh, written ? error : NULL))
    written = FALSE;

  if (!written || !rename_file (self, fresh, name, error))
    {
      unlinkat (self->folder, fresh, 0);
      return FALSE;
    }

  g_hash_table_remove (self->ends, name);

  return sync_folder (self, error);
}

/* Cuts off what a failed append left; if that fails too, it is done before the next one. */
static void
cut (UpStore *self, int file, const char *name, off_t end)
{
  if (!truncate_file (self, file, name, end, NULL))
    {
      gint64 kept = end;

      g_hash_table_replace (self->ends, g_strdup (name), g_memdup2 (&kept, sizeof kept));
    }
  else
    {
      g_hash_table_remove (self->ends, name);
    }
}

/**
 * up_store_append:
 * @self: a folder that is locked
 * @name: the name of a file in it
 * @bytes: whole lines
 * @error: return location for an error
 *
 * Adds lines to the end of a file.
 *
 * Returns: whether @bytes are on the disk; if not, none of them is there, or what is there is taken
 *   away before anything else is added
 */
gboolean
up_store_append (UpStore *self, const char *name, GBytes *bytes, GError **error)
{
  struct stat status;
  gint64 *end;
  gboolean written;
  int file;

  g_return_val_if_fail (self != NULL && self->lock >= 0, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  file = up_store_open_file (self, name, O_WRONLY | O_APPEND | O_CREAT);
  if (file < 0)
    return up_store_fail (error, errno, name);

  if (fstat (file, &status) < 0 || !S_ISREG (status.st_mode))
    {
      close (file);
      return up_store_fail (error, EINVAL, name);
    }

  end = g_hash_table_lookup (self->ends, name);
  if (end != NULL && status.st_size > *end)
    {
      if (!truncate_file (self, file, name, *end, error))
        {
          close (file);
          return FALSE;
        }
      status.st_size = *end;
    }
  g_hash_table_remove (self->ends, name);

  if ((status.st_mode & 0077) != 0)
    fchmod (file, 0600);

  written = write_all (self, file, bytes, name, error) && sync_file (self, file, name, error) &&
            (status.st_size > 0 || sync_folder (self, error));
  if (!written)
    cut (self, file, name, status.st_size);

  if (!close_file (file, name, written ? error : NULL))
    return FALSE;

  return written;
}

/**
 * up_store_move:
 * @self: a folder that is locked
 * @from: the name of a file in it
 * @to: a name that no file has
 * @error: return location for an error
 *
 * Gives a file another name.
 *
 * Returns: whether it has it, on the disk too
 */
gboolean
up_store_move (UpStore *self, const char *from, const char *to, GError **error)
{
  g_return_val_if_fail (self != NULL && self->lock >= 0, FALSE);
  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  return rename_file (self, from, to, error) && sync_folder (self, error);
}

/**
 * up_store_remove:
 * @self: a folder that is locked
 * @names: the names of files in it
 * @error: return location for an error
 *
 * Removes files; one that is not there is no error.
 *
 * Returns: whether they are gone, from the disk too
 */
gboolean
up_store_remove (UpStore *self, const char *const *names, GError **error)
{
  g_return_val_if_fail (self != NULL && self->lock >= 0, FALSE);
  g_return_val_if_fail (names != NULL, FALSE);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (unlinkat (self->folder, names[i], 0) < 0 && errno != ENOENT)
        return up_store_fail (error, errno, names[i]);
      g_hash_table_remove (self->ends, names[i]);
    }

  return sync_folder (self, error);
}
