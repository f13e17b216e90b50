/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-due-banner.h"

#include "up-digits.h"
#include "up-heading.h"
#include "up-links.h"

#include <glib/gi18n-lib.h>

/**
 * UpDueBanner:
 *
 * What is due today, and what to take up next with the reason why.
 */
struct _UpDueBanner
{
  GtkBox parent_instance;

  GtkLabel *due_label;
  GtkLabel *reason_label;
  GtkWidget *start_button;
  GtkWidget *next_box;

  UpDueWatch *watch;
  UpCatalog *catalog;
  UpJournal *journal;
};

G_DEFINE_FINAL_TYPE (UpDueBanner, up_due_banner, GTK_TYPE_BOX)

/* Due moments stand above the others and are told of in the words of their own rule. */
static char *
describe_due (UpDueBanner *self, guint count, GPtrArray *next)
{
  if (count == 0)
    return up_due_watch_describe_next (self->watch);

  for (guint i = 0; i < next->len; i++)
    {
      const UpNext *item = g_ptr_array_index (next, i);

      if (item->kind == UP_NEXT_MOMENT)
        return g_strdup (item->reason);
    }

  return NULL;
}

static void
update_due (UpDueBanner *self, GPtrArray *next)
{
  gboolean off = up_due_watch_get_intervals (self->watch) == UP_INTERVALS_OFF;
  guint n = up_due_watch_count (self->watch);
  g_autofree char *reason = describe_due (self, n, next);
  g_autofree char *due = NULL;

  if (n > 0)
    due = up_digits_in_interface (g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Due today: %u moment", "Due today: %u moments", n), n));
  else
    due = g_strdup (off ? _ ("Moments come when they are chosen") : _ ("Nothing is due today"));

  gtk_label_set_label (self->due_label, due);
  if (reason != NULL)
    reason = up_digits_in_interface (g_steal_pointer (&reason));
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  gtk_widget_set_visible (self->start_button, n > 0);
}

static GtkWidget *
make_link (UpDueBanner *self, const UpNext *item)
{
  UpText title;
  const char *action;

  if (item->kind == UP_NEXT_PLAN)
    {
      UpEntry *plan = up_journal_find_entry (self->journal, item->id);

      title = (UpText) { plan != NULL ? up_entry_get_when (plan) : NULL, NULL };
      action = "win.show-entry";
    }
  else
    {
      UpCard *card = up_catalog_find_card (self->catalog, item->id);

      title = card != NULL ? up_card_get_title (card) : UP_TEXT_NONE;
      action = "win.open-scenario";
    }

  return up_text_is_set (title) ? up_link_new (NULL, title, action, g_variant_new_string (item->id))
                                : NULL;
}

static void
update_next (UpDueBanner *self, GPtrArray *next)
{
  GtkWidget *parent;
  gboolean focused =
    gtk_widget_get_mapped (self->next_box) && gtk_widget_get_focus_child (self->next_box) != NULL;

  up_links_clear (self->next_box);
  for (guint i = 0; i < next->len; i++)
    {
      const UpNext *item = g_ptr_array_index (next, i);
      g_autofree char *reason = up_digits_in_interface (g_strdup (item->reason));
      GtkWidget *link;

      if (item->kind == UP_NEXT_MOMENT)
        continue;

      link = make_link (self, item);
      if (link == NULL)
        continue;

      up_link_add_text (link, (UpText) { reason, NULL }, "dimmed");
      up_links_append (self->next_box, link);
    }

  parent = gtk_widget_get_parent (self->next_box);
  gtk_widget_set_visible (parent, gtk_widget_get_first_child (self->next_box) != NULL);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
update (UpDueBanner *self)
{
  g_autoptr (GPtrArray) next = up_due_watch_list_next (self->watch);

  update_due (self, next);
  update_next (self, next);
}

static void
up_due_banner_dispose (GObject *object)
{
  UpDueBanner *self = UP_DUE_BANNER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_DUE_BANNER);
  g_clear_object (&self->watch);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_due_banner_parent_class)->dispose (object);
}

static void
up_due_banner_class_init (UpDueBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_due_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-due-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, UpDueBanner, due_label);
  gtk_widget_class_bind_template_child (widget_class, UpDueBanner, reason_label);
  gtk_widget_class_bind_template_child (widget_class, UpDueBanner, start_button);
  gtk_widget_class_bind_template_child (widget_class, UpDueBanner, next_box);
}

static void
up_due_banner_init (UpDueBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_due_banner_set_watch:
 * @self: a banner that shows nothing yet
 * @watch: what is due
 * @catalog: the content
 * @journal: what was done
 *
 * Shows what is due, from now on.
 */
void
up_due_banner_set_watch (UpDueBanner *self, UpDueWatch *watch, UpCatalog *catalog,
                         UpJournal *journal)
{
  g_return_if_fail (UP_IS_DUE_BANNER (self));
  g_return_if_fail (UP_IS_DUE_WATCH (watch));
  g_return_if_fail (self->watch == NULL);

  self->watch = g_object_ref (watch);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * up_due_banner_take_focus:
 * @self: a banner
 *
 * Puts the focus on what is due today, as a heading.
 */
void
up_due_banner_take_focus (UpDueBanner *self)
{
  g_return_if_fail (UP_IS_DUE_BANNER (self));

  up_heading_take_focus (GTK_WIDGET (self->due_label));
}
