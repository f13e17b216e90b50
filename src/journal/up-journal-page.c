/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-journal-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-digits.h"
#include "up-entries-view.h"
#include "up-links.h"
#include "up-search.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpJournalPage:
 *
 * The first page of the journal: what was done, by day, with search and filters that stay out of the
 * way until they are asked for.
 */
struct _UpJournalPage
{
  AdwNavigationPage parent_instance;

  GtkMenuButton *menu_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkToggleButton *any_chip;
  GtkToggleButton *attempts_chip;
  GtkToggleButton *moments_chip;
  GtkToggleButton *plans_chip;
  GtkToggleButton *notes_chip;
  GtkToggleButton *favourites_chip;
  GtkLabel *count;
  GtkStack *stack;
  AdwBin *list_bin;
  GtkBox *favourites_box;
  AdwStatusPage *nothing_page;
  GtkWidget *nothing_button;

  UpCatalog *catalog;
  UpJournal *journal;
  UpEntryFilter *filter;
  UpEntriesView *list;
  guint n_favourites; /* that are shown */
};

G_DEFINE_FINAL_TYPE (UpJournalPage, up_journal_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
shows_favourites (UpJournalPage *self)
{
  return gtk_toggle_button_get_active (self->favourites_chip);
}

static char *
describe_count (UpJournalPage *self)
{
  guint n = shows_favourites (self) ? self->n_favourites
                                    : g_list_model_get_n_items (G_LIST_MODEL (self->filter));

  return up_digits_in_interface (shows_favourites (self)
                                   ? g_strdup_printf (ngettext ("%u phrase", "%u phrases", n), n)
                                   : g_strdup_printf (ngettext ("%u entry", "%u entries", n), n));
}

static void
show_nothing (UpJournalPage *self)
{
  gboolean no_favourites =
    shows_favourites (self) && up_journal_count_favourites (self->journal) == 0;

  adw_status_page_set_title (self->nothing_page,
                             no_favourites ? _ ("No Favourites Yet") : _ ("Nothing Found"));
  adw_status_page_set_description (
    self->nothing_page, no_favourites ? _ ("The star beside a phrase keeps it here.")
                                      : _ ("Fewer words or another filter may find something."));
  adw_status_page_set_icon_name (self->nothing_page,
                                 no_favourites ? "non-starred-symbolic" : "edit-find-symbolic");
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
update (UpJournalPage *self)
{
  g_autofree char *count = describe_count (self);

  gtk_label_set_text (self->count, count);

  if (shows_favourites (self))
    {
      if (self->n_favourites > 0)
        gtk_stack_set_visible_child_name (self->stack, "favourites");
      else
        show_nothing (self);
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
  else if (g_list_model_get_n_items (up_journal_get_entries (self->journal)) > 0)
    {
      show_nothing (self);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
}

static UpPhrase *
find_phrase (UpJournalPage *self, const char *id)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);
  UpPhrase *phrase = up_catalog_find_phrase (self->catalog, NULL, id);

  for (guint i = 0; phrase == NULL && languages[i] != NULL; i++)
    phrase = up_catalog_find_phrase (self->catalog, languages[i], id);

  return phrase;
}

static gboolean
matches (UpPhrase *phrase, const char *words, const char *query)
{
  g_autoptr (UpSearch) search = up_search_new ();
  g_autoptr (GArray) found = NULL;

  up_search_add (search, words);
  found = up_search_query (search, query);

  return found->len > 0;
}

/* The favourites that hold what is searched for. */
static void
show_favourites (UpJournalPage *self)
{
  g_auto (GStrv) ids = up_journal_list_favourites (self->journal);
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  GtkWidget *links = up_links_new (_ ("Favourites"));
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->favourites_box));

  self->n_favourites = 0;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      UpPhrase *phrase = find_phrase (self, ids[i]);
      UpMove *move;
      g_autofree char *words = NULL;
      GtkWidget *link;

      if (phrase == NULL)
        continue;
      words = up_phrase_fill (phrase, NULL);
      if (*query != '\0' && !matches (phrase, words, query))
        continue;

      link = up_link_new (up_sign_new (up_phrase_get_lean (phrase)),
                          (UpText) { words, up_phrase_get_text (phrase).language },
                          "win.show-phrase", g_variant_new_string (ids[i]));
      move = up_catalog_find_move (self->catalog, up_phrase_get_move (phrase));
      if (move != NULL)
        up_link_add_text (link, up_move_get_title (move), "dimmed");
      up_links_append (links, link);
      self->n_favourites++;
    }

  if (old != NULL)
    gtk_box_remove (self->favourites_box, old);
  gtk_box_append (self->favourites_box, links);
}

static void
on_favourites_changed (UpJournalPage *self)
{
  if (!shows_favourites (self))
    return;

  show_favourites (self);
  update (self);
}

static void
on_query_changed (UpJournalPage *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->filter == NULL)
    return;

  up_entry_filter_set_query (self->filter, query);
  up_entries_view_set_query (self->list, query);
  up_entries_view_go_to_start (self->list);
  if (shows_favourites (self))
    show_favourites (self);
  update (self);
}

