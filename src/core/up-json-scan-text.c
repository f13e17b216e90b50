/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-json-scan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
build_path (UpJsonScan *self)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->frames->len; i++)
    {
      const UpJsonFrame *frame = &g_array_index (self->frames, UpJsonFrame, i);

      if (!frame->is_object)
        g_string_append_printf (path, "[%u]", frame->index);
      else if (frame->key != NULL)
        up_json_path_append_key (path, frame->key, frame->key_length);
    }

  return g_string_free (path, FALSE);
}

static void
set_position (UpJsonScan *self, UpProblem *problem, const char *at)
{
  const char *p;

  if (at < self->counted)
    {
      self->counted = self->line_start = self->text;
      self->line = 1;
    }
  while ((p = memchr (self->counted, '\n', (gsize) (at - self->counted))) != NULL)
    {
      self->counted = self->line_start = p + 1;
      self->line++;
    }
  self->counted = at;

  problem->line = self->line;
  problem->column = 1;
  for (p = self->line_start; p < at; p++)
    {
      if (((guchar) *p & 0xc0) != 0x80)
        problem->column++;
    }
}

/* Takes @found and @expected. */
void
up_json_scan_report (UpJsonScan *self, UpContentError code, const char *at, const char *message,
                     char *found, char *expected)
{
  g_autofree char *path = build_path (self);
  g_autoptr (UpProblem) problem = up_problem_new (path, message);

  problem->file = g_strdup (self->file);
  problem->found = found;
  problem->expected = expected;
  set_position (self, problem, at);

  if (self->n_problems == 0)
    {
      g_autofree char *line = up_problem_to_string (problem);

      g_set_error_literal (self->error, UP_CONTENT_ERROR, (int) code, line);
    }
  self->n_problems++;

  if (self->problems != NULL)
    {
      if (self->limits->problems > 0 && self->n_problems > self->limits->problems)
        {
          g_free (problem->message);
          problem->message = g_strdup (_ ("There are more problems than are listed here; mend "
                                          "these first, then check again."));
          g_clear_pointer (&problem->found, g_free);
          g_clear_pointer (&problem->expected, g_free);
        }
      g_ptr_array_add (self->problems, g_steal_pointer (&problem));
    }
  if (self->limits->problems > 0 && self->n_problems > self->limits->problems)
    self->stopped = TRUE;
}

/* Takes @message, @found and @expected. */
void
up_json_scan_stop (UpJsonScan *self, UpContentError code, const char *at, char *message,
                   char *found, char *expected)
{
  up_json_scan_report (self, code, at, message, found, expected);
  g_free (message);
  self->stopped = TRUE;
}

static char *
describe_at (UpJsonScan *self, const char *at)
{
  if (at >= self->end)
    return g_strdup (_ ("the end of the file"));
  if ((guchar) *at < 0x20 || *at == 0x7f)
    return g_strdup_printf ("U+%04X", (guint) (guchar) *at);
  if ((guchar) *at < 0x80)
    return g_strdup_printf ("“%c”", *at);
  if (g_utf8_get_char_validated (at, self->end - at) < 0x110000)
    return g_strdup_printf ("“%.*s”", (int) (g_utf8_next_char (at) - at), at);

  return g_strdup_printf ("0x%02X", (guint) (guchar) *at);
}

void
up_json_scan_syntax (UpJsonScan *self, const char *expected)
{
  char *found = describe_at (self, self->p);

  up_json_scan_stop (
    self, UP_CONTENT_ERROR_SYNTAX, self->p,
    /* Translators: both are things in a JSON file, such as “a comma or }” and “"”. */
    g_strdup_printf (_ ("This is not JSON. Expected: %s. Found: %s."), expected, found), found,
    g_strdup (expected));
}

static void
report_char (UpJsonScan *self, const char *at, gunichar c)
{
  g_autofree char *message = NULL;

  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    message = g_strdup_printf (_ ("U+%04X is invisible and turns the direction of the text around "
                                  "it; remove it (U+200E and U+200F are allowed)."),
                               c);
  else if (c == 0x2028 || c == 0x2029)
    message = g_strdup_printf (_ ("U+%04X is an invisible line break; make two strings of the text "
                                  "or put a space there."),
                               c);
  else
    message = g_strdup_printf (_ ("U+%04X is a control character; remove it."), c);

  up_json_scan_report (self, UP_CONTENT_ERROR_ENCODING, at, message, g_strdup_printf ("U+%04X", c),
                       g_strdup (_ ("text without control characters")));
}

