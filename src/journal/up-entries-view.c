/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entries-view.h"

#include "up-dates.h"
#include "up-day-heading.h"
#include "up-em.h"
#include "up-entry-row.h"
#include "up-entry-words.h"
#include "up-plan-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpEntriesView:
 *
 * A scrolled list of entries with a heading for each day. It makes as many rows as are seen and uses
 * them again, so that its cost does not grow with the journal.
 */
struct _UpEntriesView
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkWidget *clamp;
  GtkListView *list_view;

  UpEntryFilter *entries;
  GHashTable *rows; /* of UpEntryRow: those that show an entry */
  UpRowHeights *heights;
  char *query;
  guint start_id;
};

enum
{
  ENTRY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A line is not longer than is comfortable to read, the icon aside. */
#define WIDTH_IN_EM 44

G_DEFINE_FINAL_TYPE (UpEntriesView, up_entries_view, GTK_TYPE_WIDGET)

static void
on_row_clicked (UpEntryRow *row)
{
  UpEntriesView *self =
    UP_ENTRIES_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (row), UP_TYPE_ENTRIES_VIEW));

  /* Back leads to the row that was pressed. */
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, up_entry_row_get_entry (row));
}

static void
on_activate (UpEntriesView *self, guint position)
{
  g_autoptr (UpEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, entry);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, UpEntriesView *self)
{
  gtk_list_item_set_selectable (item, FALSE);
}

/* The plans that have come round are cards; all else is rows. What a list item held before is of the
 * other kind only where it changes its place between them. */
static GtkWidget *
ensure_child (UpEntriesView *self, GtkListItem *item)
{
  gboolean is_card = gtk_list_item_get_position (item) < up_entry_filter_count_due (self->entries);
  GtkWidget *child = gtk_list_item_get_child (item);

  if (child != NULL && UP_IS_PLAN_CARD (child) == is_card)
    return child;

  if (is_card)
    {
      child = up_plan_card_new ();
    }
  else
    {
      child = up_entry_row_new (self->heights);
      g_signal_connect (child, "clicked", G_CALLBACK (on_row_clicked), NULL);
    }
  gtk_list_item_set_child (item, child);

  return child;
}

static void
show_row (UpEntriesView *self, UpEntryRow *row, UpEntry *entry)
{
  up_entry_row_set_entry (row, entry, up_entry_filter_get_now (self->entries), self->query);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, UpEntriesView *self)
{
  UpEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *child = ensure_child (self, item);

  if (UP_IS_ENTRY_ROW (child))
    {
      show_row (self, UP_ENTRY_ROW (child), entry);
      gtk_list_item_set_accessible_label (item,
                                          up_entry_row_get_description (UP_ENTRY_ROW (child)));
      g_hash_table_add (self->rows, child);
    }
  else
    {
      g_autofree char *description =
        up_entry_words_describe (entry, up_entry_filter_get_now (self->entries));

      up_plan_card_set_plan (UP_PLAN_CARD (child), entry);
      gtk_list_item_set_accessible_label (item, description);
    }
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, UpEntriesView *self)
{
  g_hash_table_remove (self->rows, gtk_list_item_get_child (item));
}

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, up_day_heading_new ());
}

static void
on_header_bind (GtkSignalListItemFactory *factory, GtkListHeader *header, UpEntriesView *self)
{
  guint n_due = up_entry_filter_count_due (self->entries);
  g_autofree char *title = NULL;

  if (gtk_list_header_get_start (header) < n_due)
    {
      title = g_strdup (
        g_dngettext (GETTEXT_PACKAGE, "A Plan Has Come Round", "Plans Have Come Round", n_due));
    }
  else
    {
      gint64 date = up_entry_get_date (gtk_list_header_get_item (header));

      title = date != 0 ? up_date_format_day (date, up_entry_filter_get_now (self->entries))
                        : g_strdup (_ ("Without a Date"));
    }

  up_day_heading_set_text (UP_DAY_HEADING (gtk_list_header_get_child (header)), title);
}

