/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-check-context.h"
#include "up-form.h"
#include "up-guide.h"
#include "up-moment.h"
#include "up-phrase.h"
#include "up-scenario.h"
#include "up-support.h"
#include "up-translation.h"
#include "up-which-way.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a card shows of a scenario, from the index: the scenario itself is read when it is opened. */
#define UP_TYPE_CARD (up_card_get_type ())
G_DECLARE_FINAL_TYPE (UpCard, up_card, UP, CARD, GObject)

const char *up_card_get_id (UpCard *self);
UpText up_card_get_title (UpCard *self);
UpText up_card_get_summary (UpCard *self);
UpText up_card_get_content_note (UpCard *self);
guint up_card_get_minutes (UpCard *self);
UpRole up_card_get_role (UpCard *self);
int up_card_get_place (UpCard *self);
int up_card_get_power (UpCard *self);
int up_card_get_tie (UpCard *self);
int up_card_get_review (UpCard *self);
guint up_card_get_n_harms (UpCard *self);
int up_card_get_harm (UpCard *self, guint i);
/* The language that the scenario will be told in (whole), which may be a fallback. */
const char *up_card_get_language (UpCard *self);

/* All content, for a language. Property "language"; signal "changed" when it changed. What is
 * borrowed from it stays valid until then; hold a reference to keep something longer. */
#define UP_TYPE_CATALOG (up_catalog_get_type ())
G_DECLARE_FINAL_TYPE (UpCatalog, up_catalog, UP, CATALOG, GObject)

UpCatalog *up_catalog_new (const char *language); /* NULL or "": the locale's */
const char *
up_catalog_get_language (UpCatalog *self); /* what is asked for, resolved to one there is */
void up_catalog_set_language (UpCatalog *self, const char *language);
/* The grammatical form in which the content speaks of the learner. */
UpForm up_catalog_get_form (UpCatalog *self);
void up_catalog_set_form (UpCatalog *self, UpForm form);
const char *const *
up_catalog_get_languages (UpCatalog *self); /* that content exists in; "en" first */
const char *const *up_catalog_get_phrase_languages (UpCatalog *self);
gboolean up_catalog_is_reviewed (UpCatalog *self,
                                 const char *language); /* a native speaker read it */

UpGuide *up_catalog_get_guide (UpCatalog *self);    /* borrowed; read at the first call */
GListModel *up_catalog_get_cards (UpCatalog *self); /* of UpCard, borrowed */
UpCard *up_catalog_find_card (UpCatalog *self, const char *id);
char **up_catalog_list_languages (UpCatalog *self, const char *id); /* of a whole scenario; full */
UpScenario *up_catalog_load_scenario (UpCatalog *self, const char *id, GError **error); /* full */
GListModel *up_catalog_get_moves (UpCatalog *self); /* of UpMove, borrowed */
UpMove *up_catalog_find_move (UpCatalog *self, const char *id);
GListModel *up_catalog_get_moments (UpCatalog *self); /* of UpMoment, borrowed */
UpMoment *up_catalog_find_moment (UpCatalog *self, const char *id);
UpSupport *up_catalog_get_support (UpCatalog *self);    /* borrowed */
UpWhichWay *up_catalog_get_which_way (UpCatalog *self); /* borrowed */
/* @language NULL: the catalogue's, or English where it has no phrases. */
GListModel *up_catalog_get_phrases (UpCatalog *self,
                                    const char *language); /* of UpPhrase, borrowed */
UpPhrase *up_catalog_find_phrase (UpCatalog *self, const char *language, const char *id);

/* Content that has no object here, such as an agenda, and its texts in the catalogue's language,
 * NULL where it has none (as in English). */
GBytes *up_catalog_load_file (UpCatalog *self, const char *name, GError **error); /* full */
UpTranslation *up_catalog_load_translation (UpCatalog *self, const char *name); /* full, nullable */

/* What else there is, for those who check a file. */
UpCheckContext up_catalog_get_check_context (UpCatalog *self);

G_END_DECLS
