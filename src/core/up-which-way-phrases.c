/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-which-way-card.h"

#include <glib/gi18n-lib.h>

/* Who one is in the moves, by the answers to the question where one stands; 0 where it is open. */
static guint
get_roles (UpWhichWay *which_way, UpWayAnswers answers)
{
  static const struct
  {
    const char *answer;
    UpRole role;
  } stands[] = {
    { "witness", UP_ROLE_ALLY },
    { "target", UP_ROLE_TARGET },
    { "leader", UP_ROLE_LEADER },
  };
  int question = up_which_way_find_question (which_way, "stand");
  guint all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (stands); i++)
    {
      all |= 1u << stands[i].role;
      if (question >= 0 && answers.chosen[question] > 0)
        {
          const UpWayQuestion *asked = up_which_way_get_question (which_way, question);

          if (g_str_equal (asked->answers[answers.chosen[question] - 1].id, stands[i].answer))
            return 1u << stands[i].role;
        }
    }

  return all;
}

static gboolean
is_for (UpMove *move, guint roles)
{
  for (guint role = UP_ROLE_ALLY; role <= UP_ROLE_LEADER; role++)
    if ((roles & (1u << role)) != 0 && up_move_is_for (move, role))
      return TRUE;

  return FALSE;
}

/* Whether a move puts to use what speaks for a way. */
static gboolean
serves (UpMove *move, UpWeighing *weighing, guint advice)
{
  const char *const *covers = up_move_get_covers (move);

  for (guint i = 0; i < up_weighing_get_n_reasons (weighing, advice, UP_REASON_FOR); i++)
    {
      const UpWayReason *reason = up_weighing_get_reason (weighing, advice, UP_REASON_FOR, i);

      for (guint j = 0; reason->covers[j] != NULL; j++)
        if (g_strv_contains (covers, reason->covers[j]))
          return TRUE;
    }

  return FALSE;
}

/* The moves for a way in the order in which phrases are taken of them; ids, borrowed. */
static GPtrArray *
list_moves (UpCatalog *catalog, UpWeighing *weighing, guint advice, guint roles)
{
  const UpWayAdvice *way = up_which_way_get_advice (up_weighing_get_which_way (weighing), advice);
  GPtrArray *moves = g_ptr_array_new ();
  guint n_first = 0;

  for (guint i = 0; way->moves[i] != NULL; i++)
    {
      UpMove *move = up_catalog_find_move (catalog, way->moves[i]);

      if (move == NULL || !is_for (move, roles))
        continue;

      if (serves (move, weighing, advice))
        g_ptr_array_insert (moves, n_first++, (gpointer) way->moves[i]);
      else
        g_ptr_array_add (moves, (gpointer) way->moves[i]);
    }

  return moves;
}

/* The phrase of a move that has @n others of it before it. */
static UpPhrase *
find_phrase (GListModel *phrases, const char *move, guint n)
{
  for (guint i = 0; i < g_list_model_get_n_items (phrases); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (phrases, i);

      if (g_str_equal (up_phrase_get_move (phrase), move) && n-- == 0)
        return g_steal_pointer (&phrase);
    }

  return NULL;
}

/* Goes round the moves, one phrase of each at a time. */
static void
pick (GPtrArray *picked, GListModel *phrases, GPtrArray *moves, GHashTable *others)
{
  gboolean is_over = FALSE;

  for (guint round = 0; !is_over && picked->len < UP_WHICH_WAY_PHRASES; round++)
    {
      is_over = TRUE;
      for (guint i = 0; i < moves->len && picked->len < UP_WHICH_WAY_PHRASES; i++)
        {
          g_autoptr (UpPhrase) phrase = find_phrase (phrases, g_ptr_array_index (moves, i), round);

          if (phrase == NULL)
            continue;

          is_over = FALSE;
          if (!g_ptr_array_find (picked, phrase, NULL) &&
              (others == NULL || !g_hash_table_contains (others, phrase)))
            g_ptr_array_add (picked, g_object_ref (phrase));
        }
    }
}

/**
 * up_which_way_pick_phrases:
 * @catalog: the content
 * @weighing: what a person's answers say
 *
 * Picks phrases for each way, always the same for the same answers: of moves that serve the way and
 * suit where the person stands, first of those that put to use what speaks for the way. They are in the
 * catalogue's language, or in English where it has none. No phrase is given for two ways as long as
 * there are others.
 *
 * Returns: (transfer full) (element-type GPtrArray): for each way up to %UP_WHICH_WAY_PHRASES of
 *   #UpPhrase; none for a way that is ruled out, and none at all where help comes first
 */
GPtrArray *
up_which_way_pick_phrases (UpCatalog *catalog, UpWeighing *weighing)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  UpWhichWay *which_way;
  GListModel *phrases;
  guint roles;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), all);
  g_return_val_if_fail (UP_IS_WEIGHING (weighing), all);

  which_way = up_weighing_get_which_way (weighing);
  phrases = up_catalog_get_phrases (catalog, NULL);
  roles = get_roles (which_way, up_weighing_get_answers (weighing));

  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    {
      GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (all, picked);
      if (!up_weighing_is_emergency (weighing) && !up_weighing_is_ruled_out (weighing, i))
        {
          g_autoptr (GPtrArray) moves = list_moves (catalog, weighing, i, roles);

          pick (picked, phrases, moves, others);
          pick (picked, phrases, moves, NULL);
        }
      for (guint j = 0; j < picked->len; j++)
        g_hash_table_add (others, g_ptr_array_index (picked, j));
    }

  return all;
}
