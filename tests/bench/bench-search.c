/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Types queries letter by letter into an index of 100,000 generated phrases, for Latin, Arabic and
 * Chinese, and prints one JSON object: milliseconds a keystroke, by the clock and of the processor
 * alone, milliseconds to index, and what memory the index took. */

#include "up-search.h"

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#define N_PHRASES 100000
#define N_QUERIES 300

typedef struct
{
  const char *name;
  const char **syllables;
  guint n_words; /* different ones; the first come most often, as in every language */
  const char *between;
} Language;

static const char *latin[] = { "ca",   "lling", "in",   "tend", "ó",  "re",  "mark", "sa",
                               "id",   "th",    "e",    "wha",  "t",  "you", "mé",   "an",
                               "hope", "d",     "ful",  "st",   "op", "er",  "ing",  "un",
                               "fair", "pé",    "ople", "he",   "ar", "it",  NULL };
static const char *arabic[] = { "ال", "كت", "اب",  "قو", "ل",   "ماذا", "تقص", "د", "أ",
                                "ن",  "ت",  "هذا", "ة",  "مد",  "رس",   "وا",  "ئ", "ي",
                                "حد", "يث", "سؤ",  "لم", "اذا", "م",    NULL };
static const char *chinese[] = { "你", "我", "他", "们", "说", "话", "的", "是", "什", "么", "意",
                                 "思", "这", "样", "让", "人", "难", "过", "想", "问", "为", "请",
                                 "听", "不", "好", "笑", "觉", "得", "大", "家", "谈", "谢", "会",
                                 "上", "下", "时", "候", "希", "望", "能", "够", "理", "解", "影",
                                 "响", "伤", "害", "尊", "重", "讨", "论", "沉", "默", "朋", "友",
                                 "同", "事", "歉", "道", "明", NULL };

static const Language languages[] = {
  { "latin", latin, 30000, " " },
  { "arabic", arabic, 30000, " " },
  { "chinese", chinese, 8000, "" },
};

/* A number below @n, small ones far more often: words are used as Zipf's law has it. */
static guint
pick (GRand *random, guint n)
{
  double x = g_rand_double (random);

  return (guint) (n * x * x * x * x) % n;
}

static GPtrArray *
make_words (GRand *random, const Language *language)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  guint n_syllables = g_strv_length ((char **) language->syllables);
  gint32 longest = *language->between == '\0' ? 3 : 4;

  for (guint i = 0; i < language->n_words; i++)
    {
      GString *word = g_string_new (NULL);
      gint32 length = g_rand_int_range (random, 1, longest + 1);

      while (length-- > 0)
        g_string_append (word, language->syllables[pick (random, n_syllables)]);
      g_ptr_array_add (words, g_string_free (word, FALSE));
    }

  return words;
}

static char *
make_phrase (GRand *random, const Language *language, GPtrArray *words)
{
  GString *phrase = g_string_new (NULL);
  gint32 length = g_rand_int_range (random, 5, 16);

  for (gint32 i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append (phrase, i % 6 == 5 ? ", " : language->between);
      g_string_append (phrase, g_ptr_array_index (words, pick (random, words->len)));
    }

  return g_string_free (phrase, FALSE);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

static gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
get_percentile (GArray *times, double part)
{
  guint i = (guint) (part * (times->len - 1) + 0.5);

  return (double) g_array_index (times, gint64, i) / 1000;
}

static void
type (UpSearch *search, const char *query, GArray *times, GArray *processor_times, guint64 *n_found)
{
  for (const char *p = query; *p != '\0';)
    {
      g_autofree char *typed = NULL;
      g_autoptr (GArray) found = NULL;
      gint64 time;
      gint64 processor_time;

      p = g_utf8_next_char (p);
      typed = g_strndup (query, (gsize) (p - query));

      time = g_get_monotonic_time ();
      processor_time = get_processor_time ();
      found = up_search_query (search, typed);
      processor_time = get_processor_time () - processor_time;
      time = g_get_monotonic_time () - time;

      g_array_append_val (times, time);
      g_array_append_val (processor_times, processor_time);
      *n_found += found->len;
    }
}

static void
run (const Language *language, gboolean last)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) words = make_words (random, language);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (UpSearch) search = up_search_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) processor_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) all = NULL;
  guint64 n_found = 0;
  gint64 before;
  gint64 indexing;
  size_t memory;

  for (guint i = 0; i < N_PHRASES; i++)
    g_ptr_array_add (phrases, make_phrase (random, language, words));

  memory = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  before = g_get_monotonic_time ();
  for (guint i = 0; i < phrases->len; i++)
    up_search_add (search, g_ptr_array_index (phrases, i));
  all = up_search_query (search, "");
  indexing = g_get_monotonic_time () - before;
  memory = mallinfo2 ().uordblks + mallinfo2 ().hblkhd - memory;

  for (guint i = 0; i < N_QUERIES; i++)
    {
      const char *phrase =
        g_ptr_array_index (phrases, (guint) g_rand_int_range (random, 0, N_PHRASES));
      glong start = g_rand_int_range (random, 0, (gint32) g_utf8_strlen (phrase, -1) / 2);
      g_autofree char *query =
        g_utf8_substring (phrase, start, MIN (start + 14, g_utf8_strlen (phrase, -1)));

      type (search, query, times, processor_times, &n_found);
    }

  g_array_sort (times, compare_times);
  g_array_sort (processor_times, compare_times);
  g_print ("  \"%s\": {\"phrases\": %u, \"keystrokes\": %u, \"p50Ms\": %.3f, \"p99Ms\": %.3f, "
           "\"maxMs\": %.3f, \"p99ProcessorMs\": %.3f, \"maxProcessorMs\": %.3f, "
           "\"meanFound\": %.0f, \"indexMs\": %.0f, \"indexMiB\": %.1f}%s\n",
           language->name, all->len, times->len, get_percentile (times, 0.5),
           get_percentile (times, 0.99), get_percentile (times, 1),
           get_percentile (processor_times, 0.99), get_percentile (processor_times, 1),
           (double) n_found / times->len, (double) indexing / 1000, (double) memory / (1024 * 1024),
           last ? "" : ",");
}

int
main (void)
{
  g_print ("{\n");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    run (&languages[i], i + 1 == G_N_ELEMENTS (languages));
  g_print ("}\n");

  return EXIT_SUCCESS;
}
