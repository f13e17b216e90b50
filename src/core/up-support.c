/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-support-private.h"

G_DEFINE_FINAL_TYPE (UpSupport, up_support, G_TYPE_OBJECT)

static void
up_support_finalize (GObject *object)
{
  UpSupport *self = UP_SUPPORT (object);

  g_clear_pointer (&self->arena, up_arena_unref);

  G_OBJECT_CLASS (up_support_parent_class)->finalize (object);
}

static void
up_support_class_init (UpSupportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_support_finalize;
}

static void
up_support_init (UpSupport *self)
{
}

/**
 * up_support_get_title:
 * @self: the support page’s content
 *
 * Returns: (transfer none): its title
 */
UpText
up_support_get_title (UpSupport *self)
{
  g_return_val_if_fail (UP_IS_SUPPORT (self), UP_TEXT_NONE);

  return self->title;
}

/**
 * up_support_get_n_blocks:
 * @self: the support page’s content
 *
 * Returns: how many blocks of text it has
 */
guint
up_support_get_n_blocks (UpSupport *self)
{
  g_return_val_if_fail (UP_IS_SUPPORT (self), 0);

  return self->n_blocks;
}

/**
 * up_support_get_block:
 * @self: the support page’s content
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a block, which lives as long as @self
 */
const UpSupportBlock *
up_support_get_block (UpSupport *self, guint i)
{
  g_return_val_if_fail (UP_IS_SUPPORT (self), NULL);
  g_return_val_if_fail (i < self->n_blocks, NULL);

  return &self->blocks[i];
}

/**
 * up_support_get_n_contacts:
 * @self: the support page’s content
 *
 * Returns: how many contacts there is a place for
 */
guint
up_support_get_n_contacts (UpSupport *self)
{
  g_return_val_if_fail (UP_IS_SUPPORT (self), 0);

  return self->n_contacts;
}

/**
 * up_support_get_contact:
 * @self: the support page’s content
 * @i: which, counted from 0
 *
 * Returns: (transfer none): a place for a contact, which lives as long as @self
 */
const UpSupportContact *
up_support_get_contact (UpSupport *self, guint i)
{
  g_return_val_if_fail (UP_IS_SUPPORT (self), NULL);
  g_return_val_if_fail (i < self->n_contacts, NULL);

  return &self->contacts[i];
}

/**
 * up_support_find_contact:
 * @self: the support page’s content
 * @id: a contact’s id
 *
 * Returns: (transfer none) (nullable): the place for it, which lives as long as @self
 */
const UpSupportContact *
up_support_find_contact (UpSupport *self, const char *id)
{
  g_return_val_if_fail (UP_IS_SUPPORT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->n_contacts; i++)
    if (g_str_equal (self->contacts[i].id, id))
      return &self->contacts[i];

  return NULL;
}
