/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-object-private.h"

guint up_journal_signals[UP_JOURNAL_N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpJournal, up_journal, G_TYPE_OBJECT)
G_DEFINE_QUARK (up_journal_error, up_journal_error)

static void
stop_writing (UpJournal *self)
{
  g_clear_pointer (&self->writer, up_journal_writer_free);
  g_clear_pointer (&self->store, up_store_close);
}

static void
up_journal_dispose (GObject *object)
{
  UpJournal *self = UP_JOURNAL (object);

  if (self->writer != NULL)
    up_journal_writer_flush (self->writer, NULL);
  stop_writing (self);

  /* Only now, that no thread can set it off any more. */
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);

  G_OBJECT_CLASS (up_journal_parent_class)->dispose (object);
}

static void
up_journal_finalize (GObject *object)
{
  UpJournal *self = UP_JOURNAL (object);

  up_journal_content_clear (&self->content);
  g_clear_pointer (&self->own_runs, g_hash_table_unref);
  g_clear_pointer (&self->own_drafts, g_hash_table_unref);
  g_clear_object (&self->entries);
  g_clear_object (&self->phrases);
  g_clear_pointer (&self->kept_at, g_hash_table_unref);
  g_clear_pointer (&self->own_contacts, g_hash_table_unref);
  g_clear_pointer (&self->own_favourites, g_hash_table_unref);
  g_clear_pointer (&self->own_entries, g_hash_table_unref);
  g_clear_pointer (&self->own_phrases, g_hash_table_unref);
  g_clear_pointer (&self->own_files, g_hash_table_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (up_journal_parent_class)->finalize (object);
}

static guint
add_signal (UpJournalClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
up_journal_class_init (UpJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = up_journal_dispose;
  object_class->finalize = up_journal_finalize;

  /**
   * UpJournal::trouble-changed:
   *
   * up_journal_get_trouble() gives another answer.
   */
  up_journal_signals[UP_JOURNAL_TROUBLE_CHANGED] = add_signal (klass, "trouble-changed");

  /**
   * UpJournal::favourites-changed:
   *
   * A phrase became a favourite or is none any more.
   */
  up_journal_signals[UP_JOURNAL_FAVOURITES_CHANGED] = add_signal (klass, "favourites-changed");

  /**
   * UpJournal::runs-changed:
   *
   * There is another open run, or one less, or one that got on; or one attempt more.
   */
  up_journal_signals[UP_JOURNAL_RUNS_CHANGED] = add_signal (klass, "runs-changed");

  /**
   * UpJournal::erased:
   *
   * Everything was taken out of it: who still shows something of it must not keep that again.
   */
  up_journal_signals[UP_JOURNAL_ERASED] = add_signal (klass, "erased");
}

static void
set_trouble (UpJournal *self, GError *trouble)
{
  gboolean is_same = g_strcmp0 (self->trouble != NULL ? self->trouble->message : NULL,
                                trouble != NULL ? trouble->message : NULL) == 0;

  g_clear_error (&self->trouble);
  self->trouble = trouble;

  if (!is_same)
    g_signal_emit (self, up_journal_signals[UP_JOURNAL_TROUBLE_CHANGED], 0);
}

/* Learns from the writer how its newest attempt went. */
static void
ask_writer (UpJournal *self)
{
  g_autoptr (GError) error = NULL;

  if (self->writer == NULL)
    return;

  if (up_journal_writer_get_result (self->writer, &error))
    set_trouble (self, NULL);
  else
    set_trouble (self, up_journal_trouble_new_from (error, self->folder));
}

static gboolean
on_writer_source (gpointer data)
{
  ask_writer (data);

  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_writer_source (GSource *source, GSourceFunc callback, gpointer user_data)
{
  g_source_set_ready_time (source, -1);

  return callback (user_data);
}

static GSourceFuncs writer_source_funcs = {
  .dispatch = dispatch_writer_source,
};

/* In the writer's thread. */
static void
on_writer_notify (gpointer data)
{
  UpJournal *self = data;

  g_source_set_ready_time (self->source, 0);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
up_journal_init (UpJournal *self)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->source = g_source_new (&writer_source_funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "[upstander] journal");
  g_source_set_callback (self->source, on_writer_source, self, NULL);
  g_source_attach (self->source, context);

  self->entries = up_entry_list_new ();
  self->phrases = up_entry_list_new ();
  self->kept_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->own_runs = new_set ();
  self->own_drafts = new_set ();
  self->own_contacts = new_set ();
  self->own_favourites = new_set ();
  self->own_entries = new_set ();
  self->own_phrases = new_set ();
  self->own_files =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

/* Lays a table of this journal over one from the disk: what was changed here wins; what was not, and
 * is not on the disk any more, comes back only where the journal had the disk to itself. */
static void
lay_over (GHashTable *disk, GHashTable *memory, GHashTable *own, gboolean was_kept)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (disk, key);

  g_hash_table_iter_init (&iter, memory);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_hash_table_contains (own, key) || (was_kept && !g_hash_table_contains (disk, key)))
      {
        g_hash_table_iter_steal (&iter);
        g_hash_table_replace (disk, key, value);
      }
}

/* The same for entries. Returns what there is then. */
static GPtrArray *
lay_entries_over (GPtrArray *disk, UpEntryList *list, GHashTable *own, gboolean was_kept)
{
  g_autoptr (GPtrArray) memory = up_entry_list_copy (list);
  g_autoptr (GHashTable) on_disk = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < disk->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (disk, i);
      UpEntry *known = up_entry_list_find (list, entry->id);

      g_hash_table_add (on_disk, entry->id);
      if (g_hash_table_contains (own, entry->id))
        continue;

      /* It keeps its place among those of the same date. */
      if (known != NULL)
        entry->serial = known->serial;
      g_ptr_array_add (merged, g_object_ref (entry));
    }

  for (guint i = 0; i < memory->len; i++)
    {
      UpEntry *entry = g_ptr_array_index (memory, i);

      if (g_hash_table_contains (own, entry->id) ||
          (was_kept && !g_hash_table_contains (on_disk, entry->id)))
        g_ptr_array_add (merged, g_object_ref (entry));
    }

  return merged;
}

/**
 * up_journal_write_everything:
 * @self: a journal that can be kept
 *
 * Asks for everything to be written anew: nothing is known about what is on the disk.
 */
void
up_journal_write_everything (UpJournal *self)
{
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  up_journal_replace_entries (self, UP_ENTRY_FILE_ATTEMPTS);
  up_journal_replace_entries (self, UP_ENTRY_FILE_OTHERS);
  up_journal_replace_phrases (self);
  up_journal_replace_favourites (self);
  up_journal_writer_load (self->writer, &self->content);
  up_journal_writer_rewrite (self->writer);

  g_hash_table_iter_init (&iter, self->own_files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    up_journal_writer_put_file (self->writer, name, bytes);
}

static void
open_folder (UpJournal *self, gboolean is_again)
{
  UpJournalOpening opening;
  GPtrArray *entries, *phrases;

  up_journal_open (&opening, self->folder, self->calls, self->clock (self->clock_data));
  entries = g_steal_pointer (&opening.entries);
  phrases = g_steal_pointer (&opening.phrases);

  if (is_again)
    {
      g_autoptr (GPtrArray) read = entries;
      g_autoptr (GPtrArray) read_phrases = phrases;
      UpJournalContent *disk = &opening.content;

      lay_over (disk->runs, self->content.runs, self->own_runs, self->was_kept);
      lay_over (disk->drafts, self->content.drafts, self->own_drafts, self->was_kept);
      lay_over (disk->contacts, self->content.contacts, self->own_contacts, self->was_kept);
      lay_over (disk->favourites, self->content.favourites, self->own_favourites, self->was_kept);
      disk->last_favourite = MAX (disk->last_favourite, self->content.last_favourite);
      entries = lay_entries_over (read, self->entries, self->own_entries, self->was_kept);
      phrases = lay_entries_over (read_phrases, self->phrases, self->own_phrases, self->was_kept);

      up_journal_content_clear (&self->content);
    }

  self->content = opening.content;
  opening.content = (UpJournalContent) { NULL };
  up_entry_list_set (self->entries, entries);
  up_entry_list_set (self->phrases, phrases);
  self->store = g_steal_pointer (&opening.store);

  if (self->store != NULL)
    {
      self->was_kept = TRUE;
      self->writer = up_journal_writer_new (self->store, on_writer_notify, self);
      up_journal_writer_load (self->writer, &self->content);
      if (is_again)
        up_journal_write_everything (self);
    }

  if (opening.notice != NULL)
    {
      g_free (self->notice);
      self->notice = g_steal_pointer (&opening.notice);
    }

  if (is_again && self->writer != NULL)
    {
      up_journal_writer_flush (self->writer, NULL);
      ask_writer (self);
    }
  else
    {
      set_trouble (self, g_steal_pointer (&opening.trouble));
    }

  up_journal_opening_clear (&opening);
}

static gint64
get_time (gpointer user_data)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * up_journal_new_full:
 * @folder: the path of a folder
 * @calls: how to touch the disk
 * @clock: what time it is
 * @user_data: for @clock
 *
 * As up_journal_new(), with a disk and a clock of the caller's choice.
 *
 * Returns: (transfer full): a journal
 */
UpJournal *
up_journal_new_full (const char *folder, const UpStoreCalls *calls, UpJournalClock clock,
                     gpointer user_data)
{
  UpJournal *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (calls != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  self = g_object_new (UP_TYPE_JOURNAL, NULL);
  self->folder = g_strdup (folder);
  self->calls = calls;
  self->clock = clock;
  self->clock_data = user_data;
  open_folder (self, FALSE);

  return self;
}

/**
 * up_journal_new:
 * @folder: the path of a folder, which is made where there is none
 *
 * Opens the journal in @folder. One that cannot be kept works in memory and says so through
 * up_journal_get_trouble(). It is to be used in the thread it was made in.
 *
 * Returns: (transfer full): a journal
 */
UpJournal *
up_journal_new (const char *folder)
{
  return up_journal_new_full (folder, &up_store_system_calls, get_time, NULL);
}

/**
 * up_journal_get_folder:
 * @self: a journal
 *
 * Returns: (transfer none): the path of its folder
 */
const char *
up_journal_get_folder (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);

  return self->folder;
}

/**
 * up_journal_get_now:
 * @self: a journal
 *
 * Returns: what time it is by the journal's clock, in seconds since 1970
 */
gint64
up_journal_get_now (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), 0);

  return self->clock (self->clock_data);
}

