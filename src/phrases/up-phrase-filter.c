/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-phrase-filter.h"

#include "up-search.h"

/**
 * UpPhraseFilter:
 *
 * Those phrases of a library, and of one's own, that pass the search and the filters. When what passes
 * changes it tells of the part that differs alone: so the list neither reloads nor loses its place at a
 * keystroke.
 */
struct _UpPhraseFilter
{
  GObject parent_instance;

  UpCatalog *catalog;
  UpJournal *journal;
  GListModel *library;  /* of UpPhrase */
  GPtrArray *phrases;   /* of UpPhrase: the library, and among it those of one's own */
  const char *language; /* the library's, interned; NULL where it is empty */
  UpSearch *search;     /* over @phrases; NULL until somebody searches */
  GArray *passing;      /* of guint, ascending */

  char *query;
  char *move; /* NULL for any */
  int lean;
  gboolean favourites;
  gboolean own;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpPhraseFilter, up_phrase_filter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return UP_TYPE_PHRASE;
}

static guint
get_n_items (GListModel *model)
{
  return UP_PHRASE_FILTER (model)->passing->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  UpPhraseFilter *self = UP_PHRASE_FILTER (model);

  if (position >= self->passing->len)
    return NULL;

  return g_object_ref (
    g_ptr_array_index (self->phrases, g_array_index (self->passing, guint, position)));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
append (GString *words, UpText text)
{
  if (up_text_is_set (text))
    g_string_append_printf (words, "\n%s", text.text);
}

static void
append_move (GString *words, UpCatalog *catalog, UpPhrase *phrase)
{
  UpMove *move =
    catalog != NULL ? up_catalog_find_move (catalog, up_phrase_get_move (phrase)) : NULL;

  if (move == NULL)
    return;

  append (words, up_move_get_title (move));
  append (words, up_move_get_summary (move));
}

/* What a phrase is found by: its words as they are shown, what they are good for, and what it does;
 * where the library is read in another language than the rest, in that language and in one's own. */
static void
index_phrases (UpPhraseFilter *self)
{
  g_autoptr (UpCatalog) other = NULL;

  if (self->language != NULL &&
      !g_str_equal (self->language, up_catalog_get_language (self->catalog)))
    other = up_catalog_new (self->language);

  self->search = up_search_new ();
  for (guint i = 0; i < self->phrases->len; i++)
    {
      UpPhrase *phrase = g_ptr_array_index (self->phrases, i);
      UpPhrase *counterpart =
        other != NULL ? up_catalog_find_phrase (self->catalog, NULL, up_phrase_get_id (phrase))
                      : NULL;
      g_autofree char *shown = up_phrase_to_display (phrase);
      g_autoptr (GString) words = g_string_new (shown);

      append (words, up_phrase_get_serves (phrase));
      append (words, up_phrase_get_fails (phrase));
      append (words, up_phrase_get_note (phrase));
      append_move (words, self->catalog, phrase);
      append_move (words, other, phrase);
      if (counterpart != NULL)
        {
          g_autofree char *same = up_phrase_to_display (counterpart);

          g_string_append_printf (words, "\n%s", same);
          append (words, up_phrase_get_serves (counterpart));
          append (words, up_phrase_get_fails (counterpart));
        }

      up_search_add (self->search, words->str);
    }
}

/* One's own phrases of other languages are there where one's own, or the chosen ones, are looked for. */
static gboolean
is_of_another_language (UpPhraseFilter *self, UpPhrase *phrase)
{
  return up_phrase_is_own (phrase) && !self->own && !self->favourites &&
         g_strcmp0 (up_phrase_get_text (phrase).language, self->language) != 0;
}

static gboolean
passes (UpPhraseFilter *self, guint i)
{
  UpPhrase *phrase = g_ptr_array_index (self->phrases, i);

  return !is_of_another_language (self, phrase) && (!self->own || up_phrase_is_own (phrase)) &&
         (self->lean == UP_PHRASE_FILTER_ANY_LEAN ||
          (int) up_phrase_get_lean (phrase) == self->lean) &&
         (self->move == NULL || g_str_equal (self->move, up_phrase_get_move (phrase))) &&
         (!self->favourites || up_journal_is_favourite (self->journal, up_phrase_get_id (phrase)));
}

static GArray *
find_passing (UpPhraseFilter *self)
{
  guint n = self->phrases->len;
  GArray *passing = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  if (n > 0 && self->query != NULL)
    {
      g_autoptr (GArray) found = NULL;

      if (self->search == NULL)
        index_phrases (self);
      found = up_search_query (self->search, self->query);
      for (guint i = 0; i < found->len; i++)
        if (passes (self, g_array_index (found, guint, i)))
          g_array_append_val (passing, g_array_index (found, guint, i));
    }
  else
    {
      for (guint i = 0; i < n; i++)
        if (passes (self, i))
          g_array_append_val (passing, i);
    }

  return passing;
}

static void
refilter (UpPhraseFilter *self)
{
  g_autoptr (GArray) old = self->passing;
  const guint *before = (const guint *) (gpointer) old->data;
  const guint *after;
  guint start = 0, end = 0, shorter;

  self->passing = find_passing (self);
  after = (const guint *) (gpointer) self->passing->data;

  shorter = MIN (old->len, self->passing->len);
  while (start < shorter && before[start] == after[start])
    start++;
  while (end < shorter - start && before[old->len - 1 - end] == after[self->passing->len - 1 - end])
    end++;

  if (start + end < old->len || start + end < self->passing->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->passing->len - start - end);
}

/* Those of one's own stand behind the others of their move, and last where the library has none. */
static void
gather (UpPhraseFilter *self)
{
  GListModel *entries = up_journal_get_phrases (self->journal);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->library != NULL ? g_list_model_get_n_items (self->library) : 0;

  /* The oldest first, as they were written. */
  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i - 1);

      g_ptr_array_add (own, g_object_ref (up_entry_get_phrase (entry)));
    }

  g_ptr_array_set_size (self->phrases, 0);
  self->language = NULL;
  for (guint i = 0; i < n; i++)
    {
      UpPhrase *phrase = g_list_model_get_item (self->library, i);
      g_autoptr (UpPhrase) next = g_list_model_get_item (self->library, i + 1);
      const char *move = up_phrase_get_move (phrase);

      self->language = up_phrase_get_text (phrase).language;
      g_ptr_array_add (self->phrases, phrase);
      for (guint j = 0;
           j < own->len && (next == NULL || g_strcmp0 (up_phrase_get_move (next), move) != 0); j++)
        if (g_str_equal (up_phrase_get_move (g_ptr_array_index (own, j)), move))
          g_ptr_array_add (self->phrases, g_ptr_array_steal_index (own, j--));
    }
  g_ptr_array_extend_and_steal (self->phrases, g_steal_pointer (&own));
}

