/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UP_TYPE_CONFIDENCE_PAGE (up_confidence_page_get_type ())
G_DECLARE_FINAL_TYPE (UpConfidencePage, up_confidence_page, UP, CONFIDENCE_PAGE, AdwNavigationPage)

UpConfidencePage *up_confidence_page_new (UpJournal *journal);

G_END_DECLS
