/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-words.h"

#include "up-dates.h"
#include "up-digits.h"
#include "up-quote.h"

#include <glib/gi18n-lib.h>

/* How the journal's lists tell of an entry. */

/* As much of a note as its row shows, in characters. */
#define MAX_PREVIEW 140

/**
 * up_entry_is_due:
 * @entry: an entry
 * @now: what time it is
 *
 * Returns: whether it is a plan that comes round today or came round before
 */
gboolean
up_entry_is_due (UpEntry *entry, gint64 now)
{
  g_return_val_if_fail (UP_IS_ENTRY (entry), FALSE);

  return up_entry_get_kind (entry) == UP_ENTRY_PLAN && up_entry_is_open (entry) &&
         up_entry_get_due (entry) != 0 && up_entry_get_due (entry) < up_date_get_midnight (now, 1);
}

/**
 * up_entry_words_get_icon_name:
 * @entry: an entry
 *
 * Returns: (transfer none): the icon of its kind
 */
const char *
up_entry_words_get_icon_name (UpEntry *entry)
{
  static const char *const names[] = {
    [UP_ENTRY_ATTEMPT] = "up-practice-symbolic",      [UP_ENTRY_MOMENT] = "alarm-symbolic",
    [UP_ENTRY_PLAN] = "x-office-calendar-symbolic",   [UP_ENTRY_NOTE] = "document-edit-symbolic",
    [UP_ENTRY_WHICH_WAY] = "up-lean-either-symbolic",
  };

  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);

  return names[up_entry_get_kind (entry)];
}

/* The first line that has words in it, cut where it is long. */
static char *
make_preview (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (g_utf8_strlen (line, -1) > MAX_PREVIEW)
        {
          g_autofree char *start = g_utf8_substring (line, 0, MAX_PREVIEW);

          return g_strconcat (g_strchomp (start), "…", NULL);
        }
      return g_strdup (line);
    }

  return g_strdup (_ ("Empty Note"));
}

/**
 * up_entry_words_title:
 * @entry: an entry
 * @language: (out) (nullable): the language of the title, %NULL where it is not of the content
 *
 * Returns: (transfer full): what its row is called
 */
char *
up_entry_words_title (UpEntry *entry, const char **language)
{
  const char *title;

  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  *language = NULL;
  title = up_entry_get_title (entry);

  switch (up_entry_get_kind (entry))
    {
    case UP_ENTRY_PLAN:
      {
        g_autofree char *when = up_quote_isolate (up_entry_get_when (entry));
        g_autofree char *then = up_quote_isolate (up_entry_get_then (entry));

        /* Translators: a plan that somebody made: “If a joke is made – then I ask what is meant” */
        return g_strdup_printf (_ ("If %s – then %s"), when, then);
      }
    case UP_ENTRY_NOTE:
      if (title == NULL || *title == '\0')
        return make_preview (up_entry_get_text (entry) != NULL ? up_entry_get_text (entry) : "");
      return g_strdup (title);
    case UP_ENTRY_WHICH_WAY:
      if (up_entry_get_text (entry) != NULL)
        return make_preview (up_entry_get_text (entry));
      *language = title != NULL ? up_entry_get_language (entry) : NULL;
      return g_strdup (title != NULL ? title : _ ("Which Way?"));
    case UP_ENTRY_ATTEMPT:
    case UP_ENTRY_MOMENT:
    default:
      *language = up_entry_get_language (entry);
      return g_strdup (title != NULL ? title : up_entry_get_subject (entry));
    }
}

/**
 * up_entry_words_minutes:
 * @entry: an attempt
 *
 * Returns: (transfer full) (nullable): how long it took, or %NULL where that is not known
 */
char *
up_entry_words_minutes (UpEntry *entry)
{
  guint minutes;

  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);

  minutes = up_entry_get_minutes (entry);
  if (minutes == 0)
    return NULL;

  return up_digits_in_interface (
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes));
}

/**
 * up_entry_words_state:
 * @plan: a plan
 * @now: what time it is
 *
 * Returns: (transfer full) (nullable): how the plan stands, or %NULL where there is nothing to tell
 */
char *
up_entry_words_state (UpEntry *plan, gint64 now)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (UP_IS_ENTRY (plan), NULL);

  if (!up_entry_is_open (plan))
    return g_strdup (C_ ("plan", "done"));
  if (up_entry_is_due (plan, now))
    return g_strdup (C_ ("plan", "has come round"));
  if (up_entry_get_due (plan) == 0)
    return NULL;

  date = up_date_format_day (up_entry_get_due (plan), now);
  /* Translators: when a plan comes round: %s is a date, with the day of the week */
  return g_strdup_printf (C_ ("plan", "comes round: %s"), date);
}

