/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-guide-place.h"

#include "up-bookmarks.h"
#include "up-chapter-page.h"
#include "up-column.h"
#include "up-content-label.h"
#include "up-digits.h"
#include "up-guide-document.h"
#include "up-guide-results.h"
#include "up-links.h"
#include "up-print.h"
#include "up-sign.h"
#include "up-which-way-card.h"
#include "up-which-way-page.h"

#include <glib/gi18n-lib.h>

/**
 * UpGuidePlace:
 *
 * The guide: its chapters, the search in them, and a page for each chapter.
 */
struct _UpGuidePlace
{
  AdwBin parent_instance;

  AdwNavigationView *view;
  GtkSearchBar *search_bar;
  GtkWidget *search_column; /* invisible until it is needed, as what the stack shows of results */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkBox *go_on;
  GtkBox *chapters;
  GtkLabel *count;
  UpGuideResults *results;

  UpCatalog *catalog;
  UpJournal *journal;
  GSettings *settings;
  GtkWidget *go_on_link;  /* made when there is somewhere to go on */
  GtkWidget *go_on_label; /* on it, the chapter's title */
  guint n_results;
};

/* Where “Which way?” is; what was kept of it follows after a slash. */
#define WHICH_WAY "which-way"

static void place_init (UpPlaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpGuidePlace, up_guide_place, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (UP_TYPE_PLACE, place_init))

static void
show_chapters (UpGuidePlace *self)
{
  GListModel *guide = G_LIST_MODEL (up_catalog_get_guide (self->catalog));
  GtkWidget *links = up_links_new (_ ("Chapters"));
  GtkWidget *old;

  for (guint i = 0; i < g_list_model_get_n_items (guide); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);
      GtkWidget *link = up_link_new (NULL, up_chapter_get_title (chapter), "guide.show-chapter",
                                     g_variant_new_string (up_chapter_get_id (chapter)));

      gtk_widget_add_css_class (up_link_get_title (link), "heading");
      up_link_add_text (link, up_chapter_get_summary (chapter), "dimmed");
      up_links_append (links, link);
    }

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->chapters))) != NULL)
    gtk_box_remove (self->chapters, old);
  gtk_box_append (self->chapters, up_which_way_links_new (self->catalog));
  gtk_box_append (self->chapters, links);
}

static UpChapterPage *
get_chapter_page (UpGuidePlace *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return UP_IS_CHAPTER_PAGE (page) ? UP_CHAPTER_PAGE (page) : NULL;
}

/* The same link leads from chapter to chapter, so that the focus that was on it stays there. */
static void
update_go_on (UpGuidePlace *self)
{
  g_autofree char *id = up_bookmarks_get_last (self->settings);
  UpChapter *chapter =
    id != NULL ? up_guide_find_chapter (up_catalog_get_guide (self->catalog), id) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->go_on), chapter != NULL);
  if (chapter == NULL)
    return;

  if (self->go_on_link == NULL)
    {
      UpText title = { _ ("Go On Reading"), NULL };
      GtkWidget *links = up_links_new (title.text);

      self->go_on_link = up_link_new (up_ornament_new ("up-guide-symbolic"), title,
                                      "guide.show-chapter", g_variant_new_string (id));
      gtk_widget_add_css_class (up_link_get_title (self->go_on_link), "heading");
      self->go_on_label =
        up_link_add_text (self->go_on_link, up_chapter_get_title (chapter), "dimmed");
      up_links_append (links, self->go_on_link);
      gtk_box_append (self->go_on, links);
    }

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on_link), "s", id);
  up_content_label_set_text (GTK_LABEL (self->go_on_label), up_chapter_get_title (chapter));
}

