/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-scan-private.h"

#include <string.h>

/* A record of the journal is looked through and not taken apart: of ten thousand attempts a list needs
 * the titles, and the ways that were gone only of the one that is opened. What is passed over is held
 * against the grammar all the same (RFC 8259), because a line that is not whole is to be found now. */

/* Far deeper than anything that is saved. */
#define MAX_DEPTH 128

typedef struct
{
  const char *p;
  const char *end;
} Scan;

static inline void
skip_space (Scan *scan)
{
  while (scan->p < scan->end &&
         (*scan->p == ' ' || *scan->p == '\t' || *scan->p == '\n' || *scan->p == '\r'))
    scan->p++;
}

static inline gboolean
take (Scan *scan, char c)
{
  if (scan->p >= scan->end || *scan->p != c)
    return FALSE;

  scan->p++;

  return TRUE;
}

static gboolean
read_hex (Scan *scan, guint *unit)
{
  if (scan->end - scan->p < 4)
    return FALSE;

  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*scan->p++);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (guint) digit;
    }

  return TRUE;
}

/* Past what follows a backslash; @character is what it stands for. A C string cannot hold a NUL, and
 * half a surrogate pair is no character: neither was written here. */
static gboolean
read_escape (Scan *scan, gunichar *character)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *name;
  guint unit;
  guint low;

  if (scan->p >= scan->end || *scan->p == '\0')
    return FALSE;

  name = strchr (names, *scan->p);
  if (name != NULL)
    {
      scan->p++;
      *character = values[name - names];
      return TRUE;
    }

  if (!take (scan, 'u') || !read_hex (scan, &unit) || unit == 0)
    return FALSE;

  *character = unit;
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;

  if (unit > 0xdbff || !take (scan, '\\') || !take (scan, 'u') || !read_hex (scan, &low) ||
      low < 0xdc00 || low > 0xdfff)
    return FALSE;

  *character = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);

  return TRUE;
}

/* Bytes of a string that are neither its end, nor an escape, nor a control character. */
static inline const char *
skip_plain (const char *p, const char *end)
{
  /* Eight at a time: each of these three has its highest bit set where a byte is one of those. */
  while (end - p >= 8)
    {
      const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
      const guint64 highs = G_GUINT64_CONSTANT (0x8080808080808080);
      guint64 word;
      guint64 quote;
      guint64 slash;

      memcpy (&word, p, sizeof word);
      quote = word ^ (ones * '"');
      slash = word ^ (ones * '\\');
      if ((((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash)) &
          highs)
        break;
      p += 8;
    }

  while (p < end && *p != '"' && *p != '\\' && (guchar) *p >= 0x20)
    p++;

  return p;
}

static gboolean
scan_string (Scan *scan)
{
  gunichar character;

  if (!take (scan, '"'))
    return FALSE;

  for (;;)
    {
      scan->p = skip_plain (scan->p, scan->end);

      if (take (scan, '"'))
        return TRUE;

      if (!take (scan, '\\') || !read_escape (scan, &character))
        return FALSE;
    }
}

static gboolean
scan_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;

  return scan->p > start;
}

static gboolean
scan_number (Scan *scan)
{
  take (scan, '-');

  if (!take (scan, '0') && !scan_digits (scan))
    return FALSE;

  if (take (scan, '.') && !scan_digits (scan))
    return FALSE;

  if (take (scan, 'e') || take (scan, 'E'))
    {
      if (!take (scan, '+'))
        take (scan, '-');
      return scan_digits (scan);
    }

  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->p) < length || memcmp (scan->p, word, length) != 0)
    return FALSE;

  scan->p += length;

  return TRUE;
}

