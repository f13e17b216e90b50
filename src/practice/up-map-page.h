/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_MAP_PAGE (up_map_page_get_type ())
G_DECLARE_FINAL_TYPE (UpMapPage, up_map_page, UP, MAP_PAGE, AdwNavigationPage)

UpMapPage *up_map_page_new (UpRun *run);
void up_map_page_set_run (UpMapPage *self, UpRun *run);

G_END_DECLS
