/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-scroller.h"

#include "up-em.h"
#include "up-heading.h"

/**
 * UpScroller:
 *
 * Leads to what is new in a long page, and keeps what is being read in sight when the page is laid
 * out anew, as it is where the window becomes narrower or the text larger.
 */
struct _UpScroller
{
  GObject parent_instance;

  GtkScrolledWindow *scrolled_window; /* which outlives this */
  GtkViewport *viewport;
  AdwAnimation *scrolling;

  GtkWidget *target;      /* the heading to scroll to, or NULL */
  gboolean is_focus_owed; /* the target takes the focus once it is laid out */
  guint frames_to_layout; /* before where the target stands is known */
  guint tick_id;

  GdkFrameClock *clock; /* while the page is shown */
  GtkRoot *root;
  GtkWidget *kept; /* what stays in sight, or NULL */
  double kept_top; /* from the top of what is in sight */
  double kept_height;
  int width; /* of the layout that this holds for; 0 before the first */
  int em;
};

G_DEFINE_FINAL_TYPE (UpScroller, up_scroller, G_TYPE_OBJECT)

/* What stays free above the heading that is scrolled to. */
#define SCROLL_MARGIN 12

#define SCROLL_DURATION 400 /* milliseconds */

static GtkAdjustment *
get_adjustment (UpScroller *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled_window);
}

static double
clamp (UpScroller *self, double value)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return CLAMP (value, 0, MAX (last, 0));
}

/* Where a widget stands in the whole page, from its top. */
static gboolean
find_place (UpScroller *self, GtkWidget *widget, double *top, double *height)
{
  GtkWidget *page = gtk_viewport_get_child (self->viewport);
  graphene_rect_t bounds;

  if (!gtk_widget_is_ancestor (widget, page) || !gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, page, &bounds))
    return FALSE;

  *top = bounds.origin.y;
  *height = bounds.size.height;

  return TRUE;
}

static gboolean
keep (UpScroller *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double top, height;

  if (widget == NULL || !find_place (self, widget, &top, &height))
    return FALSE;

  top -= gtk_adjustment_get_value (adjustment);
  if (top + height <= 0 || top >= gtk_adjustment_get_page_size (adjustment))
    return FALSE;

  g_set_weak_pointer (&self->kept, widget);
  self->kept_top = top;
  self->kept_height = height;

  return TRUE;
}

/* The innermost widget at the top of what is in sight. */
static GtkWidget *
find_topmost (UpScroller *self)
{
  GtkWidget *widget = gtk_viewport_get_child (self->viewport);
  double value = gtk_adjustment_get_value (get_adjustment (self));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      double top, height;

      if (find_place (self, child, &top, &height) && height > 0 && top + height > value)
        {
          widget = child;
          child = gtk_widget_get_first_child (child);
        }
      else
        child = gtk_widget_get_next_sibling (child);
    }

  return widget;
}

/* Notes what is being read: what has the focus, else what was led to, where one still sees it. */
static void
remember (UpScroller *self)
{
  if (!keep (self, gtk_root_get_focus (self->root)) && !keep (self, self->target))
    keep (self, find_topmost (self));
}

static void
restore (UpScroller *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double top, height;

  if (self->target != NULL &&
      (self->tick_id != 0 || adw_animation_get_state (self->scrolling) == ADW_ANIMATION_PLAYING))
    {
      adw_animation_skip (self->scrolling);
      if (find_place (self, self->target, &top, &height))
        gtk_adjustment_set_value (adjustment, clamp (self, top - SCROLL_MARGIN));
      return;
    }

  if (self->kept == NULL || !find_place (self, self->kept, &top, &height))
    return;

  /* What one is in the middle of stays there; else it stands as high as it did, or higher where there
   * is less room below it. */
  if (self->kept_top < 0 && self->kept_height > 0)
    top -= self->kept_top / self->kept_height * height;
  else
    top -= MIN (self->kept_top, gtk_adjustment_get_page_size (adjustment) / 3);

  gtk_adjustment_set_value (adjustment, clamp (self, top));
}

/* After each layout, before anything of it is drawn. */
static void
on_layout (UpScroller *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->viewport));
  int em = up_em_to_pixels (GTK_WIDGET (self->viewport), 1);
  gboolean is_first = self->width == 0;

  if (width <= 0)
    return;

  if (width == self->width && em == self->em)
    {
      remember (self);
      return;
    }

  self->width = width;
  self->em = em;
  if (!is_first)
    restore (self);
}

