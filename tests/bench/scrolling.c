/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scrolling.h"

#include <adwaita.h>
#include <time.h>

/* In pixels a frame: a brisk turn of the wheel, at which no row is passed unseen. */
#define STEP 40

struct _ScrolledList
{
  const char *name;
  GtkWidget *window;
  GtkAdjustment *adjustment;
  GArray *clock[3];     /* of double: p50, p99 and the longest of each round */
  GArray *processor[3]; /* the same */
};

typedef struct
{
  ScrolledList *list;
  guint n_frames;
  gint64 clock_before;
  gint64 processor_before;
  GArray *clock;
  GArray *processor;
  GMainLoop *loop;
} Round;

static const double quantiles[] = { 0.5, 0.99, 1 };
static const char *const quantile_names[] = { "p50", "p99", "max" };

/* The app's own style, in a program that is not the app. */
void
scrolling_init (void)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
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

/* A list with nothing but a line of text in each row; takes @strings. */
GtkWidget *
scrolling_bare_list_new (GtkStringList *strings)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();

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

static GtkWidget *
create_window (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 700);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

ScrolledList *
scrolled_list_new (const char *name, GtkWidget *content)
{
  ScrolledList *self = g_new0 (ScrolledList, 1);
  GtkWidget *scrolled_window = find_scrolled_window (content);

  self->name = name;
  self->window = create_window (content);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled_window));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      self->clock[i] = g_array_new (FALSE, FALSE, sizeof (double));
      self->processor[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }

  return self;
}

void
scrolled_list_free (ScrolledList *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      g_array_unref (self->clock[i]);
      g_array_unref (self->processor[i]);
    }
  g_free (self);
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
scroll (ScrolledList *list, guint n_frames)
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

/* The first round of each warms up and is forgotten. */
void
scrolled_lists_compare (ScrolledList *const *lists, guint n_lists, guint n_frames)
{
  for (guint i = 0; i <= SCROLLING_N_ROUNDS; i++)
    for (guint j = 0; j < n_lists; j++)
      {
        scroll (lists[j], n_frames);
        if (i == 0)
          for (guint k = 0; k < G_N_ELEMENTS (quantiles); k++)
            {
              g_array_set_size (lists[j]->clock[k], 0);
              g_array_set_size (lists[j]->processor[k], 0);
            }
      }
}

/* One member of a JSON object. */
void
scrolled_list_print (ScrolledList *self)
{
  g_print ("  \"%s\": {", self->name);
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    g_print ("\"%s_ms\": %.3f, \"%s_processor_ms\": %.3f%s", quantile_names[i],
             find_quantile (self->clock[i], 0.5), quantile_names[i],
             find_quantile (self->processor[i], 0.5), i + 1 < G_N_ELEMENTS (quantiles) ? ", " : "");
  g_print ("}");
}

static void
on_first_frame (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

/* From before the list is made until its first frame is painted, in milliseconds of the processor. */
double
scrolling_measure_opening (CreateList create, gpointer user_data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 before = get_nanoseconds (CLOCK_THREAD_CPUTIME_ID);
  GtkWidget *window = create_window (create (user_data));
  gulong id = g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint",
                                        G_CALLBACK (on_first_frame), loop);
  double milliseconds;

  g_main_loop_run (loop);
  milliseconds = (double) (get_nanoseconds (CLOCK_THREAD_CPUTIME_ID) - before) / 1e6;
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), id);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return milliseconds;
}
