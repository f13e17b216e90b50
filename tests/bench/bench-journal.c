/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens the journal's place with 10,000 attempts and a bare GtkListView of as many labels, in turns,
 * and then scrolls both as bench-scroll.c does. Prints one JSON object: milliseconds of the processor
 * from before the list is made until its first frame is painted, and milliseconds a frame; each figure
 * is the median of the rounds. What it takes to read the attempts from the disk is told apart. "quick"
 * makes the rounds shorter. */

#include "config.h"

#include "scrolling.h"
#include "up-entries-view.h"
#include "up-journal-place.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_ROWS 10000
#define N_OPENINGS 11

/* From the first attempt to the next, in seconds: some days have one, most have several. */
#define PACE 16000

typedef struct
{
  UpCatalog *catalog;
  UpJournal *journal;
} Content;

/* Attempts at the scenarios there are, in turns. */
static void
write_attempts (const char *folder, UpCatalog *catalog)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "attempts.jsonl", NULL);
  GListModel *cards = up_catalog_get_cards (catalog);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i % g_list_model_get_n_items (cards));
      g_autoptr (GDateTime) time =
        g_date_time_new_from_unix_utc (now - (gint64) (N_ROWS - i) * PACE);
      g_autofree char *date = g_date_time_format_iso8601 (time);
      g_autofree char *id = g_uuid_string_random ();

      g_string_append_printf (
        lines,
        "{\"version\":1,\"id\":\"%s\",\"date\":\"%s\",\"scenario\":\"%s\",\"revision\":1,"
        "\"title\":\"%s\",\"language\":\"en\",\"ending\":\"end\",\"endingTitle\":\"Ending %u\","
        "\"seconds\":%u,\"confidence\":{\"before\":%u,\"after\":%u},"
        "\"run\":{\"version\":1,\"id\":\"%s\",\"scenario\":\"%s\",\"revision\":1,\"steps\":["
        "{\"step\":1,\"after\":0,\"scene\":\"first\",\"choice\":\"ask\",\"seen\":true},"
        "{\"step\":2,\"after\":1,\"scene\":\"second\",\"choice\":\"wait\",\"seen\":true}],"
        "\"at\":{\"step\":2,\"scene\":\"end\",\"phase\":\"ending\"}}}\n",
        id, date, up_card_get_id (card), up_card_get_title (card).text, i % 7, 120 + i % 900,
        1 + i % 5, 1 + (i + 2) % 5, id, up_card_get_id (card));
    }

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, lines->str, (gssize) lines->len, &error))
    g_error ("%s", error->message);
}

static GtkWidget *
create_place (gpointer data)
{
  Content *content = data;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  return up_journal_place_new (content->catalog, content->journal, settings);
}

static GtkWidget *
create_list (gpointer data)
{
  Content *content = data;
  g_autoptr (UpEntryFilter) filter = up_entry_filter_new (content->journal);

  return up_entries_view_new (filter);
}

static GtkWidget *
create_bare_list (gpointer data)
{
  Content *content = data;
  GListModel *entries = up_journal_get_entries (content->journal);
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);

      gtk_string_list_take (strings, g_strconcat (up_entry_get_title (entry), "\n",
                                                  up_entry_get_ending_title (entry), NULL));
    }

  return scrolling_bare_list_new (strings);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_median (GArray *times)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, times->len / 2);
}

/* In turns; the first of each warms up and is forgotten. */
static void
print_openings (Content *content)
{
  static const struct
  {
    const char *name;
    CreateList create;
  } kinds[] = { { "place", create_place }, { "list", create_list }, { "bare", create_bare_list } };
  GArray *times[G_N_ELEMENTS (kinds)];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i <= N_OPENINGS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        double time = scrolling_measure_opening (kinds[j].create, content);

        if (i > 0)
          g_array_append_val (times[j], time);
      }

  g_print ("  \"opening\": {");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_print ("%s\"%s_ms\": %.3f", i > 0 ? ", " : "", kinds[i].name, find_median (times[i]));
      g_array_unref (times[i]);
    }
  g_print ("},\n");
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
  Content content;
  gint64 before;

  scrolling_init ();
  catalog = up_catalog_new ("en");
  folder = g_build_filename (g_get_user_data_dir (), "bench-journal", NULL);
  write_attempts (folder, catalog);
  before = g_get_monotonic_time ();
  journal = up_journal_new (folder);
  g_print ("{\n  \"rows\": %u, \"rounds\": %u, \"frames\": %u, \"reading_ms\": %.1f,\n",
           g_list_model_get_n_items (up_journal_get_entries (journal)), SCROLLING_N_ROUNDS,
           n_frames, (double) (g_get_monotonic_time () - before) / 1000);

  content = (Content) { catalog, journal };
  print_openings (&content);

  lists[0] = scrolled_list_new ("journal", create_list (&content));
  lists[1] = scrolled_list_new ("bare", create_bare_list (&content));
  scrolled_lists_compare (lists, G_N_ELEMENTS (lists), n_frames);
  scrolled_list_print (lists[0]);
  g_print (",\n");
  scrolled_list_print (lists[1]);
  g_print ("\n}\n");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    scrolled_list_free (lists[i]);

  return EXIT_SUCCESS;
}
