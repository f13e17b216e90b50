/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "skipped-changed". */
#define UP_TYPE_PASSAGE (up_passage_get_type ())
G_DECLARE_FINAL_TYPE (UpPassage, up_passage, UP, PASSAGE, GtkBox)

GtkWidget *up_passage_new (UpRun *run, const UpStep *before, UpPassage *previous);
GtkWidget *up_passage_get_opening (UpPassage *self);
void up_passage_take_fresh (UpPassage *self, GPtrArray *fresh);
void up_passage_set_current (UpPassage *self, gboolean current);
void up_passage_toggle_skipped (UpPassage *self);

G_END_DECLS
