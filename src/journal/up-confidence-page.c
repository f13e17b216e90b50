/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-confidence-page.h"

#include "up-column.h"
#include "up-confidence-chart.h"
#include "up-content-label.h"
#include "up-dates.h"
#include "up-digits.h"
#include "up-heading.h"
#include "up-terms.h"

#include <glib/gi18n-lib.h>

/**
 * UpConfidencePage:
 *
 * How sure somebody felt before and after each attempt: as a chart, and the same as a table.
 */
struct _UpConfidencePage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  UpHeading *heading;
  UpConfidenceChart *chart;
  GtkLabel *newest_label;
  UpHeading *table_heading;
  GtkColumnView *table;

  UpJournal *journal;
  GListStore *attempts; /* of UpEntry, newest first: those that say something */
  gboolean entered;     /* the focus has been here */
};

G_DEFINE_FINAL_TYPE (UpConfidencePage, up_confidence_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_setup (UpConfidencePage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, up_content_label_new (UP_TEXT_NONE, NULL));
}

static void
show_cell (GtkListItem *item, UpText text)
{
  up_content_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
on_attempt_bind (UpConfidencePage *self, GtkListItem *item)
{
  UpEntry *attempt = gtk_list_item_get_item (item);
  g_autofree char *date = up_date_format (up_entry_get_date (attempt));
  const char *title = up_entry_get_title (attempt);
  g_autofree char *text = g_strconcat (title != NULL ? title : "", "\n", date, NULL);

  show_cell (item, (UpText) { text, up_entry_get_language (attempt) });
}

static void
show_confidence (GtkListItem *item, UpConfidenceTime when)
{
  guint step = up_entry_get_confidence (gtk_list_item_get_item (item), when);

  show_cell (item, (UpText) { step > 0 ? up_terms_get_title (UP_TERMS_CONFIDENCE, (int) step - 1)
                                       /* Translators: in a table, where nothing was said */
                                       : C_ ("confidence", "–"),
                              NULL });
}

static void
on_before_bind (UpConfidencePage *self, GtkListItem *item)
{
  show_confidence (item, UP_CONFIDENCE_BEFORE);
}

static void
on_after_bind (UpConfidencePage *self, GtkListItem *item)
{
  show_confidence (item, UP_CONFIDENCE_AFTER);
}

static void
update_newest (UpConfidencePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->attempts));
  guint n_shown = up_confidence_chart_get_n_shown (self->chart);

  if (n_shown < n)
    {
      g_autofree char *text = up_digits_in_interface (g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "The newest of %u attempt is shown; the table has them all.",
                     "The newest of %u attempts are shown; the table has them all.", n),
        n));

      gtk_label_set_text (self->newest_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->newest_label), n_shown < n);
}

static void
describe_chart (UpConfidencePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->attempts));
  g_autofree char *name = up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Chart of confidence before and after %u attempt",
                 "Chart of confidence before and after %u attempts", n),
    n));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("The table says the same."), -1);
}

static void
update (UpConfidencePage *self)
{
  GListModel *entries = up_journal_get_entries (self->journal);
  guint n = g_list_model_get_n_items (entries);
  g_autoptr (GPtrArray) attempts = g_ptr_array_new_with_free_func (g_object_unref);
  const char *visible = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);

      if (up_entry_get_kind (entry) == UP_ENTRY_ATTEMPT &&
          (up_entry_get_confidence (entry, UP_CONFIDENCE_BEFORE) != 0 ||
           up_entry_get_confidence (entry, UP_CONFIDENCE_AFTER) != 0))
        g_ptr_array_add (attempts, g_steal_pointer (&entry));
    }

  g_list_store_splice (self->attempts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->attempts)),
                       attempts->pdata, attempts->len);
  up_confidence_chart_set_attempts (self->chart, G_LIST_MODEL (self->attempts));
  describe_chart (self);
  update_newest (self);
  if (attempts->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (g_strcmp0 (visible, "empty") == 0)
    gtk_stack_set_visible_child_name (self->stack, "chart");
}

static void
on_show_table (UpConfidencePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "table");
  up_heading_take_focus (GTK_WIDGET (self->table_heading));
}

static void
on_show_chart (UpConfidencePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "chart");
  up_heading_take_focus (GTK_WIDGET (self->heading));
}

/* The page is entered at its heading. */
static gboolean
up_confidence_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpConfidencePage *self = UP_CONFIDENCE_PAGE (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "chart") == 0)
    {
      self->entered = TRUE;
      up_heading_take_focus (GTK_WIDGET (self->heading));
      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_confidence_page_parent_class)->focus (widget, direction);
}

static void
up_confidence_page_dispose (GObject *object)
{
  UpConfidencePage *self = UP_CONFIDENCE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CONFIDENCE_PAGE);
  g_clear_object (&self->attempts);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_confidence_page_parent_class)->dispose (object);
}

static void
up_confidence_page_class_init (UpConfidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_confidence_page_dispose;
  widget_class->focus = up_confidence_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_CONFIDENCE_CHART);
  g_type_ensure (UP_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/up-confidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpConfidencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, UpConfidencePage, heading);
  gtk_widget_class_bind_template_child (widget_class, UpConfidencePage, chart);
  gtk_widget_class_bind_template_child (widget_class, UpConfidencePage, newest_label);
  gtk_widget_class_bind_template_child (widget_class, UpConfidencePage, table_heading);
  gtk_widget_class_bind_template_child (widget_class, UpConfidencePage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_attempt_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_before_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_after_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_show_table);
  gtk_widget_class_bind_template_callback (widget_class, on_show_chart);
}

static void
up_confidence_page_init (UpConfidencePage *self)
{
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  up_heading_set_text (self->heading, (UpText) { _ ("Confidence"), NULL });
  up_heading_set_text (self->table_heading, (UpText) { _ ("Confidence"), NULL });

  self->attempts = g_list_store_new (UP_TYPE_ENTRY);
  selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->attempts))));
  gtk_column_view_set_model (self->table, selection);
  g_object_unref (selection);
  g_signal_connect_object (self->chart, "notify::n-shown", G_CALLBACK (update_newest), self,
                           G_CONNECT_SWAPPED);
}

/**
 * up_confidence_page_new:
 * @journal: where the attempts are
 *
 * Returns: (transfer floating): the page
 */
UpConfidencePage *
up_confidence_page_new (UpJournal *journal)
{
  UpConfidencePage *self;

  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_CONFIDENCE_PAGE, NULL);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (up_journal_get_entries (journal), "items-changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
