/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-schema-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes @message, @found and @expected. */
static void
report (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node, char *message,
        char *found, char *expected)
{
  GString *path = g_string_new (NULL);
  UpProblem *problem;

  up_schema_append_path (path, at);
  problem = up_problem_new (path->str, message);
  problem->near = up_schema_describe_near (at);
  problem->found = found;
  problem->expected = expected;
  if (node != NULL && node->expected != NULL)
    {
      g_free (problem->expected);
      problem->expected = g_strdup (node->expected);
    }
  if (self->n_problems++ == self->limit)
    {
      up_problem_free (problem);
      problem = up_problem_new ("$", _ ("There are more problems than are listed here; mend these "
                                        "first, then check again."));
      self->full = TRUE;
    }
  g_ptr_array_add (self->problems, problem);
  g_string_free (path, TRUE);
  g_free (message);
}

/* While only asking whether something holds, nothing is said. */
#define UNLESS_QUIET(self)                                                                         \
  if ((self)->quiet > 0 || (self)->full)                                                           \
  return

/* The keys that may stand in an object, in the schema's order. */
static GPtrArray *
get_names (const UpSchemaNode *node)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < node->n_properties; i++)
    {
      if (!node->properties[i].node->nothing)
        g_ptr_array_add (names, (gpointer) node->properties[i].name);
    }

  return names;
}

void
up_schema_report_type (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node)
{
  char *expected;
  char *found;
  guint types = node->types;

  UNLESS_QUIET (self);

  for (guint i = 0; types == 0 && node->branches != NULL && i < node->branches->len; i++)
    {
      UpSchemaBranches *branches = g_ptr_array_index (node->branches, i);

      for (guint j = 0; j < branches->nodes->len; j++)
        types |= ((UpSchemaNode *) g_ptr_array_index (branches->nodes, j))->types;
    }
  expected = up_schema_describe_types (types);
  found = up_schema_describe_value (at->node);
  report (
    self, at, node,
    g_strdup_printf (_ ("This is of the wrong kind. Expected: %s. Found: %s."), expected, found),
    found, expected);
}

void
up_schema_report_value (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                        GPtrArray *strings, GPtrArray *others)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) written = NULL;
  const char *close = NULL;
  char *expected;
  char *found;
  char *message;

  UNLESS_QUIET (self);

  all = g_ptr_array_new ();
  written = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_extend (all, strings, NULL, NULL);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      char *word = json_to_string (g_ptr_array_index (others, i), FALSE);

      g_ptr_array_add (written, word);
      g_ptr_array_add (all, word);
    }
  expected = up_schema_join (all);
  found = up_schema_describe_value (at->node);
  if (JSON_NODE_HOLDS_VALUE (at->node) && json_node_get_value_type (at->node) == G_TYPE_STRING)
    close = up_schema_suggest (json_node_get_string (at->node), strings);

  if (all->len == 1)
    {
      g_autofree char *only =
        strings->len == 1 ? g_strdup_printf ("“%s”", expected) : g_strdup (expected);

      message = g_strdup_printf (_ ("Only %s may stand here, not %s."), only, found);
    }
  else if (close != NULL)
    message = g_strdup_printf (_ ("%s is not in the list. Was “%s” meant? It is one of: %s."),
                               found, close, expected);
  else
    message = g_strdup_printf (_ ("%s is not in the list. Write one of: %s."), found, expected);
  report (self, at, node, message, found, expected);
}

void
up_schema_report_length (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                         guint length)
{
  char *message;

  UNLESS_QUIET (self);

  if (length == 0)
    message = g_strdup (_ ("The text is empty; write something, or leave the key out if it may be "
                           "left out."));
  else if (length < node->min_length)
    message =
      g_strdup_printf (ngettext ("The text is shorter than %u character.",
                                 "The text is shorter than %u characters.", node->min_length),
                       node->min_length);
  else
    message =
      g_strdup_printf (ngettext ("The text is longer than %u character; it has %u. Shorten "
                                 "or divide it.",
                                 "The text is longer than %u characters; it has %u. Shorten "
                                 "or divide it.",
                                 node->max_length),
                       node->max_length, length);
  report (self, at, node, message, up_schema_describe_value (at->node),
          node->max_length == G_MAXUINT
            ? g_strdup_printf ("≥ %u", node->min_length)
            : g_strdup_printf ("%u–%u", node->min_length, node->max_length));
}

