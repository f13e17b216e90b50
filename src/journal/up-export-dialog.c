/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-export-dialog.h"

#include "up-export.h"
#include "up-page-picture.h"
#include "up-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * UpExportDialog:
 *
 * Shows exactly what would leave, and writes that into a file that the person chooses. What is written
 * is what was shown and is not made anew.
 */
struct _UpExportDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  GtkToggleButton *completion_chip;
  GtkToggleButton *pdf_chip;
  GtkToggleButton *markdown_chip;
  GtkToggleButton *xapi_chip;
  GtkLabel *about;
  GtkWidget *period_box;
  GtkToggleButton *month_chip;
  GtkToggleButton *year_chip;
  GtkWidget *personal_group;
  AdwSwitchRow *personal_row;
  GtkStack *preview;
  GtkTextView *text_view;
  GtkListView *pages_view;

  UpCatalog *catalog;
  UpJournal *journal;
  UpEntry *attempt;         /* nullable */
  gboolean personal_chosen; /* by the person */
  gboolean updating;

  UpPaper *paper;
  GBytes *content; /* what is previewed; NULL while there is nothing to save */
  GCancellable *making;
  GBytes *saving; /* of it, what a file is being chosen for */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpExportDialog, up_export_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  COMPLETION,
  PDF,
  MARKDOWN,
  XAPI,
} Kind;

static Kind
get_kind (UpExportDialog *self)
{
  if (gtk_toggle_button_get_active (self->pdf_chip))
    return PDF;
  if (gtk_toggle_button_get_active (self->markdown_chip))
    return MARKDOWN;
  if (gtk_toggle_button_get_active (self->xapi_chip))
    return XAPI;

  return COMPLETION;
}

/* As many days ago as is chosen; 0 for everything. */
static gint64
get_since (UpExportDialog *self)
{
  int days = gtk_toggle_button_get_active (self->month_chip)  ? 30
             : gtk_toggle_button_get_active (self->year_chip) ? 365
                                                              : 0;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) then = NULL;

  if (days == 0)
    return 0;

  now = g_date_time_new_from_unix_local (up_journal_get_now (self->journal));
  then = now != NULL ? g_date_time_add_days (now, -days) : NULL;

  return then != NULL ? g_date_time_to_unix (then) : 0;
}

static GPtrArray *
list_entries (UpExportDialog *self)
{
  GPtrArray *entries;

  if (self->attempt == NULL)
    return up_export_select (up_journal_get_entries (self->journal), get_since (self));

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (entries, g_object_ref (self->attempt));

  return entries;
}

static gboolean
has_any (GPtrArray *entries, Kind kind, gboolean personal)
{
  for (guint i = 0; i < entries->len; i++)
    {
      UpEntryKind entry = up_entry_get_kind (g_ptr_array_index (entries, i));

      if (entry == UP_ENTRY_ATTEMPT || (kind != COMPLETION && entry == UP_ENTRY_MOMENT) ||
          (kind != COMPLETION && personal))
        return TRUE;
    }

  return FALSE;
}

/* Nothing can be saved that is not shown. */
static void
show_content (UpExportDialog *self, GBytes *content, const char *page)
{
  g_clear_pointer (&self->content, g_bytes_unref);
  self->content = content;
  gtk_widget_set_sensitive (self->save_button, content != NULL);
  gtk_stack_set_visible_child_name (self->preview, page);
}

static void
show_text (UpExportDialog *self, char *text, gboolean monospace)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;

  gtk_text_view_set_monospace (self->text_view, monospace);
  gtk_widget_set_direction (GTK_WIDGET (self->text_view),
                            monospace ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_NONE);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  show_content (self, g_bytes_new_take (text, strlen (text)), "text");
}

typedef struct
{
  UpDocument *document;
  gint64 date;
  UpPaper *paper;
  GBytes *content;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_object (&printing->document);
  g_clear_object (&printing->paper);
  g_clear_pointer (&printing->content, g_bytes_unref);
  g_free (printing);
}