static void
on_focus_changed (UpScroller *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self->viewport)) == self->width && self->width > 0)
    remember (self);
}

static void
stop_watching (UpScroller *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_func (self->clock, on_layout, self);
  g_clear_object (&self->clock);
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  g_clear_weak_pointer (&self->root);
}

static void
on_map (UpScroller *self)
{
  GtkWidget *widget = GTK_WIDGET (self->scrolled_window);

  stop_watching (self);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_swapped (self->clock, "layout", G_CALLBACK (on_layout), self);
  g_set_weak_pointer (&self->root, gtk_widget_get_root (widget));
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed),
                            self);
}

static void
scroll_to_target (UpScroller *self)
{
  double top, height;

  if (!find_place (self, self->target, &top, &height))
    return;

  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->scrolling),
                                      gtk_adjustment_get_value (get_adjustment (self)));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->scrolling),
                                    clamp (self, top - SCROLL_MARGIN));
  adw_animation_play (self->scrolling);
}

static void
focus_target (UpScroller *self)
{
  /* This scrolls there itself once it is laid out; until then the viewport would guess. */
  gtk_viewport_set_scroll_to_focus (self->viewport, FALSE);
  up_heading_take_focus (self->target);
  gtk_viewport_set_scroll_to_focus (self->viewport, TRUE);
  self->is_focus_owed = FALSE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  UpScroller *self = user_data;

  if (self->frames_to_layout-- > 0)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  if (self->target != NULL)
    {
      /* Only now: a window that has just been shown moves the focus on from where it was put. */
      if (self->is_focus_owed)
        focus_target (self);
      scroll_to_target (self);
    }

  return G_SOURCE_REMOVE;
}

static void
up_scroller_dispose (GObject *object)
{
  UpScroller *self = UP_SCROLLER (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scrolled_window), self->tick_id);
  self->tick_id = 0;
  stop_watching (self);
  g_clear_weak_pointer (&self->target);
  g_clear_weak_pointer (&self->kept);
  g_clear_object (&self->scrolling);

  G_OBJECT_CLASS (up_scroller_parent_class)->dispose (object);
}

static void
up_scroller_class_init (UpScrollerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_scroller_dispose;
}

static void
up_scroller_init (UpScroller *self)
{
}

/**
 * up_scroller_new:
 * @scrolled_window: what scrolls a viewport, and outlives the result
 *
 * Returns: (transfer full): a scroller, which has nothing to lead to yet
 */
UpScroller *
up_scroller_new (GtkScrolledWindow *scrolled_window)
{
  UpScroller *self;
  AdwAnimationTarget *target;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled_window), NULL);
  g_return_val_if_fail (GTK_IS_VIEWPORT (gtk_scrolled_window_get_child (scrolled_window)), NULL);

  self = g_object_new (UP_TYPE_SCROLLER, NULL);
  self->scrolled_window = scrolled_window;
  self->viewport = GTK_VIEWPORT (gtk_scrolled_window_get_child (scrolled_window));

  target = adw_property_animation_target_new (G_OBJECT (get_adjustment (self)), "value");
  self->scrolling =
    adw_timed_animation_new (GTK_WIDGET (scrolled_window), 0, 0, SCROLL_DURATION, target);

  g_signal_connect_object (scrolled_window, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled_window, "unmap", G_CALLBACK (stop_watching), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_scroller_lead_to:
 * @self: a scroller
 * @heading: a heading in the page
 *
 * Leads to a heading, which takes the focus once: now, or as soon as the page is shown.
 */
void
up_scroller_lead_to (UpScroller *self, GtkWidget *heading)
{
  g_return_if_fail (UP_IS_SCROLLER (self));
  g_return_if_fail (GTK_IS_WIDGET (heading));

  g_set_weak_pointer (&self->target, heading);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->scrolled_window)))
    focus_target (self);
  else
    self->is_focus_owed = TRUE;

  adw_animation_skip (self->scrolling);
  self->frames_to_layout = 2;
  if (self->tick_id == 0)
    self->tick_id =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->scrolled_window), on_tick, self, NULL);
}
