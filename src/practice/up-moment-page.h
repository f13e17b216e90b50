/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-due-watch.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "changed": what can be done here may be something else. */
#define UP_TYPE_MOMENT_PAGE (up_moment_page_get_type ())
G_DECLARE_FINAL_TYPE (UpMomentPage, up_moment_page, UP, MOMENT_PAGE, AdwNavigationPage)

UpMomentPage *up_moment_page_new (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch,
                                  const char *moment);
UpMomentPage *up_moment_page_new_for_due (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch,
                                          const char *first);
gboolean up_moment_page_is_session (UpMomentPage *self);
const char *up_moment_page_get_moment (UpMomentPage *self); /* nullable: none is left */
gboolean up_moment_page_can_go_on (UpMomentPage *self);
gboolean up_moment_page_can_take_back (UpMomentPage *self);
gboolean up_moment_page_can_skip (UpMomentPage *self);
void up_moment_page_go_on (UpMomentPage *self);
void up_moment_page_take_back (UpMomentPage *self);
void up_moment_page_skip (UpMomentPage *self);

G_END_DECLS