static void
up_entries_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  UpEntriesView *self = UP_ENTRIES_VIEW (widget);
  int width;

  GTK_WIDGET_CLASS (up_entries_view_parent_class)->css_changed (widget, change);
  up_row_heights_forget (self->heights);

  width = up_em_to_pixels (widget, WIDTH_IN_EM);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (self->clamp), width);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (self->clamp), width);
}

static void
up_entries_view_dispose (GObject *object)
{
  UpEntriesView *self = UP_ENTRIES_VIEW (object);

  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (up_entries_view_parent_class)->dispose (object);
}

static void
up_entries_view_finalize (GObject *object)
{
  UpEntriesView *self = UP_ENTRIES_VIEW (object);

  g_hash_table_unref (self->rows);
  up_row_heights_unref (self->heights);
  g_free (self->query);

  G_OBJECT_CLASS (up_entries_view_parent_class)->finalize (object);
}

static void
up_entries_view_class_init (UpEntriesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_entries_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = up_entries_view_finalize;
  widget_class->css_changed = up_entries_view_css_changed;

  /**
   * UpEntriesView::entry-activated:
   * @self: the list
   * @entry: (type UpEntry): the entry
   *
   * An entry was pressed.
   */
  signals[ENTRY_ACTIVATED] =
    g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, UP_TYPE_ENTRY);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
up_entries_view_init (UpEntriesView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) header_factory = gtk_signal_list_item_factory_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->heights = up_row_heights_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  g_signal_connect (header_factory, "setup", G_CALLBACK (on_header_setup), self);
  g_signal_connect (header_factory, "bind", G_CALLBACK (on_header_bind), self);

  self->list_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_header_factory (self->list_view, header_factory);
  g_signal_connect_swapped (self->list_view, "activate", G_CALLBACK (on_activate), self);
  gtk_list_view_set_tab_behavior (self->list_view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Entries"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "entries");

  self->clamp = adw_clamp_scrollable_new ();
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (self->clamp), GTK_WIDGET (self->list_view));

  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->clamp);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

/**
 * up_entries_view_new:
 * @entries: what it shows
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
up_entries_view_new (UpEntryFilter *entries)
{
  UpEntriesView *self;
  GtkNoSelection *selection;

  g_return_val_if_fail (UP_IS_ENTRY_FILTER (entries), NULL);

  self = g_object_new (UP_TYPE_ENTRIES_VIEW, NULL);
  self->entries = g_object_ref (entries);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (entries)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  return GTK_WIDGET (self);
}

/**
 * up_entries_view_set_query:
 * @self: a list
 * @query: (nullable): what is searched for, to be highlighted
 */
void
up_entries_view_set_query (UpEntriesView *self, const char *query)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (UP_IS_ENTRIES_VIEW (self));

  if (!g_set_str (&self->query, query))
    return;

  up_row_heights_forget (self->heights);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    show_row (self, row, up_entry_row_get_entry (row));
}

/* Above the first entry stands its heading, which the list view scrolls out of sight. */
static void
show_first_heading (gpointer data)
{
  UpEntriesView *self = data;

  self->start_id = 0;
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)), 0);
}

/**
 * up_entries_view_go_to_start:
 * @self: a list
 *
 * Scrolls to the first entry, as another list than before is shown.
 */
void
up_entries_view_go_to_start (UpEntriesView *self)
{
  g_return_if_fail (UP_IS_ENTRIES_VIEW (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    return;

  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (self->start_id == 0)
    self->start_id = g_idle_add_once (show_first_heading, self);
}

/**
 * up_entries_view_focus:
 * @self: a list
 * @position: a place in the list; one behind its end counts as the last
 *
 * Scrolls to an entry and puts the focus on it.
 */
void
up_entries_view_focus (UpEntriesView *self, guint position)
{
  guint n;

  g_return_if_fail (UP_IS_ENTRIES_VIEW (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  if (n == 0)
    return;

  gtk_list_view_scroll_to (self->list_view, MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  /* Where the focus is elsewhere, it has only been made ready to come here. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
