/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "saved" (name): the file is written, and the dialog closed. */
#define UP_TYPE_EXPORT_DIALOG (up_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpExportDialog, up_export_dialog, UP, EXPORT_DIALOG, AdwDialog)

/* @attempt: nullable: what is exported instead of the whole journal. */
UpExportDialog *up_export_dialog_new (UpCatalog *catalog, UpJournal *journal, UpEntry *attempt);

G_END_DECLS
