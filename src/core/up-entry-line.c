/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-entry-private.h"
#include "up-own-phrase.h"

#include <string.h>

/* Reading a record as a line of a file: whether it is whole and of the right shape, and where in it
 * things stand. What they say is read in up-entry.c, when somebody asks. */

const char *const up_entry_kinds[UP_ENTRY_N_KINDS] = {
  [UP_ENTRY_ATTEMPT] = NULL, /* has a file of its own */
  [UP_ENTRY_MOMENT] = "moment", [UP_ENTRY_PLAN] = "plan",
  [UP_ENTRY_NOTE] = "note",     [UP_ENTRY_WHICH_WAY] = "which-way",
};

const char *const up_entry_outcomes[UP_OUTCOME_N] = {
  [UP_OUTCOME_CAME_UP] = "came-up",
  [UP_OUTCOME_DID_NOT] = "did-not",
  [UP_OUTCOME_LET_GO] = "let-go",
};

/* How a member's value begins: '0' stands for a number, 't' for true and false. */
static const struct
{
  const char *name;
  char first;
} members[UP_ENTRY_N_MEMBERS] = {
  [UP_ENTRY_MEMBER_VERSION] = { "version", '0' },
  [UP_ENTRY_MEMBER_KIND] = { "kind", '"' },
  [UP_ENTRY_MEMBER_ID] = { "id", '"' },
  [UP_ENTRY_MEMBER_DATE] = { "date", '"' },
  [UP_ENTRY_MEMBER_SUBJECT] = { "subject", '"' },
  [UP_ENTRY_MEMBER_SCENARIO] = { "scenario", '"' },
  [UP_ENTRY_MEMBER_REVISION] = { "revision", '0' },
  [UP_ENTRY_MEMBER_TITLE] = { "title", '"' },
  [UP_ENTRY_MEMBER_LANGUAGE] = { "language", '"' },
  [UP_ENTRY_MEMBER_ENDING] = { "ending", '"' },
  [UP_ENTRY_MEMBER_ENDING_TITLE] = { "endingTitle", '"' },
  [UP_ENTRY_MEMBER_SECONDS] = { "seconds", '0' },
  [UP_ENTRY_MEMBER_CONFIDENCE] = { "confidence", '{' },
  [UP_ENTRY_MEMBER_ANSWERS] = { "answers", '[' },
  [UP_ENTRY_MEMBER_WORDS] = { "words", '"' },
  [UP_ENTRY_MEMBER_RUN] = { "run", '{' },
  [UP_ENTRY_MEMBER_TEXT] = { "text", '"' },
  [UP_ENTRY_MEMBER_CHOSEN] = { "chosen", '"' },
  [UP_ENTRY_MEMBER_WHEN] = { "when", '"' },
  [UP_ENTRY_MEMBER_THEN] = { "then", '"' },
  [UP_ENTRY_MEMBER_DUE] = { "due", '"' },
  [UP_ENTRY_MEMBER_OPEN] = { "open", 't' },
  [UP_ENTRY_MEMBER_REVIEWS] = { "reviews", '[' },
  [UP_ENTRY_MEMBER_PHRASE] = { "phrase", '{' },
};

typedef struct
{
  UpEntry *entry;
  guint next;
  gboolean is_bad;
} Reading;

static gboolean
begins_as (UpSpan value, char first)
{
  if (first == '0')
    return *value.text == '-' || g_ascii_isdigit (*value.text);

  return *value.text == first || (first == 't' && *value.text == 'f');
}

static void
read_member (UpSpan key, UpSpan value, gpointer user_data)
{
  Reading *reading = user_data;

  /* They are written in the order of the table: the next one is mostly the one looked for. */
  for (guint i = 0; i < UP_ENTRY_N_MEMBERS; i++)
    {
      guint member = (reading->next + i) % UP_ENTRY_N_MEMBERS;

      if (strncmp (members[member].name, key.text, key.length) != 0 ||
          members[member].name[key.length] != '\0')
        continue;

      reading->next = member + 1;
      if (!begins_as (value, members[member].first))
        reading->is_bad = TRUE;
      reading->entry->members[member].start = value.text - reading->entry->line.text;
      reading->entry->members[member].length = value.length;
      return;
    }
}

