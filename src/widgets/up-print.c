/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-print.h"

#include "up-paper.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
printout_free (gpointer data)
{
  UpPrintout *printout = data;

  g_free (printout->title);
  g_clear_object (&printout->document);
  g_free (printout);
}

/**
 * up_printouts_new:
 *
 * Returns: (transfer full) (element-type UpPrintout): an empty list
 */
GPtrArray *
up_printouts_new (void)
{
  return g_ptr_array_new_with_free_func (printout_free);
}

/**
 * up_printouts_add:
 * @printouts: (element-type UpPrintout): a list
 * @title: what it is called, to choose it by
 * @document: (transfer full): what is printed
 */
void
up_printouts_add (GPtrArray *printouts, const char *title, UpDocument *document)
{
  UpPrintout *printout;

  g_return_if_fail (printouts != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (UP_IS_DOCUMENT (document));

  printout = g_new0 (UpPrintout, 1);
  printout->title = g_strdup (title);
  printout->document = document;
  g_ptr_array_add (printouts, printout);
}

/* The pages are made for the paper that was chosen. */
static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, UpDocument *document)
{
  UpPaper *paper = up_paper_new_sized (document, gtk_print_context_get_width (context),
                                       gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) up_paper_get_n_pages (paper));
  g_object_set_data_full (G_OBJECT (operation), "paper", paper, g_object_unref);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  up_paper_draw_page (g_object_get_data (G_OBJECT (operation), "paper"), (guint) page,
                      gtk_print_context_get_cairo_context (context));
}

/**
 * up_print_operation_new:
 * @document: what is printed
 *
 * Makes a print operation, which draws the same pages as a PDF file has them.
 *
 * Returns: (transfer full): the operation, not yet run
 */
GtkPrintOperation *
up_print_operation_new (UpDocument *document)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (UP_IS_DOCUMENT (document), NULL);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, up_document_get_title (document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin), document,
                           G_CONNECT_DEFAULT);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), NULL);
  g_object_set_data_full (G_OBJECT (operation), "document", g_object_ref (document),
                          g_object_unref);

  return operation;
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  dialog =
    adw_alert_dialog_new (_ ("The Pages Were Not Printed"), error != NULL ? error->message : NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

/**
 * up_print:
 * @document: what is printed
 * @parent: the window that it is asked for in
 *
 * Shows the desktop's print dialogue for a document. It returns at once; where something goes wrong, a
 * dialog says what.
 */
void
up_print (UpDocument *document, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (UP_IS_DOCUMENT (document));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  operation = up_print_operation_new (document);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
