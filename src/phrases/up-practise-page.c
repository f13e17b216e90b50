/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-practise-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-phrase-filter.h"
#include "up-phrase-links.h"
#include "up-sign.h"
#include "up-text-area.h"

#include <glib/gi18n-lib.h>

/**
 * UpPractisePage:
 *
 * Phrases practised: a moment that asks for one of them, one's own words said or written, and then
 * three phrases to compare these with. A moment whose phrases are seen is put down in the journal as
 * practised, as it is where moments are practised in full; words only where the person wants it.
 */
struct _UpPractisePage
{
  AdwNavigationPage parent_instance;

  GtkLabel *role_label;
  GtkLabel *situation_label;
  UpHeading *prompt;
  GtkWidget *ask_box;
  GtkWidget *explanation_label;
  GtkWidget *silence_label;
  UpTextArea *area;
  GtkWidget *compare_box;
  UpHeading *compare_heading;
  AdwBin *words_bin;
  GtkBox *phrases_box;
  GtkWidget *keep_button;
  GtkLabel *keep_label;
  AdwBin *moment_bin;

  UpCatalog *catalog;
  UpJournal *journal;
  GPtrArray *phrases; /* of UpPhrase: those that are practised */
  GPtrArray *moments; /* ids */
  guint position;
  guint practised; /* how often this moment was before */
  char *entry;     /* of this moment in the journal, or NULL before the comparing */
};

/* As many phrases are compared with. */
#define COMPARED 3

G_DEFINE_FINAL_TYPE (UpPractisePage, up_practise_page, ADW_TYPE_NAVIGATION_PAGE)

static UpMoment *
get_moment (UpPractisePage *self)
{
  return up_catalog_find_moment (self->catalog, g_ptr_array_index (self->moments, self->position));
}

static char *
make_draft_key (UpPractisePage *self)
{
  /* What was begun where moments are practised in full goes on here, and the other way round. */
  return g_strconcat ("moment/", g_ptr_array_index (self->moments, self->position), NULL);
}

static void
on_words_changed (UpPractisePage *self)
{
  g_autofree char *key = make_draft_key (self);
  g_autofree char *words = up_text_area_get_text (self->area);

  up_journal_set_draft (self->journal, key, words);
}

static gboolean
is_kept (UpPractisePage *self)
{
  UpEntry *entry = self->entry != NULL ? up_journal_find_entry (self->journal, self->entry) : NULL;

  return entry != NULL && up_entry_get_text (entry) != NULL;
}

static void
update_keep (UpPractisePage *self)
{
  gtk_label_set_label (self->keep_label, is_kept (self) ? _ ("Take These Words out of the Journal")
                                                        : _ ("Keep These Words in the Journal"));
  gtk_widget_set_visible (self->keep_button, !up_text_area_is_empty (self->area));
}

