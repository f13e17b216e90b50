/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-cards-page.h"

#include "up-digits.h"
#include "up-card-button.h"
#include "up-column.h"
#include "up-search.h"

#include <glib/gi18n-lib.h>

/**
 * UpCardsPage:
 *
 * The first page of the place: a card for each scenario, and a search over them.
 */
struct _UpCardsPage
{
  AdwNavigationPage parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkFlowBox *flow_box;

  UpCatalog *catalog;
  UpJournal *journal;
  UpSearch *search;   /* over the cards in their order; NULL until something is searched for */
  GPtrArray *buttons; /* of UpCardButton, which the flow box owns */
};

G_DEFINE_FINAL_TYPE (UpCardsPage, up_cards_page, ADW_TYPE_NAVIGATION_PAGE)

/* What a card is found by. */
static char *
list_words (UpCard *card)
{
  g_autoptr (GString) words = g_string_new (up_card_get_title (card).text);

  g_string_append_printf (words, "\n%s\n%s\n%s", up_card_get_summary (card).text,
                          up_terms_get_title (UP_TERMS_ROLE, up_card_get_role (card)),
                          up_terms_get_title (UP_TERMS_PLACE, up_card_get_place (card)));
  for (guint i = 0; i < up_card_get_n_harms (card); i++)
    g_string_append_printf (words, "\n%s",
                            up_terms_get_title (UP_TERMS_HARM, up_card_get_harm (card, i)));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
ensure_search (UpCardsPage *self)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);

  if (self->search != NULL)
    return;

  self->search = up_search_new ();
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      g_autofree char *words = list_words (card);

      up_search_add (self->search, words);
    }
}

static void
filter (UpCardsPage *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GArray) found = NULL;
  guint next = 0;

  ensure_search (self);
  found = up_search_query (self->search, query);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      UpCardButton *button = g_ptr_array_index (self->buttons, i);
      gboolean is_found = next < found->len && g_array_index (found, guint, next) == i;

      if (is_found)
        next++;
      up_card_button_highlight (button, is_found ? query : NULL);
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (button)), is_found);
    }
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "cards" : "empty");
}

static void
on_search_changed (UpCardsPage *self)
{
  guint n = 0;
  g_autofree char *count = NULL;

  filter (self);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    return;

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_get_visible (gtk_widget_get_parent (g_ptr_array_index (self->buttons, i))))
      n++;
  count = up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u scenario found", "%u scenarios found", n), n));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
refresh (UpCardsPage *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    up_card_button_refresh (g_ptr_array_index (self->buttons, i));
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

  g_clear_object (&self->search);
  g_ptr_array_set_size (self->buttons, 0);
  gtk_flow_box_remove_all (self->flow_box);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      GtkWidget *button = up_card_button_new (self->catalog, self->journal, card);
      GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", button, "focusable", FALSE,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

      gtk_flow_box_append (self->flow_box, child);
      g_ptr_array_add (self->buttons, button);
    }

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    filter (self);
  if (focus >= 0 && (guint) focus < self->buttons->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, focus));
}

static void
up_cards_page_dispose (GObject *object)
{
  UpCardsPage *self = UP_CARDS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CARDS_PAGE);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->search);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_cards_page_parent_class)->dispose (object);
}

static void
up_cards_page_class_init (UpCardsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_cards_page_dispose;

  g_type_ensure (UP_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-cards-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UpCardsPage, flow_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
up_cards_page_init (UpCardsPage *self)
{
  self->buttons = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * up_cards_page_new:
 * @catalog: the content
 * @journal: what was done
 *
 * Returns: (transfer floating): the page
 */
UpCardsPage *
up_cards_page_new (UpCatalog *catalog, UpJournal *journal)
{
  UpCardsPage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_CARDS_PAGE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
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
 * Shows all scenarios again. The focus goes to the search, so that one can type other words.
 */
void
up_cards_page_clear_search (UpCardsPage *self)
{
  g_return_if_fail (UP_IS_CARDS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
