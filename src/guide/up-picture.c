/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-picture.h"

#include <adwaita.h>

/**
 * UpPicture:
 *
 * A drawing of a few flat shapes, in tones of the accent colour and of grey. Symbolic icons could not
 * do it: they are square, and their shapes show through where they overlap. Instead the shapes are
 * drawn from a small part of SVG: `path`, `circle` and `rect`, filled, or as a line of the width
 * `stroke-width`. The class that a shape has says its tone.
 *
 * Tones are mixed with the paper, which is the widget's own `color` in the style sheet. So they cover
 * what lies below, and follow dark, contrast and accent. Where text runs from right to left, the
 * drawing is mirrored.
 */
struct _UpPicture
{
  GtkWidget parent_instance;

  char *path;
  GArray *shapes;
};

typedef struct
{
  GskPath *path;
  GskFillRule fill_rule;
  float line_width; /* 0 where it is filled */
  guint tone;
} Shape;

typedef enum
{
  TEXT,
  LIGHT,
  ACCENT,
  N_INKS
} Ink;

/* What each tone is mixed from, and how much of it there is. */
static const struct
{
  const char *name;
  Ink ink;
  float amount;
  float amount_in_dark;
} tones[] = {
  { "paper", TEXT, 0, 0 },         { "page", LIGHT, 0.85f, 0.06f },
  { "faint", TEXT, 0.08f, 0.08f }, { "grey-soft", TEXT, 0.2f, 0.2f },
  { "grey", TEXT, 0.45f, 0.45f },  { "accent-soft", ACCENT, 0.32f, 0.4f },
  { "accent", ACCENT, 1, 1 },
};

/* How much more of the text's colour there is in high contrast. */
#define STRONGER 1.8f

/* The size that every drawing has. */
#define WIDTH 480
#define HEIGHT 200

#define MIN_WIDTH 120

static const char *const style_changes[] = {
  "notify::accent-color",
  "notify::dark",
  "notify::high-contrast",
};

G_DEFINE_FINAL_TYPE (UpPicture, up_picture, GTK_TYPE_WIDGET)

static void
clear_shape (gpointer data)
{
  Shape *shape = data;

  g_clear_pointer (&shape->path, gsk_path_unref);
}

static gboolean
read_tone (const char *classes, guint *tone)
{
  g_auto (GStrv) names = g_strsplit (classes != NULL ? classes : "", " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (g_strv_contains ((const char *const *) names, tones[i].name))
      {
        *tone = i;
        return TRUE;
      }

  return FALSE;
}

static float
read_number (const char **names, const char **values, const char *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return (float) g_ascii_strtod (values[i], NULL);

  return 0;
}

static GskPath *
read_path (const char *element, const char **names, const char **values)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  GskRoundedRect rect;

  if (g_str_equal (element, "circle"))
    gsk_path_builder_add_circle (
      builder,
      &GRAPHENE_POINT_INIT (read_number (names, values, "cx"), read_number (names, values, "cy")),
      read_number (names, values, "r"));
  else
    {
      gsk_rounded_rect_init_from_rect (&rect,
                                       &GRAPHENE_RECT_INIT (read_number (names, values, "x"),
                                                            read_number (names, values, "y"),
                                                            read_number (names, values, "width"),
                                                            read_number (names, values, "height")),
                                       read_number (names, values, "rx"));
      gsk_path_builder_add_rounded_rect (builder, &rect);
    }

  return gsk_path_builder_to_path (builder);
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer data, GError **error)
{
  GArray *shapes = data;
  Shape shape = { .fill_rule = GSK_FILL_RULE_WINDING };
  const char *classes = NULL, *d = NULL;

  if (!g_str_equal (element, "path") && !g_str_equal (element, "circle") &&
      !g_str_equal (element, "rect"))
    return;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "class"))
        classes = values[i];
      else if (g_str_equal (names[i], "d"))
        d = values[i];
      else if (g_str_equal (names[i], "fill-rule") && g_str_equal (values[i], "evenodd"))
        shape.fill_rule = GSK_FILL_RULE_EVEN_ODD;
    }

  shape.line_width = read_number (names, values, "stroke-width");
  if (!g_str_equal (element, "path"))
    shape.path = read_path (element, names, values);
  else if (d != NULL)
    shape.path = gsk_path_parse (d);

  if (shape.path == NULL || !read_tone (classes, &shape.tone))
    {
      clear_shape (&shape);
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "a %s without a shape or without a tone", element);
      return;
    }

  g_array_append_val (shapes, shape);
}