static void
on_keep (UpPractisePage *self)
{
  g_autofree char *words = up_text_area_get_text (self->area);

  /* It may have been erased in the journal since. */
  if (self->entry != NULL && up_journal_find_entry (self->journal, self->entry) != NULL)
    up_journal_edit_moment (self->journal, self->entry, is_kept (self) ? NULL : g_strstrip (words));
  update_keep (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           is_kept (self) ? _ ("Kept in the journal")
                                          : _ ("No longer in the journal"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The first of @pool, from @start on and round, that makes @move and is not chosen yet. */
static UpPhrase *
pick (GPtrArray *pool, GPtrArray *chosen, const char *move, guint start)
{
  for (guint i = 0; i < pool->len; i++)
    {
      UpPhrase *phrase = g_ptr_array_index (pool, (start + i) % pool->len);

      if (g_str_equal (up_phrase_get_move (phrase), move) &&
          !g_ptr_array_find (chosen, phrase, NULL))
        return phrase;
    }

  return NULL;
}

/* From each move of the moment in turn, as long as it has one. */
static void
choose_from (UpPractisePage *self, GPtrArray *pool, GPtrArray *chosen)
{
  UpMoment *moment = get_moment (self);
  gboolean more = pool->len > 0;

  while (more && chosen->len < COMPARED)
    {
      more = FALSE;
      for (guint i = 0; i < up_moment_get_n_moves (moment) && chosen->len < COMPARED; i++)
        {
          /* Another time there are others. */
          UpPhrase *phrase =
            pick (pool, chosen, up_moment_get_move (moment, i), self->practised * COMPARED);

          if (phrase != NULL)
            {
              g_ptr_array_add (chosen, phrase);
              more = TRUE;
            }
        }
    }
}

static GPtrArray *
choose_phrases (UpPractisePage *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  UpPhrase *first = g_ptr_array_index (self->phrases, 0);
  GListModel *library = up_catalog_get_phrases (self->catalog, up_phrase_get_text (first).language);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_object_unref);

  choose_from (self, self->phrases, chosen);

  for (guint i = 0; i < g_list_model_get_n_items (library); i++)
    g_ptr_array_add (rest, g_list_model_get_item (library, i));
  choose_from (self, rest, chosen);

  return chosen;
}

static void
update_star (GtkToggleButton *star)
{
  gtk_button_set_icon_name (GTK_BUTTON (star), gtk_toggle_button_get_active (star)
                                                 ? "starred-symbolic"
                                                 : "non-starred-symbolic");
}

static void
on_star_toggled (GtkToggleButton *star, const char *id)
{
  update_star (star);
  gtk_widget_activate_action (GTK_WIDGET (star), "phrases.set-favourite", "(sb)", id,
                              gtk_toggle_button_get_active (star));
}

static GtkWidget *
create_item (UpPractisePage *self, UpPhrase *phrase)
{
  const char *id = up_phrase_get_id (phrase);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *link = up_phrase_link_new (phrase, id);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *star = gtk_toggle_button_new ();
  UpMove *move = up_catalog_find_move (self->catalog, up_phrase_get_move (phrase));
  GtkWidget *item;

  if (move != NULL)
    up_link_add_text (link, up_move_get_title (move), "dimmed");
  gtk_widget_set_hexpand (link, TRUE);
  gtk_box_append (GTK_BOX (box), link);

  gtk_widget_set_tooltip_text (copy, _ ("Copy"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (copy), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "phrases.copy-phrase");
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (copy, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy"),
                                  -1);
  gtk_box_append (GTK_BOX (box), copy);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star),
                                up_journal_is_favourite (self->journal, id));
  update_star (GTK_TOGGLE_BUTTON (star));
  gtk_widget_set_valign (star, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (star, 6);
  gtk_widget_add_css_class (star, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Favourite"), -1);
  g_signal_connect_data (star, "toggled", G_CALLBACK (on_star_toggled), g_strdup (id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (box), star);

  item = g_object_new (ADW_TYPE_BIN, "child", box, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  up_link_get_title (link), NULL, -1);

  return item;
}

static void
show_own_words (UpPractisePage *self)
{
  g_autofree char *words = up_text_area_get_text (self->area);
  gboolean written = *g_strstrip (words) != '\0';
  GtkWidget *box = NULL;

  if (written)
    {
      GtkWidget *label = up_content_label_new ((UpText) { words, NULL }, "paragraph");
      GtkWidget *bubble =
        g_object_new (ADW_TYPE_BIN, "child", label, "halign", GTK_ALIGN_END, NULL);

      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      gtk_widget_add_css_class (bubble, "speech");
      gtk_widget_add_css_class (bubble, "own");
      gtk_box_append (GTK_BOX (box),
                      g_object_new (GTK_TYPE_LABEL, "label", _ ("Own Words"), "xalign", 1.0f,
                                    "wrap", TRUE, "css-classes",
                                    (const char *[]) { "caption-heading", NULL }, NULL));
      gtk_box_append (GTK_BOX (box), bubble);
    }
  adw_bin_set_child (self->words_bin, box);
  gtk_widget_set_visible (GTK_WIDGET (self->words_bin), written);
}

static void
on_compare (UpPractisePage *self)
{
  UpMoment *moment = get_moment (self);
  g_autofree char *key = make_draft_key (self);
  g_autoptr (GPtrArray) chosen = choose_phrases (self);
  UpText prompt = up_moment_get_prompt (moment);
  GtkWidget *links;
  GtkWidget *child;

  up_journal_set_draft (self->journal, key, NULL);
  g_set_str (&self->entry, up_journal_add_moment (self->journal, up_moment_get_id (moment),
                                                  prompt.text, prompt.language, NULL));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->phrases_box))) != NULL)
    gtk_box_remove (self->phrases_box, child);
  for (guint i = 0; i < chosen->len; i++)
    gtk_box_append (self->phrases_box, create_item (self, g_ptr_array_index (chosen, i)));
  show_own_words (self);
  update_keep (self);

  links = up_links_new (_ ("Moment"));
  up_links_append (links, up_link_new (up_ornament_new ("up-practice-symbolic"),
                                       (UpText) { _ ("Three Things to Listen For"), NULL },
                                       "win.show-moment",
                                       g_variant_new_string (up_moment_get_id (moment))));
  adw_bin_set_child (self->moment_bin, links);

  gtk_widget_set_visible (self->compare_box, TRUE);
  up_heading_take_focus (GTK_WIDGET (self->compare_heading));
  gtk_widget_set_visible (self->ask_box, FALSE);
}

static void
show_texts (UpPractisePage *self)
{
  UpMoment *moment = get_moment (self);
  UpRole role = up_moment_get_role (moment);

  gtk_label_set_label (self->role_label, up_terms_get_title (UP_TERMS_ROLE, role));
  gtk_widget_set_visible (self->silence_label, role == UP_ROLE_TARGET);
  up_content_label_set_text (self->situation_label, up_moment_get_situation (moment));
  up_heading_set_text (self->prompt, up_moment_get_prompt (moment));
}

