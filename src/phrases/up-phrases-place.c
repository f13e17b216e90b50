/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrases-place-private.h"

#include "up-commands.h"
#include "up-move-page.h"
#include "up-phrase-filter.h"
#include "up-phrase-page.h"
#include "up-phrase-printouts.h"
#include "up-practise-page.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_PHRASE_LANGUAGE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void place_init (UpPlaceInterface *iface);

/**
 * UpPhrasesPlace:
 *
 * The phrase library, with what a person adds to it: a list to search and filter, a page for each
 * phrase and each move, and one to practise on. It can be read in another language than the rest of the
 * content.
 *
 * Its locations are `phrase/` and an id, with a language after another slash where it is another than
 * the library's; `move/` and an id; `practise`, with a move's id after a slash where it is about one.
 */
/* A location: what stands behind it is searched for. */
#define SEARCH "search/"

G_DEFINE_FINAL_TYPE_WITH_CODE (UpPhrasesPlace, up_phrases_place, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (UP_TYPE_PLACE, place_init))

/* The language asked for, else that of the content, else English: the first that has phrases. */
static const char *
resolve_language (UpPhrasesPlace *self)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);

  if (g_strv_contains (languages, self->chosen))
    return g_intern_string (self->chosen);
  if (g_strv_contains (languages, up_catalog_get_language (self->catalog)))
    return g_intern_string (up_catalog_get_language (self->catalog));

  return "en";
}

/* The phrase of a place: in its language, else as the library has it, else in any. */
static UpPhrase *
find_phrase (UpPhrasesPlace *self, const char *place)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  const char *id = parts[0] != NULL ? parts[0] : "";
  UpEntry *own = up_journal_find_phrase (self->journal, id);
  UpPhrase *phrase = NULL;

  if (own != NULL)
    return up_entry_get_phrase (own);

  if (parts[0] != NULL && parts[1] != NULL && g_strv_contains (languages, parts[1]))
    phrase = up_catalog_find_phrase (self->catalog, parts[1], id);
  if (phrase == NULL)
    phrase = up_catalog_find_phrase (self->catalog, self->language, id);

  for (guint i = 0; phrase == NULL && languages[i] != NULL; i++)
    phrase = up_catalog_find_phrase (self->catalog, languages[i], id);

  return phrase;
}

static void
refresh_pages (UpPhrasesPlace *self)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

      if (UP_IS_PHRASE_PAGE (page))
        {
          const char *place =
            adw_navigation_page_get_tag (page) + strlen ("phrase/"); /* which it begins with */
          UpPhrase *phrase = find_phrase (self, place);

          if (phrase != NULL)
            up_phrase_page_set_phrase (UP_PHRASE_PAGE (page), phrase);
        }
      else if (UP_IS_MOVE_PAGE (page))
        {
          UpMove *move =
            up_catalog_find_move (self->catalog, up_move_page_get_move (UP_MOVE_PAGE (page)));

          if (move != NULL)
            up_move_page_set_move (UP_MOVE_PAGE (page), move, self->language);
        }
    }
}

static void
refresh (UpPhrasesPlace *self)
{
  self->language = resolve_language (self);
  up_phrase_browser_set_language (self->browser, self->language);
  refresh_pages (self);
}

static void
update_actions (UpPhrasesPlace *self)
{
  gboolean any = g_list_model_get_n_items (up_journal_get_phrases (self->journal)) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.export", any);
}

/* What was erased elsewhere cannot be shown any more, and what was changed is shown as it is now. */
static void
on_own_changed (UpPhrasesPlace *self)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);

  update_actions (self);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);
      UpPhrase *phrase =
        UP_IS_PHRASE_PAGE (page) ? up_phrase_page_get_phrase (UP_PHRASE_PAGE (page)) : NULL;

      if (phrase != NULL && up_phrase_is_own (phrase) &&
          up_journal_find_phrase (self->journal, up_phrase_get_id (phrase)) == NULL)
        {
          adw_navigation_view_pop_to_tag (self->view, "root");
          break;
        }
    }

  refresh_pages (self);
}

