/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-scenario-check.h"

#include "up-scenario-graph-private.h"
#include "up-scenario-lengths-private.h"
#include "up-scenario-private.h"
#include "up-scenario-stats-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a scenario has to hold on to, so that practising with it is worth the time. */
#define FEWEST_SCENES 10
#define FEWEST_OPEN_CHOICES 3
#define FEWEST_DECISIONS 3
#define FEWEST_ENDINGS 3
#define FEWEST_FEEDBACK_WORDS 25
#define MOST_FEEDBACK_WORDS 60

typedef struct
{
  UpScenario *scenario;
  UpScenarioGraph *graph;
  const UpCheckContext *context;
  const char *file;
  GPtrArray *problems;
} Check;

/* Takes @found and @near. */
static void
complain (Check *self, const char *path, char *near, char *found, const char *expected,
          const char *message)
{
  UpProblem *problem = up_problem_new (path, message);

  problem->file = g_strdup (self->file);
  problem->near = near;
  problem->found = found;
  problem->expected = g_strdup (expected);
  g_ptr_array_add (self->problems, problem);
}

static void
complain_of_scene (Check *self, const UpScene *scene, const char *member, char *found,
                   const char *expected, const char *message)
{
  g_autofree char *path = g_strdup_printf ("$.scenes[%u]%s", scene->index, member);

  complain (self, path, up_problem_near ("scenes", scene->id, NULL), found, expected, message);
}

static void
complain_of_choice (Check *self, const UpChoice *choice, const char *member, char *found,
                    const char *expected, const char *message)
{
  g_autofree char *path =
    g_strdup_printf ("$.scenes[%u].choices[%u]%s", choice->scene->index, choice->index, member);

  complain (self, path, up_problem_near ("choices", choice->id, choice->scene->id), found, expected,
            message);
}

/* The flags that are set, for people who look for the way that leads there. */
static char *
describe_flags (Check *self, UpFlags flags)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->scenario->n_flags; i++)
    if (flags & (1u << i))
      g_string_append_printf (ids, "%s“%s”", ids->len > 0 ? ", " : "", self->scenario->flags[i]);

  if (ids->len == 0)
    return g_strdup (_ ("with no flag set"));

  /* Translators: a list of flags’ ids. */
  return g_strdup_printf (_ ("with these flags set: %s"), ids->str);
}

static void
check_flags (Check *self)
{
  const UpScenario *scenario = self->scenario;
  UpFlags set = 0;

  for (guint i = 0; i < scenario->n_scenes; i++)
    for (guint j = 0; j < scenario->scenes[i].n_choices; j++)
      set |= scenario->scenes[i].choices[j].sets;

  for (guint i = 0; i < scenario->n_flags; i++)
    {
      g_autofree char *path = g_strdup_printf ("$.flags[%u]", i);
      const char *id = scenario->flags[i];
      UpFlags flag = 1u << i;

      if (!(set & flag))
        complain (self, path, up_problem_near ("flags", id, NULL), up_problem_quote (id),
                  _ ("a choice that sets it"), _ ("This flag is never set."));
      else if (!(self->graph->set & flag))
        complain (self, path, up_problem_near ("flags", id, NULL), up_problem_quote (id),
                  _ ("a choice that sets it and can be made"),
                  _ ("This flag is set only where nobody can get."));

      if (!(self->graph->read & flag))
        complain (self, path, up_problem_near ("flags", id, NULL), up_problem_quote (id),
                  _ ("an “if” or “unless” with it, where one can get"),
                  _ ("This flag is never read."));
    }
}

