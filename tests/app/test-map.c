/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../core/up-test-run.h"

#include "up-map-list.h"
#include "up-map-private.h"

#include <adwaita.h>

static UpScenario *
load_first (void)
{
  g_autoptr (GPtrArray) shipped = test_load_shipped ();

  return test_read (g_ptr_array_index (shipped, 0));
}

static UpRun *
play (UpScenario *scenario)
{
  UpRun *run = up_run_new (scenario);

  while (up_run_get_phase (run) != UP_PHASE_ENDING)
    {
      const UpScene *scene = up_run_get_scene (run);
      guint i = 0;

      while (!up_run_is_open (run, up_scene_get_choice (scene, i)))
        i++;
      test_pass (run, up_choice_get_id (up_scene_get_choice (scene, i)));
    }

  return run;
}

static GtkWidget *
show (UpRun *run, GtkWidget **window)
{
  GtkWidget *map = up_map_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  up_map_set_run (UP_MAP (map), run);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), map);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (*window), scrolled);
  gtk_window_present (GTK_WINDOW (*window));
  while (gtk_widget_get_width (map) == 0)
    g_main_context_iteration (NULL, TRUE);

  return map;
}

static guint
walk (const UpMapPicture *picture, guint from, guint key)
{
  guint to = up_map_find_by_key (picture, from, key);

  g_assert_cmpuint (to, <, up_map_layout_get_n_nodes (picture->layout));

  return to;
}

/* Every place is within reach of the keys, the other way round where lines run from right to left. */
static void
test_keys (void)
{
  g_autoptr (UpScenario) scenario = load_first ();
  g_autoptr (UpRun) run = play (scenario);
  g_autoptr (UpMapLayout) layout = up_map_layout_new (run);
  GtkWidget *widget = g_object_ref_sink (up_map_new ());
  guint n_nodes = up_map_layout_get_n_nodes (layout);

  for (UpMapFlow flow = UP_MAP_FLOW_DOWN; flow <= UP_MAP_FLOW_TO_END; flow++)
    {
      g_autoptr (UpMapPicture) picture = NULL;
      g_autoptr (UpMapPicture) mirrored = NULL;
      guint node = 0;

      gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
      picture = up_map_picture_new (widget, layout, flow);
      gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
      mirrored = up_map_picture_new (widget, layout, flow);

      for (guint i = 1; i < n_nodes; i++)
        {
          node = walk (picture, node, GDK_KEY_Page_Down);
          g_assert_cmpuint (node, ==, i);
        }
      g_assert_cmpuint (walk (picture, node, GDK_KEY_Page_Down), ==, node);
      g_assert_cmpuint (walk (picture, node, GDK_KEY_Home), ==, 0);
      g_assert_cmpuint (walk (picture, 0, GDK_KEY_End), ==, up_map_layout_get_here (layout));
      g_assert_cmpuint (up_map_find_by_key (picture, 0, GDK_KEY_Tab), ==, G_MAXUINT);

      for (guint i = 0; i < n_nodes; i++)
        {
          g_assert_cmpuint (walk (picture, i, GDK_KEY_Left), ==, walk (mirrored, i, GDK_KEY_Right));
          g_assert_cmpuint (walk (picture, i, GDK_KEY_Right), ==, walk (mirrored, i, GDK_KEY_Left));
          g_assert_cmpuint (walk (picture, i, GDK_KEY_Up), ==, walk (mirrored, i, GDK_KEY_Up));
        }

      /* Along the flow they lead along the way that was taken, to where one is. */
      node = 0;
      while (node != up_map_layout_get_here (layout))
        {
          guint next =
            walk (picture, node, flow == UP_MAP_FLOW_DOWN ? GDK_KEY_Down : GDK_KEY_Right);

          g_assert_cmpuint (next, >, node);
          g_assert_cmpint (up_map_layout_get_node (layout, next)->state, >=, UP_MAP_ON_WAY);
          node = next;
        }
    }

  g_object_unref (widget);
}

