/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-line.h"

#include "up-content-label.h"
#include "up-quote.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The widgets of a conversation: narration is a plain paragraph; a line of speech has its speaker,
 * how it is said and to whom in words above it; the learner's own lines stand on the other side. */

#define AVATAR_SIZE 32

/* What a line leaves free at the side that it does not stand on. */
#define OTHER_SIDE 36

typedef struct
{
  gboolean own;
  gboolean act; /* done and not said */
  const UpPerson *who;
  const UpPerson *to;
  gboolean to_you;
  UpText manner;
  UpText words;
} Utterance;

static char *
describe_addressee (const Utterance *utterance)
{
  g_autofree char *name = NULL;

  if (utterance->to_you)
    return g_strdup (C_ ("after a speaker’s name", "to you"));
  if (utterance->to == NULL)
    return NULL;

  name = up_quote_isolate (utterance->to->name.text);

  /* Translators: stands after a speaker’s name; %s is whom they speak to */
  return g_strdup_printf (C_ ("after a speaker’s name", "to %s"), name);
}

/* Keeps manner and addressee apart for the eye; assistive technology reads them one by one. */
static GtkWidget *
separator_new (void)
{
  GtkWidget *separator = g_object_new (GTK_TYPE_LABEL, "label", "·", "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (separator, "caption");
  gtk_widget_add_css_class (separator, "dimmed");

  return separator;
}

static GtkWidget *
header_new (const Utterance *utterance)
{
  GtkWidget *header = adw_wrap_box_new ();
  g_autofree char *addressee = describe_addressee (utterance);
  UpText name = { C_ ("speaker", "You"), NULL };

  if (!utterance->own)
    name = utterance->who->name;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (header), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (header), utterance->own ? 1 : 0);
  adw_wrap_box_append (ADW_WRAP_BOX (header), up_content_label_new (name, "caption-heading"));

  if (up_text_is_set (utterance->manner))
    {
      GtkWidget *manner = up_content_label_new (utterance->manner, "caption");

      gtk_widget_add_css_class (manner, "dimmed");
      adw_wrap_box_append (ADW_WRAP_BOX (header), manner);
    }
  if (up_text_is_set (utterance->manner) && addressee != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (header), separator_new ());
  if (addressee != NULL)
    {
      GtkWidget *label = up_content_label_new ((UpText) { addressee, NULL }, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      adw_wrap_box_append (ADW_WRAP_BOX (header), label);
    }

  return header;
}

static GtkWidget *
utterance_new (const Utterance *utterance)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *words = up_content_label_new (utterance->words, "paragraph");
  GtkWidget *bubble = g_object_new (ADW_TYPE_BIN, "child", words, NULL);

  /* The words may run in another direction than the conversation, so they cannot be what is aligned. */
  gtk_widget_set_halign (bubble, utterance->own ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (bubble, "speech");
  if (utterance->own)
    gtk_widget_add_css_class (bubble, utterance->act ? "own-act" : "own");

  gtk_box_append (GTK_BOX (column), header_new (utterance));
  gtk_box_append (GTK_BOX (column), bubble);
  gtk_widget_set_hexpand (column, TRUE);

  if (utterance->own)
    gtk_widget_set_margin_start (line, AVATAR_SIZE + 12 + OTHER_SIDE);
  else
    {
      GtkWidget *avatar = g_object_new (
        ADW_TYPE_AVATAR, "size", AVATAR_SIZE, "text", utterance->who->name.text, "show-initials",
        TRUE, "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_box_append (GTK_BOX (line), avatar);
      gtk_widget_set_margin_end (line, OTHER_SIDE);
    }
  gtk_box_append (GTK_BOX (line), column);

  return line;
}

/**
 * up_line_new:
 * @line: a line of a scene
 *
 * Makes the widget of a line: a paragraph where it is narration, else who says it, and how, above
 * the words.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
up_line_new (const UpLine *line)
{
  Utterance utterance = { 0 };

  g_return_val_if_fail (line != NULL, NULL);

  if (line->who == NULL && !line->by_you)
    return up_content_label_new (line->text, "paragraph");

  utterance.own = line->by_you;
  utterance.who = line->who;
  utterance.to = line->to;
  utterance.to_you = line->to_you;
  utterance.manner = line->manner;
  utterance.words = line->text;

  return utterance_new (&utterance);
}

/**
 * up_line_new_for_choice:
 * @choice: a choice that was made
 *
 * Makes the learner's own line of what was chosen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
up_line_new_for_choice (const UpChoice *choice)
{
  Utterance utterance = { .own = TRUE };

  g_return_val_if_fail (choice != NULL, NULL);

  utterance.act = !up_choice_is_speech (choice);
  utterance.to = up_choice_get_to (choice);
  utterance.manner = up_choice_get_manner (choice);
  utterance.words = up_choice_get_text (choice);

  return utterance_new (&utterance);
}

/**
 * up_line_append_plain:
 * @line: a line of a scene
 * @plain: where to add it
 *
 * Adds a line as assistive technology reads it out, its speaker first.
 */
void
up_line_append_plain (const UpLine *line, GString *plain)
{
  UpText name = { C_ ("speaker", "You"), NULL };

  g_return_if_fail (line != NULL);
  g_return_if_fail (plain != NULL);

  if (plain->len > 0)
    g_string_append_c (plain, '\n');

  if (line->who == NULL && !line->by_you)
    {
      g_string_append (plain, line->text.text);
      return;
    }

  if (line->who != NULL)
    name = line->who->name;

  if (up_text_is_set (line->manner))
    /* Translators: a line of speech read out: its speaker, how it is said, the words */
    g_string_append_printf (plain, _ ("%s, %s: %s"), name.text, line->manner.text, line->text.text);
  else
    /* Translators: a line of speech read out: its speaker, the words */
    g_string_append_printf (plain, _ ("%s: %s"), name.text, line->text.text);
}