static void
check_open_choices (Check *self, const UpScene *scene)
{
  const UpGraphScene *found = &self->graph->scenes[scene->index];
  g_autofree char *with = NULL;
  g_autofree char *expected = NULL;
  char *words;

  if (found->fewest >= FEWEST_OPEN_CHOICES)
    return;

  with = describe_flags (self, found->fewest_at);
  /* Translators: the second is such as “with no flag set”. */
  words = g_strdup_printf (ngettext ("%u open choice, %s", "%u open choices, %s", found->fewest),
                           found->fewest, with);
  expected = g_strdup_printf (ngettext ("at least %u", "at least %u", FEWEST_OPEN_CHOICES),
                              FEWEST_OPEN_CHOICES);

  complain_of_scene (self, scene, ".choices", words, expected,
                     found->fewest == 0  ? _ ("At this decision nothing can be chosen.")
                     : found->fewest < 2 ? _ ("At this decision there is nothing to decide.")
                                         : _ ("At this decision too few choices are open."));
}

static void
check_way (Check *self, const UpChoice *choice)
{
  gboolean of_called = choice->way >= UP_WAY_PAUSE;

  if (of_called == (self->scenario->role == UP_ROLE_CALLED))
    return;

  complain_of_choice (self, choice, ".way",
                      up_problem_quote (up_terms_get_id (UP_TERMS_WAY, choice->way)),
                      of_called ? _ ("a way of someone who calls in or out, or steps back")
                                : _ ("a way of someone who is called in or out"),
                      _ ("This way is not one of the learner’s role."));
}

static void
check_ids (Check *self, const UpChoice *choice)
{
  const UpCheckContext *context = self->context;

  if (context == NULL)
    return;

  for (guint i = 0; context->knows_move != NULL && i < choice->n_moves; i++)
    {
      g_autofree char *member = g_strdup_printf (".practises.moves[%u]", i);

      if (!context->knows_move (choice->moves[i], context->user_data))
        complain_of_choice (self, choice, member, up_problem_quote (choice->moves[i]),
                            _ ("a move’s id"), _ ("There is no such move."));
    }

  for (guint i = 0; context->knows_point != NULL && i < choice->n_points; i++)
    {
      g_autofree char *member = g_strdup_printf (".practises.guide[%u]", i);

      if (!context->knows_point (choice->points[i], context->user_data))
        complain_of_choice (self, choice, member, up_problem_quote (choice->points[i]),
                            _ ("the id of a point that the guide covers"),
                            _ ("There is no such point in the guide."));
    }
}

/* Words are counted in the language that the rule was made for: others take more or fewer for the same. */
static void
check_feedback (Check *self, const UpChoice *choice)
{
  guint n;

  if (!up_text_is_set (choice->feedback))
    {
      complain_of_choice (self, choice, ".feedback", NULL, _ ("what the choice does"),
                          _ ("This choice has no feedback."));
      return;
    }

  n = up_scenario_count_words (choice->feedback);
  if (!up_language_is (choice->feedback.language, "en") ||
      (n >= FEWEST_FEEDBACK_WORDS && n <= MOST_FEEDBACK_WORDS))
    return;

  complain_of_choice (self, choice, ".feedback.text",
                      g_strdup_printf (ngettext ("%u word", "%u words", n), n),
                      _ ("25 to 60 words"),
                      n < FEWEST_FEEDBACK_WORDS ? _ ("This feedback is too short.")
                                                : _ ("This feedback is too long."));
}

static void
check_choice (Check *self, const UpChoice *choice)
{
  gboolean reached = self->graph->scenes[choice->scene->index].reached;

  if (reached && !(up_scenario_graph_get_choice (self->graph, choice) & UP_GRAPH_OPEN))
    complain_of_choice (self, choice, "", NULL, _ ("a condition that holds on some way there"),
                        _ ("This choice is never open."));

  check_feedback (self, choice);

  if (self->scenario->role == UP_ROLE_TARGET && choice->n_leaves_open > 0)
    complain_of_choice (self, choice, ".feedback.leavesOpen", NULL, _ ("nothing"),
                        _ ("Someone who is harmed leaves nothing open."));

  check_way (self, choice);
  check_ids (self, choice);
}

