/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-dates.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

#define SECONDS_A_DAY 86400

/* Dates are days of the calendar where the person is. All are given in seconds since 1970. */

/**
 * up_date_get_midnight:
 * @date: a date
 * @days: how many days before or after it
 *
 * Returns: when the day begins that @date is in, or the one @days later
 */
gint64
up_date_get_midnight (gint64 date, int days)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (date);
  g_autoptr (GDateTime) noon = NULL;
  g_autoptr (GDateTime) moved = NULL;
  g_autoptr (GDateTime) midnight = NULL;

  /* No calendar has years beyond the year 9999. */
  if (time == NULL)
    return date;

  /* From noon to noon, because a day in which clocks are changed has 23 or 25 hours. */
  noon = g_date_time_new_local (g_date_time_get_year (time), g_date_time_get_month (time),
                                g_date_time_get_day_of_month (time), 12, 0, 0);
  moved = g_date_time_add_days (noon, days);
  if (moved == NULL)
    return date;

  midnight = g_date_time_new_local (g_date_time_get_year (moved), g_date_time_get_month (moved),
                                    g_date_time_get_day_of_month (moved), 0, 0, 0);

  return g_date_time_to_unix (midnight);
}

/**
 * up_date_get_day:
 * @zone: where the person is
 * @date: a date
 *
 * Tells days apart, for thousands of dates.
 *
 * Returns: the number of the day that @date is in, the same for all dates of a day
 */
gint64
up_date_get_day (GTimeZone *zone, gint64 date)
{
  int interval;
  gint64 local;

  g_return_val_if_fail (zone != NULL, 0);

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, date);
  local = date + (interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0);

  return local / SECONDS_A_DAY - (local % SECONDS_A_DAY < 0 ? 1 : 0);
}

static char *
format (gint64 date, const char *pattern)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (date);
  char *formatted = time != NULL ? g_date_time_format (time, pattern) : NULL;

  return formatted != NULL ? up_digits_in_interface (formatted) : g_strdup ("");
}

/**
 * up_date_format:
 * @date: a date
 *
 * Returns: (transfer full): the date with its year, in words of the interface's language
 */
char *
up_date_format (gint64 date)
{
  /* Translators: a date with its year, such as “23 November 2026”, in the notation of strftime() */
  return format (date, C_ ("date", "%-d %B %Y"));
}

/**
 * up_date_format_day:
 * @date: a date
 * @now: what time it is
 *
 * Returns: (transfer full): the day as somebody would call it now, for a heading
 */
char *
up_date_format_day (gint64 date, gint64 now)
{
  if (date >= up_date_get_midnight (now, 0) && date < up_date_get_midnight (now, 1))
    return g_strdup (_ ("Today"));
  if (date >= up_date_get_midnight (now, -1) && date < up_date_get_midnight (now, 0))
    return g_strdup (_ ("Yesterday"));
  if (date >= up_date_get_midnight (now, -180) && date < up_date_get_midnight (now, 180))
    /* Translators: a day of this half-year, such as “Monday, 23 November”, in the notation of
     * strftime() */
    return format (date, C_ ("date", "%A, %-d %B"));

  return up_date_format (date);
}
