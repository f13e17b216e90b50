/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-card-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "changed". */
#define UP_TYPE_CARD_FACET_BOX (up_card_facet_box_get_type ())
G_DECLARE_FINAL_TYPE (UpCardFacetBox, up_card_facet_box, UP, CARD_FACET_BOX, GtkBox)

GtkWidget *up_card_facet_box_new (UpCardFilter *filter, UpCardFacet facet);
gboolean up_card_facet_box_is_active (UpCardFacetBox *self);
void up_card_facet_box_refresh (UpCardFacetBox *self);

G_END_DECLS
