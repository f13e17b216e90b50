/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lists that are scrolled in turns, each in a window of its own, all of the same size. */
typedef struct _ScrolledList ScrolledList;

typedef GtkWidget *(*CreateList) (gpointer user_data);

#define SCROLLING_N_ROUNDS 11
#define SCROLLING_N_FRAMES 240
#define SCROLLING_N_FRAMES_QUICK 80

void scrolling_init (void);
GtkWidget *scrolling_bare_list_new (GtkStringList *strings);
double scrolling_measure_opening (CreateList create, gpointer user_data);

ScrolledList *scrolled_list_new (const char *name, GtkWidget *content);
void scrolled_list_free (ScrolledList *self);
void scrolled_lists_compare (ScrolledList *const *lists, guint n_lists, guint n_frames);
void scrolled_list_print (ScrolledList *self);

G_END_DECLS
