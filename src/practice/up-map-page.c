/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-map-page.h"

#include "up-column.h"
#include "up-map-key.h"
#include "up-map-list.h"
#include "up-map.h"

#include <glib/gi18n-lib.h>

/**
 * UpMapPage:
 *
 * The map of the run that is going on, drawn and as a list. It goes elsewhere in the run by the actions
 * of the place: `practice.go-before` and `practice.go-after`.
 */
struct _UpMapPage
{
  AdwNavigationPage parent_instance;

  AdwViewStack *stack;
  UpMap *map;
  UpMapList *list;
};

#define KEY_WIDTH 360

G_DEFINE_FINAL_TYPE (UpMapPage, up_map_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_go_to_step (UpMapPage *self, guint number)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "practice.go-before", "u", number);
}

static void
on_go_after_step (UpMapPage *self, guint number)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "practice.go-after", "u", number);
}

static void
on_key (UpMapPage *self)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *scrolled =
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                  "propagate-natural-height", TRUE, "child", up_map_key_new (), NULL);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scrolled);
  adw_dialog_set_title (dialog, _ ("What the Signs Mean"));
  adw_dialog_set_content_width (dialog, KEY_WIDTH);
  adw_dialog_set_child (dialog, toolbar_view);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_zoom_in (UpMapPage *self)
{
  up_map_zoom (self->map, UP_MAP_ZOOM_IN);
}

static void
on_zoom_out (UpMapPage *self)
{
  up_map_zoom (self->map, UP_MAP_ZOOM_OUT);
}

static void
on_zoom_fit (UpMapPage *self)
{
  up_map_zoom (self->map, UP_MAP_ZOOM_FIT);
}

static void
up_map_page_shown (AdwNavigationPage *page)
{
  UpMapPage *self = UP_MAP_PAGE (page);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "map") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
up_map_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_MAP_PAGE);

  G_OBJECT_CLASS (up_map_page_parent_class)->dispose (object);
}

static void
up_map_page_class_init (UpMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_map_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = up_map_page_shown;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_MAP);
  g_type_ensure (UP_TYPE_MAP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UpMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, UpMapPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_go_to_step);
  gtk_widget_class_bind_template_callback (widget_class, on_go_after_step);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_fit);
}

static void
up_map_page_init (UpMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_map_page_new:
 * @run: a run that is going on
 *
 * Returns: (transfer floating): its map
 */
UpMapPage *
up_map_page_new (UpRun *run)
{
  UpMapPage *self;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  self = g_object_new (UP_TYPE_MAP_PAGE, NULL);
  up_map_page_set_run (self, run);

  return self;
}

/**
 * up_map_page_set_run:
 * @self: a map
 * @run: a run
 *
 * Shows another run, or the same one in another language.
 */
void
up_map_page_set_run (UpMapPage *self, UpRun *run)
{
  g_return_if_fail (UP_IS_MAP_PAGE (self));
  g_return_if_fail (UP_IS_RUN (run));

  up_map_set_run (self->map, run);
  up_map_list_set_run (self->list, run);
}
