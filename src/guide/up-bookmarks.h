/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpBookmark:
 * @block: the id of the block at the top of the page; empty at the start of the chapter
 * @part: how much of the block is above the top of the page, from 0 to 1
 *
 * How far down a chapter somebody read: by its content, so that it is the same place in any size of text
 * and in any language.
 */
typedef struct
{
  char *block;
  double part;
} UpBookmark;

void up_bookmark_clear (UpBookmark *bookmark);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UpBookmark, up_bookmark_clear)

/* Kept in the settings, the last first. */
void up_bookmarks_set (GSettings *settings, const char *chapter, const char *block, double part);
void up_bookmarks_remove (GSettings *settings, const char *chapter);
gboolean up_bookmarks_find (GSettings *settings, const char *chapter, UpBookmark *bookmark);
char *up_bookmarks_get_last (GSettings *settings); /* full, nullable */

G_END_DECLS
