/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema.h"

#include <string.h>

/* The paths that are looked for, as a tree: one walk through the text finds them all. */
typedef struct _Step Step;

struct _Step
{
  GHashTable *members;  /* key → Step */
  GHashTable *elements; /* place → Step */
  gsize offset;
  gboolean found;
};

typedef struct
{
  const char *text;
  const char *end;
} Text;

static void
step_free (Step *self)
{
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->elements, g_hash_table_unref);
  g_free (self);
}

static Step *
step_get_member (Step *self, char *key)
{
  Step *step;

  if (self->members == NULL)
    self->members =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) step_free);

  step = g_hash_table_lookup (self->members, key);
  if (step != NULL)
    {
      g_free (key);
      return step;
    }

  step = g_new0 (Step, 1);
  g_hash_table_insert (self->members, key, step);

  return step;
}

static Step *
step_get_element (Step *self, guint place)
{
  Step *step;

  if (self->elements == NULL)
    self->elements =
      g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) step_free);

  step = g_hash_table_lookup (self->elements, GUINT_TO_POINTER (place));
  if (step != NULL)
    return step;

  step = g_new0 (Step, 1);
  g_hash_table_insert (self->elements, GUINT_TO_POINTER (place), step);

  return step;
}

/* Adds @path to the tree and returns its last step, or NULL where @path is not one of ours. */
static Step *
step_add_path (Step *root, const char *path)
{
  Step *step = root;
  const char *p = path;

  if (*p++ != '$')
    return NULL;

  while (*p != '\0')
    {
      if (*p == '.')
        {
          gsize length = 0;

          p++;
          while (p[length] != '\0' && p[length] != '.' && p[length] != '[')
            length++;
          step = step_get_member (step, g_strndup (p, length));
          p += length;
        }
      else if (p[0] == '[' && p[1] == '"')
        {
          GString *key = g_string_new (NULL);

          for (p += 2; *p != '\0' && *p != '"'; p++)
            {
              if (p[0] == '\\' && p[1] != '\0')
                p++;
              g_string_append_c (key, *p);
            }
          if (p[0] != '"' || p[1] != ']')
            {
              g_string_free (key, TRUE);
              return NULL;
            }
          p += 2;
          step = step_get_member (step, g_string_free (key, FALSE));
        }
      else if (*p == '[')
        {
          char *end = NULL;
          guint64 place = g_ascii_strtoull (p + 1, &end, 10);

          if (end == p + 1 || *end != ']' || place >= G_MAXUINT)
            return NULL;
          step = step_get_element (step, (guint) place);
          p = end + 1;
        }
      else
        {
          return NULL;
        }
    }

  return step;
}

