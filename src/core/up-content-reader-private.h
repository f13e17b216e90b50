/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-content-reader.h"
#include "up-reading-private.h"

G_BEGIN_DECLS

/* Makes objects of a file's JSON; up-content-formats.c has one for each format. */
typedef gpointer (*UpContentBuild) (UpReading *reading, JsonObject *root);

gboolean up_content_reader_run (UpContentReader *self, GBytes *bytes, const char *wanted,
                                UpContentBuild build, const char *name,
                                const UpCheckContext *context, GPtrArray *problems, gpointer *built,
                                GError **error);

G_END_DECLS
