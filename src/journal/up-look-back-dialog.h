/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_LOOK_BACK_DIALOG (up_look_back_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpLookBackDialog, up_look_back_dialog, UP, LOOK_BACK_DIALOG, AdwDialog)

AdwDialog *up_look_back_dialog_new (UpJournal *journal, UpEntry *plan);

G_END_DECLS
