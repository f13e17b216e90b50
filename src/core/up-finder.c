/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-finder.h"

#include "up-search.h"

/* Nobody reads more of what a desktop's search shows. */
#define MAX_FOUND 50

typedef struct
{
  char *id;
  char *title;
  char *description;
  const char *language;             /* of the title, interned */
  const char *description_language; /* interned */
} Document;

struct _UpFinder
{
  GObject parent_instance;

  UpSearch *search;
  GArray *documents;     /* of Document, by its number in the search */
  GHashTable *first_one; /* an id, borrowed → the number of its first document + 1 */
};

G_DEFINE_FINAL_TYPE (UpFinder, up_finder, G_TYPE_OBJECT)

static void
document_clear (gpointer data)
{
  Document *document = data;

  g_free (document->id);
  g_free (document->title);
  g_free (document->description);
}

static void
up_finder_finalize (GObject *object)
{
  UpFinder *self = UP_FINDER (object);

  g_object_unref (self->search);
  g_hash_table_unref (self->first_one);
  g_array_unref (self->documents);

  G_OBJECT_CLASS (up_finder_parent_class)->finalize (object);
}

static void
up_finder_class_init (UpFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = up_finder_finalize;
}

static void
up_finder_init (UpFinder *self)
{
  self->search = up_search_new ();
  self->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  g_array_set_clear_func (self->documents, document_clear);
  self->first_one = g_hash_table_new (g_str_hash, g_str_equal);
}

/* @more, which may be NULL, is found too but not shown. */
static void
add_document (UpFinder *self, const char *kind, const char *id, UpText title, UpText description,
              const char *more)
{
  Document document = {
    .id = g_strdup_printf ("%s/%s", kind, id),
    .title = g_strdup (title.text),
    .description = g_strdup (up_text_is_set (description) ? description.text : ""),
    .language = title.language,
    .description_language = description.language,
  };
  g_autofree char *words =
    g_strjoin ("\n", document.title, document.description, more != NULL ? more : "", NULL);

  up_search_add (self->search, words);
  g_array_append_val (self->documents, document);
  if (!g_hash_table_contains (self->first_one, document.id))
    g_hash_table_insert (self->first_one, document.id, GUINT_TO_POINTER (self->documents->len));
}

static void
add_phrases (UpFinder *self, UpCatalog *catalog, const char *language)
{
  GListModel *phrases = up_catalog_get_phrases (catalog, language);

  for (guint i = 0; i < g_list_model_get_n_items (phrases); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (phrases, i);
      g_autofree char *words = up_phrase_fill (phrase, NULL);
      UpMove *move = up_catalog_find_move (catalog, up_phrase_get_move (phrase));
      UpText text = { words, up_phrase_get_text (phrase).language };

      add_document (self, "phrase", up_phrase_get_id (phrase), text, up_phrase_get_serves (phrase),
                    move != NULL ? up_move_get_title (move).text : NULL);
    }
}

static void
add_parts (UpFinder *self, const UpPart *parts, guint n_parts)
{
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].covers != NULL && parts[i].covers[0] != NULL && up_text_is_set (parts[i].title))
      add_document (self, "point", parts[i].covers[0], parts[i].title, parts[i].text, NULL);
}

static void
add_guide (UpFinder *self, UpCatalog *catalog)
{
  GListModel *guide = G_LIST_MODEL (up_catalog_get_guide (catalog));

  for (guint i = 0; i < g_list_model_get_n_items (guide); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);

      add_document (self, "chapter", up_chapter_get_id (chapter), up_chapter_get_title (chapter),
                    up_chapter_get_summary (chapter), NULL);

      for (guint j = 0; j < up_chapter_get_n_blocks (chapter); j++)
        {
          const UpBlock *block = up_chapter_get_block (chapter, j);

          for (guint k = 0; k < block->n_columns; k++)
            add_parts (self, block->columns[k].parts, block->columns[k].n_parts);
          add_parts (self, block->parts, block->n_parts);

          if (block->n_paragraphs > 0)
            {
              gboolean covers = block->covers != NULL && block->covers[0] != NULL;
              g_autoptr (GString) rest = g_string_new (NULL);

              for (guint k = 1; k < block->n_paragraphs; k++)
                g_string_append_printf (rest, "%s\n", block->paragraphs[k].text);

              add_document (self, covers ? "point" : "chapter",
                            covers ? block->covers[0] : up_chapter_get_id (chapter),
                            up_text_is_set (block->title) ? block->title
                                                          : up_chapter_get_title (chapter),
                            block->paragraphs[0], rest->str);
            }
        }
    }
}

