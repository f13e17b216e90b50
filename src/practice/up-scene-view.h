/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_SCENE_VIEW (up_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (UpSceneView, up_scene_view, UP, SCENE_VIEW, AdwNavigationPage)

UpSceneView *up_scene_view_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings);
UpRun *up_scene_view_get_run (UpSceneView *self);
void up_scene_view_set_run (UpSceneView *self, UpRun *run);
void up_scene_view_go_on (UpSceneView *self);
void up_scene_view_take_back (UpSceneView *self);
void up_scene_view_go_before (UpSceneView *self, guint number);
void up_scene_view_go_after (UpSceneView *self, guint number);
void up_scene_view_skip (UpSceneView *self);
void up_scene_view_leave (UpSceneView *self);

G_END_DECLS
