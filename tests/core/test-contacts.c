/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-contacts-private.h"
#include "up-test-disk.h"
#include "up-test-sample.h"

#include <glib/gstdio.h>

#define CONTACTS(list)                                                                             \
  "{\n  \"format\": \"upstander-contacts/1\",\n  \"contacts\": [\n" list "\n]}\n"

typedef struct
{
  UpCatalog *catalog;
  char *folder;
  char *folders[4]; /* data folders, and where the list ends */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->catalog = up_catalog_new ("en");
  self->folder = g_dir_make_tmp ("upstander-XXXXXX", &error);
  g_assert_no_error (error);
  self->folders[0] = g_build_filename (self->folder, "missing", NULL);
  self->folders[1] = g_build_filename (self->folder, "first", NULL);
  self->folders[2] = g_build_filename (self->folder, "second", NULL);
}

static char *
get_path (Fixture *self, guint i)
{
  return g_build_filename (self->folders[i], "upstander", "contacts.json", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = get_path (self, i);
      g_autofree char *folder = g_path_get_dirname (path);

      g_remove (path);
      g_rmdir (folder);
      g_rmdir (self->folders[i]);
      g_free (self->folders[i]);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_object_unref (self->catalog);
}

static void
write_file (Fixture *self, guint i, const char *text, gssize length)
{
  g_autofree char *path = get_path (self, i);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static UpContacts *
load (Fixture *self)
{
  return up_contacts_load_from (self->catalog, (const char *const *) self->folders);
}

static void
test_none (Fixture *self, gconstpointer data)
{
  g_autoptr (UpContacts) contacts = load (self);

  g_assert_cmpuint (up_contacts_get_n_contacts (contacts), ==, 0);
  g_assert_null (up_contacts_get_file (contacts));
  g_assert_null (up_contacts_get_trouble (contacts));
  g_assert_null (up_contacts_find_contact (contacts, "at-work"));
}

/* The first folder that has the file wins. */
static void
test_preset (Fixture *self, gconstpointer data)
{
  g_autoptr (UpContacts) contacts = NULL;
  g_autofree char *path = get_path (self, 1);
  const UpContact *contact;

  write_file (self, 2, CONTACTS ("{\"id\": \"at-work\", \"text\": \"Second\"}"), -1);
  write_file (self, 1,
              CONTACTS ("{\"id\": \"at-work\", \"text\": \"Room 2.14\"},"
                        "{\"id\": \"ombud\", \"title\": \"The ombudsperson\", \"text\": \"Ana\"}"),
              -1);
  contacts = load (self);

  g_assert_null (up_contacts_get_trouble (contacts));
  g_assert_cmpstr (up_contacts_get_file (contacts), ==, path);
  g_assert_cmpuint (up_contacts_get_n_contacts (contacts), ==, 2);
  contact = up_contacts_find_contact (contacts, "at-work");
  g_assert_cmpstr (contact->text, ==, "Room 2.14");
  g_assert_null (contact->title);
  contact = up_contacts_get_contact (contacts, 1);
  g_assert_cmpstr (contact->id, ==, "ombud");
  g_assert_cmpstr (contact->title, ==, "The ombudsperson");
}

static void
assert_trouble (Fixture *self, const char *place, const char *words)
{
  g_autoptr (UpContacts) contacts = load (self);
  g_autofree char *path = get_path (self, 1);
  const char *trouble = up_contacts_get_trouble (contacts);

  g_assert_nonnull (trouble);
  g_test_message ("%s", trouble);
  g_assert_nonnull (strstr (trouble, path));
  g_assert_nonnull (strstr (trouble, place));
  g_assert_nonnull (strstr (trouble, words));
  g_assert_cmpuint (up_contacts_get_n_contacts (contacts), ==, 0);
}

/* It says which file, where, and what should stand there. */
static void
test_trouble (Fixture *self, gconstpointer data)
{
  g_autofree char *huge = g_malloc (100000);

  /* One that is sound and matters less does not stand in. */
  write_file (self, 2, CONTACTS ("{\"id\": \"at-work\", \"text\": \"Second\"}"), -1);

  write_file (self, 1, CONTACTS ("{\"id\": \"at-work\", \"text\": \"\"}"), -1);
  assert_trouble (self, "Line 4, column 27", "The text is empty");
  write_file (self, 1, CONTACTS ("{\"id\": \"at-work\", \"text\": \"A\", \"phone\": 1}"), -1);
  assert_trouble (self, "Line 4, column 41", "“phone” is not known here");
  write_file (self, 1, CONTACTS ("{\"id\": \"new-one\", \"text\": \"A\"}"), -1);
  assert_trouble (self, "Line 4, column 8", "Expected: the id of a contact of the support page");
  write_file (self, 1, "{\n  \"format\": \"upstander-contacts/2\"\n}", -1);
  assert_trouble (self, "Line 2, column 13", "“upstander-contacts/1”");
  write_file (self, 1, "{\n  'format'\n}", -1);
  assert_trouble (self, "Line 2, column 3", "straight double quotes");
  write_file (self, 1, "", 0);
  assert_trouble (self, "Line 1, column 1", "Whoever installed the file");
  write_file (self, 1, "\"\xff\"", -1);
  assert_trouble (self, "Line 1, column 2", "not UTF-8");

  memset (huge, ' ', 100000);
  write_file (self, 1, huge, 100000);
  assert_trouble (self, "Line 1", "The file has 97.7");
}

static void
test_not_a_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = get_path (self, 1);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  assert_trouble (self, "cannot be read", "it is not a file");
}

/* A contact that the support page has no place for needs a title; nothing is said of that where nobody
 * knows what the page has. */
static void
test_titles (Fixture *self, gconstpointer data)
{
  static const char text[] = CONTACTS ("{\"id\": \"new-one\", \"text\": \"A\"}");
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = up_test_new_problems ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UpContacts) contacts = NULL;
  g_autoptr (UpScenario) scenario = NULL;
  UpCheckContext context = up_catalog_get_check_context (self->catalog);

  contacts = up_content_reader_read_contacts (reader, bytes, "a", NULL, problems, &error);
  g_assert_no_error (error);
  g_assert_nonnull (contacts);

  g_assert_false (
    up_content_reader_read_any (reader, bytes, "a", &context, problems, &scenario, &error));
  g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (up_test_has_problem (problems, "$.contacts[0].id", "needs a title"));
}