static gboolean
has (UpEntry *self, UpEntryMember member)
{
  return self->members[member].length > 0;
}

static UpSpan
get_value (UpEntry *self, UpEntryMember member)
{
  return (UpSpan) { self->line.text + self->members[member].start, self->members[member].length };
}

static gboolean
read_kind (UpEntry *self)
{
  UpSpan kind = get_value (self, UP_ENTRY_MEMBER_KIND);

  for (guint i = UP_ENTRY_ATTEMPT + 1; i < UP_ENTRY_N_KINDS; i++)
    if (kind.length == strlen (up_entry_kinds[i]) + 2 &&
        memcmp (kind.text + 1, up_entry_kinds[i], kind.length - 2) == 0)
      {
        self->kind = i;
        return TRUE;
      }

  return FALSE;
}

/* There are few of one's own phrases, and they are shown as soon as the library is: so they are read
 * at once, and one that says nothing is a bad line. */
static gboolean
read_phrase (UpEntry *self)
{
  UpSpan value = get_value (self, UP_ENTRY_MEMBER_PHRASE);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *id = NULL;

  if (value.length == 0 ||
      !json_parser_load_from_data (parser, value.text, (gssize) value.length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;

  id = up_journal_unquote (get_value (self, UP_ENTRY_MEMBER_ID));
  self->phrase =
    up_own_phrase_new_for_json (id, json_node_get_object (json_parser_get_root (parser)));

  return self->phrase != NULL;
}

static gboolean
has_shape (UpEntry *self, UpEntryFile file)
{
  if (!has (self, UP_ENTRY_MEMBER_ID))
    return FALSE;

  if (file == UP_ENTRY_FILE_ATTEMPTS)
    return has (self, UP_ENTRY_MEMBER_SCENARIO);

  if (file == UP_ENTRY_FILE_PHRASES)
    return has (self, UP_ENTRY_MEMBER_DATE) && read_phrase (self);

  if (!has (self, UP_ENTRY_MEMBER_DATE) || !read_kind (self))
    return FALSE;

  switch (self->kind)
    {
    case UP_ENTRY_MOMENT:
      return has (self, UP_ENTRY_MEMBER_SUBJECT);
    case UP_ENTRY_PLAN:
      return has (self, UP_ENTRY_MEMBER_WHEN) && has (self, UP_ENTRY_MEMBER_THEN);
    case UP_ENTRY_NOTE:
      return has (self, UP_ENTRY_MEMBER_TEXT);
    case UP_ENTRY_WHICH_WAY:
      return has (self, UP_ENTRY_MEMBER_CHOSEN);
    default:
      return FALSE;
    }
}

static UpEntryLine
read_version (UpEntry *self, gint64 current)
{
  gint64 version;

  if (!has (self, UP_ENTRY_MEMBER_VERSION))
    return UP_ENTRY_LINE_OLDER;

  if (!up_journal_read_int (get_value (self, UP_ENTRY_MEMBER_VERSION), &version) || version < 0)
    return UP_ENTRY_LINE_BAD;

  if (version > current)
    return UP_ENTRY_LINE_NEWER;

  return version < current ? UP_ENTRY_LINE_OLDER : UP_ENTRY_LINE_GOOD;
}

/**
 * up_entry_parse_date:
 * @iso: a date and time as ISO 8601 has it, in UTC where it does not say
 *
 * Returns: that time, in seconds since 1970, or 0 where it cannot be read
 */
gint64
up_entry_parse_date (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (iso, utc);

  return date != NULL ? MAX (g_date_time_to_unix (date), 0) : 0;
}

/* Reads two digits; what is no digit makes it far too large. */
static inline guint
read_pair (const char *p)
{
  guint tens = (guint) (p[0] - '0');
  guint ones = (guint) (p[1] - '0');

  return tens > 9 || ones > 9 ? 1000 : tens * 10 + ones;
}

/* The time that @p is, written as this program does; -1 where it is written otherwise. */
static gint64
read_plain_date (const char *p)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  guint year = read_pair (p) * 100 + read_pair (p + 2);
  guint month = read_pair (p + 5);
  guint day = read_pair (p + 8);
  guint hour = read_pair (p + 11);
  guint minute = read_pair (p + 14);
  guint second = read_pair (p + 17);
  gboolean is_leap = year % 4 == 0; /* for as long as is read here */
  gint64 days;

  if (p[4] != '-' || p[7] != '-' || p[10] != 'T' || p[13] != ':' || p[16] != ':' || p[19] != 'Z' ||
      year < 1970 || year >= 2100 || month < 1 || month > 12 || day < 1 ||
      day > lengths[month - 1] + (is_leap && month == 2 ? 1u : 0u) || hour > 23 || minute > 59 ||
      second > 59)
    return -1;

  days = (year - 1970) * 365 + (year - 1969) / 4 + day - 1 + (is_leap && month > 2);
  for (guint i = 0; i + 1 < month; i++)
    days += lengths[i];

  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

/**
 * up_entry_read_date:
 * @value: a string as up_journal_scan() found it
 *
 * As up_entry_parse_date(), quickly where it is written as this program does.
 *
 * Returns: that time, in seconds since 1970, or 0 where it cannot be read
 */
gint64
up_entry_read_date (UpSpan value)
{
  g_autofree char *iso = NULL;

  if (value.length == strlen ("\"2025-01-02T03:04:05Z\""))
    {
      gint64 date = read_plain_date (value.text + 1);

      if (date >= 0)
        return date;
    }

  iso = up_journal_unquote (value);

  return up_entry_parse_date (iso);
}

/**
 * up_entry_format_date:
 * @date: a time, in seconds since 1970
 *
 * Returns: (transfer full): that time as it stands in a record
 */
char *
up_entry_format_date (gint64 date)
{
  g_autoptr (GDateTime) time = NULL;

  /* The last second of the year 9999. */
  time = g_date_time_new_from_unix_utc (CLAMP (date, 0, G_GINT64_CONSTANT (253402300799)));

  return g_date_time_format_iso8601 (time);
}

/**
 * up_entry_new:
 * @bytes: what @line stands in
 * @line: a line, without its end
 * @file: which file's
 * @version: the current version
 * @what: (out): what was found
 *
 * Reads a line as far as a list needs it.
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL where @what is anything but good
 */
UpEntry *
up_entry_new (GBytes *bytes, UpSpan line, UpEntryFile file, gint64 version, UpEntryLine *what)
{
  g_autoptr (UpEntry) self = g_object_new (UP_TYPE_ENTRY, NULL);
  Reading reading = { .entry = self };
  UpEntryMember subject;

  *what = UP_ENTRY_LINE_BAD;
  if (line.length > G_MAXUINT32)
    return NULL;

  self->line = line;
  if (!up_journal_scan (line.text, line.length, read_member, &reading))
    return NULL;

  /* What a newer version means by its members is not known. */
  *what = read_version (self, version);
  if (*what != UP_ENTRY_LINE_GOOD)
    return NULL;

  if (reading.is_bad || !has_shape (self, file))
    {
      *what = UP_ENTRY_LINE_BAD;
      return NULL;
    }

  self->bytes = g_bytes_ref (bytes);
  self->id = up_journal_unquote (get_value (self, UP_ENTRY_MEMBER_ID));
  if (has (self, UP_ENTRY_MEMBER_DATE))
    self->date = up_entry_read_date (get_value (self, UP_ENTRY_MEMBER_DATE));
  subject = self->kind == UP_ENTRY_ATTEMPT ? UP_ENTRY_MEMBER_SCENARIO : UP_ENTRY_MEMBER_SUBJECT;
  if (has (self, subject))
    self->subject = up_journal_unquote (get_value (self, subject));

  return g_steal_pointer (&self);
}

/**
 * up_entry_new_for_json:
 * @json: (transfer full): a record that was just made
 * @file: which file it is for
 * @version: the current version
 *
 * Returns: (transfer full): its entry
 */
UpEntry *
up_entry_new_for_json (char *json, UpEntryFile file, gint64 version)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  UpEntryLine what;
  UpEntry *self = up_entry_new (bytes, (UpSpan) { json, strlen (json) }, file, version, &what);

  g_assert (self != NULL);

  return self;
}
