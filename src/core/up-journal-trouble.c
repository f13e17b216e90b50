/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-journal-private.h"

#include <glib/gi18n-lib.h>

/* Each says what happened, what is safe and what to do, in the few lines that the bar at the
 * foot of the window has. */

/**
 * up_journal_trouble_new:
 * @code: %UP_JOURNAL_ERROR_LOCKED or %UP_JOURNAL_ERROR_NEWER
 *
 * Returns: (transfer full): an error whose message is the sentence for a person
 */
GError *
up_journal_trouble_new (UpJournalError code)
{
  if (code == UP_JOURNAL_ERROR_NEWER)
    return g_error_new_literal (
      UP_JOURNAL_ERROR, code,
      _ ("A newer version of Upstander wrote the journal; it is left as it is. What is done now is "
         "kept until Upstander closes. Go on in the newer version."));

  return g_error_new_literal (
    UP_JOURNAL_ERROR, code,
    _ ("The journal is open in another copy of Upstander, and safe there. What is done here is "
       "kept until this copy closes. Close the other one, then try again."));
}

static char *
get_sentence (const GError *error, const char *folder)
{
  switch (error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      return g_strdup (_ ("The disk is full and the journal cannot be saved. What was saved is "
                          "safe; what is done now is kept until Upstander closes. Make room, then "
                          "try again."));

    case G_IO_ERROR_READ_ONLY:
      return g_strdup (_ ("The journal’s disk is read-only. What was saved is safe; what is done "
                          "now is kept until Upstander closes. Make it writable, then try again."));

    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (
        _ ("The journal’s folder “%s” may not be used. What was saved is left "
           "as it is; what is done now is kept until Upstander closes. "
           "Change its permissions, then try again."),
        folder);

    case G_IO_ERROR_WRONG_ETAG:
      return g_strdup_printf (_ ("The journal’s folder “%s” belongs to another user and is left as "
                                 "it is. What is done now is kept until Upstander closes. Change "
                                 "its owner, then try again."),
                              folder);

    case G_IO_ERROR_TOO_MANY_LINKS:
      return g_strdup_printf (_ ("There is a link in the place of “%s” or of a file in it, and the "
                                 "journal follows none. What is done now is kept until Upstander "
                                 "closes. Remove the link, then try again."),
                              folder);

    case G_IO_ERROR_NOT_DIRECTORY:
      return g_strdup_printf (_ ("“%s” is not a folder, and the journal cannot be kept there. What "
                                 "is done now is kept until Upstander closes. Move what is in its "
                                 "place, then try again."),
                              folder);

    default:
      return g_strdup_printf (_ ("The journal could not be read or saved (%s). What was saved is "
                                 "left as it is; what is done now is kept until Upstander closes. "
                                 "Check the disk, then try again."),
                              error->message);
    }
}

/**
 * up_journal_trouble_new_from:
 * @error: an error of the store's, of the domain G_IO_ERROR
 * @folder: the journal's folder
 *
 * Returns: (transfer full): an error whose message is the sentence for a person
 */
GError *
up_journal_trouble_new_from (const GError *error, const char *folder)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (error != NULL && error->domain == G_IO_ERROR, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  if (error->code == G_IO_ERROR_BUSY)
    return up_journal_trouble_new (UP_JOURNAL_ERROR_LOCKED);

  sentence = get_sentence (error, folder);

  return g_error_new_literal (UP_JOURNAL_ERROR, UP_JOURNAL_ERROR_STORAGE, sentence);
}
