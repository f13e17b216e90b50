/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-list.h"

#include "up-em.h"
#include "up-phrase-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpPhraseList:
 *
 * A scrolled list of phrases, of any model of them. It makes as many rows as are seen and uses them
 * again, so that its cost does not grow with the library.
 */
struct _UpPhraseList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkWidget *clamp;
  GtkListView *view;

  UpCatalog *catalog;
  UpJournal *journal;
  GListModel *phrases;
  GHashTable *rows; /* of UpPhraseRow: those that show a phrase */
  UpRowHeights *heights;
  char *query;
};

enum
{
  PHRASE_ACTIVATED,
  FAVOURITE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A line of phrases is not longer than is comfortable to read, the sign and the star aside. */
#define WIDTH_IN_EM 47

G_DEFINE_FINAL_TYPE (UpPhraseList, up_phrase_list, GTK_TYPE_WIDGET)

static UpPhraseList *
get_list (UpPhraseRow *row)
{
  return UP_PHRASE_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), UP_TYPE_PHRASE_LIST));
}

static void
on_row_activated (UpPhraseRow *row)
{
  /* Back leads to the row that was pressed. */
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  g_signal_emit (get_list (row), signals[PHRASE_ACTIVATED], 0, up_phrase_row_get_phrase (row));
}

static void
on_activate (UpPhraseList *self, guint position)
{
  g_autoptr (UpPhrase) phrase = g_list_model_get_item (self->phrases, position);

  g_signal_emit (self, signals[PHRASE_ACTIVATED], 0, phrase);
}

static void
on_row_favourite_toggled (UpPhraseRow *row, gboolean favourite)
{
  g_signal_emit (get_list (row), signals[FAVOURITE_TOGGLED], 0, up_phrase_row_get_phrase (row),
                 favourite);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, UpPhraseList *self)
{
  GtkWidget *row = up_phrase_row_new (self->heights);

  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), NULL);
  g_signal_connect (row, "favourite-toggled", G_CALLBACK (on_row_favourite_toggled), NULL);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, UpPhraseList *self)
{
  UpPhraseRow *row = UP_PHRASE_ROW (gtk_list_item_get_child (item));
  UpPhrase *phrase = gtk_list_item_get_item (item);
  UpPhrase *counterpart = up_catalog_find_phrase (self->catalog, NULL, up_phrase_get_id (phrase));
  g_autofree char *description = NULL;

  up_phrase_row_set_query (row, self->query);
  up_phrase_row_set_phrase (row, phrase,
                            up_catalog_find_move (self->catalog, up_phrase_get_move (phrase)),
                            counterpart != phrase ? counterpart : NULL);
  up_phrase_row_set_favourite (row,
                               up_journal_is_favourite (self->journal, up_phrase_get_id (phrase)));
  description = up_phrase_row_describe (row);
  gtk_list_item_set_accessible_label (item, description);
  g_hash_table_add (self->rows, row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, UpPhraseList *self)
{
  g_hash_table_remove (self->rows, gtk_list_item_get_child (item));
}

static void
on_favourites_changed (UpPhraseList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      UpPhrase *phrase = up_phrase_row_get_phrase (row);

      up_phrase_row_set_favourite (
        row, up_journal_is_favourite (self->journal, up_phrase_get_id (phrase)));
    }
}

/* The moves are called otherwise now. */
static void
on_catalog_changed (UpPhraseList *self)
{
  up_row_heights_forget (self->heights);
}

static void
up_phrase_list_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  UpPhraseList *self = UP_PHRASE_LIST (widget);
  int width;

  GTK_WIDGET_CLASS (up_phrase_list_parent_class)->css_changed (widget, change);
  up_row_heights_forget (self->heights);

  width = up_em_to_pixels (widget, WIDTH_IN_EM);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (self->clamp), width);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (self->clamp), width);
}

static void
up_phrase_list_dispose (GObject *object)
{
  UpPhraseList *self = UP_PHRASE_LIST (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->phrases);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_phrase_list_parent_class)->dispose (object);
}

static void
up_phrase_list_finalize (GObject *object)
{
  UpPhraseList *self = UP_PHRASE_LIST (object);

  g_hash_table_unref (self->rows);
  up_row_heights_unref (self->heights);
  g_free (self->query);

  G_OBJECT_CLASS (up_phrase_list_parent_class)->finalize (object);
}

static void
up_phrase_list_class_init (UpPhraseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_phrase_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = up_phrase_list_finalize;
  widget_class->css_changed = up_phrase_list_css_changed;

  /**
   * UpPhraseList::phrase-activated:
   * @self: the list
   * @phrase: (type UpPhrase): the phrase
   *
   * A phrase was pressed.
   */
  signals[PHRASE_ACTIVATED] =
    g_signal_new ("phrase-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, UP_TYPE_PHRASE);

  /**
   * UpPhraseList::favourite-toggled:
   * @self: the list
   * @phrase: (type UpPhrase): the phrase
   * @favourite: whether it is to be a favourite
   *
   * The star of a phrase was pressed.
   */
  signals[FAVOURITE_TOGGLED] =
    g_signal_new ("favourite-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, UP_TYPE_PHRASE, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
up_phrase_list_init (UpPhraseList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->heights = up_row_heights_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_factory (self->view, factory);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Phrases"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "phrases");

  self->clamp = adw_clamp_scrollable_new ();
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (self->clamp), GTK_WIDGET (self->view));

  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->clamp);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
}

/**
 * up_phrase_list_new:
 * @phrases: a list of #UpPhrase
 * @catalog: where the moves' titles are
 * @journal: where the favourites are
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
up_phrase_list_new (GListModel *phrases, UpCatalog *catalog, UpJournal *journal)
{
  UpPhraseList *self;
  GtkNoSelection *selection;

  g_return_val_if_fail (G_IS_LIST_MODEL (phrases), NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_PHRASE_LIST, NULL);
  self->phrases = g_object_ref (phrases);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_catalog_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "favourites-changed", G_CALLBACK (on_favourites_changed), self,
                           G_CONNECT_SWAPPED);

  selection = gtk_no_selection_new (g_object_ref (phrases));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  return GTK_WIDGET (self);
}

/**
 * up_phrase_list_set_query:
 * @self: a list
 * @query: (nullable): what is searched for, to be highlighted
 */
void
up_phrase_list_set_query (UpPhraseList *self, const char *query)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (UP_IS_PHRASE_LIST (self));

  if (!g_set_str (&self->query, query))
    return;

  up_row_heights_forget (self->heights);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    up_phrase_row_set_query (row, query);
}

/**
 * up_phrase_list_get_focused:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the phrase whose row has the focus
 */
UpPhrase *
up_phrase_list_get_focused (UpPhraseList *self)
{
  GtkRoot *root;
  GtkWidget *focus, *row;

  g_return_val_if_fail (UP_IS_PHRASE_LIST (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  /* The list's own row has the focus, or the star in ours. */
  row = gtk_widget_get_ancestor (focus, UP_TYPE_PHRASE_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);

  return UP_IS_PHRASE_ROW (row) ? up_phrase_row_get_phrase (UP_PHRASE_ROW (row)) : NULL;
}

/**
 * up_phrase_list_focus:
 * @self: a list
 * @position: a place in the list; one behind its end counts as the last
 *
 * Scrolls to a phrase and puts the focus on it.
 */
void
up_phrase_list_focus (UpPhraseList *self, guint position)
{
  guint n;

  g_return_if_fail (UP_IS_PHRASE_LIST (self));

  n = g_list_model_get_n_items (self->phrases);
  if (n > 0)
    gtk_list_view_scroll_to (self->view, MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
}
