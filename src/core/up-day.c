/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-day.h"

#define SECONDS_A_DAY (24 * 60 * 60)

/* The first of January 1970, and what GDateTime too can tell: the second day of the year 1 to the
 * last but one of 9999. */
#define EPOCH_DAY 719163
#define EARLIEST (-62135510400)
#define LATEST 253402214400

/**
 * up_day_in_zone:
 * @zone: where the day is to be told
 * @seconds: a time, in seconds since 1970
 *
 * Like up_day_from_time(), for those who ask it thousands of times: finding out where the machine
 * is takes most of the time, since GLib looks that up at each call where TZ is not set.
 *
 * Returns: the number of the calendar day that it lies in; 1 where it is before or after all that
 *   calendars are made for
 */
guint
up_day_in_zone (GTimeZone *zone, gint64 seconds)
{
  gint64 local;

  g_return_val_if_fail (zone != NULL, 1);

  if (seconds < EARLIEST || seconds > LATEST)
    return 1;

  local = seconds + g_time_zone_get_offset (
                      zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));

  return (guint) (EPOCH_DAY + local / SECONDS_A_DAY - (local % SECONDS_A_DAY < 0));
}

/**
 * up_day_from_time:
 * @seconds: a time, in seconds since 1970
 *
 * Returns: the number of the local calendar day that it lies in; 1 where it is before or after all
 *   that calendars are made for
 */
guint
up_day_from_time (gint64 seconds)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return up_day_in_zone (zone, seconds);
}

/**
 * up_day_to_time:
 * @day: a day's number
 *
 * Gives noon and not midnight, which some days do not have: clocks are put forward at it.
 *
 * Returns: (transfer full): a time on that day, local
 */
GDateTime *
up_day_to_time (guint day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                                g_date_get_day (&date), 12, 0, 0);
}
