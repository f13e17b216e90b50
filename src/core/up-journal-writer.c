/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-state-private.h"

#include <string.h>

/* How long words may be typed on before they are written: a key is not worth a write to the disk
 * each. A choice is written at once. */
#define TYPING_USEC (G_USEC_PER_SEC / 4)

struct _UpJournalWriter
{
  UpStore *store;
  UpJournalWriterNotify notify;
  gpointer user_data;
  GThread *thread;

  /* Under the mutex. */
  GMutex mutex;
  GCond asked_cond;
  GCond answered_cond;
  UpJournalState wanted;
  guint64 asked;    /* counts what is asked for */
  guint64 answered; /* up to which of these an attempt was made */
  gint64 due;       /* when to begin, in monotonic time */
  GError *error;    /* of the newest attempt */
  gboolean stop;

  /* The thread's own. */
  UpJournalState state;
  GBytes *written; /* what stands in current.json, as far as that is known */
};

static gboolean
is_same_error (const GError *a, const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_error_matches (a, b->domain, b->code);
}

/* Waits until there is something to do and it is time to do it. */
static gboolean
wait_for_work (UpJournalWriter *self)
{
  while (!self->stop)
    {
      if (self->answered == self->asked)
        g_cond_wait (&self->asked_cond, &self->mutex);
      else if (!g_cond_wait_until (&self->asked_cond, &self->mutex, self->due))
        return TRUE;
      else if (self->answered != self->asked && self->due <= g_get_monotonic_time ())
        return TRUE;
    }

  return FALSE;
}

static gpointer
run_thread (gpointer data)
{
  UpJournalWriter *self = data;

  g_mutex_lock (&self->mutex);

  while (wait_for_work (self))
    {
      guint64 asked = self->asked;
      gboolean is_news;
      GError *error;

      self->due = G_MAXINT64;
      if (self->wanted.erase)
        g_clear_pointer (&self->written, g_bytes_unref);
      up_journal_state_merge (&self->state, &self->wanted);
      g_mutex_unlock (&self->mutex);

      error = up_journal_state_write (&self->state, self->store, &self->written);

      g_mutex_lock (&self->mutex);
      is_news = !is_same_error (error, self->error);
      g_clear_error (&self->error);
      self->error = error;
      self->answered = asked;
      g_cond_broadcast (&self->answered_cond);

      if (is_news)
        {
          g_mutex_unlock (&self->mutex);
          self->notify (self->user_data);
          g_mutex_lock (&self->mutex);
        }
    }

  g_mutex_unlock (&self->mutex);

  return NULL;
}

/**
 * up_journal_writer_new:
 * @store: a folder that is locked; it has to outlive the writer
 * @notify: called in the writer's thread
 * @user_data: for @notify
 *
 * Starts the thread that writes.
 *
 * Returns: (transfer full): a writer with nothing to write
 */
UpJournalWriter *
up_journal_writer_new (UpStore *store, UpJournalWriterNotify notify, gpointer user_data)
{
  UpJournalWriter *self;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (notify != NULL, NULL);

  self = g_new0 (UpJournalWriter, 1);
  self->store = store;
  self->notify = notify;
  self->user_data = user_data;
  self->due = G_MAXINT64;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->asked_cond);
  g_cond_init (&self->answered_cond);
  up_journal_state_init (&self->wanted);
  up_journal_state_init (&self->state);
  self->thread = g_thread_new ("journal", run_thread, self);

  return self;
}

/**
 * up_journal_writer_free:
 * @self: (transfer full): a writer
 *
 * Ends the thread after the write that it is at. What is not written then is not written any more:
 * up_journal_writer_flush() first.
 */
