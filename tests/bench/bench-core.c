/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-content-reader.h"
#include "up-run.h"
#include "up-scenario-check.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Measures core on scenarios that are made up, and prints one JSON object. Times are milliseconds of
 * the processor, or microseconds of the clock where a name ends in _us; each is the median of its
 * rounds, and what is compared is measured in turns. With "quick", the largest scenarios are left
 * out. */

#define N_ROUNDS 11
#define SAVE_EVERY 100
#define N_WALKS 31

static const UpContentLimits no_limits = { 0 };

/* As long as those in the scenarios that come with the app; their words say nothing. */
static const char long_text[] =
  "It slows things down for a moment and lets the other person find words of their own, while the "
  "one who was hit by it sees that someone was listening. What they would have wished for, nobody "
  "has asked yet.";
static const char middle_text[] =
  "That came across in another way than it may have been meant, and I would like to know why.";
static const char short_text[] = "Someone looks up from the table.";

static void
add_lines (GString *text, const char *member, guint n, const char *words)
{
  g_string_append_printf (text, "\"%s\": [", member);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"who\": \"%s\", \"to\": \"you\", \"manner\": \"slowly\","
                            " \"text\": \"%s\"}",
                            i > 0 ? ", " : "", i % 2 == 0 ? "dana" : "minh", words);
  g_string_append (text, "],\n");
}

static void
add_choice (GString *text, guint scene, guint choice, guint next, gboolean full)
{
  static const char *const ways[] = { "call-in", "call-out", "support", "delay" };

  g_string_append_printf (text, "  {\"id\": \"choice-%u\", \"way\": \"%s\", \"says\": \"%s\",\n",
                          choice, ways[(scene + choice) % 4], full ? middle_text : short_text);
  if (choice == 0)
    g_string_append_printf (text, "   \"sets\": [\"flag-%u\"],\n", scene % 4);
  if (choice == 3 && scene > 2)
    g_string_append_printf (text, "   \"if\": [\"flag-%u\"],\n", (scene + 1) % 4);
  g_string_append (text, "   ");
  add_lines (text, "happens", 1, short_text);
  g_string_append_printf (text,
                          "   \"feedback\": {\"text\": \"%s\", \"weighs\": [\"urgency\"],"
                          " \"leavesOpen\": [\"wishes\"]},\n"
                          "   \"practises\": {\"moves\": [\"ask-intention\"],"
                          " \"guide\": [\"why.both\"]},\n   \"next\": ",
                          full ? long_text : short_text);
  if (choice == 2)
    g_string_append_printf (text,
                            "[{\"if\": [\"flag-2\"], \"to\": \"scene-%u\"}, "
                            "{\"to\": \"scene-%u\"}]}",
                            next + 1, next);
  else
    g_string_append_printf (text, "\"scene-%u\"}", next);
}

static void
add_decision (GString *text, guint scene, gboolean full)
{
  g_string_append_printf (text,
                          "{\"id\": \"scene-%u\", \"where\": \"In the kitchen\","
                          " \"audience\": \"group\", \"present\": [\"dana\", \"minh\"],"
                          " \"summary\": \"%s\",\n ",
                          scene, short_text);
  add_lines (text, "lines", full ? 3 : 1, full ? middle_text : short_text);
  g_string_append (text, " \"ask\": \"What now?\",\n");
  if (scene == 0)
    g_string_append (text, " \"pivotal\": true, \"listenFor\": [\"a\", \"b\", \"c\"],\n");
  g_string_append (text, " \"choices\": [\n");
  for (guint i = 0; i < 4; i++)
    {
      add_choice (text, scene, i, scene + 1 + i % 2, full);
      g_string_append (text, i < 3 ? ",\n" : "\n");
    }
  g_string_append_printf (text,
                          " ],\n \"facilitator\": {\"watch\": \"%s\","
                          " \"discuss\": [\"Why?\", \"Why not?\"]}}",
                          short_text);
}

/* Decisions that lead on to the next ones, with flags that open choices and exits, and at last three
 * endings. */
