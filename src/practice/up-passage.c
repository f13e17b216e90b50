/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-passage.h"

#include "up-content-label.h"
#include "up-heading.h"
#include "up-line.h"
#include "up-skip-button.h"

#include <glib/gi18n-lib.h>

/**
 * UpPassage:
 *
 * The scenes that lead to a decision or an ending: where they play and who can hear, and what is
 * said. One can skip them: then a neutral summary stands for the lines.
 */
struct _UpPassage
{
  GtkBox parent_instance;

  UpRun *run;
  GPtrArray *scenes; /* of UpScene, the decision or ending last */
  UpText where;      /* as it is at the end */
  int audience;

  GtkWidget *opening;
  GtkWidget *skip_button;
  GtkBox *lines_box;
  GtkBox *summary_box;
  char *plain;      /* what is said, read out */
  char *summary;    /* what it is about, read out */
  GPtrArray *fresh; /* of GtkWidget, until they were shown for the first time */
};

enum
{
  SKIPPED_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpPassage, up_passage, GTK_TYPE_BOX)

/* Where a scene plays and who can hear, in words. */
static GtkWidget *
append_place (UpPassage *self, GtkBox *box)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  UpText where = self->where;
  GtkWidget *heading;

  if (!up_text_is_set (where))
    where = up_scenario_get_title (up_run_get_scenario (self->run));

  heading = up_heading_new (where, 2, "heading");
  gtk_box_append (GTK_BOX (place), heading);

  if (self->audience >= 0)
    {
      GtkWidget *audience = gtk_label_new (up_terms_get_title (UP_TERMS_AUDIENCE, self->audience));

      gtk_label_set_xalign (GTK_LABEL (audience), 0);
      gtk_label_set_wrap (GTK_LABEL (audience), TRUE);
      gtk_widget_add_css_class (audience, "caption");
      gtk_widget_add_css_class (audience, "dimmed");
      gtk_box_append (GTK_BOX (place), audience);
    }

  gtk_widget_set_margin_top (place, self->opening != NULL ? 6 : 0);
  gtk_box_append (box, place);
  g_ptr_array_add (self->fresh, place);

  return heading;
}

static void
append_lines (UpPassage *self, const UpScene *scene, UpFlags flags, GString *plain)
{
  for (guint i = 0; i < up_scene_get_n_lines (scene); i++)
    {
      const UpLine *line = up_scene_get_line (scene, i);
      GtkWidget *widget;

      if (!up_condition_holds (line->condition, flags))
        continue;

      widget = up_line_new (line);
      gtk_box_append (self->lines_box, widget);
      g_ptr_array_add (self->fresh, widget);
      up_line_append_plain (line, plain);
    }
}

static void
append_summary (UpPassage *self, const UpScene *scene, GString *summary)
{
  UpText text = up_scene_get_summary (scene);

  if (!up_text_is_set (text))
    return;

  gtk_box_append (self->summary_box, up_content_label_new (text, "paragraph"));
  if (summary->len > 0)
    g_string_append_c (summary, '\n');
  g_string_append (summary, text.text);
}

/* The scene that stands for the whole: the decision or the ending. */
static const char *
get_id (UpPassage *self)
{
  return up_scene_get_id (g_ptr_array_index (self->scenes, self->scenes->len - 1));
}

static gboolean
is_skipped (UpPassage *self)
{
  return up_run_is_skipped (self->run, get_id (self));
}

