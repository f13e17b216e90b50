/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-catalog-private.h"

#include "up-card-private.h"
#include "up-content-reader.h"

static UpShelf *
shelf_new (GType type)
{
  UpShelf *shelf = g_new0 (UpShelf, 1);

  shelf->list = g_list_store_new (type);
  shelf->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return shelf;
}

/**
 * up_shelf_free: (skip)
 * @shelf: a shelf
 *
 * Lets go of a list and what is in it.
 */
void
up_shelf_free (UpShelf *shelf)
{
  g_hash_table_unref (shelf->by_id);
  g_object_unref (shelf->list);
  g_free (shelf);
}

/* @id is borrowed from @object, which the list holds. */
static void
shelf_add (UpShelf *shelf, const char *id, gpointer object)
{
  g_list_store_append (shelf->list, object);
  g_hash_table_insert (shelf->by_id, (gpointer) id, object);
}

/* A reader for the bundled file @name, with its texts in the catalogue's language. */
static UpContentReader *
create_reader (UpCatalog *self, const char *name)
{
  UpContentReader *reader = up_content_reader_new ();
  g_autoptr (UpTranslation) translation = up_catalog_load_translation (self, name);

  up_content_reader_set_trusted (reader, TRUE);
  up_content_reader_set_translation (reader, translation);
  up_content_reader_set_form (reader, self->form);

  return reader;
}

/**
 * up_catalog_get_guide:
 * @self: a catalogue
 *
 * Gives the guide, which is read the first time. Each of its texts is in the catalogue's language
 * where it has that text, else in English.
 *
 * Returns: (transfer none): the guide
 */
UpGuide *
up_catalog_get_guide (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  if (self->guide == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UpContentReader) reader = create_reader (self, "guide.json");
      g_autoptr (GBytes) bytes = up_catalog_load_file (self, "guide.json", &error);

      if (bytes != NULL)
        self->guide = up_content_reader_read_guide (reader, bytes, "guide.json", NULL, &error);
      if (self->guide == NULL)
        g_error ("Bundled content: %s", error->message);
    }

  return self->guide;
}

static JsonArray *
list_scenarios (UpCatalog *self)
{
  return json_object_get_array_member (json_node_get_object (self->index), "scenarios");
}

static void
ensure_cards (UpCatalog *self)
{
  g_autoptr (UpTranslation) texts = NULL;
  JsonArray *scenarios;

  if (self->cards != NULL)
    return;

  self->cards = shelf_new (UP_TYPE_CARD);
  texts = up_catalog_load_translation (self, "index.json");
  scenarios = list_scenarios (self);

  for (guint i = 0; i < json_array_get_length (scenarios); i++)
    {
      JsonObject *entry = json_array_get_object_element (scenarios, i);
      JsonArray *languages = json_object_get_array_member (entry, "languages");
      g_autoptr (UpCard) card = NULL;
      gboolean whole = FALSE;

      for (guint j = 0; j < json_array_get_length (languages); j++)
        whole = whole || g_str_equal (json_array_get_string_element (languages, j), self->language);

      card = up_card_new (entry, texts, self->form, whole ? self->language : UP_SOURCE_LANGUAGE);
      shelf_add (self->cards, up_card_get_id (card), card);
    }
}

/**
 * up_catalog_get_cards:
 * @self: a catalogue
 *
 * Returns: (transfer none): the cards of all scenarios, a list of #UpCard
 */
GListModel *
up_catalog_get_cards (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  ensure_cards (self);

  return G_LIST_MODEL (self->cards->list);
}

/**
 * up_catalog_find_card:
 * @self: a catalogue
 * @id: a scenario's id
 *
 * Returns: (transfer none) (nullable): its card
 */
UpCard *
up_catalog_find_card (UpCatalog *self, const char *id)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  ensure_cards (self);

  return g_hash_table_lookup (self->cards->by_id, id);
}

/**
 * up_catalog_list_languages:
 * @self: a catalogue
 * @id: a scenario's id
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the BCP 47 tags of the languages that
 *   the whole scenario exists in, English first; %NULL where there is no such scenario
 */
char **
up_catalog_list_languages (UpCatalog *self, const char *id)
{
  JsonArray *scenarios;

  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  scenarios = list_scenarios (self);
  for (guint i = 0; i < json_array_get_length (scenarios); i++)
    {
      JsonObject *entry = json_array_get_object_element (scenarios, i);
      g_autoptr (GStrvBuilder) builder = NULL;
      JsonArray *languages;

      if (g_strcmp0 (json_object_get_string_member (entry, "id"), id) != 0)
        continue;

      builder = g_strv_builder_new ();
      languages = json_object_get_array_member (entry, "languages");
      for (guint j = 0; j < json_array_get_length (languages); j++)
        g_strv_builder_add (builder, json_array_get_string_element (languages, j));

      return g_strv_builder_end (builder);
    }

  return NULL;
}