static GBytes *
make_scenario (guint n_scenes, gboolean full)
{
  GString *text = g_string_new (
    "{\"format\": \"upstander-scenario/1\", \"id\": \"made-up\", \"revision\": 1,"
    " \"review\": \"unreviewed\", \"title\": \"Made up\", \"summary\": \"For measuring.\","
    " \"contentNote\": \"Nothing.\", \"minutes\": 8, \"role\": \"ally\", \"place\": \"work\","
    " \"power\": \"peer\", \"tie\": \"colleague\", \"harms\": [\"language\"],\n"
    " \"people\": [{\"id\": \"dana\", \"name\": \"Dana\", \"pronouns\": \"she\","
    " \"part\": \"harms\", \"who\": \"A colleague\"}, {\"id\": \"minh\", \"name\": \"Minh\","
    " \"pronouns\": \"he\", \"part\": \"harmed\", \"who\": \"Another\"}],\n"
    " \"flags\": [{\"id\": \"flag-0\", \"means\": \"One.\"}, {\"id\": \"flag-1\","
    " \"means\": \"Two.\"}, {\"id\": \"flag-2\", \"means\": \"Three.\"}, {\"id\": \"flag-3\","
    " \"means\": \"Four.\"}],\n"
    " \"start\": \"scene-0\", \"scenes\": [\n");

  for (guint i = 0; i + 3 < n_scenes; i++)
    {
      add_decision (text, i, full);
      g_string_append (text, ",\n");
    }
  for (guint i = n_scenes - 3; i < n_scenes; i++)
    {
      g_string_append_printf (text,
                              "{\"id\": \"scene-%u\", \"summary\": \"It ends.\","
                              " \"lines\": [{\"text\": \"Some say goodbye.\"}], ",
                              i);
      if (i == n_scenes - 2)
        g_string_append_printf (text,
                                "\"next\": [{\"if\": [\"flag-0\"], \"to\": \"scene-%u\"},"
                                " {\"to\": \"scene-%u\"}]},\n",
                                i + 1, i + 2);
      else
        g_string_append_printf (text,
                                "\"ending\": {\"title\": \"Ending %u\", \"text\": \"So it ends.\","
                                " \"effects\": {\"harm\": \"named\", \"you\": \"steady\"}}},\n",
                                i);
    }
  g_string_append_printf (text,
                          "{\"id\": \"scene-%u\", \"summary\": \"It ends.\","
                          " \"lines\": [{\"text\": \"Nobody does.\"}],"
                          " \"ending\": {\"title\": \"The last\", \"text\": \"So it ends.\","
                          " \"effects\": {\"harm\": \"goes-on\", \"you\": \"tired\"}}}],\n"
                          " \"debrief\": {\"questions\": [\"What?\", \"How?\", \"When?\"]},\n"
                          " \"facilitator\": {\"aim\": \"A\", \"watch\": \"W\", \"close\": \"C\","
                          " \"minutes\": 30}}\n",
                          n_scenes);

  return g_string_free_to_bytes (text);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_quantile (double *times, guint n, double quantile)
{
  qsort (times, n, sizeof *times, compare_times);

  return times[(guint) (quantile * (n - 1) + 0.5)];
}

/* Milliseconds of the processor, which other programs' work lengthens less than those of the clock. */
static double
get_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
get_milliseconds (double since)
{
  return get_now () - since;
}

/* With freeing what parsing leaves behind, since reading does not leave it behind; @parsed is
 * without. */
static double
time_parsing (GBytes *bytes, double *parsed)
{
  double since = get_now ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, length, NULL))
    g_error ("What was made up is not JSON.");
  *parsed = get_milliseconds (since);
  g_clear_object (&parser);

  return get_milliseconds (since);
}

static UpScenario *
read_scenario (GBytes *bytes, gboolean trusted, double *milliseconds)
{
  double since = get_now ();
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  UpScenario *scenario;

  up_content_reader_set_limits (reader, &no_limits);
  up_content_reader_set_trusted (reader, trusted);
  scenario = up_content_reader_read_scenario (reader, bytes, "made-up.json", problems, &error);
  if (scenario == NULL)
    {
      g_autofree char *first = up_problem_to_string (g_ptr_array_index (problems, 0));

      g_error ("What was made up cannot be read: %s", first);
    }
  *milliseconds = get_milliseconds (since);

  return scenario;
}

