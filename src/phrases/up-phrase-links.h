/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_phrase_link_new (UpPhrase *phrase, const char *target);
GtkWidget *up_phrase_links_new (GListModel *phrases, UpJournal *journal, const char *move,
                                UpPhrase *except);

G_END_DECLS
