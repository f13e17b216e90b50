/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-links.h"

#include "up-content-label.h"
#include "up-sign.h"

#include <adwaita.h>

/* A list of links looks like a boxed list of rows but holds buttons: a row of GTK's list box offers
 * assistive technology nothing to press. */

/* The box that holds the title and what stands below it. */
static GtkWidget *
get_words (GtkWidget *link)
{
  GtkWidget *words = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (link)));

  return GTK_IS_BOX (words) ? words : gtk_widget_get_next_sibling (words);
}

/**
 * up_links_new:
 * @name: (nullable): what assistive technology calls the list
 *
 * Makes an empty list of links.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
up_links_new (const char *name)
{
  GtkWidget *links = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_widget_add_css_class (links, "card");
  gtk_widget_add_css_class (links, "links");
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (links), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);

  return links;
}

/**
 * up_links_append:
 * @links: a list made by up_links_new()
 * @link: a link made by up_link_new()
 *
 * Puts a link at the end of the list.
 */
void
up_links_append (GtkWidget *links, GtkWidget *link)
{
  GtkWidget *item;

  g_return_if_fail (GTK_IS_BOX (links));
  g_return_if_fail (GTK_IS_BUTTON (link));

  item = g_object_new (ADW_TYPE_BIN, "child", link, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  up_link_get_title (link), NULL, -1);
  gtk_box_append (GTK_BOX (links), item);
}

/**
 * up_links_clear:
 * @links: a list made by up_links_new()
 *
 * Empties the list.
 */
void
up_links_clear (GtkWidget *links)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (links));

  while ((child = gtk_widget_get_first_child (links)) != NULL)
    gtk_box_remove (GTK_BOX (links), child);
}

/**
 * up_link_new:
 * @sign: (nullable) (transfer floating): an image before the words
 * @title: what it leads to
 * @action: (nullable): the action it activates
 * @target: (nullable) (transfer floating): the action's parameter
 *
 * Makes a link to another page: a button as wide as the list, named by its title.
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *
up_link_new (GtkWidget *sign, UpText title, const char *action, GVariant *target)
{
  GtkWidget *link = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = up_content_label_new (title, NULL);

  if (sign != NULL)
    gtk_box_append (GTK_BOX (content), sign);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), up_ornament_new ("go-next-symbolic"));

  gtk_button_set_child (GTK_BUTTON (link), content);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "link-row");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);

  if (action != NULL)
    {
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (link), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (link), action);
    }

  return link;
}

/**
 * up_link_get_title:
 * @link: a link made by up_link_new()
 *
 * Returns: (transfer none): the label of its title
 */
GtkWidget *
up_link_get_title (GtkWidget *link)
{
  g_return_val_if_fail (GTK_IS_BUTTON (link), NULL);

  return gtk_widget_get_first_child (get_words (link));
}

/**
 * up_link_add_text:
 * @link: a link made by up_link_new()
 * @text: what it says of where it leads
 * @style_class: (nullable): a style class for it
 *
 * Adds a line below the title; the first one describes the link to assistive technology.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
up_link_add_text (GtkWidget *link, UpText text, const char *style_class)
{
  GtkWidget *words, *label;

  g_return_val_if_fail (GTK_IS_BUTTON (link), NULL);

  words = get_words (link);
  label = up_content_label_new (text, style_class);
  if (gtk_widget_get_first_child (words) == gtk_widget_get_last_child (words))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    label, NULL, -1);
  gtk_box_append (GTK_BOX (words), label);

  return label;
}
