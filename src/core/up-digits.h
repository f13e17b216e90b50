/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

G_BEGIN_DECLS

char *up_digits_format (guint number, const char *language);
char *up_digits_in_interface (char *sentence);
const char *up_digits_get_language (void);
UpText up_text_in_interface (const char *text);

G_END_DECLS
