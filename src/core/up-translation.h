/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One language's texts for one content file: a flat JSON object from a stable path
 * (`scenes/monday/choices/ask-afterwards/says`) to the translated words, translated entries only.
 * A list's element stands in the path by its id where it has one, else by its place, from 0. */
#define UP_TYPE_TRANSLATION (up_translation_get_type ())
G_DECLARE_FINAL_TYPE (UpTranslation, up_translation, UP, TRANSLATION, GObject)

UpTranslation *up_translation_new (const char *language, GBytes *json, GError **error);
const char *up_translation_get_language (UpTranslation *self);
const char *up_translation_lookup (UpTranslation *self, const char *path); /* nullable */

G_END_DECLS
