/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-browser.h"

#include "up-digits.h"
#include "up-column.h"
#include "up-filter-bar.h"
#include "up-phrase-list.h"

#include <glib/gi18n-lib.h>

/**
 * UpPhraseBrowser:
 *
 * The first page of the phrases: search, filters and the list of what passes them.
 */
struct _UpPhraseBrowser
{
  AdwNavigationPage parent_instance;

  UpFilterBar *filter_bar;
  GtkStack *stack;
  AdwBin *list_bin;
  AdwStatusPage *nothing_page;
  GtkWidget *nothing_button;
  GtkLabel *nothing_label;

  UpCatalog *catalog;
  UpJournal *journal;
  UpPhraseFilter *filter;
  UpPhraseList *list;
  gboolean entered; /* the focus has been here */
};

G_DEFINE_FINAL_TYPE (UpPhraseBrowser, up_phrase_browser, ADW_TYPE_NAVIGATION_PAGE)

static char *
describe_count (UpPhraseBrowser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));

  return up_digits_in_interface (g_strdup_printf (ngettext ("%u phrase", "%u phrases", n), n));
}

static void
show_nothing (UpPhraseBrowser *self)
{
  const char *title = _ ("No Phrases Found");
  const char *description = _ ("Fewer words or filters may find some.");
  const char *icon = "edit-find-symbolic";
  const char *label = _ ("Clear Search and Filters");
  const char *action = "phrases.clear-filters";

  if (up_phrase_filter_get_own (self->filter) &&
      g_list_model_get_n_items (up_journal_get_phrases (self->journal)) == 0)
    {
      title = _ ("No Own Phrases Yet");
      description = _ ("What one would say oneself can be kept here, beside the others.");
      icon = "up-phrases-symbolic";
      label = _ ("Add a Phrase");
      action = "phrases.add";
    }
  else if (up_phrase_filter_get_favourites (self->filter) &&
           up_journal_count_favourites (self->journal) == 0)
    {
      title = _ ("No Favourites Yet");
      description = _ ("The star beside a phrase keeps it here.");
      icon = "non-starred-symbolic";
    }

  adw_status_page_set_title (self->nothing_page, title);
  adw_status_page_set_description (self->nothing_page, description);
  adw_status_page_set_icon_name (self->nothing_page, icon);
  gtk_label_set_label (self->nothing_label, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->nothing_button), action);
}

static void
update (UpPhraseBrowser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));
  g_autofree char *count = describe_count (self);

  up_filter_bar_set_count (self->filter_bar, count, n > 0);
  if (n == 0)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

static void
on_filter_changed (UpPhraseBrowser *self)
{
  up_phrase_list_set_query (self->list, up_filter_bar_get_query (self->filter_bar));
}

static void
on_filter_settled (UpPhraseBrowser *self)
{
  g_autofree char *count = describe_count (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (self->filter_bar), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_phrase_activated (UpPhraseBrowser *self, UpPhrase *phrase)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phrases.show-phrase", "s",
                              up_phrase_get_id (phrase));
}

static void
on_favourite_toggled (UpPhraseBrowser *self, UpPhrase *phrase, gboolean favourite)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phrases.set-favourite", "(sb)",
                              up_phrase_get_id (phrase), favourite);
}

/* The library is entered at its search. */
static gboolean
up_phrase_browser_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpPhraseBrowser *self = UP_PHRASE_BROWSER (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL)
    {
      self->entered = TRUE;
      up_filter_bar_focus (self->filter_bar);
      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_phrase_browser_parent_class)->focus (widget, direction);
}

static void
up_phrase_browser_dispose (GObject *object)
{
  UpPhraseBrowser *self = UP_PHRASE_BROWSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PHRASE_BROWSER);
  g_clear_object (&self->filter);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_phrase_browser_parent_class)->dispose (object);
}

static void
up_phrase_browser_class_init (UpPhraseBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_phrase_browser_dispose;
  widget_class->focus = up_phrase_browser_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-phrase-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPhraseBrowser, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, UpPhraseBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, UpPhraseBrowser, list_bin);
  gtk_widget_class_bind_template_child (widget_class, UpPhraseBrowser, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, UpPhraseBrowser, nothing_button);
  gtk_widget_class_bind_template_child (widget_class, UpPhraseBrowser, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_settled);
}

static void
up_phrase_browser_init (UpPhraseBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GMenuModel *
create_language_menu (UpCatalog *catalog)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  const char *const *languages = up_catalog_get_phrase_languages (catalog);
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Language of the Content"), NULL);

  g_menu_item_set_action_and_target (item, "phrases.language", "s", "");
  g_menu_append_item (menu, item);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) language = g_menu_item_new (up_language_get_name (languages[i]), NULL);

      g_menu_item_set_action_and_target (language, "phrases.language", "s", languages[i]);
      g_menu_append_item (section, language);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * up_phrase_browser_set_content:
 * @self: a browser that has no content yet
 * @catalog: where the phrases are
 * @journal: where the favourites are
 */
