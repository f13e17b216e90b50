/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-ending-view.h"

#include "up-content-label.h"

#include <glib/gi18n-lib.h>

/**
 * UpEndingView:
 *
 * How it ends and what became of the people, in words. Looking back on the run has a page of its own.
 */
struct _UpEndingView
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkBox *effects_list;
};

G_DEFINE_FINAL_TYPE (UpEndingView, up_ending_view, ADW_TYPE_BIN)

static void
append_effect (UpEndingView *self, const char *text)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                  PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (self->effects_list, label);
}

static void
append_effects (UpEndingView *self, const UpScene *scene)
{
  static const UpTerms others[] = { UP_TERMS_EFFECT_HARM, UP_TERMS_EFFECT_HARMED,
                                    UP_TERMS_EFFECT_RELATIONSHIP };
  int own = up_scene_get_ending_effect (scene, UP_TERMS_EFFECT_YOU);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      int effect = up_scene_get_ending_effect (scene, others[i]);

      if (effect >= 0)
        append_effect (self, up_terms_get_title (others[i], effect));
    }

  if (own >= 0)
    {
      /* Translators: how an ending leaves the learner, such as “You: Relieved” */
      g_autofree char *line =
        g_strdup_printf (_ ("You: %s"), up_terms_get_title (UP_TERMS_EFFECT_YOU, own));

      append_effect (self, line);
    }
}

static void
up_ending_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_ENDING_VIEW);

  G_OBJECT_CLASS (up_ending_view_parent_class)->dispose (object);
}

static void
up_ending_view_class_init (UpEndingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_ending_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-ending-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, title_label);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, text_label);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, effects_list);
}

static void
up_ending_view_init (UpEndingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_ending_view_new:
 * @run: a run that is at an ending
 *
 * Makes the view of the ending that @run is at.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
up_ending_view_new (UpRun *run)
{
  UpEndingView *self;
  const UpScene *scene;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (up_run_get_phase (run) == UP_PHASE_ENDING, NULL);

  self = g_object_new (UP_TYPE_ENDING_VIEW, NULL);
  scene = up_run_get_scene (run);

  up_content_label_set_text (self->title_label, up_scene_get_ending_title (scene));
  up_content_label_set_text (self->text_label, up_scene_get_ending_text (scene));
  append_effects (self, scene);

  return GTK_WIDGET (self);
}
