/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_SUPPORT_PAGE (up_support_page_get_type ())
G_DECLARE_FINAL_TYPE (UpSupportPage, up_support_page, UP, SUPPORT_PAGE, AdwNavigationPage)

GtkWidget *up_support_page_new (UpCatalog *catalog, UpJournal *journal, gboolean paused);

G_END_DECLS
