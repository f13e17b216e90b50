/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

G_BEGIN_DECLS

char *up_quote (UpText text);
char *up_quote_isolate (const char *string);

G_END_DECLS
