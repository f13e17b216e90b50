/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-moment-page.h"

#include "up-column.h"
#include "up-digits.h"
#include "up-heading.h"
#include "up-moment-sheet.h"
#include "up-scroller.h"

#include <glib/gi18n-lib.h>

/**
 * UpMomentPage:
 *
 * Moments to practise, one after the other: those that are due today, or a single one. A moment is
 * put down in the journal when one comes to its end, once; the words only where the person wants it.
 */
struct _UpMomentPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  UpMomentSheet *sheet;
  AdwStatusPage *status_page;
  GtkWidget *back_button;
  GtkWidget *step_away_label;

  UpCatalog *catalog;
  UpJournal *journal;
  UpDueWatch *watch;
  UpScroller *scroller;
  GPtrArray *moments; /* ids */
  guint position;     /* the number of moments where none is left */
  char *entry;        /* of this moment in the journal, or NULL before its end */
  gboolean is_session;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpMomentPage, up_moment_page, ADW_TYPE_NAVIGATION_PAGE)

static UpMoment *
get_moment (UpMomentPage *self)
{
  const char *id = up_moment_page_get_moment (self);

  return id != NULL ? up_catalog_find_moment (self->catalog, id) : NULL;
}

static char *
make_draft_key (UpMomentPage *self)
{
  return g_strconcat ("moment/", up_moment_page_get_moment (self), NULL);
}

static void
on_words_changed (UpMomentPage *self, const char *words)
{
  g_autofree char *key = make_draft_key (self);

  up_journal_set_draft (self->journal, key, words);
}

static gboolean
is_kept (UpMomentPage *self)
{
  UpEntry *entry = self->entry != NULL ? up_journal_find_entry (self->journal, self->entry) : NULL;

  return entry != NULL && up_entry_get_text (entry) != NULL;
}

static void
keep (UpMomentPage *self, gboolean kept)
{
  g_autofree char *words = up_moment_sheet_get_words (self->sheet);

  /* It may have been erased in the journal since. */
  if (self->entry != NULL && up_journal_find_entry (self->journal, self->entry) != NULL)
    up_journal_edit_moment (self->journal, self->entry, kept ? g_strstrip (words) : NULL);
  up_moment_sheet_set_kept (self->sheet, is_kept (self));
}

static void
on_keep (UpMomentPage *self, gboolean kept)
{
  keep (self, kept);
}

/* At its end a moment is practised, and what was written is no draft any more. */
static void
finish_moment (UpMomentPage *self)
{
  UpMoment *moment = get_moment (self);
  g_autofree char *key = make_draft_key (self);
  UpText prompt;

  up_journal_set_draft (self->journal, key, NULL);
  if (self->entry == NULL && moment != NULL)
    {
      prompt = up_moment_get_prompt (moment);
      self->entry = g_strdup (up_journal_add_moment (self->journal, up_moment_get_id (moment),
                                                     prompt.text, prompt.language, NULL));
    }
  else if (is_kept (self))
    {
      keep (self, TRUE);
    }
}

static void
set_stage (UpMomentPage *self, UpMomentStage stage)
{
  GtkWidget *heading = up_moment_sheet_set_stage (self->sheet, stage);

  up_scroller_lead_to (self->scroller, heading);
  up_moment_sheet_tidy (self->sheet);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_texts (UpMomentPage *self)
{
  UpMoment *moment = get_moment (self);
  g_autofree char *place = NULL;

  if (moment == NULL)
    return;

  if (self->moments->len > 1)
    place = up_digits_in_interface (
      /* Translators: which moment it is of those that are due, such as “Moment 2 of 3” */
      g_strdup_printf (_ ("Moment %u of %u"), self->position + 1, self->moments->len));
  up_moment_sheet_set_moment (self->sheet, self->catalog, moment, place);
}

static void
show_moment (UpMomentPage *self)
{
  g_autofree char *key = make_draft_key (self);

  g_clear_pointer (&self->entry, g_free);
  show_texts (self);
  up_moment_sheet_set_words (self->sheet, up_journal_get_draft (self->journal, key));
  up_moment_sheet_set_kept (self->sheet, FALSE);
  up_moment_sheet_set_next (self->sheet, self->position + 1 < self->moments->len ? _ ("Next Moment")
                                                                                 : _ ("Done"));
  gtk_stack_set_visible_child_name (self->stack, "moment");
  set_stage (self, UP_MOMENT_ASKING);
}

static void
update_enough (UpMomentPage *self)
{
  guint n = up_due_watch_count (self->watch);
  g_autofree char *next = NULL;

  if (up_moment_page_get_moment (self) != NULL)
    return;

  if (n > 0)
    next = up_digits_in_interface (
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u moment is still there for today.",
                                    "%u moments are still there for today.", n),
                       n));
  else
    next = up_due_watch_describe_next (self->watch);
  adw_status_page_set_description (self->status_page, next);
}

static void
show_enough (UpMomentPage *self)
{
  update_enough (self);
  gtk_stack_set_visible_child_name (self->stack, "enough");
  gtk_widget_grab_focus (self->back_button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_position (UpMomentPage *self)
{
  if (self->position < self->moments->len)
    show_moment (self);
  else
    show_enough (self);
}

/* To the next moment, or from a single one back to where it was chosen. */
static void
leave_moment (UpMomentPage *self)
{
  if (!self->is_session)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      return;
    }

  self->position++;
  show_position (self);
}

static void
up_moment_page_shown (AdwNavigationPage *page)
{
  UpMomentPage *self = UP_MOMENT_PAGE (page);

  if (up_moment_page_get_moment (self) == NULL)
    gtk_widget_grab_focus (self->back_button);
}

static void
up_moment_page_dispose (GObject *object)
{
  UpMomentPage *self = UP_MOMENT_PAGE (object);

  g_clear_object (&self->scroller);
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_MOMENT_PAGE);
  g_clear_pointer (&self->moments, g_ptr_array_unref);
  g_clear_pointer (&self->entry, g_free);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (up_moment_page_parent_class)->dispose (object);
}

