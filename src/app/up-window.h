/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-application.h"
#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_WINDOW (up_window_get_type ())
G_DECLARE_FINAL_TYPE (UpWindow, up_window, UP, WINDOW, AdwApplicationWindow)

UpWindow *up_window_new (UpApplication *application, GSettings *settings, UpCatalog *catalog,
                         UpJournal *journal);

G_END_DECLS
