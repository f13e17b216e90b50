/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-catalog.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The language that content is written in; the others are laid over it. */
#define UP_SOURCE_LANGUAGE "en"

/* A list and its objects by id. */
typedef struct
{
  GListStore *list;
  GHashTable *by_id;
} UpShelf;

/* Content is bundled, and what is large is read when it is asked for. Start-up reads the index, which
 * knows the languages and each scenario's card. */
struct _UpCatalog
{
  GObject parent_instance;

  GResource *resource;
  JsonNode *index;
  GPtrArray *languages; /* of interned strings, NULL-terminated */
  GPtrArray *phrase_languages;
  const char *language; /* interned */
  UpForm form;

  UpShelf *cards;
  UpShelf *moves; /* nullable until asked for, as all below */
  UpShelf *moments;
  UpGuide *guide;
  UpSupport *support;
  UpWhichWay *which_way;
  GHashTable *phrases; /* a language, interned → UpShelf */
};

void up_shelf_free (UpShelf *shelf);

/* For tests: a catalogue of what another resource holds. */
UpCatalog *up_catalog_new_for_resource (GResource *resource, const char *language);
const char *up_catalog_resolve (GPtrArray *languages, const char *language);

G_END_DECLS
