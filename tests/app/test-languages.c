/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows every view in one language, on the narrowest phone, and looks at what each label was given:
 * test-languages LOCALE, such as pt_BR. */

#include "config.h"

#include "up-catalog.h"

#include "app/up-application.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#define WIDTH 360
#define HEIGHT 640

static UpApplication *application;
static GtkWidget *window;
static UpCatalog *catalog;

/* --- waiting ------------------------------------------------------------------------------------ */

static void
count_frame (GdkFrameClock *clock, guint *n_frames)
{
  ++*n_frames;
}

/* Lets the window draw until nothing more is laid out. */
static void
settle (void)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), &n_frames);

  while (n_frames < 4)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_signal_handler_disconnect (clock, handler);
}

/* --- looking ------------------------------------------------------------------------------------ */

/* Tells all that is wrong, and not only the first. */
static void G_GNUC_PRINTF (1, 2) complain (const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_test_message ("%s", words);
  g_test_fail ();
}

static gboolean
is_scrolled_sideways (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (scrolled != NULL)
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scrolled), &policy, NULL);

  return policy == GTK_POLICY_ALWAYS || policy == GTK_POLICY_AUTOMATIC;
}

static void
look_at_label (GtkLabel *label, const char *view, guint *n_labels)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = gtk_label_get_text (label);
  /* What is measured has the margins in it. */
  int width = gtk_widget_get_width (widget) + gtk_widget_get_margin_start (widget) +
              gtk_widget_get_margin_end (widget);
  int height = gtk_widget_get_height (widget) + gtk_widget_get_margin_top (widget) +
               gtk_widget_get_margin_bottom (widget);
  int needed;
  graphene_rect_t bounds;

  if (text == NULL || *text == '\0' || gtk_widget_get_width (widget) == 0)
    return;

  ++*n_labels;
  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    complain ("%s: no glyph for something in “%s”", view, text);
  if (pango_layout_is_ellipsized (layout))
    complain ("%s: cut off%s: “%s”", view,
              gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL ? " in the header" : "",
              text);

  /* What may be cut off takes what it gets: whether it was, is what counts. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  if (needed > width && gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE)
    complain ("%s: %d px wide, needs %d: “%s”", view, width, needed, text);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, needed), &needed, NULL, NULL,
                      NULL);
  if (needed > height)
    complain ("%s: %d px high, needs %d: “%s”", view, height, needed, text);

  if (!is_scrolled_sideways (widget) && gtk_widget_compute_bounds (widget, window, &bounds) &&
      (bounds.origin.x < -1 ||
       bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) + 1))
    complain ("%s: beyond the edge, from %.0f to %.0f: “%s”", view, bounds.origin.x,
              bounds.origin.x + bounds.size.width, text);
}

static void
look_at (GtkWidget *widget, const char *view, guint *n_labels)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget))
    look_at_label (GTK_LABEL (widget), view, n_labels);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child, view, n_labels);
}

static void
check_view (const char *view)
{
  guint n_labels = 0;

  settle ();
  g_assert_cmpint (gtk_widget_get_width (window), ==, WIDTH);
  look_at (window, view, &n_labels);
  g_assert_cmpuint (n_labels, >, 0);
}

/* --- going there -------------------------------------------------------------------------------- */

static void
show (const char *action, const char *parameter)
{
  g_autofree char *view = g_strdup_printf ("%s %s", action, parameter != NULL ? parameter : "");

  if (parameter != NULL)
    g_assert_true (gtk_widget_activate_action (window, action, "s", parameter));
  else
    g_assert_true (gtk_widget_activate_action (window, action, NULL));
  check_view (view);
}

static void
test_guide (void)
{
  GListModel *chapters = G_LIST_MODEL (up_catalog_get_guide (catalog));

  show ("win.show-place", "guide");
  for (guint i = 0; i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (chapters, i);

      show ("win.show-chapter", up_chapter_get_id (chapter));
    }
  show ("win.show-which-way", NULL);
}

static void
test_practice (void)
{
  GListModel *cards = up_catalog_get_cards (catalog);
  GListModel *moments = up_catalog_get_moments (catalog);

  show ("win.show-place", "practice");
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);

      show ("win.open-scenario", up_card_get_id (card));
    }
  show ("win.show-moments", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (moments); i++)
    {
      g_autoptr (UpMoment) moment = g_list_model_get_item (moments, i);

      show ("win.show-moment", up_moment_get_id (moment));
    }
  show ("win.show-support", NULL);
}

static void
test_phrases (void)
{
  GListModel *phrases = up_catalog_get_phrases (catalog, NULL);
  GListModel *moves = up_catalog_get_moves (catalog);

  show ("win.show-place", "phrases");
  for (guint i = 0; i < g_list_model_get_n_items (phrases); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (phrases, i);

      show ("win.show-phrase", up_phrase_get_id (phrase));
    }
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i);

      show ("win.show-move", up_move_get_id (move));
    }
}

static void
test_journal (void)
{
  show ("win.show-place", "journal");
}

static void
test_dialogs (void)
{
  static const char *const actions[] = { "preferences", "shortcuts", "about" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      g_action_group_activate_action (G_ACTION_GROUP (application), actions[i], NULL);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_nonnull (dialog);
      check_view (actions[i]);
      adw_dialog_force_close (dialog);
      settle ();
    }
}

/* Where nothing composes the screen, GTK draws a frame that windows do not have on a desktop. */
static void
write_style (const char *folder)
{
  static const char style[] =
    "window.solid-csd { border: none; margin: 0; padding: 0; box-shadow: none; }\n";
  g_autofree char *gtk = g_build_filename (folder, "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (gtk, "gtk.css", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (gtk, 0700), ==, 0);
  g_file_set_contents (path, style, -1, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  const char *language;
  int result;

  g_assert_cmpint (argc, >, 1);
  language = argv[argc - 1];

  /* The language is asked of gettext, which wants a locale other than C. */
  g_setenv ("LANGUAGE", language, TRUE);
  folder = g_dir_make_tmp ("upstander-languages-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  write_style (folder);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("UPSTANDER_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  settings = g_settings_new (APP_ID);
  g_settings_set_int (settings, "window-width", WIDTH);
  g_settings_set_int (settings, "window-height", HEIGHT);

  catalog = up_catalog_new (NULL);
  if (!g_str_has_prefix (language, "en"))
    g_assert_cmpstr (up_catalog_get_language (catalog), !=, "en");

  application = up_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name",
                "Cantarell 11", NULL);
  g_application_activate (G_APPLICATION (application));
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  while (gtk_widget_get_frame_clock (window) == NULL || !gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);

  g_test_add_func ("/languages/guide", test_guide);
  g_test_add_func ("/languages/practice", test_practice);
  g_test_add_func ("/languages/phrases", test_phrases);
  g_test_add_func ("/languages/journal", test_journal);
  g_test_add_func ("/languages/dialogs", test_dialogs);

  result = g_test_run ();

  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  while (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (catalog);
  g_object_unref (application);

  return result;
}
