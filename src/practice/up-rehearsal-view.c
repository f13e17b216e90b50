/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-rehearsal-view.h"

#include "up-content-label.h"
#include "up-text-area.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpRehearsalView:
 *
 * Before the options of the pivotal decision are shown: what would one say oneself? Aloud, in
 * writing, or not at all.
 */
struct _UpRehearsalView
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *explanation;
  UpTextArea *area;
  GtkWidget *options_button;
  GtkWidget *aloud_button;
};

enum
{
  CHANGED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpRehearsalView, up_rehearsal_view, GTK_TYPE_BOX)

/* What is written is what was tried out, whatever is said besides. */
static void
update (UpRehearsalView *self)
{
  gboolean is_empty = up_text_area_is_empty (self->area);

  if (is_empty)
    gtk_widget_remove_css_class (self->options_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->options_button, "suggested-action");
  gtk_widget_set_sensitive (self->aloud_button, is_empty);
}

static void
on_changed (UpRehearsalView *self)
{
  g_autofree char *words = up_text_area_get_text (self->area);

  update (self);
  g_signal_emit (self, signals[CHANGED], 0, words);
}

static void
finish (UpRehearsalView *self, UpRehearsal how)
{
  g_signal_emit (self, signals[DONE], 0, (int) how);
}

static void
on_options (UpRehearsalView *self)
{
  finish (self, up_text_area_is_empty (self->area) ? UP_REHEARSAL_PASSED_OVER : UP_REHEARSAL_TYPED);
}

static void
on_aloud (UpRehearsalView *self)
{
  finish (self, UP_REHEARSAL_ALOUD);
}

static gboolean
on_key_pressed (UpRehearsalView *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  on_options (self);

  return GDK_EVENT_STOP;
}

static void
up_rehearsal_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_REHEARSAL_VIEW);

  G_OBJECT_CLASS (up_rehearsal_view_parent_class)->dispose (object);
}

static void
up_rehearsal_view_class_init (UpRehearsalViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_rehearsal_view_dispose;

  /**
   * UpRehearsalView::changed:
   * @self: the view
   * @words: what is written in it now
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * UpRehearsalView::done:
   * @self: the view
   * @how: an #UpRehearsal
   *
   * The options may be shown.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-rehearsal-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UpRehearsalView, heading);
  gtk_widget_class_bind_template_child (widget_class, UpRehearsalView, explanation);
  gtk_widget_class_bind_template_child (widget_class, UpRehearsalView, area);
  gtk_widget_class_bind_template_child (widget_class, UpRehearsalView, options_button);
  gtk_widget_class_bind_template_child (widget_class, UpRehearsalView, aloud_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_options);
  gtk_widget_class_bind_template_callback (widget_class, on_aloud);
}

static void
up_rehearsal_view_init (UpRehearsalView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->area, self->heading, self->explanation);

  /* Before the entry, which would begin a new line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * up_rehearsal_view_new:
 * @words: (nullable): what was written before
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
up_rehearsal_view_new (const char *words)
{
  UpRehearsalView *self = g_object_new (UP_TYPE_REHEARSAL_VIEW, NULL);

  up_text_area_set_text (self->area, words);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * up_own_words_new:
 * @words: what was written
 *
 * Makes a quiet quotation of what the person would say, on the side of their own lines.
 *
 * Returns: (transfer floating): the quotation
 */
GtkWidget *
up_own_words_new (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ ("Own Words"));
  GtkWidget *label = up_content_label_new ((UpText) { words, NULL }, "paragraph");
  GtkWidget *bubble = g_object_new (ADW_TYPE_BIN, "child", label, "halign", GTK_ALIGN_END, NULL);

  g_return_val_if_fail (words != NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 1);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (bubble, "speech");
  gtk_widget_add_css_class (bubble, "own");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), bubble);
  gtk_widget_set_margin_start (box, 36);

  return box;
}
