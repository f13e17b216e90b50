/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-own-phrase-dialog.h"

#include "up-content-label.h"
#include "up-own-phrase.h"
#include "up-text-area.h"

#include <glib/gi18n-lib.h>

/**
 * UpOwnPhraseDialog:
 *
 * Adds a phrase of one's own, or changes one. What is typed is looked at as it is typed, and outlives
 * the dialog where it is closed without saving.
 */
struct _UpOwnPhraseDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  GtkWidget *text_label;
  UpTextArea *area;
  GtkWidget *hint;
  GtkLabel *fault;
  GtkLabel *preview;
  AdwComboRow *move_row;
  AdwComboRow *lean_row;
  AdwComboRow *language_row;
  GtkEditable *note_row;

  UpCatalog *catalog;
  UpJournal *journal;
  char *id; /* of the phrase that is changed; NULL for a new one */
  GPtrArray *languages;
  gboolean filling;
  gboolean lean_chosen; /* by the person, and not by the move */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpOwnPhraseDialog, up_own_phrase_dialog, ADW_TYPE_DIALOG)

static UpMove *
get_move (UpOwnPhraseDialog *self)
{
  GListModel *moves = up_catalog_get_moves (self->catalog);
  g_autoptr (UpMove) move =
    g_list_model_get_item (moves, adw_combo_row_get_selected (self->move_row));

  return move; /* the catalogue's */
}

static const char *
get_language (UpOwnPhraseDialog *self)
{
  return g_ptr_array_index (self->languages, adw_combo_row_get_selected (self->language_row));
}

/* What the dialog says now; only where it is good. */
static UpPhrase *
make_phrase (UpOwnPhraseDialog *self)
{
  g_autofree char *typed = up_text_area_get_text (self->area);

  return up_own_phrase_new (get_language (self), up_move_get_id (get_move (self)),
                            adw_combo_row_get_selected (self->lean_row), typed,
                            gtk_editable_get_text (self->note_row));
}

static void
on_changed (UpOwnPhraseDialog *self)
{
  g_autofree char *typed = up_text_area_get_text (self->area);
  UpOwnPhraseFault fault = up_own_phrase_check (typed);
  const char *sentence = fault != UP_OWN_PHRASE_EMPTY ? up_own_phrase_describe (fault) : NULL;
  gboolean is_good = fault == UP_OWN_PHRASE_GOOD;

  gtk_widget_set_sensitive (self->save_button, is_good);

  /* Nobody has done anything wrong who has not begun. */
  if (sentence != NULL && g_strcmp0 (sentence, gtk_label_get_label (self->fault)) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);

  /* How it is shown to be filled in, where that is not what was typed. */
  if (is_good && strchr (typed, '{') != NULL)
    {
      g_autoptr (UpPhrase) phrase = make_phrase (self);
      g_autofree char *shown = up_phrase_fill (phrase, NULL);

      up_content_label_set_text (self->preview, (UpText) { shown, get_language (self) });
      gtk_widget_set_visible (GTK_WIDGET (self->preview), TRUE);
    }
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
    }
}

/* A move leans one way, unless somebody knows better. */
static void
on_move_selected (UpOwnPhraseDialog *self)
{
  UpMove *move = self->catalog != NULL && !self->filling ? get_move (self) : NULL;

  if (move == NULL || self->lean_chosen)
    return;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->lean_row, up_move_get_lean (move));
  self->filling = FALSE;
}

static void
on_lean_selected (UpOwnPhraseDialog *self)
{
  if (!self->filling)
    self->lean_chosen = TRUE;
}

static void
on_save (UpOwnPhraseDialog *self)
{
  g_autoptr (UpPhrase) phrase = make_phrase (self);

  if (self->id != NULL && up_journal_find_phrase (self->journal, self->id) != NULL)
    up_journal_edit_phrase (self->journal, self->id, phrase);
  else
    g_set_str (&self->id, up_journal_add_phrase (self->journal, phrase));

  up_text_area_drop_draft (self->area);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SAVED], 0, self->id);
}

static void
up_own_phrase_dialog_dispose (GObject *object)
{
  UpOwnPhraseDialog *self = UP_OWN_PHRASE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_OWN_PHRASE_DIALOG);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (up_own_phrase_dialog_parent_class)->dispose (object);
}

