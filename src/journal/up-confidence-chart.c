/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-confidence-chart.h"

#include "up-dates.h"
#include "up-em.h"
#include "up-entry.h"
#include "up-terms.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * UpConfidenceChart:
 *
 * How sure somebody felt before and after each attempt, from the oldest to the newest: a ring before,
 * a dot after, and a line between them. The five steps are named; there is no grid, no target, no
 * average and no trend. Where there is no room for all, the newest are shown.
 */
struct _UpConfidenceChart
{
  GtkWidget parent_instance;

  GListModel *attempts; /* of UpEntry, newest first */
  PangoLayout *steps[UP_CONFIDENCE_STEPS];
  PangoLayout *times[UP_CONFIDENCE_N_TIMES];
  PangoLayout *first_date;
  PangoLayout *last_date;
  guint n_shown;
  guint notify_id;
};

enum
{
  PROP_N_SHOWN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In tenths of an em: how far apart the steps and at least the attempts are, at most too, and how
 * large the marks are. */
#define STEP_HEIGHT 26
#define LEAST_SLOT 18
#define MOST_SLOT 60
#define RING 5
#define DOT 3

/* In pixels: between the names of the steps and the marks, and around what is drawn. */
#define GAP 12
#define LINE_WIDTH 2.0f

/* Of the line between two marks, as opacity. */
#define LINE_ALPHA 0.5f

G_DEFINE_FINAL_TYPE (UpConfidenceChart, up_confidence_chart, GTK_TYPE_WIDGET)

static float
tenths (UpConfidenceChart *self, int length)
{
  return (float) up_em_to_pixels (GTK_WIDGET (self), length) / 10;
}

static PangoLayout *
ensure_layout (UpConfidenceChart *self, PangoLayout **layout, const char *text)
{
  if (*layout == NULL)
    {
      *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_wrap (*layout, PANGO_WRAP_WORD_CHAR);
    }

  return *layout;
}

static PangoLayout *
get_step (UpConfidenceChart *self, guint i)
{
  return ensure_layout (self, &self->steps[i], up_terms_get_title (UP_TERMS_CONFIDENCE, (int) i));
}

static PangoLayout *
get_time (UpConfidenceChart *self, UpConfidenceTime when)
{
  return ensure_layout (self, &self->times[when],
                        when == UP_CONFIDENCE_BEFORE ? _ ("Before") : _ ("After"));
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* How much room the names of the steps take. */
static int
lay_out_steps (UpConfidenceChart *self, int width)
{
  int widest = 0;

  for (guint i = 0; i < UP_CONFIDENCE_STEPS; i++)
    {
      pango_layout_set_width (get_step (self, i), width * 2 / 5 * PANGO_SCALE);
      widest = MAX (widest, get_width (get_step (self, i)));
    }

  return widest;
}

static int
get_legend_height (UpConfidenceChart *self)
{
  return get_height (get_time (self, UP_CONFIDENCE_BEFORE)) + GAP;
}

static gboolean
notify_n_shown (gpointer data)
{
  UpConfidenceChart *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);

  return G_SOURCE_REMOVE;
}

static UpEntry *
get_attempt (UpConfidenceChart *self, guint shown)
{
  return g_list_model_get_item (self->attempts, self->n_shown - 1 - shown);
}

static void
lay_out_dates (UpConfidenceChart *self)
{
  g_clear_object (&self->first_date);
  g_clear_object (&self->last_date);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (UpEntry) attempt = get_attempt (self, i == 0 ? 0 : self->n_shown - 1);
      g_autofree char *date = up_date_format (up_entry_get_date (attempt));

      ensure_layout (self, i == 0 ? &self->first_date : &self->last_date, date);
    }
}

static void
up_confidence_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  UpConfidenceChart *self = UP_CONFIDENCE_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = up_em_to_pixels (widget, 10);
      *natural = up_em_to_pixels (widget, 38);
    }
  else
    {
      /* Below stand the dates, one below the other where they do not fit in a line. */
      *minimum = *natural = get_legend_height (self) +
                            (int) tenths (self, STEP_HEIGHT * UP_CONFIDENCE_STEPS) + GAP +
                            2 * get_height (get_time (self, UP_CONFIDENCE_BEFORE));
    }
}

