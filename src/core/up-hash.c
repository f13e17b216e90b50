/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-hash.h"

#include <string.h>

/* Whoever knows how strings are hashed can write a file of which all ids fall together, and with
 * g_str_hash() everybody does: a file of 3 MB then takes minutes. So each process hashes its own way. */
static guint64
get_seed (void)
{
  static gsize seed;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () | 1);

  return seed;
}

/**
 * up_hash_bytes:
 * @text: (array length=length): UTF-8 text, which need not end in NUL
 * @length: its length in bytes
 *
 * Returns: a hash, which is another one in each process
 */
guint
up_hash_bytes (const char *text, gsize length)
{
  guint64 hash = get_seed () ^ length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  while (length >= 8)
    {
      guint64 word;

      memcpy (&word, text, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      text += 8;
      length -= 8;
    }
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return (guint) (hash ^ hash >> 32);
}

static guint
hash_string (gconstpointer string)
{
  return up_hash_bytes (string, strlen (string));
}

/**
 * up_hash_table_new:
 *
 * Makes a table by strings from a file.
 *
 * Returns: (transfer full): a table that borrows its keys
 */
GHashTable *
up_hash_table_new (void)
{
  return g_hash_table_new (hash_string, g_str_equal);
}