static void
up_own_phrase_dialog_class_init (UpOwnPhraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_own_phrase_dialog_dispose;

  /**
   * UpOwnPhraseDialog::saved:
   * @self: the dialog
   * @id: the phrase's id
   *
   * The phrase is kept, and the dialog is closed.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/up-own-phrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, area);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, move_row);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, lean_row);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, UpOwnPhraseDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_move_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_lean_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
up_own_phrase_dialog_init (UpOwnPhraseDialog *self)
{
  self->languages = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->area, self->text_label, self->hint);
}

/* Fills the rows with what there is to choose, and chooses. */
static void
fill_rows (UpOwnPhraseDialog *self, const char *language, const char *move, int lean)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);
  GListModel *moves = up_catalog_get_moves (self->catalog);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) leans = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected;

  self->filling = TRUE;

  selected = 0;
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) item = g_list_model_get_item (moves, i);

      gtk_string_list_append (titles, up_move_get_title (item).text);
      if (g_strcmp0 (up_move_get_id (item), move) == 0)
        selected = i;
      if (i == selected && lean < 0)
        lean = up_move_get_lean (item);
    }
  adw_combo_row_set_model (self->move_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->move_row, selected);

  for (guint i = 0; i < up_terms_get_length (UP_TERMS_LEAN); i++)
    gtk_string_list_append (leans, up_terms_get_title (UP_TERMS_LEAN, (int) i));
  adw_combo_row_set_model (self->lean_row, G_LIST_MODEL (leans));
  adw_combo_row_set_selected (self->lean_row, (guint) lean);

  for (guint i = 0; languages[i] != NULL; i++)
    g_ptr_array_add (self->languages, (gpointer) g_intern_string (languages[i]));
  /* One that was read in may be of any language. */
  if (!g_ptr_array_find (self->languages, g_intern_string (language), &selected))
    {
      selected = self->languages->len;
      g_ptr_array_add (self->languages, (gpointer) g_intern_string (language));
    }
  for (guint i = 0; i < self->languages->len; i++)
    gtk_string_list_append (names, up_language_get_name (g_ptr_array_index (self->languages, i)));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);

  self->filling = FALSE;
}

static UpOwnPhraseDialog *
new_dialog (UpCatalog *catalog, UpJournal *journal)
{
  UpOwnPhraseDialog *self = g_object_new (UP_TYPE_OWN_PHRASE_DIALOG, NULL);

  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);

  return self;
}

/**
 * up_own_phrase_dialog_new:
 * @catalog: where the moves are
 * @journal: where it is to be kept
 * @language: the language that it is probably in
 *
 * Returns: (transfer floating): a dialog that adds a phrase
 */
UpOwnPhraseDialog *
up_own_phrase_dialog_new (UpCatalog *catalog, UpJournal *journal, const char *language)
{
  UpOwnPhraseDialog *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = new_dialog (catalog, journal);
  fill_rows (self, language, NULL, -1);
  up_text_area_keep_draft (self->area, journal, "own-phrase", NULL);
  on_changed (self);

  return self;
}

/**
 * up_own_phrase_dialog_new_for_phrase:
 * @catalog: where the moves are
 * @journal: where it is kept
 * @phrase: a phrase of one's own
 *
 * Returns: (transfer floating): a dialog that changes it
 */
UpOwnPhraseDialog *
up_own_phrase_dialog_new_for_phrase (UpCatalog *catalog, UpJournal *journal, UpPhrase *phrase)
{
  UpOwnPhraseDialog *self;
  g_autofree char *key = NULL;
  g_autofree char *typed = NULL;
  UpText note;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_PHRASE (phrase) && up_phrase_is_own (phrase), NULL);

  self = new_dialog (catalog, journal);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit Phrase"));
  self->id = g_strdup (up_phrase_get_id (phrase));
  self->lean_chosen = TRUE;
  fill_rows (self, up_phrase_get_text (phrase).language, up_phrase_get_move (phrase),
             (int) up_phrase_get_lean (phrase));
  key = g_strconcat ("own-phrase/", self->id, NULL);
  typed = up_own_phrase_get_typed (phrase);
  up_text_area_keep_draft (self->area, journal, key, typed);
  note = up_phrase_get_note (phrase);
  gtk_editable_set_text (self->note_row, up_text_is_set (note) ? note.text : "");
  on_changed (self);

  return self;
}
