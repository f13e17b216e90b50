/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-window.h"

#include "guide/up-guide-place.h"
#include "journal/up-journal-place.h"
#include "phrases/up-phrases-place.h"
#include "practice/up-practice-place.h"
#include "up-due-badge.h"
#include "up-focus.h"
#include "up-place.h"
#include "up-print-dialog.h"
#include "up-quick-hide.h"
#include "up-text-size.h"

#include <glib/gi18n-lib.h>

/**
 * UpWindow:
 *
 * The shell around the places: the sidebar that leads to them, the actions by which they meet, and
 * what is remembered of where the person was.
 */

/* The width, in `sp` at the desktop's own text size, below which sidebar and place share one pane. */
#define NARROW_WIDTH 720.0

typedef GtkWidget *(*CreatePlace) (UpCatalog *catalog, UpJournal *journal, GSettings *settings);

static const struct
{
  const char *name;
  const char *title;
  const char *return_label;
  const char *icon_name;
  CreatePlace create;
} places[] = {
  { "guide", N_ ("Guide"), N_ ("Back to the Guide"), "up-guide-symbolic", up_guide_place_new },
  { "practice", N_ ("Practice"), N_ ("Back to Practice"), "up-practice-symbolic",
    up_practice_place_new },
  { "phrases", N_ ("Phrases"), N_ ("Back to Phrases"), "up-phrases-symbolic",
    up_phrases_place_new },
  { "journal", N_ ("Journal"), N_ ("Back to the Journal"), "up-journal-symbolic",
    up_journal_place_new },
};

#define N_PLACES G_N_ELEMENTS (places)

/* A place and where in it a jump to another place started, to come back to. */
typedef struct
{
  guint place;
  char *location;
} Origin;

struct _UpWindow
{
  AdwApplicationWindow parent_instance;

  AdwBreakpoint *breakpoint;
  GtkWidget *main_view;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GtkBox *sidebar_box;
  GtkStack *stack;
  GtkRevealer *return_revealer;
  AdwButtonContent *return_content;
  GtkRevealer *message_revealer;
  GtkLabel *message_label;
  GtkButton *message_button;

  GSettings *settings;
  UpCatalog *catalog;
  UpJournal *journal;

  GtkToggleButton *buttons[N_PLACES];
  UpPlace *places[N_PLACES]; /* NULL until shown for the first time, which keeps start-up short */
  guint current;             /* N_PLACES before the first is shown */
  GArray *origins;           /* of Origin */
  gboolean notice_seen;
  UpQuickHide *quick_hide;
};

G_DEFINE_FINAL_TYPE (UpWindow, up_window, ADW_TYPE_APPLICATION_WINDOW)

static void
origin_clear (gpointer data)
{
  g_free (((Origin *) data)->location);
}

static guint
find_place (const char *name)
{
  guint i = 0;

  while (i < N_PLACES && !g_str_equal (places[i].name, name))
    i++;

  return i;
}

static void
remember_location (UpWindow *self)
{
  g_autoptr (GVariantDict) locations = NULL;
  g_autoptr (GVariant) stored = g_settings_get_value (self->settings, "locations");
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autofree char *location = NULL;

      if (self->places[i] != NULL)
        location = up_place_get_location (self->places[i]);
      else
        g_variant_lookup (stored, places[i].name, "s", &location);

      if (location != NULL && *location != '\0')
        g_variant_builder_add (&builder, "{ss}", places[i].name, location);
    }
  g_settings_set_value (self->settings, "locations", g_variant_builder_end (&builder));

  if (self->current < N_PLACES)
    g_settings_set_string (self->settings, "place", places[self->current].name);
}

static void
ensure_place (UpWindow *self, guint i)
{
  g_autoptr (GVariant) locations = NULL;
  const char *location;

  if (self->places[i] != NULL)
    return;

  self->places[i] = UP_PLACE (places[i].create (self->catalog, self->journal, self->settings));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->places[i]), places[i].name);

  locations = g_settings_get_value (self->settings, "locations");
  if (g_variant_lookup (locations, places[i].name, "&s", &location))
    up_place_go_to (self->places[i], location);
}

static void
update_return (UpWindow *self)
{
  gboolean possible = self->origins->len > 0;

  if (possible)
    {
      const Origin *origin = &g_array_index (self->origins, Origin, self->origins->len - 1);

      adw_button_content_set_label (
        self->return_content, g_dgettext (GETTEXT_PACKAGE, places[origin->place].return_label));
    }
  gtk_revealer_set_reveal_child (self->return_revealer, possible);
  gtk_widget_set_visible (GTK_WIDGET (self->return_revealer), possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.return", possible);
}

static void
show_place (UpWindow *self, guint i)
{
  ensure_place (self, i);

  self->current = i;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->places[i]));
  gtk_toggle_button_set_active (self->buttons[i], TRUE);
  adw_navigation_page_set_title (self->content_page, g_dgettext (GETTEXT_PACKAGE, places[i].title));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print",
                                 up_place_can_print (self->places[i]));
  remember_location (self);
}

