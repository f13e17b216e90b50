/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-pacing.h"

/**
 * UpPacing:
 *
 * Lets the lines of a scene appear one after the other, with a short pause before each or when the
 * reader asks for it. Only their opacity waits: they have their place from the beginning, so that
 * nothing jumps, and assistive technology has all of them at once.
 */

/* In milliseconds: time to take in a short line, and never so long that one waits for the next. */
#define PAUSE 600

struct _UpPacing
{
  GObject parent_instance;

  GPtrArray *widgets;
  UpPace pace;
  guint next;
  guint timeout_id;
};

enum
{
  PROP_WAITING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (UpPacing, up_pacing, G_TYPE_OBJECT)

static void
show_one (UpPacing *self)
{
  GtkWidget *widget = g_ptr_array_index (self->widgets, self->next++);

  gtk_widget_add_css_class (widget, "paced");
  gtk_widget_remove_css_class (widget, "pending");
  gtk_widget_set_can_target (widget, TRUE);
}

static gboolean
on_pause_over (gpointer user_data)
{
  UpPacing *self = user_data;

  show_one (self);
  if (self->next < self->widgets->len)
    return G_SOURCE_CONTINUE;

  self->timeout_id = 0;
  up_pacing_finish (self);

  return G_SOURCE_REMOVE;
}

static void
up_pacing_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WAITING:
      g_value_set_boolean (value, up_pacing_is_waiting (UP_PACING (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_pacing_dispose (GObject *object)
{
  up_pacing_finish (UP_PACING (object));

  G_OBJECT_CLASS (up_pacing_parent_class)->dispose (object);
}

static void
up_pacing_class_init (UpPacingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = up_pacing_get_property;
  object_class->dispose = up_pacing_dispose;

  properties[PROP_WAITING] =
    g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
up_pacing_init (UpPacing *self)
{
}

/**
 * up_pacing_new:
 *
 * Returns: (transfer full): a pacing that has nothing to do yet
 */
UpPacing *
up_pacing_new (void)
{
  return g_object_new (UP_TYPE_PACING, NULL);
}

/**
 * up_pacing_start:
 * @self: a pacing
 * @widgets: (element-type GtkWidget): what appears, in this order
 * @pace: when
 *
 * Shows the first widget at once and each other one as @pace says. What was still to appear from
 * before is shown first.
 */
void
up_pacing_start (UpPacing *self, GPtrArray *widgets, UpPace pace)
{
  g_return_if_fail (UP_IS_PACING (self));
  g_return_if_fail (widgets != NULL);

  up_pacing_finish (self);
  if (widgets->len < 2 || pace == UP_PACE_TOGETHER)
    return;

  self->widgets = g_ptr_array_new_full (widgets->len, g_object_unref);
  self->pace = pace;
  self->next = 1;
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      g_ptr_array_add (self->widgets, g_object_ref (widget));
      if (i > 0)
        {
          gtk_widget_remove_css_class (widget, "paced");
          gtk_widget_add_css_class (widget, "pending");
          /* What is not seen cannot be pressed by accident. */
          gtk_widget_set_can_target (widget, FALSE);
        }
    }

  if (pace == UP_PACE_PAUSES)
    self->timeout_id = g_timeout_add (PAUSE, on_pause_over, self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

/**
 * up_pacing_show_next:
 * @self: a pacing
 *
 * Shows the next of what is still to appear, if there is any.
 */
void
up_pacing_show_next (UpPacing *self)
{
  g_return_if_fail (UP_IS_PACING (self));

  if (self->widgets == NULL)
    return;

  show_one (self);
  if (self->next == self->widgets->len)
    up_pacing_finish (self);
}

/**
 * up_pacing_reveal:
 * @self: a pacing
 * @widget: a widget
 *
 * Shows everything up to where @widget is, if that is still to appear.
 */
void
up_pacing_reveal (UpPacing *self, GtkWidget *widget)
{
  guint last = 0;

  g_return_if_fail (UP_IS_PACING (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (guint i = self->next; self->widgets != NULL && i < self->widgets->len; i++)
    {
      GtkWidget *pending = g_ptr_array_index (self->widgets, i);

      if (pending == widget || gtk_widget_is_ancestor (widget, pending))
        last = i + 1;
    }

  while (self->widgets != NULL && self->next < last)
    up_pacing_show_next (self);
}

/**
 * up_pacing_take_key:
 * @self: a pacing
 * @key: a key that is pressed
 * @focus: (nullable): what has the focus
 *
 * Any key shows all at once; but where each line is asked for, that is done with the keys that one
 * reads on with.
 *
 * Returns: whether the key is used up by that
 */
gboolean
up_pacing_take_key (UpPacing *self, guint key, GtkWidget *focus)
{
  g_return_val_if_fail (UP_IS_PACING (self), FALSE);
  g_return_val_if_fail (focus == NULL || GTK_IS_WIDGET (focus), FALSE);

  if (!up_pacing_is_waiting (self))
    {
      up_pacing_finish (self);
      return FALSE;
    }

  if ((key != GDK_KEY_space && key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      GTK_IS_BUTTON (focus) || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;

  up_pacing_show_next (self);

  return TRUE;
}

/**
 * up_pacing_finish:
 * @self: a pacing
 *
 * Shows all that is still to appear.
 */
void
up_pacing_finish (UpPacing *self)
{
  gboolean was_waiting;

  g_return_if_fail (UP_IS_PACING (self));

  was_waiting = up_pacing_is_waiting (self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  while (self->widgets != NULL && self->next < self->widgets->len)
    show_one (self);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);
  if (was_waiting)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

/**
 * up_pacing_is_running:
 * @self: a pacing
 *
 * Returns: whether something is still to appear
 */
gboolean
up_pacing_is_running (UpPacing *self)
{
  g_return_val_if_fail (UP_IS_PACING (self), FALSE);

  return self->widgets != NULL;
}

/**
 * up_pacing_is_waiting:
 * @self: a pacing
 *
 * Returns: whether something is still to appear, and does so only when it is asked for
 */
gboolean
up_pacing_is_waiting (UpPacing *self)
{
  g_return_val_if_fail (UP_IS_PACING (self), FALSE);

  return self->widgets != NULL && self->pace == UP_PACE_ASKED;
}