static void
add_scenarios (UpFinder *self, UpCatalog *catalog)
{
  GListModel *cards = up_catalog_get_cards (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);

      add_document (self, "scenario", up_card_get_id (card), up_card_get_title (card),
                    up_card_get_summary (card), NULL);
    }
}

/**
 * up_finder_new:
 * @catalog: the content
 * @phrase_language: (nullable): the BCP 47 tag of the phrases' language; %NULL or "" for the content's
 * @scenarios: whether scenarios are found too. They speak of harm, and what a desktop's search shows is
 *   seen by whoever looks at the screen: so a person has to ask for it
 *
 * Indexes the content as it is now; make another when it changes. What a person wrote is never found.
 *
 * Returns: (transfer full): a finder
 */
UpFinder *
up_finder_new (UpCatalog *catalog, const char *phrase_language, gboolean scenarios)
{
  UpFinder *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  self = g_object_new (UP_TYPE_FINDER, NULL);
  add_phrases (self, catalog,
               phrase_language != NULL && *phrase_language != '\0' ? phrase_language : NULL);
  add_guide (self, catalog);
  if (scenarios)
    add_scenarios (self, catalog);

  return self;
}

static void
take_ids (UpFinder *self, GArray *numbers, const char *query, gboolean in_title, GHashTable *known,
          GPtrArray *ids)
{
  for (guint i = 0; i < numbers->len && ids->len < MAX_FOUND; i++)
    {
      Document *document =
        &g_array_index (self->documents, Document, g_array_index (numbers, guint, i));
      g_autoptr (GArray) matches = up_search_match (document->title, query);

      if ((matches->len > 0) == in_title && g_hash_table_add (known, document->id))
        g_ptr_array_add (ids, g_strdup (document->id));
    }
}

/**
 * up_finder_search:
 * @self: a finder
 * @terms: (array zero-terminated=1): words
 *
 * Finds what holds all words. Where a title holds one of them comes first; within that phrases, then
 * the guide, then scenarios, each in the order of the content.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, without doubles; none where @terms hold no
 *   word
 */
char **
up_finder_search (UpFinder *self, const char *const *terms)
{
  g_autofree char *query = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids;

  g_return_val_if_fail (UP_IS_FINDER (self), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  ids = g_ptr_array_new_null_terminated (16, g_free, TRUE);
  query = g_strjoinv (" ", (char **) terms);
  numbers = up_search_query (self->search, query);

  /* A query without a word is no question, and everything is no answer. */
  if (numbers->len < self->documents->len)
    {
      take_ids (self, numbers, query, TRUE, known, ids);
      take_ids (self, numbers, query, FALSE, known, ids);
    }

  return (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * up_finder_describe:
 * @self: a finder
 * @id: an id that up_finder_search() gave, maybe that of another finder
 * @title: (out): its title, of the finder
 * @description: (out): what it says, of the finder; empty where it says nothing
 *
 * Returns: whether there is such a thing
 */
gboolean
up_finder_describe (UpFinder *self, const char *id, UpText *title, UpText *description)
{
  const Document *document;
  guint number;

  g_return_val_if_fail (UP_IS_FINDER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (title != NULL && description != NULL, FALSE);

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->first_one, id));
  if (number == 0)
    return FALSE;

  document = &g_array_index (self->documents, Document, number - 1);
  *title = (UpText) { document->title, document->language };
  *description = (UpText) { document->description, document->description_language };

  return TRUE;
}
