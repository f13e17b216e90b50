/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-points.h"

/* A point of the guide, and how many choices practise it. */
typedef struct
{
  const char *id;
  UpChapter *chapter;
  guint n;
  guint order; /* in which it was met, so that equals keep it */
} Point;

static void
count (GArray *points, UpGuide *guide, const char *id)
{
  Point point = { id, up_guide_find_point (guide, id, NULL), 1, points->len };

  if (point.chapter == NULL)
    return;

  for (guint i = 0; i < points->len; i++)
    if (g_str_equal (g_array_index (points, Point, i).id, id))
      {
        g_array_index (points, Point, i).n++;
        return;
      }
  g_array_append_val (points, point);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Point *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;

  return one->order < other->order ? -1 : one->order > other->order;
}

/**
 * up_scenario_list_points:
 * @scenario: a scenario
 * @guide: the guide
 * @most: how many to list at most
 *
 * Lists the points of the guide that a scenario practises, the one that most choices are about first, and
 * no more than one of each chapter.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids; free with g_strfreev()
 */
char **
up_scenario_list_points (UpScenario *scenario, UpGuide *guide, guint most)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (GHashTable) chapters = g_hash_table_new (NULL, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (UP_IS_GUIDE (guide), NULL);

  for (guint i = 0; i < up_scenario_get_n_scenes (scenario); i++)
    {
      const UpScene *scene = up_scenario_get_scene (scenario, i);

      for (guint j = 0; j < up_scene_get_n_choices (scene); j++)
        {
          const UpChoice *choice = up_scene_get_choice (scene, j);

          for (guint k = 0; k < up_choice_get_n_points (choice); k++)
            count (points, guide, up_choice_get_point (choice, k));
        }
    }
  g_array_sort (points, compare);

  for (guint i = 0; i < points->len && g_hash_table_size (chapters) < most; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      if (g_hash_table_add (chapters, point->chapter))
        g_strv_builder_add (ids, point->id);
    }

  return g_strv_builder_end (ids);
}