static void
check_scene (Check *self, const UpScene *scene)
{
  const UpGraphScene *found = &self->graph->scenes[scene->index];

  if (!found->reached)
    complain_of_scene (self, scene, "", NULL, _ ("an exit that leads here"),
                       _ ("Nothing leads to this scene."));

  if (found->loop > 0)
    complain_of_scene (
      self, scene, "",
      g_strdup_printf (ngettext ("a loop of %u scene", "a loop of %u scenes", found->loop),
                       found->loop),
      _ ("a way out of it"), _ ("From here one goes round for ever."));

  if (found->stuck)
    complain_of_scene (self, scene, "", describe_flags (self, found->stuck_at),
                       _ ("a way to an ending"), _ ("From here no way leads to an ending."));

  if (scene->kind == UP_SCENE_DECISION && found->reached)
    check_open_choices (self, scene);

  if (scene->kind == UP_SCENE_ENDING && self->scenario->role == UP_ROLE_TARGET &&
      scene->effects[UP_TERMS_EFFECT_HARMED - UP_TERMS_EFFECT_HARM] >= 0)
    complain_of_scene (self, scene, ".ending.effects.harmed", NULL, _ ("the other effects alone"),
                       _ ("The learner is the person harmed, whom “you” speaks of."));

  for (guint i = 0; i < scene->n_choices; i++)
    check_choice (self, &scene->choices[i]);
}

static void
check_route (Check *self)
{
  guint n = self->graph->min_route;

  if (n == 0 || n >= FEWEST_DECISIONS)
    return;

  complain (self, "$.scenes", NULL,
            g_strdup_printf (
              ngettext ("an ending after %u decision", "an ending after %u decisions", n), n),
            _ ("at least three, unless one steps back"), _ ("A way through is too short."));
}

static void
check_consequence (Check *self)
{
  if (up_scenario_graph_has_consequence (self->graph))
    return;

  complain (
    self, "$.flags", NULL, NULL,
    _ ("a flag that is set at the first or second decision and read by the “if” or “unless” of a "
       "later choice, which is open on one way and not on another"),
    _ ("No later choice depends on what was done early."));
}

/* Each story has a way that is not a confrontation. Someone who is called in or out has no harm of
 * others to answer; not to answer at once is what they have instead. */
static gboolean
is_indirect (UpRole role, UpWay way)
{
  return role == UP_ROLE_CALLED ? way == UP_WAY_PAUSE || way == UP_WAY_ASK_TIME
                                : up_way_is_indirect (way);
}

static void
check_ways (Check *self)
{
  const UpScenario *scenario = self->scenario;

  for (guint i = 0; i < scenario->n_scenes; i++)
    for (guint j = 0; j < scenario->scenes[i].n_choices; j++)
      {
        const UpChoice *choice = &scenario->scenes[i].choices[j];

        if (is_indirect (scenario->role, choice->way) &&
            up_scenario_graph_get_choice (self->graph, choice) & UP_GRAPH_OPEN)
          return;
      }

  complain (self, "$.scenes", NULL, NULL,
            scenario->role == UP_ROLE_CALLED
              ? _ ("pause or ask-time")
              : _ ("support, distract, bring-help, document, report or delay"),
            _ ("No choice takes an indirect way."));
}

static gboolean
have_same_effects (const UpScene *a, const UpScene *b)
{
  return memcmp (a->effects, b->effects, sizeof a->effects) == 0;
}

static void
check_ending (Check *self, const UpScene *scene)
{
  for (guint i = 0; i < scene->index; i++)
    {
      const UpScene *other = &self->scenario->scenes[i];

      if (other->kind != UP_SCENE_ENDING)
        continue;

      if (g_strcmp0 (other->ending_title.text, scene->ending_title.text) == 0)
        complain_of_scene (self, scene, ".ending.title",
                           up_problem_quote (scene->ending_title.text), _ ("a title of its own"),
                           _ ("Another ending has the same title."));
      else if (have_same_effects (other, scene) &&
               g_strcmp0 (other->ending_text.text, scene->ending_text.text) == 0)
        complain_of_scene (self, scene, ".ending", up_problem_quote (other->id),
                           _ ("other effects or another text"),
                           _ ("Another ending has the same effects and the same text."));
    }
}

