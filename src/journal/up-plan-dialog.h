/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_PLAN_DIALOG (up_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpPlanDialog, up_plan_dialog, UP, PLAN_DIALOG, AdwDialog)

AdwDialog *up_plan_dialog_new (UpJournal *journal, UpEntry *plan);

G_END_DECLS
