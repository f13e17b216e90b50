/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-json-scan-private.h"

#include "up-hash.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The largest integer that every reader of JSON holds exactly: 2^53 − 1 (RFC 8259, section 6). */
#define SAFE_INTEGER 9007199254740991.0

/* Above this an object's keys go into a hash table; below, comparing them all is faster. */
#define FEW_KEYS 12

/* The longest number that is read, in bytes: any longer one holds no more than a double can. */
#define LONGEST_NUMBER 64

typedef struct
{
  const char *text;
  guint length;
  guint hash;
} Key;

static void
scan_number (UpJsonScan *self)
{
  const char *start = self->p;
  const char *digits;
  gboolean is_integer = TRUE;
  gsize length;
  char copy[LONGEST_NUMBER + 1];

  if (*self->p == '-')
    self->p++;
  digits = self->p;
  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  if (self->p == digits)
    {
      up_json_scan_syntax (self, _ ("a digit"));
      return;
    }
  if (*digits == '0' && self->p - digits > 1)
    {
      self->p = digits + 1;
      up_json_scan_syntax (self, _ ("a number without leading zeros"));
      return;
    }
  if (self->p < self->end && *self->p == '.')
    {
      is_integer = FALSE;
      digits = ++self->p;
      while (self->p < self->end && g_ascii_isdigit (*self->p))
        self->p++;
      if (self->p == digits)
        {
          up_json_scan_syntax (self, _ ("a digit"));
          return;
        }
    }
  if (self->p < self->end && (*self->p == 'e' || *self->p == 'E'))
    {
      is_integer = FALSE;
      self->p++;
      if (self->p < self->end && (*self->p == '+' || *self->p == '-'))
        self->p++;
      digits = self->p;
      while (self->p < self->end && g_ascii_isdigit (*self->p))
        self->p++;
      if (self->p == digits)
        {
          up_json_scan_syntax (self, _ ("a digit"));
          return;
        }
    }

  length = (gsize) (self->p - start);
  if (is_integer && length <= 15)
    return;
  if (length <= LONGEST_NUMBER)
    {
      double value;

      memcpy (copy, start, length);
      copy[length] = '\0';
      value = g_ascii_strtod (copy, NULL);
      if (value >= -SAFE_INTEGER && value <= SAFE_INTEGER)
        return;
    }

  up_json_scan_report (
    self, UP_CONTENT_ERROR_INVALID, start,
    _ ("This number is too large or too long to be read exactly; write a smaller one."),
    g_strndup (start, MIN (length, LONGEST_NUMBER)),
    g_strdup ("−9007199254740991 … 9007199254740991"));
}

static guint
key_hash (gconstpointer key)
{
  return ((const Key *) key)->hash;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->hash == other->hash && one->length == other->length &&
         memcmp (one->text, other->text, one->length) == 0;
}

/* Whether the object already has @key, which is added if not. */
static gboolean
note_key (UpJsonScan *self, UpJsonFrame *frame, const Key *key)
{
  guint n = self->keys->len - frame->first_key;

  if (n < FEW_KEYS)
    {
      for (guint i = frame->first_key; i < self->keys->len; i++)
        {
          if (key_equal (&g_array_index (self->keys, Key, i), key))
            return TRUE;
        }
      g_array_append_vals (self->keys, key, 1);
      return FALSE;
    }

  if (frame->many == NULL)
    {
      frame->many = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
      for (guint i = frame->first_key; i < self->keys->len; i++)
        g_hash_table_add (frame->many,
                          g_memdup2 (&g_array_index (self->keys, Key, i), sizeof (Key)));
    }
  if (g_hash_table_contains (frame->many, key))
    return TRUE;
  g_hash_table_add (frame->many, g_memdup2 (key, sizeof *key));

  if (self->limits->members > 0 && g_hash_table_size (frame->many) > self->limits->members)
    up_json_scan_stop (
      self, UP_CONTENT_ERROR_TOO_LARGE, key->text,
      g_strdup_printf (ngettext ("This object has more than %u key, which is the most.",
                                 "This object has more than %u keys, which is the most.",
                                 self->limits->members),
                       self->limits->members),
      NULL, g_strdup_printf ("≤ %u", self->limits->members));

  return FALSE;
}

