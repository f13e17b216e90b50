/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-page-picture.h"

#include "up-digits.h"

#include <glib/gi18n-lib.h>

/**
 * UpPagePicture:
 *
 * Shows a page as it will be printed: dark on white, whatever the window's colours are. Assistive
 * technology reads what stands on it.
 */
struct _UpPagePicture
{
  GtkWidget parent_instance;

  UpPaper *paper;
  guint page;
};

#define LEAST_WIDTH 160

G_DEFINE_FINAL_TYPE (UpPagePicture, up_page_picture, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
up_page_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
up_page_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  UpPagePicture *self = UP_PAGE_PICTURE (widget);
  double width = self->paper != NULL ? up_paper_get_width (self->paper) : 1;
  double height = self->paper != NULL ? up_paper_get_height (self->paper) : 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX (LEAST_WIDTH, (int) width);
    }
  else
    {
      *minimum = *natural = (int) (MAX (for_size, LEAST_WIDTH) * height / width);
    }
}

static void
up_page_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UpPagePicture *self = UP_PAGE_PICTURE (widget);
  graphene_rect_t bounds;
  double scale;
  cairo_t *cr;

  if (self->paper == NULL)
    return;

  scale = gtk_widget_get_width (widget) / up_paper_get_width (self->paper);
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) (up_paper_get_height (self->paper) * scale));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  up_paper_draw_page (self->paper, self->page, cr);
  cairo_destroy (cr);
}

static void
up_page_picture_dispose (GObject *object)
{
  g_clear_object (&UP_PAGE_PICTURE (object)->paper);

  G_OBJECT_CLASS (up_page_picture_parent_class)->dispose (object);
}

static void
up_page_picture_class_init (UpPagePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = up_page_picture_dispose;
  widget_class->get_request_mode = up_page_picture_get_request_mode;
  widget_class->measure = up_page_picture_measure;
  widget_class->snapshot = up_page_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
up_page_picture_init (UpPagePicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * up_page_picture_new:
 *
 * Returns: (transfer floating): a picture of no page yet
 */
GtkWidget *
up_page_picture_new (void)
{
  return g_object_new (UP_TYPE_PAGE_PICTURE, NULL);
}

/**
 * up_page_picture_get_title:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): which page it shows, for assistive technology
 */
char *
up_page_picture_get_title (UpPagePicture *self)
{
  g_return_val_if_fail (UP_IS_PAGE_PICTURE (self), NULL);

  if (self->paper == NULL)
    return NULL;

  return up_digits_in_interface (
    g_strdup_printf (_ ("Page %u of %u"), self->page + 1, up_paper_get_n_pages (self->paper)));
}

/**
 * up_page_picture_set_page:
 * @self: a picture
 * @paper: the paper
 * @page: which of its pages, counted from 0
 *
 * Shows a page.
 */
void
up_page_picture_set_page (UpPagePicture *self, UpPaper *paper, guint page)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (UP_IS_PAGE_PICTURE (self));
  g_return_if_fail (UP_IS_PAPER (paper));
  g_return_if_fail (page < up_paper_get_n_pages (paper));

  g_set_object (&self->paper, paper);
  self->page = page;
  text = up_paper_get_page_text (paper, page);
  title = up_page_picture_get_title (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
