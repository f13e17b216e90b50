/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-moment-sheet.h"

#include "up-content-label.h"
#include "up-links.h"
#include "up-listen-for.h"
#include "up-rehearsal-view.h"
#include "up-sign.h"
#include "up-text-area.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpMomentSheet:
 *
 * One moment: a situation, what one would say in it, and then, a breath at a time, what to listen for
 * in that, a likely reply and a way to go on.
 */
struct _UpMomentSheet
{
  GtkBox parent_instance;

  GtkLabel *role_label;
  GtkLabel *situation_label;
  GtkWidget *prompt_label;
  GtkWidget *ask_box;
  GtkWidget *explanation_label;
  GtkWidget *silence_label;
  UpTextArea *area;
  GtkWidget *listen_box;
  GtkWidget *listen_heading;
  AdwBin *words_bin;
  GtkBox *listen_list;
  GtkWidget *reply_box;
  GtkWidget *reply_heading;
  GtkLabel *reply_label;
  GtkWidget *go_on_box;
  GtkWidget *go_on_heading;
  GtkLabel *go_on_label;
  GtkWidget *moves_heading;
  GtkWidget *moves_box;
  GtkWidget *keep_button;
  GtkLabel *keep_label;
  GtkWidget *actions_box;
  GtkButton *continue_button;

  UpMomentStage stage;
  gboolean kept;
  char *next; /* what leads on from the last stage */
};

enum
{
  WORDS_CHANGED,
  KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpMomentSheet, up_moment_sheet, GTK_TYPE_BOX)

static void
on_words_changed (UpMomentSheet *self)
{
  g_autofree char *words = up_text_area_get_text (self->area);

  g_signal_emit (self, signals[WORDS_CHANGED], 0, words);
}

static void
on_keep (UpMomentSheet *self)
{
  g_signal_emit (self, signals[KEEP], 0, !self->kept);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           self->kept ? _ ("Kept in the journal") : _ ("No longer in the journal"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Before the entry, which would begin a new line. */
static gboolean
on_key_pressed (UpMomentSheet *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "practice.continue", NULL);

  return GDK_EVENT_STOP;
}

static void
fill_list (UpMomentSheet *self, UpMoment *moment)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->listen_list))) != NULL)
    gtk_box_remove (self->listen_list, child);
  for (guint i = 0; i < up_moment_get_n_listen_for (moment); i++)
    gtk_box_append (self->listen_list,
                    up_listen_for_item_new (up_moment_get_listen_for (moment, i)));
}

static void
fill_moves (UpMomentSheet *self, UpCatalog *catalog, UpMoment *moment)
{
  up_links_clear (self->moves_box);
  for (guint i = 0; i < up_moment_get_n_moves (moment); i++)
    {
      UpMove *move = up_catalog_find_move (catalog, up_moment_get_move (moment, i));

      if (move != NULL)
        up_links_append (self->moves_box,
                         up_link_new (up_sign_new (up_move_get_lean (move)),
                                      up_move_get_title (move), "win.show-move",
                                      g_variant_new_string (up_move_get_id (move))));
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->moves_box),
                          gtk_widget_get_first_child (self->moves_box) != NULL);
}

static void
update_keep (UpMomentSheet *self)
{
  gtk_label_set_label (self->keep_label, self->kept ? _ ("Take These Words out of the Journal")
                                                    : _ ("Keep These Words in the Journal"));
  gtk_widget_set_visible (self->keep_button, !up_text_area_is_empty (self->area));
}

static void
update_words (UpMomentSheet *self)
{
  g_autofree char *words = up_text_area_get_text (self->area);
  gboolean written = *g_strstrip (words) != '\0';

  adw_bin_set_child (self->words_bin, written ? up_own_words_new (words) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->words_bin), written);
}

static void
up_moment_sheet_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_MOMENT_SHEET);

  G_OBJECT_CLASS (up_moment_sheet_parent_class)->dispose (object);
}

static void
up_moment_sheet_finalize (GObject *object)
{
  g_free (UP_MOMENT_SHEET (object)->next);

  G_OBJECT_CLASS (up_moment_sheet_parent_class)->finalize (object);
}

