/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-content-reader-private.h"
#include "up-own-phrase.h"

#define SCENARIO_FORMAT "upstander-scenario/1"
#define GUIDE_FORMAT "upstander-guide/1"
#define MOVES_FORMAT "upstander-moves/1"
#define PHRASES_FORMAT "upstander-phrases/1"
#define MOMENTS_FORMAT "upstander-moments/1"
#define SUPPORT_FORMAT "upstander-support/1"
#define CONTACTS_FORMAT "upstander-contacts/1"
#define WHICH_WAY_FORMAT "upstander-which-way/1"

/**
 * up_content_reader_read_scenario:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-scenario/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads a scenario.
 *
 * Returns: (transfer full): the scenario, or %NULL with @error set
 */
UpScenario *
up_content_reader_read_scenario (UpContentReader *self, GBytes *bytes, const char *name,
                                 GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, SCENARIO_FORMAT, (UpContentBuild) up_scenario_read, name,
                         NULL, problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_guide:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-guide/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads the guide.
 *
 * Returns: (transfer full): the guide, or %NULL with @error set
 */
UpGuide *
up_content_reader_read_guide (UpContentReader *self, GBytes *bytes, const char *name,
                              GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, GUIDE_FORMAT, (UpContentBuild) up_guide_read, name, NULL,
                         problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_moves:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-moves/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads the moves.
 *
 * Returns: (transfer full) (element-type UpMove): the moves, or %NULL with @error set
 */
GPtrArray *
up_content_reader_read_moves (UpContentReader *self, GBytes *bytes, const char *name,
                              GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, MOVES_FORMAT, (UpContentBuild) up_moves_read, name, NULL,
                         problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_phrases:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-phrases/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads the phrases of one language.
 *
 * Returns: (transfer full) (element-type UpPhrase): the phrases, or %NULL with @error set
 */
GPtrArray *
up_content_reader_read_phrases (UpContentReader *self, GBytes *bytes, const char *name,
                                GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, PHRASES_FORMAT, (UpContentBuild) up_phrases_read, name, NULL,
                         problems, &built, error);

  return built;
}

static gpointer
build_own_phrases (UpReading *reading, JsonObject *root)
{
  g_autoptr (GPtrArray) phrases = up_own_phrases_read (reading, root);

  if (reading->context != NULL)
    up_references_check (reading, root, UP_OWN_PHRASES_FORMAT);

  return reading->failed ? NULL : g_steal_pointer (&phrases);
}

/**
 * up_content_reader_read_own_phrases:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-own-phrases/1`
 * @name: what a person calls the file
 * @context: (nullable): what else there is, to look up the moves
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads phrases that a person wrote.
 *
 * Returns: (transfer full) (element-type UpPhrase): the phrases, or %NULL with @error set
 */
GPtrArray *
up_content_reader_read_own_phrases (UpContentReader *self, GBytes *bytes, const char *name,
                                    const UpCheckContext *context, GPtrArray *problems,
                                    GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, UP_OWN_PHRASES_FORMAT, build_own_phrases, name, context,
                         problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_moments:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-moments/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads the moments.
 *
 * Returns: (transfer full) (element-type UpMoment): the moments, or %NULL with @error set
 */
GPtrArray *
up_content_reader_read_moments (UpContentReader *self, GBytes *bytes, const char *name,
                                GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, MOMENTS_FORMAT, (UpContentBuild) up_moments_read, name, NULL,
                         problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_support:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-support/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads the support page’s content.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
UpSupport *
up_content_reader_read_support (UpContentReader *self, GBytes *bytes, const char *name,
                                GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, SUPPORT_FORMAT, (UpContentBuild) up_support_read, name, NULL,
                         problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_contacts:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-contacts/1`
 * @name: what a person calls the file
 * @context: (nullable): what else there is: a contact that it does not know needs a title
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads an organisation's contacts.
 *
 * Returns: (transfer full): the contacts, or %NULL with @error set
 */
UpContacts *
up_content_reader_read_contacts (UpContentReader *self, GBytes *bytes, const char *name,
                                 const UpCheckContext *context, GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, CONTACTS_FORMAT, (UpContentBuild) up_contacts_read, name,
                         context, problems, &built, error);

  return built;
}

/**
 * up_content_reader_read_which_way:
 * @self: a reader
 * @bytes: the text of a file in the format `upstander-which-way/1`
 * @name: what a person calls the file
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads the questions of “Which way?” and what their answers say.
 *
 * Returns: (transfer full): all of it, or %NULL with @error set
 */
UpWhichWay *
up_content_reader_read_which_way (UpContentReader *self, GBytes *bytes, const char *name,
                                  GPtrArray *problems, GError **error)
{
  gpointer built;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  up_content_reader_run (self, bytes, WHICH_WAY_FORMAT, (UpContentBuild) up_which_way_read, name,
                         NULL, problems, &built, error);

  return built;
}

static gpointer
build_any (UpReading *reading, JsonObject *root)
{
  const char *format = up_reading_peek (root, "format");
  GObject *object = NULL;
  GPtrArray *list = NULL;

  if (g_strcmp0 (format, SCENARIO_FORMAT) == 0)
    return up_scenario_read (reading, root);

  if (g_strcmp0 (format, GUIDE_FORMAT) == 0)
    object = (GObject *) up_guide_read (reading, root);
  else if (g_strcmp0 (format, SUPPORT_FORMAT) == 0)
    object = (GObject *) up_support_read (reading, root);
  else if (g_strcmp0 (format, CONTACTS_FORMAT) == 0)
    object = (GObject *) up_contacts_read (reading, root);
  else if (g_strcmp0 (format, WHICH_WAY_FORMAT) == 0)
    object = (GObject *) up_which_way_read (reading, root);
  else if (g_strcmp0 (format, MOVES_FORMAT) == 0)
    list = up_moves_read (reading, root);
  else if (g_strcmp0 (format, PHRASES_FORMAT) == 0)
    list = up_phrases_read (reading, root);
  else if (g_strcmp0 (format, UP_OWN_PHRASES_FORMAT) == 0)
    list = up_own_phrases_read (reading, root);
  else if (g_strcmp0 (format, MOMENTS_FORMAT) == 0)
    list = up_moments_read (reading, root);

  g_clear_object (&object);
  g_clear_pointer (&list, g_ptr_array_unref);

  if (reading->context != NULL)
    up_references_check (reading, root, format);

  return NULL;
}

/**
 * up_content_reader_read_any:
 * @self: a reader
 * @bytes: the text of a file in any format
 * @name: what a person calls the file
 * @context: (nullable): what else there is, to look up what the file names of others; a scenario leaves
 *   that to up_scenario_check()
 * @problems: (nullable) (element-type UpProblem): where to add what is wrong
 * @scenario: (out) (nullable) (transfer full): the scenario, where it is one
 * @error: return location for a #GError, in %UP_CONTENT_ERROR
 *
 * Reads a file as the app would that is of its format: up to its objects, where the format has any.
 *
 * Returns: whether the file can be used
 */
gboolean
up_content_reader_read_any (UpContentReader *self, GBytes *bytes, const char *name,
                            const UpCheckContext *context, GPtrArray *problems,
                            UpScenario **scenario, GError **error)
{
  gpointer built;
  gboolean usable;

  g_return_val_if_fail (UP_IS_CONTENT_READER (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (scenario != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  usable =
    up_content_reader_run (self, bytes, NULL, build_any, name, context, problems, &built, error);
  *scenario = built;

  return usable;
}
