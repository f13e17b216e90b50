/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-intervals.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_RULES_DIALOG (up_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpRulesDialog, up_rules_dialog, UP, RULES_DIALOG, AdwDialog)

AdwDialog *up_rules_dialog_new (UpIntervals intervals);

G_END_DECLS
