/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-card-facet-box.h"

#include "up-quote.h"

#include <glib/gi18n-lib.h>

/**
 * UpCardFacetBox:
 *
 * One thing that scenarios are filtered by: what it is to be, and a button that takes the filter away
 * again.
 */
struct _UpCardFacetBox
{
  GtkBox parent_instance;

  GtkDropDown *drop_down;
  GtkWidget *remove_button;

  UpCardFilter *filter;
  UpCardFacet facet;
  GArray *values; /* of int: what each row stands for; NULL while the rows change */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpCardFacetBox, up_card_facet_box, GTK_TYPE_BOX)

static void
update_remove_button (UpCardFacetBox *self)
{
  int value = up_card_filter_get_value (self->filter, self->facet);
  g_autofree char *words = up_card_facet_describe (self->facet, value);
  g_autofree char *isolated = up_quote_isolate (words);
  /* Translators: %s is what is filtered by, such as a role or a place */
  g_autofree char *name = g_strdup_printf (_ ("Remove the Filter: %s"), isolated);

  gtk_widget_set_tooltip_text (self->remove_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->remove_button, value != UP_CARD_FILTER_ANY);
}

static void
on_selected (UpCardFacetBox *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  int value;

  if (self->values == NULL || selected >= self->values->len)
    return;

  value = g_array_index (self->values, int, selected);
  if (value == up_card_filter_get_value (self->filter, self->facet))
    return;

  up_card_filter_set_value (self->filter, self->facet, value);
  update_remove_button (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove (UpCardFacetBox *self)
{
  /* The button is about to go. */
  gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));
  gtk_drop_down_set_selected (self->drop_down, 0);
}

static void
up_card_facet_box_dispose (GObject *object)
{
  UpCardFacetBox *self = UP_CARD_FACET_BOX (object);

  g_clear_pointer (&self->values, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CARD_FACET_BOX);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (up_card_facet_box_parent_class)->dispose (object);
}

static void
up_card_facet_box_class_init (UpCardFacetBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_card_facet_box_dispose;

  /**
   * UpCardFacetBox::changed:
   * @self: the box
   *
   * The person filters by something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-card-facet-box.ui");
  gtk_widget_class_bind_template_child (widget_class, UpCardFacetBox, drop_down);
  gtk_widget_class_bind_template_child (widget_class, UpCardFacetBox, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
up_card_facet_box_init (UpCardFacetBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_card_facet_box_new:
 * @filter: the filter that it shows and changes
 * @facet: what of it
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
up_card_facet_box_new (UpCardFilter *filter, UpCardFacet facet)
{
  UpCardFacetBox *self;

  g_return_val_if_fail (UP_IS_CARD_FILTER (filter), NULL);
  g_return_val_if_fail (facet < UP_N_CARD_FACETS, NULL);

  self = g_object_new (UP_TYPE_CARD_FACET_BOX, NULL);
  self->filter = g_object_ref (filter);
  self->facet = facet;
  /* A drop-down is named by what is chosen in it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  up_card_facet_get_title (facet), -1);
  up_card_facet_box_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * up_card_facet_box_is_active:
 * @self: a facet's box
 *
 * Returns: whether it is filtered by
 */
gboolean
up_card_facet_box_is_active (UpCardFacetBox *self)
{
  g_return_val_if_fail (UP_IS_CARD_FACET_BOX (self), FALSE);

  return up_card_filter_get_value (self->filter, self->facet) != UP_CARD_FILTER_ANY;
}

/**
 * up_card_facet_box_refresh:
 * @self: a facet's box
 *
 * Shows anew what there is to choose and what the filter has. Nothing is told of.
 */
void
up_card_facet_box_refresh (UpCardFacetBox *self)
{
  g_autoptr (GtkStringList) words = NULL;
  GArray *values;
  guint selected = 0;
  int any = UP_CARD_FILTER_ANY;

  g_return_if_fail (UP_IS_CARD_FACET_BOX (self));

  g_clear_pointer (&self->values, g_array_unref);
  values = up_card_filter_list_values (self->filter, self->facet);
  g_array_prepend_val (values, any);

  words = gtk_string_list_new (NULL);
  for (guint i = 0; i < values->len; i++)
    {
      int value = g_array_index (values, int, i);

      gtk_string_list_take (words, up_card_facet_describe (self->facet, value));
      if (value == up_card_filter_get_value (self->filter, self->facet))
        selected = i;
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->values = values;
  update_remove_button (self);
}
