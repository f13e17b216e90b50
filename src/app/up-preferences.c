/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-preferences.h"

#include "up-intervals.h"

#include <glib/gi18n-lib.h>

struct _UpPreferences
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *language_row;
  AdwComboRow *form_row;
  AdwComboRow *text_size_row;
  AdwSwitchRow *pauses_row;
  AdwSwitchRow *lines_row;
  AdwSwitchRow *scenarios_row;
  AdwComboRow *intervals_row;

  GSettings *settings;
  GPtrArray *languages; /* what each row of language_row stands for; "" is the desktop's */
};

G_DEFINE_FINAL_TYPE (UpPreferences, up_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static gboolean
language_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  UpPreferences *self = user_data;
  guint position = 0;

  /* A language that is no longer there reads as the desktop's. */
  g_ptr_array_find_with_equal_func (self->languages, g_variant_get_string (variant, NULL),
                                    g_str_equal, &position);
  g_value_set_uint (value, position < self->languages->len ? position : 0);

  return TRUE;
}

static GVariant *
language_to_setting (const GValue *value, const GVariantType *type, gpointer user_data)
{
  UpPreferences *self = user_data;
  guint position = g_value_get_uint (value);

  return position < self->languages->len
           ? g_variant_new_string (g_ptr_array_index (self->languages, position))
           : NULL;
}

static gboolean
form_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, up_form_parse (g_variant_get_string (variant, NULL)));

  return TRUE;
}

static GVariant *
form_to_setting (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint form = g_value_get_uint (value);

  return form < UP_N_FORMS ? g_variant_new_string (up_form_get_id (form)) : NULL;
}

static gboolean
text_size_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, (guint) g_variant_get_int32 (variant));

  return TRUE;
}

static GVariant *
text_size_to_setting (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_int32 ((int) g_value_get_uint (value));
}

static gboolean
intervals_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  int intervals = up_intervals_parse (g_variant_get_string (variant, NULL));

  g_value_set_uint (value, intervals >= 0 ? (guint) intervals : UP_INTERVALS_EVEN);

  return TRUE;
}

static GVariant *
intervals_to_setting (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint intervals = g_value_get_uint (value);

  return intervals < UP_N_INTERVALS ? g_variant_new_string (up_intervals_get_id (intervals)) : NULL;
}

static void
up_preferences_dispose (GObject *object)
{
  UpPreferences *self = UP_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_ptr_array_unref);

  G_OBJECT_CLASS (up_preferences_parent_class)->dispose (object);
}

static void
up_preferences_class_init (UpPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, form_row);
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, text_size_row);
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, pauses_row);
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, lines_row);
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, scenarios_row);
  gtk_widget_class_bind_template_child (widget_class, UpPreferences, intervals_row);
}

static void
up_preferences_init (UpPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_preferences_new:
 * @settings: the settings that it shows and changes
 * @catalog: the content, for the languages there are
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
up_preferences_new (GSettings *settings, UpCatalog *catalog)
{
  UpPreferences *self;
  g_autoptr (GtkStringList) names = NULL;
  g_autoptr (GtkStringList) intervals = NULL;
  const char *const *languages;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  self = g_object_new (UP_TYPE_PREFERENCES, NULL);
  self->settings = g_object_ref (settings);
  self->languages = g_ptr_array_new_with_free_func (g_free);

  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("Same as desktop"));
  g_ptr_array_add (self->languages, g_strdup (""));

  languages = up_catalog_get_languages (catalog);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      gtk_string_list_append (names, up_language_get_name (languages[i]));
      g_ptr_array_add (self->languages, g_strdup (languages[i]));
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));

  intervals = gtk_string_list_new (NULL);
  for (guint i = 0; i < UP_N_INTERVALS; i++)
    gtk_string_list_append (intervals, up_intervals_get_title (i));
  adw_combo_row_set_model (self->intervals_row, G_LIST_MODEL (intervals));

  g_settings_bind_with_mapping (settings, "content-language", self->language_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, language_from_setting, language_to_setting,
                                self, NULL);
  g_settings_bind_with_mapping (settings, "form", self->form_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, form_from_setting, form_to_setting, NULL,
                                NULL);
  g_settings_bind_with_mapping (settings, "text-size", self->text_size_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, text_size_from_setting,
                                text_size_to_setting, self, NULL);
  g_settings_bind_with_mapping (settings, "intervals", self->intervals_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, intervals_from_setting,
                                intervals_to_setting, self, NULL);
  g_settings_bind (settings, "search-scenarios", self->scenarios_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reduced-pauses", self->pauses_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-by-line", self->lines_row, "active", G_SETTINGS_BIND_DEFAULT);

  return ADW_DIALOG (self);
}
