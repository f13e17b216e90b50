/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-entry-filter.h"

#include "up-dates.h"
#include "up-entry-words.h"
#include "up-search.h"

#include <gtk/gtk.h>

/**
 * UpEntryFilter:
 *
 * Those entries of the journal that pass the search and the filter: first the plans that have come
 * round, then all else, newest first and a section for each day. When what
 * passes changes it tells of the part that differs alone, so that the list keeps its place.
 */
struct _UpEntryFilter
{
  GObject parent_instance;

  UpJournal *journal;
  GListModel *entries; /* of UpEntry */
  UpSearch *search;    /* over @entries; NULL until somebody searches */
  GPtrArray *items;    /* of UpEntry */
  GArray *starts;      /* of guint: where in @items each section starts */
  guint n_due;         /* of @items */
  gint64 now;
  gint64 tomorrow;

  char *query;
  int kind;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpEntryFilter, up_entry_filter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
get_item_type (GListModel *model)
{
  return UP_TYPE_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return UP_ENTRY_FILTER (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  UpEntryFilter *self = UP_ENTRY_FILTER (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  UpEntryFilter *self = UP_ENTRY_FILTER (model);
  guint low = 0;
  guint high = self->starts->len;

  /* What the interface asks for where there is nothing. */
  if (position >= self->items->len)
    {
      *start = self->items->len;
      *end = G_MAXUINT;
      return;
    }

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }

  *start = g_array_index (self->starts, guint, low);
  *end =
    low + 1 < self->starts->len ? g_array_index (self->starts, guint, low + 1) : self->items->len;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
index_entries (UpEntryFilter *self)
{
  guint n = g_list_model_get_n_items (self->entries);

  self->search = up_search_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (self->entries, i);
      g_autofree char *words = up_entry_words_collect (entry);

      up_search_add (self->search, words);
    }
}

/* Answers that somebody kept are thoughts, as notes are. */
static gboolean
passes (UpEntryFilter *self, UpEntry *entry)
{
  UpEntryKind kind = up_entry_get_kind (entry);

  return self->kind == UP_ENTRY_FILTER_ANY_KIND || (int) kind == self->kind ||
         (self->kind == UP_ENTRY_NOTE && kind == UP_ENTRY_WHICH_WAY);
}

static GPtrArray *
find_items (UpEntryFilter *self, guint *n_due)
{
  guint n = g_list_model_get_n_items (self->entries);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  *n_due = 0;
  if (self->query != NULL)
    {
      g_autoptr (GArray) found = NULL;

      if (self->search == NULL)
        index_entries (self);
      found = up_search_query (self->search, self->query);
      for (guint i = 0; i < found->len; i++)
        {
          g_autoptr (UpEntry) entry =
            g_list_model_get_item (self->entries, g_array_index (found, guint, i));

          if (passes (self, entry))
            g_ptr_array_add (items, g_steal_pointer (&entry));
        }
      return items;
    }

  for (guint i = 0; i < n; i++)
    {
      UpEntry *entry = g_list_model_get_item (self->entries, i);

      if (!passes (self, entry))
        g_object_unref (entry);
      else if (up_entry_is_due (entry, self->now))
        g_ptr_array_insert (items, (int) (*n_due)++, entry);
      else
        g_ptr_array_add (items, entry);
    }

  return items;
}

static void
find_sections (UpEntryFilter *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 day = 0;
  guint first = 0;

  g_array_set_size (self->starts, 0);
  if (self->n_due > 0)
    g_array_append_val (self->starts, first);

  for (guint i = self->n_due; i < self->items->len; i++)
    {
      gint64 own = up_date_get_day (zone, up_entry_get_date (g_ptr_array_index (self->items, i)));

      if (i > self->n_due && own == day)
        continue;

      g_array_append_val (self->starts, i);
      day = own;
    }
}

static void
refilter (UpEntryFilter *self)
{
  g_autoptr (GPtrArray) old = self->items;
  guint n_due_before = self->n_due;
  guint start = 0, end = 0, shorter;

  self->items = find_items (self, &self->n_due);
  find_sections (self);

  shorter = MIN (old->len, self->items->len);
  /* A plan is a card or a row: where the cards end may not be in between what stays. */
  if (self->n_due == n_due_before)
    while (start < shorter && old->pdata[start] == self->items->pdata[start])
      start++;
  while (end < shorter - start &&
         old->pdata[old->len - 1 - end] == self->items->pdata[self->items->len - 1 - end] &&
         end < MIN (old->len - n_due_before, self->items->len - self->n_due))
    end++;

  if (start + end < old->len || start + end < self->items->len)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                  self->items->len - start - end);
      /* An entry that is put before another one of the same day takes its heading. */
      if (self->items->len > 0)
        gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->items->len);
    }
}

