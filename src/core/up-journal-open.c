/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-journal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  CURRENT,
  ATTEMPTS,
  FAVOURITES,
  ENTRIES,
  PHRASES,
  N_FILES
};

static gboolean
holds_words (JsonNode *table)
{
  JsonObjectIter iter;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (table))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (table));
  while (json_object_iter_next (&iter, NULL, &node))
    if (json_node_get_value_type (node) != G_TYPE_STRING)
      return FALSE;

  return TRUE;
}

/* The contacts may be missing: they came later. */
static gboolean
is_current (JsonObject *record)
{
  JsonNode *runs = json_object_get_member (record, "runs");
  JsonNode *drafts = json_object_get_member (record, "drafts");
  JsonNode *contacts = json_object_get_member (record, "contacts");
  JsonObjectIter iter;
  JsonNode *node;

  if (runs == NULL || !JSON_NODE_HOLDS_OBJECT (runs) || drafts == NULL || !holds_words (drafts) ||
      (contacts != NULL && !holds_words (contacts)))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (runs));
  while (json_object_iter_next (&iter, NULL, &node))
    if (!JSON_NODE_HOLDS_OBJECT (node))
      return FALSE;

  return TRUE;
}

static const struct
{
  const char *name;
  const char *stem;
  const char *suffix;
  gsize limit;
  UpJournalTakeLine take; /* NULL for one that is no file of lines */
} files[N_FILES] = {
  [CURRENT] = { UP_JOURNAL_CURRENT, "current", ".json", UP_JOURNAL_MAX_CURRENT, NULL },
  [ATTEMPTS] = { UP_JOURNAL_ATTEMPTS, "attempts", ".jsonl", UP_JOURNAL_MAX_LINES,
                 up_journal_file_take_attempt },
  [FAVOURITES] = { UP_JOURNAL_FAVOURITES, "favourites", ".jsonl", UP_JOURNAL_MAX_LINES,
                   up_journal_file_take_favourite },
  [ENTRIES] = { UP_JOURNAL_ENTRIES, "entries", ".jsonl", UP_JOURNAL_MAX_LINES,
                up_journal_file_take_entry },
  [PHRASES] = { UP_JOURNAL_PHRASES, "phrases", ".jsonl", UP_JOURNAL_MAX_LINES,
                up_journal_file_take_phrase },
};

/**
 * up_journal_content_init:
 * @self: (out caller-allocates): content
 *
 * Makes @self hold nothing, in tables of its own.
 */
void
up_journal_content_init (UpJournalContent *self)
{
  self->runs =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->favourites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last_favourite = 0;
}

/**
 * up_journal_content_clear:
 * @self: content
 *
 * Frees the tables that have not been taken out of @self.
 */
void
up_journal_content_clear (UpJournalContent *self)
{
  g_clear_pointer (&self->runs, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->contacts, g_hash_table_unref);
  g_clear_pointer (&self->favourites, g_hash_table_unref);
}

static void
take_words (GHashTable *words, JsonObject *record, const char *name)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!json_object_has_member (record, name))
    return;

  json_object_iter_init (&iter, json_object_get_object_member (record, name));
  while (json_object_iter_next (&iter, &key, &node))
    g_hash_table_replace (words, g_strdup (key), json_node_dup_string (node));
}

static void
take_current (UpJournalContent *content, JsonObject *record)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init (&iter, json_object_get_object_member (record, "runs"));
  while (json_object_iter_next (&iter, &key, &node))
    {
      JsonNode *run = json_node_copy (node);

      json_node_seal (run);
      g_hash_table_replace (content->runs, g_strdup (key), run);
    }

  take_words (content->drafts, record, "drafts");
  take_words (content->contacts, record, "contacts");
}

static void
take_records (UpJournalOpening *opening, UpJournalFile **read)
{
  UpJournalContent *content = &opening->content;
  GPtrArray *phrases = read[FAVOURITES]->phrases;

  if (read[CURRENT]->record != NULL)
    take_current (content, read[CURRENT]->record);

  for (guint i = 0; i < phrases->len; i++)
    g_hash_table_replace (content->favourites, g_strdup (g_ptr_array_index (phrases, i)),
                          GUINT_TO_POINTER (++content->last_favourite));

  g_ptr_array_extend_and_steal (opening->entries, g_steal_pointer (&read[ATTEMPTS]->entries));
  g_ptr_array_extend_and_steal (opening->entries, g_steal_pointer (&read[ENTRIES]->entries));
  read[ATTEMPTS]->entries = g_ptr_array_new ();
  read[ENTRIES]->entries = g_ptr_array_new ();

  g_ptr_array_extend_and_steal (opening->phrases, g_steal_pointer (&read[PHRASES]->entries));
  read[PHRASES]->entries = g_ptr_array_new ();
}