static void
up_moment_sheet_class_init (UpMomentSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_moment_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = up_moment_sheet_finalize;

  /**
   * UpMomentSheet::words-changed:
   * @self: the sheet
   * @words: what is written in it now
   */
  signals[WORDS_CHANGED] =
    g_signal_new ("words-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * UpMomentSheet::keep:
   * @self: the sheet
   * @kept: whether the words are to be kept in the journal
   *
   * Whoever does so says so by up_moment_sheet_set_kept().
   */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-moment-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, role_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, situation_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, ask_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, silence_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, area);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, listen_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, listen_heading);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, words_bin);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, listen_list);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, reply_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, reply_heading);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, reply_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, go_on_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, go_on_heading);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, go_on_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, moves_heading);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, moves_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, keep_button);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, keep_label);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, actions_box);
  gtk_widget_class_bind_template_child (widget_class, UpMomentSheet, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
up_moment_sheet_init (UpMomentSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->area, self->prompt_label, self->explanation_label);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * up_moment_sheet_set_moment:
 * @self: a sheet
 * @catalog: the content
 * @moment: what it shows
 * @place: (nullable): which of several moments it is, in words
 *
 * Shows a moment's texts. What is written and how far one is stay as they are.
 */
void
up_moment_sheet_set_moment (UpMomentSheet *self, UpCatalog *catalog, UpMoment *moment,
                            const char *place)
{
  UpRole role;
  g_autofree char *facts = NULL;

  g_return_if_fail (UP_IS_MOMENT_SHEET (self));
  g_return_if_fail (UP_IS_CATALOG (catalog));
  g_return_if_fail (UP_IS_MOMENT (moment));

  role = up_moment_get_role (moment);
  facts = g_strjoin (" · ", up_terms_get_title (UP_TERMS_ROLE, role), place, NULL);
  gtk_label_set_label (self->role_label, facts);
  gtk_widget_set_visible (self->silence_label, role == UP_ROLE_TARGET);
  up_content_label_set_text (self->situation_label, up_moment_get_situation (moment));
  up_content_label_set_text (GTK_LABEL (self->prompt_label), up_moment_get_prompt (moment));
  fill_list (self, moment);
  up_content_label_set_text (self->reply_label, up_moment_get_reply (moment));
  up_content_label_set_text (self->go_on_label, up_moment_get_go_on (moment));
  fill_moves (self, catalog, moment);
}

/**
 * up_moment_sheet_set_words:
 * @self: a sheet
 * @words: (nullable): what is written in it from now on
 */
void
up_moment_sheet_set_words (UpMomentSheet *self, const char *words)
{
  g_return_if_fail (UP_IS_MOMENT_SHEET (self));

  up_text_area_set_text (self->area, words);
  update_words (self);
  update_keep (self);
}

/**
 * up_moment_sheet_get_words:
 * @self: a sheet
 *
 * Returns: (transfer full): what is written in it
 */
char *
up_moment_sheet_get_words (UpMomentSheet *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_SHEET (self), NULL);

  return up_text_area_get_text (self->area);
}

/**
 * up_moment_sheet_set_kept:
 * @self: a sheet
 * @kept: whether the words are in the journal
 */
void
up_moment_sheet_set_kept (UpMomentSheet *self, gboolean kept)
{
  g_return_if_fail (UP_IS_MOMENT_SHEET (self));

  self->kept = kept;
  update_keep (self);
}

/**
 * up_moment_sheet_set_next:
 * @self: a sheet
 * @label: what leads on from the last stage
 */
void
up_moment_sheet_set_next (UpMomentSheet *self, const char *label)
{
  g_return_if_fail (UP_IS_MOMENT_SHEET (self));
  g_return_if_fail (label != NULL);

  g_set_str (&self->next, label);
}

/**
 * up_moment_sheet_get_stage:
 * @self: a sheet
 *
 * Returns: how far one is
 */
UpMomentStage
up_moment_sheet_get_stage (UpMomentSheet *self)
{
  g_return_val_if_fail (UP_IS_MOMENT_SHEET (self), UP_MOMENT_ASKING);

  return self->stage;
}

/**
 * up_moment_sheet_set_stage:
 * @self: a sheet
 * @stage: how far one is from now on
 *
 * Shows all that comes up to @stage. What is not part of it is still there until
 * up_moment_sheet_tidy(), so that the focus can be led away from it.
 *
 * Returns: (transfer none): the heading of what is new, to lead to
 */
GtkWidget *
up_moment_sheet_set_stage (UpMomentSheet *self, UpMomentStage stage)
{
  GtkWidget *headings[] = { self->prompt_label, self->listen_heading, self->reply_heading,
                            self->go_on_heading };

  g_return_val_if_fail (UP_IS_MOMENT_SHEET (self), NULL);
  g_return_val_if_fail (stage <= UP_MOMENT_GOING_ON, NULL);

  self->stage = stage;
  update_words (self);
  update_keep (self);
  gtk_button_set_label (self->continue_button, stage == UP_MOMENT_GOING_ON && self->next != NULL
                                                 ? self->next
                                                 : _ ("Continue"));

  if (stage == UP_MOMENT_ASKING)
    gtk_widget_set_visible (self->ask_box, TRUE);
  else
    gtk_widget_set_visible (self->actions_box, TRUE);
  if (stage >= UP_MOMENT_LISTENING)
    gtk_widget_set_visible (self->listen_box, TRUE);
  if (stage >= UP_MOMENT_REPLY)
    gtk_widget_set_visible (self->reply_box, TRUE);
  if (stage >= UP_MOMENT_GOING_ON)
    gtk_widget_set_visible (self->go_on_box, TRUE);

  return headings[stage];
}

/**
 * up_moment_sheet_tidy:
 * @self: a sheet
 *
 * Hides what is not part of the stage.
 */
void
up_moment_sheet_tidy (UpMomentSheet *self)
{
  g_return_if_fail (UP_IS_MOMENT_SHEET (self));

  gtk_widget_set_visible (self->listen_box, self->stage >= UP_MOMENT_LISTENING);
  gtk_widget_set_visible (self->reply_box, self->stage >= UP_MOMENT_REPLY);
  gtk_widget_set_visible (self->go_on_box, self->stage >= UP_MOMENT_GOING_ON);
  gtk_widget_set_visible (self->ask_box, self->stage == UP_MOMENT_ASKING);
  gtk_widget_set_visible (self->actions_box, self->stage > UP_MOMENT_ASKING);
}
