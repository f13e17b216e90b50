/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-search-private.h"

#include "up-fold.h"

#include <string.h>

/* Texts are folded and cut into words, and each different word is kept once, with the documents it
 * stands in. What a person types must occur *within* a word, not only at its start: Arabic puts its
 * article and particles before a word, German its compounds, and Chinese has no spaces, so that a
 * whole clause is one word here. Typing on can therefore only narrow what is found.
 *
 * Each character and each pair of characters that follow each other has a list of the words it is in.
 * A query of one or two characters is answered by that list; for a longer one, the words of the
 * shortest list are looked at, or those found for the letters typed before, if they are fewer.
 */

/* Characters below it have the lists of their own number; the others and pairs have slots. */
#define N_OWN (1u << 16)

#define FIRST_SLOTS (1u << 12)

typedef struct
{
  const char *text; /* in the chunk */
  guint n_docs;
  guint last; /* the document it was last seen in */
} Word;

/* A list of lists: list i is values[starts[i]] … values[starts[i + 1] - 1]. */
typedef struct
{
  guint *starts;
  guint *values;
} Lists;

/* What was found for one word of a query. */
typedef struct
{
  guint64 *docs; /* a bit each */
  const guint *words;
  guint n_words;
  GArray *own_words; /* (nullable): of guint, where @words is not a list of the index */
} Found;

struct _UpSearch
{
  GObject parent_instance;

  GStringChunk *chunk;
  GHashTable *numbers; /* a word's text → its number + 1 */
  GArray *words;       /* of Word */
  GArray *doc_words;   /* of guint: the words of all documents, one after the other */
  GArray *doc_ends;    /* of guint: where in doc_words each document ends */

  guint64 *slots; /* keys of pairs in a hash table with open addressing, 0 where there is none */
  guint n_slots;  /* a power of two */
  guint n_pairs;

  gboolean indexed;
  Lists docs;        /* by word */
  Lists words_with;  /* of words, by character and pair: see get_list() */
  GHashTable *found; /* a word of the last query → Found */
};

G_DEFINE_FINAL_TYPE (UpSearch, up_search, G_TYPE_OBJECT)

static void
found_free (Found *found)
{
  g_free (found->docs);
  g_clear_pointer (&found->own_words, g_array_unref);
  g_free (found);
}

static void
lists_clear (Lists *lists)
{
  g_clear_pointer (&lists->starts, g_free);
  g_clear_pointer (&lists->values, g_free);
}

static void
up_search_finalize (GObject *object)
{
  UpSearch *self = UP_SEARCH (object);

  lists_clear (&self->docs);
  lists_clear (&self->words_with);
  g_free (self->slots);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->words);
  g_array_unref (self->doc_words);
  g_array_unref (self->doc_ends);
  g_string_chunk_free (self->chunk);

  G_OBJECT_CLASS (up_search_parent_class)->finalize (object);
}

static void
up_search_class_init (UpSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_search_finalize;
}

static GHashTable *
new_found (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) found_free);
}

static void
up_search_init (UpSearch *self)
{
  self->chunk = g_string_chunk_new (4096);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->doc_words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->doc_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint64, self->n_slots);
  self->found = new_found ();
}

/**
 * up_search_new:
 *
 * Returns: (transfer full): an index without documents
 */
UpSearch *
up_search_new (void)
{
  return g_object_new (UP_TYPE_SEARCH, NULL);
}

static guint64
get_key (gunichar before, gunichar ch)
{
  return ((guint64) before << 21) | ch;
}

/* Where @key is in @slots, or where it would have to go. */
static guint
find_slot (const guint64 *slots, guint n_slots, guint64 key)
{
  guint slot = (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (n_slots - 1);

  while (slots[slot] != 0 && slots[slot] != key)
    slot = (slot + 1) & (n_slots - 1);

  return slot;
}

static void
add_slot (UpSearch *self, guint64 key)
{
  guint slot = find_slot (self->slots, self->n_slots, key);

  if (self->slots[slot] == key)
    return;

  self->slots[slot] = key;
  self->n_pairs++;

  if (self->n_pairs > self->n_slots / 2)
    {
      guint n_slots = self->n_slots * 2;
      guint64 *slots = g_new0 (guint64, n_slots);

      for (guint i = 0; i < self->n_slots; i++)
        {
          if (self->slots[i] != 0)
            slots[find_slot (slots, n_slots, self->slots[i])] = self->slots[i];
        }

      g_free (self->slots);
      self->slots = slots;
      self->n_slots = n_slots;
    }
}

/* The number of the list of words with a character or pair; one of those that are always empty where
 * no word has it. */
static guint
get_list (UpSearch *self, guint64 key)
{
  return key < N_OWN ? (guint) key : N_OWN + find_slot (self->slots, self->n_slots, key);
}

typedef void (*KeyFunc) (UpSearch *self, guint64 key, gpointer user_data);

/* Calls @func for each character of @word, and for each two that follow each other. */
static void
foreach_key (UpSearch *self, const char *word, KeyFunc func, gpointer user_data)
{
  gunichar before = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      func (self, get_key (0, ch), user_data);
      if (before != 0)
        func (self, get_key (before, ch), user_data);
      before = ch;
    }
}

