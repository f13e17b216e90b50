/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-text.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  UpText title;
  guint n_paragraphs;
  const UpText *paragraphs;
} UpSupportBlock;

/* A place for a contact that the person or their organisation fills in: no number stands here. */
typedef struct
{
  const char *id;
  UpText title;
  UpText hint; /* whom to look for */
} UpSupportContact;

/* Words on looking after oneself. */
#define UP_TYPE_SUPPORT (up_support_get_type ())
G_DECLARE_FINAL_TYPE (UpSupport, up_support, UP, SUPPORT, GObject)

UpText up_support_get_title (UpSupport *self);
guint up_support_get_n_blocks (UpSupport *self);
const UpSupportBlock *up_support_get_block (UpSupport *self, guint i);
guint up_support_get_n_contacts (UpSupport *self);
const UpSupportContact *up_support_get_contact (UpSupport *self, guint i);
const UpSupportContact *up_support_find_contact (UpSupport *self, const char *id); /* nullable */

G_END_DECLS
