/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-content-label.h"

/* The language that an attribute list gives to the whole text, or NULL. */
static const char *
language_of (GtkLabel *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (attributes);
  PangoAttribute *attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE);

  return attribute != NULL ? pango_language_to_string (((PangoAttrLanguage *) attribute)->value)
                           : NULL;
}

static void
test_language_and_direction (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));

  up_content_label_set_text (label, (UpText) { "مرحبا", "ar" });
  g_assert_cmpstr (gtk_label_get_text (label), ==, "مرحبا");
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpstr (language_of (label), ==, "ar");

  /* The same label, used again for another language, keeps nothing of the first. */
  up_content_label_set_text (label, (UpText) { "Hola", "es" });
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (language_of (label), ==, "es");

  /* What all text is in is not said again. */
  up_content_label_set_text (label, (UpText) { "Hello", "en" });
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_LTR);
  g_assert_null (language_of (label));

  g_object_unref (label);
}

static void
test_text_is_never_markup (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));

  up_content_label_set_text (label, (UpText) { "<b>3 < 4 & more</b>", "en" });
  g_assert_cmpstr (gtk_label_get_text (label), ==, "<b>3 < 4 & more</b>");

  g_object_unref (label);
}

static void
test_highlights_what_matched (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));
  PangoAttrList *attributes;
  g_autoptr (PangoAttrIterator) iterator = NULL;
  gboolean found = FALSE;

  up_content_label_set_highlighted (label, (UpText) { "Vamos al café hoy", "es" }, "cafe");
  attributes = gtk_label_get_attributes (label);
  iterator = pango_attr_list_get_iterator (attributes);
  do
    {
      int start, end;

      if (pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT) == NULL)
        continue;

      pango_attr_iterator_range (iterator, &start, &end);
      g_assert_cmpint (start, ==, (int) strlen ("Vamos al "));
      g_assert_cmpint (end, ==, (int) strlen ("Vamos al café"));
      found = TRUE;
    }
  while (pango_attr_iterator_next (iterator));
  g_assert_true (found);

  g_object_unref (label);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content-label/language-and-direction", test_language_and_direction);
  g_test_add_func ("/content-label/text-is-never-markup", test_text_is_never_markup);
  g_test_add_func ("/content-label/highlights-what-matched", test_highlights_what_matched);

  return g_test_run ();
}
