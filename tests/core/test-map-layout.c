/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-layout.h"
#include "up-test-run.h"

#include <math.h>

/* In units of the picture: what rounding to floats may do. */
#define NEARLY 0.05f

typedef struct
{
  UpMapBox *boxes;
  GPtrArray *routes;
  float width;
  float height;
} Placed;

static void
placed_clear (Placed *self)
{
  g_clear_pointer (&self->boxes, g_free);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placed, placed_clear)

/* Sizes that depend on nothing but the node's number and @seed. */
static void
place (Placed *self, UpMapLayout *layout, UpMapFlow flow, gboolean mirrored, guint seed)
{
  guint n_nodes = up_map_layout_get_n_nodes (layout);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  self->boxes = g_new0 (UpMapBox, n_nodes);
  self->routes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_nodes; i++)
    {
      self->boxes[i].width = (float) g_rand_int_range (random, 20, 300);
      self->boxes[i].height = (float) g_rand_int_range (random, 20, 120);
      self->boxes[i].is_round = g_rand_boolean (random);
    }

  up_map_layout_place (layout, flow, mirrored, 24, 40, self->boxes, self->routes, &self->width,
                       &self->height);
}

static gboolean
overlap (const UpMapBox *a, const UpMapBox *b)
{
  return a->x + a->width > b->x + NEARLY && b->x + b->width > a->x + NEARLY &&
         a->y + a->height > b->y + NEARLY && b->y + b->height > a->y + NEARLY;
}

static gboolean
is_inside (const UpMapBox *box, UpMapPoint point)
{
  return point.x > box->x + NEARLY && point.x < box->x + box->width - NEARLY &&
         point.y > box->y + NEARLY && point.y < box->y + box->height - NEARLY;
}

