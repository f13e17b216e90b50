/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-quick-hide.h"

#include "up-commands.h"
#include "up-focus.h"

#include <glib/gi18n-lib.h>

/**
 * UpQuickHide:
 *
 * Blanks a window at once: an empty page with a name that says nothing stands there instead, in the
 * window's title and for assistive technology too. Nothing of what is hidden is taken down, so that
 * it comes back as it was, half-typed words, scrolling and focus included.
 */
struct _UpQuickHide
{
  GObject parent_instance;

  AdwApplicationWindow *window; /* which owns this */
  GtkWidget *view;              /* what is hidden, within a box */
  GtkWidget *page;              /* what stands there instead, or NULL */

  char *title;
  GtkWidget *focus; /* what had it, or NULL */
  gboolean is_focus_visible;
  guint n_dialogs; /* that are hidden too */
  gulong dialog_id;
  guint close_id;
};

G_DEFINE_FINAL_TYPE (UpQuickHide, up_quick_hide, G_TYPE_OBJECT)

/* What works while the window is hidden: any other command would show something. */
static const char *const kept[] = { "win.quick-hide", "window.close", "app.quit", NULL };

static GtkWidget *
page_new (const char *title)
{
  GtkWidget *page = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Back"));
  GtkWidget *paper = adw_bin_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.quick-hide");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_margin_start (button, 12);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  gtk_widget_add_css_class (paper, "view");
  adw_bin_set_child (ADW_BIN (paper), button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (page), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (page), paper);
  gtk_widget_set_hexpand (page, TRUE);
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

/* A menu is no place to come back to, and nothing is lost with it. */
static void
close_popover (UpQuickHide *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *popover;

  while (focus != NULL && (popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)) != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      focus = gtk_widget_get_parent (popover);
    }
}

static GtkWidget *
find_focus (UpQuickHide *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *popover;

  while (focus != NULL && (popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)) != NULL)
    focus = gtk_widget_get_parent (popover);

  return focus;
}

/* What dialogs stand beside and float above, which cannot be used as long as there are any. */
static GtkWidget *
find_below (UpQuickHide *self, GtkWidget *dialog)
{
  GtkWidget *host = gtk_widget_get_parent (dialog);
  GtkWidget *below = self->view;

  while (below != NULL && gtk_widget_get_parent (below) != host)
    below = gtk_widget_get_parent (below);

  return below;
}

static void
show_dialogs (UpQuickHide *self, gboolean shown)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (self->window);

  self->n_dialogs = g_list_model_get_n_items (dialogs);
  for (guint i = 0; i < self->n_dialogs; i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);
      GtkWidget *below = find_below (self, dialog);

      gtk_widget_set_visible (dialog, shown);
      if (below != NULL)
        {
          gtk_widget_set_can_focus (below, !shown);
          gtk_widget_set_can_target (below, !shown);
        }
    }
}

static void
on_close_due (gpointer user_data)
{
  UpQuickHide *self = user_data;

  self->close_id = 0;
  gtk_window_close (GTK_WINDOW (self->window));
}

/* A window with dialogs in it closes one of them instead, which nobody would see here; and a dialog
 * that opens by itself has to wait. */
static void
on_dialogs_changed (UpQuickHide *self)
{
  guint before = self->n_dialogs;

  show_dialogs (self, FALSE);
  if (self->n_dialogs < before && self->close_id == 0)
    self->close_id = g_idle_add_once (on_close_due, self);
}

static void
hide (UpQuickHide *self)
{
  GtkWindow *window = GTK_WINDOW (self->window);
  /* Translators: what a hidden window is called; it must not tell what the application is about */
  const char *title = _ ("Document");

  g_set_weak_pointer (&self->focus, find_focus (self));
  self->is_focus_visible = gtk_window_get_focus_visible (window);
  self->title = g_strdup (gtk_window_get_title (window));
  close_popover (self);

  self->page = page_new (title);
  gtk_widget_set_visible (self->view, FALSE);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->view)), self->page);
  show_dialogs (self, FALSE);
  self->dialog_id = g_signal_connect_swapped (self->window, "notify::visible-dialog",
                                              G_CALLBACK (on_dialogs_changed), self);

  gtk_window_set_title (window, title);
  up_commands_limit_accelerators (gtk_window_get_application (window), kept);
  gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

