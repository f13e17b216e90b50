/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scrolls the app's list of 10,000 made-up phrases and a bare GtkListView of as many labels, in turns
 * and in windows of the same size, and prints one JSON object: milliseconds a frame, from before it is
 * painted until after, by the clock and of the processor alone. Each figure is the median of the
 * rounds. "quick" makes the rounds shorter. */

#include "config.h"

#include "scrolling.h"
#include "up-content-reader.h"
#include "up-phrase-list.h"

#include <adwaita.h>
#include <string.h>

#define N_ROWS 10000

/* Words that say nothing, and phrases of one to three lines. */
static char *
make_text (guint i)
{
  static const char *const words[] = { "what",  "did",   "they", "mean", "by",   "that",
                                       "there", "would", "I",    "like", "help", "understand" };
  GString *text = g_string_new ("When");

  for (guint j = 0; j < 8 + i % 17; j++)
    g_string_append_printf (text, " %s", words[(i * 7 + j * (1 + i % 5)) % G_N_ELEMENTS (words)]);
  g_string_append_printf (text, ", number %u?", i);

  return g_string_free (text, FALSE);
}

static GPtrArray *
make_phrases (UpCatalog *catalog)
{
  static const UpContentLimits no_limits = { 0 };
  static const char *const leans[] = { "in", "out", "either" };
  GListModel *moves = up_catalog_get_moves (catalog);
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GString) json = g_string_new ("{\"format\": \"upstander-phrases/1\","
                                           " \"language\": \"en\", \"review\": \"native\","
                                           " \"phrases\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *phrases;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i % g_list_model_get_n_items (moves));
      g_autofree char *text = make_text (i);

      g_string_append_printf (json,
                              "%s{\"id\": \"made-up-%u\", \"move\": \"%s\", \"lean\": \"%s\","
                              " \"address\": \"neutral\", \"text\": \"%s\", \"serves\": \"A\","
                              " \"fails\": \"B\", \"reply\": \"C\", \"goOn\": \"D\"}",
                              i > 0 ? "," : "", i, up_move_get_id (move), leans[i % 3], text);
    }
  g_string_append (json, "]}");

  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  up_content_reader_set_limits (reader, &no_limits);
  up_content_reader_set_trusted (reader, TRUE);
  phrases = up_content_reader_read_phrases (reader, bytes, "made-up.json", NULL, &error);
  if (phrases == NULL)
    g_error ("%s", error->message);

  return phrases;
}

static GtkWidget *
create_phrase_list (UpCatalog *catalog, UpJournal *journal)
{
  g_autoptr (GListStore) store = g_list_store_new (UP_TYPE_PHRASE);
  g_autoptr (GPtrArray) phrases = make_phrases (catalog);

  g_list_store_splice (store, 0, 0, phrases->pdata, phrases->len);

  return up_phrase_list_new (G_LIST_MODEL (store), catalog, journal);
}

static GtkWidget *
create_bare_list (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_take (strings, make_text (i));

  return scrolling_bare_list_new (strings);
}

int
main (int argc, char *argv[])
{
  guint n_frames =
    argc > 1 && strcmp (argv[1], "quick") == 0 ? SCROLLING_N_FRAMES_QUICK : SCROLLING_N_FRAMES;
  g_autoptr (UpCatalog) catalog = NULL;
  g_autoptr (UpJournal) journal = NULL;
  g_autofree char *folder = NULL;
  ScrolledList *lists[2];

  scrolling_init ();
  catalog = up_catalog_new ("en");
  folder = g_build_filename (g_get_user_data_dir (), "bench-scroll", NULL);
  journal = up_journal_new (folder);

  lists[0] = scrolled_list_new ("phrases", create_phrase_list (catalog, journal));
  lists[1] = scrolled_list_new ("bare", create_bare_list ());
  scrolled_lists_compare (lists, G_N_ELEMENTS (lists), n_frames);

  g_print ("{\n  \"rows\": %u, \"rounds\": %u, \"frames\": %u,\n", N_ROWS, SCROLLING_N_ROUNDS,
           n_frames);
  scrolled_list_print (lists[0]);
  g_print (",\n");
  scrolled_list_print (lists[1]);
  g_print ("\n}\n");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    scrolled_list_free (lists[i]);

  return EXIT_SUCCESS;
}
