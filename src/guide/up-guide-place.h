/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"
#include "up-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_GUIDE_PLACE (up_guide_place_get_type ())
G_DECLARE_FINAL_TYPE (UpGuidePlace, up_guide_place, UP, GUIDE_PLACE, AdwBin)

GtkWidget *up_guide_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings);

G_END_DECLS