/* What the person writes wins, and taking it away brings the organisation's back. */
static void
test_own (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = test_make_folder ();
  g_autoptr (UpJournal) journal = test_open (folder);
  g_autoptr (UpContacts) contacts = NULL;
  gboolean own = TRUE;

  write_file (self, 1, CONTACTS ("{\"id\": \"at-work\", \"text\": \"Room 2.14\"}"), -1);
  contacts = load (self);

  g_assert_cmpstr (up_contacts_get_text (contacts, journal, "at-work", &own), ==, "Room 2.14");
  g_assert_false (own);
  g_assert_null (up_contacts_get_text (contacts, journal, "helpline", &own));
  g_assert_false (own);

  up_journal_set_contact (journal, "at-work", "Mine");
  up_journal_set_contact (journal, "helpline", "Mine too");
  g_assert_cmpstr (up_contacts_get_text (contacts, journal, "at-work", &own), ==, "Mine");
  g_assert_true (own);
  g_assert_cmpstr (up_contacts_get_text (contacts, journal, "helpline", NULL), ==, "Mine too");

  up_journal_set_contact (journal, "at-work", NULL);
  g_assert_cmpstr (up_contacts_get_text (contacts, journal, "at-work", &own), ==, "Room 2.14");
  g_assert_false (own);

  g_clear_object (&journal);
  test_remove_folder (folder);
}

/* The system's folders are those that are looked into. */
static void
test_system (Fixture *self, gconstpointer data)
{
  g_autoptr (UpContacts) contacts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
    g_build_filename (g_get_system_data_dirs ()[0], "upstander", "contacts.json", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, CONTACTS ("{\"id\": \"helpline\", \"text\": \"Any\"}"), -1, &error);
  g_assert_no_error (error);

  contacts = up_contacts_load_preset (self->catalog);
  g_assert_cmpstr (up_contacts_get_file (contacts), ==, path);
  g_assert_nonnull (up_contacts_find_contact (contacts, "helpline"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name) g_test_add ("/contacts/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (none);
  ADD (preset);
  ADD (trouble);
  ADD (not_a_file);
  ADD (titles);
  ADD (own);
  ADD (system);

  return g_test_run ();
}
