/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (UpProblem, up_problem, up_problem_copy, up_problem_free)

/**
 * up_problem_new:
 * @path: the JSON path of the place that is to be mended
 * @message: one sentence for a person
 *
 * Makes a problem whose other members are empty, to be filled in by the caller.
 *
 * Returns: (transfer full): a new problem
 */
UpProblem *
up_problem_new (const char *path, const char *message)
{
  UpProblem *problem;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  problem = g_new0 (UpProblem, 1);
  problem->path = g_strdup (path);
  problem->message = g_strdup (message);

  return problem;
}

/**
 * up_problem_copy:
 * @problem: a problem
 *
 * Returns: (transfer full): a copy of @problem
 */
UpProblem *
up_problem_copy (const UpProblem *problem)
{
  UpProblem *copy;

  g_return_val_if_fail (problem != NULL, NULL);

  copy = g_memdup2 (problem, sizeof *problem);
  copy->file = g_strdup (problem->file);
  copy->path = g_strdup (problem->path);
  copy->near = g_strdup (problem->near);
  copy->found = g_strdup (problem->found);
  copy->expected = g_strdup (problem->expected);
  copy->message = g_strdup (problem->message);

  return copy;
}

/**
 * up_problem_free:
 * @problem: (nullable) (transfer full): a problem
 */
void
up_problem_free (UpProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->file);
  g_free (problem->path);
  g_free (problem->near);
  g_free (problem->found);
  g_free (problem->expected);
  g_free (problem->message);
  g_free (problem);
}

/**
 * up_problem_to_string:
 * @problem: a problem
 *
 * Writes a problem on one line: file, line and column as compilers do, so that editors can jump
 * there, then the message, and in brackets the JSON path and the nearest thing with an id.
 *
 * Returns: (transfer full): a line without its line break
 */
char *
up_problem_to_string (const UpProblem *problem)
{
  GString *string;

  g_return_val_if_fail (problem != NULL, NULL);

  string = g_string_new (NULL);

  if (problem->file != NULL)
    {
      g_string_append (string, problem->file);
      g_string_append_c (string, ':');
    }
  if (problem->line > 0)
    {
      g_string_append_printf (string, "%u:", problem->line);
      if (problem->column > 0)
        g_string_append_printf (string, "%u:", problem->column);
    }
  if (string->len > 0)
    g_string_append_c (string, ' ');

  g_string_append (string, problem->message);
  if (problem->path != NULL && problem->near != NULL)
    g_string_append_printf (string, " [%s, %s]", problem->path, problem->near);
  else if (problem->path != NULL)
    g_string_append_printf (string, " [%s]", problem->path);

  return g_string_free (string, FALSE);
}

/* A message may name what was found and expected itself. */
static gboolean
is_said (const char *message, const char *words)
{
  return words == NULL || strstr (message, words) != NULL;
}

/**
 * up_problem_describe:
 * @problem: a problem
 *
 * Says what is wrong, what was found and what should stand there, each once.
 *
 * Returns: (transfer full): whole sentences
 */
char *
up_problem_describe (const UpProblem *problem)
{
  gboolean found_said;
  gboolean expected_said;

  g_return_val_if_fail (problem != NULL, NULL);

  found_said = is_said (problem->message, problem->found);
  expected_said = is_said (problem->message, problem->expected);

  if (!found_said && !expected_said)
    /* Translators: a sentence, then what was found in a file, then what should stand there. */
    return g_strdup_printf (_ ("%s Found: %s. Expected: %s."), problem->message, problem->found,
                            problem->expected);
  if (!found_said)
    /* Translators: a sentence, then what was found in a file. */
    return g_strdup_printf (_ ("%s Found: %s."), problem->message, problem->found);
  if (!expected_said)
    /* Translators: a sentence, then what should stand in a file. */
    return g_strdup_printf (_ ("%s Expected: %s."), problem->message, problem->expected);

  return g_strdup (problem->message);
}

