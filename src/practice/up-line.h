/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-scenario.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_line_new (const UpLine *line);
GtkWidget *up_line_new_for_choice (const UpChoice *choice);
void up_line_append_plain (const UpLine *line, GString *plain);

G_END_DECLS
