/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-own-phrase.h"

#include "up-digits.h"
#include "up-phrase-private.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Phrases of one's own. A person writes a blank as its label in braces; kept are, as in the library, an
 * id in the text and the label beside it. */

/* One line, without what no content may have: control characters and marks that turn the direction of
 * what follows. */
static char *
tidy (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) && c != 0xa0 && c != 0x202f)
        c = ' ';
      if (g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
          (c == ' ' && (line->len == 0 || line->str[line->len - 1] == ' ')))
        continue;
      g_string_append_unichar (line, c);
    }

  /* Spaces that do not break are none of a text's ends either. */
  while (line->len > 0)
    {
      const char *last = g_utf8_find_prev_char (line->str, line->str + line->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (line, last - line->str);
    }
  while (line->len > 0 && g_unichar_isspace (g_utf8_get_char (line->str)))
    g_string_erase (line, 0, g_utf8_next_char (line->str) - line->str);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Takes a tidy text apart: @text gets it with ids, @labels the blanks' labels. */
static UpOwnPhraseFault
take_apart (const char *tidied, GString *text, GPtrArray *labels)
{
  gboolean has_words = FALSE;

  for (const char *p = tidied; *p != '\0'; p++)
    {
      const char *end;
      g_autofree char *inside = NULL;
      g_autofree char *label = NULL;
      guint number;

      if (*p == '}')
        return UP_OWN_PHRASE_OPEN;
      if (*p != '{')
        {
          has_words = has_words || *p != ' ';
          g_string_append_c (text, *p);
          continue;
        }

      end = strpbrk (p + 1, "{}");
      if (end == NULL || *end == '{')
        return UP_OWN_PHRASE_OPEN;

      inside = g_strndup (p + 1, end - p - 1);
      label = tidy (inside);
      if (*label == '\0')
        return UP_OWN_PHRASE_UNLABELLED;
      if (g_utf8_strlen (label, -1) > UP_OWN_PHRASE_MAX_LABEL)
        return UP_OWN_PHRASE_TOO_LONG;

      /* The same label twice is the same words twice. */
      for (number = 0; number < labels->len; number++)
        if (g_str_equal (g_ptr_array_index (labels, number), label))
          break;
      if (number == labels->len)
        g_ptr_array_add (labels, g_steal_pointer (&label));
      g_string_append_printf (text, "{blank-%u}", number + 1);
      p = end;
    }

  if (!has_words)
    return UP_OWN_PHRASE_EMPTY;
  if (labels->len > UP_OWN_PHRASE_MAX_BLANKS)
    return UP_OWN_PHRASE_MANY_BLANKS;

  return g_utf8_strlen (text->str, -1) > UP_OWN_PHRASE_MAX_TEXT ? UP_OWN_PHRASE_TOO_LONG
                                                                : UP_OWN_PHRASE_GOOD;
}

/**
 * up_own_phrase_check:
 * @typed: a text with its blanks' labels in braces
 *
 * Returns: what is wrong with it
 */
UpOwnPhraseFault
up_own_phrase_check (const char *typed)
{
  g_autofree char *tidied = tidy (typed);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  return take_apart (tidied, text, labels);
}

/**
 * up_own_phrase_describe:
 * @fault: what is wrong with a text
 *
 * Returns: (nullable) (transfer none): a sentence about it, in the interface's language; %NULL where
 *   nothing is wrong
 */
const char *
up_own_phrase_describe (UpOwnPhraseFault fault)
{
  switch (fault)
    {
    case UP_OWN_PHRASE_EMPTY:
      return _ ("There are no words yet.");
    case UP_OWN_PHRASE_OPEN:
      return _ ("A blank begins with { and ends with }.");
    case UP_OWN_PHRASE_UNLABELLED:
      return _ ("Between { and } belongs what is to be filled in.");
    case UP_OWN_PHRASE_TOO_LONG:
      return _ ("This is too long to say.");
    case UP_OWN_PHRASE_MANY_BLANKS:
      return _ ("There are too many blanks.");
    case UP_OWN_PHRASE_GOOD:
    default:
      return NULL;
    }
}

/* What both ways to make one share. */
static UpPhrase *
new_phrase (const char *id, const char *language, const char *move, int lean, const char *note)
{
  UpPhrase *self = g_object_new (UP_TYPE_PHRASE, NULL);
  g_autofree char *tidied = tidy (note);

  self->arena = up_arena_new ();
  self->id = up_arena_strdup (self->arena, id != NULL ? id : "");
  self->move = up_arena_strdup (self->arena, move);
  self->lean = lean;
  self->address = -1;
  self->review = -1;
  self->own = TRUE;
  self->text.language = g_intern_string (language);
  if (g_utf8_strlen (tidied, -1) > UP_OWN_PHRASE_MAX_NOTE)
    *g_utf8_offset_to_pointer (tidied, UP_OWN_PHRASE_MAX_NOTE) = '\0';
  g_strchomp (tidied);
  if (*tidied != '\0')
    self->note = (UpText) { up_arena_strdup (self->arena, tidied), NULL };

  return self;
}

/**
 * up_own_phrase_new:
 * @language: the BCP 47 tag of its language
 * @move: the id of the move it makes
 * @lean: which way it leans
 * @typed: a text that up_own_phrase_check() finds good, with its blanks' labels in braces
 * @note: (nullable): a note about it
 *
 * Returns: (transfer full): a phrase of one's own, without an id of its own
 */
UpPhrase *
up_own_phrase_new (const char *language, const char *move, UpLean lean, const char *typed,
                   const char *note)
{
  g_autofree char *tidied = tidy (typed);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  UpOwnPhraseFault fault;
  UpPhrase *self;
  UpBlank *blanks;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (move != NULL, NULL);

  fault = take_apart (tidied, text, labels);
  g_return_val_if_fail (fault == UP_OWN_PHRASE_GOOD, NULL);

  self = new_phrase (NULL, language, move, lean, note);
  self->text.text = up_arena_strdup (self->arena, text->str);
  self->n_blanks = labels->len;
  blanks = up_arena_array (self->arena, UpBlank, labels->len);
  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("blank-%u", i + 1);

      blanks[i].id = up_arena_strdup (self->arena, id);
      blanks[i].label = (UpText) { up_arena_strdup (self->arena, g_ptr_array_index (labels, i)),
                                   self->text.language };
    }
  self->blanks = blanks;

  return self;
}

