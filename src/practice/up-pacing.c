/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-pacing.h"

/**
 * UpPacing:
 *
 * Lets the lines of a scene appear one after the other, with a short pause before each. Only their
 * opacity waits: they have their place from the beginning, so that nothing jumps, and assistive
 * technology has all of them at once.
 */

/* In milliseconds: time to take in a short line, and never so long that one waits for the next. */
#define PAUSE 600

struct _UpPacing
{
  GObject parent_instance;

  GPtrArray *widgets;
  guint next;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (UpPacing, up_pacing, G_TYPE_OBJECT)

static void
show_next (UpPacing *self)
{
  GtkWidget *widget = g_ptr_array_index (self->widgets, self->next++);

  gtk_widget_add_css_class (widget, "paced");
  gtk_widget_remove_css_class (widget, "pending");
}

static gboolean
on_pause_over (gpointer user_data)
{
  UpPacing *self = user_data;

  show_next (self);
  if (self->next < self->widgets->len)
    return G_SOURCE_CONTINUE;

  self->timeout_id = 0;
  up_pacing_finish (self);

  return G_SOURCE_REMOVE;
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
  G_OBJECT_CLASS (klass)->dispose = up_pacing_dispose;
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
 *
 * Shows the first widget at once and each other one after a pause. What was still to appear from
 * before is shown first.
 */
void
up_pacing_start (UpPacing *self, GPtrArray *widgets)
{
  g_return_if_fail (UP_IS_PACING (self));
  g_return_if_fail (widgets != NULL);

  up_pacing_finish (self);
  if (widgets->len < 2)
    return;

  self->widgets = g_ptr_array_new_full (widgets->len, g_object_unref);
  self->next = 1;
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      g_ptr_array_add (self->widgets, g_object_ref (widget));
      if (i > 0)
        {
          gtk_widget_remove_css_class (widget, "paced");
          gtk_widget_add_css_class (widget, "pending");
        }
    }
  self->timeout_id = g_timeout_add (PAUSE, on_pause_over, self);
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
  g_return_if_fail (UP_IS_PACING (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  while (self->widgets != NULL && self->next < self->widgets->len)
    show_next (self);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);
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
