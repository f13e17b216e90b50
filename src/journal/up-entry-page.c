/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-page.h"

#include "up-column.h"
#include "up-dates.h"
#include "up-entry-views.h"
#include "up-entry-words.h"
#include "up-heading.h"
#include "up-parts.h"

#include <glib/gi18n-lib.h>

/**
 * UpEntryPage:
 *
 * The page of an attempt, a moment, a plan or answers to “Which way?”.
 */
struct _UpEntryPage
{
  AdwNavigationPage parent_instance;

  UpHeading *heading;
  GtkLabel *facts;
  GtkBox *body;

  UpCatalog *catalog;
  UpJournal *journal;
  UpEntry *entry;
  gboolean entered; /* the focus has been here */
};

typedef void (*Fill) (GtkBox *box, UpEntry *entry, UpCatalog *catalog, UpJournal *journal);

static const struct
{
  const char *title;
  Fill fill;
} kinds[] = {
  [UP_ENTRY_ATTEMPT] = { N_ ("Attempt"), up_attempt_view_fill },
  [UP_ENTRY_MOMENT] = { N_ ("Moment"), up_moment_view_fill },
  [UP_ENTRY_PLAN] = { N_ ("Plan"), up_plan_view_fill },
  [UP_ENTRY_WHICH_WAY] = { N_ ("Which Way?"), up_which_way_view_fill },
};

G_DEFINE_FINAL_TYPE (UpEntryPage, up_entry_page, ADW_TYPE_NAVIGATION_PAGE)

/* A page is entered at its heading. */
static gboolean
up_entry_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpEntryPage *self = UP_ENTRY_PAGE (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL)
    {
      self->entered = TRUE;
      up_heading_take_focus (GTK_WIDGET (self->heading));
      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_entry_page_parent_class)->focus (widget, direction);
}

static void
up_entry_page_dispose (GObject *object)
{
  UpEntryPage *self = UP_ENTRY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_ENTRY_PAGE);
  g_clear_object (&self->entry);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_entry_page_parent_class)->dispose (object);
}

static void
up_entry_page_class_init (UpEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_entry_page_dispose;
  widget_class->focus = up_entry_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpEntryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, UpEntryPage, facts);
  gtk_widget_class_bind_template_child (widget_class, UpEntryPage, body);
}

static void
up_entry_page_init (UpEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_heading (UpEntryPage *self)
{
  const char *kind = g_dgettext (GETTEXT_PACKAGE, kinds[up_entry_get_kind (self->entry)].title);
  UpText title = { kind, NULL };

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), kind);
  if (up_entry_get_kind (self->entry) != UP_ENTRY_PLAN && up_entry_get_title (self->entry) != NULL)
    title = (UpText) { up_entry_get_title (self->entry), up_entry_get_language (self->entry) };
  up_heading_set_text (self->heading, title);
}

static void
show_facts (UpEntryPage *self)
{
  gint64 date = up_entry_get_date (self->entry);
  g_autofree char *day = date != 0 ? up_date_format (date) : g_strdup (_ ("Without a Date"));
  g_autofree char *more = NULL;
  g_autofree char *facts = NULL;

  if (up_entry_get_kind (self->entry) == UP_ENTRY_ATTEMPT)
    more = up_entry_words_minutes (self->entry);
  else if (up_entry_get_kind (self->entry) == UP_ENTRY_PLAN)
    more = up_entry_words_state (self->entry, up_journal_get_now (self->journal));

  /* Translators: the date of something and what else is known of it: “23 November 2026 · 12 minutes” */
  facts =
    more != NULL ? g_strdup_printf (C_ ("entry", "%s · %s"), day, more) : g_steal_pointer (&day);
  gtk_label_set_text (self->facts, facts);
}

/**
 * up_entry_page_new:
 * @catalog: where the content is that entries are about
 * @journal: where the entries are
 * @entry: anything but a note
 *
 * Returns: (transfer floating): its page
 */
UpEntryPage *
up_entry_page_new (UpCatalog *catalog, UpJournal *journal, UpEntry *entry)
{
  static const char *const prefixes[] = {
    [UP_ENTRY_ATTEMPT] = "attempt/",
    [UP_ENTRY_MOMENT] = "moment/",
    [UP_ENTRY_PLAN] = "plan/",
    [UP_ENTRY_WHICH_WAY] = "which-way/",
  };
  UpEntryPage *self;
  g_autofree char *tag = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (up_entry_get_kind (entry) != UP_ENTRY_NOTE, NULL);

  tag = g_strconcat (prefixes[up_entry_get_kind (entry)], up_entry_get_id (entry), NULL);
  self = g_object_new (UP_TYPE_ENTRY_PAGE, "tag", tag, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  up_entry_page_set_entry (self, entry);

  return self;
}

/**
 * up_entry_page_get_entry:
 * @self: a page
 *
 * Returns: (transfer none): the entry it shows
 */
UpEntry *
up_entry_page_get_entry (UpEntryPage *self)
{
  g_return_val_if_fail (UP_IS_ENTRY_PAGE (self), NULL);

  return self->entry;
}

/**
 * up_entry_page_set_entry:
 * @self: a page
 * @entry: the entry as it is now
 *
 * Shows the entry and all that belongs to it anew. Where the focus was in what goes, it goes to the
 * heading.
 */
void
up_entry_page_set_entry (UpEntryPage *self, UpEntry *entry)
{
  gboolean focused;

  g_return_if_fail (UP_IS_ENTRY_PAGE (self));
  g_return_if_fail (UP_IS_ENTRY (entry));

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->body)) != NULL;
  g_set_object (&self->entry, entry);
  show_heading (self);
  show_facts (self);
  up_part_clear (self->body);
  kinds[up_entry_get_kind (entry)].fill (self->body, entry, self->catalog, self->journal);
  if (focused)
    up_heading_take_focus (GTK_WIDGET (self->heading));
}
