/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-way-view.h"

#include "up-compare.h"
#include "up-content-label.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-ordered-box.h"
#include "up-phrase.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpWayView:
 *
 * A way that one can take: its sign and name, what speaks for it and against it side by side, whether it
 * is ruled out and why, and phrases for it. It stays where it is whatever is said of it.
 */
struct _UpWayView
{
  GtkBox parent_instance;

  GtkWidget *sign;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *ruled_out;
  GtkWidget *reasons;
  GtkWidget *toggle;
  GtkWidget *phrases;
};

G_DEFINE_FINAL_TYPE (UpWayView, up_way_view, GTK_TYPE_BOX)

static void
up_way_view_class_init (UpWayViewClass *klass)
{
}

static void
on_toggled (UpWayView *self)
{
  gboolean is_open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));

  gtk_widget_set_visible (self->phrases, is_open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
}

static GtkWidget *
create_toggle (UpWayView *self)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Phrases to Use"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (content), up_ornament_new ("up-phrases-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (toggle), content);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);

  return toggle;
}

static GtkWidget *
create_box (int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", spacing,
                       NULL);
}

static void
up_way_view_init (UpWayView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");

  self->sign = up_ornament_new (NULL);
  self->title = up_heading_new (UP_TEXT_NONE, 3, "title-4");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (head), self->sign);
  gtk_box_append (GTK_BOX (head), self->title);

  self->text = up_content_label_new (UP_TEXT_NONE, NULL);
  self->ruled_out = create_box (6);
  gtk_widget_add_css_class (self->ruled_out, "note");
  gtk_widget_add_css_class (self->ruled_out, "padded");
  self->reasons = up_compare_new ();
  self->toggle = create_toggle (self);
  self->phrases = up_links_new (_ ("Phrases to Use"));
  gtk_widget_set_visible (self->phrases, FALSE);

  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), self->ruled_out);
  gtk_box_append (GTK_BOX (self), self->reasons);
  gtk_box_append (GTK_BOX (self), self->toggle);
  gtk_box_append (GTK_BOX (self), self->phrases);
  on_toggled (self);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

/* Where the guide tells more, the reason leads there. */
static GtkWidget *
reason_new (const UpWayReason *reason)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *label = up_content_label_new (reason->because, NULL);
  GtkWidget *link;

  gtk_box_append (GTK_BOX (item), label);
  if (reason->covers[0] == NULL)
    return item;

  link = gtk_button_new_with_label (_ ("In the Guide"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), TRUE);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "aside");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  label, NULL, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", reason->covers[0]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.show-point");
  gtk_box_append (GTK_BOX (item), link);

  return item;
}

static GtkWidget *
reasons_new (UpWeighing *weighing, guint advice, UpReasonKind kind, const char *title)
{
  GtkWidget *column = create_box (6);
  GtkWidget *heading = up_heading_new ((UpText) { title, NULL }, 4, "heading");
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  9, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  for (guint i = 0; i < up_weighing_get_n_reasons (weighing, advice, kind); i++)
    gtk_box_append (GTK_BOX (list),
                    reason_new (up_weighing_get_reason (weighing, advice, kind, i)));
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column), list);

  return column;
}

static void
show_sign (UpWayView *self, const UpWayAdvice *way)
{
  int term = up_terms_parse (UP_TERMS_WAY, way->id);
  g_autofree char *icon_name = g_strdup_printf ("up-way-%s-symbolic", way->id);

  if (term == UP_WAY_CALL_IN || term == UP_WAY_CALL_OUT)
    up_sign_set_lean (GTK_IMAGE (self->sign), term == UP_WAY_CALL_IN ? UP_LEAN_IN : UP_LEAN_OUT);
  else
    gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), icon_name);
}

