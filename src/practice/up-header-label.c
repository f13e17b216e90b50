/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-header-label.h"

#include "up-em.h"

/* In ems: how wide a header is that has room for words beside its signs. */
#define ROOM 40

typedef struct
{
  GtkWidget *label; /* which owns this */
  GtkWidget *below;
  guint update_id;
} Follower;

static gboolean
has_room (Follower *follower)
{
  return gtk_widget_get_width (follower->below) >= up_em_to_pixels (follower->below, ROOM);
}

static void
on_update (gpointer user_data)
{
  Follower *follower = user_data;

  follower->update_id = 0;
  if (follower->below != NULL)
    gtk_widget_set_visible (follower->label, has_room (follower));
}

static void
on_width_changed (GtkAdjustment *adjustment, GParamSpec *pspec, GtkWidget *label)
{
  Follower *follower = g_object_get_data (G_OBJECT (label), "up-header-label");

  if (follower->below != NULL && follower->update_id == 0 &&
      has_room (follower) != gtk_widget_get_visible (label))
    follower->update_id = g_idle_add_once (on_update, follower);
}

static void
follower_free (gpointer data)
{
  Follower *follower = data;

  g_clear_handle_id (&follower->update_id, g_source_remove);
  g_clear_weak_pointer (&follower->below);
  g_free (follower);
}

/**
 * up_header_label_follow:
 * @label: what a header shows where it has room: the words of a button that has a sign and an
 *   accessible name too, or a button whose command stands in a menu too
 * @below: what stands below the header and is as wide
 *
 * Shows the words where there is room for them. Not by a breakpoint, which takes what it is about out
 * of sight for a moment, and the focus with it.
 */
void
up_header_label_follow (GtkWidget *label, GtkScrolledWindow *below)
{
  Follower *follower;

  g_return_if_fail (GTK_IS_WIDGET (label));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (below));

  follower = g_new0 (Follower, 1);
  follower->label = label;
  g_set_weak_pointer (&follower->below, GTK_WIDGET (below));
  g_object_set_data_full (G_OBJECT (label), "up-header-label", follower, follower_free);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (below), "notify::page-size",
                           G_CALLBACK (on_width_changed), label, 0);
}
