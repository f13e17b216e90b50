/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-arena.h"

#include <string.h>

/* The first block is small, because most files are (a phrase, a guide's chapter); each next one is
 * twice as large up to the largest, so that a long scenario takes few of them. */
#define FIRST_BLOCK 4096
#define LARGEST_BLOCK (256 * 1024)
#define ALIGNMENT 8

typedef struct _Block Block;

struct _Block
{
  Block *next;
  char data[] __attribute__ ((aligned (ALIGNMENT)));
};

struct _UpArena
{
  gatomicrefcount ref_count;
  Block *blocks;
  gsize next_size;
  char *free;
  char *end;
};

/**
 * up_arena_new:
 *
 * Creates an empty arena.
 *
 * Returns: (transfer full): a new arena
 */
UpArena *
up_arena_new (void)
{
  UpArena *self = g_new0 (UpArena, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->next_size = FIRST_BLOCK;

  return self;
}

/**
 * up_arena_ref:
 * @self: an arena
 *
 * Takes one more reference.
 *
 * Returns: (transfer full): @self
 */
UpArena *
up_arena_ref (UpArena *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * up_arena_unref:
 * @self: (transfer full): an arena
 *
 * Drops a reference; with the last one everything that was allocated from the arena goes.
 */
void
up_arena_unref (UpArena *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  while (self->blocks != NULL)
    {
      Block *block = self->blocks;

      self->blocks = block->next;
      g_free (block);
    }

  g_free (self);
}

static char *
add_block (UpArena *self, gsize size)
{
  Block *block = g_malloc0 (sizeof (Block) + size);

  block->next = self->blocks;
  self->blocks = block;

  return block->data;
}

static char *
take (UpArena *self, gsize size)
{
  char *taken;

  /* What is large has a block of its own and leaves the one that is being filled as it is. */
  if (size > LARGEST_BLOCK / 4)
    return add_block (self, size);

  if ((gsize) (self->end - self->free) < size)
    {
      gsize block_size = MAX (self->next_size, size);

      self->free = add_block (self, block_size);
      self->end = self->free + block_size;
      self->next_size = MIN (self->next_size * 2, LARGEST_BLOCK);
    }

  taken = self->free;
  self->free += size;

  return taken;
}

/**
 * up_arena_alloc0:
 * @self: an arena
 * @n: how many
 * @size: the size of one, in bytes
 *
 * Allocates zeroed memory for @n things of @size bytes, aligned for anything but vectors.
 *
 * Returns: (transfer none) (nullable): the memory, which lives as long as the arena; %NULL where @n
 *   is 0
 */
gpointer
up_arena_alloc0 (UpArena *self, gsize n, gsize size)
{
  gsize misfit;

  g_return_val_if_fail (self != NULL, NULL);

  if (n == 0)
    return NULL;

  if (n > (G_MAXSIZE - ALIGNMENT) / size)
    g_error ("An arena cannot hold %" G_GSIZE_FORMAT " × %" G_GSIZE_FORMAT " bytes.", n, size);

  /* Strings are packed without padding, so it is what follows them that has to be aligned. */
  misfit = GPOINTER_TO_SIZE (self->free) % ALIGNMENT;
  if (misfit != 0)
    self->free += MIN (ALIGNMENT - misfit, (gsize) (self->end - self->free));

  return take (self, n * size);
}

/**
 * up_arena_strdup:
 * @self: an arena
 * @string: (nullable): a string
 *
 * Copies @string into the arena.
 *
 * Returns: (transfer none) (nullable): the copy, which lives as long as the arena
 */
const char *
up_arena_strdup (UpArena *self, const char *string)
{
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  if (string == NULL)
    return NULL;

  length = strlen (string) + 1;

  return memcpy (take (self, length), string, length);
}
