/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UP_TYPE_CHOICE_LIST (up_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (UpChoiceList, up_choice_list, UP, CHOICE_LIST, GtkBox)

GtkWidget *up_choice_list_new (UpRun *run);

G_END_DECLS
