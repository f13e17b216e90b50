/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-scenario.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_consideration_new (int consideration);
GtkWidget *up_considerations_new_weighed (const UpChoice *choice);
GtkWidget *up_considerations_new_open (const UpChoice *choice);

G_END_DECLS
