/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-own-phrase-files.h"

#include "up-content-label.h"
#include "up-content-reader.h"
#include "up-digits.h"
#include "up-own-phrase.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>

/* Writing one's own phrases into a file and reading them in again, both by a dialog that lets one
 * choose the file. What is read in is shown before it is taken, and what is wrong with it is said by its
 * place. */

/* As many phrases, or problems, as are shown. */
#define MOST_SHOWN 5

/* As much of a file as is read: what the reader takes. */
#define MOST_BYTES up_content_default_limits.bytes

typedef struct
{
  GtkWidget *widget;
  UpCatalog *catalog;
  UpJournal *journal;
  UpOwnPhraseDone done;
  GBytes *content;    /* to be written */
  GPtrArray *phrases; /* that were read */
} Job;

static Job *
job_new (GtkWidget *widget, UpCatalog *catalog, UpJournal *journal, UpOwnPhraseDone done)
{
  Job *job = g_new0 (Job, 1);

  job->widget = g_object_ref (widget);
  job->catalog = g_object_ref (catalog);
  job->journal = g_object_ref (journal);
  job->done = done;

  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->widget);
  g_object_unref (job->catalog);
  g_object_unref (job->journal);
  g_clear_pointer (&job->content, g_bytes_unref);
  g_clear_pointer (&job->phrases, g_ptr_array_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static GtkWindow *
get_window (Job *job)
{
  return GTK_WINDOW (gtk_widget_get_root (job->widget));
}

static void
say (Job *job, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, job->widget);
}

static gboolean
is_dismissed (GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *isolated = up_quote_isolate (shown);
  g_autofree char *sentence = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      say (job, _ ("The File Was Not Saved"), error->message);
      return;
    }

  sentence = g_strdup_printf (_ ("Saved as “%s”"), isolated);
  job->done (job->widget, sentence);
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *content = job->content;

  if (file == NULL)
    {
      if (!is_dismissed (error))
        say (job, _ ("The File Was Not Saved"), error->message);
      return;
    }

  /* Old or new, never half of it. */
  g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_written, g_steal_pointer (&job));
}

/* The oldest first, as they were written. */
static GPtrArray *
list_own (UpJournal *journal)
{
  GListModel *entries = up_journal_get_phrases (journal);
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i - 1);

      g_ptr_array_add (phrases, g_object_ref (up_entry_get_phrase (entry)));
    }

  return phrases;
}

/**
 * up_own_phrases_export:
 * @widget: what the dialogs belong to
 * @catalog: where the moves are
 * @journal: where the phrases are
 * @as_page: whether to write a page to read, and not data to be read in again
 * @done: called when the file is written
 *
 * Writes one's own phrases into a file of the person's choice.
 */
void
up_own_phrases_export (GtkWidget *widget, UpCatalog *catalog, UpJournal *journal, gboolean as_page,
                       UpOwnPhraseDone done)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GPtrArray) phrases = NULL;
  char *text;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (UP_IS_CATALOG (catalog));
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (done != NULL);

  phrases = list_own (journal);
  if (as_page)
    {
      g_autoptr (UpDocument) document =
        up_own_phrases_to_document (phrases, up_catalog_get_moves (catalog));

      text = up_document_to_markdown (document);
    }
  else
    {
      text = up_own_phrases_to_json (phrases);
    }

  job = job_new (widget, catalog, journal, done);
  job->content = g_bytes_new_take (text, strlen (text));
  gtk_file_dialog_set_title (dialog, _ ("Save the Export"));
  gtk_file_dialog_set_initial_name (dialog,
                                    as_page ? "upstander-phrases.md" : "upstander-phrases.json");
  gtk_file_dialog_save (dialog, get_window (job), NULL, on_place_chosen, job);
}

