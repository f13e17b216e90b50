/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-catalog.h"
#include "up-content-reader.h"
#include "up-own-phrase.h"
#include "up-test-journal.h"

static void
assert_text (UpPhrase *phrase, const char *text, const char *shown)
{
  g_autofree char *filled = up_phrase_fill (phrase, NULL);

  g_assert_cmpstr (up_phrase_get_text (phrase).text, ==, text);
  g_assert_cmpstr (filled, ==, shown);
}

/* What a person types becomes what the library has, and comes back as it was typed. */
static void
test_typed (void)
{
  static const struct
  {
    const char *typed, *text, *shown, *again;
  } cases[] = {
    { "Not that.", "Not that.", "Not that.", "Not that." },
    { " When you said\t“{ what was  said }”,\n{name} … ", "When you said “{blank-1}”, {blank-2} …",
      "When you said “[what was said]”, [name] …", "When you said “{what was said}”, {name} …" },
    { "{a}, {b}, {a}", "{blank-1}, {blank-2}, {blank-1}", "[a], [b], [a]", "{a}, {b}, {a}" },
    { "{blank-2}: {x}", "{blank-1}: {blank-2}", "[blank-2]: [x]", "{blank-2}: {x}" },
    { "{she|he}?", "{blank-1}?", "[she|he]?", "{she|he}?" },
    { "\u202eقل «{الاسم}»\u2069\a.", "قل «{blank-1}».", "قل «[الاسم]».", "قل «{الاسم}»." },
    { "\u00a0Non\u00a0!\u00a0", "Non\u00a0!", "Non\u00a0!", "Non\u00a0!" },
    { "A broken \xff byte", "A broken \xef\xbf\xbd byte", "A broken \xef\xbf\xbd byte",
      "A broken \xef\xbf\xbd byte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UpPhrase) phrase =
        up_own_phrase_new ("en", "buy-time", UP_LEAN_IN, cases[i].typed, "  ");
      g_autofree char *again = up_own_phrase_get_typed (phrase);

      assert_text (phrase, cases[i].text, cases[i].shown);
      g_assert_cmpstr (again, ==, cases[i].again);
      g_assert_true (up_phrase_is_own (phrase));
      g_assert_false (up_text_is_set (up_phrase_get_note (phrase)));
      g_assert_cmpint (up_phrase_get_address (phrase), ==, -1);
    }
}

static void
test_faults (void)
{
  g_autofree char *long_text = g_strnfill (UP_OWN_PHRASE_MAX_TEXT + 1, 'x');
  g_autofree char *long_label = g_strnfill (UP_OWN_PHRASE_MAX_LABEL + 1, 'x');
  g_autofree char *long_blank = g_strdup_printf ("A {%s}", long_label);
  const struct
  {
    const char *typed;
    UpOwnPhraseFault fault;
  } cases[] = {
    { "", UP_OWN_PHRASE_EMPTY },
    { " \n\t ", UP_OWN_PHRASE_EMPTY },
    { "{only}", UP_OWN_PHRASE_EMPTY },
    { "{a} {b}", UP_OWN_PHRASE_EMPTY },
    { "A {blank", UP_OWN_PHRASE_OPEN },
    { "A blank}", UP_OWN_PHRASE_OPEN },
    { "A {b{lank}", UP_OWN_PHRASE_OPEN },
    { "A {}", UP_OWN_PHRASE_UNLABELLED },
    { "A { \t}", UP_OWN_PHRASE_UNLABELLED },
    { "{a}{b}{c}{d}{e}{f}{g}{h}{i} x", UP_OWN_PHRASE_GOOD },
    { "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j} x", UP_OWN_PHRASE_MANY_BLANKS },
    { long_text, UP_OWN_PHRASE_TOO_LONG },
    { long_text + 1, UP_OWN_PHRASE_GOOD },
    { long_blank, UP_OWN_PHRASE_TOO_LONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (up_own_phrase_check (cases[i].typed), ==, cases[i].fault);
      g_assert_true ((up_own_phrase_describe (cases[i].fault) == NULL) ==
                     (cases[i].fault == UP_OWN_PHRASE_GOOD));
    }
}

/* The filled sentence: what is typed goes in as it is, and what is not filled stays marked. */
static void
test_fill (void)
{
  g_autoptr (UpPhrase) phrase =
    up_own_phrase_new ("en", "buy-time", UP_LEAN_IN, "{who}, “{what}” … {who}", NULL);
  g_autoptr (GHashTable) filled = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *half = NULL;
  g_autofree char *whole = NULL;

  g_hash_table_insert (filled, (char *) "blank-1", (char *) " {blank-2} ");
  g_hash_table_insert (filled, (char *) "blank-2", (char *) "  ");
  half = up_phrase_fill (phrase, filled);
  g_assert_cmpstr (half, ==, "{blank-2}, “[what]” … {blank-2}");

  g_hash_table_insert (filled, (char *) "blank-2", (char *) "$&\\1 [who]");
  whole = up_phrase_fill (phrase, filled);
  g_assert_cmpstr (whole, ==, "{blank-2}, “$&\\1 [who]” … {blank-2}");
}

static void
assert_same (UpPhrase *one, UpPhrase *other)
{
  g_assert_cmpstr (up_phrase_get_move (one), ==, up_phrase_get_move (other));
  g_assert_cmpint (up_phrase_get_lean (one), ==, up_phrase_get_lean (other));
  g_assert_cmpstr (up_phrase_get_text (one).text, ==, up_phrase_get_text (other).text);
  g_assert_cmpstr (up_phrase_get_text (one).language, ==, up_phrase_get_text (other).language);
  g_assert_cmpstr (up_phrase_get_note (one).text, ==, up_phrase_get_note (other).text);
  g_assert_cmpuint (up_phrase_get_n_blanks (one), ==, up_phrase_get_n_blanks (other));
  for (guint i = 0; i < up_phrase_get_n_blanks (one); i++)
    {
      g_assert_cmpstr (up_phrase_get_blank (one, i)->id, ==, up_phrase_get_blank (other, i)->id);
      g_assert_cmpstr (up_phrase_get_blank (one, i)->label.text, ==,
                       up_phrase_get_blank (other, i)->label.text);
    }
}

/* Whatever may be kept, what is exported is read again, by the strict reader of all content. */
static void
test_export (Fixture *self, gconstpointer data)
{
  static const char *const typed[] = {
    "Plain.",
    "With “{a blank}”, \\ and \"{another}\"",
    "\u202eقل «{ما قيل}» \u2067مرة أخرى",
    "{谁}，等一下。",
    "\tA\nlot\r\nof \u2028 space ",
    "{she|he} or {a|b|c}",
  };
  static const char *const languages[] = { "en", "pt-BR", "ar", "zh-Hans", "fr", "de" };
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpCheckContext context = up_catalog_get_check_context (catalog);
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autofree char *long_text = g_strnfill (UP_OWN_PHRASE_MAX_TEXT, 'x');
  g_autofree char *long_note = g_strnfill (UP_OWN_PHRASE_MAX_NOTE + 9, 'x');
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (UpDocument) document = NULL;
  g_autofree char *markdown = NULL;
  char *json;

  for (guint i = 0; i <= G_N_ELEMENTS (typed); i++)
    {
      gboolean more = i < G_N_ELEMENTS (typed);
      g_autoptr (UpPhrase) phrase =
        up_own_phrase_new (more ? languages[i] : "hi", i % 2 == 0 ? "buy-time" : "ask-worry", i % 3,
                           more ? typed[i] : long_text, i == 0 ? NULL : long_note);

      up_journal_add_phrase (self->journal, phrase);
    }
  for (guint i = 0; i <= G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (up_journal_get_phrases (self->journal), i);

      g_assert_cmpstr (up_phrase_get_id (up_entry_get_phrase (entry)), ==, up_entry_get_id (entry));
      g_ptr_array_add (phrases, up_entry_get_phrase (entry));
    }

  json = up_own_phrases_to_json (phrases);
  bytes = g_bytes_new_take (json, strlen (json));
  read = up_content_reader_read_own_phrases (reader, bytes, "own.json", &context, problems, &error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *problem = up_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", problem);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (read->len, ==, phrases->len);
  for (guint i = 0; i < read->len; i++)
    assert_same (g_ptr_array_index (read, i), g_ptr_array_index (phrases, i));

  document = up_own_phrases_to_document (phrases, up_catalog_get_moves (catalog));
  markdown = up_document_to_markdown (document);
  for (guint i = 0; i < phrases->len; i++)
    {
      UpMove *move =
        up_catalog_find_move (catalog, up_phrase_get_move (g_ptr_array_index (phrases, i)));

      g_assert_nonnull (strstr (markdown, up_move_get_title (move).text));
    }
  g_assert_nonnull (strstr (markdown, "Plain."));
  g_assert_nonnull (strstr (markdown, "等一下"));
}

/* A file that is wrong says where, and nothing of it is taken. */
static void
test_import_problems (Fixture *self, gconstpointer data)
{
#define FILE(phrase) "{\"format\": \"upstander-own-phrases/1\", \"phrases\": [\n" phrase "\n]}\n"
#define START "{\"id\": \"a\", \"language\": \"en\", \"move\": \"buy-time\", \"lean\": \"in\", "
  static const struct
  {
    const char *text, *path, *message;
  } cases[] = {
    { FILE (START "\"text\": \"x {a}\"}"), "$.phrases[0]", "blanks" },
    { FILE (START "\"text\": \"x {a}\", \"blanks\": [{\"id\": \"b\", \"label\": \"B\"}]}"),
      "$.phrases[0].text", "not declared" },
    { FILE (START "\"text\": \"x {a}\", \"blanks\": [{\"id\": \"a\", \"label\": \"A\"},"
                  "{\"id\": \"b\", \"label\": \"B\"}]}"),
      "$.phrases[0].blanks[1]", "not in the phrase" },
    { FILE (START "\"text\": \"x\"},\n" START "\"text\": \"y\"}"), "$.phrases[1].id", "twice" },
    { FILE (START "\"text\": \"\"}"), "$.phrases[0].text", "" },
    { FILE ("{\"id\": \"a\", \"language\": \"en\", \"move\": \"nowhere\", \"lean\": \"in\", "
            "\"text\": \"x\"}"),
      "$.phrases[0].move", "no such move" },
    { FILE ("{\"id\": \"a\", \"language\": \"English\", \"move\": \"buy-time\", \"lean\": \"in\", "
            "\"text\": \"x\"}"),
      "$.phrases[0].language", "" },
    { "{\"format\": \"upstander-phrases/1\"}", "$.format", "" },
    { "{", "$", "" },
  };
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpCheckContext context = up_catalog_get_check_context (catalog);
  g_autoptr (UpContentReader) reader = up_content_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
      g_autoptr (GError) error = NULL;
      gboolean found = FALSE;

      g_assert_null (
        up_content_reader_read_own_phrases (reader, bytes, "own.json", &context, problems, &error));
      g_assert_nonnull (error);
      for (guint j = 0; j < problems->len; j++)
        {
          UpProblem *problem = g_ptr_array_index (problems, j);

          g_test_message ("%s: %s", problem->path, problem->message);
          found = found || (g_str_equal (problem->path, cases[i].path) && problem->line > 0 &&
                            strstr (problem->message, cases[i].message) != NULL);
        }
      g_assert_true (found);
    }
}

static const char *
get_text (Fixture *self, const char *id)
{
  UpEntry *entry = up_journal_find_phrase (self->journal, id);

  return entry != NULL ? up_phrase_get_text (up_entry_get_phrase (entry)).text : NULL;
}

/* Added, changed, erased and restored, each of it found again by the next process. */
static void
test_journal (Fixture *self, gconstpointer data)
{
  g_autoptr (UpPhrase) one = up_own_phrase_new ("en", "buy-time", UP_LEAN_IN, "One {a}", "n");
  g_autoptr (UpPhrase) two = up_own_phrase_new ("ar", "ask-worry", UP_LEAN_OUT, "Two", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (UpEntry) entry = NULL;
  guint changes = 0;

  g_signal_connect_swapped (up_journal_get_phrases (self->journal), "items-changed",
                            G_CALLBACK (test_count), &changes);
  first = g_strdup (up_journal_add_phrase (self->journal, one));
  second = g_strdup (up_journal_add_phrase (self->journal, one));
  g_assert_cmpstr (first, !=, second);
  up_journal_edit_phrase (self->journal, second, two);
  g_assert_cmpuint (changes, ==, 3);
  g_assert_cmpstr (get_text (self, first), ==, "One {blank-1}");
  g_assert_cmpstr (get_text (self, second), ==, "Two");

  /* They are not among what was done day by day. */
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_entries (self->journal)), ==, 0);
  g_assert_null (up_journal_find_entry (self->journal, first));

  test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_phrases (self->journal)), ==, 2);
  g_assert_cmpstr (get_text (self, second), ==, "Two");

  /* What was superseded does not stay on the disk for long, what is erased not at all. */
  text = test_read_file (self->folder, UP_JOURNAL_PHRASES);
  g_assert_null (strstr (strchr (strchr (text, '\n') + 1, '\n') + 1, "\n"));
  up_journal_set_favourite (self->journal, first, TRUE);
  draft = g_strconcat ("own-phrase/", first, NULL);
  up_journal_set_draft (self->journal, draft, "Half-written");
  entry = g_object_ref (up_journal_find_phrase (self->journal, first));
  g_assert_true (up_journal_erase_phrase (self->journal, up_entry_get_id (entry)));
  g_assert_false (up_journal_erase_phrase (self->journal, first));
  g_assert_false (up_journal_is_favourite (self->journal, first));
  g_assert_null (up_journal_get_draft (self->journal, draft));
  test_assert_flushed (self->journal);
  g_free (text);
  text = test_read_file (self->folder, UP_JOURNAL_PHRASES);
  g_assert_null (strstr (text, "One"));

  up_journal_restore_phrase (self->journal, entry);
  up_journal_restore_phrase (self->journal, entry);
  test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_phrases (self->journal)), ==, 2);
  g_assert_cmpstr (get_text (self, first), ==, "One {blank-1}");

  /* Everything erased includes them, and everything put back. */
  {
    g_autoptr (UpJournalRemains) remains = up_journal_take_all (self->journal, NULL);

    g_assert_nonnull (remains);
    g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_phrases (self->journal)), ==, 0);
    test_assert_files (self, "lock");
    up_journal_put_back (self->journal, g_steal_pointer (&remains));
  }
  test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (up_journal_get_phrases (self->journal)), ==, 2);
}

