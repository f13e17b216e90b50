/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_BLOCK_VIEW (up_block_view_get_type ())
G_DECLARE_FINAL_TYPE (UpBlockView, up_block_view, UP, BLOCK_VIEW, AdwBin)

GtkWidget *up_block_view_new (const UpBlock *block, UpCatalog *catalog, gboolean mark_ours);
const UpBlock *up_block_view_get_block (UpBlockView *self);
GtkWidget *up_block_view_find_point (UpBlockView *self, const char *point);

G_END_DECLS
