/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-map-words.h"

#include "up-content-label.h"
#include "up-heading.h"
#include "up-quote.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A place on the map in words: what was asked there, which ways were taken and how many not yet, and the
 * way to it. It stands in the map's popover and in the list. */

static GtkWidget *
caption_new (const char *text, const char *icon_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (icon_name != NULL)
    {
      GtkWidget *icon = up_ornament_new (icon_name);

      gtk_widget_set_valign (icon, GTK_ALIGN_BASELINE_CENTER);
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, "dimmed");

  return box;
}

static GtkWidget *
way_new (UpMapLayout *layout, const UpStep *step)
{
  const UpChoice *choice = up_step_get_choice (step);
  const char *way = up_terms_get_title (UP_TERMS_WAY, up_choice_get_way (choice));
  g_autofree char *icon_name = g_strconcat (
    "up-way-", up_terms_get_id (UP_TERMS_WAY, up_choice_get_way (choice)), "-symbolic", NULL);
  guint to = up_map_layout_find_node (layout, up_step_get_reached (step));
  const UpMapNode *node = to != G_MAXUINT ? up_map_layout_get_node (layout, to) : NULL;
  UpText text = up_choice_get_text (choice);
  g_autofree char *quoted = up_choice_is_speech (choice) ? up_quote (text) : NULL;
  g_autoptr (GString) name = NULL;
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 3, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  if (quoted != NULL)
    text.text = quoted;
  gtk_box_append (GTK_BOX (box), up_content_label_new (text, NULL));
  gtk_box_append (GTK_BOX (box), caption_new (way, icon_name));

  name = g_string_new (text.text);
  g_string_append_printf (name, ". %s", way);
  if (node != NULL && node->state != UP_MAP_UNSEEN && up_text_is_set (node->label))
    {
      g_autofree char *isolated = up_quote_isolate (node->label.text);
      /* Translators: %s is the name of a place on the map, such as “Kitchen” */
      g_autofree char *leads = g_strdup_printf (_ ("Leads to: %s"), isolated);

      gtk_box_append (GTK_BOX (box), caption_new (leads, NULL));
      g_string_append_printf (name, ". %s", leads);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);

  return box;
}

static GtkWidget *
ways_new (UpMapLayout *layout, const UpMapNode *node)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  12, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ways taken from here"), -1);
  for (guint i = 0; i < node->ways->len; i++)
    gtk_box_append (GTK_BOX (list), way_new (layout, g_ptr_array_index (node->ways, i)));

  return list;
}

static GtkWidget *
button_new (const UpMapNode *node)
{
  g_autofree char *isolated = up_quote_isolate (node->label.text);
  g_autofree char *name = NULL;
  const char *title;
  GtkWidget *button;

  if (node->is_ending)
    {
      title = _ ("Go to This Ending");
      /* Translators: %s is the title of an ending */
      name = g_strdup_printf (_ ("Go to this ending: %s"), isolated);
    }
  else if (node->goes_before)
    {
      title = _ ("Try Another Way Here");
      name = g_strdup_printf (_ ("Try another way here: %s"), isolated);
    }
  else
    {
      title = _ ("Go On Here");
      /* Translators: %s is the name of a place on the map, such as “Kitchen” */
      name = g_strdup_printf (_ ("Go on here: %s"), isolated);
    }

  button = gtk_button_new_with_label (title);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", node->go_step);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  node->goes_before ? "map.go-before" : "map.go-after");
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/**
 * up_map_details_new:
 * @layout: a map
 * @i: which of its nodes
 * @read_only: whether one can only look
 *
 * Makes a description of a node. Its button activates `map.go-before` or `map.go-after` with the number
 * of a step.
 *
 * Returns: (transfer floating): the description
 */
GtkWidget *
up_map_details_new (UpMapLayout *layout, guint i, gboolean read_only)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const UpMapNode *node;

  g_return_val_if_fail (layout != NULL, NULL);

  node = up_map_layout_get_node (layout, i);
  gtk_box_append (GTK_BOX (box), head);

  if (node->state == UP_MAP_UNSEEN)
    {
      UpText title = { up_map_name_state (node), NULL };

      gtk_box_append (GTK_BOX (head), up_heading_new (title, 3, "heading"));
      gtk_box_append (GTK_BOX (head),
                      caption_new (_ ("What is here can be read once it is reached."), NULL));
      return box;
    }

  gtk_box_append (GTK_BOX (head), up_heading_new (node->label, 3, "heading"));
  gtk_box_append (GTK_BOX (head), caption_new (up_map_name_state (node), NULL));
  if (node->is_pivotal)
    gtk_box_append (GTK_BOX (head), caption_new (_ ("The turning point"), NULL));

  if (!node->is_ending)
    {
      g_autofree char *open = up_map_count_open (node);
      UpText ask = up_scene_get_ask (node->scene);

      if (up_text_is_set (ask) && ask.text != node->label.text)
        gtk_box_append (GTK_BOX (box), up_content_label_new (ask, NULL));
      if (node->ways->len > 0)
        gtk_box_append (GTK_BOX (box), ways_new (layout, node));
      gtk_box_append (GTK_BOX (box), caption_new (open, NULL));
    }

  if (node->can_go && !read_only)
    gtk_box_append (GTK_BOX (box), button_new (node));

  return box;
}
