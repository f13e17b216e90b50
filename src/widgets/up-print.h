/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something that can be printed, and what a person calls it. */
typedef struct
{
  char *title;
  UpDocument *document;
} UpPrintout;

/* Arrays of UpPrintout. */
GPtrArray *up_printouts_new (void); /* full */
void up_printouts_add (GPtrArray *printouts, const char *title,
                       UpDocument *document); /* takes it */

/* An operation without settings of its own, to be run or exported. */
GtkPrintOperation *up_print_operation_new (UpDocument *document); /* full */
/* Asks for a printer, and says so where printing fails. */
void up_print (UpDocument *document, GtkWindow *parent);

G_END_DECLS
