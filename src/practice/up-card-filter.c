/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-card-filter.h"

#include "up-day.h"
#include "up-digits.h"
#include "up-next.h"
#include "up-search.h"

#include <glib/gi18n-lib.h>

/**
 * UpCardFilter:
 *
 * Tells which of the catalogue's scenarios pass what is searched for and filtered by. It keeps no
 * list: whoever shows one asks for it anew.
 */
struct _UpCardFilter
{
  GObject parent_instance;

  UpCatalog *catalog;
  UpJournal *journal;
  UpSearch *search; /* over the cards in their order; NULL until something is searched for */
  char *query;      /* NULL where nothing is */
  int values[UP_N_CARD_FACETS];
};

G_DEFINE_FINAL_TYPE (UpCardFilter, up_card_filter, G_TYPE_OBJECT)

static const struct
{
  const char *title;
  const char *any;
} facets[UP_N_CARD_FACETS] = {
  [UP_CARD_FACET_ROLE] = { N_ ("Role"), N_ ("All roles") },
  [UP_CARD_FACET_PLACE] = { N_ ("Place"), N_ ("Anywhere") },
  [UP_CARD_FACET_TIE] = { N_ ("Relationship"), N_ ("Any relationship") },
  [UP_CARD_FACET_POWER] = { N_ ("Power"), N_ ("Any power") },
  [UP_CARD_FACET_LENGTH] = { N_ ("Length"), N_ ("Any length") },
  [UP_CARD_FACET_STATE] = { N_ ("Practised"), N_ ("Done or not") },
};

/* What a card is found by. */
static char *
list_words (UpCard *card)
{
  g_autoptr (GString) words = g_string_new (up_card_get_title (card).text);

  g_string_append_printf (words, "\n%s\n%s\n%s\n%s", up_card_get_summary (card).text,
                          up_terms_get_title (UP_TERMS_ROLE, up_card_get_role (card)),
                          up_terms_get_title (UP_TERMS_PLACE, up_card_get_place (card)),
                          up_terms_get_title (UP_TERMS_TIE, up_card_get_tie (card)));
  for (guint i = 0; i < up_card_get_n_harms (card); i++)
    g_string_append_printf (words, "\n%s",
                            up_terms_get_title (UP_TERMS_HARM, up_card_get_harm (card, i)));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
ensure_search (UpCardFilter *self)
{
  GListModel *cards = up_catalog_get_cards (self->catalog);

  if (self->search != NULL)
    return;

  self->search = up_search_new ();
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      g_autofree char *words = list_words (card);

      up_search_add (self->search, words);
    }
}

/* When each scenario was done last. */
static GHashTable *
list_last_times (UpCardFilter *self)
{
  GListModel *entries = up_journal_get_entries (self->journal);
  guint n = g_list_model_get_n_items (entries);
  GHashTable *times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UpEntry) entry = g_list_model_get_item (entries, i);
      const char *subject = up_entry_get_subject (entry);
      gint64 date = up_entry_get_date (entry);
      const gint64 *known;

      if (up_entry_get_kind (entry) != UP_ENTRY_ATTEMPT || subject == NULL)
        continue;

      known = g_hash_table_lookup (times, subject);
      if (known == NULL || *known < date)
        g_hash_table_replace (times, g_strdup (subject), g_memdup2 (&date, sizeof date));
    }

  return times;
}

static gboolean
is_open (UpCardFilter *self, UpCard *card)
{
  JsonNode *run = up_journal_get_run (self->journal, up_card_get_id (card));

  return run != NULL && !up_run_is_saved_at_end (run);
}

