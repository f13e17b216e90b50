/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-journal-place.h"

#include "up-commands.h"
#include "up-confidence-page.h"
#include "up-entry-page.h"
#include "up-entry-words.h"
#include "up-export-dialog.h"
#include "up-journal-page.h"
#include "up-look-back-dialog.h"
#include "up-note-page.h"
#include "up-plan-dialog.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>

/**
 * UpJournalPlace:
 *
 * What was done, by day, and a page for each of it. What is erased can be had back for some time.
 */
struct _UpJournalPlace
{
  AdwBin parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwNavigationView *view;
  UpJournalPage *page;

  UpCatalog *catalog;
  UpJournal *journal;
  GSettings *settings;
  GHashTable *erased;        /* id → UpEntry, as long as a toast offers it back */
  UpJournalRemains *remains; /* of everything, as long as a toast offers it back */
};

/* How long what was erased is offered back, in seconds. */
#define UNDO_TIMEOUT 15

static void place_init (UpPlaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpJournalPlace, up_journal_place, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (UP_TYPE_PLACE, place_init))

static AdwNavigationPage *
get_page (UpJournalPlace *self)
{
  return adw_navigation_view_get_visible_page (self->view);
}

/* A page takes the focus also where what led to it did not have it. */
static void
focus_page (UpJournalPlace *self)
{
  GtkWidget *page = GTK_WIDGET (get_page (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* The id of the entry that a page is about. */
static const char *
get_entry_id (AdwNavigationPage *page)
{
  if (UP_IS_ENTRY_PAGE (page))
    return up_entry_get_id (up_entry_page_get_entry (UP_ENTRY_PAGE (page)));
  if (UP_IS_NOTE_PAGE (page))
    return up_note_page_get_note (UP_NOTE_PAGE (page));

  return NULL;
}

/* Shows the page that is open about an entry, with nothing before it. */
static gboolean
go_back_to_entry (UpJournalPlace *self, const char *id)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

      if (g_strcmp0 (get_entry_id (page), id) != 0)
        continue;
      if (page != get_page (self))
        {
          adw_navigation_view_pop_to_page (self->view, page);
          focus_page (self);
        }
      return TRUE;
    }

  return FALSE;
}

static gboolean
show_entry (UpJournalPlace *self, const char *id)
{
  UpEntry *entry = up_journal_find_entry (self->journal, id);
  AdwNavigationPage *page;

  if (entry == NULL)
    return FALSE;
  if (go_back_to_entry (self, id))
    return TRUE;

  if (up_entry_get_kind (entry) == UP_ENTRY_NOTE)
    page = ADW_NAVIGATION_PAGE (up_note_page_new (self->journal, entry));
  else
    page = ADW_NAVIGATION_PAGE (up_entry_page_new (self->catalog, self->journal, entry));
  adw_navigation_view_push (self->view, page);
  focus_page (self);

  return TRUE;
}

static void
show_confidence (UpJournalPlace *self)
{
  if (adw_navigation_view_find_page (self->view, "confidence") != NULL)
    adw_navigation_view_pop_to_tag (self->view, "confidence");
  else
    adw_navigation_view_push (self->view,
                              ADW_NAVIGATION_PAGE (up_confidence_page_new (self->journal)));
  focus_page (self);
}

static void
on_show_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_entry (UP_JOURNAL_PLACE (widget), g_variant_get_string (parameter, NULL));
}

static void
on_confidence (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_confidence (UP_JOURNAL_PLACE (widget));
}

static void
on_favourites (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_journal_page_show_favourites (UP_JOURNAL_PLACE (widget)->page);
}

static void
on_clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  up_journal_page_clear_search (UP_JOURNAL_PLACE (widget)->page);
}

static void
on_add_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);

  adw_navigation_view_pop_to_tag (self->view, "root");
  adw_navigation_view_push (self->view,
                            ADW_NAVIGATION_PAGE (up_note_page_new (self->journal, NULL)));
  focus_page (self);
}

