/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "changed". */
#define UP_TYPE_TEXT_AREA (up_text_area_get_type ())
G_DECLARE_FINAL_TYPE (UpTextArea, up_text_area, UP, TEXT_AREA, AdwBin)

GtkWidget *up_text_area_new (void);
char *up_text_area_get_text (UpTextArea *self);
void up_text_area_set_text (UpTextArea *self, const char *text);
gboolean up_text_area_is_empty (UpTextArea *self);
void up_text_area_keep_draft (UpTextArea *self, UpJournal *journal, const char *key,
                              const char *text);
void up_text_area_drop_draft (UpTextArea *self);
void up_text_area_set_label (UpTextArea *self, GtkWidget *label, GtkWidget *description);

G_END_DECLS
