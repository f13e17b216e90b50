/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"

G_BEGIN_DECLS

char **up_scenario_list_points (UpScenario *scenario, UpGuide *guide, guint most); /* full */

G_END_DECLS