static void
on_answered (AdwAlertDialog *dialog, const char *response, Job *job)
{
  g_autofree char *sentence = NULL;
  guint n = job->phrases->len;

  if (g_strcmp0 (response, "add") != 0)
    return;

  for (guint i = 0; i < n; i++)
    up_journal_add_phrase (job->journal, g_ptr_array_index (job->phrases, i));
  sentence = up_digits_in_interface (
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u phrase added", "%u phrases added", n), n));
  job->done (job->widget, sentence);
}

static void
free_job (gpointer data, GClosure *closure)
{
  job_free (data);
}

/* Shows what would be added, before it is. */
static void
ask (Job *job)
{
  guint n = job->phrases->len;
  g_autofree char *heading = up_digits_in_interface (
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u Phrase?", "Add %u Phrases?", n), n));
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  12, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++)
    {
      UpPhrase *phrase = g_ptr_array_index (job->phrases, i);
      g_autofree char *words = up_phrase_fill (phrase, NULL);
      GtkWidget *label = up_content_label_new (
        (UpText) { words, up_phrase_get_text (phrase).language }, "paragraph");
      GtkWidget *item = g_object_new (ADW_TYPE_BIN, "child", label, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
      gtk_box_append (GTK_BOX (list), item);
    }
  if (n > MOST_SHOWN)
    gtk_box_append (GTK_BOX (list), up_content_label_new ((UpText) { "…", NULL }, "dimmed"));

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "add",
                                  _ ("_Add"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "add",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "add");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered), job, free_job, 0);
  adw_dialog_present (dialog, job->widget);
}

static gboolean
is_known (GPtrArray *own, UpPhrase *phrase)
{
  for (guint i = 0; i < own->len; i++)
    {
      UpPhrase *other = g_ptr_array_index (own, i);
      UpText one_text = up_phrase_get_text (phrase), other_text = up_phrase_get_text (other);
      g_autofree char *one = up_own_phrase_get_typed (phrase);
      g_autofree char *typed = up_own_phrase_get_typed (other);

      if (g_str_equal (one, typed) && g_strcmp0 (one_text.language, other_text.language) == 0 &&
          g_str_equal (up_phrase_get_move (phrase), up_phrase_get_move (other)))
        return TRUE;
    }

  return FALSE;
}

static char *
describe_problems (GPtrArray *problems, const GError *error)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < MIN (problems->len, MOST_SHOWN); i++)
    {
      const UpProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *what = up_problem_describe (problem);
      g_autofree char *line = NULL;

      /* Translators: a place in a file, and a sentence about what is wrong there */
      line = problem->line > 0
               ? up_digits_in_interface (g_strdup_printf (_ ("Line %u, column %u: %s"),
                                                          problem->line, problem->column, what))
               : g_strdup (what);
      g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", line);
    }

  return g_strdup (body->len > 0 ? body->str : error->message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (UpContentReader) reader = up_content_reader_new ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) up_problem_free);
  g_autoptr (GPtrArray) own = list_own (job->journal);
  UpCheckContext context = up_catalog_get_check_context (job->catalog);
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);

  if (bytes != NULL)
    job->phrases =
      up_content_reader_read_own_phrases (reader, bytes, shown, &context, problems, &error);
  if (job->phrases == NULL)
    {
      g_autofree char *body = describe_problems (problems, error);

      say (job, _ ("The File Cannot Be Used"), body);
      return;
    }

  for (guint i = job->phrases->len; i > 0; i--)
    if (is_known (own, g_ptr_array_index (job->phrases, i - 1)))
      g_ptr_array_remove_index (job->phrases, i - 1);

  if (job->phrases->len > 0)
    ask (g_steal_pointer (&job));
  else
    job->done (job->widget, _ ("All of these phrases are there already"));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFileInfo) info = NULL;

  if (file == NULL)
    {
      if (!is_dismissed (error))
        say (job, _ ("The File Cannot Be Used"), error->message);
      return;
    }

  /* Whatever it is, it is no file of phrases. */
  info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, &error);
  if (info == NULL || (gsize) g_file_info_get_size (info) > MOST_BYTES)
    {
      say (job, _ ("The File Cannot Be Used"),
           error != NULL ? error->message : _ ("It is too large."));
      return;
    }

  g_file_load_bytes_async (file, NULL, on_read, g_steal_pointer (&job));
}

/**
 * up_own_phrases_import:
 * @widget: what the dialogs belong to
 * @catalog: where the moves are
 * @journal: where the phrases are to be kept
 * @done: called when they are
 *
 * Reads phrases in from a file of the person's choice, shows them and, where that is wanted, keeps
 * those that are not there yet.
 */
void
up_own_phrases_import (GtkWidget *widget, UpCatalog *catalog, UpJournal *journal,
                       UpOwnPhraseDone done)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (UP_IS_CATALOG (catalog));
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (done != NULL);

  gtk_file_filter_set_name (filter, "JSON");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);

  job = job_new (widget, catalog, journal, done);
  gtk_file_dialog_set_title (dialog, _ ("Import Phrases"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, get_window (job), NULL, on_file_chosen, job);
}
