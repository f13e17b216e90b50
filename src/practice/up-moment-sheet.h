/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far one is with a moment; what came before stays in sight. */
typedef enum
{
  UP_MOMENT_ASKING,
  UP_MOMENT_LISTENING,
  UP_MOMENT_REPLY,
  UP_MOMENT_GOING_ON
} UpMomentStage;

/* Signals "words-changed" (the words) and "keep" (whether they are to be kept). */
#define UP_TYPE_MOMENT_SHEET (up_moment_sheet_get_type ())
G_DECLARE_FINAL_TYPE (UpMomentSheet, up_moment_sheet, UP, MOMENT_SHEET, GtkBox)

void up_moment_sheet_set_moment (UpMomentSheet *self, UpCatalog *catalog, UpMoment *moment,
                                 const char *place);
void up_moment_sheet_set_words (UpMomentSheet *self, const char *words);
char *up_moment_sheet_get_words (UpMomentSheet *self);
void up_moment_sheet_set_kept (UpMomentSheet *self, gboolean kept);
void up_moment_sheet_set_next (UpMomentSheet *self, const char *label);
UpMomentStage up_moment_sheet_get_stage (UpMomentSheet *self);
GtkWidget *up_moment_sheet_set_stage (UpMomentSheet *self, UpMomentStage stage);
void up_moment_sheet_tidy (UpMomentSheet *self);

G_END_DECLS