/**
 * up_journal_get_trouble:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): why it cannot be kept, what is safe and what to do, for the
 *   bar at the foot of the window; %NULL where all is well
 */
const char *
up_journal_get_trouble (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);

  return self->trouble != NULL ? self->trouble->message : NULL;
}

/**
 * up_journal_get_notice:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): what was put aside while opening, and where
 */
const char *
up_journal_get_notice (UpJournal *self)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), NULL);

  return self->notice;
}

/**
 * up_journal_retry:
 * @self: a journal
 *
 * Tries again to keep the journal where there is trouble: opens the folder anew and writes
 * everything that is still in memory. It waits for that, because a person pressed a button and
 * looks at it.
 */
void
up_journal_retry (UpJournal *self)
{
  g_return_if_fail (UP_IS_JOURNAL (self));

  if (self->trouble == NULL)
    return;

  /* An attempt is under way and will tell how it went. */
  if (self->writer != NULL && up_journal_writer_is_busy (self->writer))
    return;

  stop_writing (self);
  open_folder (self, TRUE);
  g_signal_emit (self, up_journal_signals[UP_JOURNAL_RUNS_CHANGED], 0);
  g_signal_emit (self, up_journal_signals[UP_JOURNAL_FAVOURITES_CHANGED], 0);
}

static gboolean
has_own (UpJournal *self)
{
  return g_hash_table_size (self->own_runs) > 0 || g_hash_table_size (self->own_drafts) > 0 ||
         g_hash_table_size (self->own_contacts) > 0 ||
         g_hash_table_size (self->own_favourites) > 0 ||
         g_hash_table_size (self->own_entries) > 0 || g_hash_table_size (self->own_phrases) > 0 ||
         g_hash_table_size (self->own_files) > 0;
}

/**
 * up_journal_flush:
 * @self: a journal
 * @error: return location for an error of the domain %UP_JOURNAL_ERROR, whose message is a sentence
 *   for a person
 *
 * Writes what is not yet written and waits for it.
 *
 * Returns: whether everything that was done is on the disk
 */
gboolean
up_journal_flush (UpJournal *self, GError **error)
{
  g_return_val_if_fail (UP_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->writer != NULL)
    {
      up_journal_writer_flush (self->writer, NULL);
      ask_writer (self);
      if (self->trouble == NULL)
        return TRUE;
    }
  else if (!has_own (self))
    {
      return TRUE;
    }

  if (error != NULL)
    *error = g_error_copy (self->trouble);

  return FALSE;
}