static void
show (UpQuickHide *self)
{
  GtkWindow *window = GTK_WINDOW (self->window);

  g_clear_signal_handler (&self->dialog_id, self->window);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->view)), self->page);
  self->page = NULL;
  gtk_widget_set_visible (self->view, TRUE);
  show_dialogs (self, TRUE);

  gtk_window_set_title (window, self->title);
  g_clear_pointer (&self->title, g_free);
  up_commands_set_accelerators (gtk_window_get_application (window));

  if (self->focus != NULL)
    up_focus_give_back (self->focus);
  g_clear_weak_pointer (&self->focus);
  gtk_window_set_focus_visible (window, self->is_focus_visible);
}

static gboolean
on_key_pressed (UpQuickHide *self, guint key, guint code, GdkModifierType modifiers)
{
  guint n_commands;
  const UpCommand *commands = up_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      guint own_key;
      GdkModifierType own_modifiers;

      if (g_str_equal (commands[i].action, "win.quick-hide") &&
          gtk_accelerator_parse (commands[i].accelerators[0], &own_key, &own_modifiers) &&
          key == own_key && (modifiers & gtk_accelerator_get_default_mod_mask ()) == own_modifiers)
        {
          up_quick_hide_toggle (self);
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

/* Keys that are pressed in what floats above the window do not come past the window and its
 * accelerators. */
static void
watch_keys (UpQuickHide *self, gpointer floating)
{
  static const char mark[] = "up-quick-hide";
  GtkEventController *keys;

  if (floating == NULL || g_object_get_data (G_OBJECT (floating), mark) != NULL)
    return;

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (floating), keys);
  g_object_set_data (G_OBJECT (floating), mark, keys);
}

static void
on_dialog_opened (UpQuickHide *self)
{
  watch_keys (self, adw_application_window_get_visible_dialog (self->window));
}

static void
on_focus_changed (UpQuickHide *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  if (focus != NULL)
    watch_keys (self, gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
}

static void
up_quick_hide_dispose (GObject *object)
{
  UpQuickHide *self = UP_QUICK_HIDE (object);

  g_clear_handle_id (&self->close_id, g_source_remove);
  g_clear_signal_handler (&self->dialog_id, self->window);
  g_clear_weak_pointer (&self->focus);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (up_quick_hide_parent_class)->dispose (object);
}

static void
up_quick_hide_class_init (UpQuickHideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_quick_hide_dispose;
}

static void
up_quick_hide_init (UpQuickHide *self)
{
}

/**
 * up_quick_hide_new:
 * @window: the window, which has to own and outlive the result
 * @view: all that it shows, in a box
 *
 * Returns: (transfer full): what hides the window, which is shown
 */
UpQuickHide *
up_quick_hide_new (AdwApplicationWindow *window, GtkWidget *view)
{
  UpQuickHide *self;

  g_return_val_if_fail (ADW_IS_APPLICATION_WINDOW (window), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);
  g_return_val_if_fail (GTK_IS_BOX (gtk_widget_get_parent (view)), NULL);

  self = g_object_new (UP_TYPE_QUICK_HIDE, NULL);
  self->window = window;
  self->view = view;
  g_signal_connect_object (window, "notify::visible-dialog", G_CALLBACK (on_dialog_opened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_quick_hide_is_hidden:
 * @self: what hides a window
 *
 * Returns: whether the window is hidden
 */
gboolean
up_quick_hide_is_hidden (UpQuickHide *self)
{
  g_return_val_if_fail (UP_IS_QUICK_HIDE (self), FALSE);

  return self->page != NULL;
}

/**
 * up_quick_hide_toggle:
 * @self: what hides a window
 *
 * Hides the window, or shows it again as it was.
 */
void
up_quick_hide_toggle (UpQuickHide *self)
{
  g_return_if_fail (UP_IS_QUICK_HIDE (self));

  if (self->page != NULL)
    show (self);
  else
    hide (self);
}
