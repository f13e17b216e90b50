/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-check.h"

#include "up-scenario-lengths-private.h"
#include "up-scenario-private.h"
#include "up-scenario-stats-private.h"

/**
 * up_scenario_count_words:
 * @text: a text
 *
 * Returns: how many words it has, as they stand between spaces: in scripts that put none between words
 *   this says little
 */
guint
up_scenario_count_words (UpText text)
{
  gboolean in_word = FALSE;
  guint n = 0;

  if (text.text == NULL)
    return 0;

  for (const char *c = text.text; *c != '\0'; c++)
    {
      gboolean is_space = g_ascii_isspace (*c);

      n += !is_space && !in_word;
      in_word = !is_space;
    }

  return n;
}

static guint
count_in_texts (const UpText *texts, guint n_texts)
{
  guint n = 0;

  for (guint i = 0; i < n_texts; i++)
    n += up_scenario_count_words (texts[i]);

  return n;
}

static guint
count_in_lines (const UpLine *lines, guint n_lines)
{
  guint n = 0;

  for (guint i = 0; i < n_lines; i++)
    n += up_scenario_count_words (lines[i].text) + up_scenario_count_words (lines[i].manner);

  return n;
}

static guint
count_in_scene (const UpScene *scene)
{
  guint n = up_scenario_count_words (scene->summary) + up_scenario_count_words (scene->where) +
            up_scenario_count_words (scene->ask) + up_scenario_count_words (scene->ending_title) +
            up_scenario_count_words (scene->ending_text) +
            up_scenario_count_words (scene->facilitator_watch) +
            count_in_texts (scene->listen_for, scene->n_listen_for) +
            count_in_texts (scene->discuss, scene->n_discuss) +
            count_in_lines (scene->lines, scene->n_lines);

  for (guint i = 0; i < scene->n_choices; i++)
    {
      const UpChoice *choice = &scene->choices[i];

      n += up_scenario_count_words (choice->text) + up_scenario_count_words (choice->manner) +
           up_scenario_count_words (choice->feedback) + up_scenario_count_words (choice->instead) +
           count_in_lines (choice->happens, choice->n_happens);
    }

  return n;
}

/* All that is translated. */
static guint
count_in_scenario (const UpScenario *scenario)
{
  guint n = up_scenario_count_words (scenario->title) +
            up_scenario_count_words (scenario->summary) +
            up_scenario_count_words (scenario->content_note) +
            up_scenario_count_words (scenario->facilitator_aim) +
            up_scenario_count_words (scenario->facilitator_watch) +
            up_scenario_count_words (scenario->facilitator_close) +
            count_in_texts (scenario->questions, scenario->n_questions);

  for (guint i = 0; i < scenario->n_people; i++)
    n += up_scenario_count_words (scenario->people[i].name) +
         up_scenario_count_words (scenario->people[i].pronouns) +
         up_scenario_count_words (scenario->people[i].who);

  for (guint i = 0; i < scenario->n_scenes; i++)
    n += count_in_scene (&scenario->scenes[i]);

  return n;
}

/**
 * up_scenario_count:
 * @scenario: a scenario
 * @graph: what was found by walking through it
 * @stats: (out caller-allocates): its figures
 *
 * Counts what a scenario has.
 */
void
up_scenario_count (UpScenario *scenario, const UpScenarioGraph *graph, UpScenarioStats *stats)
{
  UpWayLength lengths[G_N_ELEMENTS (stats->ways)];
  guint fewest = G_MAXUINT;

  g_return_if_fail (UP_IS_SCENARIO (scenario));
  g_return_if_fail (graph != NULL);
  g_return_if_fail (stats != NULL);

  *stats = (UpScenarioStats) {
    .scenes = scenario->n_scenes,
    .flags = scenario->n_flags,
    .words = count_in_scenario (scenario),
    .states = graph->n_states,
    .min_route_decisions = graph->min_route,
  };

  for (guint i = 0; i < scenario->n_scenes; i++)
    {
      const UpScene *scene = &scenario->scenes[i];

      stats->decisions += scene->kind == UP_SCENE_DECISION;
      stats->endings += scene->kind == UP_SCENE_ENDING;
      stats->choices += scene->n_choices;
      for (guint j = 0; j < scene->n_choices; j++)
        stats->ways[scene->choices[j].way]++;
      if (scene->kind == UP_SCENE_DECISION && graph->scenes[i].reached)
        fewest = MIN (fewest, graph->scenes[i].fewest);
    }

  stats->min_open_choices = fewest == G_MAXUINT ? 0 : fewest;

  stats->length_correlation = up_scenario_measure_lengths (scenario, lengths);
  for (guint way = 0; way < G_N_ELEMENTS (lengths); way++)
    stats->length_correlations[way] = lengths[way].correlation;
}

static void
add_number (JsonBuilder *builder, const char *name, guint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_correlation (JsonBuilder *builder, const char *name, double correlation)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, correlation);
}

/**
 * up_scenario_stats_to_json:
 * @scenario: a scenario
 * @stats: its figures
 * @languages: (array zero-terminated=1): the languages in which it exists as a whole
 *
 * Writes the figures as a JSON object.
 *
 * Returns: (transfer full): the object
 */
JsonNode *
up_scenario_stats_to_json (UpScenario *scenario, const UpScenarioStats *stats,
                           const char *const *languages)
{
  g_autoptr (JsonBuilder) builder = NULL;

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (stats != NULL, NULL);
  g_return_val_if_fail (languages != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);

  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, scenario->id);
  json_builder_set_member_name (builder, "role");
  json_builder_add_string_value (builder, up_terms_get_id (UP_TERMS_ROLE, scenario->role));

  add_number (builder, "scenes", stats->scenes);
  add_number (builder, "decisions", stats->decisions);
  add_number (builder, "endings", stats->endings);
  add_number (builder, "choices", stats->choices);
  add_number (builder, "flags", stats->flags);
  add_number (builder, "words", stats->words);
  add_number (builder, "states", stats->states);
  add_number (builder, "min_route_decisions", stats->min_route_decisions);
  add_number (builder, "min_open_choices", stats->min_open_choices);

  json_builder_set_member_name (builder, "ways");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (stats->ways); i++)
    {
      if (stats->ways[i] > 0)
        add_number (builder, up_terms_get_id (UP_TERMS_WAY, i), stats->ways[i]);
    }
  json_builder_end_object (builder);

  add_correlation (builder, "length_correlation", stats->length_correlation);
  json_builder_set_member_name (builder, "lengths");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (stats->ways); i++)
    {
      if (stats->ways[i] > 0)
        add_correlation (builder, up_terms_get_id (UP_TERMS_WAY, i), stats->length_correlations[i]);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "languages");
  json_builder_begin_array (builder);
  for (guint i = 0; languages[i] != NULL; i++)
    json_builder_add_string_value (builder, languages[i]);
  json_builder_end_array (builder);

  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
