/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-map-key.h"

#include "up-em.h"
#include "up-map-picture.h"

#include <glib/gi18n-lib.h>

/**
 * UpMapKey:
 *
 * What the shapes and lines of a map mean.
 */
struct _UpMapKey
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (UpMapKey, up_map_key, GTK_TYPE_WIDGET)

/* One sign. */
#define UP_TYPE_MAP_SIGN (up_map_sign_get_type ())
G_DECLARE_FINAL_TYPE (UpMapSign, up_map_sign, UP, MAP_SIGN, GtkWidget)

struct _UpMapSign
{
  GtkWidget parent_instance;

  UpMapSample sample;
};

G_DEFINE_FINAL_TYPE (UpMapSign, up_map_sign, GTK_TYPE_WIDGET)

#define SIGN_WIDTH 3.2
#define SIGN_HEIGHT 1.7

static const char *const meanings[UP_MAP_N_SAMPLES] = {
  [UP_MAP_SAMPLE_HERE] = N_ ("Here now"),
  [UP_MAP_SAMPLE_DECISION] = N_ ("A decision that was met"),
  [UP_MAP_SAMPLE_PIVOTAL] = N_ ("The turning point"),
  [UP_MAP_SAMPLE_ENDING] = N_ ("An ending that was reached"),
  [UP_MAP_SAMPLE_UNSEEN] = N_ ("A decision not yet met"),
  [UP_MAP_SAMPLE_UNSEEN_ENDING] = N_ ("An ending not yet seen"),
  [UP_MAP_SAMPLE_NOW] = N_ ("The way taken now"),
  [UP_MAP_SAMPLE_BEFORE] = N_ ("A way taken before"),
  [UP_MAP_SAMPLE_OPEN] = N_ ("A way that was open and not taken"),
  [UP_MAP_SAMPLE_UNKNOWN] = N_ ("A way not yet known"),
};

static void
up_map_sign_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? SIGN_WIDTH : SIGN_HEIGHT;

  *minimum = *natural = (int) (length * up_em_to_pixels (widget, 16) / 16);
}

static void
up_map_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  up_map_draw_sample (widget, snapshot, UP_MAP_SIGN (widget)->sample);
}

static void
up_map_sign_class_init (UpMapSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = up_map_sign_measure;
  widget_class->snapshot = up_map_sign_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
up_map_sign_init (UpMapSign *self)
{
}

static void
up_map_key_dispose (GObject *object)
{
  g_clear_pointer (&UP_MAP_KEY (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (up_map_key_parent_class)->dispose (object);
}

static void
up_map_key_class_init (UpMapKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_map_key_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
up_map_key_init (UpMapKey *self)
{
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the Signs Mean"), -1);
  gtk_widget_add_css_class (self->box, "padded");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  for (guint i = 0; i < UP_MAP_N_SAMPLES; i++)
    {
      const char *meaning = g_dgettext (GETTEXT_PACKAGE, meanings[i]);
      GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      UpMapSign *sign = g_object_new (UP_TYPE_MAP_SIGN, "valign", GTK_ALIGN_CENTER, NULL);

      sign->sample = i;
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning,
                                      -1);
      gtk_box_append (GTK_BOX (row), GTK_WIDGET (sign));
      gtk_box_append (GTK_BOX (row), g_object_new (GTK_TYPE_LABEL, "label", meaning, "xalign", 0.0f,
                                                   "wrap", TRUE, NULL));
      gtk_box_append (GTK_BOX (self->box), row);
    }
}

/**
 * up_map_key_new:
 *
 * Returns: (transfer floating): a key to the map
 */
GtkWidget *
up_map_key_new (void)
{
  return g_object_new (UP_TYPE_MAP_KEY, NULL);
}