static const char *
skip_space (const Text *text, const char *p)
{
  while (p < text->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;

  return p;
}

/* Returns what follows the string whose opening quote is at @p. */
static const char *
skip_string (const Text *text, const char *p)
{
  for (p++; p < text->end && *p != '"'; p++)
    {
      if (*p == '\\')
        p++;
    }

  return MIN (p + 1, text->end);
}

/* Returns what follows the value at @p; brackets inside strings do not count. */
static const char *
skip_value (const Text *text, const char *p)
{
  guint depth = 0;

  while (p < text->end)
    {
      switch (*p)
        {
        case '"':
          p = skip_string (text, p);
          break;
        case '{':
        case '[':
          depth++;
          p++;
          break;
        case '}':
        case ']':
          if (depth == 0)
            return p;
          depth--;
          p++;
          break;
        case ',':
          if (depth == 0)
            return p;
          p++;
          continue;
        default:
          p++;
          continue;
        }
      if (depth == 0)
        return p;
    }

  return p;
}

/* Notes where the value at @p and those below it that are looked for stand; recursion is bounded by
 * the length of the paths. Returns what follows the value. */
static const char *
walk (const Text *text, const char *p, Step *step)
{
  gboolean is_object;

  step->offset = (gsize) (p - text->text);
  step->found = TRUE;

  if (p >= text->end || (step->members == NULL && step->elements == NULL))
    return skip_value (text, p);

  is_object = *p == '{';
  if ((is_object && step->members == NULL) || (*p == '[' && step->elements == NULL) ||
      (!is_object && *p != '['))
    return skip_value (text, p);

  p = skip_space (text, p + 1);
  for (guint place = 0; p < text->end && *p != '}' && *p != ']'; place++)
    {
      Step *next;

      if (is_object)
        {
          const char *key_end = skip_string (text, p);
          g_autofree char *key = NULL;

          if (*p != '"' || key_end - p < 2)
            return text->end;
          key = up_json_unescape (p + 1, (gsize) (key_end - p) - 2);
          next = g_hash_table_lookup (step->members, key);
          p = skip_space (text, key_end);
          if (p < text->end)
            p = skip_space (text, p + 1);
        }
      else
        {
          next = g_hash_table_lookup (step->elements, GUINT_TO_POINTER (place));
        }

      p = next != NULL ? walk (text, p, next) : skip_value (text, p);
      p = skip_space (text, p);
      if (p < text->end && *p == ',')
        p = skip_space (text, p + 1);
    }

  return MIN (p + 1, text->end);
}

static void
walk_all (const char *text, gsize length, Step *root)
{
  Text whole = { text, text + length };

  walk (&whole, skip_space (&whole, text), root);
}

/* Lines and columns for offsets that mostly rise: counting goes on from the one before. */
typedef struct
{
  gsize offset;
  gsize line_start;
  guint line;
} Counter;

static void
counter_advance (Counter *counter, const char *text, gsize offset, guint *line, guint *column)
{
  const char *p;

  if (offset < counter->offset)
    *counter = (Counter) { 0, 0, 1 };

  p = text + counter->offset;
  while ((p = memchr (p, '\n', (gsize) (text + offset - p))) != NULL)
    {
      p++;
      counter->line++;
      counter->line_start = (gsize) (p - text);
    }
  counter->offset = offset;

  *line = counter->line;
  *column = 1;
  for (gsize i = counter->line_start; i < offset; i++)
    {
      if (((guchar) text[i] & 0xc0) != 0x80)
        (*column)++;
    }
}

/**
 * up_json_locate:
 * @text: JSON that up_json_scan() has passed
 * @length: its length in bytes
 * @path: a JSON path, such as `$.scenes[3].choices[1].next`
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Finds where the value that @path leads to begins. For many paths use
 * up_json_locate_problems(), which reads @text once.
 *
 * Returns: whether there is such a value; if not, @line and @column are set to 0
 */
gboolean
up_json_locate (const char *text, gsize length, const char *path, guint *line, guint *column)
{
  Step *root;
  Step *step;
  gboolean found = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (line != NULL && column != NULL, FALSE);

  *line = *column = 0;
  root = g_new0 (Step, 1);
  step = step_add_path (root, path);
  if (step != NULL)
    {
      walk_all (text, length, root);
      found = step->found;
    }
  if (found)
    {
      Counter counter = { 0, 0, 1 };

      counter_advance (&counter, text, step->offset, line, column);
    }
  step_free (root);

  return found;
}

static int
compare_offsets (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Step **steps = user_data;
  gsize one = steps[*(const guint *) a]->offset;
  gsize other = steps[*(const guint *) b]->offset;

  return one < other ? -1 : one > other;
}

/**
 * up_json_locate_problems:
 * @text: JSON that up_json_scan() has passed
 * @length: its length in bytes
 * @problems: (element-type UpProblem): problems
 *
 * Fills in line and column of those problems that have none, in one walk through @text. A problem
 * whose path leads nowhere in @text (a path cut for its length) keeps 0.
 */
void
up_json_locate_problems (const char *text, gsize length, GPtrArray *problems)
{
  g_autofree Step **steps = NULL;
  g_autoptr (GArray) order = NULL;
  Counter counter = { 0, 0, 1 };
  Step *root;

  g_return_if_fail (text != NULL);
  g_return_if_fail (problems != NULL);

  root = g_new0 (Step, 1);
  steps = g_new0 (Step *, problems->len + 1);
  for (guint i = 0; i < problems->len; i++)
    {
      UpProblem *problem = g_ptr_array_index (problems, i);

      if (problem->line == 0 && problem->path != NULL)
        steps[i] = step_add_path (root, problem->path);
    }

  walk_all (text, length, root);

  order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < problems->len; i++)
    {
      if (steps[i] != NULL && steps[i]->found)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_offsets, steps);
  for (guint i = 0; i < order->len; i++)
    {
      guint place = g_array_index (order, guint, i);
      UpProblem *problem = g_ptr_array_index (problems, place);

      counter_advance (&counter, text, steps[place]->offset, &problem->line, &problem->column);
    }

  step_free (root);
}
