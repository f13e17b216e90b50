/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-contacts.h"

G_BEGIN_DECLS

struct _UpContacts
{
  GObject parent_instance;

  UpArena *arena; /* nullable where there are no contacts */
  guint n_contacts;
  const UpContact *contacts;
  char *file;
  char *trouble;
};

/* For tests: looks into other folders than the system's. */
UpContacts *up_contacts_load_from (UpCatalog *catalog, const char *const *folders);

G_END_DECLS
