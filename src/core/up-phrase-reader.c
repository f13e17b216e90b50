/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-hash.h"
#include "up-own-phrase.h"
#include "up-phrase-private.h"
#include "up-reading-private.h"

#include <glib/gi18n-lib.h>

static UpMove *
read_move (UpReading *reading, JsonObject *object, const char *id)
{
  UpMove *move = g_object_new (UP_TYPE_MOVE, NULL);
  const int *roles;
  guint n_roles;

  move->arena = up_arena_ref (reading->arena);
  move->id = id;
  move->title = up_reading_text (reading, object, "title", TRUE);
  move->summary = up_reading_text (reading, object, "summary", TRUE);
  move->lean = up_reading_term (reading, object, "lean", UP_TERMS_LEAN, TRUE);
  move->covers = up_reading_ids (reading, object, "covers", NULL);

  roles = up_reading_terms (reading, object, "for", UP_TERMS_ROLE, &n_roles);
  for (guint i = 0; i < n_roles; i++)
    if (roles[i] >= 0)
      move->roles |= 1u << roles[i];

  return move;
}

/* The blanks in the text and those that are declared have to be the same. */
static void
check_blanks (UpReading *reading, const char *text, const UpBlank *blanks, guint n_blanks)
{
  g_autoptr (GHashTable) missing = up_hash_table_new ();
  g_autoptr (GHashTable) declared = up_hash_table_new ();
  const char *rest = text;
  gboolean more = rest != NULL;

  for (guint i = 0; i < n_blanks; i++)
    if (blanks[i].id != NULL)
      {
        g_hash_table_add (declared, (gpointer) blanks[i].id);
        g_hash_table_add (missing, (gpointer) blanks[i].id);
      }

  while (more)
    {
      UpBlankSpan span;
      gboolean stray;

      more = up_phrase_next_blank (rest, &span, &stray);
      if (stray)
        up_reading_complain (reading, "text", NULL, _ ("braces around the id of a blank only"),
                             _ ("A brace stands in the text that belongs to no blank."));
      if (more)
        {
          g_autofree char *id = g_strndup (span.id, span.id_length);

          g_autofree char *found = up_problem_quote (id);

          g_hash_table_remove (missing, id);
          if (!g_hash_table_contains (declared, id))
            up_reading_complain (reading, "text", found, _ ("a blank that “blanks” lists"),
                                 _ ("A blank in the text is not declared."));
          rest = span.end;
        }
    }

  for (guint i = 0; i < n_blanks; i++)
    {
      const char *id = blanks[i].id;
      g_autofree char *found = NULL;

      if (id == NULL || !g_hash_table_contains (missing, id))
        continue;

      found = up_problem_quote (id);
      up_reading_enter (reading, "blanks", i, id);
      up_reading_complain (reading, NULL, found, _ ("a blank that stands in the text, in braces"),
                           _ ("This blank is not in the phrase’s text."));
      up_reading_leave (reading);
    }
}

static const UpBlank *
read_blanks (UpReading *reading, JsonObject *object, guint *n_blanks)
{
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, object, "blanks", FALSE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  UpBlank *blanks = up_arena_array (reading->arena, UpBlank, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "blanks", i);

      if (item == NULL)
        continue;

      blanks[i].id = up_reading_enter_item (reading, item, "blanks", i);
      up_reading_is_new (reading, ids, blanks[i].id, i);
      blanks[i].label = up_reading_text (reading, item, "label", TRUE);
      up_reading_leave (reading);
    }

  *n_blanks = n;

  return blanks;
}

static UpPhrase *
read_phrase (UpReading *reading, JsonObject *object, const char *id, int review)
{
  UpPhrase *phrase = g_object_new (UP_TYPE_PHRASE, NULL);

  phrase->arena = up_arena_ref (reading->arena);
  phrase->review = review;
  phrase->id = id;
  phrase->move = up_reading_id (reading, object, "move");
  phrase->lean = up_reading_term (reading, object, "lean", UP_TERMS_LEAN, TRUE);
  phrase->address = up_reading_term (reading, object, "address", UP_TERMS_ADDRESS, TRUE);
  phrase->text = up_reading_text (reading, object, "text", TRUE);
  phrase->serves = up_reading_text (reading, object, "serves", TRUE);
  phrase->fails = up_reading_text (reading, object, "fails", TRUE);
  phrase->reply = up_reading_text (reading, object, "reply", TRUE);
  phrase->go_on = up_reading_text (reading, object, "goOn", TRUE);
  phrase->culture = up_reading_text (reading, object, "culture", FALSE);
  phrase->blanks = read_blanks (reading, object, &phrase->n_blanks);
  check_blanks (reading, phrase->text.text, phrase->blanks, phrase->n_blanks);

  return phrase;
}