static UpMapPoint
point_of (const UpMapPoint *p, float t)
{
  float u = 1 - t;
  float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (UpMapPoint) { a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                        a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/* On the edge of a box, to which a way belongs. */
static void
assert_touches (const UpMapBox *box, UpMapPoint point)
{
  g_assert_cmpfloat (point.x, >=, box->x - NEARLY);
  g_assert_cmpfloat (point.x, <=, box->x + box->width + NEARLY);
  g_assert_cmpfloat (point.y, >=, box->y - NEARLY);
  g_assert_cmpfloat (point.y, <=, box->y + box->height + NEARLY);
  g_assert_false (is_inside (box, point));
}

static void
check_places (UpMapLayout *layout, UpMapFlow flow, guint seed)
{
  g_auto (Placed) placed = { 0 };
  guint n_nodes = up_map_layout_get_n_nodes (layout);

  place (&placed, layout, flow, FALSE, seed);
  g_assert_cmpuint (placed.routes->len, ==, up_map_layout_get_n_edges (layout));

  for (guint i = 0; i < n_nodes; i++)
    {
      const UpMapBox *box = &placed.boxes[i];

      g_assert_cmpfloat (box->x, >=, -NEARLY);
      g_assert_cmpfloat (box->y, >=, -NEARLY);
      g_assert_cmpfloat (box->x + box->width, <=, placed.width + NEARLY);
      g_assert_cmpfloat (box->y + box->height, <=, placed.height + NEARLY);
      for (guint j = i + 1; j < n_nodes; j++)
        g_assert_false (overlap (box, &placed.boxes[j]));
    }

  for (guint i = 0; i < placed.routes->len; i++)
    {
      const UpMapEdge *edge = up_map_layout_get_edge (layout, i);
      GArray *route = g_ptr_array_index (placed.routes, i);
      const UpMapPoint *points = (const UpMapPoint *) (gconstpointer) route->data;

      g_assert_cmpuint (route->len % 3, ==, 1);
      assert_touches (&placed.boxes[edge->from], points[0]);
      assert_touches (&placed.boxes[edge->to], points[route->len - 1]);
      for (guint j = 0; j + 3 < route->len; j += 3)
        for (guint k = 0; k <= 16; k++)
          {
            UpMapPoint point = point_of (points + j, (float) k / 16);

            g_assert_cmpfloat (point.x, >=, -NEARLY);
            g_assert_cmpfloat (point.y, >=, -NEARLY);
            g_assert_cmpfloat (point.x, <=, placed.width + NEARLY);
            g_assert_cmpfloat (point.y, <=, placed.height + NEARLY);
            for (guint node = 0; node < n_nodes; node++)
              g_assert_false (is_inside (&placed.boxes[node], point));
          }
    }
}

static void
check_mirrored (UpMapLayout *layout, UpMapFlow flow, guint seed)
{
  g_auto (Placed) one = { 0 };
  g_auto (Placed) other = { 0 };

  place (&one, layout, flow, FALSE, seed);
  place (&other, layout, flow, TRUE, seed);
  g_assert_cmpfloat (one.width, ==, other.width);
  g_assert_cmpfloat (one.height, ==, other.height);

  for (guint i = 0; i < up_map_layout_get_n_nodes (layout); i++)
    {
      g_assert_cmpfloat_with_epsilon (one.boxes[i].x + one.boxes[i].width,
                                      one.width - other.boxes[i].x, NEARLY);
      g_assert_cmpfloat (one.boxes[i].y, ==, other.boxes[i].y);
    }
  for (guint i = 0; i < one.routes->len; i++)
    {
      GArray *a = g_ptr_array_index (one.routes, i);
      GArray *b = g_ptr_array_index (other.routes, i);

      g_assert_cmpuint (a->len, ==, b->len);
      for (guint j = 0; j < a->len; j++)
        {
          UpMapPoint p = g_array_index (a, UpMapPoint, j);
          UpMapPoint q = g_array_index (b, UpMapPoint, j);

          g_assert_cmpfloat_with_epsilon (p.x, one.width - q.x, NEARLY);
          g_assert_cmpfloat (p.y, ==, q.y);
        }
    }
}

/* Another map of the same run is the same, to the last point. */
static void
check_determined (UpRun *run, UpMapLayout *layout, guint seed)
{
  g_autoptr (UpMapLayout) again = up_map_layout_new (run);
  g_auto (Placed) one = { 0 };
  g_auto (Placed) other = { 0 };

  g_assert_cmpuint (up_map_layout_get_n_nodes (layout), ==, up_map_layout_get_n_nodes (again));
  g_assert_cmpuint (up_map_layout_get_n_edges (layout), ==, up_map_layout_get_n_edges (again));
  place (&one, layout, UP_MAP_FLOW_DOWN, FALSE, seed);
  place (&other, again, UP_MAP_FLOW_DOWN, FALSE, seed);

  for (guint i = 0; i < up_map_layout_get_n_nodes (layout); i++)
    {
      g_assert_true (up_map_layout_get_node (layout, i)->scene ==
                     up_map_layout_get_node (again, i)->scene);
      g_assert_cmpmem (&one.boxes[i], sizeof (UpMapBox), &other.boxes[i], sizeof (UpMapBox));
    }
  for (guint i = 0; i < one.routes->len; i++)
    {
      GArray *a = g_ptr_array_index (one.routes, i);
      GArray *b = g_ptr_array_index (other.routes, i);

      g_assert_cmpmem (a->data, a->len * sizeof (UpMapPoint), b->data,
                       b->len * sizeof (UpMapPoint));
    }
}

static void
check_layers (UpMapLayout *layout)
{
  for (guint i = 0; i < up_map_layout_get_n_edges (layout); i++)
    {
      const UpMapEdge *edge = up_map_layout_get_edge (layout, i);
      guint from = up_map_layout_get_node (layout, edge->from)->layer;
      guint to = up_map_layout_get_node (layout, edge->to)->layer;

      if (edge->leads_back)
        g_assert_cmpuint (to, <=, from);
      else
        g_assert_cmpuint (to, >, from);
      g_assert_cmpuint (edge->n_ways, >, 0);
      g_assert_cmpuint (edge->n_now + edge->n_before + edge->n_open, <=, edge->n_ways);
    }

  for (guint i = 1; i < up_map_layout_get_n_nodes (layout); i++)
    {
      const UpMapNode *before = up_map_layout_get_node (layout, i - 1);
      const UpMapNode *node = up_map_layout_get_node (layout, i);

      g_assert_true (node->layer > before->layer
                       ? node->layer == before->layer + 1 && node->order == 0
                       : node->layer == before->layer && node->order == before->order + 1);
    }
}

/* What was shown is told, and nothing else is. */
static void
check_spoils_nothing (UpMapLayout *layout, GHashTable *shown)
{
  for (guint i = 0; i < up_map_layout_get_n_nodes (layout); i++)
    {
      const UpMapNode *node = up_map_layout_get_node (layout, i);

      if (g_hash_table_contains (shown, node->scene))
        {
          g_assert_cmpint (node->state, !=, UP_MAP_UNSEEN);
          g_assert_true (up_text_is_set (node->label));
          g_assert_true (node->is_pivotal == up_scene_get_pivotal (node->scene));
          continue;
        }

      g_assert_cmpint (node->state, ==, UP_MAP_UNSEEN);
      g_assert_null (node->label.text);
      g_assert_false (node->is_pivotal);
      g_assert_false (node->can_go);
      g_assert_cmpuint (node->ways->len, ==, 0);
      g_assert_cmpuint (node->n_open, ==, 0);
    }
}

static gboolean
is_on_way (UpRun *run, const UpStep *step)
{
  for (const UpStep *other = up_run_get_step (run); other != NULL;
       other = up_step_get_parent (other))
    if (other == step)
      return TRUE;

  return FALSE;
}

/* Counted one by one, from the steps alone. */
static void
check_taken (UpRun *run, UpMapLayout *layout)
{
  for (guint i = 0; i < up_map_layout_get_n_edges (layout); i++)
    {
      const UpMapEdge *edge = up_map_layout_get_edge (layout, i);
      const UpScene *from = up_map_layout_get_node (layout, edge->from)->scene;
      const UpScene *to = up_map_layout_get_node (layout, edge->to)->scene;
      guint n_now = 0, n_before = 0;

      for (guint j = 0; j < up_scene_get_n_choices (from); j++)
        {
          gboolean now = FALSE, before = FALSE;

          for (guint number = 1; number <= up_run_get_n_steps (run); number++)
            {
              const UpStep *step = up_run_find_step (run, number);

              if (up_step_get_choice (step) != up_scene_get_choice (from, j) ||
                  up_step_get_reached (step) != to)
                continue;

              now |= is_on_way (run, step);
              before |= !is_on_way (run, step);
            }
          n_now += now;
          n_before += before && !now;
        }

      g_assert_cmpuint (edge->n_now, ==, n_now);
      g_assert_cmpuint (edge->n_before, ==, n_before);
    }
}

/* One gets to where the map says, and has lost nothing. */
static void
check_goes (UpRun *run, UpMapLayout *layout)
{
  for (guint i = 0; i < up_map_layout_get_n_nodes (layout); i++)
    {
      const UpMapNode *node = up_map_layout_get_node (layout, i);
      gboolean changed;
      g_autoptr (UpRun) other = NULL;
      const UpStep *step;

      if (node->state == UP_MAP_UNSEEN)
        continue;

      g_assert_true (node->can_go);
      other = test_reload (run, up_run_get_scenario (run), &changed);
      step = up_run_find_step (other, node->go_step);
      g_assert_true (step != NULL || (node->go_step == 0 && !node->goes_before));
      if (node->goes_before)
        up_run_go_before (other, step);
      else
        up_run_go_after (other, step);

      g_assert_true (up_run_get_scene (other) == node->scene);
      g_assert_cmpint (up_run_get_phase (other), ==,
                       node->is_ending ? UP_PHASE_ENDING : UP_PHASE_ASKING);
      g_assert_cmpuint (up_run_get_n_steps (other), ==, up_run_get_n_steps (run));
    }
}

static void
check_map (UpRun *run, GHashTable *shown)
{
  g_autoptr (UpMapLayout) layout = up_map_layout_new (run);
  guint seed = (guint) g_test_rand_int ();
  const UpMapNode *here = up_map_layout_get_node (layout, up_map_layout_get_here (layout));

  g_assert_true (here->scene == up_run_get_scene (run));
  g_assert_cmpint (here->state, ==, UP_MAP_HERE);

  check_layers (layout);
  check_spoils_nothing (layout, shown);
  check_taken (run, layout);
  check_goes (run, layout);
  check_places (layout, UP_MAP_FLOW_DOWN, seed);
  check_places (layout, UP_MAP_FLOW_TO_END, seed);
  check_mirrored (layout, UP_MAP_FLOW_DOWN, seed);
  check_mirrored (layout, UP_MAP_FLOW_TO_END, seed);
  check_determined (run, layout, seed);
}

/* Plays at random, taking steps back in every phase, and looks at the map now and then. */
static void
play_and_check (UpScenario *scenario, guint n_moves)
{
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_moves; i++)
    {
      UpPhase phase = up_run_get_phase (run);
      const UpScene *scene = up_run_get_scene (run);

      if (phase == UP_PHASE_ASKING || phase == UP_PHASE_ENDING)
        g_hash_table_add (shown, (gpointer) scene);
      if (i % 7 == 0)
        check_map (run, shown);

      if (phase == UP_PHASE_ENDING || g_test_rand_int_range (0, 6) == 0)
        {
          up_run_take_back (run);
        }
      else if (phase != UP_PHASE_ASKING)
        {
          up_run_advance (run);
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

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) shipped = test_load_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      g_autoptr (UpScenario) scenario = test_read (g_ptr_array_index (shipped, i));

      for (guint round = 0; round < 3; round++)
        play_and_check (scenario, 60);
    }
}

/* Scenes that lead anywhere, back as well, some with flags and some by themselves. */
static UpScenario *
make_random (guint n_scenes)
{
  g_autoptr (GString) json = g_string_new (
    "{\"id\": \"random\", \"start\": \"s0\", \"flags\": [{\"id\": \"f\"}, {\"id\": \"g\"}], "
    "\"scenes\": [");
  guint n_decisions = n_scenes - 3;

  for (guint i = 0; i < n_scenes; i++)
    {
      g_string_append_printf (json, "%s{\"id\": \"s%u\"", i > 0 ? ", " : "", i);
      if (i % 5 == 3 && i < n_decisions)
        {
          /* Only onwards, since nobody gets out of a circle of those. */
          g_string_append_printf (json,
                                  ", \"next\": [{\"if\": [\"f\"], \"to\": \"s%u\"}, "
                                  "{\"to\": \"s%u\"}]",
                                  i + 1, g_test_rand_int_range (i + 1, n_scenes));
        }
      else if (i < n_decisions)
        {
          g_string_append (json, ", \"choices\": [");
          for (guint j = 0; j < 4; j++)
            g_string_append_printf (
              json, "%s{\"id\": \"c%u\", %s\"next\": \"s%u\"}", j > 0 ? ", " : "", j,
              j == 1   ? "\"sets\": [\"f\"], "
              : j == 2 ? "\"sets\": [\"g\"], \"unless\": [\"f\"], "
                       : "",
              (guint) g_test_rand_int_range (
                j == 3 ? 0 : (int) i + 1, j == 0 ? (int) MIN (i + 4, n_scenes) : (int) n_scenes));
          g_string_append (json, "]");
        }
      g_string_append (json, "}");
    }
  g_string_append (json, "]}");

  return test_read_small (json->str);
}

static void
test_random (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (UpScenario) scenario = make_random ((guint) g_test_rand_int_range (5, 28));

      play_and_check (scenario, 50);
    }
}

