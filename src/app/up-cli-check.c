/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-cli-check.h"

#include "up-catalog.h"
#include "up-collection-check.h"
#include "up-content-reader.h"
#include "up-scenario-check.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  UpCatalog *catalog;
  UpCheckContext context;
  UpContentReader *reader;
  UpContentLimits limits;
  JsonArray *stats;     /* nullable: an object for each scenario */
  GPtrArray *scenarios; /* nullable: those of the collection */
  GPtrArray *problems;  /* of one file */
  FILE *output;         /* where problems go */
  gboolean sound;
} Check;

/* What stands in a file may not move a terminal's cursor. */
static char *
make_printable (const char *text)
{
  GString *printable = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (printable, g_unichar_iscntrl (character) ? 0xfffd : character);
    }

  return g_string_free (printable, FALSE);
}

static void
print_problem (Check *self, const UpProblem *problem)
{
  g_autofree char *description = up_problem_describe (problem);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *printable = NULL;

  /* Editors and other programs go by this form, so it is the same in every language; what has no
   * place is said of the file's first. */
  g_string_printf (line, "%s:%u:%u: %s: %s", problem->file, MAX (problem->line, 1),
                   MAX (problem->column, 1), problem->path, description);
  if (problem->near != NULL)
    g_string_append_printf (line, " [%s]", problem->near);

  printable = make_printable (line->str);
  fprintf (self->output, "%s\n", printable);
}

/* No more than the reader takes is read, so that a file without end is no trouble. */
static GBytes *
read_file (Check *self, const char *filename, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize limit = self->limits.bytes;
  int fd = g_open (filename, O_RDONLY | O_CLOEXEC, 0);
  gssize n = fd < 0 ? -1 : 1;

  while (n > 0 && (limit == 0 || content->len <= limit))
    {
      guint8 buffer[64 * 1024];

      n = read (fd, buffer, sizeof buffer);
      if (n > 0)
        g_byte_array_append (content, buffer, n);
      else if (n < 0 && errno == EINTR)
        n = 1;
    }

  if (n < 0)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  if (fd >= 0)
    close (fd);

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static void
check_scenario (Check *self, UpScenario *scenario, GBytes *bytes, const char *name)
{
  UpScenarioStats stats;
  guint first = self->problems->len;

  up_scenario_check (scenario, &self->context, name, &stats, self->problems);
  up_content_reader_locate (bytes, self->problems, first);

  if (self->stats != NULL)
    {
      /* One that does not come with the app is there in the language it is written in. */
      const char *const written[] = { "en", NULL };
      g_auto (GStrv) languages =
        up_catalog_list_languages (self->catalog, up_scenario_get_id (scenario));
      g_autoptr (JsonNode) node = up_scenario_stats_to_json (
        scenario, &stats, languages != NULL ? (const char *const *) languages : written);

      json_array_add_element (self->stats, g_steal_pointer (&node));
    }
}

/* Moments are held to what a collection of them needs in the file they stand in. */
static void
check_moments (Check *self, GBytes *bytes, const char *name)
{
  g_autoptr (GPtrArray) moments =
    up_content_reader_read_moments (self->reader, bytes, name, NULL, NULL);
  g_autoptr (GListStore) list = NULL;
  guint first = self->problems->len;

  /* It has another format. */
  if (moments == NULL)
    return;

  list = g_list_store_new (UP_TYPE_MOMENT);
  g_list_store_splice (list, 0, 0, moments->pdata, moments->len);
  up_collection_check_moments (G_LIST_MODEL (list), up_catalog_get_moves (self->catalog), name,
                               self->problems);
  up_content_reader_locate (bytes, self->problems, first);
}

static void
print_problems (Check *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    print_problem (self, g_ptr_array_index (self->problems, i));

  if (self->problems->len > 0)
    self->sound = FALSE;

  g_ptr_array_set_size (self->problems, 0);
}

static void
check_bytes (Check *self, GBytes *bytes, const char *name)
{
  g_autoptr (UpScenario) scenario = NULL;

  if (up_content_reader_read_any (self->reader, bytes, name, &self->context, self->problems,
                                  &scenario, NULL))
    {
      if (scenario != NULL)
        check_scenario (self, scenario, bytes, name);
      if (self->scenarios != NULL && scenario != NULL)
        g_ptr_array_add (self->scenarios, g_object_ref (scenario));
      else if (self->scenarios != NULL)
        check_moments (self, bytes, name);
    }

  print_problems (self);
}

static void
complain_of_file (Check *self, const char *name, const GError *error)
{
  UpProblem *problem = up_problem_new ("$", _ ("The file cannot be read."));

  problem->file = g_strdup (name);
  problem->found = g_strdup (error->message);
  g_ptr_array_add (self->problems, problem);
  print_problems (self);
}

static void
check_file (Check *self, const char *filename)
{
  g_autofree char *name = g_filename_display_name (filename);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (self, filename, &error);

  if (bytes != NULL)
    check_bytes (self, bytes, name);
  else
    complain_of_file (self, name, error);
}

/* @name: as the catalogue calls it */
static void
check_bundled_file (Check *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = up_catalog_load_file (self->catalog, name, &error);

  if (bytes != NULL)
    check_bytes (self, bytes, name);
  else
    complain_of_file (self, name, error);
}

static void
check_bundled (Check *self)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      g_autofree char *name = g_strdup_printf ("scenarios/%s.json", up_card_get_id (card));

      check_bundled_file (self, name);
    }

  check_bundled_file (self, "moments.json");
}

