/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-text-area.h"

/**
 * UpTextArea:
 *
 * An entry for some lines, which wraps and grows with what is written. The Tab key leads on from it,
 * as from any entry.
 */
struct _UpTextArea
{
  AdwBin parent_instance;

  GtkWidget *text_view;
  gulong changed_id;

  UpJournal *journal; /* where what is half-written is kept; NULL where it is not */
  char *key;
  char *original; /* what is no draft; NULL for nothing */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpTextArea, up_text_area, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (UpTextArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
}

static void
on_changed (UpTextArea *self)
{
  if (self->journal != NULL)
    {
      g_autofree char *text = up_text_area_get_text (self);

      up_journal_set_draft (self->journal, self->key,
                            g_strcmp0 (text, self->original) != 0 ? text : NULL);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
up_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (UP_TEXT_AREA (widget)->text_view);
}

static void
forget_draft (UpTextArea *self)
{
  g_clear_object (&self->journal);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->original, g_free);
}

static void
up_text_area_dispose (GObject *object)
{
  forget_draft (UP_TEXT_AREA (object));

  G_OBJECT_CLASS (up_text_area_parent_class)->dispose (object);
}

static void
up_text_area_class_init (UpTextAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_text_area_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = up_text_area_grab_focus;

  /**
   * UpTextArea::changed:
   * @self: the text area
   *
   * Something else stands in it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
up_text_area_init (UpTextArea *self)
{
  self->text_view =
    g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                  "top-margin", 9, "bottom-margin", 9, "left-margin", 12, "right-margin", 12, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (self->text_view, "inline");
  adw_bin_set_child (ADW_BIN (self), self->text_view);
  self->changed_id = g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_changed),
                                              self, G_CONNECT_SWAPPED);
}

/**
 * up_text_area_new:
 *
 * Returns: (transfer floating): a text area in which nothing is written
 */
GtkWidget *
up_text_area_new (void)
{
  return g_object_new (UP_TYPE_TEXT_AREA, NULL);
}

/**
 * up_text_area_get_text:
 * @self: a text area
 *
 * Returns: (transfer full): what is written in it
 */
char *
up_text_area_get_text (UpTextArea *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (UP_IS_TEXT_AREA (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/**
 * up_text_area_set_text:
 * @self: a text area
 * @text: (nullable): what is written in it from now on
 *
 * Fills the text area without telling of a change. It cannot be undone by whoever writes in it.
 */
void
up_text_area_set_text (UpTextArea *self, const char *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (UP_IS_TEXT_AREA (self));

  buffer = get_buffer (self);
  g_signal_handler_block (buffer, self->changed_id);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  g_signal_handler_unblock (buffer, self->changed_id);
}

/**
 * up_text_area_is_empty:
 * @self: a text area
 *
 * Returns: whether nothing but space is written in it
 */
gboolean
up_text_area_is_empty (UpTextArea *self)
{
  g_autofree char *text = up_text_area_get_text (self);

  return *g_strchug (text) == '\0';
}

/**
 * up_text_area_keep_draft:
 * @self: a text area
 * @journal: where half-written words are kept
 * @key: what they are for
 * @text: (nullable): what stands in it where nothing is half-written
 *
 * From now on what is written outlives the text area, until up_text_area_drop_draft(). What was
 * half-written before stands in it again.
 */
void
up_text_area_keep_draft (UpTextArea *self, UpJournal *journal, const char *key, const char *text)
{
  const char *draft;

  g_return_if_fail (UP_IS_TEXT_AREA (self));
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (key != NULL);

  draft = up_journal_get_draft (journal, key);
  up_text_area_set_text (self, draft != NULL ? draft : text);
  g_set_object (&self->journal, journal);
  g_set_str (&self->key, key);
  g_set_str (&self->original, text);
}

/**
 * up_text_area_drop_draft:
 * @self: a text area
 *
 * Forgets what was half-written: it is kept elsewhere now, or not wanted.
 */
void
up_text_area_drop_draft (UpTextArea *self)
{
  g_return_if_fail (UP_IS_TEXT_AREA (self));

  if (self->journal != NULL)
    up_journal_set_draft (self->journal, self->key, NULL);
  forget_draft (self);
}

/**
 * up_text_area_set_label:
 * @self: a text area
 * @label: what names it
 * @description: (nullable): what says more about it
 *
 * Tells assistive technology what is to be written here.
 */
void
up_text_area_set_label (UpTextArea *self, GtkWidget *label, GtkWidget *description)
{
  g_return_if_fail (UP_IS_TEXT_AREA (self));
  g_return_if_fail (GTK_IS_WIDGET (label));
  g_return_if_fail (description == NULL || GTK_IS_WIDGET (description));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text_view),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  if (description != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text_view),
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, description, NULL, -1);
}