static void
on_settled (UpJournalPage *self)
{
  g_autofree char *count = NULL;

  if (self->filter == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->search_entry)))
    return;

  count = describe_count (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_chip_toggled (UpJournalPage *self, GtkToggleButton *chip)
{
  const struct
  {
    GtkToggleButton *chip;
    int kind;
  } chips[] = {
    { self->any_chip, UP_ENTRY_FILTER_ANY_KIND }, { self->attempts_chip, UP_ENTRY_ATTEMPT },
    { self->moments_chip, UP_ENTRY_MOMENT },      { self->plans_chip, UP_ENTRY_PLAN },
    { self->notes_chip, UP_ENTRY_NOTE },
  };

  /* The one that is released says the same as the one that is pressed. */
  if (self->filter == NULL || !gtk_toggle_button_get_active (chip))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if (chips[i].chip == chip)
      up_entry_filter_set_kind (self->filter, chips[i].kind);
  up_entries_view_go_to_start (self->list);
  if (shows_favourites (self))
    show_favourites (self);
  update (self);
  on_settled (self);
}

/* Nothing is filtered by what is not seen. */
static void
on_search_mode_changed (UpJournalPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_toggle_button_set_active (self->any_chip, TRUE);
}

static void
on_entry_activated (UpJournalPage *self, UpEntry *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journal.show-entry", "s",
                              up_entry_get_id (entry));
}

static void
up_journal_page_map (GtkWidget *widget)
{
  UpJournalPage *self = UP_JOURNAL_PAGE (widget);

  if (self->filter != NULL)
    up_entry_filter_update_day (self->filter);

  GTK_WIDGET_CLASS (up_journal_page_parent_class)->map (widget);
}

static void
up_journal_page_dispose (GObject *object)
{
  UpJournalPage *self = UP_JOURNAL_PAGE (object);

  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_journal_page_parent_class)->dispose (object);
}

static void
up_journal_page_class_init (UpJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_journal_page_dispose;
  widget_class->map = up_journal_page_map;

  g_type_ensure (UP_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, any_chip);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, attempts_chip);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, moments_chip);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, plans_chip);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, notes_chip);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, favourites_chip);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, count);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, favourites_box);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPage, nothing_button);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode_changed);
}

static void
up_journal_page_init (UpJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * up_journal_page_set_content:
 * @self: a page that has no content yet
 * @catalog: where the phrases are
 * @journal: what was done
 */
void
up_journal_page_set_content (UpJournalPage *self, UpCatalog *catalog, UpJournal *journal)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));
  g_return_if_fail (UP_IS_CATALOG (catalog));
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (self->catalog == NULL);

  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->filter = up_entry_filter_new (journal);
  g_signal_connect_object (self->filter, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "favourites-changed", G_CALLBACK (on_favourites_changed), self,
                           G_CONNECT_SWAPPED);

  self->list = UP_ENTRIES_VIEW (up_entries_view_new (self->filter));
  g_signal_connect_object (self->list, "entry-activated", G_CALLBACK (on_entry_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  update (self);
}

/**
 * up_journal_page_refresh:
 * @self: a page
 *
 * Shows what comes from the catalogue as it has it now.
 */
void
up_journal_page_refresh (UpJournalPage *self)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));

  on_favourites_changed (self);
}

/**
 * up_journal_page_search:
 * @self: a page
 *
 * Puts the focus into the search, with what stands there selected.
 */
void
up_journal_page_search (UpJournalPage *self)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * up_journal_page_clear_search:
 * @self: a page
 *
 * Shows everything again, and puts the focus into the search, as what was pressed may be gone.
 */
void
up_journal_page_clear_search (UpJournalPage *self)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->any_chip, TRUE);
  up_journal_page_search (self);
}

static void
show_chip (UpJournalPage *self, GtkToggleButton *chip)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_toggle_button_set_active (chip, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (chip));
}

/**
 * up_journal_page_show_plans:
 * @self: a page
 *
 * Shows the plans alone.
 */
void
up_journal_page_show_plans (UpJournalPage *self)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));

  show_chip (self, self->plans_chip);
}

/**
 * up_journal_page_show_favourites:
 * @self: a page
 *
 * Shows the phrases that are favourites.
 */
void
up_journal_page_show_favourites (UpJournalPage *self)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));

  show_chip (self, self->favourites_chip);
}

/**
 * up_journal_page_find:
 * @self: a page
 * @entry: an entry
 *
 * Returns: where it stands in what is shown, for up_journal_page_focus()
 */
guint
up_journal_page_find (UpJournalPage *self, UpEntry *entry)
{
  g_return_val_if_fail (UP_IS_JOURNAL_PAGE (self), 0);

  return up_entry_filter_find (self->filter, entry);
}

/**
 * up_journal_page_focus:
 * @self: a page
 * @position: a place in the list; one behind its end counts as the last
 *
 * Puts the focus on an entry, or on what stands there where none is left.
 */
void
up_journal_page_focus (UpJournalPage *self, guint position)
{
  g_return_if_fail (UP_IS_JOURNAL_PAGE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0 && !shows_favourites (self))
    up_entries_view_focus (self->list, position);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
