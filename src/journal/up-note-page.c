/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-note-page.h"

#include "up-column.h"
#include "up-dates.h"
#include "up-heading.h"
#include "up-text-area.h"

#include <glib/gi18n-lib.h>

/**
 * UpNotePage:
 *
 * A note, to read and to write on. What is written is saved when one pauses and when one leaves. A
 * note in which nothing is written is none.
 */
struct _UpNotePage
{
  AdwNavigationPage parent_instance;

  UpHeading *heading;
  GtkLabel *facts;
  UpTextArea *area;
  GtkWidget *hint;
  GtkWidget *erase_button;

  UpJournal *journal;
  char *note;  /* its id; NULL while nothing is written */
  char *saved; /* what the journal has of it */
  guint save_id;
  gboolean forgotten; /* it was erased, and must not be written again */
};

/* A pause in writing, in milliseconds. */
#define PAUSE 600

G_DEFINE_FINAL_TYPE (UpNotePage, up_note_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_erase (UpNotePage *self)
{
  gtk_widget_set_visible (self->erase_button, self->note != NULL);
  if (self->note == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->erase_button), "s", self->note);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->erase_button), "journal.erase");
}

static void
save (UpNotePage *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->forgotten || self->area == NULL)
    return;

  text = up_text_area_get_text (self->area);
  if (g_strcmp0 (text, self->saved) == 0 ||
      (self->note == NULL && up_text_area_is_empty (self->area)))
    return;

  g_set_str (&self->saved, text);
  if (self->note != NULL)
    up_journal_edit_note (self->journal, self->note, text);
  else
    self->note = g_strdup (up_journal_add_note (self->journal, NULL, NULL, text));
  update_erase (self);
}

static void
on_pause (gpointer data)
{
  UpNotePage *self = data;

  self->save_id = 0;
  save (self);
}

static void
on_changed (UpNotePage *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add_once (PAUSE, on_pause, self);
}

/* Left, or the window is closed. */
static void
up_note_page_unmap (GtkWidget *widget)
{
  UpNotePage *self = UP_NOTE_PAGE (widget);

  save (self);

  GTK_WIDGET_CLASS (up_note_page_parent_class)->unmap (widget);
}

static void
up_note_page_hidden (AdwNavigationPage *page)
{
  UpNotePage *self = UP_NOTE_PAGE (page);

  save (self);
  if (!self->forgotten && self->note != NULL && up_text_area_is_empty (self->area))
    {
      self->forgotten = TRUE;
      up_journal_erase_entry (self->journal, self->note);
    }

  ADW_NAVIGATION_PAGE_CLASS (up_note_page_parent_class)->hidden (page);
}

static gboolean
up_note_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpNotePage *self = UP_NOTE_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->area));

  return GTK_WIDGET_CLASS (up_note_page_parent_class)->focus (widget, direction);
}

static void
up_note_page_dispose (GObject *object)
{
  UpNotePage *self = UP_NOTE_PAGE (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_NOTE_PAGE);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->saved, g_free);

  G_OBJECT_CLASS (up_note_page_parent_class)->dispose (object);
}

static void
up_note_page_class_init (UpNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_note_page_dispose;
  widget_class->unmap = up_note_page_unmap;
  widget_class->focus = up_note_page_focus;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = up_note_page_hidden;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-note-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpNotePage, heading);
  gtk_widget_class_bind_template_child (widget_class, UpNotePage, facts);
  gtk_widget_class_bind_template_child (widget_class, UpNotePage, area);
  gtk_widget_class_bind_template_child (widget_class, UpNotePage, hint);
  gtk_widget_class_bind_template_child (widget_class, UpNotePage, erase_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
up_note_page_init (UpNotePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_heading_set_text (self->heading, (UpText) { _ ("Note"), NULL });
  up_text_area_set_label (self->area, GTK_WIDGET (self->heading), self->hint);
}

/**
 * up_note_page_new:
 * @journal: where notes are
 * @note: (nullable): a note, or %NULL for a new one
 *
 * Returns: (transfer floating): its page
 */
UpNotePage *
up_note_page_new (UpJournal *journal, UpEntry *note)
{
  UpNotePage *self;
  g_autofree char *date = NULL;

  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (note == NULL || UP_IS_ENTRY (note), NULL);

  self = g_object_new (UP_TYPE_NOTE_PAGE, NULL);
  self->journal = g_object_ref (journal);
  if (note != NULL)
    {
      self->note = g_strdup (up_entry_get_id (note));
      self->saved = g_strdup (up_entry_get_text (note));
      up_text_area_set_text (self->area, self->saved);
    }
  date = up_date_format (note != NULL ? up_entry_get_date (note) : up_journal_get_now (journal));
  gtk_label_set_text (self->facts, date);
  update_erase (self);

  return self;
}

/**
 * up_note_page_get_note:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the note, %NULL while it is not in the journal
 */
const char *
up_note_page_get_note (UpNotePage *self)
{
  g_return_val_if_fail (UP_IS_NOTE_PAGE (self), NULL);

  return self->note;
}

/**
 * up_note_page_forget:
 * @self: a page
 *
 * Saves what is written, for the last time: the note is about to be erased.
 */
void
up_note_page_forget (UpNotePage *self)
{
  g_return_if_fail (UP_IS_NOTE_PAGE (self));

  save (self);
  self->forgotten = TRUE;
}
