/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * UpStoreCalls:
 * @open: as openat()
 * @read: as read()
 * @write: as write(); it may write less than it is asked to
 * @fsync: as fsync()
 * @rename: as renameat() within one folder
 * @truncate: as ftruncate()
 *
 * The calls through which a store touches the disk. Tests hand in others, which fail.
 */
typedef struct
{
  int (*open) (int folder, const char *name, int flags, mode_t mode);
  ssize_t (*read) (int file, void *data, size_t size);
  ssize_t (*write) (int file, const void *data, size_t size);
  int (*fsync) (int file);
  int (*rename) (int folder, const char *from, const char *to);
  int (*truncate) (int file, off_t length);
} UpStoreCalls;

extern const UpStoreCalls up_store_system_calls;

/* A folder that belongs to one process at a time, and the few things that are done to its files.
 * Every error is of the domain G_IO_ERROR. */
typedef struct _UpStore UpStore;

UpStore *up_store_open (const char *folder, const UpStoreCalls *calls, GError **error);
void up_store_close (UpStore *self);
gboolean up_store_lock (UpStore *self, GError **error);
gboolean up_store_read (UpStore *self, const char *name, gsize limit, GBytes **bytes,
                        GError **error);
gboolean up_store_replace (UpStore *self, const char *name, GBytes *bytes, GError **error);
gboolean up_store_append (UpStore *self, const char *name, GBytes *bytes, GError **error);
gboolean up_store_move (UpStore *self, const char *from, const char *to, GError **error);
gboolean up_store_remove (UpStore *self, const char *const *names, GError **error);
char **up_store_list (UpStore *self, GError **error);
gboolean up_store_exists (UpStore *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpStore, up_store_close)

G_END_DECLS