static void
note_key (UpSearch *self, guint64 key, gpointer user_data)
{
  if (key >= N_OWN)
    add_slot (self, key);
}

/**
 * up_search_add:
 * @self: an index
 * @text: UTF-8 text
 *
 * Adds a document. The first query after documents were added takes the time to index them all.
 *
 * Returns: the document's number, counted from 0
 */
guint
up_search_add (UpSearch *self, const char *text)
{
  g_autofree char *folded = NULL;
  guint doc;
  char *p;
  char *text_of_word;

  g_return_val_if_fail (UP_IS_SEARCH (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  doc = self->doc_ends->len;
  folded = up_fold (text, NULL);
  p = folded;

  while ((text_of_word = up_search_next_word (&p)) != NULL)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text_of_word));
      Word *word;

      if (number == 0)
        {
          Word new_word = { g_string_chunk_insert (self->chunk, text_of_word), 0, 0 };

          foreach_key (self, new_word.text, note_key, NULL);
          g_array_append_val (self->words, new_word);
          number = self->words->len;
          g_hash_table_insert (self->numbers, (gpointer) new_word.text, GUINT_TO_POINTER (number));
        }

      number--;
      word = &g_array_index (self->words, Word, number);
      if (word->n_docs > 0 && word->last == doc)
        continue;

      word->n_docs++;
      word->last = doc;
      g_array_append_val (self->doc_words, number);
    }

  g_array_append_val (self->doc_ends, self->doc_words->len);
  self->indexed = FALSE;

  return doc;
}

typedef struct
{
  guint *last; /* by list: the word last put there, + 1 */
  guint word;
  gboolean fill; /* else only count */
} Filling;

static void
fill_list (UpSearch *self, guint64 key, gpointer user_data)
{
  Filling *filling = user_data;
  guint list = get_list (self, key);

  if (filling->last[list] == filling->word + 1)
    return;

  filling->last[list] = filling->word + 1;
  if (filling->fill)
    self->words_with.values[self->words_with.starts[list]++] = filling->word;
  else
    self->words_with.starts[list + 1]++;
}

/* Turns the counts in starts[i + 1] into starts, and makes room for the values. */
static void
lists_allocate (Lists *lists, guint n_lists)
{
  for (guint i = 0; i < n_lists; i++)
    lists->starts[i + 1] += lists->starts[i];

  lists->values = g_new (guint, MAX (lists->starts[n_lists], 1));
}

/* Each start was moved on to its list's end as values were put in: moves them back. */
static void
lists_finish (Lists *lists, guint n_lists)
{
  memmove (lists->starts + 1, lists->starts, n_lists * sizeof (guint));
  lists->starts[0] = 0;
}

static void
fill_lists (UpSearch *self, Filling *filling)
{
  for (filling->word = 0; filling->word < self->words->len; filling->word++)
    foreach_key (self, g_array_index (self->words, Word, filling->word).text, fill_list, filling);
}

static void
index_words (UpSearch *self)
{
  guint n_lists = N_OWN + self->n_slots;
  g_autofree guint *last = g_new0 (guint, n_lists);
  Filling filling = { last, 0, FALSE };

  lists_clear (&self->words_with);
  self->words_with.starts = g_new0 (guint, n_lists + 1);
  fill_lists (self, &filling);

  lists_allocate (&self->words_with, n_lists);
  memset (last, 0, n_lists * sizeof (guint));
  filling.fill = TRUE;
  fill_lists (self, &filling);
  lists_finish (&self->words_with, n_lists);
}

static void
index_docs (UpSearch *self)
{
  guint i = 0;

  lists_clear (&self->docs);
  self->docs.starts = g_new0 (guint, self->words->len + 1);

  for (guint word = 0; word < self->words->len; word++)
    self->docs.starts[word + 1] = g_array_index (self->words, Word, word).n_docs;
  lists_allocate (&self->docs, self->words->len);

  for (guint doc = 0; doc < self->doc_ends->len; doc++)
    {
      for (; i < g_array_index (self->doc_ends, guint, doc); i++)
        {
          guint word = g_array_index (self->doc_words, guint, i);

          self->docs.values[self->docs.starts[word]++] = doc;
        }
    }

  lists_finish (&self->docs, self->words->len);
}

