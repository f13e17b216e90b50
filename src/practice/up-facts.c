/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-facts.h"

/* Facts in words, each below what it is a fact about, in as many columns as there is room for. */

/**
 * up_facts_new:
 *
 * Returns: (transfer floating): an empty list of facts
 */
GtkWidget *
up_facts_new (void)
{
  /* The facts are read and not pressed: a flow box would hold up the Tab key all the same. */
  return g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "can-focus", FALSE,
                       "min-children-per-line", 1, "max-children-per-line", 2, "column-spacing", 24,
                       "row-spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                       "css-classes", (const char *[]) { "facts", NULL }, NULL);
}

/**
 * up_facts_add:
 * @facts: a list made by up_facts_new()
 * @title: what it is a fact about
 * @value: the fact
 *
 * Adds a fact. Both texts are the interface's.
 */
void
up_facts_add (GtkWidget *facts, const char *title, const char *value)
{
  GtkWidget *fact, *title_label, *value_label, *child;

  g_return_if_fail (GTK_IS_FLOW_BOX (facts));
  g_return_if_fail (title != NULL);
  g_return_if_fail (value != NULL);

  fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  title_label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  value_label =
    g_object_new (GTK_TYPE_LABEL, "label", value, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                  PANGO_WRAP_WORD_CHAR, "width-chars", 14, "max-width-chars", 24, NULL);
  gtk_widget_add_css_class (title_label, "caption");
  gtk_widget_add_css_class (title_label, "dimmed");
  gtk_box_append (GTK_BOX (fact), title_label);
  gtk_box_append (GTK_BOX (fact), value_label);

  child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", fact, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title_label, value_label, NULL, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (facts), child);
}
