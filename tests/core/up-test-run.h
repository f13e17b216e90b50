/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-test-oracle.h"

/* a asks: go (sets seen) leads through the passage p to b or, if seen, to c; stay leads to a again. */
#define SMALL                                                                                      \
  "{\"id\": \"small\", \"start\": \"p0\", \"flags\": [{\"id\": \"other\"}, {\"id\": \"seen\"}],"   \
  " \"scenes\": ["                                                                                 \
  "  {\"id\": \"p0\", \"next\": \"a\"},"                                                           \
  "  {\"id\": \"a\", \"choices\": ["                                                               \
  "    {\"id\": \"go\", \"sets\": [\"seen\"], \"next\": \"p\"},"                                   \
  "    {\"id\": \"stay\", \"next\": \"a\"},"                                                       \
  "    {\"id\": \"leave\", \"unless\": [\"seen\"], \"sets\": [\"other\"], \"next\": \"p\"}]},"     \
  "  {\"id\": \"p\", \"next\": [{\"if\": [\"seen\"], \"to\": \"q\"}, {\"to\": \"b\"}]},"           \
  "  {\"id\": \"q\", \"next\": \"c\"},"                                                            \
  "  {\"id\": \"b\"},"                                                                             \
  "  {\"id\": \"c\", \"choices\": ["                                                               \
  "    {\"id\": \"end\", \"if\": [\"seen\"], \"next\": \"b\"},"                                    \
  "    {\"id\": \"shut\", \"if\": [\"other\"], \"next\": \"b\"},"                                  \
  "    {\"id\": \"back\", \"next\": \"a\"}]}]}"

static inline const UpChoice *
test_find_choice (UpRun *run, const char *id)
{
  const UpChoice *choice = up_scene_find_choice (up_run_get_scene (run), id);

  g_assert_nonnull (choice);

  return choice;
}

static inline const UpStep *
test_choose (UpRun *run, const char *id)
{
  up_run_choose (run, test_find_choice (run, id));

  return up_run_get_step (run);
}

static inline const UpStep *
test_pass (UpRun *run, const char *id)
{
  const UpStep *step = test_choose (run, id);

  up_run_advance (run);
  up_run_advance (run);

  return step;
}

static inline void
test_assert_at (UpRun *run, const char *scene, UpPhase phase)
{
  g_assert_cmpstr (up_scene_get_id (up_run_get_scene (run)), ==, scene);
  g_assert_cmpint (up_run_get_phase (run), ==, phase);
}

static inline UpRun *
test_reload (UpRun *run, UpScenario *scenario, gboolean *changed)
{
  g_autoptr (JsonNode) saved = up_run_save (run);
  g_autoptr (GError) error = NULL;
  UpRun *loaded = up_run_load (scenario, saved, changed, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);

  return loaded;
}

/* What is loaded is what was saved, in every respect that can be seen. */
static inline UpRun *
test_assert_same_loaded (UpRun *run)
{
  gboolean changed = TRUE;
  UpRun *loaded = test_reload (run, up_run_get_scenario (run), &changed);
  g_autofree char *before = test_to_json (run);
  g_autofree char *after = test_to_json (loaded);

  g_assert_false (changed);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (up_run_get_phase (run), ==, up_run_get_phase (loaded));
  g_assert_true (up_run_get_scene (run) == up_run_get_scene (loaded));
  g_assert_cmpuint (up_run_get_flags (run), ==, up_run_get_flags (loaded));
  g_assert_cmpuint (up_run_get_n_steps (run), ==, up_run_get_n_steps (loaded));

  for (guint number = 1; number <= up_run_get_n_steps (run); number++)
    {
      const UpStep *a = up_run_find_step (run, number);
      const UpStep *b = up_run_find_step (loaded, number);
      const UpStep *next_a;
      const UpStep *next_b;

      g_assert_cmpint (a != NULL, ==, b != NULL);
      if (a == NULL)
        continue;

      next_a = up_step_get_next (a);
      next_b = up_step_get_next (b);
      g_assert_true (up_step_get_choice (a) == up_step_get_choice (b));
      g_assert_cmpuint (up_step_get_flags (a), ==, up_step_get_flags (b));
      g_assert_cmpstr (up_step_get_notice (a), ==, up_step_get_notice (b));
      g_assert_cmpuint (next_a != NULL ? up_step_get_number (next_a) : 0, ==,
                        next_b != NULL ? up_step_get_number (next_b) : 0);
    }

  return loaded;
}

/* Plays on at random, with a way tried anew at an ending while the tree is small. */
static inline void
test_play_some (UpRun *run, guint n_moves)
{
  for (guint i = 0; i < n_moves; i++)
    {
      const UpScene *scene = up_run_get_scene (run);
      UpPhase phase = up_run_get_phase (run);

      if (phase == UP_PHASE_HAPPENING || phase == UP_PHASE_FEEDBACK)
        {
          up_run_advance (run);
        }
      else if (phase == UP_PHASE_ENDING)
        {
          g_autoptr (GPtrArray) way = up_run_get_way (run);

          if (way->len > 0 && up_run_get_n_steps (run) < 20)
            up_run_go_before (run, g_ptr_array_index (way, g_test_rand_int_range (0, way->len)));
        }
      else
        {
          const UpChoice *choice =
            up_scene_get_choice (scene, g_test_rand_int_range (0, up_scene_get_n_choices (scene)));

          if (up_run_is_open (run, choice))
            up_run_choose (run, choice);
        }
    }
}
