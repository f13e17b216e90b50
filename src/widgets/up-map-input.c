/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-private.h"

#include "up-map-words.h"

#include <math.h>

/* What is done with a map: by keys, by pressing, with two fingers and with the wheel. */

/* How wide the popover's text may become, in ems, and how much of the map it may take up. */
#define DETAILS_WIDTH 20
#define DETAILS_HEIGHT 0.7
#define LEAST_DETAILS_HEIGHT 200

static void
announce_cursor (UpMap *self)
{
  g_autofree char *words =
    up_map_describe_node (up_map_layout_get_node (self->layout, self->cursor));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * up_map_describe_cursor:
 * @self: a map
 *
 * Tells assistive technology what is under the cursor, for when the map takes the focus.
 */
void
up_map_describe_cursor (UpMap *self)
{
  g_autofree char *words = NULL;

  if (self->layout == NULL)
    return;

  words = up_map_describe_node (up_map_layout_get_node (self->layout, self->cursor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
show_details (UpMap *self)
{
  GtkWidget *details = up_map_details_new (self->layout, self->cursor, self->read_only);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GdkRectangle area = up_map_get_node_area (self, self->cursor);
  GdkRectangle window = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)) };
  g_autofree char *name =
    up_map_describe_node (up_map_layout_get_node (self->layout, self->cursor));
  int width =
    MIN ((int) (DETAILS_WIDTH * self->picture->em), window.width - (int) (4 * self->picture->em));

  gtk_widget_set_margin_top (details, 6);
  gtk_widget_set_margin_bottom (details, 6);
  gtk_widget_set_margin_start (details, 6);
  gtk_widget_set_margin_end (details, 6);
  gtk_widget_set_size_request (details, width, -1);

  /* It must be able to become smaller: a popover that does not fit the screen is closed at once. */
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height",
                MAX ((int) (window.height * DETAILS_HEIGHT), LEAST_DETAILS_HEIGHT), "child",
                details, NULL);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  gdk_rectangle_intersect (&area, &window, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_popover_closed (UpMap *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
move_cursor (UpMap *self, guint node)
{
  if (node == self->cursor)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  self->cursor = node;
  up_map_scroll_to_cursor (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  announce_cursor (self);
}

static gboolean
on_key_pressed (UpMap *self, guint key, guint code, GdkModifierType modifiers)
{
  guint node;

  if (self->picture == NULL ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  node = up_map_find_by_key (self->picture, self->cursor, key);
  if (node != G_MAXUINT)
    {
      move_cursor (self, node);
      return GDK_EVENT_STOP;
    }

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      up_map_zoom (self, UP_MAP_ZOOM_IN);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      up_map_zoom (self, UP_MAP_ZOOM_OUT);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      up_map_zoom (self, UP_MAP_ZOOM_FIT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      up_map_scroll_to_cursor (self, FALSE);
      show_details (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static guint
find_at (UpMap *self, double x, double y)
{
  if (self->picture == NULL)
    return G_MAXUINT;

  return up_map_picture_find (
    self->picture, (x - up_map_get_origin (self, GTK_ORIENTATION_HORIZONTAL)) / self->zoom,
    (y - up_map_get_origin (self, GTK_ORIENTATION_VERTICAL)) / self->zoom);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, UpMap *self)
{
  guint node = find_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node == G_MAXUINT)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->cursor = node;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  show_details (self);
}

static void
on_motion (UpMap *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_at (self, x, y) != G_MAXUINT ? "pointer" : NULL);
}

static void
on_zoom_begun (UpMap *self)
{
  self->zoom_before = self->zoom;
}

static void
on_scale_changed (GtkGestureZoom *gesture, double scale, UpMap *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  up_map_set_zoom (self, self->zoom_before * scale, x, y);
}

/* The wheel scrolls, and zooms with Ctrl. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, UpMap *self)
{
  GtkEventController *scroll = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (scroll);
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      graphene_point_t point;
      double surface_x, surface_y;

      gtk_native_get_surface_transform (native, &surface_x, &surface_y);
      if (gtk_widget_compute_point (
            GTK_WIDGET (native), GTK_WIDGET (self),
            &GRAPHENE_POINT_INIT ((float) (x - surface_x), (float) (y - surface_y)), &point))
        {
          x = point.x;
          y = point.y;
        }
    }
  up_map_set_zoom (self, self->zoom * pow (UP_MAP_ZOOM_STEP, -dy), x, y);

  return GDK_EVENT_STOP;
}

/**
 * up_map_query_tooltip:
 * @widget: a map
 * @x: where, from its left
 * @y: where, from its top
 * @keyboard: whether it is asked for by keyboard
 * @tooltip: what is shown
 *
 * Says in words what the shape of a place says.
 *
 * Returns: whether there is something to be said
 */
gboolean
up_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  UpMap *self = UP_MAP (widget);
  guint node = keyboard ? self->cursor : find_at (self, x, y);
  GdkRectangle area;

  if (self->picture == NULL || node >= up_map_layout_get_n_nodes (self->layout))
    return FALSE;

  area = up_map_get_node_area (self, node);
  gtk_tooltip_set_text (tooltip, up_map_name_state (up_map_layout_get_node (self->layout, node)));
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

/**
 * up_map_add_controllers:
 * @self: a map
 *
 * Makes it answer to keys, fingers and pointers.
 */
void
up_map_add_controllers (UpMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *clicks = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (up_map_describe_cursor), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect (clicks, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (clicks));
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_zoom_begun), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_scale_changed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
}