static void
up_confidence_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpConfidenceChart *self = UP_CONFIDENCE_CHART (widget);
  guint n = self->attempts != NULL ? g_list_model_get_n_items (self->attempts) : 0;
  float room = (float) (width - lay_out_steps (self, width) - GAP);
  guint n_shown = MIN (n, (guint) MAX (1.0f, room / tenths (self, LEAST_SLOT)));

  if (n_shown != self->n_shown)
    {
      self->n_shown = n_shown;
      /* Nobody may change what is seen while it is being laid out. */
      if (self->notify_id == 0)
        self->notify_id = g_idle_add_full (GTK_PRIORITY_RESIZE, notify_n_shown, self, NULL);
    }
  if (n_shown > 0)
    lay_out_dates (self);
}

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  PangoRectangle words;

  /* Where there is more room, words that run the other way stand at its end. */
  pango_layout_get_pixel_extents (layout, NULL, &words);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (floorf (x - (float) words.x), floorf (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
append_mark (UpConfidenceChart *self, GtkSnapshot *snapshot, UpConfidenceTime when, float x,
             float y, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y),
                               tenths (self, when == UP_CONFIDENCE_BEFORE ? RING : DOT));
  path = gsk_path_builder_to_path (builder);
  if (when == UP_CONFIDENCE_BEFORE)
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);

      gtk_snapshot_append_stroke (snapshot, path, stroke, color);
    }
  else
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
    }
}

/* From the edge of the ring to the middle of the dot. */
static void
append_line (UpConfidenceChart *self, GtkSnapshot *snapshot, float x, float before, float after,
             const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA faint = *color;
  float edge = tenths (self, RING);

  faint.alpha *= LINE_ALPHA;
  gsk_path_builder_move_to (builder, x, after > before ? before + edge : before - edge);
  gsk_path_builder_line_to (builder, x, after);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &faint);
}

/* What is drawn is thought of from left to right, and mirrored where one reads the other way. */
static float
mirror (UpConfidenceChart *self, float x, float width)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
           ? (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - width
           : x;
}

static void
append_legend (UpConfidenceChart *self, GtkSnapshot *snapshot, const GdkRGBA *color,
               const GdkRGBA *accent)
{
  float x = 0;

  for (UpConfidenceTime when = 0; when < UP_CONFIDENCE_N_TIMES; when++)
    {
      PangoLayout *layout = get_time (self, when);
      float size = tenths (self, 2 * RING);
      float width = (float) get_width (layout);

      append_mark (self, snapshot, when, mirror (self, x + size / 2 + 1, 0),
                   (float) get_height (layout) / 2, accent);
      append_layout (snapshot, layout, mirror (self, x + size + 6, width), 0, color);
      x += size + 6 + width + 2 * GAP;
    }
}

static void
append_dates (UpConfidenceChart *self, GtkSnapshot *snapshot, float start, float end, float y,
              const GdkRGBA *color)
{
  float first = (float) get_width (self->first_date);
  float last = (float) get_width (self->last_date);

  append_layout (snapshot, self->first_date, mirror (self, start, first), y, color);
  if (self->n_shown < 2)
    return;

  if (start + first + 2 * GAP + last > end)
    y += (float) get_height (self->first_date);
  append_layout (snapshot, self->last_date, mirror (self, MAX (start, end - last), last), y, color);
}