static void
print_stats (Check *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_set_array (node, self->stats);
  text = json_to_string (node, TRUE);
  fprintf (stdout, "%s\n", text);
}

/* What the figures are, for the help. */
static char *
describe_stats (void)
{
  return g_strjoin (
    "\n  ", _ ("Figures of a scenario, with --stats:"),
    _ ("scenes, decisions, endings, choices, flags: how many it has"),
    _ ("words: how many there are to translate"),
    _ ("states: in how many combinations of scene and flags one can be"),
    _ ("min_route_decisions: the fewest decisions on a way to an ending that does not step back; "
       "three are needed"),
    _ ("min_open_choices: the fewest choices that are open at a decision; three are needed"),
    _ ("ways: how often each way is offered"),
    _ ("lengths: how the length of a choice goes with its way, as a rank correlation: 1 where it "
       "is always longer than those beside it, -1 where it is always shorter, 0 where length says "
       "nothing"),
    _ ("length_correlation: the one of these furthest from 0, of ways that are offered four times "
       "or more; a third is the furthest there may be"),
    _ ("languages: in which the whole scenario exists"), NULL);
}

/**
 * up_cli_check:
 * @argc: the number of arguments, with the command's name
 * @argv: the arguments
 *
 * The command `upstander check [--stats] FILE…`: reads and checks content files as the app would, and
 * prints every problem as `file:line:column: path: message`. With `--stats` it prints a JSON array of
 * the scenarios' figures instead, and the problems to standard error. With `--collection` the files, or
 * where there are none all scenarios and moments that come with the app, are also held to what they have
 * to be together.
 *
 * Returns: the exit status: 0 where nothing is wrong, else 1
 */
int
up_cli_check (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (UpCatalog) catalog = NULL;
  g_autoptr (UpContentReader) reader = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonArray) stats = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;
  gboolean wants_stats = FALSE;
  gboolean is_collection = FALSE;
  gboolean no_limits = FALSE;
  Check self = { 0 };
  const GOptionEntry entries[] = {
    { "stats", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &wants_stats,
      N_ ("Print the scenarios’ figures as JSON"), NULL },
    { "collection", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_collection,
      N_ (
        "Check the files together as one collection, or without files all that comes with the app"),
      NULL },
    { "no-limits", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &no_limits,
      N_ ("Read files of any size"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL,
      N_ ("FILE…") },
    G_OPTION_ENTRY_NULL,
  };

  /* For the help. */
  g_free (arguments[0]);
  arguments[0] = g_strdup ("upstander check");

  g_option_context_set_summary (options,
                                _ ("Reads content files and says what is wrong with them."));
  description = describe_stats ();
  g_option_context_set_description (options, description);
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (options, &arguments, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (files == NULL && !is_collection)
    {
      fprintf (stderr, "%s\n", _ ("There is no file to check."));
      return 1;
    }

  catalog = up_catalog_new ("en");
  reader = up_content_reader_new ();
  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  stats = wants_stats ? json_array_new () : NULL;
  scenarios = is_collection ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  self.catalog = catalog;
  self.context = up_catalog_get_check_context (catalog);
  self.reader = reader;
  self.limits = no_limits ? (UpContentLimits) { 0 } : up_content_default_limits;
  self.stats = stats;
  self.scenarios = scenarios;
  self.problems = problems;
  self.output = wants_stats ? stderr : stdout;
  self.sound = TRUE;
  up_content_reader_set_limits (reader, &self.limits);

  if (files == NULL)
    check_bundled (&self);
  else
    for (guint i = 0; files[i] != NULL; i++)
      check_file (&self, files[i]);

  if (is_collection && (files == NULL || scenarios->len > 0))
    {
      up_collection_check_scenarios (scenarios, "collection", problems);
      print_problems (&self);
    }

  if (wants_stats)
    print_stats (&self);

  /* What nobody could read was not said. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "%s\n", g_strerror (errno));
      return 1;
    }

  return self.sound ? 0 : 1;
}
