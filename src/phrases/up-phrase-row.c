/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-phrase-row.h"

#include "up-content-label.h"
#include "up-em.h"
#include "up-phrase-filter.h"
#include "up-search.h"
#include "up-sign.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * UpPhraseRow:
 *
 * A phrase in the list: its sign, words and move on one button, and a star beside it. Rows are used
 * again and again while one scrolls, and a label that wraps is laid out about ten times until its
 * size is known: so the row lays out and draws its two texts itself, and the button that lies under
 * them carries them as its name. Where what is searched for is found in neither of them, the second says
 * where it is found instead.
 */
struct _UpPhraseRow
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *sign;
  GtkWidget *star;
  PangoLayout *title;
  PangoLayout *subtitle;
  gboolean texts_stale; /* they are laid out when they are asked for */
  UpRowHeights *heights;

  UpPhrase *phrase;
  UpMove *move;
  UpPhrase *counterpart; /* in one's own language; NULL where that is the phrase's */
  char *shown;           /* the phrase's words as they stand there */
  char *query;
  gulong toggled_id;
};

enum
{
  ACTIVATED,
  FAVOURITE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In pixels: around the texts, between them, and between the sign and them. */
#define PADDING_X 10
#define PADDING_Y 8
#define LINE_SPACING 3
#define SIGN_SIZE 16
#define SIGN_SPACING 12

/* As opacity; libadwaita dims by more than text that is read can bear. */
#define SUBTITLE_ALPHA 0.72f

G_DEFINE_FINAL_TYPE (UpPhraseRow, up_phrase_row, GTK_TYPE_WIDGET)

static void
on_clicked (UpPhraseRow *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
update_star (UpPhraseRow *self)
{
  gboolean favourite = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star));

  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            favourite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_toggled (UpPhraseRow *self)
{
  update_star (self);
  g_signal_emit (self, signals[FAVOURITE_TOGGLED], 0,
                 gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star)));
}

