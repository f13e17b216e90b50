/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-contacts-private.h"
#include "up-hash.h"
#include "up-reading-private.h"

#include <glib/gi18n-lib.h>

static void
check_title (UpReading *reading, const UpContact *contact)
{
  const UpCheckContext *context = reading->context;
  g_autofree char *found = NULL;

  if (contact->id == NULL || contact->title != NULL || context == NULL ||
      context->knows_contact == NULL || context->knows_contact (contact->id, context->user_data))
    return;

  found = up_problem_quote (contact->id);
  up_reading_complain (reading, "id", found,
                       _ ("the id of a contact of the support page, or a “title” beside it"),
                       _ ("The support page has no such contact, and a new one needs a title."));
}

/**
 * up_contacts_read:
 * @reading: a reading at the root
 * @root: the JSON of an organisation's contacts
 *
 * Builds contacts, and checks on the way that ids are unique and that a contact that the support
 * page has no place for has a title.
 *
 * Returns: (transfer full) (nullable): the contacts, or %NULL where a problem was reported
 */
UpContacts *
up_contacts_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpContacts) self = g_object_new (UP_TYPE_CONTACTS, NULL);
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "contacts", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpContact *contacts;

  self->arena = up_arena_new ();
  reading->arena = self->arena;
  contacts = up_arena_array (self->arena, UpContact, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "contacts", i);
      UpContact *contact = &contacts[i];

      if (item == NULL)
        continue;

      contact->id = up_reading_enter_item (reading, item, "contacts", i);
      up_reading_is_new (reading, ids, contact->id, i);
      contact->title = up_reading_text (reading, item, "title", FALSE).text;
      contact->text = up_reading_text (reading, item, "text", TRUE).text;
      check_title (reading, contact);
      up_reading_leave (reading);
    }

  self->contacts = contacts;
  self->n_contacts = n;

  return reading->failed ? NULL : g_steal_pointer (&self);
}
