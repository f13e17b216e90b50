/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-map-picture.h"

#include "up-content-label.h"
#include "up-em.h"

/* What is drawn of a map, measured from its text: all lengths are in ems, so that it grows with the text
 * and nothing has to be cut. Shapes tell as much as lines and colours do: a decision is a box with round
 * corners, an ending one with points at its sides; what was not seen is small, empty and dashed. */

#define LABEL_WIDTH 10.0f
#define LEAST_LABEL_WIDTH 5.5f

/* How much of the room a label may take, where there is little. */
#define LABEL_SHARE 0.42f

#define PADDING_ALONG_TEXT 0.95f
#define PADDING_ACROSS_TEXT 0.55f
#define LEAST_WIDTH 4.0f
#define ROUNDING 0.75f
#define POINT 0.7f
#define UNSEEN 1.7f
#define UNSEEN_ENDING 2.3f

#define GAP_ACROSS 1.7f
#define GAP_ALONG 2.9f
#define MARGIN 1.7f

/* How far beside a way what else leads there is drawn. */
#define BESIDE 0.4f

#define ARROW_LENGTH 0.62f
#define ARROW_WIDTH 0.34f

/* How near to a place one has to press. */
#define REACH 0.4f

static float
get_label_width (GtkWidget *widget, float em)
{
  float room = (float) gtk_widget_get_width (widget);

  /* It is measured before it gets any room. */
  if (room <= 0)
    return LABEL_WIDTH * em;

  return CLAMP (LABEL_SHARE * room, LEAST_LABEL_WIDTH * em, LABEL_WIDTH * em);
}

static PangoLayout *
text_new (GtkWidget *widget, UpText text, float width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text.text);
  g_autoptr (PangoAttrList) attributes = up_content_attributes_new (text, NULL);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

static void
measure_node (UpMapPicture *self, GtkWidget *widget, guint i)
{
  const UpMapNode *node = up_map_layout_get_node (self->layout, i);
  UpMapBox *box = &self->boxes[i];
  int width, height;

  if (node->state == UP_MAP_UNSEEN)
    {
      box->width = (node->is_ending ? UNSEEN_ENDING : UNSEEN) * self->em;
      box->height = UNSEEN * self->em;
      box->is_round = TRUE;
      return;
    }

  self->texts[i] = text_new (widget, node->label, self->label_width);
  pango_layout_get_pixel_size (self->texts[i], &width, &height);
  box->width = MAX ((float) width + 2 * PADDING_ALONG_TEXT * self->em, LEAST_WIDTH * self->em);
  box->height = (float) height + 2 * PADDING_ACROSS_TEXT * self->em;
  if (node->is_ending)
    box->width += 2 * POINT * self->em;
  box->is_round = node->is_ending && self->flow == UP_MAP_FLOW_TO_END;
}

/**
 * up_map_make_shape:
 * @is_ending: whether it is the shape of an ending
 * @is_seen: whether it was seen
 * @rect: the room that it takes
 * @em: the size of the text
 * @inset: how far inside of that shape
 *
 * Returns: (transfer full): a shape
 */
GskPath *
up_map_make_shape (gboolean is_ending, gboolean is_seen, const graphene_rect_t *rect, float em,
                   float inset)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float left = rect->origin.x + inset, right = rect->origin.x + rect->size.width - inset;
  float top = rect->origin.y + inset, bottom = rect->origin.y + rect->size.height - inset;

  if (is_ending)
    {
      float point = POINT * em;

      gsk_path_builder_move_to (builder, left + point, top);
      gsk_path_builder_line_to (builder, right - point, top);
      gsk_path_builder_line_to (builder, right, (top + bottom) / 2);
      gsk_path_builder_line_to (builder, right - point, bottom);
      gsk_path_builder_line_to (builder, left + point, bottom);
      gsk_path_builder_line_to (builder, left, (top + bottom) / 2);
      gsk_path_builder_close (builder);
    }
  else
    {
      float radius = is_seen ? ROUNDING * em - inset : (bottom - top) / 2;
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (
        &rounded, &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top), MAX (radius, 0));
      gsk_path_builder_add_rounded_rect (builder, &rounded);
    }

  return gsk_path_builder_to_path (builder);
}

/* The shape of a node. */
static GskPath *
make_shape (const UpMapPicture *self, guint i)
{
  const UpMapNode *node = up_map_layout_get_node (self->layout, i);
  const UpMapBox *box = &self->boxes[i];

  return up_map_make_shape (node->is_ending, node->state != UP_MAP_UNSEEN,
                            &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height), self->em,
                            0);
}

static GskPath *
make_way (const UpMapPicture *self, const GArray *route, float shift)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  const UpMapPoint *points = (const UpMapPoint *) (gconstpointer) route->data;
  float dx = self->flow == UP_MAP_FLOW_DOWN ? shift : 0;
  float dy = self->flow == UP_MAP_FLOW_DOWN ? 0 : shift;

  gsk_path_builder_move_to (builder, points[0].x + dx, points[0].y + dy);
  for (guint i = 1; i + 2 < route->len; i += 3)
    gsk_path_builder_cubic_to (builder, points[i].x + dx, points[i].y + dy, points[i + 1].x + dx,
                               points[i + 1].y + dy, points[i + 2].x + dx, points[i + 2].y + dy);

  return gsk_path_builder_to_path (builder);
}

