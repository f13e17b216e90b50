/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-map-private.h"

#include "up-map-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * UpMap:
 *
 * The scenario of a run, drawn: which decisions and endings were met, which ways were taken and which
 * not yet. What was not seen is a place without words. It scrolls and zooms, has a cursor that the arrow
 * keys move along the ways, and tells about a place in a popover.
 */
enum
{
  PROP_READ_ONLY = 1,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  GO_TO_STEP,
  GO_AFTER_STEP,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (UpMap, up_map, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static const char *const style_changes[] = {
  "notify::accent-color",
  "notify::dark",
  "notify::high-contrast",
};

static void
drop_picture (UpMap *self)
{
  g_clear_pointer (&self->picture, up_map_picture_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ensure_picture (UpMap *self)
{
  UpMapFlow flow;

  if (self->layout == NULL)
    return;

  flow = up_map_choose_flow (self);
  if (self->picture != NULL && up_map_picture_is_current (self->picture, GTK_WIDGET (self), flow))
    return;

  g_clear_pointer (&self->picture, up_map_picture_free);
  self->picture = up_map_picture_new (GTK_WIDGET (self), self->layout, flow);
}

static void
go_to_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpMap *self = UP_MAP (widget);
  guint signal = g_str_has_suffix (name, "before") ? GO_TO_STEP : GO_AFTER_STEP;

  if (self->read_only)
    return;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[signal], 0, g_variant_get_uint32 (parameter));
}

static void
on_run_changed (UpMap *self)
{
  g_autofree char *words = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->picture, up_map_picture_free);
  g_clear_pointer (&self->layout, up_map_layout_free);
  self->cursor = 0;

  if (self->run != NULL)
    {
      self->layout = up_map_layout_new (self->run);
      self->cursor = up_map_layout_get_here (self->layout);
      self->is_cursor_led = TRUE;
      words = up_map_describe (self->layout);
      up_map_describe_cursor (self);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Map"), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
up_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpMap *self = UP_MAP (widget);

  ensure_picture (self);
  *minimum = 0;
  *natural = (int) ceil (up_map_get_length (self, orientation));
}

static void
up_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpMap *self = UP_MAP (widget);

  ensure_picture (self);
  up_map_configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  up_map_configure_adjustment (self, GTK_ORIENTATION_VERTICAL);
  /* Where one is stays in sight when the window gets another width. */
  if ((self->is_cursor_led || self->width != width) && self->picture != NULL)
    {
      self->is_cursor_led = FALSE;
      up_map_scroll_to_cursor (self, TRUE);
    }

  /* What a popover that was opened before points to has moved, and it may be too wide now. */
  if (self->width != width || self->height != height)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->width = width;
  self->height = height;
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
up_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpMap *self = UP_MAP (widget);

  if (self->picture == NULL)
    return;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) up_map_get_origin (self, GTK_ORIENTATION_HORIZONTAL),
                                    (float) up_map_get_origin (self, GTK_ORIENTATION_VERTICAL)));
  gtk_snapshot_scale (snapshot, (float) self->zoom, (float) self->zoom);
  up_map_picture_draw (self->picture, widget, snapshot,
                       gtk_widget_has_visible_focus (widget) ? self->cursor : G_MAXUINT);
  gtk_snapshot_pop (snapshot);
}

static void
up_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (up_map_parent_class)->css_changed (widget, change);

  drop_picture (UP_MAP (widget));
}

static void
up_map_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (up_map_parent_class)->direction_changed (widget, previous);

  UP_MAP (widget)->is_cursor_led = TRUE;
  drop_picture (UP_MAP (widget));
}

static void
up_map_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (up_map_parent_class)->system_setting_changed (widget, setting);

  drop_picture (UP_MAP (widget));
}

/* The accent may change without a change of one's own style. */
static void
up_map_realize (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (up_map_parent_class)->realize (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (style_changes); i++)
    g_signal_connect_object (manager, style_changes[i], G_CALLBACK (gtk_widget_queue_draw), widget,
                             G_CONNECT_SWAPPED);
}

