/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_PLAN_CARD (up_plan_card_get_type ())
G_DECLARE_FINAL_TYPE (UpPlanCard, up_plan_card, UP, PLAN_CARD, GtkBox)

GtkWidget *up_plan_card_new (void);
void up_plan_card_set_plan (UpPlanCard *self, UpEntry *plan);

GtkWidget *up_plan_words_new (UpEntry *plan, const char *style_class);
GtkWidget *up_plan_link_new (UpEntry *plan);

G_END_DECLS