/**
 * up_own_phrase_get_typed:
 * @phrase: a phrase
 *
 * Returns: (transfer full): its text as a person writes it, with its blanks' labels in braces
 */
char *
up_own_phrase_get_typed (UpPhrase *phrase)
{
  g_autoptr (GHashTable) labels = NULL;

  g_return_val_if_fail (UP_IS_PHRASE (phrase), NULL);

  labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < phrase->n_blanks; i++)
    g_hash_table_insert (labels, (gpointer) phrase->blanks[i].id,
                         g_strdup_printf ("{%s}", phrase->blanks[i].label.text));

  return up_phrase_fill (phrase, labels);
}

static const char *
peek (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *string =
    node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return string != NULL && *string != '\0' ? string : NULL;
}

static const char *
find_label (JsonArray *blanks, const char *id)
{
  for (guint i = 0; blanks != NULL && i < json_array_get_length (blanks); i++)
    {
      JsonNode *node = json_array_get_element (blanks, i);

      if (JSON_NODE_HOLDS_OBJECT (node) &&
          g_strcmp0 (peek (json_node_get_object (node), "id"), id) == 0)
        return peek (json_node_get_object (node), "label");
    }

  return NULL;
}

/**
 * up_own_phrase_new_for_json:
 * @id: the id it has
 * @object: what up_own_phrase_build() wrote
 *
 * Takes what it can: a blank without a label shows its id.
 *
 * Returns: (transfer full) (nullable): a phrase of one's own, or %NULL where it has no text, language
 *   or move
 */
UpPhrase *
up_own_phrase_new_for_json (const char *id, JsonObject *object)
{
  const char *text, *language, *move, *lean;
  JsonNode *node;
  JsonArray *list;
  UpPhrase *self;
  UpBlankSpan span;
  GArray *found;
  UpBlank *blanks;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (object != NULL, NULL);

  text = peek (object, "text");
  language = peek (object, "language");
  move = peek (object, "move");
  lean = peek (object, "lean");
  if (text == NULL || language == NULL || move == NULL)
    return NULL;

  self = new_phrase (id, language, move, lean != NULL ? up_terms_parse (UP_TERMS_LEAN, lean) : -1,
                     peek (object, "note"));
  if ((int) self->lean < 0)
    self->lean = UP_LEAN_EITHER;
  self->text.text = up_arena_strdup (self->arena, text);

  node = json_object_get_member (object, "blanks");
  list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  /* In the order of the text, so that each is there, and once. */
  found = g_array_new (FALSE, FALSE, sizeof (UpBlank));
  for (const char *rest = self->text.text; up_phrase_next_blank (rest, &span, NULL);
       rest = span.end)
    {
      g_autofree char *blank = g_strndup (span.id, span.id_length);
      const char *label = find_label (list, blank);
      UpBlank item;
      gboolean known = FALSE;

      for (guint i = 0; i < found->len; i++)
        known = known || g_str_equal (g_array_index (found, UpBlank, i).id, blank);
      if (known)
        continue;

      item.id = up_arena_strdup (self->arena, blank);
      item.label = (UpText) { label != NULL ? up_arena_strdup (self->arena, label) : item.id,
                              self->text.language };
      g_array_append_val (found, item);
    }
  self->n_blanks = found->len;
  blanks = up_arena_array (self->arena, UpBlank, found->len);
  if (found->len > 0)
    memcpy (blanks, found->data, found->len * sizeof (UpBlank));
  self->blanks = blanks;
  g_array_unref (found);

  return self;
}

