/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-ending-view.h"

#include "up-digits.h"
#include "up-considerations.h"
#include "up-content-label.h"
#include "up-quote.h"
#include "up-sign.h"

#include <glib/gi18n-lib.h>

/**
 * UpEndingView:
 *
 * How it ends and what became of the people, the way that was taken, what was weighed and left open
 * on it, and three questions. All of it is said in words: nothing is counted, ranked or scored.
 */
struct _UpEndingView
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkBox *effects_list;
  GtkWidget *ways_box;
  GtkBox *ways_list;
  GtkBox *weighed_box;
  GtkBox *open_box;
  GtkBox *questions_box;
};

G_DEFINE_FINAL_TYPE (UpEndingView, up_ending_view, ADW_TYPE_BIN)

typedef guint (*CountConsiderations) (const UpChoice *choice);
typedef int (*GetConsideration) (const UpChoice *choice, guint i);

static void
append_effect (UpEndingView *self, const char *text)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                  PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (self->effects_list, label);
}

static void
append_effects (UpEndingView *self, const UpScene *scene)
{
  static const UpTerms others[] = { UP_TERMS_EFFECT_HARM, UP_TERMS_EFFECT_HARMED,
                                    UP_TERMS_EFFECT_RELATIONSHIP };
  int own = up_scene_get_ending_effect (scene, UP_TERMS_EFFECT_YOU);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      int effect = up_scene_get_ending_effect (scene, others[i]);

      if (effect >= 0)
        append_effect (self, up_terms_get_title (others[i], effect));
    }

  if (own >= 0)
    {
      /* Translators: how an ending leaves the learner, such as “You: Relieved” */
      g_autofree char *line =
        g_strdup_printf (_ ("You: %s"), up_terms_get_title (UP_TERMS_EFFECT_YOU, own));

      append_effect (self, line);
    }
}

static char *
format_number (guint number)
{
  /* Translators: the number of a step */
  return up_digits_in_interface (g_strdup_printf (C_ ("number of a step", "%u"), number));
}

static GtkWidget *
way_new (const UpStep *step, guint number)
{
  const UpChoice *choice = up_step_get_choice (step);
  UpWay way = up_choice_get_way (choice);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *sign = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Try Another Way Here"));
  GtkWidget *text_label, *number_label, *way_label, *item;
  UpText text = up_choice_get_text (choice);
  g_autofree char *quoted = up_choice_is_speech (choice) ? up_quote (text) : NULL;
  g_autofree char *digits = format_number (number);
  g_autofree char *icon_name =
    g_strconcat ("up-way-", up_terms_get_id (UP_TERMS_WAY, way), "-symbolic", NULL);
  g_autofree char *isolated = NULL;
  g_autofree char *name = NULL;

  if (quoted != NULL)
    text.text = quoted;
  isolated = up_quote_isolate (text.text);
  /* Translators: %s is what was said or done at the step, in quotation marks where it was said */
  name = g_strdup_printf (_ ("Try another way here: %s"), isolated);

  number_label = gtk_label_new (digits);
  gtk_widget_add_css_class (number_label, "letter");
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), number_label);

  way_label = g_object_new (GTK_TYPE_LABEL, "label", up_terms_get_title (UP_TERMS_WAY, way),
                            "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (sign), up_ornament_new (icon_name));
  gtk_box_append (GTK_BOX (sign), way_label);
  gtk_widget_add_css_class (sign, "caption");
  gtk_widget_add_css_class (sign, "dimmed");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "aside");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", up_step_get_number (step));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "practice.go-before");
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_set_hexpand (column, TRUE);
  text_label = up_content_label_new (text, "paragraph");
  gtk_box_append (GTK_BOX (column), text_label);
  gtk_box_append (GTK_BOX (column), sign);
  gtk_box_append (GTK_BOX (column), button);
  gtk_box_append (GTK_BOX (row), column);

  item = g_object_new (ADW_TYPE_BIN, "child", row, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  number_label, text_label, NULL, -1);

  return item;
}

