/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-guide-private.h"
#include "up-hash.h"
#include "up-reading-private.h"

#include <glib/gi18n-lib.h>

static const char *const block_kinds[] = {
  [UP_BLOCK_TEXT] = "text",       [UP_BLOCK_COMPARE] = "compare",
  [UP_BLOCK_STEPS] = "steps",     [UP_BLOCK_NOTE] = "note",
  [UP_BLOCK_MOVES] = "moves",     [UP_BLOCK_SCENARIOS] = "scenarios",
  [UP_BLOCK_SOURCES] = "sources",
};

static void
add_words (GString *string, const char *words)
{
  if (words == NULL)
    return;

  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append (string, words);
}

/* Names stay as they are in every language; only an author's role and the organisation may be
 * translated. */
static void
read_source (UpReading *reading, JsonObject *object, UpPart *part)
{
  g_autoptr (GString) authors = g_string_new (NULL);
  g_autoptr (GString) about = g_string_new (NULL);
  JsonArray *list = up_reading_list (reading, object, "authors", FALSE);
  guint n_authors = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n_authors; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *name = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (name == NULL)
        {
          up_reading_malformed (reading, "authors");
          continue;
        }
      if (authors->len > 0)
        g_string_append (authors, "; ");
      g_string_append (authors, name);
    }

  part->title = up_reading_text (reading, object, "title", FALSE);
  if (part->title.text == NULL)
    part->title = (UpText) { up_arena_strdup (reading->arena, authors->str), reading->language };
  else if (authors->len > 0)
    add_words (about, authors->str);

  add_words (about, up_reading_text (reading, object, "role", FALSE).text);
  add_words (about, up_reading_text (reading, object, "organisation", FALSE).text);
  add_words (about, up_reading_peek (object, "publisher"));
  if (json_object_has_member (object, "year"))
    {
      char year[16];

      g_snprintf (year, sizeof year, "%u", up_reading_number (reading, object, "year"));
      add_words (about, year);
    }

  part->text = (UpText) { up_arena_strdup (reading->arena, about->str), reading->language };
}

static const UpPart *
read_parts (UpReading *reading, JsonObject *object, const char *member, guint *n_parts)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, object, member, TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpPart *parts = up_arena_array (reading->arena, UpPart, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, member, i);
      UpPart *part = &parts[i];

      if (item == NULL)
        continue;

      part->id = up_reading_enter_item (reading, item, member, i);
      up_reading_is_new (reading, ids, part->id, i);
      part->covers = up_reading_ids (reading, item, "covers", NULL);
      if (g_str_equal (member, "sources"))
        {
          read_source (reading, item, part);
        }
      else
        {
          part->title = up_reading_text (reading, item, "title", TRUE);
          part->text = up_reading_text (reading, item, "text", TRUE);
        }
      up_reading_leave (reading);
    }

  *n_parts = n;

  return parts;
}

static void
read_columns (UpReading *reading, JsonObject *object, UpBlock *block)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, object, "columns", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpCompareColumn *columns = up_arena_array (reading->arena, UpCompareColumn, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "columns", i);
      UpCompareColumn *column = &columns[i];

      if (item == NULL)
        continue;

      column->id = up_reading_enter_item (reading, item, "columns", i);
      up_reading_is_new (reading, ids, column->id, i);
      column->title = up_reading_text (reading, item, "title", TRUE);
      column->parts = read_parts (reading, item, "points", &column->n_parts);
      up_reading_leave (reading);
    }

  block->columns = columns;
  block->n_columns = n;
}

static int
find_kind (const char *kind)
{
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (block_kinds); i++)
    if (g_str_equal (kind, block_kinds[i]))
      return i;

  return -1;
}

static void
read_block (UpReading *reading, JsonObject *object, UpBlock *block)
{
  int kind = find_kind (up_reading_peek (object, "kind"));

  if (kind < 0)
    {
      up_reading_malformed (reading, "kind");
      return;
    }

  block->kind = kind;
  block->title = up_reading_text (reading, object, "title", FALSE);
  block->ours = up_reading_boolean (reading, object, "ours");
  block->covers = up_reading_ids (reading, object, "covers", NULL);

  switch (block->kind)
    {
    case UP_BLOCK_NOTE:
      block->tone = up_reading_id (reading, object, "tone");
      block->paragraphs = up_reading_texts (reading, object, "text", &block->n_paragraphs);
      break;

    case UP_BLOCK_TEXT:
      block->paragraphs = up_reading_texts (reading, object, "text", &block->n_paragraphs);
      break;

    case UP_BLOCK_COMPARE:
      read_columns (reading, object, block);
      break;

    case UP_BLOCK_STEPS:
    case UP_BLOCK_SOURCES:
      block->parts = read_parts (reading, object, block_kinds[kind], &block->n_parts);
      break;

    case UP_BLOCK_MOVES:
    case UP_BLOCK_SCENARIOS:
      block->refs = up_reading_ids (reading, object, block_kinds[kind], NULL);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
read_blocks (UpReading *reading, JsonObject *object, UpChapter *chapter)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, object, "blocks", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpBlock *blocks = up_arena_array (reading->arena, UpBlock, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "blocks", i);

      if (item == NULL)
        continue;

      blocks[i].id = up_reading_enter_item (reading, item, "blocks", i);
      up_reading_is_new (reading, ids, blocks[i].id, i);
      read_block (reading, item, &blocks[i]);
      up_reading_leave (reading);
    }

  chapter->blocks = blocks;
  chapter->n_blocks = n;
}

/**
 * up_guide_read:
 * @reading: a reading at the root
 * @root: the JSON of a guide
 *
 * Builds a guide, and checks on the way that ids are unique in their list.
 *
 * Returns: (transfer full) (nullable): a guide, or %NULL where a problem was reported
 */
UpGuide *
up_guide_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpArena) arena = up_arena_new ();
  g_autoptr (GPtrArray) chapters = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "chapters", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  reading->arena = arena;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "chapters", i);
      UpChapter *chapter;

      if (item == NULL)
        continue;

      chapter = g_object_new (UP_TYPE_CHAPTER, NULL);
      chapter->arena = up_arena_ref (arena);
      g_ptr_array_add (chapters, chapter);

      chapter->id = up_reading_enter_item (reading, item, "chapters", i);
      up_reading_is_new (reading, ids, chapter->id, i);
      chapter->title = up_reading_text (reading, item, "title", TRUE);
      chapter->summary = up_reading_text (reading, item, "summary", FALSE);
      if (json_object_has_member (item, "picture"))
        chapter->picture = up_reading_id (reading, item, "picture");
      read_blocks (reading, item, chapter);
      up_reading_leave (reading);
    }

  return reading->failed ? NULL : up_guide_new (g_steal_pointer (&chapters));
}
