/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-catalog.h"
#include "up-test-model.h"
#include "up-test-run.h"

#include <locale.h>
#include <string.h>

/* Every path of every scenario that comes with the app is played through the engine, each in a run of its
 * own from the start to its ending, and held against a second reading of the file.
 *
 * A path comes by no place twice, a place being a decision with the flags that are set there: a choice
 * that leads back to one is played as the last of its path. So the paths are all there are without going
 * in circles, and every step from every place is taken. What can be done at a step besides going on,
 * taking it back, saving and loading, is done the first time that it is taken. */

/* A decision, and the flags on arriving there. */
typedef struct
{
  guint scene;
  guint flags;
} Place;

typedef struct
{
  Model model;
  UpScenario *scenario;
  GArray *places;    /* of Place: on the way of the path that is played */
  GArray *path;      /* of guint: the choices made there, but for the last */
  GHashTable *taken; /* steps that were looked at closely: a place and a choice, in one number */
  guint8 *ended;     /* by scene: whether a path ended there */
  guint n_paths;
  guint n_circles; /* of the paths, those that end where they have been */
  guint64 n_steps;
} Player;

static void
player_init (Player *self, JsonNode *json, UpScenario *scenario)
{
  *self = (Player) { .scenario = scenario };
  model_init (&self->model, json);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->path = g_array_new (FALSE, FALSE, sizeof (guint));
  self->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ended = g_new0 (guint8, self->model.scenes->len);
}

static void
player_clear (Player *self)
{
  model_clear (&self->model);
  g_array_unref (self->places);
  g_array_unref (self->path);
  g_hash_table_unref (self->taken);
  g_free (self->ended);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Player, player_clear)

static const ModelChoice *
get_choice (Player *self, Place place, guint choice)
{
  return &g_array_index (model_get_scene (&self->model, place.scene)->choices, ModelChoice, choice);
}

static guint
count_choices (Player *self, Place place)
{
  return model_get_scene (&self->model, place.scene)->choices->len;
}

static Place
get_start (Player *self)
{
  return (Place) { model_walk (&self->model, self->model.start, 0, NULL), 0 };
}

static gboolean
take_step (Player *self, Place from, guint i, Place *to)
{
  const ModelChoice *choice = get_choice (self, from, i);

  if (!model_holds (choice->condition, from.flags))
    return FALSE;

  to->flags = from.flags | choice->sets;
  to->scene =
    model_walk (&self->model, model_take_exit (choice->exits, to->flags), to->flags, NULL);

  return TRUE;
}

/* Whether this step was not taken before by this player. */
static gboolean
take_note (Player *self, Place from, guint choice)
{
  gint64 *key = g_new (gint64, 1);

  *key = (((gint64) from.scene << 16 | from.flags) << 8) | choice;

  return g_hash_table_add (self->taken, key);
}

static void
assert_lines (guint n, const UpLine *(*get_line) (gconstpointer, guint), gconstpointer owner,
              const GArray *lines, guint flags)
{
  guint n_shown = 0;

  g_assert_cmpuint (n, ==, lines->len);
  for (guint i = 0; i < n; i++)
    {
      const UpLine *line = get_line (owner, i);
      const ModelLine *expected = &g_array_index (lines, ModelLine, i);
      gboolean shown = up_condition_holds (line->condition, flags);

      n_shown += shown;
      g_assert_cmpint (shown, ==, model_holds (expected->condition, flags));
      g_assert_cmpstr (line->text.text, ==, expected->text);
    }

  g_assert_cmpuint (n_shown, >, 0);
}

/* The scenes that follow @step, and what is said there with the flags of just then. */
static void
assert_passage (Player *self, UpRun *run, const UpStep *step, guint scene, guint flags)
{
  g_autoptr (GPtrArray) passage = up_run_get_passage (run, step);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));

  model_walk (&self->model, scene, flags, expected);
  g_assert_cmpuint (passage->len, ==, expected->len);

  for (guint i = 0; i < passage->len; i++)
    {
      const UpScene *met = g_ptr_array_index (passage, i);
      const ModelScene *wanted = model_get_scene (&self->model, g_array_index (expected, guint, i));

      g_assert_cmpstr (up_scene_get_id (met), ==, wanted->id);
      assert_lines (up_scene_get_n_lines (met),
                    (const UpLine *(*) (gconstpointer, guint)) up_scene_get_line, met,
                    wanted->lines, flags);
    }
}

