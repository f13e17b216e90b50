/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Calendar days as people live through them: a day begins at midnight where the machine is. A day's
 * number is that of GDate's Julian days; the difference of two is how many days lie between. */
guint up_day_from_time (gint64 seconds);
guint up_day_in_zone (GTimeZone *zone, gint64 seconds);
GDateTime *up_day_to_time (guint day); /* full: noon of it, local time */

G_END_DECLS