void
up_journal_writer_free (UpJournalWriter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_signal (&self->asked_cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  up_journal_state_clear (&self->wanted);
  up_journal_state_clear (&self->state);
  g_clear_pointer (&self->written, g_bytes_unref);
  g_clear_error (&self->error);
  g_cond_clear (&self->answered_cond);
  g_cond_clear (&self->asked_cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* With the mutex held: one thing more is asked for, to be begun in @delay at the latest. */
static void
ask (UpJournalWriter *self, gint64 delay)
{
  self->asked++;
  self->due = MIN (self->due, g_get_monotonic_time () + delay);
  g_cond_signal (&self->asked_cond);
}

static GBytes *
take_bytes (char *string)
{
  return g_bytes_new_take (string, strlen (string));
}

static void
load_words (GHashTable *into, GHashTable *words)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (into, g_strdup (key), take_bytes (up_journal_quote (value)));
}

/**
 * up_journal_writer_load:
 * @self: a writer
 * @content: what stands in the folder, or is to
 *
 * Tells the writer what current.json holds.
 */
void
up_journal_writer_load (UpJournalWriter *self, UpJournalContent *content)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_if_fail (self != NULL);
  g_return_if_fail (content != NULL);

  g_mutex_lock (&self->mutex);

  g_hash_table_iter_init (&iter, content->runs);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (self->wanted.runs, g_strdup (key),
                          take_bytes (json_to_string (value, FALSE)));

  load_words (self->wanted.drafts, content->drafts);
  load_words (self->wanted.contacts, content->contacts);

  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_set_run:
 * @self: a writer
 * @scenario: a scenario's id
 * @run: (nullable): its open run, or %NULL for none
 *
 * Asks for a run to be kept, or no longer.
 */
void
up_journal_writer_set_run (UpJournalWriter *self, const char *scenario, JsonNode *run)
{
  GBytes *bytes;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scenario != NULL);

  bytes = run != NULL ? take_bytes (json_to_string (run, FALSE)) : NULL;

  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->wanted.runs, g_strdup (scenario), bytes);
  self->wanted.current = TRUE;
  self->wanted.drops = self->wanted.drops || bytes == NULL;
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

static void
set_words (UpJournalWriter *self, GHashTable *table, const char *key, const char *text)
{
  GBytes *bytes = text != NULL ? take_bytes (up_journal_quote (text)) : NULL;

  g_mutex_lock (&self->mutex);
  g_hash_table_replace (table, g_strdup (key), bytes);
  self->wanted.current = TRUE;
  ask (self, TYPING_USEC);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_set_draft:
 * @self: a writer
 * @key: what the words are for
 * @text: (nullable): the words, or %NULL for none
 *
 * Asks for half-typed words to be kept, or no longer.
 */
void
up_journal_writer_set_draft (UpJournalWriter *self, const char *key, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);

  set_words (self, self->wanted.drafts, key, text);
}

/**
 * up_journal_writer_set_contact:
 * @self: a writer
 * @id: a contact's id
 * @text: (nullable): what was filled in, or %NULL for nothing
 *
 * Asks for what was filled in to be kept, or no longer.
 */
void
up_journal_writer_set_contact (UpJournalWriter *self, const char *id, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  set_words (self, self->wanted.contacts, id, text);
}

/**
 * up_journal_writer_put_file:
 * @self: a writer
 * @name: the name of a file that was put aside once
 * @bytes: what is to stand in it
 *
 * Asks for a file to be written as it was.
 */
void
up_journal_writer_put_file (UpJournalWriter *self, const char *name, GBytes *bytes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (bytes != NULL);

  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->wanted.files, g_strdup (name), g_bytes_ref (bytes));
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_add_lines:
 * @self: a writer
 * @file: which file
 * @lines: whole lines
 *
 * Asks for @lines to be added to the end of a file.
 */
void
up_journal_writer_add_lines (UpJournalWriter *self, UpJournalLines file, const char *lines)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (lines != NULL);

  g_mutex_lock (&self->mutex);
  g_string_append (self->wanted.lines[file].added, lines);
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_replace_lines:
 * @self: a writer
 * @file: which file
 * @lines: (transfer full): all lines that are to stand in it
 *
 * Asks for a file to hold @lines and nothing else.
 */
void
up_journal_writer_replace_lines (UpJournalWriter *self, UpJournalLines file, char *lines)
{
  UpJournalPending *wanted;

  g_return_if_fail (self != NULL);
  g_return_if_fail (lines != NULL);

  g_mutex_lock (&self->mutex);
  wanted = &self->wanted.lines[file];
  g_clear_pointer (&wanted->replacement, g_bytes_unref);
  wanted->replacement = take_bytes (lines);
  g_string_truncate (wanted->added, 0);
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_rewrite:
 * @self: a writer
 *
 * Asks for the runs and drafts to be written even if none has changed.
 */
void
up_journal_writer_rewrite (UpJournalWriter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->wanted.current = TRUE;
  self->wanted.drops = TRUE;
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_erase:
 * @self: a writer
 *
 * Asks for every file of the journal to be removed, with all that was put aside.
 */
void
up_journal_writer_erase (UpJournalWriter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  up_journal_state_empty (&self->wanted);
  self->wanted.erase = TRUE;
  self->wanted.spare = FALSE;
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_spare:
 * @self: a writer
 *
 * Takes up_journal_writer_erase() back where that has failed. What is to stand on the disk then has
 * to be asked for.
 */
void
up_journal_writer_spare (UpJournalWriter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->wanted.erase = FALSE;
  self->wanted.spare = TRUE;
  ask (self, 0);
  g_mutex_unlock (&self->mutex);
}

/**
 * up_journal_writer_is_busy:
 * @self: a writer
 *
 * Returns: whether something that was asked for has not been tried yet
 */
gboolean
up_journal_writer_is_busy (UpJournalWriter *self)
{
  gboolean is_busy;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  is_busy = self->answered != self->asked;
  g_mutex_unlock (&self->mutex);

  return is_busy;
}

/**
 * up_journal_writer_get_result:
 * @self: a writer
 * @error: return location for an error, of the domain G_IO_ERROR
 *
 * Returns: whether the newest attempt to write everything succeeded
 */
gboolean
up_journal_writer_get_result (UpJournalWriter *self, GError **error)
{
  gboolean is_good;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  is_good = self->error == NULL;
  if (!is_good && error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);

  return is_good;
}

/**
 * up_journal_writer_flush:
 * @self: a writer
 * @error: return location for an error, of the domain G_IO_ERROR
 *
 * Tries to write at once whatever is not written, and waits for it.
 *
 * Returns: whether everything that was asked for is on the disk
 */
gboolean
up_journal_writer_flush (UpJournalWriter *self, GError **error)
{
  guint64 asked;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ask (self, 0);
  asked = self->asked;
  while (self->answered < asked)
    g_cond_wait (&self->answered_cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return up_journal_writer_get_result (self, error);
}
