/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether something of that id exists. */
typedef gboolean (*UpKnows) (const char *id, gpointer user_data);

/**
 * UpCheckContext:
 * @knows_move: (nullable): for moves
 * @knows_point: (nullable): for points that the guide covers
 * @knows_chapter: (nullable): for chapters of the guide
 * @knows_scenario: (nullable): for scenarios
 * @knows_contact: (nullable): for contacts that the support page has a place for
 * @user_data: for them all
 *
 * What else there is, for a file that names something of another one. What is not known stays unchecked.
 */
typedef struct
{
  UpKnows knows_move;
  UpKnows knows_point;
  UpKnows knows_chapter;
  UpKnows knows_scenario;
  UpKnows knows_contact;
  gpointer user_data;
} UpCheckContext;

G_END_DECLS
