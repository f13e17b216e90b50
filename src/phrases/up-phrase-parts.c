/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-parts.h"

#include "up-content-label.h"
#include "up-heading.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/* The parts of a phrase's page that the phrase and its counterpart share. */

/**
 * up_section_append:
 * @box: a page's sections
 * @title: the heading, in the interface's language
 * @level: the heading's level
 * @content: (nullable): what stands below it
 *
 * Adds a titled section; nothing where there is nothing to show.
 */
void
up_section_append (GtkBox *box, const char *title, int level, GtkWidget *content)
{
  GtkWidget *section;

  g_return_if_fail (GTK_IS_BOX (box));

  if (content == NULL)
    return;

  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, GTK_IS_LABEL (content) ? 3 : 12);
  gtk_box_append (GTK_BOX (section), up_heading_new ((UpText) { title, NULL }, level, "heading"));
  gtk_box_append (GTK_BOX (section), content);
  gtk_box_append (box, section);
}

/**
 * up_section_clear:
 * @box: a page's sections
 *
 * Takes all of them away.
 */
void
up_section_clear (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
append_text (GtkBox *sections, const char *title, int level, UpText text)
{
  if (up_text_is_set (text))
    up_section_append (sections, title, level, up_content_label_new (text, "paragraph"));
}

/**
 * up_phrase_parts_show:
 * @sections: a box
 * @phrase: a phrase
 * @level: the level of the headings
 *
 * Shows what a phrase says of itself in place of what stood in the box.
 */
void
up_phrase_parts_show (GtkBox *sections, UpPhrase *phrase, int level)
{
  int address;

  g_return_if_fail (GTK_IS_BOX (sections));
  g_return_if_fail (UP_IS_PHRASE (phrase));

  up_section_clear (sections);
  append_text (sections, _ ("Serves"), level, up_phrase_get_serves (phrase));
  append_text (sections, _ ("Fails"), level, up_phrase_get_fails (phrase));
  append_text (sections, _ ("A Likely Reply"), level, up_phrase_get_reply (phrase));
  append_text (sections, _ ("A Way to Go On"), level, up_phrase_get_go_on (phrase));

  address = up_phrase_get_address (phrase);
  if (address >= 0)
    append_text (sections, _ ("Form of Address"), level,
                 (UpText) { up_terms_get_title (UP_TERMS_ADDRESS, address), NULL });
  append_text (sections, _ ("By Culture"), level, up_phrase_get_culture (phrase));
  append_text (sections, _ ("Note"), level, up_phrase_get_note (phrase));
}

/**
 * up_phrase_is_unreviewed:
 * @phrase: a phrase
 *
 * Returns: whether nobody whose language it is has read it who should have
 */
gboolean
up_phrase_is_unreviewed (UpPhrase *phrase)
{
  g_return_val_if_fail (UP_IS_PHRASE (phrase), FALSE);

  return !up_phrase_is_own (phrase) &&
         up_phrase_get_review (phrase) == up_terms_parse (UP_TERMS_REVIEW, "unreviewed");
}

/**
 * up_unreviewed_new:
 *
 * Returns: (transfer floating): a line that says so
 */
GtkWidget *
up_unreviewed_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label =
    up_content_label_new ((UpText) { _ ("Not yet read by a native speaker"), NULL }, "caption");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), up_ornament_new ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "dimmed");

  return box;
}

/**
 * up_counterpart_new:
 * @phrase: the same phrase in one's own language
 *
 * Returns: (transfer floating): what stands beside a phrase that is read in another language
 */
GtkWidget *
up_counterpart_new (UpPhrase *phrase)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const char *language;
  g_autofree char *words = NULL;

  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);

  language = up_phrase_get_text (phrase).language;
  words = up_phrase_fill (phrase, NULL);
  gtk_box_append (
    GTK_BOX (box),
    up_content_label_new ((UpText) { up_language_get_name (language), language }, "dimmed"));
  gtk_box_append (GTK_BOX (box), up_heading_new ((UpText) { words, language }, 2, "title-2"));
  up_phrase_parts_show (GTK_BOX (sections), phrase, 3);
  gtk_box_append (GTK_BOX (box), sections);
  if (up_phrase_is_unreviewed (phrase))
    gtk_box_append (GTK_BOX (box), up_unreviewed_new ());

  return box;
}
