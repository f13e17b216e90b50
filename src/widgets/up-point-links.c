/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-point-links.h"

#include "up-links.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/* The way back to the guide, from what the guide leads to. */

static gboolean
refers_to (UpChapter *chapter, UpBlockKind kind, const char *id)
{
  for (guint i = 0; i < up_chapter_get_n_blocks (chapter); i++)
    {
      const UpBlock *block = up_chapter_get_block (chapter, i);

      if (block->kind == kind && block->refs != NULL && g_strv_contains (block->refs, id))
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
link_new (UpChapter *chapter, const char *action, const char *target)
{
  return up_link_new (up_ornament_new ("up-guide-symbolic"), up_chapter_get_title (chapter), action,
                      g_variant_new_string (target));
}

/**
 * up_point_links_new:
 * @catalog: the content
 * @points: (nullable) (array zero-terminated=1): the points that are practised with it
 * @kind: %UP_BLOCK_MOVES or %UP_BLOCK_SCENARIOS
 * @id: the id of the move or the scenario
 *
 * Links to where the guide explains these points, and to the chapters that lead to the move or scenario
 * without explaining one of them.
 *
 * Returns: (transfer floating) (nullable): the links, or %NULL where there are none
 */
GtkWidget *
up_point_links_new (UpCatalog *catalog, const char *const *points, UpBlockKind kind, const char *id)
{
  UpGuide *guide;
  GtkWidget *links;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* of blocks and chapters */

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  guide = up_catalog_get_guide (catalog);
  links = up_links_new (_ ("In the Guide"));
  for (guint i = 0; points != NULL && points[i] != NULL; i++)
    {
      const UpBlock *block = NULL;
      UpChapter *chapter = up_guide_find_point (guide, points[i], &block);
      GtkWidget *link;

      /* Several points may stand in one block, which is enough to name once. */
      if (chapter == NULL || !g_hash_table_add (seen, (gpointer) block))
        continue;

      g_hash_table_add (seen, chapter);
      link = link_new (chapter, "win.show-point", points[i]);
      if (up_text_is_set (block->title))
        up_link_add_text (link, block->title, "dimmed");
      up_links_append (links, link);
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (guide)); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (G_LIST_MODEL (guide), i);

      if (!g_hash_table_contains (seen, chapter) && refers_to (chapter, kind, id))
        up_links_append (links,
                         link_new (chapter, "win.show-chapter", up_chapter_get_id (chapter)));
    }

  if (gtk_widget_get_first_child (links) != NULL)
    return links;

  g_object_ref_sink (links);
  g_object_unref (links);

  return NULL;
}
