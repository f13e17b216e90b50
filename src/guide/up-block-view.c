/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-block-view.h"

#include "up-block-private.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpBlockView:
 *
 * One block of a chapter. It borrows the block: whoever shows it holds the chapter.
 */
struct _UpBlockView
{
  AdwBin parent_instance;

  const UpBlock *block;
  GtkWidget *first;  /* the label that the block begins with */
  GPtrArray *labels; /* of GtkWidget, the label of each part, all columns' parts in their order */
};

G_DEFINE_FINAL_TYPE (UpBlockView, up_block_view, ADW_TYPE_BIN)

static const struct
{
  const char *tone;
  const char *icon_name;
  const char *word;
} tones[] = {
  { "care", "up-weigh-self-care-symbolic", N_ ("Taking Care") },
  { "ours", "document-edit-symbolic", N_ ("Ours, not the source’s") },
  { "practice", "up-practice-symbolic", N_ ("To Practise") },
};

static void
append (GtkWidget *box, GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
}

/* An icon and a word of the interface, in small letters. */
static GtkWidget *
caption_new (const char *icon_name, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = up_content_label_new ((UpText) { word, NULL }, "caption-heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), up_ornament_new (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "dimmed");

  return box;
}

static void
append_paragraphs (UpBlockView *self, GtkWidget *box)
{
  const UpBlock *block = self->block;
  GtkWidget *paragraphs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < block->n_paragraphs; i++)
    {
      GtkWidget *label = up_content_label_new (block->paragraphs[i], "paragraph");

      gtk_box_append (GTK_BOX (paragraphs), label);
      if (self->first == NULL)
        self->first = label;
    }
  gtk_box_append (GTK_BOX (box), paragraphs);
}

static void
append_title (UpBlockView *self, GtkWidget *box)
{
  if (!up_text_is_set (self->block->title))
    return;

  self->first = up_heading_new (self->block->title, 2, "title-3");
  gtk_box_append (GTK_BOX (box), self->first);
}

static GtkWidget *
create_note (UpBlockView *self, gboolean mark_ours)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *tone = self->block->tone;

  gtk_widget_add_css_class (card, "note");
  gtk_widget_add_css_class (card, "padded");

  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    if (g_strcmp0 (tones[i].tone, tone) == 0)
      gtk_box_append (GTK_BOX (card), caption_new (tones[i].icon_name, _ (tones[i].word)));

  append_title (self, card);
  append_paragraphs (self, card);
  if (mark_ours && g_strcmp0 (tone, "ours") != 0)
    gtk_box_append (GTK_BOX (card),
                    caption_new ("document-edit-symbolic", _ ("Ours, not the source’s")));

  return card;
}

static GtkWidget *
create_plain (UpBlockView *self, UpCatalog *catalog, gboolean mark_ours)
{
  const UpBlock *block = self->block;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, block->kind == UP_BLOCK_TEXT ? 6 : 12);

  /* What is ours stands apart from what the source says. */
  if (mark_ours)
    {
      gtk_widget_add_css_class (box, "note");
      gtk_widget_add_css_class (box, "padded");
      gtk_box_append (GTK_BOX (box),
                      caption_new ("document-edit-symbolic", _ ("Ours, not the source’s")));
    }
  append_title (self, box);

  switch (block->kind)
    {
    case UP_BLOCK_COMPARE:
      append (box, up_block_new_compare (block, self->labels));
      break;
    case UP_BLOCK_STEPS:
      append (box, up_block_new_steps (block, self->labels));
      break;
    case UP_BLOCK_SOURCES:
      append (box, up_block_new_sources (block, self->labels));
      break;
    case UP_BLOCK_MOVES:
      append (box, up_block_new_moves (block, catalog));
      break;
    case UP_BLOCK_SCENARIOS:
      append (box, up_block_new_scenarios (block, catalog));
      break;
    case UP_BLOCK_TEXT:
    case UP_BLOCK_NOTE:
    default:
      append_paragraphs (self, box);
    }

  return box;
}

static void
up_block_view_dispose (GObject *object)
{
  UpBlockView *self = UP_BLOCK_VIEW (object);

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  self->first = NULL;

  G_OBJECT_CLASS (up_block_view_parent_class)->dispose (object);
}

static void
up_block_view_class_init (UpBlockViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_block_view_dispose;
}

static void
up_block_view_init (UpBlockView *self)
{
  self->labels = g_ptr_array_new ();
}

/**
 * up_block_view_new:
 * @block: the block, which must live as long as the widget
 * @catalog: where the moves and scenarios are that it links to
 * @mark_ours: whether to say of it that it is ours and not the source's
 *
 * Returns: (transfer floating): the block as it stands in a chapter
 */
GtkWidget *
up_block_view_new (const UpBlock *block, UpCatalog *catalog, gboolean mark_ours)
{
  UpBlockView *self;

  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  self = g_object_new (UP_TYPE_BLOCK_VIEW, NULL);
  self->block = block;
  adw_bin_set_child (ADW_BIN (self), block->kind == UP_BLOCK_NOTE
                                       ? create_note (self, mark_ours)
                                       : create_plain (self, catalog, mark_ours));

  return GTK_WIDGET (self);
}

/**
 * up_block_view_get_block:
 * @self: a block of a chapter
 *
 * Returns: (transfer none): what it shows
 */
const UpBlock *
up_block_view_get_block (UpBlockView *self)
{
  g_return_val_if_fail (UP_IS_BLOCK_VIEW (self), NULL);

  return self->block;
}

static gboolean
holds (const char *const *covers, const char *point)
{
  return covers != NULL && g_strv_contains (covers, point);
}

/**
 * up_block_view_find_point:
 * @self: a block of a chapter
 * @point: (nullable): the id of a coverage point, or %NULL for the block as a whole
 *
 * Finds where in the block a point is explained.
 *
 * Returns: (transfer none) (nullable): the label that begins it, or %NULL where it is not here
 */
GtkWidget *
up_block_view_find_point (UpBlockView *self, const char *point)
{
  const UpBlock *block;
  GtkWidget *first;
  guint n = 0;

  g_return_val_if_fail (UP_IS_BLOCK_VIEW (self), NULL);

  block = self->block;
  first = self->first != NULL || self->labels->len == 0 ? self->first
                                                        : g_ptr_array_index (self->labels, 0);
  if (point == NULL || holds (block->covers, point))
    return first;

  for (guint i = 0; i < block->n_columns; i++)
    for (guint j = 0; j < block->columns[i].n_parts; j++, n++)
      if (holds (block->columns[i].parts[j].covers, point))
        return g_ptr_array_index (self->labels, n);

  for (guint i = 0; i < block->n_parts; i++)
    if (holds (block->parts[i].covers, point))
      return g_ptr_array_index (self->labels, i);

  return NULL;
}
