/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-phrase-links.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpPhrasePage:
 *
 * One phrase: large, with its blanks to fill; when it serves and when it fails, what may come back
 * and how to go on; its counterparts in other languages.
 */
struct _UpPhrasePage
{
  AdwNavigationPage parent_instance;

  GtkImage *sign;
  GtkLabel *facts;
  UpHeading *words;
  GtkListBox *blanks;
  GtkToggleButton *favourite_button;
  GtkImage *star;
  GtkBox *sections;
  GtkWidget *review;
  GtkBox *related;

  UpCatalog *catalog;
  UpJournal *journal;
  UpPhrase *phrase;
  GHashTable *filled; /* the words typed into the blanks, by the blanks' ids */
  gboolean entered;   /* the focus has been here */
};

G_DEFINE_FINAL_TYPE (UpPhrasePage, up_phrase_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_words (UpPhrasePage *self)
{
  g_autofree char *words = up_phrase_fill (self->phrase, self->filled);

  up_heading_set_text (self->words, (UpText) { words, up_phrase_get_text (self->phrase).language });
}

static void
on_blank_changed (GtkEditable *entry, UpPhrasePage *self)
{
  const char *id = g_object_get_data (G_OBJECT (entry), "blank");

  g_hash_table_insert (self->filled, g_strdup (id), g_strdup (gtk_editable_get_text (entry)));
  show_words (self);
}

static void
show_blanks (UpPhrasePage *self)
{
  guint n = up_phrase_get_n_blanks (self->phrase);

  gtk_list_box_remove_all (self->blanks);
  for (guint i = 0; i < n; i++)
    {
      const UpBlank *blank = up_phrase_get_blank (self->phrase, i);
      const char *typed = g_hash_table_lookup (self->filled, blank->id);
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), blank->label.text);
      if (typed != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), typed);
      g_object_set_data_full (G_OBJECT (row), "blank", g_strdup (blank->id), g_free);
      g_signal_connect (row, "changed", G_CALLBACK (on_blank_changed), self);
      gtk_list_box_append (self->blanks, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->blanks), n > 0);
}

static void
show_facts (UpPhrasePage *self)
{
  const char *lean = up_terms_get_title (UP_TERMS_LEAN, (int) up_phrase_get_lean (self->phrase));
  const char *address = up_terms_get_title (UP_TERMS_ADDRESS, up_phrase_get_address (self->phrase));
  g_autofree char *facts = NULL;

  /* Translators: whether a phrase is for calling in or out, and its form of address: “Calling in ·
   * Informal”. */
  facts = g_strdup_printf (_ ("%s · %s"), lean, address);
  gtk_label_set_text (self->facts, facts);
  up_sign_set_lean (self->sign, up_phrase_get_lean (self->phrase));
}

static void
append_text (UpPhrasePage *self, const char *title, UpText text)
{
  if (up_text_is_set (text))
    up_section_append (self->sections, title, up_content_label_new (text, "paragraph"));
}

static void
show_sections (UpPhrasePage *self)
{
  up_section_clear (self->sections);
  append_text (self, _ ("Serves"), up_phrase_get_serves (self->phrase));
  append_text (self, _ ("Fails"), up_phrase_get_fails (self->phrase));
  append_text (self, _ ("A Likely Reply"), up_phrase_get_reply (self->phrase));
  append_text (self, _ ("A Way to Go On"), up_phrase_get_go_on (self->phrase));
  append_text (self, _ ("By Culture"), up_phrase_get_culture (self->phrase));

  gtk_widget_set_visible (self->review, up_phrase_get_review (self->phrase) ==
                                          up_terms_parse (UP_TERMS_REVIEW, "unreviewed"));
}

static GtkWidget *
create_move_link (UpPhrasePage *self)
{
  UpMove *move = up_catalog_find_move (self->catalog, up_phrase_get_move (self->phrase));
  GtkWidget *links, *link;

  if (move == NULL)
    return NULL;

  links = up_links_new (NULL);
  link = up_link_new (up_sign_new (up_move_get_lean (move)), up_move_get_title (move),
                      "phrases.show-move", g_variant_new_string (up_move_get_id (move)));
  up_link_add_text (link, up_move_get_summary (move), "dimmed");
  up_links_append (links, link);

  return links;
}

static GtkWidget *
create_counterparts (UpPhrasePage *self)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);
  const char *own = up_phrase_get_text (self->phrase).language;
  GtkWidget *list = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      UpPhrase *counterpart;
      g_autofree char *words = NULL;
      GtkWidget *item;

      if (g_strcmp0 (languages[i], own) == 0)
        continue;

      counterpart =
        up_catalog_find_phrase (self->catalog, languages[i], up_phrase_get_id (self->phrase));
      if (counterpart == NULL)
        continue;

      if (list == NULL)
        list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
      words = up_phrase_fill (counterpart, NULL);
      item = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                           "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      gtk_box_append (GTK_BOX (item),
                      up_content_label_new (
                        (UpText) { up_language_get_name (languages[i]), languages[i] }, "dimmed"));
      gtk_box_append (GTK_BOX (item),
                      up_content_label_new ((UpText) { words, languages[i] }, "paragraph"));
      gtk_box_append (GTK_BOX (list), item);
    }

  return list;
}

