/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The kinds of blocks that are more than headings and paragraphs. Where a kind holds parts, @labels
 * gets the label that each begins with, in the order of the columns and their parts. */
GtkWidget *up_block_new_compare (const UpBlock *block, GPtrArray *labels);
GtkWidget *up_block_new_steps (const UpBlock *block, GPtrArray *labels);
GtkWidget *up_block_new_sources (const UpBlock *block, GPtrArray *labels);
GtkWidget *up_block_new_moves (const UpBlock *block, UpCatalog *catalog);
GtkWidget *up_block_new_scenarios (const UpBlock *block, UpCatalog *catalog);

G_END_DECLS
