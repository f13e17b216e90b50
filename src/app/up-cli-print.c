/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-cli-print.h"

#include "up-cli-file.h"
#include "up-guide-document.h"
#include "up-journal.h"
#include "up-paper.h"
#include "up-phrase-cards.h"
#include "up-which-way-card.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char *output;
  char *language;
  char *paper;
  char *chapter;
  char **phrases;
  char **moves;
  gboolean favourites;
  UpCatalog *catalog;
} Print;

/* A document, or NULL where it was said what is wrong. */
typedef UpDocument *(*Compose) (Print *self);

static void
complain_of_id (const char *id)
{
  g_autofree char *complaint = g_strdup_printf (_ ("There is no “%s”."), id);

  fprintf (stderr, "%s\n", complaint);
}

/* What there is instead, a line each, so that the next try is the last. */
static void
list_id (const char *id, UpText title)
{
  fprintf (stderr, "  %s – %s\n", id, title.text);
}

static UpDocument *
compose_guide (Print *self)
{
  GListModel *guide;
  UpDocument *document = up_guide_compose_document (self->catalog, self->chapter);

  if (document != NULL)
    return document;

  complain_of_id (self->chapter);
  guide = G_LIST_MODEL (up_catalog_get_guide (self->catalog));
  for (guint i = 0; i < g_list_model_get_n_items (guide); i++)
    {
      g_autoptr (UpChapter) chapter = g_list_model_get_item (guide, i);

      list_id (up_chapter_get_id (chapter), up_chapter_get_title (chapter));
    }

  return NULL;
}

static UpDocument *
compose_card (Print *self)
{
  return up_which_way_compose_document (self->catalog, UP_WAY_ANSWERS_NONE);
}

static void
add_phrase (GPtrArray *phrases, UpPhrase *phrase)
{
  if (!g_ptr_array_find (phrases, phrase, NULL))
    g_ptr_array_add (phrases, g_object_ref (phrase));
}

static gboolean
add_phrases (Print *self, GPtrArray *phrases)
{
  for (guint i = 0; self->phrases != NULL && self->phrases[i] != NULL; i++)
    {
      UpPhrase *phrase = up_catalog_find_phrase (self->catalog, self->language, self->phrases[i]);
      GListModel *all = up_catalog_get_phrases (self->catalog, self->language);

      if (phrase != NULL)
        {
          add_phrase (phrases, phrase);
          continue;
        }

      complain_of_id (self->phrases[i]);
      for (guint j = 0; j < g_list_model_get_n_items (all); j++)
        {
          g_autoptr (UpPhrase) one = g_list_model_get_item (all, j);

          list_id (up_phrase_get_id (one), up_phrase_get_text (one));
        }
      return FALSE;
    }

  return TRUE;
}

/* All phrases of a move, or of every move where @move is NULL. */
static void
add_phrases_of_move (Print *self, GPtrArray *phrases, const char *move)
{
  GListModel *all = up_catalog_get_phrases (self->catalog, self->language);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (UpPhrase) phrase = g_list_model_get_item (all, i);

      if (move == NULL || g_strcmp0 (up_phrase_get_move (phrase), move) == 0)
        add_phrase (phrases, phrase);
    }
}

static gboolean
add_moves (Print *self, GPtrArray *phrases)
{
  for (guint i = 0; self->moves != NULL && self->moves[i] != NULL; i++)
    {
      GListModel *all = up_catalog_get_moves (self->catalog);

      if (up_catalog_find_move (self->catalog, self->moves[i]) != NULL)
        {
          add_phrases_of_move (self, phrases, self->moves[i]);
          continue;
        }

      complain_of_id (self->moves[i]);
      for (guint j = 0; j < g_list_model_get_n_items (all); j++)
        {
          g_autoptr (UpMove) one = g_list_model_get_item (all, j);

          list_id (up_move_get_id (one), up_move_get_title (one));
        }
      return FALSE;
    }

  return TRUE;
}

/* In the language asked for, else in the one in which it was marked; or one of the person's own. */
static void
add_favourite (Print *self, GPtrArray *phrases, UpJournal *journal, const char *id)
{
  const char *const *languages = up_catalog_get_phrase_languages (self->catalog);
  UpPhrase *phrase = up_catalog_find_phrase (self->catalog, self->language, id);
  UpEntry *own = up_journal_find_phrase (journal, id);

  for (guint i = 0; phrase == NULL && languages[i] != NULL; i++)
    phrase = up_catalog_find_phrase (self->catalog, languages[i], id);
  if (phrase == NULL && own != NULL)
    phrase = up_entry_get_phrase (own);
  if (phrase != NULL)
    add_phrase (phrases, phrase);
}