/* The longest word from a file that a problem repeats whole, in characters. */
#define LONGEST_WORD 60

/**
 * up_problem_shorten:
 * @word: something from a file
 *
 * Returns: (transfer full): @word as a problem repeats it, which is not at any length
 */
char *
up_problem_shorten (const char *word)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (word != NULL, NULL);

  if (g_utf8_strlen (word, -1) <= LONGEST_WORD)
    return g_strdup (word);

  start = g_utf8_substring (word, 0, LONGEST_WORD);

  return g_strconcat (start, "…", NULL);
}

/**
 * up_problem_quote:
 * @word: something from a file
 *
 * Returns: (transfer full): @word as up_problem_shorten() has it, in quotation marks
 */
char *
up_problem_quote (const char *word)
{
  g_autofree char *shortened = up_problem_shorten (word);

  return g_strdup_printf ("“%s”", shortened);
}

/**
 * up_problem_near:
 * @list: (nullable): the key of the list that the thing stands in, such as `choices`
 * @id: the thing's id
 * @outer: (nullable): the id of the thing that holds it, since choices are unique only in a scene
 *
 * Returns: (transfer full): words for the `near` of a problem
 */
char *
up_problem_near (const char *list, const char *id, const char *outer)
{
  g_autofree char *short_id = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  short_id = up_problem_shorten (id);

  if (list != NULL && outer != NULL && g_str_equal (list, "choices"))
    /* Translators: the ids of a choice and of the scene it stands in. */
    return g_strdup_printf (_ ("choice “%s” of scene “%s”"), short_id, outer);

  if (list == NULL)
    return g_strdup_printf ("“%s”", short_id);
  if (g_str_equal (list, "scenes"))
    return g_strdup_printf (_ ("scene “%s”"), short_id);
  if (g_str_equal (list, "choices"))
    return g_strdup_printf (_ ("choice “%s”"), short_id);
  if (g_str_equal (list, "people"))
    return g_strdup_printf (_ ("person “%s”"), short_id);
  if (g_str_equal (list, "flags"))
    return g_strdup_printf (_ ("flag “%s”"), short_id);
  if (g_str_equal (list, "chapters"))
    return g_strdup_printf (_ ("chapter “%s”"), short_id);
  if (g_str_equal (list, "blocks"))
    return g_strdup_printf (_ ("block “%s”"), short_id);
  if (g_str_equal (list, "columns"))
    return g_strdup_printf (_ ("column “%s”"), short_id);
  if (g_str_equal (list, "moves"))
    return g_strdup_printf (_ ("move “%s”"), short_id);
  if (g_str_equal (list, "phrases"))
    return g_strdup_printf (_ ("phrase “%s”"), short_id);
  if (g_str_equal (list, "moments"))
    return g_strdup_printf (_ ("moment “%s”"), short_id);
  if (g_str_equal (list, "questions"))
    return g_strdup_printf (_ ("question “%s”"), short_id);
  if (g_str_equal (list, "answers"))
    return g_strdup_printf (_ ("answer “%s”"), short_id);
  if (g_str_equal (list, "advices"))
    return g_strdup_printf (_ ("advice “%s”"), short_id);
  if (g_str_equal (list, "rules"))
    return g_strdup_printf (_ ("rule “%s”"), short_id);
  if (g_str_equal (list, "items"))
    return g_strdup_printf (_ ("item “%s”"), short_id);
  if (g_str_equal (list, "contacts"))
    return g_strdup_printf (_ ("contact “%s”"), short_id);
  if (g_str_equal (list, "steps"))
    return g_strdup_printf (_ ("step “%s”"), short_id);
  if (g_str_equal (list, "sources"))
    return g_strdup_printf (_ ("source “%s”"), short_id);
  if (g_str_equal (list, "cards"))
    return g_strdup_printf (_ ("card “%s”"), short_id);

  return g_strdup_printf ("“%s”", short_id);
}