/* Phrases that were written while the disk could not be are written as soon as it can. */
static void
test_retry (Fixture *self, gconstpointer data)
{
  g_autoptr (UpPhrase) phrase = up_own_phrase_new ("en", "buy-time", UP_LEAN_IN, "Later", NULL);
  g_autofree char *kept = g_strdup (up_journal_add_phrase (self->journal, phrase));
  g_autofree char *added = NULL;
  g_autofree char *gone = NULL;

  gone = g_strdup (up_journal_add_phrase (self->journal, phrase));
  test_assert_flushed (self->journal);
  disk.fault[DISK_FSYNC] = EIO;
  added = g_strdup (up_journal_add_phrase (self->journal, phrase));
  up_journal_erase_phrase (self->journal, gone);
  test_assert_not_flushed (self->journal, UP_JOURNAL_ERROR_STORAGE);
  disk.fault[DISK_FSYNC] = 0;
  up_journal_retry (self->journal);
  test_assert_flushed (self->journal);

  test_reopen (self);
  g_assert_nonnull (up_journal_find_phrase (self->journal, kept));
  g_assert_nonnull (up_journal_find_phrase (self->journal, added));
  g_assert_null (up_journal_find_phrase (self->journal, gone));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-phrase/typed", test_typed);
  g_test_add_func ("/own-phrase/faults", test_faults);
  g_test_add_func ("/own-phrase/fill", test_fill);
#define ADD(path, test)                                                                            \
  g_test_add ("/own-phrase/" path, Fixture, NULL, test_set_up, test, test_tear_down)
  ADD ("export", test_export);
  ADD ("import-problems", test_import_problems);
  ADD ("journal", test_journal);
  ADD ("retry", test_retry);
#undef ADD

  return g_test_run ();
}