/* At a decision or an ending: what is open, and nothing else. */
static void
assert_place (Player *self, UpRun *run, Place place)
{
  const ModelScene *wanted = model_get_scene (&self->model, place.scene);
  const UpScene *scene = up_run_get_scene (run);

  g_assert_cmpstr (up_scene_get_id (scene), ==, wanted->id);
  g_assert_cmpuint (up_run_get_flags (run), ==, place.flags);
  g_assert_cmpint (up_run_get_phase (run), ==,
                   wanted->choices->len > 0 ? UP_PHASE_ASKING : UP_PHASE_ENDING);
  g_assert_cmpuint (up_scene_get_n_choices (scene), ==, wanted->choices->len);

  for (guint i = 0; i < wanted->choices->len; i++)
    {
      const ModelChoice *expected = &g_array_index (wanted->choices, ModelChoice, i);
      const UpChoice *choice = up_scene_get_choice (scene, i);

      g_assert_cmpstr (up_choice_get_id (choice), ==, expected->id);
      g_assert_cmpint (up_run_is_open (run, choice), ==,
                       model_holds (expected->condition, place.flags));
    }
}

/* Takes back from each phase that the step at @n passes through, and saves and loads there. */
static void
examine (Player *self, UpRun *run, guint n)
{
  Place place = g_array_index (self->places, Place, n);
  const UpStep *step = up_run_get_step (run);
  const UpChoice *choice = up_step_get_choice (step);
  guint n_steps = up_run_get_n_steps (run);

  for (guint n_phases = 0; n_phases < 3; n_phases++)
    {
      g_assert_true (up_run_take_back (run));
      assert_place (self, run, place);
      g_assert_true (up_run_get_step (run) == up_step_get_parent (step));
      g_assert_true (up_run_was_tried (run, choice));
      g_object_unref (test_assert_same_loaded (run));

      up_run_choose (run, choice);
      for (guint i = 0; i < n_phases; i++)
        up_run_advance (run);

      g_assert_true (up_run_get_step (run) == step);
      g_assert_cmpuint (up_run_get_n_steps (run), ==, n_steps);
      g_object_unref (test_assert_same_loaded (run));
    }
}

static void
play_step (Player *self, UpRun *run, guint n)
{
  Place from = g_array_index (self->places, Place, n);
  Place to = g_array_index (self->places, Place, n + 1);
  guint number = g_array_index (self->path, guint, n);
  const ModelChoice *expected = get_choice (self, from, number);
  const UpScene *scene = up_run_get_scene (run);
  const UpChoice *choice = up_scene_get_choice (scene, number);
  const UpStep *step;

  g_assert_false (up_run_was_tried (run, choice));
  up_run_choose (run, choice);
  step = up_run_get_step (run);
  g_assert_true (up_step_get_choice (step) == choice);
  g_assert_cmpuint (up_run_get_n_steps (run), ==, n + 1);
  g_assert_cmpuint (up_run_get_flags (run), ==, to.flags);
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_HAPPENING);
  g_assert_true (up_run_get_scene (run) == scene);
  assert_lines (up_choice_get_n_happens (choice),
                (const UpLine *(*) (gconstpointer, guint)) up_choice_get_happens, choice,
                expected->happens, to.flags);

  up_run_advance (run);
  g_assert_cmpint (up_run_get_phase (run), ==, UP_PHASE_FEEDBACK);
  g_assert_true (up_run_get_scene (run) == scene);
  g_assert_true (up_text_is_set (up_choice_get_feedback (choice)));

  up_run_advance (run);
  assert_place (self, run, to);
  assert_passage (self, run, step, model_take_exit (expected->exits, to.flags), to.flags);

  g_assert_true (up_run_take_back (run));
  assert_place (self, run, from);
  up_run_choose (run, choice);
  up_run_advance (run);
  up_run_advance (run);
  assert_place (self, run, to);

  if (take_note (self, from, number))
    examine (self, run, n);
}

static void
play_path (Player *self)
{
  g_autoptr (UpRun) run = up_run_new (self->scenario);
  g_autoptr (GPtrArray) way = NULL;
  Place last = g_array_index (self->places, Place, self->path->len);

  assert_place (self, run, g_array_index (self->places, Place, 0));
  assert_passage (self, run, NULL, self->model.start, 0);
  g_assert_null (up_run_get_step (run));

  for (guint i = 0; i < self->path->len; i++)
    play_step (self, run, i);

  way = up_run_get_way (run);
  g_assert_cmpuint (way->len, ==, self->path->len);
  for (guint i = 0; i < way->len; i++)
    g_assert_cmpuint (up_choice_get_index (up_step_get_choice (g_ptr_array_index (way, i))), ==,
                      g_array_index (self->path, guint, i));

  self->n_paths++;
  self->n_steps += self->path->len;

  if (up_run_get_phase (run) == UP_PHASE_ENDING)
    {
      g_assert_true (up_text_is_set (up_scene_get_ending_title (up_run_get_scene (run))));
      g_assert_true (up_text_is_set (up_scene_get_ending_text (up_run_get_scene (run))));
      self->ended[last.scene] = TRUE;
    }
  else
    {
      self->n_circles++;
    }
}

