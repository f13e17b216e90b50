/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-guide-results.h"

#include "up-content-label.h"
#include "up-links.h"
#include "up-search.h"

#include <glib/gi18n-lib.h>

/**
 * UpGuideResults:
 *
 * What a search in the guide finds: the blocks, and the chapters where title or lead match.
 */
struct _UpGuideResults
{
  AdwBin parent_instance;

  GtkWidget *links;

  UpSearch *search; /* NULL until somebody searches */
  GArray *found;    /* of Document, by its number in the search */
};

/* A chapter, or one of its blocks. */
typedef struct
{
  UpChapter *chapter;
  const UpBlock *block; /* NULL for the chapter itself */
} Document;

G_DEFINE_FINAL_TYPE (UpGuideResults, up_guide_results, ADW_TYPE_BIN)

/* Calls @visit with each text of a block but its title, until it returns FALSE. */
typedef gboolean (*VisitText) (UpText text, gpointer data);

static gboolean
visit_parts (const UpPart *parts, guint n_parts, VisitText visit, gpointer data)
{
  for (guint i = 0; i < n_parts; i++)
    if ((up_text_is_set (parts[i].title) && !visit (parts[i].title, data)) ||
        (up_text_is_set (parts[i].text) && !visit (parts[i].text, data)))
      return FALSE;

  return TRUE;
}

static void
visit_block (const UpBlock *block, VisitText visit, gpointer data)
{
  for (guint i = 0; i < block->n_paragraphs; i++)
    if (!visit (block->paragraphs[i], data))
      return;

  for (guint i = 0; i < block->n_columns; i++)
    if (!visit (block->columns[i].title, data) ||
        !visit_parts (block->columns[i].parts, block->columns[i].n_parts, visit, data))
      return;

  visit_parts (block->parts, block->n_parts, visit, data);
}

static gboolean
collect (UpText text, gpointer data)
{
  g_string_append_c (data, '\n');
  g_string_append (data, text.text);

  return TRUE;
}

static void
document_clear (gpointer data)
{
  g_object_unref (((Document *) data)->chapter);
}

static void
index_guide (UpGuideResults *self, GListModel *guide)
{
  self->search = up_search_new ();

  for (guint i = 0; i < g_list_model_get_n_items (guide); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);
      g_autoptr (GString) words = g_string_new (up_chapter_get_title (chapter).text);
      Document document = { g_object_ref (chapter), NULL };

      collect (up_chapter_get_summary (chapter), words);
      up_search_add (self->search, words->str);
      g_array_append_val (self->found, document);

      for (guint j = 0; j < up_chapter_get_n_blocks (chapter); j++)
        {
          document = (Document) { g_object_ref (chapter), up_chapter_get_block (chapter, j) };
          g_string_assign (
            words, up_text_is_set (document.block->title) ? document.block->title.text : "");
          visit_block (document.block, collect, words);
          up_search_add (self->search, words->str);
          g_array_append_val (self->found, document);
        }
    }
}

typedef struct
{
  const char *query;
  UpText text;
} Excerpt;

static gboolean
take_first_match (UpText text, gpointer data)
{
  Excerpt *excerpt = data;
  g_autoptr (GArray) matches = up_search_match (text.text, excerpt->query);

  if (matches->len > 0)
    excerpt->text = text;

  return matches->len == 0;
}

/* The sentence of @text that holds the first match. */
static char *
matching_sentence (UpText text, const char *query)
{
  g_autoptr (GArray) matches = up_search_match (text.text, query);
  g_autofree PangoLogAttr *attributes = NULL;
  glong length = g_utf8_strlen (text.text, -1);
  glong first, start, end;

  if (matches->len < 2)
    return g_strdup (text.text);

  attributes = g_new0 (PangoLogAttr, (gsize) length + 1);
  pango_get_log_attrs (text.text, -1, -1, pango_language_from_string (text.language), attributes,
                       (int) length + 1);

  first = g_utf8_pointer_to_offset (text.text, text.text + g_array_index (matches, guint, 0));
  for (start = first; start > 0 && !attributes[start].is_sentence_start; start--)
    continue;
  for (end = first + 1; end < length && !attributes[end].is_sentence_end; end++)
    continue;

  return g_utf8_substring (text.text, start, end);
}

