/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-private.h"

/* How the cursor moves. Along the flow it follows the ways, first those that were taken; across it goes
 * to what lies beside. Page Up and Page Down go through all places in the order of the story, so that
 * none is out of reach. */

typedef enum
{
  FORWARD,
  BACK,
  LEFT, /* across the flow, towards the smaller coordinate */
  RIGHT,
  NONE,
} Direction;

static Direction
get_direction (const UpMapPicture *self, guint key)
{
  gboolean down = self->flow == UP_MAP_FLOW_DOWN;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return down ? FORWARD : RIGHT;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return down ? BACK : LEFT;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return down ? LEFT : self->mirrored ? FORWARD : BACK;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return down ? RIGHT : self->mirrored ? BACK : FORWARD;
    default:
      return NONE;
    }
}

/* The middle of a node, across the flow or along it. */
static float
get_middle (const UpMapPicture *self, guint node, gboolean across)
{
  const UpMapBox *box = &self->boxes[node];

  return across == (self->flow == UP_MAP_FLOW_DOWN) ? box->x + box->width / 2
                                                    : box->y + box->height / 2;
}

static guint
rank_edge (const UpMapEdge *edge)
{
  if (edge->n_now > 0)
    return 0;
  if (edge->n_before > 0)
    return 1;

  return edge->n_open > 0 ? 2 : 3;
}

static guint
find_along (const UpMapPicture *self, guint cursor, gboolean forward)
{
  guint best = cursor, best_rank = G_MAXUINT;
  float best_distance = 0;

  for (guint i = 0; i < up_map_layout_get_n_edges (self->layout); i++)
    {
      const UpMapEdge *edge = up_map_layout_get_edge (self->layout, i);
      guint to = forward ? edge->to : edge->from;
      guint rank = rank_edge (edge);
      float distance;

      if ((forward ? edge->from : edge->to) != cursor || edge->leads_back)
        continue;

      distance = ABS (get_middle (self, to, TRUE) - get_middle (self, cursor, TRUE));
      if (rank < best_rank || (rank == best_rank && distance < best_distance))
        {
          best = to;
          best_rank = rank;
          best_distance = distance;
        }
    }

  return best;
}

/* Rather what is in the same layer than what is nearer. */
static guint
find_across (const UpMapPicture *self, guint cursor, gboolean right)
{
  guint best = cursor;
  float best_distance = 0;
  float across = get_middle (self, cursor, TRUE), along = get_middle (self, cursor, FALSE);

  for (guint i = 0; i < up_map_layout_get_n_nodes (self->layout); i++)
    {
      float beside = get_middle (self, i, TRUE) - across;
      float distance = ABS (beside) + 4 * ABS (get_middle (self, i, FALSE) - along);

      if (i == cursor || (right ? beside <= 1 : beside >= -1))
        continue;

      if (best == cursor || distance < best_distance)
        {
          best = i;
          best_distance = distance;
        }
    }

  return best;
}

/**
 * up_map_find_by_key:
 * @picture: the map as it is drawn
 * @cursor: where the cursor is
 * @key: a key
 *
 * Returns: the node that the key leads to, which is @cursor where there is none; %G_MAXUINT where it is
 *   no key that moves the cursor
 */
guint
up_map_find_by_key (const UpMapPicture *picture, guint cursor, guint key)
{
  guint n_nodes = up_map_layout_get_n_nodes (picture->layout);

  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return up_map_layout_get_here (picture->layout);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return cursor > 0 ? cursor - 1 : cursor;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return MIN (cursor + 1, n_nodes - 1);
    default:
      break;
    }

  switch (get_direction (picture, key))
    {
    case FORWARD:
      return find_along (picture, cursor, TRUE);
    case BACK:
      return find_along (picture, cursor, FALSE);
    case LEFT:
      return find_across (picture, cursor, FALSE);
    case RIGHT:
      return find_across (picture, cursor, TRUE);
    case NONE:
    default:
      return G_MAXUINT;
    }
}
