/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-bookmarks.h"

#define KEY "bookmarks"

/**
 * up_bookmark_clear:
 * @bookmark: a bookmark
 */
void
up_bookmark_clear (UpBookmark *bookmark)
{
  g_clear_pointer (&bookmark->block, g_free);
}

/* All but that of @chapter, behind that one where it is to have one. */
static void
store (GSettings *settings, const char *chapter, const UpBookmark *bookmark)
{
  g_autoptr (GVariant) stored = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *block;
  double part;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssd)"));
  if (bookmark != NULL)
    g_variant_builder_add (&builder, "(ssd)", chapter, bookmark->block, bookmark->part);
  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "(&s&sd)", &other, &block, &part))
    if (!g_str_equal (other, chapter))
      g_variant_builder_add (&builder, "(ssd)", other, block, part);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * up_bookmarks_set:
 * @settings: the application's settings
 * @chapter: the id of a chapter
 * @block: the id of one of its blocks, or an empty string for its start
 * @part: how much of the block is above the top of the page
 *
 * Remembers where in a chapter somebody is, and that it is the one that is being read.
 */
void
up_bookmarks_set (GSettings *settings, const char *chapter, const char *block, double part)
{
  UpBookmark bookmark = { (char *) block, part };

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (chapter != NULL);
  g_return_if_fail (block != NULL);

  store (settings, chapter, &bookmark);
}

/**
 * up_bookmarks_remove:
 * @settings: the application's settings
 * @chapter: the id of a chapter
 *
 * Forgets where in a chapter somebody was, because it is read to its end.
 */
void
up_bookmarks_remove (GSettings *settings, const char *chapter)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (chapter != NULL);

  store (settings, chapter, NULL);
}

/**
 * up_bookmarks_find:
 * @settings: the application's settings
 * @chapter: the id of a chapter
 * @bookmark: (out): where one was in it; free with up_bookmark_clear()
 *
 * Returns: %FALSE where nothing is remembered of the chapter
 */
gboolean
up_bookmarks_find (GSettings *settings, const char *chapter, UpBookmark *bookmark)
{
  g_autoptr (GVariant) stored = NULL;
  GVariantIter iter;
  const char *other, *block;
  double part;

  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);
  g_return_val_if_fail (chapter != NULL, FALSE);
  g_return_val_if_fail (bookmark != NULL, FALSE);

  stored = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "(&s&sd)", &other, &block, &part))
    if (g_str_equal (other, chapter))
      {
        *bookmark = (UpBookmark) { g_strdup (block), part };
        return TRUE;
      }

  return FALSE;
}

/**
 * up_bookmarks_get_last:
 * @settings: the application's settings
 *
 * Returns: (transfer full) (nullable): the id of the chapter that is being read, or %NULL where none is
 */
char *
up_bookmarks_get_last (GSettings *settings)
{
  g_autoptr (GVariant) stored = NULL;
  char *chapter = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  stored = g_settings_get_value (settings, KEY);
  if (g_variant_n_children (stored) > 0)
    g_variant_get_child (stored, 0, "(ssd)", &chapter, NULL, NULL);

  return chapter;
}