/* One goes on in the chapter after one that is read to its end. */
static void
remember_next (UpGuidePlace *self, const char *id)
{
  GListModel *guide = G_LIST_MODEL (up_catalog_get_guide (self->catalog));

  up_bookmarks_remove (self->settings, id);
  for (guint i = 0; i + 1 < g_list_model_get_n_items (guide); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);
      g_autoptr (UpChapter) next = g_list_model_get_item (guide, i + 1);
      g_auto (UpBookmark) bookmark = { NULL };

      if (!g_str_equal (up_chapter_get_id (chapter), id))
        continue;

      if (!up_bookmarks_find (self->settings, up_chapter_get_id (next), &bookmark))
        bookmark.block = g_strdup ("");
      up_bookmarks_set (self->settings, up_chapter_get_id (next), bookmark.block, bookmark.part);
    }
}

/* A page that goes out of sight may be closed for good. */
static void
remember_place (UpGuidePlace *self, UpChapterPage *page)
{
  const char *id = up_chapter_page_get_chapter (page);
  const char *block;
  double part;

  switch (up_chapter_page_get_place (page, &block, &part))
    {
    case UP_CHAPTER_START:
      up_bookmarks_set (self->settings, id, "", 0);
      break;
    case UP_CHAPTER_WITHIN:
      up_bookmarks_set (self->settings, id, block, part);
      break;
    case UP_CHAPTER_END:
      remember_next (self, id);
      break;
    case UP_CHAPTER_UNKNOWN:
    default:
      break;
    }
}

/* A page takes the focus also where what led to it did not have it. */
static void
focus_page (UpGuidePlace *self)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->view));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* NULL where there is no such chapter. */
static UpChapterPage *
show_chapter (UpGuidePlace *self, const char *id)
{
  UpChapterPage *page = get_chapter_page (self);
  g_autofree char *tag = g_strconcat ("chapter/", id, NULL);
  g_auto (UpBookmark) bookmark = { NULL };

  if (page != NULL && g_str_equal (up_chapter_page_get_chapter (page), id))
    return page;

  if (up_guide_find_chapter (up_catalog_get_guide (self->catalog), id) == NULL)
    return NULL;

  /* A chapter that is already open is gone back to, so that going on from one chapter to the next
   * never piles up pages without end. */
  if (adw_navigation_view_find_page (self->view, tag) != NULL)
    {
      adw_navigation_view_pop_to_tag (self->view, tag);
      focus_page (self);
      return get_chapter_page (self);
    }

  page = up_chapter_page_new (self->catalog, id);
  g_signal_connect_object (page, "unmap", G_CALLBACK (remember_place), self, G_CONNECT_SWAPPED);
  if (up_bookmarks_find (self->settings, id, &bookmark))
    up_chapter_page_go_on (page, bookmark.block, bookmark.part);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
  focus_page (self);

  return page;
}

static UpWhichWayPage *
get_which_way_page (UpGuidePlace *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return UP_IS_WHICH_WAY_PAGE (page) ? UP_WHICH_WAY_PAGE (page) : NULL;
}

/* What is answered now, or @id, what was kept; FALSE where that is gone. */
static gboolean
show_which_way (UpGuidePlace *self, const char *id)
{
  UpEntry *entry = id != NULL ? up_journal_find_entry (self->journal, id) : NULL;
  g_autofree char *tag = id != NULL ? g_strconcat (WHICH_WAY "/", id, NULL) : g_strdup (WHICH_WAY);

  if (id != NULL && (entry == NULL || up_entry_get_kind (entry) != UP_ENTRY_WHICH_WAY))
    return FALSE;

  if (adw_navigation_view_find_page (self->view, tag) != NULL)
    {
      adw_navigation_view_pop_to_tag (self->view, tag);
    }
  else
    {
      UpWhichWayPage *page = up_which_way_page_new (self->catalog, self->journal, entry);

      adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (page), tag);
      adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
    }
  focus_page (self);

  return TRUE;
}

