/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-card-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "changed". */
#define UP_TYPE_CARD_FILTER_BAR (up_card_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (UpCardFilterBar, up_card_filter_bar, UP, CARD_FILTER_BAR, GtkWidget)

void up_card_filter_bar_set_filter (UpCardFilterBar *self, UpCardFilter *filter);
void up_card_filter_bar_set_count (UpCardFilterBar *self, const char *count);
void up_card_filter_bar_clear (UpCardFilterBar *self);
void up_card_filter_bar_refresh (UpCardFilterBar *self);
void up_card_filter_bar_focus (UpCardFilterBar *self);

G_END_DECLS
