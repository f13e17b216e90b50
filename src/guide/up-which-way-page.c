/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-which-way-page.h"

#include "up-column.h"
#include "up-content-label.h"
#include "up-digits.h"
#include "up-heading.h"
#include "up-links.h"
#include "up-panes.h"
#include "up-quote.h"
#include "up-sign.h"
#include "up-text-area.h"
#include "up-way-question-view.h"
#include "up-way-view.h"
#include "up-which-way-card.h"

#include <glib/gi18n-lib.h>

/**
 * UpWhichWayPage:
 *
 * “Which way?”: the questions, and beside them or below them what the answers say for and against each
 * way. What is answered is kept from the first answer on, as a draft; into the journal it goes when the
 * person says so. A page may also show what was kept there.
 */
struct _UpWhichWayPage
{
  AdwNavigationPage parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkScrolledWindow *outer;
  GtkScrolledWindow *ways_pane;
  UpHeading *title;
  GtkBox *intro;
  GtkBox *questions;
  UpHeading *answers_title;
  GtkWidget *nothing;
  GtkWidget *emergency;
  UpHeading *emergency_title;
  GtkBox *emergency_text;
  GtkBox *ways;
  GtkLabel *outro;
  GtkWidget *keeping;
  GtkWidget *words_label;
  UpTextArea *words;

  UpCatalog *catalog;
  UpJournal *journal;
  char *entry; /* the id of the entry that was opened; NULL where none was */
  char *kept;  /* the id of the entry that says what the page says, as far as is known */
  UpWeighing *weighing;
  guint reveal_id;
  gboolean is_setting; /* several answers at once */
  gboolean entered;    /* the focus has been here */
};

/* Room left above what is scrolled to, in pixels. */
#define ROOM_ABOVE 24

/* Drafts; an opened entry has drafts of its own. */
#define ANSWERS "which-way"
#define WORDS "which-way-words"

G_DEFINE_FINAL_TYPE (UpWhichWayPage, up_which_way_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
get_key (UpWhichWayPage *self, const char *what)
{
  return self->entry != NULL ? g_strconcat (what, "/", self->entry, NULL) : g_strdup (what);
}

static UpEntry *
find_entry (UpWhichWayPage *self, const char *id)
{
  return id != NULL ? up_journal_find_entry (self->journal, id) : NULL;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static UpWayAnswers
get_answers (UpWhichWayPage *self)
{
  UpWayAnswers answers = UP_WAY_ANSWERS_NONE;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    answers.chosen[i++] = up_way_question_view_get_chosen (UP_WAY_QUESTION_VIEW (child));

  return answers;
}

/* What one who does not see it has to know of a change, in one sentence. */
static char *
describe_change (UpWeighing *before, UpWeighing *after)
{
  UpWhichWay *which_way = up_weighing_get_which_way (after);
  guint n = up_weighing_count_changes (before, after);

  if (up_weighing_is_emergency (after))
    return up_weighing_is_emergency (before)
             ? NULL
             : g_strdup (up_which_way_get_emergency (which_way)->title.text);

  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    if (up_weighing_is_ruled_out (after, i) && !up_weighing_is_ruled_out (before, i))
      {
        const char *title = up_which_way_get_advice (which_way, i)->title.text;
        g_autofree char *isolated = up_quote_isolate (title);

        /* Translators: %s is a way that one can take, such as “Call in”. */
        return g_strdup_printf (_ ("%s: not safe as things stand"), isolated);
      }

  if (n == 0)
    return NULL;

  return up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u reason changed", "%u reasons changed", n), n));
}

static void
show_emergency (UpWhichWayPage *self, UpWhichWay *which_way)
{
  const UpWayEmergency *emergency = up_which_way_get_emergency (which_way);

  up_heading_set_text (self->emergency_title, emergency->title);
  clear_box (self->emergency_text);
  for (guint i = 0; i < emergency->n_paragraphs; i++)
    gtk_box_append (self->emergency_text,
                    up_content_label_new (emergency->paragraphs[i], "paragraph"));
}

static void
scroll_to (GtkScrolledWindow *scrolled, GtkWidget *widget)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scrolled);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;
  double bottom;

  if (!gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                  &bounds))
    return;

  /* Its beginning where there is no room for all. */
  bottom = bounds.origin.y + bounds.size.height;
  value = MAX (value, bottom - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, MIN (value, bounds.origin.y - ROOM_ABOVE));
}

