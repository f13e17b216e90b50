/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-picture.h"

#include "up-em.h"

#include <adwaita.h>

/* The lines and colours of a map. They are the widget's own colour, more or less of it, and the accent,
 * so that dark, contrast and accent need no rules of their own. What is taken now is thick and in the
 * accent, what was taken before is solid, what is not taken yet is dashed, and what one cannot know
 * about is dotted. */

/* Widths of lines, and lengths of dashes, in ems. */
#define THICK 0.2f
#define SOLID 0.12f
#define THIN 0.09f
#define DOT 0.11f

static const float dashed[] = { 0.36f, 0.28f };
static const float dotted[] = { 0.02f, 0.36f };

/* How far within a pivotal decision its second line is, and how far around a place the cursor. */
#define PIVOTAL_INSET 0.26f
#define CURSOR_INSET -0.32f

#define HERE_RADIUS 0.44f

typedef struct
{
  GdkRGBA text;
  GdkRGBA strong; /* what was taken or seen */
  GdkRGBA soft;   /* what is not taken yet */
  GdkRGBA faint;  /* what one cannot know about */
  GdkRGBA fill;
  GdkRGBA ending_fill;
  GdkRGBA accent;
  GdkRGBA accent_fill;
  GdkRGBA accent_ending_fill;
  float em;
  gboolean mirrored;
  gboolean flows_down;
} Inks;

static GdkRGBA
fade (GdkRGBA color, float amount)
{
  color.alpha *= amount;

  return color;
}

static void
find_inks (GtkWidget *widget, Inks *inks)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean contrast = adw_style_manager_get_high_contrast (manager);

  gtk_widget_get_color (widget, &inks->text);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &inks->accent);
  inks->strong = fade (inks->text, contrast ? 1 : 0.8f);
  inks->soft = fade (inks->text, contrast ? 1 : 0.62f);
  inks->faint = fade (inks->text, contrast ? 0.85f : 0.5f);
  inks->fill = fade (inks->text, 0.06f);
  inks->ending_fill = fade (inks->text, 0.16f);
  inks->accent_fill = fade (inks->accent, 0.12f);
  inks->accent_ending_fill = fade (inks->accent, 0.26f);
  inks->em = (float) up_em_to_pixels (widget, 16) / 16;
  inks->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  inks->flows_down = TRUE;
}

static void
stroke (const Inks *inks, GtkSnapshot *snapshot, GskPath *path, float width, const float *dash,
        const GdkRGBA *color)
{
  g_autoptr (GskStroke) pen = gsk_stroke_new (width * inks->em);

  gsk_stroke_set_line_join (pen, GSK_LINE_JOIN_ROUND);
  if (dash != NULL)
    {
      float lengths[] = { dash[0] * inks->em, dash[1] * inks->em };

      gsk_stroke_set_dash (pen, lengths, G_N_ELEMENTS (lengths));
      gsk_stroke_set_line_cap (pen, dash == dotted ? GSK_LINE_CAP_ROUND : GSK_LINE_CAP_BUTT);
    }
  gtk_snapshot_append_stroke (snapshot, path, pen, color);
}

/* A line as the most that is known about its edge wants it; gives the colour for its arrow. */
static const GdkRGBA *
draw_way (const Inks *inks, GtkSnapshot *snapshot, GskPath *path, const UpMapEdge *edge)
{
  if (edge->n_now > 0)
    {
      stroke (inks, snapshot, path, THICK, NULL, &inks->accent);
      return &inks->accent;
    }
  if (edge->n_before > 0)
    {
      stroke (inks, snapshot, path, SOLID, NULL, &inks->strong);
      return &inks->strong;
    }
  if (edge->n_open > 0)
    {
      stroke (inks, snapshot, path, THIN, dashed, &inks->soft);
      return &inks->soft;
    }

  stroke (inks, snapshot, path, DOT, dotted, &inks->faint);
  return &inks->faint;
}

static guint
rank (const UpMapEdge *edge)
{
  return edge->n_now > 0 ? 3 : edge->n_before > 0 ? 2 : edge->n_open > 0 ? 1 : 0;
}

