/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-guide.h"

G_BEGIN_DECLS

struct _UpChapter
{
  GObject parent_instance;

  UpArena *arena; /* the guide's: a chapter may outlive it */
  const char *id;
  UpText title;
  UpText summary;
  const char *picture;
  guint n_blocks;
  const UpBlock *blocks;
};

/* Takes ownership of @chapters, of UpChapter. */
UpGuide *up_guide_new (GPtrArray *chapters);

G_END_DECLS
