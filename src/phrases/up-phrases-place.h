/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"
#include "up-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_PHRASES_PLACE (up_phrases_place_get_type ())
G_DECLARE_FINAL_TYPE (UpPhrasesPlace, up_phrases_place, UP, PHRASES_PLACE, AdwBin)

GtkWidget *up_phrases_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings);

G_END_DECLS
