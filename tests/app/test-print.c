/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-paper.h"
#include "up-print.h"

#include <glib/gstdio.h>

static UpDocument *
make_document (void)
{
  UpDocument *document = up_document_new ("A long one", "en");

  for (guint i = 0; i < 200; i++)
    up_document_add_paragraph (document, (UpText) { "A line of it.", "en" });

  return document;
}

static GtkPrintOperation *
create_export (UpDocument *document, const char *path)
{
  GtkPrintOperation *operation = up_print_operation_new (document);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A5);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);

  return operation;
}

/* What GTK prints is what the paper has, made for the size that was chosen. */
static void
test_export (void)
{
  g_autoptr (UpDocument) document = make_document ();
  g_autoptr (UpPaper) paper = up_paper_new_sized (document, 148 / 25.4 * 72, 210 / 25.4 * 72);
  g_autofree char *folder = g_dir_make_tmp ("upstander-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = create_export (document, path);
  g_autofree char *pdf = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int n_pages;

  g_assert_cmpint (
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
    GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpuint (up_paper_get_n_pages (paper), >, 5);
  g_assert_cmpint (n_pages, ==, (int) up_paper_get_n_pages (paper));
  g_assert_true (g_file_get_contents (path, &pdf, &length, &error));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-1."));
  g_assert_cmpuint (length, >, 5000);
  g_remove (path);
  g_rmdir (folder);
}

/* Where nothing can be written it is an error, which is told. */
static void
test_failure (void)
{
  g_autoptr (UpDocument) document = make_document ();
  g_autofree char *folder = g_dir_make_tmp ("upstander-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "no-such", "out.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = create_export (document, path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
    GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/print/export", test_export);
  g_test_add_func ("/print/failure", test_failure);

  return g_test_run ();
}