/**
 * up_catalog_load_scenario:
 * @self: a catalogue
 * @id: a scenario's id
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads a scenario, in the language that its card says: all of it in that of the catalogue or, where
 * anything is missing in that, all of it in English.
 *
 * Returns: (transfer full): the scenario, or %NULL with @error set
 */
UpScenario *
up_catalog_load_scenario (UpCatalog *self, const char *id, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpContentReader) reader = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_strdup_printf ("scenarios/%s.json", id);
  bytes = up_catalog_load_file (self, name, error);
  if (bytes == NULL)
    return NULL;

  reader = create_reader (self, name);

  return up_content_reader_read_scenario (reader, bytes, name, NULL, error);
}

static void
ensure_moves (UpCatalog *self)
{
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpContentReader) reader = NULL;

  if (self->moves != NULL)
    return;

  self->moves = shelf_new (UP_TYPE_MOVE);
  reader = create_reader (self, "phrases/moves.json");
  bytes = up_catalog_load_file (self, "phrases/moves.json", &error);
  if (bytes != NULL)
    moves = up_content_reader_read_moves (reader, bytes, "phrases/moves.json", NULL, &error);
  if (moves == NULL)
    g_error ("Bundled content: %s", error->message);

  for (guint i = 0; i < moves->len; i++)
    {
      UpMove *move = g_ptr_array_index (moves, i);

      shelf_add (self->moves, up_move_get_id (move), move);
    }
}

/**
 * up_catalog_get_moves:
 * @self: a catalogue
 *
 * Returns: (transfer none): what phrases do, a list of #UpMove; read the first time
 */
GListModel *
up_catalog_get_moves (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  ensure_moves (self);

  return G_LIST_MODEL (self->moves->list);
}

/**
 * up_catalog_find_move:
 * @self: a catalogue
 * @id: a move's id
 *
 * Returns: (transfer none) (nullable): the move
 */
UpMove *
up_catalog_find_move (UpCatalog *self, const char *id)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  ensure_moves (self);

  return g_hash_table_lookup (self->moves->by_id, id);
}

static void
ensure_moments (UpCatalog *self)
{
  g_autoptr (GPtrArray) moments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpContentReader) reader = NULL;

  if (self->moments != NULL)
    return;

  self->moments = shelf_new (UP_TYPE_MOMENT);
  reader = create_reader (self, "moments.json");
  bytes = up_catalog_load_file (self, "moments.json", &error);
  if (bytes != NULL)
    moments = up_content_reader_read_moments (reader, bytes, "moments.json", NULL, &error);
  if (moments == NULL)
    g_error ("Bundled content: %s", error->message);

  for (guint i = 0; i < moments->len; i++)
    {
      UpMoment *moment = g_ptr_array_index (moments, i);

      shelf_add (self->moments, up_moment_get_id (moment), moment);
    }
}

/**
 * up_catalog_get_moments:
 * @self: a catalogue
 *
 * Gives the moments in the order of their file. Each of their texts is in the catalogue's language
 * where it has that text, else in English.
 *
 * Returns: (transfer none): short practice that comes back, a list of #UpMoment; read the first time
 */
GListModel *
up_catalog_get_moments (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  ensure_moments (self);

  return G_LIST_MODEL (self->moments->list);
}

/**
 * up_catalog_find_moment:
 * @self: a catalogue
 * @id: a moment's id
 *
 * Returns: (transfer none) (nullable): the moment
 */
UpMoment *
up_catalog_find_moment (UpCatalog *self, const char *id)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  ensure_moments (self);

  return g_hash_table_lookup (self->moments->by_id, id);
}

/**
 * up_catalog_get_support:
 * @self: a catalogue
 *
 * Gives the support page's content, which is read the first time. Each of its texts is in the
 * catalogue's language where it has that text, else in English.
 *
 * Returns: (transfer none): the content
 */
UpSupport *
up_catalog_get_support (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  if (self->support == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UpContentReader) reader = create_reader (self, "support.json");
      g_autoptr (GBytes) bytes = up_catalog_load_file (self, "support.json", &error);

      if (bytes != NULL)
        self->support =
          up_content_reader_read_support (reader, bytes, "support.json", NULL, &error);
      if (self->support == NULL)
        g_error ("Bundled content: %s", error->message);
    }

  return self->support;
}

