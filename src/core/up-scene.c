/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-scenario-private.h"

/**
 * up_scene_get_id:
 * @scene: a scene
 *
 * Returns: (transfer none): its id, unique in its scenario
 */
const char *
up_scene_get_id (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return scene->id;
}

/**
 * up_scene_get_index:
 * @scene: a scene
 *
 * Returns: its place in the scenario, from 0
 */
guint
up_scene_get_index (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->index;
}

/**
 * up_scene_get_kind:
 * @scene: a scene
 *
 * Returns: whether it asks for a choice, leads on by itself, or ends
 */
UpSceneKind
up_scene_get_kind (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_SCENE_ENDING);

  return scene->kind;
}

/**
 * up_scene_get_summary:
 * @scene: a scene
 *
 * Returns: (transfer none): what one reads who skips the scene
 */
UpText
up_scene_get_summary (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);

  return scene->summary;
}

/**
 * up_scene_get_where:
 * @scene: a scene
 *
 * Returns: (transfer none): where it plays; not set where that is as before
 */
UpText
up_scene_get_where (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);

  return scene->where;
}

/**
 * up_scene_get_audience:
 * @scene: a scene
 *
 * Returns: who can hear, in %UP_TERMS_AUDIENCE, or -1 where that is as before
 */
int
up_scene_get_audience (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, -1);

  return scene->audience;
}

/**
 * up_scene_get_pivotal:
 * @scene: a scene
 *
 * Returns: whether it is the one decision for one’s own words and for a room that has little time
 */
gboolean
up_scene_get_pivotal (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, FALSE);

  return scene->pivotal;
}

/**
 * up_scene_get_ask:
 * @scene: a scene
 *
 * Returns: (transfer none): what a decision asks
 */
UpText
up_scene_get_ask (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);

  return scene->ask;
}

/**
 * up_scene_get_n_lines:
 * @scene: a scene
 *
 * Returns: how many lines it has
 */
guint
up_scene_get_n_lines (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->n_lines;
}

/**
 * up_scene_get_line:
 * @scene: a scene
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a line
 */
const UpLine *
up_scene_get_line (const UpScene *scene, guint i)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (i < scene->n_lines, NULL);

  return &scene->lines[i];
}

/**
 * up_scene_get_n_choices:
 * @scene: a scene
 *
 * Returns: how many choices it has, open or not
 */
guint
up_scene_get_n_choices (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->n_choices;
}

/**
 * up_scene_get_choice:
 * @scene: a scene
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a choice
 */
const UpChoice *
up_scene_get_choice (const UpScene *scene, guint i)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (i < scene->n_choices, NULL);

  return &scene->choices[i];
}

/**
 * up_scene_find_choice:
 * @scene: a scene
 * @id: a choice's id
 *
 * Returns: (transfer none) (nullable): the choice, or %NULL where there is none
 */
const UpChoice *
up_scene_find_choice (const UpScene *scene, const char *id)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < scene->n_choices; i++)
    if (g_str_equal (scene->choices[i].id, id))
      return &scene->choices[i];

  return NULL;
}

/**
 * up_scene_get_n_exits:
 * @scene: a scene
 *
 * Returns: how many exits a scene has that leads on by itself
 */
guint
up_scene_get_n_exits (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->n_exits;
}

/**
 * up_scene_get_exit:
 * @scene: a scene
 * @i: which, counted from 0
 *
 * Returns: (transfer none): an exit; the first whose condition holds is taken
 */
const UpExit *
up_scene_get_exit (const UpScene *scene, guint i)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (i < scene->n_exits, NULL);

  return &scene->exits[i];
}

/**
 * up_scene_get_n_listen_for:
 * @scene: a scene
 *
 * Returns: how many things there are to listen for in one’s own words
 */
guint
up_scene_get_n_listen_for (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->n_listen_for;
}

/**
 * up_scene_get_listen_for:
 * @scene: a scene
 * @i: which, counted from 0
 *
 * Returns: (transfer none): something to listen for
 */
UpText
up_scene_get_listen_for (const UpScene *scene, guint i)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);
  g_return_val_if_fail (i < scene->n_listen_for, UP_TEXT_NONE);

  return scene->listen_for[i];
}

/**
 * up_scene_get_ending_title:
 * @scene: a scene
 *
 * Returns: (transfer none): an ending's title
 */
UpText
up_scene_get_ending_title (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);

  return scene->ending_title;
}

/**
 * up_scene_get_ending_text:
 * @scene: a scene
 *
 * Returns: (transfer none): what an ending tells
 */
UpText
up_scene_get_ending_text (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);

  return scene->ending_text;
}

/**
 * up_scene_get_ending_effect:
 * @scene: a scene
 * @which: one of the four lists of effects, %UP_TERMS_EFFECT_HARM to %UP_TERMS_EFFECT_YOU
 *
 * Returns: what became of that, in the list @which, or -1 where it is not said
 */
int
up_scene_get_ending_effect (const UpScene *scene, UpTerms which)
{
  g_return_val_if_fail (scene != NULL, -1);
  g_return_val_if_fail (which >= UP_TERMS_EFFECT_HARM && which <= UP_TERMS_EFFECT_YOU, -1);

  return scene->effects[which - UP_TERMS_EFFECT_HARM];
}

/**
 * up_scene_get_facilitator_watch:
 * @scene: a scene
 *
 * Returns: (transfer none): what to watch for in a room, for the presenter alone
 */
UpText
up_scene_get_facilitator_watch (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);

  return scene->facilitator_watch;
}

/**
 * up_scene_get_n_discuss:
 * @scene: a scene
 *
 * Returns: how many questions there are for a room to discuss
 */
guint
up_scene_get_n_discuss (const UpScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->n_discuss;
}

/**
 * up_scene_get_discuss:
 * @scene: a scene
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a question to discuss
 */
UpText
up_scene_get_discuss (const UpScene *scene, guint i)
{
  g_return_val_if_fail (scene != NULL, UP_TEXT_NONE);
  g_return_val_if_fail (i < scene->n_discuss, UP_TEXT_NONE);

  return scene->discuss[i];
}
