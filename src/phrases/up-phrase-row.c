/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-row.h"

#include "up-content-label.h"
#include "up-phrase-filter.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpPhraseRow:
 *
 * A phrase in the list: its sign, words and move as one button, and a star beside it. Rows are used
 * again and again while one scrolls, so they are few widgets, and showing another phrase touches only
 * what differs.
 */
struct _UpPhraseRow
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *sign;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *star;

  UpPhrase *phrase;
  char *shown; /* the phrase's words as they stand there */
  char *query;
  gulong toggled_id;
};

enum
{
  ACTIVATED,
  FAVOURITE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpPhraseRow, up_phrase_row, GTK_TYPE_WIDGET)

static void
on_clicked (UpPhraseRow *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
update_star (UpPhraseRow *self)
{
  gboolean favourite = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star));

  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            favourite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_toggled (UpPhraseRow *self)
{
  update_star (self);
  g_signal_emit (self, signals[FAVOURITE_TOGGLED], 0,
                 gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star)));
}

static void
show_title (UpPhraseRow *self)
{
  UpText text = { self->shown, up_phrase_get_text (self->phrase).language };

  up_content_label_set_highlighted (GTK_LABEL (self->title), text, self->query);
}

static void
up_phrase_row_dispose (GObject *object)
{
  UpPhraseRow *self = UP_PHRASE_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->phrase);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (up_phrase_row_parent_class)->dispose (object);
}

static void
up_phrase_row_class_init (UpPhraseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_phrase_row_dispose;

  /**
   * UpPhraseRow::activated:
   *
   * The row was pressed.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UpPhraseRow::favourite-toggled:
   * @self: the row
   * @favourite: whether the phrase is to be a favourite
   *
   * The star was pressed.
   */
  signals[FAVOURITE_TOGGLED] =
    g_signal_new ("favourite-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "phraserow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
up_phrase_row_init (UpPhraseRow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->sign = up_sign_new (UP_LEAN_EITHER);
  self->title = up_content_label_new (UP_TEXT_NONE, NULL);
  self->subtitle = up_content_label_new (UP_TEXT_NONE, "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->subtitle);
  gtk_box_append (GTK_BOX (content), self->sign);
  gtk_box_append (GTK_BOX (content), words);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);

  self->star = gtk_toggle_button_new ();
  update_star (self);
  gtk_widget_set_valign (self->star, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->star, "flat");
  gtk_widget_add_css_class (self->star, "star");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Favourite"), -1);
  gtk_widget_set_parent (self->star, GTK_WIDGET (self));
  self->toggled_id = g_signal_connect_swapped (self->star, "toggled", G_CALLBACK (on_toggled), self);
}

/**
 * up_phrase_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
up_phrase_row_new (void)
{
  return g_object_new (UP_TYPE_PHRASE_ROW, NULL);
}

/**
 * up_phrase_row_get_phrase:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the phrase it shows
 */
UpPhrase *
up_phrase_row_get_phrase (UpPhraseRow *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_ROW (self), NULL);

  return self->phrase;
}

/**
 * up_phrase_row_set_phrase:
 * @self: a row
 * @phrase: (nullable): the phrase it shows from now on
 * @move: (nullable): what the phrase does
 */
void
up_phrase_row_set_phrase (UpPhraseRow *self, UpPhrase *phrase, UpMove *move)
{
  g_return_if_fail (UP_IS_PHRASE_ROW (self));
  g_return_if_fail (phrase == NULL || UP_IS_PHRASE (phrase));

  g_set_object (&self->phrase, phrase);
  g_clear_pointer (&self->shown, g_free);
  if (phrase == NULL)
    return;

  self->shown = up_phrase_to_display (phrase);
  up_sign_set_lean (GTK_IMAGE (self->sign), up_phrase_get_lean (phrase));
  show_title (self);
  up_content_label_set_text (GTK_LABEL (self->subtitle),
                             move != NULL ? up_move_get_title (move) : UP_TEXT_NONE);
}

/**
 * up_phrase_row_set_query:
 * @self: a row
 * @query: (nullable): what is searched for, to be highlighted in the phrase
 */
void
up_phrase_row_set_query (UpPhraseRow *self, const char *query)
{
  g_return_if_fail (UP_IS_PHRASE_ROW (self));

  if (g_set_str (&self->query, query) && self->phrase != NULL)
    show_title (self);
}

/**
 * up_phrase_row_set_favourite:
 * @self: a row
 * @favourite: whether the phrase is a favourite
 */
void
up_phrase_row_set_favourite (UpPhraseRow *self, gboolean favourite)
{
  g_return_if_fail (UP_IS_PHRASE_ROW (self));

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star)) == favourite)
    return;

  g_signal_handler_block (self->star, self->toggled_id);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), favourite);
  g_signal_handler_unblock (self->star, self->toggled_id);
  update_star (self);
}

/**
 * up_phrase_row_describe:
 * @self: a row
 *
 * What the row shows, sign included, in words.
 *
 * Returns: (transfer full): its name for assistive technology
 */
char *
up_phrase_row_describe (UpPhraseRow *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_ROW (self), NULL);

  if (self->phrase == NULL)
    return g_strdup ("");

  /* Translators: how assistive technology reads a phrase in the list: the phrase, what it does, and
   * whether it is for calling in, for calling out or for either. */
  return g_strdup_printf (_("%s – %s – %s"), self->shown,
                          gtk_label_get_text (GTK_LABEL (self->subtitle)),
                          up_terms_get_title (UP_TERMS_LEAN, (int) up_phrase_get_lean (self->phrase)));
}
