/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-move-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-phrase-links.h"
#include "up-phrase-parts.h"
#include "up-point-links.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpMovePage:
 *
 * One move: what it does, its phrases in the language of the library, and where the guide explains it.
 */
struct _UpMovePage
{
  AdwNavigationPage parent_instance;

  GtkImage *sign;
  GtkLabel *lean;
  UpHeading *title;
  GtkLabel *summary;
  GtkActionable *practise_button;
  GtkBox *sections;

  UpCatalog *catalog;
  UpJournal *journal;
  char *id;
  gboolean entered; /* the focus has been here */
};

G_DEFINE_FINAL_TYPE (UpMovePage, up_move_page, ADW_TYPE_NAVIGATION_PAGE)

/* A move is entered at its title. */
static gboolean
up_move_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpMovePage *self = UP_MOVE_PAGE (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL)
    {
      self->entered = TRUE;
      up_heading_take_focus (GTK_WIDGET (self->title));
      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_move_page_parent_class)->focus (widget, direction);
}

static void
up_move_page_dispose (GObject *object)
{
  UpMovePage *self = UP_MOVE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_MOVE_PAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (up_move_page_parent_class)->dispose (object);
}

static void
up_move_page_class_init (UpMovePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_move_page_dispose;
  widget_class->focus = up_move_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-move-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpMovePage, sign);
  gtk_widget_class_bind_template_child (widget_class, UpMovePage, lean);
  gtk_widget_class_bind_template_child (widget_class, UpMovePage, title);
  gtk_widget_class_bind_template_child (widget_class, UpMovePage, summary);
  gtk_widget_class_bind_template_child (widget_class, UpMovePage, practise_button);
  gtk_widget_class_bind_template_child (widget_class, UpMovePage, sections);
}

static void
up_move_page_init (UpMovePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_move_page_new:
 * @catalog: where its phrases are
 * @journal: where those of one's own are
 * @move: the move
 * @language: the language of the phrase library
 *
 * Returns: (transfer floating): the move's page
 */
UpMovePage *
up_move_page_new (UpCatalog *catalog, UpJournal *journal, UpMove *move, const char *language)
{
  UpMovePage *self;
  g_autofree char *tag = NULL;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_MOVE (move), NULL);

  tag = g_strconcat ("move/", up_move_get_id (move), NULL);
  self = g_object_new (UP_TYPE_MOVE_PAGE, "tag", tag, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->id = g_strdup (up_move_get_id (move));
  up_move_page_set_move (self, move, language);

  return self;
}

/**
 * up_move_page_get_move:
 * @self: a page
 *
 * Returns: (transfer none): the id of the move it shows
 */
const char *
up_move_page_get_move (UpMovePage *self)
{
  g_return_val_if_fail (UP_IS_MOVE_PAGE (self), NULL);

  return self->id;
}

/**
 * up_move_page_set_move:
 * @self: a page
 * @move: the move of the page's id
 * @language: the language of the phrase library
 *
 * Shows the move and all that belongs to it as the catalogue has it now.
 */
void
up_move_page_set_move (UpMovePage *self, UpMove *move, const char *language)
{
  GListModel *phrases;
  int lean;

  g_return_if_fail (UP_IS_MOVE_PAGE (self));
  g_return_if_fail (UP_IS_MOVE (move));

  lean = (int) up_move_get_lean (move);
  up_sign_set_lean (self->sign, up_move_get_lean (move));
  gtk_label_set_text (self->lean, up_terms_get_title (UP_TERMS_LEAN, lean));
  up_heading_set_text (self->title, up_move_get_title (move));
  up_content_label_set_text (self->summary, up_move_get_summary (move));

  up_section_clear (self->sections);
  phrases = up_catalog_get_phrases (self->catalog, language);
  if (phrases != NULL)
    up_section_append (self->sections, _ ("Phrases"), 2,
                       up_phrase_links_new (phrases, self->journal, self->id, NULL));
  up_section_append (self->sections, _ ("In the Guide"), 2,
                     up_point_links_new (self->catalog, up_move_get_covers (move), UP_BLOCK_MOVES,
                                         up_move_get_id (move)));
  gtk_actionable_set_action_target (self->practise_button, "s", self->id);
}
