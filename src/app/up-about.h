/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *up_about_new (UpCatalog *catalog);

G_END_DECLS