static void
add_string (JsonBuilder *builder, const char *member, const char *string)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, string);
}

/**
 * up_own_phrase_build:
 * @phrase: a phrase of one's own
 * @builder: a builder in an object
 *
 * Adds all that a phrase says but its id, as in the format `upstander-own-phrases/1`.
 */
void
up_own_phrase_build (UpPhrase *phrase, JsonBuilder *builder)
{
  g_return_if_fail (UP_IS_PHRASE (phrase));
  g_return_if_fail (JSON_IS_BUILDER (builder));

  add_string (builder, "language", phrase->text.language);
  add_string (builder, "move", phrase->move);
  add_string (builder, "lean", up_terms_get_id (UP_TERMS_LEAN, (int) phrase->lean));
  add_string (builder, "text", phrase->text.text);

  if (phrase->n_blanks > 0)
    {
      json_builder_set_member_name (builder, "blanks");
      json_builder_begin_array (builder);
      for (guint i = 0; i < phrase->n_blanks; i++)
        {
          json_builder_begin_object (builder);
          add_string (builder, "id", phrase->blanks[i].id);
          add_string (builder, "label", phrase->blanks[i].label.text);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }

  if (up_text_is_set (phrase->note))
    add_string (builder, "note", phrase->note.text);
}

/**
 * up_own_phrases_to_json:
 * @phrases: (element-type UpPhrase): phrases of one's own
 *
 * Returns: (transfer full): them as a file of the format `upstander-own-phrases/1`
 */
char *
up_own_phrases_to_json (GPtrArray *phrases)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (phrases != NULL, NULL);

  json_builder_begin_object (builder);
  add_string (builder, "format", UP_OWN_PHRASES_FORMAT);
  json_builder_set_member_name (builder, "phrases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < phrases->len; i++)
    {
      UpPhrase *phrase = g_ptr_array_index (phrases, i);

      json_builder_begin_object (builder);
      add_string (builder, "id", phrase->id);
      up_own_phrase_build (phrase, builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}

static UpMove *
find_move (GListModel *moves, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i);

      if (g_str_equal (up_move_get_id (move), id))
        return move; /* the model keeps it */
    }

  return NULL;
}

/**
 * up_own_phrases_to_document:
 * @phrases: (element-type UpPhrase): phrases of one's own
 * @moves: a list of #UpMove
 *
 * Returns: (transfer full): them as a page to read
 */
UpDocument *
up_own_phrases_to_document (GPtrArray *phrases, GListModel *moves)
{
  UpDocument *document;

  g_return_val_if_fail (phrases != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (moves), NULL);

  document = up_document_new (_ ("Own Phrases"), up_digits_get_language ());
  for (guint i = 0; i < phrases->len; i++)
    {
      UpPhrase *phrase = g_ptr_array_index (phrases, i);
      UpMove *move = find_move (moves, phrase->move);
      g_autofree char *words = up_phrase_fill (phrase, NULL);
      g_autofree char *title =
        move != NULL ? up_quote_isolate (up_move_get_title (move).text) : NULL;
      const char *lean = up_terms_get_title (UP_TERMS_LEAN, (int) phrase->lean);
      g_autofree char *facts =
        title != NULL ? g_strdup_printf (_ ("%s · %s"), title, lean) : g_strdup (lean);

      up_document_add_quotation (document, (UpText) { words, phrase->text.language });
      up_document_add_dimmed (document, (UpText) { facts, up_digits_get_language () });
      up_document_add_paragraph (document, phrase->note);
    }

  return document;
}