/* At the opening quote of a key; moves past the colon. */
static void
scan_key (UpJsonScan *self)
{
  UpJsonFrame *frame = &g_array_index (self->frames, UpJsonFrame, self->frames->len - 1);
  const char *start = self->p;
  guint before = self->n_problems;
  gboolean escaped = FALSE;
  Key key;

  frame->key = NULL;
  if (self->p >= self->end || *self->p != '"')
    {
      up_json_scan_syntax (self, _ ("a key in straight double quotes"));
      return;
    }
  up_json_scan_string (self, &escaped);
  if (self->stopped)
    return;

  /* A key that may not stand there is reported under its object, and compared with none. */
  if (self->n_problems > before)
    return;

  key = (Key) { start + 1, (guint) (self->p - start - 2), 0 };
  if (escaped)
    {
      /* "\u0061" and "a" are the same key. */
      g_autofree char *plain = up_json_unescape (key.text, key.length);

      key.text = g_string_chunk_insert (self->unescaped, plain);
      key.length = (guint) strlen (key.text);
    }
  key.hash = up_hash_bytes (key.text, key.length);
  frame->key = key.text;
  frame->key_length = key.length;
  if (note_key (self, frame, &key))
    {
      g_autofree char *word = g_strndup (key.text, MIN (key.length, 60));
      g_autofree char *name = g_utf8_make_valid (word, -1);
      g_autofree char *message =
        g_strdup_printf (_ ("The key “%s” stands twice in one object; keep one."), name);

      up_json_scan_report (self, UP_CONTENT_ERROR_SYNTAX, start, message, g_strdup (name),
                           g_strdup (_ ("each key once")));
    }
}

static inline void
skip_space (UpJsonScan *self)
{
  while (self->p < self->end &&
         (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t'))
    self->p++;
}

static void
push_frame (UpJsonScan *self, gboolean is_object)
{
  UpJsonFrame frame = { .is_object = is_object, .first_key = self->keys->len };

  if (self->limits->depth > 0 && self->frames->len >= self->limits->depth)
    {
      up_json_scan_stop (
        self, UP_CONTENT_ERROR_TOO_LARGE, self->p,
        g_strdup_printf (ngettext ("Lists and objects stand in each other more than %u deep.",
                                   "Lists and objects stand in each other more than %u deep.",
                                   self->limits->depth),
                         self->limits->depth),
        NULL, g_strdup_printf ("≤ %u", self->limits->depth));
      return;
    }
  g_array_append_val (self->frames, frame);
  self->p++;
}

static void
pop_frame (UpJsonScan *self)
{
  UpJsonFrame *frame = &g_array_index (self->frames, UpJsonFrame, self->frames->len - 1);

  g_clear_pointer (&frame->many, g_hash_table_unref);
  g_array_set_size (self->keys, frame->first_key);
  g_array_set_size (self->frames, self->frames->len - 1);
  self->p++;
}

static void
scan_word (UpJsonScan *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->p) >= length && memcmp (self->p, words[i], length) == 0)
        {
          self->p += length;
          return;
        }
    }
  up_json_scan_syntax (self, _ ("a value"));
}

static void
scan_scalar (UpJsonScan *self)
{
  gboolean escaped = FALSE;

  if (self->p < self->end && *self->p == '"')
    up_json_scan_string (self, &escaped);
  else if (self->p < self->end && (*self->p == '-' || g_ascii_isdigit (*self->p)))
    scan_number (self);
  else
    scan_word (self);
}

/* At a member of an object; moves to its value. */
static void
scan_member (UpJsonScan *self)
{
  scan_key (self);
  if (self->stopped)
    return;

  skip_space (self);
  if (self->p < self->end && *self->p == ':')
    self->p++;
  else
    up_json_scan_syntax (self, _ ("a colon"));
}

