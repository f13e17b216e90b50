/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-scenario-intro.h"

#include "up-digits.h"
#include "up-column.h"
#include "up-confidence-row.h"
#include "up-content-label.h"
#include "up-facts.h"
#include "up-heading.h"
#include "up-point-links.h"
#include "up-scenario-points.h"

#include <glib/gi18n-lib.h>

/* More would be the whole guide. */
#define MOST_POINTS 2

/**
 * UpScenarioIntro:
 *
 * What a scenario is about, said before it starts: the content note first, then who one is in it and
 * how far it may be trusted. Before a run's first step it also asks how sure one feels.
 */
struct _UpScenarioIntro
{
  AdwNavigationPage parent_instance;

  GtkLabel *title_label;
  GtkLabel *note_label;
  GtkLabel *summary_label;
  AdwBin *facts_bin;
  UpConfidenceRow *confidence_row;
  GtkButton *start_button;
  GtkWidget *anew_button;
  GtkWidget *guide_box;
  AdwBin *guide_bin;

  UpCatalog *catalog;
  UpJournal *journal;
  UpScenario *scenario;
  gboolean is_focus_owed; /* the title takes the focus when the page is first shown */
};

G_DEFINE_FINAL_TYPE (UpScenarioIntro, up_scenario_intro, ADW_TYPE_NAVIGATION_PAGE)

static char *
describe_harms (UpScenario *scenario)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < up_scenario_get_n_harms (scenario); i++)
    g_strv_builder_add (titles,
                        up_terms_get_title (UP_TERMS_HARM, up_scenario_get_harm (scenario, i)));
  list = g_strv_builder_end (titles);

  return g_strjoinv (" · ", list);
}

static const char *
describe_review (UpScenario *scenario)
{
  int review = up_scenario_get_review (scenario);

  if (g_strcmp0 (up_terms_get_id (UP_TERMS_REVIEW, review), "unreviewed") == 0)
    return _ ("Not yet read by a practitioner or by people with lived experience");

  return up_terms_get_title (UP_TERMS_REVIEW, review);
}

/* The language it is told in, where that is not the one asked for or where nobody who speaks it from
 * childhood has read it yet. */
static void
add_language (UpScenarioIntro *self, GtkWidget *facts)
{
  const char *language = up_scenario_get_title (self->scenario).language;
  g_autofree char *value = NULL;

  if (language == NULL)
    return;

  if (!up_catalog_is_reviewed (self->catalog, language))
    /* Translators: %s is the name of a language, in that language */
    value =
      g_strdup_printf (_ ("%s, not yet read by a native speaker"), up_language_get_name (language));
  else if (g_strcmp0 (language, up_catalog_get_language (self->catalog)) != 0)
    value = g_strdup (up_language_get_name (language));

  if (value != NULL)
    up_facts_add (facts, _ ("Told in"), value);
}

static void
update_facts (UpScenarioIntro *self)
{
  UpScenario *scenario = self->scenario;
  GtkWidget *facts = up_facts_new ();
  guint minutes = up_scenario_get_minutes (scenario);
  g_autofree char *harms = describe_harms (scenario);
  g_autofree char *length = up_digits_in_interface (
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes));

  up_facts_add (facts, _ ("Role"),
                up_terms_get_title (UP_TERMS_ROLE, up_scenario_get_role (scenario)));
  up_facts_add (facts, _ ("Place"),
                up_terms_get_title (UP_TERMS_PLACE, up_scenario_get_place (scenario)));
  up_facts_add (facts, _ ("Relationship"),
                up_terms_get_title (UP_TERMS_TIE, up_scenario_get_tie (scenario)));
  up_facts_add (facts, _ ("Power"),
                up_terms_get_title (UP_TERMS_POWER, up_scenario_get_power (scenario)));
  up_facts_add (facts, _ ("About"), harms);
  up_facts_add (facts, _ ("Length"), length);
  up_facts_add (facts, _ ("Review"), describe_review (scenario));
  add_language (self, facts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (facts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("About this scenario"), -1);
  adw_bin_set_child (self->facts_bin, facts);
}