static char *
describe_plan (UpEntry *plan, gint64 now)
{
  g_autofree char *state = up_entry_words_state (plan, now);

  /* Translators: that something is a plan, and how it stands: “Plan · done” */
  return state != NULL ? g_strdup_printf (_ ("Plan · %s"), state) : g_strdup (_ ("Plan"));
}

/**
 * up_entry_words_facts:
 * @entry: an entry
 * @now: what time it is
 *
 * Returns: (transfer full): what it is and what became of it, in a line
 */
char *
up_entry_words_facts (UpEntry *entry, gint64 now)
{
  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);

  switch (up_entry_get_kind (entry))
    {
    case UP_ENTRY_ATTEMPT:
      {
        const char *ending = up_entry_get_ending_title (entry);
        g_autofree char *isolated = up_quote_isolate (ending != NULL ? ending : "");
        g_autofree char *minutes = up_entry_words_minutes (entry);

        if (ending == NULL || *ending == '\0')
          return g_strdup (minutes != NULL ? minutes : _ ("Attempt"));
        if (minutes == NULL)
          return g_strdup (ending);
        /* Translators: the ending that an attempt reached, and how long it took: “A quiet word · 12
         * minutes” */
        return g_strdup_printf (C_ ("attempt", "%s · %s"), isolated, minutes);
      }
    case UP_ENTRY_MOMENT:
      return g_strdup (up_entry_get_text (entry) != NULL ? _ ("Moment · with own words")
                                                         : _ ("Moment"));
    case UP_ENTRY_PLAN:
      return describe_plan (entry, now);
    case UP_ENTRY_WHICH_WAY:
      return g_strdup (_ ("Which Way?"));
    case UP_ENTRY_NOTE:
    default:
      return g_strdup (_ ("Note"));
    }
}

/**
 * up_entry_words_describe:
 * @entry: an entry
 * @now: what time it is
 *
 * Returns: (transfer full): all that its row shows, in words for assistive technology
 */
char *
up_entry_words_describe (UpEntry *entry, gint64 now)
{
  const char *language;
  g_autofree char *title = up_entry_words_title (entry, &language);
  g_autofree char *facts = up_entry_words_facts (entry, now);

  if (up_entry_get_kind (entry) == UP_ENTRY_ATTEMPT)
    /* Translators: how assistive technology reads an attempt in the list: its scenario and what became
     * of it */
    return g_strdup_printf (_ ("%s – attempt – %s"), title, facts);

  /* Translators: how assistive technology reads a row of the journal: what it says and what it is */
  return g_strdup_printf (_ ("%s – %s"), title, facts);
}

/**
 * up_entry_words_erased:
 * @entry: an entry
 *
 * Returns: (transfer none): that it was erased
 */
const char *
up_entry_words_erased (UpEntry *entry)
{
  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);

  switch (up_entry_get_kind (entry))
    {
    case UP_ENTRY_ATTEMPT:
      return _ ("Attempt erased");
    case UP_ENTRY_MOMENT:
      return _ ("Moment erased");
    case UP_ENTRY_PLAN:
      return _ ("Plan erased");
    case UP_ENTRY_WHICH_WAY:
      return _ ("Entry erased");
    case UP_ENTRY_NOTE:
    default:
      return _ ("Note erased");
    }
}

static void
collect (GString *words, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append (words, text);
  g_string_append_c (words, '\n');
}

/**
 * up_entry_words_collect:
 * @entry: an entry
 *
 * Returns: (transfer full): all words in it that somebody may search for
 */
char *
up_entry_words_collect (UpEntry *entry)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (UP_IS_ENTRY (entry), NULL);

  collect (words, up_entry_get_title (entry));
  switch (up_entry_get_kind (entry))
    {
    case UP_ENTRY_ATTEMPT:
      collect (words, up_entry_get_ending_title (entry));
      collect (words, up_entry_get_words (entry));
      for (guint i = 0; i < UP_RUN_N_QUESTIONS; i++)
        collect (words, up_entry_get_answer (entry, i));
      break;
    case UP_ENTRY_PLAN:
      collect (words, up_entry_get_when (entry));
      collect (words, up_entry_get_then (entry));
      for (guint i = 0; i < up_entry_get_n_reviews (entry); i++)
        {
          const UpReview *review = up_entry_get_review (entry, i);

          collect (words, review->happened);
          collect (words, review->next);
        }
      break;
    case UP_ENTRY_MOMENT:
    case UP_ENTRY_NOTE:
    case UP_ENTRY_WHICH_WAY:
    default:
      collect (words, up_entry_get_text (entry));
    }

  return g_string_free (words, FALSE);
}