static void
show_related (UpPhrasePage *self)
{
  GListModel *phrases =
    up_catalog_get_phrases (self->catalog, up_phrase_get_text (self->phrase).language);

  up_section_clear (self->related);
  up_section_append (self->related, _ ("Move"), create_move_link (self));
  up_section_append (self->related, _ ("In Other Languages"), create_counterparts (self));
  if (phrases != NULL)
    up_section_append (
      self->related, _ ("More Phrases of This Move"),
      up_phrase_links_new (phrases, up_phrase_get_move (self->phrase), self->phrase));
}

static void
update_favourite (UpPhrasePage *self)
{
  gboolean favourite = up_journal_is_favourite (self->journal, up_phrase_get_id (self->phrase));

  gtk_toggle_button_set_active (self->favourite_button, favourite);
  gtk_image_set_from_icon_name (self->star,
                                favourite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_favourite_toggled (UpPhrasePage *self)
{
  gboolean favourite = gtk_toggle_button_get_active (self->favourite_button);

  /* Also comes here when the button only follows what was changed elsewhere. */
  if (favourite != up_journal_is_favourite (self->journal, up_phrase_get_id (self->phrase)))
    gtk_widget_activate_action (GTK_WIDGET (self), "phrases.set-favourite", "(sb)",
                                up_phrase_get_id (self->phrase), favourite);
}

/* A phrase is entered at its words. */
static gboolean
up_phrase_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpPhrasePage *self = UP_PHRASE_PAGE (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL)
    {
      self->entered = TRUE;
      up_heading_take_focus (GTK_WIDGET (self->words));
      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_phrase_page_parent_class)->focus (widget, direction);
}

static void
up_phrase_page_dispose (GObject *object)
{
  UpPhrasePage *self = UP_PHRASE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PHRASE_PAGE);
  g_clear_object (&self->phrase);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->filled, g_hash_table_unref);

  G_OBJECT_CLASS (up_phrase_page_parent_class)->dispose (object);
}

static void
up_phrase_page_class_init (UpPhrasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_phrase_page_dispose;
  widget_class->focus = up_phrase_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-phrase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, sign);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, facts);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, words);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, blanks);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, favourite_button);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, star);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, sections);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, review);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, related);
  gtk_widget_class_bind_template_callback (widget_class, on_favourite_toggled);
}

static void
up_phrase_page_init (UpPhrasePage *self)
{
  self->filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_phrase_page_new:
 * @catalog: where the moves and the other phrases are
 * @journal: where the favourites are
 * @phrase: the phrase
 *
 * Returns: (transfer floating): the phrase's page
 */
UpPhrasePage *
up_phrase_page_new (UpCatalog *catalog, UpJournal *journal, UpPhrase *phrase)
{
  UpPhrasePage *self;
  g_autofree char *tag = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);

  tag = g_strconcat ("phrase/", up_phrase_get_id (phrase), NULL);
  self = g_object_new (UP_TYPE_PHRASE_PAGE, "tag", tag, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "favourites-changed", G_CALLBACK (update_favourite), self,
                           G_CONNECT_SWAPPED);
  up_phrase_page_set_phrase (self, phrase);

  return self;
}

/**
 * up_phrase_page_get_phrase:
 * @self: a page
 *
 * Returns: (transfer none): the phrase it shows
 */
UpPhrase *
up_phrase_page_get_phrase (UpPhrasePage *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_PAGE (self), NULL);

  return self->phrase;
}

/**
 * up_phrase_page_set_phrase:
 * @self: a page
 * @phrase: the phrase of the page's id, in a language
 *
 * Shows the phrase, and all that belongs to it as the catalogue has it now. What was typed into its
 * blanks stays.
 */
void
up_phrase_page_set_phrase (UpPhrasePage *self, UpPhrase *phrase)
{
  g_return_if_fail (UP_IS_PHRASE_PAGE (self));
  g_return_if_fail (UP_IS_PHRASE (phrase));

  g_set_object (&self->phrase, phrase);
  show_facts (self);
  show_words (self);
  show_blanks (self);
  show_sections (self);
  show_related (self);
  update_favourite (self);
}

/**
 * up_phrase_page_get_words:
 * @self: a page
 *
 * Returns: (transfer full): the phrase with its blanks filled, as it is shown
 */
char *
up_phrase_page_get_words (UpPhrasePage *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_PAGE (self), NULL);

  return up_phrase_fill (self->phrase, self->filled);
}