/* Help is in sight at once, wherever one was on the page. */
static gboolean
reveal_emergency (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  UpWhichWayPage *self = UP_WHICH_WAY_PAGE (widget);

  if (gtk_widget_get_mapped (self->emergency) && gtk_widget_get_height (self->emergency) == 0)
    return G_SOURCE_CONTINUE;

  scroll_to (self->ways_pane, self->emergency);
  scroll_to (self->outer, self->emergency);
  self->reveal_id = 0;

  return G_SOURCE_REMOVE;
}

/* Where help comes first, there is nothing more to ask. */
static void
show_questions (UpWhichWayPage *self, gboolean is_emergency)
{
  UpWhichWay *which_way = up_weighing_get_which_way (self->weighing);
  GtkWidget *question = gtk_widget_get_first_child (GTK_WIDGET (self->questions));

  for (guint i = 0; question != NULL; i++, question = gtk_widget_get_next_sibling (question))
    gtk_widget_set_visible (question,
                            !is_emergency || up_which_way_asks_for_emergency (which_way, i));
}

/* Shows what the answers say. Each way stays in its place, and so does the page. */
static void
show_weighing (UpWhichWayPage *self)
{
  UpWhichWay *which_way = up_weighing_get_which_way (self->weighing);
  gboolean is_emergency = up_weighing_is_emergency (self->weighing);
  UpWayAnswers answers = up_weighing_get_answers (self->weighing);
  gboolean is_any = up_way_answers_count (answers) > 0;
  g_autoptr (GPtrArray) phrases = up_which_way_pick_phrases (self->catalog, self->weighing);
  GtkWidget *way = gtk_widget_get_first_child (GTK_WIDGET (self->ways));

  for (guint i = 0; way != NULL; i++, way = gtk_widget_get_next_sibling (way))
    up_way_view_show (UP_WAY_VIEW (way), self->weighing, i, g_ptr_array_index (phrases, i));

  show_questions (self, is_emergency);
  gtk_widget_set_visible (self->nothing, !is_any);
  gtk_widget_set_visible (self->keeping, !is_emergency);
  gtk_widget_set_visible (self->emergency, is_emergency);
  gtk_widget_set_visible (GTK_WIDGET (self->ways), !is_emergency);
  gtk_widget_set_visible (GTK_WIDGET (self->outro),
                          !is_emergency && up_text_is_set (up_which_way_get_outro (which_way)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "which-way.start-over", is_any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "which-way.keep", is_any);
}

static void
weigh (UpWhichWayPage *self)
{
  g_clear_object (&self->weighing);
  self->weighing =
    up_which_way_weigh (up_catalog_get_which_way (self->catalog), get_answers (self));
  show_weighing (self);
}

static void
keep_draft (UpWhichWayPage *self)
{
  UpEntry *entry = find_entry (self, self->entry);
  g_autofree char *key = get_key (self, ANSWERS);
  g_autofree char *chosen = up_which_way_format_answers (up_weighing_get_which_way (self->weighing),
                                                         up_weighing_get_answers (self->weighing));
  const char *original = entry != NULL ? up_entry_get_chosen (entry) : "";

  up_journal_set_draft (self->journal, key, g_strcmp0 (chosen, original) != 0 ? chosen : NULL);
}

static void
on_answered (UpWhichWayPage *self)
{
  g_autoptr (UpWeighing) before = NULL;
  g_autofree char *change = NULL;

  if (self->is_setting)
    return;

  before = g_object_ref (self->weighing);
  weigh (self);
  keep_draft (self);
  if (up_weighing_is_emergency (self->weighing) && self->reveal_id == 0)
    self->reveal_id =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_emergency, NULL, NULL);

  change = describe_change (before, self->weighing);
  if (change != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), change,
                             up_weighing_is_emergency (self->weighing)
                               ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH
                               : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
set_answers (UpWhichWayPage *self, UpWayAnswers answers)
{
  guint i = 0;

  self->is_setting = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    up_way_question_view_set_chosen (UP_WAY_QUESTION_VIEW (child), answers.chosen[i++]);
  self->is_setting = FALSE;
}

/* What is kept, or not wanted any more, is no draft: an entry that is erased would leave the words
 * behind, and one that is opened again would show the answers that were kept with another. The page
 * itself goes on from its answers. */
static void
forget_drafts (UpWhichWayPage *self)
{
  g_autofree char *answers_key = get_key (self, ANSWERS);
  g_autofree char *words_key = get_key (self, WORDS);

  up_journal_set_draft (self->journal, words_key, NULL);
  if (self->entry != NULL)
    up_journal_set_draft (self->journal, answers_key, NULL);
}

static void
on_start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWhichWayPage *self = UP_WHICH_WAY_PAGE (widget);

  /* The button has nothing left to do; one begins where one began. */
  up_heading_take_focus (GTK_WIDGET (self->title));
  set_answers (self, UP_WAY_ANSWERS_NONE);
  weigh (self);
  keep_draft (self);
  /* Another situation has another line, and another entry in the journal. */
  if (self->entry == NULL)
    {
      up_text_area_set_text (self->words, NULL);
      forget_drafts (self);
      g_clear_pointer (&self->kept, g_free);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           _ ("Nothing is answered yet. All ways stand open."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/* Whether an entry says what the page says. */
static gboolean
says_the_same (UpEntry *entry, const char *chosen, const char *words)
{
  const char *kept = entry != NULL ? up_entry_get_text (entry) : NULL;

  return entry != NULL && g_strcmp0 (up_entry_get_chosen (entry), chosen) == 0 &&
         g_strcmp0 (kept != NULL ? kept : "", words) == 0;
}

static void
on_keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UpWhichWayPage *self = UP_WHICH_WAY_PAGE (widget);
  UpWhichWay *which_way = up_weighing_get_which_way (self->weighing);
  g_autofree char *chosen =
    up_which_way_format_answers (which_way, up_weighing_get_answers (self->weighing));
  g_autofree char *written = up_text_area_get_text (self->words);
  const char *words = g_strstrip (written);
  AdwToast *toast;

  /* Pressed twice, it is kept once. */
  if (!says_the_same (find_entry (self, self->kept), chosen, words))
    g_set_str (&self->kept, up_journal_add_which_way (
                              self->journal, up_which_way_get_title (which_way), chosen, words));
  forget_drafts (self);

  toast = adw_toast_new (_ ("Kept in the journal"));
  adw_toast_set_button_label (toast, _ ("Show"));
  adw_toast_set_action_target (toast, "s", self->kept);
  adw_toast_set_action_name (toast, "win.show-entry");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  adw_toast_overlay_add_toast (UP_WHICH_WAY_PAGE (widget)->toast_overlay,
                               adw_toast_new (_ ("Copied")));
}

/* A page is entered at its heading. */
static gboolean
up_which_way_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  UpWhichWayPage *self = UP_WHICH_WAY_PAGE (widget);

  if (!self->entered && direction == GTK_DIR_TAB_FORWARD &&
      gtk_widget_get_focus_child (widget) == NULL)
    {
      self->entered = TRUE;
      up_heading_take_focus (GTK_WIDGET (self->title));

      return TRUE;
    }

  return GTK_WIDGET_CLASS (up_which_way_page_parent_class)->focus (widget, direction);
}

static void
up_which_way_page_dispose (GObject *object)
{
  UpWhichWayPage *self = UP_WHICH_WAY_PAGE (object);

  if (self->reveal_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_id);
  self->reveal_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), UP_TYPE_WHICH_WAY_PAGE);
  g_clear_object (&self->weighing);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->entry, g_free);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (up_which_way_page_parent_class)->dispose (object);
}

