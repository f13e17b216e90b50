/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-moment-page.h"

G_BEGIN_DECLS

/* The pages of moments within the place: what is there, and how one gets there. Signal "changed": what
 * can be done there may be something else. */
#define UP_TYPE_MOMENT_WAYS (up_moment_ways_get_type ())
G_DECLARE_FINAL_TYPE (UpMomentWays, up_moment_ways, UP, MOMENT_WAYS, GObject)

UpMomentWays *up_moment_ways_new (AdwNavigationView *view, AdwNavigationPage *root,
                                  UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch);
UpMomentPage *up_moment_ways_get_page (UpMomentWays *self); /* nullable: another is in sight */
gboolean up_moment_ways_is_open (UpMomentWays *self);       /* be it under another page */
char *up_moment_ways_get_location (UpMomentWays *self);     /* nullable: elsewhere */
gboolean up_moment_ways_go_to (UpMomentWays *self, const char *location);
gboolean up_moment_ways_search (UpMomentWays *self);

G_END_DECLS
