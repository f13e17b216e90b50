/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @kind: UP_BLOCK_MOVES or UP_BLOCK_SCENARIOS, which @id is one of. Both nullable: @points, the result. */
GtkWidget *up_point_links_new (UpCatalog *catalog, const char *const *points, UpBlockKind kind,
                               const char *id);

G_END_DECLS