static void
up_confidence_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpConfidenceChart *self = UP_CONFIDENCE_CHART (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  float width = (float) gtk_widget_get_width (widget);
  float top = (float) get_legend_height (self);
  float step_height = tenths (self, STEP_HEIGHT);
  float axis = (float) lay_out_steps (self, (int) width) + GAP;
  GdkRGBA color, accent;
  float slot;

  if (self->n_shown == 0)
    return;

  gtk_widget_get_color (widget, &color);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                       adw_style_manager_get_dark (style), &accent);
  append_legend (self, snapshot, &color, &accent);

  for (guint i = 0; i < UP_CONFIDENCE_STEPS; i++)
    {
      PangoLayout *layout = self->steps[i];
      float middle = top + step_height * ((float) (UP_CONFIDENCE_STEPS - 1 - i) + 0.5f);

      append_layout (snapshot, layout, mirror (self, 0, (float) get_width (layout)),
                     middle - (float) get_height (layout) / 2, &color);
    }

  slot = MIN ((width - axis) / (float) self->n_shown, tenths (self, MOST_SLOT));
  for (guint i = 0; i < self->n_shown; i++)
    {
      g_autoptr (UpEntry) attempt = get_attempt (self, i);
      float x = mirror (self, axis + slot * ((float) i + 0.5f), 0);
      float y[UP_CONFIDENCE_N_TIMES];
      guint said[UP_CONFIDENCE_N_TIMES];

      for (UpConfidenceTime when = 0; when < UP_CONFIDENCE_N_TIMES; when++)
        {
          said[when] = up_entry_get_confidence (attempt, when);
          y[when] = top + step_height * ((float) (UP_CONFIDENCE_STEPS - said[when]) + 0.5f);
        }
      if (said[UP_CONFIDENCE_BEFORE] != 0 && said[UP_CONFIDENCE_AFTER] != 0 &&
          said[UP_CONFIDENCE_BEFORE] != said[UP_CONFIDENCE_AFTER])
        append_line (self, snapshot, x, y[UP_CONFIDENCE_BEFORE], y[UP_CONFIDENCE_AFTER], &accent);
      for (UpConfidenceTime when = 0; when < UP_CONFIDENCE_N_TIMES; when++)
        if (said[when] != 0)
          append_mark (self, snapshot, when, x, y[when], &accent);
    }

  append_dates (self, snapshot, axis, axis + slot * (float) self->n_shown,
                top + step_height * UP_CONFIDENCE_STEPS + GAP, &color);
}

static void
forget_layouts (UpConfidenceChart *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->steps); i++)
    g_clear_object (&self->steps[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->times); i++)
    g_clear_object (&self->times[i]);
  g_clear_object (&self->first_date);
  g_clear_object (&self->last_date);
}

static void
up_confidence_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (up_confidence_chart_parent_class)->css_changed (widget, change);

  forget_layouts (UP_CONFIDENCE_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static void
up_confidence_chart_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_SHOWN:
      g_value_set_uint (value, UP_CONFIDENCE_CHART (object)->n_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_confidence_chart_dispose (GObject *object)
{
  UpConfidenceChart *self = UP_CONFIDENCE_CHART (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  forget_layouts (self);
  g_clear_object (&self->attempts);

  G_OBJECT_CLASS (up_confidence_chart_parent_class)->dispose (object);
}

static void
up_confidence_chart_class_init (UpConfidenceChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = up_confidence_chart_get_property;
  object_class->dispose = up_confidence_chart_dispose;
  widget_class->measure = up_confidence_chart_measure;
  widget_class->size_allocate = up_confidence_chart_size_allocate;
  widget_class->snapshot = up_confidence_chart_snapshot;
  widget_class->css_changed = up_confidence_chart_css_changed;

  /**
   * UpConfidenceChart:n-shown:
   *
   * How many attempts there is room for.
   */
  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
up_confidence_chart_init (UpConfidenceChart *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::accent-color",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * up_confidence_chart_set_attempts:
 * @self: a chart
 * @attempts: a list of #UpEntry, newest first, of which each says something about confidence
 */
void
up_confidence_chart_set_attempts (UpConfidenceChart *self, GListModel *attempts)
{
  g_return_if_fail (UP_IS_CONFIDENCE_CHART (self));
  g_return_if_fail (G_IS_LIST_MODEL (attempts));

  g_set_object (&self->attempts, attempts);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * up_confidence_chart_get_n_shown:
 * @self: a chart
 *
 * Returns: how many attempts there is room for
 */
guint
up_confidence_chart_get_n_shown (UpConfidenceChart *self)
{
  g_return_val_if_fail (UP_IS_CONFIDENCE_CHART (self), 0);

  return self->n_shown;
}