static void
focus_first (gpointer data)
{
  g_autoptr (UpJournalPlace) self = data;

  if (get_page (self) == ADW_NAVIGATION_PAGE (self->page))
    up_journal_page_focus (self->page, 0);
}

/* Where one has looked back, the card that was pressed is gone, and the focus with it. Only when it is
 * off the screen has the dialog given the focus back. */
static void
on_look_back_closed (AdwDialog *dialog, UpJournalPlace *self)
{
  UpEntry *plan = g_object_get_data (G_OBJECT (dialog), "plan");

  if (up_journal_find_entry (self->journal, up_entry_get_id (plan)) != plan)
    g_idle_add_once (focus_first, g_object_ref (self));
}

static void
on_look_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);
  UpEntry *plan = up_journal_find_entry (self->journal, g_variant_get_string (parameter, NULL));
  AdwDialog *dialog;

  if (plan == NULL || up_entry_get_kind (plan) != UP_ENTRY_PLAN)
    return;

  dialog = up_look_back_dialog_new (self->journal, plan);
  g_object_set_data_full (G_OBJECT (dialog), "plan", g_object_ref (plan), g_object_unref);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (on_look_back_closed), self,
                           G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
on_edit_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);
  UpEntry *plan = up_journal_find_entry (self->journal, g_variant_get_string (parameter, NULL));

  if (plan != NULL && up_entry_get_kind (plan) == UP_ENTRY_PLAN)
    adw_dialog_present (up_plan_dialog_new (self->journal, plan), widget);
}

/* What was just done is told at once; what was told before it waits. */
static void
show_undo_toast (UpJournalPlace *self, const char *title, const char *action, const char *target,
                 GCallback on_dismissed)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_TIMEOUT);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_action_name (toast, action);
  if (target != NULL)
    adw_toast_set_action_target (toast, "s", target);
  g_object_set_data_full (G_OBJECT (toast), "target", g_strdup (target), g_free);
  g_signal_connect_object (toast, "dismissed", on_dismissed, self, G_CONNECT_DEFAULT);

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
on_erased_dismissed (AdwToast *toast, UpJournalPlace *self)
{
  g_hash_table_remove (self->erased, g_object_get_data (G_OBJECT (toast), "target"));
}

static void
on_erase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  UpEntry *found = up_journal_find_entry (self->journal, id);
  g_autoptr (UpEntry) entry = found != NULL ? g_object_ref (found) : NULL;
  guint position;

  if (entry == NULL)
    return;

  if (UP_IS_NOTE_PAGE (get_page (self)))
    {
      up_note_page_forget (UP_NOTE_PAGE (get_page (self)));
      g_set_object (&entry, up_journal_find_entry (self->journal, id));
    }
  position = up_journal_page_find (self->page, entry);
  if (!up_journal_erase_entry (self->journal, id))
    return;

  g_hash_table_insert (self->erased, g_strdup (id), g_object_ref (entry));
  show_undo_toast (self, up_entry_words_erased (entry), "journal.restore", id,
                   G_CALLBACK (on_erased_dismissed));
  if (get_page (self) == ADW_NAVIGATION_PAGE (self->page))
    up_journal_page_focus (self->page, position);
  else
    focus_page (self);
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);
  UpEntry *found = g_hash_table_lookup (self->erased, g_variant_get_string (parameter, NULL));
  g_autoptr (UpEntry) entry = found != NULL ? g_object_ref (found) : NULL;

  if (entry == NULL)
    return;

  up_journal_restore_entry (self->journal, entry);
  if (get_page (self) == ADW_NAVIGATION_PAGE (self->page))
    up_journal_page_focus (
      self->page, up_journal_page_find (
                    self->page, up_journal_find_entry (self->journal, up_entry_get_id (entry))));
}

static void
on_everything_dismissed (AdwToast *toast, UpJournalPlace *self)
{
  g_clear_pointer (&self->remains, up_journal_remains_free);
}

