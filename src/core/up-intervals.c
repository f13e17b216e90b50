/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-intervals.h"

#include <glib/gi18n-lib.h>

/* Practice that is spread over days is remembered better than the same practice at once (g = 0.74),
 * and it makes next to no difference whether the gaps are equal or grow (g = 0.03): Latimier, Peyre
 * and Ramus, “A Meta-Analytic Review of the Benefit of Spacing out Retrieval Practice Episodes on
 * Retention”, Educational Psychology Review 33, 2021. So the gaps stand here, fixed and the same
 * for everybody, where a person can read them, and nothing is worked out from how somebody did.
 * What was measured is remembering, not courage. That the last gap repeats, and how long the gaps
 * are, is our own inference from the finding that what such training gives fades within weeks. */
static const struct
{
  const char *id;
  const char *title;
  guint n_days;
  guint days[5];
} presets[UP_N_INTERVALS] = {
  [UP_INTERVALS_CLOSE] = { "close",
                           N_ ("After 1, 3, 7 and 14 days, then every 30 days"),
                           5,
                           { 1, 3, 7, 14, 30 } },
  [UP_INTERVALS_EVEN] = { "even",
                          N_ ("After 2, 7 and 21 days, then every 60 days"),
                          4,
                          { 2, 7, 21, 60 } },
  [UP_INTERVALS_WIDE] = { "wide",
                          N_ ("After 7 and 30 days, then every 90 days"),
                          3,
                          { 7, 30, 90 } },
  [UP_INTERVALS_OFF] = { "off", N_ ("Never by themselves"), 0, { 0 } },
};

/**
 * up_intervals_get_id:
 * @intervals: a preset
 *
 * Returns: (transfer none): its id, as the setting stores it
 */
const char *
up_intervals_get_id (UpIntervals intervals)
{
  g_return_val_if_fail (intervals < UP_N_INTERVALS, NULL);

  return presets[intervals].id;
}

/**
 * up_intervals_parse:
 * @id: (nullable): a preset's id
 *
 * Returns: the preset, or -1 where there is none of that id
 */
int
up_intervals_parse (const char *id)
{
  for (int i = 0; id != NULL && i < UP_N_INTERVALS; i++)
    if (g_str_equal (presets[i].id, id))
      return i;

  return -1;
}

/**
 * up_intervals_get_title:
 * @intervals: a preset
 *
 * Returns: (transfer none): when moments come back, in words and in the interface's language
 */
const char *
up_intervals_get_title (UpIntervals intervals)
{
  g_return_val_if_fail (intervals < UP_N_INTERVALS, NULL);

  return _ (presets[intervals].title);
}

/**
 * up_intervals_get_days:
 * @intervals: a preset
 * @n_days: (out): how many gaps there are
 *
 * Returns: (transfer none) (array length=n_days): the gaps in days, each counted from the day a
 *   moment was practised last; the last of them repeats
 */
const guint *
up_intervals_get_days (UpIntervals intervals, guint *n_days)
{
  g_return_val_if_fail (intervals < UP_N_INTERVALS, NULL);
  g_return_val_if_fail (n_days != NULL, NULL);

  *n_days = presets[intervals].n_days;

  return presets[intervals].days;
}

/**
 * up_intervals_get_gap:
 * @intervals: a preset, not %UP_INTERVALS_OFF
 * @n_times: on how many days something was practised, 1 or more
 *
 * Returns: after how many days it comes back; the last gap repeats
 */
guint
up_intervals_get_gap (UpIntervals intervals, guint n_times)
{
  g_return_val_if_fail (intervals < UP_N_INTERVALS, 0);
  g_return_val_if_fail (presets[intervals].n_days > 0, 0);
  g_return_val_if_fail (n_times > 0, 0);

  return presets[intervals].days[MIN (n_times, presets[intervals].n_days) - 1];
}
