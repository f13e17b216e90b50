/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-catalog.h"
#include "up-translation.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @texts are the index’s in the catalogue’s language; NULL where that is English. @language is the one
 * that the story is told in. */
UpCard *up_card_new (JsonObject *entry, UpTranslation *texts, UpForm form, const char *language);

G_END_DECLS