/* Goes to a location of a place from wherever the person is, and remembers the way back. */
static void
jump (UpWindow *self, const char *place, char *location)
{
  guint i = find_place (place);
  g_autofree char *to = location;

  g_assert (i < N_PLACES);

  if (i != self->current && self->current < N_PLACES)
    {
      Origin origin = { self->current, up_place_get_location (self->places[self->current]) };

      g_array_append_val (self->origins, origin);
    }

  show_place (self, i);
  up_place_go_to (self->places[i], to);
  update_return (self);
}

static void
on_show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);
  guint i = find_place (g_variant_get_string (parameter, NULL));

  if (i == N_PLACES)
    return;

  /* Chosen from the sidebar: what was jumped from is not what the person goes back to any more. */
  g_array_set_size (self->origins, 0);
  update_return (self);

  if (i == self->current && !adw_navigation_split_view_get_collapsed (self->split_view))
    up_place_go_to (self->places[i], "");
  show_place (self, i);
  if (!gtk_widget_get_focus_child (GTK_WIDGET (self->places[i])))
    gtk_widget_child_focus (GTK_WIDGET (self->places[i]), GTK_DIR_TAB_FORWARD);
}

static void
on_show_target (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    const char *place;
    const char *kind;
  } targets[] = {
    { "win.show-chapter", "guide", "chapter" },
    { "win.show-point", "guide", "point" },
    { "win.show-entry", "journal", "entry" },
    { "win.show-move", "phrases", "move" },
    { "win.show-phrase", "phrases", "phrase" },
    { "win.open-scenario", "practice", "scenario" },
    { "win.show-moment", "practice", "moment" },
    { "win.search-phrases", "phrases", "search" },
    { "win.reopen-which-way", "guide", "which-way" },
  };
  const char *id = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].action, name))
      jump (UP_WINDOW (widget), targets[i].place, g_strconcat (targets[i].kind, "/", id, NULL));
}

static void
on_return (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);
  Origin origin;

  if (self->origins->len == 0)
    return;

  origin = g_array_index (self->origins, Origin, self->origins->len - 1);
  origin.location = g_strdup (origin.location);
  g_array_set_size (self->origins, self->origins->len - 1);

  show_place (self, origin.place);
  up_place_go_to (self->places[origin.place], origin.location);
  update_return (self);
  g_free (origin.location);
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);

  if (self->origins->len > 0)
    on_return (widget, name, NULL);
  else if (adw_navigation_split_view_get_collapsed (self->split_view) &&
           !adw_navigation_split_view_get_show_content (self->split_view))
    return;
  else if (!up_place_go_back (self->places[self->current]) &&
           adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  up_place_search (self->places[self->current]);
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);

  up_print_dialog_present (up_place_list_printouts (self->places[self->current]),
                           GTK_WINDOW (self));
}

static void
on_main_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

static void
on_show_support (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jump (UP_WINDOW (widget), "practice", g_strdup ("support"));
}

static void
on_show_which_way (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jump (UP_WINDOW (widget), "guide", g_strdup ("which-way"));
}

static void
on_show_moments (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jump (UP_WINDOW (widget), "practice", g_strdup ("moments"));
}

static void
on_quick_hide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_quick_hide_toggle (UP_WINDOW (widget)->quick_hide);
}

static void
on_text_size (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWindow *self = UP_WINDOW (widget);
  int size = g_settings_get_int (self->settings, "text-size");

  if (g_str_equal (name, "win.text-normal"))
    size = 0;
  else
    size += g_str_equal (name, "win.text-larger") ? 1 : -1;

  g_settings_set_int (self->settings, "text-size", CLAMP (size, 0, UP_N_TEXT_SIZES - 1));
}

static void
update_text_size (UpWindow *self)
{
  int size = g_settings_get_int (self->settings, "text-size");
  AdwBreakpointCondition *condition;

  up_text_size_set_on (GTK_WIDGET (self), size);

  /* `sp` follows the desktop's text size alone, so ours is brought in here. */
  condition = adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH,
                                                   NARROW_WIDTH * up_text_size_get_scale (size),
                                                   ADW_LENGTH_UNIT_SP);
  adw_breakpoint_set_condition (self->breakpoint, condition);
  adw_breakpoint_condition_free (condition);
}

/* Not a banner of libadwaita's, which cuts its title after three lines: what happened, what is safe
 * and what to do must be read whole, at any width and text size. */
static void
update_message (UpWindow *self)
{
  const char *trouble = up_journal_get_trouble (self->journal);
  const char *notice = self->notice_seen ? NULL : up_journal_get_notice (self->journal);
  const char *message = trouble != NULL ? trouble : notice;

  if (message != NULL && g_strcmp0 (gtk_label_get_label (self->message_label), message) != 0)
    {
      gtk_label_set_label (self->message_label, message);
      if (!up_quick_hide_is_hidden (self->quick_hide))
        gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                                 GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  gtk_button_set_label (self->message_button, trouble != NULL ? _ ("Try Again") : _ ("Close"));
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->message_revealer), message != NULL);
}

