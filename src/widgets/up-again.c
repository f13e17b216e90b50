/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-again.h"

#include "up-dates.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *title;
  int days; /* 0: never */
} agains[UP_N_AGAIN] = {
  [UP_AGAIN_WEEK] = { N_ ("In a week"), 7 },
  [UP_AGAIN_TWO_WEEKS] = { N_ ("In two weeks"), 14 },
  [UP_AGAIN_MONTH] = { N_ ("In a month"), 30 },
  [UP_AGAIN_NEVER] = { N_ ("Not by itself"), 0 },
};

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
  g_return_val_if_fail (again < UP_N_AGAIN, 0);

  return agains[again].days > 0 ? up_date_get_midnight (now, agains[again].days) : 0;
}

/**
 * up_again_fill:
 * @drop_down: a drop-down
 * @has_now: whether its first item leaves a plan as it is
 * @never: (nullable): what %UP_AGAIN_NEVER is called, where it is not what it usually is
 *
 * Asks when a plan is to come round again: each #UpAgain is an item, in their order.
 */
void
up_again_fill (GtkDropDown *drop_down, gboolean has_now, const char *never)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  if (has_now)
    gtk_string_list_append (titles, _ ("As it is now"));
  for (guint i = 0; i < UP_N_AGAIN; i++)
    gtk_string_list_append (titles,
                            i == UP_AGAIN_NEVER && never != NULL ? never : _ (agains[i].title));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
}
