/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-content-reader-private.h"

#include <glib/gi18n-lib.h>

/* What the formats' own files are written in; phrases name their language. */
#define SOURCE_LANGUAGE "en"

/* Reads one file in steps, each of which would be misled by what the one before finds: first its size and
 * what json-glib would let pass, then JSON, then the schema. What the schema cannot say is checked
 * while objects are built, and so together with the schema's faults, if there are any. */
struct _UpContentReader
{
  GObject parent_instance;

  UpContentLimits limits;
  gboolean trusted;
  UpTranslation *translation;
  UpForm form;
};

G_DEFINE_FINAL_TYPE (UpContentReader, up_content_reader, G_TYPE_OBJECT)

static void
up_content_reader_finalize (GObject *object)
{
  UpContentReader *self = UP_CONTENT_READER (object);

  g_clear_object (&self->translation);

  G_OBJECT_CLASS (up_content_reader_parent_class)->finalize (object);
}

static void
up_content_reader_class_init (UpContentReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_content_reader_finalize;
}

static void
up_content_reader_init (UpContentReader *self)
{
  self->limits = up_content_default_limits;
}

/**
 * up_content_reader_new:
 *
 * Creates a reader with the default limits, which trusts nothing.
 *
 * Returns: (transfer full): a new reader
 */
UpContentReader *
up_content_reader_new (void)
{
  return g_object_new (UP_TYPE_CONTENT_READER, NULL);
}

/**
 * up_content_reader_set_limits:
 * @self: a reader
 * @limits: what a file may not exceed; 0 lifts a limit
 *
 * Sets the limits for what is read from now on.
 */
void
up_content_reader_set_limits (UpContentReader *self, const UpContentLimits *limits)
{
  g_return_if_fail (UP_IS_CONTENT_READER (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
}

/**
 * up_content_reader_set_trusted:
 * @self: a reader
 * @trusted: whether what it reads comes with the app
 *
 * A trusted reader skips the schema: bundled content is held against it when it is built and tested.
 * Nothing a person can put somewhere is ever trusted.
 */
void
up_content_reader_set_trusted (UpContentReader *self, gboolean trusted)
{
  g_return_if_fail (UP_IS_CONTENT_READER (self));

  self->trusted = trusted;
}

/**
 * up_content_reader_set_translation:
 * @self: a reader
 * @translation: (nullable): texts in another language
 *
 * Sets the texts to lay over those of the file that is read next. A text that they do not have stays
 * as it is in the file, and says so in its #UpText.
 */
void
up_content_reader_set_translation (UpContentReader *self, UpTranslation *translation)
{
  g_return_if_fail (UP_IS_CONTENT_READER (self));
  g_return_if_fail (translation == NULL || UP_IS_TRANSLATION (translation));

  g_set_object (&self->translation, translation);
}

/**
 * up_content_reader_set_form:
 * @self: a reader
 * @form: a grammatical form
 *
 * Sets the form in which the texts of the file that is read next speak of the learner.
 */
void
up_content_reader_set_form (UpContentReader *self, UpForm form)
{
  g_return_if_fail (UP_IS_CONTENT_READER (self));

  self->form = form;
}

/**
 * up_content_reader_locate:
 * @bytes: a file's text
 * @problems: (element-type UpProblem): problems
 * @first: which of them is the first of this file
 *
 * Finds the lines and columns for those of the file's problems that have a path alone.
 */
void
up_content_reader_locate (GBytes *bytes, GPtrArray *problems, guint first)
{
  g_autoptr (GPtrArray) own = NULL;
  const char *text;
  gsize length;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (problems != NULL);

  if (first >= problems->len)
    return;

  text = g_bytes_get_data (bytes, &length);
  own = g_ptr_array_new ();
  for (guint i = first; i < problems->len; i++)
    g_ptr_array_add (own, g_ptr_array_index (problems, i));

  up_json_locate_problems (text, length, own);
}

static UpProblem *
add_problem (GPtrArray *problems, const char *name, const char *message)
{
  UpProblem *problem = up_problem_new ("$", message);

  problem->file = g_strdup (name);
  g_ptr_array_add (problems, problem);

  return problem;
}

static JsonNode *
parse (const char *text, gsize length, const char *name, GPtrArray *problems, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (JsonNode) root = NULL;
  UpProblem *problem;

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, text, length, &parse_error))
    root = json_parser_steal_root (parser);

  if (root != NULL)
    return g_steal_pointer (&root);

  problem = add_problem (problems, name, _ ("This is not JSON."));
  problem->found = parse_error != NULL ? g_strdup (parse_error->message) : NULL;
  problem->line = json_parser_get_current_line (parser);
  problem->column = json_parser_get_current_pos (parser);
  g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_SYNTAX, _ ("“%s” is not JSON."), name);

  return NULL;
}

