/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-export.h"

G_BEGIN_DECLS

/* Scenarios, each read once: a long journal has hundreds of attempts at one. */
typedef struct _UpExportScenarios UpExportScenarios;

UpExportScenarios *up_export_scenarios_new (UpCatalog *catalog);
void up_export_scenarios_free (UpExportScenarios *self);
UpScenario *up_export_scenarios_find (UpExportScenarios *self, const char *id); /* nullable */
/* full, nullable */
UpRun *up_export_scenarios_load (UpExportScenarios *self, UpEntry *attempt, gboolean *changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpExportScenarios, up_export_scenarios_free)

/* The steps of a run's whole tree in the order they were first made in. */
GPtrArray *up_export_list_steps (UpRun *run); /* full, of UpStep */

/* A tag of the form of BCP 47; "und" for what is none. */
char *up_export_make_tag (const char *language);

G_END_DECLS
