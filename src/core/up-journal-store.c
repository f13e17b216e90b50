/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-store-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK "lock"

/* What is read at once of a file that has grown since it was opened. */
#define GROWTH 4096

static int
system_open (int folder, const char *name, int flags, mode_t mode)
{
  return openat (folder, name, flags, mode);
}

static int
system_rename (int folder, const char *from, const char *to)
{
  return renameat (folder, from, folder, to);
}

const UpStoreCalls up_store_system_calls = {
  .open = system_open,
  .read = read,
  .write = write,
  .fsync = fsync,
  .rename = system_rename,
  .truncate = ftruncate,
};

/**
 * up_store_fail:
 * @error: return location for an error
 * @number: an errno
 * @name: the name of what it was met with
 *
 * Sets @error, of the domain G_IO_ERROR.
 *
 * Returns: %FALSE, to be returned
 */
gboolean
up_store_fail (GError **error, int number, const char *name)
{
  /* A full quota is a full disk to whoever meets it. */
  GIOErrorEnum code = number == EDQUOT ? G_IO_ERROR_NO_SPACE : g_io_error_from_errno (number);

  g_set_error (error, G_IO_ERROR, code, "%s: %s", name, g_strerror (number));

  return FALSE;
}

/**
 * up_store_open_file:
 * @self: a folder
 * @name: the name of a file in it
 * @flags: as for open(); symbolic links are never followed
 *
 * Returns: a file descriptor, or -1 with errno set
 */
int
up_store_open_file (UpStore *self, const char *name, int flags)
{
  int file;

  do
    file =
      self->calls->open (self->folder, name, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  while (file < 0 && errno == EINTR);

  return file;
}

/* What somebody else could have put there, or could read, is no place for a journal. */
static gboolean
check_folder (int folder, const char *path, GError **error)
{
  struct stat status;

  if (fstat (folder, &status) < 0)
    return up_store_fail (error, errno, path);

  if (status.st_uid != geteuid ())
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "%s: owned by %u", path,
                   (guint) status.st_uid);
      return FALSE;
    }

  /* On a disk that is read-only this stays as it is; the disk is then the greater trouble. */
  if ((status.st_mode & 0077) != 0 && fchmod (folder, 0700) < 0 && errno != EROFS)
    return up_store_fail (error, errno, path);

  return TRUE;
}

/**
 * up_store_open:
 * @folder: the path of a folder, which is made where there is none
 * @calls: how to touch the disk
 * @error: return location for an error: %G_IO_ERROR_TOO_MANY_LINKS for a symbolic link,
 *   %G_IO_ERROR_NOT_DIRECTORY for something else, %G_IO_ERROR_WRONG_ETAG where it belongs to
 *   another user
 *
 * Opens a folder; from here on it is this very folder, whatever happens to its path.
 *
 * Returns: (transfer full) (nullable): the folder, from which one may read
 */
UpStore *
up_store_open (const char *folder, const UpStoreCalls *calls, GError **error)
{
  struct stat status;
  UpStore *self;
  int file;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (calls != NULL, NULL);

  if (lstat (folder, &status) == 0 && S_ISLNK (status.st_mode))
    {
      up_store_fail (error, ELOOP, folder);
      return NULL;
    }

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      up_store_fail (error, errno == EEXIST ? ENOTDIR : errno, folder);
      return NULL;
    }

  do
    file = calls->open (AT_FDCWD, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0);
  while (file < 0 && errno == EINTR);

  if (file < 0)
    {
      up_store_fail (error, errno, folder);
      return NULL;
    }

  if (!check_folder (file, folder, error))
    {
      close (file);
      return NULL;
    }

  self = g_new0 (UpStore, 1);
  self->calls = calls;
  self->folder = file;
  self->lock = -1;
  self->ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * up_store_close:
 * @self: (transfer full): a folder
 *
 * Closes it and gives the lock back.
 */
void
up_store_close (UpStore *self)
{
  g_return_if_fail (self != NULL);

  if (self->lock >= 0)
    close (self->lock);
  close (self->folder);
  g_hash_table_unref (self->ends);
  g_free (self);
}

