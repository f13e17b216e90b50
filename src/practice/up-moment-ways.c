/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-moment-ways.h"

#include "up-moments-page.h"

/**
 * UpMomentWays:
 *
 * The part of the place's navigation that is about moments. Its locations are `moments` for those that
 * are due, with the one to begin with after a slash; `moment/` and an id; and `all-moments`.
 */
struct _UpMomentWays
{
  GObject parent_instance;

  AdwNavigationView *view; /* which outlives this */
  AdwNavigationPage *root;
  UpCatalog *catalog;
  UpJournal *journal;
  UpDueWatch *watch;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpMomentWays, up_moment_ways, G_TYPE_OBJECT)

#define DUE "moments"
#define ONE "moment"
#define ALL "all-moments"

/* The page of that type, be it under another one; NULL where there is none. */
static gpointer
find_page (UpMomentWays *self, GType type)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  while (page != NULL && !G_TYPE_CHECK_INSTANCE_TYPE (page, type))
    page = adw_navigation_view_get_previous_page (self->view, page);

  return page;
}

static void
on_page_changed (UpMomentWays *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
push_page (UpMomentWays *self, UpMomentPage *page)
{
  g_signal_connect_object (page, "changed", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
}

static void
pop_to (UpMomentWays *self, gpointer page)
{
  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (page));
}

/* Who is in the middle of them stays where they are. */
static void
show_due (UpMomentWays *self, const char *first)
{
  UpMomentPage *page = find_page (self, UP_TYPE_MOMENT_PAGE);

  if (page != NULL && up_moment_page_is_session (page) && up_moment_page_get_moment (page) != NULL)
    {
      pop_to (self, page);
      return;
    }

  pop_to (self, self->root);
  push_page (self, up_moment_page_new_for_due (self->catalog, self->journal, self->watch, first));
}

static gboolean
show_one (UpMomentWays *self, const char *id)
{
  UpMomentPage *page = find_page (self, UP_TYPE_MOMENT_PAGE);

  if (up_catalog_find_moment (self->catalog, id) == NULL)
    return FALSE;

  if (page != NULL && g_strcmp0 (up_moment_page_get_moment (page), id) == 0)
    {
      pop_to (self, page);
      return TRUE;
    }

  /* From the list of them all one comes back to the list. */
  if (!UP_IS_MOMENTS_PAGE (adw_navigation_view_get_visible_page (self->view)))
    pop_to (self, self->root);
  push_page (self, up_moment_page_new (self->catalog, self->journal, self->watch, id));

  return TRUE;
}

static void
show_all (UpMomentWays *self)
{
  UpMomentsPage *page = find_page (self, UP_TYPE_MOMENTS_PAGE);

  if (page != NULL)
    {
      pop_to (self, page);
      return;
    }

  pop_to (self, self->root);
  adw_navigation_view_push (
    self->view, ADW_NAVIGATION_PAGE (up_moments_page_new (self->catalog, self->journal)));
}

static void
up_moment_ways_dispose (GObject *object)
{
  UpMomentWays *self = UP_MOMENT_WAYS (object);

  g_clear_object (&self->root);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (up_moment_ways_parent_class)->dispose (object);
}

static void
up_moment_ways_class_init (UpMomentWaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_moment_ways_dispose;

  /**
   * UpMomentWays::changed:
   * @self: the ways
   *
   * Another moment or stage of one is shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
up_moment_ways_init (UpMomentWays *self)
{
}

/**
 * up_moment_ways_new:
 * @view: where the pages are shown, which outlives the result
 * @root: the first page of it
 * @catalog: the content
 * @journal: what was done
 * @watch: what is due
 *
 * Returns: (transfer full): the ways
 */
UpMomentWays *
up_moment_ways_new (AdwNavigationView *view, AdwNavigationPage *root, UpCatalog *catalog,
                    UpJournal *journal, UpDueWatch *watch)
{
  UpMomentWays *self;

  g_return_val_if_fail (ADW_IS_NAVIGATION_VIEW (view), NULL);
  g_return_val_if_fail (ADW_IS_NAVIGATION_PAGE (root), NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_DUE_WATCH (watch), NULL);

  self = g_object_new (UP_TYPE_MOMENT_WAYS, NULL);
  self->view = view;
  self->root = g_object_ref (root);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->watch = g_object_ref (watch);

  return self;
}

/**
 * up_moment_ways_get_page:
 * @self: the ways
 *
 * Returns: (transfer none) (nullable): the page with a moment, where that is in sight
 */
UpMomentPage *
up_moment_ways_get_page (UpMomentWays *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (UP_IS_MOMENT_WAYS (self), NULL);

  page = adw_navigation_view_get_visible_page (self->view);

  return page != NULL && UP_IS_MOMENT_PAGE (page) ? UP_MOMENT_PAGE (page) : NULL;
}

/**
 * up_moment_ways_is_open:
 * @self: the ways
 *
 * Returns: whether there is a page with a moment, be it under another one
 */
gboolean
up_moment_ways_is_open (UpMomentWays *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_WAYS (self), FALSE);

  return find_page (self, UP_TYPE_MOMENT_PAGE) != NULL;
}

/**
 * up_moment_ways_get_location:
 * @self: the ways
 *
 * Returns: (transfer full) (nullable): where among the moments one is; %NULL where one is elsewhere
 */
char *
up_moment_ways_get_location (UpMomentWays *self)
{
  UpMomentPage *page;
  const char *id;

  g_return_val_if_fail (UP_IS_MOMENT_WAYS (self), NULL);

  page = find_page (self, UP_TYPE_MOMENT_PAGE);
  if (page == NULL)
    return find_page (self, UP_TYPE_MOMENTS_PAGE) != NULL ? g_strdup (ALL) : NULL;

  id = up_moment_page_get_moment (page);
  if (id == NULL)
    return g_strdup (DUE);

  return g_strconcat (up_moment_page_is_session (page) ? DUE "/" : ONE "/", id, NULL);
}

/**
 * up_moment_ways_go_to:
 * @self: the ways
 * @location: a location of the place
 *
 * Returns: whether @location is one of moments, and there is such a moment
 */
gboolean
up_moment_ways_go_to (UpMomentWays *self, const char *location)
{
  g_return_val_if_fail (UP_IS_MOMENT_WAYS (self), FALSE);
  g_return_val_if_fail (location != NULL, FALSE);

  if (g_str_has_prefix (location, ONE "/"))
    return show_one (self, location + strlen (ONE "/"));

  if (g_str_equal (location, ALL))
    show_all (self);
  else if (g_str_equal (location, DUE))
    show_due (self, NULL);
  else if (g_str_has_prefix (location, DUE "/"))
    show_due (self, location + strlen (DUE "/"));
  else
    return FALSE;

  return TRUE;
}

/**
 * up_moment_ways_search:
 * @self: the ways
 *
 * Returns: whether the page in sight has a search of its own, which then has the focus
 */
gboolean
up_moment_ways_search (UpMomentWays *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (UP_IS_MOMENT_WAYS (self), FALSE);

  page = adw_navigation_view_get_visible_page (self->view);
  if (page == NULL || !UP_IS_MOMENTS_PAGE (page))
    return FALSE;

  up_moments_page_focus_search (UP_MOMENTS_PAGE (page));

  return TRUE;
}
