/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-filter-bar.h"

#include "up-content-label.h"
#include "up-em.h"

#include <glib/gi18n-lib.h>

/**
 * UpFilterBar:
 *
 * What is searched for in the phrase library, and what it is filtered by. Where there is little room
 * the filters fold behind their button, so that the list is seen.
 */
struct _UpFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkSearchEntry *entry;
  GtkToggleButton *filters_button;
  GtkToggleButton *any_button;
  GtkToggleButton *in_button;
  GtkToggleButton *out_button;
  GtkToggleButton *either_button;
  GtkToggleButton *favourites_button;
  GtkToggleButton *own_button;
  GtkDropDown *move_drop_down;
  GtkLabel *count;
  GtkMenuButton *language_button;
  GtkLabel *language_label;
  GtkWidget *practise_button;
  GtkWidget *clear_button;

  UpPhraseFilter *filter;
  gboolean narrow;
  guint fold_id;
};

enum
{
  CHANGED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Below this width the filters take several lines. */
#define NARROW_IN_EM 34

G_DEFINE_FINAL_TYPE (UpFilterBar, up_filter_bar, GTK_TYPE_WIDGET)

static void
emit_changed (UpFilterBar *self)
{
  gtk_widget_set_sensitive (self->clear_button, up_phrase_filter_is_active (self->filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_query_changed (UpFilterBar *self)
{
  if (self->filter == NULL)
    return;

  up_phrase_filter_set_query (self->filter, up_filter_bar_get_query (self));
  emit_changed (self);
}

static void
on_settled (UpFilterBar *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
on_stop_search (UpFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
on_clear_clicked (UpFilterBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "phrases.clear-filters", NULL);
}

static void
on_lean_toggled (UpFilterBar *self, GtkToggleButton *button)
{
  const struct
  {
    GtkToggleButton *button;
    int lean;
  } leans[] = {
    { self->any_button, UP_PHRASE_FILTER_ANY_LEAN },
    { self->in_button, UP_LEAN_IN },
    { self->out_button, UP_LEAN_OUT },
    { self->either_button, UP_LEAN_EITHER },
  };

  /* The one that is released says the same as the one that is pressed. */
  if (self->filter == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (leans); i++)
    if (leans[i].button == button)
      up_phrase_filter_set_lean (self->filter, leans[i].lean);
  emit_changed (self);
  on_settled (self);
}

static void
on_favourites_toggled (UpFilterBar *self)
{
  up_phrase_filter_set_favourites (self->filter,
                                   gtk_toggle_button_get_active (self->favourites_button));
  emit_changed (self);
  on_settled (self);
}

static void
on_own_toggled (UpFilterBar *self)
{
  up_phrase_filter_set_own (self->filter, gtk_toggle_button_get_active (self->own_button));
  emit_changed (self);
  on_settled (self);
}

static void
on_move_selected (UpFilterBar *self)
{
  gpointer selected = gtk_drop_down_get_selected_item (self->move_drop_down);

  if (self->filter == NULL)
    return;

  up_phrase_filter_set_move (self->filter,
                             UP_IS_MOVE (selected) ? up_move_get_id (selected) : NULL);
  emit_changed (self);
  on_settled (self);
}

static void
on_move_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, up_content_label_new (UP_TEXT_NONE, NULL));
}

static void
on_move_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);
  UpText text;

  if (UP_IS_MOVE (object))
    text = up_move_get_title (object);
  else
    text = (UpText) { gtk_string_object_get_string (object), NULL };
  up_content_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_list_item_set_accessible_label (item, text.text);
}

static gboolean
fold (gpointer data)
{
  UpFilterBar *self = data;

  self->fold_id = 0;
  gtk_toggle_button_set_active (self->filters_button, !self->narrow);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
up_filter_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_filter_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (UP_FILTER_BAR (widget)->content, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
up_filter_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpFilterBar *self = UP_FILTER_BAR (widget);
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
up_filter_bar_dispose (GObject *object)
{
  UpFilterBar *self = UP_FILTER_BAR (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_FILTER_BAR);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (up_filter_bar_parent_class)->dispose (object);
}

static void
up_filter_bar_class_init (UpFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_filter_bar_dispose;
  widget_class->get_request_mode = up_filter_bar_get_request_mode;
  widget_class->measure = up_filter_bar_measure;
  widget_class->size_allocate = up_filter_bar_size_allocate;

  /**
   * UpFilterBar::changed:
   *
   * What passes may have changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UpFilterBar::settled:
   *
   * What passes has changed and the typing has paused, so that the count can be said.
   */
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, content);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, filters_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, any_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, in_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, out_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, either_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, favourites_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, own_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, language_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, language_label);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, practise_button);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, move_drop_down);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, UpFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_lean_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_favourites_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_own_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_move_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_move_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_move_bind);
}