static void
up_map_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)), gtk_widget_queue_draw,
    widget);

  GTK_WIDGET_CLASS (up_map_parent_class)->unrealize (widget);
}

static void
set_adjustment (UpMap *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (*own != NULL && *own == adjustment)
    return;

  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, gtk_widget_queue_draw, self);
  g_clear_object (own);
  *own =
    g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*own, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  up_map_configure_adjustment (self, orientation);
}

static void
up_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  UpMap *self = UP_MAP (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_map_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  UpMap *self = UP_MAP (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      up_map_set_read_only (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_map_dispose (GObject *object)
{
  UpMap *self = UP_MAP (object);

  if (self->run != NULL)
    g_clear_signal_handler (&self->changed_id, self->run);
  g_clear_object (&self->run);
  g_clear_pointer (&self->picture, up_map_picture_free);
  g_clear_pointer (&self->layout, up_map_layout_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);

  G_OBJECT_CLASS (up_map_parent_class)->dispose (object);
}

static void
up_map_class_init (UpMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = up_map_get_property;
  object_class->set_property = up_map_set_property;
  object_class->dispose = up_map_dispose;
  widget_class->measure = up_map_measure;
  widget_class->size_allocate = up_map_size_allocate;
  widget_class->snapshot = up_map_snapshot;
  widget_class->query_tooltip = up_map_query_tooltip;
  widget_class->css_changed = up_map_css_changed;
  widget_class->direction_changed = up_map_direction_changed;
  widget_class->system_setting_changed = up_map_system_setting_changed;
  widget_class->realize = up_map_realize;
  widget_class->unrealize = up_map_unrealize;

  /**
   * UpMap:read-only:
   *
   * Whether one can only look, because the run is over.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * UpMap::go-to-step:
   * @self: the map
   * @number: the number of a step of the run
   *
   * Another way is to be tried at the decision at which the step was made.
   */
  signals[GO_TO_STEP] =
    g_signal_new ("go-to-step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_NO_HOOKS, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * UpMap::go-after-step:
   * @self: the map
   * @number: the number of a step of the run, or 0 for its start
   *
   * One wants to go to what the step led to.
   */
  signals[GO_AFTER_STEP] =
    g_signal_new ("go-after-step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_NO_HOOKS,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "map.go-before", "u", go_to_step);
  gtk_widget_class_install_action (widget_class, "map.go-after", "u", go_to_step);

  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
up_map_init (UpMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, widget);

  up_map_add_controllers (self);
}

/**
 * up_map_new:
 *
 * Makes a map that shows no run yet. It belongs into a #GtkScrolledWindow.
 *
 * Returns: (transfer floating): the map
 */
GtkWidget *
up_map_new (void)
{
  return g_object_new (UP_TYPE_MAP, NULL);
}

/**
 * up_map_get_run:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the run it shows
 */
UpRun *
up_map_get_run (UpMap *self)
{
  g_return_val_if_fail (UP_IS_MAP (self), NULL);

  return self->run;
}

/**
 * up_map_set_run:
 * @self: a map
 * @run: (nullable): a run
 *
 * Shows where a run is and follows it from then on.
 */
void
up_map_set_run (UpMap *self, UpRun *run)
{
  g_return_if_fail (UP_IS_MAP (self));
  g_return_if_fail (run == NULL || UP_IS_RUN (run));

  if (self->run != NULL)
    g_clear_signal_handler (&self->changed_id, self->run);
  g_set_object (&self->run, run);
  if (run != NULL)
    self->changed_id = g_signal_connect_swapped (run, "changed", G_CALLBACK (on_run_changed), self);
  on_run_changed (self);
}

/**
 * up_map_get_read_only:
 * @self: a map
 *
 * Returns: whether one can only look
 */
gboolean
up_map_get_read_only (UpMap *self)
{
  g_return_val_if_fail (UP_IS_MAP (self), FALSE);

  return self->read_only;
}

/**
 * up_map_set_read_only:
 * @self: a map
 * @read_only: whether one can only look
 *
 * Tells whether other ways can be tried from the map.
 */
void
up_map_set_read_only (UpMap *self, gboolean read_only)
{
  g_return_if_fail (UP_IS_MAP (self));

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}
