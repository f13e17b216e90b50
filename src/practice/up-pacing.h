/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UpPace:
 * @UP_PACE_TOGETHER: everything appears at once
 * @UP_PACE_PAUSES: one thing after the other, with a short pause before each
 * @UP_PACE_ASKED: one thing after the other, each when it is asked for
 */
typedef enum
{
  UP_PACE_TOGETHER,
  UP_PACE_PAUSES,
  UP_PACE_ASKED,
} UpPace;

/* Property "waiting": whether something appears only when it is asked for. */
#define UP_TYPE_PACING (up_pacing_get_type ())
G_DECLARE_FINAL_TYPE (UpPacing, up_pacing, UP, PACING, GObject)

UpPacing *up_pacing_new (void);
void up_pacing_start (UpPacing *self, GPtrArray *widgets, UpPace pace);
void up_pacing_show_next (UpPacing *self);
void up_pacing_reveal (UpPacing *self, GtkWidget *widget);
gboolean up_pacing_take_key (UpPacing *self, guint key, GtkWidget *focus);
void up_pacing_finish (UpPacing *self);
gboolean up_pacing_is_running (UpPacing *self);
gboolean up_pacing_is_waiting (UpPacing *self);

G_END_DECLS
