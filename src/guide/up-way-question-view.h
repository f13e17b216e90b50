/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-which-way.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "changed". */
#define UP_TYPE_WAY_QUESTION_VIEW (up_way_question_view_get_type ())
G_DECLARE_FINAL_TYPE (UpWayQuestionView, up_way_question_view, UP, WAY_QUESTION_VIEW, GtkBox)

GtkWidget *up_way_question_view_new (const UpWayQuestion *question);
guint up_way_question_view_get_chosen (UpWayQuestionView *self); /* 0: none */
void up_way_question_view_set_chosen (UpWayQuestionView *self, guint chosen);
void up_way_question_view_refresh (UpWayQuestionView *self, const UpWayQuestion *question);

G_END_DECLS
