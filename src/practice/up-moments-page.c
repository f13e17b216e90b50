/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-moments-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-dates.h"
#include "up-digits.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-search.h"

#include <glib/gi18n-lib.h>

/**
 * UpMomentsPage:
 *
 * All moments by role, to practise any of them at any time.
 */
struct _UpMomentsPage
{
  AdwNavigationPage parent_instance;

  GtkSearchEntry *search_entry;
  GtkDropDown *role_drop_down;
  GtkBox *groups_box;
  GtkWidget *empty_box;

  UpCatalog *catalog;
  UpJournal *journal;
  UpSearch *search;
  GPtrArray *moments; /* of UpMoment */
  GPtrArray *links;   /* of GtkButton, in the same order */
  GtkWidget *groups[UP_ROLE_LEADER + 1];
};

G_DEFINE_FINAL_TYPE (UpMomentsPage, up_moments_page, ADW_TYPE_NAVIGATION_PAGE)

static guint
filter (UpMomentsPage *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint role = gtk_drop_down_get_selected (self->role_drop_down);
  g_autoptr (GArray) found = up_search_query (self->search, query);
  guint next = 0, n = 0;
  guint shown[UP_ROLE_LEADER + 1] = { 0 };

  for (guint i = 0; i < self->moments->len; i++)
    {
      UpMoment *moment = g_ptr_array_index (self->moments, i);
      GtkWidget *link = g_ptr_array_index (self->links, i);
      gboolean visible = next < found->len && g_array_index (found, guint, next) == i;

      if (visible)
        next++;
      visible = visible && (role == 0 || up_moment_get_role (moment) == role - 1);
      gtk_widget_set_visible (gtk_widget_get_parent (link), visible);
      up_content_label_set_highlighted (GTK_LABEL (up_link_get_title (link)),
                                        up_moment_get_situation (moment), visible ? query : NULL);
      if (visible)
        {
          n++;
          shown[up_moment_get_role (moment)]++;
        }
    }

  for (guint i = 0; i <= UP_ROLE_LEADER; i++)
    gtk_widget_set_visible (self->groups[i], shown[i] > 0);
  gtk_widget_set_visible (self->empty_box, n == 0);

  return n;
}

static void
on_query_changed (UpMomentsPage *self)
{
  if (self->search != NULL)
    filter (self);
}

