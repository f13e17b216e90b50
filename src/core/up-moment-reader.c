/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-hash.h"
#include "up-moment-private.h"
#include "up-reading-private.h"

static UpMoment *
read_moment (UpReading *reading, JsonObject *object, const char *id)
{
  UpMoment *moment = g_object_new (UP_TYPE_MOMENT, NULL);
  int role = up_reading_term (reading, object, "role", UP_TERMS_ROLE, TRUE);

  moment->arena = up_arena_ref (reading->arena);
  moment->id = id;
  if (role >= 0)
    moment->role = role;
  moment->situation = up_reading_text (reading, object, "situation", TRUE);
  moment->prompt = up_reading_text (reading, object, "prompt", TRUE);
  if (up_reading_list (reading, object, "moves", TRUE) != NULL)
    moment->moves = up_reading_ids (reading, object, "moves", &moment->n_moves);
  if (up_reading_list (reading, object, "listenFor", TRUE) != NULL)
    moment->listen_for = up_reading_texts (reading, object, "listenFor", &moment->n_listen_for);
  moment->reply = up_reading_text (reading, object, "reply", TRUE);
  moment->go_on = up_reading_text (reading, object, "goOn", TRUE);

  return moment;
}

/**
 * up_moments_read:
 * @reading: a reading at the root
 * @root: the JSON of the moments
 *
 * Builds the moments, and checks on the way that ids are unique.
 *
 * Returns: (transfer full) (nullable) (element-type UpMoment): the moments, or %NULL where a
 *   problem was reported
 */
GPtrArray *
up_moments_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpArena) arena = up_arena_new ();
  g_autoptr (GPtrArray) moments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "moments", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  reading->arena = arena;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "moments", i);
      const char *id;

      if (item == NULL)
        continue;

      id = up_reading_enter_item (reading, item, "moments", i);
      up_reading_is_new (reading, ids, id, i);
      g_ptr_array_add (moments, read_moment (reading, item, id));
      up_reading_leave (reading);
    }

  return reading->failed ? NULL : g_steal_pointer (&moments);
}