static void
update (UpPassage *self)
{
  gboolean skipped = is_skipped (self);

  gtk_widget_set_visible (GTK_WIDGET (self->lines_box), !skipped);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_box), skipped);
  up_skip_button_set_skipped (UP_SKIP_BUTTON (self->skip_button), skipped);

  /* Who is led to the heading hears the whole passage once, whatever is still to appear. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opening),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  skipped ? self->summary : self->plain, -1);
}

static void
build (UpPassage *self, UpFlags flags)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < self->scenes->len; i++)
    {
      const UpScene *scene = g_ptr_array_index (self->scenes, i);
      UpText where = up_scene_get_where (scene);
      int audience = up_scene_get_audience (scene);
      gboolean moved = (up_text_is_set (where) && g_strcmp0 (where.text, self->where.text) != 0) ||
                       (audience >= 0 && audience != self->audience);

      if (up_text_is_set (where))
        self->where = where;
      if (audience >= 0)
        self->audience = audience;

      if (self->opening == NULL)
        {
          self->opening = append_place (self, GTK_BOX (self));
          gtk_box_append (GTK_BOX (self), self->skip_button);
          gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lines_box));
          gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->summary_box));
        }
      else if (moved)
        append_place (self, self->lines_box);
      append_lines (self, scene, flags, plain);
      append_summary (self, scene, summary);
    }

  self->plain = g_string_free_and_steal (g_steal_pointer (&plain));
  self->summary = g_string_free_and_steal (g_steal_pointer (&summary));
}

static void
up_passage_dispose (GObject *object)
{
  UpPassage *self = UP_PASSAGE (object);

  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  g_clear_pointer (&self->plain, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (up_passage_parent_class)->dispose (object);
}

static void
up_passage_class_init (UpPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_passage_dispose;

  /**
   * UpPassage::skipped-changed:
   * @self: the passage
   *
   * The person skips it, or reads it after all.
   */
  signals[SKIPPED_CHANGED] = g_signal_new ("skipped-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkBox *
box_new (void)
{
  return GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
}

static void
up_passage_init (UpPassage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->audience = -1;
  self->fresh = g_ptr_array_new ();
  self->lines_box = box_new ();
  self->summary_box = box_new ();
  self->skip_button = up_skip_button_new (_ ("Skip This Scene"), _ ("Show the Scene"));
  g_signal_connect_swapped (self->skip_button, "clicked", G_CALLBACK (up_passage_toggle_skipped),
                            self);
}

/**
 * up_passage_new:
 * @run: a run
 * @before: (nullable): the step that it follows, or %NULL for the first passage
 * @previous: (nullable): the passage before it
 *
 * Returns: (transfer floating): the passage
 */
GtkWidget *
up_passage_new (UpRun *run, const UpStep *before, UpPassage *previous)
{
  UpPassage *self;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (previous == NULL || UP_IS_PASSAGE (previous), NULL);

  self = g_object_new (UP_TYPE_PASSAGE, NULL);
  self->run = g_object_ref (run);
  self->scenes = up_run_get_passage (run, before);
  if (previous != NULL)
    {
      self->where = previous->where;
      self->audience = previous->audience;
    }
  build (self, before != NULL ? up_step_get_flags (before) : 0);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * up_passage_get_opening:
 * @self: a passage
 *
 * Returns: (transfer none): the heading that it begins with
 */
GtkWidget *
up_passage_get_opening (UpPassage *self)
{
  g_return_val_if_fail (UP_IS_PASSAGE (self), NULL);

  return self->opening;
}

/**
 * up_passage_take_fresh:
 * @self: a passage
 * @fresh: (element-type GtkWidget): where to add what of it was not shown before, in order
 */
void
up_passage_take_fresh (UpPassage *self, GPtrArray *fresh)
{
  g_return_if_fail (UP_IS_PASSAGE (self));
  g_return_if_fail (fresh != NULL);

  for (guint i = 0; i < self->fresh->len; i++)
    g_ptr_array_add (fresh, g_ptr_array_index (self->fresh, i));
  g_ptr_array_set_size (self->fresh, 0);
}

/**
 * up_passage_set_current:
 * @self: a passage
 * @current: whether it is what is being read
 *
 * Only what is being read can be skipped; what was skipped can be read at any time.
 */
void
up_passage_set_current (UpPassage *self, gboolean current)
{
  g_return_if_fail (UP_IS_PASSAGE (self));

  gtk_widget_set_visible (self->skip_button, current || is_skipped (self));
}

/**
 * up_passage_toggle_skipped:
 * @self: a passage
 *
 * Skips it, or shows it after all.
 */
void
up_passage_toggle_skipped (UpPassage *self)
{
  g_return_if_fail (UP_IS_PASSAGE (self));

  if (is_skipped (self))
    up_run_unset_skipped (self->run, get_id (self));
  else
    {
      up_run_set_skipped (self->run, get_id (self));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), self->summary,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  update (self);
  g_signal_emit (self, signals[SKIPPED_CHANGED], 0);
}
