/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When a plan comes round again. */
typedef enum
{
  UP_AGAIN_WEEK,
  UP_AGAIN_TWO_WEEKS,
  UP_AGAIN_MONTH,
  UP_AGAIN_NEVER,
  UP_N_AGAIN
} UpAgain;

gint64 up_again_get_date (UpAgain again, gint64 now);
void up_again_fill (GtkDropDown *drop_down, gboolean has_now, const char *never);

G_END_DECLS
