/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-due-watch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *up_due_badge_new (UpDueWatch *watch);

G_END_DECLS