/* The schema for what @root says it is, as far as it is @wanted. */
static UpSchema *
find_schema (JsonNode *root, const char *wanted, const char *name, GPtrArray *problems,
             GError **error)
{
  const char *format = NULL;
  UpSchema *schema = NULL;
  UpProblem *problem;

  if (JSON_NODE_HOLDS_OBJECT (root))
    format = up_reading_peek (json_node_get_object (root), "format");

  if (format != NULL && (wanted == NULL || g_str_equal (format, wanted)))
    schema = up_schema_get (format);

  if (schema != NULL)
    return schema;

  problem = add_problem (problems, name, _ ("This is not a format that can be read here."));
  if (format != NULL)
    {
      g_free (problem->path);
      problem->path = g_strdup ("$.format");
      problem->found = up_problem_quote (format);
    }
  problem->expected = wanted != NULL ? g_strdup_printf ("“%s”", wanted)
                                     : g_strjoinv (", ", (char **) up_schema_get_formats ());
  g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_FORMAT,
               _ ("“%s” is not in a format that can be read here."), name);

  return NULL;
}

static void
set_invalid (GPtrArray *problems, guint first, const char *name, GError **error)
{
  guint n_problems = problems->len - first;

  g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "“%s” cannot be used: it has %u problem.",
                            "“%s” cannot be used: it has %u problems.", n_problems),
               name, n_problems);
}

static void
finish_problems (GBytes *bytes, const char *name, GPtrArray *problems, guint first)
{
  for (guint i = first; i < problems->len; i++)
    {
      UpProblem *problem = g_ptr_array_index (problems, i);

      if (problem->file == NULL)
        problem->file = g_strdup (name);
    }

  up_content_reader_locate (bytes, problems, first);
}

/* All steps up to the schema. @faults says whether it found any; NULL where there is no JSON to go on
 * with. */
static JsonNode *
load (UpContentReader *self, GBytes *bytes, const char *wanted, const char *name,
      GPtrArray *problems, gboolean *faults, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  const char *text;
  gsize length;
  UpSchema *schema;

  *faults = FALSE;

  text = g_bytes_get_data (bytes, &length);
  if (text == NULL)
    text = "";

  if (!up_json_scan (text, length, &self->limits, name, problems, error))
    return NULL;

  root = parse (text, length, name, problems, error);
  if (root == NULL)
    return NULL;

  if (self->trusted)
    {
      if (JSON_NODE_HOLDS_OBJECT (root))
        return g_steal_pointer (&root);
      add_problem (problems, name, _ ("This is not a JSON object."));
      set_invalid (problems, problems->len - 1, name, error);
      return NULL;
    }

  schema = find_schema (root, wanted, name, problems, error);
  if (schema == NULL)
    {
      up_content_reader_locate (bytes, problems, problems->len - 1);
      return NULL;
    }

  *faults = !up_schema_validate (schema, root, &self->limits, problems);

  return g_steal_pointer (&root);
}

/**
 * up_content_reader_run: (skip)
 * @self: a reader
 * @bytes: a file's text
 * @wanted: (nullable): the format that it has to be in, or %NULL for any
 * @build: makes objects of its JSON
 * @name: what a person calls the file
 * @context: (nullable): what else there is
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @built: (out) (nullable): what @build gave, which may be nothing where the format has no objects
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Goes every step of reading a file.
 *
 * Returns: whether the file can be used
 */
gboolean
up_content_reader_run (UpContentReader *self, GBytes *bytes, const char *wanted,
                       UpContentBuild build, const char *name, const UpCheckContext *context,
                       GPtrArray *problems, gpointer *built, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GString) key = NULL;
  g_autoptr (GError) load_error = NULL;
  UpReading reading = { 0 };
  gboolean faults = FALSE;

  *built = NULL;

  all = problems != NULL ? g_ptr_array_ref (problems)
                         : g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  reading.first_problem = all->len;

  root = load (self, bytes, wanted, name, all, &faults, &load_error);
  if (root != NULL)
    {
      key = g_string_new (NULL);
      reading.limits = &self->limits;
      reading.context = context;
      reading.translation = self->translation;
      reading.form = self->form;
      reading.language = g_intern_static_string (SOURCE_LANGUAGE);
      reading.problems = all;
      reading.faults_known = faults;
      reading.failed = faults;
      reading.key = key;
      *built = build (&reading, json_node_get_object (root));
      if (!reading.failed)
        return TRUE;
    }

  /* Places can be looked for where the text is known to be JSON. */
  if (root != NULL)
    finish_problems (bytes, name, all, reading.first_problem);
  if (load_error != NULL)
    g_propagate_error (error, g_steal_pointer (&load_error));
  else
    set_invalid (all, reading.first_problem, name, error);

  return FALSE;
}