/**
 * up_phrases_place_get_page:
 * @self: a place
 *
 * Returns: (transfer none): the page that is shown
 */
AdwNavigationPage *
up_phrases_place_get_page (UpPhrasesPlace *self)
{
  return adw_navigation_view_get_visible_page (self->view);
}

/* A page takes the focus also where what led to it did not have it. */
static void
focus_page (UpPhrasesPlace *self)
{
  GtkWidget *page = GTK_WIDGET (up_phrases_place_get_page (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* What there is of a move, or what is listed now. */
static GPtrArray *
list_practised (UpPhrasesPlace *self, const char *move)
{
  GListModel *library, *own;
  GPtrArray *phrases;

  if (move == NULL)
    return up_phrase_browser_list (self->browser);

  phrases = g_ptr_array_new_with_free_func (g_object_unref);
  library = up_catalog_get_phrases (self->catalog, self->language);
  for (guint i = 0; i < g_list_model_get_n_items (library); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (library, i);

      if (g_str_equal (up_phrase_get_move (phrase), move))
        g_ptr_array_add (phrases, g_object_ref (phrase));
    }

  own = up_journal_get_phrases (self->journal);
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (own, i);
      UpPhrase *phrase = up_entry_get_phrase (entry);

      if (g_str_equal (up_phrase_get_move (phrase), move) &&
          g_strcmp0 (up_phrase_get_text (phrase).language, self->language) == 0)
        g_ptr_array_add (phrases, g_object_ref (phrase));
    }

  return phrases;
}

/**
 * up_phrases_place_show:
 * @self: a place
 * @location: a location in it
 *
 * Shows the page of a location. A page that is open is gone back to, so that going on from phrase to
 * phrase never piles up pages without end.
 *
 * Returns: whether there is such a page
 */
gboolean
up_phrases_place_show (UpPhrasesPlace *self, const char *location)
{
  const char *id = strchr (location, '/');
  AdwNavigationPage *page = NULL;

  if (adw_navigation_view_find_page (self->view, location) != NULL)
    {
      if (g_strcmp0 (adw_navigation_page_get_tag (up_phrases_place_get_page (self)), location) != 0)
        {
          adw_navigation_view_pop_to_tag (self->view, location);
          focus_page (self);
        }
      return TRUE;
    }

  if (g_str_has_prefix (location, "phrase/"))
    {
      UpPhrase *phrase = find_phrase (self, id + 1);

      if (phrase != NULL)
        page =
          ADW_NAVIGATION_PAGE (up_phrase_page_new (self->catalog, self->journal, phrase, location));
    }
  else if (g_str_has_prefix (location, "move/"))
    {
      UpMove *move = up_catalog_find_move (self->catalog, id + 1);

      if (move != NULL)
        page = ADW_NAVIGATION_PAGE (
          up_move_page_new (self->catalog, self->journal, move, self->language));
    }
  else if (g_str_equal (location, "practise") || g_str_has_prefix (location, "practise/"))
    {
      g_autoptr (GPtrArray) phrases = list_practised (self, id != NULL ? id + 1 : NULL);

      if (phrases->len > 0)
        page = ADW_NAVIGATION_PAGE (
          up_practise_page_new (self->catalog, self->journal, phrases, location));
    }

  if (page == NULL)
    return FALSE;

  adw_navigation_view_push (self->view, page);
  focus_page (self);

  return TRUE;
}

static void
on_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind = g_str_equal (name, "phrases.show-move") ? "move/" : "phrase/";
  g_autofree char *location = g_strconcat (kind, g_variant_get_string (parameter, NULL), NULL);

  up_phrases_place_show (UP_PHRASES_PLACE (widget), location);
}

static void
on_practise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  const char *move = g_variant_get_string (parameter, NULL);
  g_autofree char *location = *move != '\0' ? g_strconcat ("practise/", move, NULL) : NULL;

  up_phrases_place_show (self, location != NULL ? location : "practise");
}