static gboolean
scan_scalar (Scan *scan)
{
  if (scan->p >= scan->end)
    return FALSE;

  switch (*scan->p)
    {
    case '"':
      return scan_string (scan);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

/* Past a key and its colon. */
static gboolean
scan_key (Scan *scan, UpSpan *key)
{
  const char *start = scan->p + 1;

  if (!scan_string (scan))
    return FALSE;

  *key = (UpSpan) { start, scan->p - start - 1 };
  skip_space (scan);
  if (!take (scan, ':'))
    return FALSE;
  skip_space (scan);

  return TRUE;
}

/* Past a value, however deep it is, without a call for each level. */
static gboolean
scan_value (Scan *scan)
{
  char closers[MAX_DEPTH];
  guint depth = 0;
  UpSpan key;

  for (;;)
    {
      /* A value begins here. */
      if (scan->p < scan->end && (*scan->p == '{' || *scan->p == '['))
        {
          if (depth == MAX_DEPTH)
            return FALSE;

          closers[depth] = *scan->p == '{' ? '}' : ']';
          scan->p++;
          skip_space (scan);
          if (!take (scan, closers[depth]))
            {
              if (closers[depth++] == '}' && !scan_key (scan, &key))
                return FALSE;
              continue;
            }
        }
      else if (!scan_scalar (scan))
        {
          return FALSE;
        }

      /* A value ended here, and perhaps those around it. */
      for (;;)
        {
          if (depth == 0)
            return TRUE;

          skip_space (scan);
          if (take (scan, closers[depth - 1]))
            {
              depth--;
              continue;
            }

          if (!take (scan, ','))
            return FALSE;
          skip_space (scan);
          if (closers[depth - 1] == '}' && !scan_key (scan, &key))
            return FALSE;
          break;
        }
    }
}

/**
 * up_journal_scan:
 * @text: a text
 * @length: its length, in bytes
 * @member: (scope call): called for each member of the object that @text is, perhaps before it is
 *   found not to be one
 * @user_data: for @member
 *
 * Returns: whether @text is one JSON object in UTF-8 and nothing else
 */
gboolean
up_journal_scan (const char *text, gsize length, UpJournalScanMember member, gpointer user_data)
{
  Scan scan = { text, text + length };

  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;

  skip_space (&scan);
  if (!take (&scan, '{'))
    return FALSE;

  skip_space (&scan);
  if (!take (&scan, '}'))
    {
      for (;;)
        {
          const char *start;
          UpSpan key;

          if (!scan_key (&scan, &key))
            return FALSE;

          start = scan.p;
          if (!scan_value (&scan))
            return FALSE;
          member (key, (UpSpan) { start, scan.p - start }, user_data);

          skip_space (&scan);
          if (take (&scan, '}'))
            break;
          if (!take (&scan, ','))
            return FALSE;
          skip_space (&scan);
        }
    }

  skip_space (&scan);

  return scan.p == scan.end;
}

/**
 * up_journal_unquote:
 * @value: a string as up_journal_scan() found it, quotes included
 *
 * Returns: (transfer full): what it says
 */
char *
up_journal_unquote (UpSpan value)
{
  Scan scan = { value.text + 1, value.text + value.length - 1 };
  GString *string;

  g_assert (value.length >= 2);

  if (memchr (scan.p, '\\', scan.end - scan.p) == NULL)
    return g_strndup (scan.p, scan.end - scan.p);

  string = g_string_sized_new (value.length);
  while (scan.p < scan.end)
    {
      const char *start = scan.p;
      gunichar character;

      scan.p = skip_plain (scan.p, scan.end);
      g_string_append_len (string, start, scan.p - start);
      if (take (&scan, '\\') && read_escape (&scan, &character))
        g_string_append_unichar (string, character);
    }

  return g_string_free (string, FALSE);
}

/**
 * up_journal_read_int:
 * @value: a number as up_journal_scan() found it
 * @number: (out): its value
 *
 * Returns: whether it is a whole number that @number can hold
 */
gboolean
up_journal_read_int (UpSpan value, gint64 *number)
{
  char digits[24];

  if (value.length == 0 || value.length >= sizeof digits)
    return FALSE;

  memcpy (digits, value.text, value.length);
  digits[value.length] = '\0';

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, number, NULL);
}