void
up_phrase_browser_set_content (UpPhraseBrowser *self, UpCatalog *catalog, UpJournal *journal)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (UP_IS_PHRASE_BROWSER (self));
  g_return_if_fail (UP_IS_CATALOG (catalog));
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (self->catalog == NULL);

  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->filter = up_phrase_filter_new (catalog, journal);
  g_signal_connect_object (self->filter, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  self->list = UP_PHRASE_LIST (up_phrase_list_new (G_LIST_MODEL (self->filter), catalog, journal));
  g_signal_connect_object (self->list, "phrase-activated", G_CALLBACK (on_phrase_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "favourite-toggled", G_CALLBACK (on_favourite_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));

  up_filter_bar_set_filter (self->filter_bar, self->filter);
  up_filter_bar_set_capture (self->filter_bar, GTK_WIDGET (self));

  menu = create_language_menu (catalog);
  up_filter_bar_set_languages (self->filter_bar, menu);
}

/**
 * up_phrase_browser_set_language:
 * @self: a browser
 * @language: the BCP 47 tag of a language that there are phrases in
 *
 * Shows the phrases of a language, and the moves as the catalogue calls them now.
 */
void
up_phrase_browser_set_language (UpPhraseBrowser *self, const char *language)
{
  g_return_if_fail (UP_IS_PHRASE_BROWSER (self));
  g_return_if_fail (language != NULL);

  up_filter_bar_set_language (self->filter_bar, language);
  up_filter_bar_set_moves (self->filter_bar, up_catalog_get_moves (self->catalog));
  up_phrase_filter_set_phrases (self->filter, up_catalog_get_phrases (self->catalog, language));
  update (self);
}

/**
 * up_phrase_browser_search:
 * @self: a browser
 *
 * Puts the focus into the search.
 */
void
up_phrase_browser_search (UpPhraseBrowser *self)
{
  g_return_if_fail (UP_IS_PHRASE_BROWSER (self));

  up_filter_bar_focus (self->filter_bar);
}

/**
 * up_phrase_browser_search_for:
 * @self: a browser
 * @query: words
 *
 * Shows what is found by @query among all phrases.
 */
void
up_phrase_browser_search_for (UpPhraseBrowser *self, const char *query)
{
  g_return_if_fail (UP_IS_PHRASE_BROWSER (self));
  g_return_if_fail (query != NULL);

  up_filter_bar_clear (self->filter_bar);
  up_filter_bar_set_query (self->filter_bar, query);
  up_filter_bar_focus (self->filter_bar);
}

/**
 * up_phrase_browser_clear_filters:
 * @self: a browser
 *
 * Shows all phrases, and puts the focus into the search, as what was pressed may be gone.
 */
void
up_phrase_browser_clear_filters (UpPhraseBrowser *self)
{
  g_return_if_fail (UP_IS_PHRASE_BROWSER (self));

  up_filter_bar_clear (self->filter_bar);
  up_filter_bar_focus (self->filter_bar);
}

/**
 * up_phrase_browser_list:
 * @self: a browser
 *
 * Returns: (transfer full) (element-type UpPhrase): the phrases that pass the search and the filters
 */
GPtrArray *
up_phrase_browser_list (UpPhraseBrowser *self)
{
  GListModel *model;
  GPtrArray *phrases;

  g_return_val_if_fail (UP_IS_PHRASE_BROWSER (self), NULL);

  model = G_LIST_MODEL (self->filter);
  phrases = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (phrases, g_list_model_get_item (model, i));

  return phrases;
}

/**
 * up_phrase_browser_get_focused:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): the phrase whose row has the focus
 */
UpPhrase *
up_phrase_browser_get_focused (UpPhraseBrowser *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_BROWSER (self), NULL);

  return up_phrase_list_get_focused (self->list);
}

/**
 * up_phrase_browser_set_favourite:
 * @self: a browser
 * @phrase: the id of a phrase
 * @favourite: whether it is to be a favourite
 *
 * Makes a phrase a favourite, or one no longer. Where its row had the focus and is gone with that,
 * the focus goes to its neighbour.
 */
void
up_phrase_browser_set_favourite (UpPhraseBrowser *self, const char *phrase, gboolean favourite)
{
  GListModel *model;
  UpPhrase *focused;
  guint position = 0;

  g_return_if_fail (UP_IS_PHRASE_BROWSER (self));
  g_return_if_fail (phrase != NULL);

  model = G_LIST_MODEL (self->filter);
  focused = up_phrase_list_get_focused (self->list);
  if (focused == NULL || !up_phrase_filter_get_favourites (self->filter))
    {
      up_journal_set_favourite (self->journal, phrase, favourite);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (UpPhrase) item = g_list_model_get_item (model, i);

      if (item == focused)
        position = i;
    }

  up_journal_set_favourite (self->journal, phrase, favourite);
  if (g_list_model_get_n_items (model) == 0)
    gtk_widget_grab_focus (self->nothing_button);
  else if (up_phrase_list_get_focused (self->list) != focused)
    up_phrase_list_focus (self->list, position);
}
