/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-search.h"

G_BEGIN_DECLS

char *up_search_next_word (char **p);
GPtrArray *up_search_get_words (const char *query);

G_END_DECLS
