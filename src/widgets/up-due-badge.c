/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-due-badge.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

/* How many moments are due, as a quiet number beside what leads to them. */

typedef struct
{
  UpDueWatch *watch;
  guint first_id;
} Badge;

static Badge *
get_badge (GtkWidget *label)
{
  return g_object_get_data (G_OBJECT (label), "up-due-badge");
}

static void
update (GtkWidget *label)
{
  guint n = up_due_watch_count (get_badge (label)->watch);
  g_autofree char *number = up_digits_in_interface (g_strdup_printf ("%u", n));
  g_autofree char *name = up_digits_in_interface (
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u moment due", "%u moments due", n), n));

  gtk_label_set_label (GTK_LABEL (label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (label, n > 0);
}

static gboolean
on_idle (gpointer data)
{
  get_badge (data)->first_id = 0;
  update (data);

  return G_SOURCE_REMOVE;
}

static void
badge_free (gpointer data)
{
  Badge *badge = data;

  g_clear_handle_id (&badge->first_id, g_source_remove);
  g_object_unref (badge->watch);
  g_free (badge);
}

/**
 * up_due_badge_new:
 * @watch: what is due
 *
 * Makes a label that says how many moments are due, and is not there where none is. What is due is
 * first asked when nothing more urgent is to be done, because that reads the moments.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
up_due_badge_new (UpDueWatch *watch)
{
  GtkWidget *label;
  Badge *badge;

  g_return_val_if_fail (UP_IS_DUE_WATCH (watch), NULL);

  label = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, NULL);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");

  badge = g_new0 (Badge, 1);
  badge->watch = g_object_ref (watch);
  badge->first_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, label, NULL);
  g_object_set_data_full (G_OBJECT (label), "up-due-badge", badge, badge_free);
  g_signal_connect_object (watch, "changed", G_CALLBACK (update), label, G_CONNECT_SWAPPED);

  return label;
}