/* Another library, or the same with other words: nothing of what was shown is kept. */
static void
replace_all (UpPhraseFilter *self)
{
  guint removed = self->passing->len;

  g_clear_object (&self->search);
  gather (self);
  g_array_unref (self->passing);
  self->passing = find_passing (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->passing->len);
}

/* One's own phrases are others now, and the library is as it was. */
static void
on_own_changed (UpPhraseFilter *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  guint start = 0, end = 0, shorter;

  for (guint i = 0; i < self->passing->len; i++)
    g_ptr_array_add (before, get_item (G_LIST_MODEL (self), i));

  g_clear_object (&self->search);
  gather (self);
  g_array_unref (self->passing);
  self->passing = find_passing (self);

#define SHOWN(i) g_ptr_array_index (self->phrases, g_array_index (self->passing, guint, i))
  shorter = MIN (before->len, self->passing->len);
  while (start < shorter && g_ptr_array_index (before, start) == SHOWN (start))
    start++;
  while (end < shorter - start &&
         g_ptr_array_index (before, before->len - 1 - end) == SHOWN (self->passing->len - 1 - end))
    end++;
#undef SHOWN

  if (start + end < before->len || start + end < self->passing->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end,
                                self->passing->len - start - end);
}

static void
on_favourites_changed (UpPhraseFilter *self)
{
  if (self->favourites)
    refilter (self);
}

static void
up_phrase_filter_dispose (GObject *object)
{
  UpPhraseFilter *self = UP_PHRASE_FILTER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->search);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_phrase_filter_parent_class)->dispose (object);
}

static void
up_phrase_filter_finalize (GObject *object)
{
  UpPhraseFilter *self = UP_PHRASE_FILTER (object);

  g_array_unref (self->passing);
  g_ptr_array_unref (self->phrases);
  g_free (self->query);
  g_free (self->move);

  G_OBJECT_CLASS (up_phrase_filter_parent_class)->finalize (object);
}

static void
up_phrase_filter_class_init (UpPhraseFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_phrase_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = up_phrase_filter_finalize;
}

static void
up_phrase_filter_init (UpPhraseFilter *self)
{
  self->passing = g_array_new (FALSE, FALSE, sizeof (guint));
  self->phrases = g_ptr_array_new_with_free_func (g_object_unref);
  self->lean = UP_PHRASE_FILTER_ANY_LEAN;
}