static void
show_reasons (UpWayView *self, UpWeighing *weighing, guint advice)
{
  gboolean is_ruled_out = up_weighing_is_ruled_out (weighing, advice);
  gboolean is_silent =
    !is_ruled_out && up_way_answers_count (up_weighing_get_answers (weighing)) > 0;

  clear (self->ruled_out);
  gtk_widget_set_visible (self->ruled_out, is_ruled_out);
  if (is_ruled_out)
    gtk_box_append (GTK_BOX (self->ruled_out), reasons_new (weighing, advice, UP_REASON_RULES_OUT,
                                                            _ ("Not Safe as Things Stand")));
  if (up_weighing_is_contested (weighing, advice))
    gtk_box_append (GTK_BOX (self->ruled_out),
                    up_content_label_new (
                      (UpText) { _ ("What speaks for it does not make it safe."), NULL }, NULL));

  clear (self->reasons);
  for (guint kind = UP_REASON_FOR; kind <= UP_REASON_AGAINST; kind++)
    {
      if (up_weighing_get_n_reasons (weighing, advice, kind) == 0)
        continue;
      is_silent = FALSE;
      up_compare_append (UP_COMPARE (self->reasons),
                         reasons_new (weighing, advice, kind,
                                      kind == UP_REASON_FOR ? _ ("What Speaks for It")
                                                            : _ ("What Speaks Against It")));
    }
  if (is_silent)
    up_compare_append (
      UP_COMPARE (self->reasons),
      up_content_label_new ((UpText) { _ ("Nothing for or against it from these answers."), NULL },
                            "dimmed"));
  gtk_widget_set_visible (self->reasons, gtk_widget_get_first_child (self->reasons) != NULL);

  /* In place, and less than the ways that are left. */
  if (is_ruled_out)
    {
      gtk_widget_add_css_class (self->text, "dimmed");
      gtk_widget_add_css_class (self->reasons, "dimmed");
    }
  else
    {
      gtk_widget_remove_css_class (self->text, "dimmed");
      gtk_widget_remove_css_class (self->reasons, "dimmed");
    }
}

static GtkWidget *
phrase_new (UpPhrase *phrase)
{
  GtkWidget *row = g_object_new (UP_TYPE_ORDERED_BOX, NULL);
  g_autofree char *words = up_phrase_fill (phrase, NULL);
  GtkWidget *link =
    up_link_new (NULL, (UpText) { words, up_phrase_get_text (phrase).language }, "win.show-phrase",
                 g_variant_new_string (up_phrase_get_id (phrase)));
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_hexpand (link, TRUE);
  gtk_widget_set_tooltip_text (copy, _ ("Copy"));
  gtk_widget_add_css_class (copy, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (copy), "s", words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "which-way.copy");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  up_link_get_title (link), NULL, -1);
  gtk_box_append (GTK_BOX (row), link);
  gtk_box_append (GTK_BOX (row), copy);

  return row;
}

static void
show_phrases (UpWayView *self, GPtrArray *phrases)
{
  up_links_clear (self->phrases);
  for (guint i = 0; i < phrases->len; i++)
    {
      GtkWidget *item =
        g_object_new (ADW_TYPE_BIN, "child", phrase_new (g_ptr_array_index (phrases, i)),
                      "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

      gtk_box_append (GTK_BOX (self->phrases), item);
    }

  gtk_widget_set_visible (self->toggle, phrases->len > 0);
  if (phrases->len > 0)
    on_toggled (self);
  else
    gtk_widget_set_visible (self->phrases, FALSE);
}

/**
 * up_way_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
up_way_view_new (void)
{
  return g_object_new (UP_TYPE_WAY_VIEW, NULL);
}

/**
 * up_way_view_show:
 * @self: a view
 * @weighing: what answers say
 * @advice: the place of the way
 * @phrases: (element-type UpPhrase): phrases for it
 *
 * Shows what @weighing says of the way. Whether its phrases are open stays as it is.
 */
void
up_way_view_show (UpWayView *self, UpWeighing *weighing, guint advice, GPtrArray *phrases)
{
  const UpWayAdvice *way;

  g_return_if_fail (UP_IS_WAY_VIEW (self));
  g_return_if_fail (UP_IS_WEIGHING (weighing));
  g_return_if_fail (phrases != NULL);

  way = up_which_way_get_advice (up_weighing_get_which_way (weighing), advice);
  show_sign (self, way);
  up_heading_set_text (UP_HEADING (self->title), way->title);
  up_content_label_set_text (GTK_LABEL (self->text), way->text);
  show_reasons (self, weighing, advice);
  show_phrases (self, phrases);
}
