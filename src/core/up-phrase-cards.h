/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-document.h"
#include "up-phrase.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @phrases: of UpPhrase; @moves: of UpMove, for their titles. */
UpDocument *up_phrases_compose_cards (GPtrArray *phrases, GListModel *moves); /* full */

G_END_DECLS
