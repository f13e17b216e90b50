/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-collection-check.h"

#include "up-moment.h"
#include "up-phrase.h"
#include "up-scenario.h"

#include <glib/gi18n-lib.h>

#define FEWEST_SCENARIOS 16
#define FEWEST_HARMS 7
#define FEWEST_MOMENTS 48
#define FEWEST_MOMENTS_A_ROLE 12
#define N_ROLES (UP_ROLE_LEADER + 1)

/* So many scenarios at least have one of these values. */
typedef struct
{
  guint fewest;
  const char *key;
  UpTerms terms;
  const char *value;
  const char *other; /* nullable: a value that does as well */
} Quota;

/* Public and private moments; peer, above, below; friend, family, stranger, online. */
static const Quota spread[] = {
  { 3, "role", UP_TERMS_ROLE, "ally", NULL },
  { 3, "role", UP_TERMS_ROLE, "target", NULL },
  { 3, "role", UP_TERMS_ROLE, "called", NULL },
  { 3, "role", UP_TERMS_ROLE, "leader", NULL },
  { 1, "power", UP_TERMS_POWER, "peer", NULL },
  { 1, "power", UP_TERMS_POWER, "above", NULL },
  { 1, "power", UP_TERMS_POWER, "below", NULL },
  { 1, "tie", UP_TERMS_TIE, "close", NULL },
  { 1, "tie", UP_TERMS_TIE, "family", NULL },
  { 1, "tie", UP_TERMS_TIE, "stranger", NULL },
  { 1, "place", UP_TERMS_PLACE, "online", NULL },
  { 1, "audience", UP_TERMS_AUDIENCE, "one-to-one", NULL },
  { 1, "audience", UP_TERMS_AUDIENCE, "group", "public" },
};

/* A cast that is not naive. */
static const Quota cast[] = {
  { 3, "shows", UP_TERMS_SHOWS, "deliberate-harm", NULL },
  { 2, "shows", UP_TERMS_SHOWS, "habit", NULL },
  { 1, "shows", UP_TERMS_SHOWS, "mistaken-call", NULL },
  { 1, "shows", UP_TERMS_SHOWS, "ally-worsens", NULL },
  { 2, "shows", UP_TERMS_SHOWS, "talk-fails", NULL },
};

typedef struct
{
  const char *file;
  GPtrArray *problems;
} Check;

/* Takes @near and @found. */
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

