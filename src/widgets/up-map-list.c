/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-map-list.h"

#include "up-digits.h"
#include "up-map-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpMapList:
 *
 * What a map shows, as a list in the order of the story: the decisions that were met, with the ways that
 * were taken, and the endings that were reached. What was not seen stands there as a number.
 */
struct _UpMapList
{
  GtkWidget parent_instance;

  UpRun *run;
  gulong changed_id;
  gboolean read_only;

  GtkWidget *box;
};

enum
{
  PROP_READ_ONLY = 1,
  N_PROPS
};

enum
{
  GO_TO_STEP,
  GO_AFTER_STEP,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpMapList, up_map_list, GTK_TYPE_WIDGET)

static void
append_row (GtkListBox *list, GtkWidget *child, const char *name, int level)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "selectable", FALSE,
                                 "focusable", FALSE, "child", child, NULL);

  gtk_widget_add_css_class (child, "padded");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_list_box_append (list, row);
}

static void
append_sentence (GtkListBox *list, char *sentence)
{
  g_autofree char *text = up_digits_in_interface (sentence);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "dimmed");
  append_row (list, label, text, 1);
}

/* The nodes of a kind that were seen, one by one, and how many were not. */
static void
append_nodes (UpMapList *self, UpMapLayout *layout, gboolean endings)
{
  const char *title = endings ? _ ("Endings") : _ ("Decisions");
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "wrap", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  guint n_unseen = 0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  for (guint i = 0; i < up_map_layout_get_n_nodes (layout); i++)
    {
      const UpMapNode *node = up_map_layout_get_node (layout, i);

      if (node->is_ending != endings)
        continue;

      if (node->state == UP_MAP_UNSEEN)
        n_unseen++;
      else
        append_row (list, up_map_details_new (layout, i, self->read_only), node->label.text,
                    (int) node->layer + 1);
    }

  if (n_unseen > 0)
    append_sentence (
      list, g_strdup_printf (endings ? g_dngettext (GETTEXT_PACKAGE, "An ending not yet seen",
                                                    "%u endings not yet seen", n_unseen)
                                     : g_dngettext (GETTEXT_PACKAGE, "A decision not yet met",
                                                    "%u decisions not yet met", n_unseen),
                             n_unseen));

  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), GTK_WIDGET (list));
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
update (UpMapList *self)
{
  g_autoptr (UpMapLayout) layout = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (self->run == NULL)
    return;

  layout = up_map_layout_new (self->run);
  append_nodes (self, layout, FALSE);
  append_nodes (self, layout, TRUE);
}

static void
go_to_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpMapList *self = UP_MAP_LIST (widget);
  guint signal = g_str_has_suffix (name, "before") ? GO_TO_STEP : GO_AFTER_STEP;

  if (!self->read_only)
    g_signal_emit (self, signals[signal], 0, g_variant_get_uint32 (parameter));
}

static void
up_map_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, UP_MAP_LIST (object)->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_map_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_READ_ONLY:
      up_map_list_set_read_only (UP_MAP_LIST (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
up_map_list_dispose (GObject *object)
{
  UpMapList *self = UP_MAP_LIST (object);

  if (self->run != NULL)
    g_clear_signal_handler (&self->changed_id, self->run);
  g_clear_object (&self->run);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (up_map_list_parent_class)->dispose (object);
}

static void
up_map_list_class_init (UpMapListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = up_map_list_get_property;
  object_class->set_property = up_map_list_set_property;
  object_class->dispose = up_map_list_dispose;

  /**
   * UpMapList:read-only:
   *
   * Whether one can only look, because the run is over.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UpMapList::go-to-step:
   * @self: the list
   * @number: the number of a step of the run
   *
   * Another way is to be tried at the decision at which the step was made.
   */
  signals[GO_TO_STEP] =
    g_signal_new ("go-to-step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_NO_HOOKS, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * UpMapList::go-after-step:
   * @self: the list
   * @number: the number of a step of the run, or 0 for its start
   *
   * One wants to go to what the step led to.
   */
  signals[GO_AFTER_STEP] =
    g_signal_new ("go-after-step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_NO_HOOKS,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "map.go-before", "u", go_to_step);
  gtk_widget_class_install_action (widget_class, "map.go-after", "u", go_to_step);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
up_map_list_init (UpMapList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * up_map_list_new:
 *
 * Returns: (transfer floating): a list that shows no run yet
 */
GtkWidget *
up_map_list_new (void)
{
  return g_object_new (UP_TYPE_MAP_LIST, NULL);
}

/**
 * up_map_list_set_run:
 * @self: a list
 * @run: (nullable): a run
 *
 * Shows what of a run's scenario was met and follows the run from then on.
 */
void
up_map_list_set_run (UpMapList *self, UpRun *run)
{
  g_return_if_fail (UP_IS_MAP_LIST (self));
  g_return_if_fail (run == NULL || UP_IS_RUN (run));

  if (self->run != NULL)
    g_clear_signal_handler (&self->changed_id, self->run);
  g_set_object (&self->run, run);
  if (run != NULL)
    self->changed_id = g_signal_connect_swapped (run, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * up_map_list_get_read_only:
 * @self: a list
 *
 * Returns: whether one can only look
 */
gboolean
up_map_list_get_read_only (UpMapList *self)
{
  g_return_val_if_fail (UP_IS_MAP_LIST (self), FALSE);

  return self->read_only;
}

/**
 * up_map_list_set_read_only:
 * @self: a list
 * @read_only: whether one can only look
 *
 * Tells whether other ways can be tried from the list.
 */
void
up_map_list_set_read_only (UpMapList *self, gboolean read_only)
{
  g_return_if_fail (UP_IS_MAP_LIST (self));

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}
