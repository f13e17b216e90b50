/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-entry-views.h"

#include "up-dates.h"
#include "up-digits.h"
#include "up-parts.h"

#include <glib/gi18n-lib.h>

/* What is told of a moment that was practised. */

static void
append_count (GtkBox *box, UpEntry *entry, UpJournal *journal)
{
  gint64 last = 0;
  guint n = up_journal_count_moment (journal, up_entry_get_subject (entry), &last);
  g_autofree char *times = NULL;
  g_autofree char *date = NULL;
  g_autofree char *line = NULL;

  if (n < 2)
    return;

  times = up_digits_in_interface (g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Practised %u time", "Practised %u times", n), n));
  date = up_date_format (last);
  /* Translators: “Practised 3 times, last on 23 November 2026” */
  line = g_strdup_printf (_ ("%s, last on %s"), times, date);
  up_part_append_text (box, NULL, (UpText) { line, NULL });
}

/**
 * up_moment_view_fill:
 * @box: an empty box
 * @moment: a moment that was practised
 * @catalog: where the moment is
 * @journal: where it is remembered
 *
 * Fills @box with all that is known of it.
 */
void
up_moment_view_fill (GtkBox *box, UpEntry *moment, UpCatalog *catalog, UpJournal *journal)
{
  const char *subject;
  UpMoment *content;
  GtkWidget *buttons;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (UP_IS_ENTRY (moment));

  subject = up_entry_get_subject (moment);
  content = subject != NULL ? up_catalog_find_moment (catalog, subject) : NULL;
  if (content != NULL)
    {
      up_part_append_text (box, NULL, up_moment_get_situation (content));
      up_part_append_text (box, NULL, up_moment_get_prompt (content));
    }
  else
    {
      gtk_box_append (box,
                      up_part_note_new (_ ("This moment is no longer part of the collection.")));
    }
  up_part_append_text (box, _ ("In Own Words"), (UpText) { up_entry_get_text (moment), NULL });
  if (subject != NULL)
    append_count (box, moment, journal);

  buttons = up_part_buttons_new ();
  if (content != NULL)
    up_part_button_append (buttons, _ ("Practise Again"), "win.show-moment", subject);
  up_part_button_append (buttons, _ ("Erase This Moment"), "journal.erase",
                         up_entry_get_id (moment));
  gtk_box_append (box, buttons);
}
