/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-card-button.h"

#include "up-digits.h"
#include "up-content-label.h"

#include <glib/gi18n-lib.h>

/**
 * UpCardButton:
 *
 * A scenario's card: what it is about, and whether it was done or stopped half-way.
 */
struct _UpCardButton
{
  GtkButton parent_instance;

  GtkLabel *title_label;
  GtkLabel *summary_label;
  GtkLabel *facts_label;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state_label;

  UpCatalog *catalog;
  UpJournal *journal;
  UpCard *card;
};

G_DEFINE_FINAL_TYPE (UpCardButton, up_card_button, GTK_TYPE_BUTTON)

static void
update_facts (UpCardButton *self)
{
  guint minutes = up_card_get_minutes (self->card);
  const char *language = up_card_get_language (self->card);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) facts = NULL;
  g_autofree char *line = NULL;

  g_strv_builder_add (builder, up_terms_get_title (UP_TERMS_ROLE, up_card_get_role (self->card)));
  g_strv_builder_add (builder, up_terms_get_title (UP_TERMS_PLACE, up_card_get_place (self->card)));
  g_strv_builder_take (
    builder, up_digits_in_interface (g_strdup_printf (
               g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes)));
  if (language != NULL && g_strcmp0 (language, up_catalog_get_language (self->catalog)) != 0)
    /* Translators: of a scenario that is not there in the language of the content; %s: a language. */
    g_strv_builder_take (builder,
                         g_strdup_printf (_ ("Told in %s"), up_language_get_name (language)));
  facts = g_strv_builder_end (builder);
  line = g_strjoinv (" · ", facts);

  gtk_label_set_text (self->facts_label, line);
}

static void
up_card_button_dispose (GObject *object)
{
  UpCardButton *self = UP_CARD_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_CARD_BUTTON);
  g_clear_object (&self->card);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_card_button_parent_class)->dispose (object);
}

static void
up_card_button_class_init (UpCardButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_card_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-card-button.ui");
  gtk_widget_class_bind_template_child (widget_class, UpCardButton, title_label);
  gtk_widget_class_bind_template_child (widget_class, UpCardButton, summary_label);
  gtk_widget_class_bind_template_child (widget_class, UpCardButton, facts_label);
  gtk_widget_class_bind_template_child (widget_class, UpCardButton, state_box);
  gtk_widget_class_bind_template_child (widget_class, UpCardButton, state_icon);
  gtk_widget_class_bind_template_child (widget_class, UpCardButton, state_label);
}

static void
up_card_button_init (UpCardButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_card_button_new:
 * @catalog: the content
 * @journal: what was done
 * @card: a card
 *
 * Returns: (transfer floating): a button that opens the card's scenario
 */
GtkWidget *
up_card_button_new (UpCatalog *catalog, UpJournal *journal, UpCard *card)
{
  UpCardButton *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_CARD (card), NULL);

  self = g_object_new (UP_TYPE_CARD_BUTTON, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->card = g_object_ref (card);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", up_card_get_id (card));

  up_card_button_highlight (self, NULL);
  update_facts (self);
  up_card_button_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * up_card_button_highlight:
 * @self: a card's button
 * @query: (nullable): what is searched for
 *
 * Sets off what @query matches.
 */
void
up_card_button_highlight (UpCardButton *self, const char *query)
{
  g_return_if_fail (UP_IS_CARD_BUTTON (self));

  up_content_label_set_highlighted (self->title_label, up_card_get_title (self->card), query);
  up_content_label_set_highlighted (self->summary_label, up_card_get_summary (self->card), query);
}

/**
 * up_card_button_refresh:
 * @self: a card's button
 *
 * Shows anew what the journal knows of the scenario.
 */
void
up_card_button_refresh (UpCardButton *self)
{
  const char *id;
  JsonNode *saved;
  guint attempts;
  gboolean is_open;

  g_return_if_fail (UP_IS_CARD_BUTTON (self));

  id = up_card_get_id (self->card);
  saved = up_journal_get_run (self->journal, id);
  attempts = up_journal_count_attempts (self->journal, id);

  is_open = saved != NULL && !up_run_is_saved_at_end (saved);
  if (is_open)
    {
      gtk_image_set_from_icon_name (self->state_icon, "media-playback-start-symbolic");
      gtk_label_set_text (self->state_label, _ ("Go on where it stopped"));
    }
  else if (attempts > 0)
    {
      g_autofree char *done = up_digits_in_interface (g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Done once", "Done %u times", attempts), attempts));

      gtk_image_set_from_icon_name (self->state_icon, "object-select-symbolic");
      gtk_label_set_text (self->state_label, done);
    }
  gtk_widget_set_visible (self->state_box, attempts > 0 || is_open);
}
