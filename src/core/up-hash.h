/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hashing of strings that strangers may have chosen. */
guint up_hash_bytes (const char *text, gsize length);
GHashTable *up_hash_table_new (void);

G_END_DECLS
