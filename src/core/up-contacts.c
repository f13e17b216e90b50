/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-contacts-private.h"
#include "up-content-reader.h"

#include <glib/gi18n-lib.h>

/* Below each of the system's data folders. */
#define FOLDER "upstander"
#define NAME "contacts.json"

/* Twenty contacts, each as long as they may be, and room for anybody's way of writing JSON. */
#define MOST_BYTES (64 * 1024)

/* How much is read, so that one that is too large can be told its size, if not any size. */
#define READ_BYTES (1024 * 1024)

G_DEFINE_FINAL_TYPE (UpContacts, up_contacts, G_TYPE_OBJECT)

static void
up_contacts_finalize (GObject *object)
{
  UpContacts *self = UP_CONTACTS (object);

  g_clear_pointer (&self->arena, up_arena_unref);
  g_free (self->file);
  g_free (self->trouble);

  G_OBJECT_CLASS (up_contacts_parent_class)->finalize (object);
}

static void
up_contacts_class_init (UpContactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_contacts_finalize;
}

static void
up_contacts_init (UpContacts *self)
{
}

static GBytes *
load_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *text = NULL;
  gsize length;

  /* Opening a pipe would wait for somebody to write to it. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("it is not a file"));
      return NULL;
    }

  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  text = g_malloc (READ_BYTES);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, READ_BYTES, &length, NULL, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&text), length);
}

static char *
describe_problem (const char *name, const UpProblem *problem)
{
  g_autofree char *description = up_problem_describe (problem);

  /* Translators: a file's name, the place in it, and a sentence or two that say what is wrong there
   * and what should stand there. */
  return g_strdup_printf (_ ("The contacts in “%s” cannot be shown. Line %u, column %u: %s Whoever "
                             "installed the file can mend it."),
                          name, MAX (problem->line, 1), MAX (problem->column, 1), description);
}

static UpContacts *
load (UpCatalog *catalog, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *trouble = NULL;
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_file (path, &error);
  UpContacts *self = NULL;

  if (bytes == NULL)
    {
      /* Translators: a file's name, then what the system says. */
      trouble =
        g_strdup_printf (_ ("The contacts in “%s” cannot be read: %s. Whoever installed the "
                            "file can mend that."),
                         name, error->message);
    }
  else
    {
      g_autoptr (UpContentReader) reader = up_content_reader_new ();
      UpContentLimits limits = up_content_default_limits;
      UpCheckContext context = up_catalog_get_check_context (catalog);

      limits.bytes = MOST_BYTES;
      up_content_reader_set_limits (reader, &limits);
      self = up_content_reader_read_contacts (reader, bytes, name, &context, problems, NULL);
      if (self == NULL)
        trouble = describe_problem (name, g_ptr_array_index (problems, 0));
    }

  if (self == NULL)
    self = g_object_new (UP_TYPE_CONTACTS, NULL);
  self->file = g_strdup (path);
  self->trouble = g_steal_pointer (&trouble);

  return self;
}

/**
 * up_contacts_load_from: (skip)
 * @catalog: the content, for the contacts that the support page has a place for
 * @folders: (array zero-terminated=1): data folders, the most important first
 *
 * Like up_contacts_load_preset(), from other folders.
 *
 * Returns: (transfer full): contacts
 */
UpContacts *
up_contacts_load_from (UpCatalog *catalog, const char *const *folders)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], FOLDER, NAME, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return load (catalog, path);
    }

  return g_object_new (UP_TYPE_CONTACTS, NULL);
}

/**
 * up_contacts_load_preset:
 * @catalog: the content, for the contacts that the support page has a place for
 *
 * Reads the contacts that an organisation presets: `upstander/contacts.json` in the first of
 * g_get_system_data_dirs() that has one (the first is the most important: XDG Base Directory
 * Specification 0.8). It is a few kilobytes, read at once, when the support page is opened. A file
 * that cannot be used gives no contacts and says so through up_contacts_get_trouble(); one in a
 * less important folder does not stand in for it.
 *
 * Returns: (transfer full): the contacts, none where there is no file
 */
UpContacts *
up_contacts_load_preset (UpCatalog *catalog)
{
  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  return up_contacts_load_from (catalog, g_get_system_data_dirs ());
}

/**
 * up_contacts_get_file:
 * @self: contacts
 *
 * Returns: (transfer none) (nullable) (type filename): the file they come from, or %NULL where
 *   there is none
 */
const char *
up_contacts_get_file (UpContacts *self)
{
  g_return_val_if_fail (UP_IS_CONTACTS (self), NULL);

  return self->file;
}

/**
 * up_contacts_get_trouble:
 * @self: contacts
 *
 * Returns: (transfer none) (nullable): sentences that say which file cannot be used, what is wrong
 *   with it, at which place, and what should stand there; %NULL where nothing is wrong
 */
const char *
up_contacts_get_trouble (UpContacts *self)
{
  g_return_val_if_fail (UP_IS_CONTACTS (self), NULL);

  return self->trouble;
}

/**
 * up_contacts_get_n_contacts:
 * @self: contacts
 *
 * Returns: how many the organisation presets
 */
guint
up_contacts_get_n_contacts (UpContacts *self)
{
  g_return_val_if_fail (UP_IS_CONTACTS (self), 0);

  return self->n_contacts;
}

/**
 * up_contacts_get_contact:
 * @self: contacts
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a contact, which lives as long as @self
 */
const UpContact *
up_contacts_get_contact (UpContacts *self, guint i)
{
  g_return_val_if_fail (UP_IS_CONTACTS (self), NULL);
  g_return_val_if_fail (i < self->n_contacts, NULL);

  return &self->contacts[i];
}

/**
 * up_contacts_find_contact:
 * @self: contacts
 * @id: a contact's id
 *
 * Returns: (transfer none) (nullable): what the organisation presets for it; lives as long as @self
 */
const UpContact *
up_contacts_find_contact (UpContacts *self, const char *id)
{
  g_return_val_if_fail (UP_IS_CONTACTS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->n_contacts; i++)
    if (g_str_equal (self->contacts[i].id, id))
      return &self->contacts[i];

  return NULL;
}

/**
 * up_contacts_get_text:
 * @self: contacts
 * @journal: what the person wrote
 * @id: a contact's id
 * @own: (out) (optional): whether it is what the person wrote
 *
 * Gives what to show for a contact: what the person wrote wins over what the organisation presets.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where nobody wrote any
 */
const char *
up_contacts_get_text (UpContacts *self, UpJournal *journal, const char *id, gboolean *own)
{
  const UpContact *preset;
  const char *text;

  g_return_val_if_fail (UP_IS_CONTACTS (self), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  text = up_journal_get_contact (journal, id);
  if (own != NULL)
    *own = text != NULL;
  if (text != NULL)
    return text;

  preset = up_contacts_find_contact (self, id);

  return preset != NULL ? preset->text : NULL;
}