/**
 * up_phrase_filter_new:
 * @catalog: where the moves' titles are
 * @journal: where the favourites and one's own phrases are
 *
 * Returns: (transfer full): a filter without phrases
 */
UpPhraseFilter *
up_phrase_filter_new (UpCatalog *catalog, UpJournal *journal)
{
  UpPhraseFilter *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_PHRASE_FILTER, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "favourites-changed", G_CALLBACK (on_favourites_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (up_journal_get_phrases (journal), "items-changed",
                           G_CALLBACK (on_own_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_phrase_filter_set_phrases:
 * @self: a filter
 * @phrases: (nullable): the library, a list of #UpPhrase
 *
 * Filters another library, or the same one anew where the moves are called otherwise now.
 */
void
up_phrase_filter_set_phrases (UpPhraseFilter *self, GListModel *phrases)
{
  g_return_if_fail (UP_IS_PHRASE_FILTER (self));
  g_return_if_fail (phrases == NULL || G_IS_LIST_MODEL (phrases));

  g_set_object (&self->library, phrases);
  replace_all (self);
}

/**
 * up_phrase_filter_set_query:
 * @self: a filter
 * @query: (nullable): words that all have to be there; accents and case do not matter
 */
void
up_phrase_filter_set_query (UpPhraseFilter *self, const char *query)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (query != NULL ? query : ""));

  g_return_if_fail (UP_IS_PHRASE_FILTER (self));

  if (g_set_str (&self->query, *trimmed != '\0' ? trimmed : NULL))
    refilter (self);
}

/**
 * up_phrase_filter_set_lean:
 * @self: a filter
 * @lean: a #UpLean, or %UP_PHRASE_FILTER_ANY_LEAN
 */
void
up_phrase_filter_set_lean (UpPhraseFilter *self, int lean)
{
  g_return_if_fail (UP_IS_PHRASE_FILTER (self));

  if (self->lean == lean)
    return;

  self->lean = lean;
  refilter (self);
}

/**
 * up_phrase_filter_set_move:
 * @self: a filter
 * @move: (nullable): the id of a move, or %NULL for all
 */
void
up_phrase_filter_set_move (UpPhraseFilter *self, const char *move)
{
  g_return_if_fail (UP_IS_PHRASE_FILTER (self));

  if (g_set_str (&self->move, move))
    refilter (self);
}

/**
 * up_phrase_filter_set_favourites:
 * @self: a filter
 * @favourites: whether favourites alone pass
 */
void
up_phrase_filter_set_favourites (UpPhraseFilter *self, gboolean favourites)
{
  g_return_if_fail (UP_IS_PHRASE_FILTER (self));

  if (self->favourites == favourites)
    return;

  self->favourites = favourites;
  refilter (self);
}

/**
 * up_phrase_filter_get_favourites:
 * @self: a filter
 *
 * Returns: whether favourites alone pass
 */
gboolean
up_phrase_filter_get_favourites (UpPhraseFilter *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_FILTER (self), FALSE);

  return self->favourites;
}

/**
 * up_phrase_filter_set_own:
 * @self: a filter
 * @own: whether phrases of one's own alone pass, those of other languages too
 */
void
up_phrase_filter_set_own (UpPhraseFilter *self, gboolean own)
{
  g_return_if_fail (UP_IS_PHRASE_FILTER (self));

  if (self->own == own)
    return;

  self->own = own;
  refilter (self);
}

/**
 * up_phrase_filter_get_own:
 * @self: a filter
 *
 * Returns: whether phrases of one's own alone pass
 */
gboolean
up_phrase_filter_get_own (UpPhraseFilter *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_FILTER (self), FALSE);

  return self->own;
}

/**
 * up_phrase_filter_is_active:
 * @self: a filter
 *
 * Returns: whether anything is searched for or filtered by
 */
gboolean
up_phrase_filter_is_active (UpPhraseFilter *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_FILTER (self), FALSE);

  return self->query != NULL || self->move != NULL || self->lean != UP_PHRASE_FILTER_ANY_LEAN ||
         self->favourites || self->own;
}

/**
 * up_phrase_to_display:
 * @phrase: a phrase
 *
 * The phrase as a list shows it, with the labels of its blanks in their places.
 *
 * Returns: (transfer full): the text
 */
char *
up_phrase_to_display (UpPhrase *phrase)
{
  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);

  return up_phrase_get_n_blanks (phrase) > 0 ? up_phrase_fill (phrase, NULL)
                                             : g_strdup (up_phrase_get_text (phrase).text);
}
