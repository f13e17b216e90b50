/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-catalog-private.h"
#include "up-test-sample.h"

#include <locale.h>

#define MOMENT(id, more)                                                                           \
  "{\"id\": \"" id "\", \"role\": \"called\", \"situation\": \"It happens.\","                     \
  " \"prompt\": \"What now?\", \"moves\": [\"repair\", \"buy-time\"],"                             \
  " \"listenFor\": [\"One\", \"Two\", \"Three\"], \"reply\": \"Oh.\", \"goOn\": \"Go on.\"" more   \
  "}"
#define MOMENTS(list) "{\"format\": \"upstander-moments/1\", \"moments\": [" list "]}"

#define SUPPORT                                                                                    \
  "{\"format\": \"upstander-support/1\", \"title\": \"Care\", \"blocks\": ["                       \
  "{\"id\": \"close\", \"title\": \"Close\", \"text\": [\"Stop.\", \"Breathe.\"]}],"               \
  " \"contacts\": [{\"id\": \"friend\", \"title\": \"A friend\", \"hint\": \"Who listens\"},"      \
  " {\"id\": \"office\", \"title\": \"An office\", \"hint\": \"Who decides\"}]}"

static void
assert_text (UpText text, const char *words, const char *language)
{
  g_assert_cmpstr (text.text, ==, words);
  g_assert_cmpstr (text.language, ==, language);
}

static UpContentReader *
create_reader (const char *translated)
{
  UpContentReader *reader = up_content_reader_new ();

  if (translated != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (translated, strlen (translated));
      g_autoptr (UpTranslation) translation = up_translation_new ("es", bytes, NULL);

      g_assert_nonnull (translation);
      up_content_reader_set_translation (reader, translation);
    }

  return reader;
}

static void
test_moments (void)
{
  static const char text[] = MOMENTS (MOMENT ("a", "") "," MOMENT ("b", ""));
  g_autoptr (UpContentReader) reader =
    create_reader ("{\"moments/a/situation\": \"Ocurre.\", \"moments/a/listenFor/1\": \"Dos\","
                   "\"moments/b/goOn\": \"Sigue.\"}");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moments = NULL;
  g_autoptr (UpMoment) moment = NULL;

  moments = up_content_reader_read_moments (reader, bytes, "moments.json", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moments->len, ==, 2);
  assert_text (up_moment_get_go_on (g_ptr_array_index (moments, 1)), "Sigue.", "es");
  assert_text (up_moment_get_situation (g_ptr_array_index (moments, 1)), "It happens.", "en");

  /* A moment outlives the others. */
  moment = g_object_ref (g_ptr_array_index (moments, 0));
  g_clear_pointer (&moments, g_ptr_array_unref);

  g_assert_cmpstr (up_moment_get_id (moment), ==, "a");
  g_assert_cmpint (up_moment_get_role (moment), ==, UP_ROLE_CALLED);
  assert_text (up_moment_get_situation (moment), "Ocurre.", "es");
  assert_text (up_moment_get_prompt (moment), "What now?", "en");
  g_assert_cmpuint (up_moment_get_n_moves (moment), ==, 2);
  g_assert_cmpstr (up_moment_get_move (moment, 1), ==, "buy-time");
  g_assert_cmpuint (up_moment_get_n_listen_for (moment), ==, 3);
  assert_text (up_moment_get_listen_for (moment, 0), "One", "en");
  assert_text (up_moment_get_listen_for (moment, 1), "Dos", "es");
  assert_text (up_moment_get_reply (moment), "Oh.", "en");
  assert_text (up_moment_get_go_on (moment), "Go on.", "en");
}

static void
test_support (void)
{
  g_autoptr (UpContentReader) reader = create_reader (
    "{\"blocks/close/text/1\": \"Respira.\", \"contacts/office/hint\": \"Quien decide\"}");
  g_autoptr (GBytes) bytes = g_bytes_new_static (SUPPORT, strlen (SUPPORT));
  g_autoptr (GError) error = NULL;
  g_autoptr (UpSupport) support = NULL;
  const UpSupportBlock *block;
  const UpSupportContact *contact;

  support = up_content_reader_read_support (reader, bytes, "support.json", NULL, &error);
  g_assert_no_error (error);

  assert_text (up_support_get_title (support), "Care", "en");
  g_assert_cmpuint (up_support_get_n_blocks (support), ==, 1);
  block = up_support_get_block (support, 0);
  g_assert_cmpstr (block->id, ==, "close");
  assert_text (block->title, "Close", "en");
  g_assert_cmpuint (block->n_paragraphs, ==, 2);
  assert_text (block->paragraphs[0], "Stop.", "en");
  assert_text (block->paragraphs[1], "Respira.", "es");

  g_assert_cmpuint (up_support_get_n_contacts (support), ==, 2);
  g_assert_cmpstr (up_support_get_contact (support, 0)->id, ==, "friend");
  contact = up_support_find_contact (support, "office");
  g_assert_true (contact == up_support_get_contact (support, 1));
  assert_text (contact->title, "An office", "en");
  assert_text (contact->hint, "Quien decide", "es");
  g_assert_null (up_support_find_contact (support, "nobody"));
}