static double
time_scanning (GBytes *bytes)
{
  double since = get_now ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  up_json_scan (text, length, &no_limits, "made-up.json", problems, NULL);

  return get_milliseconds (since);
}

static double
time_checking (UpScenario *scenario, UpScenarioStats *stats)
{
  double since = get_now ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);

  if (!up_scenario_check (scenario, NULL, NULL, stats, problems))
    {
      g_autofree char *first = up_problem_to_string (g_ptr_array_index (problems, 0));

      g_error ("What was made up is not sound: %s", first);
    }

  return get_milliseconds (since);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  if (number == (gint64) number)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_double_value (builder, (gint64) (number * 1000 + 0.5) / 1000.0);
}

/* Reading as a whole against what json-glib alone takes for the same bytes, and checking against
 * reading. */
static void
measure_reading (JsonBuilder *builder)
{
  const guint n_scenes = 6000;
  g_autoptr (GBytes) bytes = make_scenario (n_scenes, TRUE);
  double parsing[N_ROUNDS];
  double parsed[N_ROUNDS];
  double reading[N_ROUNDS];
  double trusted[N_ROUNDS];
  double scanning[N_ROUNDS];
  double checking[N_ROUNDS];
  UpScenarioStats stats;
  double parse;
  double parse_alone;
  double read;
  double check;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (UpScenario) scenario = NULL;

      parsing[i] = time_parsing (bytes, &parsed[i]);
      scenario = read_scenario (bytes, FALSE, &reading[i]);
      checking[i] = time_checking (scenario, &stats);
      g_clear_object (&scenario);
      scenario = read_scenario (bytes, TRUE, &trusted[i]);
      scanning[i] = time_scanning (bytes);
    }

  parse = find_quantile (parsing, N_ROUNDS, 0.5);
  parse_alone = find_quantile (parsed, N_ROUNDS, 0.5);
  read = find_quantile (reading, N_ROUNDS, 0.5);
  check = find_quantile (checking, N_ROUNDS, 0.5);

  json_builder_set_member_name (builder, "reading");
  json_builder_begin_object (builder);
  add_number (builder, "scenes", n_scenes);
  add_number (builder, "bytes", g_bytes_get_size (bytes));
  add_number (builder, "json_glib", parse);
  add_number (builder, "json_glib_without_freeing", parse_alone);
  add_number (builder, "read", read);
  add_number (builder, "read_to_json_glib", read / parse);
  add_number (builder, "read_to_json_glib_without_freeing", read / parse_alone);
  add_number (builder, "read_trusted", find_quantile (trusted, N_ROUNDS, 0.5));
  add_number (builder, "scan", find_quantile (scanning, N_ROUNDS, 0.5));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "checking");
  json_builder_begin_object (builder);
  add_number (builder, "scenes", n_scenes);
  add_number (builder, "states", stats.states);
  add_number (builder, "check", check);
  add_number (builder, "check_per_state_us", check * 1000 / stats.states);
  add_number (builder, "check_to_read", check / read);
  json_builder_end_object (builder);
}