static void
test_zoom (void)
{
  g_autoptr (UpScenario) scenario = load_first ();
  g_autoptr (UpRun) run = play (scenario);
  GtkWidget *window;
  UpMap *map = UP_MAP (show (run, &window));
  GtkAdjustment *adjustment;
  double before = up_map_get_zoom (map);

  g_object_get (map, "vadjustment", &adjustment, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));

  up_map_zoom (map, UP_MAP_ZOOM_IN);
  g_assert_cmpfloat (up_map_get_zoom (map), >, before);
  up_map_zoom (map, UP_MAP_ZOOM_OUT);
  g_assert_cmpfloat_with_epsilon (up_map_get_zoom (map), before, 0.001);

  up_map_zoom (map, UP_MAP_ZOOM_FIT);
  g_assert_cmpfloat (up_map_get_zoom (map), <, before);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (adjustment),
                                  gtk_adjustment_get_page_size (adjustment), 1);

  for (guint i = 0; i < 40; i++)
    up_map_zoom (map, UP_MAP_ZOOM_IN);
  g_assert_cmpfloat (up_map_get_zoom (map), <=, 3);
  for (guint i = 0; i < 40; i++)
    up_map_zoom (map, UP_MAP_ZOOM_OUT);
  g_assert_cmpfloat (up_map_get_zoom (map), >=, 0.4);

  g_object_unref (adjustment);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_go (GtkWidget *widget, guint number, guint *went)
{
  *went = number;
}

/* A run that is over can be looked at, and no more. */
static void
test_read_only (void)
{
  g_autoptr (UpScenario) scenario = load_first ();
  g_autoptr (UpRun) run = play (scenario);
  GtkWidget *widgets[] = { g_object_ref_sink (up_map_new ()),
                           g_object_ref_sink (up_map_list_new ()) };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      guint before = 0, after = 0;

      if (i == 0)
        up_map_set_run (UP_MAP (widgets[i]), run);
      else
        up_map_list_set_run (UP_MAP_LIST (widgets[i]), run);
      g_signal_connect (widgets[i], "go-to-step", G_CALLBACK (on_go), &before);
      g_signal_connect (widgets[i], "go-after-step", G_CALLBACK (on_go), &after);

      g_assert_true (gtk_widget_activate_action (widgets[i], "map.go-before", "u", 2));
      g_assert_true (gtk_widget_activate_action (widgets[i], "map.go-after", "u", 3));
      g_assert_cmpuint (before, ==, 2);
      g_assert_cmpuint (after, ==, 3);

      g_object_set (widgets[i], "read-only", TRUE, NULL);
      gtk_widget_activate_action (widgets[i], "map.go-before", "u", 4);
      gtk_widget_activate_action (widgets[i], "map.go-after", "u", 5);
      g_assert_cmpuint (before, ==, 2);
      g_assert_cmpuint (after, ==, 3);

      g_object_unref (widgets[i]);
    }
}

/* It follows the run, and says as a whole how much was met. */
static void
test_follows (void)
{
  g_autoptr (UpScenario) scenario = load_first ();
  g_autoptr (UpRun) run = up_run_new (scenario);
  GtkWidget *window;
  UpMap *map = UP_MAP (show (run, &window));
  UpMapLayout *layout = map->layout;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_ROLE_IMG);
  test_pass (run, up_choice_get_id (up_scene_get_choice (up_run_get_scene (run), 0)));
  g_assert_true (map->layout != layout);
  g_assert_true (up_map_layout_get_node (map->layout, map->cursor)->scene ==
                 up_run_get_scene (run));

  up_map_set_run (map, NULL);
  g_assert_null (map->layout);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/map/keys", test_keys);
  g_test_add_func ("/map/zoom", test_zoom);
  g_test_add_func ("/map/read-only", test_read_only);
  g_test_add_func ("/map/follows", test_follows);

  return g_test_run ();
}