/* Leaves a page that shows what was erased, even if another one stands over it. */
static void
leave_erased (UpGuidePlace *self, gboolean everything)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);
      const char *entry;

      if (!UP_IS_WHICH_WAY_PAGE (page))
        continue;

      entry = up_which_way_page_get_entry (UP_WHICH_WAY_PAGE (page));
      if (everything || (entry != NULL && up_journal_find_entry (self->journal, entry) == NULL))
        {
          adw_navigation_view_pop_to_tag (self->view, "root");
          return;
        }
    }
}

static void
on_entries_changed (UpGuidePlace *self)
{
  leave_erased (self, FALSE);
}

static void
on_erased (UpGuidePlace *self)
{
  leave_erased (self, TRUE);
}

static void
on_show_chapter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_chapter (UP_GUIDE_PLACE (widget), g_variant_get_string (parameter, NULL));
}

static void
on_show_match (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *chapter, *block, *query;
  UpChapterPage *page;

  g_variant_get (parameter, "(&s&s&s)", &chapter, &block, &query);
  page = show_chapter (UP_GUIDE_PLACE (widget), chapter);
  if (page != NULL)
    up_chapter_page_show_match (page, block, query);
}

/* A page is made visible when it is first needed: until then start-up is spared its style. */
static void
show_page (UpGuidePlace *self, const char *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, name), TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
on_query_changed (UpGuidePlace *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *trimmed = g_strstrip (g_strdup (query));
  g_autofree char *count = NULL;

  self->n_results = 0;
  if (*trimmed == '\0')
    {
      show_page (self, "chapters");
      return;
    }

  self->n_results = up_guide_results_search (self->results, self->catalog, trimmed);
  count = up_digits_in_interface (
    g_strdup_printf (ngettext ("%u result", "%u results", self->n_results), self->n_results));
  gtk_label_set_text (self->count, count);
  show_page (self, self->n_results > 0 ? "results" : "nothing");
}

/* Said once the typing has paused, not at every letter. */
static void
on_query_settled (UpGuidePlace *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (page, "chapters") == 0)
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry),
                           self->n_results > 0 ? gtk_label_get_text (self->count)
                                               : _ ("No Results Found"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Enter leads to the first result. */
static void
on_query_activated (UpGuidePlace *self)
{
  if (self->n_results > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->results), GTK_DIR_TAB_FORWARD);
}

