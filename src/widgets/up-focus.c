/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-focus.h"

#include "up-heading.h"

/**
 * up_focus_give_back:
 * @widget: what had the focus before
 *
 * Puts the focus back where it was. In an entry the cursor stays where it stood: GTK would select
 * all of the text, and the next key would replace it.
 */
void
up_focus_give_back (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget) || UP_IS_HEADING (widget))
    up_heading_take_focus (widget);
  else if (GTK_IS_TEXT (widget))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (widget));
  else
    gtk_widget_grab_focus (widget);
}

/* What had the focus most recently within a widget. */
typedef struct
{
  GtkWidget *widget; /* which owns this */
  GtkWidget *last;
  int start; /* what is selected in it, where it is an entry */
  int end;
  guint select_id;
  GtkRoot *root;
  gulong focus_id;
} Keeper;

static void
on_focus_changed (Keeper *keeper)
{
  GtkWidget *focus = gtk_root_get_focus (keeper->root);

  if (focus != NULL && gtk_widget_is_ancestor (focus, keeper->widget))
    g_set_weak_pointer (&keeper->last, focus);
}

static void
on_root_changed (Keeper *keeper)
{
  if (keeper->root != NULL)
    g_clear_signal_handler (&keeper->focus_id, keeper->root);
  g_set_weak_pointer (&keeper->root, gtk_widget_get_root (keeper->widget));
  if (keeper->root != NULL)
    keeper->focus_id = g_signal_connect_swapped (keeper->root, "notify::focus-widget",
                                                 G_CALLBACK (on_focus_changed), keeper);
}

static void
on_unmap (Keeper *keeper)
{
  if (keeper->last != NULL && GTK_IS_TEXT (keeper->last))
    gtk_editable_get_selection_bounds (GTK_EDITABLE (keeper->last), &keeper->start, &keeper->end);
}

static void
on_mapped (gpointer user_data)
{
  Keeper *keeper = user_data;

  keeper->select_id = 0;
  if (keeper->last != NULL && GTK_IS_TEXT (keeper->last) && gtk_widget_has_focus (keeper->last))
    gtk_editable_select_region (GTK_EDITABLE (keeper->last), keeper->start, keeper->end);
}

static void
on_map (Keeper *keeper)
{
  if (keeper->last == NULL || !gtk_widget_get_mapped (keeper->last))
    return;

  up_focus_give_back (keeper->last);
  /* A navigation view gives the page its focus too, and selects all in it. */
  if (GTK_IS_TEXT (keeper->last) && keeper->select_id == 0)
    keeper->select_id = g_idle_add_once (on_mapped, keeper);
}

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_handle_id (&keeper->select_id, g_source_remove);
  if (keeper->root != NULL)
    g_clear_signal_handler (&keeper->focus_id, keeper->root);
  g_clear_weak_pointer (&keeper->root);
  g_clear_weak_pointer (&keeper->last);
  g_free (keeper);
}

/**
 * up_focus_keep:
 * @widget: a widget that comes and goes, such as a place or a page
 *
 * From now on, whenever @widget is shown again the focus goes to where it was in it.
 */
void
up_focus_keep (GtkWidget *widget)
{
  Keeper *keeper;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  keeper = g_new0 (Keeper, 1);
  keeper->widget = widget;
  g_object_set_data_full (G_OBJECT (widget), "up-focus-keeper", keeper, keeper_free);
  g_signal_connect_swapped (widget, "notify::root", G_CALLBACK (on_root_changed), keeper);
  g_signal_connect_swapped (widget, "unmap", G_CALLBACK (on_unmap), keeper);
  g_signal_connect_swapped (widget, "map", G_CALLBACK (on_map), keeper);
}

/* Where the focus was before something moved it on. */
typedef struct
{
  GtkWindow *window; /* which owns this */
  GtkWidget *settled;
  guint settle_id;
  guint restore_id;
  guint frames_left; /* to wait for it to be shown again */
} Holder;

/* More than the split view needs, which shows nothing for a frame or two. */
#define MOST_FRAMES 10

static void
on_settled (gpointer user_data)
{
  Holder *holder = user_data;

  holder->settle_id = 0;
  g_set_weak_pointer (&holder->settled, gtk_window_get_focus (holder->window));
}

static void
on_moved (Holder *holder)
{
  if (holder->settle_id == 0 && holder->restore_id == 0)
    holder->settle_id = g_idle_add_once (on_settled, holder);
}

static gboolean
on_restore (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  Holder *holder = user_data;

  if (holder->settled != NULL && !gtk_widget_get_mapped (holder->settled) &&
      holder->frames_left-- > 0)
    return G_SOURCE_CONTINUE;

  holder->restore_id = 0;
  if (holder->settled != NULL && gtk_widget_get_mapped (holder->settled))
    up_focus_give_back (holder->settled);

  return G_SOURCE_REMOVE;
}

static void
on_shaken (Holder *holder)
{
  g_clear_handle_id (&holder->settle_id, g_source_remove);
  holder->frames_left = MOST_FRAMES;
  if (holder->restore_id == 0)
    holder->restore_id =
      gtk_widget_add_tick_callback (GTK_WIDGET (holder->window), on_restore, holder, NULL);
}

static void
holder_free (gpointer data)
{
  Holder *holder = data;

  g_clear_handle_id (&holder->settle_id, g_source_remove);
  g_clear_weak_pointer (&holder->settled);
  g_free (holder);
}

/**
 * up_focus_hold:
 * @window: a window
 * @source: what moves its widgets about, such as a split view; within the window
 * @signal: what it emits then
 *
 * From now on, whenever @source emits @signal the focus stays where it was before, although the
 * widgets that it is in are taken out and put in again.
 */
void
up_focus_hold (GtkWindow *window, GtkWidget *source, const char *signal)
{
  Holder *holder;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (GTK_IS_WIDGET (source));
  g_return_if_fail (signal != NULL);

  holder = g_new0 (Holder, 1);
  holder->window = window;
  g_object_set_data_full (G_OBJECT (window), "up-focus-holder", holder, holder_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (on_moved), holder);
  g_signal_connect_swapped (source, signal, G_CALLBACK (on_shaken), holder);
}
