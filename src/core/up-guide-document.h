/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-document.h"

G_BEGIN_DECLS

/* @chapter: the id of a chapter, or NULL for the whole guide. */
UpDocument *up_guide_compose_document (UpCatalog *catalog,
                                       const char *chapter); /* full, nullable */

G_END_DECLS
