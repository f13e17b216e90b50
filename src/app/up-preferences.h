/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_PREFERENCES (up_preferences_get_type ())
G_DECLARE_FINAL_TYPE (UpPreferences, up_preferences, UP, PREFERENCES, AdwPreferencesDialog)

AdwDialog *up_preferences_new (GSettings *settings, UpCatalog *catalog);

G_END_DECLS
