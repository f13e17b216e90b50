/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-reading-private.h"
#include "up-scenario-private.h"

G_BEGIN_DECLS

/* The learner, who is never among a scenario's people. */
#define UP_YOU "you"

/* Scenes and people are looked up while what refers to them is read: so people are read first, and
 * of the scenes at first the ids alone. */
typedef struct
{
  UpReading *reading;
  UpScenario *scenario;
  GHashTable *flag_numbers; /* id → index + 1 */
  UpScene *scenes;
  UpPerson *people;
  guint n_pivotal;
} UpScenarioReader;

void up_scenes_read (UpScenarioReader *self, JsonObject *root);

G_END_DECLS
