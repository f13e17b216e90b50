/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-hash.h"

#include "up-content-reader.h"

#include <locale.h>

#define N_PAIRS 16

/* An id of which the bits of @number choose the pairs; g_str_hash() makes the same of all of them. */
static void
append_id (GString *string, guint number)
{
  for (guint i = 0; i < N_PAIRS; i++)
    g_string_append (string, number >> i & 1 ? "ar" : "c0");
}

static void
test_table (void)
{
  g_autoptr (GHashTable) table = up_hash_table_new ();

  g_hash_table_insert (table, (gpointer) "one", GUINT_TO_POINTER (1));
  g_hash_table_insert (table, (gpointer) "another one", GUINT_TO_POINTER (2));
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (table, "one")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (table, "another one")), ==, 2);
  g_assert_null (g_hash_table_lookup (table, "on"));

  g_assert_cmpuint (up_hash_bytes ("one two", 3), ==, up_hash_bytes ("one", 3));
}

/* Of a file whose ids were chosen to fall together, as many as there are numbers of 16 bits. */
static void
read_ids (const char *before, const char *between, const char *after)
{
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (UpScenario) scenario = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GString *text = g_string_new (before);

  for (guint i = 0; i < 1u << N_PAIRS; i++)
    {
      g_string_append (text, i > 0 ? between : "");
      append_id (text, i);
    }
  g_string_append (text, after);
  bytes = g_string_free_to_bytes (text);

  g_assert_false (up_content_reader_read_any (reader, bytes, "a", NULL, NULL, &scenario, NULL));
}

/* It takes minutes where all fall together, and so more time than a test has. */
static void
test_chosen_ids (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GString) id = g_string_new (NULL);
      g_autoptr (GString) other = g_string_new (NULL);

      append_id (id, i);
      append_id (other, i + 1);
      g_assert_cmpuint (g_str_hash (id->str), ==, g_str_hash (other->str));
      g_hash_table_add (hashes, GUINT_TO_POINTER (up_hash_bytes (id->str, id->len)));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >, 990);

  read_ids ("{\"format\": \"upstander-scenario/1\", \"people\": [{\"id\": \"", "\"}, {\"id\": \"",
            "\"}]}");
  read_ids ("{\"format\": \"upstander-moves/1\", \"moves\": [{\"id\": \"", "\"}, {\"id\": \"",
            "\"}]}");
  read_ids ("{\"format\": \"upstander-guide/1\", \"chapters\": [{\"id\": \"a\", \"blocks\": "
            "[{\"id\": \"b\", \"kind\": \"moves\", \"moves\": [\"",
            "\", \"", "\"]}]}]}");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hash/table", test_table);
  g_test_add_func ("/hash/chosen-ids", test_chosen_ids);

  return g_test_run ();
}
