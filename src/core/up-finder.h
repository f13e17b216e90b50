/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-catalog.h"

G_BEGIN_DECLS

/* Finds phrases, points of the guide and, where that is wanted, scenarios by their words. */
#define UP_TYPE_FINDER (up_finder_get_type ())
G_DECLARE_FINAL_TYPE (UpFinder, up_finder, UP, FINDER, GObject)

UpFinder *up_finder_new (UpCatalog *catalog, const char *phrase_language, gboolean scenarios);
/* Ids such as `phrase/ask-intention-hoping`, `point/how.in.impact`, `chapter/sources` and
 * `scenario/night-bus`: a window action and what it takes. */
char **up_finder_search (UpFinder *self, const char *const *terms); /* full */
gboolean up_finder_describe (UpFinder *self, const char *id, UpText *title, UpText *description);

G_END_DECLS
