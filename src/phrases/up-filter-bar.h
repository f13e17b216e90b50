/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-phrase-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_FILTER_BAR (up_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (UpFilterBar, up_filter_bar, UP, FILTER_BAR, GtkWidget)

void up_filter_bar_set_filter (UpFilterBar *self, UpPhraseFilter *filter);
void up_filter_bar_set_moves (UpFilterBar *self, GListModel *moves);
void up_filter_bar_set_languages (UpFilterBar *self, GMenuModel *menu);
void up_filter_bar_set_language (UpFilterBar *self, const char *language);
void up_filter_bar_set_count (UpFilterBar *self, const char *count, gboolean any);
void up_filter_bar_set_capture (UpFilterBar *self, GtkWidget *widget);
const char *up_filter_bar_get_query (UpFilterBar *self);
void up_filter_bar_clear (UpFilterBar *self);
void up_filter_bar_set_query (UpFilterBar *self, const char *query);
void up_filter_bar_focus (UpFilterBar *self);

G_END_DECLS