static void
up_which_way_page_class_init (UpWhichWayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_which_way_page_dispose;
  widget_class->focus = up_which_way_page_focus;

  g_type_ensure (UP_TYPE_COLUMN);
  g_type_ensure (UP_TYPE_HEADING);
  g_type_ensure (UP_TYPE_PANES);
  g_type_ensure (UP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/up-which-way-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, outer);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, ways_pane);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, title);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, intro);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, questions);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, answers_title);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, emergency);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, emergency_title);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, emergency_text);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, ways);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, outro);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, keeping);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, words_label);
  gtk_widget_class_bind_template_child (widget_class, UpWhichWayPage, words);

  gtk_widget_class_install_action (widget_class, "which-way.start-over", NULL, on_start_over);
  gtk_widget_class_install_action (widget_class, "which-way.keep", NULL, on_keep);
  gtk_widget_class_install_action (widget_class, "which-way.copy", "s", on_copy);
}

static void
up_which_way_page_init (UpWhichWayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  up_text_area_set_label (self->words, self->words_label, NULL);
  up_heading_set_text (self->answers_title, (UpText) { _ ("What the Answers Say"), NULL });
}

static void
create_questions (UpWhichWayPage *self)
{
  UpWhichWay *which_way = up_catalog_get_which_way (self->catalog);

  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      GtkWidget *question = up_way_question_view_new (up_which_way_get_question (which_way, i));

      g_signal_connect_swapped (question, "changed", G_CALLBACK (on_answered), self);
      gtk_box_append (self->questions, question);
    }
  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    gtk_box_append (self->ways, up_way_view_new ());
}

