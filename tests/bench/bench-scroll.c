/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scrolls the app's list of 10,000 made-up phrases and a bare GtkListView of as many labels, in turns
 * and in windows of the same size, and prints one JSON object: milliseconds a frame, from before it is
 * painted until after, by the clock and of the processor alone. Each figure is the median of the
 * rounds. "quick" makes the rounds shorter. */

#include "config.h"

#include "up-content-reader.h"
#include "up-phrase-list.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#define N_ROWS 10000
#define N_ROUNDS 11
#define N_FRAMES 240
#define N_FRAMES_QUICK 80

/* In pixels a frame: a brisk turn of the wheel, at which no row is passed unseen. */
#define STEP 40

typedef struct
{
  const char *name;
  GtkWidget *window;
  GtkAdjustment *adjustment;
  GArray *clock[3];     /* of double: p50, p99 and the longest of each round */
  GArray *processor[3]; /* the same */
} List;

typedef struct
{
  List *list;
  guint n_frames;
  gint64 clock_before;
  gint64 processor_before;
  GArray *clock;
  GArray *processor;
  GMainLoop *loop;
} Round;

static const double quantiles[] = { 0.5, 0.99, 1 };
static const char *const quantile_names[] = { "p50", "p99", "max" };

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

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
create_bare_list (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_take (strings, make_text (i));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_scrolled_window_set_child (
    GTK_SCROLLED_WINDOW (scrolled_window),
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))),
                       factory));

  return scrolled_window;
}

static GtkWidget *
find_scrolled_window (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled_window (child);

  return found;
}

static void
list_init (List *self, const char *name, GtkWidget *content)
{
  GtkWidget *scrolled_window = find_scrolled_window (content);

  self->name = name;
  self->window = adw_window_new ();
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled_window));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      self->clock[i] = g_array_new (FALSE, FALSE, sizeof (double));
      self->processor[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }

  adw_window_set_content (ADW_WINDOW (self->window), content);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
list_clear (List *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      g_array_unref (self->clock[i]);
      g_array_unref (self->processor[i]);
    }
}

static gint64
get_nanoseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static void
add_since (GArray *times, clockid_t clock, gint64 before)
{
  double milliseconds = (double) (get_nanoseconds (clock) - before) / 1e6;

  g_array_append_val (times, milliseconds);
}

static void
on_before_paint (Round *self)
{
  self->clock_before = get_nanoseconds (CLOCK_MONOTONIC);
  self->processor_before = get_nanoseconds (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_after_paint (Round *self)
{
  add_since (self->clock, CLOCK_MONOTONIC, self->clock_before);
  add_since (self->processor, CLOCK_THREAD_CPUTIME_ID, self->processor_before);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Round *self = data;
  GtkAdjustment *adjustment = self->list->adjustment;

  if (self->clock->len >= self->n_frames)
    {
      g_main_loop_quit (self->loop);
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);

  return G_SOURCE_CONTINUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_quantile (GArray *times, double quantile)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, double, (guint) (quantile * (times->len - 1) + 0.5));
}

static void
scroll (List *list, guint n_frames)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GArray) clock_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) processor_times = g_array_new (FALSE, FALSE, sizeof (double));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list->window);
  Round self = { .list = list,
                 .n_frames = n_frames,
                 .clock = clock_times,
                 .processor = processor_times,
                 .loop = loop };
  gulong before_id =
    g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_before_paint), &self);
  gulong after_id =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), &self);

  on_before_paint (&self);
  gtk_widget_add_tick_callback (list->window, on_tick, &self, NULL);
  g_main_loop_run (loop);
  g_signal_handler_disconnect (clock, before_id);
  g_signal_handler_disconnect (clock, after_id);

  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      double clock_time = find_quantile (clock_times, quantiles[i]);
      double processor_time = find_quantile (processor_times, quantiles[i]);

      g_array_append_val (list->clock[i], clock_time);
      g_array_append_val (list->processor[i], processor_time);
    }
}

static void
print_list (List *list, gboolean last)
{
  g_print ("  \"%s\": {", list->name);
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    g_print ("\"%s_ms\": %.3f, \"%s_processor_ms\": %.3f%s", quantile_names[i],
             find_quantile (list->clock[i], 0.5), quantile_names[i],
             find_quantile (list->processor[i], 0.5), i + 1 < G_N_ELEMENTS (quantiles) ? ", " : "");
  g_print ("}%s\n", last ? "" : ",");
}

int
main (int argc, char *argv[])
{
  guint n_frames = argc > 1 && strcmp (argv[1], "quick") == 0 ? N_FRAMES_QUICK : N_FRAMES;
  g_autoptr (UpCatalog) catalog = NULL;
  g_autoptr (UpJournal) journal = NULL;
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autofree char *folder = NULL;
  List lists[2];

  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  catalog = up_catalog_new ("en");
  folder = g_build_filename (g_get_user_data_dir (), "bench-scroll", NULL);
  journal = up_journal_new (folder);

  list_init (&lists[0], "phrases", create_phrase_list (catalog, journal));
  list_init (&lists[1], "bare", create_bare_list ());

  /* The first round of each warms up and is forgotten. */
  for (guint i = 0; i <= N_ROUNDS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
      {
        scroll (&lists[j], n_frames);
        if (i == 0)
          for (guint k = 0; k < G_N_ELEMENTS (quantiles); k++)
            {
              g_array_set_size (lists[j].clock[k], 0);
              g_array_set_size (lists[j].processor[k], 0);
            }
      }

  g_print ("{\n  \"rows\": %u, \"rounds\": %u, \"frames\": %u,\n", N_ROWS, N_ROUNDS, n_frames);
  print_list (&lists[0], FALSE);
  print_list (&lists[1], TRUE);
  g_print ("}\n");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    list_clear (&lists[i]);

  return EXIT_SUCCESS;
}
