/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 up_date_get_midnight (gint64 date, int days);
gint64 up_date_get_day (GTimeZone *zone, gint64 date);
char *up_date_format (gint64 date);
char *up_date_format_day (gint64 date, gint64 now);

G_END_DECLS
