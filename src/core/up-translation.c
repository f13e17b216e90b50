/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-translation.h"

#include "up-schema.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

struct _UpTranslation
{
  GObject parent_instance;

  const char *language; /* interned */
  JsonNode *root;
  JsonObject *texts; /* the root's */
};

G_DEFINE_FINAL_TYPE (UpTranslation, up_translation, G_TYPE_OBJECT)

static void
up_translation_finalize (GObject *object)
{
  UpTranslation *self = UP_TRANSLATION (object);

  g_clear_pointer (&self->root, json_node_unref);

  G_OBJECT_CLASS (up_translation_parent_class)->finalize (object);
}

static void
up_translation_class_init (UpTranslationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_translation_finalize;
}

static void
up_translation_init (UpTranslation *self)
{
}

/**
 * up_translation_new:
 * @language: the BCP 47 tag of the language
 * @json: a JSON object from paths to texts
 * @error: return location for a #GError
 *
 * Reads the texts of one content file in one language. Fails with %UP_CONTENT_ERROR_SYNTAX where
 * @json is not JSON, and with %UP_CONTENT_ERROR_INVALID where it is not an object of strings.
 *
 * Returns: (transfer full): the translation, or %NULL with @error set
 */
UpTranslation *
up_translation_new (const char *language, GBytes *json, GError **error)
{
  g_autoptr (UpTranslation) self = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  const char *text;
  gsize length;
  JsonNode *root;
  JsonNode *member;
  JsonObjectIter iter;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  parser = json_parser_new ();
  json_parser_set_strict (parser, TRUE);
  text = g_bytes_get_data (json, &length);
  if (!json_parser_load_from_data (parser, text != NULL ? text : "", length, &parse_error))
    {
      g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_SYNTAX,
                   _ ("The texts in the language “%s” are not JSON: %s"), language,
                   parse_error->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID,
                   _ ("The texts in the language “%s” are not a JSON object."), language);
      return NULL;
    }

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, NULL, &member))
    {
      if (json_node_get_value_type (member) == G_TYPE_STRING)
        continue;

      g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID,
                   _ ("The texts in the language “%s” hold something that is not a string."),
                   language);
      return NULL;
    }

  self = g_object_new (UP_TYPE_TRANSLATION, NULL);
  self->language = g_intern_string (language);
  self->root = json_parser_steal_root (parser);
  self->texts = json_node_get_object (self->root);

  return g_steal_pointer (&self);
}

/**
 * up_translation_get_language:
 * @self: a translation
 *
 * Returns: (transfer none): the BCP 47 tag of its language, interned
 */
const char *
up_translation_get_language (UpTranslation *self)
{
  g_return_val_if_fail (UP_IS_TRANSLATION (self), NULL);

  return self->language;
}

/**
 * up_translation_lookup:
 * @self: a translation
 * @path: the stable path of a text, such as `scenes/monday/choices/ask-afterwards/says`
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not translated
 */
const char *
up_translation_lookup (UpTranslation *self, const char *path)
{
  const char *text;

  g_return_val_if_fail (UP_IS_TRANSLATION (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  text = json_object_get_string_member_with_default (self->texts, path, NULL);

  return text != NULL && *text != '\0' ? text : NULL;
}