static GArray *
read_shapes (const char *path, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GArray) shapes = NULL;
  gsize size;
  const char *text;

  if (bytes == NULL)
    return NULL;

  shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  g_array_set_clear_func (shapes, clear_shape);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, shapes, NULL);
  text = g_bytes_get_data (bytes, &size);
  if (!g_markup_parse_context_parse (context, text, (gssize) size, error) ||
      !g_markup_parse_context_end_parse (context, error))
    return NULL;

  return g_steal_pointer (&shapes);
}

static GdkRGBA
mix (const GdkRGBA *paper, const GdkRGBA *color, float amount)
{
  amount *= color->alpha;

  return (GdkRGBA) {
    paper->red + (color->red - paper->red) * amount,
    paper->green + (color->green - paper->green) * amount,
    paper->blue + (color->blue - paper->blue) * amount,
    1,
  };
}

static float
get_amount (AdwStyleManager *manager, guint tone)
{
  float amount =
    adw_style_manager_get_dark (manager) ? tones[tone].amount_in_dark : tones[tone].amount;

  if (adw_style_manager_get_high_contrast (manager) && tones[tone].ink == TEXT)
    amount = MIN (1, amount * STRONGER);

  return amount;
}

static void
up_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = WIDTH;
    }
  else
    *minimum = *natural =
      (for_size < 0 ? WIDTH : CLAMP (for_size, MIN_WIDTH, WIDTH)) * HEIGHT / WIDTH;
}

static void
up_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpPicture *self = UP_PICTURE (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float scale = MIN (width / WIDTH, height / HEIGHT);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA paper, inks[N_INKS] = { [LIGHT] = { 1, 1, 1, 1 }, [ACCENT] = *accent };

  if (self->shapes == NULL)
    return;

  gtk_widget_get_color (widget, &paper);
  gtk_widget_get_color (parent != NULL ? parent : widget, &inks[TEXT]);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width / 2, height / 2));
  gtk_snapshot_scale (snapshot, mirrored ? -scale : scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-WIDTH / 2.0f, -HEIGHT / 2.0f));

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);
      GdkRGBA color =
        mix (&paper, &inks[tones[shape->tone].ink], get_amount (manager, shape->tone));

      if (shape->line_width > 0)
        {
          g_autoptr (GskStroke) stroke = gsk_stroke_new (shape->line_width);

          gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
          gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
          gtk_snapshot_append_stroke (snapshot, shape->path, stroke, &color);
        }
      else
        gtk_snapshot_append_fill (snapshot, shape->path, shape->fill_rule, &color);
    }

  gtk_snapshot_restore (snapshot);
}

static GtkSizeRequestMode
up_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The parent's colour and the accent change without a change of one's own style. */
static void
up_picture_realize (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (up_picture_parent_class)->realize (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (style_changes); i++)
    g_signal_connect_object (manager, style_changes[i], G_CALLBACK (gtk_widget_queue_draw), widget,
                             G_CONNECT_SWAPPED);
}

static void
up_picture_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)), gtk_widget_queue_draw,
    widget);

  GTK_WIDGET_CLASS (up_picture_parent_class)->unrealize (widget);
}

static void
up_picture_finalize (GObject *object)
{
  UpPicture *self = UP_PICTURE (object);

  g_clear_pointer (&self->shapes, g_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (up_picture_parent_class)->finalize (object);
}

static void
up_picture_class_init (UpPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = up_picture_finalize;
  widget_class->get_request_mode = up_picture_get_request_mode;
  widget_class->measure = up_picture_measure;
  widget_class->realize = up_picture_realize;
  widget_class->snapshot = up_picture_snapshot;
  widget_class->unrealize = up_picture_unrealize;

  /* It says nothing that does not stand in words beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
up_picture_init (UpPicture *self)
{
}

/**
 * up_picture_set_resource:
 * @self: a picture
 * @path: (nullable): the path of a drawing among the app's resources
 *
 * Shows a drawing.
 *
 * Returns: %FALSE where there is none, and nothing is shown
 */
gboolean
up_picture_set_resource (UpPicture *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (UP_IS_PICTURE (self), FALSE);

  if (path != NULL && g_strcmp0 (self->path, path) == 0)
    return self->shapes != NULL;

  g_set_str (&self->path, path);
  g_clear_pointer (&self->shapes, g_array_unref);
  if (path != NULL)
    self->shapes = read_shapes (path, &error);
  if (error != NULL && !g_error_matches (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND))
    g_warning ("%s: %s", path, error->message);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return self->shapes != NULL;
}
