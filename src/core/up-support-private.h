/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-support.h"

G_BEGIN_DECLS

struct _UpSupport
{
  GObject parent_instance;

  UpArena *arena;
  UpText title;
  guint n_blocks;
  const UpSupportBlock *blocks;
  guint n_contacts;
  const UpSupportContact *contacts;
};

G_END_DECLS
