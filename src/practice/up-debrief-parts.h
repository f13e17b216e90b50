/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_debrief_path_new (UpRun *run);
GtkWidget *up_debrief_weighed_new (UpRun *run);
GtkWidget *up_debrief_open_new (UpRun *run);
GtkWidget *up_debrief_moves_new (UpRun *run, UpCatalog *catalog);
GtkWidget *up_debrief_points_new (UpRun *run, UpCatalog *catalog);

G_END_DECLS