/* Every way arrives along the flow. */
static GskPath *
make_arrow (const UpMapPicture *self, UpMapPoint tip)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float length = ARROW_LENGTH * self->em, width = ARROW_WIDTH * self->em;

  gsk_path_builder_move_to (builder, tip.x, tip.y);
  if (self->flow == UP_MAP_FLOW_DOWN)
    {
      gsk_path_builder_line_to (builder, tip.x - width, tip.y - length);
      gsk_path_builder_line_to (builder, tip.x + width, tip.y - length);
    }
  else
    {
      float back = self->mirrored ? tip.x + length : tip.x - length;

      gsk_path_builder_line_to (builder, back, tip.y - width);
      gsk_path_builder_line_to (builder, back, tip.y + width);
    }
  gsk_path_builder_close (builder);

  return gsk_path_builder_to_path (builder);
}

static void
move_route (GArray *route, float margin)
{
  for (guint i = 0; i < route->len; i++)
    {
      UpMapPoint *point = &g_array_index (route, UpMapPoint, i);

      point->x += margin;
      point->y += margin;
    }
}

/* A way is two lines where some of the choices that lead there were made and others not. */
static void
make_edge (UpMapPicture *self, guint i, const GArray *route)
{
  const UpMapEdge *edge = up_map_layout_get_edge (self->layout, i);
  gboolean is_double = edge->n_now + edge->n_before > 0 && edge->n_open > 0;
  self->ways[i] = make_way (self, route, 0);
  if (is_double)
    self->besides[i] = make_way (self, route, BESIDE * self->em);
  self->arrows[i] = make_arrow (self, g_array_index (route, UpMapPoint, route->len - 1));
}

/**
 * up_map_picture_new:
 * @widget: where it is to be drawn, whose text size and direction it takes
 * @layout: (transfer none): a map, which must live as long as the picture
 * @flow: where the story flows to
 *
 * Returns: (transfer full): the picture
 */
UpMapPicture *
up_map_picture_new (GtkWidget *widget, UpMapLayout *layout, UpMapFlow flow)
{
  UpMapPicture *self = g_new0 (UpMapPicture, 1);
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_nodes = up_map_layout_get_n_nodes (layout);
  guint n_edges = up_map_layout_get_n_edges (layout);
  float margin;

  self->layout = layout;
  self->flow = flow;
  self->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->em = (float) up_em_to_pixels (widget, 16) / 16;
  self->label_width = get_label_width (widget, self->em);
  self->boxes = g_new0 (UpMapBox, n_nodes);
  self->texts = g_new0 (PangoLayout *, n_nodes);
  self->shapes = g_new0 (GskPath *, n_nodes);
  self->ways = g_new0 (GskPath *, n_edges);
  self->besides = g_new0 (GskPath *, n_edges);
  self->arrows = g_new0 (GskPath *, n_edges);

  for (guint i = 0; i < n_nodes; i++)
    measure_node (self, widget, i);
  up_map_layout_place (layout, flow, self->mirrored, GAP_ACROSS * self->em, GAP_ALONG * self->em,
                       self->boxes, routes, &self->width, &self->height);

  margin = MARGIN * self->em;
  self->width += 2 * margin;
  self->height += 2 * margin;
  for (guint i = 0; i < n_nodes; i++)
    {
      self->boxes[i].x += margin;
      self->boxes[i].y += margin;
      self->shapes[i] = make_shape (self, i);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      move_route (g_ptr_array_index (routes, i), margin);
      make_edge (self, i, g_ptr_array_index (routes, i));
    }

  return self;
}

/**
 * up_map_picture_is_current:
 * @self: a picture
 * @widget: where it is to be drawn
 * @flow: where the story flows to now
 *
 * Returns: whether a new picture would be the same, as far as it depends on the room that there is
 */
gboolean
up_map_picture_is_current (const UpMapPicture *self, GtkWidget *widget, UpMapFlow flow)
{
  float label_width = get_label_width (widget, self->em);

  return self->flow == flow && label_width >= self->label_width && label_width <= self->label_width;
}

/**
 * up_map_picture_free:
 * @self: (nullable) (transfer full): a picture
 */
void
up_map_picture_free (UpMapPicture *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < up_map_layout_get_n_nodes (self->layout); i++)
    {
      g_clear_object (&self->texts[i]);
      g_clear_pointer (&self->shapes[i], gsk_path_unref);
    }
  for (guint i = 0; i < up_map_layout_get_n_edges (self->layout); i++)
    {
      g_clear_pointer (&self->ways[i], gsk_path_unref);
      g_clear_pointer (&self->besides[i], gsk_path_unref);
      g_clear_pointer (&self->arrows[i], gsk_path_unref);
    }

  g_free (self->boxes);
  g_free (self->texts);
  g_free (self->shapes);
  g_free (self->ways);
  g_free (self->besides);
  g_free (self->arrows);
  g_free (self);
}

/**
 * up_map_picture_find:
 * @self: a picture
 * @x: where, from its left
 * @y: where, from its top
 *
 * Returns: the node that is there, or %G_MAXUINT where none is
 */
guint
up_map_picture_find (const UpMapPicture *self, double x, double y)
{
  float reach = REACH * self->em;

  for (guint i = 0; i < up_map_layout_get_n_nodes (self->layout); i++)
    {
      const UpMapBox *box = &self->boxes[i];

      if (x >= box->x - reach && x < box->x + box->width + reach && y >= box->y - reach &&
          y < box->y + box->height + reach)
        return i;
    }

  return G_MAXUINT;
}

/**
 * up_map_picture_get_layer_length:
 * @widget: where a map is to be drawn
 *
 * Returns: how long a layer is with the distance to the next one, where the story flows to the end of
 *   the line and everything was seen
 */
float
up_map_picture_get_layer_length (GtkWidget *widget)
{
  return (LABEL_WIDTH + 2 * PADDING_ALONG_TEXT + GAP_ALONG) * (float) up_em_to_pixels (widget, 16) /
         16;
}
