/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-run-private.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpRun, up_run, G_TYPE_OBJECT)
G_DEFINE_QUARK (up_run_error, up_run_error)

static void
up_run_finalize (GObject *object)
{
  UpRun *self = UP_RUN (object);

  for (guint number = 1; number <= self->highest; number++)
    {
      UpStep *step = up_run_get_slot (self, number);

      if (step != NULL)
        g_free (step->notice);
    }

  for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
    g_clear_pointer (&self->answers[i], g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (up_run_parent_class)->finalize (object);
}

static void
up_run_class_init (UpRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_run_finalize;

  /**
   * UpRun::changed:
   *
   * Where one is, or the phase there, is another one. It is emitted once for each transition. What
   * a person noticed is no transition: a view in which it is being typed need not be built anew.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_NO_HOOKS, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
up_run_init (UpRun *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->step = &self->start;
  self->id = g_uuid_string_random ();
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The scene that the first exit whose condition holds leads to. */
static const UpScene *
take_exit_of_scene (UpScenario *scenario, const UpScene *scene, UpFlags flags)
{
  guint n_exits = up_scene_get_n_exits (scene);

  for (guint i = 0; i < n_exits; i++)
    {
      const UpExit *way_out = up_scene_get_exit (scene, i);

      if (up_condition_holds (way_out->condition, flags))
        return up_scenario_get_scene (scenario, way_out->scene);
    }

  return NULL;
}

static const UpScene *
take_exit_of_choice (UpScenario *scenario, const UpChoice *choice, UpFlags flags)
{
  guint n_exits = up_choice_get_n_exits (choice);

  for (guint i = 0; i < n_exits; i++)
    {
      const UpExit *way_out = up_choice_get_exit (choice, i);

      if (up_condition_holds (way_out->condition, flags))
        return up_scenario_get_scene (scenario, way_out->scene);
    }

  /* The checker refuses a choice that may lead nowhere; should one come through, one stays. */
  return up_choice_get_scene (choice);
}

/* Walks through the scenes that lead on by themselves, up to a decision or an ending. Nothing sets a
 * flag on the way, so that a scene met twice would be met for ever: who has passed as many scenes as
 * there are is in such a circle, which the checker refuses, and stops. */
static const UpScene *
walk (UpScenario *scenario, const UpScene *scene, UpFlags flags, GPtrArray *passage)
{
  guint left = up_scenario_get_n_scenes (scenario);

  if (passage != NULL)
    g_ptr_array_add (passage, (gpointer) scene);

  while (up_scene_get_kind (scene) == UP_SCENE_PASSAGE && left-- > 0)
    {
      const UpScene *next = take_exit_of_scene (scenario, scene, flags);

      if (next == NULL)
        break;

      scene = next;
      if (passage != NULL)
        g_ptr_array_add (passage, (gpointer) scene);
    }

  return scene;
}

/* A passage that one cannot leave has to end as an ending does. */
UpPhase
up_run_phase_at (const UpScene *scene)
{
  return up_scene_get_kind (scene) == UP_SCENE_DECISION ? UP_PHASE_ASKING : UP_PHASE_ENDING;
}

static void
move_to (UpRun *self, UpStep *step, UpPhase phase)
{
  self->step = step;
  self->phase = phase;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The slot of a step, whether it is in use or not; NULL where its whole block is not. */
static UpStep *
peek_slot (UpRun *self, guint number)
{
  guint block = (number - 1) / UP_STEPS_A_BLOCK;
  UpStep *steps;

  if (number == 0 || block >= self->blocks->len)
    return NULL;

  steps = g_ptr_array_index (self->blocks, block);

  return steps != NULL ? &steps[(number - 1) % UP_STEPS_A_BLOCK] : NULL;
}

UpStep *
up_run_get_slot (UpRun *self, guint number)
{
  UpStep *step = peek_slot (self, number);

  return step != NULL && step->choice != NULL ? step : NULL;
}

UpStep *
up_run_find_child (UpStep *parent, const UpChoice *choice)
{
  for (UpStep *child = parent->first_child; child != NULL; child = child->next)
    if (child->choice == choice)
      return child;

  return NULL;
}

UpStep *
up_run_add_step (UpRun *self, UpStep *parent, const UpChoice *choice, guint number)
{
  UpStep *step = peek_slot (self, number);

  if (step == NULL)
    {
      guint block = (number - 1) / UP_STEPS_A_BLOCK;

      if (block >= self->blocks->len)
        g_ptr_array_set_size (self->blocks, block + 1);
      self->blocks->pdata[block] = g_new0 (UpStep, UP_STEPS_A_BLOCK);
      step = peek_slot (self, number);
    }

  g_assert (step->choice == NULL);

  /* Who chooses there has seen it. */
  parent->seen = TRUE;
  step->parent = parent;
  step->choice = choice;
  step->number = number;
  step->flags = parent->flags | up_choice_get_sets (choice);
  step->reached = walk (self->scenario, take_exit_of_choice (self->scenario, choice, step->flags),
                        step->flags, NULL);

  if (parent->last_child != NULL)
    parent->last_child->next = step;
  else
    parent->first_child = step;
  parent->last_child = step;

  self->n_steps++;
  self->highest = MAX (self->highest, number);

  return step;
}

/**
 * up_run_new:
 * @scenario: a scenario
 *
 * Begins to walk through @scenario, at its first decision.
 *
 * Returns: (transfer full): a new run
 */
UpRun *
up_run_new (UpScenario *scenario)
{
  UpRun *self;

  g_return_val_if_fail (UP_IS_SCENARIO (scenario), NULL);

  self = g_object_new (UP_TYPE_RUN, NULL);
  self->scenario = g_object_ref (scenario);
  self->start.reached = walk (scenario, up_scenario_get_start (scenario), 0, NULL);
  self->phase = up_run_phase_at (self->start.reached);

  return self;
}

/**
 * up_run_get_scenario:
 * @self: a run
 *
 * Returns: (transfer none): the scenario it walks through
 */
UpScenario *
up_run_get_scenario (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return self->scenario;
}

/**
 * up_run_get_phase:
 * @self: a run
 *
 * Returns: what is going on at the scene one is at
 */
UpPhase
up_run_get_phase (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), UP_PHASE_ASKING);

  return self->phase;
}

static gboolean
is_after_choice (UpRun *self)
{
  return self->phase == UP_PHASE_HAPPENING || self->phase == UP_PHASE_FEEDBACK;
}

/* The step before the decision one is at, or was at when one chose. */
static UpStep *
get_point (UpRun *self)
{
  return is_after_choice (self) ? self->step->parent : self->step;
}

/**
 * up_run_get_scene:
 * @self: a run
 *
 * Returns: (transfer none): the decision or ending one is at; while a choice happens and while its
 *   feedback is read, the choice's scene
 */
const UpScene *
up_run_get_scene (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return get_point (self)->reached;
}

/**
 * up_run_get_flags:
 * @self: a run
 *
 * Returns: the flags that are set after everything on the way here, the choice that happens just
 *   now included
 */
UpFlags
up_run_get_flags (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), 0);

  return self->step->flags;
}

