/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The grammatical form in which the content speaks of the learner, in languages whose words show one. */
typedef enum
{
  UP_FORM_NEUTRAL,
  UP_FORM_FEMININE,
  UP_FORM_MASCULINE,
} UpForm;

#define UP_N_FORMS 3

const char *up_form_get_id (UpForm form);
UpForm up_form_parse (const char *id);
char *up_form_apply (const char *text, UpForm form); /* full, nullable */

G_END_DECLS
