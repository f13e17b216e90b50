/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-private.h"

#include <string.h>

/**
 * up_journal_file_new:
 *
 * Returns: (transfer full): an empty file, to be read into
 */
UpJournalFile *
up_journal_file_new (void)
{
  UpJournalFile *self = g_new0 (UpJournalFile, 1);

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->text = g_string_new (NULL);
  self->bad = g_string_new (NULL);
  self->version = UP_JOURNAL_VERSION;

  return self;
}

/**
 * up_journal_file_free:
 * @self: (transfer full): a file
 */
void
up_journal_file_free (UpJournalFile *self)
{
  g_clear_pointer (&self->record, json_object_unref);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->phrases);
  g_string_free (self->text, TRUE);
  g_string_free (self->bad, TRUE);
  g_free (self);
}

/* States are in the order of what they ask for; the one that asks for most counts. */
static void
raise_state (UpJournalFile *self, UpJournalFileState state)
{
  self->state = MAX (self->state, state);
}

/* Returns the record that @text is, in the current version, or NULL with @age saying why not. */
static JsonObject *
read_record (const char *text, gsize length, UpJournalAge *age, gint64 *version)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) root = NULL;
  JsonObject *record;

  *age = UP_JOURNAL_AGE_UNKNOWN;

  json_parser_set_strict (parser, TRUE);
  if (length == 0 || !json_parser_load_from_data (parser, text, length, NULL))
    return NULL;

  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  record = json_node_get_object (root);
  *age = up_journal_migrate (record, version);
  if (*age == UP_JOURNAL_AGE_UNKNOWN || *age == UP_JOURNAL_AGE_NEWER)
    return NULL;

  return json_object_ref (record);
}

static char *
format_record (JsonObject *record)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), record);

  return json_to_string (node, FALSE);
}

/**
 * up_journal_file_read_whole:
 * @self: an empty file
 * @bytes: what stands in a file that is one record
 * @shape: what the record has to be like
 */
void
up_journal_file_read_whole (UpJournalFile *self, GBytes *bytes, UpJournalShape shape)
{
  g_autoptr (JsonObject) record = NULL;
  UpJournalAge age;
  const char *text;
  gsize length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  text = g_bytes_get_data (bytes, &length);
  record = read_record (text, length, &age, &self->version);

  if (record == NULL || !shape (record))
    {
      raise_state (self,
                   age == UP_JOURNAL_AGE_NEWER ? UP_JOURNAL_FILE_NEWER : UP_JOURNAL_FILE_DAMAGED);
      return;
    }

  if (age == UP_JOURNAL_AGE_OLDER)
    {
      g_autofree char *json = format_record (record);

      g_string_append_printf (self->text, "%s\n", json);
      raise_state (self, UP_JOURNAL_FILE_OLDER);
    }

  self->record = g_steal_pointer (&record);
}

static gboolean
take_entry (UpJournalFile *self, GBytes *bytes, UpSpan line, UpEntryFile file, UpEntryLine *what)
{
  UpEntry *entry = up_entry_new (bytes, line, file, UP_JOURNAL_VERSION, what);
  guint place;

  if (entry == NULL)
    return FALSE;

  /* The table's key is the entry's own id, and goes with it. */
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, entry->id));
  if (place > 0)
    {
      g_hash_table_replace (self->places, entry->id, GUINT_TO_POINTER (place));
      g_object_unref (self->entries->pdata[place - 1]);
      self->entries->pdata[place - 1] = entry;
    }
  else
    {
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->places, entry->id, GUINT_TO_POINTER (self->entries->len));
    }

  return TRUE;
}

/**
 * up_journal_file_take_attempt:
 * @self: a file of attempts
 * @bytes: what @line stands in
 * @line: a line
 * @what: (out): what was found
 *
 * Returns: whether @line is an attempt of the current version; it is kept then
 */
gboolean
up_journal_file_take_attempt (UpJournalFile *self, GBytes *bytes, UpSpan line, UpEntryLine *what)
{
  return take_entry (self, bytes, line, UP_ENTRY_FILE_ATTEMPTS, what);
}

/**
 * up_journal_file_take_entry:
 * @self: a file of moments, plans and notes
 * @bytes: what @line stands in
 * @line: a line
 * @what: (out): what was found
 *
 * Returns: whether @line is one of these, of the current version; it is kept then
 */
gboolean
up_journal_file_take_entry (UpJournalFile *self, GBytes *bytes, UpSpan line, UpEntryLine *what)
{
  return take_entry (self, bytes, line, UP_ENTRY_FILE_OTHERS, what);
}

/**
 * up_journal_file_take_phrase:
 * @self: a file of phrases of one's own
 * @bytes: what @line stands in
 * @line: a line
 * @what: (out): what was found
 *
 * Returns: whether @line is a phrase of the current version; it is kept then
 */
gboolean
up_journal_file_take_phrase (UpJournalFile *self, GBytes *bytes, UpSpan line, UpEntryLine *what)
{
  return take_entry (self, bytes, line, UP_ENTRY_FILE_PHRASES, what);
}

typedef struct
{
  UpSpan version;
  UpSpan phrase;
} Favourite;

static void
read_favourite (UpSpan key, UpSpan value, gpointer user_data)
{
  Favourite *favourite = user_data;

  if (key.length == strlen ("version") && memcmp (key.text, "version", key.length) == 0)
    favourite->version = value;
  else if (key.length == strlen ("phrase") && memcmp (key.text, "phrase", key.length) == 0)
    favourite->phrase = value;
}