/* Where ways meet in one point they share the arrow, which is that of the one that is known best. */
static gboolean
has_arrow (const UpMapPicture *self, guint i)
{
  const UpMapEdge *edge = up_map_layout_get_edge (self->layout, i);

  if (!self->boxes[edge->to].is_round)
    return TRUE;

  for (guint j = 0; j < up_map_layout_get_n_edges (self->layout); j++)
    {
      const UpMapEdge *other = up_map_layout_get_edge (self->layout, j);

      if (other->to == edge->to &&
          (rank (other) > rank (edge) || (rank (other) == rank (edge) && j < i)))
        return FALSE;
    }

  return TRUE;
}

static void
draw_edge (const UpMapPicture *self, const Inks *inks, GtkSnapshot *snapshot, guint i)
{
  const UpMapEdge *edge = up_map_layout_get_edge (self->layout, i);
  const GdkRGBA *color = draw_way (inks, snapshot, self->ways[i], edge);

  if (self->besides[i] != NULL)
    stroke (inks, snapshot, self->besides[i], THIN, dashed, &inks->soft);
  if (has_arrow (self, i))
    gtk_snapshot_append_fill (snapshot, self->arrows[i], GSK_FILL_RULE_WINDING, color);
}

/* Where one is: a point on the edge of the shape, on a side where no way arrives. */
static void
draw_here (const Inks *inks, GtkSnapshot *snapshot, const graphene_rect_t *rect)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) point = NULL;
  graphene_point_t at = { rect->origin.x, rect->origin.y + rect->size.height / 2 };

  if (!inks->flows_down)
    at = GRAPHENE_POINT_INIT (rect->origin.x + rect->size.width / 2, rect->origin.y);
  else if (inks->mirrored)
    at.x += rect->size.width;

  gsk_path_builder_add_circle (builder, &at, HERE_RADIUS * inks->em);
  point = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, point, GSK_FILL_RULE_WINDING, &inks->accent);
}

/* A line along the shape of a node, inside of it or around it. */
static void
draw_along (const Inks *inks, GtkSnapshot *snapshot, const UpMapNode *node,
            const graphene_rect_t *rect, float inset, float width, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = up_map_make_shape (node->is_ending, node->state != UP_MAP_UNSEEN, rect,
                                                inks->em, inset * inks->em);

  stroke (inks, snapshot, path, width, NULL, color);
}

static void
draw_place (const Inks *inks, GtkSnapshot *snapshot, GskPath *shape, const UpMapNode *node,
            const graphene_rect_t *rect)
{
  gboolean is_on_way = node->state == UP_MAP_ON_WAY || node->state == UP_MAP_HERE;
  const GdkRGBA *line = is_on_way ? &inks->accent : &inks->strong;
  const GdkRGBA *fill = is_on_way ? &inks->accent_fill : &inks->fill;

  if (node->state == UP_MAP_UNSEEN)
    {
      stroke (inks, snapshot, shape, THIN, dashed, &inks->soft);
      return;
    }

  if (node->is_ending)
    fill = is_on_way ? &inks->accent_ending_fill : &inks->ending_fill;

  gtk_snapshot_append_fill (snapshot, shape, GSK_FILL_RULE_WINDING, fill);
  stroke (inks, snapshot, shape, is_on_way ? THICK : SOLID, NULL, line);
  if (node->is_pivotal)
    draw_along (inks, snapshot, node, rect, PIVOTAL_INSET, THIN, line);
  if (node->state == UP_MAP_HERE)
    draw_here (inks, snapshot, rect);
}