static void
check_endings (Check *self)
{
  g_autoptr (GHashTable) effects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;

  for (guint i = 0; i < self->scenario->n_scenes; i++)
    {
      const UpScene *scene = &self->scenario->scenes[i];

      if (scene->kind != UP_SCENE_ENDING)
        continue;

      check_ending (self, scene);
      if (self->graph->scenes[i].reached)
        g_hash_table_add (effects,
                          g_strdup_printf ("%d %d %d %d", scene->effects[0], scene->effects[1],
                                           scene->effects[2], scene->effects[3]));
    }

  n = g_hash_table_size (effects);
  if (n >= FEWEST_ENDINGS)
    return;

  complain (self, "$.scenes", NULL,
            g_strdup_printf (ngettext ("%u ending", "%u different endings", n), n),
            _ ("at least three that differ in their effects"), _ ("There are too few endings."));
}

static void
check_size (Check *self)
{
  guint n = self->scenario->n_scenes;

  if (n >= FEWEST_SCENES)
    return;

  complain (self, "$.scenes", NULL, g_strdup_printf (ngettext ("%u scene", "%u scenes", n), n),
            _ ("at least ten"), _ ("There are too few scenes."));
}

static void
check_lengths (Check *self)
{
  UpWayLength ways[UP_WAY_LEAN_ON_HARMED + 1];

  up_scenario_measure_lengths (self->scenario, ways);

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      char correlation[G_ASCII_DTOSTR_BUF_SIZE];

      if (!ways[way].tells)
        continue;

      g_ascii_formatd (correlation, sizeof correlation, "%+.2f", ways[way].correlation);
      complain (
        self, "$.scenes", NULL,
        /* Translators: the id of a way, how often it is offered, and a number from -1 to 1. */
        g_strdup_printf (_ ("“%s”, %u times, goes with length at %s"),
                         up_terms_get_id (UP_TERMS_WAY, way), ways[way].n, correlation),
        _ ("between -0.33 (shorter than those beside them) and 0.33 (longer)"),
        ways[way].correlation > 0 ? _ ("Choices of one way are longer than those beside them.")
                                  : _ ("Choices of one way are shorter than those beside them."));
    }
}

/**
 * up_scenario_check:
 * @scenario: a scenario, as the reader gives it
 * @context: (nullable): what else there is; %NULL to leave ids of moves and points unchecked
 * @file: (nullable): what a person calls the file
 * @stats: (out caller-allocates) (optional): the scenario's figures
 * @problems: (element-type UpProblem): where to add what is wrong
 *
 * Checks what is made of a scenario's scenes: that all is reached and nothing leads nowhere, that
 * there is always something to choose, that what one does has consequences, and what a scenario needs
 * besides to be worth practising: ten scenes and three endings that differ in what became of people,
 * three decisions on each way to an ending that does not step back, three open choices at each decision,
 * an early choice that opens or shuts a later one, an indirect way, feedback of 25 to 60 words, nothing
 * left open by the person harmed, and no way whose rank correlation with length is further from 0 than a
 * third. That a choice has considerations and something it practises, and that the facilitator’s notes
 * are complete, is in the schema.
 *
 * The problems have paths; up_content_reader_locate() finds their lines. The time is linear in the
 * reachable states, of which there are at most scenes × 2^flags, once for each flag.
 *
 * Returns: whether there is nothing wrong
 */
gboolean
up_scenario_check (UpScenario *scenario, const UpCheckContext *context, const char *file,
                   UpScenarioStats *stats, GPtrArray *problems)
{
  g_autoptr (UpScenarioGraph) graph = NULL;
  Check self = { scenario, NULL, context, file, problems };
  guint n_before;

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  graph = up_scenario_graph_new (scenario);
  self.graph = graph;

  check_flags (&self);
  for (guint i = 0; i < scenario->n_scenes; i++)
    check_scene (&self, &scenario->scenes[i]);
  check_size (&self);
  check_route (&self);
  check_consequence (&self);
  check_ways (&self);
  check_endings (&self);
  check_lengths (&self);

  if (stats != NULL)
    up_scenario_count (scenario, graph, stats);

  return problems->len == n_before;
}
