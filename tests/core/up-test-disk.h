/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* A disk that does what a test tells it to, and remembers what was done to it. */

typedef enum
{
  DISK_OPEN,
  DISK_READ,
  DISK_WRITE,
  DISK_FSYNC,
  DISK_RENAME,
  DISK_TRUNCATE,
  DISK_N_CALLS
} DiskCall;

static struct
{
  GMutex mutex;
  GCond cond;
  int fault[DISK_N_CALLS]; /* an errno with which every such call fails, or 0 */
  gboolean creating_only;  /* opening fails only where it would write */
  int fault_once;          /* an errno with which one call fails, */
  guint calls_left;        /* which is the one after so many others */
  size_t short_write;      /* the most that is written at once, or 0 */
  gboolean held;           /* renaming waits */
  gboolean waiting;        /* a rename does wait */
  gboolean in_call;
  guint n_calls;
  guint n[DISK_N_CALLS];
  GThread *main; /* the thread in which nothing is written, or NULL */
  GString *log;
} disk;

/* Counts a call and returns the errno with which it is to fail, or 0. */
static inline int
disk_enter (DiskCall call, const char *what, gboolean may_fail)
{
  int fault;

  g_mutex_lock (&disk.mutex);
  g_assert_false (disk.in_call);
  disk.in_call = TRUE;

  if (disk.main != NULL && call != DISK_OPEN && call != DISK_READ)
    g_assert_true (disk.main != g_thread_self ());

  disk.n[call]++;
  disk.n_calls++;
  if (disk.log != NULL)
    g_string_append_printf (disk.log, "%s\n", what);

  fault = may_fail ? disk.fault[call] : 0;
  if (fault == 0 && disk.fault_once != 0 && disk.calls_left-- == 0)
    {
      fault = disk.fault_once;
      disk.fault_once = 0;
    }
  g_mutex_unlock (&disk.mutex);

  return fault;
}

static inline int
disk_leave (int result, int fault)
{
  int number = fault != 0 ? fault : errno;

  g_mutex_lock (&disk.mutex);
  disk.in_call = FALSE;
  g_mutex_unlock (&disk.mutex);
  errno = number;

  return fault != 0 ? -1 : result;
}

static int
disk_open (int folder, const char *name, int flags, mode_t mode)
{
  g_autofree char *what = g_strdup_printf ("open %s", name);
  gboolean writes = (flags & O_ACCMODE) != O_RDONLY;
  int fault = disk_enter (DISK_OPEN, what, writes || !disk.creating_only);

  return disk_leave (fault == 0 ? up_store_system_calls.open (folder, name, flags, mode) : -1,
                     fault);
}

static ssize_t
disk_read (int file, void *data, size_t size)
{
  int fault = disk_enter (DISK_READ, "read", TRUE);

  return disk_leave (fault == 0 ? up_store_system_calls.read (file, data, size) : -1, fault);
}

static ssize_t
disk_write (int file, const void *data, size_t size)
{
  int fault = disk_enter (DISK_WRITE, "write", TRUE);

  /* A disk that fills up takes what it can before it says so. */
  if (fault == ENOSPC && size > 1)
    size = up_store_system_calls.write (file, data, size / 2);
  if (disk.short_write > 0)
    size = MIN (size, disk.short_write);

  return disk_leave (fault == 0 ? up_store_system_calls.write (file, data, size) : -1, fault);
}

static int
disk_fsync (int file)
{
  struct stat status;
  int fault;

  g_assert_cmpint (fstat (file, &status), ==, 0);
  fault = disk_enter (DISK_FSYNC, S_ISDIR (status.st_mode) ? "fsync folder" : "fsync file", TRUE);

  return disk_leave (0, fault);
}

static int
disk_rename (int folder, const char *from, const char *to)
{
  g_autofree char *what = g_strdup_printf ("rename %s %s", from, to);
  int fault = disk_enter (DISK_RENAME, what, TRUE);

  g_mutex_lock (&disk.mutex);
  disk.waiting = disk.held;
  g_cond_broadcast (&disk.cond);
  while (disk.held)
    g_cond_wait (&disk.cond, &disk.mutex);
  disk.waiting = FALSE;
  g_mutex_unlock (&disk.mutex);

  return disk_leave (fault == 0 ? up_store_system_calls.rename (folder, from, to) : -1, fault);
}

static int
disk_truncate (int file, off_t length)
{
  int fault = disk_enter (DISK_TRUNCATE, "truncate", TRUE);

  return disk_leave (fault == 0 ? up_store_system_calls.truncate (file, length) : -1, fault);
}

static const UpStoreCalls disk_calls = {
  .open = disk_open,
  .read = disk_read,
  .write = disk_write,
  .fsync = disk_fsync,
  .rename = disk_rename,
  .truncate = disk_truncate,
};

/* Three o'clock in the morning of the second of January 2025, and a bit. */
#define TEST_TIME 1735787045
#define TEST_ISO "2025-01-02T03:04:05Z"
#define TEST_STAMP "20250102T030405Z"

/* How late it is, in seconds after that. */
static gint64 test_later;

static inline gint64
test_clock (gpointer user_data)
{
  return TEST_TIME + test_later;
}

/* A sound disk again, with nothing remembered, at the usual hour. */
static inline void
disk_reset (void)
{
  g_mutex_lock (&disk.mutex);
  memset (disk.fault, 0, sizeof disk.fault);
  memset (disk.n, 0, sizeof disk.n);
  disk.creating_only = FALSE;
  disk.fault_once = 0;
  disk.short_write = 0;
  disk.n_calls = 0;
  disk.main = NULL;
  test_later = 0;
  if (disk.log != NULL)
    g_string_free (disk.log, TRUE);
  disk.log = NULL;
  g_mutex_unlock (&disk.mutex);
}

static inline UpJournal *
test_open (const char *folder)
{
  return up_journal_new_full (folder, &disk_calls, test_clock, NULL);
}

static inline char *
test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("upstander-journal-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static inline void
test_remove_folder (const char *path)
{
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  if (folder != NULL)
    {
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          test_remove_folder (child);
        }
      g_dir_close (folder);
    }

  g_assert_cmpint (remove (path), ==, 0);
}

/* The names in a folder, in order, joined by spaces. */
static inline char *
test_list (const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (folder);
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static inline char *
test_read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static inline void
test_write_file (const char *folder, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}
