/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-form.h"

#include <string.h>

/* As they stand in the settings. */
static const char *const ids[UP_N_FORMS] = { "neutral", "feminine", "masculine" };

/* Where in the braces each stands: translators write the feminine first. */
static const guint places[UP_N_FORMS] = { 2, 0, 1 };

/**
 * up_form_get_id:
 * @form: a form
 *
 * Returns: (transfer none): its name in the settings
 */
const char *
up_form_get_id (UpForm form)
{
  g_return_val_if_fail (form < UP_N_FORMS, NULL);

  return ids[form];
}

/**
 * up_form_parse:
 * @id: (nullable): a form's name in the settings
 *
 * Returns: the form; neutral where there is none of that name
 */
UpForm
up_form_parse (const char *id)
{
  for (guint i = 0; i < UP_N_FORMS; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;

  return UP_FORM_NEUTRAL;
}

/* Whether a choice of forms begins at @brace: braces around exactly three texts, none of them empty.
 * Gives where the texts begin, and where they and the choice end. */
static gboolean
find_choice (const char *brace, const char *starts[UP_N_FORMS], const char *ends[UP_N_FORMS])
{
  const char *start = brace + 1;

  for (guint i = 0; i < UP_N_FORMS; i++)
    {
      gsize length = strcspn (start, "{|}");

      if (length == 0 || start[length] != (i + 1 < UP_N_FORMS ? '|' : '}'))
        return FALSE;
      starts[i] = start;
      ends[i] = start + length;
      start = ends[i] + 1;
    }

  return TRUE;
}

/**
 * up_form_apply:
 * @text: a text of the content
 * @form: the form that was chosen
 *
 * Chooses between the forms that a text holds. They stand in braces, the feminine first, then the
 * masculine, then the neutral one: `Acabas {cansada|cansado|sin fuerzas}.` Other braces, which are a
 * phrase's blanks, stay as they are.
 *
 * Returns: (transfer full) (nullable): the text in @form, or %NULL where @text holds no choice
 */
char *
up_form_apply (const char *text, UpForm form)
{
  GString *chosen = NULL;
  const char *done = text;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (form < UP_N_FORMS, NULL);

  /* Nearly all texts hold none. */
  if (strchr (text, '|') == NULL)
    return NULL;

  for (const char *c = strchr (text, '{'); c != NULL; c = strchr (c + 1, '{'))
    {
      const char *starts[UP_N_FORMS];
      const char *ends[UP_N_FORMS];
      guint place = places[form];

      if (!find_choice (c, starts, ends))
        continue;

      if (chosen == NULL)
        chosen = g_string_new (NULL);
      g_string_append_len (chosen, done, c - done);
      g_string_append_len (chosen, starts[place], ends[place] - starts[place]);
      done = ends[UP_N_FORMS - 1] + 1;
      c = done - 1;
    }

  if (chosen == NULL)
    return NULL;

  g_string_append (chosen, done);

  return g_string_free (chosen, FALSE);
}