/* Where to read about what is practised here. */
static void
update_guide (UpScenarioIntro *self)
{
  UpGuide *guide = up_catalog_get_guide (self->catalog);
  g_auto (GStrv) points = up_scenario_list_points (self->scenario, guide, MOST_POINTS);
  GtkWidget *links = up_point_links_new (self->catalog, (const char *const *) points,
                                         UP_BLOCK_SCENARIOS, up_scenario_get_id (self->scenario));

  adw_bin_set_child (self->guide_bin, links);
  gtk_widget_set_visible (self->guide_box, links != NULL);
}

/* What the buttons are called: one goes on from where one stopped, if there is such a place. */
static void
update_buttons (UpScenarioIntro *self)
{
  JsonNode *saved;
  const char *label = _ ("Start");
  gboolean is_at_start;

  if (self->scenario == NULL)
    return;

  saved = up_journal_get_run (self->journal, up_scenario_get_id (self->scenario));
  if (saved != NULL)
    label = up_run_is_saved_at_end (saved) ? _ ("Back to the Ending") : _ ("Go On");

  gtk_button_set_label (self->start_button, label);
  gtk_widget_set_visible (self->anew_button, saved != NULL);

  /* In the middle of a run it is too late to ask; after it the next one may start. */
  is_at_start = saved == NULL || up_run_is_saved_at_end (saved);
  if (!is_at_start)
    up_confidence_row_set_step (self->confidence_row, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->confidence_row), is_at_start);
}

static void
up_scenario_intro_shown (AdwNavigationPage *page)
{
  UpScenarioIntro *self = UP_SCENARIO_INTRO (page);

  /* The way back comes first in the header, but who came here starts with the content note. */
  if (self->is_focus_owed)
    up_heading_take_focus (GTK_WIDGET (self->title_label));
  self->is_focus_owed = FALSE;
}

static void
up_scenario_intro_dispose (GObject *object)
{
  UpScenarioIntro *self = UP_SCENARIO_INTRO (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_SCENARIO_INTRO);
  g_clear_object (&self->scenario);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_scenario_intro_parent_class)->dispose (object);
}

static void
up_scenario_intro_class_init (UpScenarioIntroClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_scenario_intro_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = up_scenario_intro_shown;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_CONFIDENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-scenario-intro.ui");
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, title_label);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, note_label);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, summary_label);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, facts_bin);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, confidence_row);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, start_button);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, anew_button);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, guide_box);
  gtk_widget_class_bind_template_child (widget_class, UpScenarioIntro, guide_bin);
}

static void
up_scenario_intro_init (UpScenarioIntro *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * up_scenario_intro_new:
 * @catalog: the content
 * @journal: which runs are open
 *
 * Returns: (transfer floating): a page that shows no scenario yet
 */
UpScenarioIntro *
up_scenario_intro_new (UpCatalog *catalog, UpJournal *journal)
{
  UpScenarioIntro *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_SCENARIO_INTRO, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  self->is_focus_owed = TRUE;
  g_signal_connect_object (journal, "runs-changed", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_scenario_intro_get_scenario:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the scenario it is about
 */
UpScenario *
up_scenario_intro_get_scenario (UpScenarioIntro *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO_INTRO (self), NULL);

  return self->scenario;
}

/**
 * up_scenario_intro_set_scenario:
 * @self: the page
 * @scenario: a scenario
 *
 * Shows what @scenario is about.
 */
void
up_scenario_intro_set_scenario (UpScenarioIntro *self, UpScenario *scenario)
{
  g_return_if_fail (UP_IS_SCENARIO_INTRO (self));
  g_return_if_fail (UP_IS_SCENARIO (scenario));

  g_set_object (&self->scenario, scenario);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), up_scenario_get_title (scenario).text);
  up_content_label_set_text (self->title_label, up_scenario_get_title (scenario));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  up_scenario_get_content_note (scenario).text, -1);
  up_content_label_set_text (self->note_label, up_scenario_get_content_note (scenario));
  up_content_label_set_text (self->summary_label, up_scenario_get_summary (scenario));
  update_facts (self);
  update_guide (self);
  update_buttons (self);
}

/**
 * up_scenario_intro_get_confidence:
 * @self: the page
 *
 * Returns: how sure the person said they are before they start: 1 to %UP_CONFIDENCE_STEPS, or 0 where
 *   they did not say
 */
guint
up_scenario_intro_get_confidence (UpScenarioIntro *self)
{
  g_return_val_if_fail (UP_IS_SCENARIO_INTRO (self), 0);

  return up_confidence_row_get_step (self->confidence_row);
}
