/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-guide-private.h"

#include <gio/gio.h>

G_DEFINE_FINAL_TYPE (UpChapter, up_chapter, G_TYPE_OBJECT)

static void
up_chapter_finalize (GObject *object)
{
  UpChapter *self = UP_CHAPTER (object);

  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_chapter_parent_class)->finalize (object);
}

static void
up_chapter_class_init (UpChapterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_chapter_finalize;
}

static void
up_chapter_init (UpChapter *self)
{
}

/**
 * up_chapter_get_id:
 * @self: a chapter
 *
 * Returns: (transfer none): its id
 */
const char *
up_chapter_get_id (UpChapter *self)
{
  g_return_val_if_fail (UP_IS_CHAPTER (self), NULL);

  return self->id;
}

/**
 * up_chapter_get_title:
 * @self: a chapter
 *
 * Returns: (transfer none): its title
 */
UpText
up_chapter_get_title (UpChapter *self)
{
  g_return_val_if_fail (UP_IS_CHAPTER (self), UP_TEXT_NONE);

  return self->title;
}

/**
 * up_chapter_get_summary:
 * @self: a chapter
 *
 * Returns: (transfer none): what it is about, in a sentence or two
 */
UpText
up_chapter_get_summary (UpChapter *self)
{
  g_return_val_if_fail (UP_IS_CHAPTER (self), UP_TEXT_NONE);

  return self->summary;
}

/**
 * up_chapter_get_picture:
 * @self: a chapter
 *
 * Returns: (transfer none) (nullable): the name of its picture
 */
const char *
up_chapter_get_picture (UpChapter *self)
{
  g_return_val_if_fail (UP_IS_CHAPTER (self), NULL);

  return self->picture;
}

/**
 * up_chapter_get_n_blocks:
 * @self: a chapter
 *
 * Returns: how many blocks it has
 */
guint
up_chapter_get_n_blocks (UpChapter *self)
{
  g_return_val_if_fail (UP_IS_CHAPTER (self), 0);

  return self->n_blocks;
}

/**
 * up_chapter_get_block:
 * @self: a chapter
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a block, which lives as long as its chapter
 */
const UpBlock *
up_chapter_get_block (UpChapter *self, guint i)
{
  g_return_val_if_fail (UP_IS_CHAPTER (self), NULL);
  g_return_val_if_fail (i < self->n_blocks, NULL);

  return &self->blocks[i];
}

struct _UpGuide
{
  GObject parent_instance;

  GPtrArray *chapters;
};

static void up_guide_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpGuide, up_guide, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, up_guide_list_model_init))

static GType
up_guide_get_item_type (GListModel *model)
{
  return UP_TYPE_CHAPTER;
}

static guint
up_guide_get_n_items (GListModel *model)
{
  return UP_GUIDE (model)->chapters->len;
}

static gpointer
up_guide_get_item (GListModel *model, guint position)
{
  UpGuide *self = UP_GUIDE (model);

  if (position >= self->chapters->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->chapters, position));
}

static void
up_guide_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = up_guide_get_item_type;
  iface->get_n_items = up_guide_get_n_items;
  iface->get_item = up_guide_get_item;
}

static void
up_guide_finalize (GObject *object)
{
  UpGuide *self = UP_GUIDE (object);

  g_clear_pointer (&self->chapters, g_ptr_array_unref);

  G_OBJECT_CLASS (up_guide_parent_class)->finalize (object);
}

static void
up_guide_class_init (UpGuideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_guide_finalize;
}

static void
up_guide_init (UpGuide *self)
{
}

/**
 * up_guide_new:
 * @chapters: (transfer full) (element-type UpChapter): the chapters
 *
 * Returns: (transfer full): a guide
 */
UpGuide *
up_guide_new (GPtrArray *chapters)
{
  UpGuide *self;

  g_return_val_if_fail (chapters != NULL, NULL);

  self = g_object_new (UP_TYPE_GUIDE, NULL);
  self->chapters = chapters;

  return self;
}

/**
 * up_guide_find_chapter:
 * @self: a guide
 * @id: a chapter's id
 *
 * Returns: (transfer none) (nullable): the chapter, or %NULL where there is none
 */
UpChapter *
up_guide_find_chapter (UpGuide *self, const char *id)
{
  g_return_val_if_fail (UP_IS_GUIDE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->chapters->len; i++)
    {
      UpChapter *chapter = g_ptr_array_index (self->chapters, i);

      if (g_str_equal (chapter->id, id))
        return chapter;
    }

  return NULL;
}

static gboolean
parts_cover (const UpPart *parts, guint n_parts, const char *point)
{
  for (guint i = 0; i < n_parts; i++)
    if (g_strv_contains (parts[i].covers, point))
      return TRUE;

  return FALSE;
}

static gboolean
block_covers (const UpBlock *block, const char *point)
{
  if (g_strv_contains (block->covers, point) || parts_cover (block->parts, block->n_parts, point))
    return TRUE;

  for (guint i = 0; i < block->n_columns; i++)
    if (parts_cover (block->columns[i].parts, block->columns[i].n_parts, point))
      return TRUE;

  return FALSE;
}

/**
 * up_guide_find_point:
 * @self: a guide
 * @point: the id of a point, such as `why.both`
 * @block: (out) (optional) (transfer none): the block that explains it
 *
 * Finds where a point is explained; the first place, where there are several.
 *
 * Returns: (transfer none) (nullable): the chapter, or %NULL where no block covers the point
 */
UpChapter *
up_guide_find_point (UpGuide *self, const char *point, const UpBlock **block)
{
  g_return_val_if_fail (UP_IS_GUIDE (self), NULL);
  g_return_val_if_fail (point != NULL, NULL);

  for (guint i = 0; i < self->chapters->len; i++)
    {
      UpChapter *chapter = g_ptr_array_index (self->chapters, i);

      for (guint j = 0; j < chapter->n_blocks; j++)
        {
          if (!block_covers (&chapter->blocks[j], point))
            continue;
          if (block != NULL)
            *block = &chapter->blocks[j];
          return chapter;
        }
    }

  return NULL;
}