/**
 * up_moves_read:
 * @reading: a reading at the root
 * @root: the JSON of the moves
 *
 * Builds the moves, and checks on the way that ids are unique.
 *
 * Returns: (transfer full) (nullable) (element-type UpMove): the moves, or %NULL where a problem was
 *   reported
 */
GPtrArray *
up_moves_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpArena) arena = up_arena_new ();
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "moves", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  reading->arena = arena;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "moves", i);
      const char *id;

      if (item == NULL)
        continue;

      id = up_reading_enter_item (reading, item, "moves", i);
      up_reading_is_new (reading, ids, id, i);
      g_ptr_array_add (moves, read_move (reading, item, id));
      up_reading_leave (reading);
    }

  return reading->failed ? NULL : g_steal_pointer (&moves);
}

/**
 * up_phrases_read:
 * @reading: a reading at the root
 * @root: the JSON of one language's phrases
 *
 * Builds the phrases, and checks on the way that ids are unique and that the blanks in a text are
 * those that are declared. Phrases are written for their language and never translated.
 *
 * Returns: (transfer full) (nullable) (element-type UpPhrase): the phrases, or %NULL where a problem
 *   was reported
 */
GPtrArray *
up_phrases_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpArena) arena = up_arena_new ();
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "phrases", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  const char *language = up_reading_peek (root, "language");
  int review = up_reading_term (reading, root, "review", UP_TERMS_REVIEW, TRUE);

  reading->arena = arena;

  if (language == NULL)
    up_reading_malformed (reading, "language");
  else
    reading->language = g_intern_string (language);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "phrases", i);
      const char *id;

      if (item == NULL)
        continue;

      id = up_reading_enter_item (reading, item, "phrases", i);
      up_reading_is_new (reading, ids, id, i);
      g_ptr_array_add (phrases, read_phrase (reading, item, id, review));
      up_reading_leave (reading);
    }

  return reading->failed ? NULL : g_steal_pointer (&phrases);
}

/* The text itself is taken as it stands: nothing of it speaks of the learner in one of several forms. */
static UpPhrase *
read_own (UpReading *reading, JsonObject *object, const char *id)
{
  g_autoptr (UpPhrase) phrase = NULL;
  const UpBlank *blanks;
  guint n_blanks;

  up_reading_id (reading, object, "move");
  up_reading_term (reading, object, "lean", UP_TERMS_LEAN, TRUE);
  if (id != NULL)
    phrase = up_own_phrase_new_for_json (id, object);
  if (phrase == NULL)
    {
      up_reading_malformed (reading, "text");
      return NULL;
    }

  blanks = read_blanks (reading, object, &n_blanks);
  check_blanks (reading, up_phrase_get_text (phrase).text, blanks, n_blanks);

  return g_steal_pointer (&phrase);
}

/**
 * up_own_phrases_read:
 * @reading: a reading at the root
 * @root: the JSON of phrases that a person wrote
 *
 * Builds the phrases, and checks on the way what up_phrases_read() does.
 *
 * Returns: (transfer full) (nullable) (element-type UpPhrase): the phrases, or %NULL where a problem
 *   was reported
 */
GPtrArray *
up_own_phrases_read (UpReading *reading, JsonObject *root)
{
  g_autoptr (UpArena) arena = up_arena_new ();
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = up_hash_table_new ();
  JsonArray *list = up_reading_list (reading, root, "phrases", TRUE);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  reading->arena = arena;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = up_reading_item (reading, list, "phrases", i);
      UpPhrase *phrase;
      const char *id;

      if (item == NULL)
        continue;

      id = up_reading_enter_item (reading, item, "phrases", i);
      up_reading_is_new (reading, ids, id, i);
      phrase = read_own (reading, item, id);
      if (phrase != NULL)
        g_ptr_array_add (phrases, phrase);
      up_reading_leave (reading);
    }

  return reading->failed ? NULL : g_steal_pointer (&phrases);
}