static void
up_filter_bar_init (UpFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_button_set_label (GTK_BUTTON (self->in_button),
                        up_terms_get_title (UP_TERMS_LEAN, UP_LEAN_IN));
  gtk_button_set_label (GTK_BUTTON (self->out_button),
                        up_terms_get_title (UP_TERMS_LEAN, UP_LEAN_OUT));
  gtk_button_set_label (GTK_BUTTON (self->either_button),
                        up_terms_get_title (UP_TERMS_LEAN, UP_LEAN_EITHER));
}

/**
 * up_filter_bar_set_filter:
 * @self: a filter bar
 * @filter: what it drives
 */
void
up_filter_bar_set_filter (UpFilterBar *self, UpPhraseFilter *filter)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));
  g_return_if_fail (UP_IS_PHRASE_FILTER (filter));

  g_set_object (&self->filter, filter);
}

/**
 * up_filter_bar_set_moves:
 * @self: a filter bar
 * @moves: a list of #UpMove
 *
 * Offers the moves to filter by. What is filtered by stays as it is, where it is still there.
 */
void
up_filter_bar_set_moves (UpFilterBar *self, GListModel *moves)
{
  g_autoptr (GListStore) store = NULL;
  g_autoptr (GtkStringObject) all = NULL;
  g_autofree char *selected_id = NULL;
  guint selected = 0;
  gpointer old;

  g_return_if_fail (UP_IS_FILTER_BAR (self));
  g_return_if_fail (G_IS_LIST_MODEL (moves));

  old = gtk_drop_down_get_selected_item (self->move_drop_down);
  if (UP_IS_MOVE (old))
    selected_id = g_strdup (up_move_get_id (old));

  store = g_list_store_new (G_TYPE_OBJECT);
  all = gtk_string_object_new (_ ("All moves"));
  g_list_store_append (store, all);
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i);

      g_list_store_append (store, move);
      if (g_strcmp0 (up_move_get_id (move), selected_id) == 0)
        selected = i + 1;
    }

  gtk_drop_down_set_model (self->move_drop_down, G_LIST_MODEL (store));
  gtk_drop_down_set_selected (self->move_drop_down, selected);
}

/**
 * up_filter_bar_set_languages:
 * @self: a filter bar
 * @menu: the languages that the library can be read in
 *
 * Offers them.
 */
void
up_filter_bar_set_languages (UpFilterBar *self, GMenuModel *menu)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_menu_model (self->language_button, menu);
}

/**
 * up_filter_bar_set_language:
 * @self: a filter bar
 * @language: the BCP 47 tag of the language that the library is read in
 */
void
up_filter_bar_set_language (UpFilterBar *self, const char *language)
{
  const char *name;

  g_return_if_fail (UP_IS_FILTER_BAR (self));
  g_return_if_fail (language != NULL);

  name = up_language_get_name (language);
  up_content_label_set_text (self->language_label, (UpText) { name, language });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language of the Phrases"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

/**
 * up_filter_bar_set_count:
 * @self: a filter bar
 * @count: a sentence that says how many phrases pass
 * @any: whether any do
 */
void
up_filter_bar_set_count (UpFilterBar *self, const char *count, gboolean any)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));

  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (self->practise_button, any);
}

/**
 * up_filter_bar_set_capture:
 * @self: a filter bar
 * @widget: a widget around it
 *
 * Lets the search begin by typing while the focus is anywhere in @widget.
 */
void
up_filter_bar_set_capture (UpFilterBar *self, GtkWidget *widget)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_search_entry_set_key_capture_widget (self->entry, widget);
}

/**
 * up_filter_bar_get_query:
 * @self: a filter bar
 *
 * Returns: (transfer none): what is searched for
 */
const char *
up_filter_bar_get_query (UpFilterBar *self)
{
  g_return_val_if_fail (UP_IS_FILTER_BAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * up_filter_bar_clear:
 * @self: a filter bar
 *
 * Lets everything pass.
 */
void
up_filter_bar_clear (UpFilterBar *self)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_toggle_button_set_active (self->any_button, TRUE);
  gtk_toggle_button_set_active (self->favourites_button, FALSE);
  gtk_toggle_button_set_active (self->own_button, FALSE);
  gtk_drop_down_set_selected (self->move_drop_down, 0);
}

/**
 * up_filter_bar_set_query:
 * @self: a filter bar
 * @query: words
 *
 * Searches for @query.
 */
void
up_filter_bar_set_query (UpFilterBar *self, const char *query)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));
  g_return_if_fail (query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
}

/**
 * up_filter_bar_focus:
 * @self: a filter bar
 *
 * Puts the focus into the search, with what stands there selected.
 */
void
up_filter_bar_focus (UpFilterBar *self)
{
  g_return_if_fail (UP_IS_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
