/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-chapter-page.h"

#include "up-block-view.h"
#include "up-column.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-picture.h"
#include "up-which-way-page.h"

#include <glib/gi18n-lib.h>

/**
 * UpChapterPage:
 *
 * A chapter of the guide: its picture, title and lead, its blocks, and what to read next.
 */
struct _UpChapterPage
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkViewport *viewport;
  GtkBox *content;
  UpPicture *picture;
  UpHeading *title;
  GtkLabel *lead;
  GtkWidget *ours_mark;
  GtkBox *blocks;
  GtkBox *next;

  UpCatalog *catalog;
  UpChapter *chapter; /* held, because the blocks shown borrow from it */
  char *id;

  gboolean entered;  /* the focus has been here */
  GtkWidget *target; /* what to scroll to, once there is a size */
  double part;       /* how much of it to scroll past; negative to leave room above it */
  guint settle_id;
  GtkWidget *marked;
  guint mark_id;
};

/* The chapter that “Which way?” puts to use. */
#define WEIGHING_CHAPTER "consider"

/* Room left above what is scrolled to, in pixels. */
#define ROOM_ABOVE 24

/* How long somebody who was led to a place sees it marked, in seconds. */
#define MARK_SECONDS 3

G_DEFINE_FINAL_TYPE (UpChapterPage, up_chapter_page, ADW_TYPE_NAVIGATION_PAGE)

static void
unmark (UpChapterPage *self)
{
  g_clear_handle_id (&self->mark_id, g_source_remove);
  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "found");
  g_clear_weak_pointer (&self->marked);
}

static gboolean
on_mark_over (gpointer data)
{
  UpChapterPage *self = data;

  self->mark_id = 0;
  unmark (self);

  return G_SOURCE_REMOVE;
}

static void
mark (UpChapterPage *self, GtkWidget *widget)
{
  unmark (self);
  g_set_weak_pointer (&self->marked, widget);
  gtk_widget_add_css_class (widget, "found");
  self->mark_id = g_timeout_add_seconds (MARK_SECONDS, on_mark_over, self);
}

/* Scrolls once the page has its size, which it has not yet in the frame that shows it. */
static gboolean
settle (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  UpChapterPage *self = UP_CHAPTER_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  graphene_point_t point;

  if (gtk_adjustment_get_page_size (adjustment) <= 0 ||
      (self->target != NULL && gtk_widget_get_height (self->target) == 0))
    return G_SOURCE_CONTINUE;

  if (self->target != NULL)
    {
      if (gtk_widget_compute_point (self->target, GTK_WIDGET (self->content),
                                    &GRAPHENE_POINT_INIT (0, 0), &point))
        gtk_adjustment_set_value (
          adjustment, self->part < 0 ? point.y - ROOM_ABOVE
                                     : point.y + self->part * gtk_widget_get_height (self->target));
    }

  g_clear_weak_pointer (&self->target);
  self->settle_id = 0;

  return G_SOURCE_REMOVE;
}

static void
settle_at (UpChapterPage *self, GtkWidget *target, double part)
{
  g_set_weak_pointer (&self->target, target);
  self->part = part;
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle, NULL, NULL);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_picture (UpChapterPage *self)
{
  const char *name = up_chapter_get_picture (self->chapter);
  g_autofree char *path = NULL;

  if (name != NULL)
    path = g_strdup_printf (RESOURCE_BASE "/pictures/%s.svg", name);
  gtk_widget_set_visible (GTK_WIDGET (self->picture),
                          up_picture_set_resource (self->picture, path));
}

static gboolean
is_all_ours (UpChapter *chapter)
{
  guint n = up_chapter_get_n_blocks (chapter);

  for (guint i = 0; i < n; i++)
    if (!up_chapter_get_block (chapter, i)->ours)
      return FALSE;

  return n > 0;
}

/* Whether a note among the blocks says itself that the chapter is ours. */
static gboolean
has_note_of_ours (UpChapter *chapter)
{
  for (guint i = 0; i < up_chapter_get_n_blocks (chapter); i++)
    if (g_strcmp0 (up_chapter_get_block (chapter, i)->tone, "ours") == 0)
      return TRUE;

  return FALSE;
}

static void
show_next (UpChapterPage *self)
{
  GListModel *guide = G_LIST_MODEL (up_catalog_get_guide (self->catalog));
  guint n = g_list_model_get_n_items (guide);
  GtkWidget *links, *link;

  clear_box (self->next);
  if (g_str_equal (self->id, WEIGHING_CHAPTER))
    gtk_box_append (self->next, up_which_way_links_new (self->catalog));
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);
      g_autoptr (UpChapter) next = g_list_model_get_item (guide, i + 1);

      if (!g_str_equal (up_chapter_get_id (chapter), self->id))
        continue;

      links = up_links_new (_ ("Read Next"));
      link = up_link_new (NULL, up_chapter_get_title (next), "guide.show-chapter",
                          g_variant_new_string (up_chapter_get_id (next)));
      up_link_add_text (link, up_chapter_get_summary (next), "dimmed");
      up_links_append (links, link);
      gtk_box_append (self->next,
                      up_heading_new ((UpText) { _ ("Read Next"), NULL }, 2, "heading"));
      gtk_box_append (self->next, links);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next),
                          gtk_widget_get_first_child (GTK_WIDGET (self->next)) != NULL);
}