/**
 * up_journal_file_take_favourite:
 * @self: a file of favourites
 * @bytes: what @line stands in
 * @line: a line
 * @what: (out): what was found
 *
 * Returns: whether @line is a favourite of the current version; it is kept then
 */
gboolean
up_journal_file_take_favourite (UpJournalFile *self, GBytes *bytes, UpSpan line, UpEntryLine *what)
{
  Favourite favourite = { { NULL } };
  gint64 version = 0;

  *what = UP_ENTRY_LINE_BAD;
  if (!up_journal_scan (line.text, line.length, read_favourite, &favourite) ||
      (favourite.version.length > 0 && !up_journal_read_int (favourite.version, &version)) ||
      version < 0)
    return FALSE;

  if (version != UP_JOURNAL_VERSION)
    *what = version > UP_JOURNAL_VERSION ? UP_ENTRY_LINE_NEWER : UP_ENTRY_LINE_OLDER;
  else if (favourite.phrase.length > 0 && *favourite.phrase.text == '"')
    *what = UP_ENTRY_LINE_GOOD;

  if (*what != UP_ENTRY_LINE_GOOD)
    return FALSE;

  g_ptr_array_add (self->phrases, up_journal_unquote (favourite.phrase));

  return TRUE;
}

/* From @line on, what is to stand in the file may differ from what does. */
static void
begin_text (UpJournalFile *self, GBytes *bytes, const char *line)
{
  const char *start = g_bytes_get_data (bytes, NULL);

  if (self->has_text)
    return;

  g_string_append_len (self->text, start, line - start);
  self->has_text = TRUE;
}

static void
append_line (UpJournalFile *self, const char *line, gsize length)
{
  g_string_append_len (self->text, line, length);
  g_string_append_c (self->text, '\n');
}

/* A line of an older version is taken apart, which there is time for: it is done once. */
static gboolean
migrate_line (UpJournalFile *self, UpSpan line, UpJournalTakeLine take, UpEntryLine *what)
{
  g_autoptr (JsonObject) record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  UpJournalAge age;
  gint64 version;
  UpSpan fresh;

  *what = UP_ENTRY_LINE_BAD;
  record = read_record (line.text, line.length, &age, &version);
  if (record == NULL)
    return FALSE;

  fresh.text = format_record (record);
  fresh.length = strlen (fresh.text);
  bytes = g_bytes_new_take ((char *) fresh.text, fresh.length);
  if (!take (self, bytes, fresh, what))
    return FALSE;

  append_line (self, fresh.text, fresh.length);
  self->version = MIN (self->version, version);
  raise_state (self, UP_JOURNAL_FILE_OLDER);

  return TRUE;
}

static void
read_line (UpJournalFile *self, GBytes *bytes, UpSpan line, gboolean is_ended,
           UpJournalTakeLine take)
{
  UpEntryLine what;
  gboolean is_taken = take (self, bytes, line, &what);

  if (is_taken && is_ended && !self->has_text)
    {
      self->n_lines++;
      return;
    }

  begin_text (self, bytes, line.text);

  if (is_taken)
    append_line (self, line.text, line.length);
  else if (what == UP_ENTRY_LINE_OLDER)
    is_taken = migrate_line (self, line, take, &what);

  if (is_taken)
    self->n_lines++;

  if (!is_taken && what == UP_ENTRY_LINE_NEWER)
    {
      raise_state (self, UP_JOURNAL_FILE_NEWER);
    }
  else if (!is_ended)
    {
      /* It may be all there but for its end: the next line must not be joined to it. */
      raise_state (self, UP_JOURNAL_FILE_TORN);
    }
  else if (!is_taken)
    {
      g_string_append_len (self->bad, line.text, line.length);
      g_string_append_c (self->bad, '\n');
      raise_state (self, UP_JOURNAL_FILE_BAD);
    }
}

/**
 * up_journal_file_read_lines:
 * @self: an empty file
 * @bytes: what stands in a file that is a record a line
 * @take: what keeps a line
 *
 * Reads what can be read. A last line without an end is one that was being written when the process
 * was killed, and is no record unless it is whole.
 */
void
up_journal_file_read_lines (UpJournalFile *self, GBytes *bytes, UpJournalTakeLine take)
{
  const char *text;
  gsize left;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  text = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      const char *end = memchr (text, '\n', left);
      gsize length = end != NULL ? (gsize) (end - text) : left;

      read_line (self, bytes, (UpSpan) { text, length }, end != NULL, take);

      if (end == NULL)
        break;

      text = end + 1;
      left -= length + 1;
    }
}

/**
 * up_journal_file_shorten:
 * @self: a file of entries that was read
 * @most: the part of its lines that may be superseded, 0 to 1
 *
 * Has a file of which more than that is superseded hold the newest of each entry only.
 */
void
up_journal_file_shorten (UpJournalFile *self, gdouble most)
{
  g_return_if_fail (self != NULL);

  if (self->n_lines - self->entries->len <= most * self->n_lines)
    return;

  g_string_truncate (self->text, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (self->entries, i);

      append_line (self, entry->line.text, entry->line.length);
    }
  self->has_text = TRUE;
  raise_state (self, UP_JOURNAL_FILE_LONG);
}
