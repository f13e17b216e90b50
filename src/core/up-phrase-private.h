/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-phrase.h"

G_BEGIN_DECLS

struct _UpMove
{
  GObject parent_instance;

  UpArena *arena; /* that of all moves of its file */
  const char *id;
  UpText title;
  UpText summary;
  UpLean lean;
  guint roles; /* a bit for each UpRole */
  const char *const *covers;
};

struct _UpPhrase
{
  GObject parent_instance;

  UpArena *arena; /* that of all phrases of its file */
  const char *id;
  const char *move;
  UpLean lean;
  int address;
  int review;
  UpText text;
  UpText serves;
  UpText fails;
  UpText reply;
  UpText go_on;
  UpText culture;
  UpText note;  /* of one's own alone */
  gboolean own; /* a person wrote it */
  guint n_blanks;
  const UpBlank *blanks;
};

/* Where a blank stands in a text, braces included, and its id, which has no end of its own. */
typedef struct
{
  const char *start;
  const char *end;
  const char *id;
  gsize id_length;
} UpBlankSpan;

gboolean up_phrase_next_blank (const char *text, UpBlankSpan *span, gboolean *stray);

G_END_DECLS
