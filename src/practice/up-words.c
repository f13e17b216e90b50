/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-words.h"

/* Until the person asks to keep them, their own words are half-typed words only, which survive
 * quitting and go when an ending is left. */

static char *
make_key (UpRun *run)
{
  return g_strconcat ("words/", up_scenario_get_id (up_run_get_scenario (run)), NULL);
}

static void
set_draft (UpJournal *journal, UpRun *run, const char *words)
{
  g_autofree char *key = make_key (run);

  up_journal_set_draft (journal, key, words);
}

/**
 * up_words_get:
 * @journal: where they are
 * @run: a run
 *
 * Returns: (transfer none) (nullable): the person's own words, kept or not
 */
const char *
up_words_get (UpJournal *journal, UpRun *run)
{
  g_autofree char *key = NULL;
  const char *words;

  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (UP_IS_RUN (run), NULL);

  key = make_key (run);
  words = up_run_get_words (run);

  return words != NULL ? words : up_journal_get_draft (journal, key);
}

/**
 * up_words_type:
 * @journal: where they are
 * @run: a run
 * @words: what is written now
 *
 * The person is writing.
 */
void
up_words_type (UpJournal *journal, UpRun *run, const char *words)
{
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (UP_IS_RUN (run));
  g_return_if_fail (words != NULL);

  set_draft (journal, run, *words != '\0' ? words : NULL);

  /* Else there would be nothing to find them again in. */
  if (up_journal_get_run (journal, up_scenario_get_id (up_run_get_scenario (run))) == NULL)
    up_journal_keep_run (journal, run);
}

/**
 * up_words_keep:
 * @journal: where they are
 * @run: a run that is at an ending
 * @kept: whether they are kept
 *
 * Keeps them in the journal, or not any more. They stay half-typed words too until the ending is left,
 * so that the person can still change their mind.
 */
void
up_words_keep (UpJournal *journal, UpRun *run, gboolean kept)
{
  g_autofree char *words = NULL;

  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (UP_IS_RUN (run));

  words = g_strdup (up_words_get (journal, run));
  set_draft (journal, run, words);
  up_run_set_words (run, kept ? words : NULL);
  up_journal_keep_run (journal, run);
  up_journal_finish_run (journal, run);
}

/**
 * up_words_drop:
 * @journal: where they are
 * @run: a run
 *
 * Forgets them, unless they are kept.
 */
void
up_words_drop (UpJournal *journal, UpRun *run)
{
  g_return_if_fail (UP_IS_JOURNAL (journal));
  g_return_if_fail (UP_IS_RUN (run));

  set_draft (journal, run, NULL);
}