static void
show_error (UpJournalPlace *self, const GError *error)
{
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Nothing Was Erased"), error->message));

  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
erase_everything (UpJournalPlace *self)
{
  g_autoptr (GError) error = NULL;
  UpJournalRemains *remains;

  adw_toast_overlay_dismiss_all (self->toast_overlay);
  remains = up_journal_take_all (self->journal, &error);
  if (remains == NULL)
    {
      show_error (self, error);
      return;
    }

  self->remains = remains;
  show_undo_toast (self, _ ("Everything erased"), "journal.put-back", NULL,
                   G_CALLBACK (on_everything_dismissed));
  up_journal_page_focus (self->page, 0);
}

static void
on_erase_response (UpJournalPlace *self, const char *response)
{
  if (g_str_equal (response, "erase"))
    erase_everything (self);
}

static void
on_erase_everything (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Erase Everything?"),
    _ (
      "This erases from this computer: all attempts and their steps, scenarios left open, moments, "
      "plans, notes, half-written words, favourite and own phrases, and the contacts filled in for "
      "support. "
      "Preferences stay. It can be undone for 15 seconds.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "erase", _ ("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_erase_response), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
on_put_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);

  if (self->remains == NULL)
    return;

  up_journal_put_back (self->journal, g_steal_pointer (&self->remains));
  if (get_page (self) == ADW_NAVIGATION_PAGE (self->page))
    up_journal_page_focus (self->page, 0);
}

static void
on_exported (UpJournalPlace *self, const char *name)
{
  g_autofree char *isolated = up_quote_isolate (name);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Saved as “%s”"), isolated);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
show_export (UpJournalPlace *self, UpEntry *attempt)
{
  UpExportDialog *dialog = up_export_dialog_new (self->catalog, self->journal, attempt);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_exported), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_export (UP_JOURNAL_PLACE (widget), NULL);
}

static void
on_export_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (widget);
  UpEntry *entry = up_journal_find_entry (self->journal, g_variant_get_string (parameter, NULL));

  if (entry != NULL && up_entry_get_kind (entry) == UP_ENTRY_ATTEMPT)
    show_export (self, entry);
}

/* Pages follow what they are about; what is gone has no page. */
static void
on_entries_changed (UpJournalPlace *self)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);
  g_autoptr (GPtrArray) staying = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);
      const char *id = get_entry_id (page);
      UpEntry *entry = id != NULL ? up_journal_find_entry (self->journal, id) : NULL;

      if (id != NULL && entry == NULL)
        continue;
      if (UP_IS_ENTRY_PAGE (page) && up_entry_page_get_entry (UP_ENTRY_PAGE (page)) != entry)
        up_entry_page_set_entry (UP_ENTRY_PAGE (page), entry);
      g_ptr_array_add (staying, g_steal_pointer (&page));
    }

  if (staying->len < g_list_model_get_n_items (pages))
    adw_navigation_view_replace (self->view, (AdwNavigationPage **) staying->pdata,
                                 (int) staying->len);
}

static void
on_catalog_changed (UpJournalPlace *self)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->view);

  up_journal_page_refresh (self->page);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

      if (UP_IS_ENTRY_PAGE (page))
        {
          g_autoptr (UpEntry) entry = g_object_ref (up_entry_page_get_entry (UP_ENTRY_PAGE (page)));

          up_entry_page_set_entry (UP_ENTRY_PAGE (page), entry);
        }
    }
}

static void
search (UpPlace *place)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (place);

  adw_navigation_view_pop_to_tag (self->view, "root");
  up_journal_page_search (self->page);
}

static char *
get_location (UpPlace *place)
{
  AdwNavigationPage *page = get_page (UP_JOURNAL_PLACE (place));

  if (UP_IS_NOTE_PAGE (page))
    {
      const char *note = up_note_page_get_note (UP_NOTE_PAGE (page));

      return note != NULL ? g_strconcat ("note/", note, NULL) : g_strdup ("");
    }
  if (page == ADW_NAVIGATION_PAGE (UP_JOURNAL_PLACE (place)->page))
    return g_strdup ("");

  return g_strdup (adw_navigation_page_get_tag (page));
}

