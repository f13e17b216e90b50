/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-catalog-private.h"

#include "up-schema.h"

#include "up-content-resources.h"

#include <glib/gi18n-lib.h>

#define CONTENT RESOURCE_BASE "/content/"

enum
{
  PROP_0,
  PROP_LANGUAGE,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpCatalog, up_catalog, G_TYPE_OBJECT)

static void
up_catalog_finalize (GObject *object)
{
  UpCatalog *self = UP_CATALOG (object);

  g_clear_pointer (&self->cards, up_shelf_free);
  g_clear_pointer (&self->moves, up_shelf_free);
  g_clear_pointer (&self->moments, up_shelf_free);
  g_clear_object (&self->guide);
  g_clear_object (&self->support);
  g_clear_object (&self->which_way);
  g_hash_table_unref (self->phrases);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->phrase_languages, g_ptr_array_unref);
  g_clear_pointer (&self->index, json_node_unref);
  g_clear_pointer (&self->resource, g_resource_unref);

  G_OBJECT_CLASS (up_catalog_parent_class)->finalize (object);
}

static void
up_catalog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  UpCatalog *self = UP_CATALOG (object);

  switch (prop_id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, up_catalog_get_language (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_catalog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  UpCatalog *self = UP_CATALOG (object);

  switch (prop_id)
    {
    case PROP_LANGUAGE:
      up_catalog_set_language (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_catalog_class_init (UpCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_catalog_finalize;
  object_class->get_property = up_catalog_get_property;
  object_class->set_property = up_catalog_set_property;

  /**
   * UpCatalog:language:
   *
   * The language that content is shown in, as far as it has it. What is set is resolved to a language
   * that there is.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UpCatalog::changed:
   * @self: the catalogue
   *
   * The language or the learner's form changed, and so every text: ask again for all that was borrowed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GPtrArray *
read_languages (JsonObject *index, const char *member)
{
  GPtrArray *languages = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  JsonArray *list = json_object_get_array_member (index, member);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *language = json_array_get_object_element (list, i);
      const char *id = json_object_get_string_member (language, "id");

      g_ptr_array_add (languages, (gpointer) g_intern_string (id));
    }

  return languages;
}

static void
up_catalog_init (UpCatalog *self)
{
  self->language = g_intern_static_string (UP_SOURCE_LANGUAGE);
  self->phrases =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) up_shelf_free);
}

static void
read_index (UpCatalog *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *index;

  bytes = up_catalog_load_file (self, "index.json", &error);
  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                    (gssize) g_bytes_get_size (bytes), &error))
    g_error ("The bundled content has no index: %s", error->message);

  self->index = json_parser_steal_root (parser);
  index = json_node_get_object (self->index);
  self->languages = read_languages (index, "languages");
  self->phrase_languages = read_languages (index, "phrases");
}

static const char *
find_language (GPtrArray *languages, const char *language)
{
  for (guint i = 0; i < languages->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (languages, i), language) == 0)
        return g_ptr_array_index (languages, i);
    }

  return NULL;
}

/**
 * up_catalog_resolve: (skip)
 * @languages: interned tags
 * @language: a BCP 47 tag, or the name of a locale
 *
 * Returns: (transfer none) (nullable): the best there is for @language in @languages, English only
 *   where it is what was asked for
 */
const char *
up_catalog_resolve (GPtrArray *languages, const char *language)
{
  g_auto (GStrv) fallbacks = up_language_fallbacks (language);
  guint n = g_strv_length (fallbacks);
  gboolean english = g_str_equal (fallbacks[0], UP_SOURCE_LANGUAGE) ||
                     g_str_has_prefix (fallbacks[0], UP_SOURCE_LANGUAGE "-");

  for (guint i = 0; i < n; i++)
    {
      const char *found = find_language (languages, fallbacks[i]);

      if (found != NULL && (i + 1 < n || english))
        return found;
    }

  return NULL;
}

static const char *
resolve_or_english (UpCatalog *self, const char *language)
{
  const char *found = NULL;

  if (language != NULL && *language != '\0')
    {
      found = up_catalog_resolve (self->languages, language);
    }
  else
    {
      const char *const *names = g_get_language_names ();

      for (guint i = 0; names[i] != NULL && found == NULL; i++)
        {
          if (g_str_equal (names[i], "C"))
            break;
          found = up_catalog_resolve (self->languages, names[i]);
        }
    }

  return found != NULL ? found : g_intern_static_string (UP_SOURCE_LANGUAGE);
}

/**
 * up_catalog_new_for_resource: (skip)
 * @resource: a resource as `build-aux/content/content-bundle.py` makes it
 * @language: (nullable): the BCP 47 tag of the language wanted; %NULL or "" for the locale's
 *
 * Reads the index of the content in @resource.
 *
 * Returns: (transfer full): a catalogue
 */
UpCatalog *
up_catalog_new_for_resource (GResource *resource, const char *language)
{
  UpCatalog *self;

  g_return_val_if_fail (resource != NULL, NULL);

  self = g_object_new (UP_TYPE_CATALOG, NULL);
  self->resource = g_resource_ref (resource);
  read_index (self);
  self->language = resolve_or_english (self, language);

  return self;
}

/**
 * up_catalog_new:
 * @language: (nullable): the BCP 47 tag of the language wanted; %NULL or "" for the locale's
 *
 * Reads the index of the bundled content.
 *
 * Returns: (transfer full): a catalogue
 */
UpCatalog *
up_catalog_new (const char *language)
{
  /* Naming the resource also keeps the linker from leaving it out of the static library. */
  return up_catalog_new_for_resource (up_content_get_resource (), language);
}

/**
 * up_catalog_get_language:
 * @self: a catalogue
 *
 * Returns: (transfer none): the language that was asked for, resolved to one that there is; interned
 */
const char *
up_catalog_get_language (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  return self->language;
}

/* Lets go of what was read in the catalogue's language. */
static void
forget_texts (UpCatalog *self)
{
  g_clear_pointer (&self->cards, up_shelf_free);
  g_clear_pointer (&self->moves, up_shelf_free);
  g_clear_pointer (&self->moments, up_shelf_free);
  g_clear_object (&self->guide);
  g_clear_object (&self->support);
  g_clear_object (&self->which_way);
}

/**
 * up_catalog_set_language:
 * @self: a catalogue
 * @language: (nullable): the BCP 47 tag of the language wanted; %NULL or "" for the locale's
 *
 * Changes the language: to @language if there is content in it, else to its base or one close to it,
 * else to English. Lets go of everything that was read in the language before.
 */
void
up_catalog_set_language (UpCatalog *self, const char *language)
{
  const char *resolved;

  g_return_if_fail (UP_IS_CATALOG (self));

  resolved = resolve_or_english (self, language);
  if (resolved == self->language)
    return;

  self->language = resolved;
  forget_texts (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * up_catalog_get_form:
 * @self: a catalogue
 *
 * Returns: the grammatical form in which the content speaks of the learner; neutral at first
 */
UpForm
up_catalog_get_form (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), UP_FORM_NEUTRAL);

  return self->form;
}

/**
 * up_catalog_set_form:
 * @self: a catalogue
 * @form: a grammatical form
 *
 * Changes the form in which the content speaks of the learner, in languages whose words show one. Lets
 * go of everything that was read in the form before, phrases too.
 */
void
up_catalog_set_form (UpCatalog *self, UpForm form)
{
  g_return_if_fail (UP_IS_CATALOG (self));
  g_return_if_fail (form < UP_N_FORMS);

  if (form == self->form)
    return;

  self->form = form;
  forget_texts (self);
  g_hash_table_remove_all (self->phrases);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * up_catalog_get_languages:
 * @self: a catalogue
 *
 * Returns: (transfer none) (array zero-terminated=1): the BCP 47 tags of the languages that content
 *   exists in, whole or in part; English first
 */
const char *const *
up_catalog_get_languages (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  return (const char *const *) self->languages->pdata;
}

/**
 * up_catalog_get_phrase_languages:
 * @self: a catalogue
 *
 * Returns: (transfer none) (array zero-terminated=1): the BCP 47 tags of the languages that phrases
 *   were written in; English first
 */
const char *const *
up_catalog_get_phrase_languages (UpCatalog *self)
{
  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);

  return (const char *const *) self->phrase_languages->pdata;
}

/* What the index says of @language in @member's list. */
static const char *
get_review (UpCatalog *self, const char *member, const char *language)
{
  JsonArray *list = json_object_get_array_member (json_node_get_object (self->index), member);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);

      if (g_strcmp0 (json_object_get_string_member (entry, "id"), language) == 0)
        return json_object_get_string_member (entry, "review");
    }

  return NULL;
}

/**
 * up_catalog_is_reviewed:
 * @self: a catalogue
 * @language: a BCP 47 tag
 *
 * Returns: whether somebody whose language it is has read all there is in @language: translations and
 *   phrases
 */
gboolean
up_catalog_is_reviewed (UpCatalog *self, const char *language)
{
  const char *content;
  const char *phrases;

  g_return_val_if_fail (UP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  content = get_review (self, "languages", language);
  phrases = get_review (self, "phrases", language);
  if (content == NULL && phrases == NULL)
    return FALSE;

  return (content == NULL || g_str_equal (content, "native")) &&
         (phrases == NULL || g_str_equal (phrases, "native"));
}

/**
 * up_catalog_load_file:
 * @self: a catalogue
 * @name: a file's name below `data/content`, such as `which-way.json`
 * @error: return location for a #GError
 *
 * Gives the text of a bundled file. Fails with %UP_CONTENT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): JSON, or %NULL with @error set
 */
GBytes *
up_catalog_load_file (UpCatalog *self, const char *name, GError **error)
{
  g_autofree char *path = NULL;
  GBytes *bytes;

  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = g_strconcat (CONTENT, name, NULL);
  bytes = g_resource_lookup_data (self->resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    g_set_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_NOT_FOUND, _ ("There is no “%s”."),
                 name);

  return bytes;
}

/**
 * up_catalog_load_translation:
 * @self: a catalogue
 * @name: a file's name below `data/content`, such as `which-way.json`
 *
 * Gives the texts of a bundled file in the catalogue's language. A scenario has them all or none.
 *
 * Returns: (transfer full) (nullable): the texts, or %NULL where there are none
 */
UpTranslation *
up_catalog_load_translation (UpCatalog *self, const char *name)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  UpTranslation *translation;

  g_return_val_if_fail (UP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_equal (self->language, UP_SOURCE_LANGUAGE))
    return NULL;

  path = g_strdup_printf ("i18n/%s/%s", self->language, name);
  bytes = up_catalog_load_file (self, path, NULL);
  if (bytes == NULL)
    return NULL;

  translation = up_translation_new (self->language, bytes, &error);
  if (translation == NULL)
    g_critical ("Bundled texts: %s", error->message);

  return translation;
}