static gboolean
add_favourites (Print *self, GPtrArray *phrases)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), APP_ID, NULL);
  g_autoptr (UpJournal) journal = NULL;
  g_auto (GStrv) ids = NULL;

  /* Nothing is made only to look whether there is anything. */
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      journal = up_journal_new (folder);
      if (up_journal_get_trouble (journal) != NULL)
        {
          fprintf (stderr, "%s\n", up_journal_get_trouble (journal));
          return FALSE;
        }
      ids = up_journal_list_favourites (journal);
      for (guint i = 0; ids[i] != NULL; i++)
        add_favourite (self, phrases, journal, ids[i]);
    }

  if (phrases->len == 0)
    {
      fprintf (stderr, "%s\n", _ ("No Favourites Yet"));
      return FALSE;
    }

  return TRUE;
}

static UpDocument *
compose_phrases (Print *self)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_object_unref);

  if (!add_phrases (self, phrases) || !add_moves (self, phrases) ||
      (self->favourites && !add_favourites (self, phrases)))
    return NULL;
  if (self->phrases == NULL && self->moves == NULL && !self->favourites)
    add_phrases_of_move (self, phrases, NULL);

  return up_phrases_compose_cards (phrases, up_catalog_get_moves (self->catalog));
}

static const struct
{
  const char *name;
  Compose compose;
} kinds[] = {
  { "guide", compose_guide },
  { "card", compose_card },
  { "phrases", compose_phrases },
};

/* The tag of @asked among @languages, or NULL where they have nothing of the kind. */
static const char *
find_language (const char *const *languages, const char *asked)
{
  g_auto (GStrv) tags = up_language_fallbacks (asked);

  for (guint i = 0; tags[i] != NULL; i++)
    for (guint j = 0; languages[j] != NULL; j++)
      if (g_str_equal (tags[i], languages[j]) &&
          (!g_str_equal (tags[i], "en") || up_language_is (asked, "en")))
        return languages[j];

  return NULL;
}

/* The form in which the content speaks of whoever uses this machine, as in the window. */
static UpForm
read_form (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *form = NULL;

  /* A page can be printed where the application was built and not installed. */
  if (schema == NULL)
    return UP_FORM_NEUTRAL;

  settings = g_settings_new_full (schema, NULL, NULL);
  form = g_settings_get_string (settings, "form");

  return up_form_parse (form);
}

static gboolean
choose_language (Print *self, gboolean of_phrases)
{
  const char *const *languages;
  const char *found;

  self->catalog = up_catalog_new (self->language);
  up_catalog_set_form (self->catalog, read_form ());
  languages = of_phrases ? up_catalog_get_phrase_languages (self->catalog)
                         : up_catalog_get_languages (self->catalog);
  if (self->language == NULL)
    return TRUE;

  found = find_language (languages, self->language);
  if (found == NULL)
    {
      complain_of_id (self->language);
      for (guint i = 0; languages[i] != NULL; i++)
        list_id (languages[i], (UpText) { up_language_get_name (languages[i]), languages[i] });
      return FALSE;
    }

  g_free (self->language);
  self->language = g_strdup (found);

  return TRUE;
}

static gboolean
choose_paper (Print *self, UpPaperSize *size)
{
  *size = up_paper_size_from_locale ();
  if (self->paper == NULL)
    return TRUE;

  if (g_ascii_strcasecmp (self->paper, "a4") == 0)
    {
      *size = UP_PAPER_A4;
      return TRUE;
    }
  if (g_ascii_strcasecmp (self->paper, "letter") == 0)
    {
      *size = UP_PAPER_LETTER;
      return TRUE;
    }

  complain_of_id (self->paper);
  fprintf (stderr, "  a4\n  letter\n");

  return FALSE;
}

/* The few words of the interface that stand between those of the content are to be in the same
 * language. gettext takes it from a variable, but not where the locale is that of no language, as it is
 * in many a script: then one is borrowed. */
