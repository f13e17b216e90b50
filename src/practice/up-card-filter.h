/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

G_BEGIN_DECLS

/* What scenarios can be told apart by. */
typedef enum
{
  UP_CARD_FACET_ROLE,
  UP_CARD_FACET_PLACE,
  UP_CARD_FACET_TIE,
  UP_CARD_FACET_POWER,
  UP_CARD_FACET_LENGTH,
  UP_CARD_FACET_STATE,
  UP_N_CARD_FACETS
} UpCardFacet;

/* The values of UP_CARD_FACET_STATE. */
typedef enum
{
  UP_CARD_STATE_NOT_DONE,
  UP_CARD_STATE_BEGUN,
  UP_CARD_STATE_DONE,
  UP_CARD_STATE_AGAIN, /* done as long ago as makes it come again */
  UP_N_CARD_STATES
} UpCardState;

#define UP_CARD_FILTER_ANY (-1)

/* Which scenarios pass a search and the filters. A facet's value is an element of its list of terms,
 * a number of minutes, or an UpCardState. */
#define UP_TYPE_CARD_FILTER (up_card_filter_get_type ())
G_DECLARE_FINAL_TYPE (UpCardFilter, up_card_filter, UP, CARD_FILTER, GObject)

UpCardFilter *up_card_filter_new (UpCatalog *catalog, UpJournal *journal);
void up_card_filter_set_value (UpCardFilter *self, UpCardFacet facet, int value);
int up_card_filter_get_value (UpCardFilter *self, UpCardFacet facet);
void up_card_filter_set_query (UpCardFilter *self, const char *query);
gboolean up_card_filter_is_filtered (UpCardFilter *self);
/* Of int: what can be chosen, in order. Free with g_array_unref(). */
GArray *up_card_filter_list_values (UpCardFilter *self, UpCardFacet facet);
/* Of guint: the places, in the catalogue's list of cards, of those that pass. */
GArray *up_card_filter_list_passing (UpCardFilter *self);

const char *up_card_facet_get_title (UpCardFacet facet);
char *up_card_facet_describe (UpCardFacet facet, int value); /* in the interface's language */

G_END_DECLS