static void
up_moment_page_class_init (UpMomentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_moment_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = up_moment_page_shown;

  /**
   * UpMomentPage::changed:
   * @self: the page
   *
   * Another moment or stage is shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_MOMENT_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-moment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpMomentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UpMomentPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, UpMomentPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, UpMomentPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, UpMomentPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, UpMomentPage, step_away_label);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
up_moment_page_init (UpMomentPage *self)
{
  self->moments = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scroller = up_scroller_new (self->scrolled_window);
}

static UpMomentPage *
new_page (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch)
{
  UpMomentPage *self = g_object_new (UP_TYPE_MOMENT_PAGE, NULL);

  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (show_texts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "changed", G_CALLBACK (update_enough), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_moment_page_new:
 * @catalog: the content
 * @journal: what was done
 * @watch: what is due
 * @moment: the id of a moment there is
 *
 * Returns: (transfer floating): a page on which one moment is practised
 */
UpMomentPage *
up_moment_page_new (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch, const char *moment)
{
  UpMomentPage *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_DUE_WATCH (watch), NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  self = new_page (catalog, journal, watch);
  g_ptr_array_add (self->moments, g_strdup (moment));
  show_position (self);

  return self;
}

/**
 * up_moment_page_new_for_due:
 * @catalog: the content
 * @journal: what was done
 * @watch: what is due
 * @first: (nullable): the id of the moment to begin with, where it is due
 *
 * Returns: (transfer floating): a page on which the moments that are due now are practised
 */
UpMomentPage *
up_moment_page_new_for_due (UpCatalog *catalog, UpJournal *journal, UpDueWatch *watch,
                            const char *first)
{
  UpMomentPage *self;
  g_autoptr (GPtrArray) due = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_DUE_WATCH (watch), NULL);

  self = new_page (catalog, journal, watch);
  self->is_session = TRUE;
  due = up_due_watch_list_due (watch);
  for (guint i = 0; i < due->len; i++)
    {
      const char *id = up_moment_get_id (((UpDue *) g_ptr_array_index (due, i))->moment);

      if (g_strcmp0 (id, first) == 0)
        g_ptr_array_insert (self->moments, 0, g_strdup (id));
      else
        g_ptr_array_add (self->moments, g_strdup (id));
    }
  show_position (self);

  return self;
}

/**
 * up_moment_page_is_session:
 * @self: the page
 *
 * Returns: whether it is for the moments that were due when it was made
 */
gboolean
up_moment_page_is_session (UpMomentPage *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_PAGE (self), FALSE);

  return self->is_session;
}

/**
 * up_moment_page_get_moment:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the id of the moment that is shown, or %NULL where none is left
 */
const char *
up_moment_page_get_moment (UpMomentPage *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_PAGE (self), NULL);

  return self->position < self->moments->len ? g_ptr_array_index (self->moments, self->position)
                                             : NULL;
}

/**
 * up_moment_page_can_go_on:
 * @self: the page
 *
 * Returns: whether anything comes after what is shown
 */
gboolean
up_moment_page_can_go_on (UpMomentPage *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_PAGE (self), FALSE);

  return up_moment_page_get_moment (self) != NULL;
}

/**
 * up_moment_page_can_take_back:
 * @self: the page
 *
 * Returns: whether there is a stage to go back to
 */
gboolean
up_moment_page_can_take_back (UpMomentPage *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_PAGE (self), FALSE);

  return up_moment_page_get_moment (self) != NULL &&
         up_moment_sheet_get_stage (self->sheet) > UP_MOMENT_ASKING;
}

/**
 * up_moment_page_can_skip:
 * @self: the page
 *
 * Returns: whether the moment can be passed over
 */
gboolean
up_moment_page_can_skip (UpMomentPage *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_PAGE (self), FALSE);

  return up_moment_page_get_moment (self) != NULL &&
         up_moment_sheet_get_stage (self->sheet) == UP_MOMENT_ASKING;
}

/**
 * up_moment_page_go_on:
 * @self: the page
 *
 * Shows what comes next: more of the moment, the next moment, or that there is none.
 */
void
up_moment_page_go_on (UpMomentPage *self)
{
  UpMomentStage stage;

  g_return_if_fail (UP_IS_MOMENT_PAGE (self));

  if (!up_moment_page_can_go_on (self))
    return;

  stage = up_moment_sheet_get_stage (self->sheet);
  if (stage == UP_MOMENT_GOING_ON)
    {
      leave_moment (self);
      return;
    }

  if (stage + 1 == UP_MOMENT_GOING_ON)
    finish_moment (self);
  set_stage (self, stage + 1);
}

/**
 * up_moment_page_take_back:
 * @self: the page
 *
 * Goes back one stage. What was written is still there.
 */
void
up_moment_page_take_back (UpMomentPage *self)
{
  g_return_if_fail (UP_IS_MOMENT_PAGE (self));

  if (up_moment_page_can_take_back (self))
    set_stage (self, up_moment_sheet_get_stage (self->sheet) - 1);
}

/**
 * up_moment_page_skip:
 * @self: the page
 *
 * Passes the moment over: nothing is put down in the journal. What was written stays for another time.
 */
void
up_moment_page_skip (UpMomentPage *self)
{
  g_return_if_fail (UP_IS_MOMENT_PAGE (self));

  if (up_moment_page_can_skip (self))
    leave_moment (self);
}
