/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-row.h"

#include "up-content-label.h"
#include "up-em.h"
#include "up-entry-words.h"

#include <adwaita.h>

/**
 * UpEntryRow:
 *
 * An entry in the journal's list: the icon of its kind, what it is about and what became of it. A list
 * of thousands makes two hundred rows before its first is seen, and uses them again and again while
 * one scrolls: so a row is one widget, a button that draws its icon and lays out and draws its texts
 * itself, when they are seen, and has them as its name.
 */
struct _UpEntryRow
{
  GtkButton parent_instance;

  GtkIconPaintable *icon;
  PangoLayout *title;
  PangoLayout *facts;
  gboolean texts_stale; /* they are laid out when they are asked for */
  UpRowHeights *heights;

  UpEntry *entry;
  gint64 now;
  char *query;
  char *description;
};

/* In pixels: around the texts, between them, and between the icon and them. */
#define PADDING_X 10
#define PADDING_Y 8
#define LINE_SPACING 3
#define ICON_SIZE 16
#define ICON_SPACING 12

/* As opacity; libadwaita dims by more than text that is read can bear. */
#define FACTS_ALPHA 0.72f

G_DEFINE_FINAL_TYPE (UpEntryRow, up_entry_row, GTK_TYPE_BUTTON)

static void
set_text (UpEntryRow *self, PangoLayout **layout, UpText text, const char *query)
{
  g_autoptr (PangoAttrList) attributes = up_content_attributes_new (text, query);

  if (*layout == NULL)
    {
      *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (*layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (*layout, text.text, -1);
  pango_layout_set_attributes (*layout, attributes);
}

static void
ensure_texts (UpEntryRow *self)
{
  UpText title = UP_TEXT_NONE;
  g_autofree char *words = NULL;
  g_autofree char *facts = NULL;

  if (!self->texts_stale)
    return;

  words = up_entry_words_title (self->entry, &title.language);
  title.text = words;
  facts = up_entry_words_facts (self->entry, self->now);
  set_text (self, &self->title, title, self->query);
  set_text (self, &self->facts, (UpText) { facts, NULL }, self->query);
  self->texts_stale = FALSE;
}

static int
get_text_width (int width)
{
  return MAX (1, width - 2 * PADDING_X - ICON_SIZE - ICON_SPACING);
}

/* The height that a text takes in a width. */
static int
lay_out (UpEntryRow *self, PangoLayout *layout, int width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int height;

  /* A text that runs against the interface's direction is turned about by Pango itself. */
  pango_layout_set_alignment (layout, mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* The height that both texts take in a width. */
static int
get_texts_height (UpEntryRow *self, int width)
{
  int height;

  if (self->entry == NULL)
    return LINE_SPACING;

  height = up_row_heights_lookup (self->heights, self->entry, width);
  if (height < 0)
    {
      ensure_texts (self);
      height =
        lay_out (self, self->title, width) + LINE_SPACING + lay_out (self, self->facts, width);
      up_row_heights_add (self->heights, self->entry, width, height);
    }

  return height;
}

static GtkSizeRequestMode
up_entry_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_entry_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpEntryRow *self = UP_ENTRY_ROW (widget);
  int around = 2 * PADDING_X + ICON_SIZE + ICON_SPACING;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* Whatever the words are: they break where they have to. */
      *minimum = around + up_em_to_pixels (widget, 4);
      *natural = around + up_em_to_pixels (widget, 38);
    }
  else
    {
      /* The list asks for this, too, without a width, and does nothing with the answer. */
      int height = for_size >= 0 ? get_texts_height (self, get_text_width (for_size))
                                 : up_em_to_pixels (widget, 3) + LINE_SPACING;

      *minimum = *natural = height + 2 * PADDING_Y;
    }
}

static void
append_icon (UpEntryRow *self, GtkSnapshot *snapshot, gboolean mirrored, const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int x = mirrored ? gtk_widget_get_width (widget) - PADDING_X - ICON_SIZE : PADDING_X;
  int y = (gtk_widget_get_height (widget) - ICON_SIZE) / 2;
  GdkRGBA colors[4];

  if (self->icon == NULL)
    self->icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
      up_entry_words_get_icon_name (self->entry), NULL, ICON_SIZE,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
      GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = *color;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot,
                                            ICON_SIZE, ICON_SIZE, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

/* Words that run against the interface's direction start where all others do, too. */
static void
append_text (GtkSnapshot *snapshot, PangoLayout *layout, int width, gboolean mirrored, int y,
             const GdkRGBA *color)
{
  PangoRectangle words;

  pango_layout_get_pixel_extents (layout, NULL, &words);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (mirrored ? PADDING_X + width - words.x - words.width
                                             : PADDING_X + ICON_SIZE + ICON_SPACING - words.x,
                                    y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
up_entry_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpEntryRow *self = UP_ENTRY_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int text_width = get_text_width (gtk_widget_get_width (widget));
  GdkRGBA color;
  int title_height;

  GTK_WIDGET_CLASS (up_entry_row_parent_class)->snapshot (widget, snapshot);
  if (self->entry == NULL)
    return;

  ensure_texts (self);

  gtk_widget_get_color (widget, &color);
  title_height = lay_out (self, self->title, text_width);
  lay_out (self, self->facts, text_width);

  append_icon (self, snapshot, mirrored, &color);
  append_text (snapshot, self->title, text_width, mirrored, PADDING_Y, &color);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    color.alpha *= FACTS_ALPHA;
  append_text (snapshot, self->facts, text_width, mirrored, PADDING_Y + title_height + LINE_SPACING,
               &color);
}

/* The icon is of a size in pixels and mirrored for a direction. */
static void
forget_icon (UpEntryRow *self)
{
  g_clear_object (&self->icon);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
up_entry_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (up_entry_row_parent_class)->direction_changed (widget, previous);

  forget_icon (UP_ENTRY_ROW (widget));
}

static void
up_entry_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (up_entry_row_parent_class)->constructed (object);

  /* A button's own lays out what is inside it, and there is nothing. */
  gtk_widget_set_layout_manager (GTK_WIDGET (object), NULL);
}

static void
up_entry_row_dispose (GObject *object)
{
  UpEntryRow *self = UP_ENTRY_ROW (object);

  g_clear_object (&self->icon);
  g_clear_object (&self->title);
  g_clear_object (&self->facts);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->heights, up_row_heights_unref);

  G_OBJECT_CLASS (up_entry_row_parent_class)->dispose (object);
}

static void
up_entry_row_class_init (UpEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = up_entry_row_constructed;
  G_OBJECT_CLASS (klass)->dispose = up_entry_row_dispose;
  widget_class->get_request_mode = up_entry_row_get_request_mode;
  widget_class->measure = up_entry_row_measure;
  widget_class->snapshot = up_entry_row_snapshot;
  widget_class->direction_changed = up_entry_row_direction_changed;
}

static void
up_entry_row_init (UpEntryRow *self)
{
  /* The keyboard goes from row to row of the list; a pointer and assistive technology press the
   * button, as they cannot press a row. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_icon), NULL);
}

/**
 * up_entry_row_new:
 * @heights: those of the list that the row is for
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
up_entry_row_new (UpRowHeights *heights)
{
  UpEntryRow *self;

  g_return_val_if_fail (heights != NULL, NULL);

  self = g_object_new (UP_TYPE_ENTRY_ROW, NULL);
  self->heights = up_row_heights_ref (heights);

  return GTK_WIDGET (self);
}

/**
 * up_entry_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the entry it shows
 */
UpEntry *
up_entry_row_get_entry (UpEntryRow *self)
{
  g_return_val_if_fail (UP_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * up_entry_row_set_entry:
 * @self: a row
 * @entry: the entry it shows from now on
 * @now: what time it is
 * @query: (nullable): what is searched for, to be highlighted
 */
void
up_entry_row_set_entry (UpEntryRow *self, UpEntry *entry, gint64 now, const char *query)
{
  g_return_if_fail (UP_IS_ENTRY_ROW (self));
  g_return_if_fail (UP_IS_ENTRY (entry));

  if (self->entry == NULL || up_entry_get_kind (self->entry) != up_entry_get_kind (entry))
    g_clear_object (&self->icon);
  g_set_object (&self->entry, entry);
  g_set_str (&self->query, query);
  self->now = now;
  self->texts_stale = TRUE;

  g_free (self->description);
  self->description = up_entry_words_describe (entry, now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * up_entry_row_get_description:
 * @self: a row that shows an entry
 *
 * Returns: (transfer none): all that the row shows, in words for assistive technology
 */
const char *
up_entry_row_get_description (UpEntryRow *self)
{
  g_return_val_if_fail (UP_IS_ENTRY_ROW (self), NULL);

  return self->description;
}
