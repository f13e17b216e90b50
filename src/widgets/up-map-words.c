/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-map-words.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

/* What a map says in words, which is the same wherever it is shown. */

static void
count_nodes (UpMapLayout *layout, gboolean endings, guint *n_seen, guint *n_nodes)
{
  *n_seen = 0;
  *n_nodes = 0;

  for (guint i = 0; i < up_map_layout_get_n_nodes (layout); i++)
    {
      const UpMapNode *node = up_map_layout_get_node (layout, i);

      if (node->is_ending != endings)
        continue;

      (*n_nodes)++;
      if (node->state != UP_MAP_UNSEEN)
        (*n_seen)++;
    }
}

/**
 * up_map_describe:
 * @layout: a map
 *
 * Returns: (transfer full): what there is on it, in one sentence
 */
char *
up_map_describe (UpMapLayout *layout)
{
  guint n_decisions, n_endings, decisions_seen, endings_seen;

  g_return_val_if_fail (layout != NULL, NULL);

  count_nodes (layout, FALSE, &decisions_seen, &n_decisions);
  count_nodes (layout, TRUE, &endings_seen, &n_endings);

  return up_digits_in_interface (
    /* Translators: four numbers; what assistive technology says of the map as a whole */
    g_strdup_printf (_ ("Map of the scenario; decisions met: %u of %u; endings reached: %u of %u"),
                     decisions_seen, n_decisions, endings_seen, n_endings));
}

/**
 * up_map_name_state:
 * @node: a node of a map
 *
 * Returns: (transfer none): what it is, and how it lies to where one is
 */
const char *
up_map_name_state (const UpMapNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  switch (node->state)
    {
    case UP_MAP_HERE:
      return node->is_ending ? _ ("Ending: here now") : _ ("Decision: here now");
    case UP_MAP_ON_WAY:
      return node->is_ending ? _ ("Ending on this way") : _ ("Decision on this way");
    case UP_MAP_ON_OTHER_WAY:
      return node->is_ending ? _ ("Ending on another way") : _ ("Decision on another way");
    case UP_MAP_UNSEEN:
    default:
      return node->is_ending ? _ ("An ending not yet seen") : _ ("A decision not yet met");
    }
}

/**
 * up_map_count_open:
 * @node: a decision that was met
 *
 * Returns: (transfer full): how many ways one could have taken there, and has not
 */
char *
up_map_count_open (const UpMapNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  if (node->n_open == 0)
    return g_strdup (_ ("All ways that were open here have been taken"));

  return up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u way not yet taken", "%u ways not yet taken", node->n_open),
    node->n_open));
}

/**
 * up_map_describe_node:
 * @node: a node of a map
 *
 * Returns: (transfer full): all that the drawing tells about it
 */
char *
up_map_describe_node (const UpMapNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (up_text_is_set (node->label))
    g_strv_builder_add (builder, node->label.text);
  g_strv_builder_add (builder, up_map_name_state (node));
  if (node->is_pivotal)
    g_strv_builder_add (builder, _ ("The turning point"));

  if (!node->is_ending && node->state != UP_MAP_UNSEEN)
    {
      if (node->ways->len > 0)
        g_strv_builder_take (builder, up_digits_in_interface (g_strdup_printf (
                                        g_dngettext (GETTEXT_PACKAGE, "%u way taken",
                                                     "%u ways taken", node->ways->len),
                                        node->ways->len)));
      g_strv_builder_take (builder, up_map_count_open (node));
    }

  parts = g_strv_builder_end (builder);

  /* Translators: between the things that are said about one place on the map */
  return g_strjoinv (C_ ("list of facts", ". "), parts);
}