static gboolean
is_refused (gunichar c)
{
  if (c < 0x20)
    return c != '\t' && c != '\n' && c != '\r';

  return (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static int
parse_hex4 (UpJsonScan *self, const char *p)
{
  int value = 0;

  if (self->end - p < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* At a backslash; moves past the escape. */
static void
scan_escape (UpJsonScan *self)
{
  const char *at = self->p;
  int unit;
  int low;

  self->p++;
  if (self->p < self->end && *self->p != '\0' && strchr ("\"\\/nrt", *self->p) != NULL)
    {
      self->p++;
      return;
    }
  if (self->p < self->end && (*self->p == 'b' || *self->p == 'f'))
    {
      report_char (self, at, *self->p == 'b' ? '\b' : '\f');
      self->p++;
      return;
    }
  if (self->p >= self->end || *self->p != 'u' || (unit = parse_hex4 (self, self->p + 1)) < 0)
    {
      up_json_scan_syntax (self, _ ("an escape such as \\\" or \\u00e9"));
      return;
    }

  self->p += 5;
  if (unit < 0xd800 || unit > 0xdfff)
    {
      if (is_refused ((gunichar) unit))
        report_char (self, at, (gunichar) unit);
      return;
    }

  low = unit < 0xdc00 && self->end - self->p >= 6 && self->p[0] == '\\' && self->p[1] == 'u'
          ? parse_hex4 (self, self->p + 2)
          : -1;
  if (low >= 0xdc00 && low <= 0xdfff)
    {
      self->p += 6;
      return;
    }

  {
    g_autofree char *message =
      g_strdup_printf (_ ("\\u%04x is half a character; write the whole character, or both "
                          "halves one after the other."),
                       (guint) unit);

    up_json_scan_report (self, UP_CONTENT_ERROR_ENCODING, at, message,
                         g_strdup_printf ("\\u%04x", (guint) unit),
                         g_strdup (_ ("a whole character")));
  }
}

/* At a byte ≥ 0x80; moves past the character, checking as RFC 3629 has it. */
static void
scan_wide (UpJsonScan *self)
{
  const guchar *p = (const guchar *) self->p;
  gsize left = (gsize) (self->end - self->p);
  gsize length = 0;

  if (p[0] >= 0xc2 && p[0] < 0xe0 && left >= 2 && (p[1] & 0xc0) == 0x80)
    {
      length = 2;
      if (p[0] == 0xc2 && p[1] < 0xa0)
        report_char (self, self->p, p[1]);
    }
  else if ((p[0] & 0xf0) == 0xe0 && left >= 3 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80 &&
           (p[0] != 0xe0 || p[1] >= 0xa0) && (p[0] != 0xed || p[1] < 0xa0))
    {
      length = 3;
      if (p[0] == 0xe2)
        {
          gunichar c = 0x2000u | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);

          if (is_refused (c))
            report_char (self, self->p, c);
        }
    }
  else if (p[0] >= 0xf0 && p[0] < 0xf5 && left >= 4 && (p[1] & 0xc0) == 0x80 &&
           (p[2] & 0xc0) == 0x80 && (p[3] & 0xc0) == 0x80 && (p[0] != 0xf0 || p[1] >= 0x90) &&
           (p[0] != 0xf4 || p[1] < 0x90))
    {
      length = 4;
    }

  if (length == 0)
    {
      up_json_scan_stop (
        self, UP_CONTENT_ERROR_ENCODING, self->p,
        g_strdup_printf (_ ("The byte 0x%02X is not UTF-8; save the file as UTF-8."), p[0]),
        g_strdup_printf ("0x%02X", p[0]), g_strdup ("UTF-8"));
      return;
    }

  self->p += length;
}

/* Moves over bytes that mean nothing special in a string, eight at a time. */
static inline const char *
skip_plain (const char *p, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = ones << 7;

  while (end - p >= 8)
    {
      guint64 word;
      guint64 quote;
      guint64 slash;

      memcpy (&word, p, sizeof word);
      quote = word ^ (ones * '"');
      slash = word ^ (ones * '\\');
      /* A byte is special if it is ≥ 0x80, < 0x20, a quote or a backslash. Borrows may only make
       * a byte after a special one look special, and DEL is left to the slow way. */
      if ((word | (word - ones * 0x20) | (quote - ones) | (slash - ones) | (word + ones)) & tops)
        break;
      p += 8;
    }
  while (p < end && (guchar) *p >= 0x20 && (guchar) *p < 0x7f && *p != '"' && *p != '\\')
    p++;

  return p;
}

/* At the opening quote; moves past the closing one. */
void
up_json_scan_string (UpJsonScan *self, gboolean *escaped)
{
  const char *start = self->p++;

  while (!self->stopped)
    {
      self->p = skip_plain (self->p, self->end);
      if (self->p >= self->end)
        {
          self->p = start;
          up_json_scan_stop (
            self, UP_CONTENT_ERROR_SYNTAX, start,
            g_strdup (_ ("The string that begins here does not end; close it with a straight "
                         "double quote.")),
            g_strdup (_ ("the end of the file")), g_strdup ("\""));
          return;
        }
      if (*self->p == '"')
        break;

      if (*self->p == '\\')
        {
          *escaped = TRUE;
          scan_escape (self);
        }
      else if ((guchar) *self->p >= 0x80)
        {
          scan_wide (self);
        }
      else if (*self->p == '\n' || *self->p == '\r' || *self->p == '\t')
        {
          up_json_scan_stop (
            self, UP_CONTENT_ERROR_SYNTAX, self->p,
            g_strdup (_ ("A line break or tab stands inside a string; close the string with a "
                         "straight double quote, or put a space there.")),
            g_strdup_printf ("U+%04X", (guint) *self->p), g_strdup ("\""));
        }
      else
        {
          report_char (self, self->p, (gunichar) *self->p);
          self->p++;
        }
    }

  if (self->stopped)
    return;

  self->p++;
  if (self->limits->text > 0 && (gsize) (self->p - start - 2) > self->limits->text)
    {
      gsize length = (gsize) (self->p - start - 2);
      g_autofree char *message = g_strdup_printf (
        ngettext ("This text has %zu bytes, the most is %zu byte; shorten or divide it.",
                  "This text has %zu bytes, the most is %zu bytes; shorten or divide it.",
                  self->limits->text),
        length, self->limits->text);

      up_json_scan_report (self, UP_CONTENT_ERROR_TOO_LARGE, start, message,
                           g_strdup_printf ("%" G_GSIZE_FORMAT, length),
                           g_strdup_printf ("≤ %" G_GSIZE_FORMAT, self->limits->text));
    }
}
