/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether scenarios and moments that belong together make a collection that is worth its time: what no
 * file can be held to alone. */
gboolean up_collection_check_scenarios (GPtrArray *scenarios, const char *file,
                                        GPtrArray *problems);
gboolean up_collection_check_moments (GListModel *moments, GListModel *moves, const char *file,
                                      GPtrArray *problems);

G_END_DECLS