static void
draw_text (const UpMapPicture *self, const Inks *inks, GtkSnapshot *snapshot, guint i)
{
  const UpMapBox *box = &self->boxes[i];
  int height, layout_width = pango_layout_get_width (self->texts[i]) / PANGO_SCALE;

  /* The text is in the middle of the width that it was given, not of what it takes of that. */
  pango_layout_get_pixel_size (self->texts[i], NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (box->x + (box->width - (float) layout_width) / 2,
                                                box->y + (box->height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, self->texts[i], &inks->text);
  gtk_snapshot_restore (snapshot);
}

static graphene_rect_t
get_rect (const UpMapPicture *self, guint i)
{
  const UpMapBox *box = &self->boxes[i];

  return GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height);
}

/**
 * up_map_picture_draw:
 * @self: a picture
 * @widget: where it is drawn
 * @snapshot: what it is drawn on
 * @cursor: the node that has the focus, or %G_MAXUINT
 */
void
up_map_picture_draw (const UpMapPicture *self, GtkWidget *widget, GtkSnapshot *snapshot,
                     guint cursor)
{
  Inks inks;

  find_inks (widget, &inks);
  inks.flows_down = self->flow == UP_MAP_FLOW_DOWN;

  for (guint i = 0; i < up_map_layout_get_n_edges (self->layout); i++)
    draw_edge (self, &inks, snapshot, i);

  for (guint i = 0; i < up_map_layout_get_n_nodes (self->layout); i++)
    {
      const UpMapNode *node = up_map_layout_get_node (self->layout, i);
      graphene_rect_t rect = get_rect (self, i);

      draw_place (&inks, snapshot, self->shapes[i], node, &rect);
      if (self->texts[i] != NULL)
        draw_text (self, &inks, snapshot, i);
      if (i == cursor)
        draw_along (&inks, snapshot, node, &rect, CURSOR_INSET, THICK, &inks.accent);
    }
}

/**
 * up_map_draw_sample:
 * @widget: where it is drawn, in its whole size
 * @snapshot: what it is drawn on
 * @sample: what is to be shown
 *
 * Draws one sign of a map for the key to it.
 */
void
up_map_draw_sample (GtkWidget *widget, GtkSnapshot *snapshot, UpMapSample sample)
{
  static const UpMapNode nodes[] = {
    [UP_MAP_SAMPLE_HERE] = { .state = UP_MAP_HERE },
    [UP_MAP_SAMPLE_DECISION] = { .state = UP_MAP_ON_OTHER_WAY },
    [UP_MAP_SAMPLE_PIVOTAL] = { .state = UP_MAP_ON_OTHER_WAY, .is_pivotal = TRUE },
    [UP_MAP_SAMPLE_ENDING] = { .state = UP_MAP_ON_OTHER_WAY, .is_ending = TRUE },
    [UP_MAP_SAMPLE_UNSEEN] = { .state = UP_MAP_UNSEEN },
    [UP_MAP_SAMPLE_UNSEEN_ENDING] = { .state = UP_MAP_UNSEEN, .is_ending = TRUE },
  };
  static const UpMapEdge edges[UP_MAP_N_SAMPLES] = {
    [UP_MAP_SAMPLE_NOW] = { .n_now = 1 },
    [UP_MAP_SAMPLE_BEFORE] = { .n_before = 1 },
    [UP_MAP_SAMPLE_OPEN] = { .n_open = 1 },
  };
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  g_autoptr (GskPath) path = NULL;
  Inks inks;

  find_inks (widget, &inks);

  if (sample < G_N_ELEMENTS (nodes))
    {
      const UpMapNode *node = &nodes[sample];
      gboolean is_seen = node->state != UP_MAP_UNSEEN;
      float edge = HERE_RADIUS * inks.em;
      graphene_rect_t rect =
        is_seen || node->is_ending
          ? GRAPHENE_RECT_INIT (edge, THICK * inks.em, width - 2 * edge,
                                height - 2 * THICK * inks.em)
          : GRAPHENE_RECT_INIT ((width - height) / 2 + THICK * inks.em, THICK * inks.em,
                                height - 2 * THICK * inks.em, height - 2 * THICK * inks.em);

      path = up_map_make_shape (node->is_ending, is_seen, &rect, inks.em, 0);
      draw_place (&inks, snapshot, path, node, &rect);
    }
  else
    {
      g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

      gsk_path_builder_move_to (builder, 0, height / 2);
      gsk_path_builder_line_to (builder, width, height / 2);
      path = gsk_path_builder_to_path (builder);
      draw_way (&inks, snapshot, path, &edges[sample]);
    }
}
