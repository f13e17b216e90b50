/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_NOTE_PAGE (up_note_page_get_type ())
G_DECLARE_FINAL_TYPE (UpNotePage, up_note_page, UP, NOTE_PAGE, AdwNavigationPage)

UpNotePage *up_note_page_new (UpJournal *journal, UpEntry *note);
const char *up_note_page_get_note (UpNotePage *self);
void up_note_page_forget (UpNotePage *self);

G_END_DECLS
