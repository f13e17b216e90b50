/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-schema.h"

G_BEGIN_DECLS

/* What the two halves of up_json_scan() share. */

typedef struct
{
  gboolean is_object;
  guint first_key; /* where this object's keys begin in UpJsonScan.keys */
  guint index;     /* the place in an array */
  const char *key; /* the member that is being read; NULL before the first */
  guint key_length;
  GHashTable *many; /* the keys, once they are more than a few */
} UpJsonFrame;

typedef struct
{
  const char *text;
  const char *end;
  const char *p;
  const UpContentLimits *limits;
  const char *file;
  GPtrArray *problems;
  GError **error;
  guint n_problems;
  gboolean stopped;

  GArray *frames;
  GArray *keys;
  GStringChunk *unescaped; /* keys written with escapes */

  const char *counted; /* up to here lines have been counted */
  const char *line_start;
  guint line;
} UpJsonScan;

void up_json_scan_report (UpJsonScan *self, UpContentError code, const char *at,
                          const char *message, char *found, char *expected);
void up_json_scan_stop (UpJsonScan *self, UpContentError code, const char *at, char *message,
                        char *found, char *expected);
void up_json_scan_syntax (UpJsonScan *self, const char *expected);
void up_json_scan_string (UpJsonScan *self, gboolean *escaped);

G_END_DECLS
