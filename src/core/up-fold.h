/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folds text for searching; see up-fold.c for what is folded in which script. With @offsets (of
 * guint), the byte offset in @text that each byte of the result came from, and one more for its
 * end. */
char *up_fold (const char *text, GArray **offsets);

G_END_DECLS
