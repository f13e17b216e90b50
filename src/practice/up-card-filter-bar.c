/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-card-filter-bar.h"

#include "up-card-facet-box.h"
#include "up-em.h"

#include <adwaita.h>

/**
 * UpCardFilterBar:
 *
 * What scenarios are filtered by. Where there is little room, or the person wants it, only what is
 * filtered by is shown, so that the scenarios are seen.
 */
struct _UpCardFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkToggleButton *filters_button;
  AdwWrapBox *facets_box;
  GtkWidget *found_box;
  GtkLabel *count_label;
  GtkWidget *clear_button;

  UpCardFilter *filter;
  UpCardFacetBox *boxes[UP_N_CARD_FACETS];
  gboolean narrow;
  guint fold_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Below this width the filters take several lines. */
#define NARROW_IN_EM 34

G_DEFINE_FINAL_TYPE (UpCardFilterBar, up_card_filter_bar, GTK_TYPE_WIDGET)

static void
update_facets (UpCardFilterBar *self)
{
  gboolean unfolded = gtk_toggle_button_get_active (self->filters_button);
  gboolean shown = FALSE;

  for (guint i = 0; self->filter != NULL && i < UP_N_CARD_FACETS; i++)
    {
      gboolean visible = unfolded || up_card_facet_box_is_active (self->boxes[i]);

      /* The focus does not vanish with what had it. */
      if (!visible && gtk_widget_get_focus_child (GTK_WIDGET (self->boxes[i])) != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->filters_button));
      gtk_widget_set_visible (GTK_WIDGET (self->boxes[i]), visible);
      shown = shown || visible;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facets_box), shown);
  gtk_widget_set_visible (self->clear_button,
                          self->filter != NULL && up_card_filter_is_filtered (self->filter));
}

static void
on_folded (UpCardFilterBar *self)
{
  update_facets (self);
}

static void
on_facet_changed (UpCardFilterBar *self)
{
  update_facets (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_clear (UpCardFilterBar *self)
{
  /* The button is about to go. */
  up_card_filter_bar_focus (self);
  up_card_filter_bar_clear (self);
}

static gboolean
fold (gpointer data)
{
  UpCardFilterBar *self = data;

  self->fold_id = 0;
  gtk_toggle_button_set_active (self->filters_button, !self->narrow);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
up_card_filter_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_card_filter_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (UP_CARD_FILTER_BAR (widget)->content, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
up_card_filter_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpCardFilterBar *self = UP_CARD_FILTER_BAR (widget);
  gboolean narrow = width < up_em_to_pixels (widget, NARROW_IN_EM);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);

  /* What is seen must not change while it is being laid out. */
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      if (self->fold_id == 0)
        self->fold_id = g_idle_add_full (GTK_PRIORITY_RESIZE, fold, self, NULL);
    }
}

static void
up_card_filter_bar_dispose (GObject *object)
{
  UpCardFilterBar *self = UP_CARD_FILTER_BAR (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CARD_FILTER_BAR);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (up_card_filter_bar_parent_class)->dispose (object);
}

static void
up_card_filter_bar_class_init (UpCardFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_card_filter_bar_dispose;
  widget_class->get_request_mode = up_card_filter_bar_get_request_mode;
  widget_class->measure = up_card_filter_bar_measure;
  widget_class->size_allocate = up_card_filter_bar_size_allocate;

  /**
   * UpCardFilterBar::changed:
   * @self: the filter bar
   *
   * What passes may have changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/up-card-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, UpCardFilterBar, content);
  gtk_widget_class_bind_template_child (widget_class, UpCardFilterBar, filters_button);
  gtk_widget_class_bind_template_child (widget_class, UpCardFilterBar, facets_box);
  gtk_widget_class_bind_template_child (widget_class, UpCardFilterBar, found_box);
  gtk_widget_class_bind_template_child (widget_class, UpCardFilterBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, UpCardFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
up_card_filter_bar_init (UpCardFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_card_filter_bar_set_filter:
 * @self: a filter bar without a filter
 * @filter: what it drives
 */
void
up_card_filter_bar_set_filter (UpCardFilterBar *self, UpCardFilter *filter)
{
  g_return_if_fail (UP_IS_CARD_FILTER_BAR (self));
  g_return_if_fail (UP_IS_CARD_FILTER (filter));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  for (guint i = 0; i < UP_N_CARD_FACETS; i++)
    {
      GtkWidget *box = up_card_facet_box_new (filter, i);

      g_signal_connect_object (box, "changed", G_CALLBACK (on_facet_changed), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->facets_box, box);
      self->boxes[i] = UP_CARD_FACET_BOX (box);
    }
  update_facets (self);
}

/**
 * up_card_filter_bar_set_count:
 * @self: a filter bar
 * @count: (nullable): a sentence that says how many scenarios pass; %NULL where all do
 */
void
up_card_filter_bar_set_count (UpCardFilterBar *self, const char *count)
{
  g_return_if_fail (UP_IS_CARD_FILTER_BAR (self));

  gtk_label_set_text (self->count_label, count != NULL ? count : "");
  gtk_widget_set_visible (self->found_box, count != NULL);
}

/**
 * up_card_filter_bar_clear:
 * @self: a filter bar
 *
 * Filters by nothing any more, and tells of it once.
 */
void
up_card_filter_bar_clear (UpCardFilterBar *self)
{
  g_return_if_fail (UP_IS_CARD_FILTER_BAR (self));
  g_return_if_fail (self->filter != NULL);

  for (guint i = 0; i < UP_N_CARD_FACETS; i++)
    up_card_filter_set_value (self->filter, i, UP_CARD_FILTER_ANY);
  up_card_filter_bar_refresh (self);
  on_facet_changed (self);
}

/**
 * up_card_filter_bar_refresh:
 * @self: a filter bar
 *
 * Shows anew what there is to choose.
 */
void
up_card_filter_bar_refresh (UpCardFilterBar *self)
{
  g_return_if_fail (UP_IS_CARD_FILTER_BAR (self));

  for (guint i = 0; self->filter != NULL && i < UP_N_CARD_FACETS; i++)
    up_card_facet_box_refresh (self->boxes[i]);
  update_facets (self);
}

/**
 * up_card_filter_bar_focus:
 * @self: a filter bar
 *
 * Puts the focus on the button that shows the filters, which is always there.
 */
void
up_card_filter_bar_focus (UpCardFilterBar *self)
{
  g_return_if_fail (UP_IS_CARD_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filters_button));
}