static void
print (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Printing *printing = data;
  GError *error = NULL;

  printing->paper = up_paper_new (printing->document, up_paper_size_from_locale ());
  printing->content = up_paper_make_pdf (printing->paper, printing->date, &error);
  if (printing->content != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_error (UpExportDialog *self, const GError *error)
{
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("The File Was Not Saved"), NULL));

  adw_alert_dialog_format_body (
    dialog,
    /* Translators: %s says what went wrong, in the words of the system */
    _ ("%s\n\nThe journal is as it was. Another folder, or another name, may work."),
    error->message);
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_printed (GObject *source, GAsyncResult *result, gpointer data)
{
  UpExportDialog *self = UP_EXPORT_DIALOG (source);
  Printing *printing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) pages = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  g_set_object (&self->paper, printing->paper);
  pages = gtk_string_list_new (NULL);
  for (guint i = 0; i < up_paper_get_n_pages (self->paper); i++)
    gtk_string_list_append (pages, "");
  gtk_list_view_set_model (self->pages_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                               G_LIST_MODEL (g_steal_pointer (&pages)))));
  show_content (self, g_steal_pointer (&printing->content), "pages");
}

/* Pages are laid out off the main loop, because that takes a while where there are many. */
static void
start_printing (UpExportDialog *self, UpDocument *document)
{
  g_autoptr (GTask) task = NULL;
  Printing *printing = g_new0 (Printing, 1);

  self->making = g_cancellable_new ();
  task = g_task_new (self, self->making, on_printed, NULL);
  printing->document = document;
  printing->date = up_journal_get_now (self->journal);
  g_task_set_task_data (task, printing, printing_free);
  show_content (self, NULL, "working");
  g_task_run_in_thread (task, print);
}

static void
update_preview (UpExportDialog *self)
{
  Kind kind = get_kind (self);
  gboolean personal = kind != COMPLETION && adw_switch_row_get_active (self->personal_row);
  g_autoptr (GPtrArray) entries = list_entries (self);
  g_autoptr (UpDocument) page = NULL;

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);

  if (!has_any (entries, kind, personal))
    {
      show_content (self, NULL, "nothing");
      return;
    }

  switch (kind)
    {
    case COMPLETION:
      show_text (self, up_export_completion (entries), FALSE);
      break;
    case XAPI:
      show_text (self, up_export_xapi (entries, self->catalog, personal), TRUE);
      break;
    case MARKDOWN:
      page = up_export_page (entries, self->catalog, personal);
      show_text (self, up_document_to_markdown (page), FALSE);
      break;
    case PDF:
    default:
      start_printing (self, up_export_page (entries, self->catalog, personal));
    }
}

static const char *
describe (Kind kind)
{
  switch (kind)
    {
    case COMPLETION:
      return _ ("A table (CSV) of the title, date and minutes of each attempt, such as an employer "
                "may ask for.");
    case PDF:
      return _ ("All that was done, day by day, to keep or to print.");
    case MARKDOWN:
      return _ ("All that was done, day by day, as plain text.");
    case XAPI:
    default:
      return _ (
        "What was chosen, for a learning record store that one uses. There are no scores, and "
        "the person is called “learner”, without name or address.");
    }
}

/* A page to read is for oneself, statements usually go to somebody else: so what is personal goes with
 * the one and not with the other, until the person says so. */
static void
update_options (UpExportDialog *self)
{
  Kind kind = get_kind (self);

  gtk_label_set_text (self->about, describe (kind));
  gtk_widget_set_visible (self->personal_group, kind != COMPLETION);
  if (self->personal_chosen)
    return;

  self->updating = TRUE;
  adw_switch_row_set_active (self->personal_row, kind == PDF || kind == MARKDOWN);
  self->updating = FALSE;
}

/* Of a group also the one that goes out tells. */
static void
on_kind_toggled (UpExportDialog *self, GtkToggleButton *chip)
{
  if (self->journal == NULL || !gtk_toggle_button_get_active (chip))
    return;

  update_options (self);
  update_preview (self);
}

static void
on_period_toggled (UpExportDialog *self, GtkToggleButton *chip)
{
  if (self->journal != NULL && gtk_toggle_button_get_active (chip))
    update_preview (self);
}

