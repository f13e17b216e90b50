/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal-store.h"

G_BEGIN_DECLS

struct _UpStore
{
  const UpStoreCalls *calls;
  int folder;
  int lock;
  GHashTable *ends; /* name → where the whole lines of a file end that could not be mended */
};

/* Sets @error from an errno and returns FALSE. */
gboolean up_store_fail (GError **error, int number, const char *name);
int up_store_open_file (UpStore *self, const char *name, int flags);

G_END_DECLS
