/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-day-heading.h"

#include "up-em.h"

/**
 * UpDayHeading:
 *
 * The heading of a section of the journal's list. A label that wraps is laid out about ten times until
 * its size is known, and there are as many headings as days: so it lays out and draws its text itself.
 */
struct _UpDayHeading
{
  GtkWidget parent_instance;

  PangoLayout *layout; /* NULL until it is asked for */
  char *text;
};

/* In pixels, at either end, so that it starts where the rows' icons do. */
#define MARGIN 9

G_DEFINE_FINAL_TYPE (UpDayHeading, up_day_heading, GTK_TYPE_WIDGET)

static int
lay_out (UpDayHeading *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int height;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_alignment (self->layout, mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, MAX (1, width - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return height;
}

static GtkSizeRequestMode
up_day_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_day_heading_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  /* Whatever the words are: they break where they have to, and nobody asks how high they would like to
   * be who will not have it from a width. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 2 * MARGIN + up_em_to_pixels (widget, 4);
      *natural = 2 * MARGIN + up_em_to_pixels (widget, 16);
    }
  else
    {
      *minimum = *natural =
        for_size >= 0 ? lay_out (UP_DAY_HEADING (widget), for_size) : up_em_to_pixels (widget, 1);
    }
}

static void
up_day_heading_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpDayHeading *self = UP_DAY_HEADING (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  PangoRectangle words;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  lay_out (self, width);
  /* Words that run against the interface's direction start where all others do, too. */
  pango_layout_get_pixel_extents (self->layout, NULL, &words);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (mirrored ? width - MARGIN - words.x - words.width : MARGIN - words.x, 0));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
up_day_heading_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (up_day_heading_parent_class)->css_changed (widget, change);

  g_clear_object (&UP_DAY_HEADING (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
up_day_heading_dispose (GObject *object)
{
  UpDayHeading *self = UP_DAY_HEADING (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (up_day_heading_parent_class)->dispose (object);
}

static void
up_day_heading_class_init (UpDayHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_day_heading_dispose;
  widget_class->get_request_mode = up_day_heading_get_request_mode;
  widget_class->measure = up_day_heading_measure;
  widget_class->snapshot = up_day_heading_snapshot;
  widget_class->css_changed = up_day_heading_css_changed;

  gtk_widget_class_set_css_name (widget_class, "dayheading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
up_day_heading_init (UpDayHeading *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
}

/**
 * up_day_heading_new:
 *
 * Returns: (transfer floating): a heading without words
 */
GtkWidget *
up_day_heading_new (void)
{
  return g_object_new (UP_TYPE_DAY_HEADING, NULL);
}

/**
 * up_day_heading_set_text:
 * @self: a heading
 * @text: what it says from now on
 */
void
up_day_heading_set_text (UpDayHeading *self, const char *text)
{
  g_return_if_fail (UP_IS_DAY_HEADING (self));

  if (!g_set_str (&self->text, text))
    return;

  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
