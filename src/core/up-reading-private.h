/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-arena.h"
#include "up-check-context.h"
#include "up-contacts.h"
#include "up-form.h"
#include "up-guide.h"
#include "up-phrase.h"
#include "up-scenario.h"
#include "up-schema.h"
#include "up-support.h"
#include "up-translation.h"
#include "up-which-way.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* No format nests deeper than this. */
#define UP_READING_DEPTH 12

/* A step of the way from the root to what is being read. */
typedef struct
{
  const char *key;
  int index;      /* -1 where it is a member and not a list's element */
  const char *id; /* the element's, where it has one */
} UpReadingPlace;

/**
 * UpReading:
 * @limits: what the file may not exceed
 * @context: (nullable): what else there is; %NULL to leave unchecked what the file names of others
 * @translation: (nullable): the texts to lay over the file's own
 * @language: the BCP 47 tag of the language the file is written in, interned
 * @arena: where strings and arrays go
 * @problems: of #UpProblem
 * @faults_known: whether the schema has found faults: then what it finds is not said again
 * @failed: whether anything was wrong
 *
 * One file on its way from JSON to objects: where the reader is, and what it has found wrong.
 */
typedef struct
{
  const UpContentLimits *limits;
  const UpCheckContext *context;
  UpTranslation *translation;
  const char *language;
  UpForm form;
  UpArena *arena;
  GPtrArray *problems;
  guint first_problem;
  gboolean faults_known;
  gboolean failed;
  GString *key;
  guint depth;
  UpReadingPlace places[UP_READING_DEPTH];
} UpReading;

static inline void
up_reading_enter (UpReading *self, const char *key, int index, const char *id)
{
  g_assert (self->depth < UP_READING_DEPTH);

  self->places[self->depth++] = (UpReadingPlace) { key, index, id };
}

static inline void
up_reading_leave (UpReading *self)
{
  g_assert (self->depth > 0);

  self->depth--;
}

void up_reading_complain (UpReading *self, const char *member, const char *found,
                          const char *expected, const char *message);
void up_reading_complain_of_shape (UpReading *self, const char *member, const char *found,
                                   const char *expected, const char *message);
void up_reading_malformed (UpReading *self, const char *member);

JsonArray *up_reading_list (UpReading *self, JsonObject *object, const char *member,
                            gboolean required);
JsonObject *up_reading_object (UpReading *self, JsonObject *object, const char *member,
                               gboolean required);
/* The object that stands at @i in @list; without it, what is there instead is complained of. */
JsonObject *up_reading_item (UpReading *self, JsonArray *list, const char *key, guint i);
/* Borrowed from the JSON; NULL where there is no string. */
const char *up_reading_peek (JsonObject *object, const char *member);
const char *up_reading_id (UpReading *self, JsonObject *object, const char *member);
/* Enters a list's element; gives its id. */
const char *up_reading_enter_item (UpReading *self, JsonObject *item, const char *key, guint i);
gboolean up_reading_boolean (UpReading *self, JsonObject *object, const char *member);
guint up_reading_number (UpReading *self, JsonObject *object, const char *member);
UpText up_reading_text (UpReading *self, JsonObject *object, const char *member, gboolean required);
UpText up_reading_text_node (UpReading *self, JsonNode *node, const char *member,
                             gboolean required);
const UpText *up_reading_texts (UpReading *self, JsonObject *object, const char *member,
                                guint *n_texts);
const char **up_reading_ids (UpReading *self, JsonObject *object, const char *member, guint *n_ids);
int up_reading_term (UpReading *self, JsonObject *object, const char *member, UpTerms terms,
                     gboolean required);
const int *up_reading_terms (UpReading *self, JsonObject *object, const char *member, UpTerms terms,
                             guint *n_values);
/* Whether @id is new in @ids, which it joins as @number + 1; a second one is complained of. */
gboolean up_reading_is_new (UpReading *self, GHashTable *ids, const char *id, guint number);

UpScenario *up_scenario_read (UpReading *reading, JsonObject *root);
UpGuide *up_guide_read (UpReading *reading, JsonObject *root);
UpContacts *up_contacts_read (UpReading *reading, JsonObject *root);
UpSupport *up_support_read (UpReading *reading, JsonObject *root);
GPtrArray *up_moments_read (UpReading *reading, JsonObject *root);
GPtrArray *up_moves_read (UpReading *reading, JsonObject *root);
GPtrArray *up_phrases_read (UpReading *reading, JsonObject *root);
UpWhichWay *up_which_way_read (UpReading *reading, JsonObject *root);
GPtrArray *up_own_phrases_read (UpReading *reading, JsonObject *root);
void up_references_check (UpReading *reading, JsonObject *root, const char *format);

G_END_DECLS
