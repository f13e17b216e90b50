/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-support-page.h"

#include "up-column.h"
#include "up-contacts.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-text-area.h"

#include <glib/gi18n-lib.h>

/**
 * UpSupportPage:
 *
 * Words on looking after oneself, and contacts that the person fills in. Over a scene it is also the
 * pause from it.
 */
struct _UpSupportPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *pause_box;
  GtkWidget *pause_label;
  GtkLabel *title_label;
  GtkBox *blocks_box;
  GtkBox *contacts_box;
  GtkWidget *contacts_heading;

  UpCatalog *catalog;
  UpJournal *journal;
  UpContacts *contacts; /* what the organisation presets */
  gboolean paused;
  gboolean is_focus_owed;
};

G_DEFINE_FINAL_TYPE (UpSupportPage, up_support_page, ADW_TYPE_NAVIGATION_PAGE)

static void
fill_blocks (UpSupportPage *self, UpSupport *support)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks_box))) != NULL)
    gtk_box_remove (self->blocks_box, child);

  for (guint i = 0; i < up_support_get_n_blocks (support); i++)
    {
      const UpSupportBlock *block = up_support_get_block (support, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (box),
                      up_heading_new (block->title, self->paused ? 3 : 2, "heading"));
      for (guint j = 0; j < block->n_paragraphs; j++)
        gtk_box_append (GTK_BOX (box), up_content_label_new (block->paragraphs[j], "paragraph"));
      gtk_box_append (self->blocks_box, box);
    }
}

static void
on_contact_changed (UpTextArea *area, UpSupportPage *self)
{
  g_autofree char *text = up_text_area_get_text (area);

  up_journal_set_contact (self->journal, g_object_get_data (G_OBJECT (area), "contact"), text);
}

static void
append_contact (UpSupportPage *self, const char *id, UpText title, UpText hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *area = up_text_area_new ();
  GtkWidget *label = up_content_label_new (title, "caption-heading");
  GtkWidget *description = NULL;
  gboolean own = FALSE;
  const char *text = up_contacts_get_text (self->contacts, self->journal, id, &own);

  gtk_box_append (GTK_BOX (box), label);
  if (text != NULL && !own)
    hint = (UpText) { _ ("Filled in by the organisation"), NULL };
  if (up_text_is_set (hint))
    {
      description = up_content_label_new (hint, "caption");
      gtk_widget_add_css_class (description, "dimmed");
      gtk_box_append (GTK_BOX (box), description);
    }

  up_text_area_set_text (UP_TEXT_AREA (area), text);
  up_text_area_set_label (UP_TEXT_AREA (area), label, description);
  g_object_set_data_full (G_OBJECT (area), "contact", g_strdup (id), g_free);
  g_signal_connect (area, "changed", G_CALLBACK (on_contact_changed), self);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (self->contacts_box, box);
}

static void
fill_contacts (UpSupportPage *self, UpSupport *support)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->contacts_box));
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (first)) != NULL)
    gtk_box_remove (self->contacts_box, child);

  if (up_contacts_get_trouble (self->contacts) != NULL)
    gtk_box_append (
      self->contacts_box,
      up_content_label_new ((UpText) { up_contacts_get_trouble (self->contacts), NULL }, "dimmed"));

  for (guint i = 0; i < up_support_get_n_contacts (support); i++)
    {
      const UpSupportContact *contact = up_support_get_contact (support, i);
      const UpContact *preset = up_contacts_find_contact (self->contacts, contact->id);
      UpText title = contact->title;

      if (preset != NULL && preset->title != NULL)
        title = (UpText) { preset->title, NULL };
      append_contact (self, contact->id, title, contact->hint);
    }

  for (guint i = 0; i < up_contacts_get_n_contacts (self->contacts); i++)
    {
      const UpContact *preset = up_contacts_get_contact (self->contacts, i);

      if (up_support_find_contact (support, preset->id) == NULL)
        append_contact (self, preset->id, (UpText) { preset->title, NULL }, UP_TEXT_NONE);
    }
}

static void
fill (UpSupportPage *self)
{
  UpSupport *support = up_catalog_get_support (self->catalog);
  UpText title = up_support_get_title (support);

  up_content_label_set_text (self->title_label, title);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 self->paused ? _ ("Paused") : title.text);
  fill_blocks (self, support);
  fill_contacts (self, support);
}

static void
up_support_page_shown (AdwNavigationPage *page)
{
  UpSupportPage *self = UP_SUPPORT_PAGE (page);

  if (self->is_focus_owed)
    up_heading_take_focus (self->paused ? self->pause_label : GTK_WIDGET (self->title_label));
  self->is_focus_owed = FALSE;
}

static void
up_support_page_dispose (GObject *object)
{
  UpSupportPage *self = UP_SUPPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_SUPPORT_PAGE);
  g_clear_object (&self->contacts);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_support_page_parent_class)->dispose (object);
}

static void
up_support_page_class_init (UpSupportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_support_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = up_support_page_shown;

  g_type_ensure (UP_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-support-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpSupportPage, pause_box);
  gtk_widget_class_bind_template_child (widget_class, UpSupportPage, pause_label);
  gtk_widget_class_bind_template_child (widget_class, UpSupportPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, UpSupportPage, blocks_box);
  gtk_widget_class_bind_template_child (widget_class, UpSupportPage, contacts_box);
  gtk_widget_class_bind_template_child (widget_class, UpSupportPage, contacts_heading);
}

static void
up_support_page_init (UpSupportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_support_page_new:
 * @catalog: the content
 * @journal: where the contacts are kept
 * @paused: whether it is the pause from a scene
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
up_support_page_new (UpCatalog *catalog, UpJournal *journal, gboolean paused)
{
  UpSupportPage *self;
  int level = paused ? 2 : 1;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_SUPPORT_PAGE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->contacts = up_contacts_load_preset (catalog);
  self->paused = paused;
  self->is_focus_owed = TRUE;

  gtk_widget_set_visible (self->pause_box, paused);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), paused ? "title-2" : "title-1");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  level, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contacts_heading),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level + 1, -1);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
