/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "up-check-context.h"
#include "up-contacts.h"
#include "up-form.h"
#include "up-guide.h"
#include "up-moment.h"
#include "up-phrase.h"
#include "up-scenario.h"
#include "up-schema.h"
#include "up-support.h"
#include "up-translation.h"
#include "up-which-way.h"

G_BEGIN_DECLS

#define UP_TYPE_CONTENT_READER (up_content_reader_get_type ())
G_DECLARE_FINAL_TYPE (UpContentReader, up_content_reader, UP, CONTENT_READER, GObject)

UpContentReader *up_content_reader_new (void);
void up_content_reader_set_limits (UpContentReader *self, const UpContentLimits *limits);
/* Bundled content is validated when it is built and tested; a trusted reader skips the schema. */
void up_content_reader_set_trusted (UpContentReader *self, gboolean trusted);
/* The texts of another language, laid over the file's own as it is read; NULL for none. */
void up_content_reader_set_translation (UpContentReader *self, UpTranslation *translation);
/* The form in which texts speak of the learner; neutral at first. */
void up_content_reader_set_form (UpContentReader *self, UpForm form);

/* Each returns NULL and sets @error when the file cannot be used; every problem found is appended to
 * @problems (of UpProblem; may be NULL). @name is what a person calls the file. */
UpScenario *up_content_reader_read_scenario (UpContentReader *self, GBytes *bytes, const char *name,
                                             GPtrArray *problems, GError **error);
UpGuide *up_content_reader_read_guide (UpContentReader *self, GBytes *bytes, const char *name,
                                       GPtrArray *problems, GError **error);
GPtrArray *up_content_reader_read_moves (UpContentReader *self, GBytes *bytes, const char *name,
                                         GPtrArray *problems, GError **error); /* of UpMove */
GPtrArray *up_content_reader_read_phrases (UpContentReader *self, GBytes *bytes, const char *name,
                                           GPtrArray *problems, GError **error); /* of UpPhrase */
GPtrArray *up_content_reader_read_own_phrases (UpContentReader *self, GBytes *bytes,
                                               const char *name, const UpCheckContext *context,
                                               GPtrArray *problems,
                                               GError **error); /* of UpPhrase */
GPtrArray *up_content_reader_read_moments (UpContentReader *self, GBytes *bytes, const char *name,
                                           GPtrArray *problems, GError **error); /* of UpMoment */
UpSupport *up_content_reader_read_support (UpContentReader *self, GBytes *bytes, const char *name,
                                           GPtrArray *problems, GError **error);
UpWhichWay *up_content_reader_read_which_way (UpContentReader *self, GBytes *bytes,
                                              const char *name, GPtrArray *problems,
                                              GError **error);
/* With @context, a contact that the support page has no place for needs a title. */
UpContacts *up_content_reader_read_contacts (UpContentReader *self, GBytes *bytes, const char *name,
                                             const UpCheckContext *context, GPtrArray *problems,
                                             GError **error);

/* Of any format; @scenario is set where it is one. With @context, what a file names of others is looked
 * up; a scenario leaves that to up_scenario_check(). */
gboolean up_content_reader_read_any (UpContentReader *self, GBytes *bytes, const char *name,
                                     const UpCheckContext *context, GPtrArray *problems,
                                     UpScenario **scenario, GError **error);
/* Fills in the lines and columns of those of @problems, from @first on, that have none yet. */
void up_content_reader_locate (GBytes *bytes, GPtrArray *problems, guint first);

G_END_DECLS
