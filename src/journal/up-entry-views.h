/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void up_attempt_view_fill (GtkBox *box, UpEntry *attempt, UpCatalog *catalog, UpJournal *journal);
void up_moment_view_fill (GtkBox *box, UpEntry *moment, UpCatalog *catalog, UpJournal *journal);
void up_plan_view_fill (GtkBox *box, UpEntry *plan, UpCatalog *catalog, UpJournal *journal);
void up_which_way_view_fill (GtkBox *box, UpEntry *entry, UpCatalog *catalog, UpJournal *journal);

G_END_DECLS