/* Where something is kept that is not to be lost: beside the file, with the date. */
static char *
make_name (UpStore *store, guint which, const char *what, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *date = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  char *name = g_strconcat (files[which].stem, ".", what, "-", date, files[which].suffix, NULL);

  for (guint i = 2; up_store_exists (store, name); i++)
    {
      g_free (name);
      name =
        g_strdup_printf ("%s.%s-%s-%u%s", files[which].stem, what, date, i, files[which].suffix);
    }

  return name;
}

/**
 * up_journal_is_remains:
 * @name: the name of a file in a journal's folder
 *
 * Returns: whether it is one that was put aside, kept from an older version, or not finished
 */
gboolean
up_journal_is_remains (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < N_FILES; i++)
    {
      gsize length = strlen (files[i].stem);

      if (strncmp (name, files[i].stem, length) == 0 &&
          (g_str_has_prefix (name + length, ".damaged-") ||
           g_str_has_prefix (name + length, ".version-") || g_str_has_suffix (name, ".new")))
        return TRUE;
    }

  return FALSE;
}

static gboolean
keep (UpStore *store, guint which, const char *what, GBytes *bytes, gint64 now, GPtrArray *kept,
      GError **error)
{
  g_autofree char *name = make_name (store, which, what, now);

  if (!up_store_replace (store, name, bytes, error))
    return FALSE;

  if (kept != NULL)
    g_ptr_array_add (kept, g_steal_pointer (&name));

  return TRUE;
}

/* Nothing is taken out of a file before it stands somewhere else. */
static gboolean
mend (UpStore *store, guint which, UpJournalFile *file, GBytes *bytes, gint64 now, GPtrArray *aside,
      GError **error)
{
  g_autoptr (GBytes) text = NULL;

  if (file->state == UP_JOURNAL_FILE_GOOD)
    return TRUE;

  if (file->state == UP_JOURNAL_FILE_DAMAGED)
    {
      g_autofree char *name = make_name (store, which, "damaged", now);

      if (!up_store_move (store, files[which].name, name, error))
        return FALSE;

      g_ptr_array_add (aside, g_steal_pointer (&name));

      return TRUE;
    }

  if (file->version < UP_JOURNAL_VERSION)
    {
      g_autofree char *what = g_strdup_printf ("version-%" G_GINT64_FORMAT, file->version);

      if (!keep (store, which, what, bytes, now, NULL, error))
        return FALSE;
    }

  if (file->bad->len > 0)
    {
      g_autoptr (GBytes) bad = g_bytes_new (file->bad->str, file->bad->len);

      if (!keep (store, which, "damaged", bad, now, aside, error))
        return FALSE;
    }

  text = g_bytes_new (file->text->str, file->text->len);

  return up_store_replace (store, files[which].name, text, error);
}

static char *
make_notice (const char *folder, GPtrArray *aside)
{
  g_autofree char *path = NULL;

  if (aside->len == 0)
    return NULL;

  if (aside->len > 1)
    return g_strdup_printf (_ ("Parts of the journal could not be read. They were put aside in "
                               "“%s”, under names with the date; nothing was deleted, and the rest "
                               "is as it was."),
                            folder);

  path = g_build_filename (folder, g_ptr_array_index (aside, 0), NULL);

  return g_strdup_printf (_ ("Part of the journal could not be read. It was put aside as “%s”; "
                             "nothing was deleted, and the rest is as it was."),
                          path);
}

static UpJournalFile *
read_file (UpStore *store, guint which, GBytes **bytes, GError **error)
{
  UpJournalFile *file = up_journal_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (!up_store_read (store, files[which].name, files[which].limit, bytes, &local_error))
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
        file->state = UP_JOURNAL_FILE_DAMAGED;
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
    }
  else if (*bytes != NULL && which == CURRENT)
    {
      up_journal_file_read_whole (file, *bytes, is_current);
    }
  else if (*bytes != NULL)
    {
      up_journal_file_read_lines (file, *bytes, files[which].take);
    }

  /* Attempts are long, and each is saved again a few times while a person thinks back on it. The
   * others are short, and words that were taken back need not stay. */
  if (which == ATTEMPTS || which == ENTRIES || which == PHRASES)
    up_journal_file_shorten (file, which == ATTEMPTS ? 0.5 : 0);

  return file;
}

