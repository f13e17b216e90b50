/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-text.h"

G_BEGIN_DECLS

typedef enum
{
  UP_BLOCK_TEXT,
  UP_BLOCK_COMPARE,
  UP_BLOCK_STEPS,
  UP_BLOCK_NOTE,
  UP_BLOCK_MOVES,
  UP_BLOCK_SCENARIOS,
  UP_BLOCK_SOURCES,
} UpBlockKind;

/* A titled part of a block: a compare column's point, a step, or a source. */
typedef struct
{
  const char *id;
  UpText title;
  UpText text;               /* of a source: its authors and publisher, ready to read */
  const char *const *covers; /* NULL-terminated ids of coverage points */
} UpPart;

typedef struct
{
  const char *id;
  UpText title;
  guint n_parts;
  const UpPart *parts;
} UpCompareColumn;

typedef struct
{
  const char *id;
  UpBlockKind kind;
  UpText title;
  gboolean ours;    /* ours and not the source's */
  const char *tone; /* of a note: "care", "ours", "practice" */
  guint n_paragraphs;
  const UpText *paragraphs; /* text, note */
  guint n_columns;
  const UpCompareColumn *columns; /* compare */
  guint n_parts;
  const UpPart *parts;     /* steps, sources */
  const char *const *refs; /* NULL-terminated ids: moves, scenarios */
  const char *const *covers;
} UpBlock;

#define UP_TYPE_CHAPTER (up_chapter_get_type ())
G_DECLARE_FINAL_TYPE (UpChapter, up_chapter, UP, CHAPTER, GObject)

const char *up_chapter_get_id (UpChapter *self);
UpText up_chapter_get_title (UpChapter *self);
UpText up_chapter_get_summary (UpChapter *self);
const char *up_chapter_get_picture (UpChapter *self); /* nullable */
guint up_chapter_get_n_blocks (UpChapter *self);
const UpBlock *up_chapter_get_block (UpChapter *self, guint i);

/* A list model of UpChapter. */
#define UP_TYPE_GUIDE (up_guide_get_type ())
G_DECLARE_FINAL_TYPE (UpGuide, up_guide, UP, GUIDE, GObject)

UpChapter *up_guide_find_chapter (UpGuide *self, const char *id);
/* The chapter and block that a coverage point is explained in. */
UpChapter *up_guide_find_point (UpGuide *self, const char *point, const UpBlock **block);

G_END_DECLS
