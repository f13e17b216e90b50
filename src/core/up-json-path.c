/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema.h"

#include <string.h>

/* The longest key that a path holds whole, in bytes. */
#define LONGEST_KEY 80

static gboolean
is_plain_key (const char *key, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (key[i]) && key[i] != '_' && key[i] != '-')
        return FALSE;
    }

  return length > 0;
}

/**
 * up_json_path_append_key:
 * @path: a JSON path
 * @key: the key of a member of the object that @path leads to, valid UTF-8
 * @length: its length in bytes
 *
 * Appends `.key`, or `["key"]` where the key holds more than letters, digits, `_` and `-`. A very
 * long key is cut, so that no message grows without bound; such a path cannot be located.
 */
void
up_json_path_append_key (GString *path, const char *key, gsize length)
{
  const char *cut = "";

  g_return_if_fail (path != NULL);
  g_return_if_fail (key != NULL);

  if (length > LONGEST_KEY)
    {
      const char *end = g_utf8_find_prev_char (key, key + LONGEST_KEY);

      length = end != NULL ? (gsize) (end - key) : 0;
      cut = "…";
    }

  if (is_plain_key (key, length) && *cut == '\0')
    {
      g_string_append_c (path, '.');
      g_string_append_len (path, key, (gssize) length);
      return;
    }

  g_string_append (path, "[\"");
  for (gsize i = 0; i < length; i++)
    {
      if (key[i] == '"' || key[i] == '\\')
        g_string_append_c (path, '\\');
      g_string_append_c (path, key[i]);
    }
  g_string_append_printf (path, "%s\"]", cut);
}

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit << 4 | ((gunichar) g_ascii_xdigit_value (digits[i]) & 0xf);

  return unit;
}

/**
 * up_json_unescape:
 * @text: what stands between the quotes of a JSON string, with sound escapes other than `\b`, `\f`
 *   and `\u0000`, as up_json_scan() has it
 * @length: its length in bytes
 *
 * Returns: (transfer full): the string that is meant
 */
char *
up_json_unescape (const char *text, gsize length)
{
  const char *end = text + length;
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  if (memchr (text, '\\', length) == NULL)
    return g_strndup (text, length);

  plain = g_string_sized_new (length);
  for (const char *p = text; p < end; p++)
    {
      if (*p != '\\' || p + 1 >= end)
        {
          g_string_append_c (plain, *p);
          continue;
        }

      p++;
      if (*p == 'u' && end - p > 4)
        {
          gunichar c = read_unit (p + 1);

          p += 4;
          if (c >= 0xd800 && c < 0xdc00 && end - p > 6)
            {
              c = 0x10000 + ((c & 0x3ff) << 10 | (read_unit (p + 3) & 0x3ff));
              p += 6;
            }
          g_string_append_unichar (plain, c);
        }
      else
        {
          g_string_append_c (plain, *p == 'n' ? '\n' : *p == 't' ? '\t' : *p == 'r' ? '\r' : *p);
        }
    }

  return g_string_free (plain, FALSE);
}