/**
 * up_run_get_step:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the newest step on the way here, %NULL at the start
 */
const UpStep *
up_run_get_step (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return self->step != &self->start ? self->step : NULL;
}

/**
 * up_run_get_first_step:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the oldest of the first steps; the others follow by
 *   up_step_get_next()
 */
const UpStep *
up_run_get_first_step (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return self->start.first_child;
}

/**
 * up_run_get_n_steps:
 * @self: a run
 *
 * Returns: how many steps the whole tree has
 */
guint
up_run_get_n_steps (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), 0);

  return self->n_steps;
}

/**
 * up_run_find_step:
 * @self: a run
 * @number: a step's number
 *
 * Returns: (transfer none) (nullable): the step, or %NULL where the tree has none of that number
 */
const UpStep *
up_run_find_step (UpRun *self, guint number)
{
  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  return up_run_get_slot (self, number);
}

/**
 * up_run_is_open:
 * @self: a run
 * @choice: a choice of its scenario
 *
 * Returns: whether one can choose @choice at the decision one is at; while a choice happens and
 *   while its feedback is read, whether one could choose @choice instead of it
 */
gboolean
up_run_is_open (UpRun *self, const UpChoice *choice)
{
  UpStep *point;

  g_return_val_if_fail (UP_IS_RUN (self), FALSE);
  g_return_val_if_fail (choice != NULL, FALSE);

  point = get_point (self);

  return up_choice_get_scene (choice) == point->reached &&
         up_condition_holds (up_choice_get_condition (choice), point->flags);
}

/**
 * up_run_was_tried:
 * @self: a run
 * @choice: a choice of its scenario
 *
 * Returns: whether @choice was made before at this decision, reached on this very way
 */
gboolean
up_run_was_tried (UpRun *self, const UpChoice *choice)
{
  g_return_val_if_fail (UP_IS_RUN (self), FALSE);
  g_return_val_if_fail (choice != NULL, FALSE);

  return up_run_find_child (get_point (self), choice) != NULL;
}

/**
 * up_run_choose:
 * @self: a run that is asking
 * @choice: a choice that is open
 *
 * Makes a choice. One that was made before from this very point goes on along the branch that there
 * is, so that the tree holds each way once.
 */
