/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-pair.h"

#include "up-em.h"

/**
 * UpPair:
 *
 * Something and its counterpart: side by side where both can be read so, else one below the other. It
 * counts in ems of its own font, as text size is a style class, which a breakpoint does not know of.
 */
struct _UpPair
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second; /* NULL where there is none */
};

/* A column narrower than this breaks its lines too often to be read. */
#define LEAST_COLUMN_IN_EM 20

#define SPACING 36

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpPair, up_pair, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
set_first (UpPair *self, GtkWidget *first)
{
  g_clear_pointer (&self->first, gtk_widget_unparent);
  self->first = first;
  if (first != NULL)
    gtk_widget_insert_after (first, GTK_WIDGET (self), NULL);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_first (UP_PAIR (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static int
least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* The width of each of the two side by side in @width; 0 where they are stacked, or there is one. */
static int
column_width (UpPair *self, int width)
{
  int each = (width - SPACING) / 2;

  return self->second != NULL && each >= up_em_to_pixels (GTK_WIDGET (self), LEAST_COLUMN_IN_EM) &&
             each >= least_width (self->first) && each >= least_width (self->second)
           ? each
           : 0;
}

static GtkSizeRequestMode
up_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_pair_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpPair *self = UP_PAIR (widget);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  int each = !horizontal && for_size >= 0 ? column_width (self, for_size) : 0;
  int second_minimum, second_natural;

  gtk_widget_measure (self->first, orientation, horizontal ? -1 : (each > 0 ? each : for_size),
                      minimum, natural, NULL, NULL);
  if (self->second == NULL)
    return;

  gtk_widget_measure (self->second, orientation, horizontal ? -1 : (each > 0 ? each : for_size),
                      &second_minimum, &second_natural, NULL, NULL);
  if (horizontal)
    {
      *minimum = MAX (*minimum, second_minimum);
      *natural = 2 * MAX (*natural, second_natural) + SPACING;
    }
  else if (each > 0)
    {
      *minimum = MAX (*minimum, second_minimum);
      *natural = MAX (*natural, second_natural);
    }
  else
    {
      *minimum += SPACING + second_minimum;
      *natural += SPACING + second_natural;
    }
}

static void
up_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpPair *self = UP_PAIR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int each = column_width (self, width);
  int first_height;

  if (self->second == NULL)
    {
      gtk_widget_size_allocate (self->first, &(GtkAllocation) { 0, 0, width, height }, -1);
    }
  else if (each > 0)
    {
      int other = width - each;

      gtk_widget_size_allocate (self->first,
                                &(GtkAllocation) { mirrored ? other : 0, 0, each, height }, -1);
      gtk_widget_size_allocate (self->second,
                                &(GtkAllocation) { mirrored ? 0 : other, 0, each, height }, -1);
    }
  else
    {
      gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, &first_height, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (self->first, &(GtkAllocation) { 0, 0, width, first_height }, -1);
      gtk_widget_size_allocate (self->second,
                                &(GtkAllocation) { 0, first_height + SPACING, width,
                                                   MAX (0, height - first_height - SPACING) },
                                -1);
    }
}

static void
up_pair_dispose (GObject *object)
{
  UpPair *self = UP_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (up_pair_parent_class)->dispose (object);
}

static void
up_pair_class_init (UpPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_pair_dispose;
  widget_class->get_request_mode = up_pair_get_request_mode;
  widget_class->measure = up_pair_measure;
  widget_class->size_allocate = up_pair_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
up_pair_init (UpPair *self)
{
}

/**
 * up_pair_set_second:
 * @self: a pair that has its first
 * @second: (nullable) (transfer floating): the counterpart, or %NULL for none
 */
void
up_pair_set_second (UpPair *self, GtkWidget *second)
{
  g_return_if_fail (UP_IS_PAIR (self));
  g_return_if_fail (second == NULL || GTK_IS_WIDGET (second));

  g_clear_pointer (&self->second, gtk_widget_unparent);
  self->second = second;
  if (second != NULL)
    gtk_widget_insert_before (second, GTK_WIDGET (self), NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
