/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PLAN_EDITOR (up_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (UpPlanEditor, up_plan_editor, UP, PLAN_EDITOR, GtkBox)

void up_plan_editor_set_run (UpPlanEditor *self, UpJournal *journal, UpRun *run);

G_END_DECLS