static void
on_entries_changed (UpEntryFilter *self)
{
  g_clear_object (&self->search);
  self->now = up_journal_get_now (self->journal);
  refilter (self);
}

static void
up_entry_filter_dispose (GObject *object)
{
  UpEntryFilter *self = UP_ENTRY_FILTER (object);

  g_clear_object (&self->search);
  g_clear_object (&self->entries);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_entry_filter_parent_class)->dispose (object);
}

static void
up_entry_filter_finalize (GObject *object)
{
  UpEntryFilter *self = UP_ENTRY_FILTER (object);

  g_ptr_array_unref (self->items);
  g_array_unref (self->starts);
  g_free (self->query);

  G_OBJECT_CLASS (up_entry_filter_parent_class)->finalize (object);
}

static void
up_entry_filter_class_init (UpEntryFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_entry_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = up_entry_filter_finalize;
}

static void
up_entry_filter_init (UpEntryFilter *self)
{
  self->kind = UP_ENTRY_FILTER_ANY_KIND;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * up_entry_filter_new:
 * @journal: a journal
 *
 * Returns: (transfer full): a filter that everything in @journal passes
 */
UpEntryFilter *
up_entry_filter_new (UpJournal *journal)
{
  UpEntryFilter *self;

  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_ENTRY_FILTER, NULL);
  self->journal = g_object_ref (journal);
  self->entries = g_object_ref (up_journal_get_entries (journal));
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (on_entries_changed), self,
                           G_CONNECT_SWAPPED);
  up_entry_filter_update_day (self);

  return self;
}

/**
 * up_entry_filter_set_query:
 * @self: a filter
 * @query: (nullable): words that all have to be there; accents and case do not matter
 */
void
up_entry_filter_set_query (UpEntryFilter *self, const char *query)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (query != NULL ? query : ""));

  g_return_if_fail (UP_IS_ENTRY_FILTER (self));

  if (g_set_str (&self->query, *trimmed != '\0' ? trimmed : NULL))
    refilter (self);
}

/**
 * up_entry_filter_set_kind:
 * @self: a filter
 * @kind: a #UpEntryKind, or %UP_ENTRY_FILTER_ANY_KIND
 */
void
up_entry_filter_set_kind (UpEntryFilter *self, int kind)
{
  g_return_if_fail (UP_IS_ENTRY_FILTER (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  refilter (self);
}

/**
 * up_entry_filter_is_active:
 * @self: a filter
 *
 * Returns: whether anything is searched for or filtered by
 */
gboolean
up_entry_filter_is_active (UpEntryFilter *self)
{
  g_return_val_if_fail (UP_IS_ENTRY_FILTER (self), FALSE);

  return self->query != NULL || self->kind != UP_ENTRY_FILTER_ANY_KIND;
}

/**
 * up_entry_filter_count_due:
 * @self: a filter
 *
 * Returns: how many items at the front are plans that have come round
 */
guint
up_entry_filter_count_due (UpEntryFilter *self)
{
  g_return_val_if_fail (UP_IS_ENTRY_FILTER (self), 0);

  return self->n_due;
}

/**
 * up_entry_filter_find:
 * @self: a filter
 * @entry: an entry
 *
 * Returns: where in the list @entry stands, or %GTK_INVALID_LIST_POSITION
 */
guint
up_entry_filter_find (UpEntryFilter *self, UpEntry *entry)
{
  guint position;

  g_return_val_if_fail (UP_IS_ENTRY_FILTER (self), GTK_INVALID_LIST_POSITION);

  return g_ptr_array_find (self->items, entry, &position) ? position : GTK_INVALID_LIST_POSITION;
}

/**
 * up_entry_filter_get_now:
 * @self: a filter
 *
 * Returns: the time that what it says holds for, in seconds since 1970
 */
gint64
up_entry_filter_get_now (UpEntryFilter *self)
{
  g_return_val_if_fail (UP_IS_ENTRY_FILTER (self), 0);

  return self->now;
}

/**
 * up_entry_filter_update_day:
 * @self: a filter
 *
 * Takes up what a new day changes: today is yesterday, and other plans have come round. On the same
 * day it does nothing.
 */
void
up_entry_filter_update_day (UpEntryFilter *self)
{
  gint64 now;
  guint removed;

  g_return_if_fail (UP_IS_ENTRY_FILTER (self));

  now = up_journal_get_now (self->journal);
  if (now < self->tomorrow && now >= self->now)
    return;

  self->now = now;
  self->tomorrow = up_date_get_midnight (now, 1);
  removed = self->items->len;
  g_ptr_array_unref (self->items);
  self->items = find_items (self, &self->n_due);
  find_sections (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->items->len);
}