static char *
speak (const char *language)
{
  static const char *const locales[][2] = {
    { "ar", "ar_EG.UTF-8" },      { "de", "de_DE.UTF-8" },    { "es", "es_ES.UTF-8" },
    { "fr", "fr_FR.UTF-8" },      { "hi", "hi_IN.UTF-8" },    { "pt-BR", "pt_BR.UTF-8" },
    { "zh-Hans", "zh_CN.UTF-8" }, { "zh-CN", "zh_CN.UTF-8" },
  };
  char *before = g_strdup (setlocale (LC_MESSAGES, NULL));
  g_autofree char *name = NULL;
  const char *locale = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    if (g_str_equal (locales[i][0], language))
      locale = locales[i][1];

  name = locale != NULL ? g_strndup (locale, strcspn (locale, ".")) : g_strdup (language);
  g_setenv ("LANGUAGE", name, TRUE);
  if (g_str_equal (before, "POSIX") || g_str_equal (before, "C") || g_str_has_prefix (before, "C."))
    {
      if (locale == NULL || setlocale (LC_MESSAGES, locale) == NULL)
        setlocale (LC_MESSAGES, "en_US.UTF-8");
    }
  else
    {
      setlocale (LC_MESSAGES, before);
    }

  return before;
}

static void
speak_again (char *locale, const char *language)
{
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  setlocale (LC_MESSAGES, locale);
  g_free (locale);
}

static gboolean
print (Print *self, Compose compose, UpPaperSize size)
{
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
  char *locale = self->language != NULL ? speak (self->language) : NULL;
  g_autoptr (UpDocument) document = compose (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (UpPaper) paper = document != NULL ? up_paper_new (document, size) : NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (paper != NULL)
    pdf = up_paper_make_pdf (paper, g_get_real_time () / G_USEC_PER_SEC, &error);
  if (locale != NULL)
    speak_again (locale, language);

  if (pdf != NULL && up_cli_file_replace (self->output, pdf, &error))
    return TRUE;
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);

  return FALSE;
}

static gboolean
run (Print *self, gsize kind)
{
  UpPaperSize size;

  if (self->output == NULL)
    {
      fprintf (stderr, "%s\n", _ ("There is no --output to write to."));
      return FALSE;
    }

  return choose_paper (self, &size) &&
         choose_language (self, kinds[kind].compose == compose_phrases) &&
         print (self, kinds[kind].compose, size);
}

static gsize
find_kind (char **arguments)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (kinds) && g_strcmp0 (arguments[1], kinds[i].name) != 0)
    i++;

  return i;
}

/**
 * up_cli_print:
 * @argc: the number of arguments, with the command's name
 * @argv: the arguments
 *
 * The command `upstander print guide|card|phrases --output FILE`: writes the guide or one chapter of it,
 * “Which way?” on one page, or phrases as cards to cut out, as PDF. A file that is there is replaced when
 * the new one is whole.
 *
 * Returns: the exit status: 0 where the file was written, else 1
 */
int
up_cli_print (int argc, char **argv)
{
  Print self = { 0 };
  g_auto (GStrv) arguments = g_strdupv (argv);
  gsize kind = find_kind (arguments);
  g_autoptr (GOptionContext) options = g_option_context_new ("guide|card|phrases");
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, N_ ("The PDF file to write"),
      N_ ("FILE") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &self.language, N_ ("Language of the Content"),
      "es" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self.paper, N_ ("Size of the paper"), "a4|letter" },
    { "chapter", 0, 0, G_OPTION_ARG_STRING, &self.chapter, N_ ("Only this chapter of the guide"),
      "ID" },
    { "phrase", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.phrases, N_ ("Only this phrase"), "ID" },
    { "move", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.moves, N_ ("Only the phrases of this move"),
      "ID" },
    { "favourites", 0, 0, G_OPTION_ARG_NONE, &self.favourites, N_ ("Only favourites"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  /* For the help. */
  g_free (arguments[0]);
  arguments[0] = g_strdup ("upstander print");

  g_option_context_set_summary (
    options, _ ("Writes the guide, “Which way?” on one page, or phrases as cards to cut out."));
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (options, &arguments, &error))
    fprintf (stderr, "%s\n", error->message);
  else if (kind == G_N_ELEMENTS (kinds) || arguments[1] == NULL || arguments[2] != NULL)
    fprintf (stderr, "upstander print guide|card|phrases --output FILE.pdf\n");
  else
    done = run (&self, kind);

  g_free (self.output);
  g_free (self.language);
  g_free (self.paper);
  g_free (self.chapter);
  g_strfreev (self.phrases);
  g_strfreev (self.moves);
  g_clear_object (&self.catalog);

  return done ? 0 : 1;
}