/* The phrase that the commands are about: the page's, or that of the row that has the focus. */
static UpPhrase *
get_phrase (UpPhrasesPlace *self)
{
  AdwNavigationPage *page = up_phrases_place_get_page (self);

  if (UP_IS_PHRASE_PAGE (page))
    return up_phrase_page_get_phrase (UP_PHRASE_PAGE (page));
  if (page == ADW_NAVIGATION_PAGE (self->browser))
    return up_phrase_browser_get_focused (self->browser);

  return NULL;
}

/**
 * up_phrases_place_show_toast:
 * @self: a place
 * @toast: (transfer full): what was just done
 *
 * Tells of it at once, whatever was told before it.
 */
void
up_phrases_place_show_toast (UpPhrasesPlace *self, AdwToast *toast)
{
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  AdwNavigationPage *page = up_phrases_place_get_page (self);
  UpPhrase *phrase = get_phrase (self);
  g_autofree char *words = NULL;

  if (phrase == NULL)
    return;

  words = UP_IS_PHRASE_PAGE (page) ? up_phrase_page_get_words (UP_PHRASE_PAGE (page))
                                   : up_phrase_to_display (phrase);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  up_phrases_place_show_toast (self, adw_toast_new (_ ("Copied")));
}

static void
on_copy_phrase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  UpPhrase *phrase = find_phrase (self, g_variant_get_string (parameter, NULL));
  g_autofree char *words = NULL;

  if (phrase == NULL)
    return;

  words = up_phrase_to_display (phrase);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  up_phrases_place_show_toast (self, adw_toast_new (_ ("Copied")));
}

/* What is erased with everything else is not to be brought back one by one. */
static void
on_erased (UpPhrasesPlace *self)
{
  g_clear_object (&self->erased);
  /* Nor is what is being written kept again with the next word. */
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_navigation_view_pop_to_tag (self->view, "root");
}

static void
on_set_favourite (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  const char *id;
  gboolean favourite;

  g_variant_get (parameter, "(&sb)", &id, &favourite);
  up_phrase_browser_set_favourite (self->browser, id, favourite);

  if (!favourite)
    {
      AdwToast *toast = adw_toast_new (_ ("Removed from the favourites"));

      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "phrases.set-favourite");
      adw_toast_set_action_target (toast, "(sb)", id, TRUE);
      up_phrases_place_show_toast (self, toast);
    }
}

static void
on_favourite (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  UpPhrase *phrase = get_phrase (self);
  const char *id;

  if (phrase == NULL)
    return;

  id = up_phrase_get_id (phrase);
  gtk_widget_activate_action (widget, "phrases.set-favourite", "(sb)", id,
                              !up_journal_is_favourite (self->journal, id));
}

static void
on_clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);

  if (up_phrases_place_get_page (self) == ADW_NAVIGATION_PAGE (self->browser))
    up_phrase_browser_clear_filters (self->browser);
}

static void
search (UpPlace *place)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (place);

  adw_navigation_view_pop_to_tag (self->view, "root");
  up_phrase_browser_search (self->browser);
}

static char *
get_location (UpPlace *place)
{
  const char *tag =
    adw_navigation_page_get_tag (up_phrases_place_get_page (UP_PHRASES_PLACE (place)));

  return g_strdup (g_strcmp0 (tag, "root") == 0 ? "" : tag);
}

static gboolean
go_to (UpPlace *place, const char *location)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (place);

  if (g_str_has_prefix (location, SEARCH))
    {
      up_phrases_place_show (self, "root");
      up_phrase_browser_search_for (self->browser, location + strlen (SEARCH));
      return TRUE;
    }

  return up_phrases_place_show (self, *location == '\0' ? "root" : location);
}

static gboolean
go_back (UpPlace *place)
{
  return adw_navigation_view_pop (UP_PHRASES_PLACE (place)->view);
}

