/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-search.h"

#include "up-fold.h"

#include <string.h>

/* Texts are folded and cut into words, and each different word is kept once, with the documents it
 * stands in. What a person types must occur *within* a word, not only at its start: Arabic puts its
 * article and particles before a word, German its compounds, and Chinese has no spaces, so that a
 * whole clause is one word here. Typing on can therefore only narrow what is found.
 *
 * Which words may hold what was typed is told by their characters and pairs of characters, each in
 * a bucket; the words of the smallest bucket are then looked at. Characters of the basic plane have
 * a bucket of their own each. Pairs, and the few other characters, are hashed: a shared bucket costs
 * time and never changes the result.
 */

#define N_OWN (1u << 16)
#define N_HASHED (1u << 16)
#define N_BUCKETS (N_OWN + N_HASHED)

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

struct _UpSearch
{
  GObject parent_instance;

  GStringChunk *chunk;
  GHashTable *numbers; /* a word's text → its number + 1 */
  GArray *words;       /* of Word */
  GArray *doc_words;   /* of guint: the words of all documents, one after the other */
  GArray *doc_ends;    /* of guint: where in doc_words each document ends */

  gboolean indexed;
  Lists docs;        /* by word */
  Lists buckets;     /* of words, by bucket */
  GHashTable *found; /* a word of the last query → the documents, a bit each */
};

G_DEFINE_FINAL_TYPE (UpSearch, up_search, G_TYPE_OBJECT)

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
  lists_clear (&self->buckets);
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