static void
on_message_button (UpWindow *self)
{
  if (up_journal_get_trouble (self->journal) != NULL)
    up_journal_retry (self->journal);
  else
    self->notice_seen = TRUE;
  update_message (self);
}

/* Where the person was tells of what they did. */
static void
on_erased (UpWindow *self)
{
  g_array_set_size (self->origins, 0);
  update_return (self);
  g_settings_reset (self->settings, "locations");
  g_settings_reset (self->settings, "bookmarks");
  remember_location (self);
}

/* The menu's widgets are made when it is first opened, not at start-up. */
static void
on_menu_opening (GtkMenuButton *button, gpointer data)
{
  UpWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->main_menu);
}

static void
create_sidebar (UpWindow *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, places[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (places[i].icon_name));
      gtk_box_append (GTK_BOX (content), label);
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "place");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      label, NULL, -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[0]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", places[i].name);
      gtk_box_append (self->sidebar_box, button);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

/* How much there is to practise stands beside the place where that is done. */
static void
add_due_badge (UpWindow *self)
{
  g_autoptr (UpDueWatch) watch = up_due_watch_get (self->catalog, self->journal, self->settings);
  GtkWidget *badge = up_due_badge_new (watch);
  GtkWidget *button = GTK_WIDGET (self->buttons[find_place ("practice")]);

  gtk_widget_set_hexpand (badge, TRUE);
  gtk_widget_set_halign (badge, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (gtk_button_get_child (GTK_BUTTON (button))), badge);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  badge, NULL, -1);
}

static gboolean
up_window_close_request (GtkWindow *window)
{
  UpWindow *self = UP_WINDOW (window);

  remember_location (self);

  return GTK_WINDOW_CLASS (up_window_parent_class)->close_request (window);
}

static void
up_window_dispose (GObject *object)
{
  UpWindow *self = UP_WINDOW (object);

  g_clear_object (&self->quick_hide);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_WINDOW);
  g_clear_pointer (&self->origins, g_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_window_parent_class)->dispose (object);
}

static void
up_window_class_init (UpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const targets[] = { "win.show-chapter",    "win.show-point",
                                         "win.show-move",       "win.show-phrase",
                                         "win.open-scenario",   "win.show-entry",
                                         "win.show-moment",     "win.search-phrases",
                                         "win.reopen-which-way" };

  G_OBJECT_CLASS (klass)->dispose = up_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = up_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-window.ui");
  gtk_widget_class_bind_template_child (widget_class, UpWindow, breakpoint);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, main_view);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, return_revealer);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, return_content);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, UpWindow, message_button);
  gtk_widget_class_bind_template_callback (widget_class, on_message_button);

  gtk_widget_class_install_action (widget_class, "win.show-place", "s", on_show_place);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    gtk_widget_class_install_action (widget_class, targets[i], "s", on_show_target);
  gtk_widget_class_install_action (widget_class, "win.return", NULL, on_return);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, on_print);
  gtk_widget_class_install_action (widget_class, "win.main-menu", NULL, on_main_menu);
  gtk_widget_class_install_action (widget_class, "win.show-support", NULL, on_show_support);
  gtk_widget_class_install_action (widget_class, "win.show-which-way", NULL, on_show_which_way);
  gtk_widget_class_install_action (widget_class, "win.show-moments", NULL, on_show_moments);
  gtk_widget_class_install_action (widget_class, "win.quick-hide", NULL, on_quick_hide);
  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, on_text_size);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, on_text_size);
  gtk_widget_class_install_action (widget_class, "win.text-normal", NULL, on_text_size);
}

static void
up_window_init (UpWindow *self)
{
  self->current = N_PLACES;
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_array_set_clear_func (self->origins, origin_clear);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_opening, self, NULL);

  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  create_sidebar (self);
  up_focus_hold (GTK_WINDOW (self), GTK_WIDGET (self->split_view), "notify::collapsed");
  self->quick_hide = up_quick_hide_new (ADW_APPLICATION_WINDOW (self), self->main_view);
}

/**
 * up_window_new:
 * @application: the application
 * @settings: what is remembered and preferred
 * @catalog: the content
 * @journal: what the person did
 *
 * Makes the window, at the size and in the place in which it was last closed.
 *
 * Returns: (transfer none): the window, which GTK owns
 */
UpWindow *
up_window_new (UpApplication *application, GSettings *settings, UpCatalog *catalog,
               UpJournal *journal)
{
  UpWindow *self;
  g_autofree char *place = NULL;
  guint i;

  g_return_val_if_fail (UP_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::text-size", G_CALLBACK (update_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "trouble-changed", G_CALLBACK (update_message), self,
                           G_CONNECT_SWAPPED);
  /* After the places, which leave what is erased. */
  g_signal_connect_object (journal, "erased", G_CALLBACK (on_erased), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_text_size (self);
  update_message (self);
  update_return (self);
  add_due_badge (self);

  place = g_settings_get_string (settings, "place");
  i = find_place (place);
  show_place (self, i < N_PLACES ? i : 0);

  return self;
}
