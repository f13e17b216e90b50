/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-state-private.h"

static void
unref_bytes (gpointer bytes)
{
  if (bytes != NULL)
    g_bytes_unref (bytes);
}

/**
 * up_journal_state_init:
 * @state: (out caller-allocates): a state
 *
 * Makes @state one in which nothing is to be written.
 */
void
up_journal_state_init (UpJournalState *state)
{
  state->runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_bytes);
  state->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_bytes);
  state->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_bytes);
  state->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_bytes);
  for (guint i = 0; i < UP_JOURNAL_N_LINES; i++)
    state->lines[i].added = g_string_new (NULL);
}

/**
 * up_journal_state_empty:
 * @state: a state
 *
 * Forgets what is to be written, and what is there.
 */
void
up_journal_state_empty (UpJournalState *state)
{
  g_hash_table_remove_all (state->runs);
  g_hash_table_remove_all (state->drafts);
  g_hash_table_remove_all (state->contacts);
  g_hash_table_remove_all (state->files);
  state->current = FALSE;
  state->drops = FALSE;
  for (guint i = 0; i < UP_JOURNAL_N_LINES; i++)
    {
      g_clear_pointer (&state->lines[i].replacement, g_bytes_unref);
      g_string_truncate (state->lines[i].added, 0);
    }
}

/**
 * up_journal_state_clear:
 * @state: a state
 *
 * Frees what @state holds.
 */
void
up_journal_state_clear (UpJournalState *state)
{
  up_journal_state_empty (state);
  g_hash_table_unref (state->runs);
  g_hash_table_unref (state->drafts);
  g_hash_table_unref (state->contacts);
  g_hash_table_unref (state->files);
  for (guint i = 0; i < UP_JOURNAL_N_LINES; i++)
    g_string_free (state->lines[i].added, TRUE);
}

static void
merge_table (GHashTable *into, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (value == NULL)
        {
          g_hash_table_remove (into, key);
          g_hash_table_iter_remove (&iter);
        }
      else
        {
          g_hash_table_iter_steal (&iter);
          g_hash_table_replace (into, key, value);
        }
    }
}

/**
 * up_journal_state_merge:
 * @state: what is still to be written
 * @wanted: what is asked for on top of that
 *
 * Moves @wanted over into @state.
 */
void
up_journal_state_merge (UpJournalState *state, UpJournalState *wanted)
{
  if (wanted->spare)
    {
      state->erase = FALSE;
      wanted->spare = FALSE;
    }

  if (wanted->erase)
    {
      up_journal_state_empty (state);
      state->erase = TRUE;
      wanted->erase = FALSE;
    }

  merge_table (state->runs, wanted->runs);
  merge_table (state->drafts, wanted->drafts);
  merge_table (state->contacts, wanted->contacts);
  merge_table (state->files, wanted->files);
  state->current = state->current || wanted->current;
  state->drops = state->drops || wanted->drops;
  wanted->current = FALSE;
  wanted->drops = FALSE;

  for (guint i = 0; i < UP_JOURNAL_N_LINES; i++)
    {
      UpJournalPending *into = &state->lines[i];
      UpJournalPending *from = &wanted->lines[i];

      if (from->replacement != NULL)
        {
          g_clear_pointer (&into->replacement, g_bytes_unref);
          into->replacement = g_steal_pointer (&from->replacement);
          g_string_truncate (into->added, 0);
        }

      g_string_append_len (into->added, from->added->str, from->added->len);
      g_string_truncate (from->added, 0);
    }
}

/**
 * up_journal_quote:
 * @string: words
 *
 * Returns: (transfer full): @string as JSON, quotes included
 */
char *
up_journal_quote (const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);

  return json_to_string (node, FALSE);
}

static void
append_table (GString *json, GHashTable *table)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  gboolean is_first = TRUE;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *quoted = up_journal_quote (key);

      if (!is_first)
        g_string_append_c (json, ',');
      is_first = FALSE;

      g_string_append (json, quoted);
      g_string_append_c (json, ':');
      g_string_append_len (json, g_bytes_get_data (value, NULL), g_bytes_get_size (value));
    }
}

/**
 * up_journal_state_to_json:
 * @state: a state
 *
 * Returns: (transfer full): what current.json is to hold
 */
GBytes *
up_journal_state_to_json (UpJournalState *state)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"version\":%d,\"runs\":{", UP_JOURNAL_VERSION);
  append_table (json, state->runs);
  g_string_append (json, "},\"drafts\":{");
  append_table (json, state->drafts);
  if (g_hash_table_size (state->contacts) > 0)
    {
      g_string_append (json, "},\"contacts\":{");
      append_table (json, state->contacts);
    }
  g_string_append (json, "}}\n");

  return g_string_free_to_bytes (json);
}
