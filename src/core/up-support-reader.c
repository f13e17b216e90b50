/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-hash.h"
#include "up-reading-private.h"
#include "up-support-private.h"

static void
read_blocks (UpReading *reading, JsonObject *root, UpSupport *support)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "blocks", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpSupportBlock *blocks = up_arena_array (reading->arena, UpSupportBlock, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "blocks", i);
      UpSupportBlock *block = &blocks[i];

      if (item == NULL)
        continue;

      block->id = up_reading_enter_item (reading, item, "blocks", i);
      up_reading_is_new (reading, ids, block->id, i);
      block->title = up_reading_text (reading, item, "title", TRUE);
      if (up_reading_list (reading, item, "text", TRUE) != NULL)
        block->paragraphs = up_reading_texts (reading, item, "text", &block->n_paragraphs);
      up_reading_leave (reading);
    }

  support->blocks = blocks;
  support->n_blocks = n;
}

static void
read_contacts (UpReading *reading, JsonObject *root, UpSupport *support)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "contacts", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpSupportContact *contacts = up_arena_array (reading->arena, UpSupportContact, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "contacts", i);
      UpSupportContact *contact = &contacts[i];

      if (item == NULL)
        continue;

      contact->id = up_reading_enter_item (reading, item, "contacts", i);
      up_reading_is_new (reading, ids, contact->id, i);
      contact->title = up_reading_text (reading, item, "title", TRUE);
      contact->hint = up_reading_text (reading, item, "hint", TRUE);
      up_reading_leave (reading);
    }

  support->contacts = contacts;
  support->n_contacts = n;
}

/**
 * up_support_read:
 * @reading: a reading at the root
 * @root: the JSON of the support page
 *
 * Builds the support page’s content, and checks on the way that ids are unique in their list.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL where a problem was reported
 */
UpSupport *
up_support_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpSupport) support = g_object_new (UP_TYPE_SUPPORT, NULL);

  support->arena = up_arena_new ();
  reading->arena = support->arena;
  support->title = up_reading_text (reading, root, "title", TRUE);
  read_blocks (reading, root, support);
  read_contacts (reading, root, support);

  return reading->failed ? NULL : g_steal_pointer (&support);
}
