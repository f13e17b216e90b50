/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-content-label.h"

#include "up-search.h"

#include <string.h>

/* All content text reaches the screen through these functions. A text may be in another language
 * than the interface, and GTK has no language property: so the direction is set on the label itself
 * (it does not reach children otherwise) and the language as a Pango attribute, which chooses fonts,
 * shaping and line breaks. */

/* How narrow a label may become, in characters. GTK asks how wide a label is at the least by laying
 * its text out at no width at all, a character a line, which takes longer than all else it does with
 * it; this makes it a word a line, which also reads better. */
#define LEAST_WIDTH 8

/* Whether all text is in @language unless something else is said. The C locale is English. */
static gboolean
is_default_language (const char *language)
{
  const char *standard = pango_language_to_string (pango_language_get_default ());
  gsize length = strlen (language);

  if (g_str_equal (standard, "c"))
    standard = "en";

  return g_ascii_strncasecmp (standard, language, length) == 0 &&
         (standard[length] == '\0' || standard[length] == '-');
}

static void
set_off (PangoAttrList *attributes, GArray *matches)
{
  for (guint i = 0; i + 1 < matches->len; i += 2)
    {
      PangoAttribute *found[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                  pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint j = 0; j < G_N_ELEMENTS (found); j++)
        {
          found[j]->start_index = g_array_index (matches, guint, i);
          found[j]->end_index = g_array_index (matches, guint, i + 1);
          pango_attr_list_insert (attributes, found[j]);
        }
    }
}

/**
 * up_content_attributes_new:
 * @text: a text of the content
 * @query: (nullable): what was searched for
 *
 * Makes the attributes that a text of the content is laid out with: its language, where it is not the
 * interface's, and what @query matches set off by weight and underline, which is seen without colour
 * too.
 *
 * Returns: (transfer full): the attributes
 */
PangoAttrList *
up_content_attributes_new (UpText text, const char *query)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) matches = NULL;

  /* For each language that is said Pango looks for fonts anew, though it be the same one. */
  if (text.language != NULL && !is_default_language (text.language))
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (text.language)));

  if (query == NULL || *query == '\0' || !up_text_is_set (text))
    return attributes;

  matches = up_search_match (text.text, query);
  set_off (attributes, matches);

  return attributes;
}

static void
apply (GtkLabel *label, UpText text, PangoAttrList *attributes)
{
  GtkTextDirection direction = GTK_TEXT_DIR_NONE;

  if (text.language != NULL)
    direction = up_language_is_rtl (text.language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (GTK_WIDGET (label), direction);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_text (label, text.text != NULL ? text.text : "");
}

/**
 * up_content_label_set_text:
 * @label: a label
 * @text: what it shows
 *
 * Shows a text of the content, in its own language and direction.
 */
void
up_content_label_set_text (GtkLabel *label, UpText text)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  attributes = up_content_attributes_new (text, NULL);
  apply (label, text, attributes);
}

/**
 * up_content_label_set_highlighted:
 * @label: a label
 * @text: what it shows
 * @query: (nullable): what was searched for
 *
 * Shows a text of the content with what @query matches set off.
 */
void
up_content_label_set_highlighted (GtkLabel *label, UpText text, const char *query)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  attributes = up_content_attributes_new (text, query);
  apply (label, text, attributes);
}

/**
 * up_content_label_new:
 * @text: what it shows
 * @style_class: (nullable): a style class for it
 *
 * Makes a label for a text of the content, wrapped and aligned to its start.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
up_content_label_new (UpText text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  /* A text that is about as short as that stays as narrow as it is. */
  if (text.text != NULL && g_utf8_strlen (text.text, -1) > 2 * LEAST_WIDTH)
    gtk_label_set_width_chars (GTK_LABEL (label), LEAST_WIDTH);
  up_content_label_set_text (GTK_LABEL (label), text);

  return label;
}

/**
 * up_content_find:
 * @within: a widget
 * @query: what was searched for
 *
 * Returns: (transfer none) (nullable): the first label in it that shows a match of @query
 */
GtkWidget *
up_content_find (GtkWidget *within, const char *query)
{
  g_return_val_if_fail (GTK_IS_WIDGET (within), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (GTK_IS_LABEL (within))
    {
      g_autoptr (GArray) matches = up_search_match (gtk_label_get_text (GTK_LABEL (within)), query);

      return matches->len > 0 ? within : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = up_content_find (child, query);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * up_content_highlight:
 * @within: a widget
 * @query: what was searched for
 *
 * Sets off what @query matches in all labels in the widget, for as long as they show what they do now.
 */
void
up_content_highlight (GtkWidget *within, const char *query)
{
  g_return_if_fail (GTK_IS_WIDGET (within));
  g_return_if_fail (query != NULL);

  if (GTK_IS_LABEL (within))
    {
      PangoAttrList *old = gtk_label_get_attributes (GTK_LABEL (within));
      g_autoptr (PangoAttrList) attributes =
        old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
      g_autoptr (GArray) matches = up_search_match (gtk_label_get_text (GTK_LABEL (within)), query);

      set_off (attributes, matches);
      gtk_label_set_attributes (GTK_LABEL (within), attributes);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    up_content_highlight (child, query);
}
