/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-form.h"

static void
test_apply (void)
{
  /* What stands in the content, and in the feminine, masculine and neutral form. */
  static const char *const cases[][4] = {
    { "Te vas {cansada|cansado|sin fuerzas}.", "Te vas cansada.", "Te vas cansado.",
      "Te vas sin fuerzas." },
    { "{a|b|c}", "a", "b", "c" },
    { "{prête|prêt|en état} et {seule|seul|sans personne}", "prête et seule", "prêt et seul",
      "en état et sans personne" },
    { "{a|b|c}{d|e|f}", "ad", "be", "cf" },
    { "“{remark}” {a|b|c} {name}", "“{remark}” a {name}", "“{remark}” b {name}",
      "“{remark}” c {name}" },
    { "{متعبة|متعب|بلا طاقة}", "متعبة", "متعب", "بلا طاقة" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *feminine = up_form_apply (cases[i][0], UP_FORM_FEMININE);
      g_autofree char *masculine = up_form_apply (cases[i][0], UP_FORM_MASCULINE);
      g_autofree char *neutral = up_form_apply (cases[i][0], UP_FORM_NEUTRAL);

      g_assert_cmpstr (feminine, ==, cases[i][1]);
      g_assert_cmpstr (masculine, ==, cases[i][2]);
      g_assert_cmpstr (neutral, ==, cases[i][3]);
    }
}

/* What is no choice of three stays as it is. */
static void
test_no_choice (void)
{
  static const char *const cases[] = {
    "",       "No choice.", "A {blank} alone.", "a|b|c",  "{a|b}",    "{a|b|c|d}", "{a||c}",
    "{|b|c}", "{a|b|}",     "{a|b|c",           "a|b|c}", "{a{b|c|d", "{",         "|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (up_form_apply (cases[i], UP_FORM_FEMININE));
}

/* A choice is found behind what only looks like one. */
static void
test_behind (void)
{
  g_autofree char *text = up_form_apply ("{x|y} {{a|b|c}", UP_FORM_MASCULINE);

  g_assert_cmpstr (text, ==, "{x|y} {b");
}

static void
test_ids (void)
{
  for (guint i = 0; i < UP_N_FORMS; i++)
    g_assert_cmpint (up_form_parse (up_form_get_id (i)), ==, i);

  g_assert_cmpint (up_form_parse ("other"), ==, UP_FORM_NEUTRAL);
  g_assert_cmpint (up_form_parse (NULL), ==, UP_FORM_NEUTRAL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/apply", test_apply);
  g_test_add_func ("/form/no-choice", test_no_choice);
  g_test_add_func ("/form/behind", test_behind);
  g_test_add_func ("/form/ids", test_ids);

  return g_test_run ();
}
