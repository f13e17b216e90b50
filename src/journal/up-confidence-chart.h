/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_CONFIDENCE_CHART (up_confidence_chart_get_type ())
G_DECLARE_FINAL_TYPE (UpConfidenceChart, up_confidence_chart, UP, CONFIDENCE_CHART, GtkWidget)

void up_confidence_chart_set_attempts (UpConfidenceChart *self, GListModel *attempts);
guint up_confidence_chart_get_n_shown (UpConfidenceChart *self);

G_END_DECLS
