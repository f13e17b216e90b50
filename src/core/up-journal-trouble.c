/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-journal-private.h"

#include <glib/gi18n-lib.h>

/* Each says what happened, what is safe and what to do, in the few lines that a banner has. */

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
      _ ("The journal was written by a newer version of Upstander and is left as it is. What is "
         "done now is kept until Upstander is closed. Use the newer version to go on with it."));

  return g_error_new_literal (
    UP_JOURNAL_ERROR, code,
    _ ("The journal is already open in another copy of Upstander. What is saved there is safe; "
       "what is done here is kept until this copy is closed. Close the other copy, then try "
       "again."));
}

static char *
get_sentence (const GError *error, const char *folder)
{
  switch (error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      return g_strdup (_ ("The disk is full, so that the journal cannot be saved. What was saved "
                          "before is safe; what is done now is kept until Upstander is closed. "
                          "Make room on the disk, then try again."));

    case G_IO_ERROR_READ_ONLY:
      return g_strdup (_ ("The journal’s disk is read-only. What was saved before is safe; what is "
                          "done now is kept until Upstander is closed. Make the disk writable, "
                          "then try again."));

    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_ ("The journal’s folder “%s” may not be used. What was saved before "
                                 "is left as it is; what is done now is kept until Upstander is "
                                 "closed. Change the folder’s permissions, then try again."),
                              folder);

    case G_IO_ERROR_WRONG_ETAG:
      return g_strdup_printf (_ ("The journal’s folder “%s” belongs to another user and is left as "
                                 "it is. What is done now is kept until Upstander is closed. "
                                 "Change the folder’s owner, then try again."),
                              folder);

    case G_IO_ERROR_TOO_MANY_LINKS:
      return g_strdup_printf (
        _ ("The journal is kept in a real folder only, and there is a link in "
           "“%s”. What is done now is kept until Upstander is closed. Put a "
           "folder or file in the link’s place, then try again."),
        folder);

    case G_IO_ERROR_NOT_DIRECTORY:
      return g_strdup_printf (_ ("“%s” is not a folder, so that the journal cannot be kept there. "
                                 "What is done now is kept until Upstander is closed. Move what is "
                                 "in its place, then try again."),
                              folder);

    default:
      return g_strdup_printf (_ ("The journal could not be read or saved (%s). What was saved "
                                 "before is left as it is; what is done now is kept until "
                                 "Upstander is closed. Check the disk, then try again."),
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
