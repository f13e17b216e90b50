/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-catalog.h"
#include "up-journal.h"

G_BEGIN_DECLS

/* A contact as an organisation presets it, in its own language. */
typedef struct
{
  const char *id;
  const char *title; /* nullable: then the support page has it */
  const char *text;
} UpContact;

/* The contacts that an administrator put into the system's data folder, if any. What the person
 * writes instead wins: up_contacts_get_text(). */
#define UP_TYPE_CONTACTS (up_contacts_get_type ())
G_DECLARE_FINAL_TYPE (UpContacts, up_contacts, UP, CONTACTS, GObject)

UpContacts *up_contacts_load_preset (UpCatalog *catalog); /* full; always gives contacts */
const char *up_contacts_get_file (UpContacts *self);      /* nullable: where they stand */
/* NULL, or sentences for the support page: which file is wrong, where, and how to mend it. */
const char *up_contacts_get_trouble (UpContacts *self);
guint up_contacts_get_n_contacts (UpContacts *self);
const UpContact *up_contacts_get_contact (UpContacts *self, guint i);
const UpContact *up_contacts_find_contact (UpContacts *self, const char *id); /* nullable */

/* The person's own words for it, else the organisation's, else NULL. */
const char *up_contacts_get_text (UpContacts *self, UpJournal *journal, const char *id,
                                  gboolean *own);

G_END_DECLS
