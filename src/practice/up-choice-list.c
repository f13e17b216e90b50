/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-choice-list.h"

#include "up-content-label.h"
#include "up-quote.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpChoiceList:
 *
 * The choices that are open at a decision, lettered. Each is a button of its own.
 */
struct _UpChoiceList
{
  GtkBox parent_instance;

  UpRun *run;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpChoiceList, up_choice_list, GTK_TYPE_BOX)

/* More than a decision can have. */
static const char *const letters[] = {
  NC_ ("letter of a choice", "A"), NC_ ("letter of a choice", "B"), NC_ ("letter of a choice", "C"),
  NC_ ("letter of a choice", "D"), NC_ ("letter of a choice", "E"), NC_ ("letter of a choice", "F"),
};

static void
on_clicked (GtkButton *button, UpChoiceList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "choice"));
}

static GtkWidget *
words_new (UpRun *run, const UpChoice *choice, GtkWidget **words_label, GtkWidget **tried_label)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  UpText text = up_choice_get_text (choice);
  g_autofree char *quoted = up_choice_is_speech (choice) ? up_quote (text) : NULL;

  if (quoted != NULL)
    text.text = quoted;
  *words_label = up_content_label_new (text, "paragraph");
  gtk_box_append (GTK_BOX (column), *words_label);

  if (up_text_is_set (up_choice_get_manner (choice)))
    {
      GtkWidget *manner = up_content_label_new (up_choice_get_manner (choice), "caption");

      gtk_widget_add_css_class (manner, "dimmed");
      gtk_box_append (GTK_BOX (column), manner);
    }

  *tried_label = NULL;
  if (up_run_was_tried (run, choice))
    {
      GtkWidget *tried = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      /* Translators: this choice was made before at this decision */
      *tried_label = gtk_label_new (_ ("Tried"));
      gtk_box_append (GTK_BOX (tried), up_ornament_new ("object-select-symbolic"));
      gtk_box_append (GTK_BOX (tried), *tried_label);
      gtk_widget_add_css_class (tried, "caption");
      gtk_widget_add_css_class (tried, "dimmed");
      gtk_box_append (GTK_BOX (column), tried);
    }

  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);

  return column;
}

static void
append_choice (UpChoiceList *self, const UpChoice *choice, guint number)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *letter, *words, *tried, *item;

  g_assert (number < G_N_ELEMENTS (letters));

  letter = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "letter of a choice", letters[number]));
  gtk_widget_add_css_class (letter, "letter");
  gtk_widget_set_valign (letter, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), letter);
  gtk_box_append (GTK_BOX (content), words_new (self->run, choice, &words, &tried));
  gtk_box_append (GTK_BOX (content), up_ornament_new ("go-next-symbolic"));

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  letter, words, NULL, -1);
  if (tried != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    tried, NULL, -1);
  g_object_set_data (G_OBJECT (button), "choice", (gpointer) choice);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);

  item = g_object_new (ADW_TYPE_BIN, "child", button, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_box_append (GTK_BOX (self), item);
}

static void
up_choice_list_dispose (GObject *object)
{
  UpChoiceList *self = UP_CHOICE_LIST (object);

  g_clear_object (&self->run);

  G_OBJECT_CLASS (up_choice_list_parent_class)->dispose (object);
}

static void
up_choice_list_class_init (UpChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_choice_list_dispose;

  /**
   * UpChoiceList::chosen:
   * @self: the list
   * @choice: (type gpointer): an #UpChoice
   *
   * A choice was pressed.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
up_choice_list_init (UpChoiceList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * up_choice_list_new:
 * @run: a run that is asking
 *
 * Lists the choices that are open at the decision that @run is at.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
up_choice_list_new (UpRun *run)
{
  UpChoiceList *self;
  const UpScene *scene;
  guint n = 0;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (up_run_get_phase (run) == UP_PHASE_ASKING, NULL);

  self = g_object_new (UP_TYPE_CHOICE_LIST, NULL);
  self->run = g_object_ref (run);

  scene = up_run_get_scene (run);
  for (guint i = 0; i < up_scene_get_n_choices (scene); i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, i);

      if (up_run_is_open (run, choice))
        append_choice (self, choice, n++);
    }

  return GTK_WIDGET (self);
}