static gboolean
go_to (UpPlace *place, const char *location)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (place);
  const char *slash = strchr (location, '/');

  /* Whatever its kind: an entry is known by its id. */
  if (slash != NULL)
    return show_entry (self, slash + 1);

  if (g_str_equal (location, "confidence"))
    {
      show_confidence (self);
      return TRUE;
    }
  if (*location != '\0' && !g_str_equal (location, "plans"))
    return FALSE;

  adw_navigation_view_pop_to_tag (self->view, "root");
  if (*location != '\0')
    up_journal_page_show_plans (self->page);

  return TRUE;
}

static gboolean
go_back (UpPlace *place)
{
  return adw_navigation_view_pop (UP_JOURNAL_PLACE (place)->view);
}

static void
place_init (UpPlaceInterface *iface)
{
  iface->search = search;
  iface->get_location = get_location;
  iface->go_to = go_to;
  iface->go_back = go_back;
}

static void
up_journal_place_dispose (GObject *object)
{
  UpJournalPlace *self = UP_JOURNAL_PLACE (object);

  /* The template would take it away without the bin's knowledge. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_JOURNAL_PLACE);
  g_clear_pointer (&self->remains, up_journal_remains_free);
  g_clear_pointer (&self->erased, g_hash_table_unref);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (up_journal_place_parent_class)->dispose (object);
}

static void
up_journal_place_class_init (UpJournalPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_journal_place_dispose;

  g_type_ensure (UP_TYPE_JOURNAL_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-journal-place.ui");
  gtk_widget_class_bind_template_child (widget_class, UpJournalPlace, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPlace, view);
  gtk_widget_class_bind_template_child (widget_class, UpJournalPlace, page);

  gtk_widget_class_install_action (widget_class, "journal.add-note", NULL, on_add_note);
  gtk_widget_class_install_action (widget_class, "journal.show-entry", "s", on_show_entry);
  gtk_widget_class_install_action (widget_class, "journal.look-back", "s", on_look_back);
  gtk_widget_class_install_action (widget_class, "journal.edit-plan", "s", on_edit_plan);
  gtk_widget_class_install_action (widget_class, "journal.erase", "s", on_erase);
  gtk_widget_class_install_action (widget_class, "journal.restore", "s", on_restore);
  gtk_widget_class_install_action (widget_class, "journal.erase-everything", NULL,
                                   on_erase_everything);
  gtk_widget_class_install_action (widget_class, "journal.put-back", NULL, on_put_back);
  gtk_widget_class_install_action (widget_class, "journal.export", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "journal.export-entry", "s", on_export_entry);
  gtk_widget_class_install_action (widget_class, "journal.confidence", NULL, on_confidence);
  gtk_widget_class_install_action (widget_class, "journal.favourites", NULL, on_favourites);
  gtk_widget_class_install_action (widget_class, "journal.clear-search", NULL, on_clear_search);
  up_commands_bind (widget_class, "journal");
}

static void
up_journal_place_init (UpJournalPlace *self)
{
  self->erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_journal_place_new:
 * @catalog: the content
 * @journal: what the person did
 * @settings: what is remembered and preferred
 *
 * Returns: (transfer floating): the place, at its list
 */
GtkWidget *
up_journal_place_new (UpCatalog *catalog, UpJournal *journal, GSettings *settings)
{
  UpJournalPlace *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (UP_TYPE_JOURNAL_PLACE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->settings = g_object_ref (settings);
  up_journal_page_set_content (self->page, catalog, journal);
  g_signal_connect_object (up_journal_get_entries (journal), "items-changed",
                           G_CALLBACK (on_entries_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_catalog_changed), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
