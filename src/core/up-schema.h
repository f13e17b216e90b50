/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-problem.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The error domain of everything that reads content. */
#define UP_CONTENT_ERROR (up_content_error_quark ())

/**
 * UpContentError:
 * @UP_CONTENT_ERROR_UNREADABLE: the file could not be read
 * @UP_CONTENT_ERROR_TOO_LARGE: a stated limit (bytes, depth, scenes, text) is exceeded
 * @UP_CONTENT_ERROR_ENCODING: not UTF-8, or a character that content may not hold
 * @UP_CONTENT_ERROR_SYNTAX: not JSON, or a key stands twice
 * @UP_CONTENT_ERROR_FORMAT: `format` names nothing that is known here
 * @UP_CONTENT_ERROR_INVALID: JSON, but not of the format's shape
 * @UP_CONTENT_ERROR_NOT_FOUND: no such content
 */
typedef enum
{
  UP_CONTENT_ERROR_UNREADABLE,
  UP_CONTENT_ERROR_TOO_LARGE,
  UP_CONTENT_ERROR_ENCODING,
  UP_CONTENT_ERROR_SYNTAX,
  UP_CONTENT_ERROR_FORMAT,
  UP_CONTENT_ERROR_INVALID,
  UP_CONTENT_ERROR_NOT_FOUND,
} UpContentError;

GQuark up_content_error_quark (void);

/**
 * UpContentLimits:
 * @bytes: the largest file that is read
 * @depth: the deepest nesting
 * @scenes: the most scenes in a scenario
 * @text: the longest string, in bytes
 * @problems: the most problems reported for one file; one more says that there are more
 * @members: the most keys in one object: whoever chooses the keys can make hash tables slow
 *
 * What is read from outside is bounded, so that no file can exhaust the machine. 0 lifts a limit.
 */
typedef struct
{
  gsize bytes;
  guint depth;
  guint scenes;
  gsize text;
  guint problems;
  guint members;
} UpContentLimits;

extern const UpContentLimits up_content_default_limits;

/* up-json-scan.c: what json-glib lets pass and content may not hold. */
gboolean up_json_scan (const char *text, gsize length, const UpContentLimits *limits,
                       const char *file, GPtrArray *problems, GError **error);

/* up-json-path.c: JSON paths as they stand in problems, and keys as they stand in a text. */
void up_json_path_append_key (GString *path, const char *key, gsize length);
char *up_json_unescape (const char *text, gsize length);

/* up-json-locate.c: where a path stands in a text that up_json_scan() has passed. */
gboolean up_json_locate (const char *text, gsize length, const char *path, guint *line,
                         guint *column);
void up_json_locate_problems (const char *text, gsize length, GPtrArray *problems);

/* up-schema.c: the subset of JSON Schema 2020-12 that our schemas use, compiled once. */
typedef struct _UpSchema UpSchema;

/* Borrowed, from the bundled schemas; NULL if unknown. */
UpSchema *up_schema_get (const char *format);
UpSchema *up_schema_new (JsonNode *root, GError **error);
void up_schema_free (UpSchema *self);
gboolean up_schema_validate (UpSchema *self, JsonNode *node, const UpContentLimits *limits,
                             GPtrArray *problems);
const char *const *up_schema_get_formats (void); /* NULL-terminated, e.g. "upstander-scenario/1" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpSchema, up_schema_free)

G_END_DECLS
