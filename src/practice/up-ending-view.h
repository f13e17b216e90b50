/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_ENDING_VIEW (up_ending_view_get_type ())
G_DECLARE_FINAL_TYPE (UpEndingView, up_ending_view, UP, ENDING_VIEW, AdwBin)

GtkWidget *up_ending_view_new (UpRun *run);

G_END_DECLS
