/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-entry-list-private.h"

/* The list is kept the other way round, oldest first, so that what is added is mostly added at the
 * end. */

/* How often something was done, and when last. */
typedef struct
{
  guint n;
  gint64 last;
} Tally;

struct _UpEntryList
{
  GObject parent_instance;

  GPtrArray *entries;                    /* oldest first */
  GHashTable *by_id;                     /* id → UpEntry, both of the entries' */
  GHashTable *tallies[UP_ENTRY_N_KINDS]; /* subject → Tally */
  guint64 last_serial;
};

static GType
up_entry_list_get_item_type (GListModel *model)
{
  return UP_TYPE_ENTRY;
}

static guint
up_entry_list_get_n_items (GListModel *model)
{
  return UP_ENTRY_LIST (model)->entries->len;
}

static gpointer
up_entry_list_get_item (GListModel *model, guint position)
{
  UpEntryList *self = UP_ENTRY_LIST (model);

  if (position >= self->entries->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->entries, self->entries->len - 1 - position));
}

static void
up_entry_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = up_entry_list_get_item_type;
  iface->get_n_items = up_entry_list_get_n_items;
  iface->get_item = up_entry_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UpEntryList, up_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, up_entry_list_model_init))

static void
up_entry_list_finalize (GObject *object)
{
  UpEntryList *self = UP_ENTRY_LIST (object);

  for (guint i = 0; i < UP_ENTRY_N_KINDS; i++)
    g_clear_pointer (&self->tallies[i], g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (up_entry_list_parent_class)->finalize (object);
}

static void
up_entry_list_class_init (UpEntryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_entry_list_finalize;
}

static void
up_entry_list_init (UpEntryList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < UP_ENTRY_N_KINDS; i++)
    self->tallies[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * up_entry_list_new:
 *
 * Returns: (transfer full): an empty list
 */
UpEntryList *
up_entry_list_new (void)
{
  return g_object_new (UP_TYPE_ENTRY_LIST, NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const UpEntry *one = a;
  const UpEntry *other = b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;

  return one->serial < other->serial ? -1 : one->serial > other->serial;
}

/* Where an entry is, or belongs, from the oldest. */
static guint
search (UpEntryList *self, UpEntry *entry)
{
  guint low = 0;
  guint high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (g_ptr_array_index (self->entries, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gpointer
ref_entry (gconstpointer entry, gpointer user_data)
{
  return g_object_ref ((gpointer) entry);
}

static void
tally (UpEntryList *self, UpEntry *entry)
{
  GHashTable *tallies = self->tallies[entry->kind];
  Tally *kept;

  if (entry->subject == NULL)
    return;

  kept = g_hash_table_lookup (tallies, entry->subject);
  if (kept == NULL)
    {
      kept = g_new0 (Tally, 1);
      g_hash_table_insert (tallies, g_strdup (entry->subject), kept);
    }
  kept->n++;
  kept->last = MAX (kept->last, entry->date);
}

/* After an entry like @entry was removed. */
static void
tally_again (UpEntryList *self, UpEntry *entry)
{
  if (entry->subject == NULL)
    return;

  g_hash_table_remove (self->tallies[entry->kind], entry->subject);
  for (guint i = 0; i < self->entries->len; i++)
    {
      UpEntry *other = g_ptr_array_index (self->entries, i);

      if (other->kind == entry->kind && g_strcmp0 (other->subject, entry->subject) == 0)
        tally (self, other);
    }
}

/**
 * up_entry_list_find:
 * @self: a list
 * @id: an entry's id
 *
 * Returns: (transfer none) (nullable): the entry
 */
UpEntry *
up_entry_list_find (UpEntryList *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * up_entry_list_set:
 * @self: a list
 * @entries: (transfer full) (element-type UpEntry): entries of different ids, those of the same date
 *   in the order in which they came
 *
 * Makes @self hold these and no others.
 */
void
up_entry_list_set (UpEntryList *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) old = self->entries;
  gboolean is_sorted = TRUE;

  self->entries = entries;
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < UP_ENTRY_N_KINDS; i++)
    g_hash_table_remove_all (self->tallies[i]);

  for (guint i = 0; i < entries->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (entries, i);

      /* One and the same id in two files is nothing that was written here. */
      if (g_hash_table_contains (self->by_id, entry->id))
        {
          g_ptr_array_remove_index (entries, i--);
          continue;
        }

      if (entry->serial == 0)
        entry->serial = ++self->last_serial;
      if (i > 0 && is_sorted)
        is_sorted = compare (g_ptr_array_index (entries, i - 1), entry) < 0;
      g_hash_table_insert (self->by_id, entry->id, entry);
      tally (self, entry);
    }

  if (!is_sorted)
    g_ptr_array_sort_values (entries, compare);

  if (old->len > 0 || entries->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, entries->len);
}

/**
 * up_entry_list_copy:
 * @self: a list
 *
 * Returns: (transfer full) (element-type UpEntry): what it holds now, oldest first
 */
GPtrArray *
up_entry_list_copy (UpEntryList *self)
{
  return g_ptr_array_copy (self->entries, ref_entry, NULL);
}

/**
 * up_entry_list_put:
 * @self: a list
 * @entry: (transfer none): an entry
 *
 * Adds @entry, or has it take the place of the one that has its id.
 */
void
up_entry_list_put (UpEntryList *self, UpEntry *entry)
{
  UpEntry *old = g_hash_table_lookup (self->by_id, entry->id);
  guint place;

  if (old != NULL && old->date == entry->date && old->kind == entry->kind &&
      g_strcmp0 (old->subject, entry->subject) == 0)
    {
      place = search (self, old);
      entry->serial = old->serial;
      g_hash_table_replace (self->by_id, entry->id, entry);
      self->entries->pdata[place] = g_object_ref (entry);
      g_object_unref (old);
      g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1 - place, 1, 1);
      return;
    }

  if (old != NULL)
    up_entry_list_remove (self, entry->id);
  if (entry->serial == 0)
    entry->serial = ++self->last_serial;
  place = search (self, entry);
  g_ptr_array_insert (self->entries, (gint) place, g_object_ref (entry));
  g_hash_table_insert (self->by_id, entry->id, entry);
  tally (self, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1 - place, 0, 1);
}

/**
 * up_entry_list_remove:
 * @self: a list
 * @id: an entry's id
 *
 * Removes an entry.
 *
 * Returns: whether there was one
 */
gboolean
up_entry_list_remove (UpEntryList *self, const char *id)
{
  g_autoptr (UpEntry) entry = NULL;
  guint place;

  entry = g_hash_table_lookup (self->by_id, id);
  if (entry == NULL)
    return FALSE;

  /* The id may be the entry's own. */
  g_object_ref (entry);
  place = search (self, entry);
  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove_index (self->entries, place);
  tally_again (self, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - place, 1, 0);

  return TRUE;
}

/**
 * up_entry_list_count:
 * @self: a list
 * @kind: a kind of entries
 * @subject: what they are about
 * @last: (out) (optional): when the newest was made, or 0
 *
 * Returns: how many there are
 */
guint
up_entry_list_count (UpEntryList *self, UpEntryKind kind, const char *subject, gint64 *last)
{
  Tally *kept = g_hash_table_lookup (self->tallies[kind], subject);

  if (last != NULL)
    *last = kept != NULL ? kept->last : 0;

  return kept != NULL ? kept->n : 0;
}

/**
 * up_entry_list_format:
 * @self: a list
 * @file: a file
 *
 * Returns: (transfer full): what is to stand in that file, the oldest entry first
 */
char *
up_entry_list_format (UpEntryList *self, UpEntryFile file)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (self->entries, i);

      /* Phrases are in a list of their own. */
      if (file != UP_ENTRY_FILE_PHRASES &&
          (entry->kind == UP_ENTRY_ATTEMPT) != (file == UP_ENTRY_FILE_ATTEMPTS))
        continue;

      g_string_append_len (lines, entry->line.text, entry->line.length);
      g_string_append_c (lines, '\n');
    }

  return g_string_free (lines, FALSE);
}
