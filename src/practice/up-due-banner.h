/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-due-watch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_DUE_BANNER (up_due_banner_get_type ())
G_DECLARE_FINAL_TYPE (UpDueBanner, up_due_banner, UP, DUE_BANNER, GtkBox)

void up_due_banner_set_watch (UpDueBanner *self, UpDueWatch *watch, UpCatalog *catalog,
                              UpJournal *journal);
void up_due_banner_take_focus (UpDueBanner *self);

G_END_DECLS
