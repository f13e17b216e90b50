/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-considerations.h"

#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What a choice weighs and what it leaves open: an icon and a word each, never a number. */

/**
 * up_consideration_new:
 * @consideration: one of %UP_TERMS_CONSIDERATION
 *
 * Returns: (transfer floating): its icon and its name
 */
GtkWidget *
up_consideration_new (int consideration)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *icon_name = g_strconcat (
    "up-weigh-", up_terms_get_id (UP_TERMS_CONSIDERATION, consideration), "-symbolic", NULL);
  GtkWidget *label = g_object_new (
    GTK_TYPE_LABEL, "label", up_terms_get_title (UP_TERMS_CONSIDERATION, consideration), "xalign",
    0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_box_append (GTK_BOX (box), up_ornament_new (icon_name));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
considerations_new (const char *title, const UpChoice *choice, guint n,
                    int (*get) (const UpChoice *choice, guint i))
{
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *label = gtk_label_new (title);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (label, "dimmed");
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
  for (guint i = 0; i < n; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), up_consideration_new (get (choice, i)));

  return box;
}

/**
 * up_considerations_new_weighed:
 * @choice: a choice
 *
 * Returns: (transfer floating) (nullable): what it weighs, or %NULL where it says nothing of that
 */
GtkWidget *
up_considerations_new_weighed (const UpChoice *choice)
{
  guint n;

  g_return_val_if_fail (choice != NULL, NULL);

  n = up_choice_get_n_weighs (choice);

  /* Translators: before a list of considerations, such as urgency */
  return n > 0 ? considerations_new (_ ("Weighs:"), choice, n, up_choice_get_weighs) : NULL;
}

/**
 * up_considerations_new_open:
 * @choice: a choice
 *
 * Returns: (transfer floating) (nullable): what it leaves open, or %NULL where it leaves nothing open
 */
GtkWidget *
up_considerations_new_open (const UpChoice *choice)
{
  guint n;

  g_return_val_if_fail (choice != NULL, NULL);

  n = up_choice_get_n_leaves_open (choice);

  /* Translators: before a list of considerations, such as urgency */
  return n > 0 ? considerations_new (_ ("Leaves open:"), choice, n, up_choice_get_leaves_open)
               : NULL;
}
