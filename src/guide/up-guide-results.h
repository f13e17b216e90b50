/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_GUIDE_RESULTS (up_guide_results_get_type ())
G_DECLARE_FINAL_TYPE (UpGuideResults, up_guide_results, UP, GUIDE_RESULTS, AdwBin)

guint up_guide_results_search (UpGuideResults *self, UpCatalog *catalog, const char *query);
void up_guide_results_forget (UpGuideResults *self);

G_END_DECLS