static GtkWidget *
result_new (const Document *document, const char *query)
{
  const UpBlock *block = document->block;
  gboolean titled = block != NULL && up_text_is_set (block->title);
  UpText chapter_title = up_chapter_get_title (document->chapter);
  UpText title = titled ? block->title : chapter_title;
  const char *chapter_id = up_chapter_get_id (document->chapter);
  Excerpt excerpt = { query, UP_TEXT_NONE };
  GtkWidget *link;

  if (block != NULL)
    {
      visit_block (block, take_first_match, &excerpt);
      link = up_link_new (NULL, title, "guide.show-match",
                          g_variant_new ("(sss)", chapter_id, block->id, query));
    }
  else
    {
      take_first_match (up_chapter_get_summary (document->chapter), &excerpt);
      link = up_link_new (NULL, title, "guide.show-match",
                          g_variant_new ("(sss)", chapter_id, "", query));
    }
  up_content_label_set_highlighted (GTK_LABEL (up_link_get_title (link)), title, query);

  if (titled)
    up_link_add_text (link, chapter_title, "dimmed");

  if (up_text_is_set (excerpt.text))
    {
      g_autofree char *sentence = matching_sentence (excerpt.text, query);
      UpText text = { sentence, excerpt.text.language };
      GtkWidget *label = up_link_add_text (link, text, NULL);

      up_content_label_set_highlighted (GTK_LABEL (label), text, query);
    }

  return link;
}

static void
up_guide_results_dispose (GObject *object)
{
  UpGuideResults *self = UP_GUIDE_RESULTS (object);

  g_clear_object (&self->search);
  g_clear_pointer (&self->found, g_array_unref);
  self->links = NULL;

  G_OBJECT_CLASS (up_guide_results_parent_class)->dispose (object);
}

static void
up_guide_results_class_init (UpGuideResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_guide_results_dispose;
}

static void
up_guide_results_init (UpGuideResults *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (Document));
  g_array_set_clear_func (self->found, document_clear);

  self->links = up_links_new (_ ("Search Results"));
  gtk_widget_set_valign (self->links, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), self->links);
}

/**
 * up_guide_results_search:
 * @self: results
 * @catalog: the content
 * @query: what is searched for
 *
 * Shows what holds every word of @query, in the order of the guide. The index is built when it is
 * first asked.
 *
 * Returns: how many there are
 */
guint
up_guide_results_search (UpGuideResults *self, UpCatalog *catalog, const char *query)
{
  g_autoptr (GArray) numbers = NULL;

  g_return_val_if_fail (UP_IS_GUIDE_RESULTS (self), 0);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), 0);
  g_return_val_if_fail (query != NULL, 0);

  if (self->search == NULL)
    index_guide (self, G_LIST_MODEL (up_catalog_get_guide (catalog)));

  numbers = up_search_query (self->search, query);
  up_links_clear (self->links);
  for (guint i = 0; i < numbers->len; i++)
    {
      const Document *document =
        &g_array_index (self->found, Document, g_array_index (numbers, guint, i));

      up_links_append (self->links, result_new (document, query));
    }

  return numbers->len;
}

/**
 * up_guide_results_forget:
 * @self: results
 *
 * Forgets the index, because the guide has changed.
 */
void
up_guide_results_forget (UpGuideResults *self)
{
  g_return_if_fail (UP_IS_GUIDE_RESULTS (self));

  up_links_clear (self->links);
  g_clear_object (&self->search);
  g_array_set_size (self->found, 0);
}
