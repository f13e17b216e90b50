/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The namespace for URLs of RFC 9562, section 6.6. */
static const guint8 url_namespace[] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                        0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };

struct _UpExportScenarios
{
  UpCatalog *catalog;
  GHashTable *scenarios; /* id → UpScenario, or NULL for one that is not there */
};

static void
unref_if_any (gpointer object)
{
  g_clear_object (&object);
}

/**
 * up_export_scenarios_new:
 * @catalog: where scenarios are
 *
 * Returns: (transfer full): none read yet
 */
UpExportScenarios *
up_export_scenarios_new (UpCatalog *catalog)
{
  UpExportScenarios *self = g_new0 (UpExportScenarios, 1);

  self->catalog = g_object_ref (catalog);
  self->scenarios = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);

  return self;
}

/**
 * up_export_scenarios_free:
 * @self: (transfer full): scenarios
 */
void
up_export_scenarios_free (UpExportScenarios *self)
{
  g_clear_pointer (&self->scenarios, g_hash_table_unref);
  g_clear_object (&self->catalog);
  g_free (self);
}

/**
 * up_export_scenarios_find:
 * @self: scenarios
 * @id: (nullable): a scenario's id
 *
 * Returns: (transfer none) (nullable): the scenario, or %NULL where it is no longer there
 */
UpScenario *
up_export_scenarios_find (UpExportScenarios *self, const char *id)
{
  gpointer found = NULL;

  if (id == NULL || g_hash_table_lookup_extended (self->scenarios, id, NULL, &found))
    return found;

  if (up_catalog_find_card (self->catalog, id) != NULL)
    found = up_catalog_load_scenario (self->catalog, id, NULL);
  g_hash_table_insert (self->scenarios, g_strdup (id), found);

  return found;
}

/**
 * up_export_scenarios_load:
 * @self: scenarios
 * @attempt: an attempt
 * @changed: (out) (optional): whether only a part of it exists in its scenario as that is now
 *
 * Returns: (transfer full) (nullable): the attempt's run, or %NULL where it cannot be read
 */
UpRun *
up_export_scenarios_load (UpExportScenarios *self, UpEntry *attempt, gboolean *changed)
{
  UpScenario *scenario = up_export_scenarios_find (self, up_entry_get_subject (attempt));
  g_autoptr (JsonNode) saved = scenario != NULL ? up_entry_load_run (attempt) : NULL;

  if (changed != NULL)
    *changed = FALSE;

  return saved != NULL ? up_run_load (scenario, saved, changed, NULL) : NULL;
}

/**
 * up_export_list_steps:
 * @run: a run
 *
 * Returns: (transfer full) (element-type UpStep): all its steps by their numbers
 */
GPtrArray *
up_export_list_steps (UpRun *run)
{
  GPtrArray *steps = g_ptr_array_new ();

  for (guint number = 1; steps->len < up_run_get_n_steps (run); number++)
    {
      const UpStep *step = up_run_find_step (run, number);

      if (step != NULL)
        g_ptr_array_add (steps, (gpointer) step);
    }

  return steps;
}

/**
 * up_export_make_tag:
 * @language: (nullable): what is thought to be a BCP 47 tag
 *
 * Returns: (transfer full): @language, where it is of the form of a tag, or `und` for a language that
 *   is not known (RFC 5646, section 4.1)
 */
char *
up_export_make_tag (const char *language)
{
  /* Of the tags that RFC 5646 allows, those of living languages. */
  if (language != NULL && g_regex_match_simple ("^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
                                                "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$",
                                                language, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT))
    return g_strdup (language);

  return g_strdup ("und");
}

/**
 * up_export_make_uuid:
 * @url: a URL that names something
 *
 * Returns: (transfer full): the UUID that this URL always has (RFC 9562, section 5.5)
 */
char *
up_export_make_uuid (const char *url)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 hash[20];
  gsize length = sizeof hash;

  g_return_val_if_fail (url != NULL, NULL);

  g_checksum_update (checksum, url_namespace, sizeof url_namespace);
  g_checksum_update (checksum, (const guchar *) url, -1);
  g_checksum_get_digest (checksum, hash, &length);
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
                          hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14],
                          hash[15]);
}

/**
 * up_export_select:
 * @entries: (element-type UpEntry): a journal's entries, newest first
 * @since: in seconds since 1970, or 0 for everything
 *
 * Returns: (transfer full) (element-type UpEntry): those made at @since or later, newest first
 */
GPtrArray *
up_export_select (GListModel *entries, gint64 since)
{
  GPtrArray *selected;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), NULL);

  selected = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (entries);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);

      if (since == 0 || up_entry_get_date (entry) >= since)
        g_ptr_array_add (selected, g_steal_pointer (&entry));
    }

  return selected;
}

/* A field as RFC 4180 has it, always between quotation marks. A spreadsheet takes what begins with one
 * of these characters for a formula, quoted or not, and runs it; behind an apostrophe it is text
 * (OWASP, “CSV Injection”). */
static void
append_field (GString *csv, const char *text)
{
  static const gunichar formulas[] = { '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) field = g_string_new (NULL);
  const char *start;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (field, g_unichar_iscntrl (character) ? ' ' : character);
    }
  start = g_strstrip (field->str);

  g_string_append_c (csv, '"');
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (g_utf8_get_char (start) == formulas[i])
      g_string_append_c (csv, '\'');
  for (const char *c = start; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

/**
 * up_export_completion:
 * @entries: (element-type UpEntry): entries, newest first
 *
 * Says which scenarios were gone through, when and for how long, and nothing else: for whoever has a
 * right to know that much. The oldest attempt stands first.
 *
 * Returns: (transfer full): the list as CSV (RFC 4180) in UTF-8
 */
char *
up_export_completion (GPtrArray *entries)
{
  GString *csv;

  g_return_val_if_fail (entries != NULL, NULL);

  /* Without the mark at the start, some spreadsheets take UTF-8 for something else. */
  csv = g_string_new ("\ufeff");
  append_field (csv, C_ ("column", "Title"));
  g_string_append_c (csv, ',');
  append_field (csv, C_ ("column", "Date"));
  g_string_append_c (csv, ',');
  append_field (csv, C_ ("column", "Minutes"));
  g_string_append (csv, "\r\n");

  for (guint i = entries->len; i-- > 0;)
    {
      UpEntry *entry = g_ptr_array_index (entries, i);
      const char *title = up_entry_get_title (entry);
      g_autoptr (GDateTime) date = NULL;
      g_autofree char *day = NULL;

      if (up_entry_get_kind (entry) != UP_ENTRY_ATTEMPT)
        continue;

      if (up_entry_get_date (entry) != 0)
        date = g_date_time_new_from_unix_local (up_entry_get_date (entry));
      if (date != NULL)
        day = g_date_time_format (date, "%Y-%m-%d");

      append_field (csv, title != NULL ? title : up_entry_get_subject (entry));
      g_string_append_printf (csv, ",%s,", day != NULL ? day : "");
      if (up_entry_get_minutes (entry) > 0)
        g_string_append_printf (csv, "%u", up_entry_get_minutes (entry));
      g_string_append (csv, "\r\n");
    }

  return g_string_free (csv, FALSE);
}
