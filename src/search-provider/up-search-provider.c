/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-search-provider.h"

#include "up-finder.h"
#include "up-shell-search-provider.h"

#include <glib/gi18n-lib.h>

/* Long enough for somebody who hesitates while typing. */
#define IDLE_MILLISECONDS 10000

struct _UpSearchProvider
{
  GApplication parent_instance;

  UpShellSearchProvider2 *interface;
  GSettings *settings;
  UpCatalog *catalog;
  UpFinder *finder; /* NULL until somebody asks, and again when a setting changes */
};

G_DEFINE_FINAL_TYPE (UpSearchProvider, up_search_provider, G_TYPE_APPLICATION)

/* Being asked puts the end off. */
static void
stay (UpSearchProvider *self)
{
  g_application_hold (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

static void
forget (UpSearchProvider *self)
{
  g_clear_object (&self->finder);
}

static UpFinder *
get_finder (UpSearchProvider *self)
{
  g_autofree char *language = NULL;
  g_autofree char *phrase_language = NULL;
  g_autofree char *form = NULL;

  if (self->finder != NULL)
    return self->finder;

  language = g_settings_get_string (self->settings, "content-language");
  phrase_language = g_settings_get_string (self->settings, "phrase-language");
  form = g_settings_get_string (self->settings, "form");

  if (self->catalog == NULL)
    self->catalog = up_catalog_new (language);
  up_catalog_set_language (self->catalog, language);
  up_catalog_set_form (self->catalog, up_form_parse (form));
  self->finder = up_finder_new (self->catalog, phrase_language,
                                g_settings_get_boolean (self->settings, "search-scenarios"));

  return self->finder;
}

static gboolean
on_get_initial_result_set (UpSearchProvider *self, GDBusMethodInvocation *invocation,
                           const char *const *terms)
{
  g_auto (GStrv) ids = up_finder_search (get_finder (self), terms);

  stay (self);
  up_shell_search_provider2_complete_get_initial_result_set (self->interface, invocation,
                                                             (const char *const *) ids);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_get_subsearch_result_set (UpSearchProvider *self, GDBusMethodInvocation *invocation,
                             const char *const *previous, const char *const *terms)
{
  g_auto (GStrv) ids = up_finder_search (get_finder (self), terms);

  stay (self);
  up_shell_search_provider2_complete_get_subsearch_result_set (self->interface, invocation,
                                                               (const char *const *) ids);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_get_result_metas (UpSearchProvider *self, GDBusMethodInvocation *invocation,
                     const char *const *ids)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      UpText title;
      UpText description;

      if (!up_finder_describe (get_finder (self), ids[i], &title, &description))
        continue;

      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (ids[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (title.text));
      g_variant_builder_add (&metas, "{sv}", "description",
                             g_variant_new_string (description.text));
      /* What one wants of a phrase is its words: the desktop copies them with Ctrl+C. */
      if (g_str_has_prefix (ids[i], "phrase/"))
        g_variant_builder_add (&metas, "{sv}", "clipboardText", g_variant_new_string (title.text));
      g_variant_builder_close (&metas);
    }

  stay (self);
  up_shell_search_provider2_complete_get_result_metas (self->interface, invocation,
                                                       g_variant_builder_end (&metas));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *invocation = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply == NULL)
    g_dbus_method_invocation_return_gerror (invocation, error);
  else
    g_dbus_method_invocation_return_value (invocation, NULL);

  g_application_release (g_application_get_default ());
}

/* Has the application do @action, which takes a string, starting it where it is not running. */
static void
open_application (UpSearchProvider *self, GDBusMethodInvocation *invocation, const char *action,
                  const char *parameter, guint timestamp)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));
  g_autofree char *path = g_strdelimit (g_strdup ("/" APP_ID), ".", '/');
  g_autofree char *startup_id = g_strdup_printf ("_TIME%u", timestamp);
  GVariantBuilder parameters;
  GVariantBuilder platform_data;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (parameter));
  g_variant_builder_init (&platform_data, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&platform_data, "{sv}", "desktop-startup-id",
                         g_variant_new_string (startup_id));

  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (connection, APP_ID, path, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", action, &parameters, &platform_data), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_opened, invocation);
}

static gboolean
on_activate_result (UpSearchProvider *self, GDBusMethodInvocation *invocation, const char *id,
                    const char *const *terms, guint timestamp)
{
  open_application (self, invocation, "show-found", id, timestamp);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_launch_search (UpSearchProvider *self, GDBusMethodInvocation *invocation,
                  const char *const *terms, guint timestamp)
{
  g_autofree char *query = g_strjoinv (" ", (char **) terms);

  open_application (self, invocation, "search-phrases", query, timestamp);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
up_search_provider_dbus_register (GApplication *application, GDBusConnection *connection,
                                  const char *object_path, GError **error)
{
  UpSearchProvider *self = UP_SEARCH_PROVIDER (application);

  return G_APPLICATION_CLASS (up_search_provider_parent_class)
           ->dbus_register (application, connection, object_path, error) &&
         g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->interface), connection,
                                           object_path, error);
}

static void
up_search_provider_dbus_unregister (GApplication *application, GDBusConnection *connection,
                                    const char *object_path)
{
  GDBusInterfaceSkeleton *skeleton =
    G_DBUS_INTERFACE_SKELETON (UP_SEARCH_PROVIDER (application)->interface);

  if (g_dbus_interface_skeleton_has_connection (skeleton, connection))
    g_dbus_interface_skeleton_unexport_from_connection (skeleton, connection);

  G_APPLICATION_CLASS (up_search_provider_parent_class)
    ->dbus_unregister (application, connection, object_path);
}

static void
up_search_provider_finalize (GObject *object)
{
  UpSearchProvider *self = UP_SEARCH_PROVIDER (object);

  g_object_unref (self->interface);
  g_object_unref (self->settings);
  g_clear_object (&self->finder);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (up_search_provider_parent_class)->finalize (object);
}

static void
up_search_provider_class_init (UpSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = up_search_provider_finalize;
  application_class->dbus_register = up_search_provider_dbus_register;
  application_class->dbus_unregister = up_search_provider_dbus_unregister;
}

static void
up_search_provider_init (UpSearchProvider *self)
{
  static const char *const signals[] = { "changed::content-language", "changed::phrase-language",
                                         "changed::form", "changed::search-scenarios" };

  self->settings = g_settings_new (APP_ID);
  /* Not any key: the application writes where one is at every step. */
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->settings, signals[i], G_CALLBACK (forget), self,
                             G_CONNECT_SWAPPED);

  self->interface = up_shell_search_provider2_skeleton_new ();
  g_signal_connect_object (self->interface, "handle-get-initial-result-set",
                           G_CALLBACK (on_get_initial_result_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interface, "handle-get-subsearch-result-set",
                           G_CALLBACK (on_get_subsearch_result_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interface, "handle-get-result-metas",
                           G_CALLBACK (on_get_result_metas), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interface, "handle-activate-result",
                           G_CALLBACK (on_activate_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interface, "handle-launch-search", G_CALLBACK (on_launch_search),
                           self, G_CONNECT_SWAPPED);

  g_application_set_inactivity_timeout (G_APPLICATION (self), IDLE_MILLISECONDS);
}

/**
 * up_search_provider_new:
 *
 * Returns: (transfer full): the service
 */
UpSearchProvider *
up_search_provider_new (void)
{
  return g_object_new (UP_TYPE_SEARCH_PROVIDER, "application-id", APP_ID ".SearchProvider", "flags",
                       G_APPLICATION_IS_SERVICE, NULL);
}
