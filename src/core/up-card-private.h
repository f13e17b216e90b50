/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-catalog.h"
#include "up-translation.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @texts are the index’s in the language that the scenario is told in; NULL where that is English. */
UpCard *up_card_new (JsonObject *entry, UpTranslation *texts);

G_END_DECLS