void
up_schema_report_pattern (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node)
{
  char *expected;
  char *found;
  char *message;

  UNLESS_QUIET (self);

  found = up_schema_describe_value (at->node);
  switch (node->pattern_kind)
    {
    case UP_PATTERN_ID:
      message =
        g_strdup_printf (_ ("%s is not an id; write lower-case words joined by hyphens, such "
                            "as “name-impact”."),
                         found);
      expected = g_strdup (_ ("lower-case words joined by hyphens"));
      break;
    case UP_PATTERN_PARAGRAPH:
      message =
        g_strdup (_ ("The text begins or ends with a space, or holds a line break; a text is "
                     "one paragraph."));
      expected = g_strdup (_ ("one paragraph without spaces around it"));
      break;
    case UP_PATTERN_REGEX:
    case UP_PATTERN_NONE:
    default:
      expected = g_strdup (node->expected != NULL ? node->expected : node->pattern);
      message =
        g_strdup_printf (_ ("%s does not have the right form. Expected: %s."), found, expected);
      break;
    }
  report (self, at, node, message, found, expected);
}

void
up_schema_report_range (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                        double value)
{
  char *message;
  char *expected;

  UNLESS_QUIET (self);

  if (node->maximum >= G_MAXDOUBLE)
    expected = g_strdup_printf ("≥ %g", node->minimum);
  else
    expected = g_strdup_printf ("%g–%g", node->minimum, node->maximum);
  message = value < node->minimum
              ? g_strdup_printf (_ ("The number is too small; %g is the least."), node->minimum)
              : g_strdup_printf (_ ("The number is too large; %g is the most."), node->maximum);
  report (self, at, node, message, up_schema_describe_value (at->node), expected);
}

void
up_schema_report_count (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                        guint count)
{
  char *message;
  char *expected;

  UNLESS_QUIET (self);

  if (node->max_items == 0)
    {
      expected = g_strdup (_ ("an empty list"));
      message = node->expected != NULL
                  ? g_strdup_printf (_ ("The list must be empty here: %s."), node->expected)
                  : g_strdup (_ ("The list must be empty here."));
    }
  else if (node->min_items == node->max_items)
    {
      expected = g_strdup_printf ("%u", node->min_items);
      message = g_strdup_printf (ngettext ("The list needs exactly %u entry; it has %u.",
                                           "The list needs exactly %u entries; it has %u.",
                                           node->min_items),
                                 node->min_items, count);
    }
  else if (count < node->min_items)
    {
      expected = g_strdup_printf ("≥ %u", node->min_items);
      message = g_strdup_printf (ngettext ("The list needs at least %u entry; it has %u.",
                                           "The list needs at least %u entries; it has %u.",
                                           node->min_items),
                                 node->min_items, count);
    }
  else
    {
      expected = g_strdup_printf ("%u–%u", node->min_items, node->max_items);
      message = g_strdup_printf (ngettext ("The list may have at most %u entry; it has %u.",
                                           "The list may have at most %u entries; it has %u.",
                                           node->max_items),
                                 node->max_items, count);
    }
  report (self, at, node, message, g_strdup_printf ("%u", count), expected);
}

void
up_schema_report_twice (UpSchemaCheck *self, const UpSchemaFrame *at)
{
  char *found;

  UNLESS_QUIET (self);

  found = up_schema_describe_value (at->node);
  report (self, at, NULL,
          g_strdup_printf (_ ("%s stands twice in the list; each may stand there once."), found),
          found, g_strdup (_ ("each once")));
}

void
up_schema_report_members (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                          guint count)
{
  g_autoptr (GPtrArray) names = NULL;
  char *expected;

  UNLESS_QUIET (self);

  names = get_names (node);
  expected = up_schema_join (names);
  report (
    self, at, node,
    g_strdup_printf (ngettext ("At least %u key must stand here, of: %s.",
                               "At least %u keys must stand here, of: %s.", node->min_properties),
                     node->min_properties, expected),
    g_strdup_printf ("%u", count), expected);
}