static void
ensure_index (UpSearch *self)
{
  if (self->indexed)
    return;

  index_words (self);
  index_docs (self);
  g_hash_table_remove_all (self->found);
  self->indexed = TRUE;
}

/* Words that may hold what is looked for. */
typedef struct
{
  const guint *words;
  guint n_words;
} Candidates;

static void
choose_list (UpSearch *self, guint64 key, gpointer user_data)
{
  Candidates *candidates = user_data;
  guint list = get_list (self, key);
  guint start = self->words_with.starts[list];
  guint n_words = self->words_with.starts[list + 1] - start;

  if (n_words < candidates->n_words)
    {
      candidates->words = self->words_with.values + start;
      candidates->n_words = n_words;
    }
}

/* What holds @text holds every part of it that something was found for. */
static void
choose_found (UpSearch *self, const char *text, Candidates *candidates)
{
  GHashTableIter iter;
  gpointer part;
  gpointer found;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &part, &found))
    {
      const Found *known = found;

      if (known->n_words < candidates->n_words && strstr (text, part) != NULL)
        {
          candidates->words = known->words;
          candidates->n_words = known->n_words;
        }
    }
}

/* Of the candidates, those that do hold @text. */
static void
keep_words (UpSearch *self, Found *found, const char *text, const Candidates *candidates)
{
  found->own_words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < candidates->n_words; i++)
    {
      guint word = candidates->words[i];

      if (strstr (g_array_index (self->words, Word, word).text, text) != NULL)
        g_array_append_val (found->own_words, word);
    }

  found->words = (const guint *) (gpointer) found->own_words->data;
  found->n_words = found->own_words->len;
}

/* The words that hold @text, and the documents that they are in. */
static Found *
find (UpSearch *self, const char *text)
{
  Found *found = g_new0 (Found, 1);
  Candidates candidates = { NULL, G_MAXUINT };

  foreach_key (self, text, choose_list, &candidates);
  if (g_utf8_strlen (text, -1) <= 2)
    {
      found->words = candidates.words;
      found->n_words = candidates.n_words;
    }
  else
    {
      choose_found (self, text, &candidates);
      keep_words (self, found, text, &candidates);
    }

  found->docs = g_new0 (guint64, self->doc_ends->len / 64 + 1);
  for (guint i = 0; i < found->n_words; i++)
    {
      guint word = found->words[i];

      for (guint j = self->docs.starts[word]; j < self->docs.starts[word + 1]; j++)
        {
          guint doc = self->docs.values[j];

          found->docs[doc / 64] |= G_GUINT64_CONSTANT (1) << (doc % 64);
        }
    }

  return found;
}

/**
 * up_search_query:
 * @self: an index
 * @query: what was typed; UTF-8 text
 *
 * Finds the documents in which every word of @query occurs, be it a whole word or a part of one.
 * Both are folded as up_fold() does. Spaces and punctuation separate words.
 *
 * Returns: (transfer full) (element-type guint): the documents' numbers, ascending; all of them
 *   where @query has no word
 */
GArray *
up_search_query (UpSearch *self, const char *query)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GHashTable) found = NULL;
  g_autofree guint64 *all = NULL;
  GArray *result;
  guint n_docs;
  guint n_bits;

  g_return_val_if_fail (UP_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  ensure_index (self);

  n_docs = self->doc_ends->len;
  n_bits = n_docs / 64 + 1;
  all = g_new (guint64, n_bits);
  memset (all, 0xff, n_bits * sizeof (guint64));

  /* While somebody types, only the last word changes, and grows: what was found is of use again. */
  words = up_search_get_words (query);
  found = new_found ();
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gpointer key = NULL;
      gpointer value = NULL;

      if (!g_hash_table_steal_extended (self->found, word, &key, &value))
        {
          key = g_strdup (word);
          value = find (self, word);
        }
      g_hash_table_insert (found, key, value);

      for (guint j = 0; j < n_bits; j++)
        all[j] &= ((Found *) value)->docs[j];
    }
  g_hash_table_unref (self->found);
  self->found = g_steal_pointer (&found);

  result = g_array_sized_new (FALSE, FALSE, sizeof (guint), 64);
  for (guint i = 0; i < n_bits; i++)
    {
      for (guint64 bits = all[i]; bits != 0; bits &= bits - 1)
        {
          guint doc = i * 64 + (guint) __builtin_ctzll (bits);

          if (doc < n_docs)
            g_array_append_val (result, doc);
        }
    }

  return result;
}
