/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_FEEDBACK_CARD (up_feedback_card_get_type ())
G_DECLARE_FINAL_TYPE (UpFeedbackCard, up_feedback_card, UP, FEEDBACK_CARD, AdwBin)

GtkWidget *up_feedback_card_new (UpCatalog *catalog, const UpChoice *choice, gboolean titled);
GtkWidget *up_feedback_card_get_heading (UpFeedbackCard *self);

G_END_DECLS
