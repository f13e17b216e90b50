/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-moment.h"

G_BEGIN_DECLS

struct _UpMoment
{
  GObject parent_instance;

  UpArena *arena; /* that of all moments of its file */
  const char *id;
  UpRole role;
  UpText situation;
  UpText prompt;
  guint n_moves;
  const char **moves;
  guint n_listen_for;
  const UpText *listen_for;
  UpText reply;
  UpText go_on;
};

G_END_DECLS
