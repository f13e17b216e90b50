/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-document.h"
#include "up-entry.h"

G_BEGIN_DECLS

/* What of the journal may leave the machine, as text. Nothing here writes anything anywhere: whoever
 * asks shows the text and lets the person choose a file for it. */

/* The IRIs of the statements begin with it; it is the homepage too. */
#define UP_EXPORT_HOMEPAGE "https://upstander-app.github.io"

/* Whom the statements are about: nobody in particular. */
#define UP_EXPORT_ACTOR "learner"

/* Of UpEntry, newest first: what was done at @since or later, or everything for 0. */
GPtrArray *up_export_select (GListModel *entries, gint64 since); /* full */

/* Attempts only: title, date and minutes as CSV. */
char *up_export_completion (GPtrArray *entries);

/* @personal: whether confidence, notices, answers, own wording, plans and notes go with it. */
char *up_export_xapi (GPtrArray *entries, UpCatalog *catalog, gboolean personal);
UpDocument *up_export_page (GPtrArray *entries, UpCatalog *catalog, gboolean personal);

/* A version 5 UUID of RFC 9562 for a name that begins with a URL. */
char *up_export_make_uuid (const char *url);

G_END_DECLS