static gboolean
is_in_state (UpCardFilter *self, UpCard *card, UpCardState state, GHashTable *times)
{
  gboolean done = up_journal_count_attempts (self->journal, up_card_get_id (card)) > 0;

  switch (state)
    {
    case UP_CARD_STATE_NOT_DONE:
      return !done;

    case UP_CARD_STATE_BEGUN:
      return is_open (self, card);

    case UP_CARD_STATE_DONE:
      return done;

    case UP_CARD_STATE_AGAIN:
      {
        const gint64 *last = g_hash_table_lookup (times, up_card_get_id (card));
        gint64 now = up_journal_get_now (self->journal);

        /* What lies in the future was done by a clock that was wrong. */
        return last != NULL && !is_open (self, card) &&
               up_day_from_time (now) - up_day_from_time (MIN (*last, now)) >= UP_NEXT_AGAIN_DAYS;
      }

    case UP_N_CARD_STATES:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
get_term (UpCard *card, UpCardFacet facet)
{
  switch (facet)
    {
    case UP_CARD_FACET_ROLE:
      return (int) up_card_get_role (card);
    case UP_CARD_FACET_PLACE:
      return up_card_get_place (card);
    case UP_CARD_FACET_TIE:
      return up_card_get_tie (card);
    case UP_CARD_FACET_POWER:
      return up_card_get_power (card);
    case UP_CARD_FACET_LENGTH:
      return (int) up_card_get_minutes (card);
    case UP_CARD_FACET_STATE:
    case UP_N_CARD_FACETS:
    default:
      g_return_val_if_reached (UP_CARD_FILTER_ANY);
    }
}

static gboolean
passes (UpCardFilter *self, UpCard *card, GHashTable *times)
{
  for (int facet = 0; facet < UP_N_CARD_FACETS; facet++)
    {
      int value = self->values[facet];
      gboolean fits;

      if (value == UP_CARD_FILTER_ANY)
        continue;

      if (facet == UP_CARD_FACET_STATE)
        fits = is_in_state (self, card, value, times);
      else if (facet == UP_CARD_FACET_LENGTH)
        fits = get_term (card, facet) <= value;
      else
        fits = get_term (card, facet) == value;
      if (!fits)
        return FALSE;
    }

  return TRUE;
}

static void
on_catalog_changed (UpCardFilter *self)
{
  g_clear_object (&self->search);
}

static void
up_card_filter_dispose (GObject *object)
{
  UpCardFilter *self = UP_CARD_FILTER (object);

  g_clear_object (&self->search);
  g_clear_object (&self->catalog);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (up_card_filter_parent_class)->dispose (object);
}

static void
up_card_filter_finalize (GObject *object)
{
  g_free (UP_CARD_FILTER (object)->query);

  G_OBJECT_CLASS (up_card_filter_parent_class)->finalize (object);
}

static void
up_card_filter_class_init (UpCardFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = up_card_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = up_card_filter_finalize;
}

static void
up_card_filter_init (UpCardFilter *self)
{
  for (guint i = 0; i < UP_N_CARD_FACETS; i++)
    self->values[i] = UP_CARD_FILTER_ANY;
}

/**
 * up_card_filter_new:
 * @catalog: the content
 * @journal: what was done
 *
 * Returns: (transfer full): a filter that lets every scenario pass
 */
UpCardFilter *
up_card_filter_new (UpCatalog *catalog, UpJournal *journal)
{
  UpCardFilter *self;

  g_return_val_if_fail (UP_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (UP_IS_JOURNAL (journal), NULL);

  self = g_object_new (UP_TYPE_CARD_FILTER, NULL);
  self->catalog = g_object_ref (catalog);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_catalog_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * up_card_filter_set_value:
 * @self: a filter
 * @facet: what to filter by
 * @value: what it has to be, or %UP_CARD_FILTER_ANY; of the length, the most minutes it may take
 *
 * Filters by a facet, together with what is filtered by already.
 */
void
up_card_filter_set_value (UpCardFilter *self, UpCardFacet facet, int value)
{
  g_return_if_fail (UP_IS_CARD_FILTER (self));
  g_return_if_fail (facet < UP_N_CARD_FACETS);
  g_return_if_fail (value >= UP_CARD_FILTER_ANY);

  self->values[facet] = value;
}

/**
 * up_card_filter_get_value:
 * @self: a filter
 * @facet: what is filtered by
 *
 * Returns: what it has to be, or %UP_CARD_FILTER_ANY
 */
int
up_card_filter_get_value (UpCardFilter *self, UpCardFacet facet)
{
  g_return_val_if_fail (UP_IS_CARD_FILTER (self), UP_CARD_FILTER_ANY);
  g_return_val_if_fail (facet < UP_N_CARD_FACETS, UP_CARD_FILTER_ANY);

  return self->values[facet];
}

/**
 * up_card_filter_set_query:
 * @self: a filter
 * @query: (nullable): words that have to be in a scenario's title, summary or facts
 */
void
up_card_filter_set_query (UpCardFilter *self, const char *query)
{
  g_return_if_fail (UP_IS_CARD_FILTER (self));

  g_set_str (&self->query, query != NULL && *query != '\0' ? query : NULL);
}

/**
 * up_card_filter_is_filtered:
 * @self: a filter
 *
 * Returns: whether any facet is filtered by, whatever is searched for
 */
gboolean
up_card_filter_is_filtered (UpCardFilter *self)
{
  g_return_val_if_fail (UP_IS_CARD_FILTER (self), FALSE);

  for (guint i = 0; i < UP_N_CARD_FACETS; i++)
    if (self->values[i] != UP_CARD_FILTER_ANY)
      return TRUE;

  return FALSE;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * up_card_filter_list_values:
 * @self: a filter
 * @facet: what to filter by
 *
 * Lists what @facet is in some scenario. Of the length, those numbers of minutes are listed that not
 * all scenarios keep to. Each state is always there.
 *
 * Returns: (transfer full) (element-type int): the values, in their order
 */
GArray *
up_card_filter_list_values (UpCardFilter *self, UpCardFacet facet)
{
  GArray *values;
  GListModel *cards;
  guint n = 0;

  g_return_val_if_fail (UP_IS_CARD_FILTER (self), NULL);
  g_return_val_if_fail (facet < UP_N_CARD_FACETS, NULL);

  values = g_array_new (FALSE, FALSE, sizeof (int));
  if (facet == UP_CARD_FACET_STATE)
    {
      for (int i = 0; i < UP_N_CARD_STATES; i++)
        g_array_append_val (values, i);
      return values;
    }

  cards = up_catalog_get_cards (self->catalog);
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      int value = get_term (card, facet);

      if (value >= 0)
        g_array_append_val (values, value);
    }

  g_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    if (n == 0 || g_array_index (values, int, n - 1) != g_array_index (values, int, i))
      g_array_index (values, int, n++) = g_array_index (values, int, i);
  if (facet == UP_CARD_FACET_LENGTH && n > 0)
    n--;
  g_array_set_size (values, n);

  return values;
}

/**
 * up_card_filter_list_passing:
 * @self: a filter
 *
 * Returns: (transfer full) (element-type guint): the places, in the catalogue's list of cards, of those
 *   that hold every word that is searched for and are all that is filtered by, ascending
 */
GArray *
up_card_filter_list_passing (UpCardFilter *self)
{
  g_autoptr (GHashTable) times = NULL;
  g_autoptr (GArray) found = NULL;
  GListModel *cards;
  GArray *passing;
  guint next = 0;

  g_return_val_if_fail (UP_IS_CARD_FILTER (self), NULL);

  if (self->values[UP_CARD_FACET_STATE] == UP_CARD_STATE_AGAIN)
    times = list_last_times (self);
  if (self->query != NULL)
    {
      ensure_search (self);
      found = up_search_query (self->search, self->query);
    }

  passing = g_array_new (FALSE, FALSE, sizeof (guint));
  cards = up_catalog_get_cards (self->catalog);
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (UpCard) card = g_list_model_get_item (cards, i);
      gboolean is_found = found == NULL;

      if (found != NULL && next < found->len && g_array_index (found, guint, next) == i)
        {
          is_found = TRUE;
          next++;
        }
      if (is_found && passes (self, card, times))
        g_array_append_val (passing, i);
    }

  return passing;
}

/**
 * up_card_facet_get_title:
 * @facet: a facet
 *
 * Returns: (transfer none): what it is called, in the interface's language
 */
const char *
up_card_facet_get_title (UpCardFacet facet)
{
  g_return_val_if_fail (facet < UP_N_CARD_FACETS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, facets[facet].title);
}

static char *
describe_state (UpCardState state)
{
  switch (state)
    {
    case UP_CARD_STATE_NOT_DONE:
      return g_strdup (_ ("Not done yet"));
    case UP_CARD_STATE_BEGUN:
      return g_strdup (_ ("Begun, not finished"));
    case UP_CARD_STATE_DONE:
      return g_strdup (_ ("Done before"));
    case UP_CARD_STATE_AGAIN:
      return up_digits_in_interface (
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Done at least %u day ago",
                                      "Done at least %u days ago", UP_NEXT_AGAIN_DAYS),
                         UP_NEXT_AGAIN_DAYS));
    case UP_N_CARD_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * up_card_facet_describe:
 * @facet: a facet
 * @value: one of its values, or %UP_CARD_FILTER_ANY
 *
 * Returns: (transfer full): the value in words, in the interface's language
 */
char *
up_card_facet_describe (UpCardFacet facet, int value)
{
  static const UpTerms terms[] = {
    [UP_CARD_FACET_ROLE] = UP_TERMS_ROLE,
    [UP_CARD_FACET_PLACE] = UP_TERMS_PLACE,
    [UP_CARD_FACET_TIE] = UP_TERMS_TIE,
    [UP_CARD_FACET_POWER] = UP_TERMS_POWER,
  };

  g_return_val_if_fail (facet < UP_N_CARD_FACETS, NULL);

  if (value == UP_CARD_FILTER_ANY)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, facets[facet].any));
  if (facet == UP_CARD_FACET_STATE)
    return describe_state (value);
  if (facet == UP_CARD_FACET_LENGTH)
    return up_digits_in_interface (g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Up to %u minute", "Up to %u minutes", (gulong) value),
      (guint) value));

  return g_strdup (up_terms_get_title (terms[facet], value));
}