/**
 * up_chapter_page_refresh:
 * @self: a page
 *
 * Shows the chapter as the catalogue has it now, at the place where one was.
 */
void
up_chapter_page_refresh (UpChapterPage *self)
{
  UpChapter *chapter;
  GtkWidget *focus = NULL;
  gboolean all_ours, had_focus;

  g_return_if_fail (UP_IS_CHAPTER_PAGE (self));

  chapter = up_guide_find_chapter (up_catalog_get_guide (self->catalog), self->id);
  if (chapter == NULL)
    return;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  had_focus = focus != NULL && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->blocks)) ||
                                gtk_widget_is_ancestor (focus, GTK_WIDGET (self->next)));

  unmark (self);
  clear_box (self->blocks);
  g_set_object (&self->chapter, chapter);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), up_chapter_get_title (chapter).text);
  show_picture (self);
  up_heading_set_text (self->title, up_chapter_get_title (chapter));
  up_content_label_set_text (self->lead, up_chapter_get_summary (chapter));

  /* Where all of a chapter is ours, it is said once, at its top. */
  all_ours = is_all_ours (chapter);
  gtk_widget_set_visible (self->ours_mark, all_ours && !has_note_of_ours (chapter));
  for (guint i = 0; i < up_chapter_get_n_blocks (chapter); i++)
    {
      const UpBlock *block = up_chapter_get_block (chapter, i);

      gtk_box_append (self->blocks,
                      up_block_view_new (block, self->catalog, block->ours && !all_ours));
    }
  show_next (self);

  if (had_focus)
    up_heading_take_focus (GTK_WIDGET (self->title));
}

/* Where @query is not NULL, to what it matches within the block. */
static gboolean
lead_to (UpChapterPage *self, const char *block, const char *point, const char *query)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      UpBlockView *view = UP_BLOCK_VIEW (child);
      GtkWidget *label, *found;

      if (block != NULL && g_strcmp0 (up_block_view_get_block (view)->id, block) != 0)
        continue;

      label = up_block_view_find_point (view, point);
      if (label == NULL)
        continue;

      self->entered = TRUE;
      found = query != NULL ? up_content_find (child, query) : NULL;
      up_heading_take_focus (label);
      mark (self, gtk_widget_get_parent (label));
      settle_at (self, found != NULL ? found : label, -1);

      return TRUE;
    }

  return FALSE;
}

/**
 * up_chapter_page_show_point:
 * @self: a page
 * @point: the id of a coverage point
 *
 * Scrolls to where a point is explained, puts the focus there and marks it for a short while.
 *
 * Returns: %FALSE where the point is not in this chapter
 */
gboolean
up_chapter_page_show_point (UpChapterPage *self, const char *point)
{
  g_return_val_if_fail (UP_IS_CHAPTER_PAGE (self), FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  return lead_to (self, NULL, point, NULL);
}

/**
 * up_chapter_page_show_match:
 * @self: a page
 * @block: the id of one of the chapter's blocks, or an empty string for the chapter itself
 * @query: what was searched for
 *
 * Sets off what was found in the chapter, scrolls to where it is in the block, and puts the focus on the
 * block.
 *
 * Returns: %FALSE where the block is not in this chapter
 */
gboolean
up_chapter_page_show_match (UpChapterPage *self, const char *block, const char *query)
{
  g_return_val_if_fail (UP_IS_CHAPTER_PAGE (self), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  up_content_highlight (GTK_WIDGET (self->content), query);

  return *block == '\0' || lead_to (self, block, NULL, query);
}

/**
 * up_chapter_page_go_on:
 * @self: a page
 * @block: the id of one of the chapter's blocks
 * @part: how much of it was above the top of the page, from 0 to 1
 *
 * Scrolls to where one was. The focus stays where it is.
 */
void
up_chapter_page_go_on (UpChapterPage *self, const char *block, double part)
{
  g_return_if_fail (UP_IS_CHAPTER_PAGE (self));
  g_return_if_fail (block != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (up_block_view_get_block (UP_BLOCK_VIEW (child))->id, block) == 0)
      settle_at (self, child, CLAMP (part, 0, 1));
}

/* A chapter is entered at its heading, but for that its place is not lost. */
static gboolean
up_chapter_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpChapterPage *self = UP_CHAPTER_PAGE (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL)
    {
      self->entered = TRUE;
      gtk_viewport_set_scroll_to_focus (self->viewport, FALSE);
      up_heading_take_focus (GTK_WIDGET (self->title));
      gtk_viewport_set_scroll_to_focus (self->viewport, TRUE);

      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_chapter_page_parent_class)->focus (widget, direction);
}

static gboolean
follow_focus (gpointer data)
{
  UpChapterPage *self = data;

  if (self->viewport != NULL)
    gtk_viewport_set_scroll_to_focus (self->viewport, TRUE);

  return G_SOURCE_REMOVE;
}

/* A dialog gives the focus back to where it was, which need not be where one reads. */
static void
on_visible_dialog (UpChapterPage *self, GParamSpec *pspec, AdwApplicationWindow *window)
{
  if (adw_application_window_get_visible_dialog (window) != NULL)
    gtk_viewport_set_scroll_to_focus (self->viewport, FALSE);
  else
    g_idle_add_full (G_PRIORITY_LOW, follow_focus, g_object_ref (self), g_object_unref);
}

static void
up_chapter_page_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (up_chapter_page_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (ADW_IS_APPLICATION_WINDOW (root))
    g_signal_connect_object (root, "notify::visible-dialog", G_CALLBACK (on_visible_dialog), widget,
                             G_CONNECT_SWAPPED);
}

static void
up_chapter_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_visible_dialog, widget);

  GTK_WIDGET_CLASS (up_chapter_page_parent_class)->unroot (widget);
}

