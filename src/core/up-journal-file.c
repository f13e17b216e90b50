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

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
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
  g_ptr_array_unref (self->records);
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
read_record (JsonParser *parser, const char *text, gsize length, UpJournalShape shape,
             UpJournalAge *age, gint64 *version)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *record;

  *age = UP_JOURNAL_AGE_UNKNOWN;

  if (length == 0 || !json_parser_load_from_data (parser, text, length, NULL))
    return NULL;

  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  record = json_node_get_object (root);
  *age = up_journal_migrate (record, version);
  if (*age == UP_JOURNAL_AGE_UNKNOWN || *age == UP_JOURNAL_AGE_NEWER)
    return NULL;

  if (!shape (record))
    {
      *age = UP_JOURNAL_AGE_UNKNOWN;
      return NULL;
    }

  return json_object_ref (record);
}

static void
append_record (GString *text, JsonObject *record)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), record);
  g_autofree char *json = json_to_string (node, FALSE);

  g_string_append (text, json);
  g_string_append_c (text, '\n');
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
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *record;
  UpJournalAge age;
  const char *text;
  gsize length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  json_parser_set_strict (parser, TRUE);
  text = g_bytes_get_data (bytes, &length);
  record = read_record (parser, text, length, shape, &age, &self->version);

  if (record == NULL)
    {
      raise_state (self,
                   age == UP_JOURNAL_AGE_NEWER ? UP_JOURNAL_FILE_NEWER : UP_JOURNAL_FILE_DAMAGED);
      return;
    }

  g_ptr_array_add (self->records, record);
  if (age == UP_JOURNAL_AGE_OLDER)
    {
      append_record (self->text, record);
      raise_state (self, UP_JOURNAL_FILE_OLDER);
    }
}

static void
read_line (UpJournalFile *self, JsonParser *parser, const char *line, gsize length,
           gboolean is_ended, UpJournalShape shape)
{
  JsonObject *record;
  UpJournalAge age;
  gint64 version = UP_JOURNAL_VERSION;

  record = read_record (parser, line, length, shape, &age, &version);

  if (record == NULL && age == UP_JOURNAL_AGE_NEWER)
    {
      raise_state (self, UP_JOURNAL_FILE_NEWER);
    }
  else if (record == NULL && !is_ended)
    {
      raise_state (self, UP_JOURNAL_FILE_TORN);
    }
  else if (record == NULL)
    {
      g_string_append_len (self->bad, line, length);
      g_string_append_c (self->bad, '\n');
      raise_state (self, UP_JOURNAL_FILE_BAD);
    }
  else
    {
      g_ptr_array_add (self->records, record);
      self->version = MIN (self->version, version);

      if (age == UP_JOURNAL_AGE_OLDER)
        {
          append_record (self->text, record);
          raise_state (self, UP_JOURNAL_FILE_OLDER);
        }
      else
        {
          g_string_append_len (self->text, line, length);
          g_string_append_c (self->text, '\n');
        }

      /* All there but for its end: the next line must not be joined to it. */
      if (!is_ended)
        raise_state (self, UP_JOURNAL_FILE_TORN);
    }
}

/**
 * up_journal_file_read_lines:
 * @self: an empty file
 * @bytes: what stands in a file that is a record a line
 * @shape: what each record has to be like
 *
 * Reads what can be read. A last line without an end is one that was being written when the process
 * was killed, and is no record unless it is whole.
 */
void
up_journal_file_read_lines (UpJournalFile *self, GBytes *bytes, UpJournalShape shape)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *text;
  gsize left;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  json_parser_set_strict (parser, TRUE);
  text = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      const char *end = memchr (text, '\n', left);
      gsize length = end != NULL ? (gsize) (end - text) : left;

      read_line (self, parser, text, length, end != NULL, shape);

      if (end == NULL)
        break;

      text = end + 1;
      left -= length + 1;
    }
}