static void
on_personal_changed (UpExportDialog *self)
{
  if (self->journal == NULL || self->updating)
    return;

  self->personal_chosen = TRUE;
  update_preview (self);
}

static void
on_setup_page (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *picture = up_page_picture_new ();

  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_margin_bottom (picture, 6);
  gtk_widget_set_margin_start (picture, 6);
  gtk_widget_set_margin_end (picture, 6);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, picture);
}

static void
on_bind_page (UpExportDialog *self, GtkListItem *item)
{
  guint page = gtk_list_item_get_position (item);
  g_autofree char *text = up_paper_get_page_text (self->paper, page);
  UpPagePicture *picture = UP_PAGE_PICTURE (gtk_list_item_get_child (item));
  g_autofree char *title = NULL;

  up_page_picture_set_page (picture, self->paper, page);
  title = up_page_picture_get_title (picture);
  gtk_list_item_set_accessible_label (item, title);
  gtk_list_item_set_accessible_description (item, text);
}

static char *
make_file_name (UpExportDialog *self)
{
  static const char *const names[] = {
    [COMPLETION] = "upstander-completion-%Y-%m-%d.csv",
    [PDF] = "upstander-journal-%Y-%m-%d.pdf",
    [MARKDOWN] = "upstander-journal-%Y-%m-%d.md",
    [XAPI] = "upstander-xapi-%Y-%m-%d.json",
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (up_journal_get_now (self->journal));

  return g_date_time_format (now, names[get_kind (self)]);
}

static void
set_saving (UpExportDialog *self, GBytes *content)
{
  g_clear_pointer (&self->saving, g_bytes_unref);
  self->saving = content != NULL ? g_bytes_ref (content) : NULL;
  gtk_widget_set_sensitive (self->save_button, self->saving == NULL && self->content != NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);

  set_saving (self, NULL);
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      show_error (self, error);
      return;
    }

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SAVED], 0, shown);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      set_saving (self, NULL);
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
          !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  /* Old or new, never half of it; for nobody else on this machine, as the journal itself. */
  g_file_replace_contents_bytes_async (file, self->saving, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_written, g_object_ref (self));
}

/* In a sandbox the portal asks, and the file chosen is all that is reached. */
static void
on_save (UpExportDialog *self)
{
  g_autofree char *name = make_file_name (self);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_assert (self->content != NULL);

  set_saving (self, self->content);
  gtk_file_dialog_set_title (dialog, _ ("Save the Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_chosen, g_object_ref (self));
}

static void
up_export_dialog_dispose (GObject *object)
{
  UpExportDialog *self = UP_EXPORT_DIALOG (object);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->saving, g_bytes_unref);
  g_clear_object (&self->paper);
  g_clear_object (&self->attempt);
  g_clear_object (&self->journal);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (up_export_dialog_parent_class)->dispose (object);
}

static void
up_export_dialog_class_init (UpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_export_dialog_dispose;

  /**
   * UpExportDialog::saved:
   * @self: the dialog
   * @name: the file's name, to be shown
   *
   * The file is written, and the dialog is closed.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, completion_chip);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, pdf_chip);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, markdown_chip);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, xapi_chip);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, about);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, period_box);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, month_chip);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, year_chip);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, personal_group);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, personal_row);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, UpExportDialog, pages_view);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_period_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_personal_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_page);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_page);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
up_export_dialog_init (UpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_export_dialog_new:
 * @catalog: where the scenarios are
 * @journal: what the person did
 * @attempt: (nullable): an attempt, to export it alone
 *
 * Returns: (transfer floating): a dialog that offers to export the journal, or one attempt
 */
UpExportDialog *
up_export_dialog_new (UpCatalog *catalog, UpJournal *journal, UpEntry *attempt)
{
  UpExportDialog *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (attempt == NULL || UP_IS_ENTRY (attempt), NULL);

  self = g_object_new (UP_TYPE_EXPORT_DIALOG, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_set_object (&self->attempt, attempt);
  if (attempt != NULL)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _ ("Export This Attempt"));
      gtk_widget_set_visible (self->period_box, FALSE);
    }
  update_options (self);
  update_preview (self);

  return self;
}