/**
 * up_which_way_links_new:
 * @catalog: the content
 *
 * Returns: (transfer floating): the link to “Which way?”, for those who come to ask what to do now
 */
GtkWidget *
up_which_way_links_new (UpCatalog *catalog)
{
  UpWhichWay *which_way;
  GtkWidget *links, *link;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);

  which_way = up_catalog_get_which_way (catalog);
  links = up_links_new (up_which_way_get_title (which_way).text);
  link = up_link_new (up_sign_new (UP_LEAN_EITHER), up_which_way_get_title (which_way),
                      "win.show-which-way", NULL);
  gtk_widget_add_css_class (up_link_get_title (link), "heading");
  up_link_add_text (link, up_which_way_get_intro (which_way, 0), "dimmed");
  up_links_append (links, link);
  gtk_widget_set_margin_bottom (links, 18);

  return links;
}

/**
 * up_which_way_page_new:
 * @catalog: the content
 * @journal: where it can be kept
 * @entry: (nullable): what was kept, to open it again; %NULL to go on where one was
 *
 * Returns: (transfer floating): the page
 */
UpWhichWayPage *
up_which_way_page_new (UpCatalog *catalog, UpJournal *journal, UpEntry *entry)
{
  UpWhichWayPage *self;
  UpWhichWay *which_way;
  g_autofree char *answers_key = NULL;
  g_autofree char *words_key = NULL;
  const char *chosen;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (entry == NULL || up_entry_get_kind (entry) == UP_ENTRY_WHICH_WAY, NULL);

  self = g_object_new (UP_TYPE_WHICH_WAY_PAGE, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  if (entry != NULL)
    {
      self->entry = g_strdup (up_entry_get_id (entry));
      self->kept = g_strdup (self->entry);
    }

  create_questions (self);
  which_way = up_catalog_get_which_way (catalog);
  answers_key = get_key (self, ANSWERS);
  words_key = get_key (self, WORDS);
  chosen = up_journal_get_draft (journal, answers_key);
  if (chosen == NULL && entry != NULL)
    chosen = up_entry_get_chosen (entry);
  set_answers (self, up_which_way_parse_answers (which_way, chosen));
  up_text_area_keep_draft (self->words, journal, words_key,
                           entry != NULL ? up_entry_get_text (entry) : NULL);
  up_which_way_page_refresh (self);

  return self;
}

/**
 * up_which_way_page_get_entry:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the entry that was opened with it
 */
const char *
up_which_way_page_get_entry (UpWhichWayPage *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY_PAGE (self), NULL);

  return self->entry;
}

/**
 * up_which_way_page_get_answers:
 * @self: a page
 *
 * Returns: what is answered
 */
UpWayAnswers
up_which_way_page_get_answers (UpWhichWayPage *self)
{
  g_return_val_if_fail (UP_IS_WHICH_WAY_PAGE (self), UP_WAY_ANSWERS_NONE);

  return up_weighing_get_answers (self->weighing);
}

/**
 * up_which_way_page_refresh:
 * @self: a page
 *
 * Shows everything as the catalogue has it now; what is answered stays.
 */
void
up_which_way_page_refresh (UpWhichWayPage *self)
{
  UpWhichWay *which_way;
  GtkWidget *question;

  g_return_if_fail (UP_IS_WHICH_WAY_PAGE (self));

  which_way = up_catalog_get_which_way (self->catalog);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 up_which_way_get_title (which_way).text);
  up_heading_set_text (self->title, up_which_way_get_title (which_way));
  clear_box (self->intro);
  for (guint i = 0; i < up_which_way_get_n_intro (which_way); i++)
    gtk_box_append (self->intro,
                    up_content_label_new (up_which_way_get_intro (which_way, i), "paragraph"));

  question = gtk_widget_get_first_child (GTK_WIDGET (self->questions));
  for (guint i = 0; question != NULL; i++, question = gtk_widget_get_next_sibling (question))
    up_way_question_view_refresh (UP_WAY_QUESTION_VIEW (question),
                                  up_which_way_get_question (which_way, i));

  up_content_label_set_text (self->outro, up_which_way_get_outro (which_way));
  show_emergency (self, which_way);
  weigh (self);
}