static void
scan_text (UpJsonScan *self)
{
  gboolean wants_value = TRUE;

  while (!self->stopped)
    {
      UpJsonFrame *frame = NULL;
      char c;

      skip_space (self);
      c = self->p < self->end ? *self->p : '\0';
      if (self->frames->len > 0)
        frame = &g_array_index (self->frames, UpJsonFrame, self->frames->len - 1);

      if (wants_value && (c == '{' || c == '['))
        {
          push_frame (self, c == '{');
          skip_space (self);
          if (self->stopped)
            return;
          if (self->p < self->end && *self->p == (c == '{' ? '}' : ']'))
            {
              pop_frame (self);
              wants_value = FALSE;
            }
          else if (c == '{')
            {
              scan_member (self);
            }
        }
      else if (wants_value)
        {
          scan_scalar (self);
          wants_value = FALSE;
        }
      else if (frame == NULL)
        {
          break;
        }
      else if (c == (frame->is_object ? '}' : ']') && c != '\0')
        {
          pop_frame (self);
        }
      else if (c == ',')
        {
          self->p++;
          skip_space (self);
          frame->index++;
          wants_value = TRUE;
          if (frame->is_object)
            scan_member (self);
        }
      else
        {
          up_json_scan_syntax (self, frame->is_object ? _ ("a comma or }") : _ ("a comma or ]"));
        }
    }

  if (!self->stopped && self->p < self->end)
    up_json_scan_syntax (self, _ ("the end of the file"));
}

static void
clear_frame (gpointer data)
{
  UpJsonFrame *frame = data;

  g_clear_pointer (&frame->many, g_hash_table_unref);
}

/**
 * up_json_scan:
 * @text: (array length=length): a file's bytes, which need not end in NUL
 * @length: the number of bytes
 * @limits: what the file may not exceed
 * @file: (nullable): what a person calls the file, for the problems
 * @problems: (nullable) (element-type UpProblem): where problems are added
 * @error: where the first problem is told
 *
 * Reads JSON once, keeping nothing, and refuses what content may not hold although json-glib lets
 * it pass even in strict mode: a byte-order mark, keys that stand twice, NUL and other control
 * characters, characters that turn the direction of text around them (Unicode TR36, section 2.9.2),
 * half characters, integers that a double cannot hold, and what exceeds @limits. It also tells bad
 * syntax better: with column, path, and what should stand there.
 *
 * Reading goes on after a problem with a character, a key, a number or a length, so that all are
 * reported; it ends at bad UTF-8, at bad syntax, and where nesting or an object grows too large.
 *
 * Returns: whether @text is JSON without any of these
 */
gboolean
up_json_scan (const char *text, gsize length, const UpContentLimits *limits, const char *file,
              GPtrArray *problems, GError **error)
{
  UpJsonScan self = {
    .text = text,
    .end = text + length,
    .p = text,
    .limits = limits,
    .file = file,
    .problems = problems,
    .error = error,
    .counted = text,
    .line_start = text,
    .line = 1,
  };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (limits != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  self.frames = g_array_new (FALSE, FALSE, sizeof (UpJsonFrame));
  g_array_set_clear_func (self.frames, clear_frame);
  self.keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self.unescaped = g_string_chunk_new (256);

  if (limits->bytes > 0 && length > limits->bytes)
    {
      g_autofree char *size = g_format_size_full (length, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *most = g_format_size_full (limits->bytes, G_FORMAT_SIZE_IEC_UNITS);

      up_json_scan_stop (&self, UP_CONTENT_ERROR_TOO_LARGE, text,
                         g_strdup_printf (_ ("The file has %s; the most is %s."), size, most),
                         g_strdup (size), g_strdup_printf ("≤ %s", most));
    }
  else
    {
      if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
        {
          up_json_scan_report (
            &self, UP_CONTENT_ERROR_ENCODING, text,
            _ ("The file begins with a byte-order mark; save it as UTF-8 without one."),
            g_strdup ("U+FEFF"), g_strdup (_ ("UTF-8 without a byte-order mark")));
          self.p += 3;
        }
      scan_text (&self);
    }

  g_string_chunk_free (self.unescaped);
  g_array_unref (self.keys);
  g_array_unref (self.frames);

  return self.n_problems == 0;
}
