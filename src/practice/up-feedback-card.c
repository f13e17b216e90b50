/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-feedback-card.h"

#include "up-considerations.h"
#include "up-content-label.h"
#include "up-links.h"
#include "up-quote.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpFeedbackCard:
 *
 * What a choice does, what it weighs and leaves open, what one might say instead, and where one can
 * read on.
 */
struct _UpFeedbackCard
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkLabel *text_label;
  GtkBox *considerations_box;
  GtkWidget *instead_box;
  GtkLabel *instead_label;
  GtkWidget *copy_button;
  GtkBox *links_box;
};

G_DEFINE_FINAL_TYPE (UpFeedbackCard, up_feedback_card, ADW_TYPE_BIN)

static void
append_link (UpFeedbackCard *self, GtkWidget *sign, UpText title, const char *kind,
             const char *action, const char *id)
{
  GtkWidget *link = up_link_new (sign, title, action, g_variant_new_string (id));

  up_link_add_text (link, (UpText) { kind, NULL }, "caption");
  gtk_box_append (self->links_box, link);
  gtk_widget_set_visible (GTK_WIDGET (self->links_box), TRUE);
}

static void
append_moves (UpFeedbackCard *self, UpCatalog *catalog, const UpChoice *choice)
{
  for (guint i = 0; i < up_choice_get_n_moves (choice); i++)
    {
      const char *id = up_choice_get_move (choice, i);
      UpMove *move = up_catalog_find_move (catalog, id);

      if (move != NULL)
        append_link (self, up_sign_new (up_move_get_lean (move)), up_move_get_title (move),
                     _ ("In Phrases"), "win.show-move", id);
    }
}

static void
append_points (UpFeedbackCard *self, UpCatalog *catalog, const UpChoice *choice)
{
  g_autoptr (GPtrArray) chapters = g_ptr_array_new ();

  for (guint i = 0; i < up_choice_get_n_points (choice); i++)
    {
      const char *id = up_choice_get_point (choice, i);
      const UpBlock *block;
      UpChapter *chapter = up_guide_find_point (up_catalog_get_guide (catalog), id, &block);

      /* Two points of a chapter would be two links that read the same. */
      if (chapter == NULL || g_ptr_array_find (chapters, chapter, NULL))
        continue;

      g_ptr_array_add (chapters, chapter);
      append_link (self, up_ornament_new ("up-guide-symbolic"), up_chapter_get_title (chapter),
                   _ ("In the Guide"), "win.show-point", id);
    }
}

static void
up_feedback_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_FEEDBACK_CARD);

  G_OBJECT_CLASS (up_feedback_card_parent_class)->dispose (object);
}

static void
up_feedback_card_class_init (UpFeedbackCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_feedback_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-feedback-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, considerations_box);
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, instead_box);
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, instead_label);
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, copy_button);
  gtk_widget_class_bind_template_child (widget_class, UpFeedbackCard, links_box);
}

static void
up_feedback_card_init (UpFeedbackCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_feedback_card_new:
 * @catalog: the content
 * @choice: a choice that was made
 * @titled: whether the card has a heading of its own
 *
 * Makes the card of a choice's feedback.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
up_feedback_card_new (UpCatalog *catalog, const UpChoice *choice, gboolean titled)
{
  UpFeedbackCard *self;
  UpText instead;
  GtkWidget *weighed, *open;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  self = g_object_new (UP_TYPE_FEEDBACK_CARD, NULL);
  gtk_widget_set_visible (self->heading, titled);
  up_content_label_set_text (self->text_label, up_choice_get_feedback (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  up_choice_get_feedback (choice).text, -1);

  weighed = up_considerations_new_weighed (choice);
  open = up_considerations_new_open (choice);
  if (weighed != NULL)
    gtk_box_append (self->considerations_box, weighed);
  if (open != NULL)
    gtk_box_append (self->considerations_box, open);
  gtk_widget_set_visible (GTK_WIDGET (self->considerations_box), weighed != NULL || open != NULL);

  instead = up_choice_get_instead (choice);
  if (up_text_is_set (instead))
    {
      g_autofree char *quoted = up_quote (instead);

      up_content_label_set_text (self->instead_label, (UpText) { quoted, instead.language });
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy_button), "s", instead.text);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy_button), "practice.copy");
      gtk_widget_set_visible (self->instead_box, TRUE);
    }

  append_moves (self, catalog, choice);
  append_points (self, catalog, choice);

  return GTK_WIDGET (self);
}

/**
 * up_feedback_card_get_heading:
 * @self: a feedback card
 *
 * Returns: (transfer none): its heading, which takes the focus when the card is new
 */
GtkWidget *
up_feedback_card_get_heading (UpFeedbackCard *self)
{
  g_return_val_if_fail (UP_IS_FEEDBACK_CARD (self), NULL);

  return self->heading;
}
