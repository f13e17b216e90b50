/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-test-run.h"

static void
say_everything (UpRun *run)
{
  up_run_set_confidence (run, UP_CONFIDENCE_BEFORE, 1);
  up_run_set_confidence (run, UP_CONFIDENCE_AFTER, UP_CONFIDENCE_STEPS);
  up_run_set_answer (run, 0, "First");
  up_run_set_answer (run, 2, "“Third”\n\\");
  up_run_set_rehearsal (run, UP_REHEARSAL_ALOUD);
  up_run_set_words (run, "What do you mean?");
  up_run_set_skipped (run, "c");
  up_run_set_skipped (run, "a");
  up_run_add_seconds (run, 40);
  up_run_add_seconds (run, 2);
}

static void
assert_everything (UpRun *run)
{
  g_assert_cmpuint (up_run_get_confidence (run, UP_CONFIDENCE_BEFORE), ==, 1);
  g_assert_cmpuint (up_run_get_confidence (run, UP_CONFIDENCE_AFTER), ==, UP_CONFIDENCE_STEPS);
  g_assert_cmpstr (up_run_get_answer (run, 0), ==, "First");
  g_assert_cmpstr (up_run_get_answer (run, 1), ==, NULL);
  g_assert_cmpstr (up_run_get_answer (run, 2), ==, "“Third”\n\\");
  g_assert_cmpint (up_run_get_rehearsal (run), ==, UP_REHEARSAL_ALOUD);
  g_assert_cmpstr (up_run_get_words (run), ==, "What do you mean?");
  g_assert_true (up_run_is_skipped (run, "a"));
  g_assert_true (up_run_is_skipped (run, "c"));
  g_assert_false (up_run_is_skipped (run, "b"));
  g_assert_cmpuint (up_run_get_seconds (run), ==, 42);
}

static void
assert_nothing (UpRun *run)
{
  for (guint i = 0; i < UP_CONFIDENCE_N_TIMES; i++)
    g_assert_cmpuint (up_run_get_confidence (run, i), ==, 0);
  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    g_assert_null (up_run_get_answer (run, i));
  g_assert_cmpint (up_run_get_rehearsal (run), ==, UP_REHEARSAL_NONE);
  g_assert_null (up_run_get_words (run));
  g_assert_false (up_run_is_skipped (run, "a"));
  g_assert_cmpuint (up_run_get_seconds (run), ==, 0);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_round_trip (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n = 0;

  g_signal_connect_swapped (run, "changed", G_CALLBACK (count), &n);
  assert_nothing (run);
  say_everything (run);
  assert_everything (run);
  g_assert_cmpuint (n, ==, 0);
  test_pass (run, "go");

  loaded = test_assert_same_loaded (run);
  assert_everything (loaded);
  g_assert_cmpstr (up_run_get_id (loaded), ==, up_run_get_id (run));
  before = test_to_json (run);
  after = test_to_json (loaded);
  g_assert_cmpstr (before, ==, after);
}

static void
test_taken_back (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autofree char *before = test_to_json (run);
  g_autofree char *after = NULL;

  for (guint i = 0; i < UP_CONFIDENCE_N_TIMES; i++)
    {
      up_run_set_confidence (run, i, 3);
      up_run_set_confidence (run, i, 0);
    }
  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    {
      up_run_set_answer (run, i, "x");
      up_run_set_answer (run, i, i == 0 ? NULL : "");
    }
  up_run_set_rehearsal (run, UP_REHEARSAL_TYPED);
  up_run_set_rehearsal (run, UP_REHEARSAL_NONE);
  up_run_set_words (run, "x");
  up_run_set_words (run, "");
  assert_nothing (run);
  after = test_to_json (run);
  g_assert_cmpstr (before, ==, after);
}

static void
test_ids (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) other = up_run_new (scenario);

  g_assert_true (g_uuid_string_is_valid (up_run_get_id (run)));
  g_assert_cmpstr (up_run_get_id (run), !=, up_run_get_id (other));
}

#define SAVED(said)                                                                                \
  "{\"version\": 1, \"scenario\": \"small\", \"revision\": 0, \"steps\": [], \"at\": "             \
  "{\"step\": 0, \"scene\": \"a\", \"phase\": \"asking\"}" said "}"

/* One that was saved before anything was said. */
static void
test_old (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (JsonNode) saved = test_parse (SAVED (""));
  g_autoptr (GError) error = NULL;
  gboolean changed = TRUE;
  g_autoptr (UpRun) run = up_run_load (scenario, saved, &changed, &error);
  g_autoptr (UpRun) again = NULL;

  g_assert_no_error (error);
  g_assert_false (changed);
  assert_nothing (run);
  g_assert_true (g_uuid_string_is_valid (up_run_get_id (run)));
  again = test_assert_same_loaded (run);
  g_assert_cmpstr (up_run_get_id (again), ==, up_run_get_id (run));
}

/* A scene that is gone is no longer skipped, and that is all. */
static void
test_gone_scene (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (JsonNode) saved = test_parse (SAVED (", \"skipped\": [\"gone\", \"c\"]"));
  gboolean changed = TRUE;
  g_autoptr (UpRun) run = up_run_load (scenario, saved, &changed, NULL);

  g_assert_false (changed);
  g_assert_true (up_run_is_skipped (run, "c"));
  g_assert_false (up_run_is_skipped (run, "gone"));
}

static void
test_damaged (void)
{
  static const char *const damaged[] = {
    SAVED (", \"id\": 1"),
    SAVED (", \"id\": \"\""),
    SAVED (", \"seconds\": -1"),
    SAVED (", \"seconds\": \"1\""),
    SAVED (", \"seconds\": 99999999999"),
    SAVED (", \"confidence\": 1"),
    SAVED (", \"confidence\": {\"before\": 6}"),
    SAVED (", \"confidence\": {\"after\": \"3\"}"),
    SAVED (", \"answers\": {}"),
    SAVED (", \"answers\": [1]"),
    SAVED (", \"answers\": [\"a\", \"b\", \"c\", \"d\"]"),
    SAVED (", \"rehearsal\": \"sung\""),
    SAVED (", \"rehearsal\": null"),
    SAVED (", \"words\": []"),
    SAVED (", \"skipped\": \"a\""),
    SAVED (", \"skipped\": [1]"),
  };
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (JsonNode) saved = test_parse (damaged[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damaged[i]);
      g_assert_null (up_run_load (scenario, saved, NULL, &error));
      g_assert_error (error, UP_RUN_ERROR, UP_RUN_ERROR_DAMAGED);
    }
}

static void
test_seconds (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;

  up_run_add_seconds (run, G_MAXUINT);
  up_run_add_seconds (run, G_MAXUINT);
  g_assert_cmpuint (up_run_get_seconds (run), ==, G_MAXINT);
  loaded = test_assert_same_loaded (run);
  g_assert_cmpuint (up_run_get_seconds (loaded), ==, G_MAXINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-said/round-trip", test_round_trip);
  g_test_add_func ("/run-said/taken-back", test_taken_back);
  g_test_add_func ("/run-said/ids", test_ids);
  g_test_add_func ("/run-said/old", test_old);
  g_test_add_func ("/run-said/gone-scene", test_gone_scene);
  g_test_add_func ("/run-said/damaged", test_damaged);
  g_test_add_func ("/run-said/seconds", test_seconds);

  return g_test_run ();
}
