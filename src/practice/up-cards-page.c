/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-cards-page.h"

#include "up-card-button.h"
#include "up-card-filter-bar.h"
#include "up-card-grid.h"
#include "up-column.h"
#include "up-digits.h"
#include "up-due-banner.h"
#include "up-header-label.h"

#include <glib/gi18n-lib.h>

/**
 * UpCardsPage:
 *
 * The first page of the place: what is due and what to take up next, and a card for each scenario,
 * with a search and filters over them.
 */
struct _UpCardsPage
{
  AdwNavigationPage parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *support_button;
  GtkScrolledWindow *scrolled_window;
  UpDueBanner *banner;
  UpCardFilterBar *filter_bar;
  UpCardGrid *grid;
  GtkWidget *empty_box;
  GtkLabel *empty_label;
  GtkLabel *clear_label;

  UpCatalog *catalog;
  UpJournal *journal;
  UpCardFilter *filter;
  GPtrArray *buttons; /* of UpCardButton, which the grid owns */
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (UpCardsPage, up_cards_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_query (UpCardsPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static void
update_empty (UpCardsPage *self)
{
  gboolean searched = *get_query (self) != '\0';

  if (!up_card_filter_is_filtered (self->filter))
    {
      gtk_label_set_label (self->empty_label, _ ("No scenario holds all of these words."));
      gtk_label_set_label (self->clear_label, _ ("Clear Search"));
    }
  else
    {
      gtk_label_set_label (self->empty_label,
                           searched
                             ? _ ("No scenario holds all of these words and passes all filters.")
                             : _ ("No scenario passes all of these filters."));
      gtk_label_set_label (self->clear_label,
                           searched ? _ ("Clear Search and Filters") : _ ("Clear Filters"));
    }
}

static char *
describe_count (guint n)
{
  return up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u scenario found", "%u scenarios found", n), n));
}

/* Shows what passes, and gives how many that are. */
static guint
filter (UpCardsPage *self)
{
  const char *query = get_query (self);
  gboolean searched = *query != '\0';
  g_autofree char *count = NULL;
  g_autoptr (GArray) passing = NULL;
  guint next = 0;

  up_card_filter_set_query (self->filter, query);
  passing = up_card_filter_list_passing (self->filter);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      UpCardButton *button = g_ptr_array_index (self->buttons, i);
      gboolean is_passing = next < passing->len && g_array_index (passing, guint, next) == i;

      if (is_passing)
        next++;
      up_card_button_highlight (button, is_passing && searched ? query : NULL);
      gtk_widget_set_visible (GTK_WIDGET (button), is_passing);
    }

  /* Where nothing is found that is said below, with the one thing to do about it. */
  if (passing->len > 0 && (searched || up_card_filter_is_filtered (self->filter)))
    count = describe_count (passing->len);
  up_card_filter_bar_set_count (self->filter_bar, count);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), passing->len > 0);
  gtk_widget_set_visible (self->empty_box, passing->len == 0);
  update_empty (self);
  /* Who searches wants to see what is found. */
  gtk_widget_set_visible (GTK_WIDGET (self->banner), !searched);

  return passing->len;
}

static void
announce (UpCardsPage *self, guint n)
{
  g_autofree char *count = describe_count (n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_search_changed (UpCardsPage *self)
{
  guint n = filter (self);

  if (*get_query (self) != '\0')
    announce (self, n);
}

static void
on_filter_changed (UpCardsPage *self)
{
  announce (self, filter (self));
}

static void
refresh (UpCardsPage *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    up_card_button_refresh (g_ptr_array_index (self->buttons, i));
  filter (self);
}

/* Which card has the focus; -1 where none has. */
static int
find_focus (UpCardsPage *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->buttons, i)))
      return (int) i;

  return -1;
}

static void
fill (UpCardsPage *self)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);
  int focus = find_focus (self);

  g_ptr_array_set_size (self->buttons, 0);
  up_card_grid_clear (self->grid);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      GtkWidget *button = up_card_button_new (self->catalog, self->journal, card);

      up_card_grid_append (self->grid, button);
      g_ptr_array_add (self->buttons, button);
    }

  up_card_filter_bar_refresh (self->filter_bar);
  filter (self);
  if (focus >= 0 && (guint) focus < self->buttons->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, focus));
}

/* What one comes back to may be gone, such as the button that starts what was due. */
static void
up_cards_page_shown (AdwNavigationPage *page)
{
  UpCardsPage *self = UP_CARDS_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_lost = focus == NULL || !gtk_widget_get_mapped (focus);

  if (self->was_shown && is_lost && gtk_widget_get_mapped (GTK_WIDGET (self)))
    up_due_banner_take_focus (self->banner);
  self->was_shown = TRUE;
}

static void
up_cards_page_dispose (GObject *object)
{
  UpCardsPage *self = UP_CARDS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CARDS_PAGE);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_cards_page_parent_class)->dispose (object);
}

static void
up_cards_page_class_init (UpCardsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_cards_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = up_cards_page_shown;

  g_type_ensure (UP_TYPE_CARD_FILTER_BAR);
  g_type_ensure (UP_TYPE_CARD_GRID);
  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_DUE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-cards-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, support_button);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, clear_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
up_cards_page_init (UpCardsPage *self)
{
  self->buttons = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  /* On a phone the title needs its room; the command is in the main menu too. */
  up_header_label_follow (self->support_button, self->scrolled_window);
}

/**
 * up_cards_page_new:
 * @catalog: the content
 * @journal: what was done
 * @watch: what is due
 *
 * Returns: (transfer floating): the page
 */
UpCardsPage *
up_cards_page_new (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch)
{
  UpCardsPage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_DUE_WATCH (watch), NULL);

  self = g_object_new (UP_TYPE_CARDS_PAGE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->filter = up_card_filter_new (catalog, journal);
  up_card_filter_bar_set_filter (self->filter_bar, self->filter);
  up_due_banner_set_watch (self->banner, watch, catalog, journal);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "runs-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  fill (self);

  return self;
}

/**
 * up_cards_page_toggle_search:
 * @self: the page
 *
 * Shows the search with the focus in it, or hides it where the focus is there already.
 */
void
up_cards_page_toggle_search (UpCardsPage *self)
{
  gboolean is_in_search;

  g_return_if_fail (UP_IS_CARDS_PAGE (self));

  is_in_search = gtk_search_bar_get_search_mode (self->search_bar) &&
                 gtk_widget_get_focus_child (GTK_WIDGET (self->search_bar)) != NULL;
  gtk_search_bar_set_search_mode (self->search_bar, !is_in_search);
  if (!is_in_search)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * up_cards_page_clear_search:
 * @self: the page
 *
 * Shows all scenarios again. The focus goes to the search, so that one can type other words, or to
 * the filters where nothing was searched for.
 */
void
up_cards_page_clear_search (UpCardsPage *self)
{
  gboolean searched;

  g_return_if_fail (UP_IS_CARDS_PAGE (self));

  searched = *get_query (self) != '\0';
  if (searched)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    up_card_filter_bar_focus (self->filter_bar);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (up_card_filter_is_filtered (self->filter))
    up_card_filter_bar_clear (self->filter_bar);
}
