/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory for many small things that live and die together: the strings and arrays of one content
 * file. It is filled by one thread and read by any. */
typedef struct _UpArena UpArena;

UpArena *up_arena_new (void);
UpArena *up_arena_ref (UpArena *self);
void up_arena_unref (UpArena *self);
gpointer up_arena_alloc0 (UpArena *self, gsize n, gsize size);
const char *up_arena_strdup (UpArena *self, const char *string);

/* @n zeroed elements of @Type; NULL where @n is 0. */
#define up_arena_array(self, Type, n) ((Type *) up_arena_alloc0 ((self), (n), sizeof (Type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpArena, up_arena_unref)

G_END_DECLS