static void
set_text (UpPhraseRow *self, PangoLayout **layout, UpText text)
{
  g_autoptr (PangoAttrList) attributes = up_content_attributes_new (text, self->query);

  if (*layout == NULL)
    {
      *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (*layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (*layout, text.text != NULL ? text.text : "", -1);
  pango_layout_set_attributes (*layout, attributes);
}

static gboolean
is_found_in (UpPhraseRow *self, UpText text)
{
  g_autoptr (GArray) matches = NULL;

  if (!up_text_is_set (text))
    return FALSE;

  matches = up_search_match (text.text, self->query);

  return matches->len > 0;
}

/* What a phrase does, and whether it is of one's own. */
static char *
describe_move (UpPhraseRow *self)
{
  const char *title = self->move != NULL ? up_move_get_title (self->move).text : "";

  return up_phrase_is_own (self->phrase) ? g_strdup_printf (_ ("%s · %s"), title, _ ("Own"))
                                         : g_strdup (title);
}

/* That of a text that the search is found in which stands neither in the phrase nor in its move's
 * title; else the one given. */
static UpText
choose_subtitle (UpPhraseRow *self, UpText title, UpText subtitle, UpText same)
{
  UpPhrase *other = self->counterpart;
  const UpText meanings[] = {
    up_phrase_get_serves (self->phrase),
    up_phrase_get_fails (self->phrase),
    up_phrase_get_note (self->phrase),
    same,
    other != NULL ? up_phrase_get_serves (other) : UP_TEXT_NONE,
    other != NULL ? up_phrase_get_fails (other) : UP_TEXT_NONE,
    self->move != NULL ? up_move_get_summary (self->move) : UP_TEXT_NONE,
  };

  if (self->query == NULL || *self->query == '\0' || is_found_in (self, title) ||
      is_found_in (self, subtitle))
    return subtitle;

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (is_found_in (self, meanings[i]))
      return meanings[i];

  return subtitle;
}

static void
ensure_texts (UpPhraseRow *self)
{
  UpText title, subtitle;
  UpText same = UP_TEXT_NONE;
  g_autofree char *move = NULL;
  g_autofree char *other = NULL;

  if (!self->texts_stale)
    return;

  move = describe_move (self);
  if (self->counterpart != NULL)
    {
      other = up_phrase_to_display (self->counterpart);
      same = (UpText) { other, up_phrase_get_text (self->counterpart).language };
    }
  title = (UpText) { self->shown, up_phrase_get_text (self->phrase).language };
  subtitle = (UpText) { move, self->move != NULL ? up_move_get_title (self->move).language : NULL };
  set_text (self, &self->title, title);
  set_text (self, &self->subtitle, choose_subtitle (self, title, subtitle, same));
  self->texts_stale = FALSE;
}

static void
show_texts (UpPhraseRow *self)
{
  self->texts_stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_star_width (UpPhraseRow *self)
{
  int width;

  gtk_widget_measure (self->star, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

static int
get_text_width (UpPhraseRow *self, int width)
{
  return MAX (1, width - get_star_width (self) - 2 * PADDING_X - SIGN_SIZE - SIGN_SPACING);
}

/* The height that a text takes in a width. */
static int
lay_out (UpPhraseRow *self, PangoLayout *layout, int width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int height;

  if (layout == NULL)
    return 0;

  /* A text that runs against the interface's direction is turned about by Pango itself. */
  pango_layout_set_alignment (layout, mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* The height that both texts take in a width. */
static int
get_texts_height (UpPhraseRow *self, int width)
{
  int height;

  if (self->phrase == NULL)
    return LINE_SPACING;

  height = up_row_heights_lookup (self->heights, self->phrase, width);
  if (height < 0)
    {
      ensure_texts (self);
      height =
        lay_out (self, self->title, width) + LINE_SPACING + lay_out (self, self->subtitle, width);
      up_row_heights_add (self->heights, self->phrase, width, height);
    }

  return height;
}

static GtkSizeRequestMode
up_phrase_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_phrase_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpPhraseRow *self = UP_PHRASE_ROW (widget);
  int around = get_star_width (self) + 2 * PADDING_X + SIGN_SIZE + SIGN_SPACING;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* Whatever the words are: they break where they have to. */
      *minimum = around + up_em_to_pixels (widget, 4);
      *natural = around + up_em_to_pixels (widget, 38);
    }
  else
    {
      int width =
        get_text_width (self, for_size >= 0 ? for_size : around + up_em_to_pixels (widget, 38));
      int star;

      gtk_widget_measure (self->star, GTK_ORIENTATION_VERTICAL, -1, &star, NULL, NULL, NULL);
      *minimum = *natural = MAX (star, get_texts_height (self, width) + 2 * PADDING_Y);
    }
}

static void
up_phrase_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UpPhraseRow *self = UP_PHRASE_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int star_width = get_star_width (self);
  int sign_x = mirrored ? width - PADDING_X - SIGN_SIZE : PADDING_X;

  gtk_widget_size_allocate (
    self->button, &(GtkAllocation) { mirrored ? star_width : 0, 0, width - star_width, height },
    -1);
  gtk_widget_size_allocate (self->sign, &(GtkAllocation) { sign_x, 0, SIGN_SIZE, height }, -1);
  gtk_widget_size_allocate (
    self->star, &(GtkAllocation) { mirrored ? 0 : width - star_width, 0, star_width, height }, -1);
}

static void
up_phrase_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpPhraseRow *self = UP_PHRASE_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int text_width = get_text_width (self, gtk_widget_get_width (widget));
  GdkRGBA color;
  int title_height, height;

  GTK_WIDGET_CLASS (up_phrase_row_parent_class)->snapshot (widget, snapshot);
  if (self->phrase == NULL)
    return;

  ensure_texts (self);

  gtk_widget_get_color (widget, &color);
  title_height = lay_out (self, self->title, text_width);
  height = title_height + LINE_SPACING + lay_out (self, self->subtitle, text_width);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirrored ? get_star_width (self) + PADDING_X
                                                         : PADDING_X + SIGN_SIZE + SIGN_SPACING,
                                                (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->title, &color);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    color.alpha *= SUBTITLE_ALPHA;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, title_height + LINE_SPACING));
  gtk_snapshot_append_layout (snapshot, self->subtitle, &color);
  gtk_snapshot_restore (snapshot);
}

static void
up_phrase_row_dispose (GObject *object)
{
  UpPhraseRow *self = UP_PHRASE_ROW (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->star, gtk_widget_unparent);
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->phrase);
  g_clear_object (&self->move);
  g_clear_object (&self->counterpart);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->heights, up_row_heights_unref);

  G_OBJECT_CLASS (up_phrase_row_parent_class)->dispose (object);
}

