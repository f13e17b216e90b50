/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

void up_part_append (GtkBox *box, const char *title, GtkWidget *content);
void up_part_append_text (GtkBox *box, const char *title, UpText text);
GtkWidget *up_part_note_new (const char *text);
GtkWidget *up_part_buttons_new (void);
GtkWidget *up_part_button_append (GtkWidget *buttons, const char *label, const char *action,
                                  const char *target);
void up_part_clear (GtkBox *box);

G_END_DECLS
