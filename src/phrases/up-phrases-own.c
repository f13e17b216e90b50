/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-own-phrase-dialog.h"
#include "up-own-phrase-files.h"
#include "up-phrases-place-private.h"

#include <glib/gi18n-lib.h>

/* Adding, changing and erasing phrases of one's own, and files of them. */

static void
on_saved (UpPhrasesPlace *self, const char *id)
{
  g_autofree char *location = g_strconcat ("phrase/", id, NULL);

  up_phrases_place_show (self, location);
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  UpOwnPhraseDialog *dialog =
    up_own_phrase_dialog_new (self->catalog, self->journal, self->language);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  UpEntry *entry = up_journal_find_phrase (self->journal, g_variant_get_string (parameter, NULL));

  if (entry != NULL)
    adw_dialog_present (ADW_DIALOG (up_own_phrase_dialog_new_for_phrase (
                          self->catalog, self->journal, up_entry_get_phrase (entry))),
                        widget);
}

static void
on_erase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);
  UpEntry *entry = up_journal_find_phrase (self->journal, g_variant_get_string (parameter, NULL));
  g_autofree char *location = NULL;
  AdwToast *toast;

  if (entry == NULL)
    return;

  g_set_object (&self->erased, entry);
  self->was_favourite = up_journal_is_favourite (self->journal, up_entry_get_id (entry));
  location = g_strconcat ("phrase/", up_entry_get_id (entry), NULL);
  if (g_strcmp0 (adw_navigation_page_get_tag (up_phrases_place_get_page (self)), location) == 0)
    adw_navigation_view_pop (self->view);
  up_journal_erase_phrase (self->journal, up_entry_get_id (self->erased));

  toast = adw_toast_new (_ ("Phrase erased"));
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "phrases.restore");
  up_phrases_place_show_toast (self, toast);
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);

  if (self->erased == NULL)
    return;

  up_journal_restore_phrase (self->journal, self->erased);
  if (self->was_favourite)
    up_journal_set_favourite (self->journal, up_entry_get_id (self->erased), TRUE);
  g_clear_object (&self->erased);
}

static void
on_done (GtkWidget *widget, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  up_phrases_place_show_toast (UP_PHRASES_PLACE (widget), toast);
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);

  up_own_phrases_export (widget, self->catalog, self->journal,
                         g_str_equal (g_variant_get_string (parameter, NULL), "page"), on_done);
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpPhrasesPlace *self = UP_PHRASES_PLACE (widget);

  up_own_phrases_import (widget, self->catalog, self->journal, on_done);
}

/**
 * up_phrases_own_install:
 * @widget_class: the place's class
 *
 * Installs the actions that are about phrases of one's own.
 */
void
up_phrases_own_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "phrases.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "phrases.edit", "s", on_edit);
  gtk_widget_class_install_action (widget_class, "phrases.erase", "s", on_erase);
  gtk_widget_class_install_action (widget_class, "phrases.restore", NULL, on_restore);
  gtk_widget_class_install_action (widget_class, "phrases.export", "s", on_export);
  gtk_widget_class_install_action (widget_class, "phrases.import", NULL, on_import);
}
