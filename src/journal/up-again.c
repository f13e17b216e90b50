/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-again.h"

#include "up-dates.h"

/**
 * up_again_get_date:
 * @again: when a plan is to come round again
 * @now: what time it is
 *
 * Returns: the beginning of that day, in seconds since 1970, or 0 for never
 */
gint64
up_again_get_date (UpAgain again, gint64 now)
{
  switch (again)
    {
    case UP_AGAIN_WEEK:
      return up_date_get_midnight (now, 7);
    case UP_AGAIN_TWO_WEEKS:
      return up_date_get_midnight (now, 14);
    case UP_AGAIN_MONTH:
      return up_date_get_midnight (now, 30);
    case UP_AGAIN_NEVER:
    case UP_N_AGAIN:
    default:
      return 0;
    }
}