static const UpMapNode *
find_node (UpMapLayout *layout, UpRun *run, const char *scene)
{
  return up_map_layout_get_node (
    layout,
    up_map_layout_find_node (layout, up_scenario_find_scene (up_run_get_scenario (run), scene)));
}

static const UpMapEdge *
find_edge (UpMapLayout *layout, UpRun *run, const char *from, const char *to)
{
  for (guint i = 0; i < up_map_layout_get_n_edges (layout); i++)
    {
      const UpMapEdge *edge = up_map_layout_get_edge (layout, i);

      if (up_map_layout_get_node (layout, edge->from) == find_node (layout, run, from) &&
          up_map_layout_get_node (layout, edge->to) == find_node (layout, run, to))
        return edge;
    }

  g_assert_not_reached ();
}

static void
test_states (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpMapLayout) layout = up_map_layout_new (run);

  /* Scenes that lead on by themselves are no places; neither q nor p is met with both flags. */
  g_assert_cmpuint (up_map_layout_get_n_nodes (layout), ==, 3);
  g_assert_cmpint (find_node (layout, run, "a")->state, ==, UP_MAP_HERE);
  g_assert_cmpint (find_node (layout, run, "b")->state, ==, UP_MAP_UNSEEN);
  g_assert_cmpint (find_node (layout, run, "c")->state, ==, UP_MAP_UNSEEN);
  g_assert_cmpuint (find_node (layout, run, "a")->n_open, ==, 3);
  g_assert_true (find_edge (layout, run, "a", "a")->leads_back);
  g_assert_true (find_edge (layout, run, "c", "a")->leads_back);
  g_assert_cmpuint (find_edge (layout, run, "a", "b")->n_open, ==, 1);
  g_assert_cmpuint (find_edge (layout, run, "c", "b")->n_open, ==, 0);

  /* What a choice leads to is not seen before one has gone on to it. */
  test_choose (run, "go");
  g_clear_pointer (&layout, up_map_layout_free);
  layout = up_map_layout_new (run);
  g_assert_cmpint (find_node (layout, run, "a")->state, ==, UP_MAP_HERE);
  g_assert_cmpint (find_node (layout, run, "c")->state, ==, UP_MAP_UNSEEN);
  g_assert_cmpuint (find_edge (layout, run, "a", "c")->n_now, ==, 1);
  g_assert_cmpuint (find_node (layout, run, "a")->n_open, ==, 2);
  g_assert_true (find_node (layout, run, "a")->goes_before);

  /* Nor by taking it back. */
  up_run_take_back (run);
  g_clear_pointer (&layout, up_map_layout_free);
  layout = up_map_layout_new (run);
  g_assert_cmpint (find_node (layout, run, "c")->state, ==, UP_MAP_UNSEEN);
  g_assert_cmpuint (find_edge (layout, run, "a", "c")->n_before, ==, 1);

  test_pass (run, "go");
  test_pass (run, "end");
  g_clear_pointer (&layout, up_map_layout_free);
  layout = up_map_layout_new (run);
  g_assert_cmpint (find_node (layout, run, "a")->state, ==, UP_MAP_ON_WAY);
  g_assert_cmpint (find_node (layout, run, "c")->state, ==, UP_MAP_ON_WAY);
  g_assert_cmpint (find_node (layout, run, "b")->state, ==, UP_MAP_HERE);
  /* One choice is not counted because one could never make it. */
  g_assert_cmpuint (find_node (layout, run, "c")->n_open, ==, 1);
  g_assert_cmpuint (find_node (layout, run, "c")->ways->len, ==, 1);

  up_run_go_before (run, up_run_get_first_step (run));
  g_clear_pointer (&layout, up_map_layout_free);
  layout = up_map_layout_new (run);
  g_assert_cmpint (find_node (layout, run, "a")->state, ==, UP_MAP_HERE);
  g_assert_cmpint (find_node (layout, run, "c")->state, ==, UP_MAP_ON_OTHER_WAY);
  g_assert_cmpint (find_node (layout, run, "b")->state, ==, UP_MAP_ON_OTHER_WAY);
  g_assert_cmpuint (find_edge (layout, run, "c", "b")->n_before, ==, 1);
  g_assert_cmpuint (find_node (layout, run, "b")->go_step, ==, 2);
}

/* What was seen is still known after the run was saved, and stays unknown if it was not. */
static void
test_seen_is_saved (void)
{
  g_autoptr (UpScenario) scenario = test_read_small (SMALL);
  g_autoptr (UpRun) run = up_run_new (scenario);
  g_autoptr (UpRun) loaded = NULL;
  gboolean changed;

  test_pass (run, "leave");
  up_run_take_back (run);
  test_choose (run, "go");
  up_run_take_back (run);

  loaded = test_reload (run, scenario, &changed);
  g_assert_true (up_step_is_seen (up_run_find_step (loaded, 1)));
  g_assert_false (up_step_is_seen (up_run_find_step (loaded, 2)));
  up_run_go_after (loaded, up_run_find_step (loaded, 1));
  test_assert_at (loaded, "b", UP_PHASE_ENDING);
  up_run_go_after (loaded, NULL);
  test_assert_at (loaded, "a", UP_PHASE_ASKING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-layout/states", test_states);
  g_test_add_func ("/map-layout/seen-is-saved", test_seen_is_saved);
  g_test_add_func ("/map-layout/shipped", test_shipped);
  g_test_add_func ("/map-layout/random", test_random);

  return g_test_run ();
}
