/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-print.h"

G_BEGIN_DECLS

/* @printouts: (transfer full): of UpPrintout, one at the least. */
void up_print_dialog_present (GPtrArray *printouts, GtkWindow *parent);

G_END_DECLS