/**
 * up_catalog_get_which_way:
 * @self: a catalogue
 *
 * Gives the questions of “Which way?” and what their answers say, which are read the first time. Each
 * of their texts is in the catalogue's language where it has that text, else in English.
 *
 * Returns: (transfer none): all of it
 */
UpWhichWay *
up_catalog_get_which_way (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  if (self->which_way == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UpContentReader) reader = create_reader (self, "which-way.json");
      g_autoptr (GBytes) bytes = up_catalog_load_file (self, "which-way.json", &error);

      if (bytes != NULL)
        self->which_way =
          up_content_reader_read_which_way (reader, bytes, "which-way.json", NULL, &error);
      if (self->which_way == NULL)
        g_error ("Bundled content: %s", error->message);
    }

  return self->which_way;
}

/* Phrases are written for their language: nothing is laid over them, and they stay when the
 * catalogue's language changes. */
static UpShelf *
ensure_phrases (UpCatalog *self, const char *language)
{
  g_autoptr (GPtrArray) phrases = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpContentReader) reader = NULL;
  g_autofree char *name = NULL;
  const char *resolved;
  UpShelf *shelf;

  resolved =
    up_catalog_resolve (self->phrase_languages, language != NULL ? language : self->language);
  if (resolved == NULL)
    resolved = g_intern_static_string (UP_SOURCE_LANGUAGE);

  shelf = g_hash_table_lookup (self->phrases, resolved);
  if (shelf != NULL)
    return shelf;

  shelf = shelf_new (UP_TYPE_PHRASE);
  g_hash_table_insert (self->phrases, (gpointer) resolved, shelf);

  name = g_strdup_printf ("phrases/%s.json", resolved);
  reader = up_content_reader_new ();
  up_content_reader_set_form (reader, self->form);
  up_content_reader_set_trusted (reader, TRUE);
  bytes = up_catalog_load_file (self, name, &error);
  if (bytes != NULL)
    phrases = up_content_reader_read_phrases (reader, bytes, name, NULL, &error);
  if (phrases == NULL)
    g_error ("Bundled content: %s", error->message);

  for (guint i = 0; i < phrases->len; i++)
    {
      UpPhrase *phrase = g_ptr_array_index (phrases, i);

      shelf_add (shelf, up_phrase_get_id (phrase), phrase);
    }

  return shelf;
}

/**
 * up_catalog_get_phrases:
 * @self: a catalogue
 * @language: (nullable): a BCP 47 tag, or %NULL for the catalogue's language
 *
 * Returns: (transfer none): the phrases in @language, or in English where it has none: a list of
 *   #UpPhrase; read the first time
 */
GListModel *
up_catalog_get_phrases (UpCatalog *self, const char *language)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (ensure_phrases (self, language)->list);
}

/**
 * up_catalog_find_phrase:
 * @self: a catalogue
 * @language: (nullable): a BCP 47 tag, or %NULL for the catalogue's language
 * @id: a phrase's id
 *
 * Returns: (transfer none) (nullable): the phrase, if it is among up_catalog_get_phrases()
 */
UpPhrase *
up_catalog_find_phrase (UpCatalog *self, const char *language, const char *id)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (ensure_phrases (self, language)->by_id, id);
}

static gboolean
knows_move (const char *id, gpointer user_data)
{
  return up_catalog_find_move (user_data, id) != NULL;
}

static gboolean
knows_point (const char *id, gpointer user_data)
{
  return up_guide_find_point (up_catalog_get_guide (user_data), id, NULL) != NULL;
}

static gboolean
knows_chapter (const char *id, gpointer user_data)
{
  return up_guide_find_chapter (up_catalog_get_guide (user_data), id) != NULL;
}

static gboolean
knows_scenario (const char *id, gpointer user_data)
{
  return up_catalog_find_card (user_data, id) != NULL;
}

static gboolean
knows_contact (const char *id, gpointer user_data)
{
  return up_support_find_contact (up_catalog_get_support (user_data), id) != NULL;
}

/**
 * up_catalog_get_check_context:
 * @self: a catalogue
 *
 * Returns: what else there is, for those who check a file; valid as long as @self
 */
UpCheckContext
up_catalog_get_check_context (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), ((UpCheckContext) { .user_data = NULL }));

  return (UpCheckContext) {
    .knows_move = knows_move,
    .knows_point = knows_point,
    .knows_chapter = knows_chapter,
    .knows_scenario = knows_scenario,
    .knows_contact = knows_contact,
    .user_data = self,
  };
}