static gboolean
was_at (Player *self, Place place)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).scene == place.scene &&
        g_array_index (self->places, Place, i).flags == place.flags)
      return TRUE;

  return FALSE;
}

static void
enter (Player *self, Place place, guint choice)
{
  g_array_append_val (self->path, choice);
  g_array_append_val (self->places, place);
}

static void
leave (Player *self)
{
  g_array_set_size (self->path, self->path->len - 1);
  g_array_set_size (self->places, self->places->len - 1);
}

/* Goes on from the last place in every way there is. */
static void
follow (Player *self)
{
  Place from = g_array_index (self->places, Place, self->places->len - 1);

  for (guint i = 0; i < count_choices (self, from); i++)
    {
      Place to;
      gboolean back;

      if (!take_step (self, from, i, &to))
        continue;

      back = was_at (self, to);
      enter (self, to, i);
      if (back || count_choices (self, to) == 0)
        play_path (self);
      else
        follow (self);
      leave (self);
    }
}

static void
play_scenario (Player *self)
{
  Place start = get_start (self);

  g_array_append_val (self->places, start);
  follow (self);

  g_test_message ("%s: %u paths (%u of them back to where they were), %" G_GUINT64_FORMAT
                  " steps, %u different ones",
                  up_scenario_get_id (self->scenario), self->n_paths, self->n_circles,
                  self->n_steps, g_hash_table_size (self->taken));
}

/* The steps from all places, found without paths. */
static guint
count_steps (Player *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Place));
  Place start = get_start (self);
  guint n = 0;

  g_array_append_val (pending, start);
  while (pending->len > 0)
    {
      Place from = g_array_index (pending, Place, pending->len - 1);

      g_array_set_size (pending, pending->len - 1);
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (from.scene << 16 | from.flags)))
        continue;

      for (guint i = 0; i < count_choices (self, from); i++)
        {
          Place to;

          if (take_step (self, from, i, &to))
            {
              n++;
              g_array_append_val (pending, to);
            }
        }
    }

  return n;
}

static void
assert_complete (Player *self)
{
  for (guint i = 0; i < self->model.scenes->len; i++)
    {
      const ModelScene *scene = model_get_scene (&self->model, i);

      g_assert_cmpint (self->ended[i], ==, scene->choices->len == 0 && scene->exits->len == 0);
    }

  g_assert_cmpuint (g_hash_table_size (self->taken), ==, count_steps (self));
}

/* A small scenario whose paths can be counted by hand. */
static void
test_small (void)
{
  g_autoptr (JsonNode) json = test_parse_small (SMALL);
  g_autoptr (UpScenario) scenario = test_read (json);
  g_auto (Player) player = { .scenario = NULL };

  /* From a: leave; stay, which is back at a; go to c. From c: end; back to a with the flag seen, and there
   * go and stay, both back to where one was. */
  player_init (&player, json, scenario);
  play_scenario (&player);
  g_assert_cmpuint (player.n_paths, ==, 5);
  g_assert_cmpuint (player.n_circles, ==, 3);
  g_assert_cmpuint (player.n_steps, ==, 1 + 1 + 2 + 3 + 3);
  assert_complete (&player);
}

static JsonNode *
load_json (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path =
    g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", "scenarios", name, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);

  return test_parse (json);
}

static void
test_shipped (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  GListModel *cards = up_catalog_get_cards (catalog);
  guint n = g_list_model_get_n_items (cards);
  guint64 n_paths = 0;
  guint64 n_steps = 0;

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (UpScenario) scenario =
        up_catalog_load_scenario (catalog, up_card_get_id (card), &error);
      g_autoptr (JsonNode) json = load_json (up_card_get_id (card));
      g_auto (Player) player = { .scenario = NULL };

      g_assert_no_error (error);
      player_init (&player, json, scenario);
      play_scenario (&player);
      assert_complete (&player);
      n_paths += player.n_paths;
      n_steps += player.n_steps;
    }

  g_test_message ("%u scenarios: %" G_GUINT64_FORMAT " paths, %" G_GUINT64_FORMAT " steps", n,
                  n_paths, n_steps);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paths/small", test_small);
  g_test_add_func ("/paths/shipped", test_shipped);

  return g_test_run ();
}