/* On the page of a move they are those of the move. */
static GPtrArray *
list_printouts (UpPlace *place)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (place);
  AdwNavigationPage *page = up_phrases_place_get_page (self);
  const char *move = UP_IS_MOVE_PAGE (page) ? up_move_page_get_move (UP_MOVE_PAGE (page)) : NULL;
  g_autoptr (GPtrArray) shown = list_practised (self, move);
  UpPhrase *phrase =
    UP_IS_PHRASE_PAGE (page) ? up_phrase_page_get_phrase (UP_PHRASE_PAGE (page)) : NULL;

  return up_phrase_printouts_new (self->catalog, self->journal, self->language, shown, phrase);
}

static void
place_init (UpPlaceInterface *iface)
{
  iface->search = search;
  iface->get_location = get_location;
  iface->go_to = go_to;
  iface->go_back = go_back;
  iface->list_printouts = list_printouts;
}

static void
up_phrases_place_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (object);

  switch (prop_id)
    {
    case PROP_PHRASE_LANGUAGE:
      g_value_set_string (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_phrases_place_set_property (GObject *object, guint prop_id, const GValue *value,
                               GParamSpec *pspec)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (object);

  switch (prop_id)
    {
    case PROP_PHRASE_LANGUAGE:
      if (!g_set_str (&self->chosen, g_value_get_string (value)))
        return;
      if (self->catalog != NULL)
        refresh (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_phrases_place_dispose (GObject *object)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (object);

  /* The template would take it away without the bin's knowledge. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PHRASES_PLACE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  g_clear_object (&self->erased);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (up_phrases_place_parent_class)->dispose (object);
}

static void
up_phrases_place_class_init (UpPhrasesPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = up_phrases_place_dispose;
  object_class->get_property = up_phrases_place_get_property;
  object_class->set_property = up_phrases_place_set_property;

  /**
   * UpPhrasesPlace:phrase-language:
   *
   * The language that the library is asked for in, as a BCP 47 tag; empty for that of the content.
   */
  properties[PROP_PHRASE_LANGUAGE] =
    g_param_spec_string ("phrase-language", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (UP_TYPE_PHRASE_BROWSER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-phrases-place.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPhrasesPlace, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasesPlace, view);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasesPlace, browser);

  gtk_widget_class_install_property_action (widget_class, "phrases.language", "phrase-language");
  gtk_widget_class_install_action (widget_class, "phrases.show-phrase", "s", on_show);
  gtk_widget_class_install_action (widget_class, "phrases.show-move", "s", on_show);
  gtk_widget_class_install_action (widget_class, "phrases.set-favourite", "(sb)", on_set_favourite);
  gtk_widget_class_install_action (widget_class, "phrases.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "phrases.copy-phrase", "s", on_copy_phrase);
  gtk_widget_class_install_action (widget_class, "phrases.practise", "s", on_practise);
  gtk_widget_class_install_action (widget_class, "phrases.favourite", NULL, on_favourite);
  up_phrases_own_install (widget_class);
  gtk_widget_class_install_action (widget_class, "phrases.clear-filters", NULL, on_clear_filters);
  up_commands_bind (widget_class, "phrases");
}

static void
up_phrases_place_init (UpPhrasesPlace *self)
{
  self->chosen = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_phrases_place_new:
 * @catalog: the content
 * @journal: what the person did
 * @settings: what is remembered and preferred
 *
 * Returns: (transfer floating): the place, at its list
 */
GtkWidget *
up_phrases_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings)
{
  UpPhrasesPlace *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (UP_TYPE_PHRASES_PLACE, NULL);
  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "phrase-language", self, "phrase-language", G_SETTINGS_BIND_DEFAULT);

  self->catalog = g_object_ref (catalog);
  up_phrase_browser_set_content (self->browser, catalog, journal);
  refresh (self);
  update_actions (self);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (up_journal_get_phrases (journal), "items-changed",
                           G_CALLBACK (on_own_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "erased", G_CALLBACK (on_erased), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