static void
on_search_mode (UpGuidePlace *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_widget_set_visible (self->search_column, TRUE);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
on_clear_clicked (UpGuidePlace *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
refresh (UpGuidePlace *self)
{
  GListModel *pages = adw_navigation_view_get_navigation_stack (self->view);

  show_chapters (self);
  update_go_on (self);
  up_guide_results_forget (self->results);
  on_query_changed (self);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

      if (UP_IS_CHAPTER_PAGE (page))
        up_chapter_page_refresh (UP_CHAPTER_PAGE (page));
      else if (UP_IS_WHICH_WAY_PAGE (page))
        up_which_way_page_refresh (UP_WHICH_WAY_PAGE (page));
    }
  g_object_unref (pages);
}

static void
search (UpPlace *place)
{
  UpGuidePlace *self = UP_GUIDE_PLACE (place);

  adw_navigation_view_pop_to_tag (self->view, "root");
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static char *
get_location (UpPlace *place)
{
  UpChapterPage *page = get_chapter_page (UP_GUIDE_PLACE (place));
  UpWhichWayPage *which_way = get_which_way_page (UP_GUIDE_PLACE (place));

  if (which_way != NULL)
    return g_strdup (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (which_way)));

  return page != NULL ? g_strconcat ("chapter/", up_chapter_page_get_chapter (page), NULL)
                      : g_strdup ("");
}

static gboolean
go_to (UpPlace *place, const char *location)
{
  UpGuidePlace *self = UP_GUIDE_PLACE (place);
  const char *id = strchr (location, '/');
  UpChapter *chapter;

  if (*location == '\0')
    {
      adw_navigation_view_pop_to_tag (self->view, "root");
      return TRUE;
    }

  if (g_str_equal (location, WHICH_WAY))
    return show_which_way (self, NULL);

  if (id == NULL)
    return FALSE;
  id++;

  if (g_str_has_prefix (location, WHICH_WAY "/"))
    return show_which_way (self, id);

  if (g_str_has_prefix (location, "chapter/"))
    return show_chapter (self, id) != NULL;

  if (g_str_has_prefix (location, "point/"))
    {
      chapter = up_guide_find_point (up_catalog_get_guide (self->catalog), id, NULL);
      return chapter != NULL &&
             up_chapter_page_show_point (show_chapter (self, up_chapter_get_id (chapter)), id);
    }

  return FALSE;
}

static gboolean
go_back (UpPlace *place)
{
  UpGuidePlace *self = UP_GUIDE_PLACE (place);

  if (get_chapter_page (self) == NULL && get_which_way_page (self) == NULL &&
      gtk_search_bar_get_search_mode (self->search_bar))
    {
      gtk_search_bar_set_search_mode (self->search_bar, FALSE);
      return TRUE;
    }

  return adw_navigation_view_pop (self->view);
}

static GPtrArray *
list_printouts (UpPlace *place)
{
  UpGuidePlace *self = UP_GUIDE_PLACE (place);
  UpChapterPage *page = get_chapter_page (self);
  UpWhichWayPage *which_way = get_which_way_page (self);
  GPtrArray *printouts = up_printouts_new ();

  if (which_way != NULL)
    {
      UpWayAnswers answers = up_which_way_page_get_answers (which_way);
      UpDocument *document = up_which_way_compose_document (self->catalog, answers);

      up_printouts_add (printouts, up_document_get_title (document), document);
      return printouts;
    }

  if (page != NULL)
    up_printouts_add (
      printouts, _ ("This Chapter"),
      up_guide_compose_document (self->catalog, up_chapter_page_get_chapter (page)));
  up_printouts_add (printouts, _ ("The Whole Guide"),
                    up_guide_compose_document (self->catalog, NULL));

  return printouts;
}

static void
place_init (UpPlaceInterface *iface)
{
  iface->search = search;
  iface->get_location = get_location;
  iface->go_to = go_to;
  iface->go_back = go_back;
  iface->list_printouts = list_printouts;
}

static void
up_guide_place_dispose (GObject *object)
{
  UpGuidePlace *self = UP_GUIDE_PLACE (object);

  /* The template would take it away without the bin's knowledge. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_GUIDE_PLACE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (up_guide_place_parent_class)->dispose (object);
}

static void
up_guide_place_class_init (UpGuidePlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_guide_place_dispose;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_GUIDE_RESULTS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-guide-place.ui");
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, view);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, search_column);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, entry);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, stack);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, go_on);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, chapters);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, count);
  gtk_widget_class_bind_template_child (widget_class, UpGuidePlace, results);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_query_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_query_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);

  gtk_widget_class_install_action (widget_class, "guide.show-chapter", "s", on_show_chapter);
  gtk_widget_class_install_action (widget_class, "guide.show-match", "(sss)", on_show_match);
}

static void
up_guide_place_init (UpGuidePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->entry));
}

/**
 * up_guide_place_new:
 * @catalog: the content
 * @journal: what the person did
 * @settings: what is remembered and preferred
 *
 * Returns: (transfer floating): the place, at its chapters
 */
GtkWidget *
up_guide_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings)
{
  UpGuidePlace *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (UP_TYPE_GUIDE_PLACE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (journal, "erased", G_CALLBACK (on_erased), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (up_journal_get_entries (journal), "items-changed",
                           G_CALLBACK (on_entries_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::bookmarks", G_CALLBACK (update_go_on), self,
                           G_CONNECT_SWAPPED);
  show_chapters (self);
  update_go_on (self);

  return GTK_WIDGET (self);
}
