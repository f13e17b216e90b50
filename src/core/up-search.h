/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* An index over many short texts, asked at every keystroke. */
#define UP_TYPE_SEARCH (up_search_get_type ())
G_DECLARE_FINAL_TYPE (UpSearch, up_search, UP, SEARCH, GObject)

UpSearch *up_search_new (void);
/* Documents are numbered from 0 in the order in which they are added. */
guint up_search_add (UpSearch *self, const char *text);
/* The numbers of the documents that hold every word of @query, in ascending order (guint). All of
 * them where @query has no word. */
GArray *up_search_query (UpSearch *self, const char *query);
/* The stretches of @text that @query matches: pairs of byte offsets (guint start, end), ascending. */
GArray *up_search_match (const char *text, const char *query);

G_END_DECLS