static void
up_phrase_row_class_init (UpPhraseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_phrase_row_dispose;
  widget_class->get_request_mode = up_phrase_row_get_request_mode;
  widget_class->measure = up_phrase_row_measure;
  widget_class->size_allocate = up_phrase_row_size_allocate;
  widget_class->snapshot = up_phrase_row_snapshot;

  /**
   * UpPhraseRow::activated:
   *
   * The row was pressed.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UpPhraseRow::favourite-toggled:
   * @self: the row
   * @favourite: whether the phrase is to be a favourite
   *
   * The star was pressed.
   */
  signals[FAVOURITE_TOGGLED] =
    g_signal_new ("favourite-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "phraserow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
up_phrase_row_init (UpPhraseRow *self)
{
  /* The keyboard goes from row to row of the list; the button is what a pointer and assistive
   * technology press, as they cannot press a row. */
  self->button = gtk_button_new ();
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_set_focus_on_click (self->button, FALSE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);

  self->sign = up_sign_new (UP_LEAN_EITHER);
  gtk_widget_set_can_target (self->sign, FALSE);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));

  self->star = gtk_toggle_button_new ();
  update_star (self);
  gtk_widget_set_valign (self->star, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->star, "flat");
  gtk_widget_add_css_class (self->star, "star");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Favourite"), -1);
  gtk_widget_set_parent (self->star, GTK_WIDGET (self));
  self->toggled_id =
    g_signal_connect_swapped (self->star, "toggled", G_CALLBACK (on_toggled), self);
}

/**
 * up_phrase_row_new:
 * @heights: those of the list that the row is for
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
up_phrase_row_new (UpRowHeights *heights)
{
  UpPhraseRow *self;

  g_return_val_if_fail (heights != NULL, NULL);

  self = g_object_new (UP_TYPE_PHRASE_ROW, NULL);
  self->heights = up_row_heights_ref (heights);

  return GTK_WIDGET (self);
}

/**
 * up_phrase_row_get_phrase:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the phrase it shows
 */
UpPhrase *
up_phrase_row_get_phrase (UpPhraseRow *self)
{
  g_return_val_if_fail (UP_IS_PHRASE_ROW (self), NULL);

  return self->phrase;
}

/**
 * up_phrase_row_set_phrase:
 * @self: a row
 * @phrase: the phrase it shows from now on
 * @move: (nullable): what the phrase does
 * @counterpart: (nullable): the phrase in one's own language, where that is another
 */
void
up_phrase_row_set_phrase (UpPhraseRow *self, UpPhrase *phrase, UpMove *move, UpPhrase *counterpart)
{
  g_autofree char *name = NULL;

  g_return_if_fail (UP_IS_PHRASE_ROW (self));
  g_return_if_fail (UP_IS_PHRASE (phrase));

  g_set_object (&self->phrase, phrase);
  g_set_object (&self->move, move);
  g_set_object (&self->counterpart, counterpart);
  g_free (self->shown);
  self->shown = up_phrase_to_display (phrase);

  up_sign_set_lean (GTK_IMAGE (self->sign), up_phrase_get_lean (phrase));
  show_texts (self);
  name = up_phrase_row_describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * up_phrase_row_set_query:
 * @self: a row
 * @query: (nullable): what is searched for, to be highlighted in the phrase
 */
void
up_phrase_row_set_query (UpPhraseRow *self, const char *query)
{
  g_return_if_fail (UP_IS_PHRASE_ROW (self));

  if (g_set_str (&self->query, query) && self->phrase != NULL)
    show_texts (self);
}

/**
 * up_phrase_row_set_favourite:
 * @self: a row
 * @favourite: whether the phrase is a favourite
 */
void
up_phrase_row_set_favourite (UpPhraseRow *self, gboolean favourite)
{
  g_return_if_fail (UP_IS_PHRASE_ROW (self));

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star)) == favourite)
    return;

  g_signal_handler_block (self->star, self->toggled_id);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), favourite);
  g_signal_handler_unblock (self->star, self->toggled_id);
  update_star (self);
}

/**
 * up_phrase_row_describe:
 * @self: a row that shows a phrase
 *
 * Returns: (transfer full): all that the row shows, in words for assistive technology
 */
char *
up_phrase_row_describe (UpPhraseRow *self)
{
  g_autofree char *move = NULL;
  const char *lean;

  g_return_val_if_fail (UP_IS_PHRASE_ROW (self), NULL);
  g_return_val_if_fail (self->phrase != NULL, NULL);

  move = describe_move (self);
  lean = up_terms_get_title (UP_TERMS_LEAN, (int) up_phrase_get_lean (self->phrase));

  /* Translators: how assistive technology reads a phrase in the list: the phrase, what it does, and
   * whether it is for calling in, for calling out or for either. */
  return g_strdup_printf (_ ("%s – %s – %s"), self->shown, move, lean);
}
