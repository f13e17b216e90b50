/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-skip-button.h"

/**
 * UpSkipButton:
 *
 * Skips something that need not be read, or shows it after all; it says which. Not a toggle button,
 * which would have to keep its name while what it does changes.
 */
struct _UpSkipButton
{
  GtkButton parent_instance;

  const char *skip; /* interned */
  const char *show;
};

G_DEFINE_FINAL_TYPE (UpSkipButton, up_skip_button, GTK_TYPE_BUTTON)

static void
up_skip_button_class_init (UpSkipButtonClass *klass)
{
}

static void
up_skip_button_init (UpSkipButton *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "aside");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
}

/**
 * up_skip_button_new:
 * @skip: what it says while there is something to skip
 * @show: what it says once that is skipped
 *
 * Returns: (transfer floating): a button, with nothing skipped yet
 */
GtkWidget *
up_skip_button_new (const char *skip, const char *show)
{
  UpSkipButton *self;

  g_return_val_if_fail (skip != NULL, NULL);
  g_return_val_if_fail (show != NULL, NULL);

  self = g_object_new (UP_TYPE_SKIP_BUTTON, NULL);
  self->skip = g_intern_string (skip);
  self->show = g_intern_string (show);
  up_skip_button_set_skipped (self, FALSE);

  return GTK_WIDGET (self);
}

/**
 * up_skip_button_set_skipped:
 * @self: a skip button
 * @skipped: whether what it is about is skipped
 */
void
up_skip_button_set_skipped (UpSkipButton *self, gboolean skipped)
{
  g_return_if_fail (UP_IS_SKIP_BUTTON (self));

  gtk_button_set_label (GTK_BUTTON (self), skipped ? self->show : self->skip);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self))), TRUE);
}