static void
show_moment (UpPractisePage *self)
{
  g_autofree char *key = make_draft_key (self);

  g_clear_pointer (&self->entry, g_free);
  self->practised = up_journal_count_moment (
    self->journal, g_ptr_array_index (self->moments, self->position), NULL);
  show_texts (self);
  up_text_area_set_text (self->area, up_journal_get_draft (self->journal, key));
  gtk_widget_set_visible (self->ask_box, TRUE);
}

static void
on_next (UpPractisePage *self)
{
  self->position = (self->position + 1) % self->moments->len;
  show_moment (self);
  up_heading_take_focus (GTK_WIDGET (self->prompt));
  gtk_widget_set_visible (self->compare_box, FALSE);
}

static gboolean
asks_for_one (UpPractisePage *self, UpMoment *moment)
{
  for (guint i = 0; i < up_moment_get_n_moves (moment); i++)
    for (guint j = 0; j < self->phrases->len; j++)
      if (g_str_equal (up_phrase_get_move (g_ptr_array_index (self->phrases, j)),
                       up_moment_get_move (moment, i)))
        return TRUE;

  return FALSE;
}

static int
compare_moments (gconstpointer a, gconstpointer b, gpointer data)
{
  UpPractisePage *self = data;
  gint64 one, other;

  up_journal_count_moment (self->journal, *(char *const *) a, &one);
  up_journal_count_moment (self->journal, *(char *const *) b, &other);

  return one < other ? -1 : one > other;
}

/* Those that ask for one of the phrases; what was practised last comes last. */
static void
find_moments (UpPractisePage *self)
{
  GListModel *moments = up_catalog_get_moments (self->catalog);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (moments); i++)
    {
      g_autoptr (UpMoment) moment = g_list_model_get_item (moments, i);

      if (asks_for_one (self, moment))
        g_ptr_array_add (self->moments, g_strdup (up_moment_get_id (moment)));
    }

  /* A phrase of one's own may make a move that none asks for: then any will do. */
  any = self->moments->len == 0;
  for (guint i = 0; any && i < g_list_model_get_n_items (moments); i++)
    {
      g_autoptr (UpMoment) moment = g_list_model_get_item (moments, i);

      g_ptr_array_add (self->moments, g_strdup (up_moment_get_id (moment)));
    }

  g_ptr_array_sort_with_data (self->moments, compare_moments, self);
}

static gboolean
up_practise_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpPractisePage *self = UP_PRACTISE_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    {
      up_heading_take_focus (GTK_WIDGET (
        gtk_widget_get_visible (self->compare_box) ? self->compare_heading : self->prompt));
      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_practise_page_parent_class)->focus (widget, direction);
}

static void
up_practise_page_dispose (GObject *object)
{
  UpPractisePage *self = UP_PRACTISE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PRACTISE_PAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->moments, g_ptr_array_unref);
  g_clear_pointer (&self->entry, g_free);

  G_OBJECT_CLASS (up_practise_page_parent_class)->dispose (object);
}

static void
up_practise_page_class_init (UpPractisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_practise_page_dispose;
  widget_class->focus = up_practise_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-practise-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, role_label);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, situation_label);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, prompt);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, ask_box);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, silence_label);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, area);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, compare_box);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, compare_heading);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, words_bin);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, phrases_box);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, keep_button);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, keep_label);
  gtk_widget_class_bind_template_child (widget_class, UpPractisePage, moment_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_compare);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
up_practise_page_init (UpPractisePage *self)
{
  self->moments = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  up_heading_set_text (self->compare_heading,
                       (UpText) { _ ("Three Phrases to Compare With"), NULL });
  up_text_area_set_label (self->area, GTK_WIDGET (self->prompt), self->explanation_label);
}

/**
 * up_practise_page_new:
 * @catalog: where the moments are
 * @journal: where it is put down that a moment was practised
 * @phrases: (element-type UpPhrase): what is practised, at least one
 * @location: its place in the phrases
 *
 * Returns: (transfer floating): a page on which phrases are practised
 */
UpPractisePage *
up_practise_page_new (UpCatalog *catalog, UpJournal *journal, GPtrArray *phrases,
                      const char *location)
{
  UpPractisePage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (phrases != NULL && phrases->len > 0, NULL);
  g_return_val_if_fail (location != NULL, NULL);

  self = g_object_new (UP_TYPE_PRACTISE_PAGE, "tag", location, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->phrases = g_ptr_array_ref (phrases);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (show_texts), self, G_CONNECT_SWAPPED);
  find_moments (self);
  show_moment (self);

  return self;
}
