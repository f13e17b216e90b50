/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How moments come back: the presets of the setting "intervals", which stores their ids. */
typedef enum
{
  UP_INTERVALS_CLOSE,
  UP_INTERVALS_EVEN, /* the default */
  UP_INTERVALS_WIDE,
  UP_INTERVALS_OFF,
  UP_N_INTERVALS
} UpIntervals;

const char *up_intervals_get_id (UpIntervals intervals);
int up_intervals_parse (const char *id);                    /* -1 where unknown */
const char *up_intervals_get_title (UpIntervals intervals); /* in the interface's language */
const guint *up_intervals_get_days (UpIntervals intervals, guint *n_days);
/* After how many days something comes back that was practised on @n_times days. */
guint up_intervals_get_gap (UpIntervals intervals, guint n_times);

G_END_DECLS
