/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-pair.h"
#include "up-phrase-links.h"
#include "up-phrase-parts.h"
#include "up-point-links.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpPhrasePage:
 *
 * One phrase: large, with its blanks to fill; when it serves and when it fails, what may come back
 * and how to go on; beside it the same in one's own language where that is another, and below links to
 * it in all others. One of one's own can be changed here.
 */
struct _UpPhrasePage
{
  AdwNavigationPage parent_instance;

  UpColumn *column;
  UpPair *pair;
  GtkImage *sign;
  GtkLabel *facts;
  UpHeading *words;
  GtkBox *blanks;
  GtkToggleButton *favourite_button;
  GtkImage *star;
  GtkWidget *edit_button;
  GtkWidget *erase_button;
  GtkBox *sections;
  GtkBox *related;

  UpCatalog *catalog;
  UpJournal *journal;
  UpPhrase *phrase;
  GHashTable *filled; /* the words typed into the blanks, by the blanks' ids */
  gboolean entered;   /* the focus has been here */
};

/* A phrase alone is as wide as running text; with another beside it each has room for that. */
#define ALONE_IN_EM 38
#define TOGETHER_IN_EM 72

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

  up_section_clear (self->blanks);
  for (guint i = 0; i < n; i++)
    {
      const UpBlank *blank = up_phrase_get_blank (self->phrase, i);
      const char *typed = g_hash_table_lookup (self->filled, blank->id);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      GtkWidget *label = up_content_label_new (blank->label, "dimmed");
      GtkWidget *entry = gtk_entry_new ();

      if (typed != NULL)
        gtk_editable_set_text (GTK_EDITABLE (entry), typed);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      label, NULL, -1);
      g_object_set_data_full (G_OBJECT (entry), "blank", g_strdup (blank->id), g_free);
      g_signal_connect (entry, "changed", G_CALLBACK (on_blank_changed), self);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), entry);
      gtk_box_append (self->blanks, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->blanks), n > 0);
}

/* Whether the phrase is in the language of all else; phrases may lack that, and English stands in. */
static gboolean
is_in_own_language (UpPhrasePage *self)
{
  GListModel *own = up_catalog_get_phrases (self->catalog, NULL);
  g_autoptr (UpPhrase) any = g_list_model_get_item (own, 0);

  return any == NULL || g_strcmp0 (up_phrase_get_text (any).language,
                                   up_phrase_get_text (self->phrase).language) == 0;
}

static void
show_facts (UpPhrasePage *self)
{
  const char *lean = up_terms_get_title (UP_TERMS_LEAN, (int) up_phrase_get_lean (self->phrase));
  const char *language = up_phrase_get_text (self->phrase).language;
  g_autofree char *facts = NULL;

  /* Translators: two facts about a phrase, such as “Calling in · Own” or “Calling in · Español” */
  if (up_phrase_is_own (self->phrase))
    facts = g_strdup_printf (_ ("%s · %s"), lean, _ ("Own"));
  else if (!is_in_own_language (self))
    facts = g_strdup_printf (_ ("%s · %s"), lean, up_language_get_name (language));
  else
    facts = g_strdup (lean);
  gtk_label_set_text (self->facts, facts);
  up_sign_set_lean (self->sign, up_phrase_get_lean (self->phrase));
}

static void
show_sections (UpPhrasePage *self)
{
  UpPhrase *counterpart = NULL;

  up_phrase_parts_show (self->sections, self->phrase, 2);
  gtk_widget_set_visible (GTK_WIDGET (self->sections),
                          gtk_widget_get_first_child (GTK_WIDGET (self->sections)) != NULL);
  if (up_phrase_is_unreviewed (self->phrase))
    gtk_box_append (self->sections, up_unreviewed_new ());

  if (!up_phrase_is_own (self->phrase) && !is_in_own_language (self))
    counterpart = up_catalog_find_phrase (self->catalog, NULL, up_phrase_get_id (self->phrase));
  up_pair_set_second (self->pair, counterpart != NULL ? up_counterpart_new (counterpart) : NULL);
  up_column_set_width_in_em (self->column, counterpart != NULL ? TOGETHER_IN_EM : ALONE_IN_EM);
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
create_points (UpPhrasePage *self)
{
  UpMove *move = up_catalog_find_move (self->catalog, up_phrase_get_move (self->phrase));

  return move != NULL ? up_point_links_new (self->catalog, up_move_get_covers (move),
                                            UP_BLOCK_MOVES, up_move_get_id (move))
                      : NULL;
}

static GtkWidget *
create_counterparts (UpPhrasePage *self)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);
  const char *shown = up_phrase_get_text (self->phrase).language;
  GtkWidget *list = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      UpPhrase *counterpart;
      g_autofree char *target = NULL;
      GtkWidget *link;

      if (g_strcmp0 (languages[i], shown) == 0)
        continue;

      counterpart =
        up_catalog_find_phrase (self->catalog, languages[i], up_phrase_get_id (self->phrase));
      if (counterpart == NULL)
        continue;

      if (list == NULL)
        list = up_links_new (_ ("In Other Languages"));
      target = g_strconcat (up_phrase_get_id (counterpart), "/", languages[i], NULL);
      link = up_phrase_link_new (counterpart, target);
      up_link_add_text (link, (UpText) { up_language_get_name (languages[i]), languages[i] },
                        "dimmed");
      up_links_append (list, link);
    }

  return list;
}

static void
show_related (UpPhrasePage *self)
{
  GListModel *phrases =
    up_catalog_get_phrases (self->catalog, up_phrase_get_text (self->phrase).language);

  up_section_clear (self->related);
  up_section_append (self->related, _ ("Move"), 2, create_move_link (self));
  up_section_append (self->related, _ ("In the Guide"), 2, create_points (self));
  up_section_append (self->related, _ ("In Other Languages"), 2, create_counterparts (self));
  if (phrases != NULL)
    up_section_append (self->related, _ ("More Phrases of This Move"), 2,
                       up_phrase_links_new (phrases, self->journal,
                                            up_phrase_get_move (self->phrase), self->phrase));
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

static void
show_own (UpPhrasePage *self)
{
  const char *id = up_phrase_get_id (self->phrase);
  gboolean own = up_phrase_is_own (self->phrase);

  gtk_widget_set_visible (self->edit_button, own);
  gtk_widget_set_visible (self->erase_button, own);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->erase_button), "s", id);
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
  g_type_ensure (UP_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-phrase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, column);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, pair);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, erase_button);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, sign);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, facts);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, words);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, blanks);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, favourite_button);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, star);
  gtk_widget_class_bind_template_child (widget_class, UpPhrasePage, sections);
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
 * @journal: where the favourites and one's own phrases are
 * @phrase: the phrase
 * @location: its place in the phrases
 *
 * Returns: (transfer floating): the phrase's page
 */
UpPhrasePage *
up_phrase_page_new (UpCatalog *catalog, UpJournal *journal, UpPhrase *phrase, const char *location)
{
  UpPhrasePage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);
  g_return_val_if_fail (location != NULL, NULL);

  self = g_object_new (UP_TYPE_PHRASE_PAGE, "tag", location, NULL);
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
  show_own (self);
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