/* Whether the learner decides something before such an audience. */
static gboolean
has_audience (UpScenario *scenario, int audience)
{
  for (guint i = 0; i < up_scenario_get_n_scenes (scenario); i++)
    {
      const UpScene *scene = up_scenario_get_scene (scenario, i);

      if (up_scene_get_kind (scene) == UP_SCENE_DECISION &&
          up_scene_get_audience (scene) == audience)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_value (UpScenario *scenario, UpTerms terms, const char *id)
{
  int value = up_terms_parse (terms, id);

  if (value < 0)
    return FALSE;

  switch (terms)
    {
    case UP_TERMS_ROLE:
      return (int) up_scenario_get_role (scenario) == value;
    case UP_TERMS_POWER:
      return up_scenario_get_power (scenario) == value;
    case UP_TERMS_TIE:
      return up_scenario_get_tie (scenario) == value;
    case UP_TERMS_PLACE:
      return up_scenario_get_place (scenario) == value;
    case UP_TERMS_AUDIENCE:
      return has_audience (scenario, value);
    case UP_TERMS_SHOWS:
      return up_scenario_shows (scenario, value);

    case UP_TERMS_HARM:
    case UP_TERMS_PART:
    case UP_TERMS_WAY:
    case UP_TERMS_CONSIDERATION:
    case UP_TERMS_LEAN:
    case UP_TERMS_ADDRESS:
    case UP_TERMS_REVIEW:
    case UP_TERMS_EFFECT_HARM:
    case UP_TERMS_EFFECT_HARMED:
    case UP_TERMS_EFFECT_RELATIONSHIP:
    case UP_TERMS_EFFECT_YOU:
    case UP_TERMS_CONFIDENCE:
    case UP_N_TERMS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
describe_scenarios (guint n)
{
  return g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n), n);
}

static char *
describe_moments (guint n)
{
  return g_strdup_printf (ngettext ("%u moment", "%u moments", n), n);
}

static char *
describe_fewest (guint n)
{
  return g_strdup_printf (ngettext ("at least %u", "at least %u", n), n);
}

static void
check_quota (Check *self, GPtrArray *scenarios, const Quota *quota)
{
  g_autofree char *message = NULL;
  g_autofree char *expected = NULL;
  guint n = 0;

  for (guint i = 0; i < scenarios->len; i++)
    {
      UpScenario *scenario = g_ptr_array_index (scenarios, i);

      n += has_value (scenario, quota->terms, quota->value) ||
           (quota->other != NULL && has_value (scenario, quota->terms, quota->other));
    }

  if (n >= quota->fewest)
    return;

  if (quota->other != NULL)
    /* Translators: a key of scenario files and two of its values, such as “audience”, “group”. */
    message = g_strdup_printf (_ ("Too few scenarios have “%s”: “%s” or “%s”."), quota->key,
                               quota->value, quota->other);
  else
    /* Translators: a key of scenario files and one of its values, such as “role”, “ally”. */
    message = g_strdup_printf (_ ("Too few scenarios have “%s”: “%s”."), quota->key, quota->value);

  expected = describe_fewest (quota->fewest);
  complain (self, "$", NULL, describe_scenarios (n), expected, message);
}

static void
check_harms (Check *self, GPtrArray *scenarios)
{
  g_autofree char *expected = NULL;
  guint64 harms = 0;
  guint n = 0;

  for (guint i = 0; i < scenarios->len; i++)
    {
      UpScenario *scenario = g_ptr_array_index (scenarios, i);

      for (guint j = 0; j < up_scenario_get_n_harms (scenario); j++)
        harms |= G_GUINT64_CONSTANT (1) << up_scenario_get_harm (scenario, j);
    }

  for (guint i = 0; i < up_terms_get_length (UP_TERMS_HARM); i++)
    n += (harms >> i) & 1;

  if (n >= FEWEST_HARMS)
    return;

  expected = describe_fewest (FEWEST_HARMS);
  complain (self, "$", NULL,
            g_strdup_printf (ngettext ("%u kind of harm", "%u kinds of harm", n), n), expected,
            _ ("The scenarios show too few kinds of harm."));
}

/**
 * up_collection_check_scenarios:
 * @scenarios: (element-type UpScenario): all scenarios of a collection
 * @file: (nullable): what a person calls the collection
 * @problems: (element-type UpProblem): where to add what is wrong
 *
 * Checks what no scenario can be held to alone: that there are enough of them, for each role, in private
 * and in public, among peers and across power, among friends, family and strangers and online, with many
 * kinds of harm, and with a cast that is not naive, as far as the scenarios themselves say (“shows”):
 * harm that is repeated or meant in three, a group’s habit or an organisation’s policy in two, a mistaken
 * call-out and an ally who makes it worse in one each, no talk that serves in two, and calling out that
 * serves better than calling in in a third of them.
 *
 * Returns: whether there is nothing wrong
 */
gboolean
up_collection_check_scenarios (GPtrArray *scenarios, const char *file, GPtrArray *problems)
{
  Check self = { file, problems };
  g_autofree char *fewest = NULL;
  guint n_before;
  Quota third;

  g_return_val_if_fail (scenarios != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;

  if (scenarios->len < FEWEST_SCENARIOS)
    {
      fewest = describe_fewest (FEWEST_SCENARIOS);
      complain (&self, "$", NULL, describe_scenarios (scenarios->len), fewest,
                _ ("There are too few scenarios."));
    }

  for (guint i = 0; i < G_N_ELEMENTS (spread); i++)
    check_quota (&self, scenarios, &spread[i]);
  check_harms (&self, scenarios);

  for (guint i = 0; i < G_N_ELEMENTS (cast); i++)
    check_quota (&self, scenarios, &cast[i]);
  third = (Quota) { (scenarios->len + 2) / 3, "shows", UP_TERMS_SHOWS, "out-serves", NULL };
  check_quota (&self, scenarios, &third);

  return problems->len == n_before;
}

static UpMove *
find_move (GListModel *moves, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i);

      if (g_str_equal (up_move_get_id (move), id))
        return g_steal_pointer (&move);
    }

  return NULL;
}

/* A move that there is not was told of where the file was read. */
static void
check_fit (Check *self, UpMoment *moment, guint number, GListModel *moves)
{
  const char *role = up_terms_get_id (UP_TERMS_ROLE, up_moment_get_role (moment));

  for (guint i = 0; i < up_moment_get_n_moves (moment); i++)
    {
      g_autoptr (UpMove) move = find_move (moves, up_moment_get_move (moment, i));
      g_autofree char *path = NULL;
      g_autofree char *expected = NULL;

      if (move == NULL || up_move_is_for (move, up_moment_get_role (moment)))
        continue;

      path = g_strdup_printf ("$.moments[%u].moves[%u]", number, i);
      /* Translators: the id of a role, such as ally. */
      expected = g_strdup_printf (_ ("a move for the role “%s”"), role);
      complain (self, path, up_problem_near ("moments", up_moment_get_id (moment), NULL),
                up_problem_quote (up_move_get_id (move)), expected,
                _ ("This move is not one for the moment’s role."));
    }
}

/**
 * up_collection_check_moments:
 * @moments: a list of #UpMoment
 * @moves: a list of #UpMove: all there are
 * @file: (nullable): what a person calls the file that the moments stand in
 * @problems: (element-type UpProblem): where to add what is wrong
 *
 * Checks that there are enough moments, for each role, that they practise all moves, and that the moves
 * which a moment practises are moves for its role.
 *
 * Returns: whether there is nothing wrong
 */
gboolean
up_collection_check_moments (GListModel *moments, GListModel *moves, const char *file,
                             GPtrArray *problems)
{
  Check self = { file, problems };
  g_autoptr (GHashTable) practised = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint by_role[N_ROLES] = { 0 };
  guint n_before;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (moments), FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (moves), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  n = g_list_model_get_n_items (moments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpMoment) moment = g_list_model_get_item (moments, i);

      by_role[up_moment_get_role (moment)]++;
      for (guint j = 0; j < up_moment_get_n_moves (moment); j++)
        g_hash_table_add (practised, g_strdup (up_moment_get_move (moment, j)));
      check_fit (&self, moment, i, moves);
    }

  if (n < FEWEST_MOMENTS)
    {
      g_autofree char *expected = describe_fewest (FEWEST_MOMENTS);

      complain (&self, "$.moments", NULL, describe_moments (n), expected,
                _ ("There are too few moments."));
    }

  for (guint role = 0; role < N_ROLES; role++)
    {
      g_autofree char *message = NULL;
      g_autofree char *expected = NULL;

      if (by_role[role] >= FEWEST_MOMENTS_A_ROLE)
        continue;

      /* Translators: the key “role” of moments and one of its values, such as “ally”. */
      message = g_strdup_printf (_ ("Too few moments have “%s”: “%s”."), "role",
                                 up_terms_get_id (UP_TERMS_ROLE, role));
      expected = describe_fewest (FEWEST_MOMENTS_A_ROLE);
      complain (&self, "$.moments", NULL, describe_moments (by_role[role]), expected, message);
    }

  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (UpMove) move = g_list_model_get_item (moves, i);

      if (!g_hash_table_contains (practised, up_move_get_id (move)))
        complain (&self, "$.moments", NULL, up_problem_quote (up_move_get_id (move)),
                  _ ("a moment for each move"), _ ("No moment practises this move."));
    }

  return problems->len == n_before;
}
