/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-column.h"

#include "up-em.h"

/**
 * UpColumn:
 *
 * A column of text that grows no wider than is comfortable to read, in ems of its own font.
 */
struct _UpColumn
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int width_in_em;
};

enum
{
  PROP_CHILD = 1,
  PROP_WIDTH_IN_EM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpColumn, up_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    up_column_set_child (UP_COLUMN (buildable), GTK_WIDGET (child));
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
widest (UpColumn *self)
{
  return up_em_to_pixels (GTK_WIDGET (self), self->width_in_em);
}

static GtkSizeRequestMode
up_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpColumn *self = UP_COLUMN (widget);

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
      *natural = MAX (*minimum, MIN (*natural, widest (self)));
    }
  else
    {
      int least;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->child, orientation,
                          for_size < 0 ? -1 : MIN (for_size, MAX (least, widest (self))), minimum,
                          natural, NULL, NULL);
    }
}

static void
up_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpColumn *self = UP_COLUMN (widget);
  int least, child_width;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  child_width = MIN (width, MAX (least, widest (self)));
  gtk_widget_size_allocate (
    self->child, &(GtkAllocation) { (width - child_width) / 2, 0, child_width, height }, baseline);
}

static void
up_column_dispose (GObject *object)
{
  UpColumn *self = UP_COLUMN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (up_column_parent_class)->dispose (object);
}

static void
up_column_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  UpColumn *self = UP_COLUMN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_WIDTH_IN_EM:
      g_value_set_int (value, self->width_in_em);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_column_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  UpColumn *self = UP_COLUMN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      up_column_set_child (self, g_value_get_object (value));
      break;
    case PROP_WIDTH_IN_EM:
      up_column_set_width_in_em (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_column_class_init (UpColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = up_column_dispose;
  object_class->get_property = up_column_get_property;
  object_class->set_property = up_column_set_property;
  widget_class->get_request_mode = up_column_get_request_mode;
  widget_class->measure = up_column_measure;
  widget_class->size_allocate = up_column_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WIDTH_IN_EM] =
    g_param_spec_int ("width-in-em", NULL, NULL, 1, 1000, 38,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
up_column_init (UpColumn *self)
{
  self->width_in_em = 38;
}

/**
 * up_column_new:
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
up_column_new (void)
{
  return g_object_new (UP_TYPE_COLUMN, NULL);
}

/**
 * up_column_get_child:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): what it holds
 */
GtkWidget *
up_column_get_child (UpColumn *self)
{
  g_return_val_if_fail (UP_IS_COLUMN (self), NULL);

  return self->child;
}

/**
 * up_column_set_child:
 * @self: a column
 * @child: (nullable): what it holds from now on
 */
void
up_column_set_child (UpColumn *self, GtkWidget *child)
{
  g_return_if_fail (UP_IS_COLUMN (self));
  g_return_if_fail (child == NULL || child == self->child || gtk_widget_get_parent (child) == NULL);

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * up_column_get_width_in_em:
 * @self: a column
 *
 * Returns: the greatest width, in ems of its font
 */
int
up_column_get_width_in_em (UpColumn *self)
{
  g_return_val_if_fail (UP_IS_COLUMN (self), 0);

  return self->width_in_em;
}

/**
 * up_column_set_width_in_em:
 * @self: a column
 * @width: the greatest width, in ems of its font
 */
void
up_column_set_width_in_em (UpColumn *self, int width)
{
  g_return_if_fail (UP_IS_COLUMN (self));
  g_return_if_fail (width > 0);

  if (self->width_in_em == width)
    return;

  self->width_in_em = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH_IN_EM]);
}
