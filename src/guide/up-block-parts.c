/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-block-private.h"

#include "up-compare.h"
#include "up-content-label.h"
#include "up-digits.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-sign.h"

/* A titled part, in a box of its own so that it can be marked. */
static GtkWidget *
part_new (const UpPart *part, GPtrArray *labels)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = NULL, *text = NULL;

  if (up_text_is_set (part->title))
    {
      title = up_heading_new (part->title, 3, "heading");
      gtk_box_append (GTK_BOX (box), title);
    }
  if (up_text_is_set (part->text))
    {
      text = up_content_label_new (part->text, "paragraph");
      gtk_box_append (GTK_BOX (box), text);
    }
  g_ptr_array_add (labels, title != NULL ? title : text);

  return box;
}

/* The lean that a column is about; -1 where it is about neither. */
static int
column_lean (const UpCompareColumn *column)
{
  return column->id != NULL ? up_terms_parse (UP_TERMS_LEAN, column->id) : -1;
}

static GtkWidget *
column_new (const UpCompareColumn *column, GPtrArray *labels)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = up_heading_new (column->title, 3, "title-4");
  int lean = column_lean (column);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_widget_set_valign (card, GTK_ALIGN_FILL);

  if (lean >= 0)
    gtk_box_append (GTK_BOX (header), up_sign_new ((UpLean) lean));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (card), header);

  for (guint i = 0; i < column->n_parts; i++)
    gtk_box_append (GTK_BOX (card), part_new (&column->parts[i], labels));

  return card;
}

GtkWidget *
up_block_new_compare (const UpBlock *block, GPtrArray *labels)
{
  GtkWidget *compare = up_compare_new ();

  for (guint i = 0; i < block->n_columns; i++)
    up_compare_append (UP_COMPARE (compare), column_new (&block->columns[i], labels));

  return compare;
}

GtkWidget *
up_block_new_steps (const UpBlock *block, GPtrArray *labels)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  18, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; i < block->n_parts; i++)
    {
      const UpPart *part = &block->parts[i];
      g_autofree char *digits = up_digits_format (i + 1, part->title.language);
      GtkWidget *step = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      GtkWidget *number = gtk_label_new (digits);
      GtkWidget *words = part_new (part, labels);

      gtk_widget_add_css_class (number, "step-number");
      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_widget_set_hexpand (words, TRUE);
      gtk_box_append (GTK_BOX (step), number);
      gtk_box_append (GTK_BOX (step), words);
      gtk_box_append (GTK_BOX (list), step);
    }

  return list;
}

GtkWidget *
up_block_new_sources (const UpBlock *block, GPtrArray *labels)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  12, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; i < block->n_parts; i++)
    {
      const UpPart *part = &block->parts[i];
      GtkWidget *source =
        g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      GtkWidget *first = NULL;

      if (up_text_is_set (part->title))
        {
          first = up_content_label_new (part->title, "source-title");
          gtk_box_append (GTK_BOX (source), first);
        }
      if (up_text_is_set (part->text))
        {
          GtkWidget *text = up_content_label_new (part->text, first != NULL ? "dimmed" : NULL);

          gtk_box_append (GTK_BOX (source), text);
          first = first != NULL ? first : text;
        }
      g_ptr_array_add (labels, first);
      gtk_box_append (GTK_BOX (list), source);
    }

  return list;
}

/* NULL where there is nothing to list: content may name what another language's set does not have. */
static GtkWidget *
list_or_nothing (GtkWidget *links)
{
  if (gtk_widget_get_first_child (links) != NULL)
    return links;

  g_object_ref_sink (links);
  g_object_unref (links);

  return NULL;
}

GtkWidget *
up_block_new_moves (const UpBlock *block, UpCatalog *catalog)
{
  GtkWidget *links = up_links_new (block->title.text);

  for (guint i = 0; block->refs != NULL && block->refs[i] != NULL; i++)
    {
      UpMove *move = up_catalog_find_move (catalog, block->refs[i]);
      GtkWidget *link;

      if (move == NULL)
        continue;

      link = up_link_new (up_sign_new (up_move_get_lean (move)), up_move_get_title (move),
                          "win.show-move", g_variant_new_string (block->refs[i]));
      up_link_add_text (link, up_move_get_summary (move), "dimmed");
      up_links_append (links, link);
    }

  return list_or_nothing (links);
}

GtkWidget *
up_block_new_scenarios (const UpBlock *block, UpCatalog *catalog)
{
  GtkWidget *links = up_links_new (block->title.text);

  for (guint i = 0; block->refs != NULL && block->refs[i] != NULL; i++)
    {
      UpCard *card = up_catalog_find_card (catalog, block->refs[i]);
      GtkWidget *link;

      if (card == NULL)
        continue;

      link = up_link_new (up_ornament_new ("up-practice-symbolic"), up_card_get_title (card),
                          "win.open-scenario", g_variant_new_string (block->refs[i]));
      up_link_add_text (link, up_card_get_summary (card), "dimmed");
      up_links_append (links, link);
    }

  return list_or_nothing (links);
}