void
up_run_choose (UpRun *self, const UpChoice *choice)
{
  UpStep *step;

  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (choice != NULL);
  g_return_if_fail (self->phase == UP_PHASE_ASKING);
  g_return_if_fail (up_run_is_open (self, choice));

  step = up_run_find_child (self->step, choice);
  if (step == NULL)
    step = up_run_add_step (self, self->step, choice, self->highest + 1);

  move_to (self, step, UP_PHASE_HAPPENING);
}

/**
 * up_run_set_notice:
 * @self: a run past its first choice
 * @notice: (nullable): what the person noticed, in their words; %NULL or empty takes it back
 *
 * Keeps what was noticed with the newest step.
 */
void
up_run_set_notice (UpRun *self, const char *notice)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (self->step != &self->start);

  if (notice != NULL && *notice == '\0')
    notice = NULL;

  g_set_str (&self->step->notice, notice);
}

/**
 * up_run_advance:
 * @self: a run in which a choice happens, or its feedback is read
 *
 * Goes on from what happens to the feedback, and from the feedback to the next decision or ending.
 */
void
up_run_advance (UpRun *self)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (is_after_choice (self));

  if (self->phase == UP_PHASE_HAPPENING)
    {
      move_to (self, self->step, UP_PHASE_FEEDBACK);
    }
  else
    {
      self->step->seen = TRUE;
      move_to (self, self->step, up_run_phase_at (self->step->reached));
    }
}

/**
 * up_run_take_back:
 * @self: a run
 *
 * Goes back to before the newest step, where its decision is asked again. The step stays in the
 * tree.
 *
 * Returns: %FALSE at the start, where there is nothing to take back
 */
gboolean
up_run_take_back (UpRun *self)
{
  g_return_val_if_fail (UP_IS_RUN (self), FALSE);

  if (self->step == &self->start)
    return FALSE;

  move_to (self, self->step->parent, UP_PHASE_ASKING);

  return TRUE;
}

/**
 * up_run_go_before:
 * @self: a run
 * @step: a step of its tree
 *
 * What if? Goes to the decision at which @step was made and asks it again. Nothing of the tree is
 * lost.
 */
void
up_run_go_before (UpRun *self, const UpStep *step)
{
  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (step != NULL);
  g_return_if_fail (up_run_get_slot (self, step->number) == step);

  if (self->step != step->parent || self->phase != UP_PHASE_ASKING)
    move_to (self, step->parent, UP_PHASE_ASKING);
}

/**
 * up_run_go_after:
 * @self: a run
 * @step: (nullable): a step of its tree whose outcome was seen, or %NULL for the start
 *
 * Goes to the decision or ending that @step led to. Nothing of the tree is lost.
 */
void
up_run_go_after (UpRun *self, const UpStep *step)
{
  UpStep *point;
  UpPhase phase;

  g_return_if_fail (UP_IS_RUN (self));
  g_return_if_fail (step == NULL || up_run_get_slot (self, step->number) == step);
  g_return_if_fail (step == NULL || step->seen);

  point = step != NULL ? up_run_get_slot (self, step->number) : &self->start;
  phase = up_run_phase_at (point->reached);
  if (self->step != point || self->phase != phase)
    move_to (self, point, phase);
}

/**
 * up_run_get_passage:
 * @self: a run
 * @step: (nullable): a step of its tree, or %NULL for the start
 *
 * Lists the scenes that follow @step. The flags that their lines are read with are those after
 * @step, since nothing sets one on the way.
 *
 * Returns: (transfer full) (element-type UpScene): the scenes up to and with the next decision or
 *   ending
 */
GPtrArray *
up_run_get_passage (UpRun *self, const UpStep *step)
{
  const UpScene *scene;
  GPtrArray *passage;

  g_return_val_if_fail (UP_IS_RUN (self), NULL);
  g_return_val_if_fail (step == NULL || up_run_get_slot (self, step->number) == step, NULL);

  if (step != NULL)
    scene = take_exit_of_choice (self->scenario, step->choice, step->flags);
  else
    scene = up_scenario_get_start (self->scenario);

  passage = g_ptr_array_new ();
  walk (self->scenario, scene, step != NULL ? step->flags : 0, passage);

  return passage;
}

/**
 * up_run_get_way:
 * @self: a run
 *
 * Returns: (transfer full) (element-type UpStep): the steps from the first to the newest on the way
 *   here
 */
GPtrArray *
up_run_get_way (UpRun *self)
{
  GPtrArray *way;
  guint length = 0;

  g_return_val_if_fail (UP_IS_RUN (self), NULL);

  for (UpStep *step = self->step; step != &self->start; step = step->parent)
    length++;

  way = g_ptr_array_sized_new (length);
  g_ptr_array_set_size (way, length);
  for (UpStep *step = self->step; step != &self->start; step = step->parent)
    way->pdata[--length] = step;

  return way;
}
