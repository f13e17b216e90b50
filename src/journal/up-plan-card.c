/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-plan-card.h"

#include "up-content-label.h"
#include "up-entry-words.h"
#include "up-links.h"
#include "up-quote.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpPlanCard:
 *
 * A plan that has come round, with what one can do about it.
 */
struct _UpPlanCard
{
  GtkBox parent_instance;

  GtkWidget *words; /* of the plan; NULL while there is none */
  GtkWidget *look_back;
  GtkWidget *open;
};

/* In pixels: room for the mark of the focus around it. */
#define MARGIN 4

G_DEFINE_FINAL_TYPE (UpPlanCard, up_plan_card, GTK_TYPE_BOX)

static void
up_plan_card_class_init (UpPlanCardClass *klass)
{
}

static GtkWidget *
button_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");

  return button;
}

static void
up_plan_card_init (UpPlanCard *self)
{
  GtkWidget *buttons =
    g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  gtk_widget_set_margin_top (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_start (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self), MARGIN);

  self->look_back = button_new (_ ("Look Back"));
  self->open = button_new (_ ("Open the Plan"));
  gtk_widget_add_css_class (self->open, "flat");
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->look_back);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->open);
  gtk_box_append (GTK_BOX (self), buttons);
}

/**
 * up_plan_card_new:
 *
 * Returns: (transfer floating): a card without a plan
 */
GtkWidget *
up_plan_card_new (void)
{
  return g_object_new (UP_TYPE_PLAN_CARD, NULL);
}

/* An action without its target would not be a thing that can be done. */
static void
set_action (GtkWidget *button, const char *action, UpEntry *plan)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", up_entry_get_id (plan));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/**
 * up_plan_card_set_plan:
 * @self: a card
 * @plan: the plan that it shows from now on
 */
void
up_plan_card_set_plan (UpPlanCard *self, UpEntry *plan)
{
  g_return_if_fail (UP_IS_PLAN_CARD (self));
  g_return_if_fail (UP_IS_ENTRY (plan));

  if (self->words != NULL)
    gtk_box_remove (GTK_BOX (self), self->words);
  self->words = up_plan_words_new (plan, NULL);
  gtk_box_prepend (GTK_BOX (self), self->words);

  set_action (self->look_back, "journal.look-back", plan);
  set_action (self->open, "journal.show-entry", plan);
}

static GtkWidget *
part_new (char *text, const char *style_class)
{
  g_autofree char *owned = text;
  GtkWidget *label = up_content_label_new ((UpText) { owned, NULL }, "paragraph");

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

/**
 * up_plan_words_new:
 * @plan: a plan
 * @style_class: (nullable): a style class for its words
 *
 * Returns: (transfer floating): what the plan says, in two paragraphs
 */
GtkWidget *
up_plan_words_new (UpEntry *plan, const char *style_class)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *when = NULL;
  g_autofree char *then = NULL;

  g_return_val_if_fail (UP_IS_ENTRY (plan), NULL);

  when = up_quote_isolate (up_entry_get_when (plan));
  then = up_quote_isolate (up_entry_get_then (plan));
  /* Translators: the first part of a plan: “If a joke is made, …” */
  gtk_box_append (GTK_BOX (words), part_new (g_strdup_printf (_ ("If %s, …"), when), style_class));
  /* Translators: the second part of a plan: “… then I ask what is meant” */
  gtk_box_append (GTK_BOX (words), part_new (g_strdup_printf (_ ("… then %s"), then), style_class));

  return words;
}

/**
 * up_plan_link_new:
 * @plan: a plan
 *
 * Returns: (transfer floating): a link to the plan's page
 */
GtkWidget *
up_plan_link_new (UpEntry *plan)
{
  const char *language;
  g_autofree char *title = NULL;

  g_return_val_if_fail (UP_IS_ENTRY (plan), NULL);

  title = up_entry_words_title (plan, &language);

  return up_link_new (up_ornament_new (up_entry_words_get_icon_name (plan)),
                      (UpText) { title, language }, "journal.show-entry",
                      g_variant_new_string (up_entry_get_id (plan)));
}
