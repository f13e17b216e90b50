/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-phrase-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (UpPhrase, up_phrase, G_TYPE_OBJECT)

static void
up_phrase_finalize (GObject *object)
{
  UpPhrase *self = UP_PHRASE (object);

  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_phrase_parent_class)->finalize (object);
}

static void
up_phrase_class_init (UpPhraseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_phrase_finalize;
}

static void
up_phrase_init (UpPhrase *self)
{
}

/**
 * up_phrase_get_id:
 * @self: a phrase
 *
 * Returns: (transfer none): its id, unique in its language
 */
const char *
up_phrase_get_id (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), NULL);

  return self->id;
}

/**
 * up_phrase_get_move:
 * @self: a phrase
 *
 * Returns: (transfer none): the id of the move it makes
 */
const char *
up_phrase_get_move (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), NULL);

  return self->move;
}

/**
 * up_phrase_get_lean:
 * @self: a phrase
 *
 * Returns: which way it leans
 */
UpLean
up_phrase_get_lean (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_LEAN_EITHER);

  return self->lean;
}

/**
 * up_phrase_get_address:
 * @self: a phrase
 *
 * Returns: the form of address, in %UP_TERMS_ADDRESS
 */
int
up_phrase_get_address (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), -1);

  return self->address;
}

/**
 * up_phrase_get_review:
 * @self: a phrase
 *
 * Returns: who has reviewed the phrases of its language, in %UP_TERMS_REVIEW
 */
int
up_phrase_get_review (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), -1);

  return self->review;
}

/**
 * up_phrase_get_text:
 * @self: a phrase
 *
 * Returns: (transfer none): what one says, with its blanks in braces
 */
UpText
up_phrase_get_text (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->text;
}

/**
 * up_phrase_get_serves:
 * @self: a phrase
 *
 * Returns: (transfer none): what it is good for
 */
UpText
up_phrase_get_serves (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->serves;
}

/**
 * up_phrase_get_fails:
 * @self: a phrase
 *
 * Returns: (transfer none): where it fails
 */
UpText
up_phrase_get_fails (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->fails;
}

/**
 * up_phrase_get_reply:
 * @self: a phrase
 *
 * Returns: (transfer none): a likely reply
 */
UpText
up_phrase_get_reply (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->reply;
}

/**
 * up_phrase_get_go_on:
 * @self: a phrase
 *
 * Returns: (transfer none): a way to go on
 */
UpText
up_phrase_get_go_on (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->go_on;
}

/**
 * up_phrase_get_culture:
 * @self: a phrase
 *
 * Returns: (transfer none): what differs by culture; not set where there is nothing to say
 */
UpText
up_phrase_get_culture (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->culture;
}

/**
 * up_phrase_is_own:
 * @self: a phrase
 *
 * Returns: whether a person wrote it for themselves
 */
gboolean
up_phrase_is_own (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), FALSE);

  return self->own;
}

/**
 * up_phrase_get_note:
 * @self: a phrase
 *
 * Returns: (transfer none): what a person noted about a phrase of their own; not set where there is
 *   nothing
 */
UpText
up_phrase_get_note (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), UP_TEXT_NONE);

  return self->note;
}

/**
 * up_phrase_get_n_blanks:
 * @self: a phrase
 *
 * Returns: how many blanks it has
 */
guint
up_phrase_get_n_blanks (UpPhrase *self)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), 0);

  return self->n_blanks;
}

/**
 * up_phrase_get_blank:
 * @self: a phrase
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a blank, which lives as long as its phrase
 */
const UpBlank *
up_phrase_get_blank (UpPhrase *self, guint i)
{
  g_return_val_if_fail (UP_IS_PHRASE (self), NULL);
  g_return_val_if_fail (i < self->n_blanks, NULL);

  return &self->blanks[i];
}

static gboolean
is_id_character (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || c == '-';
}

/**
 * up_phrase_next_blank:
 * @text: where to look from
 * @span: (out caller-allocates): where the next blank is
 * @stray: (out) (optional): whether a brace stands before it that belongs to no blank
 *
 * Finds the next blank, such as `{remark}`. What it points to is in @text.
 *
 * Returns: %TRUE where there is one
 */
gboolean
up_phrase_next_blank (const char *text, UpBlankSpan *span, gboolean *stray)
{
  if (stray != NULL)
    *stray = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      const char *end = c + 1;

      if (*c != '{' && *c != '}')
        continue;

      while (*c == '{' && is_id_character (*end))
        end++;

      if (*c == '{' && *end == '}' && end > c + 1)
        {
          *span = (UpBlankSpan) { c, end + 1, c + 1, end - c - 1 };
          return TRUE;
        }

      if (stray != NULL)
        *stray = TRUE;
    }

  return FALSE;
}

/**
 * up_phrase_fill:
 * @self: a phrase
 * @filled: (nullable) (element-type utf8 utf8): the words for blanks, by their ids
 *
 * Puts words into the phrase. A blank without words, or with none but spaces, shows its label in
 * square brackets, so that nobody says it by mistake.
 *
 * Returns: (transfer full): the text
 */
char *
up_phrase_fill (UpPhrase *self, GHashTable *filled)
{
  GString *string;
  const char *rest;
  UpBlankSpan span;

  g_return_val_if_fail (UP_IS_PHRASE (self), NULL);

  string = g_string_new (NULL);
  rest = self->text.text;

  while (up_phrase_next_blank (rest, &span, NULL))
    {
      g_autofree char *id = g_strndup (span.id, span.id_length);
      const char *words = filled != NULL ? g_hash_table_lookup (filled, id) : NULL;
      g_autofree char *trimmed = g_strstrip (g_strdup (words != NULL ? words : ""));

      g_string_append_len (string, rest, span.start - rest);

      if (*trimmed != '\0')
        {
          g_string_append (string, trimmed);
        }
      else
        {
          const char *label = id;

          for (guint i = 0; i < self->n_blanks; i++)
            if (g_str_equal (self->blanks[i].id, id))
              label = self->blanks[i].label.text;
          g_string_append_printf (string, "[%s]", label);
        }

      rest = span.end;
    }

  g_string_append (string, rest);

  return g_string_free (string, FALSE);
}