void
up_schema_report_contains (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                           guint count)
{
  GString *wanted;

  UNLESS_QUIET (self);

  /* The members that the entries are told by, such as "pivotal". */
  wanted = g_string_new (NULL);
  for (guint i = 0; i < node->contains->n_properties; i++)
    {
      const UpSchemaProperty *property = &node->contains->properties[i];

      g_string_append_printf (wanted, "%s\"%s\"", i > 0 ? ", " : "", property->name);
      if (property->node->others != NULL && property->node->others->len == 1)
        {
          g_autofree char *word =
            json_to_string (g_ptr_array_index (property->node->others, 0), FALSE);

          g_string_append_printf (wanted, ": %s", word);
        }
    }
  report (self, at, node,
          node->min_contains == node->max_contains
            ? g_strdup_printf (ngettext ("Exactly %u entry of the list must have %s; it is %u.",
                                         "Exactly %u entries of the list must have %s; it is %u.",
                                         node->min_contains),
                               node->min_contains, wanted->str, count)
            : g_strdup_printf (_ ("The number of entries with %s does not fit; it is %u."),
                               wanted->str, count),
          g_strdup_printf ("%u", count),
          node->max_contains == G_MAXUINT
            ? g_strdup_printf ("≥ %u", node->min_contains)
            : g_strdup_printf ("%u–%u", node->min_contains, node->max_contains));
  g_string_free (wanted, TRUE);
}

void
up_schema_report_missing (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                          const char *name)
{
  UNLESS_QUIET (self);

  report (self, at, node, g_strdup_printf (_ ("“%s” is missing here; add it."), name), NULL,
          g_strdup (name));
}

void
up_schema_report_dependent (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                            const char *name, const char *needs)
{
  UNLESS_QUIET (self);

  report (self, at, node,
          g_strdup_printf (_ ("“%s” makes sense only together with “%s”; add the one or remove the "
                              "other."),
                           name, needs),
          g_strdup (name), g_strdup (needs));
}

void
up_schema_report_unknown (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *word = NULL;
  const char *close;
  char *expected;

  UNLESS_QUIET (self);

  names = get_names (node);
  word = up_problem_shorten (at->key);
  close = up_schema_suggest (at->key, names);
  expected = up_schema_join (names);
  report (self, at, NULL,
          close != NULL
            ? g_strdup_printf (_ ("The key “%s” is not known here. Was “%s” meant?"), word, close)
            : g_strdup_printf (_ ("The key “%s” is not known here; remove it. Known are: %s."),
                               word, expected),
          g_strdup (word), expected);
}

void
up_schema_report_nothing (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node)
{
  UNLESS_QUIET (self);

  report (self, at, node,
          at->key != NULL ? g_strdup_printf (_ ("“%s” does not belong here; remove it."), at->key)
                          : g_strdup (_ ("This does not belong here; remove it.")),
          up_schema_describe_value (at->node), g_strdup (_ ("nothing")));
}

static char *
join_presence (const UpSchemaBranches *branches)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < branches->nodes->len; i++)
    {
      UpSchemaNode *branch = g_ptr_array_index (branches->nodes, i);
      GString *word = g_string_new (NULL);

      for (guint j = 0; j < branch->required->len; j++)
        g_string_append_printf (word, "%s%s", j > 0 ? " + " : "",
                                (const char *) g_ptr_array_index (branch->required, j));
      g_ptr_array_add (words, g_string_free (word, FALSE));
    }

  return up_schema_join (words);
}

void
up_schema_report_presence (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                           const UpSchemaBranches *branches, guint count)
{
  char *expected;

  UNLESS_QUIET (self);

  expected = join_presence (branches);
  report (self, at, node,
          branches->exactly_one
            ? g_strdup_printf (ngettext ("Exactly one of these must stand here: %s. There is %u.",
                                         "Exactly one of these must stand here: %s. There are %u.",
                                         count),
                               expected, count)
            : g_strdup_printf (_ ("At least one of these must stand here: %s."), expected),
          g_strdup_printf ("%u", count), expected);
}

void
up_schema_report_not (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node)
{
  g_autofree char *names = NULL;
  char *found;

  UNLESS_QUIET (self);

  found = up_schema_describe_value (at->node);
  if (node->not->required != NULL)
    {
      names = up_schema_join (node->not->required);
      report (self, at, node,
              g_strdup_printf (ngettext ("“%s” does not belong here; remove it.",
                                         "These must not stand here together: %s.",
                                         node->not->required->len),
                               names),
              found, g_strdup (_ ("nothing")));
    }
  else
    {
      report (self, at, node, g_strdup_printf (_ ("%s may not stand here; write another."), found),
              found, g_strdup (_ ("something else")));
    }
}

void
up_schema_report_scenes (UpSchemaCheck *self, const UpSchemaFrame *at, guint count, guint limit)
{
  UNLESS_QUIET (self);

  report (self, at, NULL,
          g_strdup_printf (ngettext ("The scenario has %u scenes; %u scene is the most.",
                                     "The scenario has %u scenes; %u scenes are the most.", limit),
                           count, limit),
          g_strdup_printf ("%u", count), g_strdup_printf ("≤ %u", limit));
}