static void
up_chapter_page_dispose (GObject *object)
{
  UpChapterPage *self = UP_CHAPTER_PAGE (object);

  if (self->settle_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settle_id);
  self->settle_id = 0;
  g_clear_weak_pointer (&self->target);
  unmark (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CHAPTER_PAGE);
  g_clear_object (&self->chapter);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (up_chapter_page_parent_class)->dispose (object);
}

static void
up_chapter_page_class_init (UpChapterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_chapter_page_dispose;
  widget_class->root = up_chapter_page_root;
  widget_class->unroot = up_chapter_page_unroot;
  widget_class->focus = up_chapter_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  g_type_ensure (UP_TYPE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-chapter-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, content);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, picture);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, title);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, lead);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, ours_mark);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, UpChapterPage, next);
}

static void
up_chapter_page_init (UpChapterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_chapter_page_new:
 * @catalog: the content
 * @chapter: the id of a chapter of its guide
 *
 * Returns: (transfer floating): the chapter's page
 */
UpChapterPage *
up_chapter_page_new (UpCatalog *catalog, const char *chapter)
{
  UpChapterPage *self;
  g_autofree char *tag = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (chapter != NULL, NULL);

  tag = g_strconcat ("chapter/", chapter, NULL);
  self = g_object_new (UP_TYPE_CHAPTER_PAGE, "tag", tag, NULL);
  self->catalog = g_object_ref (catalog);
  self->id = g_strdup (chapter);
  up_chapter_page_refresh (self);

  return self;
}

/**
 * up_chapter_page_get_chapter:
 * @self: a page
 *
 * Returns: (transfer none): the id of the chapter
 */
const char *
up_chapter_page_get_chapter (UpChapterPage *self)
{
  g_return_val_if_fail (UP_IS_CHAPTER_PAGE (self), NULL);

  return self->id;
}

/**
 * up_chapter_page_get_place:
 * @self: a page
 * @block: (out): the id of the block at the top of the page
 * @part: (out): how much of it is above the top, from 0 to 1
 *
 * Tells how far one has read.
 *
 * Returns: where that is; @block and @part are only set within the chapter
 */
UpChapterPlace
up_chapter_page_get_place (UpChapterPage *self, const char **block, double *part)
{
  GtkAdjustment *adjustment;
  double top;

  g_return_val_if_fail (UP_IS_CHAPTER_PAGE (self), UP_CHAPTER_UNKNOWN);
  g_return_val_if_fail (block != NULL && part != NULL, UP_CHAPTER_UNKNOWN);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  top = gtk_adjustment_get_value (adjustment);
  /* Where it has not come to be shown yet, one is still where one was. */
  if (self->settle_id != 0 || gtk_adjustment_get_page_size (adjustment) <= 0)
    return UP_CHAPTER_UNKNOWN;
  if (top + gtk_adjustment_get_page_size (adjustment) + 1 >= gtk_adjustment_get_upper (adjustment))
    return UP_CHAPTER_END;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      double height = MAX (1, gtk_widget_get_height (child));
      graphene_point_t point;

      if (!gtk_widget_compute_point (child, GTK_WIDGET (self->content), &GRAPHENE_POINT_INIT (0, 0),
                                     &point))
        continue;
      /* Above the first block stands the title. */
      if (gtk_widget_get_prev_sibling (child) == NULL && point.y > top)
        return UP_CHAPTER_START;
      if (point.y + height <= top)
        continue;

      *block = up_block_view_get_block (UP_BLOCK_VIEW (child))->id;
      *part = CLAMP ((top - point.y) / height, 0, 1);
      return UP_CHAPTER_WITHIN;
    }

  return UP_CHAPTER_END;
}
