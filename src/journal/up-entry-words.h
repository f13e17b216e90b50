/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-entry.h"
#include "up-text.h"

G_BEGIN_DECLS

const char *up_entry_words_get_icon_name (UpEntry *entry);
char *up_entry_words_title (UpEntry *entry, const char **language);
char *up_entry_words_facts (UpEntry *entry, gint64 now);
char *up_entry_words_describe (UpEntry *entry, gint64 now);
char *up_entry_words_collect (UpEntry *entry);
char *up_entry_words_state (UpEntry *plan, gint64 now);
char *up_entry_words_minutes (UpEntry *entry);
const char *up_entry_words_erased (UpEntry *entry);
gboolean up_entry_is_due (UpEntry *entry, gint64 now);

G_END_DECLS