/**
 * up_store_lock:
 * @self: a folder
 * @error: return location for an error: %G_IO_ERROR_BUSY where another process has it
 *
 * Takes the folder for this process alone. The kernel gives the lock back however the process ends.
 *
 * Returns: whether one may write to it
 */
gboolean
up_store_lock (UpStore *self, GError **error)
{
  int file;
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->lock < 0, FALSE);

  file = up_store_open_file (self, LOCK, O_RDWR | O_CREAT);
  if (file < 0)
    return up_store_fail (error, errno, LOCK);

  do
    result = flock (file, LOCK_EX | LOCK_NB);
  while (result < 0 && errno == EINTR);

  /* Where the file system knows no locks, a journal without one is better than none. */
  if (result < 0 && errno != ENOLCK && errno != EOPNOTSUPP && errno != ENOSYS)
    {
      up_store_fail (error, errno == EWOULDBLOCK ? EBUSY : errno, LOCK);
      close (file);
      return FALSE;
    }

  self->lock = file;

  return TRUE;
}

static gboolean
fail_too_large (GError **error, const char *name, gsize limit)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               "%s: more than %" G_GSIZE_FORMAT " bytes", name, limit);

  return FALSE;
}

/**
 * up_store_read:
 * @self: a folder
 * @name: the name of a file in it
 * @limit: the most bytes that are read
 * @bytes: (out) (nullable): what stands in it, or %NULL where there is no such file
 * @error: return location for an error: %G_IO_ERROR_MESSAGE_TOO_LARGE above @limit
 *
 * Reads a whole file, which must be a regular one.
 *
 * Returns: whether it was read or is not there
 */
gboolean
up_store_read (UpStore *self, const char *name, gsize limit, GBytes **bytes, GError **error)
{
  g_autoptr (GByteArray) content = NULL;
  struct stat status;
  int file;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  *bytes = NULL;

  file = up_store_open_file (self, name, O_RDONLY);
  if (file < 0)
    return errno == ENOENT ? TRUE : up_store_fail (error, errno, name);

  if (fstat (file, &status) < 0 || !S_ISREG (status.st_mode))
    {
      close (file);
      return up_store_fail (error, EINVAL, name);
    }

  if (status.st_size > (off_t) limit)
    {
      close (file);
      return fail_too_large (error, name, limit);
    }

  /* One byte more than there are, so that the end is seen; it may have grown since, all the same. */
  content = g_byte_array_sized_new (status.st_size + 1);
  for (;;)
    {
      guint filled = content->len;
      gsize size = status.st_size;
      gsize room = filled <= size ? size + 1 - filled : GROWTH;
      ssize_t length;

      g_byte_array_set_size (content, filled + room);
      length = self->calls->read (file, content->data + filled, room);
      g_byte_array_set_size (content, filled + MAX (length, 0));

      if (length < 0 && errno == EINTR)
        continue;

      if (length < 0)
        {
          up_store_fail (error, errno, name);
          close (file);
          return FALSE;
        }

      if (length == 0)
        break;

      if (content->len > limit)
        {
          close (file);
          return fail_too_large (error, name, limit);
        }
    }

  close (file);
  *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));

  return TRUE;
}

/**
 * up_store_list:
 * @self: a folder
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the names in it, in no order
 */
char **
up_store_list (UpStore *self, GError **error)
{
  g_autoptr (GStrvBuilder) names = NULL;
  struct dirent *entry;
  DIR *folder;
  int file;

  g_return_val_if_fail (self != NULL, NULL);

  file = up_store_open_file (self, ".", O_RDONLY | O_DIRECTORY);
  folder = file >= 0 ? fdopendir (file) : NULL;
  if (folder == NULL)
    {
      up_store_fail (error, errno, ".");
      if (file >= 0)
        close (file);
      return NULL;
    }

  names = g_strv_builder_new ();
  while ((entry = readdir (folder)) != NULL)
    g_strv_builder_add (names, entry->d_name);
  closedir (folder);

  return g_strv_builder_end (names);
}

/**
 * up_store_exists:
 * @self: a folder
 * @name: a name
 *
 * Returns: whether there is anything of that name in it
 */
gboolean
up_store_exists (UpStore *self, const char *name)
{
  struct stat status;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return fstatat (self->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}