/* Each consideration once, with the steps that it came up in. */
static void
append_considerations (GtkBox *box, GPtrArray *way, CountConsiderations count, GetConsideration get)
{
  gboolean any = FALSE;

  for (guint value = 0; value < up_terms_get_length (UP_TERMS_CONSIDERATION); value++)
    {
      g_autoptr (GPtrArray) numbers = g_ptr_array_new_null_terminated (way->len, g_free, TRUE);
      g_autofree char *list = NULL;
      g_autofree char *steps = NULL;
      GtkWidget *row, *steps_label;

      for (guint i = 0; i < way->len; i++)
        {
          const UpChoice *choice = up_step_get_choice (g_ptr_array_index (way, i));

          for (guint j = 0; j < count (choice); j++)
            if (get (choice, j) == (int) value)
              {
                g_ptr_array_add (numbers, format_number (i + 1));
                break;
              }
        }
      if (numbers->len == 0)
        continue;

      /* Translators: between the numbers in a list of steps */
      list = g_strjoinv (C_ ("list of steps", ", "), (char **) numbers->pdata);
      /* Translators: %s is the number of a step, or a list of numbers */
      steps =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Step %s", "Steps %s", numbers->len), list);
      steps_label = gtk_label_new (steps);
      gtk_widget_add_css_class (steps_label, "dimmed");

      row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, NULL);
      adw_wrap_box_append (ADW_WRAP_BOX (row), up_consideration_new ((int) value));
      adw_wrap_box_append (ADW_WRAP_BOX (row), steps_label);
      gtk_box_append (box, row);
      any = TRUE;
    }

  gtk_widget_set_visible (GTK_WIDGET (box), any);
}

static void
up_ending_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UP_TYPE_ENDING_VIEW);

  G_OBJECT_CLASS (up_ending_view_parent_class)->dispose (object);
}

static void
up_ending_view_class_init (UpEndingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_ending_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-ending-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, title_label);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, text_label);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, effects_list);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, ways_box);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, ways_list);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, weighed_box);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, open_box);
  gtk_widget_class_bind_template_child (widget_class, UpEndingView, questions_box);
}

static void
up_ending_view_init (UpEndingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_ending_view_new:
 * @run: a run that is at an ending
 *
 * Makes the view of the ending that @run is at.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
up_ending_view_new (UpRun *run)
{
  UpEndingView *self;
  UpScenario *scenario;
  const UpScene *scene;
  g_autoptr (GPtrArray) way = NULL;

  g_return_val_if_fail (UP_IS_RUN (run), NULL);
  g_return_val_if_fail (up_run_get_phase (run) == UP_PHASE_ENDING, NULL);

  self = g_object_new (UP_TYPE_ENDING_VIEW, NULL);
  scenario = up_run_get_scenario (run);
  scene = up_run_get_scene (run);
  way = up_run_get_way (run);

  up_content_label_set_text (self->title_label, up_scene_get_ending_title (scene));
  up_content_label_set_text (self->text_label, up_scene_get_ending_text (scene));
  append_effects (self, scene);

  for (guint i = 0; i < way->len; i++)
    gtk_box_append (self->ways_list, way_new (g_ptr_array_index (way, i), i + 1));
  gtk_widget_set_visible (self->ways_box, way->len > 0);

  append_considerations (self->weighed_box, way, up_choice_get_n_weighs, up_choice_get_weighs);
  append_considerations (self->open_box, way, up_choice_get_n_leaves_open,
                         up_choice_get_leaves_open);

  for (guint i = 0; i < up_scenario_get_n_questions (scenario); i++)
    gtk_box_append (self->questions_box,
                    up_content_label_new (up_scenario_get_question (scenario, i), "paragraph"));

  return GTK_WIDGET (self);
}
