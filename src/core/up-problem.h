/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UpProblem:
 * @file: the name of the file, as it was given
 * @line: the line, counted from 1, or 0 where it is not known
 * @column: the column in characters, counted from 1, or 0 where it is not known
 * @path: the JSON path, such as `$.scenes[3].choices[1].next`
 * @near: (nullable): the id of the nearest thing that has one, such as `scene “monday”`
 * @found: (nullable): what stands there
 * @expected: (nullable): what should stand there, and so how to mend it
 * @message: one sentence for a person
 */
typedef struct
{
  char *file;
  guint line;
  guint column;
  char *path;
  char *near;
  char *found;
  char *expected;
  char *message;
} UpProblem;

#define UP_TYPE_PROBLEM (up_problem_get_type ())

GType up_problem_get_type (void);
UpProblem *up_problem_new (const char *path, const char *message);
UpProblem *up_problem_copy (const UpProblem *problem);
void up_problem_free (UpProblem *problem);
char *up_problem_to_string (const UpProblem *problem);
/* What is wrong and what should stand there, without the place. */
char *up_problem_describe (const UpProblem *problem);

/* Something from a file as a problem repeats it: not at any length. */
char *up_problem_shorten (const char *word);
char *up_problem_quote (const char *word);

/* The words for UpProblem.near: @list is the key of the list that the thing stands in, such as
 * "choices"; @outer the id of the thing that holds it, and of use for choices only. */
char *up_problem_near (const char *list, const char *id, const char *outer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpProblem, up_problem_free)

G_END_DECLS
