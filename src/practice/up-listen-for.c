/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-listen-for.h"

#include "up-content-label.h"
#include "up-rehearsal-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpListenFor:
 *
 * After an ending: what to listen for in what one would have said oneself, beside the words where
 * they were written. They are kept only where the person wants it.
 */
struct _UpListenFor
{
  GtkBox parent_instance;

  GtkLabel *about_label;
  AdwBin *words_bin;
  GtkBox *list;
  GtkWidget *keep_button;
  GtkLabel *keep_label;

  UpRun *run;
};

enum
{
  KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpListenFor, up_listen_for, GTK_TYPE_BOX)

/* A button that says what it does, because assistive technology cannot press a check button in GTK. */
static void
update (UpListenFor *self)
{
  gtk_label_set_label (self->keep_label, up_run_get_words (self->run) != NULL
                                           ? _ ("Take These Words out of the Journal")
                                           : _ ("Keep These Words in the Journal"));
}

static void
on_keep (UpListenFor *self)
{
  gboolean kept = up_run_get_words (self->run) == NULL;

  g_signal_emit (self, signals[KEEP], 0, kept);
  update (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           kept ? _ ("Kept in the journal") : _ ("No longer in the journal"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static const UpScene *
find_pivotal (UpScenario *scenario)
{
  for (guint i = 0; i < up_scenario_get_n_scenes (scenario); i++)
    {
      const UpScene *scene = up_scenario_get_scene (scenario, i);

      if (up_scene_get_pivotal (scene))
        return scene;
    }

  return NULL;
}

/**
 * up_listen_for_item_new:
 * @text: what to listen for
 *
 * Returns: (transfer floating): an item of a list of things to listen for
 */
GtkWidget *
up_listen_for_item_new (UpText text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = up_content_label_new (text, "paragraph");
  /* A letter and no picture, so that it stands at the height of the first line at any text size. */
  GtkWidget *sign = g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *item = g_object_new (ADW_TYPE_BIN, "child", row, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_widget_add_css_class (sign, "paragraph");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);

  return item;
}

static void
append_items (UpListenFor *self, const UpScene *scene)
{
  for (guint i = 0; i < up_scene_get_n_listen_for (scene); i++)
    gtk_box_append (self->list, up_listen_for_item_new (up_scene_get_listen_for (scene, i)));
}

static const char *
describe (UpRun *run, const char *words)
{
  if (up_run_get_rehearsal (run) == UP_REHEARSAL_ALOUD)
    return _ ("In what was said aloud before the options");
  if (words != NULL)
    return _ ("In what was written before the options");

  return _ ("What was written before the options has not been kept.");
}

static void
up_listen_for_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_LISTEN_FOR);
  g_clear_object (&UP_LISTEN_FOR (object)->run);

  G_OBJECT_CLASS (up_listen_for_parent_class)->dispose (object);
}

static void
up_listen_for_class_init (UpListenForClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_listen_for_dispose;

  /**
   * UpListenFor::keep:
   * @self: the view
   * @kept: whether the words are to be kept in the journal
   */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-listen-for.ui");
  gtk_widget_class_bind_template_child (widget_class, UpListenFor, about_label);
  gtk_widget_class_bind_template_child (widget_class, UpListenFor, words_bin);
  gtk_widget_class_bind_template_child (widget_class, UpListenFor, list);
  gtk_widget_class_bind_template_child (widget_class, UpListenFor, keep_button);
  gtk_widget_class_bind_template_child (widget_class, UpListenFor, keep_label);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
up_listen_for_init (UpListenFor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_listen_for_new:
 * @run: a run in which the words were tried out before the pivotal decision
 * @words: (nullable): what was written
 *
 * Returns: (transfer floating) (nullable): the view, or %NULL where there is nothing to listen for
 */
GtkWidget *
up_listen_for_new (UpRun *run, const char *words)
{
  UpListenFor *self;
  const UpScene *pivotal;
  UpRehearsal how;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  how = up_run_get_rehearsal (run);
  pivotal = find_pivotal (up_run_get_scenario (run));
  if (pivotal == NULL || (how != UP_REHEARSAL_ALOUD && how != UP_REHEARSAL_TYPED))
    return NULL;

  self = g_object_new (UP_TYPE_LISTEN_FOR, NULL);
  self->run = g_object_ref (run);
  if (how != UP_REHEARSAL_TYPED)
    words = NULL;
  gtk_label_set_label (self->about_label, describe (run, words));
  if (words != NULL)
    adw_bin_set_child (self->words_bin, up_own_words_new (words));
  gtk_widget_set_visible (GTK_WIDGET (self->words_bin), words != NULL);
  append_items (self, pivotal);

  update (self);
  gtk_widget_set_visible (self->keep_button, words != NULL);

  return GTK_WIDGET (self);
}