/* Reads all there is and then, where one may write, mends what has to be mended. A file of a newer
 * version keeps everything as it is: what a file means may hang on the others. */
static gboolean
read_all (UpJournalOpening *opening, UpStore *store, const char *folder, gboolean may_write,
          gint64 now, GError **error)
{
  g_autoptr (GPtrArray) aside = g_ptr_array_new_with_free_func (g_free);
  UpJournalFile *read[N_FILES];
  GBytes *bytes[N_FILES] = { NULL };
  GError *first_error = NULL;
  gboolean is_newer = FALSE;

  for (guint i = 0; i < N_FILES; i++)
    {
      read[i] = read_file (store, i, &bytes[i], first_error == NULL ? &first_error : NULL);
      is_newer = is_newer || read[i]->state == UP_JOURNAL_FILE_NEWER;
    }

  take_records (opening, read);

  if (is_newer && opening->trouble == NULL)
    opening->trouble = up_journal_trouble_new (UP_JOURNAL_ERROR_NEWER);

  for (guint i = 0; i < N_FILES && may_write && !is_newer && first_error == NULL; i++)
    mend (store, i, read[i], bytes[i], now, aside, &first_error);

  opening->notice = make_notice (folder, aside);

  for (guint i = 0; i < N_FILES; i++)
    {
      up_journal_file_free (read[i]);
      g_clear_pointer (&bytes[i], g_bytes_unref);
    }

  if (first_error != NULL)
    {
      g_propagate_error (error, first_error);
      return FALSE;
    }

  return !is_newer;
}

/* What a killed process did not finish is not missed: the file that it was to replace still stands. */
static void
remove_unfinished (UpStore *store)
{
  static const char *const names[] = {
    UP_JOURNAL_CURRENT ".new", UP_JOURNAL_ATTEMPTS ".new", UP_JOURNAL_FAVOURITES ".new",
    UP_JOURNAL_ENTRIES ".new", UP_JOURNAL_PHRASES ".new",  NULL,
  };

  for (guint i = 0; names[i] != NULL; i++)
    if (up_store_exists (store, names[i]))
      up_store_remove (store, (const char *[]) { names[i], NULL }, NULL);
}

/**
 * up_journal_open:
 * @opening: (out caller-allocates): what is found
 * @folder: the path of the journal's folder
 * @calls: how to touch the disk
 * @now: the time, in seconds since 1970, for the names of what is put aside
 *
 * Opens a journal: takes its lock, reads what can be read, and puts aside what cannot.
 */
void
up_journal_open (UpJournalOpening *opening, const char *folder, const UpStoreCalls *calls,
                 gint64 now)
{
  g_autoptr (UpStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean may_write = FALSE;

  memset (opening, 0, sizeof *opening);
  up_journal_content_init (&opening->content);
  opening->entries = g_ptr_array_new_with_free_func (g_object_unref);
  opening->phrases = g_ptr_array_new_with_free_func (g_object_unref);

  store = up_store_open (folder, calls, &error);
  if (store != NULL)
    {
      may_write = up_store_lock (store, &error);
      if (may_write)
        remove_unfinished (store);
      if (!read_all (opening, store, folder, may_write, now, error == NULL ? &error : NULL))
        may_write = FALSE;
    }

  if (error != NULL && opening->trouble == NULL)
    opening->trouble = up_journal_trouble_new_from (error, folder);

  if (may_write)
    opening->store = g_steal_pointer (&store);
}

/**
 * up_journal_opening_clear:
 * @opening: what was found
 *
 * Frees what has not been taken out of @opening.
 */
void
up_journal_opening_clear (UpJournalOpening *opening)
{
  g_clear_pointer (&opening->store, up_store_close);
  up_journal_content_clear (&opening->content);
  g_clear_pointer (&opening->entries, g_ptr_array_unref);
  g_clear_pointer (&opening->phrases, g_ptr_array_unref);
  g_clear_error (&opening->trouble);
  g_clear_pointer (&opening->notice, g_free);
}