static void
up_search_init (UpSearch *self)
{
  self->chunk = g_string_chunk_new (4096);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->doc_words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->doc_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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

static gboolean
is_separator (gunichar ch)
{
  if (ch == '\'')
    return FALSE; /* “don’t” is one word */

  return ch == ' ' || g_unichar_ispunct (ch) || g_unichar_iscntrl (ch);
}

/* Cuts the next word out of the folded text at *@p and moves on behind it; %NULL where there is no
 * more. */
static char *
next_word (char **p)
{
  char *start = *p;
  char *end;

  while (*start != '\0' && is_separator (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  for (end = start; *end != '\0' && !is_separator (g_utf8_get_char (end));)
    end = g_utf8_next_char (end);

  if (end == start)
    return NULL;

  if (*end == '\0')
    {
      *p = end;
    }
  else
    {
      *p = g_utf8_next_char (end);
      *end = '\0';
    }

  return start;
}

/* The words of @query, folded. An apostrophe at the edge of one may be a quotation mark. */
static GPtrArray *
get_query_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = up_fold (query, NULL);
  char *p = folded;
  char *word;

  while ((word = next_word (&p)) != NULL)
    {
      gsize length;

      while (*word == '\'')
        word++;
      length = strlen (word);
      while (length > 0 && word[length - 1] == '\'')
        length--;
      word[length] = '\0';

      if (length > 0 && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_strdup (word));
    }

  return words;
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

  while ((text_of_word = next_word (&p)) != NULL)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text_of_word));
      Word *word;

      if (number == 0)
        {
          Word new_word = { g_string_chunk_insert (self->chunk, text_of_word), 0, 0 };

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

/* The bucket of @ch, or, unless @before is 0, of the pair. */
static guint
get_bucket (gunichar before, gunichar ch)
{
  guint64 key = ((guint64) before << 21) | ch;

  if (key < N_OWN)
    return (guint) key;

  return N_OWN + (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) % N_HASHED;
}

typedef void (*BucketFunc) (guint bucket, gpointer user_data);

/* Calls @func for each character of @word, and for each two that follow each other. */
static void
foreach_bucket (const char *word, BucketFunc func, gpointer user_data)
{
  gunichar before = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      func (get_bucket (0, ch), user_data);
      if (before != 0)
        func (get_bucket (before, ch), user_data);
      before = ch;
    }
}

typedef struct
{
  Lists *buckets;
  guint *last; /* by bucket: the word last put there, + 1 */
  guint word;
  gboolean fill; /* else only count */
} Filling;

static void
fill_bucket (guint bucket, gpointer user_data)
{
  Filling *filling = user_data;

  if (filling->last[bucket] == filling->word + 1)
    return;

  filling->last[bucket] = filling->word + 1;
  if (filling->fill)
    filling->buckets->values[filling->buckets->starts[bucket]++] = filling->word;
  else
    filling->buckets->starts[bucket + 1]++;
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
index_buckets (UpSearch *self)
{
  g_autofree guint *last = g_new0 (guint, N_BUCKETS);
  Filling filling = { &self->buckets, last, 0, FALSE };

  lists_clear (&self->buckets);
  self->buckets.starts = g_new0 (guint, N_BUCKETS + 1);

  for (filling.word = 0; filling.word < self->words->len; filling.word++)
    foreach_bucket (g_array_index (self->words, Word, filling.word).text, fill_bucket, &filling);

  lists_allocate (&self->buckets, N_BUCKETS);
  memset (last, 0, N_BUCKETS * sizeof (guint));
  filling.fill = TRUE;

  for (filling.word = 0; filling.word < self->words->len; filling.word++)
    foreach_bucket (g_array_index (self->words, Word, filling.word).text, fill_bucket, &filling);

  lists_finish (&self->buckets, N_BUCKETS);
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

  index_buckets (self);
  index_docs (self);
  g_hash_table_remove_all (self->found);
  self->indexed = TRUE;
}

typedef struct
{
  Lists *buckets;
  guint best;
  guint size;
} Choosing;

static void
choose_bucket (guint bucket, gpointer user_data)
{
  Choosing *choosing = user_data;
  guint size = choosing->buckets->starts[bucket + 1] - choosing->buckets->starts[bucket];

  if (size < choosing->size)
    {
      choosing->best = bucket;
      choosing->size = size;
    }
}

/* The documents that hold @text within a word, a bit each. */
static guint64 *
find_docs (UpSearch *self, const char *text)
{
  guint64 *bits = g_new0 (guint64, self->doc_ends->len / 64 + 1);
  Choosing choosing = { &self->buckets, 0, G_MAXUINT };
  const guint *candidates;
  gboolean certain;

  foreach_bucket (text, choose_bucket, &choosing);
  certain = choosing.best < N_OWN && *g_utf8_next_char (text) == '\0';
  candidates = self->buckets.values + self->buckets.starts[choosing.best];

  for (guint i = 0; i < choosing.size; i++)
    {
      guint word = candidates[i];

      if (!certain && strstr (g_array_index (self->words, Word, word).text, text) == NULL)
        continue;

      for (guint j = self->docs.starts[word]; j < self->docs.starts[word + 1]; j++)
        bits[self->docs.values[j] / 64] |= G_GUINT64_CONSTANT (1) << (self->docs.values[j] % 64);
    }

  return bits;
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

  /* While somebody types, only the last word changes: what was found for the others is kept. */
  words = get_query_words (query);
  found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gpointer key = NULL;
      gpointer bits = NULL;

      if (!g_hash_table_steal_extended (self->found, word, &key, &bits))
        {
          key = g_strdup (word);
          bits = find_docs (self, word);
        }
      g_hash_table_insert (found, key, bits);

      for (guint j = 0; j < n_bits; j++)
        all[j] &= ((guint64 *) bits)[j];
    }
  g_hash_table_unref (self->found);
  self->found = g_steal_pointer (&found);

  result = g_array_new (FALSE, FALSE, sizeof (guint));
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

typedef struct
{
  guint start;
  guint end;
} Range;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const Range *left = a;
  const Range *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return left->end < right->end ? -1 : left->end > right->end;
}

/* The part of @text that bytes @start to @end of its folded form came from, widened to whole
 * characters with their marks. */
static Range
get_source_range (const char *text, GArray *offsets, gsize start, gsize end)
{
  Range range = { g_array_index (offsets, guint, start), 0 };
  guint last = g_array_index (offsets, guint, end - 1);
  const char *p = text + range.start;

  while (p > text && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_prev_char (p);
  range.start = (guint) (p - text);

  p = g_utf8_next_char (text + last);
  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  range.end = (guint) (p - text);

  return range;
}

/**
 * up_search_match:
 * @text: UTF-8 text
 * @query: what was typed; UTF-8 text
 *
 * Tells where in @text the words of @query occur, to show them: each word by itself, whether or not
 * the others occur too. A letter is taken with its marks, and a character that folds to several,
 * such as “ß”, as a whole. Stretches that overlap or touch are one.
 *
 * Returns: (transfer full) (element-type guint): pairs of byte offsets in @text, start and end,
 *   ascending
 */
GArray *
up_search_match (const char *text, const char *query)
{
  g_autofree char *folded = NULL;
  g_autoptr (GArray) offsets = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GArray) ranges = NULL;
  GArray *result;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folded = up_fold (text, &offsets);
  words = get_query_words (query);
  ranges = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gsize length = strlen (word);

      for (const char *p = folded; (p = strstr (p, word)) != NULL; p = g_utf8_next_char (p))
        {
          gsize start = (gsize) (p - folded);
          Range range = get_source_range (text, offsets, start, start + length);

          g_array_append_val (ranges, range);
        }
    }

  g_array_sort (ranges, compare_ranges);
  result = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ranges->len; i++)
    {
      Range range = g_array_index (ranges, Range, i);
      guint *last = result->len > 0 ? &g_array_index (result, guint, result->len - 1) : NULL;

      if (last != NULL && range.start <= *last)
        {
          *last = MAX (*last, range.end);
        }
      else
        {
          g_array_append_val (result, range.start);
          g_array_append_val (result, range.end);
        }
    }

  return result;
}