/* What a thousand scenes take must not grow with the number of scenes. */
static void
measure_growth (JsonBuilder *builder, gboolean quick)
{
  const guint sizes[] = { 100, 1000, 10000, 100000 };

  json_builder_set_member_name (builder, "growth");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) - quick; i++)
    {
      g_autoptr (GBytes) bytes = make_scenario (sizes[i], FALSE);
      double reading[N_ROUNDS];
      double checking[N_ROUNDS];
      UpScenarioStats stats;
      double read;
      double check;

      for (guint j = 0; j < N_ROUNDS; j++)
        {
          g_autoptr (UpScenario) scenario = read_scenario (bytes, FALSE, &reading[j]);

          checking[j] = time_checking (scenario, &stats);
        }

      read = find_quantile (reading, N_ROUNDS, 0.5);
      check = find_quantile (checking, N_ROUNDS, 0.5);
      json_builder_begin_object (builder);
      add_number (builder, "scenes", sizes[i]);
      add_number (builder, "states", stats.states);
      add_number (builder, "bytes", g_bytes_get_size (bytes));
      add_number (builder, "read", read);
      add_number (builder, "read_per_thousand_scenes", read * 1000 / sizes[i]);
      add_number (builder, "check", check);
      add_number (builder, "check_per_thousand_scenes", check * 1000 / sizes[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static const UpChoice *
find_open_choice (UpRun *run)
{
  const UpScene *scene = up_run_get_scene (run);
  guint n = up_scene_get_n_choices (scene);

  /* Not always the first: the way would be the same everywhere. */
  for (guint i = 0; i < n; i++)
    {
      const UpChoice *choice = up_scene_get_choice (scene, (i + up_run_get_n_steps (run)) % n);

      if (up_run_is_open (run, choice))
        return choice;
    }

  g_error ("Nothing is open at “%s”.", up_scene_get_id (scene));
}

/* Monotonic time in microseconds; one step is shorter than the one that GLib counts. */
static double
get_microseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

/* The same way once more, on a run of its own: what a step costs if all that is allocated for the run,
 * and given back in the end, is laid on its steps. */
static double
walk_again (UpScenario *scenario, GPtrArray *choices)
{
  double since = get_microseconds ();
  UpRun *run = up_run_new (scenario);

  for (guint i = 0; i < choices->len; i++)
    {
      up_run_choose (run, g_ptr_array_index (choices, i));
      up_run_advance (run);
      up_run_advance (run);
    }
  g_object_unref (run);

  return (get_microseconds () - since) / choices->len;
}

/* A walk through a long scenario: choosing, going on twice, and now and then saving. */
static void
measure_run (JsonBuilder *builder)
{
  g_autoptr (GBytes) bytes = make_scenario (6000, FALSE);
  double milliseconds;
  g_autoptr (UpScenario) scenario = read_scenario (bytes, TRUE, &milliseconds);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) saves = g_array_new (FALSE, FALSE, sizeof (double));
  double walks[N_WALKS];

  while (up_run_get_phase (run) == UP_PHASE_ASKING)
    {
      const UpChoice *choice = find_open_choice (run);
      double since = get_microseconds ();
      double taken;

      up_run_choose (run, choice);
      up_run_advance (run);
      up_run_advance (run);
      taken = get_microseconds () - since;
      g_array_append_val (steps, taken);
      g_ptr_array_add (choices, (gpointer) choice);

      if (steps->len % SAVE_EVERY == 0)
        {
          g_autoptr (JsonNode) saved = NULL;

          since = get_microseconds ();
          saved = up_run_save (run);
          taken = get_microseconds () - since;
          g_array_append_val (saves, taken);
        }
    }

  for (guint i = 0; i < N_WALKS; i++)
    walks[i] = walk_again (scenario, choices);

  json_builder_set_member_name (builder, "engine-step");
  json_builder_begin_object (builder);
  add_number (builder, "steps", steps->len);
  add_number (builder, "with_allocation_us", find_quantile (walks, N_WALKS, 0.5));
  add_number (builder, "p50_us", find_quantile ((double *) steps->data, steps->len, 0.5));
  add_number (builder, "p99_us", find_quantile ((double *) steps->data, steps->len, 0.99));
  add_number (builder, "max_us", find_quantile ((double *) steps->data, steps->len, 1));
  if (saves->len > 0)
    add_number (builder, "save_of_longest_us",
                find_quantile ((double *) saves->data, saves->len, 1));
  json_builder_end_object (builder);
}

int
main (int argc, char *argv[])
{
  gboolean quick = argc > 1 && strcmp (argv[1], "quick") == 0;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  measure_reading (builder);
  measure_growth (builder, quick);
  measure_run (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  printf ("%s\n", text);

  return 0;
}