typedef gpointer (*ReadFunc) (UpContentReader *reader, GBytes *bytes, const char *name,
                              GPtrArray *problems, GError **error);

/* What is wrong is told, with its place, whether or not the schema is asked first; and a file that is
 * trusted and yet wrong crashes nothing. */
static void
test_problems (void)
{
  static const struct
  {
    ReadFunc read;
    const char *text;
    const char *path;
    gboolean shape; /* beyond what a schema is needed for */
  } cases[] = {
    { (ReadFunc) up_content_reader_read_moments, MOMENTS (MOMENT ("a", "") "," MOMENT ("a", "")),
      "$.moments[1].id", TRUE },
    { (ReadFunc) up_content_reader_read_moments, MOMENTS ("{\"id\": \"a\"}"), "$.moments[0]",
      FALSE },
    { (ReadFunc) up_content_reader_read_moments, MOMENTS ("1"), "$.moments[0]", TRUE },
    { (ReadFunc) up_content_reader_read_moments, "{\"format\": \"upstander-moments/1\"}", "$",
      FALSE },
    { (ReadFunc) up_content_reader_read_support,
      "{\"format\": \"upstander-support/1\", \"title\": \"T\", \"blocks\": [{\"id\": \"a\","
      " \"title\": \"A\", \"text\": \"No list\"}], \"contacts\": [{\"id\": \"a\", \"title\": \"A\","
      " \"hint\": \"H\"}]}",
      "$.blocks[0].text", TRUE },
    { (ReadFunc) up_content_reader_read_support, "{\"format\": \"upstander-support/1\"}", "$",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int trusted = 0; trusted < 2; trusted++)
      {
        g_autoptr (UpContentReader) reader = create_reader (NULL);
        g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
        g_autoptr (GPtrArray) problems = up_test_new_problems ();
        g_autoptr (GError) error = NULL;

        up_content_reader_set_trusted (reader, trusted);
        g_assert_null (cases[i].read (reader, bytes, "a", problems, &error));
        g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
        up_test_print_problems (problems);
        g_assert_cmpuint (problems->len, >, 0);
        if (!trusted || cases[i].shape)
          g_assert_true (up_test_has_problem (problems, cases[i].path, ""));
      }
}

/* What comes with the app is there in every language, and is read when it is asked for, not before. */
static void
test_bundled (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  const char *const *languages = up_catalog_get_languages (catalog);

  g_assert_null (catalog->moments);
  g_assert_null (catalog->support);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      GListModel *moments;
      guint n_of_role[UP_ROLE_LEADER + 1] = { 0 };

      up_catalog_set_language (catalog, languages[i]);
      g_assert_null (catalog->moments);
      g_assert_null (catalog->support);

      moments = up_catalog_get_moments (catalog);
      g_assert_true (g_list_model_get_item_type (moments) == UP_TYPE_MOMENT);
      for (guint j = 0; j < g_list_model_get_n_items (moments); j++)
        {
          g_autoptr (UpMoment) moment = g_list_model_get_item (moments, j);

          g_assert_true (up_catalog_find_moment (catalog, up_moment_get_id (moment)) == moment);
          g_assert_cmpuint (up_moment_get_n_listen_for (moment), ==, 3);
          for (guint k = 0; k < up_moment_get_n_moves (moment); k++)
            g_assert_nonnull (up_catalog_find_move (catalog, up_moment_get_move (moment, k)));
          n_of_role[up_moment_get_role (moment)]++;
        }
      for (guint j = 0; j < G_N_ELEMENTS (n_of_role); j++)
        g_assert_cmpuint (n_of_role[j], >, 0);
      g_assert_null (up_catalog_find_moment (catalog, "no-such"));

      g_assert_cmpuint (up_support_get_n_blocks (up_catalog_get_support (catalog)), >, 0);
      g_assert_nonnull (up_support_find_contact (up_catalog_get_support (catalog), "helpline"));
      g_assert_true (up_catalog_get_support (catalog) == up_catalog_get_support (catalog));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moments/moments", test_moments);
  g_test_add_func ("/moments/support", test_support);
  g_test_add_func ("/moments/problems", test_problems);
  g_test_add_func ("/moments/bundled", test_bundled);

  return g_test_run ();
}
