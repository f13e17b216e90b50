/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with a sentence about what was just done. */
typedef void (*UpOwnPhraseDone) (GtkWidget *widget, const char *sentence);

void up_own_phrases_export (GtkWidget *widget, UpCatalog *catalog, UpJournal *journal,
                            gboolean as_page, UpOwnPhraseDone done);
void up_own_phrases_import (GtkWidget *widget, UpCatalog *catalog, UpJournal *journal,
                            UpOwnPhraseDone done);

G_END_DECLS