static void
on_settled (UpMomentsPage *self)
{
  guint n;
  g_autofree char *count = NULL;

  if (self->search == NULL)
    return;

  n = filter (self);
  count = up_digits_in_interface (
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u moment found", "%u moments found", n), n));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_role_selected (UpMomentsPage *self)
{
  on_settled (self);
}

static void
on_clear (UpMomentsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->role_drop_down, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static char *
describe_practice (UpMomentsPage *self, const char *id)
{
  gint64 last = 0;
  guint n = up_journal_count_moment (self->journal, id, &last);
  g_autofree char *times = NULL;
  g_autofree char *date = NULL;

  if (n == 0)
    return NULL;

  times = up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Practised %u time", "Practised %u times", n), n));
  date = up_date_format (last);

  /* Translators: “Practised 3 times, last on 23 November 2026” */
  return g_strdup_printf (_ ("%s, last on %s"), times, date);
}

static void
add_words (UpMomentsPage *self, UpMoment *moment)
{
  g_autoptr (GString) words = g_string_new (up_moment_get_situation (moment).text);

  g_string_append_printf (words, "\n%s\n%s", up_moment_get_prompt (moment).text,
                          up_terms_get_title (UP_TERMS_ROLE, up_moment_get_role (moment)));
  for (guint i = 0; i < up_moment_get_n_moves (moment); i++)
    {
      UpMove *move = up_catalog_find_move (self->catalog, up_moment_get_move (moment, i));

      if (move != NULL)
        g_string_append_printf (words, "\n%s", up_move_get_title (move).text);
    }
  up_search_add (self->search, words->str);
}

static GtkWidget *
make_group (UpMomentsPage *self, UpRole role)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = up_terms_get_title (UP_TERMS_ROLE, role);
  GtkWidget *links = up_links_new (title);

  gtk_box_append (GTK_BOX (group), up_heading_new ((UpText) { title, NULL }, 2, "heading"));
  gtk_box_append (GTK_BOX (group), links);
  for (guint i = 0; i < self->moments->len; i++)
    {
      UpMoment *moment = g_ptr_array_index (self->moments, i);
      const char *id = up_moment_get_id (moment);
      g_autofree char *practice = NULL;
      GtkWidget *link;

      if (up_moment_get_role (moment) != role)
        continue;

      link = up_link_new (NULL, up_moment_get_situation (moment), "practice.moment",
                          g_variant_new_string (id));
      practice = describe_practice (self, id);
      if (practice != NULL)
        gtk_widget_add_css_class (up_link_add_text (link, (UpText) { practice, NULL }, "caption"),
                                  "dimmed");
      up_links_append (links, link);
      g_ptr_array_index (self->links, i) = link;
    }

  return group;
}

static void
fill (UpMomentsPage *self)
{
  GListModel *moments = up_catalog_get_moments (self->catalog);
  GtkWidget *child;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->groups_box)) != NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups_box))) != NULL)
    gtk_box_remove (self->groups_box, child);

  g_clear_object (&self->search);
  self->search = up_search_new ();
  g_ptr_array_set_size (self->moments, 0);
  for (guint i = 0; i < g_list_model_get_n_items (moments); i++)
    {
      UpMoment *moment = g_list_model_get_item (moments, i);

      g_ptr_array_add (self->moments, moment);
      add_words (self, moment);
    }

  g_ptr_array_set_size (self->links, (int) self->moments->len);
  for (guint i = 0; i <= UP_ROLE_LEADER; i++)
    {
      self->groups[i] = make_group (self, i);
      gtk_box_append (self->groups_box, self->groups[i]);
    }
  filter (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* What was practised meanwhile is told of where one comes back to. */
static void
up_moments_page_showing (AdwNavigationPage *page)
{
  UpMomentsPage *self = UP_MOMENTS_PAGE (page);

  for (guint i = 0; i < self->moments->len; i++)
    {
      UpMoment *moment = g_ptr_array_index (self->moments, i);
      GtkWidget *link = g_ptr_array_index (self->links, i);
      g_autofree char *practice = describe_practice (self, up_moment_get_id (moment));
      GtkWidget *label = gtk_widget_get_next_sibling (up_link_get_title (link));

      if (practice == NULL)
        continue;
      if (label != NULL)
        gtk_label_set_label (GTK_LABEL (label), practice);
      else
        gtk_widget_add_css_class (up_link_add_text (link, (UpText) { practice, NULL }, "caption"),
                                  "dimmed");
    }
}

static void
up_moments_page_dispose (GObject *object)
{
  UpMomentsPage *self = UP_MOMENTS_PAGE (object);

  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_MOMENTS_PAGE);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->moments, g_ptr_array_unref);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_moments_page_parent_class)->dispose (object);
}

static void
up_moments_page_class_init (UpMomentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_moments_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = up_moments_page_showing;

  g_type_ensure (UP_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-moments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpMomentsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UpMomentsPage, role_drop_down);
  gtk_widget_class_bind_template_child (widget_class, UpMomentsPage, groups_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentsPage, empty_box);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_role_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
up_moments_page_init (UpMomentsPage *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  self->moments = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));

  gtk_string_list_append (roles, _ ("All roles"));
  for (guint i = 0; i <= UP_ROLE_LEADER; i++)
    gtk_string_list_append (roles, up_terms_get_title (UP_TERMS_ROLE, i));
  gtk_drop_down_set_model (self->role_drop_down, G_LIST_MODEL (roles));
}

/**
 * up_moments_page_new:
 * @catalog: the content
 * @journal: what was done
 *
 * Returns: (transfer floating): the page
 */
UpMomentsPage *
up_moments_page_new (UpCatalog *catalog, UpJournal *journal)
{
  UpMomentsPage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_MOMENTS_PAGE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return self;
}

/**
 * up_moments_page_focus_search:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void
up_moments_page_focus_search (UpMomentsPage *self)
{
  g_return_if_fail (UP_IS_MOMENTS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
