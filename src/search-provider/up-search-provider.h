/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Answers the desktop's search. It is started by the bus when it is asked, and ends when it is not. */
#define UP_TYPE_SEARCH_PROVIDER (up_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (UpSearchProvider, up_search_provider, UP, SEARCH_PROVIDER, GApplication)

UpSearchProvider *up_search_provider_new (void);

G_END_DECLS
